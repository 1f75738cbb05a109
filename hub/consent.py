"""The consent to personal-data processing that a new seminar starts with; the organiser adapts it.

It names purpose, data, actions, third parties (the vendor among them) and the storage period.
"""

STANDARD = {
    "ru": (
        "Я даю организатору семинара согласие на обработку моих персональных данных. "
        "Цель: регистрация на семинар, отчёт о нём и связь со мной по его теме. "
        "Данные: фамилия, имя, отчество, компания, должность, телефон, электронная почта, отметки о посещении. "
        "Действия: сбор, запись, хранение, уточнение, использование, передача, обезличивание, удаление. "
        "Данные могут передаваться третьим лицам: вендору, который поддерживает семинар, для тех же действий. "
        "Срок хранения: три года со дня семинара или до моего отзыва. "
        "Согласие можно отозвать, написав организатору."
    ),
    "kk": (
        "Мен семинар ұйымдастырушысына жеке деректерімді өңдеуге келісім беремін. "
        "Мақсаты: семинарға тіркеу, ол туралы есеп және тақырыбы бойынша менімен байланысу. "
        "Деректер: тегі, аты, әкесінің аты, компания, лауазымы, телефон, электрондық пошта, қатысу белгілері. "
        "Әрекеттер: жинау, жазу, сақтау, нақтылау, пайдалану, беру, иесіздендіру, жою. "
        "Деректер үшінші тұлғаларға — семинарды қолдайтын вендорға — сол әрекеттер үшін берілуі мүмкін. "
        "Сақтау мерзімі: семинар күнінен бастап үш жыл немесе мен келісімді қайтарып алғанға дейін. "
        "Келісімді ұйымдастырушыға жазып, қайтарып алуға болады."
    ),
    "uz": (
        "Men seminar tashkilotchisiga shaxsiy maʼlumotlarimni qayta ishlashga rozilik beraman. "
        "Maqsad: seminarga roʻyxatdan oʻtkazish, u haqida hisobot va mavzusi boʻyicha men bilan bogʻlanish. "
        "Maʼlumotlar: familiya, ism, otasining ismi, kompaniya, lavozim, telefon, elektron pochta, "
        "qatnashish belgilari. "
        "Amallar: yigʻish, yozish, saqlash, aniqlashtirish, foydalanish, uzatish, egasizlantirish, oʻchirish. "
        "Maʼlumotlar uchinchi shaxslarga — seminarni qoʻllab-quvvatlovchi vendorga — "
        "shu amallar uchun berilishi mumkin. "
        "Saqlash muddati: seminar kunidan boshlab uch yil yoki men rozilikni qaytarib olgunimcha. "
        "Rozilikni tashkilotchiga yozib qaytarib olish mumkin."
    ),
    "ky": (
        "Мен семинардын уюштуруучусуна жеке маалыматымды иштетүүгө макулдук берем. "
        "Максаты: семинарга каттоо, ал жөнүндө отчёт жана анын темасы боюнча мени менен байланышуу. "
        "Маалымат: фамилия, аты, атасынын аты, компания, кызматы, телефон, электрондук почта, катышуу белгилери. "
        "Аракеттер: чогултуу, жазуу, сактоо, тактоо, колдонуу, берүү, ээсиздендирүү, өчүрүү. "
        "Маалымат үчүнчү жактарга — семинарды колдогон вендорго — ошол эле аракеттер үчүн берилиши мүмкүн. "
        "Сактоо мөөнөтү: семинар болгон күндөн тартып үч жыл же мен макулдукту кайтарып алганга чейин. "
        "Макулдукту уюштуруучуга жазып, кайтарып алса болот."
    ),
    "en": (
        "I consent to the processing of my personal data by the organiser of the seminar. "
        "Purpose: registration for the seminar, its report, and contact with me about its subject. "
        "Data: surname, first name, patronymic, company, position, phone, e-mail, marks of attendance. "
        "Actions: collection, recording, storage, correction, use, transfer, anonymisation, deletion. "
        "The data may be passed to third parties: to the vendor who supports the seminar, for the same actions. "
        "Storage: three years from the day of the seminar, or until I withdraw. "
        "Consent can be withdrawn by writing to the organiser."
    ),
}

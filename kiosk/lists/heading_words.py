"""What the columns of lists are called, in the systems met and in five languages.

Everything is compared folded, so one entry serves every spelling: `Фамилия` is also `Familiya`. In the stems a
space in a phrase is written `_`, a word begins where the stem begins, and `$` means that it ends there too.
"""

SURNAME, FIRST_NAME, PATRONYMIC, FULL_NAME = "surname", "first_name", "patronymic", "full_name"
COMPANY, POSITION, EMAIL, PHONE = "company", "position", "email", "phone"
CONSENT, REGISTERED_AT, EXTERNAL_ID = "consent", "registered_at", "external_id"
STATUS, LANGUAGE, NOTE = "status", "language", "note"

FIELDS = (
    SURNAME, FIRST_NAME, PATRONYMIC, FULL_NAME, COMPANY, POSITION, EMAIL, PHONE,
    CONSENT, REGISTERED_AT, EXTERNAL_ID, STATUS, LANGUAGE, NOTE,
)  # fmt: skip
"""What a column may be mapped to."""

EXACT: dict[str, tuple[str, ...]] = {
    SURNAME: (
        "Фамилия", "Last name", "Lastname", "Surname", "Family name", "Тегі", "Тегіңіз", "Фамилияси",
        "Familiyasi", "Фамилиясы", "Фамилияңыз", "Familiyangiz", "Контакт: Фамилия", "Лид: Фамилия",
    ),
    FIRST_NAME: (
        "Имя", "Name", "First name", "Firstname", "Given name", "Аты", "Атыңыз", "Есімі", "Есіміңіз",
        "Ism", "Ismi", "Ismingiz", "Исм", "Исми", "Ысымы", "Ысымыңыз", "Ваше имя", "Контакт: Имя",
        "Лид: Имя", "Имя Отчество", "Имя и отчество", "Your name",
    ),
    PATRONYMIC: (
        "Отчество", "Second name", "Secondname", "Middle name", "Patronymic", "Әкесінің аты",
        "Әкесінің есімі", "Атасының аты", "Otasining ismi", "Отасининг исми", "Sharifi", "Sharif",
        "Шарифи",
    ),
    FULL_NAME: (
        "ФИО", "Ф.И.О.", "F.I.O.", "Ф.И.Ш.", "F.I.Sh.", "FISH", "F.I.SH", "Т.А.Ә.", "ТАӘ", "Полное имя",
        "Full name", "Fullname", "Аты-жөні", "Аты-жөніңіз", "Аты-жөнү", "Аты жөнүңүз", "Участник",
        "Участники", "Слушатель", "Гость", "Гости", "Посетитель", "Attendee", "Participant", "Guest",
        "Қатысушы", "Катышуучу", "Ishtirokchi", "Mehmon", "Контактное лицо", "Контакт", "Attendee name",
        "Participant name", "Список участников", "Как вас зовут", "Имя, Фамилия", "Имя Фамилия",
        "Имя, телефон", "Клиент", "Персона",
    ),
    COMPANY: (
        "Компания", "Название компании", "Company", "Company title", "Company name", "Организация",
        "Фирма", "Ұйым", "Ұйымы", "Kompaniya", "Tashkilot", "Ишкана", "Уюм", "Мекеме", "Место работы",
        "Жұмыс орны", "Ish joyi", "Иш орду", "Работодатель", "Контрагент", "Юрлицо", "ТОО",
    ),
    POSITION: (
        "Должность", "Position", "Post", "Job title", "Title", "Role", "Лауазымы", "Лауазым", "Lavozim",
        "Lavozimi", "Кызматы", "Қызметі", "Позиция", "Job", "Роль",
    ),
    EMAIL: (
        "Email", "E-mail", "Mail", "Почта", "Эл. почта", "Электронная почта", "Электрондық пошта",
        "Elektron pochta", "Рабочий e-mail", "Частный e-mail", "Другой e-mail", "E-mail для рассылок",
        "Адрес электронной почты", "Email work", "Email home", "Email other", "Email mailing", "Имейл",
        "Емейл", "Мейл",
    ),
    PHONE: (
        "Телефон", "Тел.", "Тел", "Phone", "Mobile", "Telefon", "Telefon raqami", "Рабочий телефон",
        "Мобильный телефон", "Домашний телефон", "Другой телефон", "Телефон для рассылок", "Phone work",
        "Phone mobile", "Phone home", "Phone other", "Phone mailing", "Phone number", "Сотовый",
        "Мобильный", "WhatsApp", "Номер", "Контакт WhatsApp", "Контактный номер", "Байланыс нөмірі",
        "Телефон нөмірі", "Ұялы телефон", "Raqam", "Байланыш", "Tel",
    ),
    CONSENT: (
        "Согласие", "Consent", "Rozilik", "Келісім", "Макулдук", "ПДн", "Согласие на ОПД",
    ),
    REGISTERED_AT: (
        "Отметка времени", "Timestamp", "Дата создания", "Sent", "Date", "Created", "Created at",
        "Дата регистрации", "Дата заявки", "Дата заказа", "Дата отправки", "Дата", "Время", "Дата и время",
        "Уақыт белгісі", "Убакыт белгиси", "Vaqt belgisi", "Тіркелген күні", "Date create",
        "Время создания", "Submitted at", "Sana", "Дата покупки", "Дата оформления", "Time",
    ),
    EXTERNAL_ID: (
        "ID", "ID лида", "ID контакта", "Tranid", "Requestid", "Request ID", "Номер заказа",
        "Номер билета", "№ заказа", "№ билета", "Код билета", "Order ID", "Order number", "Ticket number",
        "Ticket ID", "Номер заявки", "№ заявки", "Штрих-код", "Заказ", "Билет", "Lead ID", "Contact ID",
        "Submission ID", "Response ID",
    ),
    STATUS: (
        "Статус", "Status", "Стадия", "Stage", "Статус заказа", "Статус билета", "Status ID", "Мәртебесі",
        "Holat", "Holati", "Абалы",
    ),
    LANGUAGE: (
        "Язык", "Language", "Тіл", "Тілі", "Til", "Тил", "Тили",
    ),
    NOTE: (
        "Название лида", "Обращение", "Ответственный", "Комментарий", "Примечание", "Сайт", "№", "№ п/п",
        "п/п", "N", "No", "Номер п/п", "#", "Пользователь", "Менеджер", "Создан CRM-формой", "Кем создан",
        "Кем изменен", "Дата изменения", "Дата рождения", "Отправлено в CRM", "Formname", "Formid",
        "Источник", "Имя пользователя", "Мессенджер", "Username", "Comments", "Source ID", "Honorific",
        "Form name", "Form ID", "Form", "Форма", "Реклама", "Пол", "T/r", "Р/с", "Р/н", "Тип контакта",
        "Дополнительно", "Дополнительно об источнике", "Дополнительно о статусе", "Дополнительно о стадии",
        "Номер факса", "Номер пейджера", "Название события", "Мероприятие", "Событие",
    ),
}  # fmt: skip

CONSENT_STEMS = (
    "соглас персональн_данн обработк_данн consent personal_data келісім келісемін дербес_дерек rozilik roziman "
    "шахсий_маълумот shaxsiy_maʼlumot макулдук макулмун жеке_маалымат i_agree privacy gdpr конфиденциальн политик"
)
# Another permission than the one the law asks for.
ADVERTISING_STEMS = "рассыл реклам маркетинг newsletter marketing фото видео съемк новост promo"
PERSONAL_STEMS = "персональн личны_данн personal дербес жеке shaxsiy шахсий обработк"

# In this order: an e-mail address is no postal address, and the position in the company is no company.
STEMS: tuple[tuple[str, str], ...] = (
    (
        NOTE,
        "откуда_узн откуда_вы узнали почему зачем удобн рожден birth туған tugʻilgan изменен modified телеграм "
        "telegram instagram инстаграм skype скайп facebook фейсбук viber вайбер вконтакте vk$ подпис предпоч "
        "как_связаться рассылк_на получать хотите факс пейджер название_лида обращение ответствен utm referer",
    ),
    (
        EMAIL,
        "email e-mail емейл имейл e_mail мейл mail электрон_адрес эл_адрес эл_почт электронн_почт "
        "электрондық_пошта электрондук_почта elektron_pochta электронный_адрес",
    ),
    (
        PHONE,
        "телеф тел$ phone моб$ мобил mobile сотов whatsapp ватсап вотсап whats_app вацап telefon ұялы уюлдук "
        "cell$ номер_для_связи контактный_номер байланыс_нөмір байланыш_номер raqam рақам tel$",
    ),
    (EMAIL, "почт$ почта$ почты$ почту$ пошта pochta"),
    (
        NOTE,
        "комментар вопрос пожелан дополнит источник source сайт website web$ url адрес address почтовый индекс "
        "город city қала шаар shahar страна country область регион сумма валюта инн$ бин$ иин$ inn$ bin$ сфера "
        "отрасл деятельн количеств сколько пол$ возраст тариф цена промокод скидк логин login ник$ nickname "
        "username формат пакет тема cookie ip$ user_agent браузер менеджер бюджет оборот примечан comment note "
        "питани аллерги размер",
    ),
    (
        FULL_NAME,
        "фио$ fio$ полное_имя full_name fullname аты-жөн аты_жөн как_вас_зовут представьтесь как_к_вам_обращ "
        "фиш$ fish$ f_i_sh f_i_o ф_и_о т_а_ә",
    ),
    (PATRONYMIC, "отчеств patronym әкесінің атасынын otasi middle_name second_name sharif"),
    (
        POSITION,
        "должн позици position job_title role lavozim лауазым қызмет кызмат кем_работа кем_вы_работа специальн "
        "профессия роль job_role post$",
    ),
    (
        COMPANY,
        "компан организац предприят фирм учрежден юрлиц юр_лиц место_работ где_вы_работа company organization "
        "organisation employer business ұйым мекеме жұмыс_орн kompaniya tashkilot korxona ish_joy ишкана уюм "
        "иш_орд наименование_орг бизнес работодат",
    ),
    (
        REGISTERED_AT,
        "отметка_времени timestamp дата_созд дата_рег дата_заяв дата_зака дата_отпр время_созд время_рег "
        "тіркел roʻyxatdan_oʻtgan created submitted registered registration_date registration_time катталган",
    ),
    (EXTERNAL_ID, "id$ номер_заказ номер_билет номер_заяв код_билет order ticket штрих"),
    (STATUS, "статус status стадия stage"),
    (LANGUAGE, "язык language"),
    (SURNAME, "фамил фам$ surname last_name lastname family_name тегі$ тегіңіз тегиңиз тек$"),
    (FIRST_NAME, "имя$ имени$ name$ first_name ism$ ismi ismingiz аты$ атыңыз есім ысым исм$ исми"),
    (FULL_NAME, "участник слушател гост$ посетител attendee participant қатысушы катышуучу ishtirokchi"),
)

SURNAME_WORDS = "фамил surname last_name lastname family_name тегі тегіңіз"
FIRST_NAME_WORDS = "имя$ имен name$ first_name ism$ ismi ismingiz аты$ атыңыз есім ысым исм инициал"

COMPANY_FORMS = "тоо ооо оао зао ао пао ип осоо чп ltd llp llc mchj мчж xk хк кх gmbh inc corp фх жшс ақ жк жак жчк ytt"
POSITION_STEMS = (
    "директор менеджер бухгалтер руководител специалист администратор маркетолог владелец учредител начальник "
    "инженер аналитик консультант rahbar direktor menejer buxgalter director manager owner accountant ceo cto cfo "
    "рөп роп$ программист экономист юрист секретар собственник президент президиум предпринимател глава басшы бастық "
    "маман жетекші есепші башкы бас$ head chief lead engineer продавец продаж hr$ it$ айти assistant ассистент "
    "заместител зам$ технолог логист закупщик marketolog mutaxassis boshliq"
)

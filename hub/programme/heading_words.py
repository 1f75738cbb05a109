"""What the columns of programmes are called, in five languages. Everything is compared folded; `_` is a space."""

START, END, DURATION, KIND, TITLE = "start", "end", "duration", "kind", "title"
SPEAKER, COMPANY, PHONE, THESES = "speaker", "company", "phone", "theses"
QUESTIONS, FOOD = "questions_min", "food"

EXACT: dict[str, tuple[str, ...]] = {
    START: (
        "Начало", "Время", "Время начала", "Старт", "С", "От", "Часы", "Тайминг", "Начинается", "Start", "Starts",
        "Start time", "Time", "From", "Begin", "Begins", "Уақыты", "Уақыт", "Басталуы", "Басталу уақыты", "Убакыт",
        "Убактысы", "Башталышы", "Vaqt", "Vaqti", "Boshlanishi", "Boshlanish vaqti", "Время проведения",
    ),
    END: (
        "Конец", "Окончание", "Время окончания", "Завершение", "До", "По", "Финиш", "End", "Ends", "End time", "To",
        "Until", "Finish", "Аяқталуы", "Соңы", "Аякташы", "Бүтүшү", "Аягы", "Tugashi", "Tugash vaqti", "Oxiri",
    ),
    DURATION: (
        "Длительность", "Продолжительность", "Минут", "Мин", "Минуты", "Хронометраж", "Duration", "Length", "Minutes",
        "Min", "Ұзақтығы", "Узактыгы", "Davomiyligi", "Длит.",
    ),
    KIND: ("Тип", "Вид", "Формат", "Kind", "Type", "Format", "Түрі", "Түрү", "Turi", "Категория", "Category"),
    TITLE: (
        "Название", "Тема", "Тема доклада", "Тема выступления", "Наименование", "Доклад", "Мероприятие", "Событие",
        "Пункт программы", "Программа", "Активность", "Блок", "Title", "Topic", "Subject", "Session", "Item", "Talk",
        "Activity", "Event", "Name", "Тақырып", "Тақырыбы", "Атауы", "Аталышы", "Темасы", "Mavzu", "Mavzusi", "Nomi",
    ),
    SPEAKER: (
        "Докладчик", "Докладчики", "Спикер", "Спикеры", "Выступающий", "Выступает", "Лектор", "Эксперт", "ФИО",
        "ФИО докладчика", "ФИО спикера", "Ведущий", "Кто", "Speaker", "Speakers", "Presenter", "Lecturer", "Who",
        "Баяндамашы", "Баяндамачы", "Maʼruzachi", "Spiker", "Notiq", "Маърузачи",
    ),
    COMPANY: (
        "Компания докладчика", "Компания спикера", "Компания", "Организация", "Company", "Speaker company",
        "Organisation", "Organization", "Компаниясы", "Ұйымы", "Ұйым", "Уюму", "Kompaniya", "Kompaniyasi", "Tashkilot",
    ),
    PHONE: (
        "Телефон", "Тел", "Тел.", "Телефон докладчика", "Phone", "Mobile", "Contact", "Контакт", "Контакты",
        "Сотовый", "Мобильный", "WhatsApp", "Телефоны", "Telefon", "Байланыс", "Телефону",
    ),
    THESES: (
        "Тезисы", "Тезис", "План доклада", "О чём", "Описание", "Содержание", "Аннотация", "Theses", "Abstract",
        "Key points", "Summary", "Description", "Outline", "Тезистер", "Tezislar", "Мазмұны", "Мазмуну", "Mazmuni",
    ),
    QUESTIONS: (
        "Вопросы (мин)", "Вопросы", "Вопросы, мин", "Время на вопросы", "На вопросы", "Минут на вопросы",
        "Questions (min)", "Questions", "Q&A", "Q&A (min)", "Questions, min", "Сұрақтар", "Сұрақтар (мин)",
        "Суроолор", "Суроолор (мүн)", "Savollar", "Savollar (daq)",
    ),
    FOOD: ("Еда", "Питание", "Угощение", "С едой", "Food", "Catering", "Тамақ", "Тамак", "Ovqat", "Taom", "Закуски"),
}  # fmt: skip

# Tried in this order where no heading fits exactly: «Телефон докладчика» is a phone and «Время вопросов» no start.
STEMS: tuple[tuple[str, str], ...] = (
    (PHONE, "телефон тел$ phone mobile whatsapp моб"),
    (COMPANY, "компани организаци company organi ұйым kompaniya tashkilot"),
    (QUESTIONS, "вопрос question q&a сұрақ суроо savol"),
    (FOOD, "еда$ питани кейтеринг food catering тамак ovqat"),
    (END, "окончан конец конца заверш end$ finish аяқтал tugash"),
    (DURATION, "длительн продолжит duration хронометр ұзақтығ davomiylig"),
    (THESES, "тезис theses abstract аннотац описан key_point tezis"),
    (KIND, "тип$ вид$ формат kind$ type$"),
    (SPEAKER, "докладчик спикер выступающ лектор фио$ speaker presenter баяндамашы баяндамачы spiker maʼruzachi"),
    (START, "начал старт start$ begin басталу башталы boshlan"),
    (TITLE, "тема$ темы$ назван наимен доклад выступлен мероприят title topic session тақырып mavzu"),
    (START, "время time$ уақыт убакыт vaqt"),
)

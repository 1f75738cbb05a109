"""The same five people as badges, and forty whom badges find hard."""

from kiosk.paper.badges import Badge
from kiosk.paper.papers import sheet

ROLL = sheet("roll80", 203)
CODE = "KABCDEFGHJKMNPXM"
SEMINAR = "Продажи без потерь · Алматы, 28 ноября"


def badge(first_name: str, surname: str, company: str = "", position: str = "", role: str = "") -> Badge:
    """A badge of the sample seminar."""
    return Badge(first_name, surname, company, position, CODE, SEMINAR, role)


FIVE = (
    badge("Айгүл", "Қасымқызы", "ТОО «Алма Трейд»", "Директор"),
    badge("Тимур", "Цой", "ИП Серикова", "РОП"),
    badge("Oʻtkir", "Saidov", "MCHJ «Samarqand Savdo»", "Rahbar"),
    badge("Ольга", "Ёлкина-Берёзкина", "ОсОО Бишкек Мебель", "Бухгалтер", "Докладчик"),
    badge("Нұрлан", "Әбдіқадыров", "ТОО «ЖҰЛДЫЗ-2000»", "Менеджер"),
)
LONG = "Общество с ограниченной ответственностью «Научно-производственное объединение Металлург Востока»"
SALES = "Руководитель направления розничных продаж"
# Names that no badge can show whole, and texts that only a fault or a joker writes.
IMPOSSIBLE = (
    badge("Щ" * 60, "Ў" * 160, "Ж" * 400, "ҰҢ" * 90, "Волонтёр" * 9),
    badge("И\u0306оханн\x00\n", "\u202eО\u02bbткир\t", " ", "\r\n"),
    badge("<script>alert(1)</script>", "Robert'); DROP TABLE attendee; --", "{{ 7*7 }}", "%s%n", "&lt;b&gt;"),
)
HARD = (
    *FIVE,
    badge("Ян", "Ли", "LG", "CEO"),
    badge("Ы", "О"),
    badge("", "Мадонна", "ИП Мадонна"),
    badge("Пеле", "", "", "Посол"),
    badge("Абдурахмангаджи", "Магомедрасулгаджиев-Курбанмагомедов", LONG, LONG),
    badge("Мария-Антуанетта", "Задунайская-Румянцева", "ТОО «Шымкент-Пиво»", "Начальник отдела кадров", "Организатор"),
    badge("Анна Мария Луиза", "фон дер Остен-Сакен", LONG, "Руководитель проектов", "Пресса"),
    badge("ЙЁҢҒҚӨҮҰӘІҺ", "ЎҲҚҒЙЁ ӦŌÕÜŞ", "ЙЙЙЙ щщщщ", "ЎЎЎЎ ццңқ"),
    badge("Гүлжаһан", "Сүлейменқожаева", "ҚР «ҚазМұнайГаз» ҰК АҚ", "Бас маман"),
    badge("Қуанышбек", "Өтебайұлы", "ЖШС «Өркен»", "Директордың орынбасары", "Докладчик"),
    badge("Динмухамед", "Жолдасбековтөлегенов", "АО «Өскемен Титан-Магний Комбинаты»", SALES),
    badge("Мирзажалолиддин", "Абдувахобходжаев", "ООО «Ташкент-Сити Девелопмент»", "Главный инженер"),
    badge("Gulchehraxon", "Abdurahmonova-Toʻxtasinova", "«Oʻzbekiston Temir Yoʻllari» AJ", "Boʻlim boshligʻi"),
    badge("Shohjahon", "Gʻulomjonov", "MCHJ «Gʻijduvon Gʻishti»", "Bosh hisobchi", "Пресса"),
    badge("Жыпаргүл", "Чоюбекова", "ЖЧК «Ысык-Көл Балык»", "Жетекчи"),
    badge("Нургүл", "Өмүрзакова-Бөрүбаева", "ЖЧК «Түштүк Электр»", "Башкы бухгалтер"),
    badge("Александра", "Христорождественская", "ЗАО «Альфа»", "Юрисконсульт"),
    badge(
        "Екатерина", "Преображенская", "Филиал № 7 ОАО «Северо-Западные магистральные сети»", "Инженер 1-й категории"
    ),
    badge("Константин", "Константинопольский", "КГУ «Центр»", "Консультант"),
    badge("Мамыртай", "Щщщщщщщщщщщщщ", "ТОО «Щ»", "Щ"),
    badge("WWWWWWWW", "MMMMMMMMMMMM", "WWWWWWWWWWWW MMMMMMMMM", "WWWW MMMM"),
    badge("iiiiiiiii", "llllllllllllllll", "iiiiii llllll", "ill"),
    badge("Jean-Baptiste Emmanuel", "de La Rochefoucauld-Liancourt", "Société Générale d'Exploitation", "Président"),
    badge("Ōtsuka", "Þórðardóttir-Štěpánková", "Åland ab", "Ñandú"),
    badge("Ая", "Берёзкина-Ёлкина-Соснина-Кедрова", "ИП", "Повар"),
    badge("Али", "Али-заде", "A&B <Co.>", "R&D", "Докладчик"),
    badge("Ким", "Чен-Ын-Хва", "«Samsung»", "Старший-старший менеджер"),
    badge("Бауыржан", "Тоқтаров", "ТОО «Компания с очень длинным названием и ещё одним словом»", "Маркетолог"),
    badge(
        "Алмагүл", "Сарсенбаевна Ахметжанова", "Казахско-Британский технический университет", "Доцент", "Организатор"
    ),
    badge("Ерлан", "Нұрсұлтанұлы-Әбілқайыров", "НИИ «Гидрометеорологическое приборостроение»", "м. н. с."),
    badge("Ulugʻbek", "Yoʻldoshev", "Toshkent shahar", "Mutaxassis", "Докладчик"),
    badge("Пётр", "Великий", "1С", "Император"),
    *IMPOSSIBLE,
)

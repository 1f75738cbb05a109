"""The same five people as badges, and those whom badges find hard."""

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
HARD = (
    badge("Ян", "Ли", "LG", "CEO"),
    badge("Ы", "О"),
    badge("Абдурахмангаджи", "Магомедрасулгаджиев-Курбанмагомедов", LONG, LONG),
    badge("Мария-Антуанетта", "Задунайская-Румянцева", "ТОО «Шымкент-Пиво»", "Начальник отдела кадров", "Организатор"),
    badge("Анна Мария Луиза", "фон дер Остен-Сакен", LONG, "Руководитель проектов", "Пресса"),
    badge("ЙЁҢҒҚӨҮҰӘІҺ", "ЎҲҚҒЙЁ ӦŌÕÜŞ", "ЙЙЙЙ щщщщ", "ЎЎЎЎ ццңқ"),
    badge("Щ" * 60, "Ў" * 160, "Ж" * 400, "ҰҢ" * 90, "Волонтёр" * 9),
    badge("И\u0306оханн\x00\n", "\u202eО\u02bbткир\t", " ", "\r\n"),
)

"""What kind of item somebody means: by the word in the kind's column, else by the title. Everything compares folded."""

import re

from hub.folding import fold
from hub.programme.kinds import Kind

# A word begins where a stem begins; `_` is a space. The first that fits counts.
_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.REGISTRATION, "регистр сбор_гост сбор_участ registr check-in тірке каттоо катталуу royxat roʻyxat"),
    (Kind.BREAK, "кофе перерыв брейк пауза обед ланч фуршет coffee break lunch үзіл тәнефіс тыныгуу танаффус "
                 "tanaffus түскі"),
    (Kind.WORKSHOP, "мастер-класс мастеркласс воркшоп демо практик практич workshop master_class masterclass demo "
                    "шеберлік чеберчилик mahorat_darsi амалий amaliy тренинг training hands-on"),
    (Kind.QUESTIONS, "вопрос ответы_на_вопрос сессия_вопрос question q&a qa$ сұрақ суроо savol саволлар"),
    (Kind.OPENING, "открыт приветств вступ welcom opening introduct greeting ашылу ачылыш ochilish кіріспе алғысөз "
                   "куттуктоо kirish құттықтау"),
    (Kind.PRODUCT_TALK, "доклад_о_продукт доклад_про_продукт презентация_продукт продукт product өнім mahsulot"),
    (Kind.TALK, "доклад выступ лекц презентац спич кейс talk lecture presentation speech keynote баяндама докл "
                "maʼruza маъруза лекция сессия session report"),
    (Kind.OTHER, "закрыт заверш нетворк розыгрыш фото награжд дискусс панел другое иное прочее closing network other "
                 "panel discussion жабу жабылу жабылыш yopilish басқа башка boshqa"),
)  # fmt: skip
# In a title these words alone tell the kind; elsewhere in it they are what a talk is about.
_WHOLE = {
    Kind.OPENING: r"открытие(?: (?:семинара|мероприятия|встречи))?|(?:приветств|вступительн|opening|welcome).*",
    Kind.WORKSHOP: r".*(?:мастер[- ]?класс|воркшоп|workshop|master ?class).*|(?:демонстрация|демо|live demo|demo)\b.*",
}
_PRODUCTS = "битрикс bitrix б24 b24"


def _stems(stems: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_stem(stem) for stem in stems.split())})")


def _stem(written: str) -> str:
    folded = fold(written.rstrip("$").replace("_", " "))
    return re.escape(folded) + (r"\b" if written.endswith("$") else "")


_BY_WORD = [(kind, _stems(stems)) for kind, stems in _KINDS]
_BY_TITLE = [(kind, re.compile(pattern)) for kind, pattern in _WHOLE.items()]
_ABOUT_PRODUCT = _stems(_PRODUCTS)


def named(word: str) -> Kind | None:
    """The kind that a word in the kind's column names: «Мастер-класс», "Coffee break", «Сұрақтар»."""
    if word.strip().casefold() in set(Kind):
        return Kind(word.strip().casefold())
    folded = fold(word)
    return next((kind for kind, pattern in _BY_WORD if pattern.search(folded)), None) if folded else None


def guessed(title: str, speaker: str) -> Kind:
    """The likeliest kind of an item that nobody has named. Without a speaker, a title says what is done meanwhile."""
    written = " ".join(title.casefold().split())
    kind = next((kind for kind, pattern in _BY_TITLE if pattern.fullmatch(written)), None)
    if kind is None and not speaker:
        return named(title) or Kind.OTHER
    return kind or (Kind.PRODUCT_TALK if about_product(title) else Kind.TALK)


def about_product(title: str) -> bool:
    """Whether a title names the vendor's product."""
    return _ABOUT_PRODUCT.search(fold(title)) is not None

"""What the organiser lets kiosks say, in each language, and what they say else."""

from collections.abc import Mapping

from hub import audit, letters
from hub.access import Actor
from hub.database import writes
from hub.i18n import LANGUAGES
from kiosk.models import KioskText
from kiosk.names import clean

# scan: where to hold the code; next: what to do after the check-in; desk: where the registration desk is.
NAMES = ("scan", "next", "desk")
LONGEST = 160

Sayings = dict[str, dict[str, str]]


def said() -> Sayings:
    """name -> language -> text, each name with every language; empty where the organiser has said nothing."""
    texts = {name: dict.fromkeys(LANGUAGES, "") for name in NAMES}
    for row in KioskText.select():
        if row.name in texts and row.language in LANGUAGES:
            texts[row.name][row.language] = row.text
    return texts


@writes
def say(name: str, texts: Mapping[str, str], by: Actor | None) -> None:
    """Let kiosks say this; `texts` is language -> text. Unknown languages are left out.

    Raises KeyError for a name that no screen says, Refusal `text_too_long`.
    """
    before = said()[name]
    after = {language: letters.demand(clean(texts.get(language, "")), LONGEST) for language in LANGUAGES}
    if after == before:
        return
    KioskText.delete().where(KioskText.name == name).execute()
    for language, text in after.items():
        if text:
            KioskText.create(name=name, language=language, text=text)
    changed = {language for language in LANGUAGES if before[language] != after[language]}
    pairs = {
        side: {key: text for key, text in now.items() if key in changed}
        for side, now in (("before", before), ("after", after))
    }
    audit.record(by, "kiosk_words", name, **pairs)

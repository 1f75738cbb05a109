"""Which letters the bytes of a text file stand for."""

import codecs
import re

from hub.errors import Refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# One-byte alphabets met in the region. Between equals the first wins.
_ALPHABETS = ("cp1251", "kz1048", "koi8-r", "cp866")
_FREQUENT = re.compile("[оеаинтсрвлкмдпуыяәіңғүұқөһў]")
# Serbian and Macedonian letters, pseudographics: what one alphabet looks like when read as another.
_STRANGE = re.compile("[ЂЃѓЉЊЌЋЏђљњќћџЈјЅѕ─-▟√≈≤≥■∙]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# Above this share of undecodable letters the text was never UTF-8.
_FEW = 0.02


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and notes: `letters_lost` when some bytes meant nothing. Raises Refusal `not_a_table`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    if wide := _wide(data):
        return _checked(data.decode(wide, "replace"))
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if lost <= _FEW * sum(not letter.isascii() for letter in text):
        return _checked(text)
    return _checked(max((data.decode(name, "replace") for name in _ALPHABETS), key=_likeness))


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of separators and Latin letters is zero, and none of the rest."""
    sample = data[:4096]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > 8 * even and odd * 20 > len(sample):
        return "utf-16-le"
    if even > 8 * odd and even * 20 > len(sample):
        return "utf-16-be"
    return None


def _likeness(text: str) -> int:
    sample = text[:100_000]
    return len(_FREQUENT.findall(sample)) - 5 * len(_STRANGE.findall(sample))


def _checked(text: str) -> tuple[str, tuple[str, ...]]:
    if _CONTROL.search(text):
        raise Refusal("not_a_table")
    return text, ("letters_lost",) if "\ufffd" in text else ()

"""The card for scanners, on paper and as it is typed."""

import pytest
import zxingcpp

from kiosk import tickets
from kiosk.paper import scanner_card, scanner_words
from kiosk.paper.papers import PAPERS, sheet
from kiosk.paper.scanner_card import HALVES, verdict


@pytest.mark.parametrize("code", PAPERS)
def test_both_codes_are_read_from_every_paper_and_hold_every_symbol(code: str) -> None:
    card = scanner_card.draw(sheet(code, 300), "Проверка сканера")
    assert card.mode == "1"
    read = {found.text for found in zxingcpp.read_barcodes(card.convert("L"))}
    assert read == set(HALVES)
    assert set("".join(HALVES)) == set(tickets.ALPHABET)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (HALVES[0], "right"),
        (f" {HALVES[1]}\r", "right"),
        (HALVES[0].lower(), "lower_case"),
        ("ЛФИСВУАПРОЛЬТЗ", "russian"),
        ("лйкецчәіңғ,.үұ", "kazakh"),
        ("KQRTWX" + "áíńǵ,.úý", "kazakh_latin"),
        ("КАБЖДЕФГҢЙКМНП", "kyrgyz"),
        ("KQBCDEFGHJK?NP", "french"),
        ("kartzx" + "é\"'(-è_ç", "french"),
        (HALVES[0][:9], "incomplete"),
        ("4600051000057", "strange"),
        ("", "strange"),
    ],
)
def test_what_was_typed_tells_the_layout(typed: str, said: str) -> None:
    assert verdict(typed) == said
    assert said in scanner_words.VERDICTS


@pytest.mark.parametrize("verdict_of", ["russian", "kazakh", "kazakh_latin", "kyrgyz"])
def test_what_is_called_readable_is_read(verdict_of: str) -> None:
    code = tickets.new_code("AB")
    under = str.maketrans(tickets.ALPHABET, scanner_card._TYPED[verdict_of])
    assert tickets.read_code(code.translate(under), "AB") == code

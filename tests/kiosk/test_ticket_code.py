"""The page knows a ticket code when it sees one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.scan_desk import load, open_tab
from tests.typist import tickets

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with open_tab() as tab:
        yield tab


@pytest.fixture
def page(tab: Page) -> Page:
    return load(tab)


def test_page_and_hub_agree_on_what_a_ticket_is(page: Page) -> None:
    codes = tickets(50)
    wrong = [code[:5] + ("A" if code[5] != "A" else "B") + code[6:] for code in codes]
    verdicts = page.evaluate(
        """async (codes) => {
          const { isTicketCode, tidy } = await import("/static/kiosk/ticket_code.js");
          return codes.map((code) => isTicketCode(tidy(code)));
        }""",
        [f" {code[:4].lower()}-{code[4:]} " for code in codes] + wrong,
    )
    assert verdicts == [True] * 50 + [False] * 50

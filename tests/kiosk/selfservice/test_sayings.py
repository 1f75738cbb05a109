"""What kiosks say in the organiser's own words: written on a page of the desk."""

import pytest
from flask import Flask

from hub.access import Role
from hub.database import db
from hub.errors import Refusal
from kiosk.selfservice import sayings
from tests.page_visitor import Visitor


def test_too_long_a_saying_is_refused_at_its_field_and_all_that_was_typed_stays(app: Flask) -> None:
    desk = Visitor(app).sign_in(Role.DESK)
    desk.open("/kiosk/words")
    assert "maxlength" not in desk.page
    long = "Бейдж внизу " * 14
    assert desk.send("/kiosk/words", **{"next-ru": long, "desk-ru": "Стол справа"}).status_code == 422
    assert "At most 160 letters, and here are 167. Please shorten it." in desk.text
    assert 'value="Стол справа"' in desk.page
    assert desk.page.count('aria-invalid="true"') == 1
    with db.connection_context():
        assert not any(text for texts in sayings.said().values() for text in texts.values())
        with pytest.raises(Refusal, match="text_too_long"):
            sayings.say("next", {"ru": long}, None)
    desk.send("/kiosk/words", **{"next-ru": long[:160], "desk-ru": "Стол справа"})
    with db.connection_context():
        assert sayings.said()["desk"]["ru"] == "Стол справа"

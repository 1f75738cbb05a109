"""What the tests of printers share."""

import pytest

from kiosk.paper import printers


@pytest.fixture
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence is called silence sooner than at a desk."""
    monkeypatch.setattr(printers, "TIMEOUT_S", 1.0)
    monkeypatch.setattr(printers, "PAPER_S", 1.0)

"""Five languages by gettext catalogues. English message ids; Russian is what people see by default."""

import functools
import gettext as terminal
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from flask import Flask, current_app, has_request_context, request, session
from flask_babel import Babel

LANGUAGES = {"ru": "Русский", "kk": "Қазақша", "uz": "Oʻzbekcha", "ky": "Кыргызча", "en": "English"}
CATALOGUES = Path(__file__).parent / "translations"


def install(app: Flask) -> None:
    """Choose the language for each request: the person's own choice, else the box's."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(CATALOGUES)
    Babel(app, locale_selector=language)


def language() -> str:
    """The language of this request: chosen on this browser, or the box's own."""
    chosen = session.get("language") if has_request_context() else None
    wanted = request.args.get("lang", chosen) if has_request_context() else None
    return wanted if wanted in LANGUAGES else str(current_app.config["LANGUAGE"])


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let `gettext` speak outside of a request: commands and workers that write texts for people."""
    app = Flask("hub")
    app.config["LANGUAGE"] = language
    install(app)
    with app.app_context():
        yield


def compiled() -> bool:
    """Is every catalogue compiled from what its source says now? Where one is not, English comes out unasked."""
    return all(
        made.exists() and made.stat().st_mtime >= source.stat().st_mtime
        for source in CATALOGUES.glob("*/LC_MESSAGES/*.po")
        for made in (source.with_suffix(".mo"),)
    )


def N_(message: str) -> str:  # noqa: N802  the customary name of gettext's marker
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


@functools.cache
def _terminal(language: str) -> terminal.NullTranslations:
    return terminal.translation("messages", CATALOGUES, [language], fallback=True)


def terminal_text(message: str) -> str:
    """Text for the command line, before there is an application."""
    return _terminal(os.environ.get("KIOSK_LANGUAGE", "ru")).gettext(message)


def speak_terminal() -> None:
    """Let the command-line library speak the same language: it looks its own messages up by `gettext`."""
    terminal.bindtextdomain("messages", CATALOGUES)
    terminal.textdomain("messages")
    os.environ["LANGUAGE"] = os.environ.get("KIOSK_LANGUAGE", "ru")


def clock_time(ms: int | None, zone: str) -> str:
    """Milliseconds since the epoch as 09:41 in the seminar's zone; an empty string for None."""
    return "" if ms is None else local(ms, zone).strftime("%H:%M")


def local(ms: int, zone: str) -> datetime:
    """An aware local time."""
    return datetime.fromtimestamp(ms / 1000, ZoneInfo(zone))


def iso(ms: int | None) -> str | None:
    """Milliseconds since the epoch as ISO 8601 in UTC; None stays None."""
    return None if ms is None else datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")

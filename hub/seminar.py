"""The seminar's own facts: one row, made by `kiosk init` and kept by the setup page."""

import secrets
from pathlib import Path

from hub import audit, clock, i18n, steady
from hub.access import Actor
from hub.consent import STANDARD
from hub.database import writes
from hub.errors import Refusal
from hub.models import Boot, ConsentText, Seminar
from hub.prepared import PreparedRecord

TICKET_ALPHABET = "ABCDEFGHJKMNPQRTWX23456789"
FACTS = ("title", "organiser", "date", "place", "capacity", "zone", "country", "language", "badge_on_entry")
_CURRENT = PreparedRecord(Seminar, lambda: Seminar.select().order_by(Seminar.id).limit(1))
_MACHINE_BOOT = Path("/proc/sys/kernel/random/boot_id")


@writes
def begin(**facts: object) -> Seminar:
    """Open this folder's seminar. Raises Refusal `seminar_exists`."""
    if Seminar.select().exists():
        raise Refusal("seminar_exists")
    tag = "".join(secrets.choice(TICKET_ALPHABET) for _ in range(2))
    seminar = Seminar.create(
        tag=tag, **{"date": i18n.local(clock.now(), str(facts.get("zone", "Asia/Almaty"))).date().isoformat(), **facts}
    )
    for language, body in STANDARD.items():
        ConsentText.create(language=language, version=1, body=body, created_at=clock.now())
    audit.record(None, "seminar_begun", seminar.title)
    return seminar


def current() -> Seminar:
    """The folder's seminar. Raises Refusal `no_seminar`."""
    found: Seminar | None = _CURRENT.find()
    if found is None:
        raise Refusal("no_seminar")
    return found


@writes
def change(by: Actor | None, **facts: object) -> Seminar:
    """Correct some facts (names of FACTS)."""
    seminar = current()
    before = {name: getattr(seminar, name) for name in facts}
    Seminar.update(**facts).execute()
    audit.record(by, "seminar_changed", seminar.title, before=before, after=facts)
    return current()


@writes
def renew_pins(by: Actor | None) -> None:
    """All PINs become void; those who are in stay in."""
    Seminar.update(pin_generation=Seminar.pin_generation + 1).execute()
    audit.record(by, "pins_renewed")


def consent(language: str, shown: int | None = None) -> ConsentText:
    """The consent that somebody was shown (its id), else the newest in a language, else in Russian."""
    known: ConsentText | None = ConsentText.get_or_none(ConsentText.id == shown)
    if known is not None:
        return known
    newest = ConsentText.select().order_by(ConsentText.version.desc())
    own: ConsentText | None = newest.where(ConsentText.language == language).first()
    russian: ConsentText = newest.where(ConsentText.language == "ru").get()
    return own or russian


@writes
def reword_consent(language: str, body: str, by: Actor | None) -> ConsentText:
    """A new version; the earlier ones stay, since people agreed to them."""
    latest = consent(language)
    if latest.language == language and latest.body == body:
        return latest
    version = latest.version + 1 if latest.language == language else 1
    audit.record(by, "consent_reworded", language, version=version)
    return ConsentText.create(language=language, version=version, body=body, created_at=clock.now())


@writes
def wake() -> Boot:
    """Begin a life of the hub: its clock is held above the last time the previous one saved."""
    last = Boot.select().order_by(Boot.seen_at.desc()).first()
    behind = clock.never_before(last.seen_at) if last else False
    machine = _MACHINE_BOOT.read_text().strip() if _MACHINE_BOOT.exists() else ""
    steady.wake(machine)
    now = clock.now()
    return Boot.create(machine_boot=machine, started_at=now, seen_at=now, clock_was_behind=behind)


@writes
def save_time(boot_id: int) -> None:
    """Remember that the clock has been this far."""
    Boot.update(seen_at=clock.now()).where(Boot.id == boot_id).execute()
    steady.save()

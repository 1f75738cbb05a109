"""Registration's part of the sample seminar: people on the list, some of them here, a printer."""

import uuid
from importlib import resources

from hub import clock
from hub.access import Actor, Role
from hub.i18n import terminal_text as _
from kiosk import attendees, checkin, handouts, walk_ins
from kiosk.lists import importing
from kiosk.models import Attendee, Printer
from kiosk.presence import Kind
from kiosk.selfservice import sayings

SAMPLE = resources.files("kiosk") / "sample" / "registrants.csv"
DESKS = ("Стол 1", "Стол 2")
MINUTE_MS = 60_000
# Minutes ago at which the people of the sample came, in the order of the list: a few early, then the rush.
CAME = (52, 47, 45, 41, 38, 36, 35, 33, 31, 30, 28, 27, 26, 24, 23, 22, 20, 19, 17, 14, 12, 9, 6, 4)

KIOSK_SAYS = {
    "next": {
        "ru": "Возьмите бейдж внизу. Зал — за дверью слева.",
        "kk": "Бейджді төменнен алыңыз. Зал — сол жақтағы есіктің артында.",
        "uz": "Beyjni pastdan oling. Zal — chapdagi eshik ortida.",
        "ky": "Бейджди төмөндөн алыңыз. Зал — сол жактагы эшиктин артында.",
        "en": "Take your badge below. The hall is through the door on the left.",
    },
    "desk": {
        "ru": "Стол регистрации — справа от входа.",
        "kk": "Тіркеу үстелі — кіреберістің оң жағында.",
        "uz": "Roʻyxatdan oʻtish stoli — kirish eshigining oʻng tomonida.",
        "ky": "Каттоо үстөлү — кире бериштин оң жагында.",
        "en": "The registration desk is to the right of the entrance.",
    },
}


def stage_demo() -> None:
    """Sixty registered, some of them here."""
    with resources.as_file(SAMPLE) as list_of_registrants:
        importing.apply(importing.open_listing(list_of_registrants, SAMPLE.name), None)
    Printer.create(name=_("Pictures in a folder"), driver="picture_folder", is_default=True)
    by = Actor(None, Role.DESK, "Динара", DESKS[0], "")
    people = list(Attendee.select().order_by(Attendee.id))
    for number, (person, minutes) in enumerate(zip(people, CAME, strict=False)):
        _come(person, minutes, DESKS[number % len(DESKS)], by)
    _let_one_out(people[2], by)
    attendees.bar(people[40].id, "competitor", by)
    attendees.cancel(people[41].id, by)
    _walk_in(by)
    for name, texts in KIOSK_SAYS.items():
        sayings.say(name, texts, None)


def _come(person: Attendee, minutes_ago: int, station: str, by: Actor) -> None:
    at = clock.now() - minutes_ago * MINUTE_MS
    checkin.check_in(checkin.Scan(str(uuid.uuid4()), code=person.code, occurred_at=at, station=station), by)
    handouts.hand(handouts.Tap(str(uuid.uuid4()), person.id, handouts.Item.PACK, handouts.Action.GIVEN, station), by)


def _let_one_out(person: Attendee, by: Actor) -> None:
    at = clock.now() - 10 * MINUTE_MS
    checkin.check_in(checkin.Scan(str(uuid.uuid4()), Kind.EXIT, attendee=person.id, occurred_at=at), by)


def _walk_in(by: Actor) -> None:
    fields = {
        "surname": "Мусабекова",
        "first_name": "Әлия",
        "company": "ИП Мусабекова",
        "position": "Владелец",
        "email": "aliya@example.com",
        "phone": "+7 705 555 77 01",
    }
    new = walk_ins.register(walk_ins.WalkIn(str(uuid.uuid4()), fields, consent=True), by).attendee
    _come(new, 2, DESKS[1], by)

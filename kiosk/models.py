"""Registration's tables. Times are milliseconds since the epoch, UTC."""

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from hub.database import FoldedField, Record
from hub.models import Boot, ConsentText, Device


class Attendee(Record):
    """Somebody registered for the seminar, or who walked in.

    `presence`, `first_entry_at`, `entry_station` and `last_exit_at` are the fold of the arrivals log, kept here
    for lists and counters; the log is the truth.
    """

    id = AutoField()
    code = CharField(16, unique=True)  # the ticket
    surname = TextField(default="")
    first_name = TextField(default="")
    patronymic = TextField(default="")
    company = TextField(default="")
    position = TextField(default="")
    email = TextField(default="")
    phone = TextField(default="")  # as it was written
    phone_e164 = CharField(16, default="")
    ribbon = CharField(12, default="attendee")  # attendee, speaker, staff, press
    source = CharField(20)  # walk_in, list, bitrix_lead, …
    external_ref = TextField(null=True, index=True)
    registered_at = BigIntegerField(null=True)
    created_at = BigIntegerField()
    cancelled = BooleanField(default=False)
    barred = CharField(12, null=True)  # competitor, student: a person's decision
    consent = BooleanField(null=True)  # None: the list does not say
    consent_text = ForeignKeyField(ConsentText, null=True, backref="+")
    consent_at = BigIntegerField(null=True)
    note = TextField(default="")
    corrected = TextField(default="")  # names of fields corrected at the desk, separated by spaces: imports leave them
    other = TextField(default="")  # JSON: columns of the list that mean nothing to us, kept all the same
    sort_key = FoldedField(index=True)  # place in a list by surname and first name
    presence = CharField(8, default="expected", index=True)  # expected, here, left
    first_entry_at = BigIntegerField(null=True)
    entry_station = TextField(default="")
    last_exit_at = BigIntegerField(null=True)


class Identity(Record):
    """Every (name, contact) by which somebody has ever been known: how a row finds its person again.

    `contact` is an E.164 phone or a lower-case e-mail; for people with neither it is `row:<company>:<n>`.
    """

    id = AutoField()
    attendee = ForeignKeyField(Attendee, backref="+", on_delete="CASCADE")
    name_key = TextField()
    contact = TextField(index=True)

    class Meta:
        indexes = ((("name_key", "contact"), True),)


class SearchToken(Record):
    """A folded word by whose beginning somebody is found; `#` and the phone's digits backwards."""

    token = FoldedField()
    attendee = ForeignKeyField(Attendee, backref="+", on_delete="CASCADE", index=True)

    class Meta:
        primary_key = CompositeKey("token", "attendee")


class Arrival(Record):
    """The arrivals log: append-only. What was asked (`kind`), what was answered (`outcome`), by whom, when.

    `occurred_at` is corrected by the device's offset; the device's own time is kept beside it.
    """

    id = CharField(36, primary_key=True)  # the device's UUID: a repeat gets the original verdict
    attendee = ForeignKeyField(Attendee, null=True, backref="+", index=True)
    kind = CharField(8)  # entry, exit, undo
    outcome = CharField(12)
    undoes = CharField(36, null=True)
    reason = TextField(default="")
    scanned = TextField(default="")  # what the scanner gave
    device_time = BigIntegerField(null=True)
    occurred_at = BigIntegerField()
    received_at = BigIntegerField(index=True)
    boot = ForeignKeyField(Boot, null=True, backref="+")
    station = TextField(default="")
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField(default="")
    address = CharField(64, default="")
    verdict = TextField()  # JSON: the reply, word for word


class Handout(Record):
    """Packs and paper questionnaires: given, returned, taken back. Append-only, counted by its balance."""

    id = CharField(36, primary_key=True)
    attendee = ForeignKeyField(Attendee, backref="+", index=True)
    item = CharField(14)  # pack, questionnaire
    action = CharField(10)  # given, returned, undone; repeat: given or returned already
    undoes = CharField(36, null=True)
    at = BigIntegerField()
    station = TextField(default="")
    who = TextField(default="")


class ImportRun(Record):
    """A list that was taken in, with what became of each of its rows."""

    id = AutoField()
    at = BigIntegerField()
    who = TextField()
    filename = TextField()
    sha256 = CharField(64)
    source = CharField(20)
    report = TextField()  # JSON


class HeadingMap(Record):
    """A mapping corrected by hand, remembered for its set of headings."""

    fingerprint = CharField(64, primary_key=True)
    mapping = TextField()  # JSON: heading -> field, or null to leave the column out
    at = BigIntegerField()


class Printer(Record):
    """A printer by the name people call it."""

    id = AutoField()
    name = TextField(unique=True)
    driver = CharField(30)
    address = TextField(default="")
    is_default = BooleanField(default=False)
    station = TextField(default="")  # the desk it stands at; empty serves all
    state = CharField(20, default="unknown")  # last known: ok, or a trouble's code
    state_at = BigIntegerField(null=True)
    removed = BooleanField(default=False)
    paper = CharField(16, default="roll80")  # a code of kiosk.paper.papers
    dpi = IntegerField(default=203)
    second_id: int | None  # peewee's own name for the column behind `second`
    layout = TextField(default="")  # name of a badge layout; empty: the one that comes with the box
    second = ForeignKeyField("self", null=True, backref="+", on_delete="SET NULL")  # prints while this one cannot
    labels_left = IntegerField(null=True)  # on the roll; None: nobody counts


class BadgeBatch(Record):
    """Badges printed in advance: all, those that changed since, or blank ones; a person stops it and goes on."""

    id = AutoField()
    kind = CharField(10)  # everybody, changed, blank
    printer = ForeignKeyField(Printer, null=True, backref="+")
    state = CharField(10)  # running, stopped, cancelled
    total = IntegerField()
    created_at = BigIntegerField()
    who = TextField(default="")


class PrintJob(Record):
    """A badge on its way.

    `sent` means that the printer took it, not that paper came out; `printed` that the printer itself said so.
    """

    id = AutoField()
    attendee = ForeignKeyField(Attendee, null=True, backref="+", index=True, on_delete="CASCADE")  # None: a blank badge
    printer = ForeignKeyField(Printer, null=True, backref="+")
    request = CharField(36, unique=True)  # UUID of the admission or of the wish: asked twice is one badge
    station = TextField(default="")
    state = CharField(10, default="queued", index=True)
    # queued, claimed, sent, printed, failed, doubtful, stale, dropped
    reason = TextField(default="")
    attempts = IntegerField(default=0)
    not_before = BigIntegerField(default=0)
    created_at = BigIntegerField()
    changed_at = BigIntegerField()
    batch_id: int | None  # peewee's own names for the columns behind `batch` and `attendee`
    attendee_id: int | None
    batch = ForeignKeyField(BadgeBatch, null=True, backref="+")
    said = TextField(default="")  # fingerprint of what the badge says: who has changed since gets another


class KioskText(Record):
    """What the organiser lets the kiosk say, in one language."""

    name = CharField(20)  # welcome, next, …
    language = CharField(2)
    text = TextField()

    class Meta:
        primary_key = CompositeKey("name", "language")


class KioskCall(Record):
    """Somebody at a kiosk calls for help; a person at a desk says that they are coming."""

    id = CharField(36, primary_key=True)  # the kiosk's UUID
    device = ForeignKeyField(Device, null=True, backref="+")
    kiosk = TextField()  # its name, as it stands on it
    at = BigIntegerField(index=True)
    answered_at = BigIntegerField(null=True)
    answered_by = TextField(default="")


TABLES = (
    Attendee,
    Identity,
    SearchToken,
    Arrival,
    Handout,
    ImportRun,
    HeadingMap,
    Printer,
    BadgeBatch,
    PrintJob,
    KioskText,
    KioskCall,
)

"""Registration's tables as they were at first; of the ground floor's, what they point at."""

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from hub.database import FoldedField


class ConsentText(Model):
    id = AutoField()


class Device(Model):
    id = CharField(36, primary_key=True)


class Boot(Model):
    id = AutoField()


class Attendee(Model):
    id = AutoField()
    code = CharField(16, unique=True)
    surname = TextField(default="")
    first_name = TextField(default="")
    patronymic = TextField(default="")
    company = TextField(default="")
    position = TextField(default="")
    email = TextField(default="")
    phone = TextField(default="")
    phone_e164 = CharField(16, default="")
    ribbon = CharField(12, default="attendee")
    source = CharField(20)
    external_ref = TextField(null=True, index=True)
    registered_at = BigIntegerField(null=True)
    created_at = BigIntegerField()
    cancelled = BooleanField(default=False)
    barred = CharField(12, null=True)
    consent = BooleanField(null=True)
    consent_text = ForeignKeyField(ConsentText, null=True, backref="+")
    consent_at = BigIntegerField(null=True)
    note = TextField(default="")
    corrected = TextField(default="")
    other = TextField(default="")
    sort_key = FoldedField(index=True)
    presence = CharField(8, default="expected", index=True)
    first_entry_at = BigIntegerField(null=True)
    entry_station = TextField(default="")
    last_exit_at = BigIntegerField(null=True)


class Identity(Model):
    id = AutoField()
    attendee = ForeignKeyField(Attendee, backref="+", on_delete="CASCADE")
    name_key = TextField()
    contact = TextField(index=True)

    class Meta:
        indexes = ((("name_key", "contact"), True),)


class SearchToken(Model):
    token = FoldedField()
    attendee = ForeignKeyField(Attendee, backref="+", on_delete="CASCADE", index=True)

    class Meta:
        primary_key = CompositeKey("token", "attendee")


class Arrival(Model):
    id = CharField(36, primary_key=True)
    attendee = ForeignKeyField(Attendee, null=True, backref="+", index=True)
    kind = CharField(8)
    outcome = CharField(12)
    undoes = CharField(36, null=True)
    reason = TextField(default="")
    scanned = TextField(default="")
    device_time = BigIntegerField(null=True)
    occurred_at = BigIntegerField()
    received_at = BigIntegerField(index=True)
    boot = ForeignKeyField(Boot, null=True, backref="+")
    station = TextField(default="")
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField(default="")
    address = CharField(64, default="")
    verdict = TextField()


class Handout(Model):
    id = CharField(36, primary_key=True)
    attendee = ForeignKeyField(Attendee, backref="+", index=True)
    item = CharField(14)
    action = CharField(10)
    undoes = CharField(36, null=True)
    at = BigIntegerField()
    station = TextField(default="")
    who = TextField(default="")


class ImportRun(Model):
    id = AutoField()
    at = BigIntegerField()
    who = TextField()
    filename = TextField()
    sha256 = CharField(64)
    source = CharField(20)
    report = TextField()


class HeadingMap(Model):
    fingerprint = CharField(64, primary_key=True)
    mapping = TextField()
    at = BigIntegerField()


class Printer(Model):
    id = AutoField()
    name = TextField(unique=True)
    driver = CharField(30)
    address = TextField(default="")
    width_px = IntegerField(default=576)
    is_default = BooleanField(default=False)
    station = TextField(default="")
    state = CharField(20, default="unknown")
    state_at = BigIntegerField(null=True)
    removed = BooleanField(default=False)


class PrintJob(Model):
    id = AutoField()
    attendee = ForeignKeyField(Attendee, backref="+", index=True, on_delete="CASCADE")
    printer = ForeignKeyField(Printer, null=True, backref="+")
    request = CharField(36, unique=True)
    station = TextField(default="")
    state = CharField(10, default="queued", index=True)
    reason = TextField(default="")
    attempts = IntegerField(default=0)
    not_before = BigIntegerField(default=0)
    created_at = BigIntegerField()
    changed_at = BigIntegerField()


TABLES = (Attendee, Identity, SearchToken, Arrival, Handout, ImportRun, HeadingMap, Printer, PrintJob)


def up(migrator, db):
    with db.bind_ctx(TABLES, bind_refs=True, bind_backrefs=False):
        db.create_tables(TABLES, safe=False)

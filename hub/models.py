"""The ground floor's tables. Times are milliseconds since the epoch, UTC."""

from peewee import AutoField, BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from hub.database import Record


class Seminar(Record):
    """The one seminar of this folder; there is exactly one row."""

    id = AutoField()
    title = TextField()
    organiser = TextField(default="")
    date = CharField(10)  # ISO date in the seminar's zone
    place = TextField(default="")
    capacity = IntegerField(default=0)
    zone = CharField(40, default="Asia/Almaty")
    country = CharField(2, default="KZ")
    language = CharField(2, default="ru")
    tag = CharField(2)  # in every ticket code, so that another seminar's ticket is told apart
    consent_storage = TextField(default="")
    badge_on_entry = BooleanField(default=True)
    pin_generation = IntegerField(default=0)


class ConsentText(Record):
    """A version of the consent to personal-data processing, kept for as long as somebody agreed to it."""

    id = AutoField()
    language = CharField(2)
    version = IntegerField()
    body = TextField()
    created_at = BigIntegerField()

    class Meta:
        indexes = ((("language", "version"), True),)


class Device(Record):
    """A browser or a program that was let in, and by what name."""

    id = CharField(36, primary_key=True)
    role = CharField(16)
    name = TextField()
    station = TextField(default="")
    address = CharField(64, default="")
    token_hash = CharField(64, null=True, unique=True)
    created_at = BigIntegerField()
    seen_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)


class SignInLink(Record):
    """A one-time way in, shown by the hub as a QR."""

    token_hash = CharField(64, primary_key=True)
    role = CharField(16)
    created_at = BigIntegerField()
    expires_at = BigIntegerField()
    used_at = BigIntegerField(null=True)


class Pairing(Record):
    """A browser without a keyboard that asks to be let in: it shows `code`, and a person lets that code in."""

    id = CharField(36, primary_key=True)
    code = CharField(8, index=True)
    role = CharField(16)
    secret_hash = CharField(64, unique=True)  # of what only that browser knows
    address = CharField(64, default="")
    created_at = BigIntegerField()
    expires_at = BigIntegerField()
    device = ForeignKeyField(Device, null=True, backref="+")  # what it became
    claimed_at = BigIntegerField(null=True)  # when it came in


class Boot(Record):
    """One life of the hub. `seen_at` is the last time it saved, below which its clock never goes."""

    id = AutoField()
    machine_boot = TextField()
    started_at = BigIntegerField()
    seen_at = BigIntegerField()
    clock_was_behind = BooleanField(default=False)


class SteadyClock(Record):
    """The steady clock's standing (hub.steady): one row. `ahead` is what the monotonic clock lacks to the epoch, ms."""

    id = AutoField()
    machine_boot = TextField()
    ahead = BigIntegerField()
    seen_at = BigIntegerField()  # its own time when last saved
    set_number = IntegerField(default=0)  # grows whenever its time is changed, so that pages learn their offset anew
    doubted = BooleanField(default=False)  # the machine was off: a person has to say what time it is
    woke_at = BigIntegerField(default=0)  # its own time when the machine came back
    wall_ahead = BigIntegerField(default=0)  # of the wall clock, when a person last said what time it is, ms


class AuditEntry(Record):
    """Who changed what, from where, when. Append-only; the arrivals log keeps the same of itself."""

    id = AutoField()
    at = BigIntegerField(index=True)
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()
    address = CharField(64, default="")
    action = CharField(40)
    subject = TextField(default="")
    detail = TextField(default="")


TABLES = (Seminar, ConsentText, Device, SignInLink, Pairing, Boot, SteadyClock, AuditEntry)

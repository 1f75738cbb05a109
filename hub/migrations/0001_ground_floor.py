"""The ground floor's tables as they were at first."""

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


class Seminar(Model):
    id = AutoField()
    title = TextField()
    organiser = TextField(default="")
    date = CharField(10)
    place = TextField(default="")
    capacity = IntegerField(default=0)
    zone = CharField(40, default="Asia/Almaty")
    country = CharField(2, default="KZ")
    language = CharField(2, default="ru")
    tag = CharField(2)
    consent_storage = TextField(default="")
    badge_on_entry = BooleanField(default=True)
    pin_generation = IntegerField(default=0)


class ConsentText(Model):
    id = AutoField()
    language = CharField(2)
    version = IntegerField()
    body = TextField()
    created_at = BigIntegerField()

    class Meta:
        indexes = ((("language", "version"), True),)


class Device(Model):
    id = CharField(36, primary_key=True)
    role = CharField(16)
    name = TextField()
    station = TextField(default="")
    address = CharField(64, default="")
    token_hash = CharField(64, null=True, unique=True)
    created_at = BigIntegerField()
    seen_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)


class SignInLink(Model):
    token_hash = CharField(64, primary_key=True)
    role = CharField(16)
    created_at = BigIntegerField()
    expires_at = BigIntegerField()
    used_at = BigIntegerField(null=True)


class Boot(Model):
    id = AutoField()
    machine_boot = TextField()
    started_at = BigIntegerField()
    seen_at = BigIntegerField()
    clock_was_behind = BooleanField(default=False)


class AuditEntry(Model):
    id = AutoField()
    at = BigIntegerField(index=True)
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()
    address = CharField(64, default="")
    action = CharField(40)
    subject = TextField(default="")
    detail = TextField(default="")


TABLES = (Seminar, ConsentText, Device, SignInLink, Boot, AuditEntry)


def up(migrator, db):
    with db.bind_ctx(TABLES, bind_refs=True, bind_backrefs=False):
        db.create_tables(TABLES, safe=False)

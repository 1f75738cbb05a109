"""The planned programme, pairing of devices, the steady clock."""

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


class Device(Model):
    id = CharField(36, primary_key=True)


class Pairing(Model):
    id = CharField(36, primary_key=True)
    code = CharField(8, index=True)
    role = CharField(16)
    secret_hash = CharField(64, unique=True)
    address = CharField(64, default="")
    created_at = BigIntegerField()
    expires_at = BigIntegerField()
    device = ForeignKeyField(Device, null=True, backref="+")
    claimed_at = BigIntegerField(null=True)


class SteadyClock(Model):
    id = AutoField()
    machine_boot = TextField()
    ahead = BigIntegerField()
    seen_at = BigIntegerField()
    set_number = IntegerField(default=0)
    doubted = BooleanField(default=False)
    woke_at = BigIntegerField(default=0)
    wall_ahead = BigIntegerField(default=0)


class ProgrammeItem(Model):
    id = AutoField()
    start = CharField(5)
    end = CharField(5)
    kind = CharField(16)
    title = TextField()
    speaker = TextField(default="")
    company = TextField(default="")
    phone = TextField(default="")
    theses = TextField(default="")
    questions_min = IntegerField(default=0)
    food = BooleanField(null=True)
    least_min = IntegerField(default=15)
    card_10_s = IntegerField(null=True, default=600)
    card_5_s = IntegerField(null=True, default=300)
    card_stop_s = IntegerField(null=True, default=0)
    removed_at = BigIntegerField(null=True)


class ProgrammeVersion(Model):
    id = AutoField()
    at = BigIntegerField()
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()
    content = TextField()
    approved_at = BigIntegerField(null=True)
    approved_by = TextField(default="")
    told_at = BigIntegerField(null=True)
    told_by = TextField(default="")


TABLES = (Pairing, SteadyClock, ProgrammeItem, ProgrammeVersion)


def up(migrator, db):
    with db.bind_ctx(TABLES, bind_refs=True, bind_backrefs=False):
        db.create_tables(TABLES, safe=False)

"""The timer's tables as they were at first; of the ground floor's, what they point at."""

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


class ProgrammeItem(Model):
    id = AutoField()


class TimerChange(Model):
    seq = AutoField()
    id = CharField(36, unique=True)
    at = BigIntegerField()
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()
    action = CharField(24)
    detail = TextField(default="")
    rundown = TextField()
    stage = TextField()
    undo_to = IntegerField(null=True)
    undo_action = CharField(24, default="")
    undo_detail = TextField(default="")


class WatchLink(Model):
    token_hash = CharField(64, primary_key=True)
    name = TextField()
    created_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)


class Display(Model):
    device = ForeignKeyField(Device, primary_key=True, backref="+")
    view = CharField(8, default="stage")
    chime = BooleanField(default=False)
    link = ForeignKeyField(WatchLink, null=True, backref="+")


class Webhook(Model):
    id = AutoField()
    url = TextField()
    secret = CharField(64)
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)
    told_seq = IntegerField(default=0)
    told_card = TextField(default="")
    taken_until = BigIntegerField(null=True)
    tried_at = BigIntegerField(null=True)
    trouble = TextField(default="")


class SpeakerCheck(Model):
    number = AutoField()
    id = CharField(36, unique=True)
    item = ForeignKeyField(ProgrammeItem, backref="+")
    at = BigIntegerField()
    answer = CharField(8)
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()


TABLES = (TimerChange, WatchLink, Display, Webhook, SpeakerCheck)


def up(migrator, db):
    with db.bind_ctx(TABLES, bind_refs=True, bind_backrefs=False):
        db.create_tables(TABLES, safe=False)

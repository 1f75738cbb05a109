"""Announcements; of the earlier tables, what they point at."""

from peewee import (
    AutoField,
    BigIntegerField,
    CharField,
    ForeignKeyField,
    Model,
    TextField,
)


class Device(Model):
    id = CharField(36, primary_key=True)


class Announcement(Model):
    seq = AutoField()
    id = CharField(36, unique=True)
    kind = CharField(12)
    text = TextField(default="")
    screens = TextField(default="")
    at = BigIntegerField()
    expires_at = BigIntegerField(null=True)
    taken_back_at = BigIntegerField(null=True)
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()


TABLES = (Announcement,)


def up(migrator, db):
    with db.bind_ctx(TABLES, bind_refs=True, bind_backrefs=False):
        db.create_tables(TABLES, safe=False)

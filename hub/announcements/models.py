"""Announcements' table. Moments are milliseconds by the steady clock (hub.steady)."""

from peewee import AutoField, BigIntegerField, CharField, ForeignKeyField, TextField

from hub.database import Record
from hub.models import Device


class Announcement(Record):
    """What was told, on which screens, until when. Rows are never changed but to be taken back."""

    seq = AutoField()
    id = CharField(36, unique=True)  # of the tap: a repeat tells nothing twice
    kind = CharField(12)  # of hub.announcements.telling.Kind
    text = TextField(default="")  # the person's own words; empty: the kind's
    screens = TextField(default="")  # JSON list of devices; empty: all
    at = BigIntegerField()
    expires_at = BigIntegerField(null=True)
    taken_back_at = BigIntegerField(null=True)
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()


TABLES = (Announcement,)

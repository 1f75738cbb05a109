"""The planned programme's tables. Times of day are «10:05» in the seminar's zone."""

from peewee import AutoField, BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from hub.database import Record
from hub.models import Device


class ProgrammeItem(Record):
    """One line of the programme. A removed one stays: the rundown of the day may have run it."""

    id = AutoField()
    start = CharField(5)
    end = CharField(5)
    kind = CharField(16)  # of hub.programme.kinds.Kind
    title = TextField()
    speaker = TextField(default="")
    company = TextField(default="")
    phone = TextField(default="")
    theses = TextField(default="")  # one on a line
    questions_min = IntegerField(default=0)  # of the slot, kept for questions
    food = BooleanField(null=True)  # of a break; None: nobody has said
    least_min = IntegerField(default=15)  # of a break: how short it may become
    # Time left at which a card goes by itself, seconds; None: it does not.
    card_10_s = IntegerField(null=True, default=600)
    card_5_s = IntegerField(null=True, default=300)
    card_stop_s = IntegerField(null=True, default=0)
    removed_at = BigIntegerField(null=True)


class ProgrammeVersion(Record):
    """The whole programme after a change, and who made it. `content` is JSON, a list of items."""

    id = AutoField()
    at = BigIntegerField()
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()
    content = TextField()
    # The coordinator knows this version: approved it, or was told of it.
    approved_at = BigIntegerField(null=True)
    approved_by = TextField(default="")
    told_at = BigIntegerField(null=True)
    told_by = TextField(default="")


TABLES = (ProgrammeItem, ProgrammeVersion)

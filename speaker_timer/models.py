"""The timer's tables. Moments are milliseconds by the steady clock (hub.steady)."""

from peewee import AutoField, BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from hub.database import Record
from hub.models import Device
from hub.programme.models import ProgrammeItem


class TimerChange(Record):
    """The whole state after a change, in order. The last row is how things stand; `seq` only grows."""

    seq = AutoField()
    id = CharField(36, unique=True)  # of the tap: a repeat changes nothing
    at = BigIntegerField()
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()
    action = CharField(24)
    detail = TextField(default="")  # which card, or how much time in ms
    rundown = TextField()
    stage = TextField()
    # Where one tap on "undo" leads, and which action it undoes.
    undo_to = IntegerField(null=True)
    undo_action = CharField(24, default="")
    undo_detail = TextField(default="")


class WatchLink(Record):
    """A link by which speakers may watch their time, and nothing else."""

    token_hash = CharField(64, primary_key=True)
    name = TextField()
    created_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)


class Display(Record):
    """How a paired display shows the timer."""

    device = ForeignKeyField(Device, primary_key=True, backref="+")
    view = CharField(8, default="stage")  # of speaker_timer.displays.View
    chime = BooleanField(default=False)
    link = ForeignKeyField(WatchLink, null=True, backref="+")  # what a speaker's own phone came in by


class Webhook(Record):
    """An address that is told of each change: a lamp, a recorder, another program."""

    id = AutoField()
    url = TextField()
    secret = CharField(64)
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)
    told_seq = IntegerField(default=0)  # the newest state it has taken
    told_card = TextField(default="")  # and the key of the card that was on then
    taken_until = BigIntegerField(null=True)  # a courier is on its way, no longer than until then
    tried_at = BigIntegerField(null=True)
    trouble = TextField(default="")  # why the last try failed; empty: it did not


class SpeakerCheck(Record):
    """An answer to "is the speaker here?". Append-only; the newest counts."""

    number = AutoField()  # in the order given, whatever the clock was set to between
    id = CharField(36, unique=True)
    item = ForeignKeyField(ProgrammeItem, backref="+")
    at = BigIntegerField()
    answer = CharField(8)  # here, absent, called
    device = ForeignKeyField(Device, null=True, backref="+")
    who = TextField()


TABLES = (TimerChange, WatchLink, Display, Webhook, SpeakerCheck)

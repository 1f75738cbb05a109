"""Signage's tables. Moments are milliseconds since the epoch; announcements' by the steady clock (hub.steady)."""

from peewee import AutoField, BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from hub.database import Record
from hub.models import Device


class RoutePoint(Record):
    """A place on the way where somebody must not have to ask. A removed one stays, for what was done there."""

    id = AutoField()
    entrance = TextField(default="")  # the street door it belongs to; empty: shared by all
    position = IntegerField()
    place = TextField()
    floor = CharField(12, default="")
    arrow = CharField(12)  # of signage.arrows.Arrow: to the desk and the hall
    coffee_arrow = CharField(12, default="")  # empty: as `arrow`
    hall_arrow = CharField(12, default="")  # empty: as `arrow`, at the desk itself none
    exit_arrow = CharField(12, default="")  # empty: the opposite of `arrow`
    text = TextField(default="")
    exit_text = TextField(default="")  # its own way out in an evacuation
    means = CharField(8)  # of signage.route.Means
    is_desk = BooleanField(default=False)
    fork = BooleanField(default=False)  # ways part here
    metres = IntegerField(null=True)  # to the next point
    photo = CharField(60, default="")  # a file's name in the folder's signs/
    placed_at = BigIntegerField(null=True)
    placed_by = TextField(default="")
    placed_photo = CharField(60, default="")
    removed_at = BigIntegerField(null=True)
    wish = CharField(36, null=True, unique=True)  # of the form that added it: sent twice it adds one point


class Entrance(Record):
    """A street door by which attendees come."""

    id = AutoField()
    name = TextField(unique=True)


class Screen(Record):
    """A paired screen: where it stands and how it shows."""

    device = ForeignKeyField(Device, primary_key=True, backref="+")
    point = ForeignKeyField(RoutePoint, null=True, backref="+")
    turned = IntegerField(default=0)  # degrees clockwise: 0, 90, 180, 270
    theme = CharField(8, default="bright")  # bright lobby, dark hall
    languages = CharField(20, default="ru")  # in their order, comma between
    side_by_side = BooleanField(default=False)  # else in turn


class PhaseText(Record):
    """The organiser's own words for a phase, on one screen or (screen null) on all."""

    id = AutoField()
    phase = CharField(12)
    language = CharField(2)
    screen = ForeignKeyField(Screen, null=True, backref="+")
    text = TextField()

    class Meta:
        indexes = ((("phase", "language", "screen"), True),)


class Slide(Record):
    """Something shown in turn with the way: a partner's logo, a hashtag, the Wi-Fi with its QR."""

    id = AutoField()
    kind = CharField(8)  # of signage.slides.SlideKind
    content = TextField()  # JSON
    image = CharField(60, default="")
    screen = ForeignKeyField(Screen, null=True, backref="+")  # null: on all
    position = IntegerField()
    removed_at = BigIntegerField(null=True)


TABLES = (RoutePoint, Entrance, Screen, PhaseText, Slide)

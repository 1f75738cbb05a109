"""Signage's tables as they were at first; of the ground floor's, what they point at."""

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


class RoutePoint(Model):
    id = AutoField()
    entrance = TextField(default="")
    position = IntegerField()
    place = TextField()
    floor = CharField(12, default="")
    arrow = CharField(12)
    coffee_arrow = CharField(12, default="")
    hall_arrow = CharField(12, default="")
    exit_arrow = CharField(12, default="")
    text = TextField(default="")
    exit_text = TextField(default="")
    means = CharField(8)
    is_desk = BooleanField(default=False)
    fork = BooleanField(default=False)
    metres = IntegerField(null=True)
    photo = CharField(60, default="")
    placed_at = BigIntegerField(null=True)
    placed_by = TextField(default="")
    placed_photo = CharField(60, default="")
    removed_at = BigIntegerField(null=True)
    wish = CharField(36, null=True, unique=True)


class Entrance(Model):
    id = AutoField()
    name = TextField(unique=True)


class Screen(Model):
    device = ForeignKeyField(Device, primary_key=True, backref="+")
    point = ForeignKeyField(RoutePoint, null=True, backref="+")
    turned = IntegerField(default=0)
    theme = CharField(8, default="bright")
    languages = CharField(20, default="ru")
    side_by_side = BooleanField(default=False)


class PhaseText(Model):
    id = AutoField()
    phase = CharField(12)
    language = CharField(2)
    screen = ForeignKeyField(Screen, null=True, backref="+")
    text = TextField()

    class Meta:
        indexes = ((("phase", "language", "screen"), True),)


class Slide(Model):
    id = AutoField()
    kind = CharField(8)
    content = TextField()
    image = CharField(60, default="")
    screen = ForeignKeyField(Screen, null=True, backref="+")
    position = IntegerField()
    removed_at = BigIntegerField(null=True)


TABLES = (RoutePoint, Entrance, Screen, PhaseText, Slide)


def up(migrator, db):
    with db.bind_ctx(TABLES, bind_refs=True, bind_backrefs=False):
        db.create_tables(TABLES, safe=False)

"""Papers, layouts and a second printer; badges in advance; what the self-service kiosk says and asks for."""

from peewee import AutoField, BigIntegerField, CharField, CompositeKey, ForeignKeyField, IntegerField, Model, TextField

# At 203 dots an inch, all that could be chosen so far.
PAPERS = {384: "roll58", 576: "roll80", 832: "roll104"}


class Device(Model):
    id = CharField(36, primary_key=True)


class Printer(Model):
    id = AutoField()
    width_px = IntegerField()
    paper = CharField(16)


class BadgeBatch(Model):
    id = AutoField()
    kind = CharField(10)
    printer = ForeignKeyField(Printer, null=True, backref="+")
    state = CharField(10)
    total = IntegerField()
    created_at = BigIntegerField()
    who = TextField(default="")


class KioskText(Model):
    name = CharField(20)
    language = CharField(2)
    text = TextField()

    class Meta:
        primary_key = CompositeKey("name", "language")


class KioskCall(Model):
    id = CharField(36, primary_key=True)
    device = ForeignKeyField(Device, null=True, backref="+")
    kiosk = TextField()
    at = BigIntegerField(index=True)
    answered_at = BigIntegerField(null=True)
    answered_by = TextField(default="")


TABLES = (BadgeBatch, KioskText, KioskCall)


def up(migrator, db):
    with db.bind_ctx((*TABLES, Device, Printer), bind_refs=True, bind_backrefs=False):
        db.create_tables(TABLES, safe=False)
        second = ForeignKeyField(Printer, field=Printer.id, null=True, backref="+", on_delete="SET NULL")
        batch = ForeignKeyField(BadgeBatch, field=BadgeBatch.id, null=True, backref="+")
        migrator.migrate(
            migrator.add_column("printer", "paper", CharField(16, default="roll80")),
            migrator.add_column("printer", "dpi", IntegerField(default=203)),
            migrator.add_column("printer", "layout", TextField(default="")),
            migrator.add_column("printer", "second_id", second),
            migrator.add_column("printer", "labels_left", IntegerField(null=True)),
            migrator.drop_not_null("printjob", "attendee_id"),
            migrator.add_column("printjob", "batch_id", batch),
            migrator.add_column("printjob", "said", TextField(default="")),
        )
        for width, paper in PAPERS.items():
            Printer.update(paper=paper).where(Printer.width_px == width).execute()
    migrator.migrate(migrator.drop_column("printer", "width_px"))

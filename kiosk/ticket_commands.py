"""`kiosk tickets DIR`."""

from pathlib import Path

import click
from flask_babel import gettext

from hub import dates, i18n, seminar, settings, whole_files
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.errors import Refusal
from hub.i18n import terminal_text as _
from hub.models import Seminar
from kiosk.file_names import safe_name
from kiosk.models import Attendee
from kiosk.ticket_pictures import Ticket, ticket_png


def add(group: click.Group) -> None:
    """Add `kiosk tickets` to the one entry point."""
    group.add_command(_tickets())


def _tickets() -> click.Command:
    @click.command("tickets", help=_("Write a picture of every attendee's ticket into a folder."))
    @click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
    @run_refusing
    def tickets(folder: Path) -> None:
        open_folder(settings.load())
        with db.connection_context():
            count = write_tickets(folder)
        click.echo(_("Tickets written: %(count)s, folder: %(folder)s") % {"count": count, "folder": folder})

    return tickets


def write_tickets(folder: Path) -> int:
    """Write a PNG for everybody who may come, named for the person; return how many.

    A ticket of an earlier run is written anew; one whose name was corrected since stands beside it under the old name.
    Raises Refusal `no_seminar` or `ticket_not_written`.
    """
    facts = seminar.current()
    people = Attendee.select().where(~Attendee.cancelled).order_by(Attendee.sort_key)
    count = 0
    with i18n.speaking(facts.language):
        for person in people.iterator():
            name = safe_name(f"{person.surname} {person.first_name}") + f" - {person.code}.png"
            _write(folder / name, ticket_png(_ticket(person, facts)))
            count += 1
    return count


def _ticket(person: Attendee, facts: Seminar) -> Ticket:
    return Ticket(
        name=f"{person.first_name} {person.surname}",
        company=person.company,
        code=person.code,
        seminar=facts.title,
        when_and_where=" · ".join(part for part in (dates.day(facts.date), facts.place) if part),
        hint=gettext("Show this code at the registration desk. Turn the brightness up."),
    )


def _write(path: Path, content: bytes) -> None:
    try:
        whole_files.write(path, content)
    except OSError as error:
        raise Refusal("ticket_not_written", file=path, reason=error.strerror or "") from error

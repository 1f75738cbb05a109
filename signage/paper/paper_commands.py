"""`kiosk signs DIR`."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import click
from flask_babel import gettext

from hub import addresses, i18n, seminar, settings, whole_files
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.entry_pages import is_here_only
from hub.errors import Refusal
from hub.folder import Folder
from hub.i18n import LANGUAGES
from hub.i18n import terminal_text as _
from hub.settings import Settings
from kiosk.file_names import safe_name
from signage.paper import sheets
from signage.paper.hall import hall_of
from signage.paper.marks import Sheet
from signage.paper.order import ALL_KINDS, LONGEST_ADDRESS, Order
from signage.paper.papers import Colour, Format, Orientation, Paper

ROUTE = "/route"
T = TypeVar("T", bound=Callable[..., Any] | click.Command)


def add(group: click.Group) -> None:
    """Add `kiosk signs` to the one entry point."""
    group.add_command(_signs())


def _signs() -> click.Command:
    @click.command("signs", help=_("Write the paper signs as PDF files into a folder."))
    @click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
    @_choice("size", Format, Format.A4, _("Paper."))
    @_choice("turned", Orientation, Orientation.PORTRAIT, _("How it hangs."))
    @_choice("colour", Colour, Colour.YELLOW, _("Ground."))
    @click.option(
        "--language",
        type=click.Choice(sorted(LANGUAGES)),
        multiple=True,
        help=_("Language; may be repeated, the first is the largest."),
    )
    @click.option("--hall", help=_("Name of the hall, on its door."))
    @click.option("--address", help=_("Where phones find the hub, as http://192.168.1.10:8000."))
    @run_refusing
    def signs(folder: Path, size: Format, turned: Orientation, colour: Colour, **given: Any) -> None:
        box = settings.load()
        home = open_folder(box)
        with db.connection_context():
            order = _order(Paper(size, turned, colour), box, **given)
            if is_here_only(order.address.partition("//")[2]):
                click.echo(
                    _("Only this machine can open the address in the QR, phones cannot. Give another: --address.")
                )
            count = write_signs(folder, order, home)
        click.echo(_("Files written: %(count)s, folder: %(folder)s") % {"count": count, "folder": folder})

    return signs


def _choice(name: str, kinds: type[StrEnum], usual: StrEnum, told: str) -> Callable[[T], T]:
    return click.option(
        f"--{name}",
        # By their values: left to itself the library shows members of an enum by their names in capitals.
        type=click.Choice([str(kind) for kind in kinds]),
        callback=lambda _context, _option, value: kinds(value),
        default=str(usual),
        show_default=True,
        help=told,
    )


def _order(paper: Paper, box: Settings, language: tuple[str, ...], hall: str | None, address: str | None) -> Order:
    """What was asked for; the rest as the seminar has it. Raises Refusal `no_seminar`."""
    facts = seminar.current()
    hub = (address or _found(box))[:LONGEST_ADDRESS].rstrip("/")
    languages = tuple(dict.fromkeys(language)) or (facts.language,)
    return Order(paper, languages, ALL_KINDS, None, hall_of(facts.place) if hall is None else hall, hub + ROUTE)


def _found(given: Settings) -> str:
    """The likeliest address of this machine in its network."""
    host = addresses.of(given.host)[-1]
    return f"http://{host}:{given.port}"


def write_signs(folder: Path, order: Order, home: Folder) -> int:
    """Write a PDF for each sign and one of all together; return how many.

    Raises Refusal `no_seminar` or `sign_not_written`.
    """
    # A second and 40 MB of libraries (measured) that no other command needs.
    from signage.paper.pdf import draw

    facts = seminar.current()
    with i18n.speaking(facts.language):
        made = sheets.sheets(order, facts, home)
        files = {**_by_name(made), gettext("All signs"): made}
        for name, pages in files.items():
            content = draw(pages, f"{name} - {facts.title}", order.languages[0])
            _write(folder / f"{safe_name(name)}.pdf", content)
    return len(files)


def _by_name(made: list[Sheet]) -> dict[str, list[Sheet]]:
    found: dict[str, list[Sheet]] = {}
    for sheet in made:
        found.setdefault(sheet.name, []).append(sheet)
    return found


def _write(path: Path, content: bytes) -> None:
    try:
        whole_files.write(path, content)
    except OSError as error:
        raise Refusal("sign_not_written", file=path, reason=error.strerror or "") from error

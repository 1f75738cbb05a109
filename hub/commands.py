"""`kiosk init`, `serve`, `token`, `check`."""

import click

from hub import check, seminar, serving, settings, signin
from hub.access import Role
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.i18n import LANGUAGES
from hub.i18n import terminal_text as _

ZONES = {"KZ": "Asia/Almaty", "KG": "Asia/Bishkek", "UZ": "Asia/Tashkent"}


def add(group: click.Group) -> None:
    """Add the ground floor's commands to the one entry point."""
    for make in (_init, _serve, _token):
        group.add_command(make())
    check.add(group)


def _init() -> click.Command:
    @click.command("init", help=_("Open a new seminar in the data folder."))
    @click.option("--title", default=_("Business seminar"), show_default=True, help=_("Name of the seminar."))
    @click.option("--organiser", default="", help=_("The company that holds it."))
    @click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d", "%d.%m.%Y"]),
        help=_("Day, as 28.11.2026 or 2026-11-28; today if left out."),
    )
    @click.option("--place", default="", help=_("Where it is."))
    @click.option("--capacity", type=click.IntRange(0), default=0, help=_("How many people are planned."))
    @click.option("--country", type=click.Choice(sorted(ZONES)), default="KZ", show_default=True, help=_("Country."))
    @click.option(
        "--language",
        type=click.Choice(sorted(LANGUAGES)),
        default="ru",
        show_default=True,
        help=_("Language."),
    )
    @run_refusing
    def init(**facts: object) -> None:
        given = {name: value for name, value in facts.items() if value is not None}
        if "date" in given:
            given["date"] = f"{given['date']:%Y-%m-%d}"
        folder = open_folder(settings.load())
        with db.connection_context():
            found = seminar.begin(zone=ZONES[str(given["country"])], **given)
        click.echo(_("Seminar opened: %(title)s, folder %(folder)s") % {"title": found.title, "folder": folder.root})

    return init


def _serve() -> click.Command:
    @click.command("serve", help=_("Serve the seminar to the screens of this network."))
    @click.option("--host", help=_("Address to listen on."))
    @click.option("--port", type=click.IntRange(1, 65535), help=_("Port to listen on."))
    @run_refusing
    def serve(host: str | None, port: int | None) -> None:
        serving.serve(settings.load(host=host, port=port))

    return serve


def _token() -> click.Command:
    @click.command("token", help=_("Print a bearer token for the API."))
    @click.argument("role", type=click.Choice([str(role) for role in Role]))
    @click.argument("name")
    @run_refusing
    def token(role: str, name: str) -> None:
        open_folder(settings.load())
        with db.connection_context():
            seminar.current()
            secret = signin.give_token(Role(role), name)
        click.echo(_("Token for %(name)s (shown once): %(token)s") % {"name": name, "token": secret})

    return token

"""`kiosk import`: the group that everybody's own imports join."""

import click

from hub.i18n import terminal_text as _


def add(group: click.Group, command: click.Command) -> None:
    """Add a command to `kiosk import`, which is made when the first comes."""
    imports = group.commands.get("import")
    if not isinstance(imports, click.Group):
        imports = click.Group("import", help=_("Take in lists made elsewhere."))
        group.add_command(imports)
    imports.add_command(command)

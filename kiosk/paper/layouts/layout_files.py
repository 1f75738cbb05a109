"""The organiser's own layouts: a file each in the seminar's folder, named as people call them.

The layouts that come with the box are found under their codes, and cannot be changed, only copied.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from pydantic import ValidationError

from hub import audit, whole_files
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.folder import Folder
from kiosk.models import Printer
from kiosk.paper.badge_text import clean
from kiosk.paper.layouts.layout import Layout
from kiosk.paper.layouts.shipping import CLASSIC, SHIPPED

LONGEST_NAME = 60
MOST_BYTES = 64 * 1024
_ENDING = ".json"
# What some file system or other refuses, and a dot where it would hide the file or be dropped.
_ESCAPED = re.compile(r'[%/\\:*?"<>|\x00-\x1f\x7f]|^\.|\.$')


@dataclass(frozen=True, slots=True)
class Found:
    """A layout by its name; `wrong` says where its file is not right, and the classic one stands in for it."""

    name: str
    layout: Layout
    wrong: str = ""
    shipped: bool = False


def everything(folder: Folder) -> list[Found]:
    """The layouts of the box, then the organiser's own by name, damaged ones among them."""
    return [find(folder, name) for name in (*SHIPPED, *_own(folder))]


def find(folder: Folder, name: str) -> Found:
    """The layout of this name, or the classic one and what is wrong: "missing", or the damaged place in its file."""
    if not name or name in SHIPPED:
        return Found(name or "classic", SHIPPED.get(name, CLASSIC), shipped=True)
    file = _file(folder, name)
    try:
        with file.open("rb") as opened:
            return Found(name, Layout.model_validate_json(opened.read(MOST_BYTES)))
    except (FileNotFoundError, IsADirectoryError):
        return Found(name, CLASSIC, "missing")
    except ValidationError as error:
        return Found(name, CLASSIC, _where(error))
    except OSError as error:
        return Found(name, CLASSIC, str(error.strerror))


def named(text: str) -> str:
    """A name as it is kept. Raises Refusal `layout_name_required` or `layout_name_too_long`."""
    name = clean(text)
    if not name:
        raise Refusal("layout_name_required")
    if len(name) > LONGEST_NAME:
        raise Refusal("layout_name_too_long", longest=LONGEST_NAME)
    return name


def keep(folder: Folder, name: str, layout: Layout, by: Actor, *, new: bool) -> str:
    """Write a layout; returns its name. A `new` one takes nobody's place.

    Raises Refusal `layout_name_taken` or `layout_not_written`, or as `named` does.
    """
    name = named(name)
    if name in SHIPPED or (new and _file(folder, name).exists()):
        raise Refusal("layout_name_taken")
    try:
        whole_files.write(_file(folder, name), layout.model_dump_json(indent=2, exclude_none=True).encode())
    except OSError as error:
        raise Refusal("layout_not_written", reason=error.strerror) from error
    _note("layout_kept", name, by)
    return name


def rename(folder: Folder, old: str, new: str, by: Actor) -> str:
    """Call a layout otherwise, on the printers that use it, too. Raises Refusal as `keep`, or `layout_unknown`."""
    new = named(new)
    if new == old:
        return old
    if new in SHIPPED or _file(folder, new).exists():
        raise Refusal("layout_name_taken")
    file = _existing(folder, old)
    file.rename(_file(folder, new))
    _renamed(old, new, by)
    return new


def remove(folder: Folder, name: str, by: Actor) -> None:
    """Forget a layout; printers that use it print the classic one. Raises Refusal `layout_unknown`."""
    _existing(folder, name).unlink()
    _removed(name, by)


@writes
def _renamed(old: str, new: str, by: Actor) -> None:
    Printer.update(layout=new).where(Printer.layout == old).execute()
    audit.record(by, "layout_renamed", new, before={"name": old}, after={"name": new})


@writes
def _removed(name: str, by: Actor) -> None:
    Printer.update(layout="").where(Printer.layout == name).execute()
    audit.record(by, "layout_removed", name)


@writes
def _note(action: str, name: str, by: Actor) -> None:
    audit.record(by, action, name)


def _existing(folder: Folder, name: str) -> Path:
    file = _file(folder, name)
    if name in SHIPPED or not file.is_file():
        raise Refusal("layout_unknown")
    return file


def _file(folder: Folder, name: str) -> Path:
    """Its file; a name too long for one, which nobody could have given, has a file that does not exist."""
    safe = _ESCAPED.sub(lambda found: f"%{ord(found[0]):02X}", name[:LONGEST_NAME])
    return folder.layouts / f"{safe}{_ENDING}"


def _own(folder: Folder) -> list[str]:
    files = folder.layouts.glob(f"*{_ENDING}")
    names = (unquote(file.name.removesuffix(_ENDING)) for file in files if not file.name.startswith("."))
    return sorted(name for name in names if name not in SHIPPED and len(name) <= LONGEST_NAME)


def _where(error: ValidationError) -> str:
    """The first place that is not right, as «wide › first_name › width»; "JSON" where the file is no JSON at all."""
    place = [str(part) for part in error.errors(include_input=False, include_url=False)[0]["loc"]]
    return " › ".join(place) or "JSON"


def free_name(folder: Folder, wanted: str, taken: Collection[str] = ()) -> str:
    """The name, or with the first number behind it that makes it nobody's; `taken` names are somebody's, too."""
    stem = clean(wanted)[: LONGEST_NAME - 6]
    numbers = (stem, *(f"{stem} {number}" for number in range(2, 10_000)))
    return next(name for name in numbers if name not in (*SHIPPED, *taken) and not _file(folder, name).exists())

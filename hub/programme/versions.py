"""Every state the programme has been in, whole, with who made it and when."""

import json

from hub import clock
from hub.access import Actor
from hub.programme import lines
from hub.programme.lines import Line
from hub.programme.models import ProgrammeVersion


def keep(content: list[Line], by: Actor | None) -> ProgrammeVersion:
    """Add the version that a change has made, inside the caller's write transaction."""
    return ProgrammeVersion.create(
        at=clock.now(),
        device=by.device if by else None,
        who=signature(by),
        content=json.dumps([lines.plain(line) for line in content], ensure_ascii=False),
    )


def signature(by: Actor | None) -> str:
    """Who, as the audit log writes it."""
    return f"{by.name} ({by.role})" if by else "kiosk"


def content(version: ProgrammeVersion) -> list[Line]:
    """The programme as it was then."""
    return [lines.of_plain(plain) for plain in json.loads(version.content)]


def newest() -> ProgrammeVersion | None:
    """The version in force; None before the first change."""
    found: ProgrammeVersion | None = ProgrammeVersion.select().order_by(ProgrammeVersion.id.desc()).first()
    return found


def known() -> ProgrammeVersion | None:
    """The last version that the coordinator knows: approved, or told of."""
    told = ProgrammeVersion.approved_at.is_null(False) | ProgrammeVersion.told_at.is_null(False)
    found: ProgrammeVersion | None = ProgrammeVersion.select().where(told).order_by(ProgrammeVersion.id.desc()).first()
    return found


def latest(most: int) -> list[ProgrammeVersion]:
    """The latest versions, the newest first."""
    return list(ProgrammeVersion.select().order_by(ProgrammeVersion.id.desc()).limit(most))


def after(version: ProgrammeVersion) -> list[ProgrammeVersion]:
    """The versions made since, the newest first."""
    since = ProgrammeVersion.select().where(ProgrammeVersion.id > version.id)
    return list(since.order_by(ProgrammeVersion.id.desc()))

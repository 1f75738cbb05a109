"""The programme's pages: the list with its advice, one item, the versions, what the coordinator knows."""

from collections import defaultdict
from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, audit_words, seminar
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.programme import (
    approval,
    changes,
    item_form,
    planning,
    rule_words,
    rules,
    shown,
    times,
    versions,
    words,
)
from hub.programme.kinds import SPOKEN, Kind
from hub.programme.lines import Line
from hub.refusals import sentence, status

pages = Blueprint("programme", __name__)

MOST_VERSIONS = 50


@pages.get("/programme")
@allow(Role.HOST)
def overview() -> str:
    """The whole programme, what to mend in it, and the duty to tell of a change."""
    programme = planning.current()
    found = rules.advice(programme, seminar.current().organiser)
    beside: defaultdict[int, list[str]] = defaultdict(list)
    for one in found:
        for item in one.items[-1:]:
            beside[item].append(rule_words.sentence(one))
    duty = approval.untold_change()
    return render_template(
        "hub/programme.html",
        programme=programme,
        advice=rule_words.gathered(found, programme),
        beside=beside,
        rule_points=rules.at_stake(found),
        duty_points=approval.POINTS_AT_STAKE,
        duty=duty,
        told=shown.changes(duty.changes, _) if duty else [],
        known=versions.known(),
        newest=versions.newest(),
        hours=_hours(programme),
        may_change=access.actor().role == Role.ORGANISER,
        kinds=words.KINDS,
        Kind=Kind,
        SPOKEN=SPOKEN,
        person=audit_words.person,
    )


def _hours(programme: list[Line]) -> dict[str, str]:
    """The programme's span, its length, and for how long the hall is needed."""
    if not programme:
        return {}
    start, end = rules.whole(programme)
    length = times.minutes(end) - times.minutes(start)
    return {
        "start": start,
        "end": end,
        "length": _length(length),
        "hall": _length(length + rules.HALL_EXTRA_MIN),
        "more": _length(rules.HALL_EXTRA_MIN),
    }


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not rest:
        return str(_("%(hours)s h", hours=hours))
    return str(_("%(hours)s h %(minutes)s min", hours=hours, minutes=rest))


@pages.get("/programme/items/new")
@allow(Role.ORGANISER)
def new_item() -> str:
    return _item_page(None, item_form.fresh(planning.current()), {})


@pages.post("/programme/items/new")
@allow(Role.ORGANISER)
def add_item() -> ResponseReturnValue:
    line, wrong = item_form.read(request.form)
    if line is None:
        return _item_page(None, request.form.to_dict(), wrong), 422
    return _saved(planning.add_item(line, access.actor()))


@pages.get("/programme/items/<int:item>")
@allow(Role.ORGANISER)
def item_page(item: int) -> str:
    return _item_page(item, item_form.values(planning.get(item)), {})


@pages.post("/programme/items/<int:item>")
@allow(Role.ORGANISER)
def save_item(item: int) -> ResponseReturnValue:
    line, wrong = item_form.read(request.form)
    if line is None:
        return _item_page(item, request.form.to_dict(), wrong), 422
    try:
        return _saved(planning.save_item(item, line, access.actor(), request.form.get("seen", "")))
    except Refusal as refusal:
        if refusal.code != "programme_changed_meanwhile":
            raise
        # What was typed stays; whoever has looked at the other's change may save it still.
        flash(sentence(refusal), "known")
        typed = {**request.form.to_dict(), "seen": planning.state(planning.get(item))}
        return _item_page(item, typed, {}), status(refusal)


@pages.post("/programme/items/<int:item>/remove")
@allow(Role.ORGANISER)
def remove_item(item: int) -> ResponseReturnValue:
    gone = planning.remove_item(item, access.actor())
    this_hub().live.announce()
    flash(_("Removed: %(item)s", item=shown.item(gone)), "go")
    return redirect(url_for("programme.overview"))


def _saved(line: Line) -> ResponseReturnValue:
    this_hub().live.announce()
    flash(_("Saved: %(item)s", item=shown.item(line)), "go")
    return redirect(url_for("programme.overview", _anchor=f"item-{line.id}"))


def _item_page(item: int | None, values: Mapping[str, object], wrong: dict[str, str]) -> str:
    programme = planning.current()
    found = rules.advice(programme, seminar.current().organiser)
    return render_template(
        "hub/programme_item.html",
        item=item,
        values=defaultdict(str, values),
        wrong={name: _(text) for name, text in wrong.items()},
        advice=[rule_words.sentence(one) for one in found if item in one.items],
        around=programme,
        kinds=words.KINDS,
        companies=sorted({line.company for line in programme if line.company}),
        speakers=sorted({line.speaker for line in programme if line.speaker}),
    )


@pages.get("/programme/versions")
@allow(Role.HOST)
def all_versions() -> str:
    """Who changed what and when, the newest first."""
    found = versions.latest(MOST_VERSIONS + 1)
    contents = [versions.content(version) for version in found]
    before = [*contents[1:], []] if len(found) <= MOST_VERSIONS else contents[1:]
    told = [shown.changes(changes.between(was, now), _) for was, now in zip(before, contents, strict=False)]
    listed = list(zip(found, told, strict=False))
    return render_template("hub/programme_versions.html", versions=listed, person=audit_words.person)


@pages.post("/programme/approve")
@allow(Role.ORGANISER)
def approve() -> ResponseReturnValue:
    approval.approve(access.actor(), _version())
    return _noted(_("Noted: the coordinator has approved the programme."))


@pages.post("/programme/tell")
@allow(Role.ORGANISER)
def tell() -> ResponseReturnValue:
    approval.tell(access.actor(), _version())
    return _noted(_("Noted: the coordinator knows of the change."))


def _version() -> int:
    """The version that the person was looking at."""
    written = request.form.get("version", "")
    if not written.isdecimal() or len(written) > 15:
        raise Refusal("malformed_request", fields="version")
    return int(written)


def _noted(sentence: str) -> ResponseReturnValue:
    this_hub().live.announce()
    flash(sentence, "go")
    return redirect(url_for("programme.overview"))

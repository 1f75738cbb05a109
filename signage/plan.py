"""What a screen shows, all day long: frames, their words and arrows, slides, announcements. Needs an application."""

from flask import url_for

from hub import steady
from hub.announcements import news
from hub.announcements.replies import AnnouncementReply, StandingReply
from hub.announcements.telling import Kind
from hub.entry_pages import qr_picture
from signage import content_hash, route, slides, way_out, words
from signage.arrows import Arrow
from signage.day import Day, Glass
from signage.frames import Phase
from signage.models import RoutePoint
from signage.screen_replies import FrameReply, FrameWordsReply, PlanReply, ScreenLooksReply, SlideReply
from signage.slides import Shown, SlideKind
from signage.words import Words
from speaker_timer import telling

SLIDE_SECONDS = 8
NOWHERE = "nowhere"


def told(glass: Glass, day: Day) -> PlanReply:
    """The whole plan."""
    moment = telling.this_moment()
    return PlanReply(
        mark=day.mark,
        now=moment.now,
        set=steady.set_number(),
        utc_offset=moment.utc_offset,
        device=glass.device,
        screen=looks(glass),
        frames=frames_of(glass, day),
        slides=[_slide(one) for one in slides.of_screen(day.slides, glass.device)] if glass.point else [],
        announcements=news.for_devices(news.now()),
        exit=way_out.exit_of(glass.point, glass.languages),
    )


def looks(glass: Glass) -> ScreenLooksReply:
    """A screen's settings."""
    row = glass.looks
    return ScreenLooksReply(
        name=glass.name,
        point=glass.point.id if glass.point else None,
        place=glass.point.place if glass.point else "",
        turned=row.turned,
        theme=row.theme,
        languages=glass.languages,
        side_by_side=bool(row.side_by_side),
    )


def expected(glass: Glass, day: Day, standing: StandingReply) -> str:
    """The hash of what this screen should show now."""
    frame = frames_of(glass, day, only_now=True)[0]
    sheets = announcement_parts(glass, standing)
    if not sheets:
        return frame.hash
    alone = sheets[0] == Kind.EVACUATION or frame.phase == NOWHERE
    return content_hash.of_parts(_dress(glass) + sheets + ([] if alone else _strip_parts(frame)))


def announcement_parts(glass: Glass, standing: StandingReply) -> list[str]:
    """The announcements on this screen, as its page reads them back; empty where there are none."""
    meant = [one for one in standing.standing if not one.devices or glass.device in one.devices]
    evacuation = [one for one in meant if one.kind == Kind.EVACUATION]
    parts: list[str] = []
    for one in evacuation[-1:] or meant:
        parts += _way_out_parts(one, glass) if evacuation else _sheet_parts(one, glass)
    return parts


def _sheet_parts(one: AnnouncementReply, glass: Glass) -> list[str]:
    said = [one.words[language] for language in glass.languages]
    blocks = _once(glass, [[words.head, *words.text.split("\n")] for words in said])
    return [str(one.kind), "", *_by_language(glass, blocks)]


def _way_out_parts(one: AnnouncementReply, glass: Glass) -> list[str]:
    way = way_out.exit_of(glass.point, glass.languages)
    heads: list[list[str]] = []
    outs: list[list[str]] = []
    for n, language in enumerate(glass.languages):
        said = one.words[language]
        # The place's own words are in one language: beside them the other says the general ones.
        beside = glass.looks.side_by_side and n > 0
        heads.append([said.head])
        outs.append([said.text] if beside else list(way_out.say(way, said.text, language, typed=one.typed)))
    pairs = zip(_once(glass, heads), _once(glass, outs), strict=True)
    blocks = [[*head, *out] for head, out in pairs]
    return [str(one.kind), way.arrow.path if way.arrow else "", *_by_language(glass, blocks)]


def _once(glass: Glass, blocks: list[list[str]]) -> list[list[str]]:
    """The lines in each language: side by side none says again what another has said."""
    if not glass.looks.side_by_side:
        return blocks
    return [
        [line for line in block if not any(line in before for before in blocks[:n])] for n, block in enumerate(blocks)
    ]


def _by_language(glass: Glass, blocks: list[list[str]]) -> list[str]:
    parts: list[str] = []
    for language, block in zip(glass.languages, blocks, strict=True):
        parts += [language, *filter(None, block)]
    return parts


def _strip_parts(frame: FrameReply) -> list[str]:
    """Where the way goes on, below an announcement."""
    parts = [frame.phase, frame.arrow.path if frame.arrow else ""]
    for language, said in frame.words.items():
        parts += [language, *filter(None, (said.short,))]
    return parts


def _dress(glass: Glass) -> list[str]:
    return [glass.looks.theme, str(glass.looks.turned)]


def frames_of(glass: Glass, day: Day, *, only_now: bool = False) -> list[FrameReply]:
    """The frames of the day from now on, or the present one alone."""
    if glass.point is None:
        return [_frame(glass, 0, NOWHERE, None, _unplaced(glass, day))]
    facts, shown = day.facts(glass), day.frames[:1] if only_now else day.frames
    return [
        _frame(glass, one.since, one.phase, _arrow(one.phase, glass.point), words.say(one, facts, glass.languages))
        for one in shown
    ]


def _unplaced(glass: Glass, day: Day) -> dict[str, Words]:
    return words.nowhere(glass.name, day.seminar.title, glass.languages)


def _frame(glass: Glass, since: int, phase: str, arrow: Arrow | None, said: dict[str, Words]) -> FrameReply:
    drawn, together = way_out.drawn(arrow), bool(glass.looks.side_by_side)
    shown = words.once(phase, said) if together else said
    parts = [*_dress(glass), phase, drawn.path if drawn else "", *content_hash.parts_of_words(shown)]
    shorts = words.shorts(phase, said, together=together)
    return FrameReply(
        since=since,
        phase=phase,
        hash=content_hash.of_parts(parts),
        arrow=drawn,
        words={
            language: FrameWordsReply(
                label=one.label, head=one.head, lines=list(one.lines), note=one.note, short=shorts[language]
            )
            for language, one in shown.items()
        },
    )


def _arrow(phase: Phase, point: RoutePoint) -> Arrow | None:
    """Where to go from here in this phase. The pin of the desk itself says "registration is here" and nothing else."""
    if phase == Phase.BREAK:
        way = route.way_to_coffee(point)
        return None if way == Arrow.HERE and not point.coffee_arrow else way
    if phase == Phase.OVER:
        way = route.way_out(point)
        return None if way == Arrow.HERE else way
    if phase == Phase.RETURNING:
        return route.way_to_hall(point)
    if phase == Phase.RUNNING and point.is_desk and point.hall_arrow:
        return Arrow(point.hall_arrow)  # whoever comes late has been here now
    return Arrow(point.arrow)


def _slide(one: Shown) -> SlideReply:
    return SlideReply(
        id=one.id,
        kind=str(one.kind),
        words=one.facts,
        image=url_for("sign_photos.photo", name=one.image) if one.image else "",
        qr=qr_picture(slides.wifi_code(one.facts)) if one.kind == SlideKind.WIFI else "",
        seconds=SLIDE_SECONDS,
    )

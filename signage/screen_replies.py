"""How screens and their plans look in JSON. Moments are ms by the hub's steady clock."""

from pydantic import BaseModel

from hub.announcements.replies import StandingReply


class ArrowReply(BaseModel):
    """An arrow; `path`: the `d` of an SVG path in a viewBox of 0 0 100 100."""

    name: str
    path: str


class FrameWordsReply(BaseModel):
    """What a frame says in one language; what is empty is not shown. `short`: all of it below an announcement."""

    label: str
    head: str
    lines: list[str]
    note: str
    short: str


class FrameReply(BaseModel):
    """What to show from `since` on; `hash`: of it on the glass. Phase `nowhere`: the screen has no place yet."""

    since: int
    phase: str
    hash: str
    arrow: ArrowReply | None
    words: dict[str, FrameWordsReply]


class SlideReply(BaseModel):
    """Something in turn with the way. `image`, `qr`: addresses of pictures, or empty."""

    id: int
    kind: str
    words: dict[str, str]
    image: str
    qr: str
    seconds: int


class ScreenLooksReply(BaseModel):
    """A screen's settings; `turned`: degrees clockwise, `point`: null where it stands nowhere."""

    name: str
    point: int | None
    place: str
    turned: int
    theme: str
    languages: list[str]
    side_by_side: bool


class ExitReply(BaseModel):
    """The way out from here in an evacuation.

    `text`: this place's own words, or empty; `rule`: by language, what they leave unsaid of the general ones.
    """

    arrow: ArrowReply | None
    text: str
    rule: dict[str, str]


class PlanReply(BaseModel):
    """All that a screen needs, also without the hub: frames[0] is the present while the hub answers.

    A screen fetches anew when the live topic `signs` tells another `mark`.
    """

    mark: str
    now: int
    set: int
    utc_offset: int
    device: str
    screen: ScreenLooksReply
    frames: list[FrameReply]
    slides: list[SlideReply]
    announcements: StandingReply
    exit: ExitReply


class ScreenReply(ScreenLooksReply):
    """A screen as staff see it. `heard_at`: its last heartbeat; `hash`: of what it shows, `expected`: what it should.

    `thumb`: its picture's address, or empty; `announced`: the `seq` of the announcements it has painted.
    """

    device: str
    here: bool
    heard_at: int | None
    size: str
    hash: str
    expected: str
    thumb: str
    announced: int


class ScreensReply(BaseModel):
    """Every paired screen, by name."""

    screens: list[ScreenReply]

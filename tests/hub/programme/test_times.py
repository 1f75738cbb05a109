"""Times and lengths, however people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.programme import times

STYLES = (
    "{h:02d}:{m:02d}", "{h}:{m:02d}", "{h:02d}.{m:02d}", "{h:02d}-{m:02d}", "{h:02d} {m:02d}", "{h:02d}{m:02d}",
    "{h:02d}ч{m:02d}", "{h} ч {m:02d} мин", "{h:02d}:{m:02d}:00", "28.11.2026 {h:02d}:{m:02d}:00",
    "2026-11-28T{h:02d}:{m:02d}", "  {h:02d} : {m:02d} ", "{h:02d}h{m:02d}",
)  # fmt: skip
TWO = ("{a}-{b}", "{a}–{b}", "{a} — {b}", "с {a} до {b}", "{a} {b}", "from {a} to {b}", "{a}…{b}", "{a}\n{b}")

moments = st.integers(0, times.DAY - 1)


@given(moments)
def test_what_is_kept_reads_back(minutes: int) -> None:
    assert times.minutes(times.clock(minutes)) == minutes
    assert times.read_clock(times.clock(minutes)) == minutes


@given(st.integers(1, times.DAY - 1), st.sampled_from(STYLES))
def test_every_usual_way_is_read(minutes: int, style: str) -> None:
    written = style.format(h=minutes // 60, m=minutes % 60)
    assert times.read_clock(written) == minutes
    assert times.read_span(written) == (minutes, None)


@given(
    moments, moments, st.sampled_from(TWO), st.sampled_from(["{h:02d}:{m:02d}", "{h:02d}.{m:02d}", "{h:02d}{m:02d}"])
)
def test_two_times_in_one_cell_are_told_apart(start: int, end: int, two: str, style: str) -> None:
    first, second = (style.format(h=minutes // 60, m=minutes % 60) for minutes in (start, end))
    assert times.read_span(two.format(a=first, b=second)) == (start, end)


@given(moments)
def test_a_spreadsheets_fraction_of_a_day_is_a_time(minutes: int) -> None:
    assert times.read_clock(f"{minutes / times.DAY:.15f}") == minutes
    assert times.read_clock(f"{46354 + minutes / times.DAY:.10f}") == minutes


@given(moments)
def test_both_halves_of_a_day_are_read(minutes: int) -> None:
    hour, half = minutes // 60 % 12 or 12, "AM" if minutes < times.DAY // 2 else "p.m."
    assert times.read_clock(f"{hour}:{minutes % 60:02d} {half}") == minutes


@given(st.text(max_size=30))
def test_any_text_is_a_time_of_the_day_or_none(text: str) -> None:
    span = times.read_span(text)
    assert span is None or all(minutes is None or 0 <= minutes < times.DAY for minutes in span)
    length = times.read_length(text)
    assert length is None or 0 < length <= times.LONGEST
    times.is_bare_date(text)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("10-05-10-45", "10:05", "10:45"),
        ("9-10:30", "09:00", "10:30"),
        ("10:00-11", "10:00", "11:00"),
        ("10⁰⁵", "10:05", None),
        ("10⁰⁰–10⁴⁵", "10:00", "10:45"),
        ("1:30-2:00 pm", "13:30", "14:00"),
        ("9:30-10:00 am", "09:30", "10:00"),
        ("2 часа дня", "14:00", None),
        ("в 9 утра", "09:00", None),
        ("10.3", "10:30", None),
        ("9", "09:00", None),
        ("10:04:59.99", "10:05", None),
        ("10:05-", "10:05", None),
        ("28.11.2026 10:05-10:45", "10:05", "10:45"),
    ],
)
def test_odd_ways_are_read(written: str, start: str, end: str | None) -> None:
    found = times.read_span(written)
    assert found is not None
    assert (times.clock(found[0]), None if found[1] is None else times.clock(found[1])) == (start, end)


@pytest.mark.parametrize(
    "written", ["", "кофе", "24:00", "10:60", "25.10", "10.5", "23:59:59", "10:05:61:00", "-", "п"]
)
def test_what_is_no_time_or_leaves_doubt_is_not_read(written: str) -> None:
    assert times.read_span(written) is None


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("10.05.2026", True),
        ("10.05.2026 00:00:00", True),
        ("2026-05-10", True),
        ("28.11.2026 10:05:00", False),
        ("10:05", False),
    ],
)
def test_a_time_that_became_a_date_is_known(written: str, bare: bool) -> None:
    assert times.is_bare_date(written) is bare
    assert (times.read_span(written) is None) is bare


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("40", 40), ("40 мин", 40), ("45 минут", 45), ("40 min.", 40), ("1:10", 70), ("0:40", 40), ("00:40:00", 40),
        ("1 ч 10 мин", 70), ("1 ч", 60), ("1,5 часа", 90), ("40.0", 40), ("0.0277777777777778", 40), ("1 h", 60),
        ("", None), ("0", None), ("долго", None), ("1.5", None), ("900", None),
    ],
)  # fmt: skip
def test_lengths_are_read(written: str, minutes: int | None) -> None:
    assert times.read_length(written) == minutes

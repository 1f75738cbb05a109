"""What the import of a programme says of rows."""

from collections.abc import Callable, Iterator

from hub.i18n import N_
from hub.programme.rows import Outcome, RowRead

PROBLEMS: dict[str, str] = {
    "no_start": N_("no start is written"),
    "start_unreadable": N_("the start is no time; write it as 10:05"),
    "end_unreadable": N_("the end is no time; write it as 10:45"),
    "time_became_date": N_("the time has become a date in the spreadsheet; write it as 10:05"),
    "duration_unreadable": N_("the duration is no number of minutes"),
    "after_midnight": N_("it would end after midnight"),
    "no_end": N_("no end is written, and the next item does not tell it"),
    "ends_before_start": N_("the end does not come after the start"),
    "no_title": N_("no title is written"),
}

EMPTY: dict[str, str] = {
    "above_headings": N_("stands above the headings"),
    "repeated_heading": N_("the headings again"),
    "nothing_here": N_("nothing of the programme in this row"),
    "caption": N_("a caption, not an item"),
}

WARNINGS: dict[str, str] = {
    "end_guessed": N_("the end was taken from the start of the next item"),
    "kind_unknown": N_("the kind was not understood and has been guessed"),
    "taken_for_product": N_("taken for a talk on a product, by its title"),
    "questions_ignored": N_("the time for questions was not understood and is left out"),
    "text_cut": N_("a text was too long and has been cut"),
}

NOT_READ = N_("Not read from this file: %(sheets)s.")
JOINED = N_("theses added to row %(row)s")


def reasons(row: RowRead, say: Callable[[str], str]) -> list[str]:
    """What there is to say of a row beside what it holds, in the language of `say`."""
    return list(_reasons(row, say))


def _reasons(row: RowRead, say: Callable[[str], str]) -> Iterator[str]:
    if row.outcome == Outcome.PROBLEM:
        yield say(PROBLEMS[row.code])
    elif row.outcome == Outcome.EMPTY:
        yield say(EMPTY[row.code])
    elif row.outcome == Outcome.JOINED:
        yield say(JOINED) % {"row": row.into}
    for code in row.warnings:
        yield say(WARNINGS[code])

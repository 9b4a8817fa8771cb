"""What a day sheet tells, row by row: by it a later issue says what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from planner.language import N_
from planner.language.dates import day_text
from planner.language.names import called_name, family_word
from planner.language.times import span_text
from planner.papers.daysheet.entries import Entry
from planner.papers.daysheet.pickups import Round
from planner.papers.daysheet.roundlist import heading_of
from planner.papers.daysheet.wording import beginning, details_of, title_of
from planner.papers.facts import Fact
from planner.papers.itinerary.days import Day
from planner.papers.itinerary.wording import Wording

_PICK_UP: Final = N_("Pick-up")
_WHOM: Final = N_("Who is fetched")


def facts_of(
    day: Day,
    after: Day | None,
    rows: Sequence[Sequence[Entry]],
    lists: Sequence[Round],
    wordings: Sequence[Wording],
) -> tuple[Fact, ...]:
    """Give what the page of a day tells: each row with its time and place, how the next day begins, and who is fetched
    by whom.

    On a sheet in two languages it is told in each, known by the end of its key: each half of a slip is in its own.
    """
    return tuple(
        replace(fact, key=f"{fact.key}.{wording.language}") if len(wordings) > 1 else fact
        for wording in wordings
        for fact in _told(day, after, rows, lists, wording)
    )


def _told(
    day: Day, after: Day | None, rows: Sequence[Sequence[Entry]], lists: Sequence[Round], wording: Wording
) -> Iterator[Fact]:
    on, date = day.on.isoformat(), day_text(day.on, wording.language, "short")
    for entry in (entry for row in rows for entry in row):
        yield Fact(f"{entry.key}.{on}", f"{date} {title_of(entry, wording)}", _value(entry, wording))
    if after is not None and (words := beginning(after, wording)):
        yield Fact(f"tomorrow.{on}", wording.listed([date, wording.speaker.tr("Tomorrow")]), words)
    for one in lists:
        # In two rows: when and where it is, and who fetches whom.
        event = one.pick_ups[0].outing.last.event.uid
        yield Fact(f"{event}.pick.{on}", f"{date} {wording.speaker.words(_PICK_UP)}", heading_of(one, wording))
        yield Fact(f"{event}.fetches.{on}", f"{date} {wording.speaker.words(_WHOM)}", _fetched(one, wording))


def _value(entry: Entry, wording: Wording) -> str:
    until = entry.until.at if entry.until else None
    when = "" if entry.at is None else span_text(entry.at.at, until, wording.language, "paper")
    details = (" ".join(filter(None, (line.label, line.words))) for line in details_of(entry, wording))
    return wording.listed([when, *details])


def _fetched(one: Round, wording: Wording) -> str:
    fetched = (
        (family_word(home, wording.language), [called_name(each.person, wording.language) for each in some])
        for home, some in one.families
    )
    return wording.listed(f"{family}{wording.within(wording.listed(names))}" for family, names in fetched)

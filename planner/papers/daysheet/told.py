"""What a day sheet tells, row by row: by it a later issue says what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from planner.language import N_
from planner.language.dates import day_text, span_text
from planner.language.figures import comma_list
from planner.language.names import called_name, family_word
from planner.papers.daysheet.entries import Entry
from planner.papers.daysheet.pickups import Round
from planner.papers.daysheet.roundlist import heading_of
from planner.papers.daysheet.wording import beginning, details_of, title_of
from planner.papers.facts import Fact
from planner.papers.itinerary.schedule import Day
from planner.papers.itinerary.wording import Wording


def facts_of(
    day: Day,
    after: Day | None,
    rows: Sequence[Sequence[Entry]],
    lists: Sequence[Round],
    wordings: Sequence[Wording],
) -> tuple[Fact, ...]:
    """Give what the page of a day tells: each row with its time and place, how the next day begins, and who is fetched
    by whom.
    """
    told = [_of_entry(entry, day, wordings) for row in rows for entry in row]
    if after is not None and (words := _in_each(wordings, lambda one: beginning(after, one))):
        label = _in_each(wordings, lambda one: one.speaker.tr("Tomorrow"))
        told.append(Fact(f"tomorrow.{day.on.isoformat()}", label, words))
    return (*told, *(fact for one in lists for fact in _of_list(one, day, wordings)))


def _of_entry(entry: Entry, day: Day, wordings: Sequence[Wording]) -> Fact:
    label = _in_each(wordings, lambda one: f"{day_text(day.on, one.language, 'short')} {title_of(entry, one)}")
    return Fact(f"{entry.key}.{day.on.isoformat()}", label, _in_each(wordings, lambda one: _value(entry, one)))


def _in_each(wordings: Sequence[Wording], say: Callable[[Wording], str]) -> str:
    return " / ".join(dict.fromkeys(say(one) for one in wordings))


def _value(entry: Entry, wording: Wording) -> str:
    until = entry.until.at if entry.until else None
    when = "" if entry.at is None else span_text(entry.at.at, until, wording.language, "paper")
    details = (" ".join(filter(None, (line.label, line.words))) for line in details_of(entry, wording))
    return wording.listed([when, *details])


def _of_list(one: Round, day: Day, wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Tell a pick-up in two rows: when and where it is, and who fetches whom."""
    key = f"{one.pick_ups[0].outing.last.event.uid}.{{}}.{day.on.isoformat()}"
    days = [day_text(day.on, wording.language, "short") for wording in wordings]
    when, who = (
        " / ".join(f"{on} {wording.speaker.words(words)}" for on, wording in zip(days, wordings, strict=True))
        for words in (_PICK_UP, _WHOM)
    )
    yield Fact(key.format("pick"), when, _in_each(wordings, lambda wording: heading_of(one, wording)))
    yield Fact(key.format("fetches"), who, _in_each(wordings, lambda wording: _fetched(one, wording)))


def _fetched(one: Round, wording: Wording) -> str:
    language = wording.language
    families = (
        f"{family_word(home, language)} ({comma_list([called_name(each.person, language) for each in some], language)})"
        for home, some in one.families
    )
    return wording.listed(families)


_PICK_UP: Final = N_("Pick-up")
_WHOM: Final = N_("Who is fetched")

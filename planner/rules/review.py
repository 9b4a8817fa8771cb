"""What the imports could not understand: each open item is a finding until somebody has looked at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planner.language import Pair
from planner.language.names import family_word, full_name, in_both
from planner.language.terms import term
from planner.model.base import Base, Named
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.kinds import ReviewState, Species
from planner.model.message import Message
from planner.model.people import AnimalNeed, Person
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.model.sheets import ReviewItem
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.rules.interpreting.availability import hours_told
from planner.rules.nights import stretches_told

COLUMN_UNKNOWN = "import-column-unknown"
"""Why words are to be reviewed that stand in a column of which nobody knows what it means."""


def to_review(plan: Plan) -> Iterator[Finding]:
    """Every item that is still open, with whose it is, what it is about, and the words as they stood in the sheet.

    What stands in a column whose meaning is not known is one finding for all its rows: it is one question.
    """
    records = _records(plan)
    for items in _together(plan):
        found = [(item, records.get((item.record, item.record_uid))) for item in items]
        whose = [Subject(item.record, record.id) for item, record in found if record is not None]
        own = [Subject("ReviewItem", item.id) for item in items]
        said = _said(*found[0]) if len(items) == 1 else _said_of_column(items)
        yield Finding(FindingKind.REVIEW, Severity.WARN, (*dict.fromkeys(whose), *own), said)


def of_column(plan: Plan, item: ReviewItem) -> list[ReviewItem]:
    """Give the open items that ask the same as one: those of its column, if nobody knows what that means."""
    return next((items for items in _together(plan) if item in items), [item])


def _together(plan: Plan) -> Iterable[list[ReviewItem]]:
    found: dict[object, list[ReviewItem]] = {}
    for item in plan.review_items:
        if item.state == ReviewState.OPEN:
            is_column = item.reason == COLUMN_UNKNOWN
            found.setdefault((item.file_name, item.column) if is_column else item.id, []).append(item)
    return found.values()


def _said_of_column(items: list[ReviewItem]) -> Message:
    first = items[0]
    reason = review_reason(first.reason, first.figures)
    figures = {"words": first.words, "column": first.column, "file": first.file_name, "reason": reason}
    return Message.of("review-column", count=len(items), **figures)


def review_reason(code: str, figures: Mapping[str, str] | None) -> Message:
    """Give why words are to be reviewed. Times and days are kept as ``21:00`` and said as the reader writes them."""
    kept = figures or {}
    found: dict[str, object] = dict(kept)
    if "time" in kept:
        found["time"] = dt.time.fromisoformat(kept["time"])
    if "stretches" in kept:
        found["stretches"] = _stretches(kept["stretches"].split(";"))
    return Message(code, found)


def _stretches(kept: Iterable[str]) -> Message:
    """Say stretches kept as ``2027-07-30`` or ``2027-07-23 12:00-17:00``: days with the same hours at once."""
    days: dict[str, list[dt.date]] = {}
    for one in kept:
        on, _, hours = one.partition(" ")
        days.setdefault(hours, []).append(dt.date.fromisoformat(on))
    *others, told = (_days_at(hours, own) for hours, own in days.items())
    for other in reversed(others):
        told = Message.of("days-then", first=other, rest=told)
    return told


def _days_at(hours: str, days: list[dt.date]) -> Message:
    start, _, end = hours.partition("-")
    words = hours_told(*(dt.time.fromisoformat(at) if at else None for at in (start, end)))
    if words is None:
        return Message.of("days-whole", days=stretches_told(days))
    return Message.of("days-at", days=stretches_told(days), stretch=words)


def _said(item: ReviewItem, record: Base | None) -> Message:
    figures: dict[str, Any] = {
        "words": item.words,
        "column": item.column,
        "file": item.file_name,
        "row": item.row_number,
        "reason": review_reason(item.reason, item.figures),
    }
    name = None if record is None else _name(record)
    if name is None:
        return Message("review-words", figures)
    thing = _thing(item, record)
    if thing is None:
        return Message("review-words-of", figures | {"name": name})
    return Message("review-thing-of", figures | {"name": name, "thing": thing})


def _name(record: Base) -> Pair | None:
    """Give what a person, family or event is called; None for what has no name."""
    if isinstance(record, Member | Interpreter):
        record = record.person
    if isinstance(record, Person):
        found = in_both(full_name, record)
    elif isinstance(record, Household):
        found = in_both(family_word, record)
    elif isinstance(record, Activity | Journey):
        found = Pair(record.title_en, record.title_ja)
    else:
        return None
    return found if any(found) else None


def _thing(item: ReviewItem, record: Base | None) -> Pair | None:
    """Give the animal that the words are about: "うさぎ" is a rabbit."""
    if item.target != AnimalNeed.__name__ or not isinstance(record, Member | Interpreter):
        return None
    meant = {need.species for need in record.person.animal_needs if item.words and item.words in need.words}
    if len(meant) != 1 or Species.OTHER in meant:
        return None
    [species] = meant
    return Pair(term(species, "en").lower(), term(species, "ja"))


def _records(plan: Plan) -> Mapping[tuple[str, str], Base]:
    """The things that items can belong to, by class and uid."""
    return {
        (noun.__name__, thing.uid): thing
        for noun, rows in plan.rows.items()
        for thing in rows.values()
        if isinstance(thing, Named)
    }

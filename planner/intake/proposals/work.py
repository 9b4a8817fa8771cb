"""A row on its way from the sheet to a proposal: what it says, and what it was found to be about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from planner.intake.columns.mapping import heading_keys
from planner.intake.proposals.cells import Row
from planner.intake.proposals.changes import FieldChange
from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.proposal import RowState
from planner.intake.reading.sheet import Line
from planner.model.base import Base
from planner.model.kinds import SheetKind
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey


@dataclass(eq=False, slots=True)
class Work:
    """One row. `cells` are its filled cells by heading; `known` the record of the plan that it is about;
    `seen_before` is whether it stood there word for word the last time.
    """

    line: Line
    cells: Mapping[str, str]
    row: Row
    draft: Draft | None = None
    known: Base | None = None
    state: RowState = RowState.NEW
    reason: Message | None = None
    replaced_by: Work | None = None
    changes: list[FieldChange] = field(default_factory=list)
    uid: str = ""
    seen_before: bool = False

    @property
    def counts(self) -> bool:
        """Whether the row itself is to be settled: it says something, and no later row says it again."""
        return self.draft is not None and self.replaced_by is None


def heading_names(headings: Sequence[str]) -> list[str]:
    """The names under which cells are remembered: the headings, made distinct, and ``#3`` where there is none."""
    seen: dict[str, int] = {}
    names = []
    for heading, key in zip(headings, heading_keys(headings), strict=True):
        name = heading or key
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def changed_headings(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """The headings under which two readings of a row differ."""
    return {name for name in (*before, *after) if before.get(name, "") != after.get(name, "")}


def is_stamp(target: str | None, text: str) -> bool:
    """Whether a cell is a form's time stamp, with its hour: it belongs to one sending only."""
    return target in ("row_only", "HostOffer.applied_on") and text.count(":") >= 1 and len(text) >= 12


def stamps_of(targets: Iterable[str | None], texts: Iterable[str]) -> list[str]:
    """The time stamps of a row."""
    return [text for target, text in zip(targets, texts, strict=True) if is_stamp(target, text)]


def stamp_order(stamp: str) -> tuple[int, ...]:
    """A time stamp's numbers in an order that sorts: the year first, then as they stand; () for none."""
    numbers = [int(number) for number in re.findall(r"\d+", stamp)]
    if len(numbers) < 5:
        return ()
    year = next((number for number in numbers[:3] if number > 31), 0)
    day = [number for number in numbers[:3] if number != year]
    afternoon = 12 if re.search(r"pm|午後", stamp, re.IGNORECASE) and numbers[3] < 12 else 0
    return (year, *day, numbers[3] + afternoon, *numbers[4:])


def records_by_uid(plan: Plan, kind: SheetKind) -> dict[str, Base]:
    """The records of the plan that rows of such a sheet become, by the uid that is remembered for them."""
    if kind is SheetKind.GUESTS:
        return {member.uid: member for member in plan.members}
    if kind is SheetKind.HOSTS:
        return {offer.household.uid: offer for offer in plan.offers}
    if kind is SheetKind.INTERPRETERS:
        return {one.uid: one for one in plan.interpreters}
    events: tuple[Activity | Journey, ...] = (*plan.activities, *plan.journeys)
    return {event.uid: event for event in events}


def record_noun(work: Work, kind: SheetKind) -> str:
    """The noun under which a row's record is remembered; "" while it has none."""
    fixed = _NOUNS.get(kind)
    if fixed is not None:
        return fixed
    if work.draft is not None:
        return work.draft.noun
    return type(work.known).__name__ if work.known is not None else ""


_NOUNS = {SheetKind.GUESTS: "Member", SheetKind.HOSTS: "Household", SheetKind.INTERPRETERS: "Interpreter"}

"""The work behind the page, for the background: open a file, and work out what a sheet would do to the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.intake.columns import SheetMapping, guess, shape_of
from planner.intake.proposals import Proposal, propose
from planner.intake.reading import read_sheets
from planner.intake.reading.sheet import Sheet
from planner.model.kinds import SheetKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress


@dataclass(frozen=True, slots=True)
class Look:
    """A sheet as it was looked at: what its columns mean, and what taking it in would do.

    `proposal` is None while the columns do not say enough for one; `refusal` says then what is missing.
    """

    sheet: Sheet
    mapping: SheetMapping
    answers: Mapping[str, str]
    proposal: Proposal | None
    refusal: PlannerError | None = None


def open_file(path: Path, progress: Progress) -> list[Sheet]:
    """Read every sheet of a file that has rows. Raises `PlannerError` for what is no sheet."""
    return [sheet for sheet in read_sheets(path, progress) if sheet.rows]


def look_first(sheet: Sheet, kind: SheetKind | None, plan: Plan, progress: Progress) -> Look:
    """Guess what a sheet is (or what its columns are, as the `kind` that the user says), and propose."""
    mapping = guess(sheet, plan.column_mappings, kind=kind)
    shape = shape_of(sheet.headings)
    answers: dict[str, str] = {}
    for known in plan.column_mappings:
        if known.shape == shape:
            answers = dict(known.answers or {})
    return look_again(sheet, mapping, answers, plan, progress)


def look_again(sheet: Sheet, mapping: SheetMapping, answers: Mapping[str, str], plan: Plan, progress: Progress) -> Look:
    """Propose with the columns as they are said to be."""
    try:
        proposal = propose(sheet, mapping, plan, answers=answers, progress=progress)
    except PlannerError as refusal:
        return Look(sheet, mapping, dict(answers), None, refusal)
    return Look(sheet, mapping, dict(answers), proposal)

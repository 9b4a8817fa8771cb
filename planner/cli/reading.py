"""`import`: forms and spreadsheets into a planner file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.cli.speech import progress, tell, tell_program
from planner.cli.starting import Json
from planner.commands.reading import read_into
from planner.intake.proposals import Proposal, ReviewNote
from planner.language import N_, say, tr
from planner.language.terms import term
from planner.model.kinds import SheetKind
from planner.model.message import Message
from planner.storage import PlannerFile


class DayOrder(StrEnum):
    """How a sheet writes 3/4/2027."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"


def read_sheets_into(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The planner file (.shimai)."))],
    sheets: Annotated[list[Path], typer.Argument(metavar="SHEET", help=N_("Forms: csv, xlsx, xls or ods."))],
    kind: Annotated[
        SheetKind | None, typer.Option(help=N_("What the rows are, where the headings do not tell."))
    ] = None,
    days: Annotated[
        DayOrder | None, typer.Option(help=N_("How the sheet writes days like 3/4/2027, where it does not tell."))
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Only say what would be done."))] = False,
    as_json: Json = False,
) -> None:
    """Read forms into the visit. Each sheet is one step that can be undone; what is not understood is listed.

    A sheet that comes again after corrections changes only what was corrected.
    """
    answers = {"day_order": days.value.replace("-", "_")} if days else None
    with PlannerFile.open(file, read_only=dry_run) as planner_file:
        told = []
        for path in sheets:
            shown = progress(tr("Reading {file}", file=path.name))
            for proposal in read_into(
                planner_file, path, kind=kind, answers=answers, accept=not dry_run, progress=shown
            ):
                told.append(_for_program(proposal, accepted=not dry_run))
                if not as_json:
                    _tell(proposal)
    if as_json:
        tell_program({"file": str(planner_file.path), "sheets": told})


def _tell(proposal: Proposal) -> None:
    counts = proposal.counts
    tell(
        tr(
            "{file}: {kind} – {new} new, {updated} changed, {unchanged} as before, {twice} sent twice, "
            "{skipped} not read, {review} to review",
            file=proposal.file_name,
            kind=term(proposal.kind),
            new=counts.new,
            updated=counts.updated,
            unchanged=counts.unchanged,
            twice=counts.sent_twice,
            skipped=counts.skipped,
            review=counts.to_review,
        )
    )
    for question in proposal.questions:
        tell(f"  ? {say(question.message)}")
    for note in proposal.notes:
        tell(f"  • {say(_sentence(proposal, note))}")


def _sentence(proposal: Proposal, note: ReviewNote) -> Message:
    return Message.of(
        "review-words",
        words=note.words,
        column=note.heading,
        file=proposal.file_name,
        row=note.row_number,
        reason=Message(note.reason, dict(note.figures)),
    )


def _for_program(proposal: Proposal, *, accepted: bool) -> dict[str, Any]:
    counts = proposal.counts
    return {
        "file": proposal.file_name,
        "sheet": proposal.sheet_name,
        "kind": proposal.kind.value,
        "accepted": accepted,
        "counts": {
            "new": counts.new,
            "updated": counts.updated,
            "unchanged": counts.unchanged,
            "sent_twice": counts.sent_twice,
            "skipped": counts.skipped,
            "to_review": counts.to_review,
        },
        "questions": [{"key": one.key, "choices": [key for key, _ in one.choices]} for one in proposal.questions],
        "to_review": [
            {"row": n.row_number, "column": n.heading, "words": n.words, "reason": n.reason, "field": n.target}
            for n in proposal.notes
        ],
    }

"""`import`: forms and spreadsheets into a planner file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.cli import NOT_DONE
from planner.cli.speech import is_talk, progress, sentence_for_program, tell, tell_program, warn
from planner.cli.starting import Json
from planner.commands.reading import read_into
from planner.intake.proposals import Proposal, Question, ReviewNote
from planner.language import N_, say, tr, trn
from planner.language.terms import term
from planner.model.kinds import SheetKind
from planner.model.message import Message, PlannerError
from planner.rules.review import review_reason
from planner.storage import PlannerFile


class DayOrder(StrEnum):
    """How a sheet writes 3/4/2027."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"
    YEAR_FIRST = "year-first"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: what was read of it, and why not more, if it was refused."""

    path: Path
    proposals: tuple[Proposal, ...]
    error: PlannerError | None = None

    def in_a_word(self, *, accepted: bool) -> str:
        """Say for a program what became of it: ``taken-in``, ``partly``, ``only-read`` or ``refused``."""
        if self.error is None:
            return "taken-in" if accepted else "only-read"
        return "partly" if accepted and self.proposals else "refused"


def read_sheets_into(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The planner file (.shimai)."))],
    sheets: Annotated[
        list[Path],
        typer.Argument(metavar="SHEET", help=N_("Forms: csv, xlsx, xls or ods; a partner’s calendar: ics.")),
    ],
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

    A sheet that comes again after corrections changes only what was corrected. A file that is refused keeps none of
    the others from being read; then the exit code is 1.
    """
    answers = {"day_order": days.value.replace("-", "_")} if days else {}
    with PlannerFile.open(file, read_only=dry_run) as planner_file:
        if not dry_run and planner_file.read_only_reason is not None:
            raise PlannerError("file-read-only", reason=planner_file.read_only_reason)
        hear = _tell if not as_json else None
        outcomes = [
            _read(planner_file, path, kind=kind, answers=answers, accept=not dry_run, hear=hear) for path in sheets
        ]
    refused = [one for one in outcomes if one.error is not None]
    for one in refused:
        warn(say(one.error) if one.error and len(outcomes) == 1 else _refusal(one))
    if as_json:
        tell_program(_all_for_program(planner_file, outcomes, accepted=not dry_run))
    elif refused and len(outcomes) > 1 and not dry_run:
        tell(_summary(len(outcomes) - len(refused), len(outcomes)))
    if refused:
        raise typer.Exit(NOT_DONE)


def _read(
    planner_file: PlannerFile,
    path: Path,
    *,
    kind: SheetKind | None,
    answers: Mapping[str, str],
    accept: bool,
    hear: Callable[[Proposal], None] | None,
) -> Outcome:
    """Read one file; `hear` is told of each sheet, and questions are put only to one who hears."""
    told: list[Proposal] = []
    ask = _ask if hear and is_talk() else None
    path = path if path.name else path.resolve()
    shown = progress(tr("Reading {file}", file=path.name))
    try:
        for proposal in read_into(
            planner_file, path, kind=kind, answers=answers, ask=ask, accept=accept, progress=shown
        ):
            told.append(proposal)
            if hear:
                hear(proposal)
    except PlannerError as error:
        return Outcome(path, tuple(told), error)
    return Outcome(path, tuple(told))


def _ask(question: Question) -> str | None:
    """Put a question to the one at the terminal; nothing answered leaves it open."""
    warn(say(question.message), *(f"  {number}  {say(words)}" for number, (_, words) in enumerate(question.choices, 1)))
    while True:
        sys.stderr.write(tr("Number (Enter alone leaves the sheet unread): "))
        sys.stderr.flush()
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(question.choices):
            return question.choices[int(answer) - 1][0]


def _refusal(one: Outcome) -> str:
    words = tr("{file} was not taken in: {reason}", file=str(one.path), reason=one.error and one.error.message)
    if not one.proposals:
        return words
    count = len(one.proposals)
    return words + " " + trn("{count} sheet before it was.", "{count} sheets before it were.", count)


def _summary(taken: int, total: int) -> str:
    return tr("Taken in: {count} of {total} files.", count=taken, total=total)


def _tell(proposal: Proposal) -> None:
    counts = proposal.counts
    tell(
        tr(
            "{file}: {kind} – {new} new, {updated} changed, {unchanged} as before, {twice} sent twice, "
            "{skipped} not read, {review} to review",
            file=_sheet_words(proposal),
            kind=term(proposal.kind),
            new=counts.new,
            updated=counts.updated,
            unchanged=counts.unchanged,
            twice=counts.sent_twice,
            skipped=counts.skipped,
            review=counts.to_review,
        )
    )
    tell(*(f"  ! {say(remark)}" for remark in proposal.remarks))
    for question in proposal.questions:
        tell(f"  ? {say(question.message)}")
        tell(*(f"      {key.replace('_', '-')}: {say(words)}" for key, words in question.choices))
    for notes in proposal.notes_together:
        tell(f"  • {say(_sentence(proposal, notes))}")


def _sheet_words(proposal: Proposal) -> str:
    """Name what was read: the file, and of a workbook also the sheet."""
    if not proposal.sheet_name:
        return proposal.file_name
    return tr("{file}, sheet “{sheet}”", file=proposal.file_name, sheet=proposal.sheet_name)


def _sentence(proposal: Proposal, notes: Sequence[ReviewNote]) -> Message:
    note, count = notes[0], len(notes)
    reason = review_reason(note.reason, note.figures)
    figures = {"words": note.words, "column": note.heading, "file": proposal.file_name, "reason": reason}
    if count > 1:
        return Message.of("review-column", count=count, **figures)
    return Message.of("review-words", row=note.row_number, **figures)


def _all_for_program(planner_file: PlannerFile, outcomes: list[Outcome], *, accepted: bool) -> dict[str, Any]:
    return {
        "file": str(planner_file.path),
        "files": [
            {
                "file": str(one.path),
                "outcome": one.in_a_word(accepted=accepted),
                "error": sentence_for_program(one.error.message) if one.error else None,
            }
            for one in outcomes
        ],
        "sheets": [_for_program(each, accepted=accepted) for one in outcomes for each in one.proposals],
    }


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
        "remarks": [sentence_for_program(remark) for remark in proposal.remarks],
        "questions": [{"key": one.key, "choices": [key for key, _ in one.choices]} for one in proposal.questions],
        "to_review": [
            {"row": n.row_number, "column": n.heading, "words": n.words, "reason": n.reason, "field": n.target}
            for n in proposal.notes
        ],
    }

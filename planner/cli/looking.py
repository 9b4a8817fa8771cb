"""`show`, `check`, `history`: what is in a planner file, what is wrong with it, what was done to it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.cli import BLOCKED
from planner.cli.outlines import SECTIONS, outline, table_of
from planner.cli.speech import tell, tell_program, tell_table
from planner.cli.starting import Json
from planner.language import LANGUAGES, N_, say, screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.numbers import counted
from planner.language.times import time_text
from planner.model.message import PlannerError
from planner.rules.check import check
from planner.rules.finding import Finding, Severity, standing
from planner.storage import PlannerFile

File = Annotated[Path, typer.Argument(metavar="FILE", help=N_("The planner file (.shimai)."))]


class Section(StrEnum):
    """What `show` can show."""

    VISIT = "visit"
    PEOPLE = "people"
    HOSTS = "hosts"
    PROGRAMME = "programme"
    INTERPRETERS = "interpreters"


def show_plan(
    file: File,
    section: Annotated[Section, typer.Argument(help=N_("Which part."))] = Section.VISIT,
    as_json: Json = False,
) -> None:
    """Show what is in a planner file; nothing is changed, and somebody else may have it open."""
    with PlannerFile.open(file, read_only=True) as planner_file:
        plan = planner_file.plan
    if as_json:
        tell_program(outline(plan) if section is Section.VISIT else {section.value: SECTIONS[section.value](plan)})
    else:
        tell_table(table_of(plan, section.value, screen_language()))


def check_plan(
    file: File,
    show_all: Annotated[bool, typer.Option("--all", help=N_("List what was accepted with a reason, too."))] = False,
    as_json: Json = False,
) -> None:
    """Say what is missing, wrong or still to be reviewed. Ends with exit code 3 if something blocks."""
    with PlannerFile.open(file, read_only=True) as planner_file:
        findings = check(planner_file.plan)
    left = standing(findings)
    listed = findings if show_all else left
    if as_json:
        tell_program({"findings": [_for_program(one) for one in listed], "accepted": len(findings) - len(left)})
    else:
        for one in listed:
            tell(_line(one))
        tell(counted("finding", len(left)) if left else tr("Nothing is missing."))
        if len(left) < len(findings) and not show_all:
            accepted = len(findings) - len(left)
            tell(trn("{count} more was accepted (--all).", "{count} more were accepted (--all).", accepted))
    if any(one.severity is Severity.BLOCK for one in left):
        raise typer.Exit(BLOCKED)


_MARKS = {Severity.BLOCK: "✕", Severity.WARN: "!", Severity.NOTE: "·"}


def _line(finding: Finding) -> str:
    """A finding for a reader; one that was accepted with its reason and by whom."""
    accepted = finding.accepted
    if accepted is None:
        return f"{_MARKS[finding.severity]} {say(finding.figures)}"
    why = tr("Accepted by {who}: {reason}", who=accepted.who, reason=accepted.reason)
    return f"✓ {say(finding.figures)} [{why}]"


def _for_program(finding: Finding) -> dict[str, Any]:
    source, accepted = finding.source, finding.accepted
    return {
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "code": finding.code,
        "noun": finding.subject.noun,
        "id": finding.subject.id,
        "sentence": {language: say(finding.figures, language) for language in LANGUAGES},
        "subjects": [{"noun": subject.noun, "id": subject.id} for subject in finding.subjects],
        "day": None if finding.day is None else finding.day.isoformat(),
        "source": None
        if source is None
        else {"en": source.citation.en, "ja": source.citation.ja, "dated": source.dated and source.dated.isoformat()},
        "accepted": None
        if accepted is None
        else {"reason": accepted.reason, "who": accepted.who, "at": accepted.at.replace(tzinfo=dt.UTC).isoformat()},
    }


def show_history(
    file: File,
    undo: Annotated[bool, typer.Option("--undo", help=N_("Take back the last step."))] = False,
    redo: Annotated[bool, typer.Option("--redo", help=N_("Do the step again that was taken back."))] = False,
    limit: Annotated[int, typer.Option(min=1, help=N_("At most so many steps."))] = 50,
    as_json: Json = False,
) -> None:
    """List what was done to the visit, the newest first; take the last step back, or do it again."""
    if undo and redo:
        raise typer.BadParameter(tr("Choose either --undo or --redo."))
    with PlannerFile.open(file, read_only=not (undo or redo)) as planner_file:
        if undo or redo:
            step = planner_file.undo() if undo else planner_file.redo()
            if step is None:
                raise PlannerError("nothing-to-undo" if undo else "nothing-to-redo")
            if as_json:
                tell_program({"undone" if undo else "redone": _step_for_program(step) | {"undone": undo}})
            else:
                done = tr("Taken back: {step}", step=step.label) if undo else tr("Done again: {step}", step=step.label)
                tell(done)
            return
        steps = planner_file.history(limit)
    if as_json:
        tell_program({"steps": [_step_for_program(step) for step in steps]})
        return
    said = screen_language()
    rows = []
    for step in steps:
        at = step.at.astimezone()
        moment = f"{day_text(at.date(), said)} {time_text(at.time(), said)}"
        mark = tr("(undone)") if step.undone else ""
        rows.append((str(step.id), moment, step.who, say(step.label), mark))
    tell_table(rows)
    if not rows:
        tell(tr("Nothing was done since the visit was started."))


def _step_for_program(step: Any) -> dict[str, Any]:
    return {
        "id": step.id,
        "at": step.at.isoformat(),
        "who": step.who,
        "code": step.label.code,
        "label": {language: say(step.label, language) for language in ("en", "ja")},
        "undone": step.undone,
    }


__all__ = ["check_plan", "show_history", "show_plan"]

"""`print`: papers out of a planner file: which documents, for whom, whole or only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.handing import Out, named, opened_to_remember, refuse_unclear, tell_made
from planner.cli.held import list_documents, list_held
from planner.cli.looking import File
from planner.cli.once import each_once
from planner.cli.speech import progress, sentence_for_program, tell, tell_program, warn
from planner.cli.starting import Json
from planner.cli.wanted import Blocked, PaperLanguage, apart, changed_papers, first_ones_that_wait, wanted_papers
from planner.language import N_, say, tr
from planner.model.kinds import PaperSize, PaperWay
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.storage import PlannerFile

if TYPE_CHECKING:  # it knows the documents, which only printing needs
    from planner.commands.printing import Made, Wanted


_Codes = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="CODE",
        help=N_("Which paper, such as itinerary or host-packet, or all; may be repeated. --list names them."),
    ),
]  # fmt: skip
_Names = Annotated[
    list[str] | None,
    typer.Option(
        "--for", metavar="NAME",
        help=N_("For this guest, host family or interpreter, by name in either script, or for group, everybody, "
                "staff or city-hall; may be repeated."),
    ),
]  # fmt: skip
_Everyone = Annotated[bool, typer.Option("--everyone", help=N_("For everyone who gets such a paper."))]
_Changed = Annotated[
    bool,
    typer.Option(
        "--changed",
        help=N_("Only what has changed since it was handed out: those pages, each paper with a change slip."),
    ),
]
_Language = Annotated[
    PaperLanguage,
    typer.Option("--language", "--in", help=N_("Language of what is made; theirs is that of each reader.")),
]
_Size = Annotated[PaperSize | None, typer.Option(help=N_("Paper; without it, that of the visit."))]
_OnlyList = Annotated[
    bool, typer.Option("--list", help=N_("Print nothing: list the papers, who gets them and how they stand."))
]
_OnlyHeld = Annotated[
    bool, typer.Option("--held", help=N_("Print nothing: list who has which version, and what is new since."))
]


def print_papers(
    file: File,
    codes: _Codes = None,
    names: _Names = None,
    everyone: _Everyone = False,
    changed: _Changed = False,
    language: _Language = PaperLanguage.THEIRS,
    paper: _Size = None,
    out: Out = Path(),
    only_list: _OnlyList = False,
    only_held: _OnlyHeld = False,
    as_json: Json = False,
) -> None:
    """Print papers as PDF, for whom is named, and remember them as the window does.

    A file that cannot be changed, or that somebody has open, is printed all the same; that is said. What may not be
    handed out yet is left out, with the reason, and the exit code is 1.
    """
    refuse_unclear(names, everyone=everyone)
    if only_list or only_held:
        (list_held if only_held else list_documents)(file, as_json=as_json)
        return
    planner_file, why_not = opened_to_remember(file)
    with planner_file:
        plan = planner_file.plan
        readers = None if names is None else named(plan, names)
        back: list[Message] = []
        waiting: list[Wanted] = []
        if changed:
            wanted, back = changed_papers(plan, codes, readers)
            waiting = first_ones_that_wait(plan, codes, readers)
        else:
            wanted = wanted_papers(plan, codes, readers, language, (paper or plan.visit.paper).value, everyone=everyone)
        kept, blocked = apart(plan, [*wanted, *waiting])
        printed = print_into(planner_file, out, kept, why_not)
    _tell(replace(printed, warnings=(*printed.warnings, *back)), blocked, changed=changed, as_json=as_json)
    if blocked:
        from planner.cli import NOT_DONE

        raise typer.Exit(NOT_DONE)


@dataclass(frozen=True, slots=True)
class PrintedPapers:
    """Papers that were printed into a folder, whether the planner file remembers them, and what to say of them."""

    papers: tuple[Made, ...]
    remembered: bool
    warnings: tuple[Message, ...]

    @property
    def files(self) -> list[Path]:
        """The files, in the order in which they were asked for."""
        return [one.file for one in self.papers if one.file is not None]


# Printing them


def print_into(
    planner_file: PlannerFile, out: Path, wanted: Sequence[Wanted], why_not: Message | None = None
) -> PrintedPapers:
    """Print papers into a folder as the window does, and remember them; `why_not` says why the file cannot."""
    from planner.commands import papers
    from planner.commands.holes import holes_of
    from planner.commands.printing import save_each

    plan = planner_file.plan
    made = save_each(plan, wanted, out, progress(tr("Printing")))
    if why_not is None:
        try:
            planner_file.run(papers.remember, plan.visit.id, [one.issued for one in made], PaperWay.SAVED)
        except PlannerError as error:
            # The papers are there; that they cannot be counted is no reason to call it failed.
            why_not = error.message
    warnings = _found_by_check(plan, wanted)
    warnings += [hole.message for hole in holes_of(plan, (glyph for one in made for glyph in one.printed.missing))]
    warnings += each_once(note for one in made for note in one.printed.notes)
    if why_not is not None:
        warnings.append(Message.of("paper-not-remembered", reason=why_not))
    return PrintedPapers(tuple(made), why_not is None, tuple(warnings))


def _found_by_check(plan: Plan, wanted: Sequence[Wanted]) -> list[Message]:
    from planner.papers.concerns import concerns
    from planner.rules.check import check

    return list(concerns(plan, (one.reader for one in wanted), check(plan))) if wanted else []


def _tell(printed: PrintedPapers, blocked: Sequence[Blocked], *, changed: bool, as_json: bool) -> None:
    warn(*(say(one) for one in printed.warnings))
    if not as_json and any(one.figures.get("some") != one.figures.get("names") for one in printed.warnings):
        warn(tr("All these names are listed with --json."))
    for one in blocked:
        warn(say(Message.of("paper-waits", document=one.label, name=one.name, reasons=one.reasons)))
    if as_json:
        tell_program(_for_program(printed, blocked))
    elif changed and not printed.papers and not blocked:
        tell(tr("Nothing is out of date"))
    elif not printed.papers and not blocked:
        tell(tr("Nobody gets such a paper yet."))
    else:
        tell_made(printed.files)


def _for_program(printed: PrintedPapers, blocked: Iterable[Blocked]) -> dict[str, Any]:
    return {
        "files": [str(path) for path in printed.files],
        "papers": [
            {
                "file": str(one.file),
                "document": one.issued.document,
                "recipient": one.issued.recipient or None,
                "language": one.issued.language,
                "paper": one.issued.paper.value,
                "version": one.issued.version,
                "pages": len(one.printed.pages),
                "changed": list(one.changes.put_in) if one.changes else None,
            }
            for one in printed.papers
        ],
        "remembered": printed.remembered,
        "warnings": [sentence_for_program(one) for one in printed.warnings],
        "waiting": [
            {
                "document": one.wanted.document,
                "recipient": one.wanted.reader.recipient or None,
                "reasons": [sentence_for_program(reason) for reason in one.reasons],
            }
            for one in blocked
        ],
    }

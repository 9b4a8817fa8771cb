"""Reading a file of sheets into an open planner file at one go, as columns are recognised by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from planner.commands import imports
from planner.intake.columns import guess
from planner.intake.proposals import Proposal, Question, propose
from planner.intake.proposals.questions import SHEET_KIND, kind_question
from planner.intake.reading import read_sheets
from planner.model.kinds import SheetKind
from planner.model.message import PlannerError
from planner.model.progress import Progress
from planner.storage import PlannerFile

Ask = Callable[[Question], str | None]
"""Puts a question to a person and gives the key of the answer, or None if they leave it open."""


def read_into(
    file: PlannerFile,
    path: Path,
    *,
    kind: SheetKind | None = None,
    answers: Mapping[str, str] | None = None,
    ask: Ask | None = None,
    accept: bool = True,
    progress: Progress | None = None,
) -> Iterator[Proposal]:
    """Read each sheet of a file into the open visit, one step of the history each; gives what was proposed.

    Columns mean what they meant when this shape was last read, else what they are recognised as; `kind` says what the
    sheets hold where that is known. `answers` are those to a proposal's questions; `ask` is asked for what they leave
    open. With `accept` False nothing is changed. Raises `PlannerError`: that of `read_sheets` and `propose`, and where
    something only a person can say was not answered ``import-kind-open`` (figures `file`, `kind`: the guess) or
    ``import-question-open`` (`question`).
    """
    for sheet in read_sheets(path, progress):
        mapping = guess(sheet, file.plan.column_mappings, kind=kind)
        if (unsure := kind_question(mapping)) is not None:
            told = ask(unsure) if ask else None
            if told:
                mapping = guess(sheet, file.plan.column_mappings, kind=SheetKind(told))
            elif accept:
                raise PlannerError("import-kind-open", file=path.name, kind=mapping.kind)
        proposal = propose(sheet, mapping, file.plan, answers=answers, progress=progress)
        if ask and proposal.questions:
            asked = {one.key: ask(one) for one in proposal.questions if one.key != SHEET_KIND}
            given = {**(answers or {}), **{key: answer for key, answer in asked.items() if answer}}
            proposal = propose(sheet, mapping, file.plan, answers=given, progress=progress)
        if accept and proposal.questions:
            raise PlannerError("import-question-open", question=proposal.questions[0].message)
        if accept:
            file.run(imports.accept, proposal)
        yield proposal

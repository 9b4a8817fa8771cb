"""Who gets which papers, as the page shows it: a line for each reader, a column for each document, and how each stands.

Plain data, made once from the plan and from what the watch over papers knows; painting only reads it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from planner.commands.printing import Wanted
from planner.language import Words, other_language, screen_language, speaker, tr
from planner.language.marking import N_
from planner.language.names import family_word, household_sort_key, sort_key
from planner.language.readers import language_of, name_of
from planner.model.households import Household
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.catalogue import documents, readers_of
from planner.papers.document import Document
from planner.papers.standing.held import PaperKey, held_papers
from planner.papers.standing.reckoning import Standing

_GROUPS: Final[tuple[tuple[Words, frozenset[AudienceKind]], ...]] = (
    (N_("For many"), frozenset(set(AudienceKind)
        - {AudienceKind.HOST, AudienceKind.INTERPRETER, AudienceKind.PARTICIPANT})),
    (N_("Host families"), frozenset({AudienceKind.HOST})),
    (N_("Interpreters"), frozenset({AudienceKind.INTERPRETER})),
    (N_("Guests"), frozenset({AudienceKind.PARTICIPANT})),
)  # fmt: skip
"""The groups of lines, in their order; whatever is for more than one stands on top."""


class State(Enum):
    """How the papers in a cell stand."""

    #: There is no such paper for this reader.
    NONE = "none"
    #: Something has to be mended before it may be handed out.
    BLOCKED = "blocked"
    #: Never handed out.
    NOT_YET = "not yet"
    #: What the reader holds is what the plan says.
    CURRENT = "current"
    #: Pages of what the reader holds are out of date.
    OLD = "old"
    #: What the reader holds has not been compared with the plan yet.
    COMPARING = "comparing"


@dataclass(frozen=True, slots=True)
class Line:
    """A reader; `group` is the place of their group, `first` whether the line is the first of it."""

    reader: Reader
    name: str
    other: str
    group: int
    first: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """The papers of one document for one reader, in whatever languages they were handed out."""

    state: State = State.NONE
    held: tuple[Standing, ...] = ()
    reasons: tuple[Message, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages are to be printed again."""
        return sum(len(one.changes.put_in) for one in self.held)

    @property
    def old(self) -> list[Standing]:
        """Those of its papers that are out of date."""
        return [one for one in self.held if one.is_wanted and one.is_old]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Everything the page shows of who gets which papers."""

    documents: tuple[Document, ...] = ()
    lines: tuple[Line, ...] = ()
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    #: How many papers of each document there are, and how many of these are out of date: what the heads tell.
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def cell(self, recipient: str, document: str) -> Cell:
        """Give a cell by whose it is and the document's code."""
        return self.cells.get((recipient, document), _EMPTY)

    def count(self, state: State) -> int:
        """Count the cells in a state."""
        return sum(1 for cell in self.cells.values() if cell.state is state)

    @property
    def old(self) -> list[Standing]:
        """Every paper that is out of date and may be printed."""
        return [one for cell in self.cells.values() if cell.state is State.OLD for one in cell.old]

    @property
    def waiting(self) -> list[Standing]:
        """Every paper that is out of date and may not be printed yet."""
        return [one for cell in self.cells.values() if cell.state is State.BLOCKED for one in cell.old]

    def wanted(
        self, plan: Plan, place: tuple[str, str], language: str | None, paper: str, *, only: bool = False
    ) -> Wanted | None:
        """Give the paper of a cell, or `only` what changed of it; without a language in that of its reader."""
        recipient, document = place
        reader = next((line.reader for line in self.lines if line.reader.recipient == recipient), None)
        if reader is None:
            return None
        language = language or usual_language(plan, reader, self.cell(*place))
        return Wanted(document, reader, language, paper, only)

    @property
    def changed(self) -> list[Wanted]:
        """Of every paper in `old` the pages that changed, reader by reader, in the language and size they hold."""
        return [
            Wanted(document.code, line.reader, one.key.language, one.issue.paper.value, only_changes=True)
            for line in self.lines
            for document in self.documents
            if (cell := self.cell(line.reader.recipient, document.code)).state is State.OLD
            for one in cell.old
        ]


_EMPTY: Final = Cell()


def matrix_of(
    plan: Plan,
    standings: Mapping[PaperKey, Standing],
    blocked: Mapping[tuple[str, str], tuple[Message, ...]],
) -> Matrix:
    """Make the lines, columns and cells; `standings` and `blocked` are what the watch knows by now."""
    held: dict[tuple[str, str], list[Standing]] = {}
    unknown = {(paper.recipient, paper.document) for paper in held_papers(plan) if paper not in standings}
    for paper, standing in standings.items():
        held.setdefault((paper.recipient, paper.document), []).append(standing)
    readers: dict[str, Reader] = {}
    cells: dict[tuple[str, str], Cell] = {}
    each = {document.code: readers_of(plan, document) for document in documents()}
    # What nobody gets yet is there too, but at the end.
    every = tuple(sorted(documents(), key=lambda document: not each[document.code]))
    for document in every:
        for reader in each[document.code]:
            readers.setdefault(reader.recipient, reader)
            key = (reader.recipient, document.code)
            reasons = blocked.get((document.code, reader.recipient), ())
            cells[key] = _cell(held.get(key, ()), reasons, is_known=key not in unknown)
    old = Counter(code for (_, code), cell in cells.items() if cell.state is State.OLD)
    counts = {document.code: (len(each[document.code]), old[document.code]) for document in every}
    return Matrix(every, tuple(_lines(plan, readers.values())), cells, counts)


def _cell(held: Sequence[Standing], reasons: tuple[Message, ...], *, is_known: bool) -> Cell:
    if reasons:
        state = State.BLOCKED
    elif not is_known:
        state = State.COMPARING
    elif not held:
        state = State.NOT_YET
    else:
        state = State.OLD if any(one.is_old for one in held) else State.CURRENT
    return Cell(state, tuple(held), reasons)


def _lines(plan: Plan, readers: Iterable[Reader]) -> list[Line]:
    language = screen_language()
    other = other_language(language)
    found: list[Line] = []
    each = list(readers)
    for group, (_, kinds) in enumerate(_GROUPS):
        some = [reader for reader in each if reader.kind in kinds]
        if group:
            some.sort(key=lambda reader: _order(plan, reader))
        for place, reader in enumerate(some):
            name, second = _name(plan, reader, language), _name(plan, reader, other)
            found.append(Line(reader, name, "" if second == name or not group else second, group, place == 0))
    return found


def _name(plan: Plan, reader: Reader, language: str) -> str:
    """Name a reader; of a family only the name, since what they are stands over them."""
    one = whom(plan, reader)
    return family_word(one, language) if isinstance(one, Household) else name_of(plan, reader, language)


def _order(plan: Plan, reader: Reader) -> tuple[Any, ...]:
    one, language = whom(plan, reader), screen_language()
    if one is None:
        return ()
    key = household_sort_key(one, language) if isinstance(one, Household) else sort_key(one.person, language)
    return (key,)


def group_names() -> tuple[str, ...]:
    """Say what the groups of lines are called."""
    here = speaker(screen_language())
    return tuple(here.words(words) for words, _ in _GROUPS)


def usual_language(plan: Plan, reader: Reader, cell: Cell) -> str:
    """Say in which language a reader gets a paper: as they hold it (what is out of date first), else as they read."""
    newest = max(cell.old or cell.held, key=lambda one: one.issue.issued_at, default=None)
    return language_of(plan, reader) if newest is None else newest.key.language


def filtered(matrix: Matrix, wanted: State | None) -> tuple[Line, ...]:
    """Give the lines in which any cell is in a state; all for None. The first of each group is marked anew."""
    lines = [
        line
        for line in matrix.lines
        if wanted is None
        or any(matrix.cell(line.reader.recipient, one.code).state is wanted for one in matrix.documents)
    ]
    return tuple(
        Line(line.reader, line.name, line.other, line.group, place == 0 or lines[place - 1].group != line.group)
        for place, line in enumerate(lines)
    )


def state_words(cell: Cell) -> str:
    """Say how a cell stands, for tips and screen readers."""
    match cell.state:
        case State.NONE:
            return tr("no such paper")
        case State.BLOCKED:
            return tr("may not be handed out yet: {reasons}", reasons=list(cell.reasons))
        case State.NOT_YET:
            return tr("not yet printed")
        case State.CURRENT:
            return tr("up to date")
        case State.COMPARING:
            return tr("being compared with the plan")
        case State.OLD:
            return speaker(screen_language()).trn(
                "out of date: {count} page to print again", "out of date: {count} pages to print again", cell.pages
            )

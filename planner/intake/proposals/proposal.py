"""What an import would do, as plain data: to be shown, asked about, and accepted as one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from planner.intake.columns.mapping import SheetMapping
from planner.intake.proposals.changes import FieldChange, Step
from planner.intake.reading.sheet import Line
from planner.intake.values.reading import Doubt
from planner.language.marking import Pair
from planner.model.kinds import SheetKind
from planner.model.message import Message


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SENT_TWICE = "sent_twice"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """Words that were not understood, or a value to look at: a `model.ReviewItem` to be."""

    record: str
    record_uid: str
    target: str
    words: str
    reason: str
    figures: Mapping[str, str]
    row_number: int
    heading: str
    column: str


@dataclass(frozen=True, slots=True)
class RowProposal:
    """One row of the sheet: what it is about, what would change, and what is to be reviewed.

    `replaced_by` is the row that was sent later for the same record; `reason` says why a row is skipped or not new;
    `seen_before` that it stood there word for word when the sheet was last read.
    """

    number: int
    state: RowState
    record: str
    record_uid: str
    name: Pair
    changes: tuple[FieldChange, ...] = ()
    notes: tuple[ReviewNote, ...] = ()
    reason: Message | None = None
    replaced_by: int | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    seen_before: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can say, asked once a sheet.

    ``day_order`` with two readings of one cell; ``sheet_kind`` with the kinds of sheet, the guess first.
    """

    key: str
    message: Message
    choices: tuple[tuple[str, Message], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of each state, and how many things there are to review (a column that is not known is one)."""

    new: int
    updated: int
    unchanged: int
    sent_twice: int
    skipped: int
    to_review: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that accepting would write. It holds no row of the plan and can go from thread to thread.

    `basis` says what the plan looked like; a plan that has moved on where it matters refuses the proposal. While
    there are `questions`, the proposal shows what would be done with what is clear; the rest is up for review.
    """

    file_name: str
    sheet_name: str
    kind: SheetKind
    visit_id: int
    shape: str
    headings: tuple[str, ...]
    mapping: SheetMapping
    answers: Mapping[str, str]
    rows: tuple[RowProposal, ...]
    steps: tuple[Step, ...]
    settled_reviews: tuple[int, ...]
    questions: tuple[Question, ...]
    remarks: tuple[Message, ...]
    above: tuple[Line, ...]
    basis: Mapping[str, Any]

    @property
    def counts(self) -> Counts:
        """The figures of the report."""
        states = Counter(row.state for row in self.rows)
        return Counts(
            states[RowState.NEW],
            states[RowState.UPDATED],
            states[RowState.UNCHANGED],
            states[RowState.SENT_TWICE],
            states[RowState.SKIPPED],
            len(self.notes_together),
        )

    @property
    def changes_nothing(self) -> bool:
        """Whether accepting would leave every record as it is."""
        return not self.steps and all(row.seen_before for row in self.rows)

    @property
    def notes_together(self) -> tuple[tuple[ReviewNote, ...], ...]:
        """What there is to review, by row and column: what stands in a column that is not known is one."""
        found: dict[object, list[ReviewNote]] = {}
        for number, note in enumerate(self.notes):
            is_column = note.reason == Doubt.COLUMN_UNKNOWN
            found.setdefault(note.column if is_column else number, []).append(note)
        return tuple(map(tuple, found.values()))

    @property
    def notes(self) -> tuple[ReviewNote, ...]:
        """Everything to review, by row and column."""
        return tuple(note for row in self.rows for note in row.notes)

    def report(self) -> dict[str, Any]:
        """The report as the planner file keeps it (plain values only): counts, one entry a row, what columns meant."""
        counts = self.counts
        return {
            "counts": {name: getattr(counts, name) for name in Counts.__slots__},
            "rows": [
                {
                    "row": row.number,
                    "state": row.state.value,
                    "record": row.record,
                    "record_uid": row.record_uid,
                    "name": list(row.name),
                    "reason": row.reason.code if row.reason else "",
                    "replaced_by": row.replaced_by,
                    "to_review": [[note.column, note.heading, note.words, note.reason] for note in row.notes],
                }
                for row in self.rows
            ],
            "above": [[line.number, [text for text in line.texts if text]] for line in self.above],
            "remarks": [remark.code for remark in self.remarks],
            "columns": self.mapping.as_data(self.headings),
        }

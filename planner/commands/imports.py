"""Reading forms and spreadsheets: accepting what `planner.intake` has proposed, as one change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

import planner.model as model
from planner.intake.collecting import collector_paused
from planner.intake.proposals import Add, Edit, KnownRow, NewRow, Proposal, Reference, Relink, Remove, RowState
from planner.model import (
    Activity,
    Base,
    ColumnMapping,
    Delegation,
    Group,
    HostOffer,
    Interpreter,
    Journey,
    Member,
    ReviewItem,
    SheetImport,
    SourceRow,
    Stay,
    Visit,
)
from planner.model.done import Done
from planner.model.kinds import ReviewState, SheetKind
from planner.model.message import Message, PlannerError
from planner.model.progress import Progress

_AT_ONCE = 500


def accept(session: Session, proposal: Proposal, progress: Progress | None = None) -> Done:
    """Do everything that a proposal says, remember the sheet's rows, and keep what is to be reviewed.

    Gives the import's report (`Proposal.report`); a proposal that changes nothing leaves no step. `progress` is
    told steps written of steps there, often enough for a window to stay alive; if it raises `Cancelled`, nothing
    has changed. Raises `PlannerError` ``import-plan-moved`` if records have come, gone or been edited since, so
    that the proposal would no longer do what it showed: it has to be made again.
    """
    label = _label(proposal)
    if proposal.changes_nothing:
        _remember_mapping(session, proposal)
        return Done(label, proposal.report())
    visit = session.get(Visit, proposal.visit_id)
    if visit is None:
        raise PlannerError("import-plan-moved")
    _refuse_if_moved(session, proposal)
    with session.no_autoflush, collector_paused():
        _Writer(session, proposal).write(progress)
        _remember_rows(session, proposal, visit)
        _keep_for_review(session, proposal, visit)
        _remember_mapping(session, proposal)
        session.flush()
    return Done(label, proposal.report())


def _label(proposal: Proposal) -> Message:
    """What the history says: "Read guests_form.csv: 15 guests"."""
    counts = proposal.counts
    if counts.updated or not counts.new:
        return Message.of("import-read-again", file=proposal.file_name, new=counts.new, count=counts.updated)
    return Message.of(_LABELS[proposal.kind], file=proposal.file_name, count=counts.new)


_LABELS: Mapping[SheetKind, str] = {
    SheetKind.GUESTS: "import-read-guests",
    SheetKind.HOSTS: "import-read-hosts",
    SheetKind.INTERPRETERS: "import-read-interpreters",
    SheetKind.PROGRAMME: "import-read-programme",
}


def _refuse_if_moved(session: Session, proposal: Proposal) -> None:
    """A record that has come since might be one that the proposal would add again."""
    visit_id = proposal.visit_id
    of_visit = {
        "Member": select(Member.id).join(Delegation).where(Delegation.visit_id == visit_id),
        "HostOffer": select(HostOffer.id).where(HostOffer.visit_id == visit_id),
        "Interpreter": select(Interpreter.id).where(Interpreter.visit_id == visit_id),
        "Activity": select(Activity.id).where(Activity.visit_id == visit_id),
        "Journey": select(Journey.id).where(Journey.visit_id == visit_id),
        "Group": select(Group.id).where(Group.visit_id == visit_id),
        "SheetImport": select(SheetImport.id).where(SheetImport.visit_id == visit_id),
    }
    for noun, known in proposal.basis.items():
        if tuple(sorted(session.scalars(of_visit[noun]))) != tuple(known):
            raise PlannerError("import-plan-moved")


class _Writer:
    """Does the steps of a proposal through the session, so that each row is recorded."""

    def __init__(self, session: Session, proposal: Proposal) -> None:
        self._session = session
        self._steps = proposal.steps
        self._known: dict[tuple[str, int], Base] = {}
        # New rows get their ids here, as SQLite would give them: so they can point to each other before they are
        # written, and thousands are written at once.
        self._ids: dict[int, int] = {}

    def write(self, progress: Progress | None) -> None:
        self._fetch()
        self._number()
        for done, step in enumerate(self._steps):
            if done % _AT_ONCE == _AT_ONCE - 1:
                self._session.flush()  # whatever a step points to comes before it
                if progress is not None:
                    progress(done, len(self._steps))
            if isinstance(step, Add):
                self._add(step)
            elif isinstance(step, Edit):
                row = self._row(step.noun, step.id)
                if getattr(row, step.field) != step.old:
                    raise PlannerError("import-plan-moved")
                setattr(row, step.field, step.new)
            elif isinstance(step, Relink):
                self._relink(step)
            else:
                self._remove(step)

    def _fetch(self) -> None:
        """Load every row that the steps speak of, a few queries for each noun."""
        wanted: dict[str, set[int]] = {}
        for step in self._steps:
            if isinstance(step, Edit | Relink | Remove):
                wanted.setdefault(step.noun, set()).add(step.id)
            for reference in _references(step):
                if isinstance(reference, KnownRow):
                    wanted.setdefault(reference.noun, set()).add(reference.id)
        for noun, ids in wanted.items():
            kind = _class_of(noun)
            rows = sorted(ids)
            for start in range(0, len(rows), _AT_ONCE):
                part = rows[start : start + _AT_ONCE]
                for row in self._session.scalars(select(kind).where(kind.id.in_(part))):
                    self._known[noun, row.id] = row

    def _number(self) -> None:
        next_ids: dict[str, int] = {}
        for step in self._steps:
            if not isinstance(step, Add):
                continue
            if step.noun not in next_ids:
                last = self._session.scalar(select(func.max(_class_of(step.noun).id)))
                next_ids[step.noun] = (last or 0) + 1
            self._ids[step.number] = next_ids[step.noun]
            next_ids[step.noun] += 1

    def _row(self, noun: str, row_id: int) -> Base:
        row = self._known.get((noun, row_id))
        if row is None:
            raise PlannerError("import-plan-moved")
        return row

    def _id_of(self, reference: Reference) -> int | None:
        if reference is None:
            return None
        return (
            self._ids[reference.number] if isinstance(reference, NewRow) else self._row(reference.noun, reference.id).id
        )

    def _add(self, step: Add) -> None:
        noun = _class_of(step.noun)
        keys = {_key_of(noun, name): self._id_of(reference) for name, reference in step.links.items()}
        self._session.add(noun(id=self._ids[step.number], **step.values, **keys))

    def _remove(self, step: Remove) -> None:
        """Remove a part, but never a bed in which somebody slept on an earlier visit: that visit keeps its record."""
        slept_in = select(Stay.id).where(Stay.bed_id == step.id).limit(1)
        if step.noun != "Bed" or self._session.scalar(slept_in) is None:
            self._session.delete(self._row(step.noun, step.id))

    def _relink(self, step: Relink) -> None:
        row = self._row(step.noun, step.id)
        key = _key_of(type(row), step.field)
        if getattr(row, key) != self._id_of(step.old):
            raise PlannerError("import-plan-moved")
        setattr(row, key, self._id_of(step.new))


@cache
def _key_of(noun: type[Base], relationship: str) -> str:
    """The column behind a relationship: ``person`` of a member is ``person_id``."""
    [(column, _)] = inspect(noun).relationships[relationship].local_remote_pairs
    return str(column.key)


def _references(step: Any) -> Iterable[Reference]:
    if isinstance(step, Add):
        return step.links.values()
    return (step.old, step.new) if isinstance(step, Relink) else ()


def _class_of(noun: str) -> type[Base]:
    kind: type[Base] = getattr(model, noun)
    return kind


def _remember_rows(session: Session, proposal: Proposal, visit: Visit) -> None:
    """Keep each row word for word; rows that say nothing new are remembered from last time already."""
    sheet = SheetImport(
        visit=visit,
        file_name=proposal.file_name,
        sheet_name=proposal.sheet_name,
        kind=proposal.kind,
        imported_at=dt.datetime.now(dt.UTC).replace(tzinfo=None),
        shape=proposal.shape,
        headings=list(proposal.headings),
        report=proposal.report(),
    )
    session.add(sheet)
    # A row that was sent again stands before the one that replaced it: the last row of a record is the one that
    # counts.
    said = [row for row in proposal.rows if not row.seen_before]
    for row in sorted(said, key=lambda row: row.state is not RowState.SENT_TWICE):
        session.add(
            SourceRow(
                sheet_import=sheet,
                row_number=row.number,
                record=row.record,
                record_uid=row.record_uid,
                cells=dict(row.cells),
            )
        )


def _keep_for_review(session: Session, proposal: Proposal, visit: Visit) -> None:
    for item in session.scalars(select(ReviewItem).where(ReviewItem.id.in_(proposal.settled_reviews))):
        item.state = ReviewState.SETTLED
        item.settled_note = proposal.file_name
    for note in proposal.notes:
        session.add(
            ReviewItem(
                visit=visit,
                record=note.record,
                record_uid=note.record_uid,
                target=note.target,
                words=note.words,
                reason=note.reason,
                figures=dict(note.figures),
                file_name=proposal.file_name,
                row_number=note.row_number,
                column=note.heading,
            )
        )


def _remember_mapping(session: Session, proposal: Proposal) -> None:
    """What the columns were confirmed to mean, for the next sheet of this shape."""
    columns = proposal.mapping.as_data(proposal.headings)
    shape: InstrumentedAttribute[str] = ColumnMapping.shape
    known = session.scalars(select(ColumnMapping).where(shape == proposal.shape)).first()
    if known is None:
        session.add(
            ColumnMapping(shape=proposal.shape, kind=proposal.kind, columns=columns, answers=dict(proposal.answers))
        )
        return
    if (known.kind, dict(known.columns), dict(known.answers)) != (proposal.kind, columns, dict(proposal.answers)):
        known.kind, known.columns, known.answers = proposal.kind, columns, dict(proposal.answers)

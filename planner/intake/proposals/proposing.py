"""A sheet and the plan → a proposal: every row described, found again or new, and settled against the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from planner.intake.collecting import collector_paused
from planner.intake.columns.kinds import target_named
from planner.intake.columns.mapping import SheetMapping, shape_of
from planner.intake.proposals.basis import basis_of
from planner.intake.proposals.cells import Columns
from planner.intake.proposals.context import Context
from planner.intake.proposals.describing import DRAFTERS, NAMING, Describing
from planner.intake.proposals.drafts import Draft, Note
from planner.intake.proposals.filling import filled_down
from planner.intake.proposals.history import Earlier, History
from planner.intake.proposals.proposal import Proposal, ReviewNote, RowProposal, RowState
from planner.intake.proposals.questions import DAY_ORDER, frames_of, kind_question
from planner.intake.proposals.remapping import let_go
from planner.intake.proposals.settling import Settler, class_of
from planner.intake.proposals.wishes import fulfil_old_wishes, resolve_wishes
from planner.intake.proposals.wording import name_of, name_of_row, plain_words
from planner.intake.proposals.work import Work, changed_headings, heading_names, record_noun
from planner.intake.reading.sheet import Sheet
from planner.intake.values.dates import Frame
from planner.intake.values.reading import Doubt
from planner.model.base import Base, new_uid
from planner.model.kinds import ReviewState, SheetKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress

_TELL_EVERY = 50


def propose(
    sheet: Sheet,
    mapping: SheetMapping,
    plan: Plan,
    *,
    answers: Mapping[str, str] | None = None,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Work out what reading this sheet into the plan's visit would do.

    `answers` are those to an earlier proposal's questions (``{"day_order": "month_first"}``); what was answered for
    a sheet of this shape before still holds. `progress` is told steps done of steps there, and may raise
    `Cancelled`. Raises `PlannerError`: ``import-no-name-column`` when no column says whom or what the rows are
    about, ``import-no-day-column`` for a programme without days.
    """
    with collector_paused():
        return _propose(sheet, mapping, plan, dict(answers or {}), today or dt.date.today(), progress)


def _propose(
    sheet: Sheet,
    mapping: SheetMapping,
    plan: Plan,
    answers: dict[str, str],
    today: dt.date,
    progress: Progress | None,
) -> Proposal:
    _refuse_nameless(mapping)
    sheet = filled_down(sheet, mapping)
    context = Context(plan, mapping.kind, today)
    shape = shape_of(sheet.headings)
    known = next((one for one in plan.column_mappings if one.shape == shape), None)
    answers = {**(dict(known.answers) if known else {}), **answers}
    frame, frames, questions = frames_of(sheet, mapping, plan.visit, answers)
    kind_open = kind_question(mapping)
    answers |= _order_decided(frame, frames)
    columns = Columns(mapping, sheet.headings, sheet.columns, frames, frame)
    history = History(plan, mapping.kind)
    describing = Describing(sheet, mapping, context, columns, history)
    works = []
    total = max(1, 2 * len(sheet.rows))
    for place, line in enumerate(sheet.rows):
        if progress is not None and place % _TELL_EVERY == 0:
            progress(place, total)
        works.append(describing.describe(line))
    describing.find_corrected(works)
    weighing = _Weighing(context, columns, history)
    rows, settled = weighing.weigh(works, progress)
    return Proposal(
        file_name=sheet.file_name,
        sheet_name=sheet.name,
        kind=mapping.kind,
        visit_id=plan.visit.id,
        shape=shape,
        headings=sheet.headings,
        mapping=mapping,
        answers=answers,
        rows=rows,
        steps=tuple(weighing.settler.steps),
        settled_reviews=settled,
        questions=questions if kind_open is None else (kind_open, *questions),
        remarks=sheet.remarks,
        above=sheet.above,
        basis=basis_of(plan),
    )


def _refuse_nameless(mapping: SheetMapping) -> None:
    used = {guess.target for guess in mapping.columns}
    if not used & set(NAMING[mapping.kind]):
        raise PlannerError("import-no-name-column")
    if mapping.kind is SheetKind.PROGRAMME and "on" not in used:
        raise PlannerError("import-no-day-column")


def _order_decided(frame: Frame, frames: Mapping[int, Frame]) -> dict[str, str]:
    """What the sheet's own days have decided, remembered with the mapping as if it had been answered."""
    orders = {one.order for one in (frame, *frames.values()) if one.order}
    return {DAY_ORDER: next(iter(orders)).value} if len(orders) == 1 else {}


class _Weighing:
    """Weighs each description against the plan, and says what would come of it."""

    def __init__(self, context: Context, columns: Columns, history: History) -> None:
        self._context = context
        self._columns = columns
        self._history = history
        self._kind = context.kind
        self._meanings = dict(zip(heading_names(columns.headings), columns.targets, strict=True))
        self._beds_in_use = {stay.bed_id for stay in context.plan.stays}
        self._needs_of: dict[tuple[str, int | None], list[Base]] = {}
        for need in context.plan.needs:
            self._needs_of.setdefault(("Activity", need.activity_id), []).append(need)
            self._needs_of.setdefault(("Journey", need.journey_id), []).append(need)
        self.settler = Settler(self._row, self._needs, self._in_use, self._of_old)

    def weigh(
        self, works: Sequence[Work], progress: Progress | None
    ) -> tuple[tuple[RowProposal, ...], tuple[int, ...]]:
        """What becomes of every row, and which items to review are settled by it."""
        settled: list[int] = []
        if self._kind is SheetKind.GUESTS:
            resolve_wishes(works, self._context)
        for work in works:
            if work.counts and work.known is None:
                work.uid = self._new_uid(work)  # before anything points to it
        total = max(1, 2 * len(works))
        for place, work in enumerate(works):
            if progress is not None and place % _TELL_EVERY == 0:
                progress(len(works) + place, total)
            if work.counts:
                settled += self._settle(work)
        if self._kind is SheetKind.GUESTS:
            settled += fulfil_old_wishes(works, self._context, self.settler)
        for work in works:
            if work.replaced_by is not None:
                work.uid = work.replaced_by.uid
        if progress is not None:
            progress(total, total)
        return tuple(self._proposal(work) for work in works), tuple(settled)

    def _settle(self, work: Work) -> list[int]:
        draft = work.draft
        assert draft is not None
        if work.known is None:
            self.settler.reference(draft)
            self._note_kept(work)
            return []
        work.uid = self._uid_of(work.known)
        earlier = self._history.rows.get(work.uid)
        before = self._described_before(earlier, draft) if earlier is not None else None
        steps_before = len(self.settler.steps)
        self.settler.change(draft, before, work.known)
        self._note_kept(work)
        changed = len(self.settler.steps) > steps_before or bool(work.changes)
        work.state = RowState.UPDATED if changed else RowState.UNCHANGED
        return self._settled_reviews(work, earlier) if earlier is not None else []

    def _new_uid(self, work: Work) -> str:
        """The identity under which a new record is remembered: a family's is its household's, which may be known."""
        owner = work.draft
        if owner is not None and self._kind is SheetKind.HOSTS:
            owner = owner.links["household"]
        assert owner is not None
        if owner.row_id is not None:
            row = self._row(owner.noun, owner.row_id)
            return str(getattr(row, "uid", ""))
        uid = new_uid()
        owner.at_first["uid"] = uid
        return uid

    def _uid_of(self, row: Base) -> str:
        owner = getattr(row, "household") if self._kind is SheetKind.HOSTS else row  # noqa: B009
        return str(getattr(owner, "uid", ""))

    def _described_before(self, earlier: Earlier, draft: Draft) -> Draft | None:
        """The record as the sheet described it last time, as far as the sheet of today speaks of it."""
        targets = set(self._columns.targets)
        before = self._described(earlier, targets)
        if before is None:  # it had its name from a column that is missing now
            before = self._described(earlier, {*targets, *NAMING[self._kind]})
        if before is not None and self._kind is SheetKind.GUESTS:
            for wish in before.parts.get("wishes", ()):
                found = self._context.members.named(wish.fields["words"])
                wish.links["other"] = found[0] if len(found) == 1 else None
        if before is not None and before.noun == draft.noun and earlier.moved(self._meanings):
            meanings = {**earlier.meanings, **self._meanings}
            row = earlier.as_row(self._kind, self._columns.frame, meanings)
            kept = DRAFTERS[self._kind](row, self._context)
            if kept is not None and kept.noun == draft.noun:
                let_go(draft, before, kept)
        return before

    def _described(self, earlier: Earlier, targets: set[str | None]) -> Draft | None:
        """An earlier row, as far as its headings are there again or its columns meant one of these."""
        meanings = {
            name: target for name, target in earlier.meanings.items() if name in self._meanings or target in targets
        }
        row = earlier.as_row(self._kind, self._columns.frame, meanings)
        return DRAFTERS[self._kind](row, self._context)

    def _note_kept(self, work: Work) -> None:
        """What was edited by hand stays, and what the sheet says instead is put up for review."""
        for change in self.settler.take_changes():
            work.changes.append(change)
            if not change.kept:
                continue
            label = change.label.code
            here = plain_words(change.old)
            if change.new is None and not change.field:
                work.row.note_at(None, here or change.noun, Doubt.GONE_FROM_SHEET, label)
            else:
                words = plain_words(change.new) or "—"
                work.row.note_at(None, words, Doubt.CHANGED_IN_BOTH, label, here=here)

    def _settled_reviews(self, work: Work, earlier: Earlier) -> list[int]:
        """Items about cells that were corrected, or mean something else now, are settled by it; those about other
        cells are there already.
        """
        changed = changed_headings(earlier.cells, work.cells) | earlier.moved(self._meanings)
        work.row.notes = [note for note in work.row.notes if not note.heading or note.heading in changed]
        return [
            item.id
            for item in self._context.plan.review_items
            if item.record_uid == work.uid and item.state is ReviewState.OPEN and item.column in changed
        ]

    # What the settler asks

    def _row(self, noun: str, row_id: int) -> Base | None:
        return self._context.plan.get(class_of(noun), row_id)

    def _needs(self, name: str, row: Base) -> Sequence[Base]:
        return self._needs_of.get((type(row).__name__, row.id), [])

    def _in_use(self, row: Base) -> bool:
        """Whether something hangs on a part that the sheet no longer has: a stay on a bed, an assignment on a need."""
        if type(row).__name__ == "Bed":
            return row.id in self._beds_in_use
        return bool(getattr(row, "assignments", ()))

    def _of_old(self, row: Base) -> bool:
        """Whether a person or family is known from an earlier visit only: then the form of today is the newer word."""
        here = self._context.here
        return type(row).__name__ in here and row.id not in here[type(row).__name__]

    # What is shown

    def _proposal(self, work: Work) -> RowProposal:
        record = record_noun(work, self._kind) if work.uid else ""
        return RowProposal(
            number=work.line.number,
            state=work.state,
            record=record,
            record_uid=work.uid,
            name=name_of(work.draft) if work.draft is not None else name_of_row(work.known),
            changes=tuple(work.changes),
            notes=tuple(self._note(note, record, work) for note in dict.fromkeys(work.row.notes)),
            reason=work.reason,
            replaced_by=work.replaced_by.line.number if work.replaced_by else None,
            cells=dict(work.cells),
            seen_before=work.seen_before,
        )

    def _note(self, note: Note, record: str, work: Work) -> ReviewNote:
        try:
            target = target_named(self._kind, note.target).words.code
        except KeyError:
            target = note.target
        return ReviewNote(
            record,
            work.uid,
            target,
            note.words,
            note.reason.value,
            dict(note.figures),
            work.line.number,
            note.heading,
            note.column,
        )

"""Every row described and found: what it says, what record of the plan it is about, and which rows were sent twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from planner.intake.columns.mapping import SheetMapping, shape_of
from planner.intake.proposals.cells import Columns, Row
from planner.intake.proposals.changes import FieldChange
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.filling import is_day_heading
from planner.intake.proposals.guests import draft_guest
from planner.intake.proposals.history import History
from planner.intake.proposals.hosts import draft_host
from planner.intake.proposals.identity import Found, identity_for
from planner.intake.proposals.interpreters import draft_interpreter
from planner.intake.proposals.programme import draft_event
from planner.intake.proposals.proposal import RowState
from planner.intake.proposals.wording import name_of_row
from planner.intake.proposals.work import Work, heading_names, records_by_uid, stamp_order, stamps_of
from planner.intake.reading.sheet import Line, Sheet
from planner.intake.values.reading import Doubt
from planner.model.kinds import SheetKind
from planner.model.message import Message

DRAFTERS: Mapping[SheetKind, Callable[[Row, Context], Draft | None]] = {
    SheetKind.GUESTS: draft_guest,
    SheetKind.HOSTS: draft_host,
    SheetKind.INTERPRETERS: draft_interpreter,
    SheetKind.PROGRAMME: draft_event,
}
NAMING: Mapping[SheetKind, tuple[str, ...]] = {
    SheetKind.GUESTS: (
        "Person.name_ja", "Person.name_en", "Person.passport_name", "Person.family_name",
        "Person.given_name", "Person.family_name_ja", "Person.given_name_ja", "Person.name_kana",
    ),
    SheetKind.HOSTS: ("Household.name", "Household.contact"),
    SheetKind.INTERPRETERS: (
        "Person.name_ja", "Person.name_en", "Person.family_name", "Person.given_name",
        "Person.family_name_ja", "Person.given_name_ja",
    ),
    SheetKind.PROGRAMME: ("title_en", "title_ja"),
}  # fmt: skip
"""The columns that say whom or what a row is about."""

# A cell that a spreadsheet program would run: =…, @…(, or + and - before a call. A telephone number is none.
_FORMULA = re.compile(
    r"\s*(?:=\s*\S|@\s*[A-Za-z]+\s*\(|[+\-]\s*(?:[A-Za-z@]+\s*[(|!]|\d+\s*[+\-*/]\s*[A-Za-z]+\())", re.DOTALL
)


class Describing:
    """Describes the rows of one sheet, one after another."""

    def __init__(
        self, sheet: Sheet, mapping: SheetMapping, context: Context, columns: Columns, history: History
    ) -> None:
        self._context = context
        self._columns = columns
        self._history = history
        self._kind = mapping.kind
        self._names = heading_names(sheet.headings)
        self._meanings = dict(zip(self._names, columns.targets, strict=True))
        self._records = records_by_uid(context.plan, mapping.kind)
        self._identity = identity_for(mapping.kind, context)
        self._by_draft: dict[int, Work] = {}
        self._found: dict[int, Found] = {}
        # Columns mean what they meant when this shape was last read: then equal cells need no second look.
        shape, now = shape_of(sheet.headings), mapping.as_data(sheet.headings)
        known = [one for one in context.plan.column_mappings if one.shape == shape]
        self._as_before = any(dict(one.columns) == now for one in known)

    def describe(self, line: Line) -> Work:
        """Describe a row and find what it is about."""
        work = self._start(line)
        if work.state is not RowState.NEW:
            return work
        work.draft = DRAFTERS[self._kind](work.row, self._context)
        self._note_strangers(work)
        if work.draft is None:
            self._skip(work)
            return work
        found = self._identity.find(work.draft)
        work.known = found.row
        self._found[id(work)] = found
        if found.earlier is not None:
            self._sent_twice(self._by_draft[id(found.earlier)], work)
        self._by_draft[id(work.draft)] = work
        self._identity.remember(work.draft)
        return work

    def _start(self, line: Line) -> Work:
        cells = {name: text for name, text in zip(self._names, line.texts, strict=True) if text}
        work = Work(line, cells, Row(self._columns, line.texts, line.typed, line.number))
        if not self._as_before:
            return work
        earlier = self._history.same_cells(cells)
        if earlier is not None and earlier.moved(self._meanings):
            return work  # other rows of this shape have been read anew since, but not this one
        if earlier is not None:
            work.uid, work.known, work.state = earlier.uid, self._records.get(earlier.uid), RowState.UNCHANGED
            if work.known is None:
                work.state, work.reason = RowState.SKIPPED, Message.of("import-row-removed-by-hand")
        elif uid := self._history.was_sent_again(cells):
            work.uid, work.known, work.state = uid, self._records.get(uid), RowState.SENT_TWICE
            work.reason = Message.of("import-row-sent-again")
        elif self._history.was_skipped(cells):
            work.state, work.reason = RowState.SKIPPED, Message.of("import-row-skipped-before")
        work.seen_before = work.state is not RowState.NEW
        return work

    def _skip(self, work: Work) -> None:
        """A row about nobody: each of its words is noted, so that nothing is lost."""
        work.state = RowState.SKIPPED
        days = self._columns.places("on")
        if days and is_day_heading(work.line, days[0]):
            work.reason, work.row.notes = Message.of("import-row-day-heading"), []
            return
        titled = any(work.row.text(target) for target in NAMING[self._kind])
        work.reason = Message.of("import-row-without-day" if titled else "import-row-without-name")
        noted = {note.words for note in work.row.notes}
        for place, text in enumerate(work.line.texts):
            if text and text not in noted:
                work.row.note_at(place, text, Doubt.NOT_UNDERSTOOD, "")

    def _note_strangers(self, work: Work) -> None:
        """Words of columns that mean nothing here, and cells that a spreadsheet program would run."""
        for place in self._columns.unknown:
            if text := work.line.texts[place]:
                work.row.note_at(place, text, Doubt.COLUMN_UNKNOWN, "")
        for place, text in enumerate(work.line.texts):
            if text[:1] in "=@+-" and _FORMULA.match(text):
                work.row.note_at(place, text, Doubt.LOOKS_LIKE_FORMULA, "")

    def find_corrected(self, works: Sequence[Work]) -> None:
        """Find what the rows are about whose names were corrected: what no other row of the sheet is about."""
        uids = {id(record): uid for uid, record in self._records.items()}
        taken = {uids.get(id(work.known), "") for work in works if work.known is not None}
        again = self._history.coming_again(taken)
        for work in works:
            if work.draft is None or work.known is not None or work.replaced_by is not None:
                continue
            found = self._found[id(work)]
            renamed = uids.get(id(found.renamed), "")
            if renamed and renamed not in taken:
                work.known = found.renamed
            else:
                stamps = stamps_of(self._columns.targets, work.line.texts)
                earlier = self._history.corrected(work.cells, stamps, taken, again)
                work.known = self._records.get(earlier.uid) if earlier is not None else None
            taken.add(uids.get(id(work.known), ""))
            maybe = found.maybe or ("" if found.renamed is None else " ".join(name_of_row(found.renamed)).strip())
            if work.known is None and maybe:
                naming = next((target for target in NAMING[self._kind] if self._columns.places(target)), "")
                work.row.note(naming, maybe, Doubt.MAYBE_SAME_PERSON, name=maybe)

    def _sent_twice(self, first: Work, second: Work) -> None:
        """The row that was sent later counts: by the time stamps, or else by the order in the sheet."""
        while first.replaced_by is not None:
            first = first.replaced_by
        stamps = [
            max(
                (stamp_order(stamp) for stamp in stamps_of(self._columns.targets, work.line.texts)),
                default=(),
            )
            for work in (first, second)
        ]
        older, newer = (second, first) if stamps[0] > stamps[1] else (first, second)
        older.replaced_by, older.state = newer, RowState.SENT_TWICE
        newer.known = newer.known or older.known
        newer.changes += [
            FieldChange("", heading, older.cells.get(heading, ""), newer.cells.get(heading, ""))
            for heading in dict.fromkeys((*older.cells, *newer.cells))
            if older.cells.get(heading, "") != newer.cells.get(heading, "")
        ]

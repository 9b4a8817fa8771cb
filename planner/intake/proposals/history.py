"""How the rows stood when sheets of this kind were last read into this visit, and which records they became."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from planner.intake.columns.kinds import targets_of
from planner.intake.columns.mapping import ColumnGuess, SheetMapping, heading_keys
from planner.intake.proposals.cells import Columns, Row
from planner.intake.proposals.work import heading_names, stamps_of
from planner.intake.values.dates import Frame
from planner.model.kinds import SheetKind
from planner.model.plan import Plan
from planner.model.sheets import SheetImport, SourceRow

_LIKE = 0.7
"""A row that shares this much of its filled cells with an earlier one is the same row, corrected."""


_RARE = 20
"""A cell that more earlier rows share than this tells nothing about which of them a row is."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A row as it was read before: its cells by heading, what the headings were taken for, the record it became."""

    source: SourceRow
    cells: Mapping[str, str]
    meanings: Mapping[str, str | None]
    shape: str

    @property
    def uid(self) -> str:
        """The record's identity."""
        return self.source.record_uid

    def moved(self, meanings: Mapping[str, str | None]) -> set[str]:
        """The headings that are still there but are taken for something else now."""
        return {name for name in self.cells if name in meanings and meanings[name] != self.meanings.get(name)}

    def as_row(self, kind: SheetKind, frame: Frame, meanings: Mapping[str, str | None] | None = None) -> Row:
        """The row again, to be described as it was described then, or with other meanings."""
        known = {target.key for target in targets_of(kind)}
        headings = tuple(self.cells)
        taken = self.meanings if meanings is None else meanings
        guesses = []
        for index, name in enumerate(headings):
            target = taken.get(name)
            guesses.append(ColumnGuess(index, target if target in known else None, 1.0))
        mapping = SheetMapping(kind, 1.0, tuple(guesses))
        columns = Columns(mapping, headings, tuple(range(1, len(headings) + 1)), {}, frame)
        return Row(columns, tuple(self.cells.values()), {}, self.source.row_number or 0)


_Filled = tuple[frozenset[tuple[str, str]], Earlier]


class History:
    """Earlier rows of one kind of sheet in this visit, the last for each record."""

    def __init__(self, plan: Plan, kind: SheetKind) -> None:
        self.rows: dict[str, Earlier] = {}
        self._skipped: set[frozenset[tuple[str, str]]] = set()
        self._sent_again: dict[frozenset[tuple[str, str]], str] = {}
        self._by_cells: dict[frozenset[tuple[str, str]], Earlier] = {}
        self._stamps: dict[str, list[Earlier]] = {}
        self._by_cell: dict[tuple[str, str], list[_Filled]] = {}
        mappings = {mapping.shape: dict(mapping.columns) for mapping in plan.column_mappings}
        for sheet in sorted(plan.sheet_imports, key=_when):
            if sheet.kind is not kind:
                continue
            # What the columns meant in that very sheet; older files remember only what the shape means by now.
            columns = (sheet.report or {}).get("columns") or mappings.get(sheet.shape, {})
            keys = zip(heading_names(sheet.headings), heading_keys(sheet.headings), strict=True)
            meanings = {name: columns.get(key) for name, key in keys}
            for source in sheet.rows:
                if source.record_uid:
                    self.rows[source.record_uid] = Earlier(source, dict(source.cells), meanings, sheet.shape)
        for sheet in plan.sheet_imports:
            if sheet.kind is kind:
                self._note_passed_over(sheet)
        self._sizes = Counter(earlier.shape for earlier in self.rows.values())
        for earlier in self.rows.values():
            self._by_cells[_filled(earlier.cells)] = earlier
            for stamp in _stamps(earlier):
                self._stamps.setdefault(stamp, []).append(earlier)

    def _note_passed_over(self, sheet: SheetImport) -> None:
        """Remember the rows that became nothing: those about nobody, and those that were sent again later."""
        last = {source.record_uid: source.id for source in sheet.rows}
        for source in sheet.rows:
            if not source.record_uid:
                self._skipped.add(_filled(source.cells))
            elif source.id != last[source.record_uid]:
                self._sent_again[_filled(source.cells)] = source.record_uid

    def was_skipped(self, cells: Mapping[str, str]) -> bool:
        """Whether this row was there before and was about nobody."""
        return _filled(cells) in self._skipped

    def was_sent_again(self, cells: Mapping[str, str]) -> str:
        """The record of a row that was sent again later in the same sheet; "" for any other row."""
        return self._sent_again.get(_filled(cells), "")

    def same_cells(self, cells: Mapping[str, str]) -> Earlier | None:
        """The earlier row that stood there word for word, and is the last of its record."""
        return self._by_cells.get(_filled(cells))

    def coming_again(self, taken: Set[str]) -> frozenset[str]:
        """The shapes of those earlier sheets of which at least half of the rows (but one) are there again."""
        again = Counter(one.shape for one in self.rows.values() if one.uid in taken)
        return frozenset(shape for shape, rows in self._sizes.items() if again[shape] * 2 >= rows - 1)

    def corrected(
        self, cells: Mapping[str, str], stamps: Sequence[str], taken: Set[str], again: Set[str]
    ) -> Earlier | None:
        """The earlier row that this one corrects, by its time stamp or by most of its cells.

        `taken` are the records that other rows of the sheet are about: what still stands there was not corrected into
        something else. Cells tell only for sheets that are there `again` (`coming_again`); a sheet of late-comers
        corrects nobody, however much a sister's row is like her twin's.
        """
        for stamp in stamps:
            found = [earlier for earlier in self._stamps.get(stamp, []) if earlier.uid not in taken]
            if stamp and len(found) == 1:
                return found[0]
        wanted = _filled(cells)
        if len(wanted) < 4:
            return None
        best, best_share, ties = None, _LIKE, 0
        for filled, earlier in self._candidates(wanted):
            if earlier.uid in taken or earlier.shape not in again:
                continue
            if self._sizes[earlier.shape] == 1 and stamps and _stamps(earlier):
                continue  # a form's only answer, and another one sent since
            share = len(wanted & filled) / max(len(wanted), len(filled))
            if share > best_share:
                best, best_share, ties = earlier, share, 1
            elif share == best_share:
                ties += 1
        return best if ties == 1 else None

    def _candidates(self, wanted: frozenset[tuple[str, str]]) -> list[_Filled]:
        """Earlier rows worth comparing: those that share rare cells. To compare all with all would take minutes."""
        if not self._by_cell:
            for filled, earlier in self._by_cells.items():
                for cell in filled:
                    self._by_cell.setdefault(cell, []).append((filled, earlier))
        sharing: Counter[str] = Counter()
        found: dict[str, _Filled] = {}
        for cell in wanted:
            pairs = self._by_cell.get(cell, [])
            if len(pairs) <= _RARE:
                for pair in pairs:
                    sharing[pair[1].uid] += 1
                    found[pair[1].uid] = pair
        return [found[uid] for uid, _ in sharing.most_common(5)]


def _when(sheet: SheetImport) -> tuple[object, int]:
    return sheet.imported_at, sheet.id


def _filled(cells: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((heading, text) for heading, text in cells.items() if text)


def _stamps(earlier: Earlier) -> list[str]:
    return stamps_of(map(earlier.meanings.get, earlier.cells), earlier.cells.values())

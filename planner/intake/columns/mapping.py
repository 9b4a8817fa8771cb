"""What was guessed or chosen for the columns of a sheet, and how sheets and headings are known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.intake.columns.kinds import target_named
from planner.intake.columns.target import ROW_ONLY
from planner.intake.values.scan import plain
from planner.model.kinds import SheetKind


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What a column was taken for: `target` None when nothing fits; `confidence` 0 to 1; the next best ones."""

    index: int
    target: str | None
    confidence: float
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What a sheet is, and what each of its columns means. `remembered` when it was confirmed for this shape
    before; `kind_told` is whether the headings (or somebody) have told what the sheet is: else `kind` is a mere
    guess, to be asked about.
    """

    kind: SheetKind
    confidence: float
    columns: tuple[ColumnGuess, ...]
    remembered: bool = False
    kind_told: bool = True

    def with_column(self, index: int, target: str | None) -> SheetMapping:
        """The mapping with one column as the user says; a target that another column had is taken from it."""
        single = target is not None and target != ROW_ONLY and not target_named(self.kind, target).many
        columns = tuple(
            ColumnGuess(index, target, 1.0)
            if guess.index == index
            else replace(guess, target=None, confidence=0.0)
            if single and guess.target == target
            else guess
            for guess in self.columns
        )
        return replace(self, columns=columns, remembered=False)

    def with_kind_told(self) -> SheetMapping:
        """The mapping after somebody has said that the guessed kind is right."""
        return replace(self, kind_told=True)

    def target_of(self, index: int) -> str | None:
        """What the column at this index means."""
        return self.columns[index].target

    def indexes_of(self, target: str) -> tuple[int, ...]:
        """The columns that mean this."""
        return tuple(guess.index for guess in self.columns if guess.target == target)

    def as_data(self, headings: Sequence[str]) -> dict[str, Any]:
        """What the planner file remembers: heading → target, so that columns may move."""
        keys = heading_keys(headings)
        return {keys[guess.index]: guess.target for guess in self.columns}


def heading_key(heading: str) -> str:
    """A heading for comparing: one width, small letters, no blanks or marks."""
    return re.sub(r"[\W_]+", "", plain(heading).casefold())


def heading_keys(headings: Sequence[str]) -> list[str]:
    """Keys of all headings, made distinct: the second "Notes" is ``notes#2``, an empty one ``#3``."""
    seen: dict[str, int] = {}
    keys = []
    for place, heading in enumerate(headings, 1):
        key = heading_key(heading) or f"#{place}"
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def shape_of(headings: Sequence[str]) -> str:
    """A fingerprint of the headings; their order does not matter."""
    return hashlib.sha256("\n".join(sorted(heading_keys(headings))).encode()).hexdigest()[:32]

"""What accepting a proposal would write, as plain data: rows to add, fields to change, parts to remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class NewRow:
    """Stands for a row that the same proposal adds."""

    number: int


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row of the plan, by its class and id."""

    noun: str
    id: int


Reference = NewRow | KnownRow | None


@dataclass(frozen=True, slots=True)
class Add:
    """A new row with its values, and what it points to by the names of its relationships."""

    number: int
    noun: str
    values: Mapping[str, Any]
    links: Mapping[str, Reference]


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of a row of the plan. `old` is what it must still hold when the proposal is accepted."""

    noun: str
    id: int
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Relink:
    """One relationship of a row of the plan, from one row to another."""

    noun: str
    id: int
    field: str
    old: Reference
    new: Reference


@dataclass(frozen=True, slots=True)
class Remove:
    """A part that the sheet no longer has."""

    noun: str
    id: int


Step = Add | Edit | Relink | Remove


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A change as a person reads it: which field of which noun, from what to what.

    `kept` is whether the change is *not* made because somebody has edited the field by hand since; the
    sheet's words
    are then among the items to review. For a part that comes or goes, `old` or `new` is None.
    """

    noun: str
    field: str
    old: Any
    new: Any
    kept: bool = False

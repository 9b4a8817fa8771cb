"""What accepting a proposal would write, as plain data: rows to add, fields to change, parts to remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect

import planner.model as model
from planner.model.message import Message


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

    The field is a relationship's name where a link changes, and a heading (without a noun) where two rows of a
    sheet differ. `kept` is whether the change is *not* made because somebody has edited the field by hand since;
    the sheet's words are then among the items to review. For a part that comes or goes, `old` or `new` is None.
    """

    noun: str
    field: str
    old: Any
    new: Any
    kept: bool = False

    @property
    def label(self) -> Message:
        """What changes, in words: the field, the part, or (between two rows of a sheet) the column."""
        if not self.noun:
            return Message.of("import-heading", heading=self.field)
        column = getattr(model, self.noun).__table__.c.get(self.field)
        if column is not None and column.info.get("facts"):
            return Message.of(f"{self.noun}.{self.field}")
        linked = inspect(getattr(model, self.noun)).relationships.get(self.field)
        return Message.of(linked.mapper.class_.__name__ if linked is not None else self.noun)

"""How a field of a noun is declared: its type, its name on the screen, and how sensitive it is, in one place.

    called_name_en: Mapped[str] = text("Called name", PERSONAL)

The label is the English source term (gettext translates it); the sensitivity decides which audience may ever read it
(`planner.model.audience`). Both stand in ``column.info`` and are read back by `facts_of`. A text that is not known
is ``""``; a day, time, number or place that is not known is `None`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, TypeVar

from sqlalchemy import JSON, Boolean, Date, Float, ForeignKey, Integer, String, Text, Time
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from planner.model.base import Base, Named, new_uid


class Sensitivity(IntEnum):
    """Who may read a field; the codes P, S1, S2, S3 of the handbook of the field (domain.md §2, §6.5)."""

    PUBLIC = 0
    ORDINARY = 1
    PERSONAL = 2
    SPECIAL = 3


PUBLIC, ORDINARY, PERSONAL, SPECIAL = Sensitivity


@dataclass(frozen=True, slots=True)
class Facts:
    """What is declared about a field: its English label, its sensitivity, and whether it holds several lines."""

    label: str
    sensitivity: Sensitivity
    long: bool = False
    unit: str = ""


E = TypeVar("E", bound=StrEnum)


class _Enumerated(TypeDecorator[Any]):
    """What comes from an enumeration, and is stored as text."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind
        self._members = {member.value: member for member in kind}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.kind.__name__})"


class Choice(_Enumerated):
    """One member of an enumeration, stored as its value; a value from a newer version stays readable as text."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        """Write the member's value; anything that is no member is refused with `ValueError`."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: Any, dialect: Any) -> Any:
        """Read the member back."""
        return self._members.get(value, value)


class Choices(_Enumerated):
    """A set of members of an enumeration, stored as their values in the enumeration's order: ``"halal,no_pork"``."""

    cache_ok = True

    def process_bind_param(self, value: Iterable[Any] | None, dialect: Any) -> str:
        """Write the values in the enumeration's own order."""
        wanted = {self.kind(one) for one in value or ()}
        return ",".join(member.value for member in self.kind if member in wanted)

    def process_result_value(self, value: str | None, dialect: Any) -> frozenset[Any]:
        """Read the set back; what a newer version added is passed over."""
        return frozenset(self._members[one] for one in (value or "").split(",") if one in self._members)


class Picture(TypeDecorator[str]):
    """A picture of the file, by the digest of its bytes (`planner.model.pictures`); ``""`` where there is none."""

    impl = String
    cache_ok = True


def _info(label: str, sensitivity: Sensitivity, **more: Any) -> dict[str, Any]:
    return {"facts": Facts(label, sensitivity, **more)}


def facts_of(column: Any) -> Facts | None:
    """Give what is declared about a column (or mapped attribute); None for ids and references."""
    facts = column.info.get("facts")
    return facts if isinstance(facts, Facts) else None


def text(label: str, sensitivity: Sensitivity) -> MappedColumn[str]:
    """Declare a field of one line."""
    return mapped_column(String, default="", nullable=False, info=_info(label, sensitivity))


def long_text(label: str, sensitivity: Sensitivity) -> MappedColumn[str]:
    """Declare a field of several lines."""
    return mapped_column(Text, default="", nullable=False, info=_info(label, sensitivity, long=True))


def picture(label: str, sensitivity: Sensitivity) -> MappedColumn[str]:
    """Declare a picture; what the field holds is its digest."""
    return mapped_column(Picture, default="", nullable=False, info=_info(label, sensitivity))


def day(label: str, sensitivity: Sensitivity) -> MappedColumn[dt.date | None]:
    """Declare a calendar day, local to wherever the thing happens."""
    return mapped_column(Date, nullable=True, info=_info(label, sensitivity))


def set_day(label: str, sensitivity: Sensitivity) -> MappedColumn[dt.date]:
    """Declare a calendar day that is always known."""
    return mapped_column(Date, nullable=False, info=_info(label, sensitivity))


def time_of_day(label: str, sensitivity: Sensitivity) -> MappedColumn[dt.time | None]:
    """Declare a local wall time; the zone is a field of its own beside it."""
    return mapped_column(Time, nullable=True, info=_info(label, sensitivity))


def number(label: str, sensitivity: Sensitivity, unit: str = "") -> MappedColumn[int | None]:
    """Declare a whole number that may be unknown; `unit` such as ``"min"`` or ``"cm"``."""
    return mapped_column(Integer, nullable=True, info=_info(label, sensitivity, unit=unit))


def decimal(label: str, sensitivity: Sensitivity) -> MappedColumn[float | None]:
    """Declare a number with a fraction that may be unknown."""
    return mapped_column(Float, nullable=True, info=_info(label, sensitivity))


def yes_no(label: str, sensitivity: Sensitivity, default: bool = False) -> MappedColumn[bool]:
    """Declare a plain yes or no; where "nobody said" matters, use ``choice(label, …, Answer.UNKNOWN)``."""
    return mapped_column(Boolean, default=default, nullable=False, info=_info(label, sensitivity))


def choice(label: str, sensitivity: Sensitivity, default: E) -> MappedColumn[E]:
    """Declare one member of the enumeration that `default` belongs to."""
    return mapped_column(Choice(type(default)), default=default, nullable=False, info=_info(label, sensitivity))


def choices(label: str, sensitivity: Sensitivity, kind: type[E]) -> MappedColumn[frozenset[E]]:
    """Declare a set of members of an enumeration."""
    return mapped_column(
        Choices(kind), default=lambda: frozenset(), nullable=False, info=_info(label, sensitivity)
    )


def data(label: str, sensitivity: Sensitivity) -> MappedColumn[Any]:
    """Declare a JSON value that the planner keeps but nobody edits by hand."""
    return mapped_column(JSON, default=dict, nullable=False, info=_info(label, sensitivity))


def reference(target: str) -> MappedColumn[int]:
    """Declare the row that this one always belongs to, such as ``reference("visit.id")``."""
    return mapped_column(ForeignKey(target), nullable=False, index=True)


def optional_reference(target: str) -> MappedColumn[int | None]:
    """Declare a row that this one may point to."""
    return mapped_column(ForeignKey(target), nullable=True, index=True)


__all__ = [
    "ORDINARY", "PERSONAL", "PUBLIC", "SPECIAL", "Base", "Choice", "Choices", "Facts", "Mapped", "Named", "Picture",
    "Sensitivity", "choice", "choices", "data", "day", "decimal", "facts_of", "long_text", "new_uid", "number",
    "optional_reference", "picture", "reference", "set_day", "text", "time_of_day", "yes_no",
]  # fmt: skip

"""A record as a sheet describes it, before anybody knows whether it is new."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from planner.intake.values.reading import Doubt
from planner.intake.values.scan import says_none
from planner.language.kana import has_japanese


@dataclass(eq=False, slots=True)
class Draft:
    """A noun with its values, its parts and what it is linked to.

    `fields` are the columns that the sheet speaks of; `at_first` those that only a new record is given. `parts` are
    records that belong to it, by the name of the relationship; `links` are records it points to, `unlinked` the
    names of those that it no longer points to. A draft that several records share (a place, a group) is one object.
    """

    noun: str
    fields: dict[str, Any] = field(default_factory=dict)
    at_first: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[Draft]] = field(default_factory=dict)
    links: dict[str, Draft | None] = field(default_factory=dict)
    unlinked: set[str] = field(default_factory=set)
    row_id: int | None = None
    """The id of the record in the plan that this is, once it has been found."""


def by_script(fields: dict[str, Any], text: str, english: str, japanese: str) -> None:
    """Put words into the field of their script, and empty the other; "none" and 「なし」 are no words."""
    text = "" if says_none(text) else text
    fields[japanese if has_japanese(text) else english] = text
    fields.setdefault(english, "")
    fields.setdefault(japanese, "")


@dataclass(frozen=True, slots=True)
class Note:
    """Words of a cell that somebody must look at: what was not understood, or why it may be wrong."""

    target: str
    words: str
    reason: Doubt
    heading: str = ""
    column: str = ""
    figures: tuple[tuple[str, str], ...] = ()

"""How records and values are named in a proposal: in both languages, without being a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from typing import Any

from planner.intake.proposals.drafts import Draft
from planner.language.marking import Pair


def name_of(draft: Draft) -> Pair:
    """The name of what a row describes: a person's, a family's, an event's."""
    for link in ("person", "household"):
        target = draft.links.get(link)
        if target is not None:
            return name_of(target)
    fields = draft.fields
    if draft.noun == "Person":
        latin = " ".join(filter(None, (fields.get("given_name", ""), fields.get("family_name", ""))))
        japanese = " ".join(filter(None, (fields.get("family_name_ja", ""), fields.get("given_name_ja", ""))))
        return Pair(latin, japanese)
    kind = "title" if fields.get("title_en") or fields.get("title_ja") else "name"
    return Pair(str(fields.get(f"{kind}_en") or ""), str(fields.get(f"{kind}_ja") or ""))


def plain_words(value: Any) -> str:
    """A value as plain words, where the sheet's own words are not at hand: for the items to review."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat() if not isinstance(value, dt.time) else value.isoformat("minutes")
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(filter(None, (plain_words(one) for one in _ordered(value))))
    return str(value)


def _ordered(values: Iterable[Any]) -> Iterable[Any]:
    return sorted(values, key=str) if isinstance(values, frozenset) else values


def name_of_row(row: Any) -> Pair:
    """The name of a record of the plan, or of whose record it is; empty for none."""
    if row is None:
        return Pair("", "")
    owner = getattr(row, "person", None) or getattr(row, "household", None) or row
    return name_of(Draft(type(owner).__name__, {name: getattr(owner, name, "") for name in _NAMES}))


_NAMES = (
    "title_en", "title_ja", "name_en", "name_ja", "given_name", "family_name", "given_name_ja",
    "family_name_ja",
)  # fmt: skip

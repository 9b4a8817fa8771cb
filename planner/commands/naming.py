"""What a record is called in the label of a step, in both languages."""

from __future__ import annotations

from typing import Any

from planner.language.marking import Pair
from planner.language.names import family_word, full_name, in_both
from planner.model import Base, City, HostOffer, Household, Interpreter, Member, Message, Person, Resident

# The record that a part is named after: the allergy of a person, the bed of a household.
_WHOLES = ("person", "household", "member", "activity", "journey", "interpreter", "resident", "offer", "need", "group",
           "from_place")  # fmt: skip


def name_of(record: Base | None) -> Any:
    """Give the name of a record for a label: a `Pair`, or the noun itself where nothing names it."""
    if record is None:
        return ""
    if isinstance(record, Person):
        return in_both(full_name, record)
    if isinstance(record, Household):
        return in_both(family_word, record)
    if isinstance(record, (Member, Interpreter, Resident)):
        return name_of(record.person)
    if isinstance(record, HostOffer):
        return name_of(record.household)
    if isinstance(record, City):
        return Pair(record.name_en, record.name_ja)
    for stem in ("title", "name", "speaker"):
        en, ja = getattr(record, f"{stem}_en", ""), getattr(record, f"{stem}_ja", "")
        if en or ja:
            return Pair(en, ja)
    for whole in _WHOLES:
        if hasattr(type(record), whole) and getattr(record, whole) is not None:
            return name_of(getattr(record, whole))
    return Message.of(type(record).__name__)

"""Draft against plan: what is new, what the sheet changes, and what somebody has changed by hand since.

A sheet that comes again changes only what was changed in the sheet. So the row as it stood last time is described
again, and only where the two descriptions differ is the plan touched; where the plan has since been edited by hand,
the hand wins and the sheet's words are put up for review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import inspect

import planner.model as model
from planner.intake.proposals.changes import (
    Add,
    Edit,
    FieldChange,
    KnownRow,
    NewRow,
    Reference,
    Relink,
    Remove,
    Step,
)
from planner.intake.proposals.drafts import Draft
from planner.intake.values.names import name_key
from planner.model.base import Base, Named, new_uid

# What makes two parts of one record the same part.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "SpokenLanguage": ("language",),
    "FoodNeed": ("allergen",),
    "AnimalNeed": ("species", "size"),
    "Contact": ("kind",),
    "Bed": ("room", "kind"),
    "Pet": ("species",),
    "NightOff": ("night",),
    "Availability": ("available_on", "available_from"),
    "Meal": ("which",),
    "Need": ("mode",),
}
_LINK_KEYS: Mapping[str, str] = {
    "GroupMember": "group",
    "ActivityGroup": "group",
    "JourneyGroup": "group",
    "ActivityMember": "member",
    "JourneyMember": "member",
    "Relation": "other",
    "Acquaintance": "person",
}
# A record keeps its visit and its delegation.
_NEVER_MOVED = frozenset({"visit", "delegation", "city"})
OWN = frozenset({"Person", "Household"})
"""What a member or an offer has for itself: a record of its own, described with it."""
# Needs hang on an activity or a leg without a list of their own there.
_UNLISTED = {("Activity", "needs"): ("Need", "activity"), ("Journey", "needs"): ("Need", "journey")}


def class_of(noun: str) -> type[Base]:
    """The mapped class of a noun's name."""
    found: type[Base] = getattr(model, noun)
    return found


def nothing(value: Any) -> bool:
    """Whether a value says nothing: empty, not known."""
    if isinstance(value, Enum):
        return bool(value.value == "unknown")
    return value is None or value is False or value in ("", frozenset(), ())


class Settler:
    """Collects the steps of one proposal.

    It asks its owner for what lies in the plan: `find` gives a row by noun and id, `unlisted_parts` the parts that
    no relationship lists, `in_use` says whether something hangs on a part, `of_old` whether a row is known from an
    earlier visit only, so that the sheet is the newer word.
    """

    def __init__(
        self,
        find: Callable[[str, int], Base | None],
        unlisted_parts: Callable[[str, Base], Sequence[Base]],
        in_use: Callable[[Base], bool],
        of_old: Callable[[Base], bool],
    ) -> None:
        self.steps: list[Step] = []
        self._find = find
        self._unlisted_parts = unlisted_parts
        self._in_use = in_use
        self._of_old = of_old
        self._sheet_is_newer = False
        self._numbers: dict[int, NewRow] = {}
        self._settled: set[int] = set()
        self._drafts: list[Draft] = []  # keeps every draft alive, so that ids stay unique
        self._changes: list[FieldChange] = []

    def take_changes(self) -> list[FieldChange]:
        """The changes since the last time, as a person reads them."""
        changes, self._changes = self._changes, []
        return changes

    # Adding

    def reference(self, draft: Draft | None) -> Reference:
        """What to point to for a draft; a draft that is new is added first."""
        if draft is None:
            return None
        if draft.row_id is not None:
            if draft.fields and id(draft) not in self._settled:
                row = self._find(draft.noun, draft.row_id)
                if row is not None:
                    self.change(draft, None, row)
            return KnownRow(draft.noun, draft.row_id)
        known = self._numbers.get(id(draft))
        return known if known is not None else self.add(draft)

    def add(self, draft: Draft, parent: tuple[str, Reference] | None = None) -> NewRow:
        """Add a new record with all its parts."""
        mark = NewRow(len(self._numbers) + 1)
        self._numbers[id(draft)] = mark
        self._drafts.append(draft)
        links = {name: self.reference(target) for name, target in draft.links.items() if target is not None}
        if parent is not None:
            links[parent[0]] = parent[1]
        values = {**draft.at_first, **draft.fields}
        if issubclass(class_of(draft.noun), Named):
            values.setdefault("uid", new_uid())
        self.steps.append(Add(mark.number, draft.noun, values, links))
        for name, parts in draft.parts.items():
            back = _back(draft.noun, name)
            for part in parts:
                self.add(part, (back, mark))
        return mark

    # Changing

    def change(self, draft: Draft, before: Draft | None, row: Base) -> None:
        """Bring a row of the plan in line with its draft, as far as the sheet itself has changed."""
        draft.row_id = row.id
        self._settled.add(id(draft))
        was_newer = self._sheet_is_newer
        self._sheet_is_newer = before is None and (was_newer or self._of_old(row))
        self._drafts.append(draft)
        for name, new in draft.fields.items():
            was = _was(before, name)
            if was is _UNKNOWN and before is not None and not nothing(new):
                was = _unsaid(draft.noun, name)  # the row came from this sheet, which said nothing of it yet
            self._field(draft.noun, name, new, was, row)
        for name, target in draft.links.items():
            self._link(draft, before, name, target, row)
        for name in sorted(draft.unlinked):
            self._unlink(draft, before, name, row)
        for name, parts in draft.parts.items():
            earlier = before.parts.get(name, []) if before is not None else None
            self._parts(draft.noun, name, parts, earlier, row)
        self._sheet_is_newer = was_newer

    def _field(self, noun: str, name: str, new: Any, was: Any, row: Base) -> None:
        current = getattr(row, name)
        if new == current or (was is not _UNKNOWN and was == new):
            return
        if was is _UNKNOWN:
            if nothing(new):
                return  # a sheet that says nothing takes nothing away
            if nothing(current) or self._sheet_is_newer:
                self._edit(noun, row, name, current, new)
            else:
                self._changes.append(FieldChange(noun, name, current, new, kept=True))
        elif current == was or (nothing(current) and nothing(was)):
            self._edit(noun, row, name, current, new)
        else:
            self._changes.append(FieldChange(noun, name, current, new, kept=True))

    def _edit(self, noun: str, row: Base, name: str, old: Any, new: Any) -> None:
        self.steps.append(Edit(noun, row.id, name, old, new))
        self._changes.append(FieldChange(noun, name, old, new))

    def _link(self, draft: Draft, before: Draft | None, name: str, target: Draft | None, row: Base) -> None:
        if name in _NEVER_MOVED or target is None:
            return
        current: Base | None = getattr(row, name)
        was = before.links.get(name) if before is not None else None
        if current is not None and target.noun in OWN and target.row_id in (None, current.id):
            self.change(target, was, current)
            return
        if (current is not None and target.row_id == current.id) or (was is not None and _same(target, was)):
            return
        here, there = _words_of_row(current), _words_of(target)
        by_hand = current is not None and (was is None or was.row_id != current.id)
        if not by_hand:
            old: Reference = KnownRow(target.noun, current.id) if current is not None else None
            self.steps.append(Relink(draft.noun, row.id, name, old, self.reference(target)))
        self._changes.append(FieldChange(draft.noun, name, here, there, kept=by_hand))

    def _unlink(self, draft: Draft, before: Draft | None, name: str, row: Base) -> None:
        """What the sheet no longer points to is let go, unless somebody has chosen something else by hand."""
        current: Base | None = getattr(row, name)
        was = before.links.get(name) if before is not None else None
        if current is None or was is None or name in _NEVER_MOVED:
            return
        by_hand = was.row_id != current.id
        if not by_hand:
            self.steps.append(Relink(draft.noun, row.id, name, KnownRow(was.noun, current.id), None))
        self._changes.append(FieldChange(draft.noun, name, _words_of_row(current), None, kept=by_hand))

    def _parts(self, noun: str, name: str, parts: Sequence[Draft], earlier: Sequence[Draft] | None, row: Base) -> None:
        rows = list(self._unlisted_parts(name, row)) if (noun, name) in _UNLISTED else list(getattr(row, name))
        there = dict(numbered(rows, _row_key))
        came = dict(numbered(earlier or (), draft_key))
        wanted = dict(numbered(parts, draft_key))
        back = _back(noun, name)
        for key, part in wanted.items():
            if key in there:
                self.change(part, came.get(key), there[key])
            elif key not in came or _differs(part, came[key]):
                self.add(part, (back, KnownRow(noun, row.id)))
                self._changes.append(FieldChange(part.noun, "", None, _words_of(part)))
        for key, known in there.items():
            if key in wanted or (key not in came and not self._sheet_is_newer):
                continue  # still in the sheet, or never came from it
            self._take_away(came.get(key), known)

    def _take_away(self, was: Draft | None, row: Base) -> None:
        noun = type(row).__name__
        edited = was is not None and any(getattr(row, name) != value for name, value in was.fields.items())
        kept = edited or self._in_use(row)
        if not kept:
            self.steps.append(Remove(noun, row.id))
        self._changes.append(FieldChange(noun, "", _words_of_row(row), None, kept=kept))


@cache
def _unsaid(noun: str, name: str) -> Any:
    """What a record has in a field of which nobody has said anything: confirmed, of an activity."""
    default = inspect(class_of(noun)).columns[name].default
    return getattr(default, "arg", None)


@cache
def _back(noun: str, name: str) -> str:
    """The relationship of a part that leads back to what it belongs to."""
    if (noun, name) in _UNLISTED:
        return _UNLISTED[noun, name][1]
    return str(inspect(class_of(noun)).relationships[name].back_populates)


_UNKNOWN = object()


def _was(before: Draft | None, name: str) -> Any:
    return _UNKNOWN if before is None else before.fields.get(name, _UNKNOWN)


def _same(one: Draft, other: Draft) -> bool:
    """Whether two descriptions point to the same record."""
    return one is other or (one.row_id is not None and one.row_id == other.row_id)


def _differs(one: Draft, other: Draft) -> bool:
    """Whether two descriptions of a part say different things."""
    return one.fields != other.fields


def numbered(parts: Sequence[Any], key_of: Callable[[Any], Any]) -> Iterator[tuple[Any, Any]]:
    """Each part with its key; two alike (two twin beds in one room) are told apart by their number."""
    seen: dict[Any, int] = {}
    for part in parts:
        key = key_of(part)
        seen[key] = seen.get(key, 0) + 1
        yield (key, seen[key]), part


def draft_key(draft: Draft) -> Any:
    """What makes two descriptions of a part of one record the same part."""
    noun = draft.noun
    if noun in _LINK_KEYS:
        target = draft.links[_LINK_KEYS[noun]]
        return noun, (target.row_id or id(target)) if target is not None else None
    if noun == "Resident":
        person = draft.links["person"]
        fields = person.fields if person is not None else {}
        return noun, name_key(fields.get("given_name") or fields.get("given_name_ja") or "")
    if noun == "Wish":
        return noun, draft.fields["kind"], name_key(draft.fields["words"])
    return (noun, *(draft.fields.get(name) for name in _KEYS.get(noun, ())))


def _row_key(row: Any) -> Any:
    noun = type(row).__name__
    if noun in _LINK_KEYS:
        return noun, getattr(row, f"{_LINK_KEYS[noun]}_id")
    if noun == "Resident":
        return noun, name_key(row.person.given_name or row.person.given_name_ja)
    if noun == "Wish":
        return noun, row.kind, name_key(row.words)
    return (noun, *(getattr(row, name) for name in _KEYS.get(noun, ())))


def _words_of(draft: Draft) -> tuple[Any, ...]:
    """What a part or a linked record is, for a person to read: its telling values."""
    if draft.row_id is not None and not draft.fields:
        return ()
    for link in ("group", "member", "person", "other"):
        target = draft.links.get(link)
        if target is not None:
            return _words_of(target)
    return _telling(draft.fields.get)


def _words_of_row(row: Any) -> tuple[Any, ...]:
    if row is None:
        return ()
    for link in ("group", "other", "member", "person"):
        target = getattr(row, link, None)
        if isinstance(target, Base) and type(row).__name__ in (*_LINK_KEYS, "Resident", "Member"):
            return _words_of_row(target)
    return _telling(lambda name, default=None: getattr(row, name, default))


_TELLING = (
    "title_en", "title_ja", "name_en", "name_ja", "given_name", "family_name", "given_name_ja",
    "family_name_ja", "language", "allergen", "species", "kind", "room", "night", "available_on",
    "available_from", "which", "mode", "status", "cleared_on", "words",
)  # fmt: skip


def _telling(get: Callable[..., Any]) -> tuple[Any, ...]:
    return tuple(value for name in _TELLING if not nothing(value := get(name, None)))

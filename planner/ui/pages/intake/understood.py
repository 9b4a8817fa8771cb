"""What a row of a sheet was understood to say, in the words of the screen: facts by noun, and old → new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from planner.intake.proposals import Add, FieldChange, NewRow, Proposal, ReviewNote, RowProposal
from planner.language import say, screen_language
from planner.language.marking import Pair
from planner.language.nouns import named
from planner.language.speaking import speaker
from planner.language.terms import language_name
from planner.model.kinds import Answer
from planner.model.message import Message
from planner.rules.review import review_reason

#: Nouns that describe one row's record as a whole; others (a place, a group) are shared by many rows.
_OWN: Final = frozenset({"Person", "Household", "HostOffer", "Member", "Interpreter", "Resident"})

#: What every name is made of stands in the title already, and the order of its parts is no fact to check.
_LEFT_OUT: Final = frozenset({"uid", "family_name_first", "age_stated_on"})

#: What tells most of a row in one line, and what comes next.
_FIRST: Final = frozenset({"birth_date", "starts_on", "departs_on"})
_NEXT: Final = frozenset({"role", "kind", "mode", "level", "address_en", "address_ja", "town", "phone", "gender"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What would be known of one noun: its word, and pairs of a label and a value in words."""

    noun: str
    pairs: tuple[tuple[str, str], ...]


class Understood:
    """The new records of a proposal, found by the row that they come from."""

    def __init__(self, proposal: Proposal) -> None:
        self._adds = {step.number: step for step in proposal.steps if isinstance(step, Add)}
        self._by_uid = {step.values["uid"]: step.number for step in self._adds.values() if step.values.get("uid")}
        self._parts: dict[int, list[int]] = {}
        for step in self._adds.values():
            for link in step.links.values():
                if isinstance(link, NewRow):
                    self._parts.setdefault(link.number, []).append(step.number)

    def facts(self, row: RowProposal) -> tuple[Facts, ...]:
        """Everything that a new record would say, the record itself first."""
        facts = (self._facts_of(step) for step in self._steps_of(row))
        return tuple(fact for fact in facts if fact.pairs)

    def _steps_of(self, row: RowProposal) -> list[Add]:
        """The new records that a row is about, and all their parts."""
        start = self._by_uid.get(row.record_uid)
        if start is None:
            return []
        found, waiting = [], [start]
        seen = {start}
        while waiting:
            step = self._adds[waiting.pop(0)]
            found.append(step)
            owners = [link.number for link in step.links.values() if isinstance(link, NewRow)]
            # A part's other links lead to somebody else: the friend that a wish names has a row of their own.
            near = [number for number in owners if step.noun in _OWN and self._adds[number].noun in _OWN]
            for number in (*near, *self._parts.get(step.number, [])):
                if number not in seen:
                    seen.add(number)
                    waiting.append(number)
        return found

    def _facts_of(self, step: Add) -> Facts:
        pairs = []
        for field, value in step.values.items():
            label = None if field in _LEFT_OUT else named(f"{step.noun}.{field}")
            if label is not None and not _is_empty(value):
                pairs.append((say(Message.of(f"{step.noun}.{field}")), value_words(value, field)))
        for name, link in step.links.items():
            if isinstance(link, NewRow) and self._adds[link.number].noun not in _OWN:
                other = self._adds[link.number]
                words = _name_in(other.values)
                if words:
                    pairs.append((_label_of_link(step.noun, name, other.noun), words))
        return Facts(say(Message.of(step.noun)), tuple(pairs))

    def summary(self, row: RowProposal) -> str:
        """The row's most telling facts in one line, for the table: when and what first, plain yes and no not at all."""
        values: list[tuple[int, str]] = []
        for step in self._steps_of(row):
            if step.noun == "Person" and row.record == "Household":
                # Who lives there is told one by one in the inspector.
                values.append((0, _person_in(step.values)))
                continue
            for field, value in step.values.items():
                if named(f"{step.noun}.{field}") is None or not _tells(field, value):
                    continue
                weight = 0 if field in _FIRST else 1 if isinstance(value, dt.time) or field in _NEXT else 2
                values.append((weight, value_words(value, field).replace("\n", " ")))
            for link in step.links.values():
                if isinstance(link, NewRow) and self._adds[link.number].noun not in _OWN:
                    values.append((2, _name_in(self._adds[link.number].values)))
        values.sort(key=lambda pair: pair[0])
        return " · ".join(dict.fromkeys(words for _, words in values if words))


def _tells(field: str, value: object) -> bool:
    """Whether a value says something in a line of its own, beside the name that stands there already."""
    said_already = field in _LEFT_OUT or field.startswith(("family_name", "given_name", "title_", "name_", "passport"))
    plain = isinstance(value, bool | int | float | Answer) or field.endswith(("_words", "zone"))
    # Of days only those that tell who or when: a list has many others, such as when somebody was cleared.
    plain = plain or (isinstance(value, dt.date) and field not in _FIRST)
    return not (said_already or plain or _is_empty(value))


def _is_empty(value: object) -> bool:
    unknown = isinstance(value, Enum) and str(value.value) == "unknown"
    return unknown or value is None or value is False or value == "" or value == frozenset()


def _name_in(values: Mapping[str, Any]) -> str:
    for stem in ("title", "name"):
        if values.get(f"{stem}_en") or values.get(f"{stem}_ja"):
            return Pair(values.get(f"{stem}_en", ""), values.get(f"{stem}_ja", "")).said_in(screen_language())
    return str(values.get("letter") or "")


def _person_in(values: Mapping[str, Any]) -> str:
    """What somebody of a family is called, shortly."""
    language = screen_language()
    first, second = ("ja", "en") if language == "ja" else ("en", "ja")
    names = {"en": values.get("given_name"), "ja": values.get("given_name_ja")}
    return str(names[first] or names[second] or "")


def _label_of_link(noun: str, name: str, other: str) -> str:
    known = named(f"{noun}.{name}_id")
    return say(Message.of(f"{noun}.{name}_id" if known is not None else other))


def value_words(value: object, field: str = "") -> str:
    """A value of a record in the screen's language."""
    language = screen_language()
    if field == "language" and isinstance(value, str):
        return language_name(value, language)
    return speaker(language).figure(value)


def change_label(change: FieldChange) -> str:
    """Which field of which noun a change is about; for a row that was sent twice, the sheet's own heading."""
    if not change.noun:
        return change.field
    code = f"{change.noun}.{change.field}" if change.field else change.noun
    if named(code) is not None:
        return say(Message.of(code))
    return say(Message.of(change.noun)) if named(change.noun) is not None else change.noun


def change_words(change: FieldChange) -> str:
    """A change in one line: its field, old → new."""
    old, new = value_words(change.old, change.field), value_words(change.new, change.field)
    return f"{change_label(change)}: {old} → {new}"


def reason_words(note: ReviewNote) -> str:
    """Why words are to be looked at."""
    return say(review_reason(note.reason, note.figures))

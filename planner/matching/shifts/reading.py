"""Reads the bare problem from data as JSON gives it: docs/shift-problem.md says what it may hold."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from planner.matching.shifts.answer import Aim
from planner.matching.shifts.problem import (
    Bar,
    Locked,
    Meal,
    Pairing,
    Person,
    Rest,
    Shift,
    ShiftProblem,
    Span,
)
from planner.matching.shifts.stages import AIMS
from planner.model.message import PlannerError

_KEYS = frozenset({"shifts", "people", "allowed", "forbidden", "together", "ways", "rests", "meals", "locked", "aims"})
_OF_SHIFT = frozenset(
    {"name", "start", "end", "wanted", "weight", "day", "group", "place", "kind", "work", "handovers", "skills"}
)
_OF_PERSON = frozenset({"name", "hours", "day", "stretch", "beside", "skills"})
_A_DAY = 24 * 60
#: Figures that no solver's arithmetic bears are refused: sums of minutes times weight have to stay exact.
_MOST = 10**9
#: The least and the most that a figure may be, where it may not be any whole number up to `_MOST`, or below nothing.
_WITHIN = {
    "wanted": (1, 10_000),
    "weight": (0, 10**6),
    "penalty": (0, 10**6),
    "points": (-(10**6), 10**6),
    "stretch": (1, _MOST),
    **dict.fromkeys(("work", "minutes", "pause", "free"), (0, _MOST)),
}
#: What an entry may look like, for whoever wrote something else.
_LOOKS = {
    "shifts": '{"start": 600, "end": 645}',
    "people": '{"name": "Bell"}',
    "together": '["Ceremony", "Museum"]',
    "ways": '["museum", "harbour", 10]',
    "rests": '{"minutes": 40}',
    "meals": '{"start": 690, "end": 810}',
}


def problem_of(data: object) -> tuple[ShiftProblem, tuple[Aim, ...]]:
    """Understand a problem and its aims. Raises `PlannerError` ``shifts-…`` with the place of what is wrong."""
    if not isinstance(data, Mapping):
        raise PlannerError("shifts-no-object")
    for key in data:
        if key not in _KEYS:
            raise PlannerError("problem-key-unknown", key=str(key), keys=", ".join(sorted(_KEYS)))
    shifts_said, people_said = _entries(data, "shifts", _OF_SHIFT), _entries(data, "people", _OF_PERSON)
    shifts = tuple(_shift(one, row) for row, one in enumerate(shifts_said, 1))
    people = tuple(_person(one, row) for row, one in enumerate(people_said, 1))
    _once("shifts", [one.name for one in shifts])
    _once("people", [one.name for one in people])
    names = {one.name for one in people}, {one.name for one in shifts}
    wanted = [_words(one, "skills", "shifts", row) for row, one in enumerate(shifts_said, 1)]
    able = [_words(one, "skills", "people", row) for row, one in enumerate(people_said, 1)]
    pairings, barred = [], []
    said = _pairs(data, "allowed", *names) if "allowed" in data else None
    forbidden = {pair for pair, _ in _pairs(data, "forbidden", *names)} if "forbidden" in data else set()
    points = dict(said) if said is not None else {}
    for person, skills in zip(people, able, strict=True):
        for shift, needed in zip(shifts, wanted, strict=True):
            pair = person.name, shift.name
            tags = {f"skill:{skill}" for skill in needed - skills}
            if pair in forbidden or (said is not None and pair not in points):
                tags.add("forbidden")
            if tags:
                barred.append(Bar(*pair, frozenset(tags)))
            else:
                pairings.append(Pairing(*pair, points.get(pair, 0), relieves=not person.beside))
    problem = ShiftProblem(
        shifts,
        people,
        tuple(pairings),
        together=frozenset(
            frozenset(duo)
            for row, group in enumerate(_list(data, "together"), 1)
            for duo in combinations(_together(group, row, names[1]), 2)
        ),
        ways=dict(_way(one, row) for row, one in enumerate(_list(data, "ways"), 1)),
        rests=tuple(_rest(one, row) for row, one in enumerate(_list(data, "rests"), 1)),
        meals=tuple(_meal(one, row) for row, one in enumerate(_list(data, "meals"), 1)),
        locked=_locked(data, shifts, names),
        barred=tuple(barred),
    )
    return problem, _aims(data)


def _shift(said: Mapping[str, Any], row: int) -> Shift:
    start, end = (_figure(said, key, "shifts", row) for key in ("start", "end"))
    if end <= start:
        raise PlannerError("shifts-ends-first", key="shifts", row=row)
    more: dict[str, Any] = {
        key: _figure(said, key, "shifts", row) for key in ("wanted", "weight", "work") if key in said
    }
    more |= {key: _name(said[key], key, "shifts", row) for key in ("group", "place", "kind") if key in said}
    if not isinstance(said.get("handovers", []), list):
        raise PlannerError("shifts-no-numbers", key="handovers", where="shifts", row=row)
    handovers = tuple(_whole(one, "handovers", "shifts", row) for one in said.get("handovers", ()))
    day = _figure(said, "day", "shifts", row) if "day" in said else start // _A_DAY
    return Shift(said["name"], start, end, day=day, handovers=handovers, **more)


def _person(said: Mapping[str, Any], row: int) -> Person:
    hours = None
    if "hours" in said:
        if not isinstance(said["hours"], list):
            raise PlannerError("shifts-no-span", key="people", row=row)
        hours = tuple(_span(one, "people", row) for one in said["hours"])
    numbers = {key: _figure(said, key, "people", row) for key in ("day", "stretch") if key in said}
    beside = said.get("beside", False)
    if not isinstance(beside, bool):
        raise PlannerError("shifts-no-yes", key="beside", where="people", row=row)
    return Person(said["name"], hours, beside=beside, **numbers)


def _rest(said: object, row: int) -> Rest:
    one = _object(said, "rests", row, frozenset({"name", "minutes", "pause", "kinds", "penalty"}))
    kinds = frozenset(_words(one, "kinds", "rests", row))
    minutes, pause = _figure(one, "minutes", "rests", row), _figure({"pause": 1, **one}, "pause", "rests", row)
    name = _name(one.get("name", f"rest {row}"), "name", "rests", row)
    return Rest(name, minutes, pause, kinds, own=True, penalty=_penalty(one, "rests", row))


def _meal(said: object, row: int) -> Meal:
    one = _object(said, "meals", row, frozenset({"name", "start", "end", "free", "penalty"}))
    start, end = (_figure(one, key, "meals", row) for key in ("start", "end"))
    if end <= start:
        raise PlannerError("shifts-ends-first", key="meals", row=row)
    name = _name(one.get("name", f"meal {row}"), "name", "meals", row)
    free = _figure({"free": 30, **one}, "free", "meals", row)
    return Meal(name, start, end, free, _penalty(one, "meals", row))


def _penalty(said: Mapping[str, Any], where: str, row: int) -> int | None:
    """What it weighs where it is broken; None where it never may be."""
    given = {"penalty": 1, **said}
    return None if given["penalty"] is None else _figure(given, "penalty", where, row)


def _locked(data: Mapping[Any, Any], shifts: Sequence[Shift], names: tuple[set[str], set[str]]) -> tuple[Locked, ...]:
    at = {one.name: one for one in shifts}
    return tuple(
        Locked(person, shift, at[shift].start, at[shift].end)
        for (person, shift), _ in (_pairs(data, "locked", *names) if "locked" in data else ())
    )


def _aims(data: Mapping[Any, Any]) -> tuple[Aim, ...]:
    if "aims" not in data:
        return AIMS
    known = {aim.value: aim for aim in AIMS}
    said = _list(data, "aims")
    for row, word in enumerate(said, 1):
        if not isinstance(word, str) or word not in known:
            raise PlannerError("shifts-aim", row=row, words=str(word), keys=", ".join(known))
    # The first aim is always the first: with nobody anywhere all others are at their best.
    return tuple(aim for aim in AIMS if aim is Aim.UNCOVERED or aim.value in said)


# What stands where


def _known(said: Mapping[Any, Any], keys: frozenset[str], where: str, row: int) -> None:
    for key in said:
        if key not in keys:
            raise PlannerError("shifts-key-unknown", key=str(key), where=where, row=row, keys=", ".join(sorted(keys)))


def _list(data: Mapping[Any, Any], key: str) -> list[Any]:
    found = data.get(key, [])
    if not isinstance(found, list):
        raise PlannerError("problem-no-list", key=key)
    return found


def _object(said: object, key: str, row: int, keys: frozenset[str]) -> Mapping[str, Any]:
    if not isinstance(said, Mapping):
        raise PlannerError("shifts-entry", key=key, row=row, form=_LOOKS[key])
    _known(said, keys, key, row)
    return said


def _entries(data: Mapping[Any, Any], key: str, keys: frozenset[str]) -> list[Mapping[str, Any]]:
    if key not in data:
        raise PlannerError("problem-key-missing", key=key)
    found: list[Mapping[str, Any]] = []
    for row, one in enumerate(_list(data, key), 1):
        said = {"name": one} if isinstance(one, str) else _object(one, key, row, keys)
        found.append({**said, "name": _name(said.get("name", str(row)), "name", key, row)})
    return found


def _once(key: str, names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise PlannerError("problem-name-twice", key=key, name=name)


def _words(said: Mapping[str, Any], key: str, where: str, row: int) -> set[str]:
    found = said.get(key, [])
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise PlannerError("shifts-no-words", key=key, where=where, row=row)
    return set(found)


def _pairs(data: Mapping[Any, Any], key: str, people: set[str], shifts: set[str]) -> list[tuple[tuple[str, str], int]]:
    found = []
    for row, one in enumerate(_list(data, key), 1):
        if not isinstance(one, list) or len(one) not in (2, 3):
            raise PlannerError("shifts-pair", key=key, row=row)
        person, shift = (_name(name, "name", key, row) for name in one[:2])
        for name, known in ((person, people), (shift, shifts)):
            if name not in known:
                raise PlannerError("shifts-unknown", key=key, row=row, name=name)
        found.append(((person, shift), _whole(one[2], "points", key, row) if len(one) == 3 else 0))
    return found


def _together(said: object, row: int, known: set[str]) -> list[str]:
    if not isinstance(said, list):
        raise PlannerError("shifts-entry", key="together", row=row, form=_LOOKS["together"])
    names = [_name(one, "name", "together", row) for one in said]
    for name in names:
        if name not in known:
            raise PlannerError("shifts-unknown", key="together", row=row, name=name)
    return names


def _way(said: object, row: int) -> tuple[frozenset[str], int]:
    if not isinstance(said, list) or len(said) != 3:
        raise PlannerError("shifts-entry", key="ways", row=row, form=_LOOKS["ways"])
    return frozenset(_name(one, "place", "ways", row) for one in said[:2]), _whole(said[2], "minutes", "ways", row)


def _span(said: object, where: str, row: int) -> Span:
    if not isinstance(said, list) or len(said) != 2:
        raise PlannerError("shifts-no-span", key=where, row=row)
    start, end = (_whole(one, "hours", where, row) for one in said)
    if end <= start:
        raise PlannerError("shifts-ends-first", key=where, row=row)
    return start, end


def _name(value: object, key: str, where: str, row: int) -> str:
    """Read what something is called; a number is a name, too."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PlannerError("shifts-no-name", key=key, where=where, row=row)
    return str(value)


def _figure(said: Mapping[str, Any], key: str, where: str, row: int) -> int:
    """Read a figure that an entry names. Raises `PlannerError` where it is not there."""
    if key not in said:
        raise PlannerError("shifts-figure-missing", key=key, where=where, row=row)
    return _whole(said[key], key, where, row)


def _whole(value: object, key: str, where: str, row: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise PlannerError("shifts-no-whole", key=key, where=where, row=row, words=_as_json(value))
    # The day of a shift is any number, a day's work of a person is not.
    least, most = _WITHIN.get(key, (0 if (where, key) == ("people", "day") else -_MOST, _MOST))
    if value < least:
        raise PlannerError("shifts-too-small", key=key, where=where, row=row, least=least)
    if value > most:
        raise PlannerError("shifts-too-large", key=key, where=where, row=row, most=most)
    return value


def _as_json(value: object) -> str:
    """Write a value as it stands in the file."""
    return json.dumps(value, ensure_ascii=False)

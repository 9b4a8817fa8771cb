"""Reads the bare problem from data as JSON gives it: docs/shift-problem.md says what it may hold."""

from __future__ import annotations

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


def problem_of(data: object) -> tuple[ShiftProblem, tuple[Aim, ...]]:
    """Understand a problem and its aims. Raises `PlannerError` ``shifts-…`` with the place of what is wrong."""
    if not isinstance(data, Mapping):
        raise PlannerError("shifts-no-object")
    _known(data, _KEYS, "shifts")
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
            for duo in combinations(_named(group, "together", row, names[1], None), 2)
        ),
        ways={
            frozenset(_named(one[:2] if isinstance(one, list) else one, "ways", row, None, 2)): _whole(
                one[2] if isinstance(one, list) and len(one) > 2 else None, "ways", row
            )
            for row, one in enumerate(_list(data, "ways"), 1)
        },
        rests=tuple(_rest(one, row) for row, one in enumerate(_list(data, "rests"), 1)),
        meals=tuple(_meal(one, row) for row, one in enumerate(_list(data, "meals"), 1)),
        locked=_locked(data, shifts, names),
        barred=tuple(barred),
    )
    return problem, _aims(data)


def _shift(said: Mapping[str, Any], row: int) -> Shift:
    start, end = _whole(said.get("start"), "shifts", row), _whole(said.get("end"), "shifts", row)
    if end <= start:
        raise PlannerError("shifts-ends-first", key="shifts", row=row)
    more: dict[str, Any] = {
        key: _whole(said[key], "shifts", row, least=least)
        for key, least in (("wanted", 1), ("weight", 0), ("work", 0))
        if key in said
    }
    more |= {key: str(said[key]) for key in ("group", "place", "kind") if key in said}
    handovers = tuple(_whole(one, "shifts", row) for one in said.get("handovers", ()))
    day = _whole(said["day"], "shifts", row) if "day" in said else start // _A_DAY
    return Shift(str(said["name"]), start, end, day=day, handovers=handovers, **more)


def _person(said: Mapping[str, Any], row: int) -> Person:
    hours = None
    if "hours" in said:
        if not isinstance(said["hours"], list):
            raise PlannerError("shifts-no-span", key="people", row=row)
        hours = tuple(_span(one, "people", row) for one in said["hours"])
    numbers = {key: _whole(said[key], "people", row) for key in ("day", "stretch") if key in said}
    return Person(str(said["name"]), hours, beside=said.get("beside") is True, **numbers)


def _rest(said: object, row: int) -> Rest:
    one = _object(said, "rests", row, frozenset({"name", "minutes", "pause", "kinds", "penalty"}))
    kinds = frozenset(_words(one, "kinds", "rests", row))
    penalty = None if one.get("penalty", 1) is None else _whole(one.get("penalty", 1), "rests", row)
    minutes, pause = _whole(one.get("minutes"), "rests", row), _whole(one.get("pause", 1), "rests", row)
    return Rest(str(one.get("name", f"rest {row}")), minutes, pause, kinds, own=True, penalty=penalty)


def _meal(said: object, row: int) -> Meal:
    one = _object(said, "meals", row, frozenset({"name", "start", "end", "free", "penalty"}))
    start, end = _span([one.get("start"), one.get("end")], "meals", row)
    penalty = None if one.get("penalty", 1) is None else _whole(one.get("penalty", 1), "meals", row)
    return Meal(str(one.get("name", f"meal {row}")), start, end, _whole(one.get("free", 30), "meals", row), penalty)


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
        if word not in known:
            raise PlannerError("shifts-aim", row=row, words=str(word), keys=", ".join(known))
    # The first aim is always the first: with nobody anywhere all others are at their best.
    return tuple(aim for aim in AIMS if aim is Aim.UNCOVERED or aim.value in said)


# What stands where


def _known(said: Mapping[Any, Any], keys: frozenset[str], where: str, row: int = 0) -> None:
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
        raise PlannerError("shifts-entry", key=key, row=row)
    _known(said, keys, key, row)
    return said


def _entries(data: Mapping[Any, Any], key: str, keys: frozenset[str]) -> list[Mapping[str, Any]]:
    if key not in data:
        raise PlannerError("problem-key-missing", key=key)
    found: list[Mapping[str, Any]] = []
    for row, one in enumerate(_list(data, key), 1):
        said = {"name": one} if isinstance(one, str) else _object(one, key, row, keys)
        found.append({"name": str(row), **said})
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
        person, shift = str(one[0]), str(one[1])
        for name, known in ((person, people), (shift, shifts)):
            if name not in known:
                raise PlannerError("shifts-unknown", key=key, row=row, name=name)
        found.append(((person, shift), _whole(one[2], key, row) if len(one) == 3 else 0))
    return found


def _named(said: object, key: str, row: int, known: set[str] | None, count: int | None) -> tuple[str, ...]:
    if not isinstance(said, list) or (count is not None and len(said) != count):
        raise PlannerError("shifts-entry", key=key, row=row)
    for name in said:
        if known is not None and name not in known:
            raise PlannerError("shifts-unknown", key=key, row=row, name=str(name))
    return tuple(str(name) for name in said)


def _span(said: object, key: str, row: int) -> Span:
    if not isinstance(said, list) or len(said) != 2:
        raise PlannerError("shifts-no-span", key=key, row=row)
    start, end = (_whole(one, key, row) for one in said)
    if end <= start:
        raise PlannerError("shifts-ends-first", key=key, row=row)
    return start, end


def _whole(value: object, key: str, row: int, *, least: int | None = None) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise PlannerError("shifts-no-whole", key=key, row=row, words="" if value is None else str(value))
    if least is not None and value < least:
        raise PlannerError("shifts-too-small", key=key, row=row, least=least)
    return value

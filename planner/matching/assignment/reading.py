"""Reads the plain problem from data as JSON gives it: docs/matching-problem.md says what it may hold."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from planner.matching.assignment.problem import AssignmentProblem, Guest, Home
from planner.model.message import PlannerError

_KEYS = frozenset({"guests", "homes", "costs", "sizes", "forbidden", "sense"})
_SENSES = ("min", "max")


def problem_of(data: object) -> AssignmentProblem:
    """Understand a problem. Raises `PlannerError` ``problem-…`` with the place of what cannot be understood."""
    if not isinstance(data, Mapping):
        raise PlannerError("problem-no-object")
    for key in data:
        if key not in _KEYS:
            raise PlannerError("problem-key-unknown", key=str(key), keys=", ".join(sorted(_KEYS)))
    guests, homes = _entries(data, "guests"), _entries(data, "homes")
    guest_names, home_names = _names(guests, "guests"), _names(homes, "homes")
    capacities = [_amount(one.get("capacity", 1), "homes", row) for row, one in enumerate(homes, 1)]
    sense = data.get("sense", "min")
    if sense not in _SENSES:
        raise PlannerError("problem-sense", words=str(sense))
    costs: list[list[float | None]] = [
        [None if cell is None else _number(cell, "costs", row, column) for column, cell in enumerate(cells, 1)]
        for row, cells in enumerate(_table(data, "costs", len(guests), len(homes)), 1)
    ]
    for guest, home in _forbidden(data, guest_names, home_names):
        costs[guest][home] = None
    sizes = _sizes(data, guests, len(homes))
    return AssignmentProblem(
        tuple(Guest(name, size) for name, size in zip(guest_names, sizes, strict=True)),
        tuple(Home(name, capacity) for name, capacity in zip(home_names, capacities, strict=True)),
        tuple(tuple(row) for row in costs),
        most=sense == "max",
    )


def _entries(data: Mapping[Any, Any], key: str) -> list[Mapping[str, Any]]:
    """The guests or homes, each as what is said of it; a bare name is one of which nothing else is said."""
    found: list[Mapping[str, Any]] = []
    for row, one in enumerate(_list(data, key), 1):
        if isinstance(one, str):
            found.append({"name": one})
        elif isinstance(one, Mapping):
            found.append(one)
        else:
            raise PlannerError("problem-entry", key=key, row=row)
    return found


def _names(entries: Sequence[Mapping[str, Any]], key: str) -> list[str]:
    names = [str(one.get("name", row)) for row, one in enumerate(entries, 1)]
    for row, name in enumerate(names):
        if name in names[:row]:
            raise PlannerError("problem-name-twice", key=key, name=name)
    return names


def _sizes(data: Mapping[Any, Any], guests: Sequence[Mapping[str, Any]], homes: int) -> list[tuple[float, ...]]:
    if "sizes" not in data:
        return [(_amount(one.get("size", 1), "guests", row),) * homes for row, one in enumerate(guests, 1)]
    return [
        tuple(_amount(cell, "sizes", row) for cell in cells)
        for row, cells in enumerate(_table(data, "sizes", len(guests), homes), 1)
    ]


def _forbidden(data: Mapping[Any, Any], guests: Sequence[str], homes: Sequence[str]) -> list[tuple[int, int]]:
    found = []
    for row, pair in enumerate(_list(data, "forbidden") if "forbidden" in data else (), 1):
        if not isinstance(pair, list) or len(pair) != 2:
            raise PlannerError("problem-pair", row=row)
        guest, home = (str(name) for name in pair)
        if guest not in guests:
            raise PlannerError("problem-guest-unknown", name=guest, row=row)
        if home not in homes:
            raise PlannerError("problem-home-unknown", name=home, row=row)
        found.append((guests.index(guest), homes.index(home)))
    return found


def _table(data: Mapping[Any, Any], key: str, rows: int, columns: int) -> list[list[Any]]:
    table = _list(data, key)
    if len(table) != rows:
        raise PlannerError("problem-rows", key=key, found=len(table), wanted=rows)
    for row, cells in enumerate(table, 1):
        if not isinstance(cells, list) or len(cells) != columns:
            found = len(cells) if isinstance(cells, list) else 0
            raise PlannerError("problem-columns", key=key, row=row, found=found, wanted=columns)
    return table


def _list(data: Mapping[Any, Any], key: str) -> list[Any]:
    if key not in data:
        raise PlannerError("problem-key-missing", key=key)
    if not isinstance(data[key], list):
        raise PlannerError("problem-no-list", key=key)
    return list(data[key])


def _amount(value: object, key: str, row: int) -> float:
    amount = _number(value, key, row)
    if amount < 0:
        raise PlannerError("problem-negative", key=key, row=row)
    return amount


def _number(value: object, key: str, row: int, column: int = 0) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        where = "problem-cell-no-number" if column else "problem-no-number"
        raise PlannerError(where, key=key, row=row, column=column, words=str(value))
    return value

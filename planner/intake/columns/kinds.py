"""What the columns of each kind of sheet can mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from planner.intake.columns.guests import GUESTS
from planner.intake.columns.hosts import HOSTS
from planner.intake.columns.others import INTERPRETERS, PROGRAMME
from planner.intake.columns.target import Target
from planner.model.kinds import SheetKind

_TARGETS: Mapping[SheetKind, tuple[Target, ...]] = {
    SheetKind.GUESTS: GUESTS,
    SheetKind.HOSTS: HOSTS,
    SheetKind.INTERPRETERS: INTERPRETERS,
    SheetKind.PROGRAMME: PROGRAMME,
}


def targets_of(kind: SheetKind) -> tuple[Target, ...]:
    """Everything a column of such a sheet can mean, in the order in which to offer it."""
    return _TARGETS[kind]


def target_named(kind: SheetKind, key: str) -> Target:
    """The target of that key; raises `KeyError` for one that this kind of sheet does not have."""
    return _by_key(kind)[key]


@cache
def _by_key(kind: SheetKind) -> dict[str, Target]:
    return {target.key: target for target in _TARGETS[kind]}

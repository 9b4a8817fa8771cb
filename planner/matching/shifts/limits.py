"""What the aims that come first leave to those after them."""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.matching.shifts.answer import Aim


@dataclass(frozen=True)
class Limits:
    """What is settled: what each block may cost at most for an aim, and which options are out for good.

    A duty that was costs -1 change, any other 1: so nothing changed may be less than nothing.

    `shares` is what somebody may have to do in a block at most, ways included, once that is settled. `must` is a person
    and a shift that have to be together if that is possible at all.
    """

    of_block: dict[tuple[Aim, int], int] = field(default_factory=dict)
    out: set[int] = field(default_factory=set)
    shares: dict[tuple[int, int], int] = field(default_factory=dict)
    must: tuple[int, int] | None = None

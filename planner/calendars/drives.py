"""When a host family takes its guests to the group and fetches them, at which events of its calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.agenda import Agenda
from planner.agenda.runs import Outing, outings_of
from planner.agenda.slots import Key
from planner.clock import WallTime
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Drive:
    """One way with a guest: when to be there, and whether to bring or to fetch them."""

    member: Member
    at: WallTime
    fetches: bool


Drives = Mapping[Key, list[Drive]]
"""The drives of a family, by the event that they lead to or from."""


def drives_of(seen: Plan, home: Household | None) -> Drives:
    """Give the drives of a family, in the order of its guests; none for who is no family."""
    found: dict[Key, list[Drive]] = {}
    if home is None:
        return found
    theirs = dict.fromkeys(stay.member for stay in seen.stays if stay.household_id == home.id)
    outings = outings_of(Agenda(seen))
    for member in theirs:
        for outing in outings.get(member.id, ()):
            for key, drive in _of_outing(outing, home):
                found.setdefault(key, []).append(drive)
    return found


def _of_outing(outing: Outing, home: Household) -> Iterator[tuple[Key, Drive]]:
    if outing.home_before is home and outing.be_there is not None:
        yield outing.first.key, Drive(outing.member, outing.be_there, fetches=False)
    # Where the family is invited they go home together.
    if outing.home_after is home and outing.over is not None and not outing.with_families:
        yield outing.last.key, Drive(outing.member, outing.over, fetches=True)


__all__ = ["Drive", "Drives", "drives_of"]

"""Which nights of which beds a guest could still have: others, nights off, as many as the family wants, couples."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import records, stays
from planner.commands.stays import Lodging, Placing
from planner.model import Household
from planner.model.kinds import BedKind, RelationKind
from planner.storage import PlannerFile
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.occupancy import Occupancy, Room
from planner.ui.pages.homestays.spells import spells_of
from tests.ui.small_visit import FIRST, LAST

NIGHTS = nights_from(FIRST, LAST - dt.timedelta(days=1))


@pytest.fixture
def file(visit_path: Path) -> PlannerFile:
    return PlannerFile.open(visit_path)


def home(file: PlannerFile, name: str) -> Household:
    return next(one for one in file.plan.households if one.name_en == name)


def bed(file: PlannerFile, name: str, number: int) -> Lodging:
    return Lodging(household_id=home(file, name).id, bed_id=home(file, name).beds[number].id)


def room(file: PlannerFile, guest: int, lodging: Lodging) -> Room:
    occupancy = Occupancy(file.plan, spells_of(file.plan))
    return occupancy.room_for(file.plan.members[guest], lodging, NIGHTS)


def test_a_bed_is_free_where_nobody_else_is_in_it(file: PlannerFile) -> None:
    # Sakura leaves the Ouellettes after the 28th.
    found = room(file, 3, bed(file, "Ouellette", 0))
    assert [night.day for night in found.free] == [29, 30, 31]
    assert len(found.taken) == 7
    assert room(file, 3, bed(file, "Ouellette", 1)).free == NIGHTS
    # Her own stay is no obstacle to herself.
    assert room(file, 0, bed(file, "Ouellette", 0)).free == NIGHTS


def test_nights_off_and_as_many_as_the_family_wants(file: PlannerFile) -> None:
    off = room(file, 3, bed(file, "Nguyen-Baker", 1))
    assert [night.day for night in off.off] == [24]
    offer = next(one for one in file.plan.offers if one.household.name_en == "Okafor")
    file.run(records.edit, "HostOffer", offer.id, {"most_guests": 1})
    full = room(file, 3, bed(file, "Okafor", 1))
    assert (full.free, full.full) == ((), NIGHTS)


def test_a_double_bed_takes_a_second_only_of_a_couple(file: PlannerFile) -> None:
    double = home(file, "MacLeod").beds[0]
    file.run(records.edit, "Bed", double.id, {"kind": BedKind.DOUBLE, "sleeps": 2})
    lodging = bed(file, "MacLeod", 0)
    one, other = file.plan.members[3], file.plan.members[4]
    file.run(stays.place, Placing(one.id, lodging, FIRST, NIGHTS[-1]))
    assert room(file, 4, lodging).taken == NIGHTS
    relation = {"member_id": other.id, "other_id": one.id, "kind": RelationKind.COUPLE}
    file.run(records.add, "Relation", relation)
    assert room(file, 4, lodging).free == NIGHTS
    assert room(file, 5, lodging).taken == NIGHTS


def test_how_far_nights_can_be_drawn(file: PlannerFile) -> None:
    occupancy = Occupancy(file.plan, spells_of(file.plan))
    own = next(iter(spells_of(file.plan)))
    drawn = occupancy.free_stretch(own.member, own.lodging, own.first, own.last, own.key)
    assert drawn == (FIRST, NIGHTS[-1])
    member = file.plan.members[3]
    file.run(stays.place, Placing(member.id, own.lodging, NIGHTS[-1], NIGHTS[-1]))
    occupancy = Occupancy(file.plan, spells_of(file.plan))
    own = next(one for one in spells_of(file.plan) if one.key == own.key)
    assert occupancy.free_stretch(own.member, own.lodging, own.first, own.last, own.key) == (FIRST, NIGHTS[-2])

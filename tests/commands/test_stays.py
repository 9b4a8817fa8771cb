"""Nights go into beds and out again in one step each; nobody ends in two beds, and what is locked does not move."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import stays
from planner.commands.stays import Lodging, Placing, lodging_of
from planner.language import say
from planner.model import Household, Member, PlannerError, Stay
from planner.model.kinds import StayKind
from planner.storage import PlannerFile
from tests.storage.contents import contents

Homes = tuple[Lodging, Lodging]


def night(number: int) -> dt.date:
    return dt.date(2027, 7, number)


@pytest.fixture
def guest(file: PlannerFile) -> Member:
    """A member without any stay."""
    for stay in file.plan.stays:
        file.run(stays.take_away, [stay.id])
    return file.plan.members[0]


@pytest.fixture
def homes(file: PlannerFile) -> Homes:
    """Two beds, the second in no bed named."""
    home = next(home for home in file.plan.households if home.beds)
    return Lodging(household_id=home.id, bed_id=home.beds[0].id), Lodging(household_id=home.id)


def of(file: PlannerFile, guest: Member) -> list[tuple[int, int, int | None]]:
    """First and last night and bed of a member's stays."""
    found = sorted((stay for stay in file.plan.stays if stay.member_id == guest.id), key=lambda one: one.first_night)
    return [(stay.first_night.day, stay.last_night.day, stay.bed_id) for stay in found]


def test_a_place_is_one_step_with_a_telling_label(file: PlannerFile, path: Path, guest: Member, homes: Homes) -> None:
    before = contents(path)
    stay_id = file.run(stays.place, Placing(guest.id, homes[0], night(22), night(31)))
    stay = file.plan.find(Stay, stay_id)
    assert lodging_of(stay) == homes[0]
    assert of(file, guest) == [(22, 31, homes[0].bed_id)]
    home = file.plan.find(Household, homes[0].household_id or 0)
    step = file.next_undo
    assert step is not None
    assert home.name_en in say(step.label, "en")
    assert guest.person.family_name in say(step.label, "en")
    file.undo()
    assert contents(path) == before


def test_another_stay_of_the_same_guest_gives_way(file: PlannerFile, guest: Member, homes: Homes) -> None:
    bed, other = homes
    file.run(stays.place, Placing(guest.id, bed, night(22), night(31)))
    # In the middle: the first is cut in two.
    file.run(stays.place, Placing(guest.id, other, night(25), night(26)))
    assert of(file, guest) == [(22, 24, bed.bed_id), (25, 26, None), (27, 31, bed.bed_id)]
    # Longer at both ends: what it covers goes, what it touches is shorter.
    middle = next(stay for stay in file.plan.stays if stay.bed_id is None)
    file.run(stays.resize, middle.id, night(24), night(31))
    assert of(file, guest) == [(22, 23, bed.bed_id), (24, 31, None)]


def test_what_follows_in_the_same_bed_is_one_stay(file: PlannerFile, guest: Member, homes: Homes) -> None:
    bed, _ = homes
    file.run(stays.place, Placing(guest.id, bed, night(22), night(24)))
    file.run(stays.place, Placing(guest.id, bed, night(27), night(31)))
    file.run(stays.place, Placing(guest.id, bed, night(25), night(26)))
    assert of(file, guest) == [(22, 31, bed.bed_id)]
    second = file.run(stays.cut, next(iter(file.plan.stays)).id, night(28))
    assert of(file, guest) == [(22, 27, bed.bed_id), (28, 31, bed.bed_id)]
    file.run(stays.move, second, homes[1], night(28), night(31))
    assert of(file, guest) == [(22, 27, bed.bed_id), (28, 31, None)]
    file.run(stays.move, second, bed, night(28), night(31))
    assert of(file, guest) == [(22, 31, bed.bed_id)]


@pytest.mark.parametrize("day", [21, 22, 32])
def test_a_cut_lies_within_the_stay(file: PlannerFile, guest: Member, homes: Homes, day: int) -> None:
    stay = file.run(stays.place, Placing(guest.id, homes[0], night(22), night(31)))
    with pytest.raises(PlannerError, match="cut-outside"):
        file.run(stays.cut, stay, night(1) + dt.timedelta(days=day - 1))


def test_what_is_pinned_stays(file: PlannerFile, path: Path, guest: Member, homes: Homes) -> None:
    bed, other = homes
    stay = file.run(stays.place, Placing(guest.id, bed, night(22), night(31)))
    file.run(stays.lock, [stay], True)
    before = contents(path, history=True)
    for refused in (
        lambda: file.run(stays.move, stay, other, night(22), night(31)),
        lambda: file.run(stays.resize, stay, night(23), night(31)),
        lambda: file.run(stays.cut, stay, night(24)),
        lambda: file.run(stays.place, Placing(guest.id, other, night(24), night(25))),
        lambda: file.run(stays.pair, [stay], [Placing(guest.id, other, night(22), night(31))]),
    ):
        with pytest.raises(PlannerError, match="stay-locked"):
            refused()
    assert contents(path, history=True) == before
    file.run(stays.lock, [stay], False)
    file.run(stays.move, stay, other, night(22), night(30))
    assert of(file, guest) == [(22, 30, None)]


def test_two_guests_change_places(file: PlannerFile, path: Path, guest: Member, homes: Homes) -> None:
    second = file.plan.members[1]
    one = file.run(stays.place, Placing(guest.id, homes[0], night(22), night(31)))
    other = file.run(stays.place, Placing(second.id, Lodging(StayKind.ELSEWHERE), night(23), night(30)))
    before = contents(path)
    file.run(stays.swap, one, other)
    assert file.plan.find(Stay, one).kind is StayKind.ELSEWHERE
    assert of(file, second) == [(23, 30, homes[0].bed_id)]
    file.undo()
    assert contents(path) == before


def test_a_room_brings_its_hotel(file: PlannerFile, guest: Member) -> None:
    [room] = file.plan.rooms
    stay = file.run(stays.place, Placing(guest.id, Lodging(StayKind.HOTEL, room_id=room.id), night(22), night(22)))
    assert file.plan.find(Stay, stay).place_id == room.place_id


def test_what_is_accepted_of_a_proposal_is_one_step(file: PlannerFile, path: Path, guest: Member, homes: Homes) -> None:
    bed, other = homes
    second = file.plan.members[1]
    one = file.run(stays.place, Placing(guest.id, bed, night(22), night(31)))
    before = contents(path)
    moves = [Placing(guest.id, other, night(22), night(31)), Placing(second.id, bed, night(22), night(31))]
    file.run(stays.pair, [one], moves)
    assert of(file, guest) == [(22, 31, None)]
    assert of(file, second) == [(22, 31, bed.bed_id)]
    assert file.next_undo is not None
    assert say(file.next_undo.label, "en") == "Pair 2 guests"
    file.undo()
    assert contents(path) == before


def test_nights_run_forwards(file: PlannerFile, path: Path, guest: Member, homes: Homes) -> None:
    before = contents(path, history=True)
    with pytest.raises(PlannerError, match="nights-reversed"):
        file.run(stays.place, Placing(guest.id, homes[0], night(25), night(24)))
    with pytest.raises(PlannerError, match="record-gone"):
        file.run(stays.place, Placing(guest.id, Lodging(household_id=12345), night(22), night(24)))
    assert contents(path, history=True) == before

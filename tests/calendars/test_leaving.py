"""Who holds a calendar and leaves, hosts nobody any more, or has two parts: nothing stands that is no longer true."""

import datetime as dt

import pytest

from planner.calendars import (
    THEIRS,
    Reader,
    calendar_for,
    make_calendars,
    of_group,
    of_guest,
    of_home,
    of_interpreter,
    of_public,
    readers_of,
)
from planner.commands import records
from planner.model import Plan
from planner.storage import PlannerFile
from tests.calendars.conftest import STAMP
from tests.calendars.sending import activity, send
from tests.calendars.test_whose import entries

LATER = STAMP + dt.timedelta(days=10)


def kept(plan: Plan, reader: Reader) -> set[str]:
    """How what a reader holds stands in the next issue."""
    return {str(event.get("status", "")) for event in entries(plan, reader).values()}


def test_all_that_a_guest_holds_is_off_when_they_withdraw(file: PlannerFile) -> None:
    sakura, ruka = (of_guest(member) for member in file.plan.members)
    send(file, sakura)
    for member in file.plan.members:
        file.run(records.edit, "Member", member.id, {"withdrawn": True})
    assert sakura in readers_of(file.plan)
    assert ruka not in readers_of(file.plan)  # nobody who holds nothing has to be told
    assert kept(file.plan, sakura) == {"CANCELLED"}


def test_a_family_whose_guest_moves_out_is_told(file: PlannerFile) -> None:
    [okafor, hall] = [of_home(home) for home in file.plan.households]
    send(file, okafor)
    stay = next(one for one in file.plan.stays if one.household_id == okafor.audience.id)
    file.run(records.edit, "Stay", stay.id, {"household_id": hall.audience.id})
    assert okafor in readers_of(file.plan)
    titles = entries(file.plan, okafor)
    assert "Cancelled: Sakura Takahashi stays with you" in titles
    # What all families are invited to they may still come to.
    assert [title for title in titles if not title.startswith("Cancelled")] == ["Japan Night"]


def test_the_public_is_told_that_nothing_is_open_any_more(file: PlannerFile) -> None:
    send(file, of_public())
    file.run(records.edit, "Activity", activity(file.plan, "Japan Night").id, {"open_to_public": False})
    assert of_public() in readers_of(file.plan)
    assert kept(file.plan, of_public()) == {"CANCELLED"}


def test_a_family_at_home_that_has_one_gets_the_next(file: PlannerFile) -> None:
    at_home = of_guest(file.plan.members[0], at_home=True)
    assert at_home not in readers_of(file.plan)
    send(file, at_home)
    assert at_home in readers_of(file.plan)


def test_what_somebody_does_in_another_part_is_another_entry(file: PlannerFile) -> None:
    """A chaperone who interprets takes both files in; that they need not interpret must not take the call away."""
    plan = file.plan
    bell, sakura = of_interpreter(plan.interpreters[0]), of_guest(plan.members[0])
    call = "Courtesy call; speeches, photos"
    send(file, bell)
    phone = {str(one["uid"]): one for reader in (sakura, bell) for one in entries(plan, reader).values()}
    file.run(records.remove, "Assignment", plan.interpreters[0].assignments[0].id)
    [off] = entries(file.plan, bell).values()
    assert str(off["summary"]) == f"Cancelled: Interpreting: {call}"
    assert str(phone[str(off["uid"])]["summary"]) == f"Interpreting: {call}"
    readers = (sakura, bell, of_public(), *(of_home(home) for home in plan.households))
    uids = [{str(one["uid"]) for one in entries(plan, reader).values()} for reader in readers]
    assert uids[0].isdisjoint(uids[1] | uids[2] | uids[3])


def test_a_guests_own_calendar_comes_after_the_groups(file: PlannerFile) -> None:
    """Both hold the same entries; a program that has taken both in must not keep the group's older time."""
    group, sakura = of_group(), of_guest(file.plan.members[0])
    for hour in (15, 14, 13):
        send(file, group)
        file.run(records.edit, "Activity", activity(file.plan, "Japan Night").id, {"starts_at": dt.time(hour)})
    send(file, group)
    first = send(file, sakura)
    title = "Japan Night"
    assert entries(file.plan, group)[title]["sequence"] == 3
    assert entries(file.plan, sakura)[title]["sequence"] == 4
    assert first.file.news.is_first
    again = calendar_for(file.plan, sakura, "en", LATER)
    assert again.news.count == 0
    file.run(records.edit, "Activity", activity(file.plan, title).id, {"status": "cancelled"})
    assert entries(file.plan, sakura)[f"Cancelled: {title}"]["sequence"] == 5


@pytest.mark.parametrize("language", ["en", "ja", "both"])
def test_next_time_in_the_language_of_the_last(file: PlannerFile, language: str) -> None:
    send(file, of_group(), language)
    [again] = make_calendars(file.plan, [of_group()], language=THEIRS, stamp=LATER)
    assert again.language == language
    assert again.file.news.count == 0

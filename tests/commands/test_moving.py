"""Events at other times: moved, resized, copied, added; what hangs on the times goes along, one step each."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from planner.clock import WallTime, arrives_of, departs_of, ends_of, starts_of
from planner.commands import events, interpreting, moving, records, shifting, visits
from planner.commands.moving import Move
from planner.commands.visits import CityChoice
from planner.language import say
from planner.model import Activity, Journey, Member, NightOff, Stay
from planner.model.message import PlannerError
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.storage.contents import contents

PORTLAND = CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", "America/New_York")
SHINAGAWA = CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", "Asia/Tokyo")
NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
SPRING, AUTUMN = dt.date(2027, 3, 14), dt.date(2027, 11, 7)


def wall(on: dt.date, hour: int, minute: int = 0, zone: str = NEW_YORK, fold: int | None = None) -> WallTime:
    return WallTime(on, dt.time(hour, minute), zone, fold)


@pytest.fixture
def file(tmp_path: Path) -> Any:
    with begun(
        tmp_path / "v.shimai", visits.start, title_en="Visit", host=PORTLAND, home=SHINAGAWA,
        first_day=SPRING - dt.timedelta(days=3), last_day=SPRING + dt.timedelta(days=4),
    ) as made:  # fmt: skip
        yield made


def add(file: PlannerFile, on: dt.date, start: dt.time | None = None, end: dt.time | None = None, **more: Any) -> int:
    values = {"visit_id": file.plan.visit.id, "title_en": "Picnic", "starts_on": on, "starts_at": start,
              "ends_at": end, "zone": NEW_YORK, "everyone": True, **more}  # fmt: skip
    made: int = file.run(records.add, "Activity", values)
    return made


def activity(file: PlannerFile, row_id: int) -> Activity:
    return file.plan.find(Activity, row_id)


def test_several_move_as_one_step_and_keep_what_hangs_on_their_times(file: PlannerFile) -> None:
    day = SPRING - dt.timedelta(days=2)
    one = add(file, day, dt.time(16), dt.time(17, 30), meeting_at=dt.time(15, 40), dismissal_at=dt.time(17, 45))
    other = add(file, day, dt.time(22), dt.time(1))
    was = contents(file.path)
    to = day + dt.timedelta(days=3)
    file.run(moving.move, [Move("Activity", one, wall(to, 11, 15)), Move("Activity", other, wall(to, 20))])
    first, second = activity(file, one), activity(file, other)
    assert (first.starts_on, first.starts_at, first.ends_at) == (to, dt.time(11, 15), dt.time(12, 45))
    assert (first.meeting_at, first.dismissal_at) == (dt.time(10, 55), dt.time(13))
    assert ends_of(second) == wall(to, 23)
    assert file.next_undo is not None
    assert say(file.next_undo.label, "en") == "Move 2 events"
    assert say(file.next_undo.label, "ja") == "予定2件を移動"
    file.undo()
    assert contents(file.path) == was


def test_over_a_change_over_it_takes_as_long_as_it_really_did(file: PlannerFile) -> None:
    one = add(file, SPRING - dt.timedelta(days=1), dt.time(1), dt.time(4))
    file.run(moving.move, [Move("Activity", one, wall(SPRING, 1))])
    assert ends_of(activity(file, one)) == wall(SPRING, 5)


def test_a_missing_hour_is_refused_with_the_nearest_and_nothing_moves(file: PlannerFile) -> None:
    one = add(file, SPRING - dt.timedelta(days=1), dt.time(10), dt.time(11))
    other = add(file, SPRING - dt.timedelta(days=1), dt.time(12))
    was = contents(file.path, history=True)
    with pytest.raises(PlannerError) as refused:
        file.run(moving.move, [Move("Activity", other, wall(SPRING, 12)), Move("Activity", one, wall(SPRING, 2, 30))])
    assert refused.value.code == "hour-missing"
    assert refused.value.message.figures["after"].at == dt.time(3, 30)
    assert contents(file.path, history=True) == was


def test_a_doubled_hour_asks_and_takes_the_choice(file: PlannerFile) -> None:
    one = add(file, AUTUMN - dt.timedelta(days=1), dt.time(10), dt.time(10, 20))
    with pytest.raises(PlannerError, match="hour-doubled"):
        file.run(moving.move, [Move("Activity", one, wall(AUTUMN, 1, 30))])
    file.run(moving.move, [Move("Activity", one, wall(AUTUMN, 1, 30, fold=1))])
    moved = activity(file, one)
    assert (moved.starts_fold, moved.ends_fold) == (1, 1)
    file.run(moving.move, [Move("Activity", one, wall(AUTUMN, 9))])
    assert (activity(file, one).starts_fold, activity(file, one).ends_fold) == (None, None)


def test_a_time_of_another_zone_is_the_same_moment_by_its_own_clock(file: PlannerFile) -> None:
    one = add(file, SPRING, dt.time(10), dt.time(11))
    file.run(moving.move, [Move("Activity", one, wall(SPRING + dt.timedelta(days=2), 8, zone=TOKYO))])
    assert starts_of(activity(file, one)) == wall(SPRING + dt.timedelta(days=1), 19)
    assert activity(file, one).zone == NEW_YORK


def test_a_leg_keeps_how_long_it_takes_over_the_date_line(file: PlannerFile) -> None:
    values = {"visit_id": file.plan.visit.id, "title_en": "NH110", "departs_on": SPRING, "departs_at": dt.time(11),
              "departs_zone": TOKYO, "arrives_on": SPRING, "arrives_at": dt.time(9, 50), "arrives_zone": NEW_YORK,
              }  # fmt: skip
    leg = file.run(records.add, "Journey", values)
    before = file.plan.find(Journey, leg)
    left, came = departs_of(before), arrives_of(before)
    assert left is not None
    assert came is not None
    file.run(moving.move, [Move("Journey", leg, wall(SPRING, 23, 30, zone=TOKYO))])
    moved = file.plan.find(Journey, leg)
    departs, arrives = departs_of(moved), arrives_of(moved)
    assert departs is not None
    assert arrives is not None
    assert arrives.zone == NEW_YORK
    assert arrives.instant() - departs.instant() == came.instant() - left.instant()


def test_what_is_not_to_be_moved_stays(file: PlannerFile) -> None:
    one = add(file, SPRING, dt.time(10), movable=False)
    for command, *args in (
        (moving.move, [Move("Activity", one, wall(SPRING, 12))]),
        (moving.move_by_days, [("Activity", one)], 1),
    ):
        with pytest.raises(PlannerError, match="not-movable"):
            file.run(command, *args)
    with pytest.raises(PlannerError, match="not-movable"):
        file.run(moving.resize, "Activity", one, ends=wall(SPRING, 12))


def test_an_edge_moves_alone(file: PlannerFile) -> None:
    one = add(file, SPRING, dt.time(10), dt.time(11), meeting_at=dt.time(9, 30), dismissal_at=dt.time(11, 15))
    file.run(moving.resize, "Activity", one, ends=wall(SPRING, 12, 5))
    longer = activity(file, one)
    assert (longer.starts_at, longer.ends_at) == (dt.time(10), dt.time(12, 5))
    assert (longer.meeting_at, longer.dismissal_at) == (dt.time(9, 30), dt.time(12, 20))
    with pytest.raises(PlannerError, match="end-before-start"):
        file.run(moving.resize, "Activity", one, begins=wall(SPRING, 13))


def test_days_move_by_the_clock_and_small_steps_become_one(file: PlannerFile) -> None:
    whole = add(file, SPRING - dt.timedelta(days=2), ends_on=SPRING - dt.timedelta(days=1))
    for _ in range(2):
        file.run(moving.move_by_days, [("Activity", whole)], 1, nudged=True)
    assert (activity(file, whole).starts_on, activity(file, whole).ends_on) == (SPRING, SPRING + dt.timedelta(days=1))
    file.undo()
    assert activity(file, whole).starts_on == SPRING - dt.timedelta(days=2)


def test_a_copy_needs_interpreting_too_but_has_nobody_yet(file: PlannerFile) -> None:
    one = add(file, SPRING, dt.time(10), dt.time(11))
    need = file.run(interpreting.add_need, "Activity", one)
    who = file.run(interpreting.add_interpreter, file.plan.visit.id, {"given_name": "Haruko"})
    file.run(interpreting.assign, need, who)
    [new] = file.run(moving.copy, [Move("Activity", one, wall(SPRING, 15))])
    assert activity(file, one).starts_at == dt.time(10)
    assert ends_of(activity(file, new)) == wall(SPRING, 16)
    [copied] = [each for each in file.plan.needs if each.activity_id == new]
    assert not copied.assignments
    file.undo()
    assert [each.id for each in file.plan.activities] == [one]


def test_what_is_added_is_for_one_group_or_everyone(file: PlannerFile) -> None:
    visit = file.plan.visit.id
    group = file.run(records.add, "Group", {"visit_id": visit, "name_en": "A", "letter": "A"})
    values = {"visit_id": visit, "title_en": "New", "starts_on": SPRING, "zone": NEW_YORK}
    for given in (None, group):
        made = activity(file, file.run(events.add, "Activity", values, given))
        assert made.everyone is (given is None)
        assert [link.group_id for link in made.group_links] == ([] if given is None else [given])
    zones = {"departs_zone": NEW_YORK, "arrives_zone": NEW_YORK}
    leg = {"visit_id": visit, "title_en": "Bus", "departs_on": SPRING, **zones}
    new = file.run(events.add, "Journey", leg, group)
    bus = file.plan.find(Journey, new)
    assert [link.group_id for link in bus.group_links] == [group]
    with pytest.raises(PlannerError) as refused:
        file.run(events.add, "Activity", values, 99)
    assert refused.value.code == "record-gone"


def test_the_whole_visit_moves_but_not_other_peoples_calendars(path: Path) -> None:
    with PlannerFile.open(path) as file:
        was, plan = contents(path), file.plan
        week = dt.timedelta(days=7)
        file.run(shifting.shift_visit, plan.visit.id, 7)
        now = file.plan
        assert (now.visit.first_day, now.visit.last_day) == (plan.visit.first_day + week, plan.visit.last_day + week)
        for before in plan.activities:
            after = activity(file, before.id)
            assert (after.starts_on, after.starts_at) == (before.starts_on + week, before.starts_at)
        for leg in plan.journeys:
            assert now.find(Journey, leg.id).departs_on == leg.departs_on + week
        for stay in plan.stays:
            assert now.find(Stay, stay.id).first_night == stay.first_night + week
        for member in plan.members:
            joined = member.joins_on
            assert now.find(Member, member.id).joins_on == (joined + week if joined else None)
        assert [row.night for row in now.all(NightOff)] == [row.night for row in plan.all(NightOff)]
        after_shift = contents(path)
        for table in ("night_off", "availability", "clearance", "calendar_day", "call", "zone_record"):
            assert after_shift[table] == was[table]
        file.undo()
        assert contents(path) == was


def test_a_shift_into_a_missing_hour_names_every_event_and_moves_nothing(file: PlannerFile) -> None:
    add(file, SPRING - dt.timedelta(days=1), dt.time(2, 15), title_en="Late bus")
    add(file, SPRING - dt.timedelta(days=1), dt.time(2, 45), title_en="Night walk")
    was = contents(file.path, history=True)
    with pytest.raises(PlannerError, match="shift-refused") as refused:
        file.run(shifting.shift_visit, file.plan.visit.id, 1)
    for language in ("en", "ja"):
        assert "Late bus" in say(refused.value, language)
        assert "Night walk" in say(refused.value, language)
    assert contents(file.path, history=True) == was


def test_a_shift_into_a_doubled_hour_takes_the_first(file: PlannerFile) -> None:
    one = add(file, AUTUMN - dt.timedelta(days=1), dt.time(1, 30))
    assert file.run(shifting.shift_visit, file.plan.visit.id, 1) == 1
    assert activity(file, one).starts_fold == 0


def test_moved_into_the_lane_of_another_group_it_is_for_that_one(file: PlannerFile) -> None:
    visit = file.plan.visit.id
    ours, theirs = (
        file.run(records.add, "Group", {"visit_id": visit, "name_en": f"{letter} squad", "letter": letter})
        for letter in "AB"
    )
    one = add(file, SPRING - dt.timedelta(days=1), dt.time(10), everyone=False)
    file.run(records.add, "ActivityGroup", {"activity_id": one, "group_id": ours})
    whole = add(file, SPRING, title_en="Day off")
    was = contents(file.path)
    to = wall(SPRING, 12)
    file.run(moving.move, [Move("Activity", one, to, group_id=theirs), Move("Activity", whole, None, days=1)])
    assert [link.group_id for link in activity(file, one).group_links] == [theirs]
    assert starts_of(activity(file, one)) == to
    assert activity(file, whole).starts_on == SPRING + dt.timedelta(days=1)
    file.undo()
    assert contents(file.path) == was
    file.run(moving.move, [Move("Activity", one, to, group_id=theirs)])
    assert file.next_undo is not None
    assert say(file.next_undo.label, "en") == "Picnic for B squad, Sun 14 Mar, 12:00 PM"

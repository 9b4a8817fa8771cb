"""Calls are added with what nobody had to type, and change over to the other side's clock at their moment."""

import datetime as dt
from typing import Any

import pytest

from planner.clock.calls import call_starts, occurrences
from planner.commands import calls, records
from planner.model import Call
from planner.model.message import PlannerError
from planner.storage import PlannerFile

SATURDAY = dt.date(2027, 3, 6)
NINE = dt.time(9)
TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"


def add(file: PlannerFile, **values: Any) -> Call:
    number = file.run(calls.add, file.plan.visit.id, {"starts_on": SATURDAY, **values})
    return found(file, number)


def found(file: PlannerFile, number: int) -> Call:
    call = file.plan.get(Call, number)
    assert call is not None
    return call


def test_a_call_is_named_after_the_cities_and_keeps_the_hosts_clock(file: PlannerFile) -> None:
    host, home = file.plan.visit.host_city, file.plan.visit.home_city
    call = add(file, starts_at=NINE)
    assert call.title_en == f"Call {host.name_en} – {home.name_en}"
    assert host.name_ja in call.title_ja
    assert home.name_ja in call.title_ja
    assert call.zone == host.zone
    assert call.uid


def test_a_title_that_is_given_stays_alone(file: PlannerFile) -> None:
    call = add(file, title_ja="打ち合わせ")
    assert (call.title_en, call.title_ja) == ("", "打ち合わせ")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"starts_on": dt.date(2027, 3, 14), "starts_at": dt.time(2, 30), "zone": NEW_YORK}, "hour-missing"),
        ({"starts_on": dt.date(2027, 11, 7), "starts_at": dt.time(1, 30), "zone": NEW_YORK}, "hour-doubled"),
        ({"starts_at": NINE, "zone": "Asia/Nowhere"}, "zone-unknown"),
        ({"starts_at": NINE, "every_weeks": 1, "until": dt.date(2027, 3, 5)}, "days-reversed"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(file: PlannerFile, values: dict[str, Any], code: str) -> None:
    before = len(file.plan.calls)
    with pytest.raises(PlannerError) as caught:
        add(file, **values)
    assert caught.value.code == code
    assert len(file.plan.calls) == before


def test_keeping_the_other_clock_moves_only_the_later_calls(file: PlannerFile) -> None:
    call = add(file, starts_at=NINE, zone=TOKYO, every_weeks=1, until=dt.date(2027, 3, 27))
    begins, before = call_starts(call), occurrences(call, NEW_YORK, call.until or SATURDAY)
    assert begins is not None
    file.run(calls.keep_clock, call.id, NEW_YORK)
    turned = found(file, call.id)
    assert turned.uid == call.uid
    assert turned.zone == NEW_YORK
    assert (turned.starts_on, turned.until) == (dt.date(2027, 3, 5), dt.date(2027, 3, 26))
    after = occurrences(turned, TOKYO, turned.until or SATURDAY)
    moved = [(late.at.instant() - early.at.instant()) / dt.timedelta(hours=1)
             for early, late in zip(before, after, strict=True)]  # fmt: skip
    assert moved == [0, 0, -1, -1]
    file.undo()
    again = found(file, call.id)
    assert (again.zone, again.starts_on, again.until) == (TOKYO, SATURDAY, dt.date(2027, 3, 27))


def test_a_moment_in_a_doubled_hour_is_kept_with_which_of_the_two(file: PlannerFile) -> None:
    call = add(file, starts_on=dt.date(2027, 11, 7), starts_at=dt.time(15, 30), zone=TOKYO)
    begins = call_starts(call)
    assert begins is not None
    file.run(calls.keep_clock, call.id, NEW_YORK)
    turned = found(file, call.id)
    assert (turned.starts_at, turned.starts_fold) == (dt.time(1, 30), 1)
    starts = call_starts(turned)
    assert starts is not None
    assert starts.instant() == begins.instant()


def test_a_call_without_a_time_changes_its_clock_too(file: PlannerFile) -> None:
    call = add(file, zone=TOKYO)
    file.run(calls.keep_clock, call.id, NEW_YORK)
    assert (found(file, call.id).zone, found(file, call.id).starts_on) == (NEW_YORK, SATURDAY)
    with pytest.raises(PlannerError) as caught:
        file.run(calls.keep_clock, call.id, "Asia/Nowhere")
    assert caught.value.code == "zone-unknown"


def test_a_removed_call_comes_back_as_it_was(file: PlannerFile) -> None:
    call = add(file, starts_at=NINE, link="https://meet.example/x")
    file.run(records.remove, "Call", call.id)
    assert file.plan.get(Call, call.id) is None
    file.undo()
    assert found(file, call.id).uid == call.uid

"""Calls of both sides, read back by other programs: the instants, their ends and their uids."""

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar
import pytest

from planner.calendars.calls import call_calendar, write_call_calendars
from planner.commands import calls, records, visits
from planner.model import Plan
from planner.storage import PlannerFile
from tests.calendars.conftest import PORTLAND, SHINAGAWA, STAMP
from tests.calendars.readers import Held, held_by_ical_js, held_by_icalendar, held_by_vobject, make_ical_js
from tests.prepared import begun

TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"
BEFORE = dt.datetime(2027, 12, 1, tzinfo=dt.UTC)
WEEK = dt.timedelta(weeks=1)

# title, zone, day, time, and more fields
CALLS: list[tuple[str, str, tuple[int, int, int], tuple[int, int] | None, dict[str, Any]]] = [
    ("Once", NEW_YORK, (2027, 3, 5), (19, 0), {"minutes": 45, "link": "https://meet.example/x?a=1,2;b",
                                              "who_host": "Ann, Bob", "notes": "SECRETNOTE ask about money"}),
    ("Kept in Japan", TOKYO, (2027, 2, 27), (9, 0), {"every_weeks": 1, "minutes": 30, "until": dt.date(2027, 4, 3)}),
    ("Kept in Portland", NEW_YORK, (2027, 10, 22), (20, 0), {"every_weeks": 1, "minutes": 30}),
    ("Second 1:30", NEW_YORK, (2027, 11, 7), (1, 30), {"starts_fold": 1, "minutes": 30}),
    ("Skipped hour", NEW_YORK, (2027, 3, 7), (2, 30), {"every_weeks": 1, "minutes": 30, "until": dt.date(2027, 3, 21)}),
    ("Doubled hour", NEW_YORK, (2027, 10, 31), (1, 30), {"every_weeks": 1, "minutes": 30,
                                                        "until": dt.date(2027, 11, 14)}),
    ("Over the change", NEW_YORK, (2027, 10, 31), (0, 30), {"every_weeks": 1, "minutes": 120,
                                                           "until": dt.date(2027, 11, 14)}),
    ("Every other week", TOKYO, (2027, 3, 6), (8, 0), {"every_weeks": 2, "until": dt.date(2027, 4, 3)}),
    ("No time yet", TOKYO, (2027, 3, 6), None, {"every_weeks": 1}),
]  # fmt: skip


def utc(*figures: int) -> dt.datetime:
    return dt.datetime(*figures, tzinfo=dt.UTC)


def series(title: str, minutes: int | None, *starts: dt.datetime) -> list[Held]:
    lasts = None if minutes is None else dt.timedelta(minutes=minutes)
    return [Held(title, one, one + lasts if lasts else None) for one in starts]


def expected() -> list[Held]:
    """Worked out by hand: Portland is 14 hours behind Japan until 14 March 2027, 13 until 7 November, then 14."""
    whole = [
        *series("Once", 45, utc(2027, 3, 6, 0, 0)),
        *series("Kept in Japan", 30, *(utc(2027, 2, 27) + number * WEEK for number in range(6))),
        *series("Kept in Portland", 30, *(utc(2027, 10, 23) + number * WEEK for number in range(3)),
                *(utc(2027, 11, 13, 1) + number * WEEK for number in range(3))),
        *series("Second 1:30", 30, utc(2027, 11, 7, 6, 30)),
        *series("Skipped hour", 30, utc(2027, 3, 7, 7, 30), utc(2027, 3, 14, 7, 30), utc(2027, 3, 21, 6, 30)),
        *series("Doubled hour", 30, utc(2027, 10, 31, 5, 30), utc(2027, 11, 7, 5, 30), utc(2027, 11, 14, 6, 30)),
        *series("Over the change", 120, utc(2027, 10, 31, 4, 30), utc(2027, 11, 7, 4, 30), utc(2027, 11, 14, 5, 30)),
        *series("Every other week", None, utc(2027, 3, 5, 23), utc(2027, 3, 19, 23), utc(2027, 4, 2, 23)),
    ]  # fmt: skip
    return sorted(whole, key=lambda one: (one.start, one.summary))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("calls") / "calls.shimai"
    with begun(
        path, visits.start, title_en="Shinagawa in Portland", title_ja="品川区 ポートランド訪問",
        host=PORTLAND, home=SHINAGAWA, first_day=dt.date(2027, 7, 22), last_day=dt.date(2027, 8, 1),
    ) as file:  # fmt: skip
        for title, zone, day, at, more in CALLS:
            values = {"title_en": title, "title_ja": f"{title}（電話）", "zone": zone, "starts_on": dt.date(*day)}
            file.run(calls.add, file.plan.visit.id, values | {"starts_at": dt.time(*at) if at else None} | more)
    return path


@pytest.fixture(scope="module")
def plan(path: Path) -> Plan:
    with PlannerFile.open(path, read_only=True) as file:
        return file.plan


def sides(plan: Plan) -> list[tuple[str, bytes]]:
    return [(city.country, call_calendar(plan, city, STAMP)) for city in (plan.visit.host_city, plan.visit.home_city)]


def in_english(held: list[Held]) -> list[Held]:
    """The Japanese side's titles end in 「（電話）」; ordered again, since that may change the order of equals."""
    plain = [one._replace(summary=one.summary.removesuffix("（電話）")) for one in held]
    return sorted(plain, key=lambda one: (one.start, one.summary))


@pytest.mark.parametrize("read", [held_by_icalendar, held_by_vobject])
def test_python_readers_hold_every_call_at_its_moment_on_both_sides(plan: Plan, read) -> None:
    for country, content in sides(plan):
        held = read(content, BEFORE)
        assert all(one.summary.endswith("（電話）") == (country == "JP") for one in held)
        assert in_english(held) == expected()


@pytest.mark.jury
def test_thunderbirds_reader_holds_every_call_at_its_moment_on_both_sides(plan: Plan, tmp_path: Path) -> None:
    if why_not := make_ical_js():
        pytest.skip(f"ical.js did not judge the calls: {why_not}")
    for _, content in sides(plan):
        assert in_english(held_by_ical_js(content, BEFORE, tmp_path)) == expected()


def test_both_sides_know_a_call_by_the_same_lasting_uid(path: Path, tmp_path: Path) -> None:
    """A file that is imported again moves the entry that is there; it makes no second one."""

    def uids(plan: Plan) -> list[set[str]]:
        return [{str(one["uid"]) for one in icalendar.Calendar.from_ical(content).walk("VEVENT")}
                for _, content in sides(plan)]  # fmt: skip

    copy = tmp_path / "copy.shimai"
    copy.write_bytes(path.read_bytes())
    with PlannerFile.open(copy) as file:
        host, home = before = uids(file.plan)
        assert host == home
        whole = next(call for call in file.plan.calls if call.title_en == "Kept in Japan")
        file.run(records.edit, "Call", whole.id, {"title_en": "Weekly", "starts_at": dt.time(10)})
        file.run(calls.keep_clock, whole.id, NEW_YORK)
        assert uids(file.plan) == before
        assert sum(uid.startswith(whole.uid) for uid in host) == 1


def test_each_side_reads_its_own_language_and_both_clocks(plan: Plan) -> None:
    (_, english), (_, japanese) = sides(plan)
    here, there = ({str(one["summary"]).removesuffix("（電話）"): str(one["description"])
                    for one in icalendar.Calendar.from_ical(content).walk("VEVENT")}
                   for content in (english, japanese))  # fmt: skip
    assert here["Once"].splitlines()[0] == "Time in Shinagawa: Sat 6 Mar, 9:00 AM JST"
    assert there["Once"].splitlines()[0] == "ポートランドの時刻：3月5日(金) 19:00 EST"
    assert here["Kept in Japan"].splitlines()[:2] == [
        "Always 9:00 AM in Shinagawa", "Time in Portland: Fri 7:00 PM until 12 Mar, Fri 8:00 PM from 19 Mar",
    ]  # fmt: skip
    assert "Ann, Bob" in here["Once"]


def test_notes_and_calls_without_a_time_stay_in_the_file(plan: Plan) -> None:
    for _, content in sides(plan):
        text = content.decode().replace("\r\n ", "")
        assert "SECRETNOTE" not in text
        assert "No time yet" not in text


def test_two_files_one_for_each_city(plan: Plan, tmp_path: Path) -> None:
    once = [call for call in plan.calls if call.title_en == "Once"]
    written = write_call_calendars(plan, tmp_path, STAMP, once)
    assert [one.name for one in written] == ["Calls – Portland.ics", "通話 – 品川区.ics"]
    for one in written:
        assert len(icalendar.Calendar.from_ical(one.read_bytes()).walk("VEVENT")) == 1

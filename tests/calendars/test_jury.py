"""Real calendar programs take in the first issue, then the second: moved, changed, cancelled, removed and added.

Each must show every entry once, at the right moment by the clock of whoever looks, and what is off as off.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.calendars import calendar_for, of_group
from planner.storage import PlannerFile
from tests.calendars.clients import Khal, radicale
from tests.calendars.conftest import STAMP
from tests.calendars.readers import Read, by_ical_js, by_icalendar, by_node_ical, by_vobject, make_ical_js
from tests.calendars.sending import change_much, send
from tests.calendars.test_readers import expected

Sent = tuple[bytes, bytes, dict[str, Read]]


@pytest.fixture
def sent(file: PlannerFile) -> Sent:
    """Both issues of the group's calendar, and what the plan says of each entry after the second."""
    first = send(file, of_group()).file
    before = by_icalendar(first.content)
    change_much(file)
    second = calendar_for(file.plan, of_group(), "en", STAMP + dt.timedelta(days=10))
    wanted = expected(file.plan, "en")
    gone = {
        uid: Read(f"Cancelled: {was.summary}", was.start, was.end, "", "")
        for uid, was in before.items()
        if uid not in wanted
    }
    assert len(gone) == 2
    return first.content, second.content, wanted | gone


Reading = Callable[[bytes, Path], dict[str, Read]]

PYTHON: dict[str, Reading] = {
    "icalendar": lambda content, folder: by_icalendar(content),
    "vobject": lambda content, folder: by_vobject(content),
}
NODE: dict[str, Reading] = {"ical.js": by_ical_js, "node-ical": by_node_ical}


def judge(read: Reading, sent: Sent, folder: Path) -> None:
    first, second, wanted = sent
    phone = read(first, folder)
    held = len(phone)
    phone |= read(second, folder)
    assert phone == wanted
    assert len(phone) == held + 1  # one was added; nothing is there twice


@pytest.mark.parametrize("name", PYTHON)
def test_python_readers(name: str, sent: Sent, tmp_path: Path) -> None:
    judge(PYTHON[name], sent, tmp_path)


@pytest.mark.jury
@pytest.mark.parametrize("name", NODE)
def test_readers_of_the_npm_registry(name: str, sent: Sent, tmp_path: Path) -> None:
    if why_not := make_ical_js():
        pytest.skip(f"{name} did not judge the calendars: {why_not}")
    judge(NODE[name], sent, tmp_path)


@pytest.mark.jury
@pytest.mark.parametrize(
    ("zone", "moved", "night"),
    [
        ("America/New_York", "2027-07-26 11:15", "2027-11-07 01:30"),
        ("Asia/Tokyo", "2027-07-27 00:15", "2027-11-07 14:30"),
    ],
)
def test_khal_shows_each_once_by_its_own_clock(sent: Sent, tmp_path: Path, zone: str, moved: str, night: str) -> None:
    first, second, wanted = sent
    khal = Khal(tmp_path, zone)
    khal.take_in(first)
    khal.take_in(second)
    shown = khal.shows("2027-03-01", 300)
    assert Counter(one.title for one in shown) == Counter(one.summary for one in wanted.values())
    by_title = {one.title: one for one in shown}
    assert by_title["Courtesy call; speeches, photos"].begins == moved
    assert by_title["Autumn, first 1:30"].begins == night
    assert {one.title for one in shown if "CANCELLED" in one.status} == {"Cancelled: Drop-off", "Cancelled: Late party"}
    assert by_title["Day with host families"].begins == "2027-07-25 00:00"


@pytest.mark.jury
def test_a_caldav_server_takes_both_issues(sent: Sent, tmp_path: Path) -> None:
    first, second, wanted = sent
    with radicale(tmp_path) as server:
        assert set(server.put(first).values()) == {201}
        answers = server.put(second)
        added = [uid for uid, read in wanted.items() if read.summary == "Fireworks"]
        assert {uid: code for uid, code in answers.items() if code == 201} == dict.fromkeys(added, 201)
        assert {code for uid, code in answers.items() if uid not in added} == {204}
        was = dt.datetime(2027, 7, 23, 20, 0, tzinfo=dt.UTC)
        now = dt.datetime(2027, 7, 26, 15, 15, tzinfo=dt.UTC)
        hour = dt.timedelta(hours=1)
        assert "Courtesy" not in "".join(server.between(was, was + hour).values())
        assert "Courtesy" in "".join(server.between(now, now + hour).values())
        assert len(server.between(dt.datetime(2027, 1, 1), dt.datetime(2028, 1, 1))) == len(wanted)

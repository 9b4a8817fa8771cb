"""Every entry is read back by other programs as it stands in the plan, to the second and to the letter."""

import datetime as dt
from pathlib import Path

import pytest

from planner.calendars import LANGUAGES
from planner.calendars.entries import UID_SUFFIX
from planner.calendars.wording import Wording
from planner.clock import arrives_of, departs_of, ends_of, starts_of
from planner.model import Activity, Journey, Plan
from planner.model.audience import Audience, redact
from planner.model.kinds import ActivityStatus
from tests.calendars.conftest import STAMP
from tests.calendars.making import calendar_for
from tests.calendars.readers import Read, by_ical_js, by_icalendar, by_vobject, make_ical_js

DAY = dt.timedelta(days=1)


def expected(plan: Plan, language: str) -> dict[str, Read]:
    """What the group's calendar must say, from the plan by the clock's own instants."""
    plan = redact(plan, Audience.group())
    wording = Wording(plan, LANGUAGES[language])
    found = {}
    for source in (*plan.activities, *plan.journeys):
        if source.status in (ActivityStatus.CANCELLED, ActivityStatus.IDEA) or "dentist" in source.title_en:
            continue
        start, end = span(source)
        if isinstance(source, Activity):
            where = wording.place(source.place)
        else:
            where = wording.place(source.from_place, source.departs_terminal)
        read = Read(wording.title(source), start, end, where, wording.notes(source))
        found[f"{source.uid}{UID_SUFFIX}"] = read
    return found


def span(source: Activity | Journey) -> tuple[dt.datetime | dt.date, dt.datetime | dt.date | None]:
    if isinstance(source, Journey):
        leaves, arrives = departs_of(source), arrives_of(source)
        assert leaves is not None
        assert arrives is not None
        return leaves.instant(), arrives.instant()
    start, end = starts_of(source), ends_of(source)
    if start is None:
        return source.starts_on, (source.ends_on or source.starts_on) + DAY
    return start.instant(), end.instant() if end else None


@pytest.mark.parametrize("language", ["en", "ja", "both"])
@pytest.mark.parametrize("read", [by_icalendar, by_vobject])
def test_python_readers_lose_nothing(plan: Plan, language: str, read) -> None:
    assert read(calendar_for(plan, None, language, STAMP)) == expected(plan, language)


@pytest.mark.jury
@pytest.mark.parametrize("language", ["en", "both"])
def test_thunderbirds_reader_loses_nothing(plan: Plan, language: str, tmp_path: Path) -> None:
    if why_not := make_ical_js():
        pytest.skip(f"ical.js did not judge the calendars: {why_not}")
    found = by_ical_js(calendar_for(plan, None, language, STAMP), tmp_path)
    wanted = expected(plan, language)
    assert {uid: one[1:3] for uid, one in found.items()} == {uid: one[1:3] for uid, one in wanted.items()}
    assert found == wanted


def test_the_instants_are_those_of_the_field(plan: Plan) -> None:
    """Spelled out once, so that the comparison above cannot be wrong on both sides."""
    read = {one.summary: one for one in by_icalendar(calendar_for(plan, None, "en", STAMP)).values()}

    def utc(*figures: int) -> dt.datetime:
        return dt.datetime(*figures, tzinfo=dt.UTC)

    assert read["Flight NH110"][1:3] == (utc(2027, 7, 22, 2, 0), utc(2027, 7, 22, 14, 50))
    assert read["Flight NH109"][1:3] == (utc(2027, 8, 1, 16, 40), utc(2027, 8, 2, 6, 55))
    assert read["Autumn, first 1:30"][1:3] == (utc(2027, 11, 7, 5, 30), utc(2027, 11, 7, 8, 0))
    assert read["Autumn, second 1:30"][1:3] == (utc(2027, 11, 7, 6, 30), utc(2027, 11, 7, 7, 0))
    assert read["Autumn, over the change"][1:3] == (utc(2027, 11, 7, 4, 30), utc(2027, 11, 7, 7, 0))
    assert read["Spring, before the gap"][1:3] == (utc(2027, 3, 14, 6, 59), utc(2027, 3, 14, 7, 0))
    assert read["Spring, after the gap"][1:3] == (utc(2027, 3, 14, 7, 0), utc(2027, 3, 14, 7, 30))
    assert read["Spring, the evening before"][1:3] == (utc(2027, 3, 14, 4, 0), utc(2027, 3, 14, 8, 0))
    assert read["Late party"][1:3] == (utc(2027, 8, 1, 1, 0), utc(2027, 8, 1, 4, 30))
    assert read["Camp"][1:3] == (dt.date(2027, 7, 29), dt.date(2027, 7, 31))

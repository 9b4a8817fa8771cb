"""What a shift of the visit does to its findings: the same on another day is no news, a holiday is."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from planner.commands import records, ruling, shifting
from planner.model.message import Message
from planner.rules.check import check
from planner.rules.differences import difference, worse
from planner.rules.finding import Accepted, Finding, FindingKind, Severity, Subject
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import begin

DAY = dt.date(2027, 7, 23)


def finding(code: str, day: dt.date | None = DAY, **figures: object) -> Finding:
    about = (Subject("Activity", 1),)
    return Finding(FindingKind.TIME, Severity.WARN, about, Message(code, figures), day=day, rule=code)


def test_what_only_moved_with_the_visit_is_no_news() -> None:
    later = DAY + dt.timedelta(days=7)
    before = [finding("long-day"), finding("holiday"), finding("undated", None)]
    after = [finding("long-day", later), finding("closed-weekday", later), finding("undated", None)]
    found = difference(before, after, 7)
    assert [one.code for one in found.new] == ["closed-weekday"]
    assert [one.code for one in found.gone] == ["holiday"]
    assert not found.reopened


def test_what_was_accepted_on_one_day_is_to_be_accepted_again_on_another() -> None:
    accepted = Accepted(1, "They open for us", "me", dt.datetime(2027, 7, 1))
    before = [replace(finding("holiday"), accepted=accepted), replace(finding("long-day"), accepted=accepted)]
    after = [finding("holiday", DAY + dt.timedelta(days=1))]
    found = difference(before, after, 1)
    assert [one.code for one in found.reopened] == ["holiday"]
    assert not found.new
    assert not found.gone
    # Accepted then as now, it is nobody's worry.
    same = [replace(finding("long-day", DAY + dt.timedelta(days=1)), accepted=accepted)]
    assert difference(before, same, 1) == difference(before, [], 1)


def test_worse_is_what_is_new_or_concerns_more_people() -> None:
    one, other = Subject("Activity", 1), Subject("Activity", 2)
    clash = replace(finding("two-places"), subjects=(one, other), who=(1, 2))
    # Which of the two is the earlier, and at what time, does not matter.
    turned = replace(finding("two-places", at=dt.time(9)), subjects=(other, one), who=(2,))
    assert worse([clash], [turned]) == []
    more = replace(clash, who=(1, 2, 3))
    assert worse([clash], [more]) == [more]
    # What a rule says of the event itself goes along with it; what it says of a day, or of it on that day, does not.
    next_day = DAY + dt.timedelta(days=1)
    assert worse([finding("allergen")], [finding("allergen", next_day)]) == []
    assert worse([finding("outside-hours")], [finding("outside-hours")]) == []
    assert worse([finding("outside-hours")], [finding("outside-hours", next_day)]) == [
        finding("outside-hours", next_day)
    ]
    assert worse([finding("no-lunch")], [finding("no-lunch", next_day)]) == [finding("no-lunch", next_day)]
    accepted = Accepted(1, "They wait for us", "me", dt.datetime(2027, 7, 1))
    assert worse([replace(clash, accepted=accepted)], [turned]) == [turned]


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def test_a_real_visit_put_on_a_closed_weekday(file: PlannerFile) -> None:
    tour = next(one for one in file.plan.activities if one.title_en == "State House tour")
    place = file.run(records.add, "Place", {"name_en": "State House", "zone": tour.zone})
    for weekday in range(5):
        file.run(records.add, "OpeningHours", {"place_id": place, "weekday": weekday, "opens": dt.time(9),
                                               "closes": dt.time(17)})  # fmt: skip
    file.run(records.edit, "Activity", tour.id, {"place_id": place})
    before = check(file.plan)
    for days, closed in ((7, False), (6, True)):
        thought = file.try_out(shifting.shift_visit, file.plan.visit.id, days)
        found = difference(before, check(thought), days)
        assert (tour.id in {one.subject.id for one in found.new if one.rule == "closed-weekday"}) is closed
    # What is said of the day itself cannot be accepted for another day.
    dated = next(one for one in before if one.day is not None and one.rule)
    file.run(ruling.accept, file.plan.visit.id, dated.rule, dated.print, "We know", "me")
    thought = file.try_out(shifting.shift_visit, file.plan.visit.id, 7)
    found = difference(check(file.plan), check(thought), 7)
    assert dated.rule in {one.rule for one in found.reopened}

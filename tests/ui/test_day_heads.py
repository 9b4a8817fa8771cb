"""What stands over the days of the board: holidays of both countries, and how much is found on each."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.commands import records
from planner.language import set_screen_language
from planner.model.calendar import DayKind
from planner.model.kinds import Side
from planner.rules.check import check
from planner.rules.concern import day_concerned
from planner.ui.boards.time.rulers import Head
from planner.ui.boards.time.scale import Column
from planner.ui.pages.programme.columns import heads_of, notes_of
from planner.ui.pages.programme.line import DayHead
from planner.ui.pages.programme.lines import lines
from planner.ui.pages.programme.viewing import EVERYBODY, Viewer, found_for, narrowed_to
from tests.rules.programme.planning import Planning, start_planning

FIRST, LAST = dt.date(2027, 7, 1), dt.date(2027, 7, 21)


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planning]:
    path: Path = tmp_path_factory.mktemp("heads") / "visit.shimai"
    visit = start_planning(path, FIRST, LAST)
    yield visit
    visit.file.close()


def head(visit: Planning, day: int, language: str = "en") -> Head:
    set_screen_language(language)
    try:
        [found] = heads_of(visit.file.plan, [dt.date(2027, 7, day)], LAST)
    finally:
        set_screen_language("en")
    return found


def test_a_day_off_in_the_host_city_tints_the_day_and_is_named(visit: Planning) -> None:
    fifth = head(visit, 5)
    assert fifth.tinted
    assert "Independence Day (observed)" in fifth.second
    assert fifth.second_short == "Independence Day (observed)"
    assert head(visit, 6).second_short == "Tue → Wed"
    assert "United States: Mon 5 Jul, Independence Day (observed)" in fifth.tip
    assert not head(visit, 6).tinted


def test_a_day_off_at_home_marks_the_head_alone_and_says_whose_it_is(visit: Planning) -> None:
    # Marine Day is Monday the 19th in Japan: from Sunday evening on in Portland.
    for day in (18, 19):
        found = head(visit, day)
        assert found.marked
        assert "Japan: Mon 19 Jul, Marine Day" in found.tip
        assert "日本：7月19日(月) 海の日" in head(visit, day, "ja").tip
    assert not head(visit, 19).tinted
    assert head(visit, 18).tinted, "a Sunday"
    assert not head(visit, 20).marked


def test_a_city_s_own_day_counts_too(visit: Planning) -> None:
    day = dt.date(2027, 7, 8)
    visit.run(
        records.add, "CalendarDay",
        {"side": Side.US, "kind": DayKind.OWN, "first_day": day, "last_day": day, "name_en": "City cleanup"},
    )  # fmt: skip
    assert "United States: Thu 8 Jul, City cleanup" in head(visit, 8).tip
    visit.file.undo()
    assert "cleanup" not in head(visit, 8).tip


def test_the_badge_of_a_day_counts_what_the_drawer_shows_of_it(visit: Planning) -> None:
    minor = visit.person("Emi", dt.date(2013, 5, 5))
    visit.activity("Late show", 6, "20:00-23:30", who=(minor,))
    plan = visit.file.plan
    findings = check(plan)
    notes, badges = notes_of(findings, plan, {one.subject for one in findings})
    day = dt.date(2027, 7, 6)
    of_day = [one for one in findings if day_concerned(one, plan) == day]
    worst = [one for one in of_day if one.severity == of_day[0].severity]
    assert badges[Column(day)].count == len(worst) > 0
    assert {one.rule for one in of_day} >= {"curfew"}
    assert Column(dt.date(2027, 7, 7)) not in badges
    assert of_day[0].subject in notes


def test_in_one_person_s_view_a_badge_counts_what_is_found_for_them(visit: Planning) -> None:
    minor, other = visit.person("Mio", dt.date(2013, 5, 5)), visit.person("Pat", dt.date(1980, 5, 5))
    visit.activity("Late walk", 12, "20:00-23:30", who=(minor,))
    plan = visit.file.plan
    findings, day = check(plan), dt.date(2027, 7, 12)
    counts = {}
    for member in (minor, other):
        theirs = found_for(findings, plan, Viewer("Member", member))
        assert {one.rule for one in theirs} <= {one.rule for one in findings}
        counts[member] = [one.rule for one in theirs if day_concerned(one, plan) == day]
        _, badges = notes_of(theirs, plan, ())
        assert (Column(day) in badges) is (member == minor)
        # A click on the badge leads to what it counts, and says whose it is.
        narrowed = narrowed_to(plan, day, Viewer("Member", member))
        assert [one.rule for one in narrowed.keep(findings, plan)] == counts[member]
        assert narrowed.words.startswith("Mon 12 Jul · ")
    assert "curfew" in counts[minor]
    assert "curfew" not in counts[other]
    assert found_for(findings, plan, EVERYBODY) == list(findings)


def test_the_list_names_the_days_off_of_both_countries_over_each_day(visit: Planning) -> None:
    heads = {line.day.day: line.off for line in lines(visit.file.plan, lambda _: True) if isinstance(line, DayHead)}
    assert heads[5] == "United States: Independence Day (observed)"
    assert heads[18] == heads[19] == "Japan: Marine Day"
    assert heads[6] == heads[20] == ""

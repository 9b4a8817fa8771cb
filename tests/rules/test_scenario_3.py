"""Two artists for a month, one each way: Hanamaki in Hot Springs and Hot Springs in Hanamaki, March 2027.

domain.md §9, case 3: both visits stand in one file and one partnership; the clocks of Arkansas change on 14 March,
Japan has two days off in a row on 21 and 22 March, and the guest sleeps in three homes.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from planner.clock.calls import occurrences
from planner.clock.recurring import messages_of
from planner.commands import calls, hosts, people, places, records, visits
from planner.language import say
from planner.language.calls import in_cities
from planner.language.food import food_needs
from planner.model.audience import Audience, AudienceKind, redact
from planner.model.kinds import PlaceKind, VisitKind
from planner.rules.check import check
from planner.rules.finding import Finding, FindingKind, Severity
from planner.storage import PlannerFile
from tests.prepared import begun

HOT_SPRINGS = visits.CityChoice(
    "Hot Springs", "ホットスプリングス", "Arkansas", "アーカンソー州", "US", "America/Chicago"
)
HANAMAKI = visits.CityChoice("Hanamaki", "花巻市", "Iwate", "岩手県", "JP", "Asia/Tokyo")
FIRST, LAST = dt.date(2027, 3, 1), dt.date(2027, 3, 31)
MONTH: dict[str, Any] = {"first_day": FIRST, "last_day": LAST, "values": {"kind": VisitKind.ARTS}}


def march(day: int) -> dt.date:
    return dt.date(2027, 3, day)


def add(file: PlannerFile, place: int, title: str, day: int, zone: str, hour: int = 13) -> None:
    times = {"starts_on": march(day), "starts_at": dt.time(hour), "ends_at": dt.time(hour + 1), "zone": zone}
    values = {"visit_id": file.plan.visit.id, "place_id": place, "everyone": True, "title_en": title}
    file.run(records.add, "Activity", values | times)


def fill_hot_springs(file: PlannerFile) -> None:
    """The artist from Hanamaki, three homes for ten nights each, a school on 22 March, the weekly call home."""
    plan = file.plan
    artist = file.run(
        people.add_member, plan.delegations[0].id,
        {"given_name": "Mio", "given_name_ja": "澪", "other_allergies": "urushi lacquer (漆)"}, {"role": "artist"},
    )  # fmt: skip
    for name, first, last in (("Reed", 1, 10), ("Cole", 11, 20), ("Diaz", 21, 30)):
        home = file.run(hosts.add_household, plan.visit.id, {"name_en": name})
        nights = {"first_night": march(first), "last_night": march(last)}
        file.run(records.add, "Stay", {"member_id": artist, "household_id": home, "kind": "home"} | nights)
    school = file.run(places.add, {"name_en": "Hot Springs High School", "kind": PlaceKind.SCHOOL})
    add(file, school, "Lacquer lesson", 22, "America/Chicago")
    weekly = {"starts_on": march(6), "starts_at": dt.time(9), "zone": "Asia/Tokyo", "minutes": 60, "every_weeks": 1}
    file.run(calls.add, plan.visit.id, weekly | {"until": march(31)})


def fill_hanamaki(file: PlannerFile) -> None:
    """The artist from Hot Springs: a school on the day off, a walk on the other, and an ordinary day."""
    file.run(people.add_member, file.plan.delegations[0].id, {"given_name": "Tess"}, {"role": "artist"})
    school = file.run(places.add, {"name_en": "Hanamaki School", "name_ja": "花巻小学校", "kind": PlaceKind.SCHOOL})
    museum = file.run(places.add, {"name_en": "Craft hall", "name_ja": "工芸館", "closed": "第4月曜、水曜"})
    add(file, school, "Drawing lesson", 22, "Asia/Tokyo")
    add(file, school, "Second lesson", 23, "Asia/Tokyo")
    add(file, museum, "Market", 21, "Asia/Tokyo")
    add(file, museum, "Lacquer workshop", 22, "Asia/Tokyo", 15)
    add(file, museum, "Last workshop", 24, "Asia/Tokyo")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlannerFile]:
    path = tmp_path_factory.mktemp("residency") / "residency.shimai"
    titles = {"title_en": "A Hanamaki artist in Hot Springs", "title_ja": "花巻の作家の滞在"}
    with begun(path, visits.start, host=HOT_SPRINGS, home=HANAMAKI, **titles, **MONTH) as made:
        fill_hot_springs(made)
        other = made.run(visits.start, host=HANAMAKI, home=HOT_SPRINGS, title_en="A Hot Springs artist", **MONTH)
        made.show_visit(other)
        fill_hanamaki(made)
        yield made


def show(file: PlannerFile, city: str) -> tuple[Finding, ...]:
    """Show the visit to a city and give what is found in it."""
    file.show_visit(next(visit.id for visit in file.plan.visits if visit.host_city.name_en == city))
    return check(file.plan)


def said(findings: tuple[Finding, ...], code: str, language: str = "en") -> list[str]:
    return [say(one.figures, language) for one in findings if one.rule == code]


def test_both_visits_are_of_one_partnership_at_the_same_time(file: PlannerFile) -> None:
    here, there = file.plan.visits
    assert here.partnership_id == there.partnership_id
    assert len(file.plan.partnerships) == 1
    assert (here.first_day, here.last_day) == (there.first_day, there.last_day)


@pytest.mark.parametrize("city", ["Hot Springs", "Hanamaki"])
def test_the_change_over_of_arkansas_is_noted_in_both(file: PlannerFile, city: str) -> None:
    [finding] = [one for one in show(file, city) if one.rule == "change-over"]
    assert (finding.severity, finding.day) == (Severity.NOTE, march(14))
    assert "Sun 14 Mar" in say(finding.figures, "en")
    assert "3月14日(日)" in say(finding.figures, "ja")


def test_japans_days_off_count_in_japan_only(file: PlannerFile) -> None:
    away = show(file, "Hot Springs")
    assert said(away, "on-holiday") + said(away, "holiday") == []
    found = show(file, "Hanamaki")
    assert [one.day for one in found if one.rule == "on-holiday"] == [march(22)]
    assert "“Drawing lesson”: Mon 22 Mar is" in said(found, "on-holiday")[0]
    assert [one.day for one in found if one.rule == "holiday"] == [march(21), march(22)]
    assert "春分の日" in said(found, "holiday", "ja")[0]


def test_closed_days_in_japanese_words(file: PlannerFile) -> None:
    found = show(file, "Hanamaki")
    [closed] = said(found, "closed-weekday")
    [asked] = said(found, "may-be-closed")
    assert closed.startswith("“Last workshop”, Wed 24 Mar")
    assert asked.startswith("“Lacquer workshop”, Mon 22 Mar")


def test_three_homes_leave_no_night_without_a_bed(file: PlannerFile) -> None:
    assert [one for one in show(file, "Hot Springs") if one.kind is FindingKind.BEDS] == []
    stay = next(one for one in file.plan.stays if one.first_night == march(11))
    file.run(records.edit, "Stay", stay.id, {"first_night": march(12)})
    [gap] = [one for one in check(file.plan) if one.kind is FindingKind.BEDS]
    assert "11 Mar" in say(gap.figures, "en")
    file.undo()


def test_the_homes_follow_one_another_without_a_gap(file: PlannerFile) -> None:
    show(file, "Hot Springs")
    stays = sorted(file.plan.stays, key=lambda one: one.first_night)
    assert [stay.household.name_en for stay in stays if stay.household is not None] == ["Reed", "Cole", "Diaz"]
    for one, following in pairwise(stays):
        assert following.first_night == one.last_night + dt.timedelta(days=1)
    assert (stays[0].first_night, stays[-1].last_night) == (FIRST, LAST - dt.timedelta(days=1))


def test_an_allergy_to_a_material_reaches_her_families_and_nobody_else(file: PlannerFile) -> None:
    show(file, "Hot Springs")
    plan = file.plan
    [artist] = plan.members
    assert food_needs(artist.person, "en") == ["urushi lacquer (漆)"]
    for household in (stay.household_id for stay in plan.stays):
        [seen] = redact(plan, Audience(AudienceKind.HOST, household)).members
        assert seen.person.other_allergies == "urushi lacquer (漆)"
    for kind in (AudienceKind.GROUP, AudienceKind.PUBLIC):
        assert {one.person.other_allergies for one in redact(plan, Audience(kind)).members} <= {""}


def test_the_weekly_call_is_an_hour_later_in_arkansas_after_the_change_over(file: PlannerFile) -> None:
    show(file, "Hot Springs")
    [call] = file.plan.calls
    there = [(one.other.on, one.other.at) for one in occurrences(call, "America/Chicago", LAST)]
    assert there == [
        (march(5), dt.time(18)), (march(12), dt.time(18)), (march(19), dt.time(19)), (march(26), dt.time(19)),
    ]  # fmt: skip
    [(shifted, [message])] = [
        (one, messages_of(one)) for one in occurrences(call, "America/Chicago", LAST) if messages_of(one)
    ]
    assert shifted.other.on == march(19)
    cities = (file.plan.visit.host_city, file.plan.visit.home_city)
    words = {language: say(in_cities(message, cities), language) for language in ("en", "ja")}
    assert words == {
        "en": "From Fri 19 Mar this call is 1 h later in Hot Springs, at 7:00 PM CDT.",
        "ja": "3月19日(金)から、この通話はホットスプリングスでは1時間遅い19:00 CDTになります。",
    }


def test_nothing_else_is_alarmed_about(file: PlannerFile) -> None:
    assert {one.rule for one in show(file, "Hot Springs") if one.rule} == {"change-over"}
    assert {one.rule for one in show(file, "Hanamaki") if one.rule and one.severity is not Severity.NOTE} == {
        "on-holiday", "closed-weekday",
    }  # fmt: skip

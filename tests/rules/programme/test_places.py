"""The rules about places, the days off and the open air: small visits in which each must find something, or must not.

Every visit is built through commands and taken back by undo; only what is found about the place counts.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planner.commands import hosts, people, places, records, visits
from planner.language import say
from planner.model.kinds import ActivityKind, Answer, PlaceKind, Preset, Side
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.closing import closing_of, closing_words
from planner.rules.finding import Finding, Severity
from planner.rules.presets import counts_with, differences
from planner.storage import PlannerFile
from tests.prepared import begun

PORTLAND = visits.CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", "America/New_York")
PHOENIX = visits.CityChoice("Phoenix", "フェニックス", "Arizona", "アリゾナ州", "US", "America/Phoenix")
SHINAGAWA = visits.CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", "Asia/Tokyo")

MONDAY = dt.date(2027, 7, 26)
MARINE_DAY = dt.date(2027, 7, 19)
FOURTH = dt.date(2027, 7, 5)  # Sunday the 4th is observed on Monday
MUSEUM, CITY_HALL, PARK = PlaceKind.MUSEUM, PlaceKind.CITY_HALL, PlaceKind.OUTDOORS


def begin(path: Path, host: visits.CityChoice = PORTLAND) -> PlannerFile:
    file = begun(
        path, visits.start, title_en="Shinagawa in the US", host=host, home=SHINAGAWA,
        first_day=dt.date(2027, 7, 1), last_day=dt.date(2027, 7, 31),
    )  # fmt: skip
    for name in ("Emi", "Aoi", "Rin"):
        file.run(people.add_member, file.plan.delegations[0].id, {"given_name": name}, {"role": "delegate"})
    return file


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlannerFile]:
    with begin(tmp_path_factory.mktemp("places") / "visit.shimai") as file:
        yield file


@pytest.fixture
def file(kept: PlannerFile) -> Iterator[PlannerFile]:
    before = kept.next_undo
    yield kept
    assert before is not None
    kept.undo_back_to(before.id)


def found(file: PlannerFile, code: str) -> list[Finding]:
    return list(Checker([rule for rule in RULES if rule.code == code]).check(file.plan))


def at_place(
    file: PlannerFile, place: dict[str, Any], activity: dict[str, Any] | None = None, hours: tuple[Any, ...] = ()
) -> int:
    """Let everyone be at a place on Monday 26 July 2027, 13:00 to 15:00, unless the activity says otherwise."""
    place_id = file.run(places.add, {"name_en": "The place", "name_ja": "その場所"} | place)
    for weekday, opens, closes in hours:
        times = {"opens": dt.time.fromisoformat(opens), "closes": dt.time.fromisoformat(closes)}
        file.run(records.add, "OpeningHours", {"place_id": place_id, "weekday": weekday} | times)
    values = {"visit_id": file.plan.visit.id, "place_id": place_id, "title_en": "Going there", "everyone": True,
              "starts_on": MONDAY, "starts_at": dt.time(13), "ends_at": dt.time(15), "zone": PORTLAND.zone}  # fmt: skip
    return file.run(records.add, "Activity", values | (activity or {}))


def at(begins: str, ends: str | None = None, **more: Any) -> dict[str, Any]:
    return {"starts_at": dt.time.fromisoformat(begins), "ends_at": dt.time.fromisoformat(ends) if ends else None} | more


DAILY = tuple((day, "10:00", "17:00") for day in range(7))
IN_TOKYO = {"zone": "Asia/Tokyo"}
OUT = {"outdoors": Answer.YES}

CASES: tuple[tuple[str, dict[str, Any], dict[str, Any], tuple[Any, ...], bool], ...] = (
    ("outside-hours", {}, at("13:00", "15:00"), DAILY, False),
    ("outside-hours", {}, at("16:00", "18:00"), DAILY, True),
    ("outside-hours", {}, at("09:30", "11:00"), DAILY, True),
    ("outside-hours", {}, at("10:00", "17:00"), DAILY, False),
    ("outside-hours", {}, at("16:59"), DAILY, False),
    ("outside-hours", {}, at("17:00"), DAILY, True),
    ("outside-hours", {}, at("13:00", "15:00"), (), False),
    ("outside-hours", {}, at("11:00", "14:00"), ((0, "10:00", "12:00"), (0, "13:00", "17:00")), True),
    ("outside-hours", {}, at("11:00", "14:00"), ((0, "10:00", "12:00"), (0, "12:00", "17:00")), False),
    ("outside-hours", {}, at("23:00", "01:00", ends_on=dt.date(2027, 7, 27)), ((0, "18:00", "02:00"),), False),
    ("outside-hours", {}, at("01:00", "01:30"), ((0, "18:00", "02:00"), (6, "18:00", "02:00")), False),
    ("outside-hours", {}, at("13:00", "15:00"), ((None, "09:00", "14:00"),), True),
    # Hours are the place's own: 13:00 in Portland is noon in Chicago.
    ("outside-hours", {"zone": "America/Chicago"}, at("18:00", "18:30"), DAILY, True),
    ("outside-hours", {"zone": "America/Chicago"}, at("17:00", "18:00"), DAILY, False),
    ("closed-weekday", {}, {}, DAILY[1:], True),
    ("closed-weekday", {}, {}, DAILY, False),
    ("closed-weekday", {}, {}, (), False),
    ("closed-weekday", {"closed": "Mondays"}, {}, (), True),
    ("closed-weekday", {"closed": "月曜休館（祝日の場合は翌日）"}, {}, (), True),
    ("closed-weekday", {"closed": "Sun & Tue"}, {}, (), False),
    ("closed-weekday", {"closed": "1st Monday"}, {}, (), False),
    # At 22:00 on Sunday in Portland it is Monday in Tokyo.
    ("closed-weekday", {"closed": "Mondays", **IN_TOKYO}, at("22:00", None, starts_on=dt.date(2027, 7, 25)), (), True),
    ("may-be-closed", {"closed": "1st Monday"}, {}, (), True),
    ("may-be-closed", {"closed": "第2・第4月曜日"}, {}, (), True),
    ("may-be-closed", {"closed": "Mondays"}, {}, (), False),
    ("may-be-closed", {"closed": "1st Tuesday"}, {}, (), False),
    ("closed-asked", {}, {"notes_staff": "closed Mondays?"}, (), True),
    ("closed-asked", {"booking_notes": "月曜は休館。電話で予約"}, {}, (), True),
    ("closed-asked", {}, {"notes_staff": "closed Tuesdays?"}, (), False),
    ("closed-asked", {}, {"notes_staff": "Monday rehearsal; stay close to the stage"}, (), False),
    ("closed-asked", {}, {"notes_staff": "closed Mondays?"}, DAILY, False),
    ("on-holiday", {"kind": CITY_HALL}, {"starts_on": FOURTH}, (), True),
    ("on-holiday", {}, {"starts_on": FOURTH, "kind": ActivityKind.OFFICIAL}, (), True),
    ("on-holiday", {"kind": CITY_HALL}, {"starts_on": MONDAY}, (), False),
    ("on-holiday", {"kind": PARK}, {"starts_on": FOURTH}, (), False),
    ("on-holiday", {"kind": CITY_HALL}, {"starts_on": MARINE_DAY}, (), False),
    ("on-holiday", {"kind": CITY_HALL, **IN_TOKYO}, {"starts_on": MARINE_DAY, **IN_TOKYO}, (), True),
    ("on-holiday", {"kind": CITY_HALL}, {"starts_on": FOURTH, "kind": ActivityKind.FAMILY}, (), False),
    ("on-holiday", {"kind": MUSEUM}, at("13:00", starts_on=FOURTH) | {"starts_at": None}, (), True),
    ("holiday", {"kind": PARK}, {"starts_on": FOURTH}, (), True),
    ("holiday", {"kind": PARK}, {"starts_on": MARINE_DAY}, (), False),
    ("holiday", {"kind": CITY_HALL}, {"starts_on": FOURTH}, (), False),
    ("capacity", {"seated": 2}, {}, (), True),
    ("capacity", {"seated": 3}, {}, (), False),
    ("capacity", {"seated": 2, "standing": 3}, {}, (), False),
    ("capacity", {}, {}, (), False),
    ("seats-short", {"seated": 2, "standing": 3}, {}, (), True),
    ("seats-short", {"seated": 2}, {}, (), False),
    ("seats-short", {"seated": 3, "standing": 9}, {}, (), False),
    ("midday-heat", {}, at("11:00", "13:00", **OUT), (), True),
    ("midday-heat", {"kind": PARK}, at("09:00", "15:00"), (), True),
    ("midday-heat", {"kind": PARK}, at("09:00", "15:00", outdoors=Answer.NO), (), False),
    ("midday-heat", {"kind": PARK}, at("09:00", "12:00"), (), False),
    ("midday-heat", {}, at("15:00", "18:00", **OUT), (), False),
    ("midday-heat", {}, at("11:00", "15:00", starts_on=dt.date(2027, 6, 30), **OUT), (), False),
    ("desert-heat", {}, at("11:00", "15:00", **OUT), (), False),
    ("no-rain-plan", {}, OUT, (), True),
    ("no-rain-plan", {"kind": PARK}, {}, (), True),
    ("no-rain-plan", {}, OUT | {"rain_ja": "体育館"}, (), False),
    ("no-rain-plan", {"rain_plan": "the hall next door"}, OUT, (), False),
    ("no-rain-plan", {}, {}, (), False),
)  # fmt: skip


@pytest.mark.parametrize(("code", "place", "activity", "hours", "is_found"), CASES)
def test_what_is_found_of_a_place(
    file: PlannerFile, code: str, place: dict[str, Any], activity: dict[str, Any], hours: tuple[Any, ...],
    is_found: bool,
) -> None:  # fmt: skip
    at_place(file, place, activity, hours)
    said = [(say(one.figures, "en"), say(one.figures, "ja")) for one in found(file, code)]
    assert len(said) == is_found
    assert all(english != japanese for english, japanese in said)


@pytest.mark.parametrize(
    ("words", "stairs", "step_free", "code"),
    [
        ("uses a wheelchair", Answer.UNKNOWN, Answer.NO, "step-free"),
        ("車いす", Answer.UNKNOWN, Answer.NO, "step-free"),
        ("", Answer.NO, Answer.NO, "step-free"),
        ("", Answer.NO, Answer.UNKNOWN, "step-free-unknown"),
        ("", Answer.NO, Answer.YES, None),
        ("", Answer.UNKNOWN, Answer.NO, None),
        ("none", Answer.UNKNOWN, Answer.NO, None),
        ("特になし", Answer.UNKNOWN, Answer.UNKNOWN, None),
        ("問題ありません。", Answer.UNKNOWN, Answer.NO, None),
        ("No problem", Answer.UNKNOWN, Answer.NO, None),
        ("slow on long walks", Answer.YES, Answer.NO, None),
    ],
)
def test_steps_matter_to_who_cannot_climb_them(
    file: PlannerFile, words: str, stairs: Answer, step_free: Answer, code: str | None
) -> None:
    emi = file.plan.members[0]
    file.run(records.edit, "Person", emi.person_id, {"mobility": words})
    file.run(records.edit, "Member", emi.id, {"stairs_ok": stairs})
    at_place(file, {"step_free": step_free})
    codes = [one.rule for each in ("step-free", "step-free-unknown") for one in found(file, each)]
    assert codes == ([code] if code else [])
    assert all(one.who == (emi.id,) for one in found(file, "step-free"))


def test_invited_host_families_need_room_too(file: PlannerFile) -> None:
    home = file.run(hosts.add_household, file.plan.visit.id, {"name_en": "Okafor"})
    for name in ("Ada", "Ben"):
        file.run(hosts.add_resident, home, {"given_name": name})
    nights = {"first_night": dt.date(2027, 7, 20), "last_night": dt.date(2027, 7, 30)}
    file.run(records.add, "Stay", {"member_id": file.plan.members[0].id, "household_id": home, "kind": "home"} | nights)
    party = at_place(file, {"seated": 4})
    assert found(file, "capacity") == []
    file.run(records.edit, "Activity", party, {"hosts_invited": True})
    [finding] = found(file, "capacity")
    assert "5 people come (2 from host families), and The place holds 4" in say(finding.figures, "en")
    assert "5人（うちホストファミリー2人）" in say(finding.figures, "ja")


def test_the_files_own_days_count_and_days_it_takes_away_do_not(file: PlannerFile) -> None:
    at_place(file, {"kind": CITY_HALL}, {"starts_on": FOURTH})
    days = {"side": Side.US, "first_day": FOURTH, "last_day": FOURTH}
    file.run(records.add, "CalendarDay", days | {"taken_away": True})
    assert found(file, "on-holiday") == []
    at_place(file, {"kind": CITY_HALL})
    own = {"first_day": MONDAY, "last_day": MONDAY, "name_en": "Harbour Day", "name_ja": "港の日"}
    file.run(records.add, "CalendarDay", days | own)
    [finding] = found(file, "on-holiday")
    assert "Harbour Day" in say(finding.figures, "en")
    assert "港の日" in say(finding.figures, "ja")


def test_many_events_without_a_rain_plan_are_one_finding(file: PlannerFile) -> None:
    for _ in range(4):
        at_place(file, {"kind": PARK})
    [finding] = found(file, "no-rain-plan")
    assert finding.subject.noun == "Visit"
    assert len(finding.subjects) == 5


def test_the_desert_is_hot_for_longer(tmp_path: Path) -> None:
    with begin(tmp_path / "phoenix.shimai", PHOENIX) as file:
        zone = {"zone": "America/Phoenix"}
        at_place(file, {"kind": PARK}, at("15:30", "17:00", **zone))
        at_place(file, {"kind": PARK}, at("07:00", "10:30", **zone))
        assert [one.severity for one in found(file, "desert-heat")] == [Severity.WARN]
        assert found(file, "midday-heat") == []


def test_a_preset_has_levels_of_its_own(file: PlannerFile) -> None:
    at_place(file, {"kind": PARK}, at("11:00", "14:00"))
    [heat] = [rule for rule in RULES if rule.code == "midday-heat"]
    assert [one.severity for one in found(file, heat.code)] == [Severity.NOTE]
    [difference] = differences(file.plan, Preset.JAPANESE_MUNICIPALITY, [heat])
    assert difference.now is not None
    assert difference.then is not None
    assert (difference.now.severity, difference.then.severity) == (Severity.NOTE, Severity.WARN)
    assert counts_with(file.plan, Preset.JAPANESE_MUNICIPALITY, [heat]) == {Severity.WARN: 1}
    file.run(records.edit, "Visit", file.plan.visit.id, {"preset": Preset.JAPANESE_MUNICIPALITY})
    assert [one.severity for one in found(file, heat.code)] == [Severity.WARN]


@pytest.mark.parametrize(
    ("words", "always", "sometimes"),
    [
        ("Mondays", {0}, set()), ("Mon & Tue", {0, 1}, set()), ("Tues, Thurs", {1, 3}, set()),
        ("Mon–Wed", {0, 1, 2}, set()), ("Sat to Mon", {5, 6, 0}, set()), ("weekends", {5, 6}, set()),
        ("Mondays except holidays", {0}, set()), ("every day except Sat", set(), set()), ("none", set(), set()),
        ("Open Monday, closed Tuesday", {1}, set()), ("Mondays?", set(), {0}), ("1st Monday", set(), {0}),
        ("Winter Sundays", set(), {6}), ("Sunday; Saturday from 15:00", {6}, {5}), ("Thanksgiving", set(), set()),
        ("月曜休館", {0}, set()), ("月曜日・火曜日", {0, 1}, set()), ("月・火", {0, 1}, set()),
        ("土日祝", {5, 6}, set()),
        ("日・祝日", {6}, set()), ("毎週月曜日（祝日の場合は翌平日）", {0}, set()), ("月〜水曜日", {0, 1, 2}, set()),
        ("第2・第4月曜日", set(), {0}), ("第２、４月曜", set(), {0}), ("月曜休館、第3火曜休館", {0}, {1}),
        ("年末年始（12月29日〜1月3日）", set(), set()), ("月曜、12月29日〜1月3日", {0}, set()),
        ("毎月末日", set(), set()),
        ("祝日", set(), set()), ("定休日：水", {2}, set()), ("ＭＯＮＤＡＹ", {0}, set()), ("", set(), set()),
    ],
)  # fmt: skip
def test_closed_days_are_read_in_both_languages(words: str, always: set[int], sometimes: set[int]) -> None:
    assert (closing_of(words).always, closing_of(words).sometimes) == (always, sometimes)


def test_of_notes_only_the_words_about_closing_are_quoted() -> None:
    assert closing_words("Wear jackets. Closed on Sun; bring water", 6) == "Closed on Sun"
    assert closing_words("不織布マスク。月曜は休館。", 0) == "月曜は休館"
    assert closing_words("Road closed Tue", 0) == ""

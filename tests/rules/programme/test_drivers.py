"""Drivers' hours: what the rules of Japan and of the US allow one driver, and what they do not."""

import pytest

from planner.model.kinds import ActivityStatus, TravelMode
from planner.rules.finding import Severity
from planner.storage import PlannerFile
from tests.rules.programme.checking import NEW_YORK, TOKYO, add_leg, found, said

COACH, VAN, CAR = TravelMode.COACH, TravelMode.VAN, TravelMode.CAR
JAPAN, LONG, US, UNNAMED = "driver-hours-japan", "driver-long-day-japan", "driver-hours-us", "driver-unnamed"
Legs = str
"""``"28 08:00-10:00, 28 12:00-14:00"``: legs of July; an arrival before the departure is on the next day."""


def drive(
    file: PlannerFile, legs: Legs, zone: str = NEW_YORK, driver: str = "Ito", mode: TravelMode = COACH
) -> None:
    for leg in legs.split(", "):
        day, hours = leg.split()
        leaves, arrives = hours.split("-")
        until = int(day) + (arrives < leaves)
        add_leg(file, mode, f"{day} {leaves}", f"{until} {arrives}", zone, driver=driver)


TEN_HOURS = ("06:00-09:30", "10:00-13:30", "14:00-17:00")
MUST_FIND = (
    (JAPAN, TOKYO, "28 06:00-10:30", "4 h 30 min at the wheel without a break of 30 min (at most 4 h)"),
    (JAPAN, TOKYO, "28 06:00-09:00, 28 09:20-10:30", "4 h 10 min at the wheel without a break"),
    (JAPAN, TOKYO, "28 06:00-09:00, 28 09:08-09:50, 28 09:58-10:40", "4 h 24 min at the wheel without a break"),
    (JAPAN, TOKYO, "28 06:00-08:00, 28 20:00-22:00", "16 h from first departure to last arrival (at most 15 h)"),
    (JAPAN, TOKYO, "28 20:00-22:30, 29 07:00-09:00", "8 h 30 min of rest before (at least 9 h)"),
    (JAPAN, TOKYO, ", ".join(f"{day} {at}" for day in (27, 28, 29) for at in TEN_HOURS),
     "10 h at the wheel a day over two days (at most 9 h)"),
    (LONG, TOKYO, "28 07:00-09:00, 28 18:30-20:45", "13 h 45 min from first departure to last arrival (at most 13 h)"),
    (LONG, TOKYO, "28 20:00-21:00, 29 07:00-09:00", "10 h of rest before (at least 11 h)"),
    (LONG, TOKYO, "28 06:00-09:30, 28 10:00-13:30, 28 14:00-17:00", "10 h at the wheel (at most 9 h)"),
    (US, NEW_YORK, "28 06:00-12:00, 28 13:00-18:00", "11 h at the wheel (at most 10 h)"),
    (US, NEW_YORK, "28 06:00-08:00, 28 20:00-22:00", "16 h from first departure to last arrival (at most 15 h)"),
    (US, NEW_YORK, "28 20:00-23:30, 29 06:30-08:00", "7 h of rest before (at least 8 h)"),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "zone", "legs", "words"), MUST_FIND)
def test_what_no_driver_may_do(file: PlannerFile, rule: str, zone: str, legs: Legs, words: str) -> None:
    drive(file, legs, zone)
    sentences = said(file, rule)
    assert any(sentence.startswith("Ito, ") and words in sentence for sentence in sentences), sentences


MUST_NOT_FIND = (
    (JAPAN, TOKYO, "28 06:00-09:00, 28 09:30-12:30"),
    (JAPAN, TOKYO, "28 06:00-08:00, 28 08:10-09:00, 28 09:10-10:00, 28 10:10-12:00"),
    # The notice averages with the day before and with the day after: two such days in a row are still allowed.
    (JAPAN, TOKYO, ", ".join(f"{day} {at}" for day in (27, 28) for at in TEN_HOURS)),
    (JAPAN, TOKYO, "28 08:00-09:00, 28 16:30-17:30, 29 08:00-09:00"),
    (LONG, TOKYO, "28 08:00-09:00, 28 16:30-17:30, 29 08:00-09:00"),
    (LONG, TOKYO, "28 06:00-08:00, 28 20:00-22:00"),
    (LONG, TOKYO, "28 06:00-12:00, 28 13:00-22:00"),
    (LONG, NEW_YORK, "28 07:00-09:00, 28 18:30-20:45"),
    (US, NEW_YORK, "28 06:00-11:00, 28 13:00-18:00"),
    (US, NEW_YORK, "28 23:00-23:59, 29 00:30-01:30"),
    (US, NEW_YORK, "28 22:00-06:00, 29 22:00-06:00"),
    (US, TOKYO, "28 06:00-12:00, 28 13:00-18:00"),
    (US, NEW_YORK, "28 06:00-12:00, 28 06:00-12:00"),
)


@pytest.mark.parametrize(("rule", "zone", "legs"), MUST_NOT_FIND)
def test_what_is_all_right(file: PlannerFile, rule: str, zone: str, legs: Legs) -> None:
    drive(file, legs, zone)
    assert said(file, rule) == []


def test_two_drivers_are_not_one_and_one_name_is_one_driver_however_it_is_spelled(file: PlannerFile) -> None:
    drive(file, "28 06:00-12:00", driver="Pat Ray")
    drive(file, "28 13:00-18:00", driver="Lee Ray", mode=VAN)
    assert said(file, US) == []
    drive(file, "28 18:30-23:00", driver="pat  ray", mode=VAN)
    assert [finding.severity for finding in found(file, US)] == [Severity.WARN]


@pytest.mark.parametrize("both", ["Ito / Sato", "Pat Ray and Lee Ray", "伊藤、佐藤", "伊藤（交替運転者あり）"])
def test_two_who_relieve_each_other_are_not_reckoned_as_one(file: PlannerFile, both: str) -> None:
    drive(file, "28 06:00-12:00, 28 13:00-18:00", driver=both)
    assert said(file, US) + said(file, UNNAMED) == []


def test_a_host_at_the_wheel_of_a_car_and_an_idea_have_no_hours(file: PlannerFile) -> None:
    drive(file, "28 06:00-12:00, 28 13:00-18:00", mode=CAR)
    add_leg(file, COACH, "28 06:00", "28 18:00", driver="Lee Ray", status=ActivityStatus.IDEA)
    assert said(file, US) == []


def test_a_finding_says_where_it_is_written_down_in_both_languages(file: PlannerFile) -> None:
    drive(file, "28 06:00-12:00, 28 13:00-18:00")
    drive(file, "29 06:00-10:30", TOKYO, "伊藤")
    [us], [japan] = found(file, US), found(file, JAPAN)
    assert us.source is not None
    assert us.source.citation.en == "49 CFR 395.5"
    assert japan.source is not None
    assert "改善基準告示" in japan.source.citation.ja
    assert said(file, JAPAN, "ja") == [
        "伊藤さん（7月29日(木)）：30分の休憩をとらない連続運転が4時間30分（上限4時間）。"
    ]
    assert len(us.subjects) == 2


@pytest.mark.parametrize("driver", ["", "?", "TBD", "未定", " n/a "])
def test_coaches_without_a_driver_are_a_note_where_one_driver_could_not_drive_them(
    file: PlannerFile, driver: str
) -> None:
    drive(file, "28 06:00-12:00, 28 13:00-18:00", driver=driver)
    assert said(file, UNNAMED) == [
        "Wed 28 Jul: 2 coach legs have no driver yet. For one driver that would be 11 h at the wheel (at most 10 h)."
    ]
    assert [finding.severity for finding in found(file, UNNAMED)] == [Severity.NOTE]
    assert said(file, US) == []


def test_coaches_without_a_driver_are_nothing_to_tell_where_one_could_or_where_there_must_be_two(
    file: PlannerFile,
) -> None:
    drive(file, "28 08:00-09:00, 28 16:00-17:00", driver="")
    drive(file, "29 06:00-13:00, 29 06:30-13:30", driver="")
    assert said(file, UNNAMED) == []

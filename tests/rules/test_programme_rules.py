"""What the rules find in the Portland sample that concerns time, people and food, in both languages."""

import pytest

from planner.commands.practice import make_practice
from planner.language import say
from planner.rules.check import check
from planner.rules.finding import Finding
from planner.storage import PlannerFile

EXPECTED = (
    ("match-after-landing", "Game 1 vs Portland Parks & Rec", "第1試合"),
    ("formal-soon-after-landing", "Courtesy call on the Mayor", "市長表敬訪問"),
    ("lands-on-other-day", "arrives Mon 2 Aug", "8月2日(月)"),
    ("allergen", "Rin must avoid shrimp and crab", "えび、かに"),
    ("diet-unknown", "“Lobster boat and lighthouse”, Tue 27 Jul, 9:00 AM EDT: nobody has said what there is for Fatima",
     "ファティマ（ハラール）が食べられるものがあるか"),
    ("diet-unknown", "“State House tour”", "ファティマ（ハラール）、恵美（肉は食べないが魚は可）"),
    ("birthday", "Ruka turns 15 on Wed 28 Jul", "7月28日(水)に15歳"),
    ("group-empty", "A squad", "Aチーム"),
)
WAVED_AWAY = ("two-places", "no-adult", "nobody-leads", "nobody-attends", "formal-after-landing", "time-unclear",
              "change-over", "no-rest-stop", "eve-of-departure", "allergen-severe", "connection",
              "zone-data-moved", "leader-elsewhere", "diet", "driver-hours-japan", "driver-long-day-japan",
              "driver-hours-us", "driver-unnamed", "no-lunch", "no-supper", "long-day", "formal-events",
              "no-free-half-day", "empty-day", "curfew", "gap-too-short")  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    path = make_practice(tmp_path_factory.mktemp("sample") / "portland.shimai")
    with PlannerFile.open(path) as file:
        return check(file.plan)


@pytest.mark.parametrize(("rule", "english", "japanese"), EXPECTED)
def test_what_a_careful_coordinator_would_see(
    found: tuple[Finding, ...], rule: str, english: str, japanese: str
) -> None:
    said = [(say(one.figures, "en"), say(one.figures, "ja")) for one in found if one.rule == rule]
    assert any(english in in_english and japanese in in_japanese for in_english, in_japanese in said), said


@pytest.mark.parametrize("rule", WAVED_AWAY)
def test_what_they_would_wave_away_is_not_found(found: tuple[Finding, ...], rule: str) -> None:
    assert [say(one.figures, "en") for one in found if one.rule == rule] == []


def test_a_clinic_is_no_match(found: tuple[Finding, ...]) -> None:
    assert not any("clinic" in say(one.figures, "en") for one in found if one.rule == "match-after-landing")


def test_a_lobster_lunch_is_one_finding_for_who_must_not_eat_it(found: tuple[Finding, ...]) -> None:
    assert len([one for one in found if one.rule == "allergen"]) == 1


def test_only_meals_of_the_group_are_asked_about(found: tuple[Finding, ...]) -> None:
    said = [say(one.figures, "en") for one in found if one.rule == "diet-unknown"]
    assert len(said) == 6
    assert not any("families" in sentence or "Flight" in sentence for sentence in said)

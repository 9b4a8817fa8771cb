"""The traps of the Portland sample that concern homes, as a careful coordinator would see them."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands.practice import make_practice
from planner.language import say
from planner.rules.homestays import Guest, Home, Homestays, State, Verdict
from planner.storage import PlannerFile


@pytest.fixture(scope="module")
def stays(tmp_path_factory: pytest.TempPathFactory) -> Homestays:
    path: Path = make_practice(tmp_path_factory.mktemp("sample") / "portland.shimai")
    with PlannerFile.open(path) as file:
        return Homestays.of(file.plan)


def guest(stays: Homestays, name: str) -> Guest:
    return next(one for one in stays.guests if one.name.en == name)


def home(stays: Homestays, name: str) -> Home:
    return next(one for one in stays.homes if one.name.en == name)


def judged(stays: Homestays, who: str, where: str) -> Verdict:
    return stays.judge(guest(stays, who), home(stays, where))


def said(verdict: Verdict, code: str, language: str = "en") -> list[str]:
    return [say(one.message, language) for one in verdict.obstacles if one.code == code]


def july(*days: int) -> tuple[dt.date, ...]:
    return tuple(dt.date(2027, 7, day) for day in days)


def test_buckwheat_need_not_stand_on_american_labels(stays: Homestays) -> None:
    verdict = judged(stays, "Yui", "Ouellette")
    assert verdict.state is State.WARNED
    assert said(verdict, "home-food-label") == [
        "Yui is severely allergic to buckwheat (soba), which labels here need not name: ask Ouellette whether they "
        "know where it is."
    ]
    assert said(verdict, "home-food-ask-mild") == [], "they cook without peanuts"


def test_cat_allergy_and_the_cat_of_the_ouellettes(stays: Homestays) -> None:
    verdict = judged(stays, "Misaki", "Ouellette")
    assert (verdict.state, verdict.nights) == (State.IMPOSSIBLE, ())
    assert said(verdict, "home-animal") == ["Ouellette has a cat indoors; Misaki has a cat allergy."]


def test_a_son_who_turns_18_on_28_july_is_in_the_way_from_that_night_on(stays: Homestays) -> None:
    verdict = judged(stays, "Mei", "Okafor")
    assert verdict.nights == july(22, 23, 24, 25, 26, 27)
    [sentence] = said(verdict, "home-not-cleared")
    assert sentence == "Emeka turns 18 on Wed 28 Jul and has no clearance (Okafor, 28–31 Jul)."

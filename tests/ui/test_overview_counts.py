"""The words on the overview's cards: names, and how many more, in the reader's way of counting."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.commands import records
from planner.language import set_screen_language
from planner.rules.check import check
from planner.storage import PlannerFile
from planner.ui.pages.overview.counts import Left, left_to_do, names
from planner.ui.pages.programme.viewing import names_of, viewers
from tests.prepared import begun
from tests.ui.small_visit import begin


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlannerFile]:
    with begun(tmp_path / "visit.shimai", begin) as opened:
        yield opened


@pytest.fixture(params=["en", "ja"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    chosen: str = request.param
    set_screen_language(chosen)
    yield chosen
    set_screen_language("en")


def cards(file: PlannerFile) -> dict[str, Left]:
    return {left.page: left for left in left_to_do(file.plan, check(file.plan))}


def test_people_are_counted_as_people_and_things_as_things(language: str) -> None:
    five = ["A", "B", "C", "D", "E"]
    expected = {"en": ("A, B, C and 2 more",) * 2, "ja": ("A、B、Cほか2件", "A、B、Cほか2名")}
    assert (names(five), names(five, people=2)) == expected[language]
    assert names(five[:3], people=0) == {"en": "A, B, C", "ja": "A、B、C"}[language]


def test_of_adults_to_clear_those_not_named_are_counted_one_by_one(file: PlannerFile, language: str) -> None:
    """The Okafors are two in one entry; were they the fourth, two more people would be left."""
    for number in (0, 2, 3):
        home = file.plan.households[number]
        for clearance in home.residents[0].clearances:
            file.run(records.remove, "Clearance", clearance.id)
    last = file.plan.households[3]
    person = file.run(records.add, "Person", {"family_name": "MacLeod", "birth_date": dt.date(1982, 1, 1)})
    file.run(records.add, "Resident", {"household_id": last.id, "person_id": person})
    card = cards(file)["hosts"]
    assert card.count == 6
    assert card.details.endswith({"en": "and 2 more", "ja": "ほか2名"}[language])


def test_nights_without_a_bed_are_told_as_stretches(file: PlannerFile, language: str) -> None:
    told = cards(file)["homestays"].details
    assert told == {
        "en": "3 have none, Sakura lacks 29–31 Jul",
        "ja": "3名は全泊未定、さくらは7月29日–31日が未定",
    }[language]


def test_who_waits_for_a_place_cannot_be_looked_at_in_the_programme(file: PlannerFile) -> None:
    before, ruka = names_of(file.plan), file.plan.members[4]
    file.run(records.edit, "Member", ruka.id, {"waiting_rank": 1})
    assert names_of(file.plan) != before
    assert ruka.id not in {viewer.id for viewer, _ in viewers(file.plan) if viewer.noun == "Member"}

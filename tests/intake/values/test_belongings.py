"""What a note of a programme says to bring and to wear, and what it does not."""

from __future__ import annotations

import pytest

from planner.intake.values.belongings import Belongings, read_belongings


@pytest.mark.parametrize(
    ("note", "bring"),
    [
        ("swimsuit; permission slip", "swimsuit"),
        ("bring indoor shoes", "indoor shoes"),
        ("Bring your own towel and a hat, please", "towel and a hat"),
        ("shoes off, bring indoor shoes", "indoor shoes"),
        ("hat, towel", "hat, towel"),
        ("rain gear / umbrella", "rain gear, umbrella"),
        ("Swimsuits are required", "Swimsuits"),
        ("Swimsuit (lake)", "Swimsuit"),
        ("don't forget sunscreen!", "sunscreen"),
        ("bring: passport, lunch money; bus at 9", "passport, lunch money"),
        ("水着とタオル持参", "水着とタオル"),
        ("水着・タオル・着替え", "水着、タオル、着替え"),
        ("上履きをお持ちください。", "上履き"),
        ("帽子をお忘れなく", "帽子"),
        ("持ち物：水着、弁当", "水着、弁当"),
        ("ﾀｵﾙ持参", "タオル"),
        ("Ｔｏｗｅｌ", "Towel"),
        ("雨天時は雨具を持参してください", ""),  # only when it rains: a person decides
    ],
)
def test_things_to_bring(note: str, bring: str) -> None:
    assert read_belongings(note) == Belongings(bring=bring)


@pytest.mark.parametrize(
    ("note", "wear"),
    [
        ("gift exchange; team jackets", "team jackets"),
        ("please wear yukata if you have one", "yukata if you have one"),
        ("dress code: smart casual", "smart casual"),
        ("制服着用のこと", "制服"),
        ("服装：動きやすい服", "動きやすい服"),
    ],
)
def test_things_to_wear(note: str, wear: str) -> None:
    assert read_belongings(note) == Belongings(wear=wear)


def test_both_in_one_note() -> None:
    said = read_belongings("team jackets; swimsuit and sneakers; arrives late")
    assert said == Belongings(bring="swimsuit", wear="team jackets, sneakers")


@pytest.mark.parametrize(
    "note",
    [
        "", "short! they will be tired", "closed Mondays?", "shellfish allergy!", "dance, tea, calligraphy",
        "Ruka's birthday", "don't forget Ruka's birthday", "certificates", "permission slip", "hats?", "no hats",
        "bring to the gym by 9", "towels are there", "gift exchange", "誕生日を忘れずに", "先生が記念品を持参",
        "水着は不要",
    ],
)  # fmt: skip
def test_what_only_staff_need_is_left_to_them(note: str) -> None:
    assert read_belongings(note) == Belongings()

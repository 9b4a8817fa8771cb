"""Forms that ask about living together: rooms, smoke, family ties, whom a family knows, what it cannot cook without."""

from __future__ import annotations

from planner.model.kinds import AcquaintanceKind, Allergen, Answer, RelationKind, RoomsWith
from planner.storage import PlannerFile

from .sheets import corrected, read_in, sheet_of

GUESTS = sheet_of(
    (
        "氏名", "パスポート表記の氏名", "相部屋の希望", "たばこの煙が苦手ですか", "夜間にCPAPを使いますか",
        "一緒に参加するご家族（兄弟姉妹など）", "一人での滞在を希望しますか", "家庭での過ごし方（1〜10）",
    ),
    ("佐藤 美咲", "SATO MISAKI", "同性のみ", "はい", "いいえ", "妹（佐藤 葵）", "いいえ", "8"),
    ("佐藤 葵", "SATO AOI", "姉と一緒なら", "いいえ", "はい", "いとこの森 健太", "はい", ""),
)  # fmt: skip
HOSTS = sheet_of(
    (
        "Family name", "Foods you cannot cook without", "Is this your first time hosting?",
        "Daytime only (no overnight stay)?", "Can you help at short notice?",
        "Guests you already know (own child stayed with them, pen pal)",
        "How much do you do together with guests (1-10)?", "Household members (names, ages)", "Family interests",
    ),
    ("Berg", "milk, eggs", "yes", "no", "yes", "Misaki Sato (pen pal), promised to host; Zoe", "7", "Ann (45)",
     "合気道"),
    ("Lind", "", "No", "Yes", "", "none", "", "Eva (50)", "none"),
)  # fmt: skip


def test_what_guests_say_about_living_together(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    misaki, aoi = file.plan.members
    assert (misaki.person.rooms_with, aoi.person.rooms_with) == (RoomsWith.SAME_GENDER, RoomsWith.UNKNOWN)
    assert aoi.person.rooming == "姉と一緒なら", "words that say something else are kept, to be looked at"
    assert (misaki.person.bears_smoke, aoi.person.bears_smoke) == (Answer.NO, Answer.YES)
    assert (misaki.person.night_power, aoi.person.night_power) == (Answer.NO, Answer.YES)
    assert (misaki.wants_alone, aoi.wants_alone, misaki.involvement, aoi.involvement) == ("no", "yes", 8, None)
    [sister] = misaki.relations
    assert (sister.kind, sister.other) == (RelationKind.SIBLINGS, aoi)
    assert aoi.relations == ()
    [unknown] = file.plan.review_items
    assert (unknown.words, unknown.reason) == ("森 健太", "import-name-not-found"), "nobody of that name travels"


def test_a_corrected_family_tie_goes_and_the_same_sheet_again_changes_nothing(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    read_in(file, GUESTS)
    assert len(file.plan.members[0].relations) == 1
    read_in(file, corrected(GUESTS, 2, {"一緒に参加するご家族（兄弟姉妹など）": "なし"}))
    assert [member.relations for member in file.plan.members] == [(), ()]


def test_what_families_say_and_whom_they_know(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    read_in(file, HOSTS)
    berg, lind = file.plan.offers
    assert (berg.household.cannot_avoid, berg.household.involvement) == ({Allergen.MILK, Allergen.EGG}, 7)
    assert (berg.first_time, berg.day_only, berg.same_day) == (Answer.YES, False, Answer.YES)
    assert (lind.first_time, lind.day_only, lind.same_day) == (Answer.NO, True, Answer.UNKNOWN)
    assert (berg.household.interests_en, berg.household.interests_ja) == ("", "合気道")
    assert (lind.household.interests_en, lind.household.interests_ja) == ("", ""), "none is no interest"
    [known] = berg.household.acquaintances
    assert (known.kind, known.promised) == (AcquaintanceKind.PEN_PALS, True)
    assert known.person is file.plan.members[0].person
    assert berg.household.reciprocity.endswith("; Zoe"), "the words stay"
    assert "Zoe" in [item.words for item in file.plan.review_items]
    assert (lind.household.acquaintances, lind.household.reciprocity) == ((), "")

"""The traps of the Portland sample that concern homes, as a careful coordinator would see them."""

import datetime as dt
from pathlib import Path

import pytest

from planner.language import say
from planner.rules.homestays import Guest, Home, Homestays, State, Verdict
from planner.storage import PlannerFile
from tests.prepared import copy_practice


@pytest.fixture(scope="module")
def stays(tmp_path_factory: pytest.TempPathFactory) -> Homestays:
    path: Path = copy_practice(tmp_path_factory.mktemp("sample") / "portland.shimai")
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


def test_two_epinephrine_pens_and_peanuts(stays: Homestays) -> None:
    yui = guest(stays, "Yui")
    assert yui.person.epinephrine_pens == 2
    assert said(judged(stays, "Yui", "MacLeod"), "home-food-ask-mild") == [
        "Yui must avoid peanut: ask MacLeod whether they can cook without."
    ]
    assert all(stays.judge(yui, one).state is not State.POSSIBLE for one in stays.homes), (
        "buckwheat is asked everywhere"
    )


def test_a_muslim_guest_an_indoor_dog_and_the_halal_home_with_one_bed(stays: Homestays) -> None:
    for family in ("Nguyen-Baker", "Desjardins"):
        words = f"{family} has a dog indoors; Fatima keeps away from it by faith (dog)."
        assert said(judged(stays, "Fatima", family), "home-animal") == [words]
    assert said(judged(stays, "Fatima", "Ouellette"), "home-diet", "ja") == [
        "ファティマさん（ハラール）：対応できるか、Ouellette家に確認してください。"
    ]
    rahman = judged(stays, "Fatima", "Rahman")
    assert (rahman.state, rahman.obstacles, len(rahman.home.places)) == (State.POSSIBLE, (), 1)
    assert rahman.score == max(stays.judge(guest(stays, "Fatima"), one).score for one in stays.homes)


def test_a_girl_afraid_of_large_dogs_and_a_golden_retriever(stays: Homestays) -> None:
    assert said(judged(stays, "Riko", "Nguyen-Baker"), "home-animal") == [
        "Nguyen-Baker has a dog indoors; Riko is afraid of this animal (dog)."
    ]
    assert judged(stays, "Riko", "Desjardins").state is State.POSSIBLE, "that dog is small"


def test_two_pairs_of_friends_and_one_pair_to_keep_apart(stays: Homestays) -> None:
    pelletier = home(stays, "Pelletier")
    for one, other in (("Sakura", "Misaki"), ("Aoi", "Rin")):
        assert stays.worth_together(guest(stays, one), guest(stays, other)) > 10
        assert stays.may_share_home(guest(stays, one), guest(stays, other), pelletier)
    hina, riko = guest(stays, "Hina"), guest(stays, "Riko")
    assert not stays.may_share_home(hina, riko, pelletier)
    [apart] = [one for one in stays.together(pelletier, [hina, riko]).obstacles if one.code == "home-apart"]
    assert say(apart.message, "ja") == "ひなさんとりこさんは別々を希望していますが、ともにPelletier家になります。"


def test_a_sofa_bed_and_a_trundle(stays: Homestays) -> None:
    okafor = home(stays, "Okafor")
    mei, kaede = guest(stays, "Mei"), guest(stays, "Kaede")
    lodging = stays.together(okafor, [mei, kaede])
    beds = {lodging.beds[one.id].kind.value for one in (mei, kaede)}
    assert beds == {"twin", "sofa_bed"}, "with the trundle there would be three in Ada's room"
    assert [one.code for one in lodging.obstacles] == ["bed-sofa"]
    both = {mei.id: okafor.places[0].bed.id, kaede.id: okafor.places[1].bed.id}
    assert [one.code for one in stays.together(okafor, [mei, kaede], both).obstacles] == ["bed-trundle", "room-mates"]


def test_clearances_from_2024(stays: Homestays) -> None:
    assert said(judged(stays, "Mei", "Lindqvist"), "home-clearance-old") == [
        "Erik’s clearance is too old on 22–29 Jul (Lindqvist).",
        "Karin’s clearance is too old on 22–29 Jul (Lindqvist).",
    ]


def test_a_college_son_who_is_not_cleared(stays: Homestays) -> None:
    verdict = judged(stays, "Mei", "Hall")
    assert verdict.nights == ()
    assert said(verdict, "home-not-cleared") == ["Ben is not cleared yet (Hall, 22–31 Jul)."]
    assert judged(stays, "Kaori", "Hall").state is State.POSSIBLE, "she is no minor"


def test_a_birthday_changes_the_age_a_family_asked_for(stays: Homestays) -> None:
    ruka = guest(stays, "Ruka")
    assert (ruka.age, ruka.is_minor) == (14, True), "15 on the 28th: the age on the first night counts"
    assert said(judged(stays, "Ruka", "Ouellette"), "home-age-not-taken") == []


def test_families_who_are_away_on_some_nights(stays: Homestays) -> None:
    assert judged(stays, "Kaede", "Nguyen-Baker").nights == july(22, 23, 26, 27, 28, 29, 30, 31)
    assert judged(stays, "Kaede", "Lindqvist").nights == july(*range(22, 30))
    assert judged(stays, "Kenta", "Washington").nights == july(*range(24, 32))
    assert said(judged(stays, "Kenta", "Washington"), "home-night-off") == [
        "Washington cannot take guests on 22–23 Jul."
    ]


def test_steep_stairs(stays: Homestays) -> None:
    attic = home(stays, "MacLeod").places
    assert all(place.bed.steep_stairs for place in attic)
    assert all(not one.avoids_stairs for one in stays.guests), "nobody of this group minds"


def test_the_coach_cannot_stay_where_only_women_are_asked_for(stays: Homestays) -> None:
    assert said(judged(stays, "Kenta", "Desjardins"), "home-not-taken") == [
        "Desjardins takes girls and women, not Kenta."
    ]
    possible = [one.name.en for one in stays.homes if stays.judge(guest(stays, "Kenta"), one).state is State.POSSIBLE]
    assert possible == ["Hall", "Washington"]


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

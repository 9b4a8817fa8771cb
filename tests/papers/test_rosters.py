"""The rosters of the staff: each a section, read back and held against the plan."""

import datetime as dt
from collections.abc import Callable

import pytest

from planner.language.names import called_name, family_word, full_name, kana_name
from planner.language.telephones import dialled
from planner.model import Plan
from planner.model.kinds import Allergen, Role, Severity
from planner.model.readers import of_staff
from planner.papers.cards.particulars import card_of
from planner.papers.catalogue import document_of, readers_of
from planner.papers.kit.sheet import Frame
from planner.papers.options import PAPER_LANGUAGES, PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from planner.papers.rosters.allergies import COLUMNS, JAPAN_EIGHT, US_NINE
from tests.papers.conftest import PRINTED_AT, member_named
from tests.papers.looking import assert_inside, bare, pages_of

SECTIONS = ["people", "beds", "rooms", "cars", "allergies", "contacts"]


def rosters(plan: Plan, language: str = "en", paper: str = "a4") -> Printed:
    reader = of_staff()
    return render(document_of("rosters"), redacted_for(plan, reader), reader, PaperOptions(language, paper, PRINTED_AT))


def section(printed: Printed, code: str) -> str:
    return bare("\n".join(page.words for page in printed.pages if page.section == code))


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_each_roster_is_a_section_and_everybody_is_on_it(staffed: Plan, language: str) -> None:
    printed = rosters(staffed, language)
    assert list(dict.fromkeys(page.section for page in printed.pages)) == SECTIONS
    words = "".join(pages_of(printed.pdf))
    people = section(printed, "people")
    for member in staffed.members:
        assert bare(full_name(member.person, "en", formal=True)) in people
        assert bare(full_name(member.person, "ja")) in people
        assert bare(kana_name(member.person)) in people
        assert bare(full_name(member.person, language if language != "both" else "en", formal=True)) in words


def test_a_role_is_said_once_and_own_words_where_they_say_more(staffed_but: Callable[..., Plan], staffed: Plan) -> None:
    first, second = staffed.members[:2]
    plan = staffed_but(
        ("Member", first.id, {"role": Role.PLAYER, "role_words": "選手", "position": "PG"}),
        ("Member", second.id, {"role": Role.COACH, "role_words": "引率（監督）"}),
    )
    for language, words in (
        ("en", ["Player, PG", "Head coach"]),
        ("ja", ["選手、PG", "監督"]),
    ):
        people = section(rosters(plan, language), "people")
        assert all(bare(one) in people for one in words)
        assert bare("選手、選手") not in people


def test_beds_are_told_home_by_home_and_who_has_none_is_named(staffed: Plan) -> None:
    words = section(rosters(staffed), "beds")
    for stay in staffed.stays:
        if stay.household is not None:
            assert bare(family_word(stay.household, "en")) in words
            assert called_name(stay.member.person, "en") in words
    for home in staffed.households:
        for bed in home.beds:
            assert bare(bed.room.replace("'", "’")) in words
    assert words.endswith(bare("No bed yet ベッド未定の人 WATANABE Riko 22–31 Jul"))
    assert "Thu22" in words
    assert "Sat31" in words
    assert bare("Harbor Inn 217 twin MORI Kenta 31 Jul") in section(rosters(staffed), "rooms")


def test_cars_have_their_drivers_seats_and_every_pick_up(staffed: Plan, staffed_but: Callable[..., Plan]) -> None:
    words = section(rosters(staffed), "cars")
    assert bare("Okafor オカフォー Ngozi Okafor, Chidi Okafor 3 15 Misaki, Kaede (207) 555-0142") in words
    assert bare("Fri 23 Jul 5:45 pm City Hall front steps") in words
    assert bare("Tue 27 Jul 9:00 pm Lyman Moore Middle School Families are there: all go home together.") in words
    # Riko has no bed: she stands at each of her squad's ten, also where all others go home with their families.
    assert words.count(bare("No family yet Riko")) == 10
    assert bare("Mon 26 Jul no time yet place to follow") in words
    hall = next(home for home in staffed.households if home.name_en == "Hall")
    stay = next(one for one in staffed.stays if one.member.person.given_name == "Fatima")
    leaving = ("Stay", stay.id, {"last_night": dt.date(2027, 7, 27)})
    changed = staffed_but(("Household", hall.id, {"belted_seats": 2}), leaving)
    printed = rosters(changed)
    assert bare("Susan Hall 2 !") in section(printed, "cars")
    # From the 28th on nobody has said where Fatima sleeps: her card and the roster of people say so.
    assert bare("28–31 Jul: not decided yet") in section(printed, "people")
    home, later = card_of(changed, member_named(changed, "Fatima")).homes
    assert (home.name.en, later.name.en, later.since) == ("Rahman", "", dt.date(2027, 7, 28))


def test_the_matrix_has_the_lists_of_both_countries_and_tells_severe_from_the_rest(staffed: Plan) -> None:
    assert len(US_NINE) == 9
    assert len(JAPAN_EIGHT) == 8
    assert set(COLUMNS) == set(US_NINE) | set(JAPAN_EIGHT)
    printed = rosters(staffed)
    words = section(printed, "allergies")
    severe = [page for page in printed.pages if page.section == "allergies"]
    needs = [need for member in staffed.members for need in member.person.food_needs]
    assert any(need.severity is Severity.SEVERE and need.allergen is Allergen.BUCKWHEAT for need in needs)
    for said in (
        "Egg US JP", "Crustaceans US", "Shrimp JP", "Walnut JP", "Buckwheat JP", "Sesame US",
        "No buckwheat (severe allergy), no peanut", "carries 2 epinephrine pens", "cooked ok", "a little ok", "Halal",
        "Animals: Cat (Allergy)", "Rabbit (perhaps an allergy, to be confirmed)",
        "No food needs stated: Aoi Ito", "Gets car-sick", "Health: ", "black ×: severe",
    ):  # fmt: skip
        assert bare(said) in words, said
    # One × for each that must be kept away, a triangle for each with limits, none for the others; two in the legend.
    strict = [need for need in needs if need.severity in (Severity.AVOID, Severity.SEVERE)]
    limited = [need for need in needs if need.severity in (Severity.COOKED_OK, Severity.SMALL_AMOUNTS_OK)]
    # Shrimp and crab count as crustaceans in the US, walnuts as tree nuts: each is marked there too, by its name.
    assert sum(page.words.split("\n").count("×") for page in severe) == len(strict) + 2
    assert sum(page.words.split("\n").count("Shrimp") for page in severe) == 2
    assert sum(page.words.split("\n").count("△") for page in severe) == len(limited)


def test_who_keeps_crustaceans_away_keeps_shrimp_and_crab_away(staffed: Plan, staffed_but: Callable[..., Plan]) -> None:
    need = next(
        need for member in staffed.members for need in member.person.food_needs if need.allergen is Allergen.WALNUT
    )
    marks = []
    for food in ("walnut", "crustaceans"):
        printed = rosters(staffed_but(("FoodNeed", need.id, {"allergen": food})))
        pages = [page.words for page in printed.pages if page.section == "allergies"]
        marks.append(sum(words.split("\n").count("×") for words in pages))
    # Walnuts are marked under tree nuts too, crustaceans under both their kinds.
    assert marks[1] == marks[0] + 1


def test_contacts_are_dialled_from_where_the_staff_are(staffed: Plan) -> None:
    words = section(rosters(staffed), "contacts")
    assert bare("24-hour duty phone Ruth Haskell or the volunteer on duty") in words
    assert bare("Shinagawa City office 品川区役所 011-81-3-5742-6517 +81 3-5742-6517") in words
    assert words.count("911") == 1
    for member in staffed.members:
        for contact in member.person.contacts:
            assert dialled(contact.phone, "US", "JP") in words


def test_an_empty_visit_and_very_long_names_have_their_rosters(
    portland: Plan, staffed_but: Callable[..., Plan]
) -> None:
    empty = rosters(portland, "both", "letter")
    assert [page.section for page in empty.pages].count("rooms") == 0
    assert bare("No home has a guest yet.") in section(empty, "cars")
    long = {
        "family_name": "Wolfeschlegelsteinhausenbergerdorff-Smyth",
        "other_allergies": "kiwi, mango, latex, pollen, " * 8,
    }
    plan = staffed_but(("Person", portland.members[0].person_id, long))
    printed = rosters(plan, "both", "letter")
    assert_inside(printed.pdf, Frame("letter", landscape=True))
    assert section(printed, "people").count(bare(long["family_name"].upper())) == 1
    assert section(printed, "allergies").count("latex") == 8


def test_rosters_are_for_the_staff_alone(staffed: Plan) -> None:
    assert [reader.kind for reader in readers_of(staffed, document_of("rosters"))] == ["staff"]
    assert all(bare("For: Staff") in page for page in pages_of(rosters(staffed).pdf))

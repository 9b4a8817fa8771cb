"""Emergency cards: who has which numbers and allergies, that backs lie behind their fronts, and that all fits."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from planner.commands import visits
from planner.language import Pair
from planner.language.food import food_name
from planner.language.kana import is_kana
from planner.language.names import full_name
from planner.model import FoodNeed, Household, Member, Person, Plan
from planner.model.kinds import Allergen
from planner.model.readers import of_guest, of_staff
from planner.papers.cards.faces import back, front
from planner.papers.cards.particulars import allergies_of, card_of
from planner.papers.catalogue import document_of, readers_of
from planner.papers.kit.boxes import Box
from planner.papers.kit.cards import CARD_HEIGHT, CARD_WIDTH, cut_marks, mirrored
from planner.papers.kit.marks import Rule, Words
from planner.papers.options import PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from planner.storage import PlannerFile
from tests.papers.conftest import NEW_YORK, PRINTED_AT, TOKYO, member_named


@pytest.fixture
def to_be_filled(tmp_path: Path) -> Plan:
    """A visit that has just been started."""
    with PlannerFile.create(
        tmp_path / "new.shimai",
        visits.start,
        title_en="New",
        title_ja="",
        host=visits.CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", NEW_YORK),
        home=visits.CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", TOKYO),
        first_day=dt.date(2027, 11, 5),
        last_day=dt.date(2027, 11, 11),
    ) as file:
        return file.plan


def cards(plan: Plan, language: str, paper: str, who: str = "") -> Printed:
    reader = of_guest(member_named(plan, who)) if who else of_staff()
    return render(
        document_of("emergency-cards"), redacted_for(plan, reader), reader, PaperOptions(language, paper, PRINTED_AT)
    )


def words(box: Box) -> str:
    return " ".join(mark.text for mark in box.flattened() if isinstance(mark, Words))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "ja", "both"])
def test_everybody_has_a_card_and_each_back_lies_behind_its_front(settled: Plan, language: str, paper: str) -> None:
    printed = cards(settled, language, paper)
    pages = pypdf.PdfReader(io.BytesIO(printed.pdf)).pages
    assert len(pages) == 4
    found: list[str] = []
    for one, other in ((0, 1), (2, 3)):
        wide = float(pages[one].mediabox.width)
        fronts, backs = _places(pages[one], settled), _places(pages[other], settled)
        assert fronts.keys() == backs.keys()
        for name, (x, y) in fronts.items():
            # Turned over the long edge, what lies left lies right; both name their carrier in the same row.
            assert (x < wide / 2) != (backs[name][0] < wide / 2)
            assert abs(y - backs[name][1]) < CARD_HEIGHT / 2
        found += fronts
    assert len(found) == len(set(found)) == len(settled.members)
    assert len(pypdf.PdfReader(io.BytesIO(printed.pdf)).outline) == len(settled.members), "a pile is leafed by name"


def _places(page: Any, plan: Plan) -> dict[str, tuple[float, float]]:
    """Where each traveller's name in Latin letters stands on a page."""
    names = {full_name(member.person, "en", formal=True): member for member in plan.members}
    found: dict[str, tuple[float, float]] = {}

    def see(text: str, _: Any, matrix: Any, *__: Any) -> None:
        bare = text.replace("\u3000", " ").strip()
        if bare in names:
            found[bare] = (matrix[4], matrix[5])

    page.extract_text(visitor_text=see)
    return found


def test_numbers_are_dialled_where_the_carrier_is(settled: Plan) -> None:
    yui = card_of(settled, member_named(settled, "Yui"))
    assert (yui.duty, yui.chaperone_phone, yui.insurer) == (
        "(207) 555-0100", "011-81-90-1234-5622", "011-81-3-0000-0100",
    )  # fmt: skip
    assert (yui.homes[0].phone, yui.homes[0].address) == ("(207) 555-0147", "77 Stevens Ave, Portland, ME 04103")
    # The chaperone whose number it is does not call herself.
    assert card_of(settled, member_named(settled, "Emi")).chaperone is None
    # Who moves has both homes, the second with the day; a hotel after a home is told as well.
    assert [home.name.en for home in card_of(settled, member_named(settled, "Hina")).homes] == [
        "Nguyen-Baker",
        "Pelletier",
    ]
    kenta = words(front(card_of(settled, member_named(settled, "Kenta")), "ja", 2))
    assert all(part in kenta for part in ("Hall家", "7月31日から", "ハーバー・イン", "第2版"))


def test_a_card_says_what_can_kill_in_the_language_of_the_place_and_nothing_of_illness(settled: Plan) -> None:
    yui = words(back(card_of(settled, member_named(settled, "Yui")), 1))
    assert "ALLERGY: BUCKWHEAT (severe), PEANUT" in yui
    assert "Adrenaline pen in my bag: use it, then call 911" in yui
    assert "EGG (well cooked is fine)" in words(back(card_of(settled, member_named(settled, "Hina")), 1))
    misaki = member_named(settled, "Misaki")
    assert "ALLERGY: CAT" in words(back(card_of(settled, misaki), 1))
    # Nobody has said whether it is one: told nevertheless, and that it is not certain.
    ruka = member_named(settled, "Ruka").person
    assert [allergies_of(ruka, language).words for language in ("en", "ja")] == [
        "WALNUT, RABBIT (to be confirmed)",
        "くるみ、うさぎ（要確認）",
    ]
    # A fear is no allergy, and what is carried or suffered from is nobody's business on the street.
    assert allergies_of(member_named(settled, "Riko").person, "en") is None
    whole = "".join(page.words for page in cards(settled, "both", "a4").pages)
    assert misaki.person.medicines
    assert all(member.person.medicines not in whole for member in settled.members if member.person.medicines)
    assert all(member.passport_number not in whole for member in settled.members if member.passport_number)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_ones_own_card_comes_three_times_with_a_fold(settled: Plan, language: str) -> None:
    printed = cards(settled, language, "letter", "Hina")
    (page,) = printed.pages
    assert page.words.count("YAMAZAKI Hina") == 6
    others = [
        member.person.family_name for member in settled.members if member.person.given_name not in ("Hina", "Emi")
    ]
    assert not any(name.upper() in page.words for name in others)
    values = {fact.key.partition("/")[2]: fact.value for fact in page.facts}
    assert values[f"duty.{language}"] == "(207) 555-0100"
    assert "3 Woodlawn Ave" in values[f"home/1.{language}"]


def test_without_a_duty_phone_there_is_a_line_to_write_on_and_a_note(portland: Plan) -> None:
    printed = cards(portland, "ja", "a4")
    assert "paper-duty-phone-missing" in [note.code for note in printed.notes]
    assert "24時間" in printed.pages[0].words


def test_the_longest_names_and_allergies_stay_on_their_card(settled: Plan) -> None:
    person = Person(
        family_name="Wolfeschlegelsteinhausenbergerdorff",
        given_name="Maximiliana-Alexandra",
        family_name_ja="勅使河原長宗我部",
        family_name_kana="てしがわらちょうそかべ",
        given_name_ja="桜子マクシミリアナ",
        given_name_kana="さくらこマクシミリアナ",
        other_allergies="penicillin and all related antibiotics, latex gloves",
        epinephrine_pens=2,
        food_needs=[FoodNeed(allergen=one, severity="severe") for one in list(Allergen)[:5]],
    )
    home = Household(
        name_en="Featherstonehaugh-Cholmondeley of Peaks Island", phone="+1 207 555 0100",
        address_en="Apartment 1204, 12345 Martin Luther King Junior Memorial Boulevard\nSouth Portland, ME 04106-1234",
    )  # fmt: skip
    card = card_of(settled, member_named(settled, "Hina"))
    long_home = replace(
        card.homes[0], name=Pair(home.name_en, home.name_en), address=home.address_en.replace("\n", ", ")
    )
    card = replace(card, member=Member(person=person, uid="x"), homes=(long_home, long_home))
    for language in ("en", "ja"):
        for box in (front(card, language, 12), back(card, 12)):
            assert (box.width, box.height) == (CARD_WIDTH, CARD_HEIGHT)
            for mark in box.flattened():
                if isinstance(mark, Words):
                    assert 0 <= mark.y <= CARD_HEIGHT
            _, _, inside = box.inner[0]
            (_, top_y, top), (_, foot_y, foot) = inside.inner
            assert top_y + top.height <= foot_y + 0.1
            assert foot_y + foot.height <= inside.height + 0.1
    shown = words(back(card, 12)).replace(" ", "")
    assert all(food_name(need, "en").upper().replace(" ", "") in shown for need in person.food_needs)
    assert "latexgloves" in shown


def test_mirrored_rows_leave_the_gap_of_a_short_row_on_the_right_side() -> None:
    boxes = [Box(float(n), 1.0) for n in range(1, 4)]
    assert [one.width for one in mirrored(boxes)] == [2.0, 1.0, 0.0, 3.0]


def test_before_anybody_travels_there_are_no_cards(to_be_filled: Plan) -> None:
    for code in ("emergency-cards", "name-badges", "luggage-tags"):
        assert readers_of(to_be_filled, document_of(code)) == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_ordinary_card_can_be_read_without_glasses(settled: Plan, language: str) -> None:
    for who in ("Yui", "Hina", "Kenta"):
        card = card_of(settled, member_named(settled, who))
        for box in (front(card, language, 1), back(card, 1)):
            for mark in box.flattened():
                if isinstance(mark, Words):
                    # Furigana are half as large as what they stand over.
                    assert mark.size >= (6.0 if is_kana(mark.text) else 7.9), (who, mark.text, mark.size)


def test_marks_to_cut_by_lie_outside_the_cards_but_for_the_crosses() -> None:
    width, height = 2 * CARD_WIDTH, 4 * CARD_HEIGHT
    rules = [mark for mark in cut_marks(2, 4) if isinstance(mark, Rule)]
    inside = [one for one in rules if 0 < (one.x + one.to_x) / 2 < width and 0 < (one.y + one.to_y) / 2 < height]
    # Three corners at which four cards meet, two strokes each, no longer than a cut may err.
    assert len(inside) == 6
    assert all(max(abs(one.to_x - one.x), abs(one.to_y - one.y)) < 10 for one in inside)
    # Two ticks for each of three upright cuts, two for each of five level ones.
    assert len(rules) - len(inside) == 2 * 3 + 2 * 5

"""Name badges and luggage tags: who wears one, what stands on it, and that the longest name stays on it."""

import io
from dataclasses import replace

import pypdf
import pytest

from planner.language.names import called_name
from planner.model import Delegation, Member, Person, Plan
from planner.model.kinds import PhotoConsent
from planner.model.readers import of_guest, of_staff
from planner.papers.badges.badge import badge
from planner.papers.badges.tag import tag_back, tag_front
from planner.papers.badges.wearers import Standing, wearers_of
from planner.papers.catalogue import document_of
from planner.papers.kit.boxes import Box
from planner.papers.kit.cards import CARD_HEIGHT, CARD_WIDTH
from planner.papers.kit.fonts import text_width
from planner.papers.kit.marks import Icon, Patch, Words
from planner.papers.options import PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from tests.papers.conftest import PRINTED_AT, member_named


def printed(plan: Plan, code: str, language: str, paper: str = "letter", who: str = "") -> Printed:
    reader = of_guest(member_named(plan, who)) if who else of_staff()
    return render(document_of(code), redacted_for(plan, reader), reader, PaperOptions(language, paper, PRINTED_AT))


def words(box: Box) -> str:
    return "\n".join(mark.text for mark in box.flattened() if isinstance(mark, Words))


def stays_on_it(box: Box) -> bool:
    marks = [mark for mark in box.flattened() if isinstance(mark, Words)]
    right = max(mark.x + text_width(mark.text, mark.size, mark.bold) for mark in marks)
    return right <= CARD_WIDTH and all(0 < mark.y < CARD_HEIGHT and mark.x >= 0 for mark in marks)


def test_guests_interpreters_and_the_families_with_guests_wear_badges(settled: Plan) -> None:
    found = wearers_of(settled, "en")
    assert len({wearer.person.id for wearer in found}) == len(found)
    guests = [wearer for wearer in found if wearer.standing is not Standing.LOCAL]
    assert {wearer.person.id for wearer in guests} == {member.person_id for member in settled.members}
    families = {wearer.person.family_name for wearer in found if wearer.role.en == "Host family"}
    assert "Rahman" in families
    assert "Pelletier" in families
    # Emi interprets too, and has one badge: her own of the delegation.
    assert [wearer.role.en for wearer in found if wearer.person.given_name == "Emi"] == ["Staff"]
    assert "Ken" in [wearer.person.given_name for wearer in found if wearer.role.en == "Interpreter"]


def test_a_badge_shows_standing_by_shape_and_what_photographers_must_know(settled: Plan) -> None:
    by_name = {wearer.person.given_name: wearer for wearer in wearers_of(settled, "en")}
    boxes = {name: badge(by_name[name], "both", "Shinagawa–Portland 2027") for name in ("Ruka", "Kaori", "Ayesha")}
    patches = {name: [m for m in box.flattened() if isinstance(m, Patch)] for name, box in boxes.items()}
    assert [(bool(p.fill), bool(p.line)) for p in patches["Ruka"]] == [(True, False)]
    assert sorted((bool(p.fill), bool(p.line)) for p in patches["Kaori"]) == [(False, True), (True, False)]
    assert [(bool(p.fill), bool(p.line)) for p in patches["Ayesha"]] == [(False, True)]
    assert by_name["Ruka"].photographs is PhotoConsent.NONE
    assert [m.name for m in boxes["Ruka"].flattened() if isinstance(m, Icon)] == ["no-camera"]
    assert not any(isinstance(mark, Icon) for mark in boxes["Kaori"].flattened())
    shown = words(boxes["Ruka"])
    assert all(part in shown for part in ("MATSUMOTO Ruka", "15", "no photos", "松本", "まつもと", "選手"))


@pytest.mark.parametrize("language", ["en", "ja", "both"])
def test_every_name_is_on_the_sheets_and_fonts_are_embedded(settled: Plan, language: str) -> None:
    for code, paper in (("name-badges", "a4"), ("luggage-tags", "letter")):
        made = printed(settled, code, language, paper)
        whole = "\n".join(page.words for page in made.pages)
        for member in settled.members:
            if code == "name-badges":
                assert called_name(member.person, "ja" if language == "ja" else "en") in whole
            else:
                assert member.person.family_name.upper() in whole
        read = pypdf.PdfReader(io.BytesIO(made.pdf))
        assert len(read.outline) >= len(settled.members)
        for page in read.pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_a_tag_tells_whom_to_call_from_anywhere_and_no_address(settled: Plan) -> None:
    back = words(tag_back(settled.visit, ("en", "ja")))
    assert "+1 207-555-0100" in back
    assert "+81 3-5742-6517" in back
    front = words(tag_front(settled, member_named(settled, "Sakura"), ("en",)))
    assert "NH110 · B6 1308 · B6 607 · NH109" in front
    assert "A" in front.split("\n")
    own = printed(settled, "luggage-tags", "en", who="Sakura")
    assert [page.words.count("TAKAHASHI") for page in own.pages] == [4, 0]
    addresses = [home.address_en for home in settled.households]
    assert not any(address in page.words for page in own.pages for address in addresses)


def test_the_longest_names_stay_on_badge_and_tag(settled: Plan) -> None:
    person = Person(
        uid="x",
        family_name="Wolfeschlegelsteinhausenbergerdorff",
        given_name="Maximiliana-Alexandra-Charlotte",
        family_name_ja="勅使河原長宗我部小鳥遊",
        family_name_kana="てしがわらちょうそかべたかなし",
        given_name_ja="桜子マクシミリアナ",
        given_name_kana="さくらこまくしみりあな",
    )
    wearer = replace(wearers_of(settled, "en")[0], person=person, number="100")
    member = Member(uid="y", person=person, delegation=Delegation(name_en="D"))
    for language in ("en", "ja", "both"):
        assert stays_on_it(badge(wearer, language, "Shinagawa–Portland 2027"))
    assert stays_on_it(tag_front(settled, member, ("en", "ja")))

"""The participant packet read back: what a guest must find in it, in either language, for either way, and no more."""

import datetime as dt
import io
import re
from pathlib import Path

import pypdf
import pytest
from sqlalchemy.orm import Session

from planner.commands import visits
from planner.language.names import full_name, in_both
from planner.model import Delegation, Household, Journey, Member, Person, Place, Plan, Resident, Stay
from planner.model.done import Done
from planner.model.message import Message
from planner.model.readers import of_guest
from planner.papers.catalogue import document_of
from planner.papers.guestpacket.phrases import book
from planner.papers.options import PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from planner.papers.telephones import without_number
from planner.papers.wordings import default_wording
from planner.storage import PlannerFile
from tests.papers.conftest import NEW_YORK, PRINTED_AT, TOKYO, member_named

SECTIONS = (
    "cover", "glance", "family", "travel", "programme", "packing", "people", "mine", "manners", "phrases", "conduct",
    "medicines", "card", "diary",
)  # fmt: skip


def packet(plan: Plan, who: str, language: str = "en", paper: str = "letter") -> Printed:
    reader = of_guest(member_named(plan, who))
    options = PaperOptions(language, paper, PRINTED_AT)
    return render(document_of("participant-packet"), redacted_for(plan, reader), reader, options)


def sections(printed: Printed) -> list[str]:
    return list(dict.fromkeys(page.section for page in printed.pages))


def words(printed: Printed, section: str = "") -> str:
    return "\n".join(page.words for page in printed.pages if not section or page.section == section)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_sections_stand_in_their_order_and_the_contents_say_on_which_page(settled: Plan) -> None:
    printed = packet(settled, "Sakura")
    assert tuple(sections(printed)) == SECTIONS
    cover = printed.pages[0].words.split("\n")
    for title, section in (("My host family", "family"), ("Emergency card", "card")):
        number = next(page.number for page in printed.pages if page.section == section)
        assert str(number) in cover[: cover.index(title)][-1].split("–")[0]
    outline = [entry.title for entry in pypdf.PdfReader(io.BytesIO(printed.pdf)).outline if not isinstance(entry, list)]
    assert outline[:3] == ["Your visit at a glance", "My host family", "The journey, on both clocks"]
    # Who does not speak has no page on it.
    assert "mine" not in sections(packet(settled, "Yui"))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_guest_finds_home_address_numbers_and_both_clocks(settled: Plan, language: str) -> None:
    printed = packet(settled, "Hina", language)
    family = words(printed, "family")
    for each in ("5 Fessenden St", "3 Woodlawn Ave", "(207) 555-0149", "010-1-207-555-0149", "Please take me to this"):
        assert each in family
    # What one looks up of a home stands on one page, also of the second.
    [second] = [page.words for page in printed.pages if page.section == "family" and "3 Woodlawn Ave" in page.words]
    assert "Sophie" in second
    assert "010-1-207-555-0149" in second
    # Ruka sleeps there too, as long as Hina stays with that family.
    with_her = {"en": "Ruka Matsumoto", "ja": "松本 琉花 さん"}[language]
    assert bare(with_her) in bare(family)
    assert "Sakura" not in family
    travel = words(printed, "travel")
    # 11:00 in Tokyo is 22:00 of the day before in Portland; the plane lands before it left.
    times = ("11:00", "10:00", "10:50", "11:50") if language == "en" else ("11:00", "22:00", "10:50", "23:50")
    assert all(time in travel for time in times)
    crossed = {"en": "across the date line, same day", "ja": "日付変更線通過、同日"}[language]
    assert bare(crossed) in bare(travel)
    values = {fact.key: fact.value for page in printed.pages if page.section == "family" for fact in page.facts}
    assert {"(207) 555-0143", "(207) 555-0149"} <= set(values.values())


def test_a_guest_reads_of_stairs_and_packs_on_the_day_of_a_move(settled: Plan) -> None:
    hina, rin = packet(settled, "Hina"), packet(settled, "Rin")
    steep = next(one for one in settled.stays if one.household is not None and one.household.name_en == "MacLeod")
    assert "Steep stairs" in words(packet(settled, steep.member.person.given_name), "family")
    assert "Steep stairs" not in words(rin, "family")
    packs = "Pack all your bags and take them along: tonight you sleep elsewhere."
    days = [fact.label for page in hina.pages for fact in page.facts if fact.value == packs]
    assert set(days) == {"Sat 24 Jul, Bags"}
    assert bare(packs) in bare(words(hina, "programme"))
    assert bare(packs) in bare(words(hina, "glance"))
    assert bare(packs) not in bare(words(rin))


def test_both_languages_are_two_volumes_and_what_is_bilingual_comes_once(settled: Plan) -> None:
    printed = packet(settled, "Sakura", "both", "a4")
    found = sections(printed)
    once = {"phrases", "card"}
    english = [one if one in once else f"{one}.en" for one in SECTIONS]
    assert found == english + [f"{one}.ja" for one in SECTIONS if one not in once]
    # The card is in the carrier's language whichever volume it stands in.
    assert "緊急カード" in words(printed, "card")
    assert printed.pages[-1].number == len(printed.pages)


def test_names_are_told_with_how_they_are_read_where_somebody_has_said_so(settled: Plan) -> None:
    people = bare(words(packet(settled, "Sakura", "ja"), "people"))
    assert bare("森 もり 健一 けんいち Kenichi Mori") in people
    assert bare("ラーマン家") in bare(words(packet(settled, "Fatima", "ja"), "family"))
    assert bare("Rahman") not in bare(words(packet(settled, "Fatima", "ja"), "cover"))
    english = bare(words(packet(settled, "Sakura", "en"), "people"))
    assert bare("Kenichi Mori 森 健一（もり けんいち） say moh-ree ken-ee-chee") in english


def test_who_speaks_has_the_cue_and_who_sleeps_in_a_hotel_the_room(settled: Plan) -> None:
    mine = words(packet(settled, "Sakura"), "mine")
    assert "Thanks from the team" in mine
    assert "2nd in the order, after Mark Dion, Japanese, 3 min" in mine
    room = words(packet(settled, "Kenta"), "family")
    assert "Harbor Inn, Room 217" in room
    assert "MORI Kenta" in room


def test_nothing_of_other_guests_is_in_it(settled: Plan) -> None:
    whole = words(packet(settled, "Fatima", "both"))
    for member in settled.members:
        if member.person.given_name in ("Fatima", "Kaori", "Kenta", "Emi"):
            continue
        assert full_name(member.person, "en", formal=True) not in whole
        if member.person.medicines:
            assert member.person.medicines not in whole
    homes = [home for home in settled.households if home.name_en != "Rahman"]
    assert not any(home.address_en in whole or (home.phone and home.phone[-8:] in whole) for home in homes)
    # What they have told of themselves is shown to them, to be checked.
    assert "buckwheat" in words(packet(settled, "Yui"), "medicines")
    assert "Cat indoors: allergic." in words(packet(settled, "Misaki"), "medicines")
    assert "Medicine: carries an inhaler." in words(packet(settled, "Misaki"), "medicines"), "as her family reads it"


@pytest.fixture(scope="module")
def to_japan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """One guest from Portland in Shinagawa."""
    with PlannerFile.create(
        tmp_path_factory.mktemp("papers") / "japan.shimai",
        visits.start,
        title_en="Portland in Shinagawa 2028",
        title_ja="ポートランド訪問団2028",
        host=visits.CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", TOKYO),
        home=visits.CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", NEW_YORK),
        first_day=dt.date(2028, 4, 4),
        last_day=dt.date(2028, 4, 12),
    ) as file:
        file.run(_one_guest, file.plan.visit.id, file.plan.delegations[0].id)
        return file.plan


def _one_guest(session: Session, visit_id: int, delegation_id: int) -> Done:
    person = Person(family_name="Ouellette", given_name="Claire", family_name_first=False)
    member = Member(delegation=session.get(Delegation, delegation_id), person=person, role="student")
    mother = Person(
        family_name="Takahashi", given_name="Keiko", family_name_ja="髙橋", given_name_ja="恵子",
        family_name_kana="タカハシ", given_name_kana="ケイコ", family_name_first=True,
    )  # fmt: skip
    home = Household(
        name_en="Takahashi", name_ja="髙橋", name_kana="たかはし", phone="03-1234-5678", postal_code="140-0001",
        address_ja="東京都品川区北品川1-2-3", address_en="1-2-3 Kita-Shinagawa, Shinagawa-ku, Tokyo",
    )  # fmt: skip
    home.residents.append(Resident(person=mother, relation="mother"))
    session.add_all([member, home])
    session.add(
        Stay(
            member=member, household=home, kind="home", first_night=dt.date(2028, 4, 5), last_night=dt.date(2028, 4, 11)
        )
    )
    boston = Place(name_en="Boston Logan Airport", code="BOS", kind="airport")
    narita = Place(name_en="Tokyo Narita Airport", name_ja="成田空港", code="NRT", kind="airport")
    session.add(
        Journey(
            visit_id=visit_id, from_place=boston, to_place=narita, carrier="JL", number="7", everyone=True,
            departs_on=dt.date(2028, 4, 4), departs_at=dt.time(13, 20), departs_zone=NEW_YORK,
            arrives_on=dt.date(2028, 4, 5), arrives_at=dt.time(16, 20), arrives_zone=TOKYO,
        )
    )  # fmt: skip
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Visit"), name="japan"))


def test_the_other_way_it_speaks_of_japan(to_japan: Plan) -> None:
    printed = packet(to_japan, "Claire", "en", "a4")
    family = words(printed, "family")
    assert "〒140-0001" in family
    assert "東京都品川区北品川1-2-3" in family
    assert "この住所までお願いします。" in family
    assert "011-81-3-1234-5678" in family
    assert bare("The Takahashi family say tah-kah-hah-shee") in bare(family)
    assert bare("Keiko Takahashi 髙橋 恵子 mother, say tah-kah-hah-shee kay-koh") in bare(family)
    assert "119" in words(printed, "cover")
    for code, section in (
        ("manners-in-japan", "manners"),
        ("medicines-to-japan", "medicines"),
        ("packing-to-japan", "packing"),
    ):
        first = next(line[2:] for line in default_wording(code, "en").split("\n") if line.startswith("- "))
        assert bare(first)[:40] in bare(words(printed, section))
    assert "Hajimemashite." in words(printed, "phrases")
    assert "Under a table, then out with the others; 171" in words(printed, "card")


def test_every_wording_and_phrase_is_there_in_both_languages() -> None:
    folder = Path(__file__).parents[3] / "resources" / "wordings"
    names = {path.name for path in folder.glob("*.txt")}
    for path in folder.glob("*.en.txt"):
        japanese = path.name.replace(".en.", ".ja.")
        assert japanese in names
        shapes = [
            [line[:2] for line in (folder / name).read_text("utf-8").splitlines() if line]
            for name in (path.name, japanese)
        ]
        assert [shape for shape in shapes[0] if shape in ("# ", "- ")] == [s for s in shapes[1] if s in ("# ", "- ")]
    assert all(all(phrase) for phrase in book())
    assert len(book()) > 30


def shape_of(wording: Path) -> list[str]:
    """Which lines begin a heading or stand in a list: the same in both languages, so that nothing was left out."""
    lines = wording.read_text("utf-8").splitlines()
    return [line[:2] for line in lines if line.startswith(("# ", "- "))]


def test_a_chaperones_own_packet_does_not_ask_for_their_own_number(agreed: Plan) -> None:
    chaperone = next(one for one in agreed.members if one.role.is_chaperone and not one.duty_phone)
    seen = redacted_for(agreed, of_guest(chaperone))
    reader = seen.find(Member, chaperone.id)
    own = in_both(full_name, reader.person)
    assert [own in note.figures["who"] for note in without_number(seen)] == [True]
    assert own not in [name for note in without_number(seen, reader) for name in note.figures["who"]]

"""The host-family packet as a family holds it: read back from its PDF and held against the plan."""

import datetime as dt
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from sqlalchemy.orm import Session

from planner.language import say
from planner.model import (
    Clearance,
    FoodNeed,
    GroupMember,
    HostOffer,
    Household,
    Member,
    Person,
    Place,
    Plan,
    Resident,
    Stay,
    Visit,
)
from planner.model.done import Done
from planner.model.kinds import MealProvider, MealTime
from planner.model.message import Message
from planner.model.readers import of_home
from planner.papers.catalogue import document_of, readers_of
from planner.papers.concerns import concerns, found_on
from planner.papers.itinerary.days import providers
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.kit.sheet import Frame
from planner.papers.options import PaperOptions, Printed
from planner.papers.sections.runs import with_meals_at_home
from planner.papers.standing.comparing import difference
from planner.papers.standing.held import HeldPage
from planner.rules.check import check
from planner.rules.finding import Severity
from planner.storage import PlannerFile
from tests.papers.conftest import PRINTED_AT, print_for, reader_named
from tests.papers.looking import assert_embedded, assert_inside, bare, pages_of

#: Each language on each paper, and each on the packet of another sort of home: one guest, an allergy, three adults.
FORMS = [
    (name, language, paper)
    for name, language in (("Rahman", "en"), ("Hall", "ja"), ("Desjardins", "both"))
    for paper in ("a4", "letter")
]
Print = Callable[..., Printed]


@pytest.fixture(scope="module")
def packet() -> Print:
    """Print the packet of a family by its English name; each combination once."""
    done: dict[tuple[Any, ...], Printed] = {}

    def make(plan: Plan, name: str, language: str = "en", paper: str = "a4") -> Printed:
        key = (id(plan), name, language, paper)
        if key not in done:
            done[key] = print_for(plan, reader(plan, name), PaperOptions(language, paper, PRINTED_AT), "host-packet")
        return done[key]

    return make


def reader(plan: Plan, name: str) -> Any:
    return of_home(next(home for home in plan.households if home.name_en == name))


@pytest.fixture
def changed(agreed_file: Path, tmp_path: Path) -> Callable[..., Plan]:
    """Give the agreed visit after a change of its rows."""

    def change(make: Callable[[Session], None]) -> Plan:
        def command(session: Session) -> Done:
            make(session)
            return Done(Message.of("change-start-visit", title="changed"))

        with PlannerFile.open(Path(shutil.copy(agreed_file, tmp_path / "changed.shimai"))) as file:
            file.run(command)
            return file.plan

    return change


def test_who_leaves_moves_on_only_if_there_is_a_bed_for_them(
    agreed: Plan, changed: Callable[..., Plan], packet: Print
) -> None:
    def unsettle(session: Session) -> None:
        [later] = [stay for stay in guest_named(session, "Hina").stays if stay.first_night == dt.date(2027, 7, 24)]
        session.delete(later)
        # Back on the 28th, and to a hotel for the last night.
        hina, home = later.member, session.query(Household).filter(Household.name_en == "Nguyen-Baker").one()
        session.add(
            Stay(member=hina, household=home, first_night=dt.date(2027, 7, 28), last_night=dt.date(2027, 7, 30))
        )
        session.add(Stay(member=hina, kind="hotel", place=session.query(Place).first(),
                         first_night=dt.date(2027, 7, 31), last_night=dt.date(2027, 7, 31)))  # fmt: skip
        for membership in session.query(GroupMember):
            session.delete(membership)

    moves = bare("Moves on to another home, with all bags.")
    waits = bare("where they sleep next is still to be decided")
    perhaps = bare("Group not decided yet, perhaps: 9:30–11:00 am Game 2 vs Falmouth (A squad)")
    before = packet(agreed, "Nguyen-Baker")
    plan = changed(unsettle)
    after = packet(plan, "Nguyen-Baker")
    earlier, later = _page(before, "nights"), _page(after, "nights")
    assert (moves in earlier, waits in earlier, perhaps in earlier) == (True, False, False)
    assert (moves in later, waits in later, perhaps in later) == (False, True, True)
    assert "Pelletier" not in "".join(pages_of(before.pdf))
    assert bare("where they sleep before is still to be decided") in later
    assert bare("Moves on to a hotel, with all bags.") in later
    assert bare("Comes to you from another home") not in later
    assert bare("Group not decided yet") in _page(after, "programme")
    # The B squad has pizza with the group after its game; who will be in the A squad comes home.
    told = {fact.label: fact.value for page in after.pages if page.section == "nights" for fact in page.facts}
    assert told["Fri 23 Jul, Lunch"] == "group, or home"
    # She reads the same of it as her family.
    hina = next(one for one in plan.members if one.person.given_name == "Hina")
    [day] = [day for day in with_meals_at_home(schedule_of(plan, hina)).days if day.on == dt.date(2027, 7, 23)]
    assert providers(day.meals[MealTime.LUNCH]) == (MealProvider.GROUP, MealProvider.FAMILY)
    said = {note.code: note for note in after.notes}
    assert say(said["paper-groups-undecided"]).startswith("Hina Yamazaki and Ruka Matsumoto: 5 events are for groups")


def guest_named(session: Session, given_name: str) -> Member:
    return session.query(Member).join(Person).filter(Person.given_name == given_name).one()


@pytest.mark.parametrize(("name", "language", "paper"), FORMS)
def test_each_form_holds_its_fonts_and_keeps_within(
    agreed: Plan, packet: Print, name: str, language: str, paper: str
) -> None:
    pdf = packet(agreed, name, language, paper).pdf
    assert_embedded(pdf)
    assert_inside(pdf, Frame(paper))


def test_the_cover_says_who_comes_when_and_whom_to_call(agreed: Plan, packet: Print) -> None:
    cover = pages_of(packet(agreed, "Rahman").pdf)[0]
    for words in (
        "For: the Rahman family", "ALI", "Fatima", "アリ ファティマ", "Please call: Fatima", "fah-tee-mah",
        "Thu 22 Jul – Sun 1 Aug 2027", "10 nights in your home", "first pick-up 5:00 pm", "last drop-off 5:30 am",
        "(207) 555-0100", "Ruth Haskell or the volunteer on duty", "911 first", "Your nights and runs",
    ):  # fmt: skip
        assert bare(words) in cover, words
    japanese = pages_of(packet(agreed, "Rahman", "ja").pdf)[0]
    for words in ("ラーマン家様", "ファティマ", "24時間 緊急連絡先", "2027年7月22日(木)〜8月1日(日)", "ご家庭で10泊"):
        assert bare(words) in japanese, words


def test_contents_lead_to_the_pages_they_name(agreed: Plan, packet: Print) -> None:
    for name in ("Rahman", "Nguyen-Baker"):
        printed = packet(agreed, name, "both")
        pages = pages_of(printed.pdf)
        first = {page.section: page.number for page in reversed(printed.pages)}
        for language, title in (("en", "Your nights and runs"), ("ja", "泊まる日と送り迎え")):
            cover, nights = first[f"cover.{language}"], first[f"nights.{language}"]
            assert re.search(rf"{nights}(–\d+)?{bare(title)}", pages[cover - 1])
            assert bare(title) in pages[nights - 1]
        outline = pypdf.PdfReader(io.BytesIO(printed.pdf)).outline
        assert [entry.title for entry in outline if not isinstance(entry, list)] == [
            "Host-family packet", "ホストファミリーのしおり",
        ]  # fmt: skip


def test_a_severe_allergy_is_told_with_what_to_do(agreed: Plan, packet: Print) -> None:
    page = next(text for text in pages_of(packet(agreed, "Desjardins").pdf) if "Severefoodallergy" in text)
    for words in (
        "BUCKWHEAT (soba): severe allergy.", "No PEANUTS.", "Carries 2 EpiPens.", "911: say “anaphylaxis”",
        "24-hour phone (207) 555-0100", "American labels need not name buckwheat (soba).", "The pens are kept",
        "そば：重いアレルギー", "soo-zoo-kee yoo-ee", "すずき", "about the same as US grade 8",
    ):  # fmt: skip
        assert bare(words) in page, words


def test_a_family_reads_of_its_own_guests_only(agreed: Plan, packet: Print) -> None:
    names = {member.person.given_name: member.person for member in agreed.members}
    for home, own in (("Rahman", {"Fatima"}), ("Nguyen-Baker", {"Hina", "Ruka"}), ("Hall", {"Kaori", "Emi", "Kenta"})):
        for language in ("en", "ja"):
            words = "".join(pages_of(packet(agreed, home, language).pdf))
            for name, person in names.items():
                parents = [contact.phone for contact in person.contacts if contact.kind == "guardian"]
                assert all((bare(phone[-4:]) in words) == (name in own) for phone in parents), (home, name)
                if name not in own:
                    assert not any(bare(need.words) in words for need in person.food_needs if len(need.words) > 4)
    assert "BUCKWHEAT" not in "".join(pages_of(packet(agreed, "Rahman").pdf))


def test_a_meal_that_could_harm_a_guest_is_marked_for_them_and_their_family_alone(agreed: Plan, packet: Print) -> None:
    rin = next(member for member in agreed.members if member.person.given_name == "Rin")
    home = rin.stays[0].household
    assert home is not None
    for language, words, others in (
        ("en", "Lunch: not for Rin (shrimp, crab), who needs something else.", "not for"),
        ("ja", "昼食：りんさんは食べられません（えび、かに）。別のものが必要です。", "食べられません（"),
    ):
        own = packet(agreed, home.name_en, language)
        assert all(bare(words) in _page(own, section) for section in ("nights", "programme", "guest-"))
        assert bare(others) not in "".join(pages_of(packet(agreed, "Rahman", language).pdf))
    [key] = {fact.key for page in own.pages for fact in page.facts if fact.key.endswith("/careful")}
    assert rin.uid in key
    for who, given in (("Rin", True), ("Fatima", False)):
        options = PaperOptions("en", "a4", PRINTED_AT)
        printed = print_for(agreed, reader_named(agreed, who), options, "participant-packet")
        words = "".join(pages_of(printed.pdf))
        assert (words.count(bare("Lunch: not for you (shrimp, crab), ask for something else.")) == 2) == given
        assert (bare("not for you") in words) == given


def test_every_guest_has_a_page_of_their_own(agreed: Plan, packet: Print) -> None:
    printed = packet(agreed, "Hall")
    own = [page for page in printed.pages if page.section.startswith("guest-")]
    assert len(own) == 3
    assert {page.section.removeprefix("guest-") for page in own} == {
        member.uid for member in agreed.members if member.person.given_name in ("Kaori", "Emi", "Kenta")
    }


def test_only_homes_with_a_guest_have_a_packet(agreed: Plan, portland: Plan) -> None:
    document = document_of("host-packet")
    with_guests = {stay.household_id for stay in agreed.stays if stay.household_id}
    assert {one.audience.id for one in readers_of(agreed, document)} == with_guests
    assert readers_of(portland, document) == []


def test_names_allergies_and_letters_of_any_length_stay_on_the_paper(changed: Callable[..., Plan]) -> None:
    allergens = ("shrimp", "crab", "egg", "milk", "wheat")

    def make(session: Session) -> None:
        member = guest_named(session, "Fatima")
        member.person.given_name = "Maximiliana-Anastasia Konstantinopolitana"
        member.person.family_name = "Wolfeschlegelsteinhausenbergerdorff-Smith"
        member.person.family_name_ja = "長宗我部勅使河原武者小路"
        member.person.given_name_ja = "ファティマアナスタシアマクシミリアナ"
        member.person.food_needs = [FoodNeed(allergen=one, severity="severe") for one in allergens]
        member.host_message_ja = "鯨が好きです。どうぞよろしく。" * 130
        home = session.query(Household).filter(Household.name_en == "Rahman").one()
        home.name_en = "Rahman-Featherstonehaugh-Cholmondeley"

    plan = changed(make)
    home = next(home for home in plan.households if home.name_en.startswith("Rahman"))
    for language, paper in (("en", "a4"), ("ja", "letter")):
        options = PaperOptions(language, paper, PRINTED_AT)
        printed = print_for(plan, of_home(home), options, "host-packet")
        assert_inside(printed.pdf, Frame(paper))
        words = "".join(pages_of(printed.pdf))
        # One character is never parted by the end of a page.
        assert words.count("鯨") == 130
        assert ("SHRIMP,CRAB,EGGS,MILKandWHEAT" if language == "en" else "えび、かに、卵、乳、小麦") in words


def test_same_plan_and_options_same_bytes_and_a_new_time_the_same_pages(agreed: Plan, packet: Print) -> None:
    first = packet(agreed, "Rahman", "both")
    options = PaperOptions("both", "a4", PRINTED_AT)
    again = print_for(agreed, reader(agreed, "Rahman"), options, "host-packet")
    assert again.pdf == first.pdf
    later = replace(options, printed_at=replace(PRINTED_AT, on=dt.date(2027, 11, 1)), version=2)
    reprint = print_for(agreed, reader(agreed, "Rahman"), later, "host-packet")
    assert [page.digest for page in reprint.pages] == [page.digest for page in first.pages]


def test_a_later_pick_up_changes_the_table_and_says_what_it_was(
    agreed: Plan, packet: Print, changed: Callable[..., Plan]
) -> None:
    def make(session: Session) -> None:
        from planner.model import Activity

        camp = next(one for one in session.query(Activity) if one.title_en.startswith("Camp day"))
        camp.dismissal_at = dt.time(17)

    before = packet(agreed, "Rahman")
    after = print_for(changed(make), reader(agreed, "Rahman"), PaperOptions("en", "a4", PRINTED_AT), "host-packet")
    sections = [old.section for old, new in zip(before.pages, after.pages, strict=True) if old.digest != new.digest]
    assert set(sections) == {"nights", "programme"}
    old, new = ({fact.key: fact for page in one.pages for fact in page.facts} for one in (before, after))
    [key] = [key for key in old if key.endswith("/pick/" + _fatima(agreed)) and old[key].value != new[key].value]
    assert (old[key].label, old[key].value, new[key].value) == (
        "Fri 30 Jul, Pick-up", "4:15 pm, Portland Expo", "5:00 pm, Portland Expo",
    )  # fmt: skip


def test_what_to_wear_is_told_with_its_day(agreed: Plan, packet: Print, changed: Callable[..., Plan]) -> None:
    def make(session: Session) -> None:
        from planner.model import Activity

        call = next(one for one in session.query(Activity) if one.title_en.startswith("Courtesy call"))
        call.dress_en, call.dress_ja = "red jackets", "赤いジャケット"

    before = packet(agreed, "Rahman")
    after = print_for(changed(make), reader(agreed, "Rahman"), PaperOptions("en", "a4", PRINTED_AT), "host-packet")
    held = [HeldPage(page.number, 1, page.digest, page.words, page.section, page.facts) for page in before.pages]
    news = difference(held, after.pages).news
    assert [(one.label, one.now) for one in news] == [
        ("Fri 23 Jul, Good to know", "Wear: red jackets"),
        ("Courtesy call on the Mayor, Wear", "red jackets"),
    ]


def _fatima(plan: Plan) -> str:
    return next(member.uid for member in plan.members if member.person.given_name == "Fatima")


def test_the_sections_stand_in_the_order_of_the_handbook(agreed: Plan, packet: Print) -> None:
    fatima = _fatima(agreed)
    order = list(dict.fromkeys(page.section for page in packet(agreed, "Rahman").pages))
    assert order == [
        "cover", f"guest-{fatima}", "nights", "programme", "travel", f"first-night-{fatima}", "tips", "safety",
        "trouble", "addresses", "receipt",
    ]  # fmt: skip
    severe = [page.section for page in packet(agreed, "Desjardins").pages]
    assert any(section.startswith("speaking-") for section in severe)
    # Fatima speaks English as her own: no page to point at, and the cover does not send anybody there.
    assert bare("The page to point at") in _page(packet(agreed, "Desjardins"), "cover")
    assert bare("The page to point at") not in _page(packet(agreed, "Rahman"), "cover")
    both = [page.section for page in packet(agreed, "Rahman", "both").pages]
    # What is in both languages on one page stands once, and both covers lead there.
    assert both.count(f"first-night-{fatima}") == 1
    assert {"cover.en", "cover.ja", "tips.en", "tips.ja"} <= set(both)
    pages = pages_of(packet(agreed, "Rahman", "both").pdf)
    at = both.index(f"first-night-{fatima}") + 1
    assert f"{at}First-nightquestions" in pages[0]
    assert f"{at}最初の夜に話すこと" in pages[both.index("cover.ja")]


def test_questions_follow_the_guest(agreed: Plan, packet: Print) -> None:
    def asked(home: str) -> str:
        printed = packet(agreed, home)
        texts = pages_of(printed.pdf)
        return "".join(text for page, text in zip(printed.pages, texts, strict=True) if "first-night" in page.section)

    fatima, yui, chaperones = asked("Rahman"), asked("Desjardins"), asked("Hall")
    assert "Wherecanyoupray?" in fatima
    assert "Wherecanyoupray?" not in yui
    assert "Whereisyourmedicine" in yui, "she carries pens"
    assert "Whereisyourmedicine" not in fatima
    assert "Areyouateasewithouranimals?" in yui
    assert "Whenmustyoubehome?" in yui
    assert "Whenmustyoubehome?" not in chaperones
    assert "FirstnightquestionsEmi" not in chaperones
    assert "First-nightquestions·Emi" in chaperones


def test_what_to_show_to_a_cook_names_the_severe_allergy_and_the_number(agreed: Plan, packet: Print) -> None:
    printed = packet(agreed, "Desjardins")
    page = _page(printed, "speaking-")
    for words in (
        "I have a severe allergy to BUCKWHEAT (soba). I must not eat PEANUTS.", "my EpiPen, then 911",
        "そばの重いアレルギーがあります。", "ゆっくり話してください。", "Yukkuri hanashite kudasai.",
    ):  # fmt: skip
        assert bare(words) in page, words


def test_arrival_and_departure_have_both_clocks_the_sign_and_room_for_the_alarm(agreed: Plan, packet: Print) -> None:
    printed = packet(agreed, "Rahman")
    page = _page(printed, "travel")
    for words in (
        "B6 1308", "lands 4:20 pm EDT", "Fri 05:20", "5:00 pm", "Fri 06:00", "ようこそ", "アリ ファティマ さん",
        "within 24 hours", "無事に着きました。", "alarm at", "5:30 am", "18:30", "They land Mon 2 Aug, 3:55 pm JST",
    ):  # fmt: skip
        assert bare(words) in page, words


def test_a_home_in_the_middle_has_no_page_of_flights(agreed: Plan, packet: Print) -> None:
    # Hina comes from another home to the Pelletiers, and flies home from there.
    page = _page(packet(agreed, "Pelletier"), "travel")
    assert "Departure" in page
    assert "Arrival出発" not in page
    assert "NH110" not in page
    # A day has one number on every paper: here the third of the visit, the family's first.
    days = _page(packet(agreed, "Pelletier"), "programme")
    assert "24JulySaturdayDay3" in days


def test_trouble_names_the_numbers_of_the_country_the_address_and_the_guest(agreed: Plan, packet: Print) -> None:
    page = _page(packet(agreed, "Desjardins"), "trouble")
    misaki = next(member.stays[0].household for member in agreed.members if member.person.given_name == "Misaki")
    assert misaki is not None
    for words in ("Health: asthma.", "Medicine: carries an inhaler."):
        assert bare(words) in _page(packet(agreed, misaki.name_en), "trouble")
    for words in ("911", "77 Stevens Ave", "SUZUKI Yui, 14 years old. BUCKWHEAT (soba): severe allergy."):
        assert bare(words) in page, words
    assert "119" not in page


def test_addresses_and_numbers_are_as_one_dials_them_there(agreed: Plan, packet: Print) -> None:
    page = _page(packet(agreed, "Rahman"), "addresses")
    for words in (
        "41 Brackett St Apt 3", "(207) 555-0145", "239 Park Avenue", "011-81-3-5742-6517", "SAITO Kaori",
        "011-81-90-1234-5620", "Maine Medical Center, emergency",
    ):  # fmt: skip
        assert bare(words) in page, words
    # Each page on what to do refers to the insurer: where nobody has entered one, there is room for the number.
    assert bare("Insurer 保険会社") in page


def test_the_receipt_says_until_when_the_packet_is_kept(agreed: Plan, packet: Print) -> None:
    page = _page(packet(agreed, "Rahman"), "receipt")
    assert bare("shred it after Sun 15 Aug 2027") in page
    assert bare("The Rahman family has received its packet") in page


def test_what_is_lacking_is_said_before_it_is_handed_out(agreed: Plan, settled: Plan, packet: Print) -> None:
    codes = {note.code: note for note in packet(agreed, "Okafor").notes}
    # What the guest has written stays as it is, and whoever hands the packet out reads where.
    foreign = codes["paper-texts-not-in-english"]
    assert foreign.figures["count"] == len(foreign.figures["names"]) > 0
    japanese = {note.code: note for note in packet(agreed, "Okafor", "ja").notes}
    assert "paper-texts-not-in-english" not in japanese
    assert "Courtesy call on the Mayor – Wear" not in [name.en for name in foreign.figures["names"]]
    assert "packet-chaperones-no-phone" in codes
    assert "paper-places-not-in-japanese" not in codes
    assert "paper-places-not-in-japanese" in japanese
    assert codes["packet-runs-open"].figures["count"] > 0
    assert "packet-addresses-missing" in codes
    assert say(codes["packet-runs-open"], "en").startswith("Okafor: ")
    assert say(codes["packet-runs-open"], "ja").startswith("Okafor家：")
    assert all(say(note, language) for note in codes.values() for language in ("en", "ja"))


def test_an_adult_who_is_not_cleared_keeps_the_packet_back_by_name(agreed: Plan, changed: Callable[..., Plan]) -> None:
    document = document_of("host-packet")
    # The Okafors' son turns eighteen while the guests are there.
    [reason] = document.blocked(agreed, reader(agreed, "Okafor"))
    assert say(reason, "en") == (
        "Emeka Okafor turns 18 on Wed 28 Jul and has no clearance yet. It is needed from the night of Wed 28 Jul on."
    )
    assert say(reason, "ja").endswith("7月28日(水)の夜から必要です。")
    assert document.blocked(agreed, reader(agreed, "Rahman")) == ()
    # What keeps nothing back is said before printing, of the readers' own things only, each once.
    found = check(agreed)
    lindqvist, rahman, okafor = (reader(agreed, name) for name in ("Lindqvist", "Rahman", "Okafor"))
    said = [say(one, "en") for one in concerns(agreed, [lindqvist, rahman, lindqvist], found)]
    assert [one.partition(" was ")[0] for one in said if "36 months" in one] == ["Erik Lindqvist", "Karin Lindqvist"]
    assert not any("Emeka" in one for one in said)
    one = found_on(agreed, [okafor], found)[0]
    assert one.severity is Severity.BLOCK, "the window leads to each of them"
    [blocking] = concerns(agreed, [okafor], found)
    assert say(blocking, "en").startswith(f"{blocking.figures['count']} finding")
    assert "Emeka Okafor turns 18" in say(blocking, "en")

    def clear(session: Session) -> None:
        emeka = session.query(Resident).join(Person).filter(Person.given_name == "Emeka").one()
        emeka.clearances = [Clearance(status="cleared", cleared_on=dt.date(2027, 6, 1))]

    assert document.blocked(changed(clear), reader(agreed, "Okafor")) == ()


def test_a_visit_by_day_has_a_packet_without_nights(changed: Callable[..., Plan]) -> None:
    def visit(session: Session) -> None:
        stay = session.query(Stay).filter(Stay.member_id == guest_named(session, "Fatima").id).one()
        stay.kind, stay.first_night, stay.last_night = "day_visit", dt.date(2027, 7, 25), dt.date(2027, 7, 25)

    plan = changed(visit)
    printed = print_for(plan, reader(plan, "Rahman"), PaperOptions("en", "a4", PRINTED_AT), "host-packet")
    assert "night" not in _page(printed, "cover").replace("Yournightsandruns", "").replace("First-night", "").replace(
        "dayornight", ""
    )
    assert bare("A visit to your home by day, without a night.") in _page(printed, "nights")


def test_families_that_share_a_car_can_reach_each_other_and_nobody_else(changed: Callable[..., Plan]) -> None:
    def share(session: Session) -> None:
        homes = {home.name_en: home for home in session.query(Household)}
        offer = next(one for one in session.query(HostOffer) if one.household_id == homes["Washington"].id)
        offer.rides_with_id = homes["Rahman"].id

    plan = changed(share)

    def printed(name: str) -> Printed:
        return print_for(plan, reader(plan, name), PaperOptions("en", "a4", PRINTED_AT), "host-packet")

    def table(name: str) -> str:
        return _page(printed(name), "nights")

    assert bare("You ride with the Rahman family, (207) 555-0145.") in table("Washington")
    assert bare("You also drive for the Washington family, (207) 555-0148.") in table("Rahman")
    paper = printed("Desjardins")
    other = _page(paper, "nights")
    assert "Washington" not in other
    # Who is with the group all day on the 28th finds no empty cell for lunch, and a slip would say so too.
    assert bare("open nobody has said yet who sees to it") in other
    told = {fact.label: fact.value for page in paper.pages for fact in page.facts}
    assert told["Wed 28 Jul, Lunch"] == "open"


def test_a_japanese_family_reads_of_its_american_guest(changed: Callable[..., Plan]) -> None:
    def turn_round(session: Session) -> None:
        visit = session.query(Visit).one()
        visit.host_city, visit.home_city = visit.home_city, visit.host_city
        guest = guest_named(session, "Fatima").person
        guest.grade, guest.school_en, guest.school_ja = "9th grade", "Lyman Moore", ""
        guest.contacts[0].relation = "mother"

    plan = changed(turn_round)
    printed = print_for(plan, reader(plan, "Rahman"), PaperOptions("ja", "a4", PRINTED_AT), "host-packet")
    trouble = _page(printed, "trouble")
    for words in ("119", "110", "171", "#7119"):
        assert words in trouble
    assert bare("靴を脱ぐ場所") in _page(printed, "tips")
    assert "中学3年" in _page(printed, "guest-")
    assert "お母さん" in _page(printed, "guest-")
    assert bare("お風呂はいつがいいですか。") in _page(printed, "first-night-")


def _page(printed: Printed, section: str) -> str:
    texts = zip(printed.pages, pages_of(printed.pdf), strict=True)
    return "".join(text for page, text in texts if page.section.startswith(section))

"""The day sheet: each day on its own page, read back and held against the plan; nothing on it that is not for all."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from planner.language.dates import day_text
from planner.language.names import called_name, family_word
from planner.language.times import span_text, time_text
from planner.model import Plan
from planner.model.readers import of_everybody, of_group
from planner.papers.catalogue import document_of
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.kit.sheet import Frame
from planner.papers.options import PAPER_LANGUAGES, PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from tests.papers.conftest import PRINTED_AT
from tests.papers.looking import assert_inside, bare, pages_of


def sheets(plan: Plan, language: str = "en", paper: str = "a4") -> Printed:
    reader = of_everybody()
    options = PaperOptions(language, paper, PRINTED_AT)
    return render(document_of("day-sheet"), redacted_for(plan, reader), reader, options)


def page_on(printed: Printed, day: dt.date) -> str:
    [words] = [page.words for page in printed.pages if page.section == day.isoformat()]
    return bare(words)


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_every_day_is_one_page_with_its_date_events_and_times(staffed: Plan, language: str) -> None:
    printed = sheets(staffed, language)
    days = schedule_of(redacted_for(staffed, of_everybody())).days
    assert [page.section for page in printed.pages] == [day.on.isoformat() for day in days]
    for day, words in zip(days, pages_of(printed.pdf), strict=True):
        for each in {"en": ["en"], "ja": ["ja"], "both": ["en", "ja"]}[language]:
            assert bare(day_text(day.on, each, "day-long-month")) in words
            for event in day.events:
                title = (event.source.title_ja, event.source.title_en)[each == "en"] or event.source.title_en
                assert bare(title) in words
        for event in day.events:
            if event.activity and event.start and event.end:
                said = span_text(event.start.at, event.end.at, "en" if language == "en" else "ja", "paper")
                assert bare(said) in words or bare(said.replace("\u301c", "–")) in words


def test_families_are_invited_to_what_goes_on_not_to_bring_their_guests_to_the_airport(staffed: Plan) -> None:
    asked = {one.starts_on: one.ends_at for one in staffed.activities if one.hosts_invited}
    assert asked[staffed.visit.last_day] is None, "families bring their guests, and that is it"
    days = {day.isoformat() for day, end in asked.items() if end is not None}
    invited = {page.section for page in sheets(staffed, "ja").pages if "ホストファミリーも参加" in bare(page.words)}
    assert invited == days
    reader = of_group()
    options = PaperOptions("ja", "a4", PRINTED_AT)
    table = render(document_of("itinerary"), redacted_for(staffed, reader), reader, options)
    assert bare("".join(page.words for page in table.pages)).count("ホスト参加") == len(days)


def test_a_day_says_how_the_next_one_begins(staffed: Plan, staffed_but: Callable[..., Plan]) -> None:
    printed = sheets(staffed, "both")
    tomorrow = page_on(printed, dt.date(2027, 7, 25))
    assert bare("Tomorrow 明日") in tomorrow
    assert bare("8:30 am, Bus to Augusta") in tomorrow
    assert bare("8:30 オーガスタへ移動") in tomorrow
    assert bare("Bring swimsuit") in page_on(printed, dt.date(2027, 7, 29))
    # A slip says it in each language by itself, and once when and where families come.
    facts = {one.key: one for page in printed.pages for one in page.facts}
    assert facts["tomorrow.2027-07-25.en"].value.startswith("8:30 am, Bus to Augusta")
    assert facts["tomorrow.2027-07-25.ja"].label == "7月25日(日)、明日"
    comes = [one.label for one in facts.values() if one.value.startswith("Pick-up: noon Portland Pier")]
    assert comes == ["Tue 27 Jul Pick-up"]
    assert bare("Tomorrow") not in page_on(printed, staffed.visit.last_day + dt.timedelta(days=1))
    # Of a trip of two days the second day tells the end, and whence one comes back.
    camp = next(one.id for one in staffed.activities if one.title_en.startswith("Camp day"))
    said = {"ends_on": dt.date(2027, 7, 31), "ends_at": dt.time(12), "dismissal_at": dt.time(12, 30)}
    trip = page_on(sheets(staffed_but(("Activity", camp, said)), "en"), dt.date(2027, 7, 31))
    assert bare("Camp day: canoe, archery ends") in trip
    assert bare("12:30 pm Sun 01:30 Dismissal at") in trip


def test_families_and_whom_they_fetch_stand_at_the_foot_with_the_time_and_nothing_else_of_them(staffed: Plan) -> None:
    printed = sheets(staffed, "both")
    words = page_on(printed, dt.date(2027, 7, 23))
    assert bare("Pick-up: 11:30 am Portland Expo お迎え：11:30 ポートランド・エキスポ") in words
    assert bare("Pick-up: 5:45 pm City Hall front steps お迎え：17:45 市庁舎の正面階段") in words
    for stay in staffed.stays:
        if stay.household and stay.first_night <= dt.date(2027, 7, 23) <= stay.last_night:
            assert bare(family_word(stay.household, "en")) in words
            assert family_word(stay.household, "ja") in words
            assert called_name(stay.member.person, "en") in words
    whole = "".join(pages_of(printed.pdf))
    for home in staffed.households:
        assert bare(home.address_en) not in whole
        assert bare(home.phone[-8:]) not in whole
    for secret in ("SECRET", "buckwheat", "そば", "halal", "ハラール", "Takahashi", "髙橋"):
        assert secret not in whole
    assert bare("No health details, no addresses.") in whole


def test_who_comes_home_with_the_family_is_on_no_list_nor_who_has_no_family(staffed: Plan) -> None:
    """All guests and families hold the sheet: that Riko has no bed yet is for the staff to know."""
    printed = sheets(staffed)
    words = page_on(printed, dt.date(2027, 7, 31))
    assert not any(bare(family_word(home, "en")) in words for home in staffed.households)
    whole = "".join(page_on(printed, dt.date(2027, 7, day)) for day in (23, 27, 31))
    assert "Riko" not in whole
    assert "Nofamily" not in whole
    arrival = page_on(printed, dt.date(2027, 7, 22))
    assert bare("Families meet their guests: 5:00 pm Portland Jetport arrivals hall") in arrival


@pytest.mark.parametrize(("language", "said"), [("en", "time, place to follow"), ("ja", "時間・場所は後日")])
def test_the_way_back_that_nobody_has_settled_is_as_open_as_in_the_packet(
    staffed: Plan, language: str, said: str
) -> None:
    words = page_on(sheets(staffed, language), dt.date(2027, 7, 26))
    foot = words[words.index({"en": "Pick-up", "ja": "お迎え"}[language]) :]
    assert bare(said) in foot
    assert "3:00" not in foot
    assert "15:00" not in foot


def test_meeting_and_dismissal_stand_at_their_own_minute(staffed: Plan) -> None:
    words = page_on(sheets(staffed), dt.date(2027, 7, 23))
    rows = ["Meetatmaindoor", "Shootingclinic", "MeetatPortlandCityHall", "4:00–5:30", "DismissalatCityHallfrontsteps"]
    assert [words.index(row) for row in rows] == sorted(words.index(row) for row in rows)
    assert "Interpreting JOHNSON Emi, Ken YOSHINO".replace(" ", "") in words


def test_what_is_past_midnight_is_told_in_time(staffed: Plan, staffed_but: Callable[..., Plan]) -> None:
    """A pick-up is on the sheet of the evening and names the night; so is a meeting for what begins past midnight."""
    ids = {one.title_en: one.id for one in staffed.activities}
    late = {"dismissal_at": dt.time(0, 15), "hosts_invited": False}
    stars = {"starts_at": dt.time(0, 45), "ends_at": dt.time(2), "meeting_at": dt.time(23, 30)}
    camp = next(title for title in ids if title.startswith("Camp day"))
    plan = staffed_but(("Activity", ids["Japan Night"], late), ("Activity", ids[camp], stars))
    printed = sheets(plan, "both")
    evening = page_on(printed, dt.date(2027, 7, 27))
    assert bare("12:15 am (night of Tue 27 to Wed 28 Jul) Lyman Moore Middle School") in evening
    assert bare("0:15（7月27日(火)から28日(水)にかけての夜） Lyman Moore Middle School") in evening
    pages = [page_on(printed, dt.date(2027, 7, day)) for day in (29, 30)]
    assert ["23:30" in words for words in pages] == [True, False]
    assert [bare("12:45 am, Camp day") in words for words in pages] == [True, False], "how the next day begins"
    assert bare("Night of Thu 29 to Fri 30 Jul") in pages[1]


def test_before_beds_are_known_there_is_no_list_and_the_sheet_stands(portland: Plan) -> None:
    printed = sheets(portland)
    assert len(printed.pages) == 12
    assert "Pick-up" not in "".join(pages_of(printed.pdf))


def test_what_a_single_person_does_is_on_no_sheet(hard: Plan) -> None:
    words = page_on(sheets(hard), dt.date(2027, 11, 9))
    assert "Dentist" not in words
    assert "Museum" in words


def test_a_day_that_is_longer_than_a_page_goes_on_with_its_date_repeated(hard: Plan) -> None:
    printed = sheets(hard, "both", "letter")
    assert_inside(printed.pdf, Frame("letter"))
    pages = [page for page in printed.pages if page.section == "2027-11-10"]
    assert len(pages) == 2
    assert all(day_text(dt.date(2027, 11, 10), "en", "day-long-month") in page.words for page in pages)
    assert "continued" in pages[1].words
    words = "".join(bare(page.words) for page in pages)
    assert all(bare(f"Station {number}, a museum") in words for number in range(1, 21))


def test_a_changed_time_is_told_of_its_own_day_only(hard: Plan, edited: Callable[..., Any]) -> None:
    museum = next(each for each in hard.activities if each.title_en == "Museum")
    before, after = sheets(hard), sheets(edited("Activity", museum.id, starts_at=dt.time(15)))
    changed = [a.section for a, b in zip(before.pages, after.pages, strict=True) if a.digest != b.digest]
    assert changed == ["2027-11-09"]
    old, new = ({fact.key: fact for page in each.pages for fact in page.facts} for each in (before, after))
    [key] = [key for key in old if old[key] != new[key]]
    assert key.startswith(museum.uid)
    assert time_text(dt.time(16), "en", "paper")[:4] in old[key].value
    assert new[key].value.startswith("3:00")

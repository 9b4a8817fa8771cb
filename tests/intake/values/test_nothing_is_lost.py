"""No reader ever raises, and none loses a word: what is not in the value is left over, word for word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.intake.values.addresses import read_email, read_locality, read_postal_code
from planner.intake.values.adults import read_clearances, read_driving
from planner.intake.values.allergies import read_allergies
from planner.intake.values.animals import read_avoided, read_pets
from planner.intake.values.answers import read_answer, read_gender, read_photo_consent
from planner.intake.values.attendance import read_attendance
from planner.intake.values.availability import read_availability
from planner.intake.values.beds import read_beds
from planner.intake.values.dates import DayOrder, Frame, read_date
from planner.intake.values.diets import read_cooking, read_diets
from planner.intake.values.health import read_health
from planner.intake.values.homes import read_home
from planner.intake.values.interpreting import read_interpreter_level, read_modes, read_needs, read_pairs
from planner.intake.values.languages import read_languages, read_level
from planner.intake.values.meals import read_meals
from planner.intake.values.names import read_name
from planner.intake.values.nights import read_nights_off
from planner.intake.values.numbers import read_count, read_height, read_number
from planner.intake.values.phones import read_phones
from planner.intake.values.reading import Reading
from planner.intake.values.residents import read_residents
from planner.intake.values.scan import Scan, fold, trim
from planner.intake.values.schooling import read_playing, read_role, read_schooling
from planner.intake.values.smoking import read_smoking
from planner.intake.values.status import read_status
from planner.intake.values.times import read_moment, read_zone
from planner.intake.values.travel import read_leg, read_seats
from planner.intake.values.wanted import read_wanted

FRAME = Frame(dt.date(2027, 7, 22), dt.date(2027, 8, 1), DayOrder.MONTH_FIRST)
NEAR = ("America/New_York", "Asia/Tokyo")
Reader = Callable[[str], Reading[Any]]

READERS: dict[str, tuple[Reader, list[str]]] = {
    "date": (lambda text: read_date(text, FRAME), ["H25.6.3", "July 28", "3/4/2027", "２０１２／９／３０"]),
    "moment": (lambda text: read_moment(text, FRAME, NEAR), ["11:00 (Tokyo)", "Mon Aug 2 3:55 PM", "noon", "午後3時"]),
    "zone": (lambda text: read_zone(text, NEAR), ["Asia/Tokyo", "JST"]),
    "nights": (lambda text: read_nights_off(text, FRAME), ["July 24-25 (family wedding)", "July 30, 31", "weekends"]),
    "availability": (
        lambda text: read_availability(text, FRAME),
        ["Jul 23, 24 after 12:00; Jul 30 all day", "7/22 to 7/28, not Sunday", "平日 18:00以降"],
    ),
    "residents": (
        lambda text: read_residents(text, FRAME),
        ["Marie 46 mother\nPaul 48 father", "Emeka 17 son (turns 18 on July 28)", "父 太郎 45歳"],
    ),
    "clearances": (
        lambda text: read_clearances(text, FRAME, ["Marie", "Ben"]),
        ["Marie 2/3/2027; Ben - not yet", "pending"],
    ),
    "driving": (lambda text: read_driving(text, ["Marie", "Paul"]), ["Marie, Paul - 4", "Susan 4"]),
    "beds": (lambda text: read_beds(text, ["Ada"]), ["Ada's room: 1 twin + 1 trundle; den: sofa bed", "和室に布団2組"]),
    "smoking": (lambda text: read_smoking(text, ["Bob"]), ["No", "Bob - outdoors only", "yes"]),
    "languages": (
        lambda text: read_languages(text, ["Marie", "Mai"]),
        ["French (Marie, fluent), English", "English; Mai learning Japanese", "日本語、英語（少し）"],
    ),
    "level": (read_level, ["日常会話ができる", "fluent"]),
    "allergies": (read_allergies, ["そば（重度・エピペン持参）、ピーナッツ", "peanuts (severe), soy", "なし"]),
    "diets": (read_diets, ["ハラール（豚肉・アルコール不可）", "vegan", "イスラム教徒"]),
    "cooking": (read_cooking, ["no nuts is fine, egg-free fine", "Halal kitchen, vegetarian"]),
    "avoided": (read_avoided, ["猫アレルギー（室内で飼っている家は不可）", "afraid of big dogs"]),
    "pets": (read_pets, ["2 rabbits (indoor), 1 cat outdoors", "Golden retriever (indoor), 1"]),
    "wanted": (read_wanted, ["girls 12-15", "Either, 11-14", "girl or female chaperone"]),
    "health": (read_health, ["ぜんそく（吸入薬持参）", "asthma (inhaler)"]),
    "answer": (read_answer, ["はい", "No", "no preference"]),
    "photo": (read_photo_consent, ["集合写真のみ", "yes"]),
    "gender": (read_gender, ["女", "male"]),
    "phones": (lambda text: read_phones(text, "US"), ["(207) 555-0141", "+81 90 1234 5622"]),
    "name": (read_name, ["髙橋 さくら", "Linh Nguyen"]),
    "count": (read_count, ["2", "2人", "up to 3"]),
    "number": (read_number, ["3.5 hours"]),
    "height": (read_height, ["158 cm", "5'2\""]),
    "role": (lambda text: read_role(text) if read_role(text).value is None else Reading(text), ["選手", "student"]),
    "schooling": (read_schooling, ["八潮学園 8年", "Lyman Moore, grade 7"]),
    "playing": (read_playing, ["PG / 4"]),
    "locality": (read_locality, ["Portland, ME 04103"]),
    "postal code": (read_postal_code, ["04103"]),
    "email": (read_email, ["marie.o@example.com"]),
    "home": (read_home, ["apartment"]),
    "meals": (read_meals, ["lunch: pizza", "dinner with family", "朝○昼×夕家"]),
    "attendance": (read_attendance, ["everyone; host families", "A squad"]),
    "needs": (read_needs, ["consecutive, ja/en, speeches 2 x 10 min", "escort"]),
    "pairs": (read_pairs, ["ja>en; en>ja"]),
    "modes": (read_modes, ["consecutive, whispered"]),
    "interpreter level": (read_interpreter_level, ["professional"]),
    "seats": (read_seats, ["coach, 40 seats"]),
    "status": (read_status, ["confirmed"]),
}

# What cells are made of, so that chance comes near to what readers look for.
PIECES = st.sampled_from(
    [
        *("July 24", "7/22", "3/4/2027", "H25.6.3", "平成", "2013/1/9", "12:30", "3 PM", "noon", "午後3時", "18", "2"),
        *(
            "two",
            "１２",
            "46",
            "-",
            " to ",
            "; ",
            ", ",
            "、",
            "|",
            "\n",
            "(",
            ")",
            "（",
            "）",
            ":",
            "+",
            "/",
            ".",
            "not ",
        ),
        *("なし", "none", "Marie", "Paul", "髙橋 さくら", "mother", "娘", "cat", "犬", "indoor", "twin", "bed", "room"),
        *("sofa", "no", "yes", "はい", "girls", "そば", "egg", "milk", "ok", "free", "severe", "EpiPen", "エピペン"),
        *("French", "英語", "fluent", "少し", "everyone", "A squad", "host families", "lunch", "dinner", "family"),
        *("with ", "escort", "ja", "en", ">", "min", "Flight NH110", "HND-JFK", "Bus to ", "090-1234-5602", "a@b.co"),
        *(
            "(207) 555-0141",
            "=cmd",
            "@",
            "'",
            '"',
            "ー",
            "〜",
            "𠮷",
            "ﾀﾞ",
            "\u3099",
            "\u0301",
            "\ufeff",
            "\x00",
            "🙂",
            "א",
        ),
    ]
)
CELLS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=10).map(" ".join)
)


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=40, deadline=None)
@given(text=CELLS)
def test_no_cell_makes_a_reader_fail(kind: str, text: str) -> None:
    reading = READERS[kind][0](text)
    assert isinstance(reading, Reading)
    hash(reading)


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_strange_word_is_never_lost(kind: str, data: st.DataObject) -> None:
    reader, known = READERS[kind]
    text = data.draw(st.sampled_from(known))
    stranger = data.draw(st.sampled_from(["zqxv", "Qwrt", "ぷるぷる", "§§zz§§"]))
    before = data.draw(st.booleans())
    mark = data.draw(st.sampled_from([" ", "; ", ", ", "、"]))
    whole = f"{stranger}{mark}{text}" if before else f"{text}{mark}{stranger}"
    reading = reader(whole)
    word = stranger.strip("§")
    assert word.casefold() in (reading.rest + repr(reading.value)).casefold(), (whole, reading)


@settings(max_examples=120, deadline=None)
@given(text=CELLS)
def test_what_is_left_over_stands_in_the_cell(text: str) -> None:
    for reader, _ in READERS.values():
        for word in reader(text).rest.split():
            assert word.strip("; ") in text, (word, text)


@settings(max_examples=120, deadline=None)
@given(text=CELLS, title=CELLS, transport=CELLS)
def test_no_title_makes_the_travel_reader_fail(text: str, title: str, transport: str) -> None:
    read_leg(title, text, transport)


@settings(max_examples=120, deadline=None)
@given(text=st.text(max_size=40), start=st.integers(0, 60), length=st.integers(0, 60))
def test_a_stretch_of_the_folded_text_leads_back_to_the_words_of_the_cell(text: str, start: int, length: int) -> None:
    scan = Scan(text)
    stop = min(len(scan.plain), start + length)
    assert scan.original(min(start, stop), stop) in text
    assert scan.original(0, len(scan.plain)) == (text if scan.plain else "")
    assert fold(scan.plain)[0] == scan.plain or not text.isascii()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("-2+3", "-2+3"),
        ("- ask Emi (the coach)", "- ask Emi (the coach)"),
        ("・要相談（火曜）", "・要相談（火曜）"),
    ],
)
def test_of_what_nobody_understood_not_even_a_mark_goes(words: str, kept: str) -> None:
    assert Scan(f" {words} ").left() == kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (", cold (-5 at night), ", "cold (-5 at night)"),
        (" -2 floors", "-2 floors"),
        ("-30", "30"),
        ("、ピアノ（初級）。", "ピアノ（初級）"),
        ("(in May) only;", "(in May) only"),
        ("(in May", "in May"),
        (" – ", ""),
    ],
)
def test_a_remnant_keeps_the_bracket_it_opened_and_the_sign_of_its_number(words: str, kept: str) -> None:
    assert trim(words) == kept

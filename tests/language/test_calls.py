"""Calls in words, in both languages."""

import datetime as dt

import pytest

from planner.clock import WallTime
from planner.clock.calls import Spell
from planner.clock.recurring import shifts_within
from planner.language import say
from planner.language.calls import again_text, always_text, city_text, in_cities, shift_text, spells_text
from planner.model.cities import City
from planner.model.message import Message

TOKYO, CHICAGO = "Asia/Tokyo", "America/Chicago"
HANAMAKI = City(name_en="Hanamaki", name_ja="花巻市", country="JP", zone=TOKYO)
HOT_SPRINGS = City(name_en="Hot Springs", name_ja="ホットスプリングス", country="US", zone=CHICAGO)


def spell(first: dt.date, last: dt.date, at: dt.time) -> Spell:
    return Spell(WallTime(first, at, CHICAGO), WallTime(last, at, CHICAGO))


ONE = spell(dt.date(2027, 3, 5), dt.date(2027, 3, 12), dt.time(18))
TWO = spell(dt.date(2027, 3, 19), dt.date(2027, 10, 29), dt.time(19))
THREE = spell(dt.date(2027, 11, 12), dt.date(2027, 12, 31), dt.time(18))


@pytest.mark.parametrize(
    ("spells", "english", "japanese"),
    [
        ((), "", ""),
        ((ONE,), "Fri 6:00 PM", "金 18:00"),
        ((ONE, TWO), "Fri 6:00 PM until 12 Mar, Fri 7:00 PM from 19 Mar", "3月12日まで金 18:00、3月19日から金 19:00"),
        ((ONE, TWO, THREE), "Fri 7:00 PM from 19 Mar to 29 Oct", "3月19日から10月29日まで金 19:00"),
    ],
)
def test_spells(spells: tuple[Spell, ...], english: str, japanese: str) -> None:
    assert english in spells_text(spells, "en")
    assert japanese in spells_text(spells, "ja")


def test_a_spell_of_one_call_says_its_day() -> None:
    day = dt.date(2027, 3, 19)
    said = spells_text((ONE, spell(day, day, dt.time(19)), THREE), "en")
    assert said == "Fri 6:00 PM until 12 Mar, Fri 7:00 PM on 19 Mar, Fri 6:00 PM from 12 Nov"


@pytest.mark.parametrize(
    ("weeks", "until", "english", "japanese"),
    [
        (None, None, "", ""),
        (1, None, "every week", "毎週"),
        (2, None, "every 2 weeks", "2週間ごと"),
        (2, dt.date(2027, 3, 31), "every 2 weeks until 31 Mar 2027", "2027年3月31日まで2週間ごと"),
    ],
)
def test_how_often(weeks: int | None, until: dt.date | None, english: str, japanese: str) -> None:
    assert again_text(weeks, until, "en") == english
    assert again_text(weeks, until, "ja") == japanese


def test_whose_clock_is_kept() -> None:
    assert always_text(dt.time(9), "Hanamaki", "en") == "always 9:00 AM in Hanamaki"
    assert always_text(dt.time(9), "花巻市", "ja").count("花巻市") == 1


def test_what_a_change_over_does_to_the_host_city() -> None:
    (spring,) = shifts_within(TOKYO, CHICAGO, dt.date(2027, 3, 1), dt.date(2027, 3, 31))
    assert "1 h earlier in Hanamaki" in shift_text(spring, HANAMAKI, HOT_SPRINGS, "en")
    (autumn,) = shifts_within(TOKYO, CHICAGO, dt.date(2027, 11, 1), dt.date(2027, 11, 30))
    assert "1 h later in Hanamaki" in shift_text(autumn, HANAMAKI, HOT_SPRINGS, "en")
    japanese = shift_text(autumn, HANAMAKI, HOT_SPRINGS, "ja")
    assert "花巻市" in japanese
    assert "Hot" not in japanese


def test_a_city_is_named_rather_than_its_zone() -> None:
    early = Message.of("call-early", at=dt.time(7, 30), zone=CHICAGO)
    assert "Hot Springs" in say(in_cities(early, (HANAMAKI, HOT_SPRINGS)))
    assert "ホットスプリングス" in say(in_cities(early, (HANAMAKI, HOT_SPRINGS)), "ja")
    plain = Message.of("call-good")
    assert in_cities(plain, (HANAMAKI,)) == plain


def test_a_city_without_a_name_in_the_language_has_its_other_one() -> None:
    half = City(name_en="Hot Springs", name_ja="", country="US", zone=CHICAGO)
    assert city_text(half, "ja") == city_text(half, "en") == "Hot Springs"

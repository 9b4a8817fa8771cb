"""The ceremony timer: what consecutive interpreting makes of a row of speeches, and what to cut."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.agenda.ceremony import Ceremony, in_order, timed, told_minutes
from planner.model.kinds import InterpretingMode, SpeechLanguage

JA, EN, BOTH, NONE = SpeechLanguage
CONSECUTIVE, SIMULTANEOUS = InterpretingMode.CONSECUTIVE, InterpretingMode.SIMULTANEOUS


@dataclass(frozen=True)
class Item:
    id: int
    minutes: int | None = 5
    language: SpeechLanguage = JA
    mode: InterpretingMode = CONSECUTIVE
    place: int | None = None
    cut_rank: int | None = None


def minutes(count: float) -> dt.timedelta:
    return dt.timedelta(minutes=count)


def test_half_an_hour_of_six_speeches_takes_an_hour() -> None:
    ceremony = timed([Item(number) for number in range(6)], minutes(30))
    assert ceremony.on_paper == 30
    assert ceremony.length == minutes(63)
    assert ceremony.over == minutes(33)
    # What stands beside each item adds up to the whole.
    assert [one.whole_minutes for one in ceremony.items] == [10, 11, 10, 11, 10, 11]
    assert [one.id for one in ceremony.beyond] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("item", "takes"),
    [
        (Item(1, 10), 21),
        (Item(1, 10, EN), 21),
        (Item(1, 10, BOTH), 10),
        (Item(1, 10, NONE), 10),
        (Item(1, 10, JA, SIMULTANEOUS), 10),
        (Item(1, None), 0),
    ],
)
def test_only_what_is_said_twice_takes_longer(item: Item, takes: float) -> None:
    assert timed([item], None).items[0].minutes == takes


def test_the_factor_is_the_visits() -> None:
    assert timed([Item(1, 10)], None, 2.0).length == minutes(20)


def test_items_follow_their_places_and_those_without_come_last() -> None:
    items = [Item(1), Item(2, place=2), Item(3, place=1), Item(4)]
    assert [one.id for one in in_order(items)] == [3, 2, 1, 4]


def test_what_is_cut_first_goes_first_and_no_more_than_needed() -> None:
    items = [Item(1), Item(2, cut_rank=2), Item(3, cut_rank=1), Item(4, cut_rank=3)]
    assert [one.id for one in timed(items, minutes(42)).cuts] == []
    assert [one.id for one in timed(items, minutes(35)).cuts] == [3]
    assert [one.id for one in timed(items, minutes(25)).cuts] == [3, 2]
    ceremony = timed(items, minutes(5))
    assert [one.id for one in ceremony.cuts] == [3, 2, 4]
    assert ceremony.still_over == minutes(5.5)
    assert (ceremony.whole_minutes, ceremony.whole_over) == (42, 37)
    assert sum(one.whole_minutes for one in timed(items[:3], None).items) == timed(items[:3], None).whole_minutes == 31
    assert timed(items[:1], minutes(10)).whole_over == 1
    # Told as it is, so that items add up; what is begun of a tenth counts.
    assert [told_minutes(minutes(one)) for one in (63, 5.5, 94.44, 0)] == [63, 5.5, 94.5, 0]


def test_without_an_end_nothing_is_too_long() -> None:
    ceremony = timed([Item(1, 500)], None)
    assert (ceremony.over, ceremony.beyond, ceremony.cuts) == (minutes(0), (), ())
    assert timed([], minutes(10)).length == minutes(0)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(list(SpeechLanguage)), st.none() | st.integers(1, 5))),
    st.integers(0, 120),
)
def test_cuts_save_what_they_promise(rows: list[tuple[int, SpeechLanguage, int | None]], room: int) -> None:
    items = [Item(number, length, language, cut_rank=rank) for number, (length, language, rank) in enumerate(rows)]
    ceremony: Ceremony = timed(items, minutes(room))
    cut = {one.id for one in ceremony.cuts}
    rest = timed([one for one in items if one.id not in cut], minutes(room))
    assert abs(rest.over - ceremony.still_over) < dt.timedelta(milliseconds=1)
    assert all(one.cut_rank is not None for one in ceremony.cuts)

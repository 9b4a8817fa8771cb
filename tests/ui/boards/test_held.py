"""Where the hand puts a card: days and minutes from places on the board, five minutes at the least, clocks changing."""

import datetime as dt

import pytest

from planner.clock import Doubled, Missing, WallTime, elapsed
from planner.ui.boards.time.faces import Card, Clocks, Face
from planner.ui.boards.time.held import Grip, Held, carried, drawn, hold, local_at, minutes_between, pulled
from planner.ui.boards.time.scale import Column, Scale

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
DAY = dt.date(2027, 7, 22)
SPRING, AUTUMN = dt.date(2027, 3, 14), dt.date(2027, 11, 7)
HOUR = 48


def scale(first: dt.date = DAY) -> Scale:
    return Scale([Column(first + dt.timedelta(days=day)) for day in range(4)], NEW_YORK, TOKYO, hour=HOUR)


def wall(on: dt.date, hour: int, minute: int = 0, fold: int | None = None) -> WallTime:
    return WallTime(on, dt.time(hour, minute), NEW_YORK, fold)


def held(begins: WallTime, ends: WallTime | None) -> Held:
    start = begins.instant()
    last = begins.on if ends is None else ends.on
    end = start if ends is None else ends.instant()
    return hold(Card("it", Face("sport", "sport", "It", Clocks("", "")), begins.on, last, start, end), NEW_YORK)


@pytest.mark.parametrize(
    ("start", "down", "minutes"),
    [
        ((10, 0), 4, 5),  # four pixels are five minutes
        ((10, 0), 1, 0),
        ((10, 3), 0, 2),  # the start lies on five minutes from then on
        ((10, 0), -20 * HOUR, -600),  # no further than the day's ends
        ((10, 0), 20 * HOUR, 13 * 60 + 55),
    ],
)
def test_a_start_snaps_to_five_minutes_and_stays_in_its_day(start: tuple[int, int], down: float, minutes: int) -> None:
    assert minutes_between(scale(), wall(DAY, *start), down) == minutes


def test_what_goes_on_from_a_day_before_is_carried_over_midnight() -> None:
    assert minutes_between(scale(), wall(DAY, 1), -2 * HOUR, stays_in_day=False) == -120


def test_carried_over_a_change_over_it_takes_as_long_as_it_did() -> None:
    it = held(wall(AUTUMN - dt.timedelta(days=1), 22), wall(AUTUMN, 3))
    target = carried(it, -1, 0)
    assert target.begins == wall(AUTUMN - dt.timedelta(days=2), 22)
    assert target.ends is not None
    # Six hours really passed that night.
    assert target.ends == wall(AUTUMN - dt.timedelta(days=1), 4)


def test_a_missing_hour_is_told_with_its_neighbours_and_not_shifted() -> None:
    it = held(wall(SPRING - dt.timedelta(days=1), 2, 30), wall(SPRING - dt.timedelta(days=1), 3))
    target = carried(it, 1, 0)
    assert not target.is_possible
    assert isinstance(target.looked, Missing)
    assert target.begins == wall(SPRING, 2, 30)
    chosen = target.choosing(target.looked.after, dt.timedelta(minutes=30))
    assert (chosen.begins, chosen.ends, chosen.is_possible) == (wall(SPRING, 3, 30), wall(SPRING, 4), True)


@pytest.mark.parametrize("second", [False, True])
def test_in_a_doubled_hour_the_half_of_the_column_chooses(second: bool) -> None:
    it = held(wall(AUTUMN - dt.timedelta(days=1), 1, 30), wall(AUTUMN - dt.timedelta(days=1), 2))
    target = carried(it, 1, 0, second=second)
    assert isinstance(target.looked, Doubled)
    assert target.begins == wall(AUTUMN, 1, 30, int(second))
    assert target.ends == (wall(AUTUMN, 2) if second else wall(AUTUMN, 1, 0, 1))


def test_an_end_is_pulled_on_into_the_next_day_and_never_before_the_start() -> None:
    it = held(wall(DAY, 22), wall(DAY, 23))
    longer = pulled(it, Grip.BOTTOM, local_at(scale(), 1, 1.5 * HOUR))
    assert longer is not None
    assert (longer.begins, longer.ends) == (it.begins, wall(DAY + dt.timedelta(days=1), 1, 30))
    shortest = pulled(it, Grip.BOTTOM, local_at(scale(), 0, 3 * HOUR))
    assert shortest is not None
    assert shortest.ends == wall(DAY, 22, 5)
    later = pulled(it, Grip.TOP, local_at(scale(), 0, 23.9 * HOUR))
    assert later is not None
    assert (later.begins, later.ends) == (wall(DAY, 22, 55), it.ends)


def test_who_has_no_end_gets_one_by_pulling() -> None:
    it = held(wall(DAY, 9), None)
    assert it.ends is None
    assert carried(it, 1, 15).ends is None
    target = pulled(it, Grip.BOTTOM, local_at(scale(), 0, 10 * HOUR))
    assert target is not None
    assert target.ends == wall(DAY, 10)


def test_what_is_drawn_upwards_is_the_same_and_five_minutes_long_at_least() -> None:
    assert drawn(scale(), 1, 11.02 * HOUR, 9.49 * HOUR) == (
        wall(DAY + dt.timedelta(days=1), 9, 30), wall(DAY + dt.timedelta(days=1), 11),
    )  # fmt: skip
    assert drawn(scale(), 0, 9 * HOUR, 9 * HOUR) == (wall(DAY, 9), wall(DAY, 9, 5))


def test_what_is_drawn_over_a_missing_hour_ends_after_it() -> None:
    begins, ends = drawn(scale(SPRING), 0, 1 * HOUR, 2.5 * HOUR)
    assert (begins, ends) == (wall(SPRING, 1), wall(SPRING, 3, 30))
    assert elapsed(begins, ends) == dt.timedelta(minutes=90)


def test_whole_days_are_carried_by_days() -> None:
    card = Card("it", Face("family", "family", "It", Clocks("", "")), DAY, DAY)
    target = carried(hold(card, NEW_YORK), 2, 45)
    assert (target.begins, target.ends, target.days) == (None, None, 2)

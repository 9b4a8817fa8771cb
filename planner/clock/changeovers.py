"""When a zone changes its clocks: the next time, those within a visit, the yearly rule behind them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from planner.clock.wall import WallTime, wall_at
from planner.clock.zones import LAST_YEAR, in_zone

DAY = timedelta(days=1)
_END = datetime(LAST_YEAR, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ChangeOver:
    """A moment at which clocks of a zone are put forward or back."""

    instant: datetime
    """The moment, in UTC."""
    shown_before: datetime
    """What the clocks would have shown (naive): 02:00 in the United States."""
    wall: WallTime
    """What they show instead: 03:00 in spring, 01:00 (the second) in autumn."""
    offset_before: timedelta
    offset_after: timedelta
    letters_before: str
    letters_after: str

    @property
    def shift(self) -> timedelta:
        """How far the clocks are put forward; negative if back."""
        return self.offset_after - self.offset_before


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """The day of a yearly change-over: the `nth` (−1: last) `weekday` (0 Monday … 6 Sunday) of a month."""

    month: int
    nth: int
    weekday: int

    def day_in(self, year: int) -> date:
        """Give the day in a year."""
        if self.nth < 0:
            last = date(year, self.month, monthrange(year, self.month)[1])
            return last - timedelta(days=(last.weekday() - self.weekday) % 7)
        first = date(year, self.month, 1)
        return first + timedelta(days=(self.weekday - first.weekday()) % 7 + 7 * (self.nth - 1))


@dataclass(frozen=True, slots=True)
class Observance:
    """Standard or daylight time of a zone, and when it begins.

    `onsets` are the naive local times, by the clock until then, at which it began or begins, from the last
    one before the year asked for; `rule` is set if all of them, to the end of the data, follow one yearly
    rule at one time of day. An observance that holds for good has a single onset and no rule.
    """

    letters: str
    offset: timedelta
    offset_before: timedelta
    is_daylight: bool
    onsets: tuple[datetime, ...]
    rule: YearlyRule | None


def change_overs(zone: str, start: datetime, end: datetime = _END) -> Iterator[ChangeOver]:
    """Give the change-overs of a zone after one aware instant up to and with another, in order."""
    instant = start.astimezone(UTC)
    state = _state(instant, zone)
    while instant < end:
        ahead = min(instant + DAY, end)
        if _state(ahead, zone) != state:
            turn = _turn(instant, ahead, zone)
            yield _change_over(turn, zone)
            ahead = turn
            state = _state(turn, zone)
        instant = ahead


def next_change_over(zone: str, after: datetime | WallTime) -> ChangeOver | None:
    """Give the next change-over of a zone after a moment; None if it has none."""
    start = after.instant() if isinstance(after, WallTime) else after
    return next(change_overs(zone, start, min(start.astimezone(UTC) + 400 * DAY, _END)), None)


def change_overs_between(zone: str, first_day: date, last_day: date) -> tuple[ChangeOver, ...]:
    """Give the change-overs on local days from one to the other, both included."""
    start = datetime.combine(first_day - DAY, time(), UTC)
    end = datetime.combine(last_day + 2 * DAY, time(), UTC)
    return tuple(c for c in change_overs(zone, start, end) if first_day <= c.shown_before.date() <= last_day)


@cache
def yearly_rules(zone: str, year_from: int) -> tuple[Observance, ...]:
    """Give the observances that hold in a zone from the start of `year_from` on, by onset.

    Derived from the zone data itself, so a change of the law comes with new data. One observance without a
    rule is a fixed offset (Tokyo, Honolulu, Phoenix).
    """
    first = datetime(year_from, 1, 1, tzinfo=UTC)
    turns = list(change_overs(zone, datetime(year_from - 1, 1, 1, tzinfo=UTC)))
    kinds: dict[tuple[str, timedelta, timedelta], list[ChangeOver]] = {}
    for turn in turns:
        kinds.setdefault((turn.letters_after, turn.offset_after, turn.offset_before), []).append(turn)
    if all(turn.instant < first for turn in turns):
        return (_fixed(zone, first),)
    found = [_observance(zone, alike) for alike in kinds.values()]
    return tuple(sorted(found, key=lambda one: one.onsets[0]))


def _fixed(zone: str, instant: datetime) -> Observance:
    here = in_zone(instant, zone)
    offset = here.utcoffset() or timedelta()
    onset = datetime(1970, 1, 1)
    return Observance(here.tzname() or "", offset, offset, is_daylight=False, onsets=(onset,), rule=None)


def _observance(zone: str, turns: list[ChangeOver]) -> Observance:
    onsets = tuple(turn.shown_before for turn in turns)
    return Observance(
        letters=turns[0].letters_after,
        offset=turns[0].offset_after,
        offset_before=turns[0].offset_before,
        is_daylight=bool(in_zone(turns[0].instant, zone).dst()),
        onsets=onsets,
        rule=_rule(onsets),
    )


def _rule(onsets: tuple[datetime, ...]) -> YearlyRule | None:
    first, last = onsets[0], onsets[-1]
    if len(onsets) < 3 or last.year < LAST_YEAR:
        return None
    is_last = all(onset.day > monthrange(onset.year, onset.month)[1] - 7 for onset in onsets)
    rule = YearlyRule(first.month, -1 if is_last else (first.day - 1) // 7 + 1, first.weekday())
    days = [rule.day_in(year) for year in range(first.year, last.year + 1)]
    follows = [datetime.combine(day, first.time()) for day in days] == list(onsets)
    return rule if follows else None


def _change_over(turn: datetime, zone: str) -> ChangeOver:
    before, after = in_zone(turn - timedelta(seconds=1), zone), in_zone(turn, zone)
    offset_before, offset_after = before.utcoffset() or timedelta(), after.utcoffset() or timedelta()
    return ChangeOver(
        instant=turn,
        shown_before=(turn + offset_before).replace(tzinfo=None),
        wall=wall_at(turn, zone),
        offset_before=offset_before,
        offset_after=offset_after,
        letters_before=before.tzname() or "",
        letters_after=after.tzname() or "",
    )


def _state(instant: datetime, zone: str) -> tuple[timedelta | None, str | None]:
    there = in_zone(instant, zone)
    return there.utcoffset(), there.tzname()


def _turn(low: datetime, high: datetime, zone: str) -> datetime:
    state = _state(low, zone)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if _state(middle, zone) == state:
            low = middle
        else:
            high = middle
    return high

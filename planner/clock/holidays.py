"""Days on which offices and schools are closed: public holidays, de-facto closures, the partner's own days.

The holidays of both countries come from the library `holidays`, which only this module knows. Laws change, and
Japan's equinoxes are official only when they are gazetted in the February before: so a file can take any day away
and have its own (`days_off`). The closures that no law names (Golden Week, Obon, New Year) are data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby

from planner.model.calendar import CalendarDay, DayKind
from planner.model.kinds import Side
from planner.resources import rows_of

DAY = timedelta(days=1)

_COUNTRIES = {Side.US: "US", Side.JAPAN: "JP"}
_OBSERVED = " (observed)"
_OBSERVED_JA = "（振替休日）"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off, or several in a row, `first` and `last` included, with its name in both languages."""

    first: date
    last: date
    name_en: str
    name_ja: str
    kind: DayKind

    def said_in(self, language: str) -> str:
        """Give the name for a reader of that language; if there is none, the other one."""
        return (self.name_ja or self.name_en) if language == "ja" else (self.name_en or self.name_ja)

    def covers(self, day: date) -> bool:
        """Say whether a day is one of these."""
        return self.first <= day <= self.last


def holidays_of(side: Side, first: date, last: date) -> tuple[Holiday, ...]:
    """Give the public holidays from one day to another, both included, in order, each a day of its own.

    In the United States the federal ones, and the Friday or Monday on which one is observed; in Japan with
    substitute days (振替休日) and citizens' holidays (国民の休日), by the law on national holidays, art. 3.
    None after 2099, where the library ends. A name that our table does not have is the library's in both languages.
    """
    years = range(first.year, last.year + 1)
    return tuple(day for year in years for day in _public(side, year) if first <= day.first <= last)


def closures_of(side: Side, first: date, last: date) -> tuple[Holiday, ...]:
    """Give the de-facto closures that touch the days from one to another, in order and whole.

    In Japan 29 April to 5 May, 13 to 16 August (in some regions July), 29 December to 3 January (domain.md §5.4).
    """
    found = (day for year in range(first.year - 1, last.year + 1) for day in _closures(side, year))
    return tuple(day for day in found if day.first <= last and day.last >= first)


def days_off(
    side: Side, first: date, last: date, amendments: Iterable[CalendarDay] = (), *, city_id: int | None = None
) -> tuple[Holiday, ...]:
    """Give all days off that touch the days from one to another: holidays, closures and the file's own, in order.

    What the file takes away is not there: holidays or closures by the kind of the row, both if it is `OWN` ("we work on
    this day"); of a closure the days that are left stay. If `city_id` is given, a row that holds for another city alone
    does not count.
    """
    ours = [row for row in amendments if row.side == side and city_id in (None, row.city_id or city_id)]
    worked = [row for row in ours if row.taken_away]
    found = [
        part
        for day in (*holidays_of(side, first, last), *closures_of(side, first, last))
        for part in _left_of(day, worked)
    ]
    found += [
        Holiday(row.first_day, row.last_day, row.name_en, row.name_ja, row.kind)
        for row in ours
        if not row.taken_away
    ]
    touching = (day for day in found if day.first <= last and day.last >= first)
    return tuple(sorted(touching, key=lambda day: (day.first, day.kind is not DayKind.HOLIDAY, day.last)))


def on_day(days: Iterable[Holiday], day: date) -> Holiday | None:
    """Give the day off that falls on a day, the first in their order; None if it is an ordinary day."""
    return next((one for one in days if one.covers(day)), None)


def _left_of(day: Holiday, worked: list[CalendarDay]) -> Iterator[Holiday]:
    """Give what is left of a day off, or of several in a row, without the days that are worked after all."""
    taken = [row for row in worked if row.kind in (day.kind, DayKind.OWN)]

    def is_off(one: date) -> bool:
        return not any(row.first_day <= one <= (row.last_day) for row in taken)

    days = (day.first + n * DAY for n in range((day.last - day.first).days + 1))
    for off, run in groupby(days, is_off):
        if off:
            first, *rest = run
            yield replace(day, first=first, last=rest[-1] if rest else first)


@cache
def _public(side: Side, year: int) -> tuple[Holiday, ...]:
    # The library takes longer to import than all of our clock: only who asks for a holiday waits for it.
    import holidays

    country = _COUNTRIES[side]
    # Never its default: that follows the system's language.
    language = "ja" if side is Side.JAPAN else "en_US"
    found = holidays.country_holidays(country, years=year, language=language)
    return tuple(_named(side, day, name) for day in sorted(found) for name in found.get_list(day))


def _named(side: Side, day: date, name: str) -> Holiday:
    names = _names(side)
    if side is Side.JAPAN:
        english = next((en for en, ja in names.items() if ja == name), name)
        return Holiday(day, day, english, name, DayKind.HOLIDAY)
    plain = name.removesuffix(_OBSERVED)
    japanese = names.get(plain, plain) + (_OBSERVED_JA if name != plain else "")
    return Holiday(day, day, name, japanese, DayKind.HOLIDAY)


@cache
def _names(side: Side) -> dict[str, str]:
    return {row["name_en"]: row["name_ja"] for row in rows_of("holidays.csv") if row["country"] == _COUNTRIES[side]}


@cache
def _closures(side: Side, year: int) -> tuple[Holiday, ...]:
    """Give the closures that begin in a year; one whose last day is the earlier of the two ends in the next."""
    found = []
    for row in rows_of("closures.csv"):
        if row["country"] == _COUNTRIES[side]:
            first, last = date.fromisoformat(f"{year}-{row['first']}"), date.fromisoformat(f"{year}-{row['last']}")
            if last < first:
                last = last.replace(year=year + 1)
            found.append(Holiday(first, last, row["name_en"], row["name_ja"], DayKind.CLOSURE))
    return tuple(sorted(found, key=lambda day: day.first))

"""The days of a visit as columns of the time board: their heads, tints, and what is wrong on each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Hashable, Iterable
from typing import Final

from planner.agenda import Agenda, day_of
from planner.clock import WallTime, shown_elsewhere, wall_at
from planner.clock.holidays import Holiday, days_off
from planner.clock.sides import side_of
from planner.language import say, screen_language, tr
from planner.language.dates import day_text
from planner.language.sentences import sentence
from planner.language.terms import term
from planner.language.times import letters_of
from planner.model.cities import City
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.check import standing
from planner.rules.concern import day_concerned
from planner.rules.finding import Finding, Severity
from planner.ui.boards.time.faces import Note
from planner.ui.boards.time.rulers import Badge, Cities, Head
from planner.ui.boards.time.scale import Column
from planner.ui.widgets.daysoff import holiday_words
from planner.ui.widgets.findinglevels import KINDS
from planner.ui.widgets.words import city_name

#: How a level of findings looks on the board.
TONES: Final = {Severity.BLOCK: "wrong", Severity.WARN: "check", Severity.NOTE: "grey"}

_SUNDAY: Final = 6
_DAY: Final = dt.timedelta(days=1)


def days_of(agenda: Agenda) -> list[dt.date]:
    """Give the days that need a column: those of the visit, and those on which something else happens.

    What happens at hours of a day before or after stands with the day it is on by its own clock, if that is one of the
    visit; so the morning at the home airport is not a day of its own.
    """
    visit = agenda.plan.visit
    whole = range((visit.last_day - visit.first_day).days + 1)
    days = {visit.first_day + dt.timedelta(days=number) for number in whole}
    for slot in agenda.slots:
        here = {wall_at(instant, visit.host_city.zone).on for instant in (slot.start, slot.end)}
        if not here & days and slot.day not in days:
            days |= {min(here)}
    for one in agenda.all_day:
        if one.last < visit.first_day or one.first > visit.last_day:
            days.add(one.first)
    for unclear in agenda.unclear:
        days.add(day_of(unclear.event))
    return sorted(days)


def cities_of(plan: Plan, day: dt.date) -> Cities:
    """Give the names over the rulers, with the letters of both zones at noon of a day."""
    visit = plan.visit
    noon = WallTime(day, dt.time(12), visit.host_city.zone)
    home = shown_elsewhere(noon, visit.home_city.zone)
    letters = "" if home is None else letters_of(home)
    return Cities(city_name(visit.host_city), letters_of(noon), city_name(visit.home_city), letters)


def heads_of(plan: Plan, days: Iterable[dt.date], today: dt.date) -> list[Head]:
    """Give what stands over each day.

    Sundays and days off in the host city's country are tinted from top to bottom; of days off at home the head alone.
    """
    visit, shown = plan.visit, list(days)
    if not shown:
        return []
    # Over the date line it is at home partly the day before or the day after.
    first, last = min(shown) - _DAY, max(shown) + _DAY
    here, there = (
        days_off(side_of(city), first, last, plan.calendar_days, city_id=city.id)
        for city in (visit.host_city, visit.home_city)
    )
    return [_head(plan, day, here, there, day == today) for day in shown]


def _head(plan: Plan, day: dt.date, here: Iterable[Holiday], there: Iterable[Holiday], today: bool) -> Head:
    language, visit = screen_language(), plan.visit
    off = [one for one in here if one.covers(day)]
    home = [wall.on for wall in _day_at_home(day, visit.host_city.zone, visit.home_city.zone)]
    home_off = [one for one in there if any(one.covers(each) for each in home)]
    title = day_text(day, language, "short")
    rest = ""
    if language == "ja":
        title, _, after = title.partition("(")
        rest = f" ({after}"
    second = short = _at_home(day, visit.host_city.zone, visit.home_city.zone, language)
    names = dict.fromkeys(one.said_in(language) for one in (*off, *home_off))
    told = [*_told(off, visit.host_city), *_told(home_off, visit.home_city)]
    number = ""
    if visit.first_day <= day <= visit.last_day:
        number = tr("Day {number}", number=(day - visit.first_day).days + 1)
    tip = "\n".join(filter(None, (day_text(day, language, "long"), number, second, *told)))
    second = " · ".join(filter(None, (second, *names)))
    # Which days it is at home one knows from the days beside it, but not that this one is a holiday.
    short = next(iter(names), short.partition(" ")[2])
    weekday = day_text(day, language, "weekday")
    few = f"{day.day} ({weekday})" if language == "ja" else f"{weekday} {day.day}"
    return Head(
        title, rest, second, short, day.weekday() == _SUNDAY or bool(off), today, tip, few,
        bool(home_off),
    )  # fmt: skip


def _told(off: Iterable[Holiday], city: City) -> list[str]:
    """Name the days off of a country, with their own dates: "Japan: Wed 11 Aug, Mountain Day"."""
    language = screen_language()
    country = term(side_of(city), language)
    return [tr("{city}: {what}", city=country, what=holiday_words(one)) for one in off]


def _day_at_home(day: dt.date, host: str, home: str) -> tuple[WallTime, ...]:
    """Give what the clocks at home show in the morning and at night of a day; nothing where they cannot tell."""
    shown = (shown_elsewhere(WallTime(day, dt.time(hour), host, 0), home) for hour in (8, 22))
    return tuple(wall for wall in shown if wall is not None)


def _at_home(day: dt.date, host: str, home: str, language: str) -> str:
    """Which days it is at home from morning to night of a day: ``JST Thu → Fri``."""
    if host == home:
        return ""
    shown = _day_at_home(day, host, home)
    if not shown:
        return ""
    first, last = (day_text(wall.on, language, "weekday") for wall in (shown[0], shown[-1]))
    return f"{letters_of(shown[0])} {first if first == last else f'{first} → {last}'}"


def notes_of(
    findings: Iterable[Finding], plan: Plan, events: Container[Hashable]
) -> tuple[dict[Hashable, Note], dict[Column, Badge]]:
    """Give what is worst with each of the events, and how much of the worst there is on each day of the visit.

    What somebody has accepted does not count.
    """
    notes: dict[Hashable, Note] = {}
    worst: dict[dt.date, dict[Severity, int]] = {}
    for finding in standing(findings):
        for subject in finding.subjects:
            if subject in events and subject not in notes:
                notes[subject] = Note(TONES[finding.severity], _short(finding), say(finding.figures))
        day = day_concerned(finding, plan)
        if day is not None:
            counts = worst.setdefault(day, {})
            counts[finding.severity] = counts.get(finding.severity, 0) + 1
    badges = {}
    for day, counts in worst.items():
        level = next(severity for severity in Severity if severity in counts)
        if level is not Severity.NOTE:
            badges[Column(day)] = Badge(TONES[level], counts[level])
    return notes, badges


def _short(finding: Finding) -> str:
    """A finding in as few words as there are: what its rule is called."""
    name = f"{finding.rule}.name"
    return say(Message.of(name)) if finding.rule and sentence(name) is not None else tr(KINDS[finding.kind])

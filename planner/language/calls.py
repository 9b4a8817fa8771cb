"""Calls in words: whose clock a series keeps, how often it comes, and what time that is for the other side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from planner.clock.calls import Spell
from planner.clock.recurring import Shift
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.marking import N_, Pair
from planner.language.speaking import speaker
from planner.language.times import time_text
from planner.model.cities import City
from planner.model.message import Message


def city_text(city: City, language: str) -> str:
    """Give the name of a city; where it has none in the language, the other one."""
    return (city.name_ja or city.name_en) if language == "ja" else (city.name_en or city.name_ja)


def in_cities(message: Message, cities: Iterable[City]) -> Message:
    """Give a message about a zone with the name of the city there: "early in Portland", not "in New York"."""
    names = {city.zone: Pair(city.name_en, city.name_ja) for city in cities}
    zone = message.figures.get("zone")
    return Message(message.code, {**message.figures, "zone": names.get(zone, zone)}) if zone in names else message


def shift_text(shift: Shift, host: City, home: City, language: str) -> str:
    """Say what a change-over does to calls that keep the clock of the home city: `shift` is the host city's."""
    words = _LATER if shift.for_a > 0 else _EARLIER
    figures = {"host": city_text(host, language), "home": city_text(home, language)}
    day, by = day_text(shift.on_a, language, "short"), timedelta(hours=abs(shift.for_a))
    return speaker(language).tr(words, day=day, by=by, **figures)


_LATER = N_("From {day} a call that keeps {home}’s clock is {by} later in {host}.")
_EARLIER = N_("From {day} a call that keeps {home}’s clock is {by} earlier in {host}.")


def always_text(at: time, city: str, language: str) -> str:
    """Say whose clock a series keeps: "always 9:00 AM in Shinagawa"."""
    return speaker(language).tr(N_("always {at} in {city}"), at=time_text(at, language), city=city)


def again_text(weeks: int | None, until: date | None, language: str) -> str:
    """Say how often a call comes, and until when: "every 2 weeks until 31 Mar 2027"; nothing for a single call."""
    if not weeks:
        return ""
    here = speaker(language)
    # No plural: Japanese has one form for all counts, and says the first differently all the same.
    words = here.tr(N_("every week")) if weeks == 1 else here.tr(N_("every {count} weeks"), count=weeks)
    if until is None:
        return words
    return here.tr(N_("{often} until {day}"), often=words, day=day_text(until, language, "plain"))


def spells_text(spells: Sequence[Spell], language: str) -> str:
    """Say from when to when a series is at which time: "Fri 8:00 PM until 30 Oct, Fri 7:00 PM from 6 Nov"."""
    here = speaker(language)
    said = []
    for place, spell in enumerate(spells):
        when = f"{day_text(spell.first.on, language, 'weekday')} {time_text(spell.first.at, language)}"
        first, last = (day_text(wall.on, language, "day-month") for wall in (spell.first, spell.last))
        if len(spells) == 1:
            said.append(when)
        elif place == 0:
            said.append(here.tr(N_("{when} until {day}"), when=when, day=last))
        elif place == len(spells) - 1:
            said.append(here.tr(N_("{when} from {day}"), when=when, day=first))
        elif spell.first == spell.last:
            said.append(here.tr(N_("{when} on {day}"), when=when, day=first))
        else:
            said.append(here.tr(N_("{when} from {first} to {last}"), when=when, first=first, last=last))
    return comma_list(said, language)

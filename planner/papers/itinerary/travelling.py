"""What an itinerary says of a leg: both ends, how long it takes, the date line, the other city's clock."""

from __future__ import annotations

import datetime as dt

from planner.clock import WallTime, day_shift, elapsed, offset_of, shown_elsewhere
from planner.language.dates import day_shift_text, day_text
from planner.language.names import full_name
from planner.language.terms import term
from planner.language.times import duration_text, wall_text
from planner.model.kinds import TravelMode
from planner.model.message import PlannerError
from planner.model.programme import Journey, Place
from planner.papers.itinerary.cities import city_of, without_city
from planner.papers.itinerary.days import Event, Phase
from planner.papers.itinerary.wording import Detail, Wording

# Between zones further apart than this one crosses the date line (Tokyo and New York: 13 or 14 hours).
ACROSS_DATE_LINE = dt.timedelta(hours=12)


def heading(event: Event, wording: Wording) -> str:
    """Name a leg; on the day it arrives by its arrival."""
    if event.phase is Phase.ENDS and event.journey is not None:
        return landing(event.journey, wording)
    return wording.title(event)


def details(event: Event, journey: Journey, wording: Wording, before: str = "") -> list[Detail]:
    """Say what to know of a leg that has one row: its ends as far as the times beside it do not tell them."""
    here = wording.speaker
    if event.phase is Phase.ENDS:
        lines = [wording.title(event), wording.night(event.end), left(event, journey, wording)]
        lines.append(met_by(journey, wording))
    elif event.phase is Phase.BEGINS:
        lands = here.tr("Lands {when}", when=_when(event.end, wording)) if event.end else ""
        lines = [leaving(journey, wording), wording.night(event.start), lands, duration(event, wording)]
        lines.append(check_in(journey, wording))
    else:
        transport = _unless_in_title(carrier_or_mode(journey, wording), journey, wording)
        route = wording.joined(before, wording.route(journey), transport)
        lines = [wording.begun(route), wording.night(event.start), check_in(journey, wording), met_by(journey, wording)]
    return [Detail(line) for line in lines if line] + wording.details(event)


def _when(wall: WallTime, wording: Wording) -> str:
    return wall_text(wall, wording.language, "short", "paper")


def _unless_in_title(words: str, journey: Journey, wording: Wording) -> str:
    title = wording.pick(journey.title_en, journey.title_ja)
    return "" if words.replace(" ", "") in title.replace(" ", "") else words


def carrier_or_mode(journey: Journey, wording: Wording) -> str:
    """Give carrier and number, or else by what one travels, as it stands within a line: "coach"."""
    return wording.carrier(journey) or term(journey.mode, wording.language).lower()


def leaving(journey: Journey, wording: Wording) -> str:
    """Say where a leg leaves from."""
    place = wording.end(journey.from_place)
    words = wording.speaker.tr("Leaves {place}", place=place) if place else wording.speaker.tr("Departure")
    return wording.joined(words, _terminal(journey.departs_terminal, wording))


def landing_and_duration(event: Event, journey: Journey, wording: Wording) -> list[str]:
    """Say where a leg arrives and how long it takes, in one line unless there is more to say of the day."""
    words, lasts = landing(journey, wording), duration(event, wording)
    return [words, lasts] if lasts != lasting(event, wording) else [wording.joined(words, lasts)]


def landing(journey: Journey, wording: Wording) -> str:
    """Say where a leg arrives."""
    here, place = wording.speaker, wording.end(journey.to_place)
    if journey.mode is TravelMode.AIR:
        words = here.tr("Lands at {place}", place=place) if place else here.tr("Landing")
    else:
        words = here.tr("Arrives at {place}", place=place) if place else here.tr("Arrival")
    return wording.joined(words, _terminal(journey.arrives_terminal, wording))


def _terminal(words: str, wording: Wording) -> str:
    words = words.strip()
    return wording.speaker.tr("Terminal {name}", name=words) if words.isdecimal() else words


def check_in(journey: Journey, wording: Wording) -> str:
    """Say how early to be there."""
    minutes = journey.check_in_minutes
    return wording.speaker.tr("Be there {count} minutes before.", count=minutes) if minutes else ""


def met_by(journey: Journey, wording: Wording) -> str:
    """Say who waits at the other end."""
    people = wording.schedule.plan.people
    found = next((person for person in people if person.id == journey.met_by_id), None)
    name = full_name(found, wording.language, formal=True) if found else ""
    return wording.speaker.tr("Met by {name}.", name=name) if name else ""


def duration(event: Event, wording: Wording) -> str:
    """Say how long a leg takes, whether it crosses the date line, and on which day it arrives."""
    shift = day_shift(event.start, event.end) if event.start and event.end else 0
    across = crosses_date_line(event)
    words = [lasting(event, wording)]
    if across:
        words.append(wording.speaker.tr("across the date line"))
    if across or shift:
        # "2 days later" stays on one line.
        words.append(day_shift_text(shift, wording.language).replace(" ", "\u00a0"))
    return wording.listed(words)


def lasting(event: Event, wording: Wording) -> str:
    """Give the time a leg really takes; nothing if that is not known."""
    if event.start is None or event.end is None:
        return ""
    try:
        lasts = elapsed(event.start, event.end)
    except PlannerError:
        return ""
    return duration_text(lasts, wording.language) if lasts > dt.timedelta() else ""


def crosses_date_line(event: Event) -> bool:
    """Say whether a leg goes over the date line, as its two clocks tell."""
    if event.journey is None or event.start is None or event.end is None:
        return False
    try:
        return abs(offset_of(event.start) - offset_of(event.end)) > ACROSS_DATE_LINE
    except PlannerError:
        return False


def left(event: Event, journey: Journey, wording: Wording) -> str:
    """On the day of arriving, say when and where the leg began."""
    if event.start is None:
        return ""
    here, place, when = wording.speaker, wording.end(journey.from_place), _when(event.start, wording)
    return here.tr("Left {place} {when}", place=place, when=when) if place else here.tr("Left {when}", when=when)


def other_clock(wall: WallTime, wording: Wording) -> tuple[bool, WallTime] | None:
    """Give the same moment in the other city, and whether that is home; None where both clocks agree.

    The other city is home, unless the event itself is by home's clock; then it is the host city.
    """
    schedule = wording.schedule
    at_home, at_host = (shown_elsewhere(wall, zone) for zone in (schedule.home_zone, schedule.host_zone))
    if at_home is None or at_host is None:
        return None
    is_home = at_home.local != wall.local
    other = at_home if is_home else at_host
    return None if other.local == wall.local else (is_home, other)


def other_clock_words(here: WallTime, other: WallTime, language: str) -> str:
    """Write the other city's time, 24 h, with its weekday if that differs: "Fri 05:20", "Fri 金 05:20"."""
    languages = ("en", "ja") if language == "both" else (language,)
    weekdays = [day_text(other.on, each, "weekday") for each in languages] if other.on != here.on else []
    return " ".join([*weekdays, f"{other.at:%H:%M}"])


def leaves_in_short(event: Event, journey: Journey, wording: Wording) -> str:
    """Say a departure as a 行程表 does, with the time the leg takes: 「羽田空港発（所要12時間50分）」."""
    here, place, lasts = wording.speaker, _end_in_short(journey.from_place, wording), lasting(event, wording)
    words = here.tr("{place} departure", place=place) if place else wording.title(event)
    return here.tr("{words} (takes {time})", words=words, time=lasts) if lasts else words


def arrives_in_short(journey: Journey, wording: Wording) -> str:
    """Say an arrival as a 行程表 does: 「ポートランド空港着」."""
    here, place = wording.speaker, _end_in_short(journey.to_place, wording)
    return here.tr("{place} arrival", place=place) if place else here.tr("Arrival")


def _end_in_short(place: Place | None, wording: Wording) -> str:
    """Name an end without its city, which has a column of its own."""
    return without_city(wording.end(place), city_of(place, wording))

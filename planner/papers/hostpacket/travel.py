"""Arrival and departure: flights on both clocks, where to be, the sign, the bags, the message home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from planner.agenda.runs import Outing
from planner.clock import WallTime, arrives_of, departs_of, shown_elsewhere
from planner.clock.legs import eve_of
from planner.language import N_, N_in, Words
from planner.language.dates import day_text
from planner.language.names import called_name, full_name
from planner.language.times import wall_text
from planner.model.kinds import TravelMode
from planner.model.programme import Journey
from planner.papers.facts import Fact
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.pieces import NO_BREAK, clock_sign, icon
from planner.papers.itinerary.telling import leg_fact
from planner.papers.itinerary.travelling import other_clock, other_clock_words
from planner.papers.kit.boxes import Box, aligned, gap, stack
from planner.papers.kit.flow import flow, solid
from planner.papers.kit.lines import Part, Run, Style, lay
from planner.papers.kit.pages import Body
from planner.papers.kit.rows import VALUE_WIDTH, label_row, ruled_table
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import OTHER_CLOCK, STRONG, TEXT, WEEKDAY
from planner.papers.kit.ticks import tick_in_line, write_line
from planner.papers.sections.drives import address_of, drive_fact, of_each, point_of
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.runs import Drive, HostDay, Line
from planner.papers.sections.voice import Voice

SECTION = "travel"
TITLE = N_("Arrival and departure")
WIDTH = 178 * MM
_HEADING = Style(16, 21, bold=True)
_SIGN = Style(16, 21, bold=True)
_ROOM = 1.4 * MM

_PACKED: tuple[Words, ...] = (
    N_("passport, tickets, money"), N_("medicine in the hand luggage"), N_("bags weighed and labelled"),
    N_("chargers, adapter"), N_("under the bed, in the wash"), N_("addresses, pictures, a last hug"),
)  # fmt: skip


def travel(hosting: Hosting, days: Sequence[HostDay], voice: Voice, frame: Frame) -> tuple[Body, ...]:
    """Lay the page; a home from which nobody sets out and at which nobody arrives has none."""
    sections: list[Box] = []
    facts: list[Fact] = []
    for day, line in _arrivals(days):
        sections.append(_section(N_in("travel", "Arrival"), day, _arrival(hosting, day, line, voice), hosting, voice))
        facts += _facts(hosting, day, line, voice)
    for day, line in _departures(days):
        rows = _departure(hosting, day, line, voice)
        sections.append(_section(N_in("travel", "Departure"), day, rows, hosting, voice))
        facts += _facts(hosting, day, line, voice)
    if not sections:
        return ()
    blocks = [solid(stack([title_box(*voice.both(TITLE)), gap(3 * MM)]), with_next=True)]
    blocks += [solid(box, above=gap(4 * MM)) for box in sections]
    sheets = flow(blocks, frame.body_height)
    return tuple(
        Body(
            tuple((frame.left, frame.top + y, box) for y, box in sheet.placed),
            section=SECTION,
            facts=tuple(facts) if not number else (),
        )
        for number, sheet in enumerate(sheets)
    )


def _arrivals(days: Iterable[HostDay]) -> Iterator[tuple[HostDay, Line]]:
    for day in days:
        for line in day.lines:
            if line.drop is None and line.pick is not None and _legs(line.outing):
                yield day, line


def _departures(days: Iterable[HostDay]) -> Iterator[tuple[HostDay, Line]]:
    for day in days:
        for line in day.lines:
            if line.pick is None and line.drop is not None and line.outing.home_after is None and _legs(line.outing):
                yield day, line


def _legs(outing: Outing) -> list[Journey]:
    """Give the legs of an outing that lead to the visit or home from it."""
    legs = [slot.journey for slot in outing.slots if slot.journey is not None]
    far = (TravelMode.AIR, TravelMode.RAIL, TravelMode.SHIP)
    return legs if any(leg.mode in far or leg.departs_zone != leg.arrives_zone for leg in legs) else []


def _section(label: Words, day: HostDay, rows: list[Box], hosting: Hosting, voice: Voice) -> Box:
    first, second = voice.both(label)
    names = ""
    if len(day.guests) < len(hosting.guests):
        names = voice.wording.listed([called_name(guest.member.person, voice.language) for guest in day.guests])
    on = day_text(day.on, voice.language, "long")
    left = lay([Run(f"{first}  ", _HEADING), Run(second, OTHER_CLOCK)], WIDTH / 2)
    right = lay(Run(voice.wording.joined(names, on), STRONG), WIDTH / 2, align="right")
    return stack([aligned([(0.0, left), (WIDTH / 2, right)], WIDTH), gap(1.2 * MM), ruled_table(rows)])


def _row(label: Words, lines: Sequence[Sequence[Part] | Box], voice: Voice) -> Box:
    first, second = voice.both(label)
    boxes = [line if isinstance(line, Box) else lay(line, VALUE_WIDTH) for line in lines]
    return label_row(first, second, stack(boxes), above=_ROOM, below=_ROOM)


# Arrival


def _arrival(hosting: Hosting, day: HostDay, line: Line, voice: Voice) -> list[Box]:
    here, pick = voice.here, line.pick
    assert pick is not None
    legs = _legs(line.outing)
    rows = [_flights(legs, legs[-1], day.on, voice), _be_there(pick, voice)]
    rows.append(_row(N_in("travel", "Sign"), [[Run(_sign(day.guests, voice), _SIGN)]], voice))
    bags = _baggage(legs)
    counted = here.tr("Count the bags together before you leave the hall.")
    said = [[Run(words, TEXT)] for words in (bags, counted) if words]
    rows.append(_row(N_in("travel", "Bags"), said, voice))
    late = here.tr("The airline’s page knows first. We tell you; please wait for our word before you set out.")
    rows.append(_row(N_in("travel", "Late?"), [[Run(late, TEXT)]], voice))
    rows.append(_row(N_in("travel", "Message home"), list(_message_home(hosting, line, voice)), voice))
    return rows


def _sign(guests: Sequence[Guest], voice: Voice) -> str:
    """Write what to hold up: the names as the guests read them, and a welcome in their language."""
    visit = voice.wording.schedule.plan.visit
    theirs = "ja" if visit.home_city.country == "JP" else "en"
    names = [full_name(guest.member.person, theirs) for guest in guests]
    if theirs == "ja":
        return f"ようこそ\u3000{'、'.join(f'{name} さん' for name in names)}"
    return f"Welcome, {' and '.join(names)}!"


def _baggage(legs: Sequence[Journey]) -> str:
    return next((leg.baggage.strip() for leg in reversed(legs) if leg.baggage.strip()), "")


def _message_home(hosting: Hosting, line: Line, voice: Voice) -> Iterator[list[Part]]:
    here, visit = voice.here, hosting.plan.visit
    landed = line.outing.over
    yield [Run(here.tr("A line to the family at home this evening, at the latest within 24 hours."), TEXT)]
    theirs = "「無事に着きました。」" if visit.home_city.country == "JP" else "“I have arrived safely.”"
    yield [tick_in_line(TEXT.size), Run(f"{NO_BREAK}{NO_BREAK}{theirs}", TEXT)]
    if landed is not None:
        there = shown_elsewhere(landed, visit.home_city.zone)
        if there is None:
            return
        city = voice.pick(visit.home_city.name_en, visit.home_city.name_ja)
        at = wall_text(landed, voice.language, None, "paper", letters=False)
        when = wall_text(there, voice.language, "short", "paper", letters=False)
        words = here.tr("When it is {here} here, it is {there} in {city}.", here=at, there=when, city=city)
        yield [Run(words, OTHER_CLOCK)]


# Departure


def _departure(hosting: Hosting, day: HostDay, line: Line, voice: Voice) -> list[Box]:
    here, drop = voice.here, line.drop
    assert drop is not None
    rows = []
    if (eve := _eve(line.outing)) is not None:
        words = here.tr("Set out on the evening of {day}, although the date of leaving is the next day.", day=eve)
        rows.append(_row(N_in("travel", "Mind the date"), [[Run(words, STRONG)]], voice))
    rows.append(_row(N_in("travel", "The evening before"), [_ticks(voice)], voice))
    rows.append(_row(N_in("travel", "Alarm"), [_alarm(voice)], voice))
    rows.append(_be_there(drop, voice))
    legs = _legs(line.outing)
    rows.append(_flights(legs, legs[0], day.on, voice))
    if (landed := _home_again(line.outing, voice)) is not None:
        rows.append(_row(N_in("travel", "Home again"), [landed], voice))
    return rows


def _eve(outing: Outing) -> dt.date | None:
    """Give the day on whose evening they set out for what leaves on the next day; None for a departure in daytime."""
    departs = departs_of(_legs(outing)[0])
    if departs is None:
        return None
    if outing.day < departs.on:
        return outing.day
    eve = eve_of(departs, 0)
    return None if eve is None else eve.evening_of


def _ticks(voice: Voice) -> Box:
    half = VALUE_WIDTH / 2
    cells = [
        lay([tick_in_line(TEXT.size), Run(f"{NO_BREAK}{NO_BREAK}{voice.here.words(words)}", TEXT)], half - 3 * MM)
        for words in _PACKED
    ]
    rows = [aligned([(0.0, cells[n]), (half, cells[n + 1])], VALUE_WIDTH) for n in range(0, len(cells) - 1, 2)]
    return stack(rows, 0.8 * MM)


def _alarm(voice: Voice) -> Box:
    """Leave room to write down when the alarm rings and when the car leaves, which nobody but the family can say."""
    half = VALUE_WIDTH / 2
    cells = []
    for number, words in enumerate((N_("alarm at"), N_("leave home at"))):
        label = lay(Run(voice.here.tr(words), TEXT), 28 * MM)
        line = aligned([(0.0, label), (28 * MM, write_line(28 * MM, height=5 * MM))], half)
        cells.append((number * half, line))
    return aligned(cells, VALUE_WIDTH)


def _home_again(outing: Outing, voice: Voice) -> list[Part] | None:
    visit = voice.wording.schedule.plan.visit
    legs = [leg for leg in _legs(outing) if leg.arrives_at is not None]
    ends = next((slot.ends for slot in reversed(outing.slots) if slot.journey in legs), None)
    if ends is None:
        return None
    city = voice.pick(visit.home_city.name_en, visit.home_city.name_ja)
    when = wall_text(ends, voice.language, "short", "paper")
    words = voice.here.tr("They land {when}. We tell you when all are home in {city}.", when=when, city=city)
    return [Run(words, TEXT), *_other(ends, voice)]


# Both


def _be_there(drive: Drive, voice: Voice) -> Box:
    lines: list[Sequence[Part]] = []
    if drive.at is not None:
        time = wall_text(drive.at, voice.language, None, "paper", letters=False)
        lines.append([Run(time, WEEKDAY), *_other(drive.at, voice)])
        if night := voice.wording.night(drive.at):
            lines.append([Run(night, STRONG)])
    if place := point_of(drive, voice.wording):
        lines.append([Run(place, TEXT)])
    if address := address_of(drive.place, voice.wording):
        lines.append([Run(address, TEXT)])
    if drive.lacks is not None:
        lines.append([Run(voice.wording.begun(voice.here.words(drive.lacks)), TEXT)])
    return _row(N_in("travel", "Be there"), lines, voice)


def _flights(legs: Sequence[Journey], here: Journey, on: dt.date, voice: Voice) -> Box:
    """Set the legs in their order: the one that begins or ends here with both its times, the others in a line."""
    lines: list[Sequence[Part]] = []
    for leg in legs:
        flies = leg.mode is TravelMode.AIR
        name = voice.wording.carrier(leg) or voice.pick(leg.title_en, leg.title_ja)
        head: list[Part] = [icon("plane" if flies else "train", STRONG), Run(f"{NO_BREAK}{name}", STRONG)]
        if leg is not here:
            lines.append([*head, Run(f"   {voice.wording.route(leg)}", TEXT)])
            continue
        lines.append(head)
        arrives = N_in("leg", "lands") if flies else N_in("leg", "arrives")
        ends = ((N_in("leg", "leaves"), departs_of(leg), leg.from_place), (arrives, arrives_of(leg), leg.to_place))
        for words, wall, place in ends:
            if wall is not None:
                when = wall_text(wall, voice.language, None if wall.on == on else "short", "paper")
                said = voice.wording.joined(voice.wording.end(place), f"{voice.here.words(words)} {when}")
                lines.append([Run(said, TEXT), *_other(wall, voice)])
    return _row(N_in("travel", "Flights"), lines, voice)


def _other(wall: WallTime, voice: Voice) -> list[Part]:
    """Set the other city's time behind one of this."""
    other = other_clock(wall, voice.wording)
    if other is None:
        return []
    is_home, there = other
    words = other_clock_words(wall, there, voice.language)
    return [Run("   ", OTHER_CLOCK), clock_sign(is_home), Run(f"{NO_BREAK}{words}", OTHER_CLOCK, whole=True)]


def _facts(hosting: Hosting, day: HostDay, line: Line, voice: Voice) -> Iterator[Fact]:
    for leg in _legs(line.outing):
        for end, wall in (("leaves", departs_of(leg)), ("arrives", arrives_of(leg))):
            if wall is not None:
                yield leg_fact(leg, end, wall, voice.wording)
    drives = [drive_fact(day, line, drive, voice.wording) for drive in line.drives]
    yield from of_each(drives, day, voice.wording, many=len(hosting.guests) > 1)

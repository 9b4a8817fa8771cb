"""The days of travel on both clocks: every time as it is in the home city and as it is in the host city."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planner.clock import WallTime, shown_elsewhere
from planner.language import N_, N_in, Words
from planner.language.dates import day_text, days_text
from planner.language.times import span_text, time_parts
from planner.model.cities import City
from planner.model.kinds import TravelMode
from planner.papers.facts import Fact
from planner.papers.guestpacket.setting import Setting
from planner.papers.itinerary import travelling
from planner.papers.itinerary.days import Day, Event, Phase
from planner.papers.itinerary.pieces import NO_BREAK, clock_sign, icon, icon_of
from planner.papers.itinerary.telling import facts_of_event
from planner.papers.kit.boxes import Box, aligned, on, padded, stack, telling
from planner.papers.kit.colours import GREY, INK, TINT
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import ITEM, LABEL, SECOND_TEXT, STRONG, TEXT
from planner.papers.sections.calling import best_window
from planner.papers.sections.prose import listed_item

TITLE = N_("The journey, on both clocks")
SECTION = "travel"

_TIME = Style(14.5, 17.5, bold=True)
_HALF = Style(10.5, 17.5)

_DAYS: dict[int, Words] = {
    0: N_in("call", "on the same day"),
    1: N_in("call", "on the next day"),
    -1: N_in("call", "on the day before"),
}

#: What to do on the way, whichever way it goes.
_ON_THE_WAY: tuple[Words, ...] = (
    N_("In the plane, set your watch to the time of {host}. Eat and sleep by it from then on."),
    N_("Keep this packet, your passport and your medicines in the hand luggage."),
    N_("At immigration, show the page of your host family: the officer may ask where you stay."),
    N_("When you have arrived, send a message home the same day."),
)


def travel(setting: Setting) -> tuple[Body, ...]:
    """Lay the days on which the guest flies, and when to call home."""
    trips = [_trip(days, setting) for days in _trips(setting.schedule.days)]
    if not trips:
        words = setting.voice.here.tr("The flights are not booked yet. We will tell you.")
        trips.append(solid(lay(Run(words, TEXT), setting.width)))
    host = setting.plan.visit.host_city
    name = setting.voice.pick(host.name_en, host.name_ja)
    between = [setting.heading(*setting.voice.both(N_("On the way")))]
    for words_ in _ON_THE_WAY:
        item = listed_item(setting.voice.here.words(words_, host=name), setting.width, ticks=True)
        between.append(solid(item, above=Box(setting.width, 1.2 * MM)))
    return setting.pages(TITLE, [trips[0], *between, *_calls(setting), *trips[1:]], SECTION)


def _trips(days: Sequence[Day]) -> list[list[Day]]:
    """Put days of flying that follow each other together: the way there, the way back."""
    trips: list[list[Day]] = []
    for day in days:
        if not (day.is_aloft or any(_flies(event) for event in day.events)):
            continue
        if trips and (day.on - trips[-1][-1].on).days <= 1:
            trips[-1].append(day)
        else:
            trips.append([day])
    return trips


def _flies(event: Event) -> bool:
    return event.journey is not None and event.journey.mode is TravelMode.AIR


def _trip(days: Sequence[Day], setting: Setting) -> Block:
    """Set one way, which stays on one page: its dates, the two cities, and a row for each time."""
    words = days_text(days[0].on, days[-1].on, setting.voice.language, weekdays=True, paper=True)
    head = stack([lay(Run(words, ITEM), setting.width), _heads(setting)])
    rows = [row for day in days for event in day.events for row in _rows(event, setting)]

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        return stack([head, *some])

    return Block(tuple(rows), assemble, above=Box(setting.width, 5 * MM))


def _columns(setting: Setting) -> tuple[float, float]:
    """Where the host city's time and what happens begin; home's time stands at the left edge."""
    first = (31 if setting.frame.half else 36) * MM
    return first, 2 * first


def _heads(setting: Setting) -> Box:
    visit = setting.plan.visit
    second, third = _columns(setting)
    cells = [(0.0, visit.home_city, True), (second, visit.host_city, False)]
    placed = [
        (x, fitted(_city(city, is_home, setting), second - 2 * MM, smallest=setting.smallest))
        for x, city, is_home in cells
    ]
    row = padded(aligned([*placed, (third, Box(0.0, 0.0))], setting.width), above=0.6 * MM, below=0.8 * MM)
    return on((Rule(0.0, row.height, setting.width, row.height, 0.8, INK),), row)


def _city(city: City, is_home: bool, setting: Setting) -> list[Part]:
    name = setting.voice.pick(city.name_en, city.name_ja)
    return [clock_sign(is_home, LABEL.size * 1.05, INK), Run(f"{NO_BREAK}{name}", STRONG, whole=True)]


def _rows(event: Event, setting: Setting) -> Iterator[Box]:
    """Set an event with each of its times on both clocks; a leg has one row for each end on its day."""
    voice, leg = setting.voice, event.journey
    facts = list(facts_of_event(event, voice.wording))
    if leg is None:
        if event.start is None:
            return
        details = [detail.words for detail in voice.wording.details(event)]
        yield _row(event.start, voice.wording.title(event), details, setting, facts)
        return
    sign = icon_of(event)
    if event.start is not None and event.start in event.on_this_day:
        details = [travelling.leaving(leg, voice.wording), travelling.check_in(leg, voice.wording), leg.baggage.strip()]
        if event.phase is Phase.BEGINS:
            details.append(travelling.duration(event, voice.wording))
        yield _row(event.start, voice.wording.title(event), details, setting, facts[:1], sign=sign)
    if event.end is not None and event.end in event.on_this_day:
        title = travelling.landing(leg, voice.wording)
        lasts = travelling.duration(event, voice.wording)
        missed = voice.here.tr("If it is missed: {words}", words=leg.if_missed.strip()) if leg.if_missed.strip() else ""
        details = [lasts, travelling.met_by(leg, voice.wording), missed]
        yield _row(event.end, title, details, setting, facts[-1:])


def _row(
    wall: WallTime, title: str, details: Sequence[str], setting: Setting, facts: Sequence[Fact], *, sign: str = ""
) -> Box:
    second, third = _columns(setting)
    visit, width = setting.plan.visit, setting.width - third
    name: list[Part] = [icon(sign, ITEM), Run(NO_BREAK, ITEM)] if sign else []
    words = stack([lay([*name, Run(title, ITEM)], width), *(lay(Run(line, TEXT), width) for line in details if line)])
    home, host = (shown_elsewhere(wall, city.zone) for city in (visit.home_city, visit.host_city))
    cells = [(0.0, _clock(home, wall, setting)), (second, _clock(host, wall, setting)), (third, words)]
    row = padded(aligned(cells, setting.width), above=1.2 * MM, below=1.3 * MM)
    # The clock of the place where one is then stands on a tint.
    place = (
        0.0 if home is not None and home.local == wall.local and (host is None or host.local != wall.local) else second
    )
    ground = Patch(place - 1.5 * MM, 0.0, second - 1.5 * MM, row.height, fill=TINT)
    ruled = on((ground, Rule(0.0, 0.0, setting.width, 0.0, 0.4, GREY)), row)
    return telling(ruled, facts)


def _clock(at: WallTime | None, here: WallTime, setting: Setting) -> Box:
    """Set a time with its day; nothing for a time that clocks skip."""
    width = _columns(setting)[0] - 3 * MM
    if at is None:
        return Box(width, 0.0)
    figures, half = time_parts(at.at, setting.voice.language, "paper")
    strong = at.local == here.local
    parts: list[Part] = [Run(figures, _TIME.but(bold=strong), whole=True)]
    if half:
        parts.append(Run(f"{NO_BREAK}{half}", _HALF))
    day = day_text(at.on, setting.voice.language, "short")
    return stack([lay(parts, width), fitted(Run(day, SECOND_TEXT), width, smallest=setting.smallest)])


def _calls(setting: Setting) -> Iterator[Block]:
    """Say on which day it is a decent hour in both cities: at the beginning, and again if clocks change."""
    wording, visit = setting.voice.wording, setting.plan.visit
    found: list[tuple[dt.date, str]] = []
    for day in setting.schedule.days[1:-1]:
        window = best_window(wording, day.on)
        if window is None:
            continue
        words = setting.voice.here.tr(
            "{host}: {span}, which is {other} in {home} {day}",
            host=setting.voice.pick(visit.host_city.name_en, visit.host_city.name_ja),
            span=span_text(window.start.at, window.end.at, wording.language, "paper"),
            other=span_text(window.other_start.at, window.other_end.at, wording.language, "paper"),
            home=setting.voice.pick(visit.home_city.name_en, visit.home_city.name_ja),
            day=_day_words(window.start.on, window.other_start.on, setting),
        )
        if not found or found[-1][1] != words:
            found.append((day.on, words))
    if found:
        yield setting.heading(*setting.voice.both(N_("Good times to call home")))
    for number, (on_day, words) in enumerate(found):
        since = setting.voice.here.tr("from {day}", day=day_text(on_day, wording.language, "short"))
        yield solid(lay(Run(wording.listed([since, words]) if number else words, TEXT), setting.width))


def _day_words(here: dt.date, there: dt.date, setting: Setting) -> str:
    """Say whether it is the same day on the other side."""
    return setting.voice.here.words(_DAYS[max(-1, min((there - here).days, 1))])

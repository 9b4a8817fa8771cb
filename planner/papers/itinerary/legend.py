"""The line at the foot of each page that explains the two clocks, and in Japanese the marks of the meals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planner.clock import WallTime, hours_ahead
from planner.language import N_
from planner.language.dates import day_text
from planner.language.terms import MEAL_MARKS
from planner.language.times import ahead_text, letters_of
from planner.model.kinds import MealProvider
from planner.model.message import PlannerError
from planner.papers.itinerary.days import Schedule, providers
from planner.papers.itinerary.pieces import NO_BREAK, clock_sign
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, stack
from planner.papers.kit.colours import INK
from planner.papers.kit.lines import Part, Run, fitted, lay
from planner.papers.kit.styles import LEGEND

_MARKS_JA = {
    MealProvider.GROUP: N_("the group sees to it"),
    MealProvider.FAMILY: N_("with the host family"),
    MealProvider.PACKED: N_("packed by the host family"),
    MealProvider.ON_BOARD: N_("on board"),
    MealProvider.OWN: N_("each for themselves"),
}


_STILL_ONE_LINE = 9.0


def legend(schedule: Schedule, wording: Wording, width: float, more: Sequence[Part] = (), smallest: float = 8) -> Box:
    """Explain the two clocks, and in Japanese the meal marks: in one line if it is not much smaller then, else in two.

    `more` are signs of the page's own, explained after the clocks.
    """
    explained = clocks(schedule, wording)
    if more:
        explained = [*explained, *([Run(_room(wording), LEGEND)] if explained else []), *more]
    meals = meal_marks(schedule, wording)
    marks: list[Part] = [Run(meals, LEGEND, whole=True)] if meals else []
    if not explained or not marks:
        return fitted([*explained, *marks], width, smallest=smallest)
    box = fitted([*explained, Run(_room(wording), LEGEND), *marks], width, smallest=max(smallest, _STILL_ONE_LINE))
    if len(box.inner) == 1:
        return box
    return stack([fitted(explained, width, smallest=smallest), lay(marks, width)])


def legend_of_both(schedule: Schedule, pair: tuple[Wording, Wording], width: float) -> Box:
    """Explain the signs in English, and below in Japanese."""
    return stack([legend(schedule, each, width) for each in pair])


def _room(wording: Wording) -> str:
    return "\u3000\u3000" if wording.language == "ja" else "     "


def clocks(schedule: Schedule, wording: Wording) -> list[Part]:
    """Say whose time is large and how far home is ahead; nothing if both clocks agree.

    Where part of the programme is by another clock (a departure from Tokyo), the large time is that of the place, and
    the host city's stands small beside it.
    """
    visit, here = schedule.plan.visit, wording.speaker
    ahead = _ahead(schedule, wording)
    if not ahead:
        return []
    host = wording.pick(visit.host_city.name_en, visit.host_city.name_ja)
    home = wording.pick(visit.home_city.name_en, visit.home_city.name_ja)
    letters = _letters_of_host(schedule)
    small = here.tr("{city} time, small, {ahead}", city=home, ahead=ahead)
    size = LEGEND.size * 1.05
    parts: list[Part] = []
    if any(zone != schedule.host_zone for day in schedule.days for zone in day.zones):
        parts += [Run(here.tr("Local time, large"), LEGEND, whole=True), Run(_room(wording), LEGEND)]
        other = here.tr("{city} time, small ({letters})", city=host, letters=letters)
    else:
        other = here.tr("{city} time, large ({letters})", city=host, letters=letters)
    return [
        *parts,
        clock_sign(False, size),
        Run(f"{NO_BREAK}{other}", LEGEND, whole=True),
        Run(_room(wording), LEGEND),
        clock_sign(True, size, INK),
        Run(f"{NO_BREAK}{small}", LEGEND, whole=True),
    ]


def _letters_of_host(schedule: Schedule) -> str:
    """Give the letters of the host city's time during the visit, two if clocks change: "EDT/EST"."""
    times = [event.start for day in schedule.days for event in day.events if event.start]
    there = [time for time in times if time.zone == schedule.host_zone]
    # A visit of which nothing is planned there yet has its days all the same.
    there = there or [WallTime(day.on, dt.time(12), schedule.host_zone) for day in schedule.days]
    return "/".join(dict.fromkeys(filter(None, map(letters_of, there))))


def _ahead(schedule: Schedule, wording: Wording) -> str:
    """Say how far home is ahead; if clocks change during the visit, also from which day on by how much."""
    found: list[float] = []
    words: list[str] = []
    for day in schedule.days:
        try:
            ahead = hours_ahead(schedule.home_zone, schedule.host_zone, day.on)
        except PlannerError:
            return ""
        if not found or found[-1] != ahead:
            text = ahead_text(ahead, wording.language)
            since = day_text(day.on, wording.language, "short")
            words.append(wording.speaker.tr("from {day} {ahead}", day=since, ahead=text) if found else text)
            found.append(ahead)
    return wording.listed(words) if any(found) else ""


def meal_marks(schedule: Schedule, wording: Wording) -> str:
    """Explain the meal marks that are used: 「食事　○＝団体で用意　家＝ホスト宅」; in English nothing."""
    if wording.language != "ja":
        return ""
    used = {provider for day in schedule.days for meals in day.meals.values() for provider in providers(meals)}
    words = [f"{MEAL_MARKS[each]}＝{wording.speaker.tr(_MARKS_JA[each])}" for each in MealProvider if each in used]
    return "\u3000".join([wording.speaker.tr("Meals"), *words]) if words else ""


def koteihyo_legend(schedule: Schedule, wording: Wording) -> list[Part]:
    """Explain a 行程表 in one line: meal marks, squads, and that times are local."""
    here, visit = wording.speaker, schedule.plan.visit
    groups = [group for day in schedule.days for event in day.events for group in event.groups]
    letters = list(dict.fromkeys(sorted(group.letter for group in groups if group.letter.strip())))
    words = [meal_marks(schedule, wording)]
    words.append(here.tr("{letters}: squads", letters="・".join(letters)) if letters else "")
    words.append(here.tr("All times are local."))
    if ahead := _ahead(schedule, wording):
        home = wording.pick(visit.home_city.name_en, visit.home_city.name_ja)
        host = wording.pick(visit.host_city.name_en, visit.host_city.name_ja)
        words.append(here.tr("{city} is {ahead} of {other}.", city=home, ahead=ahead, other=host))
    return [Run("\u3000\u3000".join(filter(None, words)), LEGEND)]

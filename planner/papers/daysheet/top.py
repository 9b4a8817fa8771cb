"""The head of a day sheet: the date in large figures, what to wear and bring, the two clocks."""

from __future__ import annotations

from collections.abc import Sequence

from planner.clock import hours_ahead
from planner.language.dates import day_text
from planner.model.message import PlannerError
from planner.papers.daysheet.rows import ALONE, SIDE_BY_SIDE, WIDTH
from planner.papers.daysheet.wording import brought, worn
from planner.papers.itinerary.days import Day
from planner.papers.itinerary.pieces import NO_BREAK, clock_sign
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, aligned, bookmarked, on, padded, stack
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.lines import Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import TEXT

_ABOVE_DATE = Style(13, 18)
_DATE = Style(42, 46, bold=True)
_LABEL = TEXT.but(bold=True)


def top_of(day: Day, days: int, wordings: Sequence[Wording], *, continued: bool = False) -> Box:
    """Set the head of a day's page; on a second page the date alone."""
    date = _date(day, days, wordings, continued)
    title = " ".join(day_text(day.on, wording.language, "short") for wording in wordings)
    return stack([date if continued else bookmarked(date, title), *([] if continued else [_whole_day(day, wordings)])])


def _date(day: Day, days: int, wordings: Sequence[Wording], continued: bool) -> Box:
    places = (0.0, SIDE_BY_SIDE.texts[1][0])
    width = SIDE_BY_SIDE.texts[0][1] if len(wordings) > 1 else WIDTH
    cells = []
    for x, wording in zip(places, wordings, strict=False):
        here, weekday = wording.speaker, day_text(day.on, wording.language, "long-weekday")
        above = here.tr("{weekday}, day {number} of {count}", weekday=weekday, number=day.number, count=days)
        words = wording.listed([above, here.tr("continued") if continued else ""])
        date = Run(day_text(day.on, wording.language, "day-long-month"), _DATE, whole=True)
        over = fitted(Run(words, _ABOVE_DATE), width, smallest=9)
        cells.append((x, stack([over, fitted(date, width, smallest=27)])))
    box = aligned(cells, WIDTH)
    y = box.height + 2.0 * MM
    return Box(WIDTH, y, (Rule(0.0, y, WIDTH, y, 0.8, INK),), ((0.0, 0.0, box),))


def _whole_day(day: Day, wordings: Sequence[Wording]) -> Box:
    """Set what to wear and bring and a line for the weather, and which clock is large, which small."""
    if len(wordings) > 1:
        cells = [
            (x, _labelled(day, wording, width))
            for wording, (x, width) in zip(wordings, SIDE_BY_SIDE.texts, strict=True)
        ]
        cells.append((SIDE_BY_SIDE.spine_left, _clocks(day, wordings[0], SIDE_BY_SIDE.spine_width)))
    else:
        x, width = ALONE.texts[0]
        cells = [(x, _labelled(day, wordings[0], width)), (0.0, _clocks(day, wordings[0], ALONE.spine_width))]
    height = max(box.height for _, box in cells)
    box = Box(WIDTH, height, inner=tuple((x, 0.0, box) for x, box in cells))
    return padded(box, above=1.6 * MM, below=2.2 * MM)


def _labelled(day: Day, wording: Wording, width: float) -> Box:
    here = wording.speaker
    room = "\u3000" if wording.language == "ja" else " "
    boxes = [
        lay([Run(f"{label}{room}", _LABEL), Run(words, TEXT)], width)
        for label, words in ((here.tr("Wear"), worn(day, wording)), (here.tr("Bring"), brought(day, wording)))
        if words
    ]
    weather = here.tr("Weather")
    label = Run(f"{weather}{room}", _LABEL)
    named = lay(label, width)
    start, foot = natural_width(label), named.baseline + 1.2
    end = min(width, start + 48 * MM)
    boxes.append(on((Rule(start, foot, end, foot, 0.6, GREY),), named))
    return stack(boxes)


def _clocks(day: Day, wording: Wording, width: float) -> Box:
    """Say which city's clock is large and how far the other is ahead: "● Portland", "○ Shinagawa +13 h"."""
    visit = wording.schedule.plan.visit
    names = [wording.pick(city.name_en, city.name_ja) for city in (visit.host_city, visit.home_city)]
    boxes = [fitted([clock_sign(False, 11), Run(f"{NO_BREAK}{names[0]}", TEXT)], width, smallest=8, align="centre")]
    if ahead := _ahead(day, wording):
        parts: list[Part] = [clock_sign(True, 11, INK), Run(f"{NO_BREAK}{names[1]} {ahead}", TEXT)]
        boxes.append(fitted(parts, width, smallest=8, align="centre"))
    return stack(boxes)


def _ahead(day: Day, wording: Wording) -> str:
    """Give by how many hours home is ahead on this day: "+13 h", 「+13時間」."""
    try:
        hours = hours_ahead(wording.schedule.home_zone, wording.schedule.host_zone, day.on)
    except PlannerError:
        return ""
    return (f"{hours:+g}時間" if wording.language == "ja" else f"{hours:+g} h") if hours else ""

"""The programme, day by day: what a guest does, or what a host family must know of what their guests do.

Each day stands as a block beside its date; on a whole sheet two days lie above the fold and two below it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from planner.language import other_language
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.papers.facts import Fact
from planner.papers.itinerary import bodies, upright
from planner.papers.itinerary.days import Day, Schedule
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.legend import legend
from planner.papers.itinerary.pieces import NO_BREAK, icon
from planner.papers.itinerary.telling import facts_of_day, told
from planner.papers.itinerary.upright import Extra
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import gap
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Part, Run
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import LEGEND
from planner.papers.sections.calling import times_to_call

SECTION = "programme"

_BELOW_TITLE = 1.6 * MM


def programme(
    schedule: Schedule,
    language: str,
    frame: Frame,
    *,
    extras: Mapping[dt.date, Sequence[Extra]] | None = None,
    section: str = SECTION,
) -> tuple[Body, ...]:
    """Lay the programme of one guest or one family (`schedule_of`, `schedule_at`) in one language.

    `extras` are rows by day that are no events: a family's drives (with the icon "car"). Good times to call home stand
    on the days that guests and families have to themselves.
    """
    wording = Wording(schedule, language)
    other = Wording(schedule, other_language(language))
    columns = upright.columns_of(frame.text_width)
    more = {day: [*rows] for day, rows in times_to_call(wording).items()}
    for day, rows in (extras or {}).items():
        more.setdefault(day, []).extend(rows)
    title = title_box(wording.speaker.tr("Programme"), other.speaker.tr("Programme"), width=columns.width)
    blocks = [solid(title, with_next=True)]
    blocks += [_block(day, wording, columns, more.get(day.on, ())) for day in schedule.days]
    # The rule below the title is that of the first day.
    blocks[1:2] = [replace(block, above=gap(_BELOW_TITLE)) for block in blocks[1:2]]
    drives = any(extra.icon == "car" for some in more.values() for extra in some)
    signs = _drive_sign(wording) if drives else []
    foot = legend(schedule, wording, columns.width, signs, smallest=LEGEND.size if frame.half else 8)
    note = "" if frame.half else wording.speaker.tr("Fold on the marks, for the fridge.")
    return bodies(blocks, foot, frame, note, section)


def _block(day: Day, wording: Wording, columns: upright.Columns, extras: Sequence[Extra]) -> Block:
    """Make a day's block, which tells what is in it with its first part."""
    block = upright.day_block(day, wording, columns, extras)
    return told(block, *facts_of_day(day, wording), *_of_extras(day, wording, extras))


def _of_extras(day: Day, wording: Wording, extras: Sequence[Extra]) -> Iterator[Fact]:
    on = day_text(day.on, wording.language, "short")
    before: Counter[str] = Counter()
    for extra in extras:
        if extra.facts:
            yield from extra.facts
            continue
        before[extra.title] += 1
        key = f"{day.on.isoformat()}/{extra.title}/{before[extra.title]}"
        value = wording.listed([f"{on} {time_text(extra.start.at, wording.language, 'paper')}", extra.words])
        yield Fact(key, extra.title, value)


def _drive_sign(wording: Wording) -> list[Part]:
    return [icon("car", LEGEND), Run(f"{NO_BREAK}{wording.speaker.tr('you drive')}", LEGEND, whole=True)]

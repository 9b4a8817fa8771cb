"""The itinerary in both languages: English left, a spine of times in the middle, Japanese right.

A row never differs in content between its sides.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.clock import WallTime
from planner.language.dates import day_text
from planner.language.times import span_text, time_text
from planner.papers.itinerary import lodging
from planner.papers.itinerary.cells import text_of, texts_of_ends
from planner.papers.itinerary.days import Day, Event, Phase
from planner.papers.itinerary.pieces import NO_BREAK, icon, meal_parts, one_time, small_clock
from planner.papers.itinerary.reminders import reminders
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import EMPTY, Box, bookmarked, over, padded, stack
from planner.papers.kit.colours import GREY, INK, SECOND, TINT
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import DATE, TEXT, TIME

WIDTH = 178 * MM
LEFT_WIDTH = 69 * MM
SPINE_LEFT = 72 * MM
SPINE_WIDTH = 34 * MM
RIGHT_LEFT = 109.5 * MM
RIGHT_WIDTH = WIDTH - RIGHT_LEFT

ABOVE_ROW = 1.5 * MM
BELOW_ROW = 1.7 * MM
BETWEEN_DAYS = 4.5 * MM

# The spine's second time, for readers of the 24-hour clock.
TWENTY_FOUR = Style(10.5, 13)
CLOSING = TEXT.at(10)
DATE_ABOVE = DATE.at(21)
BESIDE_DATE = Style(11.5, 16)

Pair = tuple[Wording, Wording]
"""The same schedule worded in English and in Japanese."""


def day_block(day: Day, days: int, pair: Pair) -> Block:
    """Make the block of one day, its date above in both languages; longer than a page, it is repeated."""
    rows = [_event_row(events, day, pair) for events in _together(day.events)]
    if not rows and not day.is_aloft:
        rows.append(_empty_row(pair))
    rows += _closing_rows(day, pair)
    title = f"{day_text(day.on, 'en', 'short')} {day_text(day.on, 'ja', 'short')}"

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        date = _date(day, days, pair, continued)
        ruled = [over(row, (_rule(strong=number == 0),)) for number, row in enumerate(some)]
        return stack([date if continued else bookmarked(date, title), *ruled])

    return Block(tuple(rows), assemble, above=Box(WIDTH, BETWEEN_DAYS))


def _rule(*, strong: bool) -> Rule:
    weight, colour = (0.8, INK) if strong else (0.4, GREY)
    return Rule(0.0, 0.0, WIDTH, 0.0, weight, colour)


def _date(day: Day, days: int, pair: Pair, continued: bool) -> Box:
    boxes: list[Box] = []
    for wording, width in zip(pair, (RIGHT_LEFT - 4 * MM, RIGHT_WIDTH), strict=True):
        date = Run(day_text(day.on, wording.language, "day-long-month"), DATE_ABOVE, whole=True)
        words = _beside_date(day, days, wording, continued)
        boxes.append(fitted([date, Run(f"{NO_BREAK * 3}{words}", BESIDE_DATE)], width, smallest=17))
    inner = ((0.0, 0.0, boxes[0]), (RIGHT_LEFT, 0.0, boxes[1]))
    return padded(Box(WIDTH, max(box.height for box in boxes), inner=inner), below=0.8 * MM)


def _beside_date(day: Day, days: int, wording: Wording, continued: bool) -> str:
    here, weekday = wording.speaker, day_text(day.on, wording.language, "long-weekday")
    words = here.tr("{weekday}, day {number} of {count}", weekday=weekday, number=day.number, count=days)
    return wording.listed([words, here.tr("continued") if continued else ""])


def _row(lines: Sequence[tuple[Box, Box, Box]], *, tint: bool = False) -> Box:
    """Put lines of three columns below each other, on common baselines, the spine tinted all the way."""
    placed: list[tuple[float, float, Box]] = []
    y = ABOVE_ROW
    for number, cells in enumerate(lines):
        y += 1.0 * MM if number else 0.0
        baseline = max(box.baseline for box in cells)
        deep = y
        for x, box in zip((0.0, SPINE_LEFT, RIGHT_LEFT), cells, strict=True):
            top = y + (baseline - box.baseline if box.baseline else 0.0)
            placed.append((x, top, box))
            deep = max(deep, top + box.height)
        y = deep
    height = y + BELOW_ROW
    ground = (0.0, WIDTH) if tint else (SPINE_LEFT, SPINE_WIDTH)
    return Box(WIDTH, height, (Patch(ground[0], 0.0, ground[1], height, fill=TINT),), tuple(placed))


def _together(events: Sequence[Event]) -> list[list[Event]]:
    """Put what different squads do at the same time into one row, as long as both its ends are the same."""
    rows: list[list[Event]] = []
    for event in events:
        last = rows[-1][-1] if rows else None
        if last and event.start and last.groups and event.groups and (last.start, last.end) == (event.start, event.end):
            rows[-1].append(event)
        else:
            rows.append([event])
    return rows


def _event_row(events: Sequence[Event], day: Day, pair: Pair) -> Box:
    english, japanese = pair
    first = events[0]
    if first.shows_both_ends and first.phase is Phase.WHOLE:
        left, right = texts_of_ends(first, english, LEFT_WIDTH), texts_of_ends(first, japanese, RIGHT_WIDTH)
        times = [_spine_time(wall, None, english, letters=True) for wall in (first.start, first.end) if wall]
        return _row(list(zip(left, times, right, strict=True)))
    lines: list[tuple[Box, Box, Box]] = []
    for event in events:
        left_text = text_of(event, english, LEFT_WIDTH, _end_in_words(event, english))
        times_once = EMPTY if lines else _times(event, day, pair)
        lines.append((left_text, times_once, text_of(event, japanese, RIGHT_WIDTH)))
    return _row(lines, tint=first.is_own_day)


def _end_in_words(event: Event, english: Wording) -> str:
    """Say in English until when, since the spine has the end by the 24-hour clock only."""
    if event.phase is not Phase.WHOLE or event.start is None or event.end is None:
        return ""
    return english.speaker.tr("To {time}", time=time_text(event.end.at, "en", "paper"))


def _times(event: Event, day: Day, pair: Pair) -> Box:
    english = pair[0]
    letters = day.tells_zone(event, english.schedule.host_zone)
    if event.phase is Phase.ENDS and event.end:
        return _spine_time(event.end, None, english, letters=letters, until=event.journey is None)
    if event.start is None or event.phase is Phase.GOES_ON:
        words = [
            (each.speaker.tr_in("paper", "All day"), style)
            for each, style in zip(pair, (TIME, TWENTY_FOUR), strict=True)
        ]
        return stack([lay(Run(text, style), SPINE_WIDTH, align="centre") for text, style in words])
    end = event.end if event.phase is Phase.WHOLE else None
    return _spine_time(event.start, end, english, letters=letters)


def _spine_time(wall: WallTime, end: WallTime | None, english: Wording, *, letters: bool, until: bool = False) -> Box:
    """Set a time three times: large with am or pm, by the 24-hour clock if that differs, and elsewhere."""
    parts: list[Part] = [Run(f"to{NO_BREAK}", TWENTY_FOUR)] if until else []
    lines = [fitted([*parts, *one_time(english.clock(wall.at))], SPINE_WIDTH, smallest=12, align="centre")]
    if end is not None or wall.at.hour >= 12 or wall.at.hour == 0:
        words = span_text(wall.at, end.at if end else None, "ja")
        lines.append(lay(Run(words, TWENTY_FOUR), SPINE_WIDTH, align="centre"))
    small = small_clock(wall, english, letters=letters, language="both")
    lines.append(fitted(small, SPINE_WIDTH - 1 * MM, smallest=8, align="centre"))
    return stack(lines)


def _empty_row(pair: Pair) -> Box:
    grey = TEXT.but(colour=SECOND)
    left, right = (lay(Run(each.speaker.tr("Nothing planned"), grey), LEFT_WIDTH) for each in pair)
    return _row([(left, EMPTY, right)])


def _closing_rows(day: Day, pair: Pair) -> list[Box]:
    """Set the meals, then the night, in one row."""
    english, japanese = pair
    lines: list[tuple[Box, Box, Box]] = []
    if day.meals:
        left, right = (
            lay(meal_parts(lodging.meals(day, each), each.language, CLOSING), width)
            for each, width in zip(pair, (LEFT_WIDTH, RIGHT_WIDTH), strict=True)
        )
        lines.append((left, _sign("fork", ""), right))
    for one, other in zip(reminders(day, english), reminders(day, japanese), strict=True):
        left = lay(Run(one.words, CLOSING.but(bold=True)), LEFT_WIDTH)
        right = lay(Run(other.words, CLOSING.but(bold=True)), RIGHT_WIDTH)
        lines.append((left, _sign(one.sign, ""), right))
    if day.night is not None:
        left = lay(Run(lodging.night(day.night, english), CLOSING), LEFT_WIDTH)
        right = lay(Run(lodging.night(day.night, japanese), CLOSING), RIGHT_WIDTH)
        number = str(day.night.number) if day.night.number else ""
        lines.append((left, _sign("bed" if number else "plane", number), right))
    return [_row(lines)] if lines else []


def _sign(name: str, words: str) -> Box:
    parts: list[Part] = [icon(name, CLOSING)]
    if words:
        parts.append(Run(f"{NO_BREAK}{words}", CLOSING))
    return lay(parts, SPINE_WIDTH, align="centre")

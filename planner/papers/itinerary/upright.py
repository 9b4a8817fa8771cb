"""The itinerary in one language, upright: the day on the left, then the time, then what happens."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language.dates import day_text
from planner.papers.itinerary import lodging
from planner.papers.itinerary.cells import text_of, texts_of_ends
from planner.papers.itinerary.pieces import (
    NO_BREAK,
    icon,
    meal_parts,
    one_time,
    small_clock,
    time_parts_of,
)
from planner.papers.itinerary.schedule import Day, Event, Phase
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, aligned, beside, bookmarked, gap, on, padded, stack, tinted
from planner.papers.kit.colours import GREY, INK, SECOND, TINT
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Part, Run, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import MONTH, NUMERAL, SECOND_TEXT, TEXT, WEEKDAY

WIDTH = 178 * MM
DAY_WIDTH = 36 * MM
ROWS_LEFT = 40 * MM
ROWS_WIDTH = WIDTH - ROWS_LEFT
TIME_LEFT = 2.8 * MM
TIME_WIDTH = 39 * MM
TEXT_LEFT = 45.5 * MM
TEXT_WIDTH = ROWS_WIDTH - TEXT_LEFT - 0.5 * MM

CLOSING = TEXT.at(10)
ABOVE_ROW = 1.4 * MM
BELOW_ROW = 1.5 * MM
BETWEEN_DAYS = 2.6 * MM
BELOW_RULE = 1.6 * MM


def day_block(day: Day, wording: Wording) -> Block:
    """Make the block of one day; longer than a page, it repeats its date."""
    rows = [_event_row(event, day, wording) for event in day.events]
    if not rows and not day.is_aloft:
        rows.append(_empty_row(wording))
    if closing := _closing_row(day, wording):
        rows.append(closing)
    title = day_text(day.on, wording.language, "short")

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        date = _date(day, wording, continued)
        return _put_together(date if continued else bookmarked(date, title), some)

    return Block(tuple(rows), assemble, above=_day_rule())


def _day_rule() -> Box:
    y = BETWEEN_DAYS
    return Box(WIDTH, BETWEEN_DAYS + BELOW_RULE, (Rule(0.0, y, WIDTH, y, 0.8, INK),))


def _put_together(date: Box, rows: Sequence[Box]) -> Box:
    light = Rule(0.0, 0.0, ROWS_WIDTH, 0.0, 0.4, GREY)
    body = stack(on((light,), row) if number else row for number, row in enumerate(rows))
    return Box(WIDTH, max(date.height, body.height), inner=((0.0, 0.0, date), (ROWS_LEFT, 0.0, body)))


def _date(day: Day, wording: Wording, continued: bool) -> Box:
    """Set the date: a numeral as on a wall calendar, the weekday, the date in the other language."""
    numeral = Run(str(day.on.day), NUMERAL)
    if wording.language == "ja":
        parts: list[Part] = [Run(f"{day.on.month}月", MONTH), numeral, Run("日", MONTH)]
    else:
        parts = [numeral, Run(f" {day_text(day.on, 'en', 'month')}", MONTH)]
    count = wording.speaker.tr("Day {number}", number=day.number)
    other = day_text(day.on, "en" if wording.language == "ja" else "ja", "short")
    lines = [
        fitted(parts, DAY_WIDTH, smallest=26),
        gap(1.2 * MM),
        lay(Run(day_text(day.on, wording.language, "long-weekday"), WEEKDAY), DAY_WIDTH),
        lay([Run(f"{count} · ", SECOND_TEXT, whole=True), Run(other, SECOND_TEXT, whole=True)], DAY_WIDTH),
    ]
    if continued:
        lines.append(lay(Run(wording.speaker.tr("continued"), SECOND_TEXT.but(bold=True)), DAY_WIDTH))
    return stack(lines)


def _event_row(event: Event, day: Day, wording: Wording) -> Box:
    if event.shows_both_ends and event.phase is Phase.WHOLE:
        lines = list(zip(_times_of_ends(event, wording), texts_of_ends(event, wording, TEXT_WIDTH), strict=True))
    else:
        lines = [(_time(event, day, wording), text_of(event, wording, TEXT_WIDTH))]
    boxes = [aligned([(TIME_LEFT, time), (TEXT_LEFT, text)], ROWS_WIDTH) for time, text in lines]
    row = padded(stack(boxes, 1.0 * MM), above=ABOVE_ROW, below=BELOW_ROW)
    return tinted(row, TINT) if event.is_own_day else row


def _time(event: Event, day: Day, wording: Wording) -> Box:
    lines = [fitted(time_parts_of(event, wording), TIME_WIDTH, smallest=12)]
    if event.first is not None and event.phase is not Phase.GOES_ON:
        letters = day.tells_zone(event, wording.schedule.host_zone)
        lines.append(lay(small_clock(event.first, wording, letters=letters), TIME_WIDTH))
    return stack(lines)


def _times_of_ends(event: Event, wording: Wording) -> list[Box]:
    return [
        stack(
            [
                lay(one_time(wording.clock(wall.at)), TIME_WIDTH),
                lay(small_clock(wall, wording, letters=True), TIME_WIDTH),
            ]
        )
        for wall in (event.start, event.end)
        if wall is not None
    ]


def _empty_row(wording: Wording) -> Box:
    words = lay(Run(wording.speaker.tr("Nothing planned"), TEXT.but(colour=SECOND)), TEXT_WIDTH)
    return padded(beside([(TEXT_LEFT, words)], ROWS_WIDTH), above=ABOVE_ROW, below=BELOW_ROW)


def _closing_row(day: Day, wording: Wording) -> Box | None:
    """Set the day's last row: the meals, and where the night is spent."""
    lines: list[Box] = []
    if day.meals:
        meals = lay(meal_parts(lodging.meals(day, wording), wording.language, CLOSING), TEXT_WIDTH)
        lines.append(_closing_line("fork", wording.speaker.tr("Meals"), meals))
    if day.night is not None:
        sign = "bed" if day.night.number else "plane"
        words = lay(Run(lodging.night(day.night, wording), CLOSING), TEXT_WIDTH)
        lines.append(_closing_line(sign, lodging.night_number(day.night, wording), words))
    return padded(stack(lines, 0.3 * MM), above=ABOVE_ROW, below=BELOW_ROW) if lines else None


def _closing_line(sign: str, label: str, words: Box) -> Box:
    left = lay([icon(sign, CLOSING), Run(f"{NO_BREAK}{label}", CLOSING)], TIME_WIDTH)
    return beside([(TIME_LEFT, left), (TEXT_LEFT, words)], ROWS_WIDTH)

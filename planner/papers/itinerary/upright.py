"""The itinerary in one language, upright: the day on the left, then the time, then what happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.clock import WallTime
from planner.language import other_language
from planner.language.dates import day_text
from planner.papers.facts import Fact
from planner.papers.itinerary import lodging
from planner.papers.itinerary.cells import text_of, texts_of_ends
from planner.papers.itinerary.days import Day, Event, Phase, moment_of
from planner.papers.itinerary.pieces import (
    NO_BREAK,
    icon,
    meal_parts,
    one_time,
    small_clock,
    span,
    time_parts_of,
)
from planner.papers.itinerary.reminders import reminders
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, aligned, beside, bookmarked, gap, over, padded, stack, tinted
from planner.papers.kit.colours import GREY, INK, SECOND, TINT
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Part, Run, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import ITEM, MONTH, NUMERAL, SECOND_TEXT, TEXT, WEEKDAY

TIME_LEFT = 2.8 * MM

CLOSING = TEXT.at(10)
ABOVE_ROW = 1.4 * MM
BELOW_ROW = 1.5 * MM
BETWEEN_DAYS = 2.6 * MM
BELOW_RULE = 1.6 * MM


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide a page is, and where its columns lie: the day, the time, what happens (points)."""

    width: float
    day: float
    rows_left: float
    time: float
    text_left: float

    @property
    def rows(self) -> float:
        """Width of a row: all but the day."""
        return self.width - self.rows_left

    @property
    def text(self) -> float:
        """Width of what happens."""
        return self.rows - self.text_left - 0.5 * MM


FULL = Columns(178 * MM, 36 * MM, 40 * MM, 39 * MM, 45.5 * MM)


def columns_of(width: float) -> Columns:
    """Give the columns for a text so wide: on a half sheet the day and the time are narrower."""
    return FULL if width > FULL.width - 1 * MM else Columns(width, 27 * MM, 29 * MM, 37 * MM, 41.5 * MM)


@dataclass(frozen=True, slots=True)
class Extra:
    """A row that is no event of the plan: a drive of the family's, a good time to call home. Its words are said."""

    start: WallTime
    end: WallTime | None
    title: str
    words: str = ""
    icon: str = ""
    is_tinted: bool = False
    facts: tuple[Fact, ...] = ()


def day_block(day: Day, wording: Wording, columns: Columns = FULL, extras: Sequence[Extra] = ()) -> Block:
    """Make the block of one day; longer than a page, it repeats its date. `extras` stand at their times."""
    rows = _rows(day, wording, columns, extras)
    if not rows and not day.is_aloft:
        rows.append(_empty_row(wording, columns))
    if closing := _closing_row(day, wording, columns):
        rows.append(closing)
    title = day_text(day.on, wording.language, "short")

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        date = _date(day, wording, columns, continued)
        return _put_together(date if continued else bookmarked(date, title), some, columns)

    return Block(tuple(rows), assemble, above=_day_rule(columns))


def _rows(day: Day, wording: Wording, columns: Columns, extras: Sequence[Extra]) -> list[Box]:
    """Set the day's events in their order, and before each what else there is until then."""
    waiting = sorted(extras, key=lambda extra: moment_of(extra.start))
    rows: list[Box] = []
    for event in day.events:
        while waiting and event.first and moment_of(waiting[0].start) <= moment_of(event.first):
            rows.append(_extra_row(waiting.pop(0), wording, columns))
        rows.append(_event_row(event, day, wording, columns))
    return rows + [_extra_row(extra, wording, columns) for extra in waiting]


def _day_rule(columns: Columns) -> Box:
    y = BETWEEN_DAYS
    return Box(columns.width, BETWEEN_DAYS + BELOW_RULE, (Rule(0.0, y, columns.width, y, 0.8, INK),))


def _put_together(date: Box, rows: Sequence[Box], columns: Columns) -> Box:
    light = Rule(0.0, 0.0, columns.rows, 0.0, 0.4, GREY)
    body = stack(over(row, (light,)) if number else row for number, row in enumerate(rows))
    inner = ((0.0, 0.0, date), (columns.rows_left, 0.0, body))
    return Box(columns.width, max(date.height, body.height), inner=inner)


def _date(day: Day, wording: Wording, columns: Columns, continued: bool) -> Box:
    """Set the date: a numeral as on a wall calendar, the weekday, the date in the other language."""
    numeral = Run(str(day.on.day), NUMERAL)
    if wording.language == "ja":
        parts: list[Part] = [Run(f"{day.on.month}月", MONTH), numeral, Run("日", MONTH)]
    else:
        parts = [numeral, Run(f" {day_text(day.on, 'en', 'month')}", MONTH)]
    count = wording.speaker.tr("Day {number}", number=day.number)
    other = day_text(day.on, other_language(wording.language), "short")
    lines = [
        fitted(parts, columns.day, smallest=20),
        gap(1.2 * MM),
        fitted(Run(day_text(day.on, wording.language, "long-weekday"), WEEKDAY, whole=True), columns.day, smallest=10),
        lay([Run(f"{count} · ", SECOND_TEXT, whole=True), Run(other, SECOND_TEXT, whole=True)], columns.day),
    ]
    if continued:
        lines.append(lay(Run(wording.speaker.tr("continued"), SECOND_TEXT.but(bold=True)), columns.day))
    return stack(lines)


def _event_row(event: Event, day: Day, wording: Wording, columns: Columns) -> Box:
    if event.shows_both_ends and event.phase is Phase.WHOLE:
        ends = texts_of_ends(event, wording, columns.text)
        lines = list(zip(_times_of_ends(event, wording, columns), ends, strict=True))
    else:
        lines = [(_time(event, day, wording, columns), text_of(event, wording, columns.text))]
    row = _row(lines, columns)
    return tinted(row, TINT) if event.is_own_day else row


def _row(lines: Sequence[tuple[Box, Box]], columns: Columns) -> Box:
    boxes = [aligned([(TIME_LEFT, time), (columns.text_left, text)], columns.rows) for time, text in lines]
    return padded(stack(boxes, 1.0 * MM), above=ABOVE_ROW, below=BELOW_ROW)


def _extra_row(extra: Extra, wording: Wording, columns: Columns) -> Box:
    start = wording.clock(extra.start.at)
    parts = span(start, wording.clock(extra.end.at), wording.language) if extra.end else one_time(start)
    times = [
        fitted(parts, columns.time, smallest=12),
        lay(small_clock(extra.start, wording, letters=False), columns.time),
    ]
    title: list[Part] = [icon(extra.icon, ITEM), Run(NO_BREAK, ITEM)] if extra.icon else []
    words = [lay([*title, Run(extra.title, ITEM)], columns.text), lay(Run(extra.words, TEXT), columns.text)]
    row = _row([(stack(times), stack(words))], columns)
    return tinted(row, TINT) if extra.is_tinted else row


def _time(event: Event, day: Day, wording: Wording, columns: Columns) -> Box:
    lines = [fitted(time_parts_of(event, wording), columns.time, smallest=12)]
    if event.first is not None and event.phase is not Phase.GOES_ON:
        letters = day.tells_zone(event, wording.schedule.host_zone)
        lines.append(lay(small_clock(event.first, wording, letters=letters), columns.time))
    return stack(lines)


def _times_of_ends(event: Event, wording: Wording, columns: Columns) -> list[Box]:
    return [
        stack(
            [
                lay(one_time(wording.clock(wall.at)), columns.time),
                lay(small_clock(wall, wording, letters=True), columns.time),
            ]
        )
        for wall in (event.start, event.end)
        if wall is not None
    ]


def _empty_row(wording: Wording, columns: Columns) -> Box:
    words = lay(Run(wording.speaker.tr("Nothing planned"), TEXT.but(colour=SECOND)), columns.text)
    return padded(beside([(columns.text_left, words)], columns.rows), above=ABOVE_ROW, below=BELOW_ROW)


def _closing_row(day: Day, wording: Wording, columns: Columns) -> Box | None:
    """Set the day's last row: the meals, and where the night is spent."""
    lines: list[Box] = []
    if day.meals:
        meals = lay(meal_parts(lodging.meals(day, wording), wording.language, CLOSING), columns.text)
        lines.append(_closing_line("fork", wording.speaker.tr("Meals"), meals, columns))
    for one in reminders(day, wording):
        words = lay(Run(one.words, CLOSING.but(bold=True)), columns.text)
        lines.append(_closing_line(one.sign, one.label, words, columns))
    if day.night is not None:
        sign = "bed" if day.night.number else "plane"
        words = lay(Run(lodging.night(day.night, wording), CLOSING), columns.text)
        lines.append(_closing_line(sign, lodging.night_number(day.night, wording), words, columns))
    return padded(stack(lines, 0.3 * MM), above=ABOVE_ROW, below=BELOW_ROW) if lines else None


def _closing_line(sign: str, label: str, words: Box, columns: Columns) -> Box:
    left = lay([icon(sign, CLOSING), Run(f"{NO_BREAK}{label}", CLOSING)], columns.time)
    return beside([(TIME_LEFT, left), (columns.text_left, words)], columns.rows)

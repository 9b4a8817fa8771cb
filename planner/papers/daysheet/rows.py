"""How a row of a day sheet is set: the time on a tinted spine, what happens beside it in one language or in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.clock import WallTime
from planner.language.times import span_text, time_text
from planner.model.attendance import is_invitation
from planner.papers.daysheet.entries import Entry, Part
from planner.papers.daysheet.wording import beginning, brought, details_of, title_of, worn
from planner.papers.itinerary import lodging
from planner.papers.itinerary.cells import lines
from planner.papers.itinerary.days import Day
from planner.papers.itinerary.pieces import (
    NO_BREAK,
    chip,
    group_chips,
    icon,
    icon_of,
    meal_parts,
    one_time,
    small_clock,
    span,
)
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import EMPTY, Box, padded, stack
from planner.papers.kit.colours import TINT
from planner.papers.kit.lines import Part as Piece
from planner.papers.kit.lines import Run, Style, fitted, lay
from planner.papers.kit.marks import Patch
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import HALF_OF_DAY, ITEM, TEXT, TIME

WIDTH = 178 * MM


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a row's parts lie: the spine of times, and a column for each language."""

    spine_left: float
    spine_width: float
    texts: tuple[tuple[float, float], ...]
    """Left edge and width of each language's column."""


SIDE_BY_SIDE = Columns(72 * MM, 34 * MM, ((0.0, 69 * MM), (109.5 * MM, 68.5 * MM)))
ALONE = Columns(0.0, 38 * MM, ((42.5 * MM, 135.5 * MM),))


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type of the rows, and the room above and below each."""

    item: Style
    text: Style
    time: Style
    half: Style
    above: float
    below: float

    @classmethod
    def of(cls, factor: float, padding: float) -> Sizes:
        """Give the usual type made smaller by a factor, with a padding in millimetres."""
        item, text, time, half = (style.at(round(style.size * factor, 2)) for style in (ITEM, TEXT, TIME, HALF_OF_DAY))
        return cls(item, text, time, half, padding * MM, (padding + 0.2) * MM)


LARGE = Sizes.of(1.15, 2.4)
USUAL = Sizes.of(1, 1.9)
SMALL = (Sizes.of(1, 1.3), Sizes.of(0.92, 1.1), Sizes.of(0.86, 0.8), Sizes.of(0.8, 0.5))
"""For a day of few rows, the usual type, and what is tried before a day is given a second page."""


class Rows:
    """Sets the rows of one day; `after` is the next one, of which the last row says how it begins."""

    def __init__(self, day: Day, after: Day | None, wordings: Sequence[Wording], sizes: Sizes) -> None:
        self.day, self.after, self.wordings, self.sizes = day, after, wordings, sizes
        self.columns = SIDE_BY_SIDE if len(wordings) > 1 else ALONE
        self.english_only = len(wordings) == 1 and wordings[0].language == "en"

    def entry(self, entries: Sequence[Entry]) -> Box:
        """Set one row; what squads do at the same time stands below each other, the time once."""
        found: list[tuple[Box, list[Box]]] = []
        for entry in entries:
            times = EMPTY if found else self._times(entry)
            found.append((times, [self._text(entry, *each) for each in self._columns()]))
        return self._row(found, tint=entries[0].event.is_own_day)

    def _columns(self) -> list[tuple[Wording, float]]:
        return [(wording, width) for wording, (_, width) in zip(self.wordings, self.columns.texts, strict=True)]

    def nothing(self) -> Box:
        """Set a row for a day on which nothing is planned."""
        found = [lay(Run(one.speaker.tr("Nothing planned"), self.sizes.text), width) for one, width in self._columns()]
        return self._row([(EMPTY, found)])

    def closing(self) -> Box | None:
        """Set the day's meals, where the night is spent and how the next day begins; None if nothing is known."""
        style = self.sizes.text.at(self.sizes.text.size * 0.91)
        found: list[tuple[Box, list[Box]]] = []
        if self.day.meals:
            meals = [
                lay(meal_parts(lodging.meals(self.day, one), one.language, style), width)
                for one, width in self._columns()
            ]
            found.append((self._sign("fork", "", style), meals))
        night = self.day.night
        if night is not None:
            told = [lay(Run(lodging.night(night, one), style), width) for one, width in self._columns()]
            number = str(night.number) if night.number else ""
            found.append((self._sign("bed" if number else "plane", number, style), told))
        if self.after is not None and (next_day := self._next_day(self.after, style)):
            label = " ".join(one.speaker.tr("Tomorrow") for one in self.wordings)
            found.append((_centred([Run(label, style)], self.columns.spine_width, 7), next_day))
        return self._row(found) if found else None

    def _next_day(self, after: Day, style: Style) -> list[Box]:
        """Say how the next day begins, and what to wear and bring on it."""
        boxes = []
        for wording, width in self._columns():
            room = "\u3000" if wording.language == "ja" else " "
            parts: list[Piece] = [Run(beginning(after, wording), style)]
            here = wording.speaker
            for label, words in ((here.tr("Wear"), worn(after, wording)), (here.tr("Bring"), brought(after, wording))):
                if words:
                    parts += [Run(f"\u3000{label}{room}", style.but(bold=True)), Run(words, style)]
            boxes.append(lay(parts, width))
        return boxes if any(box.height for box in boxes) else []

    def _sign(self, name: str, words: str, style: Style) -> Box:
        parts: list[Piece] = [icon(name, style), *([Run(f"{NO_BREAK}{words}", style)] if words else [])]
        return lay(parts, self.columns.spine_width, align="centre")

    def _row(self, found: Sequence[tuple[Box, list[Box]]], *, tint: bool = False) -> Box:
        """Put lines below each other, the boxes of each on one baseline, the spine tinted all the way down."""
        columns, sizes = self.columns, self.sizes
        placed: list[tuple[float, float, Box]] = []
        y = sizes.above
        for number, (times, texts) in enumerate(found):
            y += 1.0 * MM if number else 0.0
            cells = [(columns.spine_left, times), *((x, box) for (x, _), box in zip(columns.texts, texts, strict=True))]
            baseline = max(box.baseline for _, box in cells)
            deep = y
            for x, box in cells:
                top = y + (baseline - box.baseline if box.baseline else 0.0)
                placed.append((x, top, box))
                deep = max(deep, top + box.height)
            y = deep
        height = y + sizes.below
        left, width = (0.0, WIDTH) if tint else (columns.spine_left, columns.spine_width)
        return Box(WIDTH, height, (Patch(left, 0.0, width, height, fill=TINT),), tuple(placed))

    def _text(self, entry: Entry, wording: Wording, width: float) -> Box:
        parts: list[Piece] = []
        item = self.sizes.item
        if entry.part in (Part.WHOLE, Part.LEAVE, Part.LAND) and (name := icon_of(entry.event)):
            parts += [icon(name, item), Run(NO_BREAK, item)]
        parts += group_chips(entry.event, wording)
        parts.append(Run(title_of(entry, wording), item))
        activity = entry.event.activity
        if activity is not None and is_invitation(activity) and entry.part is Part.WHOLE:
            parts += [Run("  ", item), chip(wording.speaker.tr("Host families invited"))]
        details = details_of(entry, wording, self._until(entry, wording))
        return stack([lay(parts, width), *lines(details, wording, width, self.sizes.text)])

    def _until(self, entry: Entry, wording: Wording) -> str:
        """Say in English until when where the spine has the end by the 24-hour clock only."""
        if entry.until is None or wording.language == "ja" or self.english_only:
            return ""
        return wording.speaker.tr("To {time}", time=time_text(entry.until.at, "en", "paper"))

    # The spine

    def _times(self, entry: Entry) -> Box:
        width = self.columns.spine_width
        if entry.at is None:
            return self._all_day()
        letters = self.day.tells_zone(entry.event, self.wordings[0].schedule.host_zone)
        boxes = [_centred(self._large(entry.at, entry.until), width, 10)]
        if len(self.wordings) > 1 and (entry.until is not None or entry.at.at.hour >= 12 or entry.at.at.hour == 0):
            words = span_text(entry.at.at, entry.until.at if entry.until else None, "ja")
            small = self.sizes.text.at(self.sizes.text.size * 0.95)
            boxes.append(lay(Run(words, small), width, align="centre"))
        clock = small_clock(entry.at, self.wordings[0], letters=letters, language=self._clock_language())
        boxes.append(_centred(clock, width, 8))
        return stack(boxes)

    def _clock_language(self) -> str:
        return "both" if len(self.wordings) > 1 else self.wordings[0].language

    def _large(self, at: WallTime, until: WallTime | None) -> list[Piece]:
        wording, sizes = self.wordings[0], self.sizes
        if until is None or len(self.wordings) > 1:
            return one_time(wording.clock(at.at), sizes.time, sizes.half)
        clocks = (wording.clock(at.at), wording.clock(until.at))
        return span(*clocks, wording.language, sizes.time, sizes.half)

    def _all_day(self) -> Box:
        styles = (self.sizes.time, self.sizes.text)
        width = self.columns.spine_width
        words = [wording.speaker.tr_in("paper", "All day") for wording in self.wordings]
        return stack(lay(Run(*each), width, align="centre") for each in zip(words, styles, strict=False))


def _centred(parts: Sequence[Piece], width: float, smallest: float) -> Box:
    """Set a line in the middle of the spine, clear of its edges."""
    inset = 1.2 * MM
    return padded(fitted(parts, width - 2 * inset, smallest=smallest, align="centre"), left=inset)

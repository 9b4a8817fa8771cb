"""The small things an itinerary is set from: times, the two clocks, chips, icons, details, meals."""

from __future__ import annotations

from collections.abc import Sequence

from planner.clock import WallTime
from planner.language.times import letters_of
from planner.model.delegations import Group
from planner.model.kinds import ActivityKind, TravelMode
from planner.papers.itinerary.days import Event, Phase
from planner.papers.itinerary.travelling import other_clock, other_clock_words
from planner.papers.itinerary.wording import Clock, Detail, Wording
from planner.papers.kit.boxes import Box, picture
from planner.papers.kit.colours import ACCENT, INK, SECOND, WHITE
from planner.papers.kit.fonts import CAP_HEIGHT, text_width
from planner.papers.kit.lines import Inset, Part, Run, Style
from planner.papers.kit.marks import Disc, Patch, Words
from planner.papers.kit.styles import HALF_OF_DAY, OTHER_CLOCK, TIME

NO_BREAK = "\u00a0"

_MODE_ICONS = {
    TravelMode.AIR: "plane",
    TravelMode.RAIL: "train",
    TravelMode.COACH: "bus",
    TravelMode.CITY_BUS: "bus",
    TravelMode.VAN: "bus",
    TravelMode.CAR: "car",
    TravelMode.SHIP: "boat",
    TravelMode.WALK: "walk",
}


def icon_of(event: Event) -> str:
    """Give the icon that stands before an event: how one travels, or the house for a day with the family."""
    if event.journey is not None:
        return _MODE_ICONS.get(event.journey.mode, "plane")
    return "house" if event.activity is not None and event.activity.kind is ActivityKind.FAMILY else ""


def icon(name: str, style: Style, colour: str = ACCENT) -> Inset:
    """Give an icon as a word of a line, as high as the line's text."""
    size = style.size * 1.08
    return Inset(picture(name, size, colour), drop=(size - CAP_HEIGHT * style.size) / 2)


def clock_sign(is_home: bool, size: float = OTHER_CLOCK.size, colour: str = SECOND) -> Inset:
    """Give the sign of a city's clock: an open ring for home, a filled disc for the host city."""
    radius = size * 0.29
    weight, shade = (0.13 * size, colour) if is_home else (0.0, ACCENT)
    disc = Disc(radius, radius, radius, shade, weight)
    return Inset(Box(2 * radius, 2 * radius, (disc,)), drop=radius - CAP_HEIGHT * size / 2)


def chip(text: str, *, filled: bool = True, size: float = 9.5) -> Inset:
    """Give words on a filled ground, or in a frame: an invitation, a squad's letter."""
    wide, height, margin = text_width(text, size, bold=True), size * 1.38, 1.0
    width = max(wide + 2 * (3.4 if len(text) == 1 else 4.6), height)
    baseline = margin + (height + CAP_HEIGHT * size) / 2
    fill, line = (ACCENT, None) if filled else (None, ACCENT)
    ground = Patch(0, margin, width, height, fill=fill, line=line, weight=0.8)
    words = Words((width - wide) / 2, baseline, text, size, True, WHITE if filled else ACCENT)
    return Inset(Box(width, height + 2 * margin, (ground, words)), drop=height + 2 * margin - baseline)


def is_filled(group: Group, groups: Sequence[Group]) -> bool:
    """Whether a squad's letter is filled: A is outlined, B filled, and so on in turn; other groups by their order."""
    letter = group.letter.strip().upper()
    if len(letter) == 1 and letter.isascii() and letter.isalpha():
        return (ord(letter) - ord("A")) % 2 == 1
    ids = [each.id for each in groups]
    return ids.index(group.id) % 2 == 1 if group.id in ids else False


def group_chips(event: Event, wording: Wording) -> list[Part]:
    """Give the chips of the groups an event is for, each followed by a little room."""
    parts: list[Part] = []
    for group in event.groups:
        letter = group.letter.strip() or wording.pick(group.name_en, group.name_ja)
        if letter:
            filled = is_filled(group, wording.schedule.plan.groups)
            # A single letter stays with the title; a long name may stand on a line of its own.
            parts += [
                chip(letter, filled=filled),
                Run(NO_BREAK * 2 if len(letter) == 1 else "  ", HALF_OF_DAY),
            ]
    return parts


def time_parts_of(event: Event, wording: Wording, time: Style = TIME, half: Style = HALF_OF_DAY) -> list[Part]:
    """Set when an event is: "4:00–5:30 pm", "All day", 「16:00〜17:30」."""
    here, start, end = wording.speaker, event.start, event.end
    if event.journey is not None and event.phase is Phase.ENDS:
        return one_time(wording.clock(end.at), time, half) if end else []
    if start is None or event.phase is Phase.GOES_ON:
        return [Run(here.tr_in("paper", "All day"), time)] if event.journey is None else []
    if event.phase is Phase.ENDS:
        return until(wording.clock((end or start).at), wording, time, half)
    if end is None or event.phase is Phase.BEGINS or end == start:
        return one_time(wording.clock(start.at), time, half)
    return span(wording.clock(start.at), wording.clock(end.at), wording.language, time, half)


def one_time(clock: Clock, time: Style = TIME, half: Style = HALF_OF_DAY) -> list[Part]:
    """Set one time: figures large, half of the day small."""
    parts: list[Part] = [Run(clock.figures, time, whole=True)]
    return [*parts, Run(f"{NO_BREAK}{clock.half}", half, whole=True)] if clock.half else parts


def until(clock: Clock, wording: Wording, time: Style = TIME, half: Style = HALF_OF_DAY) -> list[Part]:
    """Set an end alone: "to 3:00 pm", 「〜15:00」."""
    if wording.language == "ja":
        return one_time(Clock(f"\u301c{clock.figures}"), time, half)
    return [Run(f"to{NO_BREAK}", half), *one_time(clock, time, half)]


def span(start: Clock, end: Clock, language: str, time: Style = TIME, half: Style = HALF_OF_DAY) -> list[Part]:
    """Set from when to when; the half of the day once if it is the same: "10:30–noon", "11:30 am–1:00 pm"."""
    begin, last = _in_a_word(start), _in_a_word(end)
    shared = start.half == end.half or (start.half, end.half) == ("am", "noon")
    first: list[Part] = [Run(begin.figures, time, whole=True)] if shared else one_time(begin, time, half)
    return [*first, Run("\u301c" if language == "ja" else "–", time), *one_time(last, time, half)]


def _in_a_word(clock: Clock) -> Clock:
    return Clock(clock.half) if clock.half in ("noon", "midnight") else clock


def small_clock(wall: WallTime, wording: Wording, *, letters: bool, language: str = "") -> list[Part]:
    """Set the line below a time: the zone's letters if asked for, then the other city's time.

    `language` is "both" where one line serves two languages.
    """
    parts: list[Part] = []
    if letters and (found := letters_of(wall)):
        parts.append(Run(found, OTHER_CLOCK.but(colour=INK)))
    if other := other_clock(wall, wording):
        is_home, there = other
        words = other_clock_words(wall, there, language or wording.language)
        if parts:
            parts.append(Run(NO_BREAK * 2, OTHER_CLOCK))
        parts += [clock_sign(is_home), Run(f"{NO_BREAK}{words}", OTHER_CLOCK, whole=True)]
    return parts


def detail_parts(detail: Detail, wording: Wording, style: Style) -> list[Part]:
    """Set a line of details, its label bold."""
    room = "\u3000" if wording.language == "ja" else " "
    label: list[Part] = [Run(f"{detail.label}{room}", style.but(bold=True))] if detail.label else []
    return [*label, Run(detail.words, style)]


def meal_parts(meals: list[tuple[str, str]], language: str, style: Style) -> list[Part]:
    """Set the day's meals in a line: the meal grey, who sees to it black."""
    parts: list[Part] = []
    for number, (name, words) in enumerate(meals):
        if number:
            parts.append(Run("\u3000" if language == "ja" else "   ", style))
        parts.append(Run(f"{name}{NO_BREAK}", style.but(colour=SECOND)))
        parts.append(Run(words, style.but(bold=language == "ja"), whole=True))
    return parts

"""The 行程表: the whole visit on one sheet across, in the columns that Japanese offices and schools expect.

日次 · 月日(曜) · 都市 · 現地時刻 · 交通 · 行程 · 食事 朝/昼/夕 · 宿泊, with 機中泊 and 〃 (domain.md §5.1).
Its readers are Japanese, so the names of its columns stand here and are not translated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from planner.clock import WallTime
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.model.attendance import is_invitation
from planner.model.kinds import ActivityKind, ActivityStatus, MealTime, StayKind
from planner.model.programme import Activity, Journey
from planner.papers.itinerary import lodging, travelling
from planner.papers.itinerary.cities import city_of, city_of_morning
from planner.papers.itinerary.days import Day, Event, Night, Phase, Schedule
from planner.papers.itinerary.telling import facts_of_day, told
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, aligned, bookmarked, padded, stack
from planner.papers.kit.colours import ACCENT, GREY, INK, WHITE
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Inset, Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Mark, Patch, Rule
from planner.papers.kit.sheet import MM

WIDTHS = tuple(width * MM for width in (10.5, 18.5, 26, 24, 20.5, 109.5, 8.5, 8.5, 8.5, 28.5))
EDGES = (0.0, *accumulate(WIDTHS))
WIDTH = EDGES[-1]
NUMBER, DATE, CITY, TIME, TRANSPORT, TEXT, BREAKFAST, LUNCH, DINNER, LODGING = range(10)
_MEALS = {MealTime.BREAKFAST: BREAKFAST, MealTime.LUNCH: LUNCH, MealTime.DINNER: DINNER}

PAD = 1.8 * MM
HEAD_HEIGHT = 9.2 * MM
SIZES = (Style(9.3, 12.5), Style(8.9, 11.8), Style(8.5, 11.2))
"""The usual type, and the smaller ones that are tried before a second sheet is begun."""

_HEAD = Style(9.3, 12.5, bold=True, colour=WHITE)
_DIGIT = 0.555
# A place or a note of fewer characters is not broken over two lines.
_SHORT = 16
_BOLD_KINDS = (ActivityKind.OFFICIAL, ActivityKind.PARTY)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a day: where, when, by what, what."""

    city: str
    time: str
    transport: str
    text: tuple[Part, ...]


def day_blocks(schedule: Schedule, wording: Wording, style: Style) -> list[Block]:
    """Make a block of each day; the lodging of the night before is 〃."""
    blocks: list[Block] = []
    before = ""
    for day in schedule.days:
        lodged = _lodging(day.night, wording)
        blocks.append(_block(day, wording, style, "〃" if lodged and lodged == before else lodged))
        before = lodged
    return blocks


def _block(day: Day, wording: Wording, style: Style, lodged: str) -> Block:
    rows = tuple(_line_box(line, style) for line in _lines(day, wording, style))

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        box = _day_box(day, wording, style, lodged, some, continued)
        return box if continued else bookmarked(box, day_text(day.on, "ja", "short"))

    return told(Block(rows, assemble), *facts_of_day(day, wording))


def _day_box(day: Day, wording: Wording, style: Style, lodged: str, rows: Sequence[Box], continued: bool) -> Box:
    bold = style.but(bold=True)
    date = [
        Run(f"{day.on.month}/{day.on.day}", bold.but(size=style.size * 1.08)),
        Run(f"({day_text(day.on, 'ja', 'weekday')})", style),
    ]
    dated = [_centred(date, DATE)]
    if continued:
        dated.append(_centred([Run(wording.speaker.tr("continued"), style.at(style.size - 1.3))], DATE))
    cells: list[tuple[float, Box]] = [
        (
            EDGES[NUMBER] + 0.3 * MM,
            _centred([Run(str(day.number), bold.but(size=style.size * 1.18))], NUMBER),
        ),
        (EDGES[DATE] + 0.3 * MM, stack(dated)),
        (0.0, stack(rows, 0.0)),
    ]
    if not continued:
        marks = {_MEALS[which]: lodging.meal_marks(meals) for which, meals in day.meals.items()}
        cells += [(EDGES[column] + 0.3 * MM, _centred([Run(words, style)], column)) for column, words in marks.items()]
        own = bold if day.night and day.night.kinds == (StayKind.IN_THE_AIR,) else style
        width = WIDTHS[LODGING] - 2 * PAD
        words = fitted(Run(lodged or "―", own), width, smallest=7.5, lines=2, align="centre")
        cells.append((EDGES[LODGING] + PAD, words))
    return padded(aligned(cells, WIDTH), above=0.8 * MM, below=0.9 * MM)


def _centred(parts: Sequence[Part], column: int) -> Box:
    return fitted(parts, WIDTHS[column] - 0.6 * MM, smallest=6.5, align="centre")


def _line_box(line: Line, style: Style) -> Box:
    cells = []
    for column, parts in (
        (CITY, [Run(line.city, style, whole=True)]),
        (TIME, _figures(line.time, style)),
        (TRANSPORT, [Run(line.transport, style)]),
    ):
        cells.append((EDGES[column] + PAD, fitted(parts, WIDTHS[column] - 1.3 * PAD, smallest=7, lines=2)))
    cells.append((EDGES[TEXT] + PAD, lay(line.text, WIDTHS[TEXT] - 2 * PAD)))
    return aligned([(x, box) for x, box in cells if box.height], WIDTH)


def _figures(words: str, style: Style) -> list[Part]:
    """Set a time so that the colons stand below each other: 8:30 begins one figure further in than 10:30."""
    early = len(words.partition(":")[0]) == 1
    return [*([Inset(Box(_DIGIT * style.size, 0.0))] if early else []), Run(words, style)] if words else []


def _lines(day: Day, wording: Wording, style: Style) -> list[Line]:
    """Give the day's lines; a city is named where it changes, and on the day's first line."""
    lines = [line for event in day.events for line in _event_lines(event, wording, style)]
    if not lines:
        words = "" if day.is_aloft else wording.speaker.tr("Nothing planned")
        lines = [Line("", "", "", (Run(words, style),))]
    first = lines[0]
    if not first.city and not day.is_aloft:
        lines[0] = Line(city_of_morning(day, wording), first.time, first.transport, first.text)
    named = ""
    result: list[Line] = []
    for line in lines:
        shown = line.city if line.city != named else ""
        named = line.city or named
        result.append(Line(shown, line.time, line.transport, line.text))
    return result


def _event_lines(event: Event, wording: Wording, style: Style) -> list[Line]:
    if isinstance(event.source, Journey):
        return _journey_lines(event, event.source, wording, style)
    return [_activity_line(event, event.source, wording, style)]


def _activity_line(event: Event, activity: Activity, wording: Wording, style: Style) -> Line:
    here = wording.speaker
    names = (group.letter.strip() or wording.pick(group.name_en, group.name_ja) for group in event.groups)
    letters = "・".join(filter(None, names))
    parts: list[Part] = [Run(f"{letters}\u00a0", style.but(bold=True))] if letters else []
    title = wording.title(event)
    if event.phase in (Phase.GOES_ON, Phase.ENDS):
        title = here.tr("{title} (continued)", title=title)
    parts.append(Run(title, style.but(bold=activity.kind in _BOLD_KINDS)))
    place = wording.place(activity.place)
    if place and place not in title:
        parts += [Run("\u3000", style), Run(place, style, whole=len(place) < _SHORT)]
    parts += _notes(event, activity, wording, style)
    transport = wording.pick(activity.transport_en, activity.transport_ja)
    return Line(city_of(activity.place, wording), _time(event, wording), transport, tuple(parts))


def _notes(event: Event, activity: Activity, wording: Wording, style: Style) -> list[Part]:
    """Set in brackets what else to know: where to meet, clothes, things to bring, and the notes for guests."""
    here = wording.speaker
    meet, dismissal = wording.meeting(event, activity), wording.dismissal(event, activity)
    dress = wording.pick(activity.dress_en, activity.dress_ja)
    bring = wording.pick(activity.bring_en, activity.bring_ja)
    words = [
        f"{here.tr_in('programme', 'Meet')} {meet}" if meet and event.phase in (Phase.WHOLE, Phase.BEGINS) else "",
        f"{here.tr_in('programme', 'Dismissal')} {dismissal}"
        if dismissal and event.phase in (Phase.WHOLE, Phase.ENDS)
        else "",
        here.tr("wear {words}", words=dress) if dress else "",
        here.tr("bring {words}", words=bring) if bring else "",
        here.tr("with host families") if is_invitation(activity) else "",
        here.tr("Not yet confirmed.") if activity.status is ActivityStatus.REQUESTED else "",
        *wording.pick(activity.notes_guests_en, activity.notes_guests_ja).splitlines(),
    ]
    notes = [word for word in (each.strip().rstrip("。.") for each in words) if word]
    ends = ["、"] * (len(notes) - 1) + ["）"]
    starts = ["（"] + [""] * (len(notes) - 1)
    pieces = zip(starts, notes, ends, strict=True) if notes else ()
    return [Run("".join(piece), style, whole=len(piece[1]) < _SHORT) for piece in pieces]


def _time(event: Event, wording: Wording) -> str:
    start, end = event.start, event.end
    if start is None or event.phase is Phase.GOES_ON:
        return wording.speaker.tr_in("paper", "All day") if event.journey is None else ""
    if event.phase is Phase.ENDS:
        return f"\u301c{_hour(end)}" if end else ""
    if end is None or event.phase is Phase.BEGINS or end == start:
        return _hour(start)
    return f"{_hour(start)}\u301c{_hour(end)}"


def _hour(wall: WallTime | None) -> str:
    return time_text(wall.at, "ja") if wall else ""


def _journey_lines(event: Event, journey: Journey, wording: Wording, style: Style) -> list[Line]:
    """Give a leg's departure and arrival a line each, the date line named at the departure.

    A leg by road that names no arrival has one line with both times.
    """
    carrier = travelling.carrier_or_mode(journey, wording)
    lines: list[Line] = []
    if event.phase is Phase.WHOLE and not event.shows_both_ends and not wording.place(journey.to_place):
        title = (Run(wording.title(event), style),)
        return [Line(city_of(journey.from_place, wording), _time(event, wording), carrier, title)]
    if event.phase is not Phase.ENDS:
        words = travelling.leaves_in_short(event, journey, wording)
        parts: list[Part] = [Run(words, style)]
        if travelling.crosses_date_line(event):
            parts.append(Run("\u3000―\u00a0日付変更線\u00a0―", style.but(bold=True)))
        lines.append(Line(city_of(journey.from_place, wording), _hour(event.start), carrier, tuple(parts)))
    if event.phase is not Phase.BEGINS and (event.end is not None or event.phase is Phase.ENDS):
        words = travelling.arrives_in_short(journey, wording)
        number = carrier if event.phase is Phase.ENDS else ""
        lines.append(Line(city_of(journey.to_place, wording), _hour(event.end), number, (Run(words, style),)))
    return lines


def _lodging(night: Night | None, wording: Wording) -> str:
    if night is None:
        return ""
    if night.kinds == (StayKind.IN_THE_AIR,):
        return "機中泊"
    if wording.schedule.member is None and (night.with_families or night.kinds == (StayKind.HOME,)):
        return "ホームステイ"
    return lodging.night(night, wording)


def table_head() -> Box:
    """Set the head of the table: white on the accent, 食事 over its three columns."""
    names = {
        NUMBER: "日次", DATE: "月日(曜)", CITY: "都市", TIME: "現地時刻", TRANSPORT: "交通",
        TEXT: "行程", LODGING: "宿泊",
    }  # fmt: skip
    half = HEAD_HEIGHT / 2
    marks: list[Mark] = [Patch(0.0, 0.0, WIDTH, HEAD_HEIGHT, fill=ACCENT)]
    inner: list[tuple[float, float, Box]] = []
    for column, name in names.items():
        inner.append(_head_cell(name, EDGES[column], WIDTHS[column], 0.0, HEAD_HEIGHT))
    inner.append(_head_cell("食事", EDGES[BREAKFAST], 3 * WIDTHS[BREAKFAST], 0.0, half))
    for column, name in ((BREAKFAST, "朝"), (LUNCH, "昼"), (DINNER, "夕")):
        inner.append(_head_cell(name, EDGES[column], WIDTHS[column], half, half))
    for column in range(1, len(WIDTHS)):
        top = half if column in (LUNCH, DINNER) else 0.0
        marks.append(Rule(EDGES[column], top, EDGES[column], HEAD_HEIGHT, 0.7, WHITE))
    marks.append(Rule(EDGES[BREAKFAST], half, EDGES[LODGING], half, 0.7, WHITE))
    return Box(WIDTH, HEAD_HEIGHT, tuple(marks), tuple(inner))


def _head_cell(name: str, x: float, width: float, y: float, height: float) -> tuple[float, float, Box]:
    box = lay(Run(name, _HEAD), width, align="centre")
    return x, y + (height - box.height) / 2, box


def table(rows: Sequence[Box]) -> Box:
    """Put one page's days under the head: grey rules between columns, black ones between days only."""
    head = table_head()
    body = stack(rows)
    bottom = head.height + body.height
    marks: list[Mark] = [Rule(edge, head.height, edge, bottom, 0.4, GREY) for edge in EDGES[1:-1]]
    y = head.height
    for row in rows:
        y += row.height
        marks.append(Rule(0.0, y, WIDTH, y, 0.8, INK))
    marks.append(Rule(0.0, bottom, WIDTH, bottom, 1.0, INK))
    return Box(WIDTH, bottom, tuple(marks), ((0.0, 0.0, head), (0.0, head.height, body)))

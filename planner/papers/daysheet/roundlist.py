"""The list at the foot of a day sheet: who is fetched by which family, with a box to tick for each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.language.names import called_name, family_word
from planner.language.times import night_text, time_text
from planner.model.delegations import Member
from planner.model.programme import Activity, Place
from planner.papers.daysheet.pickups import PickUp, Round
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, on, padded, stack
from planner.papers.kit.colours import GREY, INK, SECOND
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.qr import qr_code
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT
from planner.papers.kit.ticks import TICK, tick_box

WIDTH = 178 * MM
_CODE = 24 * MM
_CODE_ROOM = 29 * MM
_BETWEEN = 5 * MM


@dataclass(frozen=True, slots=True)
class Look:
    """How a list is set: in how many columns, type and room. A close one has no map, and both names in one cell."""

    columns: int
    title: Style
    title_second: Style
    name: Style
    kana: Style
    guests: Style
    padding: float
    is_close: bool = False


ROOMY = Look(
    2, Style(12.5, 16, bold=True), Style(11, 15), Style(10.5, 14, bold=True), Style(9.5, 13, colour=SECOND),
    Style(10, 13.5), 1.0 * MM,
)  # fmt: skip
CLOSE = Look(
    3, Style(10.5, 13.5, bold=True), Style(9.5, 12.5), Style(9, 11.5, bold=True), Style(8, 11, colour=SECOND),
    Style(8.5, 11), 0.5 * MM, is_close=True,
)  # fmt: skip


def list_of(one: Round, wordings: Sequence[Wording], look: Look = ROOMY) -> Box:
    """Set one list: when and where, the families in columns; a map beside it if there is a link."""
    link = next(filter(None, (_link(_place(each)) for each in one.pick_ups)), "") if not look.is_close else ""
    width, columns = WIDTH - (_CODE_ROOM if link else 0.0), look.columns
    title = _title(one, wordings, width, look)
    each = (width - _BETWEEN * (columns - 1)) / columns
    ticks = len(one.pick_ups)
    cells = []
    for home, members in one.families:
        names = [family_word(home, wording.language) for wording in wordings]
        cells.append(_family(names, members, ticks, wordings, each, look))
    deep = -(-len(cells) // columns)
    placed: list[tuple[float, float, Box]] = []
    for column in range(columns):
        box = _column(cells[column * deep : (column + 1) * deep], each)
        placed.append((column * (each + _BETWEEN), title.height, box))
    height = title.height + max(box.height for _, _, box in placed)
    inner = [(0.0, 0.0, title), *placed]
    if link:
        code = _map(link, wordings)
        inner.append((WIDTH - _CODE, 1.5 * MM, code))
        height = max(height, code.height + 1.5 * MM)
    return Box(WIDTH, height, (Rule(0.0, 0.0, WIDTH, 0.0, 1.0, INK),), tuple(inner))


def _title(one: Round, wordings: Sequence[Wording], width: float, look: Look) -> Box:
    parts: list[Part] = [Run(heading_of(one, wordings[0]), look.title)]
    if len(wordings) > 1:
        parts.append(Run(f"\u3000{heading_of(one, wordings[1])}", look.title_second))
    return padded(fitted(parts, width, smallest=9, lines=1), above=1.4 * MM, below=0.8 * MM)


def heading_of(one: Round, wording: Wording) -> str:
    """Say when and where families come: "Pick-up at City Hall, 5:45 pm", 「お迎え（市庁舎 17:45）」."""
    here = wording.speaker
    stops = [stop_words(each, wording) for each in one.pick_ups]
    if one.pick_ups[0].is_met:
        return here.tr("Families meet their guests: {stops}", stops=wording.listed(stops))
    return here.tr("Pick-up: {stops}", stops=wording.listed(stops))


def stop_words(pick_up: PickUp, wording: Wording) -> str:
    """Say one stop: "5:45 pm City Hall"; that it is to follow where the way back is open.

    Past midnight it says of which night it is, since it stands on the page of the evening.
    """
    if pick_up.at is None and pick_up.outing.way_back_is_open:
        return wording.speaker.tr("time, place to follow")
    place = point_of(pick_up, wording)
    if pick_up.at is None:
        return place
    time, night = time_text(pick_up.at.at, wording.language, "paper"), night_text(pick_up.at, wording.language)
    said = wording.speaker.tr("{time} ({night})", time=time, night=night) if night else time
    return " ".join(filter(None, (said, place)))


def point_of(pick_up: PickUp, wording: Wording) -> str:
    """Name where families come: the point of dismissal, else the place; that it is to follow if nobody has said."""
    if pick_up.outing.way_back_is_open:
        return wording.speaker.tr("place to follow")
    event = pick_up.outing.last.event
    if isinstance(event, Activity):
        return wording.point(event, meeting=pick_up.is_met) or wording.place(event.place)
    return wording.end(event.to_place)


def _place(pick_up: PickUp) -> Place | None:
    return None if pick_up.outing.way_back_is_open else pick_up.outing.last.to_place


def _link(place: Place | None) -> str:
    """Give what a telephone opens as a map: the link, else the position (RFC 5870)."""
    if place is None:
        return ""
    if place.map_link.strip():
        return place.map_link.strip()
    if place.latitude is not None and place.longitude is not None:
        return f"geo:{place.latitude},{place.longitude}"
    return ""


def _map(link: str, wordings: Sequence[Wording]) -> Box:
    words = " ".join(wording.speaker.tr_in("paper", "Map") for wording in wordings)
    return stack([qr_code(link, _CODE), lay(Run(words, SECOND_TEXT), _CODE, align="centre")])


def _column(cells: Sequence[Box], width: float) -> Box:
    rows = [on((Rule(0.0, 0.0, width, 0.0, 0.4, GREY),), cell) for cell in cells]
    return stack(rows) if rows else Box(width, 0.0)


def _family(
    names: Sequence[str], members: Sequence[Member], ticks: int, wordings: Sequence[Wording], width: float, look: Look
) -> Box:
    """Set a family: boxes to tick, its name, in both languages also by its Japanese name, and whom it fetches."""
    left = _left(ticks)
    second = names[1] if len(names) > 1 and names[1] != names[0] else ""
    guests = wordings[0].listed([called_name(member.person, wordings[0].language) for member in members])
    room = width - left
    first = Run(names[0], look.name, whole=True)
    if second and look.is_close:
        shares: tuple[float, ...] = (0.6, 0.4)
        both = [first, Run(" ", look.kana), Run(second, look.kana, whole=True)]
        cells = [fitted(both, room * 0.6 - 1.5 * MM, smallest=6.5)]
    elif second:
        shares = (0.37, 0.27, 0.36)
        cells = [fitted(first, room * 0.37 - 1.5 * MM, smallest=8)]
        cells.append(fitted(Run(second, look.kana, whole=True), room * 0.27 - 1.5 * MM, smallest=7))
    else:
        shares = (0.52, 0.48) if look.is_close else (0.42, 0.58)
        cells = [fitted(first, room * shares[0] - 1.5 * MM, smallest=7)]
    cells.append(fitted(Run(guests, look.guests), room * shares[-1], smallest=7.5, lines=1 if look.is_close else 2))
    baseline = max(cell.baseline for cell in cells)
    x, placed = left, []
    for cell, share in zip(cells, shares, strict=True):
        placed.append((x, look.padding + baseline - cell.baseline, cell))
        x += room * share
    height = max(y + cell.height for _, y, cell in placed) + look.padding * 0.8
    return Box(width, height, inner=(*_ticks(ticks, look.padding + baseline), *placed))


def _left(ticks: int) -> float:
    """Give the room before a name that the boxes to tick take."""
    return ticks * (TICK + 1.2 * MM) + 0.6 * MM


def _ticks(ticks: int, baseline: float) -> list[tuple[float, float, Box]]:
    return [(tick * (TICK + 1.2 * MM), baseline - TICK * 0.86, tick_box()) for tick in range(ticks)]

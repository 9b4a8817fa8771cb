"""Your guest: a page for each, with the name, the food box, and what a family wants to know (domain.md §6.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.language import N_in
from planner.language.dates import day_text
from planner.language.names import called_name
from planner.model.people import Person
from planner.papers.facts import Fact
from planner.papers.hostpacket.foodbox import food_box, food_facts
from planner.papers.hostpacket.guestrow import Row
from planner.papers.hostpacket.guestrows import rows_of
from planner.papers.kit.boxes import Box, beside, gap, on, padded, ruled, stack
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.flow import Block, Sheet, fewest, flow, solid
from planner.papers.kit.lines import Run, Style, lay, natural_width
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.rows import EDGE, HAIRLINE, VALUE_WIDTH, label_row
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import with_notes
from planner.papers.sections.health import untold
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.naming import (
    called_and_said,
    large_name,
    large_name_parts,
    other_script_line,
    width_of,
)
from planner.papers.sections.photo import photo_box
from planner.papers.sections.voice import Voice

WIDTH = 178 * MM
_NAME, _SMALLEST_NAME = 40.0, 24.0
_OTHER = Style(16.5, 22)
#: The room for a photo: one upright is 36 mm wide then, as those on Japanese forms are.
_PHOTO = 45 * MM
#: Above and below each row, from roomy to close: the first that takes no more pages than any other.
_ROOMS = tuple(mm * MM for mm in (2.5, 1.9, 1.3))
#: What is higher than this may break, after every so many lines.
_MOST_IN_A_ROW = 70 * MM
_LINES = 4


def section_of(guest: Guest) -> str:
    """The code of a guest's page, the same from issue to issue."""
    return f"guest-{guest.member.uid}"


def guest_pages(guest: Guest, hosting: Hosting, voice: Voice, frame: Frame) -> tuple[Body, ...]:
    """Lay the page of one guest; what does not fit flows on to another."""
    sheets = fewest(_sheets(guest, hosting, voice, frame, room) for room in _ROOMS)
    facts = tuple(_facts(guest, hosting, voice))
    bodies = [
        Body(
            tuple((frame.left, frame.top + y, box) for y, box in sheet.placed),
            section=section_of(guest),
            facts=facts if not number else (),
        )
        for number, sheet in enumerate(sheets)
    ]
    return (*bodies[:-1], with_notes(bodies[-1], frame, voice.here.tr_in("paper", "Notes")))


def _sheets(guest: Guest, hosting: Hosting, voice: Voice, frame: Frame, room: float) -> tuple[Sheet, ...]:
    """Put the page together with so much room above and below each row."""
    between = 1.8 * room
    opening = stack([_heading(guest, hosting, voice), food_box(guest, hosting, voice)], between)
    rows = tuple(box for row in rows_of(guest, hosting, voice) for box in _set(row, voice, room))
    blocks = [solid(opening, with_next=True)]
    if rows:
        blocks.append(Block(rows, lambda some, continued, continues: _table(some), above=gap(between)))
    return flow(blocks, frame.body_height)


def untranslated_words(guest: Guest, language: str) -> list[str]:
    """Give the words about a guest that stand in the other language on their page."""
    return untold(guest.member.person, language)


def _heading(guest: Guest, hosting: Hosting, voice: Voice) -> Box:
    person = guest.member.person
    first, second = voice.both(N_in("packet", "Your guest"))
    label = lay([Run(f"{first}  ", STRONG), Run(second, SECOND_TEXT)], WIDTH)
    photo = _photo(guest, hosting, voice)
    width = WIDTH if photo is None else WIDTH - photo.width - 6 * MM
    lines = [label, *(_names(person, voice) if photo is None else _names_beside(person, voice, width))]
    if guest.nights and len(guest.nights) < len(hosting.nights) and len(hosting.guests) > 1:
        nights = voice.here.tr(
            "In your home from {first} to {last}.",
            first=day_text(guest.nights[0], voice.language, "short"),
            last=day_text(guest.nights[-1] + dt.timedelta(days=1), voice.language, "short"),
        )
        lines.append(lay(Run(nights, TEXT), width))
    words = stack(lines, 0.8 * MM)
    return words if photo is None else beside([(0.0, words), (WIDTH - photo.width, photo)], WIDTH)


def _photo(guest: Guest, hosting: Hosting, voice: Voice) -> Box | None:
    member = guest.member
    return photo_box(member.person, hosting.plan, voice, key=member.uid, width=_PHOTO, height=_PHOTO)


def _names(person: Person, voice: Voice) -> list[Box]:
    """Set the name large, and beside it, at the edge, what to call them and how it is said."""
    said_width = min(width_of(person, voice), WIDTH / 2)
    said = called_and_said(person, voice, said_width)
    room = WIDTH - said_width - 6 * MM
    longest = max(natural_width([part]) for part in large_name_parts(person, voice.language, _SMALLEST_NAME))
    # A name is not broken: one that does not fit beside how it is said has the whole width, and that is below.
    name = large_name(person, voice.language, _NAME, room if longest <= room else WIDTH, smallest=_SMALLEST_NAME)
    if longest > room:
        said = padded(said, above=name.height)
    names = stack([name, other_script_line(person, voice.language, _OTHER, room)])
    y = max(0.0, names.height - said.height - 1 * MM)
    return [Box(WIDTH, max(names.height, said.height), inner=((0.0, 0.0, names), (WIDTH - said_width, y, said)))]


def _names_beside(person: Person, voice: Voice, width: float) -> list[Box]:
    """Set the same below each other, beside a photo."""
    name = large_name(person, voice.language, _NAME, width, smallest=_SMALLEST_NAME)
    other = other_script_line(person, voice.language, _OTHER, width)
    return [name, other, called_and_said(person, voice, width, align="left")]


def _set(row: Row, voice: Voice, room: float) -> list[Box]:
    """Set a row below a hairline; of a long letter every few lines are a row of their own, so that it can break."""
    first, second = voice.both(row.label)
    value = stack([lay(parts, VALUE_WIDTH) for parts in row.value])
    if value.height <= _MOST_IN_A_ROW:
        return [ruled(label_row(first, second, value, above=room, below=room), HAIRLINE, GREY)]
    lines = [line for parts in row.value for _, _, line in lay(parts, VALUE_WIDTH).inner]
    pieces = [stack(lines[start : start + _LINES]) for start in range(0, len(lines), _LINES)]
    head = label_row(first, second, pieces[0], above=room, below=0.0)
    others = [label_row("", "", piece, above=0.0, below=0.0) for piece in pieces[1:]]
    return [ruled(head, HAIRLINE, GREY), *others[:-1], *(padded(last, below=room) for last in others[-1:])]


def _table(rows: Sequence[Box]) -> Box:
    table = stack(rows)
    return on((Rule(0.0, y, WIDTH, y, EDGE, INK) for y in (0.0, table.height)), table)


def _facts(guest: Guest, hosting: Hosting, voice: Voice) -> Iterator[Fact]:
    who = called_name(guest.member.person, voice.language) if len(hosting.guests) > 1 else ""
    photo = _photo(guest, hosting, voice)
    told = (*food_facts(guest, voice), *(photo.told() if photo is not None else ()))
    yield from (replace(fact, who=who) for fact in told)
    for row in rows_of(guest, hosting, voice):
        lines = ("".join(part.text for part in parts if isinstance(part, Run)) for parts in row.value)
        yield Fact(f"{guest.member.uid}/{row.code}", voice.both(row.label)[0], " ".join(lines), who)

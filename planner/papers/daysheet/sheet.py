"""One day's page: its date, what holds all day, the rows, and at the foot who is fetched by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.papers.daysheet.entries import Entry, entries_of
from planner.papers.daysheet.pickups import PickUp, Round, rounds_of
from planner.papers.daysheet.roundlist import CLOSE, ROOMY, Look, list_of
from planner.papers.daysheet.rows import LARGE, SMALL, USUAL, WIDTH, Rows, Sizes
from planner.papers.daysheet.told import facts_of
from planner.papers.daysheet.top import top_of
from planner.papers.itinerary.days import Day
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, over, padded, stack
from planner.papers.kit.colours import GREY
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body, section_pages
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.ticks import write_lines

# Rows move apart by no more than this where a day leaves the page empty.
_MOST_SPREAD = 2.4 * MM
_ABOVE_LIST = 4 * MM
# Where more than this stays empty there are lines to write on.
_ROOM_FOR_NOTES = 55 * MM
_ABOVE_NOTES = 18 * MM
# What is tried until a day fits its page, and in which a day of several pages is set.
_TRIED = ((LARGE, ROOMY), (USUAL, ROOMY), (SMALL[0], ROOMY), *((sizes, CLOSE) for sizes in SMALL))
_LAST = SMALL[1]
#: So many of these are tried with how the next day begins.
_WITH_NEXT = 4


def day_bodies(
    days: Sequence[Day], number: int, wordings: Sequence[Wording], pick_ups: Sequence[PickUp], frame: Frame
) -> tuple[Body, ...]:
    """Lay one of the days on one page, its rows smaller or closer if need be; on two only if the smallest type is too
    large.
    """
    day, after = days[number], days[number + 1] if number + 1 < len(days) else None
    rounds = rounds_of(pick_ups)
    entries = entries_of(days, number)
    top = top_of(day, len(days), wordings)
    section = day.on.isoformat()
    # How the next day begins is left out before the type is made smaller for it.
    tried = [*((sizes, look, after) for sizes, look in _TRIED[:_WITH_NEXT]), *((*each, None) for each in _TRIED)]
    for sizes, look, told in tried:
        foot = _lists(rounds, wordings, look)
        rows = _rows(day, told, entries, wordings, sizes)
        spare = frame.body_height - top.height - sum(row.height for row in rows) - foot.height
        if spare >= 0:
            apart = min(_MOST_SPREAD, max(0.0, spare - 4 * MM) / max(1, len(rows)))
            wider = replace(sizes, above=sizes.above + apart / 2, below=sizes.below + apart / 2)
            body = stack([top, _ruled(_rows(day, told, entries, wordings, wider))])
            facts = facts_of(day, told, entries, rounds, wordings)
            return (Body(_placed(body, foot, wordings, frame), section=section, facts=facts),)
    first, *others = section_pages(_over_pages(day, len(days), entries, wordings, foot), frame, section)
    return (replace(first, facts=facts_of(day, None, entries, rounds, wordings)), *others)


def _placed(body: Box, foot: Box, wordings: Sequence[Wording], frame: Frame) -> tuple[tuple[float, float, Box], ...]:
    """Place a day's rows at the head of its page and its lists at the foot, between them lines to write on."""
    placed = [(frame.left, frame.top, body)]
    bottom = frame.bottom - foot.height
    room = bottom - frame.top - body.height
    if room >= _ROOM_FOR_NOTES:
        heading = "\u3000".join(wording.speaker.tr_in("paper", "Notes") for wording in wordings)
        notes = write_lines(heading, WIDTH, room - _ABOVE_NOTES)
        above = _ABOVE_LIST if foot.height else 0.0
        placed.append((frame.left, bottom - notes.height - above, notes))
    if foot.height:
        placed.append((frame.left, bottom, foot))
    return tuple(placed)


def _lists(rounds: Sequence[Round], wordings: Sequence[Wording], look: Look) -> Box:
    above = _ABOVE_LIST if look is ROOMY else _ABOVE_LIST / 2
    return stack(padded(list_of(one, wordings, look), above=above) for one in rounds)


def _over_pages(
    day: Day, days: int, entries: Sequence[Sequence[Entry]], wordings: Sequence[Wording], foot: Box
) -> list[Block]:
    """Make the blocks of a day that does not fit one page: its date is repeated on each, the lists come last."""

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        return stack([top_of(day, days, wordings, continued=continued), _ruled(some)])

    blocks = [Block(tuple(_rows(day, None, entries, wordings, _LAST)), assemble)]
    return [*blocks, solid(foot)] if foot.height else blocks


def _rows(
    day: Day, after: Day | None, entries: Sequence[Sequence[Entry]], wordings: Sequence[Wording], sizes: Sizes
) -> list[Box]:
    rows = Rows(day, after, wordings, sizes)
    found = [rows.entry(each) for each in entries]
    if not found and not day.is_aloft:
        found.append(rows.nothing())
    closing = rows.closing()
    return [*found, closing] if closing is not None else found


def _ruled(rows: Sequence[Box]) -> Box:
    return stack(over(row, (Rule(0.0, 0.0, WIDTH, 0.0, 0.4, GREY),)) for row in rows)

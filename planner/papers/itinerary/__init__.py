"""The Itinerary: the whole visit for the group or for one person, in English, in Japanese, or side by side.

In one language it is set upright, the day on the left; in both, English and Japanese stand either side of a
spine of times; for the whole group in Japanese it has the form that offices there know, the 行程表.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.language import other_language
from planner.papers.itinerary import koteihyo, spine, upright
from planner.papers.itinerary.days import Schedule
from planner.papers.itinerary.front import across, facts, listings, strip, title_box
from planner.papers.itinerary.legend import koteihyo_legend, legend, legend_of_both
from planner.papers.itinerary.telling import facts_of_both, facts_of_day, told
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.balance import evenly
from planner.papers.kit.boxes import Box, stack
from planner.papers.kit.flow import Block, Sheet, flow, solid
from planner.papers.kit.lines import fitted
from planner.papers.kit.pages import Body, fold_ticks
from planner.papers.kit.sheet import MM, Frame

_FOLD_REACH = 22 * MM
# Days move so much closer together if that saves a page; the rule between them keeps room on both sides.
_GIVE = 1 * MM
# Days move apart by no more than this on a page that they do not fill.
_MOST_APART = 7 * MM


def upright_pages(schedule: Schedule, language: str, frame: Frame) -> tuple[Body, ...]:
    """Lay the itinerary in one language."""
    wording = Wording(schedule, language)
    other = Wording(schedule, other_language(language))
    title = title_box(wording.speaker.tr("Itinerary"), other.speaker.tr("Itinerary"))
    blocks = [solid(stack([title, strip(facts(schedule, wording))]), with_next=True)]
    blocks += [told(upright.day_block(day, wording), *facts_of_day(day, wording)) for day in schedule.days]
    foot = legend(schedule, wording, frame.text_width)
    return bodies(blocks, foot, frame, wording.speaker.tr("Fold on the marks, for the fridge."))


def bilingual_pages(schedule: Schedule, frame: Frame) -> tuple[Body, ...]:
    """Lay the itinerary in both languages, side by side."""
    pair = (Wording(schedule, "en"), Wording(schedule, "ja"))
    title = title_box(*(each.speaker.tr("Itinerary") for each in pair), alike=spine.RIGHT_LEFT)
    opening = stack([title, listings(schedule, pair, spine.RIGHT_LEFT - 4 * MM, spine.RIGHT_LEFT)])
    blocks = [solid(opening, with_next=True)]
    days = len(schedule.days)
    blocks += [told(spine.day_block(day, days, pair), *facts_of_both(day, pair)) for day in schedule.days]
    foot = legend_of_both(schedule, pair, frame.text_width)
    return bodies(blocks, foot, frame, "")


def koteihyo_pages(schedule: Schedule, frame: Frame) -> tuple[Body, ...]:
    """Lay the 行程表 across the sheet; in smaller type if that saves one."""
    wording = Wording(schedule, "ja")
    opening = across(schedule, wording)
    foot = fitted(koteihyo_legend(schedule, wording), frame.text_width, smallest=7.5)
    room = frame.body_height - opening.height - koteihyo.HEAD_HEIGHT - foot.height - 2 * MM
    tried = [flow(koteihyo.day_blocks(schedule, wording, style), room) for style in koteihyo.SIZES]
    sheets = min(tried, key=len)
    bodies: list[Body] = []
    for sheet in sheets:
        table = koteihyo.table([box for _, box in sheet.placed])
        y = frame.top + opening.height
        placed = ((0.0, frame.top, opening), (0.0, y, table), (0.0, frame.bottom - foot.height, foot))
        bodies.append(Body(placed, facts=tuple(fact for _, box in sheet.placed for fact in box.told())))
    return tuple(bodies)


def bodies(blocks: Sequence[Block], foot: Box, frame: Frame, fold_note: str, section: str = "") -> tuple[Body, ...]:
    """Flow the blocks over pages, the legend at the foot of each, fold ticks where the fold is free.

    Where it saves a page, days lie across the fold, or closer together. Without a note nothing is said of folding.
    """
    room = frame.body_height - (foot.height + 2 * MM if foot.height else 0.0)
    if not fold_note:
        # Nothing is folded: days spread over the pages, so that none is full and the next half empty.
        spread = evenly(blocks, room, most=_MOST_APART)
        return tuple(_body(sheet, foot, frame, fold_note, section) for sheet in spread)
    fold = frame.fold - frame.top if fold_note else None
    tried = [
        flow(blocks, room, fold=fold, fold_reach=reach, give=give)
        for reach, give in ((_FOLD_REACH, 0.0), (0.0, 0.0), (0.0, _GIVE))
    ]
    return tuple(_body(sheet, foot, frame, fold_note, section) for sheet in min(tried, key=len))


def _body(sheet: Sheet, foot: Box, frame: Frame, fold_note: str, section: str) -> Body:
    placed = [(frame.left, frame.top + y, box) for y, box in sheet.placed]
    placed.append((frame.left, frame.bottom - foot.height, foot))
    facts = tuple(fact for _, box in sheet.placed for fact in box.told())
    if sheet.fold_is_free:
        return Body(tuple(placed), fold_ticks(frame), fold_note, section, facts)
    return Body(tuple(placed), section=section, facts=facts)

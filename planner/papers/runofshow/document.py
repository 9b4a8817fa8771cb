"""The run of show as a document of the staff: day after day under one head, each day's ceremonies below its table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from planner.agenda import Agenda
from planner.language import N_
from planner.language.dates import day_text
from planner.language.numbers import counted
from planner.model.attendance import is_there, travels
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.model.sight import AudienceKind
from planner.papers.document import Document, Laid
from planner.papers.furnishing import furniture, in_languages
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.kit.balance import evenly
from planner.papers.kit.boxes import Box, bookmarked, gap, on, padded, stack, tinted
from planner.papers.kit.colours import GREY, SECOND, TINT
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run, Style, lay, natural_width
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body, dressed
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.ticks import with_notes
from planner.papers.options import BOTH, ENGLISH, PaperOptions
from planner.papers.runofshow.ceremony import ceremony_block
from planner.papers.runofshow.cues import Cue, cues_of
from planner.papers.runofshow.table import DayTable
from planner.papers.sections.voice import Voice

WIDTH = 263 * MM
_TITLE = Style(18, 22, bold=True)
_SECOND = Style(11, 15, colour=SECOND)
_DATE = Style(12.5, 16, bold=True)
_OTHER_DATE = Style(9.5, 16)
_SMALL = Style(9, 12, colour=SECOND)
_SECTION = "days"
_ABOVE_DAY, _MOST_APART = 3 * MM, 4 * MM


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    agenda = Agenda(plan)
    voice = Voice.of(schedule_of(plan), ENGLISH if options.language == BOTH else options.language)
    frame = Frame(options.paper, landscape=True)
    days = cues_of(agenda)
    made = DayTable(agenda, voice, both=options.language == BOTH)
    head = stack([_title(voice), made.head()])
    blocks = [
        block
        for number, (day, cues) in enumerate(days.items(), start=1)
        for block in _day(day, number, len(days), cues, made, frame.body_height - head.height)
    ]
    # Plans change on the day.
    notes = voice.wording.speaker.tr_in("paper", "Notes")
    bodies = [with_notes(body, frame, notes) for body in _pages(blocks, head, frame)]
    label = N_("Run of show")
    title = in_languages(label, options)
    worn = furniture(plan, reader, options)
    worn = replace(worn, note=voice.say(N_("Everyone’s details: count the copies, collect them afterwards.")))
    return Laid(dressed(frame, bodies, worn), title)


def _pages(blocks: Sequence[Block], head: Box, frame: Frame) -> list[Body]:
    """Put days below each other under the head, which stands on every page."""
    top = frame.top + head.height
    sheets = evenly(blocks, frame.body_height - head.height, most=_MOST_APART)
    return [
        Body(
            ((frame.left, frame.top, head), *((frame.left, top + y, box) for y, box in sheet.placed)),
            section=_SECTION,
            facts=tuple(fact for _, box in sheet.placed for fact in box.told()),
        )
        for sheet in sheets
    ]


def _title(voice: Voice) -> Box:
    """Set the title in both languages, and a line for the number of the copy."""
    label = N_("Run of show")
    left = lay(
        [Run(voice.say(label), _TITLE, whole=True), Run(f"\u3000{voice.beside(label)}", _SECOND, whole=True)],
        WIDTH - 48 * MM,
    )
    numbered = Run(f"{voice.wording.speaker.tr('Copy no.')} ", _SMALL)
    start = WIDTH - 44 * MM
    copy = lay(numbered, 44 * MM)
    y = left.baseline
    line = Rule(start + natural_width(numbered), y + 1.2, WIDTH, y + 1.2, 0.6, GREY)
    placed = ((0.0, 0.0, left), (start, y - copy.baseline, copy))
    return on((line,), Box(WIDTH, left.height + 1.2 * MM, inner=placed))


def _day(day: dt.date, number: int, count: int, cues: Sequence[Cue], made: DayTable, room: float) -> list[Block]:
    """Make the blocks of a day: its table under its date, kept whole if it fits a page, then the ceremonies, on the
    same page if all of it fits there.
    """
    voice = made.voice
    first = bookmarked(_date(day, number, count, voice), day_text(day, voice.language, "short"))
    again = _date(day, number, count, voice, continued=True)
    table = made.table.block(made.rows(cues), first, above=gap(_ABOVE_DAY), again=again)
    ceremonies = (ceremony_block(cue, made) for cue in cues)
    blocks = [replace(table, splits=False), *(block for block in ceremonies if block is not None)]
    if sum(block.whole().height for block in blocks) > room:
        return blocks
    last = len(blocks) - 1
    return [replace(block, splits=False, with_next=number < last) for number, block in enumerate(blocks)]


def _date(day: dt.date, number: int, count: int, voice: Voice, *, continued: bool = False) -> Box:
    """Set a band with the date in both languages, which day it is, and who is there."""
    here = voice.wording.speaker
    there = sum(1 for member in voice.wording.schedule.plan.members if travels(member) and is_there(member, day))
    words = [
        here.tr("Day {number} of {count}", number=number, count=count),
        counted("person", there, voice.language) if there else "",
        here.tr("continued") if continued else "",
    ]
    inside = 1.4 * MM
    line = lay(
        [
            Run(day_text(day, voice.language, "short"), _DATE, whole=True),
            Run(f"\u3000{day_text(day, voice.other.language, '')}", _OTHER_DATE, whole=True),
            Run(f"\u3000{voice.wording.listed(words)}", _SMALL),
        ],
        WIDTH - 2 * inside,
    )  # fmt: skip
    return tinted(padded(line, above=0.5 * MM, below=0.5 * MM, left=inside, right=inside), TINT)


RUN_OF_SHOW = Document("run-of-show", N_("Run of show"), (AudienceKind.STAFF,), _lay)

"""The run of show as a document of the staff: a section for each day, its ceremonies below its table."""

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
from planner.papers.kit.boxes import Box, bookmarked, on
from planner.papers.kit.colours import GREY, SECOND
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run, Style, lay, natural_width
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body, dressed, section_pages
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.ticks import write_lines
from planner.papers.options import BOTH, ENGLISH, PaperOptions
from planner.papers.runofshow.ceremony import ceremony_block
from planner.papers.runofshow.cues import Cue, cues_of
from planner.papers.runofshow.table import DayTable
from planner.papers.sections.voice import Voice

WIDTH = 263 * MM
_DATE = Style(20, 24, bold=True)
_SECOND = Style(11, 15)
_SMALL = Style(9, 12, colour=SECOND)
_ABOVE_NOTES, _LEAST_NOTES = 12 * MM, 26 * MM


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    agenda = Agenda(plan)
    voice = Voice.of(schedule_of(plan), ENGLISH if options.language == BOTH else options.language)
    frame = Frame(options.paper, landscape=True)
    days = cues_of(agenda)
    made = DayTable(agenda, voice, both=options.language == BOTH)
    bodies: list[Body] = []
    for number, (day, cues) in enumerate(days.items(), start=1):
        pages = section_pages(_day(day, number, len(days), cues, made, voice), frame, day.isoformat())
        bodies += [*pages[:-1], _with_notes(pages[-1], frame, voice)]
    label = N_("Run of show")
    title = in_languages(label, options)
    worn = furniture(plan, reader, options)
    worn = replace(worn, note=voice.say(N_("Everything of everybody: count the copies, collect them again.")))
    return Laid(dressed(frame, bodies, worn), title)


def _with_notes(body: Body, frame: Frame, voice: Voice) -> Body:
    """Give a day's last page lines to write on where it leaves room for them: plans change on the day."""
    foot = max((y + box.height for _, y, box in body.placed), default=frame.top)
    room = frame.bottom - foot - _ABOVE_NOTES
    if room < _LEAST_NOTES:
        return body
    notes = write_lines(voice.wording.speaker.tr_in("paper", "Notes"), WIDTH, room)
    return replace(body, placed=(*body.placed, (frame.left, frame.bottom - notes.height, notes)))


def _day(day: dt.date, number: int, count: int, cues: Sequence[Cue], made: DayTable, voice: Voice) -> list[Block]:
    """Make the blocks of a day: its table under its date, then the ceremonies."""
    first = _heading(day, number, count, voice)
    again = _heading(day, number, count, voice, continued=True)
    blocks = [made.table.block(made.rows(cues), bookmarked(first, day_text(day, voice.language, "short")), again=again)]
    for cue in cues:
        block = ceremony_block(cue, made)
        if block is not None:
            blocks.append(block)
    return blocks


def _heading(day: dt.date, number: int, count: int, voice: Voice, *, continued: bool = False) -> Box:
    """Set the date in both languages, which day it is, who is there, and a line for the number of the copy."""
    here = voice.wording.speaker
    there = sum(1 for member in voice.wording.schedule.plan.members if travels(member) and is_there(member, day))
    words = [
        here.tr("Day {number} of {count}", number=number, count=count),
        counted("person", there, voice.language) if there else "",
        here.tr("continued") if continued else "",
    ]
    other = day_text(day, voice.other.language, "")
    left = lay(
        [
            Run(day_text(day, voice.language, "short"), _DATE, whole=True), Run(f"\u3000{other}", _SECOND, whole=True),
            Run(f"\u3000{voice.wording.listed(words)}", _SMALL),
        ],
        WIDTH - 48 * MM,
    )  # fmt: skip
    numbered = here.tr("Copy no.")
    label = Run(f"{numbered} ", _SMALL)
    start = WIDTH - 44 * MM
    copy = lay(label, 44 * MM)
    y = left.baseline
    line = Rule(start + natural_width(label), y + 1.2, WIDTH, y + 1.2, 0.6, GREY)
    placed = ((0.0, 0.0, left), (start, y - copy.baseline, copy))
    return on((line,), Box(WIDTH, left.height + 1.2 * MM, inner=placed))


RUN_OF_SHOW = Document("run-of-show", N_("Run of show"), (AudienceKind.STAFF,), _lay)

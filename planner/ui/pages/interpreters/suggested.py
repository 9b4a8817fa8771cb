"""What is only suggested, on the board of a day: needs nobody has asked for, and what a proposal would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from planner.language import screen_language, tr
from planner.language.times import span_text
from planner.rules.finding import Subject
from planner.ui.boards.people.blocks import Block, Note, Row, Scene
from planner.ui.pages.interpreters.needsuggested import group_words, what_words
from planner.ui.pages.interpreters.outlook import Outlook
from planner.ui.pages.interpreters.words import event_clocks, event_title
from planner.ui.widgets.words import listed

if TYPE_CHECKING:
    from planner.matching.interpreters.proposal import Line


#: Begins the key of a need that is only suggested.
SUGGESTED_NEED: Final = "suggested need"


def with_needs(scene: Scene, outlook: Outlook, day: dt.date) -> Scene:
    """Give a day's scene with the needs that are suggested on it, dashed."""
    blocks = []
    for number, one in enumerate(outlook.suggested):
        slot = outlook.roster.agenda.by_key.get(("Activity", one.activity.id))
        if slot is None or slot.day != day:
            continue
        start, end = outlook.span(slot.start, slot.end, day)
        if start < end and start < scene.axis.last and end > scene.axis.first:
            kind = one.activity.kind.value
            title, asked = event_title(one.activity), tr("not asked for")
            whom = listed([group_words(one, outlook.plan), asked])
            clocks = filter(None, event_clocks(one.activity, outlook.plan))
            blocks.append(
                Block((SUGGESTED_NEED, number), start, end, title, (whom,), kind, kind, dashed=True, movable=False,
                      words="\n".join((title, *clocks, asked, what_words(one, outlook.plan))))
            )  # fmt: skip
    return replace(scene, needs=(*scene.needs, *blocks)) if blocks else scene


def with_suggestions(scene: Scene, lines: Sequence[Line], outlook: Outlook, day: dt.date) -> Scene:
    """Give a day's scene with what would change on it."""
    here = [line for line in lines if line.need_id in outlook.roster.wanted]
    own = [line for line in here if outlook.roster.wanted[line.need_id].day == day]
    return replace(scene, rows=tuple(_row(row, own, outlook) for row in scene.rows)) if own else scene


def _row(row: Row, lines: Sequence[Line], outlook: Outlook) -> Row:
    own = [line for line in lines if Subject("Interpreter", line.interpreter_id) == row.key]
    changed = {Subject("Assignment", line.assignment_id): line for line in own if line.assignment_id is not None}
    blocks = [
        block if block.key not in changed else replace(block, dashed=True, note=_note(changed[block.key], outlook))
        for block in row.blocks
    ]
    blocks += [_new(line, outlook) for line in own if line.assignment_id is None]
    return replace(row, blocks=tuple(blocks)) if own else row


def _hours(line: Line, outlook: Outlook) -> str:
    return span_text(*outlook.roster.wanted[line.need_id].hours(line.start, line.end), screen_language())


def _note(line: Line, outlook: Outlook) -> Note:
    if line.state.value == "gone":
        return Note("grey", tr("would be taken off"))
    return Note("grey", tr("would be {hours}", hours=_hours(line, outlook)))


def _new(line: Line, outlook: Outlook) -> Block:
    wanted = outlook.roster.wanted[line.need_id]
    start, end = outlook.span(line.start, line.end, wanted.day)
    title, hours = event_title(wanted.slot.event), _hours(line, outlook)
    return Block(
        ("suggested", line.need_id, line.interpreter_id), start, end, title, (tr("suggested"), hours), "chosen",
        dashed=True, movable=False, words="\n".join((title, tr("suggested"), hours)),
    )  # fmt: skip

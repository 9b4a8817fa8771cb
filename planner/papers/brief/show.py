"""The run of show of a ceremony: each item with the minutes it was given and those it really takes, interpreted."""

from __future__ import annotations

from planner.agenda.ceremony import Ceremony, Timed
from planner.clock import WallTime, later
from planner.language import N_
from planner.language.names import full_name
from planner.language.times import time_parts
from planner.model.interpreting import Speech
from planner.model.kinds import InterpretingMode, SpeechLanguage
from planner.papers.brief.people import language_word
from planner.papers.brief.tasks import Task
from planner.papers.desk import SMALL, STRONG, TEXT, part_title
from planner.papers.facts import Fact
from planner.papers.kit.boxes import Box, stack, telling
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.sections.voice import Voice
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.sending import item_name


def run_of_show(task: Task, voice: Voice) -> Block | None:
    """Set the items with their times; None where no items are entered."""
    ceremony = task.ceremony
    if ceremony is None or not ceremony.items or task.duty is None:
        return None
    table = Table(
        (
            Column("", 17 * MM), Column("", 61 * MM), Column(voice.say(N_("Speech min")), 21 * MM, "right"),
            Column(voice.say(N_("Real min")), 18 * MM, "right"), Column("", 2 * MM),
            Column(voice.say(N_("Speaks")), 21 * MM), Column(voice.say(N_("Who interprets")), 38 * MM),
        ),
        TEXT, above=0.85 * MM, below=0.85 * MM,
    )  # fmt: skip
    start = task.duty.slot.begins
    rows = [_row(table, one, start, task, voice) for one in ceremony.items]
    rows.append(_end(table, ceremony, start, voice))
    return table.block(rows, part_title(voice, N_("Run of show")))


def _row(table: Table, one: Timed, start: WallTime, task: Task, voice: Voice) -> Box:
    speech = one.item
    assert isinstance(speech, Speech)
    at = later(start, one.begins)
    time = clock_of(at, voice)
    name = item_name(speech)
    title = lay(Run(voice.half(name) or "–", TEXT), table.room(1))
    second = voice.second(name.en, name.ja)
    lines = [title, *([lay(Run(second, SMALL), table.room(1))] if second else [])]
    who = interprets(speech, task, voice)
    row = table.row(
        [
            Run(time, STRONG), stack(lines), str(speech.minutes) if speech.minutes else "–",
            Run(str(one.whole_minutes) if speech.minutes else "–", STRONG), "",
            language_word(speech.language, voice), who,
        ]
    )  # fmt: skip
    value = voice.wording.listed([time, f"{one.whole_minutes} min", who])
    return telling(row, [Fact(f"item.{speech.id}", voice.half(name) or time, value)])


def clock_of(at: WallTime, voice: Voice) -> str:
    """Write a time of a ceremony: "4:05 pm", 「16:05」."""
    return " ".join(filter(None, time_parts(at.at, voice.language, "" if voice.language == "ja" else "paper")))


def _end(table: Table, ceremony: Ceremony, start: WallTime, voice: Voice) -> Box:
    """Say when it is over as it is reckoned, and by how much that is too late."""
    minutes = ceremony.whole_minutes
    words = voice.say(N_("Over, as it really takes"))
    over = ceremony.whole_over
    late = voice.say(N_("{minutes} min too long"), minutes=over) if over else ""
    cells = [clock_of(later(start, ceremony.length), voice), words, str(ceremony.on_paper), str(minutes), "", "", late]
    return table.row(cells, strong=True)


def interprets(speech: Speech, task: Task, voice: Voice) -> str:
    """Say who interprets an item, and into which language: "you, into Japanese"; "–" where nobody has to."""
    if speech.language is SpeechLanguage.NONE:
        return "–"
    mine = task.assignment.interpreter
    named = speech.interpreter
    if named is not None and named.id != mine.id:
        who = full_name(named.person, voice.language, formal=True)
    elif named is not None or not task.colleagues:
        who = voice.say(N_("you"))
    else:
        names = [full_name(one.interpreter.person, voice.language, formal=True) for one in task.colleagues]
        who = voice.say(N_("you or {names}"), names=voice.wording.listed(names))
    return voice.wording.listed([who, _into(speech, voice)])


def _into(speech: Speech, voice: Voice) -> str:
    if speech.mode is InterpretingMode.WHISPERED:
        return voice.say(N_("whispered"))
    if speech.language is SpeechLanguage.ENGLISH:
        return voice.say(N_("into Japanese"))
    return voice.say(N_("into English")) if speech.language is SpeechLanguage.JAPANESE else ""


def when_late(task: Task, voice: Voice) -> str:
    """Say how the minutes are reckoned and what goes first when it gets late, for the foot of the page."""
    ceremony = task.ceremony
    if ceremony is None or not ceremony.items:
        return ""
    factor = f"{limits_of(voice.wording.schedule.plan).factor:g}"
    words = [voice.say(N_("Times stretched × {factor} for consecutive."), factor=factor)]
    if first := first_cuts(ceremony, voice):
        words.append(voice.say(N_("If late, cut first: {items}."), items=first))
    return " ".join(words)


def first_cuts(ceremony: Ceremony, voice: Voice) -> str:
    """Name what may be left out, in the order in which it is."""
    ranked = [one.item for one in ceremony.items if isinstance(one.item, Speech) and one.item.cut_rank is not None]
    ranked.sort(key=lambda item: (item.cut_rank or 0, item.id))
    return voice.wording.listed([voice.half(item_name(item)) for item in ranked])

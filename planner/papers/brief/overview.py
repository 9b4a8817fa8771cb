"""The first page of a brief: all assignments of an interpreter in the order of time."""

from __future__ import annotations

from planner.language import N_, N_in
from planner.language.dates import day_text
from planner.language.names import full_name
from planner.language.terms import term
from planner.language.times import span_text
from planner.papers.brief.show import clock_of
from planner.papers.brief.strip import coming
from planner.papers.brief.tasks import Task
from planner.papers.desk import SMALL, STRONG, TEXT, WIDTH
from planner.papers.facts import Fact
from planner.papers.itinerary.front import title_box
from planner.papers.kit.boxes import Box, stack, telling
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Run, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.sections.voice import Voice

SECTION = "overview"


def overview(tasks: tuple[Task, ...], voice: Voice) -> list[Block]:
    """Set what the interpreter is asked to do, a line each."""
    title = title_box(voice.say(N_("Your assignments")), voice.beside(N_("Your assignments")), width=WIDTH)
    table = Table(
        (
            Column(voice.say(N_("Day")), 24 * MM), Column(voice.say(N_("Be there")), 20 * MM),
            Column(voice.say(N_("Starts, ends")), 28 * MM), Column(voice.say(N_("What and where")), 68 * MM),
            Column(voice.say(N_("How, with whom")), 38 * MM),
        ),
        TEXT, above=1.3 * MM, below=1.3 * MM,
    )  # fmt: skip
    return [solid(title, with_next=True), table.block([_row(table, task, voice) for task in tasks])]


def _row(table: Table, task: Task, voice: Voice) -> Box:
    begins, ends, there = task.begins, task.ends, task.be_there
    hours = voice.wording.speaker.tr_in("paper", "All day")
    if begins is not None:
        hours = span_text(begins.at, ends.at if ends is not None else None, voice.language, "paper")
    event = task.event
    title = voice.pick(event.title_en, event.title_ja) or term(task.need.mode, voice.language)
    second = voice.second(event.title_en, event.title_ja)
    place = voice.wording.end(task.place)
    what = [lay(Run(title, STRONG), table.room(3))]
    what += [lay(Run(words, style), table.room(3)) for words, style in ((second, SMALL), (place, TEXT)) if words]
    mode = term(task.need.mode, voice.language)
    with_whom = [full_name(one.interpreter.person, voice.language, formal=True) for one in task.colleagues]
    for one in task.alongside:
        name = full_name(one.interpreter.person, voice.language, formal=True)
        with_whom.append(f"{name}{voice.within(term(one.need.mode, voice.language))}")
    how = [lay(Run(mode, TEXT), table.room(4))]
    how += [lay(Run(name, SMALL), table.room(4)) for name in with_whom]
    early = clock_of(there, voice) if there is not None else ""
    on = there.on if there is not None else task.day
    if task.comes_with_the_group:
        early, on = voice.say(N_in("brief", "with the group")), task.day
    day = day_text(on, voice.language, "table")
    come = coming(early, table.room(1), voice)
    row = table.row([Run(day, STRONG), come, hours, stack(what), stack(how)])
    value = voice.wording.listed([early, hours, place, mode, *with_whom])
    label = f"{day_text(on, voice.language, 'short')} {title}"
    return telling(row, [Fact(f"task.{task.section}", label, value)])

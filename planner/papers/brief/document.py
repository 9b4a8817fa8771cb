"""The brief as a document: an overview, a section for each assignment, then words and numbers of the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.agenda import Agenda
from planner.language import N_
from planner.language.untranslated import untranslated
from planner.model.interpreting import Interpreter
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.brief.invoice import invoice
from planner.papers.brief.notes import good_to_know, purpose, speeches_to_enter
from planner.papers.brief.numbers import numbers
from planner.papers.brief.overview import SECTION, overview
from planner.papers.brief.people import crowd, speakers
from planner.papers.brief.show import run_of_show, when_late
from planner.papers.brief.strip import strip_of
from planner.papers.brief.tasks import Task, tasks_of
from planner.papers.brief.words import whole_glossary, words_of
from planner.papers.desk import WIDTH
from planner.papers.document import Document, Laid
from planner.papers.furnishing import furniture, in_languages
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.kit.boxes import bookmarked, stack
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.pages import dressed, section_pages
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, ENGLISH, PaperOptions
from planner.papers.sections.voice import Voice


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    interpreter = whom(plan, reader)
    assert isinstance(interpreter, Interpreter)
    agenda = Agenda(plan)
    voice = Voice.of(schedule_of(plan), ENGLISH if options.language == BOTH else options.language)
    tasks = tasks_of(interpreter, agenda)
    frame = Frame(options.paper)
    bodies = section_pages([*overview(tasks, voice), invoice(voice)], frame, SECTION)
    for task in tasks:
        bodies += section_pages(_task(task, voice), frame, task.section, when_late(task, voice))
    bodies += section_pages(_with_title(whole_glossary(voice), N_("Words of the visit"), voice), frame, "words")
    bodies += section_pages(_with_title(numbers(tasks, voice), N_("Numbers"), voice), frame, "numbers")
    label = N_("Interpreter brief")
    title = in_languages(label, options)
    worn = replace(
        furniture(plan, reader, options, title=title),
        privacy=voice.say(N_("Confidential: for these assignments only.")),
    )
    return Laid(dressed(frame, bodies, worn), title, _notes(tasks, options))


def _with_title(blocks: list[Block], label: str, voice: Voice) -> list[Block]:
    title = bookmarked(title_box(voice.say(label), voice.beside(label), width=WIDTH), voice.say(label))
    return [solid(title, with_next=True), *blocks]


def _task(task: Task, voice: Voice) -> list[Block]:
    """Give the blocks of one assignment: what is known of it, in the order in which it is needed."""
    name = voice.pick(task.event.title_en, task.event.title_ja)
    second = voice.second(task.event.title_en, task.event.title_ja)
    head = stack([title_box(name, second, width=WIDTH), strip_of(task, voice), purpose(voice)])
    found = (
        speakers(task, voice), run_of_show(task, voice), good_to_know(task, voice), crowd(task, voice),
        words_of(task, voice),
    )  # fmt: skip
    return [solid(bookmarked(head, name)), *(block for block in found if block is not None)]


def _notes(tasks: Sequence[Task], options: PaperOptions) -> tuple[Message, ...]:
    """Say which titles and places have no name in the other language, and which speeches nobody has entered."""
    events = [task.event for task in tasks]
    places = [task.place for task in tasks if task.place is not None]
    return (*untranslated(events, places, ("en", "ja")), *speeches_to_enter(tasks))


def _is_wanted(plan: Plan, reader: Reader) -> bool:
    interpreter = whom(plan, reader)
    return isinstance(interpreter, Interpreter) and bool(tasks_of(interpreter, Agenda(plan)))


BRIEF = Document("brief", N_("Interpreter brief"), (AudienceKind.INTERPRETER,), _lay, is_wanted=_is_wanted)

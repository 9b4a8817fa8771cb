"""The strip under a brief's title: when to be there, from when until when, where, how, and with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.language import N_, N_in, Words
from planner.language.dates import day_text
from planner.language.names import full_name
from planner.language.terms import directions_text, term
from planner.language.times import time_text
from planner.model.interpreting import Interpreter
from planner.model.kinds import TeamRole
from planner.papers.brief.tasks import Task
from planner.papers.desk import SMALL, STRONG, TEXT, WIDTH
from planner.papers.itinerary.pieces import one_time, small_clock
from planner.papers.kit.boxes import Box, padded, stack
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.sheet import MM
from planner.papers.sections.voice import Voice
from planner.papers.telephones import duty, number_of

_LABEL = Style(9, 11.8, colour=SMALL.colour)
_TIME = Style(15.5, 19, bold=True)
_HALF = Style(11, 14)
_BETWEEN = 5 * MM
_PARTS: dict[TeamRole, Words] = {
    TeamRole.TAKES_TURNS: N_("you take turns"),
    TeamRole.LEADS: N_("you lead"),
    TeamRole.ASSISTS: N_("you assist and learn"),
    TeamRole.STANDS_BY: N_("you stand by"),
}
_WIDTHS = tuple(width * MM for width in (20, 25, 36, 33, 44))


def strip_of(task: Task, voice: Voice) -> Box:
    """Set the strip; what nobody has said is left away."""
    cells = (
        _cell(voice.say(N_("Be there")), _be_there(task, voice), 0),
        _cell(voice.say(N_("Starts, ends")), _hours(task, voice), 1),
        _cell(voice.say(N_("Where")), _where(task, voice), 2),
        _cell(voice.say(N_("How")), _how(task, voice), 3),
        _cell(voice.say(N_("With you")), _company(task, voice), 4),
    )
    x = 0.0
    placed: list[tuple[float, float, Box]] = []
    marks = []
    height = max(cell.height for cell in cells)
    for number, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True)):
        if number:
            marks.append(Rule(x - _BETWEEN / 2, 0.0, x - _BETWEEN / 2, height + 3.4 * MM, 0.4, GREY))
        placed.append((x, 1.7 * MM, cell))
        x += width + _BETWEEN
    height += 3.4 * MM
    return Box(WIDTH, height, (*marks, Rule(0.0, height, WIDTH, height, 0.8, INK)), tuple(placed))


def _cell(label: str, lines: Sequence[Box], number: int) -> Box:
    return stack([fitted(Run(label, _LABEL), _WIDTHS[number], smallest=7), *lines])


def _lines(words: Iterator[str] | Sequence[str], number: int) -> list[Box]:
    """Set lines of words, the first of them bold."""
    found = [each for each in words if each]
    return [lay(Run(each, TEXT if place else STRONG), _WIDTHS[number]) for place, each in enumerate(found)]


def _be_there(task: Task, voice: Voice) -> list[Box]:
    there, width = task.be_there, _WIDTHS[0]
    if task.comes_with_the_group:
        words = coming(voice.say(N_in("brief", "with the group")), width, voice)
        return [words, lay(Run(day_text(task.day, voice.language, "short"), TEXT), width)]
    on = there.on if there is not None else task.day
    date = lay(Run(day_text(on, voice.language, "short"), TEXT), width)
    if there is None:
        return [date]
    return [fitted(one_time(voice.wording.clock(there.at), _TIME, _HALF), width, smallest=10), date]


def coming(words: str, width: float, voice: Voice) -> Box:
    """Set when or with whom to be there; Japanese words stay on one line, which would break anywhere."""
    return fitted(Run(words, STRONG, whole=voice.language == "ja"), width, smallest=7.5, lines=2)


def _hours(task: Task, voice: Voice) -> list[Box]:
    begins, ends, width = task.begins, task.ends, _WIDTHS[1]
    if begins is None:
        return [lay(Run(voice.wording.speaker.tr_in("paper", "All day"), STRONG), width)]
    found = [fitted(one_time(voice.wording.clock(begins.at), _TIME, _HALF), width, smallest=10)]
    if ends is not None:
        end = voice.say(N_("to {time}"), time=time_text(ends.at, voice.language, "paper"))
        found.append(lay(Run(end, TEXT), width))
    small = small_clock(begins, voice.wording, letters=False)
    if small:
        found.append(fitted(small, width, smallest=7.5))
    return found


def _where(task: Task, voice: Voice) -> list[Box]:
    place = task.place
    name = voice.wording.end(place)
    second = voice.second(place.name_en, place.name_ja) if place is not None else ""
    return _lines([name, second, voice.wording.address(place), task.need.position], 2)


def _how(task: Task, voice: Voice) -> list[Box]:
    need, width = task.need, _WIDTHS[3]
    directions = directions_text(need.pairs, voice.language)
    parts: list[Part] = [Run(term(need.mode, voice.language), STRONG)]
    if directions:
        parts.append(Run(f"  {directions}", TEXT, whole=True))
    lines = [lay(parts, width)]
    part = voice.say(_PARTS[task.assignment.role]) if task.colleagues else ""
    group = voice.pick(need.group.name_en, need.group.name_ja) if need.group is not None else ""
    for words in (part, group, need.equipment, need.dress):
        if words.strip():
            lines.append(lay(Run(words.strip(), TEXT), width))
    return lines


def _company(task: Task, voice: Voice) -> list[Box]:
    """Name who works beside, who would step in, and whom to turn to on the spot."""
    width, need = _WIDTHS[4], task.need
    found: list[Box] = []
    for other in task.colleagues:
        stands_by = other.role is TeamRole.STANDS_BY
        found += _person(other.interpreter, voice, term(other.role, voice.language) if stands_by else "")
    for other in task.alongside:
        found += _person(other.interpreter, voice, term(other.need.mode, voice.language))
    if not found:
        found.append(lay(Run(voice.say(N_("nobody else for this")), STRONG), width))
    if need.fallback is not None:
        found.append(padded(lay(Run(voice.say(N_("Steps in if you cannot come")), SMALL), width), above=0.8 * MM))
        found += _person(need.fallback, voice, "")
    if need.liaison.strip():
        found.append(padded(lay(Run(voice.say(N_("On the spot")), SMALL), width), above=0.8 * MM))
        found.append(lay(Run(need.liaison.strip(), TEXT), width))
    visit = voice.wording.schedule.plan.visit
    if phone := number_of(duty(visit), visit):
        found.append(padded(lay(Run(voice.say(N_("Duty phone")), SMALL), width), above=0.8 * MM))
        found.append(lay(Run(phone, TEXT), width))
    return found


def _person(interpreter: Interpreter, voice: Voice, part: str) -> list[Box]:
    person, width = interpreter.person, _WIDTHS[4]
    name = full_name(person, "en", formal=True)
    japanese = full_name(person, "ja")
    parts: list[Part] = [Run(name, STRONG, whole=True)]
    if japanese != name:
        parts.append(Run(f" {japanese}", TEXT, whole=True))
    lines = [fitted(parts, width, smallest=8)]
    phone = voice.wording.phone(person.phone)
    lines += [lay(Run(words, TEXT), width) for words in (phone, part) if words]
    return lines

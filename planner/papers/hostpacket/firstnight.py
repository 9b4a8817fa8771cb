"""First-night questions: a list in both languages that a family and its guest tick together at the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.language import N_
from planner.language.names import called_name
from planner.papers.hostpacket.questions import Answer, Question, questions
from planner.papers.itinerary.front import title_box
from planner.papers.kit.boxes import Box, aligned, beside, on, padded, stack
from planner.papers.kit.colours import ACCENT, GREY, INK
from planner.papers.kit.flow import fewest, flow, solid
from planner.papers.kit.lines import Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import SECOND_TEXT, TEXT
from planner.papers.kit.ticks import TICK, tick_box, write_line
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.voice import Voice, named

SECTION = "first-night"
TITLE = N_("First-night questions")
WIDTH = 178 * MM
_FIRST = 9 * MM
_CELL = 39.25 * MM
_BETWEEN = 4 * MM
_SECOND = _FIRST + 2 * (_CELL + _BETWEEN)
_ASKED = Style(12, 16, bold=True)
_NUMBER = Style(13, 16, bold=True, colour=ACCENT)


@dataclass(frozen=True, slots=True)
class _Form:
    """How closely the list is set: the room above and below a question, and its type."""

    room: float
    asked: Style = _ASKED
    answer: Style = TEXT
    second: Style = SECOND_TEXT


_FORMS = (
    _Form(1.9 * MM),
    _Form(1.4 * MM),
    _Form(0.9 * MM),
    _Form(0.5 * MM),
    _Form(0.5 * MM, Style(11.5, 14.5, bold=True), Style(10.5, 13), SECOND_TEXT.at(9).but(leading=11)),
)


def first_night(guest: Guest, hosting: Hosting, voice: Voice, frame: Frame) -> tuple[Body, ...]:
    """Lay the list for one guest; a question never breaks."""
    found = questions(guest, hosting)
    whose = called_name(guest.member.person, voice.language) if len(hosting.guests) > 1 else ""
    sheets = fewest(_sheets(found, whose, voice, frame, form) for form in _FORMS)
    return tuple(
        Body(
            tuple((frame.left, frame.top + y, box) for y, box in sheet),
            section=f"{SECTION}-{guest.member.uid}",
        )
        for sheet in sheets
    )


def _sheets(
    found: Sequence[Question], whose: str, voice: Voice, frame: Frame, form: _Form
) -> list[tuple[tuple[float, Box], ...]]:
    blocks = [solid(_opening(whose, voice), with_next=True)]
    blocks += [solid(_row(number, question, voice, form)) for number, question in enumerate(found, start=1)]
    return [sheet.placed for sheet in flow(blocks, frame.body_height)]


def _opening(whose: str, voice: Voice) -> Box:
    first, second = voice.both(N_("Ten minutes at the table. Tick together."))
    half = WIDTH - _SECOND
    row = beside([(_FIRST, lay(Run(first, TEXT), half)), (_SECOND, lay(Run(second, TEXT), half))], WIDTH)
    return stack([title_box(*named(voice.both(TITLE), whose)), padded(row, above=1.6 * MM, below=1.2 * MM)])


def _row(number: int, question: Question, voice: Voice, form: _Form) -> Box:
    half = WIDTH - _SECOND
    first, second = voice.both(question.words)
    asked = aligned(
        [
            (0.0, lay(Run(str(number), _NUMBER), _FIRST - 1 * MM)),
            (_FIRST, fitted(Run(first, form.asked), half, smallest=9)),
            (_SECOND, fitted(Run(second, form.asked.but(bold=False)), half, smallest=9)),
        ],
        WIDTH,
    )
    answers = _answers(question.answers, voice, form) if question.answers else _long_line()
    row = padded(stack([asked, answers]), above=form.room, below=form.room)
    return on((Rule(0.0, 0.0, WIDTH, 0.0, 0.4, GREY),), row)


def _answers(answers: Sequence[Answer], voice: Voice, form: _Form) -> Box:
    cells, x = [], _FIRST
    for answer in answers:
        width = 2 * _CELL + _BETWEEN if answer.wide else _CELL
        cells.append((x, (_written if answer.writes else _ticked)(answer, voice, form, width)))
        x += width + _BETWEEN
    return beside(cells, WIDTH)


def _ticked(answer: Answer, voice: Voice, form: _Form, width: float) -> Box:
    left = TICK + 1.8 * MM
    text = _words(answer, voice, form, width - left)
    return Box(width, text.height, inner=((0.0, 0.9 * MM, tick_box()), (left, 0.0, text)))


def _written(answer: Answer, voice: Voice, form: _Form, width: float) -> Box:
    """Set the word with a line beside it, from the same place in each column unless the word is longer."""
    first, second = voice.both(answer.words)
    wanted = max(natural_width(Run(first, form.answer)), natural_width(Run(second, form.second))) + 2 * MM
    left = min(max(wanted, 19.5 * MM), width * 0.6)
    text = _words(answer, voice, form, left - 1 * MM)
    line = write_line(width - left, height=text.height - 1.2 * MM, colour=INK, weight=0.5)
    return Box(width, text.height, inner=((0.0, 0.0, text), (left, 0.0, line)))


def _words(answer: Answer, voice: Voice, form: _Form, width: float) -> Box:
    first, second = voice.both(answer.words)
    return stack(
        [fitted(Run(first, form.answer), width, smallest=8), fitted(Run(second, form.second), width, smallest=7)]
    )


def _long_line() -> Box:
    return padded(write_line(WIDTH - _FIRST, height=9 * MM, colour=INK, weight=0.5), left=_FIRST)

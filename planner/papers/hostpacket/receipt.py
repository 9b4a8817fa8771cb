"""The last page: a receipt to sign and return now, and questions to answer after the visit, a cut line between."""

from __future__ import annotations

from planner.language import N_, Words
from planner.language.dates import day_text
from planner.language.names import household_name
from planner.papers.furnishing import KEPT_AFTER
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.pieces import NO_BREAK
from planner.papers.kit.boxes import Box, aligned, beside, gap, padded, stack
from planner.papers.kit.colours import INK, SECOND
from planner.papers.kit.lines import Run, Style, fitted, lay
from planner.papers.kit.marks import Icon, Mark, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import tick_in_line, write_line
from planner.papers.sections.hosting import Hosting
from planner.papers.sections.voice import Voice

SECTION = "receipt"
TITLE = N_("Receipt and feedback")
WIDTH = 178 * MM
_LEAD = Style(12, 17)

_PROMISES: tuple[Words, ...] = (
    N_("We have read the safety rules and keep to them."),
    N_("Everybody who lives with us, or will be eighteen by then, is on your list."),
    N_("We have read the food and health box, and know where to call."),
    N_("We show this packet to nobody else, and shred it after {day}."),
)
_QUESTIONS: tuple[Words, ...] = (
    N_("What did you and your guest enjoy most?"),
    N_("What would you have liked to know before?"),
    N_("What was too much, too early, too late?"),
)
_AGAIN: tuple[Words, ...] = (N_("gladly again"), N_("perhaps"), N_("as a backup home"), N_("rather not"))


def receipt(hosting: Hosting, voice: Voice, frame: Frame) -> Body:
    """Lay the page: what is cut off first stands below, so that the questions stay in the packet until they are due."""
    upper = stack([title_box(*voice.both(TITLE)), gap(2.6 * MM), _feedback(hosting, voice)])
    lower = _signed(hosting, voice)
    y = frame.fold + 7 * MM
    placed = ((frame.left, frame.top, upper), (frame.left, y, lower))
    return Body(placed, cut_line(frame), section=SECTION)


def cut_line(frame: Frame) -> tuple[Mark, ...]:
    """Draw the line to cut along, at half height, with scissors."""
    y, size = frame.fold, 12.0
    return (
        Icon(4 * MM, y - size / 2, size, "scissors", INK),
        Rule(10 * MM, y, frame.width - 1 * MM, y, 0.6, SECOND, (3.0, 2.5)),
    )


def _feedback(hosting: Hosting, voice: Voice) -> Box:
    visit = hosting.plan.visit
    last = day_text(visit.last_day, voice.language, "short")
    lead = voice.here.tr("After {day}, please: five minutes that make the next visit better.", day=last)
    rows = [lay(Run(lead, _LEAD), WIDTH), gap(2 * MM)]
    for number, words in enumerate(_QUESTIONS, start=1):
        first, second = voice.both(words)
        asked = aligned(
            [
                (0.0, lay(Run(str(number), STRONG), 6 * MM)),
                (6 * MM, lay([Run(f"{first}  ", STRONG), Run(second, SECOND_TEXT)], WIDTH - 6 * MM)),
            ],
            WIDTH,
        )
        lines = stack([write_line(WIDTH - 6 * MM, height=height) for height in (7 * MM, 7.5 * MM)])
        rows += [asked, padded(lines, left=6 * MM), gap(1.8 * MM)]
    rows.append(_again(len(_QUESTIONS) + 1, voice))
    return stack(rows)


def _again(number: int, voice: Voice) -> Box:
    first, second = voice.both(N_("Would you host again?"))
    asked = aligned(
        [
            (0.0, lay(Run(str(number), STRONG), 6 * MM)),
            (6 * MM, lay([Run(f"{first}  ", STRONG), Run(second, SECOND_TEXT)], WIDTH - 6 * MM)),
        ],
        WIDTH,
    )
    wide = (WIDTH - 6 * MM) / len(_AGAIN)
    cells = []
    for place, words in enumerate(_AGAIN):
        one, other = voice.both(words)
        text = stack([lay(Run(one, TEXT), wide - 9 * MM), lay(Run(other, SECOND_TEXT), wide - 9 * MM)])
        cell = aligned([(0.0, lay([tick_in_line(TEXT.size)], 6 * MM)), (6 * MM, text)], wide)
        cells.append((6 * MM + place * wide, cell))
    return stack([asked, padded(beside(cells, WIDTH), above=1.2 * MM)])


def _signed(hosting: Hosting, voice: Voice) -> Box:
    here, visit = voice.here, hosting.plan.visit
    first, second = voice.both(N_("Receipt: please sign, cut off and return now"))
    name = household_name(hosting.household, voice.language)
    title = voice.pick(visit.title_en, visit.title_ja)
    received = here.tr("{family} has received its packet for {visit}.", family=voice.wording.begun(name), visit=title)
    until = day_text(visit.last_day + KEPT_AFTER, voice.language)
    lines = [
        aligned(
            [
                (0.0, fitted(Run(first, Style(14.5, 19, bold=True)), 118 * MM, smallest=10)),
                (120 * MM, fitted(Run(second, SECOND_TEXT), WIDTH - 120 * MM, smallest=7.5, align="right")),
            ],
            WIDTH,
        ),
        gap(1.4 * MM),
        lay(Run(received, TEXT), WIDTH),
        gap(1.6 * MM),
    ]
    for words in _PROMISES:
        said = here.words(words, day=until)
        lines += [lay([tick_in_line(TEXT.size), Run(f"{NO_BREAK}{NO_BREAK}{said}", TEXT)], WIDTH), gap(1.2 * MM)]
    half = (WIDTH - 8 * MM) / 2
    fields = [(N_("Signature"), N_("Date")), (N_("A second adult"), N_("Date"))]
    for left, right in fields:
        cells = [(0.0, _field(left, half, voice)), (half + 8 * MM, _field(right, half, voice))]
        lines += [gap(4.5 * MM), beside(cells, WIDTH)]
    return stack(lines)


def _field(words: Words, width: float, voice: Voice) -> Box:
    first, second = voice.both(words)
    label = lay([Run(f"{first}  ", TEXT), Run(second, SECOND_TEXT)], width)
    return stack([write_line(width, height=9 * MM, colour=INK), gap(0.8 * MM), label])

"""Point and speak: what a family and its guest say to each other in the first days, and what must not be eaten.

One page in both languages, to hold between two people: each finds their own line and points at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from planner.language import N_, Words, speaker
from planner.language.foodsentences import food_sentences, is_severe
from planner.model.kinds import LanguageLevel
from planner.model.people import Person
from planner.model.plan import Plan
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.pieces import NO_BREAK
from planner.papers.kit.boxes import Box, aligned, gap, on, padded, picture, stack
from planner.papers.kit.colours import ACCENT, GREY, INK, WHITE
from planner.papers.kit.lines import Inset, Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.sections.voice import Voice, named
from planner.resources import rows_of

SECTION = "speaking"
TITLE = N_("Point and speak")
WIDTH = 178 * MM
_COLUMN = 86 * MM
_INSIDE = 3 * MM
_ENGLISH = Style(12, 16, bold=True)
_JAPANESE = Style(15, 20)
_ROMAJI = Style(9.5, 13, colour="#484848")
_ANSWER = Style(14, 18, bold=True)
_ANSWER_SECOND = Style(11.5, 16)
_SHOWN = Style(16.5, 22, bold=True)
_SHOWN_SECOND = Style(11.5, 16.5)
_BAR = 8 * MM


class Phrase(NamedTuple):
    """A sentence in both languages, and how the Japanese is said; `who` says it, `where` it is of use."""

    who: str
    where: str
    english: str
    japanese: str
    romaji: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """Read ``resources/data/speaking.csv``."""
    return tuple(Phrase(**row) for row in rows_of("speaking.csv"))


def is_fluent(person: Person, country: str) -> bool:
    """Whether somebody needs no page to point at in a country: they speak its language."""
    spoken = "ja" if country == "JP" else "en"
    fluent = (LanguageLevel.FLUENT, LanguageLevel.INTERPRETS, LanguageLevel.NATIVE)
    return any(one.language == spoken and one.level in fluent for one in person.languages)


def speaking(plan: Plan, person: Person, voice: Voice, frame: Frame, section: str, whose: str = "") -> Body:
    """Lay the page for one guest; the sentence about their food stands fixed at its foot.

    `whose` is a name for the title, where there are pages of several.
    """
    country = plan.visit.host_city.country
    top = stack([title_box(*named(voice.both(TITLE), whose)), gap(2.2 * MM), _answers(country), gap(3.4 * MM)])
    foot = _shown(plan, person, voice)
    room = frame.body_height - top.height - (foot.height + 4 * MM if foot.height else 0.0)
    columns = [_column(head, who, country, room, voice) for head, who in ((_HOST, "host"), (_GUEST, "guest"))]
    y = frame.top + top.height
    placed = [
        (frame.left, frame.top, top),
        (frame.left, y, columns[0]),
        (frame.left + WIDTH - _COLUMN, y, columns[1]),
    ]
    if foot.height:
        placed.append((frame.left, frame.bottom - foot.height, foot))
    return Body(tuple(placed), section=section, facts=tuple(_facts(plan, person, whose)))


_TO_SHOW = N_("Show this to anyone who cooks or serves")
_HOST = N_("The family asks")
_GUEST = N_("The guest says")


def _answers(country: str) -> Box:
    """Set the four answers that one only points at."""
    found = [phrase for phrase in phrases() if phrase.who == "answer"]
    first = [(_first(phrase, country), _second(phrase, country)) for phrase in found]
    wanted = [max(natural_width(Run(one, _ANSWER)), natural_width(Run(two, _ANSWER_SECOND))) for one, two in first]
    between = 3 * MM
    spare = (WIDTH - between * (len(found) - 1) - sum(wanted)) / len(found)
    x, placed = 0.0, []
    height = 17 * MM
    for (one, two), wide in zip(first, wanted, strict=True):
        width = wide + spare
        lines = stack(
            [
                fitted(Run(one, _ANSWER), width - 1 * MM, smallest=9, align="centre"),
                fitted(Run(two, _ANSWER_SECOND), width - 1 * MM, smallest=8, align="centre"),
            ]
        )
        ground = Box(width, height, (Patch(0.0, 0.0, width, height, line=ACCENT, weight=0.8),))
        placed += [(x, 0.0, ground), (x + 0.5 * MM, (height - lines.height) / 2, lines)]
        x += width + between
    return Box(WIDTH, height, inner=tuple(placed))


def _first(phrase: Phrase, country: str) -> str:
    return phrase.japanese if country == "JP" else phrase.english


def _second(phrase: Phrase, country: str) -> str:
    return phrase.english if country == "JP" else phrase.japanese


def _column(head: Words, who: str, country: str, room: float, voice: Voice) -> Box:
    """Set as many of the sentences as there is room for, in their order, spread over the height."""
    first, second = voice.both(head)
    bar = aligned(
        [
            (_INSIDE, lay(Run(first, Style(12, 16, bold=True, colour=WHITE)), 45 * MM)),
            (48 * MM, lay(Run(second, Style(9.5, 13, colour=WHITE)), _COLUMN - 48 * MM - _INSIDE, align="right")),
        ],
        _COLUMN,
    )
    top = Box(_COLUMN, _BAR, (Patch(0.0, 0.0, _COLUMN, _BAR, fill=ACCENT),), ((0.0, (_BAR - bar.height) / 2, bar),))
    found = [phrase for phrase in phrases() if phrase.who == who and phrase.where in ("", country)]
    boxes = [_sentence(phrase) for phrase in found]
    count = 0
    while count < len(boxes) and sum(box.height for box in boxes[: count + 1]) + _BAR <= room:
        count += 1
    spare = (room - _BAR - sum(box.height for box in boxes[:count])) / max(count, 1)
    rows = [padded(box, above=min(spare, 4 * MM) / 2, below=min(spare, 4 * MM) / 2) for box in boxes[:count]]
    return stack([top, *(on((Rule(0.0, row.height, _COLUMN, row.height, 0.4, GREY),), row) for row in rows)])


def _sentence(phrase: Phrase) -> Box:
    width = _COLUMN - 2 * _INSIDE
    japanese = fitted(Run(phrase.japanese, _JAPANESE), width, smallest=12)
    lines = [
        lay(Run(phrase.english, _ENGLISH), width),
        # One that is smaller takes the same room, so that the sentences of both columns stand beside each other.
        padded(japanese, above=max(0.0, _JAPANESE.leading - japanese.height)),
        lay(Run(phrase.romaji, _ROMAJI), width),
    ]
    return padded(stack(lines), above=1.2 * MM, below=1.4 * MM, left=_INSIDE, right=_INSIDE)


def _shown(plan: Plan, person: Person, voice: Voice) -> Box:
    """Set what to show to whoever cooks, in the language spoken where they are and below it in the other."""
    number, _ = telephones.emergency_numbers(plan.visit)
    spoken, other = ("ja", "en") if plan.visit.host_city.country == "JP" else ("en", "ja")
    said = food_sentences(person, spoken, number)
    if not said:
        return Box(WIDTH, 0.0)
    severe, inside = is_severe(person), 4.7 * MM
    first, second = voice.both(_TO_SHOW)
    white, small = Style(12, 16, bold=True, colour=WHITE), Style(9.5, 13, colour=WHITE)
    parts: list[Part] = [Run(first, white)]
    if severe:
        parts = [Inset(picture("warning", 13, WHITE), drop=2.2), Run(NO_BREAK, white), *parts]
    bar = aligned(
        [
            (inside, lay(parts, 110 * MM)),
            (116 * MM, fitted(Run(second, small), WIDTH - 116 * MM - inside, smallest=7, align="right")),
        ],
        WIDTH,
    )
    room = WIDTH - 2 * inside
    lines = [
        fitted(Run(_in_a_row(said, spoken), _SHOWN), room, smallest=12, lines=4),
        gap(1.2 * MM),
        lay(Run(_in_a_row(food_sentences(person, other, number), other), _SHOWN_SECOND), room),
    ]
    body = padded(stack(lines), above=2.4 * MM, below=2.8 * MM, left=inside, right=inside)
    height = _BAR + body.height
    frame = (Patch(0.0, 0.0, WIDTH, height, line=INK, weight=2.0), Patch(0.0, 0.0, WIDTH, _BAR, fill=INK))
    return Box(WIDTH, height, frame, ((0.0, (_BAR - bar.height) / 2, bar), (0.0, _BAR, body)))


def _facts(plan: Plan, person: Person, whose: str) -> Iterator[Fact]:
    """Tell the sentence about food in both languages, as the page does."""
    number, _ = telephones.emergency_numbers(plan.visit)
    for language in ("en", "ja"):
        if said := food_sentences(person, language, number):
            label = speaker(language).words(_TO_SHOW)
            yield Fact(f"{person.uid}/food-sentence.{language}", label, _in_a_row(said, language), whose)


def _in_a_row(sentences: Sequence[str], language: str) -> str:
    return ("" if language == "ja" else " ").join(sentences)

"""Pages of the committee's own words: headings with lists below, in two columns, as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.language import other_language
from planner.model.plan import Plan
from planner.papers.itinerary.front import title_box
from planner.papers.kit.boxes import Box, aligned, gap, padded, stack
from planner.papers.kit.colours import ACCENT, INK
from planner.papers.kit.flow import fewest
from planner.papers.kit.fonts import CAP_HEIGHT
from planner.papers.kit.lines import Run, Style, lay
from planner.papers.kit.marks import Disc
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.wordings import wording

WIDTH = 178 * MM
_COLUMN = 86 * MM
_INDENT = 4 * MM
_LEAD = Style(12, 17)
#: Heading and text, from the largest on: the first that takes no more pages than any other.
_SIZES = ((Style(12.5, 17, bold=True), Style(11, 15)), (Style(12, 16, bold=True), Style(10.5, 14)),
          (Style(11.5, 15, bold=True), Style(10, 13.2)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with what stands below it: (is an item of a list, words)."""

    heading: str
    lines: tuple[tuple[bool, str], ...]


def passages(text: str) -> tuple[Passage, ...]:
    """Take a block of text apart at its headings; what comes before the first has none."""
    found: list[tuple[str, list[tuple[bool, str]]]] = [("", [])]
    continues = False
    for line in text.splitlines():
        words = line.strip()
        if words.startswith("# "):
            found.append((words[2:].strip(), []))
        elif words.startswith("- "):
            found[-1][1].append((True, words[2:].strip()))
        elif words and continues:
            is_item, before = found[-1][1][-1]
            found[-1][1][-1] = (is_item, f"{before} {words}")
        elif words:
            found[-1][1].append((False, words))
        continues = bool(words) and not words.startswith("# ")
    return tuple(Passage(heading, tuple(lines)) for heading, lines in found if heading or lines)


def text_pages(plan: Plan, codes: Sequence[str], language: str, frame: Frame, section: str) -> tuple[Body, ...]:
    """Lay blocks one after the other on pages of their own; the first heading is the page's title in both languages.

    Raises `FileNotFoundError` for a code that nobody has written.
    """
    title, lead, rest = opened(plan, codes, language)
    other, _, _ = opened(plan, codes[:1], other_language(language))
    head = stack([title_box(title, other), *_leading(lead)])
    room = frame.body_height
    pages = fewest(_columns(rest, sizes, room - head.height, room) for sizes in _SIZES)
    bodies = []
    for number, columns in enumerate(pages):
        top = frame.top + (0.0 if number else head.height)
        placed = [] if number else [(frame.left, frame.top, head)]
        placed += [(frame.left + x, top, box) for x, box in zip((0.0, WIDTH - _COLUMN), columns, strict=False)]
        bodies.append(Body(tuple(placed), section=section))
    return tuple(bodies)


def opened(plan: Plan, codes: Sequence[str], language: str) -> tuple[str, tuple[str, ...], tuple[Passage, ...]]:
    """Give the title of blocks of text (their first heading), what stands below it, and the passages that follow."""
    found = [passage for code in codes for passage in passages(wording(plan, code, language))]
    if not found:
        return "", (), ()
    first, *rest = found
    items = Passage("", tuple(line for line in first.lines if line[0]))
    lead = tuple(words for is_item, words in first.lines if not is_item)
    return first.heading, lead, (*([items] if items.lines else []), *rest)


def _leading(lead: Iterable[str]) -> list[Box]:
    lines = [lay(Run(words, _LEAD), WIDTH) for words in lead]
    return [gap(2.4 * MM), *lines, gap(3 * MM)] if lines else [gap(3 * MM)]


def listed(lines: Iterable[tuple[bool, str]], style: Style, width: float, *, numbered: bool = False) -> Box:
    """Set paragraphs and the items of a list below each other, a disc or a number before each item."""
    boxes: list[Box] = []
    number = 0
    for is_item, words in lines:
        if not is_item:
            boxes.append(lay(Run(words, style), width))
            continue
        number += 1
        text = lay(Run(words, style), width - _INDENT - (1.5 * MM if numbered else 0.0))
        sign = lay(Run(str(number), style.but(bold=True, colour=ACCENT)), 5 * MM) if numbered else _disc(style)
        boxes.append(aligned([(0.0, sign), (width - text.width, text)], width))
    return stack(boxes, style.leading * 0.22)


def _disc(style: Style) -> Box:
    radius = style.size * 0.15
    y = style.baseline - CAP_HEIGHT * style.size / 2
    return Box(2 * radius, style.leading, (Disc(radius, y, radius, ACCENT),), baseline=style.baseline)


_Columns = tuple[Box, ...]


def _columns(found: Sequence[Passage], sizes: tuple[Style, Style], first_room: float, room: float) -> list[_Columns]:
    """Fill two columns a page; on the last one both are about as high."""
    boxes = [_passage(passage, sizes) for passage in found]
    pages: list[_Columns] = []
    while boxes:
        left = first_room if not pages else room
        one, rest = _filled(boxes, left)
        two, rest = _filled(rest, left)
        if not rest:
            one, two = _balanced(boxes)
        pages.append((stack(one), stack(two)))
        boxes = rest
    return pages or [()]


def _passage(passage: Passage, sizes: tuple[Style, Style]) -> Box:
    heading, text = sizes
    lines = [lay(Run(passage.heading, heading.but(colour=INK)), _COLUMN)] if passage.heading else []
    return padded(stack([*lines, listed(passage.lines, text, _COLUMN)], 1.0 * MM), below=4.2 * MM)


def _filled(boxes: Sequence[Box], room: float) -> tuple[list[Box], list[Box]]:
    """Give what fits below each other; something always does, so that nothing is left for ever."""
    height, count = 0.0, 0
    for box in boxes:
        height += box.height
        if height > room and count:
            break
        count += 1
    return list(boxes[:count]), list(boxes[count:])


def _balanced(boxes: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    heights = [box.height for box in boxes]
    splits = range(1, len(boxes) + 1)
    best = min(splits, key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    return list(boxes[:best]), list(boxes[best:])

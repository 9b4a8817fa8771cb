"""Finished pages: what stands where on each sheet, with a digest of what the page shows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.papers.facts import Fact
from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import ACCENT, INK
from planner.papers.kit.flow import Block, flow
from planner.papers.kit.lines import Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Bookmark, Disc, Mark, Rule, Words
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import FOOT, FOOT_STRONG, HEAD, PRIVACY, RECIPIENT

MARK_WIDTH = 15.2 * MM


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the marks of its body and those of its head and foot, from the safe area's corner.

    `section` and `facts` are those of its `Body`.
    """

    frame: Frame
    body: tuple[Mark, ...]
    furniture: tuple[Mark, ...] = ()
    section: str = ""
    facts: tuple[Fact, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything on the page, in drawing order."""
        return self.body + self.furniture

    @property
    def words(self) -> str:
        """The words of the body, one piece a line."""
        return "\n".join(mark.text for mark in self.body if isinstance(mark, Words) and not mark.stamp)

    @property
    def digest(self) -> str:
        """A fingerprint of what the page shows, without head, foot and stamps.

        Two prints of a page are the same page if it is equal, whatever their version, time and number.
        """
        shown = tuple(mark for mark in self.body if not (isinstance(mark, Words) and mark.stamp))
        return hashlib.sha256(repr((self.frame, shown)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page: whose paper it is, which version, whom to call.

    `page_of` says "Page 2 of 3" in the paper's language. `privacy` and `note` are the foot's second line.
    """

    visit: str
    recipient: str
    version: str
    phone: str
    page_of: Callable[[int, int], str]
    privacy: str = ""
    note: str = ""


def visit_mark(width: float = 13 * MM, *, weight: float = 1.3, radius: float = 1.3 * MM) -> Box:
    """Draw the mark of the visit, ○—●: home, the way, and the city you are in."""
    return Box(
        width,
        2 * radius,
        (
            Disc(radius, radius, radius, ACCENT, weight),
            Rule(2 * radius, radius, width - 2 * radius, radius, weight, ACCENT),
            Disc(width - radius, radius, radius, ACCENT),
        ),
    )


def head(frame: Frame, furniture: Furniture) -> Box:
    """Lay the running head: the mark, the visit, and on the right for whom the paper is."""
    left, width = frame.left, frame.text_width
    rule_y = frame.head_height
    marks: tuple[Mark, ...] = () if frame.landscape else (Rule(left, rule_y, left + width, rule_y, 0.8, INK),)
    middle = 2.5 * MM
    mark = visit_mark()
    room = width - MARK_WIDTH
    recipient = Run(furniture.recipient, RECIPIENT)
    smallest = HEAD.size if frame.half else 6.5
    wanted = min(natural_width(recipient), room * 0.62)
    visit_box = fitted(Run(furniture.visit, HEAD), room - wanted - 6 * MM, smallest=smallest, lines=1)
    for_box = fitted(recipient, wanted + 0.1, smallest=8, lines=1, align="right")
    inner = [(left, middle - mark.height / 2, mark)]
    # A name too long for one line has two or three: they begin at the edge of the safe area.
    inner += [(left + MARK_WIDTH, max(0.0, middle - _middle_of(visit_box)), visit_box)]
    inner += [(left + width - wanted - 0.1, max(0.0, middle - _middle_of(for_box)), for_box)]
    return Box(frame.width, rule_y, marks, tuple(inner))


def _middle_of(box: Box) -> float:
    """The height of the middle of the first line's small letters; of all its lines if there are more."""
    return box.baseline - 3.4 + (box.height - box.inner[0][2].height) / 2 if box.inner else 0.0


def foot(frame: Frame, furniture: Furniture, number: int, total: int, note: str) -> Box:
    """Lay the foot: version and time, the 24-hour telephone, the page's number; below, privacy and a note.

    On half a sheet, where type is printed smaller, it is larger and the telephone stands on the cover only.
    """
    left, width = frame.left, frame.text_width
    plain, strong = (FOOT.at(HEAD.size), FOOT_STRONG.at(HEAD.size)) if frame.half else (FOOT, FOOT_STRONG)
    marks = [Rule(left, 0.0, left + width, 0.0, 0.8, INK)]
    y = 1.5 * MM
    page = lay(Run(furniture.page_of(number, total), strong), width, align="right")
    version = lay(Run(furniture.version, plain), width)
    inner = [(left, y, version), (left, y, page)]
    if furniture.phone and not frame.half:
        phone = Run(furniture.phone, FOOT_STRONG)
        room = width - natural_width(Run(furniture.version, FOOT)) - 6 * MM
        room -= natural_width(Run(furniture.page_of(number, total), FOOT_STRONG)) + 6 * MM
        start = left + natural_width(Run(furniture.version, FOOT)) + 6 * MM
        inner.append((start, y, fitted(phone, room, smallest=7.5, align="centre")))
    second = y + plain.leading
    if frame.half:
        inner.append((left, second, lay(Run(furniture.privacy, plain.but(colour=PRIVACY.colour)), width)))
    elif frame.foot_lines > 1:
        inner += _second_line(furniture.privacy, note or furniture.note, left, second, width)
    return Box(frame.width, frame.foot_height, tuple(marks), tuple(inner))


def _second_line(privacy: str, note: str, left: float, y: float, width: float) -> list[tuple[float, float, Box]]:
    """Lay privacy on the left and the page's note on the right, both smaller if they would meet."""
    style: Style = PRIVACY
    while natural_width(Run(privacy, style)) + natural_width(Run(note, style)) + 5 * MM > width and style.size > 6.5:
        style = style.at(style.size - 0.25)
    return [
        (left, y, lay(Run(privacy, style), width)),
        (left, y, lay(Run(note, style), width, align="right")),
    ]


def fold_ticks(frame: Frame) -> tuple[Mark, ...]:
    """Two ticks of 5 mm in the margins, where the sheet is folded in half."""
    y = frame.fold
    return (
        Rule(1 * MM, y, 6 * MM, y, 0.8, INK),
        Rule(frame.width - 6 * MM, y, frame.width - 1 * MM, y, 0.8, INK),
    )


@dataclass(frozen=True, slots=True)
class Body:
    """What the flow put on one page: boxes at places in the safe area, and a note of this page's own.

    `section` is the part of the paper, under a code that stays the same from issue to issue, so that its pages can be
    replaced alone; `facts` is what the page tells. A page without head and foot is not `is_dressed`: cards. A cover
    has its foot, but no head.
    """

    placed: tuple[tuple[float, float, Box], ...]
    marks: tuple[Mark, ...] = ()
    note: str = ""
    section: str = ""
    facts: tuple[Fact, ...] = ()
    is_dressed: bool = True
    has_head: bool = True


def section_pages(blocks: Sequence[Block], frame: Frame, section: str, note: str = "") -> list[Body]:
    """Flow the blocks of a section over as many pages as they need, each page with what its boxes tell."""
    return [
        Body(
            tuple((frame.left, frame.top + y, box) for y, box in sheet.placed),
            note=note,
            section=section,
            facts=tuple(fact for _, box in sheet.placed for fact in box.told()),
        )
        for sheet in flow(blocks, frame.body_height)
    ]


def dressed(frame: Frame, bodies: Sequence[Body], furniture: Furniture) -> tuple[Page, ...]:
    """Give the bodies their heads and feet, now that the number of pages is known."""
    return tuple(
        in_dress(frame, body, furniture, number, len(bodies)) for number, body in enumerate(bodies, start=1)
    )


def in_dress(frame: Frame, body: Body, furniture: Furniture, number: int, total: int) -> Page:
    """Give one body its head and foot."""
    inside = [mark for x, y, box in body.placed for mark in box.flattened(x, y)]
    worn: list[Mark] = []
    if body.is_dressed and body.has_head:
        worn += head(frame, furniture).flattened()
    if body.is_dressed:
        worn += foot(frame, furniture, number, total, body.note).flattened(0.0, frame.foot_top)
    return Page(frame, (*inside, *body.marks), tuple(worn), body.section, body.facts)


def bookmarks(page: Page) -> tuple[Bookmark, ...]:
    """The outline entries that lead to this page."""
    return tuple(mark for mark in page.body if isinstance(mark, Bookmark))

"""Imposes pages of half a sheet, two beside each other on each side, so that the sheets fold into one booklet.

The sheets are printed on both sides and turned over the short edge, laid on each other, folded in the middle and
stapled in the fold. The outermost sheet carries the first and last page on its front, the second and last but one
behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.papers.facts import Fact
from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import GREY
from planner.papers.kit.marks import Mark, Rule, enlarged
from planner.papers.kit.pages import Page
from planner.papers.kit.sheet import HALF_SCALE, MM, Frame

# So many pages does a folded sheet have.
A_SHEET = 4

_TICK = 4 * MM


def missing_pages(count: int) -> int:
    """Say how many pages have to be added for a booklet to be full."""
    return -count % A_SHEET


def sides(count: int) -> Iterator[tuple[int, int]]:
    """Give the pages left and right on each side of each sheet, by their numbers from 1, the outermost sheet first.

    `count` is a multiple of four: 8 pages are (8, 1), (2, 7), (6, 3), (4, 5).
    """
    for sheet in range(count // A_SHEET):
        first = 2 * sheet + 1
        yield count - first + 1, first
        yield first + 1, count - first


def imposed(pages: Sequence[Page], paper: str) -> tuple[Page, ...]:
    """Put pages of half sheets on the sides of whole ones. Raises `ValueError` if they do not fill the last sheet."""
    if missing_pages(len(pages)):
        raise ValueError(f"a booklet of {len(pages)} pages")
    return tuple(
        _side((left, pages[left - 1]), (right, pages[right - 1]), number, paper)
        for number, (left, right) in enumerate(sides(len(pages)), start=1)
    )


def _side(left: tuple[int, Page], right: tuple[int, Page], number: int, paper: str) -> Page:
    """Put one page, with its number, at either end of the safe area: the same on either paper, with 7.5 mm to the fold.

    What it tells is known by the page's own number, which stands at its foot.
    """
    frame = Frame(paper, landscape=True)
    body: list[Mark] = []
    furniture: list[Mark] = []
    facts: list[Fact] = []
    for (own, page), start in ((left, 0.0), (right, frame.width - right[1].frame.width * HALF_SCALE)):
        facts += (replace(fact, page=own) for fact in page.facts)
        body += _placed(page.body, start)
        furniture += _placed(page.furniture, start)
    middle = frame.width / 2
    for y, end in ((0.0, _TICK), (frame.height, frame.height - _TICK)):
        furniture.append(Rule(middle, y, middle, end, 0.5, GREY))
    return Page(frame, tuple(body), tuple(furniture), f"side{number}", tuple(facts))


def _placed(marks: Sequence[Mark], right: float) -> list[Mark]:
    return Box(0.0, 0.0, tuple(enlarged(mark, HALF_SCALE) for mark in marks)).flattened(right)

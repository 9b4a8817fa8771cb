"""What a reader holds against what the plan says now: pages to replace, and what was and is now on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from planner.papers.document import Sides
from planner.papers.options import PageDigest
from planner.papers.standing.gathering import gathered
from planner.papers.standing.held import Foot, HeldPage
from planner.papers.standing.news import News, Passages, by_facts, by_lines, says_the_same, told_together

_Pair: TypeAlias = tuple[PageDigest, HeldPage | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """How a paper has changed since it was handed out.

    `put_in` are the pages to print, by their number now; `take_out` those that no longer hold, by the number on the
    sheet in the reader's hands; `kept` are the pages that stay, each by its number now, with what stands at its foot.
    `of_version` says of which version a page to take out is, where another sheet that stays bears the same number.
    `news` says what changed, of a booklet by the numbers at the feet of its own pages; `reworded` are pages that look
    different although nothing that could be told of has; on those that are `renumbered` only the number at the foot,
    the numbers of other pages, or the place of what they say are new. `total` is how many pages there are now, and
    `total_held` how many there were. `added` are pages that were not there before, of which nothing else is told.
    """

    put_in: tuple[int, ...] = ()
    take_out: tuple[int, ...] = ()
    news: tuple[News, ...] = ()
    reworded: tuple[int, ...] = ()
    kept: tuple[tuple[int, Foot], ...] = ()
    of_version: tuple[Foot, ...] = ()
    renumbered: tuple[int, ...] = ()
    total: int = 0
    total_held: int = 0
    added: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.put_in or self.take_out)


def difference(held: Sequence[HeldPage], now: Sequence[PageDigest], sides: Sides = Sides.ONE) -> Difference:
    """Compare the pages that a reader holds with the pages as they would be printed now, section by section.

    A page whose number is not the one on the reader's sheet is replaced too. `sides` says which pages share a sheet,
    and so are replaced together; what has two sides bears no number, or is replaced as a whole.
    """
    pairs, gone = _paired(held, now)
    new = {page.number for page, before in pairs if before is None or before.digest != page.digest}
    moved = {page.number for page, before in pairs if before is not None and before.number != page.number} - new
    moved = moved if sides is Sides.ONE else set()
    if not new and not gone and not moved:
        kept = tuple((page.number, before.foot) for page, before in pairs if before is not None)
        return Difference(kept=kept, total=len(now), total_held=len(held))
    put_in = tuple(sorted(new))
    news = gathered(by_facts(held, now))
    if sides is not Sides.BOOKLET:
        news = tuple(replace(one, pages=_among(one.pages, put_in)) for one in news)
    told = {number for one in news for number in one.pages}
    # A side of a booklet holds pages that have nothing to do with each other: their lines say nothing side by side.
    by_line = [] if sides is Sides.BOOKLET else pairs
    passages = Passages.of(held, now)
    for page, before in by_line:
        if page.number in new and page.number not in told and before is not None:
            news = told_together(news, by_lines(before, page, passages))
    told = {number for one in news for number in one.pages}
    untold = [(page, before) for page, before in by_line if page.number in new - told]
    moved |= {page.number for page, before in untold if says_the_same(before, page, passages)}
    # The pages of a booklet bear numbers of their own, two on each side.
    others = [] if sides is Sides.BOOKLET else [number for number in put_in if number not in told | moved]
    there = {page.number for page, before in pairs if before is not None}
    reworded = tuple(number for number in others if number in there)
    added = tuple(number for number in others if number not in there)
    new = _whole_sheets(new | moved, pairs, gone, held, sides)
    kept = tuple((page.number, before.foot) for page, before in pairs if before is not None and page.number not in new)
    out = [*gone, *(before for page, before in pairs if before is not None and page.number in new)]
    stays = {foot.number for _, foot in kept}
    return Difference(
        tuple(sorted(new)),
        tuple(sorted({page.number for page in out})),
        news,
        reworded,
        kept,
        tuple(sorted({page.foot for page in out if page.number in stays})),
        tuple(sorted(moved)),
        len(now),
        len(held),
        added,
    )


def _among(pages: tuple[int, ...], put_in: tuple[int, ...]) -> tuple[int, ...]:
    """Give those of the pages that are to be replaced; a day that goes on on the next page tells all on its first."""
    found = tuple(page for page in pages if page in put_in)
    after = [page for page in put_in if page > min(pages, default=0)]
    return found or tuple(after[:1]) or put_in[:1]


def _paired(
    held: Sequence[HeldPage], now: Sequence[PageDigest]
) -> tuple[list[_Pair], list[HeldPage]]:
    """Put each page of now beside the one in its place; also give those that have no place any more."""
    # The first files did not keep sections.
    by_section = any(page.section for page in held)
    places: dict[tuple[str, int], HeldPage] = {}
    counts: dict[str, int] = {}
    for before in held:
        place = counts[before.section] = counts.get(before.section, 0) + 1
        places[before.section, place] = before
    counts = {}
    pairs: list[_Pair] = []
    for page in now:
        section = page.section if by_section else ""
        place = counts[section] = counts.get(section, 0) + 1
        pairs.append((page, places.pop((section, place), None)))
    return pairs, list(places.values())


def _whole_sheets(
    new: set[int], pairs: Sequence[_Pair], gone: Sequence[HeldPage], held: Sequence[HeldPage], sides: Sides
) -> set[int]:
    """Add the pages that go with those that changed: the other side of a sheet; of a booklet all of it."""
    if sides is Sides.ONE:
        return new
    places = {id(page): place for place, page in enumerate(held, start=1)}
    out = [*gone, *(before for page, before in pairs if before is not None and page.number in new)]
    sheets, old_sheets = {sides.sheet_of(number) for number in new}, {sides.sheet_of(places[id(one)]) for one in out}
    return new | {
        page.number
        for page, before in pairs
        if sides.sheet_of(page.number) in sheets
        or (before is not None and sides.sheet_of(places[id(before)]) in old_sheets)
    }

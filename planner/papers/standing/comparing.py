"""What a reader holds against what the plan says now: pages to replace, and what was and is now on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.papers.document import Sides
from planner.papers.options import PageDigest
from planner.papers.standing.held import HeldPage
from planner.papers.standing.news import News, Passages, by_facts, by_lines, told_together


@dataclass(frozen=True, slots=True)
class Difference:
    """How a paper has changed since it was handed out.

    `put_in` are the pages to print, by their number now; `take_out` those that no longer hold, by the number on the
    sheet in the reader's hands; `kept` are the pages that stay, each by its number now and on the sheet. `news` says
    what changed; `reworded` are pages that look different although nothing that could be told of has changed.
    """

    put_in: tuple[int, ...] = ()
    take_out: tuple[int, ...] = ()
    news: tuple[News, ...] = ()
    reworded: tuple[int, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.put_in or self.take_out)


def difference(held: Sequence[HeldPage], now: Sequence[PageDigest], sides: Sides = Sides.ONE) -> Difference:
    """Compare the pages that a reader holds with the pages as they would be printed now, section by section.

    `sides` says which pages share a sheet, and so are replaced together.
    """
    pairs, gone = _paired(held, now)
    kept = tuple((page.number, before.number) for page, before in pairs if before and before.digest == page.digest)
    put_in = tuple(page.number for page, before in pairs if before is None or before.digest != page.digest)
    replaced = [before.number for page, before in pairs if before is not None and before.digest != page.digest]
    if not put_in and not gone:
        return Difference(kept=kept)
    news = tuple(replace(one, pages=_among(one.pages, put_in)) for one in by_facts(held, now))
    told = {number for one in news for number in one.pages}
    # A side of a booklet holds pages that have nothing to do with each other: their lines say nothing side by side.
    by_line = [] if sides is Sides.BOOKLET else pairs
    passages = Passages.of(held, now)
    for page, before in by_line:
        if page.number in put_in and page.number not in told and before is not None:
            news = told_together(news, by_lines(before, page, passages))
    told = {number for one in news for number in one.pages}
    reworded = tuple(number for number in put_in if number not in told)
    return _whole_sheets(Difference(put_in, tuple(sorted((*replaced, *gone))), news, reworded, kept), sides)


def _among(pages: tuple[int, ...], put_in: tuple[int, ...]) -> tuple[int, ...]:
    """Give those of the pages that are to be replaced; a day that goes on on the next page tells all on its first."""
    found = tuple(page for page in pages if page in put_in)
    after = [page for page in put_in if page > min(pages, default=0)]
    return found or tuple(after[:1]) or put_in[:1]


def _paired(
    held: Sequence[HeldPage], now: Sequence[PageDigest]
) -> tuple[list[tuple[PageDigest, HeldPage | None]], list[int]]:
    """Put each page of now beside the one in its place; also give the numbers of those that have no place any more."""
    # The first files did not keep sections.
    by_section = any(page.section for page in held)
    places: dict[tuple[str, int], HeldPage] = {}
    counts: dict[str, int] = {}
    for before in held:
        place = counts[before.section] = counts.get(before.section, 0) + 1
        places[before.section, place] = before
    counts = {}
    pairs: list[tuple[PageDigest, HeldPage | None]] = []
    for page in now:
        section = page.section if by_section else ""
        place = counts[section] = counts.get(section, 0) + 1
        pairs.append((page, places.pop((section, place), None)))
    return pairs, [page.number for page in places.values()]


def _whole_sheets(changes: Difference, sides: Sides) -> Difference:
    """Add the pages that go with those that changed: the other side of a sheet; of a booklet all of it."""
    sheets = {sides.sheet_of(number) for number in changes.put_in} | {
        sides.sheet_of(now) for now, was in changes.kept if sides.sheet_of(was) in map(sides.sheet_of, changes.take_out)
    }
    with_them = [pair for pair in changes.kept if sides.sheet_of(pair[0]) in sheets]
    return replace(
        changes,
        put_in=tuple(sorted((*changes.put_in, *(now for now, _ in with_them)))),
        take_out=tuple(sorted((*changes.take_out, *(was for _, was in with_them)))),
        kept=tuple(pair for pair in changes.kept if pair not in with_them),
    )

"""What stands on a change slip: a row for each piece of news, what was struck through beside what is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from planner.language import N_, N_in, Words, speaker
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.papers.itinerary.pieces import NO_BREAK
from planner.papers.kit.boxes import Box, beside, on, padded, picture
from planner.papers.kit.colours import ACCENT, INK, SECOND
from planner.papers.kit.lines import Inset, Part, Run, Style, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import ITEM, LABEL, STRONG, TEXT
from planner.papers.options import JAPANESE
from planner.papers.slip.days import by_days
from planner.papers.slip.groups import with_groups
from planner.papers.slip.guests import with_guests
from planner.papers.slip.leaving import settled
from planner.papers.standing.comparing import Difference
from planner.papers.standing.news import News, in_language
from planner.papers.standing.pieces import Piece, marked

WIDTH: Final = 178 * MM
WAS_LEFT: Final = 39 * MM
_WAS_WIDTH: Final = 50 * MM
NOW_LEFT: Final = 92 * MM
_NOW_TEXT: Final = NOW_LEFT + 3.5 * MM
_PAGES_WIDTH: Final = 24 * MM
_NOW_WIDTH: Final = WIDTH - _PAGES_WIDTH - 3 * MM - _NOW_TEXT
_BAR: Final = 2.4
_ABOVE: Final = 2.0 * MM
_WAS: Final = TEXT.but(colour=SECOND)
_HARM: Final = ITEM
"""What could harm somebody is larger than the rest."""


_LONG: Final = 420
"""Words longer than this are read on the page itself: a letter of a family does not fit on a slip."""

_MANY: Final = 12
"""A page with more changes than this is read anew sooner than a list of them: of it the slip says how many."""

_AROUND: Final = 36
"""So much of what stayed the same is shown on either side of what changed."""


_PARTS: Final[dict[str, Words]] = {
    "cover": N_in("slip", "Cover"),
    "nights": N_("Your nights and runs"),
    "medicines": N_("Food and health"),
    "trouble": N_("If something goes wrong"),
}
"""What lines of a section are called that have no name of their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One change in words: what it is about, what it was and is, cut where they differ, and on which pages.

    `quiet` is one of which the slip only says that there is something new to read, in `count` places; in none where
    only the numbers of pages are others.
    """

    label: str
    was: tuple[Piece, ...]
    now: tuple[Piece, ...]
    pages: tuple[int, ...]
    quiet: bool = False
    count: int = 1
    is_of_health: bool = False


def rows_of(changes: Difference, language: str, plan: Plan, reader: Reader) -> list[Row]:
    """Say in one language what is new: what could harm somebody first, then all in the order of the pages."""
    here = speaker(language)
    news = with_guests(in_language(changes.news, language), plan, reader, language)
    news = with_groups(news, plan, reader, language)
    news = by_days(settled(news, plan, reader, language), language)
    told, crowded = _uncrowded(news)
    rows = [_row(one, language) for one in told]
    for page, count in crowded.items():
        words = here.tr("{count} changes on this page: please read it again.", count=count)
        rows.append(Row(here.tr_in("slip", "Much is new"), (), (Piece(words, True),), (page,), quiet=True, count=count))
    if changes.added:
        words = here.tr("This was not in your papers before: please read it.")
        rows.append(Row(here.tr_in("slip", "New"), (), (Piece(words, True),), changes.added, quiet=True))
    if changes.reworded or not (rows or changes.renumbered):
        rows.append(_quiet(here.tr_in("slip", "Wording"), changes.reworded, language))
    rows.sort(key=lambda row: (not row.is_of_health, row.pages[:1]))
    if changes.renumbered:
        label = here.tr_in("slip", "Page numbers")
        said = Piece(here.tr("The same as before: only its place or the page number has changed."), True)
        rows.append(Row(label, (), (said,), changes.renumbered, quiet=True, count=0))
    return rows


def _uncrowded(news: Sequence[News]) -> tuple[list[News], dict[int, int]]:
    """Take out what stands on pages with very many changes only; these pages, each with how many there are."""
    counts = Counter(page for one in news for page in one.pages[:1] if not one.is_of_health)
    crowded = {page for page, count in counts.items() if count > _MANY}
    told = [one for one in news if one.is_of_health or not one.pages or not crowded.issuperset(one.pages)]
    left = Counter(min(one.pages) for one in news if one not in told)
    return told, dict(sorted(left.items()))


def _row(news: News, language: str) -> Row:
    here = speaker(language)
    # A line of a page that tells nothing by itself has no name of its own.
    part = _PARTS.get(news.section.partition(".")[0])
    label = news.label or (here.words(part) if part is not None else here.tr_in("slip", "Wording"))
    before, after = (_shortened(pieces) for pieces in marked(news.was, news.now))
    if max(sum(len(piece.words) for piece in pieces) for pieces in (before, after)) > _LONG:
        return replace(_quiet(label, news.pages, language), is_of_health=news.is_of_health)
    if news.is_of_health:
        # Read as a whole: nothing of an allergy is small print because it stood there before.
        after = tuple(replace(piece, other=True) for piece in after)
    return Row(label, before, after, news.pages, is_of_health=news.is_of_health)


def _quiet(label: str, pages: tuple[int, ...], language: str) -> Row:
    return Row(label, (), (Piece(speaker(language).tr("Reads otherwise now."), True),), pages, quiet=True)


def _shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Leave out of long words what stayed the same and is not near what changed."""
    if sum(len(piece.words) for piece in pieces) <= _LONG:
        return pieces
    last = len(pieces) - 1
    return tuple(
        piece if piece.other else Piece(_ends(piece.words, first=place == 0, last=place == last), False)
        for place, piece in enumerate(pieces)
    )


def _ends(words: str, *, first: bool, last: bool) -> str:
    """Give the beginning and the end of words, as far as something that changed stands beside them."""
    if len(words) <= 2 * _AROUND:
        return words
    begin, end = "" if first else words[:_AROUND], "" if last else words[-_AROUND:]
    return f"{begin}…{end}"


def head_row(language: str) -> Box:
    """Set the heads of the columns."""
    here = speaker(language)
    cells = [
        (0.0, here.tr_in("slip", "What")),
        (WAS_LEFT, here.tr_in("slip", "It was")),
        (_NOW_TEXT, here.tr_in("slip", "It is now")),
    ]
    boxes = [(x, lay(Run(words, LABEL), WIDTH - x)) for x, words in cells]
    replaces = lay(Run(here.tr_in("slip", "Replaces"), LABEL), _PAGES_WIDTH, align="right")
    return padded(beside([*boxes, (WIDTH - _PAGES_WIDTH, replaces)], WIDTH), above=1.2 * MM, below=1.0 * MM)


def row_box(row: Row, language: str) -> Box:
    """Set one change."""
    nothing = "" if row.quiet else speaker(language).tr_in("slip", "new")
    # A name stays with the dot before it.
    words = row.label.replace(" · ", f"{NO_BREAK}· ")
    label: list[Part] = [Run(words, _HARM if row.is_of_health else ITEM.at(11.5))]
    if row.is_of_health:
        label = [Inset(picture("warning", 13, INK), drop=2.0), Run(NO_BREAK, _HARM), *label]
    was = lay(list(_struck(row.was)) if row.was else Run(nothing, _WAS), _WAS_WIDTH)
    style = _HARM if row.is_of_health else TEXT
    now = lay(list(_fresh(row.now, style, has_was=bool(row.was))), _NOW_WIDTH)
    pages = lay(Run(pages_words(row.pages, language), STRONG), _PAGES_WIDTH, align="right")
    cells = [
        (0.0, lay(label, WAS_LEFT - 2 * MM)),
        (WAS_LEFT, was),
        (_NOW_TEXT, now),
        (WIDTH - _PAGES_WIDTH, pages),
    ]
    box = padded(beside(cells, WIDTH), above=_ABOVE, below=_ABOVE)
    x = NOW_LEFT + _BAR / 2
    return on((Rule(x, _ABOVE * 0.6, x, box.height - _ABOVE * 0.6, _BAR, ACCENT),), box)


def _struck(pieces: Iterable[Piece]) -> Iterator[Part]:
    for piece in pieces:
        yield Run(piece.words, _WAS.but(struck=piece.other))


def _fresh(pieces: Iterable[Piece], style: Style, *, has_was: bool) -> Iterator[Part]:
    for piece in pieces:
        yield Run(piece.words, style.but(bold=piece.other or not has_was, colour=INK))


def pages_words(pages: Iterable[int], language: str) -> str:
    """Name pages: "pages 3, 5 and 8–11", 「3・5・8〜11ページ」."""
    numbers = sorted(pages)
    if not numbers:
        return ""
    here = speaker(language)
    between = "\u301c" if language == JAPANESE else "–"
    named: list[str] = []
    for _, row in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        run = [str(number) for _, number in row]
        named += [f"{run[0]}{between}{run[-1]}"] if len(run) > 2 else run
    said = "・".join(named) if language == JAPANESE else here.figure(named)
    return here.trn("page {pages}", "pages {pages}", len(numbers), pages=said)

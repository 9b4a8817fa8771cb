"""What a reader holds against what the plan says now: pages to replace, and what was and is now on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final
from unicodedata import name

from planner.papers.options import PageDigest
from planner.papers.standing.held import HeldPage, facts_of

_LANGUAGES: Final = (".en", ".ja")

_MOST_LINES: Final = 6
"""Where more places of a page differ, it is the whole page that is new."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that a reader acts on: what it is, what they hold of it, what it is now ("" where there is none), and
    the pages, as they are numbered now, on which it stands or stood.
    """

    key: str
    label: str
    was: str
    now: str
    pages: tuple[int, ...]
    section: str = ""


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


def difference(held: Sequence[HeldPage], now: Sequence[PageDigest]) -> Difference:
    """Compare the pages that a reader holds with the pages as they would be printed now, section by section."""
    pairs, gone = _paired(held, now)
    kept = tuple((page.number, before.number) for page, before in pairs if before and before.digest == page.digest)
    put_in = tuple(page.number for page, before in pairs if before is None or before.digest != page.digest)
    replaced = [before.number for page, before in pairs if before is not None and before.digest != page.digest]
    if not put_in and not gone:
        return Difference(kept=kept)
    news = tuple(replace(one, pages=_among(one.pages, put_in)) for one in _news(held, now))
    told = {number for one in news for number in one.pages}
    for page, before in pairs:
        if page.number in put_in and page.number not in told and before is not None:
            found = _lines(before, page)
            news += found
            told |= {page.number for _ in found}
    reworded = tuple(number for number in put_in if number not in told)
    return Difference(put_in, tuple(sorted((*replaced, *gone))), news, reworded, kept)


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


def _news(held: Sequence[HeldPage], now: Sequence[PageDigest]) -> tuple[News, ...]:
    """Say what changed, in the order of the pages; the same thing on several pages once."""
    was = {(section, fact.key): fact for section, _, fact in facts_of(held)}
    found: dict[tuple[str, str, str, str, str], list[int]] = {}
    sections: dict[tuple[str, str, str, str, str], str] = {}

    def note(section: str, number: int, key: str, label: str, before: str, after: str) -> None:
        one = (_language(section, key), key, label, before, after)
        sections.setdefault(one, section)
        pages = found.setdefault(one, [])
        if number not in pages:
            pages.append(number)

    there: set[tuple[str, str]] = set()
    first = {page.section: page.number for page in reversed(now)}
    for section, number, fact in facts_of(now):
        there.add((section, fact.key))
        before = was.get((section, fact.key))
        if before is None:
            # A fact on a page that was never told before is no news of its own: it has only found another page.
            note(section, number, fact.key, fact.label, "", fact.value)
        elif (before.value, before.label) != (fact.value, fact.label):
            # What is now called otherwise says what it was called.
            was_called = "" if before.label == fact.label else f"{before.label}: "
            note(section, number, fact.key, fact.label, f"{was_called}{before.value}", fact.value)
    for (section, key), fact in was.items():
        if (section, key) not in there:
            note(section, first.get(section, 0), key, fact.label, fact.value, "")
    return tuple(
        News(key, label, before, after, tuple(filter(None, pages)), sections[one])
        for one, pages in found.items()
        for (_, key, label, before, after) in (one,)
    )


def _lines(before: HeldPage, now: PageDigest) -> tuple[News, ...]:
    """Say which lines of a page differ, where it tells no facts; nothing where nearly all do."""
    was, are = before.words.splitlines(), now.words.splitlines()
    cuts = [cut for cut in SequenceMatcher(None, was, are, autojunk=False).get_opcodes() if cut[0] != "equal"]
    if len(cuts) > _MOST_LINES:
        return ()
    return tuple(
        News(f"{now.section}/{place}", "", " ".join(was[a:b]), " ".join(are[c:d]), (now.number,), now.section)
        for place, (_, a, b, c, d) in enumerate(cuts)
    )


def _language(section: str, key: str) -> str:
    """In which language a page tells something: by the end of its section, or of the key on a page in both."""
    return next((end for end in _LANGUAGES if section.endswith(end) or key.endswith(end)), "")


def in_language(news: Iterable[News], language: str) -> list[News]:
    """Give the news that pages of one language tell, and those of pages that are in both."""
    return [one for one in news if _language(one.section, one.key) in ("", f".{language}")]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words, and whether it is `other` than in the other of two versions."""

    words: str
    other: bool


def marked(was: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Cut what was and what is now into pieces that are the same and pieces that differ, word by word.

    Japanese has no spaces: there a word is a run of one script, so that a time or a name is struck through whole.
    """
    before, after = _words(was), _words(now)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if a < b:
            left.append(Piece("".join(before[a:b]), kind != "equal"))
        if c < d:
            right.append(Piece("".join(after[c:d]), kind != "equal"))
    return tuple(left), tuple(right)


def _words(text: str) -> list[str]:
    """Cut a text into words with the blanks that follow them; what is not Latin, by its script."""
    cut: list[str] = []
    last = ""
    for character in text:
        kind = _kind(character)
        if cut and (kind == last or kind == "blank"):
            cut[-1] += character
        else:
            cut.append(character)
        # After a blank a new word begins, whatever its script.
        last = "" if kind == "blank" else kind
    return cut


# The sign of a long vowel, KATAKANA-HIRAGANA PROLONGED SOUND MARK, is counted with katakana.
_SCRIPTS: Final = ("CJK", "HIRAGANA", "KATAKANA")


def _kind(character: str) -> str:
    if character.isspace():
        return "blank"
    called = name(character, "")
    for script in _SCRIPTS:
        if called.startswith(script):
            return script
    return "latin" if character.isalnum() or character in ":.’'-–" else f"mark {character}"

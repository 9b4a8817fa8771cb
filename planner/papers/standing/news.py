"""What changed on pages, as something that can be told: by the facts they tell, and where they tell none by lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from planner.language import speaker
from planner.papers.facts import Fact, is_of_health
from planner.papers.options import PageDigest
from planner.papers.standing.held import HeldPage, facts_of

_LANGUAGES: Final = (".en", ".ja")

_MOST_LINES: Final = 6
"""Where more places of a page differ, it is the whole page that is new."""

_A_PASSAGE: Final = 40
"""So many letters and more are no chance: where they stand on another page, it is the same passage that has moved."""

_WORDLESS: Final = "–"
"""What stands for the picture, or the empty place, that was where a new picture is now."""

_A_WORD: Final = 4
"""A shorter piece of text, such as a number of people, can be part of another piece by chance."""


_CONTENTS: Final = "cover"
"""The section on which a packet says what is on which page."""

_PAGES: Final = re.compile(r"\d+(–\d+)?")


@dataclass(frozen=True, slots=True)
class News:
    """One thing that a reader acts on: what it is, what they hold of it, what it is now ("" where there is none), and
    the pages, as they are numbered now, on which it stands or stood. What has no label is a line of a page. `who` are
    those of whom it is told, whose names end the label, where a paper is about several.
    """

    key: str
    label: str
    was: str
    now: str
    pages: tuple[int, ...]
    section: str = ""
    who: tuple[str, ...] = ()

    @property
    def is_of_health(self) -> bool:
        """Whether it is about what could harm somebody: told before anything else."""
        return is_of_health(self.key)

    @property
    def language(self) -> str:
        """In which language it is told, where the paper is in two; "" where it is in one, or not said."""
        return _language(self.section, self.key)


def in_language(news: Iterable[News], language: str) -> list[News]:
    """Give the news that pages of one language tell, and those of pages that are in both."""
    return [one for one in news if one.language in ("", language)]


def _language(section: str, key: str) -> str:
    """In which language a page tells something: by the end of its section, or of the key on a page in both."""
    ends = (end for end in _LANGUAGES if section.endswith(end) or key.endswith(end))
    return next(ends, "").removeprefix(".")


# By facts


@dataclass(slots=True)
class _Found:
    """One piece of news on its way: the same words on several pages, or of several people, are told once."""

    key: str
    section: str
    pages: list[int]
    who: list[str]


def by_facts(held: Sequence[HeldPage], now: Sequence[PageDigest]) -> tuple[News, ...]:
    """Say what changed by what the pages told and tell, in the order of the pages.

    What is told on another page than before has not changed: a booklet that grows moves everything from side to side.
    """
    before = _Before(held, now)
    found: dict[tuple[str, str, str, str], _Found] = {}

    def note(section: str, number: int, fact: Fact, was: str, is_now: str) -> None:
        number = fact.page or number
        told = (_language(section, fact.key), fact.label, was, is_now)
        one = found.setdefault(told, _Found(fact.key, section, [], []))
        one.pages += [number] if number and number not in one.pages else []
        one.who += [fact.who] if fact.who and fact.who not in one.who else []

    first = {page.section: page.number for page in reversed(now)}
    for section, number, fact in facts_of(now):
        was = before.of(section, fact)
        if was is None:
            note(section, number, fact, _WORDLESS if fact.picture else "", fact.value)
        elif (was.value, was.label) != (fact.value, fact.label):
            # What is now called otherwise says what it was called.
            was_called = "" if was.label == fact.label else f"{was.label}: "
            note(section, number, fact, f"{was_called}{was.value}", fact.value)
        elif was.picture != fact.picture:
            note(section, number, fact, _WORDLESS, fact.value)
    for section, fact in before.gone():
        # Of a picture its words only say that it is a new one.
        note(section, first.get(section, 0), fact, fact.label if fact.picture else fact.value, "")
    return tuple(
        News(one.key, " · ".join((label, *one.who)), was, is_now, tuple(one.pages), one.section, tuple(one.who))
        for (_, label, was, is_now), one in found.items()
    )


class _Before:
    """What the pages held told: which of it a fact of now goes on from, and what is told no more."""

    def __init__(self, held: Sequence[HeldPage], now: Sequence[PageDigest]) -> None:
        self._at = {(section, fact.key): fact for section, _, fact in facts_of(held)}
        self._said = {_said(section, fact) for (section, _), fact in self._at.items()}
        are_at = {(section, fact.key): fact for section, _, fact in facts_of(now)}
        self._say = {_said(section, fact) for (section, _), fact in are_at.items()}
        self._keys = {(_language(*place), place[1]) for place in are_at}
        self._sections = {page.section for page in now}
        #: What no longer stands where it stood.
        self._left: dict[tuple[str, str], list[tuple[str, Fact]]] = {}
        for place, fact in self._at.items():
            if place not in are_at:
                self._left.setdefault((_language(*place), fact.key), []).append((place[0], fact))

    def of(self, section: str, fact: Fact) -> Fact | None:
        """Give what was told of the same thing: in its place, in the same words elsewhere, else on any other page."""
        if (was := self._at.get((section, fact.key))) is not None:
            return was
        if _said(section, fact) in self._said:
            return fact
        left = self._left.get((_language(section, fact.key), fact.key))
        return left[0][1] if left else None

    def gone(self) -> Iterator[tuple[str, Fact]]:
        """Give what is not told any more, on no page; not what a part of the paper told that is gone as a whole."""
        left = [one for told, some in self._left.items() if told not in self._keys for one in some]
        gone = [(section, fact) for section, fact in left if _said(section, fact) not in self._say]
        # Of a guest's page that is gone, also what another guest's says too (the same school) is no news.
        yield from (one for one in gone if not one[0] or one[0] in self._sections)


def _said(section: str, fact: Fact) -> tuple[str, ...]:
    return _language(section, fact.key), fact.label, fact.value, fact.who, fact.picture


# By lines


@dataclass(frozen=True, slots=True)
class Passages:
    """All words of a paper as it was and as it is, without blanks: what stands in both has moved at most."""

    was: str
    now: str

    @classmethod
    def of(cls, held: Sequence[HeldPage], now: Sequence[PageDigest]) -> Passages:
        """Take them from the pages."""
        return cls(*(_bare(" ".join(page.words for page in pages)) for pages in (held, now)))


def by_lines(before: HeldPage, now: PageDigest, passages: Passages) -> tuple[News, ...]:
    """Say which lines of a page differ, where it tells no facts; nothing where nearly all do.

    Lines that are only broken otherwise, and passages that have come from another page or gone there, are none; nor are
    the numbers of a list's items, which move on when one comes in.
    """
    was, are = _lines(before), _lines(now)
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, was, are, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old, new = _unless_in(passages.now, was[a:b]), _unless_in(passages.was, are[c:d])
        if _bare(old) != _bare(new) and not (_is_number(old) and _is_number(new)):
            found.append((old, new))
    if len(found) > _MOST_LINES:
        return ()
    return tuple(
        News(f"{now.section}/{place}", "", old, new, (now.number,), now.section)
        for place, (old, new) in enumerate(dict.fromkeys(found))
    )


def says_the_same(before: HeldPage | None, now: PageDigest, passages: Passages) -> bool:
    """Whether a page of which no fact is news says nothing new: only numbers of other pages are others, as in the
    contents of a packet that has grown, or all that is new on it stood on another page, and what is gone stands there.

    Where a page tells facts these have been compared; of one that tells none, only whole passages are the same.
    """
    was, are = [] if before is None else _lines(before), _lines(now)
    for kind, a, b, c, d in SequenceMatcher(None, was, are, autojunk=False).get_opcodes():
        if kind != "equal":
            for lines, others in ((was[a:b], passages.now), (are[c:d], passages.was)):
                parts = lines if now.facts else ["".join(lines)]
                if any(_bare(part) not in others for part in parts):
                    return False
    return True


def _lines(page: HeldPage | PageDigest) -> list[str]:
    """Give the lines of a page without what says only how it is laid out: where something goes on from the page before,
    and on one with the contents the numbers of the pages to which they send.
    """
    continued = {speaker(language).tr("continued") for language in ("en", "ja")}
    lines = [line for line in page.words.splitlines() if line.strip() not in continued]
    if page.section.partition(".")[0] != _CONTENTS:
        return lines
    return [line for line in lines if not _PAGES.fullmatch(line)]


def _unless_in(passages: str, lines: Sequence[str]) -> str:
    """Give the lines as one text; of a passage, only those that stand nowhere in the other version."""
    if len(_bare("".join(lines))) < _A_PASSAGE:
        return " ".join(lines)
    return " ".join(line for line in lines if _bare(line) not in passages)


def _is_number(words: str) -> bool:
    return all(word.isdecimal() and len(word) < 3 for word in words.split())


def _bare(words: str) -> str:
    return "".join(words.split())


def told_together(told: Sequence[News], lines: Iterable[News]) -> tuple[News, ...]:
    """Put lines beside the news: one that says what is told already only adds its page to that."""
    found = list(told)
    for line in lines:
        place = next((place for place, one in enumerate(found) if _is_part(line, one)), None)
        if place is None:
            found.append(line)
        else:
            found[place] = replace(found[place], pages=tuple(sorted({*found[place].pages, *line.pages})))
    return tuple(found)


def _is_part(line: News, one: News) -> bool:
    if line.language != one.language:
        return False
    if (line.label, line.was, line.now) == (one.label, one.was, one.now):
        return True
    if line.was and line.now:
        short = min(len(line.was), len(line.now))
        crossed = line.was in one.now or line.now in one.was
        return short >= _A_WORD and line.was in one.was and line.now in one.now and not crossed
    if bool(line.was) != bool(one.was) or bool(line.now) != bool(one.now) or not one.label:
        return False
    words, said = line.was or line.now, one.was or one.now
    return one.label in words or (len(words) >= _A_WORD and words in said)

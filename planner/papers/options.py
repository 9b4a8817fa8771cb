"""How a paper is printed, in which language and on which paper; and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from planner.clock import WallTime
from planner.language.readers import LANGUAGES
from planner.model.message import Message
from planner.papers.facts import Fact
from planner.papers.kit.glyphs import MissingGlyph
from planner.papers.kit.sheet import PAPERS

ENGLISH = "en"
JAPANESE = "ja"
BOTH = "both"
PAPER_LANGUAGES = (ENGLISH, JAPANESE, BOTH)


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """How a paper is printed.

    `printed_at` stands on every page and in the file, so that the same plan and options give the same bytes.
    `with_holes` prints although fonts lack a character, with 〓 in its place. Raises `ValueError` for an unknown
    language or paper.
    """

    language: str
    paper: str
    printed_at: WallTime
    version: int = 1
    with_holes: bool = False

    def __post_init__(self) -> None:
        if self.language not in PAPER_LANGUAGES:
            raise ValueError(f"no such language of a paper: {self.language!r}")
        if self.paper not in PAPERS:
            raise ValueError(f"no such paper: {self.paper!r}")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the paper says everything: one, or English and then Japanese."""
        return LANGUAGES[self.language]


@dataclass(frozen=True, slots=True)
class PageDigest:
    """What one page showed: its number, its words, and a fingerprint whatever the version and time.

    `section` is the part of the paper it belongs to, the same from issue to issue, and `facts` what it told.
    """

    number: int
    digest: str
    words: str
    section: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished paper: the PDF, the name of its file, what each page shows, characters set as 〓, and what to know
    before it is handed out (nights without a bed, names that stand in the other language). One that was put into a file
    with others has no PDF of its own.
    """

    pdf: bytes
    file_name: str
    pages: tuple[PageDigest, ...]
    missing: tuple[MissingGlyph, ...] = ()
    notes: tuple[Message, ...] = ()

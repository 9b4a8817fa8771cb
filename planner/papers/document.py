"""A kind of paper: what it is called, for whom it can be printed, and how it is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from planner.language import Words
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.model.sight import AudienceKind
from planner.papers.kit.pages import Page
from planner.papers.options import PaperOptions


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper as it will be printed: its pages, its title, and what to know before it is handed out."""

    pages: tuple[Page, ...]
    title: str
    notes: tuple[Message, ...] = ()


Lay: TypeAlias = Callable[[Plan, Reader, PaperOptions], Laid]
"""Lays a paper out. The plan has been redacted for the reader before: there is nothing on it that is not for them."""


class Sides(Enum):
    """On which sides of its sheets a paper is printed, and so which of its pages can only be replaced together."""

    #: Each page on a sheet of its own, or back to back as one likes.
    ONE = "one"
    #: The back of a sheet belongs to its front; it is turned over its long edge.
    LONG_EDGE = "long edge"
    #: Sheets laid into each other, turned over their short edge, folded and stapled: one thing.
    BOOKLET = "booklet"

    def sheet_of(self, page: int) -> int:
        """Say on which sheet a page is, by its number from 1; what is bound together counts as one sheet."""
        match self:
            case Sides.ONE:
                return page
            case Sides.LONG_EDGE:
                return (page + 1) // 2
            case Sides.BOOKLET:
                return 1


def _wanted_always(plan: Plan, reader: Reader) -> bool:
    return True


def _blocked_never(plan: Plan, reader: Reader) -> tuple[Message, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper.

    `code` is what its issues are kept under, `label` its name (marked for translation), `kinds` are the sorts of
    reader it is for. `is_wanted` says whether there is one for a reader, such as no brief for an interpreter without
    work; `blocked` what has to be mended before it may be handed out. Both are asked on the whole plan. `sides` is how
    its sheets are printed.
    """

    code: str
    label: Words
    kinds: tuple[AudienceKind, ...]
    lay: Lay
    is_wanted: Callable[[Plan, Reader], bool] = _wanted_always
    blocked: Callable[[Plan, Reader], tuple[Message, ...]] = _blocked_never
    sides: Sides = Sides.ONE

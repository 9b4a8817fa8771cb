"""Packets: several sections behind a cover with their page numbers; in both languages one volume after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from planner.papers.kit.marks import Bookmark, Mark
from planner.papers.kit.pages import Body, Furniture, Page, in_dress
from planner.papers.kit.sheet import Frame


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a packet as it is laid out: its pages, and what the contents call it (nothing: not in them).

    What is in both languages on the same page stands in the first volume only (`is_bilingual`); the contents of the
    others lead there.
    """

    title: str
    bodies: tuple[Body, ...]
    is_bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: what stands on which pages."""

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Volume:
    """A packet in one language: the cover, laid when the page numbers are known, and the parts behind it.

    `tongue` is added to the sections' codes where a file holds two volumes, since pages are replaced by them.
    """

    title: str
    cover: Callable[[Sequence[Entry]], Body]
    parts: tuple[Part, ...]
    furniture: Furniture
    tongue: str = ""


def bound(frame: Frame, volumes: Sequence[Volume]) -> tuple[Page, ...]:
    """Put the volumes into one file: page numbers run on, every part has its entry in the reader's outline.

    The volumes have the same parts in the same order.
    """
    starts, total = _numbered(volumes)
    pages: list[Page] = []
    for place, volume in enumerate(volumes):
        contents = [
            Entry(part.title, first, first + len(part.bodies) - 1)
            for part, first in zip(volume.parts, starts[place], strict=True)
            if part.title and part.bodies
        ]
        parts = [Part(volume.title if len(volumes) > 1 else "", (volume.cover(contents),))]
        parts += [part for part in volume.parts if not place or not part.is_bilingual]
        for order, part in enumerate(parts):
            level = 0 if len(volumes) == 1 or not order else 1
            for number, body in enumerate(part.bodies):
                tongue = "" if part.is_bilingual else volume.tongue
                named = replace(body, section=f"{body.section}.{tongue}") if tongue else body
                page = in_dress(frame, named, volume.furniture, len(pages) + 1, total)
                pages.append(_outlined(page, "" if number else part.title, level))
    return tuple(pages)


def _numbered(volumes: Sequence[Volume]) -> tuple[list[list[int]], int]:
    """Give the first page of each part of each volume, and how many pages there are."""
    starts: list[list[int]] = []
    page = 1
    for place, volume in enumerate(volumes):
        page += 1  # the cover
        firsts = []
        for order, part in enumerate(volume.parts):
            if place and part.is_bilingual:
                firsts.append(starts[0][order])
                continue
            firsts.append(page)
            page += len(part.bodies)
        starts.append(firsts)
    return starts, page - 1


def _outlined(page: Page, title: str, level: int) -> Page:
    """Put the part's entry before those that its pages have themselves, which come below it."""
    below: tuple[Mark, ...] = tuple(
        replace(mark, level=mark.level + level + 1) if isinstance(mark, Bookmark) else mark for mark in page.body
    )
    own: tuple[Mark, ...] = (Bookmark(0.0, 0.0, title, level),) if title else ()
    return replace(page, body=(*own, *below))

"""Packets: several sections behind a cover with their page numbers; in both languages one volume after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from planner.papers.kit.marks import Bookmark, Mark
from planner.papers.kit.pages import Body, Furniture, Page, in_dress
from planner.papers.kit.sheet import Frame


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a packet as it is laid out: its pages, and what the contents call it (nothing: not in them)."""

    title: str
    bodies: tuple[Body, ...]


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
    """Put the volumes into one file: page numbers run on, every part has its entry in the reader's outline."""
    total = sum(1 + sum(len(part.bodies) for part in volume.parts) for volume in volumes)
    pages: list[Page] = []
    for volume in volumes:
        first = len(pages) + 1
        contents = _contents(volume.parts, first + 1)
        parts = (Part(volume.title if len(volumes) > 1 else "", (volume.cover(contents),)), *volume.parts)
        for place, part in enumerate(parts):
            level = 0 if len(volumes) == 1 or not place else 1
            for number, body in enumerate(part.bodies):
                named = replace(body, section=f"{body.section}.{volume.tongue}") if volume.tongue else body
                page = in_dress(frame, named, volume.furniture, len(pages) + 1, total)
                pages.append(_outlined(page, "" if number else part.title, level))
    return tuple(pages)


def _contents(parts: Sequence[Part], first: int) -> list[Entry]:
    entries = []
    for part in parts:
        if part.title and part.bodies:
            entries.append(Entry(part.title, first, first + len(part.bodies) - 1))
        first += len(part.bodies)
    return entries


def _outlined(page: Page, title: str, level: int) -> Page:
    """Put the part's entry before those that its pages have themselves, which come below it."""
    below: tuple[Mark, ...] = tuple(
        replace(mark, level=mark.level + level + 1) if isinstance(mark, Bookmark) else mark for mark in page.body
    )
    own: tuple[Mark, ...] = (Bookmark(0.0, 0.0, title, level),) if title else ()
    return replace(page, body=(*own, *below))

"""The leaves of the guide: the Markdown files of docs/guide, which belongs to a page of the window, where links lead.

English lies in docs/guide itself, every other language in a folder of its own beside it, under the same file names.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from planner.resources import FOLDER, GUIDE

#: The leaf that lists the others.
CONTENTS: Final = "README.md"

#: The leaf that belongs to a page of the window, by the page's key.
_LEAVES: Final = {
    "welcome": "first-visit.md",
    "new": "first-visit.md",
    "overview": "first-visit.md",
    "import": "forms.md",
    "people": "people.md",
    "hosts": "people.md",
    "homestays": "homestays.md",
    "programme": "programme.md",
    "places": "programme.md",
    "where": "journeys.md",
    "interpreters": "interpreters.md",
    "papers": "papers.md",
    "issued": "papers.md",
    "calendars": "papers.md",
    "wordings": "papers.md",
    "calls": "calls.md",
    "rules": "findings.md",
    "calendar": "findings.md",
    "history": "safety.md",
    "settings": "safety.md",
}
_JAPANESE: Final = r"[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
_JAPANESE_BREAK: Final = re.compile(rf"(?<={_JAPANESE})\n *(?=[\[*]*{_JAPANESE})")
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)\)")


class Leaf(NamedTuple):
    """One leaf: its file name and what the contents call it."""

    name: str
    title: str


def leaf_for(page: str) -> str:
    """The leaf that belongs to a page of the window, by its key."""
    return _LEAVES.get(page, CONTENTS)


def folder(language: str) -> Path:
    """Where the leaves of a language lie."""
    return GUIDE if language == "en" else GUIDE / language


def text_of(name: str, language: str) -> str:
    """The Markdown of a leaf; between Japanese characters the end of a line is no space.

    Raises:
        OSError: There is no such leaf, or it cannot be read.
    """
    return _JAPANESE_BREAK.sub("", (folder(language) / name).read_text(encoding="utf-8"))


def contents(language: str) -> list[Leaf]:
    """The leaves in the order in which the contents list them."""
    return [Leaf(name, title) for title, name in _LINK.findall(text_of(CONTENTS, language))]


def slug(heading: str) -> str:
    """How a link names a heading, as GitHub does: small letters, hyphens for spaces, no other marks."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).strip().replace(" ", "-")


def file_behind(link: str, language: str) -> Path | None:
    """The file outside the guide that a link leads to, such as the forms of the practice visit; None if there is none.

    In an installed program `resources/` lies elsewhere than in a checkout.
    """
    _, inside, rest = link.partition("resources/")
    found = FOLDER / rest if inside else folder(language) / link
    return found if found.exists() else None

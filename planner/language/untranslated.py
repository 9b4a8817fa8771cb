"""Names that a reader would meet in the other language's script, since nobody has written them in their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from planner.language.airports import airport_name
from planner.language.marking import Pair
from planner.model.message import Message
from planner.model.programme import Place

# A note says so many names; of the others only how many.
_NAMED: Final = 6
_CODES: Final[Mapping[tuple[str, str], str]] = {
    ("name", "en"): "paper-places-not-in-english",
    ("name", "ja"): "paper-places-not-in-japanese",
    ("title", "en"): "paper-titles-not-in-english",
    ("title", "ja"): "paper-titles-not-in-japanese",
}


def untranslated(events: Iterable[Any], places: Iterable[Place], languages: Iterable[str]) -> tuple[Message, ...]:
    """Say which of these places and titles have no name in one of the languages, ``"en"`` or ``"ja"``.

    The figures are ``count``, all the ``names``, and ``some`` of them: the first, and how many more there are.
    """
    titled, named = list(events), list(places)
    found: list[Message] = []
    for language in languages:
        for things, stem in ((named, "name"), (titled, "title")):
            names = filter(None, (_only_other(thing, stem, language) for thing in things))
            found += note_of(_CODES[stem, language], names)
    return tuple(found)


def together(notes: Iterable[Message]) -> tuple[Message, ...]:
    """Put what several papers or calendars lack into one note of each kind, each name once."""
    names: dict[str, list[str]] = {}
    for note in notes:
        names.setdefault(note.code, []).extend(note.figures["names"])
    return tuple(one for code, found in names.items() for one in note_of(code, found))


def note_of(code: str, names: Iterable[str | Pair]) -> list[Message]:
    """Make the note of a code about these names; none where there are none."""
    found = list(dict.fromkeys(names))
    if not found:
        return []
    some: list[str | Pair | Message] = [*found[:_NAMED]]
    if len(found) > _NAMED:
        some.append(Message.of("paper-names-more", count=len(found) - _NAMED))
    return [Message.of(code, count=len(found), names=found, some=some)]


def _only_other(thing: Any, stem: str, language: str) -> str:
    """Give the name in the other language, if that is the only one; known airports are named by their letters."""
    if isinstance(thing, Place) and airport_name(thing.code, language):
        return ""
    english, japanese = (str(getattr(thing, f"{stem}_{half}")).strip() for half in ("en", "ja"))
    own, other = (japanese, english) if language == "ja" else (english, japanese)
    return "" if own else other

"""What holds for the papers of several readers is said once, with all their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planner.language.untranslated import note_of
from planner.model.message import Message

#: The figure of a note's sentence that says whose paper it is about.
_WHOSE = ("who", "name", "home")


def each_once(notes: Iterable[Message]) -> list[Message]:
    """Put notes that differ only in whose paper they are about together, in the order of the first of each.

    Of notes that list something, such as places without an address, one stays, with all that any of them lists.
    """
    found: list[tuple[Message, Message, str, list[Any]]] = []
    for note in notes:
        whose, aside = _left_aside(note)
        rest = Message(note.code, {key: value for key, value in note.figures.items() if key not in aside})
        told = next((names for other, _, key, names in found if (other, key) == (rest, whose)), None)
        if told is None:
            told = []
            found.append((rest, note, whose, told))
        said = note.figures.get(whose)
        told += [name for name in (said if isinstance(said, list) else [said]) if name not in told]
    return [_told(rest, note, whose, names) for rest, note, whose, names in found]


def _left_aside(note: Message) -> tuple[str, frozenset[str]]:
    """The figure that notes may differ in, and all that goes with it."""
    lists = (key for key, value in note.figures.items() if isinstance(value, list))
    listed = "names" if "some" in note.figures else next(lists, "")
    if listed and note.figures.get("count") == len(note.figures[listed]):
        return listed, frozenset({listed, "count", "some"})
    whose = next((key for key in _WHOSE if key in note.figures), "")
    return whose, frozenset({whose})


def _told(rest: Message, note: Message, whose: str, names: list[Any]) -> Message:
    if not whose:
        return rest
    if "some" in note.figures:
        return note_of(rest.code, names)[0]
    if "count" in note.figures and "count" not in rest.figures:
        return Message(rest.code, {**rest.figures, whose: names, "count": len(names)})
    return Message(rest.code, {**rest.figures, whose: names if len(names) != 1 else names[0]})

"""What holds for the papers of several readers is said once, with all their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planner.model.message import Message

#: The figure of a note's sentence that says whose paper it is about.
_WHOSE = ("who", "name", "home")


def each_once(notes: Iterable[Message]) -> list[Message]:
    """Put notes that differ only in whose paper they are about together, in the order of the first of each."""
    found: list[tuple[Message, str, list[Any]]] = []
    for note in notes:
        whose = next((key for key in _WHOSE if key in note.figures), "")
        rest = Message(note.code, {key: value for key, value in note.figures.items() if key != whose})
        told = next((names for other, key, names in found if (other, key) == (rest, whose)), None)
        if told is None:
            told = []
            found.append((rest, whose, told))
        said = note.figures.get(whose)
        told += [name for name in (said if isinstance(said, list) else [said]) if name not in told]
    return [_told(rest, whose, names) for rest, whose, names in found]


def _told(rest: Message, whose: str, names: list[Any]) -> Message:
    if not whose:
        return rest
    return Message(rest.code, {**rest.figures, whose: names if len(names) != 1 else names[0]})

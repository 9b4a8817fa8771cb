"""What holds for the papers of several readers is said once, with all their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from planner.language.untranslated import note_of
from planner.model.message import Message

_LISTED: Final = {
    "packet-addresses-missing": "places",
    "packet-chaperones-no-phone": "who",
    "packet-words-untranslated": "words",
}
"""Notes that list and count things: which figure lists them. What any of them lists is put into one list."""

_WHOSE: Final = {
    "packet-runs-open": "home",
    "paper-groups-undecided": "who",
    "paper-nights-undecided": "name",
}
"""Notes about the paper of somebody: which figure says whose. Those that are alike in all else name all of them."""


def each_once(notes: Iterable[Message]) -> list[Message]:
    """Put notes that differ only in whose paper they are about together, in the order of the first of each.

    Of notes that list something, such as places without an address, one stays, with all that any of them lists.
    """
    found: list[tuple[Message, Message, list[Any]]] = []
    for note in notes:
        rest = _rest(note)
        names = next((names for other, _, names in found if other == rest), None)
        if names is None:
            names = []
            found.append((rest, note, names))
        said = note.figures.get(_figure(note))
        names += [name for name in (said if isinstance(said, list) else [said]) if name not in names]
    return [_told(note, names) for _, note, names in found]


def _lists_names(note: Message) -> bool:
    """Whether it lists names as `note_of` makes it."""
    return "names" in note.figures and "some" in note.figures


def _figure(note: Message) -> str:
    """Name the figure in which notes that are put together differ; nothing for those that must be the same."""
    return "names" if _lists_names(note) else _LISTED.get(note.code) or _WHOSE.get(note.code, "")


def _rest(note: Message) -> Message:
    """Give what two notes must have in common to be put together."""
    aside = {_figure(note)}
    if _lists_names(note) or note.code in _LISTED:
        aside |= {"count", "some"}
    return Message(note.code, {key: value for key, value in note.figures.items() if key not in aside})


def _told(note: Message, names: list[Any]) -> Message:
    if _lists_names(note):
        return note_of(note.code, names)[0]
    if note.code in _LISTED:
        return Message(note.code, {**note.figures, _LISTED[note.code]: names, "count": len(names)})
    if note.code in _WHOSE:
        return Message(note.code, {**note.figures, _WHOSE[note.code]: names if len(names) > 1 else names[0]})
    return note

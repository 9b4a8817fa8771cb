"""One row of a sheet, asked by meaning: what stands in the columns for this, and what of it was not understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from planner.intake.columns.mapping import SheetMapping
from planner.intake.proposals.drafts import Note
from planner.intake.reading.sheet import CellValue, column_letters
from planner.intake.values.dates import Frame
from planner.intake.values.reading import Doubt, Reading

T = TypeVar("T")


class Columns:
    """Where in a sheet each meaning stands: made once a sheet, used by each of its rows."""

    def __init__(
        self,
        mapping: SheetMapping,
        headings: Sequence[str],
        numbers: Sequence[int],
        frames: Mapping[int, Frame],
        frame: Frame,
    ) -> None:
        self.headings = tuple(headings)
        self.numbers = tuple(numbers)
        self.frame = frame
        self.targets = tuple(guess.target for guess in mapping.columns)
        self._frames = frames
        self._places: dict[str, list[int]] = {}
        for guess in mapping.columns:
            if guess.target is not None:
                self._places.setdefault(guess.target, []).append(guess.index)
        self.unknown = tuple(guess.index for guess in mapping.columns if guess.target is None)

    def places(self, target: str) -> Sequence[int]:
        """The indexes of the columns that mean this."""
        return self._places.get(target, ())

    def frame_of(self, target: str) -> Frame:
        """What days in this column are understood by."""
        places = self.places(target)
        return self._frames.get(places[0], self.frame) if places else self.frame


class Row:
    """One row: its texts, and the notes made while it is read."""

    def __init__(self, columns: Columns, texts: Sequence[str], typed: Mapping[int, CellValue], number: int) -> None:
        self.columns = columns
        self.texts = texts
        self.typed = typed
        self.number = number
        self.notes: list[Note] = []

    def has(self, target: str) -> bool:
        """Whether the sheet has a column for this at all."""
        return bool(self.columns.places(target))

    def text(self, target: str) -> str:
        """What stands in the columns for this, one after another."""
        places = self.columns.places(target)
        if not places:
            return ""
        if len(places) == 1:
            return self.texts[places[0]]
        return "\n".join(self.texts[place] for place in places if self.texts[place])

    def day(self, target: str) -> dt.date | None:
        """The day that the file itself marks as one, in a spreadsheet."""
        for place in self.columns.places(target):
            value = self.typed.get(place)
            if isinstance(value, dt.datetime):
                return value.date()
            if isinstance(value, dt.date):
                return value
        return None

    def clock(self, target: str) -> dt.time | None:
        """The time of day that the file itself marks as one."""
        for place in self.columns.places(target):
            value = self.typed.get(place)
            if isinstance(value, dt.time):
                return value.replace(second=0, microsecond=0)
            if isinstance(value, dt.datetime) and (value.hour or value.minute):
                return value.time().replace(second=0, microsecond=0)
        return None

    def frame(self, target: str) -> Frame:
        """What days in the column for this are understood by."""
        return self.columns.frame_of(target)

    def read(self, target: str, reader: Callable[[str], Reading[T]], field: str = "") -> T:
        """Read the cell, and note what was not understood or is doubtful, as belonging to `field`."""
        reading = reader(self.text(target))
        self.note_reading(target, reading, field)
        return reading.value

    def note_reading(self, target: str, reading: Reading[T], field: str = "") -> None:
        """Note what a reading left over and doubts; one note for both, with the most telling reason."""
        if reading.doubts:
            for doubt in reading.doubts:
                words = reading.rest if doubt is Doubt.NOT_UNDERSTOOD else self.text(target)
                self.note(target, words, doubt, field)
            if reading.rest and reading.rest != self.text(target).strip():
                self.note(target, reading.rest, Doubt.NOT_UNDERSTOOD, field)
        elif reading.rest:
            self.note(target, reading.rest, Doubt.NOT_UNDERSTOOD, field)

    def note(self, target: str, words: str, reason: Doubt, field: str = "", **figures: str) -> None:
        """Note words that somebody must look at."""
        if not words.strip():
            return
        places = self.columns.places(target)
        place = next((one for one in places if words in self.texts[one]), places[0] if places else None)
        self.note_at(place, words, reason, field or target, **figures)

    def note_at(self, place: int | None, words: str, reason: Doubt, field: str, **figures: str) -> None:
        """Note words of the column at an index."""
        heading = self.columns.headings[place] if place is not None else ""
        letters = column_letters(self.columns.numbers[place]) if place is not None else ""
        self.notes.append(
            Note(field, words.strip(), reason, heading or letters, letters, tuple(sorted(figures.items())))
        )

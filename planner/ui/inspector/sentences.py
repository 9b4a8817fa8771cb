"""Sentences that follow from the record shown, under each other."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.model.plan import Plan
from planner.ui.inspector.piece import Piece
from planner.ui.widgets.boxes import clear

#: What goes with a sentence: its tone, or the thing it leads to.
T = TypeVar("T")


class SentencesPiece(Piece, Generic[T]):
    """Sentences about a record. They are made anew only where others are to be said; nothing is seen where none is."""

    def __init__(self) -> None:
        super().__init__()
        self._told: list[tuple[str, T]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)

    @property
    def sentences(self) -> list[str]:
        """What is said now, from the top."""
        return [words for words, _ in self._told]

    @abstractmethod
    def _tell(self, record: Any, plan: Plan) -> Iterable[tuple[str, T]]:
        """Say what follows from a record of a plan: each sentence with what goes with it."""

    @abstractmethod
    def _line(self, words: str, more: T) -> QWidget:
        """Make what shows a sentence."""

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        told = list(self._tell(record, plan))
        self.setVisible(bool(told))
        if told == self._told:
            return
        self._told = told
        clear(self._box)
        for words, more in told:
            self._box.addWidget(self._line(words, more))

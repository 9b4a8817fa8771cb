"""What every piece of the inspector is: it is shown a record, and shown it again when the plan has changed."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.model.plan import Plan


class Piece(QWidget):
    """A part of the inspector. Its widgets stay from record to record; only what they show changes."""

    @abstractmethod
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        """Show a record as it is in a plan.

        `anew` tells that it is another record than before: whatever is half typed or was refused is forgotten then, and
        only then.
        """

    def find_editor(self, noun: str, field: str) -> QWidget | None:
        """Give the editor of a field of the noun, opening what is folded over it; None if it is not in here."""
        return None

    def find_parts(self, noun: str) -> QWidget | None:
        """Give the list of the parts of a noun with what is folded over it opened; None if it is not in here."""
        return None

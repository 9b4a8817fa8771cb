"""Fields for numbers, whole or with a fraction. What is no number is said at the field and not handed on."""

from __future__ import annotations

import math
import unicodedata
from abc import abstractmethod
from typing import Any, Generic, TypeVar

from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.figures import in_brackets
from planner.ui.widgets.fields import Field
from planner.ui.widgets.lineedit import LineEdit

#: What sort of number it is.
N = TypeVar("N", bound=float)


class _FigureField(Field, Generic[N]):
    """What fields for numbers share: what is typed is read in any width of figures, and nothing is a value too."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        self.line = LineEdit()
        super().__init__(label, self.line, hint=hint)
        self.line.finished.connect(self._finish)
        self._mend(self.line)

    @abstractmethod
    def _understand(self, words: str) -> N:
        """Read a number; raises `ValueError` if it is none that may stand here."""

    @abstractmethod
    def _refusal(self) -> str:
        """Say what would be right, where what is typed is not."""

    def _read(self) -> N | None:
        words = unicodedata.normalize("NFKC", self.line.text()).strip()
        return self._understand(words) if words else None

    def _finish(self) -> None:
        try:
            number = self._read()
        except ValueError:
            self.show_error(self._refusal())
            return
        self.clear_error()
        self.committed.emit(number)

    @override
    def value(self) -> N | None:
        try:
            return self._read()
        except ValueError:
            return None


class NumberField(_FigureField[int]):
    """A whole number, or nothing."""

    def __init__(self, label: str, *, least: int = 0, most: int = 9999, unit: str = "", hint: str = "") -> None:
        """`unit` stands after the label in brackets."""
        self._least, self._most = least, most
        super().__init__(f"{label}{in_brackets(unit, screen_language())}" if unit else label, hint=hint)

    @override
    def _understand(self, words: str) -> int:
        number = int(words.replace(",", ""))
        if not self._least <= number <= self._most:
            raise ValueError(words)
        return number

    @override
    def _refusal(self) -> str:
        return tr("A whole number from {least} to {most}, please", least=self._least, most=self._most)

    @override
    def show_value(self, value: Any) -> None:
        if self.line.put("" if value is None else str(value)):
            self.clear_error()


class DecimalField(_FigureField[float]):
    """A number with a fraction, or nothing: hours, degrees."""

    @override
    def _understand(self, words: str) -> float:
        number = float(words)
        if not math.isfinite(number):
            raise ValueError(words)
        return number

    @override
    def _refusal(self) -> str:
        return tr("A number, please")

    @override
    def show_value(self, value: Any) -> None:
        if self.line.put("" if value is None else _written(value)):
            self.clear_error()


def _written(number: float) -> str:
    """Write all of a number, without an idle fraction: degrees have six decimals, and all of them count."""
    return str(int(number)) if number == int(number) else str(number)

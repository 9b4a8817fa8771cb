"""What is in the hand, and the keys that do something with it, for the head of a page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from planner.language import tr_in
from planner.ui.widgets.boxes import clear, row
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.text import Elided, Text

#: Keys, and in a word what they do.
Keys = tuple[tuple[str, ...], str]


class KeyHints(QWidget):
    """Shows a few words and keys; nothing while nothing is in the hand."""

    def __init__(self) -> None:
        super().__init__()
        self._box = row(gap=6)
        self.setLayout(self._box)
        self.hide()

    def show_keys(self, words: str, keys: Iterable[Keys] = ()) -> None:
        """Show what is in the hand with its keys; Esc, which puts back, comes last. Without words nothing is shown."""
        clear(self._box)
        self.setVisible(bool(words))
        if not words:
            return
        self._box.addWidget(Elided(words, "small", "text2"))
        for caps, told in [*keys, (("Esc",), tr_in("keys", "put back"))]:
            for cap in caps:
                self._box.addWidget(Keycap(cap))
            self._box.addWidget(Text(told, "small", "text2"))

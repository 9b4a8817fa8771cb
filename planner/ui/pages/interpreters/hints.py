"""What is carried on the board of interpreters, and the keys that do something with it, in the head of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.language import screen_language, tr, tr_in
from planner.language.dates import time_text
from planner.language.names import full_name
from planner.ui.pages.interpreters.held import Held, Knife, Stretch
from planner.ui.pages.interpreters.outlook import Outlook
from planner.ui.pages.interpreters.words import event_title
from planner.ui.widgets.boxes import clear, row
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.text import Elided, Text


class Hints(QWidget):
    """Shows what is carried and the keys; nothing while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self._box = row(gap=6)
        self.setLayout(self._box)
        self.hide()

    def show_held(self, what: object, outlook: Outlook | None) -> None:
        """Show what is carried, drawn or cut; None for nothing."""
        clear(self._box)
        self.setVisible(what is not None)
        keys: list[tuple[tuple[str, ...], str]] = []
        if isinstance(what, Held):
            words = tr("Carrying {name}", name=event_title(what.wanted.slot.event))
            keys = [(("↑", "↓"), tr_in("keys", "person")), (("Enter",), tr_in("keys", "assign"))]
        elif isinstance(what, Knife) and outlook is not None:
            at = time_text(outlook.clock_time(what.wanted, what.at), screen_language())
            name = full_name(what.assignment.interpreter.person, screen_language())
            words = tr("{name} until {time}", name=name, time=at)
            keys = [(("←", "→"), tr_in("keys", "time")), (("Enter",), tr_in("keys", "hand over"))]
        elif isinstance(what, Stretch):
            words = tr("Hours of {name}", name=full_name(what.assignment.interpreter.person, screen_language()))
        else:
            return
        self._box.addWidget(Elided(words, "small", "text2"))
        for caps, told in [*keys, (("Esc",), tr_in("keys", "put back"))]:
            for cap in caps:
                self._box.addWidget(Keycap(cap))
            self._box.addWidget(Text(told, "small", "text2"))

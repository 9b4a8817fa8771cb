"""What is carried, and the keys that do something with it, in the head of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.language import screen_language, tr, tr_in
from planner.language.names import full_name
from planner.ui.pages.homestays.aim import Held
from planner.ui.pages.homestays.targets import Knife, Stretch
from planner.ui.widgets.boxes import clear, row
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.text import Text


class Hints(QWidget):
    """Shows who is carried and the keys; nothing while nobody is."""

    def __init__(self) -> None:
        super().__init__()
        self._box = row(gap=6)
        self.setLayout(self._box)
        self.hide()

    def show_held(self, what: object) -> None:
        """Show what is carried, stretched or split; None for nothing."""
        clear(self._box)
        self.setVisible(what is not None)
        if what is None:
            return
        language = screen_language()
        if isinstance(what, Held):
            name = full_name(what.member.person, language)
            self._box.addWidget(Text(tr("Carrying {name}", name=name), "small", "text2"))
            keys = [
                (("↑", "↓"), tr_in("keys", "home")),
                (("←", "→"), tr_in("keys", "nights")),
                (("Enter",), tr_in("keys", "place")),
            ]
        elif isinstance(what, Knife):
            name = full_name(what.spell.member.person, language)
            self._box.addWidget(Text(tr("Splitting the stay of {name}", name=name), "small", "text2"))
            keys = [(("←", "→"), tr_in("keys", "night")), (("Enter",), tr_in("keys", "split"))]
        elif isinstance(what, Stretch):
            name = full_name(what.spell.member.person, language)
            self._box.addWidget(Text(tr("Nights of {name}", name=name), "small", "text2"))
            keys = []
        else:
            keys = []
        for caps, words in [*keys, (("Esc",), tr_in("keys", "put back"))]:
            for cap in caps:
                self._box.addWidget(Keycap(cap))
            self._box.addWidget(Text(words, "small", "text2"))

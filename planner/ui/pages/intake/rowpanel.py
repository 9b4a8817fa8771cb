"""One row of the sheet in the inspector: what changes, what is to be reviewed, what it says, as it was sent."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from planner.intake.proposals import RowProposal
from planner.language import say, screen_language, tr
from planner.ui.pages.intake.rows import STATES
from planner.ui.pages.intake.understood import Facts, change_label, reason_words, value_words
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import column, surface
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.text import Text


class RowPanel(Panel):
    """What the inspector shows of a row; only to look at, as nothing has been taken in yet."""

    ONCE: ClassVar[bool] = True

    def __init__(self, row: RowProposal, facts: tuple[Facts, ...]) -> None:
        name = row.name.said_in(screen_language())
        super().__init__(name or tr("Row {row}", row=row.number))
        words, tone = STATES[row.state]
        self.head.addWidget(Chip(tr(words), tone))
        self.body.addWidget(Text(tr("Row {row} of the sheet", row=row.number), "small", "text2"))
        if row.reason is not None:
            self.body.addWidget(Text(say(row.reason), wrap=True))
        self._changes(row)
        self._notes(row)
        for fact in facts:
            self._section(fact.noun, fact.pairs)
        cells = tuple((heading, text) for heading, text in row.cells.items() if text)
        self._section(tr("As it stands in the sheet"), cells)

    def _changes(self, row: RowProposal) -> None:
        made = [change for change in row.changes if not change.kept]
        if not made:
            return
        box = self._heading(tr("What changes"))
        for change in made:
            old, new = value_words(change.old, change.field), value_words(change.new, change.field)
            lines = column(
                Text(change_label(change), "small", "text2"),
                Text(old, tone="text2", wrap=True).selectable(),
                Text(f"→ {new}", tone="chosen", wrap=True).selectable(),
                gap=0,
            )
            box.addLayout(lines)

    def _notes(self, row: RowProposal) -> None:
        if not row.notes:
            return
        box = self._heading(tr("To review"))
        for note in row.notes:
            words = column(
                Text(f"{note.column}  {note.heading}" if note.column else note.heading, "small", "text2"),
                Text(note.words, "heading", wrap=True).selectable(),
                Text(reason_words(note), wrap=True),
                gap=2,
                margins=(10, 8, 10, 8),
            )
            box.addWidget(surface("check", words))

    def _section(self, title: str, pairs: tuple[tuple[str, str], ...]) -> None:
        if not pairs:
            return
        box = self._heading(title)
        for label, words in pairs:
            value = Text(words, wrap=True).selectable()
            box.addLayout(column(Text(label, "small", "text2", wrap=True), value, gap=0))

    def _heading(self, title: str) -> QVBoxLayout:
        box = column(Text(title, "heading"), gap=6)
        self.body.addLayout(box)
        return box

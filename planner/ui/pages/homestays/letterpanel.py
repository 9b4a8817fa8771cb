"""A text to ask for something, in the language of whoever is asked: to read, to change a little, to copy or to save."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from planner.language import LANGUAGES, say, screen_language, tr
from planner.language.terms import language_name
from planner.model.message import Message, PlannerError
from planner.outbox import put_out
from planner.ui.shell.folders import documents_folder
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import row
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.notes import NoteField
from planner.ui.widgets.text import Text

#: A text by its paragraphs, each by its lines.
Letter = Sequence[Sequence[Message]]

_BOTH = "both"


class LetterPanel(Panel):
    """What is changed in the text here is kept for each language as long as the panel is open, and not in the plan."""

    ONCE: ClassVar[bool] = True

    #: Back to what was shown before.
    backAsked = Signal()

    def __init__(self, workspace: Workspace, title: str, words: str, text: Letter, file_name: str) -> None:
        """`words` say what it is for; `file_name` is suggested to save it as, without ending."""
        super().__init__(title)
        self._workspace, self._file_name = workspace, file_name
        drafts = {
            each: "\n\n".join("\n".join(say(line, each) for line in lines) for lines in text) for each in LANGUAGES
        }
        self._drafts = {**drafts, _BOTH: "\n\n".join(drafts.values())}
        self.language = Segmented(
            tr("Language"),
            [*((each, language_name(each, each)) for each in LANGUAGES), (_BOTH, tr("Both"))],
            start=screen_language(),
        )
        self._choice = self.language.choice
        self.text = NoteField(tr("Text"), least=10, most=24)
        about = Text(words, "text", "text2", wrap=True)
        about.setMinimumWidth(160)
        for widget in (about, self.language, self.text):
            self.body.addWidget(widget)
        buttons = row(
            Button(tr("Copy"), self._copy, look="primary", icon_name="copy"),
            Button(tr("Save…"), self._ask_where, icon_name="save"),
        )
        for place in (0, 1):
            buttons.setStretch(place, 1)
        self.foot.addLayout(buttons)
        self.foot.addWidget(Button(tr("Back"), self.backAsked.emit))
        self.show_foot()
        self.language.chosen.connect(lambda _: self._turn())
        self._show()

    def _turn(self) -> None:
        self._drafts[self._choice] = self.text.value()
        self._choice = self.language.choice
        self._show()

    def _show(self) -> None:
        self.text.forget()
        self.text.show_value(self._drafts[self._choice])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.value())
        self._workspace.say(tr("Copied: put it into a mail or a page with Ctrl+V."))

    def _ask_where(self) -> None:
        start = str(documents_folder() / f"{self._file_name}.txt")
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the text"), start, tr("Text (*.txt)"))
        if name:
            path = Path(name)
            self.save(path if path.suffix else path.with_name(f"{path.name}.txt"))

    def save(self, path: Path) -> None:
        """Save the text as it stands here."""
        try:
            # With the mark at its head by which Word and older editors know that it is no ASCII.
            put_out(path, self.text.value().encode("utf-8-sig"))
        except PlannerError as error:
            self._workspace.say(error, tone="wrong")
        else:
            self._workspace.say(tr("Saved {file} in {folder}", file=path.name, folder=path.parent))

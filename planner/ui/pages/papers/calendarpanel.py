"""One reader's calendar in the inspector: what they hold, what has changed since, and the e-mail to send it with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from planner.calendars import MadeCalendar, Reader, as_sent
from planner.calendars.letters import Letter, letter_for, summary_of
from planner.language import say, screen_language, tr
from planner.language.readers import name_of
from planner.model.plan import Plan
from planner.model.sight import AudienceKind
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text


class CalendarPanel(Panel):
    """Shows one reader at a time; until their calendar has been compared, only whose it is."""

    #: Asks for the calendar of the family at home of the guest shown.
    homeAsked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("")
        self._workspace = workspace
        self.reader: Reader | None = None
        self.letter: Letter | None = None

    def show_reader(self, plan: Plan, reader: Reader, made: MadeCalendar | None) -> None:
        """Show what is to be told to a reader."""
        language = screen_language()
        self.reader, self.letter = reader, None
        self.title = name_of(plan, reader, language)
        self.title_label.setText(self.title)
        self.setAccessibleName(self.title)
        clear(self.body)
        if made is None:
            return
        # Files are saved before their e-mails are written: those are then still the ones of what was saved.
        self.letter = letter_for(plan, reader, as_sent(plan, reader, made.file), made.language)
        for note in made.file.notes:
            sign = column(Sign("warn", "check.mark", 14), STRETCH, gap=0, margins=(0, 3, 0, 0))
            line = row(sign, Text(say(note), tone="check", wrap=True), gap=6)
            line.setStretch(1, 1)
            self.body.addLayout(line)
        news = made.file.news
        told = [
            (tr("File"), made.name),
            (tr("Since the last one"), "" if news.is_first else summary_of(news, language)),
            (tr("Subject of the e-mail"), self.letter.subject),
            (tr("Text of the e-mail"), self.letter.body),
        ]
        for label, words in told:
            if words:
                text = Text(words, wrap=True).selectable()
                self.body.addLayout(column(Text(label, "small", "text2"), text, gap=2))
        self.body.addLayout(
            row(
                Button(tr("Copy the subject"), partial(self.copy, self.letter.subject)),
                Button(tr("Copy the text"), partial(self.copy, self.letter.body), look="primary"),
                STRETCH,
            )
        )
        if reader.audience.kind is AudienceKind.PARTICIPANT and not reader.at_home:
            at_home = Button(tr("Save for the family at home…"), self.homeAsked.emit, look="link")
            at_home.setToolTip(tr("The same, but nothing rings: over there it may be night"))
            self.body.addLayout(row(at_home, STRETCH))

    def copy(self, words: str) -> None:
        """Put words on the clipboard, for whatever program the e-mail is written in."""
        QGuiApplication.clipboard().setText(words)
        self._workspace.say(tr("Copied"), tone="good")

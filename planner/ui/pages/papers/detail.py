"""One paper, beside the matrix: how it stands and why, its pages, and what can be done with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.commands.holes import holes_of
from planner.language import say, screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.papers.concerns import found_on
from planner.papers.document import Sides
from planner.papers.options import BOTH, ENGLISH, JAPANESE
from planner.papers.standing.comparing import Difference
from planner.ui.pages.papers.matrix import Cell, State
from planner.ui.pages.papers.pageview import PageView
from planner.ui.pages.papers.states import here, state_words
from planner.ui.pages.papers.work import Reason, Shown
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, Scroll, clear, column, row, rule, surface
from planner.ui.widgets.buttons import Button, IconButton, Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text

#: So many lines the list of changes has at most, each whole; longer ones scroll.
_MOST_LINES: Final = 4
_LINE: Final = 24


class _Told(QWidget):
    """What there is to know of a paper, line by line: what changed since its reader got it (the page, what it says
    now, and when that was changed), and what to look at before it is handed out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._content = QWidget()
        self._lines = QVBoxLayout(self._content)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._scroll = Scroll(self._content, tr("Changed since then"))
        self._head = Text(tr("Changed since then:"), "small", "text2")
        self.setLayout(column(self._head, self._scroll, gap=4))

    @property
    def lines(self) -> list[str]:
        """What stands there, for whoever reads it aloud."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = [None if item is None else item.widget() for item in items]
        return [widget.accessibleName() for widget in widgets if widget is not None]

    def show_all(self, reasons: Sequence[Reason], pages: Sequence[tuple[int, str]], notes: Sequence[Note]) -> None:
        """Show what changed, with pages of which no more than a word can be told last; and the notes."""
        clear(self._lines)
        self._head.setVisible(bool(reasons or pages))
        for one in reasons:
            # Several pages may tell the same; the first is named, the tip tells what it was.
            where = tr("page {page}", page=one.news.pages[0]) if one.news.pages else tr("off")
            was = tr("It was: {was}", was=one.news.was) if one.news.was else ""
            when = Text("" if one.at is None else _moment(one.at), "small", "text2")
            self._add(Chip(where, "grey"), _words(one), when, tip=was)
        for page, words in pages:
            self._add(Chip(tr("page {page}", page=page), "grey"), words, Text(""))
        for note in notes:
            end = Button(tr("Go there"), note.go, look="link", small=True) if note.go else Text("")
            sign = Sign("print", "text2", 14) if note.is_hint else Sign("warn", "check.mark", 14)
            self._add(sign, note.words, end)
        count = self._lines.count()
        self._scroll.setFixedHeight(min(_MOST_LINES, count) * _LINE)
        self.setVisible(bool(count))

    def _add(self, sign: QWidget, words: str, end: QWidget, *, tip: str = "") -> None:
        text = Elided(words)
        line = QWidget()
        line.setAccessibleName(words)
        line.setFixedHeight(_LINE - 2)
        box = row(sign, text, end, gap=8)
        box.setStretch(1, 1)
        line.setLayout(box)
        line.setToolTip(f"{words}\n{tip}" if tip else words)
        self._lines.addWidget(line)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know before a paper is handed out, and the way to where it is mended; a hint is nothing amiss."""

    words: str
    go: Callable[[], object] | None = None
    is_hint: bool = False


def _words(reason: Reason) -> str:
    news = reason.news
    now = news.now or tr("This no longer stands here.")
    return tr("{label}: {words}", label=news.label, words=now) if news.label else now


def _moment(at: dt.datetime) -> str:
    """Say when something was changed: the time of today, the day of before."""
    language = screen_language()
    if at.date() == dt.datetime.now().astimezone().date():
        return tr("today {time}", time=time_text(at.time(), language))
    return day_text(at.date(), language, "short")


class PaperDetail(QWidget):
    """Shows one paper; the page says which, makes its pages, and does what the buttons ask."""

    #: A button was pressed: only the pages that changed (True) or all.
    printAsked = Signal(bool)
    saveAsked = Signal(bool)
    openAsked = Signal(bool)
    #: Another language was chosen for the reader.
    languageChosen = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setMinimumWidth(420)
        self._title = Elided("", "heading")
        self._chip = Chip("")
        self._version = Elided("", "small", "text2")
        self.language = Segmented(
            tr("Language of this reader"), [(ENGLISH, tr("English")), (JAPANESE, tr("Japanese")), (BOTH, tr("Both"))]
        )
        self.language.chosen.connect(self.languageChosen)
        self.told = _Told()
        self.view = PageView(workspace.jobs)
        self.print_button = Button("", lambda: self.printAsked.emit(self._only), look="primary", icon_name="print")
        self.whole_button = Button(tr("All pages…"), lambda: self.printAsked.emit(False))
        self.save_button = Button(tr("Save PDF…"), lambda: self.saveAsked.emit(self._only))
        self.open_button = IconButton(
            "open", tr("Open in the viewer of this computer"), lambda: self.openAsked.emit(self._only)
        )
        self._only = False
        self.setLayout(self._lay_out())
        self.show_nothing("")

    def _lay_out(self) -> QVBoxLayout:
        head = column(
            row(self._title, self._chip, STRETCH, gap=8), row(self._version, STRETCH, self.language, gap=8), gap=6
        )
        over = surface("panel", column(head, self.told, gap=8, margins=(16, 10, 12, 10)))
        foot = surface(
            "panel",
            row(self.print_button, self.whole_button, self.save_button, self.open_button, STRETCH,
                gap=6, margins=(12, 8, 8, 8)),
        )  # fmt: skip
        turning = QWidget()
        self.view.bar.setContentsMargins(12, 4, 12, 4)
        turning.setLayout(self.view.bar)
        whole = column(over, rule(), gap=0)
        whole.addWidget(self.view, 1)
        for part in (rule(), turning, rule(), foot):
            whole.addWidget(part)
        return whole

    # What is shown

    def show_nothing(self, why: str) -> None:
        """Show no paper, and say why there is none."""
        self._title.setText(why)
        self._chip.hide()
        self._version.setText("")
        self.language.setVisible(False)
        self.told.show_all((), (), ())
        self.view.show_paper(None)
        self._allow(False)

    def show_head(self, title: str, cell: Cell, language: str) -> None:
        """Show which paper it is and how it stands, before its pages are there."""
        self._title.setText(title)
        self._chip.show()
        self._chip.show_words(*_chip(cell))
        self._version.setText(_held_words(cell, language))
        self.language.setVisible(True)
        self.language.choose(language)
        if cell.state is State.BLOCKED:
            self.told.show_all((), (), [Note(say(reason)) for reason in cell.reasons])
            self.view.show_paper(None)
            self._allow(False)

    def show_paper(self, plan: Plan, shown: Shown, sides: Sides, reader: Reader) -> None:
        """Show the pages, and what is to be known before they are handed out; `sides` is how they are printed."""
        changes = shown.changes
        notes = [
            Note(say(hole.message), hole.subject and partial(self._workspace.show, hole.subject))
            for hole in holes_of(plan, shown.printed.missing)
        ]
        for one in found_on(plan, (reader,), self._workspace.findings):
            notes.append(Note(say(one.figures), partial(self._workspace.openFindings.emit, one.subject)))
        notes += [Note(say(note)) for note in shown.printed.notes]
        notes += [Note(words, is_hint=True) for words in _how(sides)]
        self.told.show_all(shown.reasons, _untold(changes), notes)
        self.view.show_paper(shown)
        self._only = changes is not None
        count = len(changes.put_in) if changes else 0
        words = trn("Print this {count} page…", "Print these {count} pages…", count) if count else tr("Print…")
        self.print_button.setText(words)
        self.print_button.setAccessibleName(words)
        self.whole_button.setVisible(self._only)
        self._allow(True)

    def _allow(self, on: bool) -> None:
        for button in (self.print_button, self.save_button, self.open_button):
            button.setEnabled(on)
        if not on:
            self.print_button.setText(tr("Print…"))
            self.whole_button.hide()


def _untold(changes: Difference | None) -> list[tuple[int, str]]:
    """Say of pages of which no more can be told that they are new, or worded anew."""
    if changes is None:
        return []
    told = [(page, tr("not there before")) for page in changes.added]
    return sorted([*told, *((page, tr("worded anew")) for page in changes.reworded)])


def _how(sides: Sides) -> Iterator[str]:
    """Say how a paper is printed, where that is not as one likes; our own printing does it so by itself."""
    match sides:
        case Sides.LONG_EDGE:
            yield tr("Printed on both sides, turned over the long edge, at 100 %; then cut.")
        case Sides.BOOKLET:
            yield tr("Printed on both sides, turned over the short edge; then folded and stapled.")


def _chip(cell: Cell) -> tuple[str, str, str]:
    """How a paper stands, as a chip: words, tone, icon."""
    match cell.state:
        case State.OLD:
            pages = sum(len(one.issue.pages) for one in cell.old)
            if not cell.pages:
                return tr("to be given back"), "check", "warn"
            words = trn("{changed} of {count} page out of date", "{changed} of {count} pages out of date", pages,
                        changed=cell.pages)  # fmt: skip
            return words, "check", "warn"
        case State.CURRENT:
            return tr("up to date"), "good", "check"
        case State.COMPARING:
            return tr("being compared with the plan"), "grey", "clock"
        case State.BLOCKED:
            return tr("may not be handed out yet"), "grey", "lock"
        case _:
            return tr("not yet printed"), "grey", "note"


def _held_words(cell: Cell, language: str) -> str:
    """Which version the reader holds in a language, and since when."""
    standing = next((one for one in cell.held if one.key.language == language), None)
    if standing is None:
        return tr("Version {version}", version=1)
    issue, made = standing.issue, here(standing.issue.issued_at)
    when = time_text(made.time(), screen_language())
    return tr("Version {version}, {state}, {when}", version=issue.version or 1, state=state_words(issue), when=when)

"""A sheet as it was understood: questions, figures, its rows, its columns, and what is to be reviewed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.intake.proposals import Proposal, Question
from planner.intake.proposals.questions import DAY_ORDER, SHEET_KIND, kind_question
from planner.intake.reading.sheet import Sheet
from planner.intake.values.reading import Doubt
from planner.language import say, screen_language, tr, trn
from planner.rules.finding import Subject
from planner.ui.pages.intake.columns import ColumnsView
from planner.ui.pages.intake.outcome import nothing_to_take_in
from planner.ui.pages.intake.reading import Look
from planner.ui.pages.intake.rowpanel import RowPanel
from planner.ui.pages.intake.rows import NOTE, ROW, note_columns, note_rows, row_columns, row_rows
from planner.ui.pages.intake.understood import Understood
from planner.ui.widgets.boxes import STRETCH, clear, column, row, rule, surface
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.lineedit import SearchField
from planner.ui.widgets.notice import Banner, EmptyState
from planner.ui.widgets.tableview import Table
from planner.ui.widgets.text import Text


def rows_that_wait(proposal: Proposal) -> int:
    """How many rows have a day that can be two until somebody says which."""
    return sum(any(note.reason == Doubt.DATE_AMBIGUOUS for note in row.notes) for row in proposal.rows)


class ReviewView(QWidget):
    """Everything about one sheet before it is taken in."""

    #: What a column means was changed: its index, and the new target or None.
    columnChanged = Signal(int, object)
    #: A question was answered: its key and the answer's.
    answered = Signal(str, str)
    #: Asks for a panel in the inspector, or None.
    inspected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self._proposal: Proposal | None = None
        self._asked: dict[str, Question] = {}
        self._answers: dict[str, str] = {}
        self._over = QVBoxLayout()
        self._over.setContentsMargins(0, 0, 0, 0)
        self._which = Segmented(
            tr("Show"), [("rows", tr("Rows")), ("columns", tr("Columns")), ("notes", tr("To review"))]
        )
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._search = SearchField(tr("Search this page"))
        self._rows = Table(tr("Rows of the sheet"), row_columns())
        self._notes = Table(tr("Items to review"), note_columns())
        self._columns = ColumnsView()
        self._nothing = EmptyState("good", tr("Nothing to review"), tr("Every word of the sheet was understood."))
        self._no_rows = EmptyState(
            "sheet", tr("Say what the columns are"), tr("Then the rows appear here as they are understood.")
        )
        self._stack = QStackedWidget()
        for widget in (self._rows, self._columns, self._notes, self._nothing, self._no_rows):
            self._stack.addWidget(widget)
        bar = row(self._which, self._chips, STRETCH, self._search, gap=12, margins=(16, 10, 16, 10))
        whole = column(self._over, bar, rule(), gap=0)
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)
        self._which.chosen.connect(lambda _: self._turn())
        self._columns.changed.connect(self.columnChanged)
        for table in (self._rows, self._notes):
            table.picked.connect(self._pick)
            self._search.textChanged.connect(table.filter)

    # What is shown

    def show_look(self, look: Look) -> None:
        """Show a sheet as it is understood now."""
        fresh = look.sheet is not self.sheet
        self.sheet, self._proposal = look.sheet, look.proposal
        self._answers = dict(look.answers)
        if fresh:
            self._asked = {}
            self._search.clear()
        self._columns.show_columns(look.sheet, look.mapping)
        kind = kind_question(look.mapping)
        if kind is None:
            self._asked.pop(SHEET_KIND, None)  # once it is told, it stands at the top of the page
        else:
            self._asked[SHEET_KIND] = kind
        if look.proposal is not None:
            self._asked |= {question.key: question for question in look.proposal.questions}
            self._rows.show_rows(row_rows(look.proposal))
            self._notes.show_rows(note_rows(look.proposal))
        if look.proposal is None:
            self._which.choose("columns")
        elif fresh:
            self._which.choose("rows")
        self._show_over(look)
        self._show_chips(look.proposal)
        self._turn()
        self._inspect_again()

    def _show_over(self, look: Look) -> None:
        """What has to be said before anything else: what is missing, what was odd, what only a person knows."""
        clear(self._over)
        if look.refusal is not None:
            self._over.addWidget(Banner(say(look.refusal), "wrong"))
        elif look.proposal is not None and look.proposal.changes_nothing:
            self._over.addWidget(Banner(nothing_to_take_in(look.proposal), "good"))
        for remark in look.sheet.remarks:
            self._over.addWidget(Banner(say(remark), "check"))
        for question in self._asked.values():
            self._over.addWidget(self._question(question))

    def _question(self, question: Question) -> QWidget:
        chosen = self._answers.get(question.key, "")
        buttons = []
        for key, words in question.choices:
            look = "primary" if key == chosen else "plain"
            button = Button(say(words), partial(self.answered.emit, question.key, key), look=look)
            button.setAccessibleDescription(tr("chosen") if key == chosen else "")
            buttons.append(button)
        line = row(gap=8, margins=(16, 8, 16, 8))
        asked = say(question.message)
        if question.key == DAY_ORDER and not chosen and self._proposal is not None:
            waiting = rows_that_wait(self._proposal)
            more = trn("Until that is said, the day of {count} row is left out.",
                       "Until that is said, the days of {count} rows are left out.", waiting)  # fmt: skip
            asked = f"{asked}{'' if screen_language() == 'ja' else ' '}{more}"
        line.addWidget(Text(asked, tone="check", wrap=True), 1)
        for button in buttons:
            line.addWidget(button)
        return surface("check", line)

    def _show_chips(self, proposal: Proposal | None) -> None:
        clear(self._chips)
        if proposal is None:
            return
        counts = proposal.counts
        told = (
            (counts.new, trn("{count} new", "{count} new", counts.new), "good", "plus"),
            (counts.updated, trn("{count} changed", "{count} changed", counts.updated), "chosen", "edit"),
            (counts.unchanged, trn("{count} unchanged", "{count} unchanged", counts.unchanged), "grey", "check"),
            (counts.sent_twice, trn("{count} sent twice", "{count} sent twice", counts.sent_twice), "check", "copy"),
            (counts.skipped, trn("{count} skipped", "{count} skipped", counts.skipped), "check", "away"),
            (counts.to_review, trn("{count} to review", "{count} to review", counts.to_review), "check", "review"),
        )
        for count, words, tone, icon_name in told:
            if count:
                self._chips.addWidget(Chip(words, tone, icon_name))

    def _turn(self) -> None:
        which = self._which.choice
        proposal = self._proposal
        self._search.setVisible(which != "columns" and proposal is not None)
        if which == "columns":
            self._stack.setCurrentWidget(self._columns)
        elif proposal is None:
            self._stack.setCurrentWidget(self._no_rows)
        elif which == "rows":
            self._stack.setCurrentWidget(self._rows)
        else:
            self._stack.setCurrentWidget(self._notes if proposal.notes else self._nothing)
        if which == "columns":
            self.inspected.emit(None)
        else:
            self._inspect_again()

    # One row

    def _pick(self, subject: Subject) -> None:
        proposal = self._proposal
        if proposal is None:
            return
        place = subject.id
        if subject.noun == NOTE:
            owners = [place for place, each in enumerate(proposal.rows) for _ in each.notes]
            place = owners[subject.id]
        found = proposal.rows[place]
        self.inspected.emit(RowPanel(found, Understood(proposal).facts(found)))

    def _inspect_again(self) -> None:
        """Show the chosen row anew, or nothing if none is chosen."""
        table = {"rows": self._rows, "notes": self._notes}.get(self._which.choice)
        chosen = None if table is None else table.chosen
        if chosen is None or self._proposal is None:
            self.inspected.emit(None)
        else:
            self._pick(chosen)

    def pick_row(self, place: int) -> None:
        """Choose the row at a place and show it in the inspector."""
        if self._rows.choose(Subject(ROW, place)):
            self._pick(Subject(ROW, place))

    # Across a change of language

    def state(self) -> dict[str, Any]:
        """What is chosen here."""
        return {"which": self._which.choice, "row": self._rows.chosen, "asked": self._asked}

    def restore(self, state: dict[str, Any]) -> None:
        """Choose it again."""
        self._asked = state["asked"]
        self._which.choose(state["which"])
        self._rows.choose(state["row"])
        self._turn()

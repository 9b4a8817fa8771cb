"""The proposal as a list: what it comes to, each change with a tick and its reasons, what stays open, the buttons."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.agenda import Agenda
from planner.language import say, screen_language, tr, tr_in, trn
from planner.language.dates import day_text, duration_text, span_text
from planner.language.names import full_name
from planner.model.interpreting import Interpreter
from planner.model.plan import Plan
from planner.rules.interpreting import Roster, roster_of
from planner.rules.interpreting.cover import uncovered_minutes
from planner.ui.pages.interpreters.words import event_title
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import STRETCH, column, row, rule, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.text import Text

if TYPE_CHECKING:
    from planner.matching.interpreters.proposing import Line, Proposal, Uncovered

_TONES: Final = {"new": ("good", "plus"), "moved": ("chosen", "swap"), "gone": ("grey", "minus")}
#: Why it is nobody else is told of so many.
_WHY: Final = 3


class SuggestionPanel(Panel):
    """Nothing is in the plan before one of the buttons at the foot is pressed."""

    #: The changes that are accepted, all or those ticked.
    acceptAsked = Signal(object)
    discardAsked = Signal()

    def __init__(self, proposal: Proposal, plan: Plan) -> None:
        count = len(proposal.changes)
        super().__init__(trn("Proposal, {count} change", "Proposal, {count} changes", count))
        self._proposal, self._plan = proposal, plan
        self._roster: Roster = roster_of(Agenda(plan))
        self.boxes: list[tuple[CheckBox, Line]] = []
        self.body.addWidget(self._headline())
        for line in proposal.changes:
            self.body.addWidget(rule())
            self.body.addWidget(self._change(line))
        if proposal.uncovered:
            self.body.addWidget(rule())
            self.body.addWidget(Text(tr("Still nobody"), "heading"))
        for lack in proposal.uncovered:
            self.body.addLayout(self._lack(lack))
        self._all = Button(trn("Accept {count}", "Accept all {count}", count), self._accept_all, look="primary")
        self._some = Button("", self._accept_some)
        self._all.setEnabled(bool(count))
        lower = row(self._some, Button(tr("Discard"), self.discardAsked.emit))
        for place in (0, 1):
            lower.setStretch(place, 1)
        self.foot.addWidget(self._all)
        self.foot.addLayout(lower)
        self.show_foot()
        self._tell()

    def _headline(self) -> QWidget:
        """How much is not covered before and after."""
        language = screen_language()
        before, after = (
            duration_text(timedelta(minutes=minutes), language)
            for minutes in (uncovered_minutes(self._roster), self._proposal.minutes_uncovered)
        )
        tone = "check" if self._proposal.minutes_uncovered else "good"
        words = Text(tr("Not covered: {before} → {after}", before=before, after=after), "heading", tone, wrap=True)
        texts = [words]
        if self._proposal.not_kept:
            kept = trn("{count} rule not kept", "{count} rules not kept", len(self._proposal.not_kept))
            counts = Counter(say(one.said) for one in self._proposal.not_kept)
            told = [tr("{what} ({count})", what=what, count=count) for what, count in counts.most_common()]
            texts += [Text(one, "small", tone, wrap=True) for one in (kept, *told)]
        for text in texts:
            text.setMinimumWidth(160)
        return surface(tone, column(*texts, gap=2, margins=(12, 10, 12, 10)))

    def _event(self, need_id: int) -> tuple[str, str]:
        wanted = self._roster.wanted[need_id]
        return event_title(wanted.slot.event), day_text(wanted.day, screen_language(), "short")

    def _hours(self, line: Line | Uncovered) -> str:
        wanted = self._roster.wanted[line.need_id]
        return span_text(wanted.local(line.start).at, wanted.local(line.end).at, screen_language())

    def _name(self, interpreter_id: int) -> str:
        interpreter = self._plan.get(Interpreter, interpreter_id)
        return "" if interpreter is None else full_name(interpreter.person, screen_language())

    def _change(self, line: Line) -> QWidget:
        title, day = self._event(line.need_id)
        name = self._name(line.interpreter_id)
        words = {"new": tr_in("change", "New"), "moved": tr_in("change", "Other hours"), "gone": tr_in("change", "Off")}
        tone, icon_name = _TONES[line.state.value]
        box = CheckBox("")
        box.setChecked(True)
        box.setAccessibleName(tr("Accept: {name}", name=f"{name}, {title}"))
        box.clicked.connect(lambda _: self._tell())
        self.boxes.append((box, line))
        head = row(box, Chip(words[line.state.value], tone, icon_name), STRETCH)
        told = [Text(name, "heading", wrap=True), Text(title, wrap=True)]
        when = tr("{day}, {time}", day=day, time=self._hours(line))
        told += [Text(one, "small", "text2", wrap=True) for one in (when, *(say(reason) for reason in line.reasons))]
        for text in told:
            text.setMinimumWidth(120)
        whole = QWidget()
        whole.setLayout(column(head, column(*told, gap=2, margins=(28, 0, 0, 0)), gap=2))
        return whole

    def _lack(self, lack: Uncovered) -> QVBoxLayout:
        title, day = self._event(lack.need_id)
        texts = [
            Text(title, wrap=True),
            Text(tr("{day}, {time}", day=day, time=self._hours(lack)), "small", "wrong", wrap=True),
        ]
        for interpreter_id, message in lack.why[:_WHY]:
            told = tr("{name}: {reason}", name=self._name(interpreter_id), reason=say(message))
            texts.append(Text(told, "small", "text2", wrap=True))
        for text in texts:
            text.setMinimumWidth(160)
        return column(*texts, gap=2)

    # Ticks

    @property
    def ticked(self) -> tuple[Line, ...]:
        """The changes that are ticked."""
        return tuple(line for box, line in self.boxes if box.isChecked())

    def _tell(self) -> None:
        count = len(self.ticked)
        self._some.setText(tr("Accept selected ({count})", count=count))
        self._some.setEnabled(0 < count < len(self.boxes))

    def _accept_all(self) -> None:
        self.acceptAsked.emit(self._proposal.changes)

    def _accept_some(self) -> None:
        self.acceptAsked.emit(self.ticked)

    def forbid(self) -> None:
        """Nothing can be accepted any more: the plan has moved on, or may only be looked at."""
        for button in (self._all, self._some):
            button.setEnabled(False)

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
from planner.ui.pages.interpreters.illness import Ill
from planner.ui.pages.interpreters.words import event_title
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import STRETCH, column, row, rule, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import listed

if TYPE_CHECKING:
    from planner.matching.interpreters.proposal import Line, Proposal, Uncovered

_TONES: Final = {"new": ("good", "plus"), "moved": ("chosen", "swap"), "gone": ("grey", "minus")}
#: Why it is nobody else is told of so many.
_WHY: Final = 3


class SuggestionPanel(Panel):
    """Nothing is in the plan before one of the buttons at the foot is pressed."""

    #: The changes that are accepted, all or those ticked.
    acceptAsked = Signal(object)
    discardAsked = Signal()

    def __init__(
        self, proposal: Proposal, plan: Plan, ill: Ill | None = None,
        *, unticked: frozenset[tuple[int, int]] = frozenset(), notes: bool = True,
    ) -> None:  # fmt: skip
        """With `ill` it is told who must be told, and it can be noted (`notes`) that they cannot come."""
        count = len(proposal.changes)
        super().__init__(trn("Proposal, {count} change", "Proposal, {count} changes", count))
        self._proposal, self._plan, self._unticked = proposal, plan, unticked
        self._note: CheckBox | None = None
        self._roster: Roster = roster_of(Agenda(plan))
        self.boxes: list[tuple[CheckBox, Line]] = []
        self.body.addWidget(self._headline())
        if ill is not None:
            self._tell_who(ill, notes=notes)
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

    def _tell_who(self, ill: Ill, *, notes: bool) -> None:
        """Who must be told, each with their events; and whether it is noted that somebody cannot come."""
        day = day_text(ill.on, screen_language(), "short")
        self._note = CheckBox(tr("Note the absence too"))
        self._note.setChecked(notes)
        lines = []
        for one in self._proposal.told:
            needs = (line.need_id for line in self._proposal.changes if line.interpreter_id == one)
            titles = listed(list(dict.fromkeys(self._event(need_id)[0] for need_id in needs)))
            lines.append(Text(tr("{name}: {events}", name=self._name(one), events=titles), "small", "text2", wrap=True))
        for text in lines:
            text.setMinimumWidth(160)
        told = lines or [Text(tr("nobody"), "small", "text2")]
        self.body.addLayout(column(Text(tr("Who must be told"), "heading"), *told, gap=4))
        absent = Text(tr("{name} cannot come from {day} on.", name=self._name(ill.interpreter_id), day=day), "small",
                      "text2", wrap=True)  # fmt: skip
        absent.setMinimumWidth(120)
        self.body.addLayout(column(self._note, column(absent, gap=0, margins=(24, 0, 0, 0)), gap=2))

    @property
    def notes(self) -> bool:
        """Whether it is to be noted that somebody cannot come."""
        return self._note is None or self._note.isChecked()

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
        box.setChecked((line.need_id, line.interpreter_id) not in self._unticked)
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

    @property
    def unticked(self) -> frozenset[tuple[int, int]]:
        """The others, by need and interpreter."""
        return frozenset((line.need_id, line.interpreter_id) for box, line in self.boxes if not box.isChecked())

    def _tell(self) -> None:
        count = len(self.ticked)
        self._some.setText(tr("Accept selected ({count})", count=count))
        self._some.setEnabled(0 < count < len(self.boxes))

    def _accept_all(self) -> None:
        self.acceptAsked.emit(self._proposal.changes)

    def _accept_some(self) -> None:
        self.acceptAsked.emit(self.ticked)

    def allow(self, on: bool) -> None:
        """Let changes be accepted, or not: what it rests on has changed, or the plan may only be looked at."""
        self._all.setEnabled(on and bool(self.boxes))
        self._tell()
        self._some.setEnabled(on and self._some.isEnabled())

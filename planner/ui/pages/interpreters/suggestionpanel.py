"""The proposal as a list: what it comes to, each change with a tick and its reasons, what stays open, the buttons."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.agenda import agenda_of
from planner.language import say, screen_language, tr, tr_in, trn
from planner.language.dates import day_text
from planner.language.names import full_name
from planner.language.times import duration_text, span_text
from planner.matching.interpreters.proposal import Line, NotKept, Proposal
from planner.model.interpreting import Interpreter
from planner.model.plan import Plan
from planner.rules.interpreting import Wanted, roster_of, uncovered
from planner.rules.interpreting.availability import comes_after
from planner.rules.interpreting.cover import apart, uncovered_minutes
from planner.ui.pages.interpreters.illness import Ill
from planner.ui.pages.interpreters.surviving import Place, Standing
from planner.ui.pages.interpreters.words import event_title
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import STRETCH, clear, column, row, rule, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import listed

_TONES: Final = {"new": ("good", "plus"), "moved": ("chosen", "swap"), "gone": ("grey", "minus")}
#: Why it is nobody else is told of so many.
_WHY: Final = 3


class SuggestionPanel(Panel):
    """Nothing is in the plan before a button is pressed: beside a change, or at the foot."""

    #: The changes that are accepted: all, those ticked, or one with what goes together with it.
    acceptAsked = Signal(object)
    discardAsked = Signal()
    #: A change is to be seen on the board: the id of its need.
    picked = Signal(int)

    def __init__(
        self, answer: Proposal, ill: Ill | None = None,
        *, unticked: frozenset[Place] = frozenset(), notes: bool = True,
    ) -> None:  # fmt: skip
        """With `ill` it is told who must be told, and it can be noted (`notes`) that they cannot come."""
        super().__init__(tr("Proposal"))
        self._answer, self._ill, self._unticked, self._notes = answer, ill, unticked, notes
        self._note: CheckBox | None = None
        self.boxes: list[tuple[CheckBox, Line]] = []
        #: Beside each change the button that accepts it.
        self.singles: list[Button] = []
        self.all = Button("", lambda: self.acceptAsked.emit(self._standing.lines), look="primary")
        self.some = Button("", lambda: self.acceptAsked.emit(self.ticked))
        lower = row(self.some, Button(tr("Discard"), self.discardAsked.emit))
        for place in (0, 1):
            lower.setStretch(place, 1)
        self.foot.addWidget(self.all)
        self.foot.addLayout(lower)
        self.show_foot()

    def show_standing(self, standing: Standing, plan: Plan, *, may: bool) -> None:
        """Show what of it fits a plan; the button pressed gives way to the next."""
        pressed = next((number for number, one in enumerate(self.singles) if one.hasFocus()), None)
        bar = self.scroll_area.verticalScrollBar()
        reached = bar.value()
        self._standing, self._plan, self._may = standing, plan, may
        self._roster = roster_of(agenda_of(plan))
        count = len(standing.lines)
        self.title = trn("Proposal, {count} change", "Proposal, {count} changes", count)
        self.title_label.setText(self.title)
        self.setAccessibleName(self.title)
        clear(self.body)
        self.boxes, self.singles = [], []
        self.body.addWidget(self._headline())
        self._tell_fallen()
        if self._ill is not None:
            self._tell_who(self._ill)
        for line in standing.lines:
            self.body.addWidget(rule())
            self.body.addWidget(self._change(line))
        self._tell_lacks()
        self.all.setText(trn("Accept {count}", "Accept all {count}", count))
        self.all.setEnabled(may and bool(count))
        self._tell()
        # Only when it is laid out can it be as far down as it was.
        QTimer.singleShot(0, self, lambda: bar.setValue(reached))
        if pressed is not None and self.singles:
            after = self.singles[min(pressed, count - 1)]
            QTimer.singleShot(0, after, lambda: after.setFocus(Qt.FocusReason.OtherFocusReason))

    # What it comes to

    def _headline(self) -> QWidget:
        """How much is not covered before and after, how sure that is, and what good practice is not kept."""
        language = screen_language()
        minutes = uncovered_minutes(self._standing.roster)
        before, after = (
            duration_text(timedelta(minutes=each), language)
            for each in (uncovered_minutes(self._standing.roster_before), minutes)
        )
        tone = "check" if minutes else "good"
        if self._ill is None:
            words = tr("Not covered: {before} → {after}", before=before, after=after)
        else:
            name = self._name(self._ill.interpreter_id)
            words = tr("Not covered without {name}: {before} → {after}", name=name, before=before, after=after)
        texts = [Text(words, "heading", tone, wrap=True), Text(self._proof(), "small", tone, wrap=True)]
        head = surface(tone, column(*texts, gap=2, margins=(12, 10, 12, 10)))
        for text in texts:
            text.setMinimumWidth(160)
        not_kept = self._not_kept()
        if not not_kept:
            return head
        counts = Counter(say(one.in_short) for one in not_kept)
        lines = [Text(trn("{count} rule not kept", "{count} rules not kept", len(not_kept)), "heading")]
        told = [tr("{count} × {what}", what=what, count=count) for what, count in counts.most_common()]
        lines += [Text(one, "small", "text2", wrap=True) for one in told]
        for text in lines:
            text.setMinimumWidth(160)
        whole = QWidget()
        whole.setLayout(column(head, column(*lines, gap=2), gap=12))
        return whole

    @property
    def _is_newer(self) -> bool:
        return self._plan.revision != self._answer.revision

    def _proof(self) -> str:
        cover = self._answer.cover
        if self._is_newer:
            return tr("Found before the last change of the plan: propose again to prove it anew.")
        if cover.cancelled:
            return tr("Stopped: the best that was found until then")
        if cover.optimal:
            return tr("Proved to be the best.")
        if all(one.proved for one in cover.reached if one.aim.value == "uncovered"):
            return tr("Proved: no less can be left without an interpreter.")
        return tr("Not proved: less may be left without an interpreter.")

    def _not_kept(self) -> list[NotKept]:
        """What good practice is not kept: of a plan that has changed, only by what is still proposed."""
        places = {line.place for line in self._standing.lines}
        return [
            one for one in self._answer.not_kept
            if not self._is_newer or any((need, one.interpreter_id) in places for need in one.need_ids)
        ]  # fmt: skip

    def _tell_fallen(self) -> None:
        """What no longer fits, and why."""
        told = [
            tr("{name}: {reason}", name=listed([self._name(one.line.interpreter_id), title]), reason=one.why)
            for one in self._standing.fallen
            if (title := self._title(one.line.need_id))
        ]
        if told:
            self.body.addLayout(column(Text(tr("No longer fits"), "heading"), *map(_line, told), gap=4))

    def _tell_who(self, ill: Ill) -> None:
        """Who must be told, each with their events; and whether it is noted that somebody cannot come."""
        fallen = {one.line.place for one in self._standing.fallen}
        lines = []
        for one in self._answer.told:
            changes = [each for each in self._answer.changes if each.interpreter_id == one and each.place not in fallen]
            titles = listed(list(dict.fromkeys(filter(None, (self._title(each.need_id) for each in changes)))))
            if titles:
                lines.append(_line(tr("{name}: {events}", name=self._name(one), events=titles)))
        told = lines or [Text(tr("nobody"), "small", "text2")]
        self.body.addLayout(column(Text(tr("Who must be told"), "heading"), *told, gap=4))
        self._note = None
        interpreter = self._plan.get(Interpreter, ill.interpreter_id)
        if interpreter is None or not comes_after(interpreter, dt.datetime.combine(ill.on, ill.at)):
            return
        self._note = CheckBox(tr("Note the absence too"))
        self._note.setChecked(self._notes)
        self._note.clicked.connect(self._turn_note)
        day = day_text(ill.on, screen_language(), "short")
        absent = _line(tr("{name} cannot come from {day} on.", name=self._name(ill.interpreter_id), day=day))
        self.body.addLayout(column(self._note, column(absent, gap=0, margins=(24, 0, 0, 0)), gap=2))

    def _turn_note(self, on: bool) -> None:
        self._notes = on

    @property
    def notes(self) -> bool:
        """Whether it is to be noted that somebody cannot come; it is not where that is known already."""
        return self._note is not None and self._notes

    def _tell_lacks(self) -> None:
        """What nobody would cover, and why: what somebody covers now apart from what nobody does."""
        roster = self._standing.roster
        found = [
            (wanted, apart(uncovered(wanted, roster), uncovered(wanted, self._roster)))
            for wanted in roster.wanted.values() if not wanted.is_idea
        ]  # fmt: skip
        for which, heading in enumerate((tr("Nobody any more"), tr("Still nobody"))):
            lacks = [(wanted, lack) for wanted, both in found for lack in both[which]]
            if lacks:
                self.body.addWidget(rule())
                self.body.addWidget(Text(heading, "heading"))
            for wanted, lack in sorted(lacks, key=lambda one: one[1].start):
                self.body.addLayout(self._lack(wanted, lack.start, lack.end))

    # The words of things

    def _title(self, need_id: int) -> str:
        """What the event of a need is called; nothing if it is not there any more."""
        wanted = self._roster.wanted.get(need_id)
        return "" if wanted is None else event_title(wanted.slot.event)

    def _when(self, need_id: int, start: dt.datetime, end: dt.datetime) -> str:
        wanted, language = self._roster.wanted[need_id], screen_language()
        hours = span_text(*wanted.hours(start, end), language)
        return tr("{day}, {time}", day=day_text(wanted.day, language, "short"), time=hours)

    def _name(self, interpreter_id: int) -> str:
        interpreter = self._plan.get(Interpreter, interpreter_id)
        return "" if interpreter is None else full_name(interpreter.person, screen_language())

    # A change

    def _change(self, line: Line) -> QWidget:
        title, name = self._title(line.need_id), self._name(line.interpreter_id)
        words = {"new": tr_in("change", "New"), "moved": tr_in("change", "Other hours"), "gone": tr_in("change", "Off")}
        tone, icon_name = _TONES[line.state.value]
        box = CheckBox("")
        box.setChecked(line.place not in self._unticked)
        box.setAccessibleName(tr("Accept: {name}", name=f"{name}, {title}"))
        box.clicked.connect(lambda on: self._tick(line, on))
        self.boxes.append((box, line))
        single = Button(tr("Accept this"), lambda: self._accept_one(line), small=True)
        single.setAccessibleName(tr("Accept this: {name}", name=f"{name}, {title}"))
        single.setEnabled(self._may)
        self.singles.append(single)
        head = row(box, Chip(words[line.state.value], tone, icon_name), STRETCH, single)
        hours = self._when(line.need_id, line.start, line.end)
        when = Button(hours, lambda: self.picked.emit(line.need_id), look="link", small=True)
        when.setAccessibleName(tr("Show on the board: {name}", name=f"{name}, {title}"))
        told = [_line(say(reason)) for reason in line.reasons]
        if others := [one for one in self._standing.with_all([line.place]) if one is not line]:
            names = listed([f"{self._name(one.interpreter_id)} ({words[one.state.value]})" for one in others])
            told.append(_line(tr("Only together with: {names}", names=names)))
        titles = [Text(name, "heading", wrap=True), Text(title, wrap=True)]
        for text in titles:
            text.setMinimumWidth(120)
        whole = QWidget()
        below = column(*titles, row(when, STRETCH), *told, gap=2, margins=(28, 0, 0, 0))
        whole.setLayout(column(head, below, gap=2))
        return whole

    def _lack(self, wanted: Wanted, start: dt.datetime, end: dt.datetime) -> QVBoxLayout:
        need_id = wanted.need.id
        texts = [
            Text(self._title(need_id), wrap=True),
            Text(self._when(need_id, start, end), "small", "wrong", wrap=True),
        ]
        known = next((one.why for one in self._answer.uncovered if one.need_id == need_id and one.start < end), ())
        for interpreter_id, message in known[:_WHY]:
            texts.append(_line(tr("{name}: {reason}", name=self._name(interpreter_id), reason=say(message))))
        for text in texts:
            text.setMinimumWidth(160)
        return column(*texts, gap=2)

    # Ticks

    @property
    def ticked(self) -> tuple[Line, ...]:
        """The changes that are ticked."""
        return tuple(line for box, line in self.boxes if box.isChecked())

    @property
    def kept(self) -> dict[str, Any]:
        """What the user has said by ticks, for a panel made anew."""
        return {"unticked": self._unticked, "notes": self._notes}

    def _tick(self, line: Line, on: bool) -> None:
        """What goes together is ticked together."""
        places = {one.place for one in self._standing.with_all([line.place])}
        self._unticked = self._unticked - places if on else self._unticked | places
        for box, each in self.boxes:
            box.setChecked(each.place not in self._unticked)
        self._tell()

    def _tell(self) -> None:
        count = len(self.ticked)
        self.some.setText(tr("Accept selected ({count})", count=count))
        self.some.setEnabled(self._may and 0 < count < len(self.boxes))

    def _accept_one(self, line: Line) -> None:
        self.acceptAsked.emit(self._standing.with_all([line.place]))


def _line(words: str) -> Text:
    text = Text(words, "small", "text2", wrap=True)
    text.setMinimumWidth(120)
    return text

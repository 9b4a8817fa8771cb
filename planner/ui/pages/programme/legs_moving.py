"""Moving people to another leg, in the inspector: who, onto which, and everything else it touches before it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.agenda import Agenda, Slot, agenda_of, slot_at, times_of
from planner.agenda.consequences import Consequences, consequences_of
from planner.agenda.nights import DaysChange, StayChange
from planner.commands import journeys
from planner.language import say, screen_language, tr, trn
from planner.language.consequences import message_of
from planner.language.names import full_name, sort_key
from planner.language.nouns import field_label
from planner.language.times import letters_of, wall_text
from planner.model.delegations import Member
from planner.model.kinds import ActivityStatus
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.model.programme import Journey
from planner.ui.inspector import Piece
from planner.ui.pages.programme.legs import siblings
from planner.ui.pages.programme.legs_ticks import Tick, day_ticks, stay_ticks
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import CheckBox, ChoiceField
from planner.ui.widgets.fields import TextField
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.moments import DateField, TimeField
from planner.ui.widgets.sentence import sentence_line
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import said

_NEW: Final = 0
_TONES: Final = {
    "move-connection-missed": "wrong", "move-no-adult": "wrong", "move-no-adult-left": "wrong", "move-seats": "wrong",
    "move-missed": "check", "move-missed-day": "check", "move-partly": "check", "move-pick-up": "check",
    "move-nobody-meets": "check", "move-meal-lost": "check", "move-nobody-left": "check",
    "move-connection-apart": "check", "move-reached": "good", "move-meal-won": "good",
}  # fmt: skip


class MovePiece(Piece):
    """A button that unfolds the people of the leg, the other leg, and what the change touches."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._leg: Journey | None = None
        self._agenda: Agenda | None = None
        self.found: Consequences | None = None
        self.ticks: list[Tick] = []
        self.boxes: dict[int, CheckBox] = {}
        self.open = Button(tr("Move people to another leg…"), self._unfold, icon_name="swap")
        self._inner = QWidget()
        self._inner.hide()
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        self._presets = Flow(gap=6)
        self.to = ChoiceField(tr("To which leg"), [])
        self.leaves_on = DateField(field_label(Journey, "departs_on"), near=dt.date.today(), optional=False)
        self.leaves_at = TimeField(field_label(Journey, "departs_at"))
        self.arrives_on = DateField(field_label(Journey, "arrives_on"), near=dt.date.today())
        self.arrives_at = TimeField(field_label(Journey, "arrives_at"))
        self.carrier = TextField(field_label(Journey, "carrier"))
        self.number = TextField(field_label(Journey, "number"))
        self._times = QWidget()
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self._refusal = Text("", "small", "wrong", wrap=True)
        #: Which of two is meant where clocks show a time twice: the fields `departs_fold` and `arrives_fold`.
        self._folds: dict[str, int] = {}
        self.which = Flow(gap=6)
        self.done = Button("", self._move, look="primary")
        self._lay_out()

    def _lay_out(self) -> None:
        self._times.setLayout(
            column(
                _beside(self.leaves_on, self.leaves_at), _beside(self.arrives_on, self.arrives_at),
                _beside(self.carrier, self.number), gap=6,
            )
        )  # fmt: skip
        buttons = row(self.done, Button(tr("Cancel"), self._fold, look="link"), STRETCH)
        self._inner.setLayout(
            column(
                Text(tr("Who changes"), "small", "text2"), self._presets, self._people, self.to, self._times,
                self._said, self._refusal, self.which, buttons, gap=8,
            )
        )  # fmt: skip
        self.setLayout(column(row(self.open, STRETCH), self._inner, gap=8))
        for field in (self.to, *self._fields):
            field.committed.connect(lambda _: self._choose_anew())

    def _choose_anew(self) -> None:
        self._folds = {}
        self._look()

    @property
    def _fields(self) -> tuple[Any, ...]:
        return self.leaves_on, self.leaves_at, self.arrives_on, self.arrives_at, self.carrier, self.number

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._leg, self._agenda = record, agenda_of(plan)
        slot = self._slot
        self.open.setEnabled(not self._workspace.is_read_only and slot is not None and bool(slot.members))
        if anew or slot is None:
            self._fold()
        elif self._inner.isVisible():
            self._show_people(slot, self._agenda)
            self._offer(slot, self._agenda)
            self._look()

    @property
    def _slot(self) -> Slot | None:
        if self._leg is None or self._agenda is None:
            return None
        return self._agenda.by_key.get(("Journey", self._leg.id))

    # What is chosen

    def _unfold(self) -> None:
        slot, agenda = self._slot, self._agenda
        if slot is None or agenda is None or self._leg is None:
            return
        self.boxes = {}
        self._show_people(slot, agenda)
        self._offer(slot, agenda)
        near = self._leg.departs_on
        for field in (self.leaves_on, self.arrives_on):
            field.near = near
        for field, value in zip(self._fields, (near, None, self._leg.arrives_on or near, None, "", ""), strict=True):
            field.show_value(value)
        others = siblings(agenda, slot)
        self.to.show_value(others[0].event.id if others else _NEW)
        self.open.hide()
        self._inner.show()
        self._look()

    def _fold(self) -> None:
        self._inner.hide()
        self.open.show()

    def _show_people(self, slot: Slot, agenda: Agenda) -> None:
        ticked = {member_id for member_id, box in self.boxes.items() if box.isChecked()}
        if list(self.boxes) == [member.id for member in _ordered(slot.members)]:
            return
        clear(self._people)
        clear(self._presets)
        self.boxes = {}
        for member in _ordered(slot.members):
            box = CheckBox(full_name(member.person, screen_language()))
            box.setChecked(member.id in ticked)
            box.clicked.connect(lambda _: self._look())
            self.boxes[member.id] = box
            self._people.addWidget(box)
        presets = [(tr("Everyone"), [member.id for member in slot.members]), (tr("Nobody"), [])]
        for group in agenda.plan.groups:
            ids = [one.member_id for one in group.memberships if one.member_id in self.boxes]
            if ids:
                presets.append((said(group, "name") or group.letter, ids))
        for words, ids in presets:
            self._presets.addWidget(Button(words, partial(self._tick, ids), small=True))

    def _tick(self, ids: Iterable[int]) -> None:
        chosen = set(ids)
        for member_id, box in self.boxes.items():
            box.setChecked(member_id in chosen)
        self._look()

    def _offer(self, slot: Slot, agenda: Agenda) -> None:
        """The other legs, those of the same way first, and a new one."""
        language = screen_language()
        near = siblings(agenda, slot)
        others = [one for one in agenda.slots if one.journey is not None and one.key != slot.key and one not in near]
        choices: list[tuple[int, str]] = [
            (one.event.id, f"{wall_text(one.begins, language, 'short')} · {said(one.event, 'title')}")
            for one in (*near, *others)
            if one.event.status is not ActivityStatus.CANCELLED
        ]
        self.to.offer([(_NEW, tr("A new leg like this one")), *choices])

    # What it touches

    @property
    def chosen(self) -> list[Member]:
        """Who is ticked."""
        slot = self._slot
        ticked = {member_id for member_id, box in self.boxes.items() if box.isChecked()}
        return [] if slot is None else [member for member in slot.members if member.id in ticked]

    def _values(self) -> dict[str, Any]:
        return {
            "departs_on": self.leaves_on.value(), "departs_at": self.leaves_at.value(),
            "arrives_on": self.arrives_on.value(), "arrives_at": self.arrives_at.value(),
            "carrier": self.carrier.value(), "number": self.number.value(), **self._folds,
        }  # fmt: skip

    def _other(self, agenda: Agenda) -> Slot | None:
        """The other leg as a slot. Raises `PlannerError` as `WallTime.instant`."""
        if self.to.value() != _NEW:
            return agenda.by_key.get(("Journey", self.to.value()))
        assert self._leg is not None
        thought = journeys.leg_like(self._leg, self._values())
        begins, ends = times_of(thought)
        return None if begins is None else slot_at(thought, (), begins, ends)

    def _look(self) -> None:
        slot, agenda = self._slot, self._agenda
        if slot is None or agenda is None:
            return
        self._times.setVisible(self.to.value() == _NEW)
        self.leaves_at.show_hint(letters_of(slot.begins))
        self.arrives_at.show_hint(letters_of(slot.ends) if slot.ends is not None else "")
        clear(self._said)
        self._refusal.hide()
        clear(self.which)
        self.ticks, self.found = [], None
        members = self.chosen
        self.done.setText(trn("Move {count} person", "Move {count} people", len(members)))
        self.done.setEnabled(False)
        if not members:
            return
        try:
            other = self._other(agenda)
            if other is None:
                self._said.addWidget(sentence_line(say(Message.of("leg-without-times"))))
                return
            self.found = consequences_of(agenda, members, slot, other)
        except PlannerError as error:
            self._refuse(error)
            return
        self.done.setEnabled(True)
        self._show_found(self.found, agenda.plan)

    def _show_found(self, found: Consequences, plan: Plan) -> None:
        order = ["wrong", "check", "grey", "good"]
        said_ = [(_TONES.get(one.code, "grey"), say(message_of(one, plan))) for one in found.said]
        if said_:
            self._said.addWidget(Text(tr("What else it touches"), "small", "text2"))
        for tone, words in sorted(said_, key=lambda pair: order.index(pair[0])):
            self._said.addWidget(sentence_line(words, tone))
        self.ticks = [*stay_ticks(found.stays), *day_ticks(found.days)]
        for tick in self.ticks:
            self._said.addWidget(tick)

    # What is done

    def _move(self) -> None:
        slot = self._slot
        if slot is None or self.found is None:
            return
        taken = [change for tick in self.ticks for change in tick.taken]
        stays = {
            one.stay.id: (one.first_night, one.last_night) if one.first_night and one.last_night else None
            for one in taken
            if isinstance(one, StayChange)
        }
        days = {one.member.id: (one.joins_on, one.leaves_on) for one in taken if isinstance(one, DaysChange)}
        ids = [member.id for member in self.chosen]
        to = self.to.value() if self.to.value() != _NEW else self._values()
        # Folded first: when the plan is new, those who went are on this leg no more.
        self._fold()
        done = self._workspace.run(
            journeys.move_to_leg, ids, slot.event.id, to, stays=stays, days=days, refused=self._refused
        )  # fmt: skip
        if done:
            words = trn("{count} person is on another leg now.", "{count} people are on another leg now.", len(ids))
            self._workspace.say(words, undo=True)

    def _refused(self, error: PlannerError) -> None:
        self.open.hide()
        self._inner.show()
        self._refuse(error)

    def _refuse(self, error: PlannerError) -> None:
        self._refusal.setText(say(error))
        self._refusal.show()
        clear(self.which)
        if error.code == "hour-doubled":
            figures = error.message.figures
            leaves = (figures["on"], figures["at"]) == (self.leaves_on.value(), self.leaves_at.value())
            field = "departs_fold" if leaves and "departs_fold" not in self._folds else "arrives_fold"
            labels = (
                tr("First, {letters}", letters=letters_of(figures["first"])),
                tr("Second, {letters}", letters=letters_of(figures["second"])),
            )
            for fold, label in enumerate(labels):
                self.which.addWidget(Button(label, partial(self._mean, field, fold), small=True))

    def _mean(self, field: str, fold: int) -> None:
        self._folds[field] = fold
        self._look()


def _beside(*fields: QWidget) -> Any:
    line_ = row(gap=8)
    for field in fields:
        line_.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return line_


def _ordered(members: Iterable[Member]) -> list[Member]:
    language = screen_language()
    return sorted(members, key=lambda member: sort_key(member.person, language))

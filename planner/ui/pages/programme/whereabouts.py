"""Where is everyone? A slider over the visit with both clocks, and the people by the places they are in then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from planner.agenda import Agenda, Slot, agenda_of
from planner.agenda.spots import Spot, State
from planner.agenda.whereabouts import AtWork, Moment, Whereabouts, everyone_at
from planner.clock import wall_at
from planner.language import screen_language, tr, trn
from planner.language.names import full_name, kana_name
from planner.language.times import both_clocks_text, wall_text
from planner.model.kinds import ActivityKind
from planner.model.plan import Plan
from planner.ui.pages.programme.whereabouts_cards import SpotCard
from planner.ui.pages.programme.whereabouts_panel import PersonPanel
from planner.ui.pages.programme.whereabouts_slider import TimeSlider
from planner.ui.pages.programme.whereabouts_told import CardTold, told
from planner.ui.pages.programme.whereabouts_words import names_of
from planner.ui.search import fold
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, Scroll, clear, column, row, rule
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.lineedit import SearchField
from planner.ui.widgets.text import Elided, Text
from planner.ui.widgets.words import city_name

# Up to so many people fit on a card of half the width.
_FEW = 4


class WhereaboutsPage(Page):
    """Everybody's place at one moment of the visit."""

    KEY: ClassVar[str] = "where"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Where is everyone?"))
        self._agenda: Agenda | None = None
        self._names: dict[int, str] = {}
        self._shown: Hashable = None
        self._person: int | None = None
        self._placed = False
        self._visit = ""
        self.cards: list[SpotCard] = []
        self.search = SearchField(tr("Find a person"), wide=200)
        self.header.add(Button(tr("Programme"), lambda: workspace.show("programme"), icon_name="left"))
        self.header.add_right(self.search)
        self.clock = Text("", "heading")
        self.home_clock = Text("", "text", "text2")
        self.summary = Elided("", "small", "text2")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.earlier = IconButton("left", tr("To the change before"), lambda: self._step(-1))
        self.later = IconButton("right", tr("To the next change"), lambda: self._step(1))
        self.now = Button(tr("Now"), self._show_now, icon_name="clock")
        self.slider = TimeSlider()
        clocks = row(self.earlier, self.later, 4, self.clock, 8, self.home_clock, 8)
        clocks.addWidget(self.summary, 1)
        clocks.addWidget(self.now)
        self.body.addLayout(column(clocks, self.slider, gap=6, margins=(16, 10, 16, 8)))
        self.body.addWidget(rule())
        content = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        content.setLayout(column(self._grid, STRETCH, margins=(16, 12, 16, 16)))
        self.body.addWidget(Scroll(content, self.title), 1)
        self._panel = PersonPanel(workspace)
        self.slider.valueChanged.connect(lambda _: self._look())
        self.search.textChanged.connect(lambda _: self._look())
        self.search.returnPressed.connect(self._pick_found)

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        if plan.visit.uid != self._visit:
            # Another visit: neither its days nor its people are those looked at before.
            self._visit, self._placed, self._person = plan.visit.uid, False, None
        self._agenda = agenda_of(plan)
        self._names = names_of(plan.members)
        self.slider.show_agenda(self._agenda)
        if not self._placed:
            self._placed = True
            self.slider.choose(self._first_moment(self._agenda))
        self._shown = None
        self._look()

    def _first_moment(self, agenda: Agenda) -> dt.datetime:
        """Give now, during the visit; before and after it the first thing that is no journey."""
        now = dt.datetime.now(dt.UTC)
        if self.slider.holds(now):
            return now
        staying = (
            slot.start for slot in agenda.slots if slot.activity is not None
            and slot.activity.kind is not ActivityKind.TRAVEL
        )  # fmt: skip
        return next(staying, self.slider.instant)

    @override
    def tick(self) -> None:
        self.now.setEnabled(self.slider.holds(dt.datetime.now(dt.UTC)))

    def _look(self) -> None:
        """Show the moment the slider stands at; the cards are made anew only where anybody has moved."""
        agenda = self._agenda
        if agenda is None:
            return
        self.tick()
        moment = everyone_at(agenda, self.slider.instant)
        self._show_clocks(agenda.plan, moment)
        wanted = fold(self.search.text())
        signature = (
            wanted, self._person, tuple(slot.key for slot in _of_nobody_yet(agenda, moment)),
            tuple((work.interpreter.id, work.slot.key) for work in moment.interpreters),
            tuple((one.member.id, one.spot.key, one.also, one.is_alone, one.bed) for one in moment.people),
        )  # fmt: skip
        if signature != self._shown:
            self._shown = signature
            self._show_cards(agenda, moment, wanted)
        self._follow(moment)

    def _show_clocks(self, plan: Plan, moment: Moment) -> None:
        language, visit = screen_language(), plan.visit
        here = wall_at(moment.instant, visit.host_city.zone)
        there = wall_at(moment.instant, visit.home_city.zone)
        self.clock.setText(wall_text(here, language, "short"))
        weekday = "weekday" if there.on != here.on else None
        self.home_clock.setText(f"{city_name(visit.home_city)} {wall_text(there, language, weekday)}")
        self.slider.setAccessibleDescription(both_clocks_text(here, visit.home_city.zone, language))
        lost = sum(1 for one in moment.people if one.spot.state is State.UNKNOWN)
        twice = sum(1 for one in moment.people if one.also)
        alone = sum(1 for one in moment.people if one.is_alone)
        words = [
            trn("{count} person nowhere", "{count} people nowhere", lost) if lost else "",
            trn("{count} person in two places", "{count} people in two places", twice) if twice else "",
            trn("{count} person without an adult", "{count} people without an adult", alone) if alone else "",
        ]
        self.summary.setText(" · ".join(filter(None, words)) or tr("Everybody’s place is known"))
        self.summary.set_tone("wrong" if twice or alone else "check" if lost else "good")

    def _show_cards(self, agenda: Agenda, moment: Moment, wanted: str) -> None:
        spots = list(self._spots(agenda, moment, wanted))
        known = list(zip(self.cards, spots, strict=False))
        if len(spots) == len(self.cards) > 0 and all(card.can_tell(words) for card, (_, words) in known):
            for card, (spot, words) in known:
                card.tell(spot, words)
            return
        clear(self._grid)
        self.cards = []
        line, side = 0, 0
        for spot, words in spots:
            card = SpotCard(spot, words, pick=self.pick, show=self.workspace.show)
            self.cards.append(card)
            if len(words.people) > _FEW:
                line, side = line + (1 if side else 0), 0
                self._grid.addWidget(card, line, 0, 1, 2)
                line += 1
            else:
                self._grid.addWidget(card, line, side)
                line, side = (line + 1, 0) if side else (line, 1)
        if not self.cards:
            nobody = tr("Nobody here is called that.") if wanted else tr("Nobody takes part yet.")
            self._grid.addWidget(Text(nobody, tone="text2"), 0, 0)

    def _spots(self, agenda: Agenda, moment: Moment, wanted: str) -> Iterator[tuple[Spot, CardTold]]:
        """Tell of each spot with anybody who is looked for."""
        for spot, people in moment.together():
            found = [one for one in people if not wanted or wanted in _words(one)]
            if not found:
                continue
            event = spot.event
            slot = None if event is None else agenda.by_key.get((type(event).__name__, event.id))
            at_work: list[AtWork] = []
            if spot.state is State.EVENT or spot.state in (State.ON_THE_WAY, State.IN_THE_AIR):
                at_work = [work for work in moment.interpreters if slot is not None and work.slot.key == slot.key]
            meanwhile = _of_nobody_yet(agenda, moment) if spot.state is State.UNKNOWN else ()
            yield spot, told(
                spot, found, at_work, slot, names=self._names, chosen=self._person, meanwhile=meanwhile
            )

    # One person

    def pick(self, member_id: int) -> None:
        """Follow one person through the visit."""
        self._person = member_id
        self._look()

    def _follow(self, moment: Moment) -> None:
        one = next((one for one in moment.people if one.member.id == self._person), None)
        if one is None:
            if self.panel is not None:
                self.inspect(None)
            return
        self._panel.show_person(one, moment, self._names)
        if self.panel is not self._panel:
            self.inspect(self._panel)

    def _pick_found(self) -> None:
        """Enter in the search follows the first who is found, and puts the keys on the slider."""
        for card in self.cards:
            for member_id in card.names:
                self.pick(member_id)
                self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self._person = None
        self._look()
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    # Moving the moment

    def _show_now(self) -> None:
        self.slider.choose(dt.datetime.now(dt.UTC))

    def _step(self, way: int) -> None:
        """Go to the next moment, or the one before, at which anything begins or ends."""
        agenda = self._agenda
        if agenda is None:
            return
        here = self.slider.instant
        turns = sorted({moment for slot in agenda.slots for moment in (slot.start, slot.end)})
        if way > 0:
            found = next((turn for turn in turns if turn > here), None)
        else:
            found = next((turn for turn in reversed(turns) if turn < here), None)
        if found is not None:
            self.slider.choose(found)
            if way > 0 and self.slider.instant <= here:
                # It lies within this quarter of an hour: the next one is after it.
                self.slider.setValue(self.slider.value() + 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
            return
        super().keyPressEvent(event)

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        return {"instant": self.slider.instant, "person": self._person, "search": self.search.text()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._person = state.get("person")
        self.search.setText(state.get("search", ""))
        if "instant" in state:
            self.slider.choose(state["instant"])
        self._look()


def _of_nobody_yet(agenda: Agenda, moment: Moment) -> list[Slot]:
    """Give what goes on for groups in which nobody is yet: whoever is nowhere may well be there."""
    return [slot for slot in agenda.going_on(moment.instant) if slot.event.group_links and not slot.members]


def _words(one: Whereabouts) -> str:
    """All by which somebody is found, in the form in which it is compared."""
    person = one.member.person
    return fold(" ".join((full_name(person, "en"), full_name(person, "ja"), kana_name(person), person.called_name_en)))

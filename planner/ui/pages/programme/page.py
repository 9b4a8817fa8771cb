"""Programme: on the time board by day, visit or person, or as a list; the chosen thing is edited in the inspector."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from planner.clock import WallTime, later, now_in
from planner.language import tr
from planner.model.delegations import Group
from planner.model.kinds import ActivityKind
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.boards.time.hand import BoardHand
from planner.ui.boards.time.places import Moment
from planner.ui.boards.time.scale import Column
from planner.ui.inspector import RecordPanel
from planner.ui.pages.programme.adding import Times
from planner.ui.pages.programme.carrying import EventCarrier
from planner.ui.pages.programme.deeds import EventDeeds
from planner.ui.pages.programme.faces import Faces
from planner.ui.pages.programme.listview import EventList
from planner.ui.pages.programme.nudging import Nudges, deed_of
from planner.ui.pages.programme.panels import OF_THE_VISIT, EventPanels, StartPanel
from planner.ui.pages.programme.timeboard import ProgrammeBoard
from planner.ui.pages.programme.viewing import EVERYBODY, Viewer, found_for, narrowed_to, shown_to
from planner.ui.pages.programme.views import OWN, VIEWS, Controls
from planner.ui.shell.inspector import Panel
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import icon
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.menus import drop
from planner.ui.widgets.notice import EmptyState

_NOUNS = ("Activity", "Journey")


class ProgrammePage(Page):
    """The time board and the day-by-day list of the same events."""

    KEY: ClassVar[str] = "programme"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Programme"))
        self._viewer = EVERYBODY
        self._hidden: set[ActivityKind] = set()
        self._day: dt.date | None = None
        kept = workspace.settings.programme_view
        self._face = kept if kept in VIEWS else "visit"
        self.controls = Controls(self.header)
        self.controls.viewAsked.connect(self._turn)
        self.controls.viewerAsked.connect(self._view)
        self.controls.dayAsked.connect(self._turn_day)
        self.controls.kindTurned.connect(self._show_kind)
        self.new = Button(tr("New"), self._drop_new, look="primary", icon_name="plus")
        where = IconButton("eye", tr("Where is everyone?"), lambda: workspace.show("where"))
        self.header.add_right(where, self.new)

        self.board = ProgrammeBoard()
        self.board.picked.connect(self._pick_card)
        self.board.opened.connect(self._open)
        self.board.emptyOpened.connect(self._add_at)
        self.board.headPicked.connect(self._pick_head)
        show = self._show_moved
        self.hand = BoardHand(
            self.board, EventCarrier(workspace, self.board, draw=self._draw, show=show, key=self._key)
        )
        nudges = Nudges(workspace, self.board, self.hand, show)
        # Whoever goes on to something else by mouse or keys lets the steps stand.
        self.board.marked.connect(lambda _: nudges.end())
        self.deeds = EventDeeds(workspace, nudges, show=show, show_new=self._show_new, edit=self._open)
        self.panels = EventPanels(workspace, self.deeds.of, show_new=self._show_new)
        self.board.removeAsked.connect(self.deeds.remove)
        self.list = EventList()
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self._open)
        self.list.keyed.connect(self._list_key)
        empty = EmptyState(
            "programme",
            tr("Nothing is planned yet"),
            tr("Drop the spreadsheet of the programme here, or add the first activity by hand."),
            [
                (tr("Import a form"), lambda: workspace.show("import")),
                (tr("New activity"), partial(self.start_adding, "Activity")),
                (tr("New journey"), partial(self.start_adding, "Journey")),
                (tr("Copy from a past visit"), partial(self.do, "recall")),
            ],
        )
        self.faces = Faces(self.board, self.list, empty)
        self.body.addWidget(self.controls.line)
        self.body.addWidget(self.faces, 1)
        self.controls.show_view(self._face)

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        self._viewer = self.controls.show_viewers(plan, self._viewer)
        chosen = self.board.chosen
        stood = self.board.spot_of(chosen)
        self._show_lines(plan)
        if chosen is not None and self.board.spot_of(chosen) not in (None, stood) and stood is not None:
            # It went elsewhere, or back, while it is chosen: whoever sees it in the inspector looks for it.
            self._bring_into_sight(chosen)
        self.new.setEnabled(not self.workspace.is_read_only)
        # What was carried may be gone, or elsewhere; and what was said of it is not true any more.
        self.hand.put_back()
        self.hand.hush()
        if self.panel is not None and not self.panel.show_plan(plan):
            self.inspect(None)

    def _show_lines(self, plan: Plan) -> None:
        """Show the events in the way chosen; the others are made when they are looked at."""
        self.faces.turn(to_list=self._face == "list")
        viewer = self._looks_for
        shows, findings = shown_to(plan, viewer, self._hidden), found_for(self.workspace.findings, plan, viewer)
        self._day = self.faces.show_plan(plan, shows, self._one_day(plan), findings) or self._day
        days = self.board.days
        self.controls.show_days(before=self._day in days[1:], after=self._day in days[:-1])

    @property
    def _looks_for(self) -> Viewer:
        """Whose programme is shown: in most views everybody's."""
        return self._viewer if self._face in OWN else EVERYBODY

    def _one_day(self, plan: Plan) -> dt.date | None:
        """The day to show alone; None if all are shown."""
        if self._face != "day":
            return None
        return self._day or now_in(plan.visit.host_city.zone).on

    @override
    def tick(self) -> None:
        self.board.show_now_line()

    def _view(self, viewer: Viewer) -> None:
        self._viewer = viewer
        if self.workspace.plan is not None:
            self._show_lines(self.workspace.plan)

    def _show_kind(self, kind: ActivityKind, on: bool) -> None:
        (self._hidden.discard if on else self._hidden.add)(kind)
        if self.workspace.plan is not None:
            self._show_lines(self.workspace.plan)

    # The ways to look at it

    @property
    def face(self) -> str:
        """The way it is looked at, one of `VIEWS`."""
        return self._face

    def _turn(self, face: str) -> None:
        if face == "places":
            # This page stays what it is: whoever comes back to it finds its own side chosen.
            self.controls.switch.choose(self._face)
            self.workspace.show("places")
            return
        self.look(face)

    def look(self, face: str) -> None:
        """Look at the programme in one of the `VIEWS`; what is chosen stays so, if it is to be seen there."""
        chosen = self.chosen
        if face == "day":
            self._day = self.faces.chosen_day
        if face == "person" and self._viewer == EVERYBODY:
            self._viewer = self.controls.first_person
        self._face = face
        self.workspace.settings.programme_view = face
        self.controls.show_view(face)
        if self.workspace.plan is not None:
            self.show_plan(self.workspace.plan)
        if chosen is not None:
            self.faces.choose(chosen)

    def _turn_day(self, by: int) -> None:
        days, plan = self.board.days, self.workspace.plan
        if plan is None or self._day not in days:
            return
        place = days.index(self._day) + by
        if 0 <= place < len(days):
            self._day = days[place]
            self._show_lines(plan)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.settle()

    # What is chosen

    @property
    def chosen(self) -> Subject | None:
        """The event chosen in what is shown."""
        return self.faces.chosen

    def _pick_card(self, key: object) -> None:
        if isinstance(key, Subject):
            self._pick(key)

    def _pick_head(self, column: Column, badge: bool) -> None:
        """The head of a day leads to that day alone, its badge to what it counts: what is found on that day."""
        plan = self.workspace.plan
        if badge and plan is not None:
            self.workspace.openFindings.emit(narrowed_to(plan, column.day, self._looks_for))
            return
        self.look("day")
        self._day = column.day
        if self.workspace.plan is not None:
            self._show_lines(self.workspace.plan)

    def _pick(self, subject: Subject) -> None:
        self.workspace.select(subject)
        self._inspect(subject)

    def _inspect(self, subject: Subject) -> RecordPanel | None:
        panel = self.panels.of(subject)
        self.inspect(panel)
        return panel

    def _open(self, what: object) -> None:
        """Enter on an event goes on into the inspector; a double click on a day adds to it."""
        if isinstance(what, Subject):
            panel = self._inspect(what)
            if panel is not None:
                panel.sheet.focus_first()
        elif isinstance(what, dt.date):
            self.start_adding("Activity", what)

    @override
    def select(self, subject: Subject) -> bool:
        if self._face == "day" and subject.noun in _NOUNS:
            self._day = self.board.day_with(subject) or self._day
            if self.workspace.plan is not None:
                self._show_lines(self.workspace.plan)
        found = self.faces.choose(subject)
        if not found and subject.noun in _NOUNS:
            # It is filtered away: what was asked for is worth more than the filter.
            self._hidden.clear()
            self._viewer = EVERYBODY
            self.controls.show_hidden(self._hidden)
            if self.workspace.plan is not None:
                self.show_plan(self.workspace.plan)
            if self._face == "person":
                self.look("visit")
            if not self.faces.choose(subject):
                # What was cancelled takes no time: it stands in the list alone.
                self.look("list")
                self.faces.choose(subject)
        return self._inspect(subject) is not None

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.hand.show_new(None)
        self.faces.choose(None)
        self.faces.take_focus()

    # What is done

    def _drop_new(self) -> None:
        menu = QMenu(self)
        for noun, words, icon_name in (
            ("Activity", tr("New activity"), "programme"), ("Journey", tr("New journey"), "travel"),
        ):  # fmt: skip
            menu.addAction(icon(icon_name), words).triggered.connect(partial(self._add_from_menu, noun))
        drop(menu, self.new.mapToGlobal(QPoint(0, self.new.height() + 2)))

    def _add_from_menu(self, noun: str, _checked: bool = False) -> None:
        self.start_adding(noun)

    def start_adding(
        self, noun: str, day: dt.date | None = None, times: Times | None = None, group_id: int | None = None
    ) -> None:
        """Let the user say what is new before it exists: on a day (the one looked at), or for an activity at times.

        It is offered for a group, of which there may be one that is looked at, or else for everyone.
        """
        if group_id is None and self._face in OWN and self._viewer.noun == "Group":
            group_id = self._viewer.id
        self._start(self.panels.adding(noun, day or self.faces.chosen_day, times, group_id))
        self.hand.show_new(times)

    def _start(self, panel: StartPanel | None) -> None:
        """Let the user go on in a panel that is about none of the events; None in a file that is only looked at."""
        if panel is not None:
            self.faces.choose(None)
            self.workspace.select(None)
            self.inspect(panel)
            panel.start()

    @override
    def inspect(self, panel: Panel | None) -> None:
        # Where something would be is seen as long as it is being added.
        self.hand.show_new(None)
        super().inspect(panel)

    def _draw(self, begins: WallTime, ends: WallTime, group: Group | None = None) -> None:
        self.start_adding("Activity", begins.on, (begins, ends), None if group is None else group.id)

    def _add_at(self, moment: Moment) -> None:
        """Add an activity of an hour where the board was clicked twice."""
        self._draw(moment.wall, later(moment.wall, dt.timedelta(hours=1)))

    def _show_new(self, subject: Subject) -> None:
        self.workspace.select(subject)
        if self.select(subject) and isinstance(self.panel, RecordPanel):
            self.panel.sheet.focus_first()

    # By keys and from the menu

    @override
    def can(self, need: str) -> bool:
        return need == "programme" or (need == "event" and bool(self.subjects))

    @property
    def subjects(self) -> list[Subject]:
        """The events marked, the one the user is on first."""
        return self.faces.subjects

    @override
    def do(self, deed: str) -> None:
        if deed == "event-new":
            self.start_adding("Activity")
        elif deed in OF_THE_VISIT:
            self._start(self.panels.of_the_visit(deed))
        else:
            self.deeds.do(deed, self.subjects)

    def _key(self, event: QKeyEvent) -> bool:
        """A key while an event is chosen; True if it was a deed of the menu, or took one back."""
        deed = deed_of(event)
        if self.deeds.hears(event, deed):
            return True
        if deed:
            self.do(deed)
        return bool(deed)

    def _list_key(self, event: QKeyEvent) -> None:
        event.setAccepted(self._key(event))

    def _show_moved(self, subjects: Sequence[Subject]) -> None:
        """Choose what was moved or copied, on its new day."""
        if self._face == "day" and self.workspace.plan is not None:
            self._day = self.board.day_with(subjects[0]) or self._day
            self._show_lines(self.workspace.plan)
        self.faces.mark(subjects)
        self._pick(subjects[0])
        self._bring_into_sight(subjects[0])

    def _bring_into_sight(self, subject: Subject) -> None:
        """Scroll to a card; once more when the inspector has opened beside the board and made it narrower."""
        self.board.scroll_to(subject)
        QTimer.singleShot(0, self.board, partial(self.board.scroll_to, subject))

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        return {
            "face": self._face,
            "day": self._day,
            "viewer": self._viewer,
            "hidden": set(self._hidden),
            **self.faces.state(),
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._viewer = state.get("viewer", EVERYBODY)
        self._hidden = set(state.get("hidden", ()))
        self._face, self._day = state.get("face", self._face), state.get("day")
        self.controls.show_view(self._face)
        self.controls.show_hidden(self._hidden)
        if self.workspace.plan is not None:
            self.show_plan(self.workspace.plan)
        self.faces.restore(state)

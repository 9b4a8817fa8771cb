"""Programme: the days one under the other, both clocks at every time, the chosen thing edited in the inspector."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QStackedWidget
from typing_extensions import override

from planner.commands import events, records
from planner.language import LANGUAGES, N_, tr
from planner.language.speaking import speaker
from planner.language.terms import term
from planner.model.kinds import ActivityKind
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.rules.finding import Subject
from planner.ui.inspector import Outline, RecordPanel
from planner.ui.pages.places.switch import days_or_places
from planner.ui.pages.programme.lines import EventLine, lines
from planner.ui.pages.programme.listview import EventList
from planner.ui.pages.programme.outlines import activity_outline, journey_outline
from planner.ui.pages.programme.viewing import EVERYBODY, Viewer, names_of, shown_to, viewers
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import icon
from planner.ui.theme.measures import BUTTON
from planner.ui.widgets.boxes import column, rule
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import ChipButton
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.notice import EmptyState

_NOUNS = {"Activity": Activity, "Journey": Journey}

#: What a new one is called until somebody names it, in both languages.
_NAMES = {"Activity": N_("New activity"), "Journey": N_("New journey")}


class ProgrammePage(Page):
    """The day-by-day list."""

    KEY: ClassVar[str] = "programme"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Programme"))
        self._panels: dict[str, RecordPanel] = {}
        self._viewers: list[Viewer] = [EVERYBODY]
        self._viewer = EVERYBODY
        self._names: tuple[object, ...] = ()
        self._hidden: set[ActivityKind] = set()
        self.viewer = Combo(high=BUTTON, icon_name="people")
        self.viewer.setAccessibleName(tr("Whose programme"))
        self.viewer.setFixedWidth(232)
        self.viewer.activated.connect(lambda place: self._view(self._viewers[place]))
        self.new = Button(tr("New"), self._drop_new, look="primary", icon_name="plus")
        self.header.add(days_or_places(workspace, "days"), self.viewer)
        self.header.add_right(self.new)

        flow = Flow(gap=6)
        self.kinds: dict[ActivityKind, ChipButton] = {}
        for kind in ActivityKind:
            words = term(kind)
            chip = ChipButton(kind.value, words, kind.value, kind.value, name=tr("Show: {kind}", kind=words))
            chip.picked.connect(lambda key, on: self._show_kind(ActivityKind(key), on))
            self.kinds[kind] = chip
            flow.addWidget(chip)

        self.list = EventList()
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self._open)
        self.list.removeAsked.connect(self.remove)
        self.list.duplicateAsked.connect(self.duplicate)
        self.list.moveAsked.connect(self.move_by_days)
        self._empty = EmptyState(
            "programme",
            tr("Nothing is planned yet"),
            tr("Drop the spreadsheet of the programme here, or add the first activity by hand."),
            [
                (tr("Import a form"), lambda: workspace.show("import")),
                (tr("New activity"), partial(self.add, "Activity")),
                (tr("New journey"), partial(self.add, "Journey")),
            ],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.body.addLayout(column(flow, margins=(16, 8, 16, 8)))
        self.body.addWidget(rule())
        self.body.addWidget(self._stack, 1)

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        self._show_viewers(plan)
        self._show_lines(plan)
        self.new.setEnabled(not self.workspace.is_read_only)
        panel = self.panel
        if isinstance(panel, RecordPanel) and not panel.show_plan(plan):
            self.inspect(None)

    def _show_viewers(self, plan: Plan) -> None:
        names = names_of(plan)
        if names != self._names:
            # Putting hundreds of names in order takes its time, and most changes leave them alone.
            self._names = names
            offered = viewers(plan)
            self._viewers = [viewer for viewer, _ in offered]
            self.viewer.clear()
            self.viewer.addItems([words for _, words in offered])
        if self._viewer not in self._viewers:
            self._viewer = EVERYBODY
        self.viewer.setCurrentIndex(self._viewers.index(self._viewer))

    def _show_lines(self, plan: Plan) -> None:
        self._stack.setCurrentWidget(self.list if plan.activities or plan.journeys else self._empty)
        self.list.show_lines(list(lines(plan, shown_to(plan, self._viewer, self._hidden))))

    def _view(self, viewer: Viewer) -> None:
        self._viewer = viewer
        if self.workspace.plan is not None:
            self._show_lines(self.workspace.plan)

    def _show_kind(self, kind: ActivityKind, on: bool) -> None:
        (self._hidden.discard if on else self._hidden.add)(kind)
        if self.workspace.plan is not None:
            self._show_lines(self.workspace.plan)

    # What is chosen

    def _pick(self, subject: Subject) -> None:
        self.workspace.select(subject)
        self._inspect(subject)

    def _inspect(self, subject: Subject) -> RecordPanel | None:
        plan = self.workspace.plan
        if plan is None:
            return None
        panel = self._panels.get(subject.noun)
        if panel is None:
            outline = self._outline(subject.noun, plan)
            if outline is None:
                return None
            panel = self._panels[subject.noun] = RecordPanel(self.workspace, outline, plan)
        if not panel.show_subject(subject.id, plan):
            self.inspect(None)
            return None
        self.inspect(panel)
        return panel

    def _outline(self, noun: str, plan: Plan) -> Outline | None:
        if noun == "Activity":
            return activity_outline(plan, self._deeds)
        return journey_outline(plan, self._deeds) if noun == "Journey" else None

    def _open(self, what: object) -> None:
        """Enter on an event goes on into the inspector; a double click on a day adds to it."""
        if isinstance(what, Subject):
            panel = self._inspect(what)
            if panel is not None:
                panel.sheet.focus_first()
        elif isinstance(what, dt.date):
            self.add("Activity", what)

    @override
    def select(self, subject: Subject) -> bool:
        found = self.list.choose(subject)
        if not found and subject.noun in _NOUNS:
            # It is filtered away: what was asked for is worth more than the filter.
            self._hidden.clear()
            self._viewer = EVERYBODY
            for chip in self.kinds.values():
                chip.setChecked(True)
            if self.workspace.plan is not None:
                self.show_plan(self.workspace.plan)
            self.list.choose(subject)
        return self._inspect(subject) is not None

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.list.choose(None)
        self.list.setFocus()

    # What is done

    def _drop_new(self) -> None:
        menu = QMenu(self)
        for noun, words, icon_name in (
            ("Activity", tr("New activity"), "programme"), ("Journey", tr("New journey"), "travel"),
        ):  # fmt: skip
            menu.addAction(icon(icon_name), words).triggered.connect(partial(self._add_from_menu, noun))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.new.mapToGlobal(QPoint(0, self.new.height() + 2)))

    def _add_from_menu(self, noun: str, _checked: bool = False) -> None:
        self.add(noun)

    def add(self, noun: str, day: dt.date | None = None) -> None:
        """Add an activity or a leg on a day (the one looked at) and let the user name it."""
        plan = self.workspace.plan
        if plan is None:
            return
        visit = plan.visit
        day = day or self.list.chosen_day or visit.first_day
        names = {f"title_{language}": speaker(language).tr(_NAMES[noun]) for language in LANGUAGES}
        values: dict[str, Any] = {"visit_id": visit.id, "everyone": True, **names}
        zone = visit.host_city.zone
        if noun == "Activity":
            values |= {"starts_on": day, "zone": zone}
        else:
            values |= {"departs_on": day, "departs_zone": zone, "arrives_zone": zone}
        self.workspace.run(records.add, noun, values, done=lambda new_id: self._show_new(Subject(noun, new_id)))

    def _show_new(self, subject: Subject) -> None:
        self.workspace.select(subject)
        if self.select(subject) and isinstance(self.panel, RecordPanel):
            self.panel.sheet.focus_first()

    def remove(self, subject: Subject) -> None:
        """Remove an activity or a leg; Undo brings it back."""
        line = self._line(subject)
        if self.workspace.run(records.remove, subject.noun, subject.id) and line is not None:
            self.workspace.say(tr("Removed: {what}", what=line.title), undo=True)

    def duplicate(self, subject: Subject) -> None:
        """Add a second one like it, on the same day, and choose that."""
        noun = subject.noun
        self.workspace.run(
            events.duplicate, noun, subject.id, done=lambda new_id: self._show_new(Subject(noun, new_id))
        )

    def move_by_days(self, subject: Subject, days: int) -> None:
        """Let it happen as many days later, or earlier if negative."""
        plan = self.workspace.plan
        event = None if plan is None else plan.get(_NOUNS[subject.noun], subject.id)
        if event is None:
            return
        dates = ("starts_on", "ends_on") if isinstance(event, Activity) else ("departs_on", "arrives_on")
        values = {name: getattr(event, name) + dt.timedelta(days=days) for name in dates if getattr(event, name)}
        if self.workspace.run(records.edit, subject.noun, subject.id, values):
            self.list.choose(subject)

    def _line(self, subject: Subject) -> EventLine | None:
        found = (line for line in self.list.lines if isinstance(line, EventLine) and line.subject == subject)
        return next(found, None)

    def _deeds(self, record: Any, plan: Plan) -> Sequence[tuple[str, str, Callable[[], object]]]:
        subject = Subject(type(record).__name__, record.id)
        return [
            (tr("Duplicate"), "copy", partial(self.duplicate, subject)),
            (tr("A day earlier"), "arrow-up", partial(self.move_by_days, subject, -1)),
            (tr("A day later"), "arrow-down", partial(self.move_by_days, subject, 1)),
            (tr("Remove"), "trash", partial(self.remove, subject)),
        ]

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        return {
            "viewer": self._viewer,
            "hidden": set(self._hidden),
            "chosen": self.list.chosen,
            "scroll": self.list.verticalScrollBar().value(),
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._viewer = state.get("viewer", EVERYBODY)
        self._hidden = set(state.get("hidden", ()))
        for kind, chip in self.kinds.items():
            chip.setChecked(kind not in self._hidden)
        if self.workspace.plan is not None:
            self.show_plan(self.workspace.plan)
        self.list.choose(state.get("chosen"), scroll=False)
        self.list.verticalScrollBar().setValue(state.get("scroll", 0))

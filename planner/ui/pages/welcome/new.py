"""Starting a new visit: where it is kept, and what the form says of it.

In the file that is open it may begin with the programme of an earlier visit, as ideas on the same days of the visit.
"""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.commands import again, visits
from planner.language import say, tr
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.visits import Visit
from planner.ui.pages.welcome.visitform import VisitForm
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, Scroll, column, row, rule, surface
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.cards import Card
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.daysoff import off_words
from planner.ui.widgets.fields import Field
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name, title_of

#: How wide the form is.
_WIDE = 720


class NewVisitPage(Page):
    """The form of a new visit. Nothing is written before the last button."""

    KEY: ClassVar[str] = "new"
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("New visit"))
        self.form = VisitForm()
        self.form.daysChanged.connect(self._show_days_off)
        self.kept = Segmented(
            tr("Where it is kept"), [("file", tr("In a file of its own")), ("here", tr("In this file"))]
        )
        self.kept.chosen.connect(lambda _: self._follow_kept())
        self._kept_words = Text("", "small", "text2", wrap=True)
        self._kept_box = QWidget()
        self._kept_box.setLayout(column(row(self.kept, STRETCH), self._kept_words, gap=6))
        self.pattern = ChoiceField(tr("Begin with"), [], icon_name="history")
        self.pattern.show_hint(
            tr("As ideas, on the same days of the visit. People, homes and journeys are other ones.")
        )
        self.pattern.committed.connect(lambda _: self._suggest_days())
        self._wrong = Text("", tone="wrong", wrap=True)
        self._wrong.hide()
        self.button = Button(tr("Choose where to keep it…"), self._create, look="primary")
        back = Button(tr("Back"), lambda: workspace.show("overview" if workspace.plan else "welcome"))
        card = Card()
        card.body.setSpacing(16)
        card.body.setContentsMargins(0, 4, 4, 4)
        card.body.addWidget(self._kept_box)
        card.body.addWidget(self.pattern)
        card.body.addWidget(self.form)
        card.setFixedWidth(_WIDE)
        content = surface("ground", row(STRETCH, column(24, card, STRETCH, gap=0), STRETCH))
        self.body.addWidget(Scroll(content, tr("New visit")), 1)
        # Outside of what grows with each word of what is wrong: a button that moves is missed.
        foot = QWidget()
        foot.setFixedWidth(_WIDE)
        deeds = row(back, self.button, gap=8)
        deeds.insertWidget(0, self._wrong, 1)
        deeds.insertStretch(1)
        foot.setLayout(deeds)
        self.body.addWidget(rule())
        self.body.addWidget(surface("panel", row(STRETCH, foot, STRETCH, margins=(0, 10, 0, 10))))
        self._follow_kept()

    # In a file of its own, or beside the visits of the open one

    @override
    def do(self, deed: str) -> None:
        """Start a visit in this file (``here``) or in one of its own (``file``)."""
        plan = self.workspace.plan
        self.kept.choose("here" if deed == "here" and plan is not None else "file")
        if deed == "here" and plan is not None:
            self._offer_patterns(plan)
            if not self.form.has_cities:
                self.form.fill_in(plan.visit)
        self._follow_kept()

    @override
    def show_plan(self, plan: Plan) -> None:
        self._offer_patterns(plan)
        self._follow_kept()

    @property
    def is_here(self) -> bool:
        """Whether the visit is to be kept in the open file."""
        return self.kept.choice == "here" and self.workspace.plan is not None and not self.workspace.is_read_only

    def _offer_patterns(self, plan: Plan) -> None:
        chosen = self.pattern.value()
        visits_ = [(one.id, tr("The programme of {visit}", visit=title_of(one))) for one in reversed(plan.visits)]
        self.pattern.offer([(None, tr("An empty programme")), *visits_])
        self.pattern.show_value(chosen if chosen in dict(visits_) else None)

    def _follow_kept(self) -> None:
        """Show what belongs to where it is kept."""
        plan = self.workspace.plan
        self._kept_box.setVisible(plan is not None and not self.workspace.is_read_only)
        self.pattern.setVisible(self.is_here)
        self._kept_words.setText(
            tr("People, families and places are kept once for all visits of a file; the switcher at the top changes "
               "from one visit to another.")
            if self.is_here
            else tr("A file of its own can be given to somebody else.")
        )  # fmt: skip
        self.button.setText(tr("Add the visit") if self.is_here else tr("Choose where to keep it…"))
        self._show_days_off()

    def _suggest_days(self) -> None:
        """A year later on the same weekdays, unless days were given already."""
        plan = self.workspace.plan
        pattern = None if plan is None else plan.get(Visit, self.pattern.value())
        if pattern is not None and not self.form.has_days:
            self.form.suggest_days(pattern)

    def _show_days_off(self) -> None:
        """Which of the days are holidays or usual closures, in either city, as far as the open file knows them."""
        plan, days = self.workspace.plan, self.form.days
        said: list[str] = []
        if plan is not None and self.is_here and days is not None:
            for city in (plan.visit.host_city, plan.visit.home_city):
                off = off_words(city, *days, plan.calendar_days)
                said += [tr("{city}: {what}", city=city_name(city), what=words) for words in off]
        self.form.show_days_off(said)

    # What is done

    def _create(self) -> None:
        missing = self.form.missing()
        self._wrong.hide()
        if missing is not None:
            missing.setFocus()
            return
        if self.is_here:
            self._add_here()
            return
        try:
            self.workspace.open.new(self.form.details())
        except PlannerError as error:
            self._refuse(error)

    def _add_here(self) -> None:
        pattern = self.pattern.value()
        if pattern is None:
            self.workspace.run(visits.start, refused=self._refuse, done=self._show_new, **self.form.details())
        else:
            self.workspace.run(
                again.start_like, pattern, refused=self._refuse, done=self._show_new, **self.form.details()
            )

    def _show_new(self, visit_id: int) -> None:
        file = self.workspace.file
        if file is not None and self.workspace.attempt(file.show_visit, visit_id):
            self.form.forget()
            self.pattern.show_value(None)
            self.workspace.show("overview")
            self.workspace.say(tr("Added: {what}", what=title_of(file.plan.visit)), undo=True)

    def _refuse(self, error: PlannerError) -> None:
        self._wrong.setText(say(error))
        self._wrong.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.form.host.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def state(self) -> dict[str, Any]:
        return {"kept": self.kept.choice, **{name: field.value() for name, field in self._fields().items()}}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        for name, field in self._fields().items():
            if state.get(name) is not None:
                field.show_value(state[name])
        self.kept.choose(state.get("kept", "file"))
        self._follow_kept()

    def _fields(self) -> dict[str, Field]:
        return {**self.form.fields, "pattern": self.pattern}

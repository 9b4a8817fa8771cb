"""Starting a new visit: where it is kept, both cities with their zones, the days, and what kind of visit it is.

In the file that is open it may begin with the programme of an earlier visit, as ideas on the same days of the visit.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from planner.commands import again, visits
from planner.commands.visits import CityChoice
from planner.language import say, screen_language, tr
from planner.language.nouns import field_label
from planner.language.terms import term
from planner.model.cities import City
from planner.model.kinds import PaperSize, Preset, VisitKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.visits import Visit
from planner.ui.pages.welcome.cities import KnownCity
from planner.ui.pages.welcome.citypicker import CityField
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, Scroll, column, row, rule, surface
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.cards import Card
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.daysoff import off_words
from planner.ui.widgets.fields import Field, TextField
from planner.ui.widgets.moments import DateField
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name, title_of

#: How long a visit lasts unless somebody says otherwise; most youth visits take ten days (domain.md §1.2).
_USUAL = timedelta(days=10)
#: How wide the form is.
_WIDE = 720
#: A year later on the same weekdays.
_YEAR = timedelta(weeks=52)


class NewVisitPage(Page):
    """The form of a new visit. Nothing is written before the last button."""

    KEY: ClassVar[str] = "new"
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("New visit"))
        language = screen_language()
        today = date.today()
        self.host = CityField(tr("City the guests visit"))
        self.home = CityField(tr("City the guests come from"))
        self.first = DateField(field_label(Visit, "first_day"), near=today, optional=False)
        self.last = DateField(field_label(Visit, "last_day"), near=today, optional=False)
        self.first.beside, self.last.beside = (self.last,), (self.first,)
        self.first.show_hint(tr("By the calendar of the city they visit"))
        self.title_en = TextField(tr("Title, English"), hint=tr("Made from the cities and the year, if left empty"))
        self.title_ja = TextField(tr("Title, Japanese"))
        self.kind = ChoiceField(
            field_label(Visit, "kind"), [(kind, term(kind, language)) for kind in VisitKind]
        )
        self.preset = ChoiceField(
            field_label(Visit, "preset"), [(preset, term(preset, language)) for preset in Preset]
        )
        self.paper = ChoiceField(
            field_label(Visit, "paper"), [(size, term(size, language)) for size in PaperSize]
        )
        self.kind.show_value(VisitKind.YOUTH)
        self.preset.show_value(Preset.VOLUNTEER)
        self.paper.show_value(PaperSize.LETTER)
        self.host.committed.connect(self._host_chosen)
        self.first.committed.connect(self._first_chosen)
        self.last.committed.connect(lambda _: self._show_days_off())
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
        self._days_off = Text("", "small", "check", wrap=True)
        self._days_off.hide()
        self._wrong = Text("", tone="wrong", wrap=True)
        self._wrong.hide()
        self.button = Button(tr("Choose where to keep it…"), self._create, look="primary")
        back = Button(tr("Back"), lambda: workspace.show("overview" if workspace.plan else "welcome"))
        card = Card()
        card.body.setSpacing(16)
        card.body.setContentsMargins(0, 4, 4, 4)
        card.body.addWidget(self._kept_box)
        card.body.addWidget(self.pattern)
        for fields in (
            (self.host, self.home),
            (self.first, self.last),
            (self._days_off,),
            (self.title_en, self.title_ja),
            (self.kind, self.preset, self.paper),
        ):
            card.body.addLayout(_side_by_side(*fields))
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
            if self.host.value() is None and self.home.value() is None:
                self._fill_in(plan.visit)
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

    def _fill_in(self, visit: Visit) -> None:
        """A visit of the same file is most often between the same cities, planned by the same rules."""
        self.host.show_value(_known(visit.host_city))
        self.home.show_value(_known(visit.home_city))
        for field, value in ((self.kind, visit.kind), (self.preset, visit.preset), (self.paper, visit.paper)):
            field.show_value(value)
        self.first.near = self.last.near = visit.first_day + _YEAR

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
        if pattern is not None and self.first.value() is None and self.last.value() is None:
            self.first.show_value(pattern.first_day + _YEAR)
            self.last.show_value(pattern.last_day + _YEAR)
            self._show_days_off()

    def _show_days_off(self) -> None:
        """Which of the days are holidays or usual closures, in either city, as far as the open file knows them."""
        plan, first, last = self.workspace.plan, self.first.value(), self.last.value()
        said = []
        if plan is not None and self.is_here and first is not None and last is not None and first <= last:
            for city in (plan.visit.host_city, plan.visit.home_city):
                off = off_words(city, first, last, plan.calendar_days)
                said += [tr("{city}: {what}", city=city_name(city), what=words) for words in off]
        self._days_off.setText("\n".join(said))
        self._days_off.setVisible(bool(said))

    # What is entered

    def _host_chosen(self, city: KnownCity | None) -> None:
        if city is not None:
            japan = city.country == "JP"
            self.paper.show_value(PaperSize.A4 if japan else PaperSize.LETTER)
            self.preset.show_value(Preset.JAPANESE_MUNICIPALITY if japan else Preset.VOLUNTEER)

    def _first_chosen(self, day: date | None) -> None:
        if day is not None:
            self.last.near = day
            last = self.last.value()
            if last is None or last < day:
                self.last.show_value(day + _USUAL)
        self._show_days_off()

    def _missing(self) -> Field | None:
        """The first field that still has to be filled, marked as such."""
        needed: tuple[tuple[Field, str], ...] = (
            (self.host, tr("Please choose the city from the list: its time zone comes with it.")),
            (self.home, tr("Please choose the city from the list: its time zone comes with it.")),
            (self.first, tr("A day is needed here.")),
            (self.last, tr("A day is needed here.")),
        )
        first = None
        for field, words in needed:
            if field.value() is None:
                if not field.has_error:
                    field.show_error(words)
                first = first or field
        begins, ends = self.first.value(), self.last.value()
        if begins is not None and ends is not None and ends < begins:
            self.last.show_error(tr("The last day lies before the first."))
            first = first or self.last
        return first

    def details(self) -> dict[str, Any]:
        """What has been entered, as `commands.visits.start` takes it."""
        home, host, first = self.home.value(), self.host.value(), self.first.value()
        english, japanese = self.title_en.value(), self.title_ja.value()
        if home is not None and host is not None and first is not None:
            usual = visits.usual_title(CityChoice(*home), CityChoice(*host), first)
            english, japanese = english or usual.en, japanese or usual.ja
        return {
            "home": None if home is None else CityChoice(*home),
            "host": None if host is None else CityChoice(*host),
            "first_day": self.first.value(),
            "last_day": self.last.value(),
            "title_en": english,
            "title_ja": japanese,
            "values": {
                "kind": self.kind.value(),
                "preset": self.preset.value(),
                "paper": self.paper.value(),
            },
        }

    def _create(self) -> None:
        missing = self._missing()
        self._wrong.hide()
        if missing is not None:
            missing.setFocus()
            return
        if self.is_here:
            self._add_here()
            return
        try:
            self.workspace.open.new(self.details())
        except PlannerError as error:
            self._refuse(error)

    def _add_here(self) -> None:
        pattern = self.pattern.value()
        if pattern is None:
            self.workspace.run(visits.start, refused=self._refuse, done=self._show_new, **self.details())
        else:
            self.workspace.run(
                again.start_like, pattern, refused=self._refuse, done=self._show_new, **self.details()
            )

    def _show_new(self, visit_id: int) -> None:
        file = self.workspace.file
        if file is not None and self.workspace.attempt(file.show_visit, visit_id):
            self._forget()
            self.workspace.show("overview")
            self.workspace.say(tr("Added: {what}", what=title_of(file.plan.visit)), undo=True)

    def _refuse(self, error: PlannerError) -> None:
        self._wrong.setText(say(error))
        self._wrong.show()

    def _forget(self) -> None:
        """The next visit is begun with an empty form."""
        for name, field in self._fields().items():
            if name not in ("kind", "preset", "paper"):
                field.show_value("" if name.startswith("title") else None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.host.setFocus(Qt.FocusReason.OtherFocusReason)

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
        names = ("host", "home", "first", "last", "title_en", "title_ja", "kind", "preset", "paper", "pattern")
        return {name: getattr(self, name) for name in names}


def _known(city: City) -> KnownCity:
    """A city of the file as one that is picked from the list."""
    return KnownCity(city.name_en, city.name_ja, city.region_en, city.region_ja, city.country, city.zone)


def _side_by_side(*fields: QWidget) -> QHBoxLayout:
    box = QHBoxLayout()
    box.setSpacing(16)
    for field in fields:
        box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return box

"""Starting a new visit: both cities with their zones, the days, what kind of visit it is, and where it is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from planner.commands.visits import CityChoice
from planner.language import say, screen_language, tr
from planner.language.nouns import field_label
from planner.language.terms import term
from planner.model.kinds import PaperSize, Preset, VisitKind
from planner.model.message import PlannerError
from planner.model.visits import Visit
from planner.ui.pages.welcome.cities import KnownCity
from planner.ui.pages.welcome.citypicker import CityField
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, Scroll, column, row, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import Field, TextField
from planner.ui.widgets.moments import DateField
from planner.ui.widgets.text import Text

#: How long a visit lasts unless somebody says otherwise; most youth visits take ten days (domain.md §1.2).
_USUAL = timedelta(days=10)


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
        self.first.show_hint(tr("By the calendar of the city they visit"))
        self.title_en = TextField(tr("Title, English"), hint=tr("From where to where, if left empty"))
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
        self._wrong = Text("", tone="wrong", wrap=True)
        self._wrong.hide()
        create = Button(tr("Choose where to keep it…"), self._create, look="primary")
        back = Button(tr("Back"), lambda: workspace.show("overview" if workspace.plan else "welcome"))
        card = Card()
        card.body.setSpacing(16)
        card.body.setContentsMargins(0, 4, 4, 4)
        for fields in (
            (self.host, self.home),
            (self.first, self.last),
            (self.title_en, self.title_ja),
            (self.kind, self.preset, self.paper),
        ):
            card.body.addLayout(_side_by_side(*fields))
        card.body.addSpacing(8)
        card.body.addWidget(self._wrong)
        card.body.addLayout(row(STRETCH, back, create))
        card.setFixedWidth(720)
        content = surface("ground", row(STRETCH, column(24, card, STRETCH, gap=0), STRETCH))
        self.body.addWidget(Scroll(content, tr("New visit")), 1)

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
                field.show_error(words)
                first = first or field
        begins, ends = self.first.value(), self.last.value()
        if begins is not None and ends is not None and ends < begins:
            self.last.show_error(tr("The last day lies before the first."))
            first = first or self.last
        return first

    def details(self) -> dict[str, Any]:
        """What has been entered, as `commands.visits.start` takes it."""
        home, host = self.home.value(), self.host.value()
        english, japanese = self.title_en.value(), self.title_ja.value()
        if home is not None and host is not None:
            english = english or f"{home.name_en} → {host.name_en}"
            japanese = japanese or f"{home.name_ja or home.name_en} → {host.name_ja or host.name_en}"
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
        try:
            self.workspace.open.new(self.details())
        except PlannerError as error:
            self._wrong.setText(say(error))
            self._wrong.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.host.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def state(self) -> dict[str, Any]:
        return {name: field.value() for name, field in self._fields().items()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        for name, field in self._fields().items():
            if state.get(name) is not None:
                field.show_value(state[name])

    def _fields(self) -> dict[str, Field]:
        names = ("host", "home", "first", "last", "title_en", "title_ja", "kind", "preset", "paper")
        return {name: getattr(self, name) for name in names}


def _side_by_side(*fields: QWidget) -> QHBoxLayout:
    box = QHBoxLayout()
    box.setSpacing(16)
    for field in fields:
        box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return box

"""The form of a new visit: both cities, the days, the titles, and what kind of visit it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.commands import visits
from planner.commands.visits import CityChoice
from planner.language import screen_language, tr
from planner.language.nouns import field_label
from planner.language.terms import term
from planner.model.cities import City
from planner.model.kinds import PaperSize, Preset, VisitKind
from planner.model.visits import Visit
from planner.ui.pages.welcome.citypicker import CityField
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import Field, TextField
from planner.ui.widgets.moments import DateField
from planner.ui.widgets.text import Text

#: How long a visit lasts unless somebody says otherwise; most youth visits take ten days (domain.md §1.2).
_USUAL = timedelta(days=10)
#: A year later on the same weekdays.
_YEAR = timedelta(weeks=52)
#: What is entered, and the choices that the next visit keeps.
_FIELDS = ("host", "home", "first", "last", "title_en", "title_ja", "kind", "preset", "paper")
_KEPT = ("kind", "preset", "paper")


class VisitForm(QWidget):
    """What must be known of a visit before it can be planned. Each field helps with the next."""

    #: The days are other ones.
    daysChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
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
        self.kind = ChoiceField(field_label(Visit, "kind"), [(kind, term(kind, language)) for kind in VisitKind])
        self.preset = ChoiceField(
            field_label(Visit, "preset"), [(preset, term(preset, language)) for preset in Preset]
        )
        self.paper = ChoiceField(field_label(Visit, "paper"), [(size, term(size, language)) for size in PaperSize])
        self.kind.show_value(VisitKind.YOUTH)
        self.preset.show_value(Preset.VOLUNTEER)
        self.paper.show_value(PaperSize.LETTER)
        self._days_off = Text("", "small", "check", wrap=True)
        self._days_off.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        for fields in (
            (self.host, self.home),
            (self.first, self.last),
            (self._days_off,),
            (self.title_en, self.title_ja),
            (self.kind, self.preset, self.paper),
        ):
            whole.addLayout(_side_by_side(*fields))
        self.host.committed.connect(self._host_chosen)
        self.first.committed.connect(self._first_chosen)
        self.last.committed.connect(lambda _: self.daysChanged.emit())

    @property
    def fields(self) -> dict[str, Field]:
        """All fields by their names."""
        return {name: getattr(self, name) for name in _FIELDS}

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day; None if they are not known, or in the wrong order."""
        first, last = self.first.value(), self.last.value()
        return (first, last) if first is not None and last is not None and first <= last else None

    @property
    def has_days(self) -> bool:
        """Whether one of the days has been entered."""
        return self.first.value() is not None or self.last.value() is not None

    @property
    def has_cities(self) -> bool:
        """Whether one of the cities has been chosen."""
        return self.host.value() is not None or self.home.value() is not None

    # What fills it in

    def fill_in(self, visit: Visit) -> None:
        """Take cities, kind and rules from a visit: one of the same file is most often planned alike, a year later."""
        self.host.show_value(_known(visit.host_city))
        self.home.show_value(_known(visit.home_city))
        for field, value in ((self.kind, visit.kind), (self.preset, visit.preset), (self.paper, visit.paper)):
            field.show_value(value)
        self.first.near = self.last.near = visit.first_day + _YEAR

    def suggest_days(self, visit: Visit) -> None:
        """Put the days a year after those of a visit, on the same weekdays."""
        self.first.show_value(visit.first_day + _YEAR)
        self.last.show_value(visit.last_day + _YEAR)
        self.daysChanged.emit()

    def show_days_off(self, lines: Sequence[str]) -> None:
        """Say under the days which of them are days off."""
        self._days_off.setText("\n".join(lines))
        self._days_off.setVisible(bool(lines))

    def forget(self) -> None:
        """Empty it for the next visit, but for what that most likely shares."""
        for name, field in self.fields.items():
            if name not in _KEPT:
                field.show_value("" if name.startswith("title") else None)

    def _host_chosen(self, city: CityChoice | None) -> None:
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
        self.daysChanged.emit()

    # What it says

    def missing(self) -> Field | None:
        """Give the first field that still has to be filled; all of them are marked as such."""
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
            usual = visits.usual_title(home, host, first)
            english, japanese = english or usual.en, japanese or usual.ja
        return {
            "home": home,
            "host": host,
            "first_day": self.first.value(),
            "last_day": self.last.value(),
            "title_en": english,
            "title_ja": japanese,
            "values": {name: self.fields[name].value() for name in _KEPT},
        }


def _known(city: City) -> CityChoice:
    """A city of the file as one that is picked from the list."""
    return CityChoice(city.name_en, city.name_ja, city.region_en, city.region_ja, city.country, city.zone)


def _side_by_side(*fields: QWidget) -> QHBoxLayout:
    box = QHBoxLayout()
    box.setSpacing(16)
    for field in fields:
        box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return box

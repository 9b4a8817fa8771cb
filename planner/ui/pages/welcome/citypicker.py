"""A field to pick a city: type a few letters or 漢字 and choose; its time zone comes with it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QListView
from typing_extensions import override

from planner.commands.visits import CityChoice
from planner.language import screen_language, tr
from planner.language.times import zone_text
from planner.ui.pages.welcome.cities import city_label, find_cities
from planner.ui.widgets.fields import Field
from planner.ui.widgets.lineedit import LineEdit

#: On either side of a line of the list.
_MARGIN: Final = 16


def _clock_of(zone: str, language: str) -> str:
    return tr("clock as in {city}", city=zone_text(zone, language))


class CityField(Field):
    """Tells a `CityChoice`, never only words: without a zone no time could be told."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        self._city: CityChoice | None = None
        self._found: list[CityChoice] = []
        self.line = LineEdit(icon_name="place", placeholder=tr("Begin to type the name"))
        super().__init__(label, self.line, hint=hint)
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(12)
        # Down on the last line stays there: else it would leave the list, and Enter would choose nothing.
        self._completer.setWrapAround(False)
        self._popup = QListView()
        self._popup.setProperty("look", "menu")
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._take)
        self.line.textEdited.connect(self._typed)
        self.line.finished.connect(self._finish)

    def _typed(self, text: str) -> None:
        self.clear_error()
        self._city = None
        self._found = list(find_cities(text))
        language = screen_language()
        self._words.setStringList([self._line_of(city, language) for city in self._found])
        if self._found:
            self._completer.complete()
            self._popup.setCurrentIndex(self._words.index(0))
        else:
            self._popup.hide()

    def _line_of(self, city: CityChoice, language: str) -> str:
        """The city and, where room is left, whose clock it keeps, as people say it."""
        whole = f"{city_label(city, language)}   {_clock_of(city.zone, language)}"
        room = self.line.width() - 2 * _MARGIN
        return whole if self.line.fontMetrics().horizontalAdvance(whole) <= room else city_label(city, language)

    def _take(self, words: str) -> None:
        self._pick(self._words.stringList().index(words))

    def _pick(self, place: int) -> None:
        if 0 <= place < len(self._found):
            self.show_value(self._found[place])
            self.committed.emit(self._city)

    def _finish(self, text: str) -> None:
        if self._city is not None or self._popup.isVisible():
            return
        if text.strip() and len(self._found) == 1:
            self._pick(0)
        elif text.strip():
            self.show_error(tr("Please choose the city from the list: its time zone comes with it."))

    @override
    def value(self) -> CityChoice | None:
        return self._city

    @override
    def show_value(self, value: Any) -> None:
        self._city = value
        self.line.setText("" if value is None else city_label(value, screen_language()))
        self.line.setCursorPosition(0)
        self.show_hint("" if value is None else tr("Clock as in {city}", city=zone_text(value.zone, screen_language())))

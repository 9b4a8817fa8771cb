"""The two clocks: what it is now in the host city and in the home city, kept live."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.clock import WallTime, now_in, zone_letters
from planner.language import tr
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.model.cities import City
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name

#: Between these hours a city has its sun, otherwise its moon; only a picture, so the season does not matter.
DAWN, DUSK = 6, 18


def is_day(now: WallTime) -> bool:
    """Whether to show the sun."""
    return DAWN <= now.at.hour < DUSK


class Ticker(QObject):
    """Says when a new minute begins, in step with the computer's clock."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._wait()

    def _wait(self) -> None:
        now = datetime.now(UTC)
        self._timer.start(60_000 - (now.second * 1000 + now.microsecond // 1000) + 20)

    def _tick(self) -> None:
        self.ticked.emit()
        self._wait()


class SkyIcon(Sign):
    """A sun or a moon."""

    def show_time(self, now: WallTime) -> None:
        """Show what stands in the sky at that time."""
        if is_day(now):
            self.show_icon("sun", name=tr("Day"))
        else:
            self.show_icon("moon", name=tr("Night"))


class CityClock(QWidget):
    """One city in the top bar: ☾ Portland **Mon 8:42 PM** EDT."""

    def __init__(self, city: City, language: str) -> None:
        super().__init__()
        self.city, self._language = city, language
        self._sky = SkyIcon()
        self._name = Text(city_name(city, language), "small", "text3")
        self._time = Text("", "heading")
        self._zone = Text("", "small", "text3")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self._sky, self._name, self._time, self._zone):
            box.addWidget(widget)
        self.tick()

    def show_parts(self, *, zone: bool, name: bool) -> None:
        """Show the letters of the zone and the city's name, or leave them away where room is short."""
        self._zone.setVisible(zone)
        self._name.setVisible(name)

    def show_city(self, city: City) -> None:
        """Show the same city from a newer plan."""
        self.city = city
        self._name.setText(city_name(city, self._language))
        self.tick()

    def tick(self) -> None:
        """Show the time it is now."""
        now = now_in(self.city.zone)
        self._sky.show_time(now)
        weekday = day_text(now.on, self._language, "weekday")
        self._time.setText(f"{weekday} {time_text(now.at, self._language)}")
        self._zone.setText(zone_letters(now))
        self.setAccessibleName(f"{self._name.text()} {self._time.text()} {self._zone.text()}")

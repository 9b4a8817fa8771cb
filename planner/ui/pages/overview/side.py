"""The right column of the overview: days to go, the two clocks, what the visit is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.clock import WallTime, arrives_of, hours_ahead, now_in, shown_elsewhere, zone_letters
from planner.clock.sides import decent_until
from planner.language import N_plural, screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.times import ahead_text, time_parts, time_text, wall_text
from planner.model.cities import City
from planner.model.kinds import ActivityStatus, InterpreterLevel, Role
from planner.model.plan import Plan
from planner.rules.left import events_of, guests_in_beds, hosting, standing_needs, travelling
from planner.ui.shell.clocks import SkyIcon
from planner.ui.theme import font
from planner.ui.theme.painters import fill_round
from planner.ui.widgets.boxes import STRETCH, clear, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text, restyle
from planner.ui.widgets.words import city_name, listed


def landing(plan: Plan) -> WallTime | None:
    """When the guests reach the host city: the last arrival on the first day anybody lands in its zone."""
    zone = plan.visit.host_city.zone
    arrivals = [
        wall
        for journey in plan.journeys
        if journey.status != ActivityStatus.CANCELLED
        and (wall := arrives_of(journey)) is not None
        and wall.zone == zone
    ]
    first = min((wall.on for wall in arrivals), default=None)
    return max((wall for wall in arrivals if wall.on == first), key=lambda wall: wall.at, default=None)


class DaysToGo(QWidget):
    """An indigo block: 10 days to go, and when the guests land, on both clocks."""

    def __init__(self) -> None:
        super().__init__()
        self._number = Text("", "days", "on_chosen")
        self._words = Text("", "title", "on_chosen")
        self._first = Text("", "text", "on_chosen")
        self._second = Text("", "text", "on_chosen")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        for line in (self._words, self._first, self._second):
            lines.addWidget(line)
        lines.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 4, 10, 4)
        box.setSpacing(16)
        box.addWidget(self._number)
        box.addLayout(lines, 1)
        self.setFixedHeight(96)

    def show_plan(self, plan: Plan) -> None:
        """Count the days by the host city's calendar."""
        visit = plan.visit
        today = now_in(visit.host_city.zone).on
        number, words = self._count(visit.first_day, visit.last_day, today)
        self._number.setText(number)
        # Three figures leave too little room for the words beside them.
        self._number.setProperty("type", "days" if len(number) < 3 else "many-days")
        restyle(self._number)
        self._words.setText(words)
        self._words.setFont(font("title", bold=True))
        self._number.setVisible(bool(number))
        language = screen_language()
        arrival = landing(plan)
        if arrival is None:
            self._first.setText(day_text(visit.first_day, language))
            self._second.setText("")
        else:
            self._first.setText(tr("lands {when}", when=wall_text(arrival, language, "short")))
            self._second.setText(_at_home(arrival, visit.home_city.zone, language))
        self._second.setVisible(bool(self._second.text()))
        self.setAccessibleName(" ".join(filter(None, (number, words, self._first.text()))))

    @staticmethod
    def _count(first: date, last: date, today: date) -> tuple[str, str]:
        if today < first:
            days = (first - today).days
            return str(days), trn("day to go", "days to go", days)
        if today <= last:
            return str((today - first).days + 1), tr("day of the visit")
        days = (today - last).days
        return str(days), trn("day since", "days since", days)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fill_round(QPainter(self), QRectF(self.rect()), "chosen.mark")


def _at_home(wall: WallTime, zone: str, language: str) -> str:
    there = shown_elsewhere(wall, zone)
    return "" if there is None else wall_text(there, language, "short")


class _BigClock(QWidget):
    """One city's time, large, with its own day."""

    def __init__(self) -> None:
        super().__init__()
        self._sky = SkyIcon()
        self._name = Elided("", "small", "text2")
        self._figures = Text("", "clock")
        self._half = Text("", "heading")
        self._day = Text("", "small", "text2")
        time_row = row(self._figures, self._half, gap=4)
        time_row.addStretch(1)
        time_row.setAlignment(self._half, Qt.AlignmentFlag.AlignBottom)
        self._half.setContentsMargins(0, 0, 0, 6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row(self._sky, self._name, gap=6))
        box.addLayout(time_row)
        box.addWidget(self._day)

    def show_time(self, city: City, now: WallTime) -> None:
        """Show the time there."""
        language = screen_language()
        self._sky.show_time(now)
        other = city.name_ja if language == "en" and city.country == "JP" else ""
        self._name.setText(" ".join(filter(None, (city_name(city), other))))
        figures, half = time_parts(now.at, language)
        self._figures.setText(figures)
        self._half.setText(half)
        day = day_text(now.on, language, "short")
        separator = ", " if language == "en" else " "
        self._day.setText(f"{day}{separator}{zone_letters(now)}")
        self.setAccessibleName(f"{self._name.text()} {figures} {half} {self._day.text()}")


class ClocksCard(Card):
    """Both cities' clocks, how far they are apart, and whether one may call; that leads to the page of calls."""

    def __init__(self, ask: Callable[[], object]) -> None:
        """`ask` is called where somebody wants to know more about calls."""
        super().__init__()
        self.setAccessibleName(tr("Clocks"))
        self._host, self._home = _BigClock(), _BigClock()
        self._apart = Text("", "small", "text2", wrap=True)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self._host, 1)
        pair.addWidget(self._home, 1)
        self.body.addLayout(pair)
        self.body.addWidget(self._apart)
        self._call = Button("", ask, look="link", icon_name="calls", tip=tr("Find a time for a call"))
        self.body.addLayout(row(self._call, STRETCH))
        self._plan: Plan | None = None

    def show_plan(self, plan: Plan) -> None:
        """Show the clocks of the visit's two cities."""
        self._plan = plan
        self.tick()

    def tick(self) -> None:
        """Move on to the minute it is now."""
        if self._plan is None:
            return
        host, home = self._plan.visit.host_city, self._plan.visit.home_city
        now = now_in(host.zone)
        self._host.show_time(host, now)
        self._home.show_time(home, now_in(home.zone))
        apart = ahead_text(hours_ahead(home.zone, host.zone, now), screen_language())
        self._apart.setText(tr("{city}: {apart}", city=city_name(home), apart=apart))
        decent, until = decent_until(host, home, now)
        language = screen_language()
        # Of another day the day is said: "from 6:00 PM" alone would be taken for today.
        day = f"{day_text(until.on, language, 'short')}{'' if language == 'ja' else ','} " if until.on != now.on else ""
        when = f"{day}{time_text(until.at, language)}"
        words = tr("Good time to call, until {when}", when=when) if decent else tr("Call from {when}", when=when)
        self._call.setText(words)
        self._call.setAccessibleName(words)


class VisitCard(Card):
    """What the visit is made of, in counts."""

    def __init__(self) -> None:
        super().__init__(tr("The visit"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        self.body.addLayout(self._lines)

    def show_plan(self, plan: Plan) -> None:
        """Count people, homes, programme and interpreters."""
        clear(self._lines)
        for icon_name, words in _counts(plan):
            self._lines.addLayout(row(Sign(icon_name), Elided(words), gap=8))


_GUESTS: Final = {
    Role.PLAYER: N_plural("{count} player", "{count} players"),
    Role.STUDENT: N_plural("{count} student", "{count} students"),
    Role.ARTIST: N_plural("{count} artist", "{count} artists"),
    Role.DELEGATE: N_plural("{count} delegate", "{count} delegates"),
    Role.OFFICIAL: N_plural("{count} official", "{count} officials"),
}
_OTHERS: Final = N_plural("{count} guest", "{count} guests")


def _counts(plan: Plan) -> list[tuple[str, str]]:
    members = travelling(plan)
    chaperones = sum(member.role.is_chaperone for member in members)
    roles = Counter(member.role for member in members if not member.role.is_chaperone)
    guests = [trn(*_GUESTS.get(role, _OTHERS), count) for role, count in roles.most_common()]
    offers = hosting(plan)
    places = sum(guests_in_beds(offer.household) for offer in offers)
    backups = sum(offer.backup for offer in offers)
    rows = len(plan.activities) + len(plan.journeys)
    needs = len(events_of(standing_needs(plan)))
    professionals = sum(i.level == InterpreterLevel.PROFESSIONAL for i in plan.interpreters)
    return [
        (
            "people",
            listed((
                *(guests or [tr("no guests yet")]),
                trn("{count} chaperone", "{count} chaperones", chaperones) if chaperones else "",
            )),
        ),
        (
            "hosts",
            listed((
                trn("{count} family", "{count} families", len(offers)),
                trn("{count} place for guests", "{count} places for guests", places),
            )),
        ),
        *([("backup", trn("{count} backup home", "{count} backup homes", backups))] if backups else []),
        (
            "programme",
            listed((
                trn("{count} programme row", "{count} programme rows", rows),
                trn("{count} needs interpreting", "{count} need interpreting", needs) if needs else "",
            )),
        ),
        (
            "interpreters",
            listed((
                trn("{count} interpreter", "{count} interpreters", len(plan.interpreters)),
                trn("{count} of them professional", "{count} of them professionals", professionals)
                if professionals
                else "",
            )),
        ),
    ]

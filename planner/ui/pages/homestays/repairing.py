"""Things have happened: families drop out, flights are late, somebody is ill. Pair again from a night on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.names import family_word, household_sort_key
from planner.model.plan import Plan
from planner.rules.left import hosting, travelling
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.pairwork import Away, Question, Without
from planner.ui.pages.homestays.spells import names_of
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import STRETCH, column, row, surface
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.text import Text

Choices = Sequence[tuple[Hashable, str]]


class RepairPanel(Panel):
    """Asks what has happened, as much of it as there is; the answer is a proposal, nothing else."""

    ONCE: ClassVar[bool] = True

    #: Pair again: a `Question`.
    asked = Signal(object)

    def __init__(self, plan: Plan, before: Question) -> None:
        """`before` is what was asked last: nobody has to say it again who only adds to it."""
        super().__init__(tr("Pair again from a night"))
        language, visit = screen_language(), plan.visit
        self._offered = _offered(plan)
        words = Text(
            tr("What lies before the night stays as it is. As few guests as can be are moved, and you see who must be "
               "told. Nothing changes before you accept it, so it also answers “what if?”."),
            "text", "text2", wrap=True,
        )  # fmt: skip
        words.setMinimumWidth(160)
        nights = nights_from(visit.first_day, visit.last_day)[:-1]
        choices = [(night, day_text(night, language, "short")) for night in nights]
        self.since = ChoiceField(tr("From the night of"), choices)
        self.since.committed.connect(self._take_night)
        homes = sorted((offer.household for offer in hosting(plan)), key=lambda one: household_sort_key(one, language))
        self.homes = _Causes(
            tr("Families that drop out"), tr("Add a family"), "hosts",
            [(home.id, family_word(home, language)) for home in homes], choices, ends=False,
        )  # fmt: skip
        guests = [(member.id, names_of(member).whole) for member in travelling(plan)]
        self.guests = _Causes(
            tr("Guests who need no home"), tr("Add a guest"), "people", guests, choices, ends=True,
            hint=tr("Ill elsewhere, or on a later flight."),
        )  # fmt: skip
        for causes in (self.homes, self.guests):
            causes.changed.connect(self._follow)
        self.button = Button(tr("Propose"), self._ask, look="primary", icon_name="link")
        for widget in (words, self.since, self.homes, self.guests):
            self.body.addWidget(widget)
        self.foot.addLayout(row(self.button))
        self.show_foot()
        night = before.since if before.since in nights else next(iter(nights), None)
        self.since.show_value(night)
        for one in before.without:
            self.homes.add(one.household_id, one.first)
        for two in before.away:
            self.guests.add(two.member_id, two.first, two.last)
        self._follow()

    @override
    def show_plan(self, plan: Plan) -> bool:
        """It stays as long as those it offers host and travel."""
        return self._offered == _offered(plan)

    @property
    def question(self) -> Question:
        """What is asked."""
        without = tuple(Without(one.key, one.first) for one in self.homes.rows)
        away = tuple(Away(one.key, one.first, one.last) for one in self.guests.rows)
        return Question(self.since.value(), without, away)

    def _take_night(self, night: object) -> None:
        """What has happened cannot lie before the night from which is paired."""
        assert isinstance(night, dt.date)
        self.since.show_value(night)
        for causes in (self.homes, self.guests):
            causes.not_before(night)
        self._follow()

    def _follow(self) -> None:
        """Where something has happened earlier than the night from which is paired, that night is earlier."""
        firsts = [one.first for causes in (self.homes, self.guests) for one in causes.rows]
        since = self.since.value()
        if firsts and since is not None and min(firsts) < since:
            self.since.show_value(min(firsts))
        for causes in (self.homes, self.guests):
            causes.usual = self.since.value()

    def _ask(self) -> None:
        self.asked.emit(self.question)


def _offered(plan: Plan) -> tuple[str, frozenset[int], frozenset[int]]:
    """Whom it asks about: the visit, its families and its guests."""
    homes = frozenset(offer.household_id for offer in hosting(plan))
    return plan.visit.uid, homes, frozenset(member.id for member in travelling(plan))


class _Causes(QWidget):
    """What has happened to families, or to guests: a card for each, and a choice that adds one."""

    changed = Signal()

    def __init__(
        self, title: str, add: str, icon_name: str, offers: Sequence[tuple[int, str]], nights: Choices,
        *, ends: bool, hint: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._offers, self._nights, self._ends = list(offers), nights, ends
        self.rows: list[_Cause] = []
        #: The night that a new one begins with.
        self.usual: dt.date | None = None
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self.choice = ChoiceField(title, (), icon_name=icon_name, placeholder=add, hint=hint)
        self.choice.committed.connect(self._pick)
        self.setLayout(column(self.choice, self._box, gap=8))
        self._offer()

    def _offer(self) -> None:
        """Offer who is not named yet."""
        there = {one.key for one in self.rows}
        self.choice.offer([pair for pair in self._offers if pair[0] not in there])
        self.choice.show_value(None)

    def _pick(self, key: object) -> None:
        if isinstance(key, int) and self.usual is not None:
            self.add(key, self.usual)
            self.changed.emit()

    def add(self, key: int, first: dt.date, last: dt.date | None = None) -> None:
        """Name a family or a guest; who is not offered any more is left out."""
        name = next((words for offered, words in self._offers if offered == key), None)
        if name is None:
            return
        made = _Cause(key, name, self._nights, partial(self.remove, key))
        made.show_nights(first, (last or first) if self._ends else None)
        made.changed.connect(self.changed)
        self.rows.append(made)
        self._box.addWidget(made)
        self._offer()

    def remove(self, key: int) -> None:
        """Name them no more."""
        for one in [one for one in self.rows if one.key == key]:
            self.rows.remove(one)
            self._box.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._offer()
        self.changed.emit()

    def not_before(self, night: dt.date) -> None:
        """Let nothing have happened before a night."""
        for one in self.rows:
            if one.first < night:
                one.show_nights(night, one.last)


class _Cause(QWidget):
    """One of them, by name, with the night from which on and, of a guest, up to which."""

    changed = Signal()

    def __init__(self, key: int, name: str, nights: Choices, remove: Callable[[], object]) -> None:
        super().__init__()
        self.key = key
        self.start = ChoiceField(tr("From the night of"), nights)
        self.end = ChoiceField(tr("Up to the night of"), nights)
        self._last: dt.date | None = None
        self.start.committed.connect(lambda night: self._take(night, self._last))
        self.end.committed.connect(lambda night: self._take(min(self.first, night), night))
        head = row(Text(name, "heading"), STRETCH, IconButton("trash", tr("Remove: {name}", name=name), remove))
        times = row(self.start, self.end)
        for place in (0, 1):
            times.setStretch(place, 1)
        self.setLayout(column(surface("sunk", column(head, times, gap=4, margins=(12, 4, 8, 10)))))

    @property
    def first(self) -> dt.date:
        """The first night on which it is so."""
        found = self.start.value()
        assert isinstance(found, dt.date)
        return found

    @property
    def last(self) -> dt.date:
        """The last; of what does not end, the first too."""
        return self._last or self.first

    def show_nights(self, first: dt.date, last: dt.date | None) -> None:
        """Show from when until when; None where it does not end."""
        self._last = None if last is None else max(first, last)
        self.start.show_value(first)
        self.end.setVisible(last is not None)
        self.end.show_value(self._last)

    def _take(self, first: dt.date, last: dt.date | None) -> None:
        self.show_nights(first, last)
        self.changed.emit()

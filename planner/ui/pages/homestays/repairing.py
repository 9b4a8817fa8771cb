"""Something has happened: a family drops out, a flight is a day late, somebody is ill. Pair again from a night on."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal

from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.names import family_word, household_sort_key
from planner.model.plan import Plan
from planner.rules.left import hosting, travelling
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.pairwork import Question
from planner.ui.pages.homestays.spells import names_of
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.text import Text


class RepairPanel(Panel):
    """Asks from which night on, and which family is out; the answer is a proposal, nothing else."""

    #: Pair again: a `Question`.
    asked = Signal(object)

    def __init__(self, plan: Plan) -> None:
        super().__init__(tr("Pair again from a night"))
        language, visit = screen_language(), plan.visit
        words = Text(
            tr("What lies before the night stays as it is. As few guests as can be are moved, and you see who must be "
               "told. Nothing changes before you accept it, so it also answers “what if?”."),
            "text", "text2", wrap=True,
        )  # fmt: skip
        words.setMinimumWidth(160)
        nights = nights_from(visit.first_day, visit.last_day)[:-1]
        self.since = ChoiceField(
            tr("From the night of"), [(night, day_text(night, language, "short")) for night in nights]
        )
        self.since.show_value(nights[0] if nights else None)
        homes = sorted((offer.household for offer in hosting(plan)), key=lambda one: household_sort_key(one, language))
        offers: list[tuple[int | None, str]] = [(None, tr("none: all families stay"))]
        offers += [(home.id, family_word(home, language)) for home in homes]
        self.without = ChoiceField(tr("Family that drops out"), offers, icon_name="hosts")
        self.without.show_value(None)
        self._since = nights[0] if nights else None
        self._without: int | None = None
        self._away: int | None = None
        self._until = self._since
        guests: list[tuple[int | None, str]] = [(None, tr("none: all guests are there"))]
        guests += [(member.id, names_of(member).whole) for member in travelling(plan)]
        self.away = ChoiceField(tr("Guest who needs no home"), guests, icon_name="people")
        self.away.show_value(None)
        self.until = ChoiceField(
            tr("Up to the night of"), [(night, day_text(night, language, "short")) for night in nights],
            hint=tr("A guest who is ill elsewhere, or comes on a later flight."),
        )  # fmt: skip
        self.until.show_value(nights[0] if nights else None)
        self.until.setEnabled(False)
        self.since.committed.connect(self._take_night)
        self.without.committed.connect(self._take_home)
        self.away.committed.connect(self._take_guest)
        self.until.committed.connect(self._take_end)
        self.button = Button(tr("Propose"), self._ask, look="primary", icon_name="link")
        for widget in (words, self.since, self.without, self.away, self.until):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.button, STRETCH))

    def _take_night(self, night: object) -> None:
        assert isinstance(night, dt.date)
        self._since = night
        self.since.show_value(night)
        if self._until is not None and self._until < night:
            self._take_end(night)

    def _take_home(self, home: object) -> None:
        self._without = home if isinstance(home, int) else None
        self.without.show_value(self._without)

    def _take_guest(self, member: object) -> None:
        self._away = member if isinstance(member, int) else None
        self.away.show_value(self._away)
        self.until.setEnabled(self._away is not None)

    def _take_end(self, night: object) -> None:
        """Up to which night the guest needs no home: not before the night from which is paired."""
        assert isinstance(night, dt.date)
        self._until = night if self._since is None else max(night, self._since)
        self.until.show_value(self._until)

    def _ask(self) -> None:
        self.asked.emit(Question(self._since, self._without, self._away, self._until))

"""Something has happened: a family drops out, a flight is a day late, somebody is ill. Pair again from a night on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.names import family_word, household_sort_key
from planner.model.plan import Plan
from planner.rules.left import hosting
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.pairwork import Question
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
        self.since.committed.connect(self._take_night)
        self.without.committed.connect(self._take_home)
        hint = Text(
            tr("Is a guest ill, or comes a flight a day late? First change the nights of their stay on the board, or "
               "their leg in the programme; then pair again from that night."),
            "small", "text2", wrap=True,
        )  # fmt: skip
        hint.setMinimumWidth(160)
        self.button = Button(tr("Propose"), self._ask, look="primary", icon_name="link")
        for widget in (words, self.since, self.without, hint):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.button, STRETCH))

    def _take_night(self, night: object) -> None:
        self._since = night  # type: ignore[assignment]
        self.since.show_value(night)

    def _take_home(self, home: object) -> None:
        self._without = home if isinstance(home, int) else None
        self.without.show_value(self._without)

    def _ask(self) -> None:
        self.asked.emit(Question(self._since, self._without))

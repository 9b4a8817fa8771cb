"""The controls over the programme: in which way it is looked at, whose it is, on which day, which kinds of things."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.language import tr, tr_in
from planner.language.terms import term
from planner.model.kinds import ActivityKind
from planner.model.plan import Plan
from planner.ui.pages.programme.viewing import EVERYBODY, Viewer, names_of, viewers
from planner.ui.shell.page import PageHeader
from planner.ui.theme.measures import BUTTON
from planner.ui.widgets.boxes import STRETCH, column, row, rule
from planner.ui.widgets.buttons import IconButton, Segmented
from planner.ui.widgets.chips import ChipButton
from planner.ui.widgets.choices import Combo

#: The ways to look at it; ``day``, ``visit`` and ``person`` are on the board.
VIEWS: Final = ("day", "visit", "person", "list")

#: In which of them one may look at somebody's own programme.
OWN: Final = ("person", "list")


class Controls(QObject):
    """The controls in the head of the page, and the line under it for those that the head has no room for."""

    #: One of `VIEWS`, or ``places``, which is a page of its own.
    viewAsked = Signal(str)
    #: Another `Viewer`.
    viewerAsked = Signal(object)
    #: So many days on, or back.
    dayAsked = Signal(int)
    #: A kind is to be seen, or no longer.
    kindTurned = Signal(object, bool)

    def __init__(self, header: PageHeader) -> None:
        super().__init__(header)
        self._header = header
        self._viewers: list[Viewer] = [EVERYBODY]
        self._names: tuple[object, ...] = ()
        self._above: bool | None = None
        self.switch = Segmented(
            tr("Show"),
            [
                ("day", tr_in("programme", "Day")), ("visit", tr_in("programme", "Visit")),
                ("person", tr("One person")), ("list", tr("List")), ("places", tr("Places")),
            ],
        )  # fmt: skip
        self.switch.chosen.connect(self.viewAsked)
        self.viewer = Combo(high=BUTTON, icon_name="people")
        self.viewer.setAccessibleName(tr("Whose programme"))
        self.viewer.setFixedWidth(200)
        self.viewer.activated.connect(lambda place: self.viewerAsked.emit(self._viewers[place]))
        self.earlier = IconButton("left", tr("The day before"), partial(self.dayAsked.emit, -1))
        self.later = IconButton("right", tr("The next day"), partial(self.dayAsked.emit, 1))
        header.add(self.switch, self.earlier, self.later, self.viewer)
        self.kinds: dict[ActivityKind, ChipButton] = {}
        for kind in ActivityKind:
            words = term(kind)
            chip = ChipButton(kind.value, words, kind.value, kind.value, name=tr("Show: {kind}", kind=words))
            chip.picked.connect(lambda key, on: self.kindTurned.emit(ActivityKind(key), on))
            self.kinds[kind] = chip
        self._chips = QWidget()
        self._chips.setLayout(row(*self.kinds.values(), gap=4))
        self._chips.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        #: The line under the head, to be put there by the page.
        self.line = QWidget()
        self._room = row(STRETCH, margins=(16, 0, 16, 0))
        self.line.setLayout(column(self._room, rule(), gap=8, margins=(0, 8, 0, 0)))

    def show_view(self, view: str) -> None:
        """Show what belongs to one of the `VIEWS`."""
        self.switch.choose(view)
        for button in (self.earlier, self.later):
            button.setVisible(view == "day")
        self.viewer.setVisible(view in OWN)
        self.settle()

    def show_viewers(self, plan: Plan, viewer: Viewer) -> Viewer:
        """Offer everybody whose programme can be looked at; gives the viewer, or everybody if they are gone."""
        names = names_of(plan)
        if names != self._names:
            # Putting hundreds of names in order takes its time, and most changes leave them alone.
            self._names = names
            offered = viewers(plan)
            self._viewers = [each for each, _ in offered]
            self.viewer.clear()
            self.viewer.addItems([words for _, words in offered])
        known = viewer if viewer in self._viewers else EVERYBODY
        self.viewer.setCurrentIndex(self._viewers.index(known))
        return known

    @property
    def first_person(self) -> Viewer:
        """The first person whose programme can be looked at."""
        return next((viewer for viewer in self._viewers if viewer.noun == "Member"), EVERYBODY)

    def show_days(self, *, before: bool, after: bool) -> None:
        """Say whether there is a day before and one after."""
        self.earlier.setEnabled(before)
        self.later.setEnabled(after)

    def show_hidden(self, hidden: set[ActivityKind]) -> None:
        """Show which kinds are hidden."""
        for kind, chip in self.kinds.items():
            chip.setChecked(kind not in hidden)

    def settle(self) -> None:
        """Put the kinds into the head if there is room for them, else into the line under it."""
        needed = self._header.minimumSizeHint().width()
        if not self._above:
            needed += self._chips.sizeHint().width() + 8
        above = needed <= self._header.width()
        if above == self._above:
            return
        self._above = above
        if above:
            self._header.add(self._chips)
        else:
            self._room.insertWidget(0, self._chips)
        self.line.setVisible(not above)
        self._chips.show()

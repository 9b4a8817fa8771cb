"""In the inspector of a place: what it is used for, and whether it stands in the file twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from planner.commands import places
from planner.language import screen_language, tr
from planner.language.dates import day_text, days_text
from planner.language.names import full_name, text_sort_key
from planner.language.times import time_text
from planner.model.homestays import Room
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Place
from planner.rules.finding import Subject
from planner.rules.places import Use, alike_places, uses_of
from planner.ui.inspector import Piece
from planner.ui.pages.homestays.lodging import room_words
from planner.ui.pages.places.rows import alike_words
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.widgets.boxes import STRETCH, clear, column, row, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import listed, said


class LinkLine(QAbstractButton):
    """One line that leads to a thing: an icon, its words shortened where there is no room."""

    def __init__(self, icon_name: str, words: str) -> None:
        super().__init__()
        self._icon = icon_name
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedHeight(24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, "text2", QRect(0, 5, 14, 14))
        painter.setFont(font())
        painter.setPen(colour("chosen.text" if self.underMouse() or self.hasFocus() else "text"))
        room = self.rect().adjusted(22, 0, 0, 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class UsesPiece(Piece):
    """What happens at a place: a line for each that leads there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: list[tuple[Subject, str, str]] = []
        self._nothing = Text(tr("Nothing of this visit happens here."), tone="text2", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.setLayout(column(self._nothing, self._lines, gap=0))

    @override
    def show_record(self, record: Place, plan: Plan, *, anew: bool) -> None:
        shown = [_told(use) for use in uses_of(plan).get(record.id, ())]
        self._nothing.setVisible(not shown)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        for subject, icon_name, words in shown:
            line = LinkLine(icon_name, words)
            line.clicked.connect(lambda _=False, subject=subject: self._workspace.show(subject))
            self._lines.addWidget(line)


def _told(use: Use) -> tuple[Subject, str, str]:
    """Where a use leads, its icon, and what it is in words."""
    language = screen_language()
    subject = Subject(type(use).__name__, use.id)
    if isinstance(use, Activity | Journey):
        of_activity = isinstance(use, Activity)
        on, at = (use.starts_on, use.starts_at) if isinstance(use, Activity) else (use.departs_on, use.departs_at)
        when = [day_text(on, language, "short"), "" if at is None else time_text(at, language)]
        icon_name = use.kind.value if isinstance(use, Activity) else "travel"
        title = said(use, "title") or (tr("Activity") if of_activity else tr("Journey"))
        return subject, icon_name, " ".join((*filter(None, when), title))
    if isinstance(use, Room):
        return subject, "room", room_words(use)
    nights = days_text(use.first_night, use.last_night, language, year=False)
    return Subject("Member", use.member_id), "room", listed([full_name(use.member.person, language), nights])


class TwinsPiece(Piece):
    """Which other places may be the same one, each with the button that makes one of both."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: tuple[object, ...] = ()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.setLayout(column(self._cards, gap=0))

    @override
    def show_record(self, record: Place, plan: Plan, *, anew: bool) -> None:
        twins = alike_places(plan).get(record.id, ())
        self.setVisible(bool(twins))
        shown = (record.id, self._workspace.is_read_only, *((twin.id, said(twin, "name")) for twin in twins))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._cards)
        for twin in twins:
            self._cards.addWidget(self._card(record, twin))

    def _card(self, place: Place, twin: Place) -> QWidget:
        name = said(twin, "name")
        look = Button(tr("Look at it"), partial(self._workspace.show, Subject("Place", twin.id)), small=True,
                      name=tr("Look at {place}", place=name))  # fmt: skip
        merge = Button(tr("Make one of both"), partial(merge_into, self._workspace, place, twin), small=True,
                       name=tr("Make one of both: {place}", place=name))  # fmt: skip
        merge.setEnabled(not self._workspace.is_read_only)
        words = Text(alike_words([twin]), "small", "check", wrap=True)
        return surface("check", column(words, row(merge, look, STRETCH), gap=6, margins=(12, 10, 12, 10)))


class SamePiece(Piece):
    """Any other place of the file, to say that it is this one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._place: Place | None = None
        self._plan: Plan | None = None
        self._offers: list[tuple[int, str]] = []
        self.choice = ChoiceField(
            tr("The same place as"), [], icon_name="copy", placeholder=tr("Choose the other one"),
            hint=tr("All that points to the other one points here then, and the other one goes."),
        )  # fmt: skip
        self.choice.committed.connect(self._choose)
        self.setLayout(column(self.choice))

    @override
    def show_record(self, record: Place, plan: Plan, *, anew: bool) -> None:
        self._place, self._plan = record, plan
        offers = sorted(_others(record, plan), key=lambda offer: text_sort_key(offer[1], screen_language()))
        if offers != self._offers:
            self._offers = offers
            self.choice.offer(offers)
        self.choice.show_value(None)
        self.choice.setEnabled(not self._workspace.is_read_only)

    def _choose(self, twin_id: int) -> None:
        twin = None if self._plan is None else self._plan.get(Place, twin_id)
        if self._place is not None and twin is not None:
            merge_into(self._workspace, self._place, twin)


def _others(place: Place, plan: Plan) -> Iterator[tuple[int, str]]:
    return ((other.id, said(other, "name")) for other in plan.places if other.id != place.id)


def merge_into(workspace: Workspace, place: Place, twin: Place) -> None:
    """Make one place of both in one step: `place` stays, `twin` goes."""
    name, gone = said(place, "name"), said(twin, "name")
    if workspace.run(places.merge, place.id, twin.id):
        workspace.say(tr("{gone} is now {place}.", gone=gone, place=name), undo=True)

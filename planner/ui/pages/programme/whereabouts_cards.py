"""A card for each place in which people are at a moment: what it is, until when, who is in charge, and their names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from planner.agenda.spots import Spot
from planner.language import tr
from planner.rules.finding import Subject
from planner.ui.pages.programme.whereabouts_told import CardTold, NameTold
from planner.ui.theme.painters import card_with_strip
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text


class SpotCard(QFrame):
    """One place with everybody in it; a name leads to the person, the title to the event."""

    def __init__(
        self, spot: Spot, told: CardTold, *, pick: Callable[[int], object], show: Callable[[Subject], object]
    ) -> None:
        super().__init__()
        self.spot = spot
        self._told = told
        self.names: dict[int, Button] = {}
        self.setAccessibleName(told.title)
        head = row(Sign(told.icon, f"{told.tone}.text", 16), gap=8)
        head.addWidget(Elided(told.title, "heading"), 1)
        head.addWidget(Text(told.count, "small", "text2"))
        if told.subject is not None:
            words = tr("Show: {what}", what=told.title)
            lead = partial(show, told.subject)
            head.addWidget(Button(tr("In the programme"), lead, look="link", small=True, name=words))
        body = column(head, gap=4, margins=(16, 8, 12, 10))
        for line in told.lines:
            body.addWidget(Text(line, "small", "text2", wrap=True))
        for words, tone in told.troubles:
            body.addLayout(row(Sign("wrong" if tone == "wrong" else "warn", f"{tone}.mark", 14),
                               Text(words, "small", tone), STRETCH, gap=6))  # fmt: skip
        for words in told.meanwhile:
            body.addWidget(Text(words, "small", "check", wrap=True))
        flow = Flow(gap=6)
        for one in told.people:
            button = self.names[one.member_id] = _name(one)
            button.clicked.connect(partial(_picked, pick, one.member_id))
            flow.addWidget(button)
        body.addSpacing(2)
        body.addLayout(flow)
        for words, elsewhere in told.interpreters:
            text = Text(words, "small", "text2")
            body.addLayout(row(Sign("interpreters", "text2", 14), text, STRETCH, gap=6))
            if elsewhere:
                body.addWidget(Text(elsewhere, "small", "wrong"))
        self.setLayout(body)

    def can_tell(self, told: CardTold) -> bool:
        """Say whether this card need only change its names to say something else."""
        return self._told.is_like(told)

    def tell(self, spot: Spot, told: CardTold) -> None:
        """Say something else that the card `can_tell`: of five hundred names, the few that are new are written."""
        for before, one in zip(self._told.people, told.people, strict=True):
            if one != before:
                button = self.names[one.member_id]
                button.setText(one.name)
                button.setAccessibleName(one.spoken)
                button.setToolTip(one.tip)
        self.spot, self._told = spot, told

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tone = self._told.tone
        card_with_strip(QPainter(self), QRectF(self.rect()), f"{tone}.fill", f"{tone}.mark", radius=6)


def _picked(pick: Callable[[int], object], member_id: int, _checked: bool = False) -> None:
    pick(member_id)


def _name(one: NameTold) -> Button:
    look = "primary" if one.is_chosen else "plain"
    button = Button(one.name, look=look, small=True, name=one.spoken, tip=one.tip)
    if one.is_troubled and not one.is_chosen:
        button.set_icon("warn")
    return button

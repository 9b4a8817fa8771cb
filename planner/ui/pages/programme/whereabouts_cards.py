"""A card for each place in which people are at a moment: what it is, until when, who is in charge, and their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from planner.agenda import Slot
from planner.agenda.spots import Spot, State
from planner.agenda.whereabouts import AtWork, Whereabouts
from planner.language import screen_language, tr, trn
from planner.language.dates import wall_text
from planner.language.figures import listed
from planner.language.names import full_name
from planner.language.speaking import speaker
from planner.rules.finding import Subject
from planner.ui.pages.programme.whereabouts_words import (
    bed_words,
    spot_icon,
    spot_title,
    spot_tone,
    spot_where,
    trouble_words,
)
from planner.ui.theme.painters import card_with_strip
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text
from planner.ui.widgets.words import said

# More beds than these are counted.
_BEDS = 3


class SpotCard(QFrame):
    """One place with everybody in it; a name leads to the person, the title to the event."""

    def __init__(
        self,
        spot: Spot,
        people: Sequence[Whereabouts],
        interpreters: Sequence[AtWork],
        slot: Slot | None,
        *,
        names: Mapping[int, str],
        chosen: int | None,
        meanwhile: Sequence[Slot] = (),
        pick: Callable[[int], object],
        show: Callable[[Subject], object],
    ) -> None:
        """`slot` is the event's own stretch of time; `names` are what members are called by their ids; `chosen` is the
        member whose panel is open; `meanwhile` is what goes on for groups in which nobody is yet.
        """
        super().__init__()
        self.spot = spot
        self._tone = spot_tone(spot)
        self.names: dict[int, Button] = {}
        title = spot_title(spot)
        self.setAccessibleName(title)
        head = row(Sign(spot_icon(spot), f"{self._tone}.text", 16), gap=8)
        head.addWidget(Elided(title, "heading"), 1)
        count = trn("{count} person", "{count} people", len(people))
        head.addWidget(Text(count, "small", "text2"))
        event = spot.towards if spot.state is State.BETWEEN else spot.event
        if event is not None:
            subject = Subject(type(event).__name__, event.id)
            words = tr("Show: {what}", what=title)
            head.addWidget(Button(tr("In the programme"), partial(show, subject), look="link", small=True, name=words))
        lines = [line for line in (_when_and_where(spot, slot), _charge(people), _tonight(people)) if line]
        body = column(head, gap=4, margins=(16, 8, 12, 10))
        for line in lines:
            body.addWidget(Text(line, "small", "text2", wrap=True))
        for words, tone in _troubles(people):
            body.addLayout(row(Sign("wrong" if tone == "wrong" else "warn", f"{tone}.mark", 14),
                               Text(words, "small", tone), STRETCH, gap=6))  # fmt: skip
        for other in meanwhile:
            words = tr("Meanwhile, for {group}, in which nobody is yet: {event}", group=_groups(other),
                       event=said(other.event, "title"))  # fmt: skip
            body.addWidget(Text(words, "small", "check", wrap=True))
        flow = Flow(gap=6)
        for one in people:
            button = _name(one, names[one.member.id], chosen=one.member.id == chosen)
            button.clicked.connect(partial(_picked, pick, one.member.id))
            self.names[one.member.id] = button
            flow.addWidget(button)
        body.addSpacing(2)
        body.addLayout(flow)
        for work in interpreters:
            name = full_name(work.interpreter.person, screen_language())
            text = Text(tr("Interprets: {name}", name=name), "small", "text2")
            body.addLayout(row(Sign("interpreters", "text2", 14), text, STRETCH, gap=6))
            if work.also:
                words = tr("{name} is to interpret elsewhere at the same time.", name=name)
                body.addWidget(Text(words, "small", "wrong"))
        self.setLayout(body)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        card_with_strip(QPainter(self), QRectF(self.rect()), f"{self._tone}.fill", f"{self._tone}.mark", radius=6)


def _picked(pick: Callable[[int], object], member_id: int, _checked: bool = False) -> None:
    pick(member_id)


def _name(one: Whereabouts, name: str, *, chosen: bool) -> Button:
    language = screen_language()
    troubled = trouble_words(one)
    button = Button(
        name, look="primary" if chosen else "plain", small=True,
        name=", ".join([full_name(one.member.person, language), *(words for words, _ in troubled)]),
        tip=tr("Tonight: {bed}", bed=bed_words(one.bed)) if one.bed is not None else "",
    )  # fmt: skip
    if troubled and not chosen:
        button.set_icon("warn")
    return button


def _groups(slot: Slot) -> str:
    groups = (said(link.group, "name") or link.group.letter for link in slot.event.group_links)
    return listed(list(groups), speaker(screen_language()))


def _when_and_where(spot: Spot, slot: Slot | None) -> str:
    until = ""
    if slot is not None and slot.ends is not None and spot.state is not State.BETWEEN:
        until = tr("until {when}", when=wall_text(slot.ends, screen_language(), None))
    return " · ".join(filter(None, (spot_where(spot), until)))


def _charge(people: Iterable[Whereabouts]) -> str:
    adults = dict.fromkeys(one.in_charge for one in people if one.in_charge is not None)
    names = " · ".join(full_name(person, screen_language()) for person in adults)
    return tr("In charge: {names}", names=names) if names else ""


def _tonight(people: Sequence[Whereabouts]) -> str:
    """The beds of the coming night, where the card itself does not say them."""
    beds: dict[str, int] = {}
    for one in people:
        if one.bed is not None and one.spot.state not in (State.FAMILY, State.HOTEL):
            words = bed_words(one.bed)
            beds[words] = beds.get(words, 0) + 1
    if not beds:
        return ""
    if len(beds) > _BEDS:
        return tr("Tonight: {bed}", bed=trn("in {count} place", "in {count} places", len(beds)))
    listed = " · ".join(words if len(beds) == 1 else f"{words} ({count})" for words, count in beds.items())
    return tr("Tonight: {bed}", bed=listed)


def _troubles(people: Iterable[Whereabouts]) -> list[tuple[str, str]]:
    """What is wrong with anybody here, with how many it concerns."""
    found: dict[tuple[str, str], int] = {}
    for one in people:
        for trouble in trouble_words(one):
            found[trouble] = found.get(trouble, 0) + 1
    return [
        (tr("{who}: {what}", who=trn("{count} person", "{count} people", count), what=words), tone)
        for (words, tone), count in found.items()
    ]

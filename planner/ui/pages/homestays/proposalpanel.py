"""The proposal as a list: what it comes to, each guest who would be new or moved with a tick, and the buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.language import tr, trn
from planner.ui.pages.homestays.pairwork import Found
from planner.ui.pages.homestays.proposal import Change, Proposal
from planner.ui.pages.homestays.sight import best_points
from planner.ui.pages.homestays.spells import LOOKS, lodging_words, names_of, nights_words
from planner.ui.pages.homestays.surviving import Fallen
from planner.ui.shell.inspector import Panel
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CHIP_ICON
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.boxes import STRETCH, column, row, rule, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.notice import TONE_ICONS
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text


class LookSign(QWidget):
    """The sign of a change as its bars have it: plus on green, arrows on indigo, white."""

    def __init__(self, look: str, name: str) -> None:
        super().__init__()
        self._tone, self._icon = LOOKS[look]
        self.setFixedSize(QSize(24, 17))
        self.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, f"{self._tone}.fill" if self._tone else "panel", 4)
        outline_round(painter, rect, f"{self._tone}.mark" if self._tone else "strong_line", radius=4)
        if self._icon:
            spot = QRectF(rect.center().x() - CHIP_ICON / 2, rect.center().y() - CHIP_ICON / 2, CHIP_ICON, CHIP_ICON)
            paint_icon(painter, self._icon, f"{self._tone}.text", spot)


class ProposalPanel(Panel):
    """Nothing is in the plan before one of the buttons at the foot is pressed."""

    #: The members whose change is accepted, a frozenset; all, or those ticked.
    acceptAsked = Signal(object)
    discardAsked = Signal()
    #: The text of a flyer is to be seen.
    flyerAsked = Signal()
    #: A change was clicked: the member's id.
    picked = Signal(object)

    def __init__(
        self, proposal: Proposal, found: Found, fallen: Sequence[Fallen] = (),
        *, is_newer: bool = False, asks: bool = False, may: bool = True, unticked: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        """`fallen` no longer fit a plan that `is_newer` than the answer; `asks`: there is a flyer to ask for beds.

        Nothing can be accepted unless the plan `may` be changed.
        """
        count = len(proposal.changes)
        super().__init__(trn("Proposal, {count} change", "Proposal, {count} changes", count))
        self._proposal, self._may = proposal, may
        self._boxes: dict[int, CheckBox] = {}
        self._told(found, fallen, is_newer=is_newer)
        self._missing(found, asks=asks)
        self._list(tr("Without a guest"), found.unused)
        for change in proposal.changes:
            self.body.addWidget(rule())
            self.body.addWidget(self._change(change, ticked=change.member.id not in unticked))
        self._all = Button(trn("Accept {count}", "Accept all {count}", count), self._accept_all, look="primary")
        self._some = Button("", self._accept_some)
        discard = Button(tr("Discard"), self.discardAsked.emit)
        self._all.setEnabled(may and bool(count))
        lower = row(self._some, discard)
        for place in (0, 1):
            lower.setStretch(place, 1)
        self.foot.addWidget(self._all)
        self.foot.addLayout(lower)
        self.show_foot()
        self._tell()

    def _told(self, found: Found, fallen: Sequence[Fallen], *, is_newer: bool) -> None:
        """How good it is, what of it is past, and who must be told of the rest."""
        newer = tr("Found before the last change of the plan: pair again to prove it anew.")
        self.body.addWidget(_headline(found.headline, found.tone, (newer,) if is_newer else found.proof))
        gone = {one.member_id for one in fallen}
        for title, told in (
            (tr("No longer fits"), [tr("{name}: {reason}", name=one.name, reason=one.why) for one in fallen]),
            (tr("Who must be told"), [words for member, words in found.told.items() if member not in gone]),
        ):
            self._list(title, told)

    def _list(self, title: str, told: Sequence[str]) -> None:
        if told:
            self.body.addLayout(column(Text(title, "heading"), *map(_line, told), gap=4))

    def _missing(self, found: Found, *, asks: bool) -> None:
        """Who has no bed and what would help, with the flyer that asks for it."""
        if not found.missing:
            return
        button = Button(tr("Ask for it…"), self.flyerAsked.emit, icon_name="mail")
        button.setToolTip(tr("The text of a flyer for new families, in English and Japanese"))
        button.setVisible(asks)
        self.body.addLayout(row(Text(tr("What is missing"), "heading"), STRETCH, button))
        for guest, *lines in found.missing:
            self.body.addLayout(column(Text(guest, wrap=True), *map(_line, lines), gap=2))

    def _change(self, change: Change, *, ticked: bool) -> QWidget:
        name = names_of(change.member)
        box = CheckBox("")
        box.setChecked(ticked)
        box.setAccessibleName(tr("Accept: {name}", name=name.whole))
        box.clicked.connect(lambda on, change=change: self._tick(change, on))
        self._boxes[change.member.id] = box
        look = tr("New") if change.look == "new" else tr("Moved")
        score = "–" if change.score is None else str(change.score)
        was = Text(tr("was {score}", score=change.was), "small", "text2") if change.was is not None else Text("")
        button = Button(name.whole, partial(self.picked.emit, change.member.id), look="link")
        head = row(box, LookSign(change.look, look), button, STRETCH, was, Text(score, "heading"))
        lines: list[QWidget] = [Text(words, "small", "text2", wrap=True) for words in self._words(change)]
        lines += [_warning(words) for words in change.warnings]
        for line in lines:
            line.setMinimumWidth(120)
        whole = QWidget()
        whole.setLayout(column(head, column(*lines, gap=2, margins=(56, 0, 0, 0)), gap=2))
        return whole

    def _words(self, change: Change) -> list[str]:
        plan = self._proposal.plan
        words = []
        new = [one for one in change.after if one.look != "same"]
        for one in new:
            where = lodging_words(one.lodging, plan)
            nights = nights_words(one.first, one.last)
            words.append(where if len(change.after) == 1 else tr("{place}: {nights}", place=where, nights=nights))
        if change.look == "moved" and change.before:
            where = lodging_words(change.before[0].lodging, plan)
            after = words[0] if words else tr("no bed on these nights")
            words[:1] = [tr("{before} → {after}", before=where, after=after)]
        reasons = best_points(change.sights[0], 2) if change.sights else ""
        return [*words, *([reasons] if reasons else [])]

    # Ticks

    @property
    def ticked(self) -> frozenset[int]:
        """The members whose change is ticked."""
        return frozenset(member for member, box in self._boxes.items() if box.isChecked())

    @property
    def kept(self) -> dict[str, Any]:
        """What the user has said by ticks, for a panel made anew."""
        return {"unticked": frozenset(self._boxes) - self.ticked}

    def _tick(self, change: Change, on: bool) -> None:
        """With a guest go those whose bed they need free, and those who need theirs."""
        if on:
            wanted = {change.member.id}
            while more := {one for each in self._chosen(wanted) for one in each.needs} - wanted:
                wanted |= more
            ticked = self.ticked | wanted
        else:
            ticked = self._proposal.closure(self.ticked)
        for member, box in self._boxes.items():
            box.setChecked(member in ticked)
        self._tell()

    def _chosen(self, members: set[int]) -> list[Change]:
        return [change for change in self._proposal.changes if change.member.id in members]

    def _tell(self) -> None:
        count = len(self.ticked)
        self._some.setText(tr("Accept selected ({count})", count=count))
        self._some.setEnabled(self._may and 0 < count < len(self._boxes))

    def _accept_all(self) -> None:
        self.acceptAsked.emit(frozenset(self._boxes))

    def _accept_some(self) -> None:
        self.acceptAsked.emit(self.ticked)


def _headline(words: str, tone: str, proof: Sequence[str]) -> QWidget:
    head = Text(words, "heading", tone, wrap=True)
    lines = [Text(line, "small", tone, wrap=True) for line in proof]
    for text in (head, *lines):
        text.setMinimumWidth(160)
    sign = Sign(TONE_ICONS[tone], f"{tone}.mark")
    box = row(column(sign, STRETCH, gap=0, margins=(0, 3, 0, 0)), column(head, *lines, gap=2), margins=(12, 10, 12, 10))
    box.setStretch(1, 1)
    return surface(tone, box)


def _line(words: str) -> Text:
    text = Text(words, "small", "text2", wrap=True).selectable()
    text.setMinimumWidth(160)
    return text


def _warning(words: str) -> QWidget:
    text = Text(words, "small", "check", wrap=True)
    text.setMinimumWidth(100)
    sign = Sign("warn", "check.mark")
    box = row(column(sign, STRETCH, gap=0, margins=(0, 1, 0, 0)), text, gap=6)
    box.setStretch(1, 1)
    whole = QWidget()
    whole.setLayout(box)
    return whole

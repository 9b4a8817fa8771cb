"""The proposal on the night board: before and after, what it comes to in counts, and which changes are to be seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.language import tr, tr_in
from planner.ui.boards.nights.board import NightBoard
from planner.ui.pages.homestays.proposal import LOOKS, Counts, Proposal
from planner.ui.pages.homestays.proposalpanel import LookSign
from planner.ui.pages.homestays.spells import lodging_name, names_of
from planner.ui.pages.homestays.tray import WIDTH
from planner.ui.widgets.boxes import STRETCH, Scroll, column, row, rule
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import listed


class ProposalView(QWidget):
    """A board that is only looked at, with the counts beside it."""

    #: Other changes are to be seen.
    filtered = Signal()

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self.proposal = proposal
        self._proposed = True
        self.board = NightBoard(tr("Night board with the proposal"))
        self.looks: dict[str, CheckBox] = {}
        content = QWidget()
        content.setProperty("surface", "rail")
        content.setLayout(
            column(
                Text(tr("Before and after"), "heading"), self._counts(), 4,
                Text(tr_in("filter", "Show"), "heading"), self._filters(), 4,
                *self._left_alone(), *self._spare(), STRETCH, gap=8, margins=(16, 12, 16, 12),
            )
        )  # fmt: skip
        side = Scroll(content, tr("Before and after"))
        side.setFixedWidth(WIDTH)
        self.setLayout(row(side, rule(vertical=True), self.board, gap=0))
        self.show_state(proposed=True)

    def show_state(self, *, proposed: bool) -> None:
        """Show the plan as it is, or as it would be."""
        self._proposed = proposed
        looks = [look for look, box in self.looks.items() if box.isChecked()]
        self.board.show_scene(self.proposal.scene(proposed=proposed, looks=looks))

    def scroll_to(self, member_id: int) -> None:
        """Bring a guest's stay into sight and choose it."""
        spells = self.proposal.after if self._proposed else self.proposal.before
        found = next((one for one in spells if one.member.id == member_id), None)
        if found is not None:
            self.board.choose(found.key)

    # The column at the left

    def _counts(self) -> QGridLayout:
        before, after = self.proposal.counts
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for number, (words, was, now, better) in enumerate(_lines(before, after)):
            grid.addWidget(Text(words), number, 0)
            arrow = Text(f"{was} →", "text", "text2")
            grid.addWidget(arrow, number, 1)
            value = Text(now, "heading", "good" if better > 0 else "check" if better < 0 else "")
            value.setAccessibleName(tr("{label}: {words}", label=words, words=f"{was} → {now}"))
            grid.addWidget(value, number, 2)
        return grid

    def _filters(self) -> QWidget:
        whole = QWidget()
        counts = {look: sum(change.look == look for change in self.proposal.changes) for look in LOOKS}
        counts["same"] = len({one.member.id for one in self.proposal.kept})
        words = {"new": tr("New"), "moved": tr("Moved"), "same": tr("Unchanged")}
        lines = []
        for look in LOOKS:
            box = CheckBox("")
            box.setChecked(True)
            box.setAccessibleName(tr("Show: {kind}", kind=words[look]))
            box.clicked.connect(lambda _=False: self._filter())
            self.looks[look] = box
            sign = LookSign(look, words[look])
            lines.append(row(box, sign, Text(words[look]), STRETCH, Text(str(counts[look]), "heading")))
        whole.setLayout(column(*lines, gap=8))
        return whole

    def _filter(self) -> None:
        self.show_state(proposed=self._proposed)
        self.filtered.emit()

    def _left_alone(self) -> list[QWidget]:
        pinned = [one for one in self.proposal.kept if one.locked]
        if not pinned:
            return []
        plan = self.proposal.plan
        lines = [
            Text(tr("{guest} at {home}", guest=names_of(one.member).whole, home=lodging_name(one.lodging, plan)),
                 "small", "text2", wrap=True)
            for one in pinned
        ]  # fmt: skip
        note = Text(tr("Pinned stays are never moved."), "small", "text3", wrap=True)
        return [Text(tr("Left as they are"), "heading"), *lines, note]

    def _spare(self) -> list[QWidget]:
        spare = self.proposal.spare
        words = listed(spare) if spare else tr("none")
        return [Text(tr("Spare beds left"), "heading"), Text(words, "small", "text2", wrap=True)]


def _lines(before: Counts, after: Counts) -> list[tuple[str, str, str, int]]:
    """What is counted, before, after, and whether it is better (1) or worse (−1)."""

    def line(words: str, was: int | None, now: int | None, sign: int) -> tuple[str, str, str, int]:
        change = 0 if was is None or now is None else sign * ((now > was) - (now < was))
        return words, "–" if was is None else str(was), "–" if now is None else str(now), change

    return [
        line(tr("Without a bed"), before.without, after.without, -1),
        line(tr("Nights still open"), before.open_nights, after.open_nights, -1),
        line(tr("Friends together"), before.friends, after.friends, 1),
        line(tr("Lowest score"), before.lowest, after.lowest, 0),
        line(tr("Average score"), before.average, after.average, 0),
        line(tr("Warnings"), before.warnings, after.warnings, -1),
    ]

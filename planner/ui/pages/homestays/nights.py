"""The view of the nights: the tray of those who wait, the board, and the card of whoever is carried between them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.language import tr
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject
from planner.ui.boards.nights.board import NightBoard
from planner.ui.pages.homestays.aim import Held, held_from_tray
from planner.ui.pages.homestays.carrying import Carrying
from planner.ui.pages.homestays.judging import Judging
from planner.ui.pages.homestays.marks import Mark, marks_of
from planner.ui.pages.homestays.scene import scene
from planner.ui.pages.homestays.sight import all_of
from planner.ui.pages.homestays.signs import guest_signs
from planner.ui.pages.homestays.spells import Spell, names_of, spells_of
from planner.ui.pages.homestays.tray import Tray
from planner.ui.pages.homestays.waiting import legend, waiting
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CARD_ICON
from planner.ui.theme.painters import fill_round
from planner.ui.widgets.boxes import row, rule
from planner.ui.widgets.lettering import fit, wide_of, write

_SOON_MS: Final = 30


class NightsView(QWidget):
    """Tray and board; what is done on them is told by the board's and the hand's signals."""

    #: A guest was chosen, on the board by a stay or in the tray: a `Subject` of a stay or a member.
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tray = Tray()
        self.board = NightBoard(tr("Night board"))
        self.setLayout(row(self.tray, rule(vertical=True), self.board, gap=0))
        self.carrying = Carrying(self.board, self.spell)
        self.board.hand = self.carrying
        self._plan: Plan | None = None
        self._spells: dict[Hashable, Spell] = {}
        self._fitting: dict[int, str] = {}
        self._marks: Mapping[Subject, Mark] = {}
        self._shown_marks: Mapping[Subject, Mark] = {}
        self._card = _Carried(self)
        self._fits = QTimer(self)
        self._fits.setSingleShot(True)
        self._fits.timeout.connect(self._work_out_fits)
        self.board.tell_tint = self._tell_tint
        self.tray.hand_key = self._key
        self.tray.takenUp.connect(self._take_up)
        self.tray.carried.connect(self.carrying.carry_to)
        self.tray.letGo.connect(self.carrying.let_go)
        self.tray.picked.connect(self._tray_picked)
        self.board.picked.connect(self._bar_picked)
        self.carrying.heldChanged.connect(self._held)
        self.carrying.moved.connect(self._move_card)

    def _key(self, event: QKeyEvent) -> bool:
        return self.carrying.is_busy and self.carrying.key(event)

    # What is shown

    def show_plan(self, plan: Plan, *, may_change: bool) -> None:
        """Show who sleeps where and who waits."""
        self.carrying.put_back()
        self._plan = plan
        spells = list(spells_of(plan))
        self._spells = {spell.key: spell for spell in spells}
        self.carrying.judging = Judging(plan, spells)
        self.carrying.may_change = may_change
        self._show_scene()
        none, some = waiting(plan)
        self.tray.show_waiting(none, some, legend([*none, *some]))
        self._fitting = {}
        self._fits.start(_SOON_MS)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Mark the stays in which rules are broken, or were set aside."""
        marks = marks_of(findings, self._spells.values())
        if marks != self._marks:
            self._marks = marks
            if not self.carrying.is_busy:
                self._show_scene()

    def _show_scene(self) -> None:
        if self._plan is None:
            return
        spells = []
        for key, spell in self._spells.items():
            mark = self._marks.get(key) if isinstance(key, Subject) else None
            spells.append(spell if mark is None else replace(spell, problem=mark.problem, problem_words=mark.words))
        self._shown_marks = self._marks
        self.board.show_scene(scene(self._plan, spells))

    @property
    def plan(self) -> Plan | None:
        """What is shown."""
        return self._plan

    @property
    def judging(self) -> Judging | None:
        """What asks the rules about the plan shown."""
        return self.carrying.judging

    def spell(self, key: object) -> Spell | None:
        """Give the stay of a bar."""
        return self._spells.get(key) if isinstance(key, Hashable) else None

    def choose(self, subject: Subject | None) -> bool:
        """Choose a stay, or a guest by the first of their stays or in the tray, or bring a home into sight."""
        if subject is None:
            self.board.choose(None)
            self.tray.choose(None)
            return True
        if subject.noun == "Member":
            found = (one for one in self._spells.values() if one.member.id == subject.id)
            own = sorted(found, key=lambda one: one.first)
            if self.tray.choose(subject.id) or not own:
                return self.tray.chosen == subject.id
            return self.board.choose(own[0].key)
        self.tray.choose(None)
        if subject.noun in ("Household", "Place"):
            self.board.scroll_to(subject)
            return self.board.layout_.block_of(subject) is not None
        return self.board.choose(subject)

    def _tray_picked(self, key: int) -> None:
        self.board.choose(None)
        self.picked.emit(Subject("Member", key))

    def _bar_picked(self, key: object) -> None:
        self.tray.choose(None)
        if isinstance(key, Subject):
            self.picked.emit(key)

    def _work_out_fits(self) -> None:
        """Into how many homes those fit who wait: worked out one after the other, when everything is shown already."""
        judging, plan = self.judging, self._plan
        missing = [card.key for card in self.tray.cards if not card.words and card.key not in self._fitting]
        if judging is None or plan is None or not missing:
            return
        blocks = [block for block in self.board.scene.blocks if isinstance(block.key, Subject)]
        self._fitting[missing[0]] = judging.fits(plan.find(Member, missing[0]), blocks)
        self.tray.show_fits(self._fitting)
        self._fits.start(0)

    def _tell_tint(self, key: Hashable) -> str:
        spread, held = self.board.layout_.block_of(key), self.carrying.held
        if spread is None or held is None or self.judging is None or not self.judging.beds_of(spread.block):
            return ""
        return all_of(self.judging.sight(held, self.judging.beds_of(spread.block)))

    # Carrying

    def _take_up(self, key: int, at: QPoint | None) -> None:
        member = None if self._plan is None else self._plan.get(Member, key)
        if member is None or self._plan is None:
            return
        self.carrying.take_up(held_from_tray(member, self._plan), by_keys=at is None)

    def _held(self, what: object) -> None:
        held = what if isinstance(what, Held) else None
        self.tray.lift(held.member.id if held is not None and held.spell is None else None)
        if held is not None and self._plan is not None:
            self._card.show_guest(held.member, self._plan)
        else:
            self._card.hide()
            if self._shown_marks != self._marks:
                self._show_scene()

    def _move_card(self, at: QPoint | None) -> None:
        if at is None:
            self._card.hide()
            return
        pos = self.mapFromGlobal(at) + QPoint(8, -6)
        self._card.move(min(pos.x(), self.width() - self._card.width()), pos.y())
        self._card.show()
        self._card.raise_()


class _Carried(QWidget):
    """The card under the mouse: only it is painted while it moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name = self._too = ""
        self._icons: tuple[str, ...] = ()
        self.setFixedSize(QSize(254, 37))
        self.hide()

    def show_guest(self, member: Member, plan: Plan) -> None:
        names = names_of(member)
        self._name, self._too = names.whole, names.whole_too
        self._icons = tuple(sign.icon for sign in guest_signs(member, plan))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(0, 0, self.width() - 4, self.height() - 6)
        fill_round(painter, rect.translated(3, 5), "shadow", 4)
        fill_round(painter, rect, "chosen.mark", 4)
        left, right = rect.left() + 12, rect.right() - 10
        for icon in reversed(self._icons[:4]):
            if right - left < 150:
                break
            right -= CARD_ICON
            paint_icon(painter, icon, "on_chosen", QRectF(right, rect.center().y() - 7, CARD_ICON, CARD_ICON))
            right -= 8
        top = rect.center().y() - 7.5
        name = fit(self._name, "text", True, int(right - left))
        write(painter, left, top, name, "on_chosen", size="text", bold=True)
        after = left + wide_of(name, "text", bold=True) + 8
        if self._too and after + wide_of(self._too) < right:
            write(painter, after, top + 0.5, self._too, "on_chosen")

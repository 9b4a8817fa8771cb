"""Homestays: who sleeps where on which night, on the night board or as lists; everything is placed and moved here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from typing_extensions import override

from planner.commands import stays
from planner.commands.stays import Placing
from planner.language import tr, trn
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import guests_without_bed, travelling
from planner.ui.inspector import RecordPanel
from planner.ui.pages.homestays.aim import Aim, Held, stays_home
from planner.ui.pages.homestays.carrying import Knife, Stretch
from planner.ui.pages.homestays.deeds import DEEDS, Deed, fill
from planner.ui.pages.homestays.hints import Hints
from planner.ui.pages.homestays.lists import Lists
from planner.ui.pages.homestays.nights import NightsView
from planner.ui.pages.homestays.spells import Spell
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import IconButton, Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.notice import EmptyState

#: The ways to look at it; the first is seen first.
VIEWS: Final = ("nights", "list")

_LISTED: Final = frozenset({"Room"})


class HomestaysPage(Page):
    """The night board and the lists of the same stays."""

    KEY: ClassVar[str] = "homestays"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Homestays"))
        self._switch = Segmented(tr("Show"), [("nights", tr("Nights")), ("list", tr("List"))])
        self._placed = Chip("")
        self.lists = Lists(self)
        self.nights = NightsView()
        self.hints = Hints()
        self._more = IconButton("more", tr("What can be done with a stay"), self._drop_menu)
        self.header.add(self._switch, *self.lists.left, self._placed)
        self.header.add_right(self.hints, *self.lists.right, self._more)
        self._empty = EmptyState(
            "homestays",
            tr("No guests and no homes yet"),
            tr("Drop the sign-up forms of guests and host families here, or add them by hand."),
            [
                (tr("Import a form"), lambda: workspace.show("import")),
                (tr("Add families"), lambda: workspace.show("hosts")),
            ],
        )
        self._stack = QStackedWidget()
        for widget in (self.nights, self.lists, self._empty):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self._switch.chosen.connect(self._turn_away)
        self._follow_board()
        self._turn()

    def _follow_board(self) -> None:
        board, carrying = self.nights.board, self.nights.carrying
        self.nights.picked.connect(self._pick)
        board.opened.connect(self._open)
        board.removeAsked.connect(self.take_away)
        board.menuAsked.connect(self._menu_at)
        carrying.heldChanged.connect(self.hints.show_held)
        carrying.dropped.connect(self._drop)
        carrying.refused.connect(self._refuse)
        carrying.takenBack.connect(lambda held: self.take_away([held.key]))
        carrying.stretched.connect(self._stretch)
        carrying.split.connect(self._split)
        for deed in DEEDS:
            if deed.acts:
                deed.connect(board, self._do)

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        self.nights.show_plan(plan, may_change=not self.workspace.is_read_only)
        self.lists.show_plan(plan)
        panel = self.panel
        if isinstance(panel, RecordPanel) and not panel.show_plan(plan):
            self.inspect(None)
        whole = len(travelling(plan))
        placed = whole - len(guests_without_bed(plan))
        words = trn("{placed} of {count} guest placed", "{placed} of {count} guests placed", whole, placed=placed)
        self._placed.show_words(words, "good" if placed == whole and whole else "grey")
        self._turn()

    @property
    def face(self) -> str:
        """The way it is looked at, one of `VIEWS`."""
        return self._switch.choice

    def look(self, face: str) -> None:
        """Look at it in one of the `VIEWS`."""
        self._switch.choose(face)
        self._turn()

    def _turn_away(self) -> None:
        self.nights.carrying.put_back()
        self.inspect(None)
        self.workspace.select(None)
        self._turn()

    def _turn(self) -> None:
        plan, listed = self.workspace.plan, self.face == "list"
        if plan is not None and not plan.members and not plan.offers and not plan.rooms and not listed:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self.lists if listed else self.nights)
        shown: Sequence[QWidget] = (*self.lists.left, *self.lists.right)
        for widget in shown:
            widget.setVisible(listed)
        self._more.setVisible(not listed)
        if listed:
            self.lists.turn()

    @override
    def select(self, subject: Subject) -> bool:
        if subject.noun in _LISTED:
            self.look("list")
            return self.lists.select(subject)
        if self.face == "list" and self.lists.select(subject):
            return True
        self.look("nights")
        return self.nights.choose(subject)

    def _pick(self, subject: Subject) -> None:
        self.workspace.select(subject)

    def _open(self, key: object) -> None:
        """Enter on a stay goes to the guest's nights."""
        spell = self.nights.spell(key)
        if spell is not None:
            self.workspace.show_parts(Subject("Member", spell.member.id), "Stay")

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.lists.forget()

    # What is done on the board

    def _drop(self, held: Held, aim: Aim, _block: object) -> None:
        """Do what a drop does, as one step, and stay with the stay it made."""
        if stays_home(held, aim):
            return
        spell = held.spell
        if aim.swap is not None and spell is not None:
            self.workspace.run(stays.swap, _id(spell), _id(aim.swap))
        elif spell is not None and not aim.part:
            self.workspace.run(stays.move, _id(spell), aim.lodging, aim.first, aim.last, done=self._stay_with)
        else:
            placing = Placing(held.member.id, aim.lodging, aim.first, aim.last)
            self.workspace.run(stays.place, placing, done=self._stay_with)

    def _stay_with(self, stay_id: int) -> None:
        subject = Subject("Stay", stay_id)
        self.nights.tray.choose(None)
        if self.nights.board.choose(subject):
            self.workspace.select(subject)

    def _refuse(self, held: Held, aim: Aim, _block: object) -> None:
        self.workspace.say(tr("Not possible here: {reason}", reason=aim.refusal), tone="wrong")

    def _stretch(self, stretch: Stretch) -> None:
        self.workspace.run(stays.resize, _id(stretch.spell), stretch.first, stretch.last, done=self._stay_with)

    def _split(self, knife: Knife) -> None:
        self.workspace.run(stays.cut, _id(knife.spell), knife.night, done=self._stay_with)

    def take_away(self, keys: Sequence[object]) -> None:
        """Take stays out of their beds; pinned ones stay."""
        spells = [spell for key in keys if (spell := self.nights.spell(key)) is not None]
        free = [spell for spell in spells if not spell.locked]
        if len(free) < len(spells):
            self.workspace.say(tr("What is pinned stays; first unpin it."), tone="check")
        if free and self.workspace.run(stays.take_away, [_id(spell) for spell in free]):
            words = trn("{count} stay taken away", "{count} stays taken away", len(free))
            self.workspace.say(words, undo=True)

    def _do(self, deed: Deed) -> None:
        """Do one of the deeds with the stay chosen."""
        board, carrying = self.nights.board, self.nights.carrying
        spell = self.nights.spell(board.chosen)
        if spell is None or self.workspace.is_read_only or (carrying.is_busy and deed.key != "split"):
            return
        marked = [one for key in board.selection.marked if (one := self.nights.spell(key)) is not None] or [spell]
        if deed.key == "carry":
            carrying.take_up_spell(spell)
        elif deed.key == "split":
            carrying.take_knife(spell)
        elif deed.key == "pin":
            self.workspace.run(stays.lock, [_id(one) for one in marked], not spell.locked)
        elif deed.key == "away":
            self.take_away([one.key for one in marked])
        elif deed.key == "edit":
            self._open(spell.key)
        else:
            self._nudge(spell, deed)

    def _nudge(self, spell: Spell, deed: Deed) -> None:
        """Let a stay begin or end a night earlier or later, as far as its bed is free."""
        first, last = carried = deed.nights(spell.first, spell.last)
        judging = self.nights.judging
        if judging is None or first > last:
            return
        least, most = judging.occupancy.free_stretch(spell.member, spell.lodging, spell.first, spell.last, spell.key)
        inside = max(first, min(least, spell.first)), min(last, max(most, spell.last))
        if inside != carried:
            self.workspace.say(tr("The bed is not free on that night, or the guest is not there."), tone="check")
            return
        self.workspace.run(stays.resize, _id(spell), first, last, nudged=True, done=self._stay_with)

    def _drop_menu(self) -> None:
        self._menu_at(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _menu_at(self, at: QPoint) -> None:
        menu = QMenu(self)
        spell = self.nights.spell(self.nights.board.chosen)
        fill(menu, spell, self._do, may_change=not self.workspace.is_read_only)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        return {"face": self.face, "board": self.nights.board.sight, "chosen": self.nights.board.chosen,
                "lists": self.lists.state()}  # fmt: skip

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self.lists.restore(state.get("lists", {}))
        self.look(state.get("face", VIEWS[0]))
        self.nights.board.show_sight(state.get("board"))
        self.nights.board.choose(state.get("chosen"), scroll=False)


def _id(spell: Spell) -> int:
    assert isinstance(spell.key, Subject)
    return spell.key.id

"""Homestays: who sleeps where on which night, on the night board or as lists; everything is placed and moved here."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from typing_extensions import override

from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject
from planner.rules.left import guests_without_bed, travelling
from planner.ui.inspector import RecordPanel
from planner.ui.pages.homestays.aim import Aim, Held
from planner.ui.pages.homestays.deeds import fill, hear
from planner.ui.pages.homestays.doing import Doing
from planner.ui.pages.homestays.hints import Hints
from planner.ui.pages.homestays.lists import Lists
from planner.ui.pages.homestays.looking import Looking
from planner.ui.pages.homestays.nights import NightsView
from planner.ui.pages.homestays.pairing import Pairing
from planner.ui.pages.homestays.pairwork import Question
from planner.ui.pages.homestays.repairing import RepairPanel
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.menus import drop
from planner.ui.widgets.notice import EmptyState

#: The ways to look at it; the first is seen first.
VIEWS: Final = ("nights", "list")

_LISTED: Final = frozenset({"Room"})
_SOON_MS: Final = 60


class HomestaysPage(Page):
    """The night board and the lists of the same stays."""

    KEY: ClassVar[str] = "homestays"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Homestays"))
        self._switch = Segmented(tr("Show"), [("nights", tr_in("view", "Nights")), ("list", tr("List"))])
        self._placed = Chip("")
        self.lists = Lists(self)
        self.nights = NightsView()
        self.hints = Hints()
        self.pairing = Pairing(workspace, self)
        self.header.add(self._switch, *self.pairing.left, *self.lists.left, self._placed)
        self.header.add_right(self.hints, *self.lists.right, *self.pairing.right, *self.pairing.begins)
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
        self._switch.chosen.connect(lambda _: self._turn_away())
        self.doing = Doing(workspace, self.nights, self._stay_with)
        self.looking = Looking(self, self.nights, self.doing)
        self._follow_board()
        self._turn()

    def _follow_board(self) -> None:
        board, carrying = self.nights.board, self.nights.carrying
        self.nights.picked.connect(self._pick)
        board.opened.connect(self._edit)
        board.blockPicked.connect(lambda _: self._forget())
        board.blockOpened.connect(self._open_home)
        board.removeAsked.connect(self.doing.take_away)
        board.menuAsked.connect(self._menu_at)
        carrying.heldChanged.connect(self._show_held)
        carrying.refused.connect(self._refuse)
        hear(board, self.do)
        self.pairing.changed.connect(self._show_proposal)
        self.pairing.repairAsked.connect(lambda: self._repair())
        self.pairing.letterWritten.connect(self.inspect)

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        self.nights.show_plan(plan, may_change=not self.workspace.is_read_only)
        self.lists.show_plan(plan)
        if isinstance(self.panel, RecordPanel | RepairPanel) and not self.panel.show_plan(plan):
            self.inspect(None)
        whole = len(travelling(plan))
        placed = whole - len(guests_without_bed(plan))
        words = trn("{placed} of {count} guest placed", "{placed} of {count} guests placed", whole, placed=placed)
        self._placed.show_words(words, "good" if placed == whole and whole else "grey")
        self.pairing.follow(plan)
        self._turn()
        self.looking.follow(plan)

    @override
    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.nights.show_findings(findings)

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
        proposing = self.pairing.view is not None
        for widget in (*self.pairing.left, *self.pairing.right):
            widget.setVisible(proposing)
        self._switch.setVisible(not proposing)
        # Beside the inspector the head has no room for it among the lists, which say it of each guest.
        self._placed.setVisible(not proposing and not listed)
        self._show_begins(shown=not proposing and not listed)
        if self.pairing.view is not None:
            listed = False
            self._stack.setCurrentWidget(self.pairing.view)
        elif plan is not None and not plan.members and not plan.offers and not plan.rooms and not listed:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self.lists if listed else self.nights)
        shown: Sequence[QWidget] = (*self.lists.left, *self.lists.right)
        for widget in shown:
            widget.setVisible(listed)
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
        found = self.nights.choose(subject)
        if found and subject.noun in ("Stay", "Member"):
            self._pick(subject)
        return found

    def _show_held(self, what: object) -> None:
        """While something is carried the head tells of its keys, and of nothing else."""
        self.hints.show_held(what)
        self._placed.setVisible(what is None)
        self._show_begins(shown=what is None)

    def _show_begins(self, *, shown: bool) -> None:
        """Show the buttons that begin to pair; there is only something to repair where somebody is placed."""
        plan, may = self.workspace.plan, shown and not self.workspace.is_read_only
        self.pairing.button.setVisible(may)
        self.pairing.repair.setVisible(may and plan is not None and bool(plan.stays))

    def _show_proposal(self) -> None:
        """Show the proposal in place of the board, or the board again."""
        self.nights.carrying.put_back()
        view = self.pairing.view
        if view is not None and self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._forget()
        self.inspect(self.pairing.panel)
        self._turn()

    # The card beside the board

    def _pick(self, subject: Subject) -> None:
        """A stay or a guest was chosen: the card tells of the pair."""
        self.workspace.select(subject)
        self.looking.pick(subject)

    def _refuse(self, held: Held, aim: Aim, block: Hashable) -> None:
        """What cannot be there is put back, and the card says why, and how it can be all the same."""
        self.workspace.say(tr("Not possible here: {reason}", reason=aim.refusal), tone="wrong")
        self.looking.look_at(held, block)

    def _stay_with(self, subject: Subject) -> None:
        self.nights.tray.choose(None)
        if self.nights.board.choose(subject):
            self._pick(subject)

    def _edit(self, key: object) -> None:
        """Enter on a stay goes to the guest's nights."""
        spell = self.nights.spell(key)
        if spell is not None:
            self.workspace.show_parts(Subject("Member", spell.member.id), "Stay")

    def _open_home(self, key: object) -> None:
        """A double click on a family leads to it, where its beds and nights are edited."""
        if isinstance(key, Subject):
            self.workspace.show(key)

    def _forget(self) -> None:
        """Nobody is looked at any more."""
        self.looking.forget()
        self.workspace.select(None)
        self.inspect(None)

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.looking.forget()
        self.lists.forget()
        if self.pairing.view is not None:
            self.pairing.view.board.setFocus()
        elif self.face == "nights":
            self.nights.board.setFocus()

    # What can be done

    @override
    def can(self, need: str) -> bool:
        chosen = self.face == "nights" and self.nights.spell(self.nights.board.chosen) is not None
        return need == "homestays" or (need == "stay" and chosen)

    @override
    def do(self, deed: str) -> None:
        if deed == "pair":
            self.pairing.start()
        elif deed == "pair-again":
            self._repair()
        elif deed == "stay-edit":
            self._edit(self.nights.board.chosen)
        else:
            self.doing.do(deed)

    def _repair(self, before: Question | None = None) -> None:
        """Ask from which night on, and without whom, to pair again; `before` is what was said already."""
        if self.workspace.plan is not None:
            self._forget()
            panel = RepairPanel(self.workspace.plan, before or self.pairing.happened)
            panel.asked.connect(self.pairing.ask)
            self.inspect(panel)

    def _menu_at(self, at: QPoint) -> None:
        spell = self.nights.spell(self.nights.board.chosen)
        if spell is not None:
            menu = QMenu(self)
            fill(menu, spell, self.do, may_change=not self.workspace.is_read_only)
            drop(menu, at)

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        return {"face": self.face, "board": self.nights.board.sight, "chosen": self.nights.board.chosen,
                "lists": self.lists.state(), "pairing": self.pairing.state(),
                "asks": self.panel.question if isinstance(self.panel, RepairPanel) else None}  # fmt: skip

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self.lists.restore(state.get("lists", {}))
        self.look(state.get("face", VIEWS[0]))
        self.nights.board.show_sight(state.get("board"))
        self.nights.board.choose(state.get("chosen"), scroll=False)
        self.pairing.restore(state.get("pairing", {}))
        if state.get("asks") is not None and self.pairing.view is None:
            self._repair(state["asks"])

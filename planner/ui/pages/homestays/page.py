"""Homestays: who sleeps where on which night, on the night board or as lists; everything is placed and moved here."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from typing_extensions import override

from planner.language import tr, tr_in, trn
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject
from planner.rules.left import guests_without_bed, travelling
from planner.ui.inspector import RecordPanel
from planner.ui.pages.homestays.aim import Aim, Held, held_from, held_from_tray
from planner.ui.pages.homestays.deeds import fill, hear
from planner.ui.pages.homestays.doing import Doing
from planner.ui.pages.homestays.hints import Hints
from planner.ui.pages.homestays.lists import Lists
from planner.ui.pages.homestays.nights import NightsView
from planner.ui.pages.homestays.pairing import Pairing
from planner.ui.pages.homestays.pairpanel import PairPanel
from planner.ui.pages.homestays.repairing import RepairPanel
from planner.ui.pages.homestays.sight import Sight
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.chips import Chip
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
        self.header.add_right(self.hints, *self.lists.right, *self.pairing.right, self.pairing.button)
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
        self._pair: PairPanel | None = None
        #: Who is looked at beside the board, and in which home; None for the one that is best.
        self._looked: tuple[Held, Hashable | None] | None = None
        # While something is carried the card follows when the mouse rests.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._follow_carried)
        self._asking: RepairPanel | None = None
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
        carrying.aimChanged.connect(lambda _: self._soon.start())
        carrying.refused.connect(self._refuse)
        hear(board, self.do)
        self.pairing.changed.connect(self._show_proposal)

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
        self.pairing.follow(plan)
        self.pairing.button.setVisible(not self.workspace.is_read_only)
        self._turn()
        if panel is not None and panel is self._pair:
            self._look_again()

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
        for widget in (self._switch, self._placed):
            widget.setVisible(not proposing)
        self.pairing.button.setVisible(not proposing and not listed and not self.workspace.is_read_only)
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
        self.pairing.button.setVisible(what is None and not self.workspace.is_read_only)

    def _show_proposal(self) -> None:
        """Show the proposal in place of the board, or the board again."""
        self.nights.carrying.put_back()
        view = self.pairing.view
        if view is not None and self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._looked = None
        self.inspect(self.pairing.panel)
        self._turn()

    # The card beside the board

    def _pick(self, subject: Subject) -> None:
        """A stay or a guest was chosen: the card tells of the pair."""
        self.workspace.select(subject)
        held = self._held_of(subject)
        self._looked = None if held is None else (held, None)
        self._look_again()

    def _held_of(self, subject: Subject) -> Held | None:
        plan = self.nights.plan
        if subject.noun == "Member" and plan is not None:
            member = plan.get(Member, subject.id)
            own = self.nights.spell(self.nights.board.chosen)
            if own is not None and own.member is member:
                return held_from(own)
            return None if member is None else held_from_tray(member, plan)
        spell = self.nights.spell(subject)
        return None if spell is None else held_from(spell)

    def _look_again(self) -> None:
        """Show the pair looked at, as it is in the plan now."""
        plan, judging = self.nights.plan, self.nights.judging
        if self._looked is None or plan is None or judging is None:
            self.inspect(None)
            return
        held, home = self._looked
        subject = held.spell.key if held.spell is not None else Subject("Member", held.member.id)
        now = self._held_of(subject) if isinstance(subject, Subject) else None
        if now is None or not now.nights:
            self._looked = None
            self.inspect(None)
            return
        self._looked = (now, home)
        blocks = self.nights.board.scene.blocks
        sights = judging.sights(now, [block for block in blocks if isinstance(block.key, Subject)])
        if home in sights:
            sight = sights[home]
        elif now.spell is not None:
            sight = judging.sight_of(now, now.spell.lodging)
        elif sights:
            sight = min(sights.values(), key=lambda one: one.rank)
        else:
            self.inspect(None)
            return
        self._show_sight(sight, sights, plan)

    def _show_sight(self, sight: Sight, sights: Any, plan: Plan) -> None:
        if self._pair is None:
            self._pair = PairPanel(self.workspace)
            self._pair.homeAsked.connect(self._look_at_home)
            self._pair.placeAsked.connect(lambda sight: self.doing.drop(sight.held, sight.aim))
            self._pair.overrideAsked.connect(self.doing.override)
            self._pair.deedAsked.connect(self.do)
        names = {block.key: block.name for block in self.nights.board.scene.blocks}
        self._pair.show_pair(sight, sights, names, plan)
        if self.panel is not self._pair:
            self.inspect(self._pair)

    def _look_at_home(self, key: Hashable) -> None:
        if self._looked is not None:
            self._looked = (self._looked[0], key)
            self.nights.board.scroll_to(key)
            self._look_again()

    def _follow_carried(self) -> None:
        """Show the home over which somebody is carried, if the card is open: opening it would move the board."""
        carrying = self.nights.carrying
        held, plan, judging = carrying.held, self.nights.plan, self.nights.judging
        if held is None or carrying.aim is None or self.panel is not self._pair or plan is None or judging is None:
            return
        blocks = [block for block in self.nights.board.scene.blocks if isinstance(block.key, Subject)]
        self._show_sight(judging.sight_of(held, carrying.aim.lodging), judging.sights(held, blocks), plan)

    def _refuse(self, held: Held, aim: Aim, block: Hashable) -> None:
        """What cannot be there is put back, and the card says why, and how it can be all the same."""
        self.workspace.say(tr("Not possible here: {reason}", reason=aim.refusal), tone="wrong")
        self._looked = (held, block)
        self._look_again()

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
        self._looked = None
        self.workspace.select(None)
        self.inspect(None)

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self._looked = None
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

    def _repair(self) -> None:
        """Ask from which night on, and without whom, to pair again."""
        if self.workspace.plan is not None:
            self._looked = None
            panel = RepairPanel(self.workspace.plan)
            panel.asked.connect(self.pairing.ask)
            self._asking = panel
            self.inspect(panel)

    def _menu_at(self, at: QPoint) -> None:
        spell = self.nights.spell(self.nights.board.chosen)
        if spell is not None:
            menu = QMenu(self)
            fill(menu, spell, self.do, may_change=not self.workspace.is_read_only)
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

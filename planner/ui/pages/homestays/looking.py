"""Who is looked at beside the board, and in which home: the card "Why this pair?" follows what is chosen or carried."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer

from planner.language import tr
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.boards.nights.blocks import Block
from planner.ui.pages.homestays.aim import Held, held_from, held_from_tray
from planner.ui.pages.homestays.asking import letter_of
from planner.ui.pages.homestays.doing import Doing
from planner.ui.pages.homestays.homesights import HomeSights
from planner.ui.pages.homestays.judging import Judging
from planner.ui.pages.homestays.letterpanel import LetterPanel
from planner.ui.pages.homestays.nights import NightsView
from planner.ui.pages.homestays.pairpanel import PairPanel
from planner.ui.pages.homestays.prices import Prices
from planner.ui.pages.homestays.sight import Sight
from planner.ui.pages.homestays.spells import lodging_name
from planner.ui.shell.page import Page

_SOON_MS: Final = 60


class Looking(QObject):
    """Keeps the card with the guest looked at, through every change of the plan."""

    def __init__(self, page: Page, nights: NightsView, doing: Doing) -> None:
        super().__init__(page)
        self._page, self._nights, self._doing = page, nights, doing
        self.prices = Prices(page.workspace, self)
        self._panel: PairPanel | None = None
        #: The guest, and the home; None for the one that is best.
        self._looked: tuple[Held, Hashable | None] | None = None
        # While something is carried the card follows when the mouse rests.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._follow_carried)
        nights.carrying.aimChanged.connect(lambda _: self._soon.start())
        self._sights = HomeSights(self)
        self._sights.found.connect(self._show_others)

    def follow(self, plan: Plan) -> None:
        """The plan is another now."""
        self.prices.follow(plan)
        panel = self._page.panel
        if panel is not None and panel is self._panel:
            self._show()

    def pick(self, subject: Subject) -> None:
        """A stay or a guest was chosen: the card tells of the pair."""
        held = self._held_of(subject)
        self._looked = None if held is None else (held, None)
        self._show()

    def look_at(self, held: Held, home: Hashable) -> None:
        """Look at somebody in a home."""
        self._looked = (held, home)
        self._show()

    def forget(self) -> None:
        """Nobody is looked at any more."""
        self._looked = None
        self._sights.stop()
        self.prices.stop()

    def _held_of(self, subject: Subject) -> Held | None:
        plan = self._nights.plan
        if subject.noun == "Member" and plan is not None:
            member = plan.get(Member, subject.id)
            own = self._nights.spell(self._nights.board.chosen)
            if own is not None and own.member is member:
                return held_from(own)
            return None if member is None else held_from_tray(member, plan)
        spell = self._nights.spell(subject)
        return None if spell is None else held_from(spell)

    def _blocks(self) -> list[Block]:
        """Give the homes of the board."""
        return [block for block in self._nights.board.scene.blocks if isinstance(block.key, Subject)]

    def _show(self) -> None:
        """Show the pair looked at, as it is in the plan now; nothing if it is there no more."""
        plan, judging, looked = self._nights.plan, self._nights.judging, self._looked
        if looked is None or plan is None or judging is None:
            self._page.inspect(None)
            return
        subject = looked[0].spell.key if looked[0].spell is not None else Subject("Member", looked[0].member.id)
        now = self._held_of(subject) if isinstance(subject, Subject) else None
        sight = None if now is None else self._sight(now, looked[1], judging)
        if now is None or sight is None:
            self._page.inspect(None)
            return
        self._looked = (now, looked[1])
        self._show_sight(sight, judging, plan)

    def _sight(self, held: Held, home: Hashable | None, judging: Judging) -> Sight | None:
        """Give what there is to say of a guest: in the home asked for, where they are, or where it would be best."""
        if not held.nights:
            return None
        blocks = self._blocks()
        asked = next((judging.beds_of(block) for block in blocks if block.key == home), [])
        if asked:
            return judging.sight(held, asked)
        return judging.best(held, blocks) if held.spell is None else judging.sight_of(held, held.spell.lodging)

    def _show_sight(self, sight: Sight, judging: Judging, plan: Plan) -> None:
        if self._panel is None:
            self._panel = PairPanel(self._page.workspace, self.prices)
            self._panel.homeAsked.connect(self._look_at_home)
            self._panel.placeAsked.connect(lambda sight: self._doing.drop(sight.held, sight.aim))
            self._panel.overrideAsked.connect(self._doing.override)
            self._panel.letterAsked.connect(self._ask_family)
            self._panel.deedAsked.connect(self._page.do)
        self._panel.show_pair(sight, plan)
        self._sights.ask(judging, sight.held, self._blocks())
        if self._page.panel is not self._panel:
            self._page.inspect(self._panel)

    def _show_others(self, sights: Mapping[Hashable, Sight]) -> None:
        """Show the other homes, once they are judged."""
        if self._panel is not None and self._panel.sight is not None:
            names = {block.key: block.name for block in self._nights.board.scene.blocks}
            self._panel.others.show_homes(self._panel.sight.aim.lodging.household_id, sights, names)

    def _look_at_home(self, key: Hashable) -> None:
        if self._looked is not None:
            self._nights.board.scroll_to(key)
            self.look_at(self._looked[0], key)

    def _ask_family(self, sight: Sight) -> None:
        """Show the text of a letter in place of the card."""
        plan = self._nights.plan
        if plan is not None:
            letter = LetterPanel(
                self._page.workspace, tr("Ask for it"),
                tr("What the family still has to bring. Change what you like before you send it."),
                letter_of(sight, plan), lodging_name(sight.aim.lodging, plan),
            )  # fmt: skip
            letter.backAsked.connect(self._show)
            self._page.inspect(letter)

    def _follow_carried(self) -> None:
        """Show the home over which somebody is carried, if the card is open: opening it would move the board."""
        carrying, plan, judging = self._nights.carrying, self._nights.plan, self._nights.judging
        held = carrying.held
        if held is None or carrying.aim is None or plan is None or judging is None:
            return
        if self._panel is not None and self._page.panel is self._panel:
            self._show_sight(judging.sight_of(held, carrying.aim.lodging), judging, plan)

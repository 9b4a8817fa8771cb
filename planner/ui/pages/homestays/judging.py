"""What each home of the board is to the guest who is carried: possible, possible with a warning, or not, and why."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from planner.commands.stays import Lodging
from planner.language import tr, trn
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.ui.boards.nights.blocks import Block, Tint
from planner.ui.pages.homestays.aim import Aim, Held, aim_at, free_words, held_from_tray, is_bed
from planner.ui.pages.homestays.occupancy import Occupancy
from planner.ui.pages.homestays.spells import Spell


class Judging:
    """Asks beds and rules for every home; made anew with each plan."""

    def __init__(self, plan: Plan, spells: Iterable[Spell]) -> None:
        self.plan = plan
        self.spells = tuple(spells)
        self.occupancy = Occupancy(plan, self.spells)

    def beds_of(self, block: Block) -> list[Lodging]:
        """Give the beds of a block in which somebody can be put."""
        return [row.key for row in block.rows if isinstance(row.key, Lodging) and is_bed(row.key)]

    def tints(self, held: Held, blocks: Iterable[Block]) -> Mapping[Hashable, Tint]:
        """Give what each block is to what is carried."""
        return {block.key: self.tint(held, block) for block in blocks}

    def tint(self, held: Held, block: Block) -> Tint:
        """Give what one block is to what is carried."""
        beds = self.beds_of(block)
        if not beds:
            return Tint("grey", tr("no bed noted yet"))
        aim = aim_at(held, beds, held.nights[0], self.occupancy)
        if aim.refusal:
            return Tint("grey", tr("No: {reason}", reason=aim.refusal))
        if aim.swap is not None:
            return Tint("check", tr("Only by changing places"))
        if aim.part:
            free = len(self.occupancy.room_for(held.member, aim.lodging, held.nights, held.key).free)
            return Tint("check", tr("Possible in part: {nights}", nights=free_words(free, len(held.nights))))
        return Tint("good", tr("Possible: a bed is free on every night"))

    def held_against_rules(self, held: Held, aim: Aim) -> Aim:
        """Give the same aim, refused if a rule forbids it."""
        return aim

    def fits(self, member: Member, blocks: Iterable[Block]) -> str:
        """Say into how many homes a guest fits."""
        held = held_from_tray(member, self.plan)
        count = sum(self.tint(held, block).tone != "grey" for block in blocks)
        return trn("fits {count} home", "fits {count} homes", count)

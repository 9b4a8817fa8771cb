"""What is done on the night board, as commands: put down, drawn out, split, pinned, taken away, placed all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from planner.commands import stays
from planner.commands.stays import Placing
from planner.language import tr, trn
from planner.language.names import full_name, in_both
from planner.model.message import PlannerError
from planner.rules.finding import Finding, Severity, Subject
from planner.ui.pages.homestays.aim import Aim, Held, stays_home
from planner.ui.pages.homestays.deeds import ENDS, Ends, can_do
from planner.ui.pages.homestays.nights import NightsView
from planner.ui.pages.homestays.sight import Sight
from planner.ui.pages.homestays.spells import Spell
from planner.ui.pages.homestays.targets import Knife, Stretch
from planner.ui.shell.workspace import Workspace


class Doing(QObject):
    """Runs a command for each thing done on the board, and stays with the stay it made."""

    def __init__(self, workspace: Workspace, nights: NightsView, stay_with: Callable[[Subject], object]) -> None:
        super().__init__(nights)
        self._workspace, self._nights, self._stay_with = workspace, nights, stay_with
        carrying = nights.carrying
        carrying.dropped.connect(self.drop)
        carrying.takenBack.connect(lambda held: self.take_away([held.key]))
        carrying.stretched.connect(self._stretch)
        carrying.split.connect(self._split)
        carrying.pinned.connect(lambda spell: workspace.say(stay_locked(spell), tone="check"))

    def _made(self, stay_id: int) -> None:
        self._stay_with(Subject("Stay", stay_id))

    def drop(self, held: Held, aim: Aim, _block: object = None) -> None:
        """Do what a drop does, as one step."""
        if stays_home(held, aim):
            return
        spell = held.spell
        if aim.swap is not None and spell is not None:
            self._workspace.run(stays.swap, id_of(spell), id_of(aim.swap), done=lambda _: self._made(id_of(spell)))
        elif spell is not None and not aim.part:
            self._workspace.run(stays.move, id_of(spell), aim.lodging, aim.first, aim.last, done=self._made)
        else:
            self._workspace.run(stays.place, _placing(held, aim), done=self._made)

    def override(self, sight: Sight, reason: str, who: str) -> None:
        """Place somebody although a rule forbids it: what that breaks is accepted with the reason, in the same step."""
        file, placing = self._workspace.file, _placing(sight.held, sight.aim)
        if file is None:
            return
        try:
            thought = file.try_out(stays.place, placing)
        except PlannerError as error:
            self._workspace.say(error, tone="wrong")
            return
        known = {one.print for one in self._workspace.findings}
        broken = [one for one in self._workspace.check(thought) if _is_new(one, known)]
        accepted = [(one.rule, one.print) for one in broken]
        self._workspace.run(stays.place_all_the_same, placing, accepted, reason, who, done=self._made)

    def _stretch(self, stretch: Stretch) -> None:
        self._workspace.run(stays.resize, id_of(stretch.spell), stretch.first, stretch.last, done=self._made)

    def _split(self, knife: Knife) -> None:
        self._workspace.run(stays.cut, id_of(knife.spell), knife.night, done=self._made)

    def take_away(self, keys: Sequence[object]) -> None:
        """Take stays out of their beds; pinned ones stay."""
        spells = [spell for key in keys if (spell := self._nights.spell(key)) is not None]
        free = [spell for spell in spells if not spell.locked]
        if len(free) < len(spells):
            self._workspace.say(tr("What is pinned stays; first unpin it."), tone="check")
        if free and self._workspace.run(stays.take_away, [id_of(spell) for spell in free]):
            words = trn("{count} stay taken away", "{count} stays taken away", len(free))
            self._workspace.say(words, undo=True)

    def do(self, key: str) -> None:
        """Do one of the deeds with the stay chosen."""
        board, carrying = self._nights.board, self._nights.carrying
        spell = self._nights.spell(board.chosen)
        if key == "stay-split" and carrying.knife is not None:
            carrying.cut_here()
            return
        if spell is None or self._workspace.is_read_only or carrying.is_busy or not can_do(key, spell):
            return
        marked = [one for each in board.selection.marked if (one := self._nights.spell(each)) is not None] or [spell]
        if key == "stay-carry":
            board.setFocus()
            carrying.take_up_spell(spell)
        elif key == "stay-split":
            board.setFocus()
            carrying.take_knife(spell)
        elif key == "stay-pin":
            self._workspace.run(stays.lock, [id_of(one) for one in marked], not spell.locked)
        elif key == "stay-away":
            self.take_away([one.key for one in marked])
        elif key in ENDS:
            self._nudge(spell, ENDS[key])

    def _nudge(self, spell: Spell, ends: Ends) -> None:
        """Let a stay begin or end a night earlier or later, as far as its bed is free."""
        first, last = ends.nights(spell)
        judging = self._nights.judging
        if judging is None or first > last:
            return
        least, most = judging.occupancy.free_stretch(spell.member, spell.lodging, spell.first, spell.last, spell.key)
        if first < min(least, spell.first) or last > max(most, spell.last):
            self._workspace.say(tr("The bed is not free on that night, or the guest is not there."), tone="check")
            return
        self._workspace.run(stays.resize, id_of(spell), first, last, nudged=True, done=self._made)


def stay_locked(spell: Spell) -> PlannerError:
    """What a command would say of a pinned stay."""
    person = spell.member.person
    return PlannerError("stay-locked", name=in_both(full_name, person))


def id_of(spell: Spell) -> int:
    """Give the row of the stay that a spell of the plan is."""
    assert isinstance(spell.key, Subject)
    return spell.key.id


def _placing(held: Held, aim: Aim) -> Placing:
    return Placing(held.member.id, aim.lodging, aim.first, aim.last)


def _is_new(finding: Finding, known: set[str]) -> bool:
    return finding.severity is Severity.BLOCK and finding.accepted is None and finding.print not in known

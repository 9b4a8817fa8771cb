"""What a pairing would change, as a difference to the plan: who is new in a home, who moves, who stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from planner.commands.stays import Lodging, Placing
from planner.language import screen_language, tr
from planner.language.names import sort_key
from planner.model.delegations import Member
from planner.model.kinds import WishKind
from planner.model.plan import Plan
from planner.rules.finding import Severity
from planner.rules.left import hosting, travelling
from planner.rules.nights import nights_of
from planner.ui.boards.nights.blocks import Scene
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.aim import held_from
from planner.ui.pages.homestays.judging import Judging
from planner.ui.pages.homestays.scene import free_beds, scene
from planner.ui.pages.homestays.sight import Sight
from planner.ui.pages.homestays.spells import Spell, home_of, lodging_name, names_of, spells_of

#: How a change is shown, in the order of the filters.
LOOKS: Final = ("new", "moved", "same")


@dataclass(frozen=True, eq=False)
class Change:
    """What a proposal would do with one guest: where they are now, where they would be, and how good that is."""

    member: Member
    look: str
    before: tuple[Spell, ...]
    after: tuple[Spell, ...]
    sights: tuple[Sight, ...] = ()
    was: int | None = None
    #: The guests who have to move before this can be.
    needs: frozenset[int] = frozenset()

    @property
    def score(self) -> int | None:
        """How good it would be: the worst of its stays."""
        return min((one.score for one in self.sights if one.score is not None), default=None)

    @property
    def warnings(self) -> list[str]:
        """What would have to be looked at."""
        found = []
        for spell, sight in zip(self.after, self.sights, strict=True):
            nights = nights_from(spell.first, spell.last)
            against = [one for one in sight.against if one.obstacle.severity is not Severity.NOTE]
            found += [one.words for one in against if any(one.on(night) for night in nights)]
        return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Counts:
    """What a state of the plan comes to."""

    without: int
    open_nights: int
    friends: int
    lowest: int | None
    average: int | None
    warnings: int


class Proposal:
    """A pairing beside the plan it was made for. Nothing of it is in the plan before it is accepted."""

    def __init__(self, plan: Plan, placings: Iterable[Placing], members: Iterable[int] = ()) -> None:
        """`placings` are all stays in homes of everybody it is about; `members` those it is about besides."""
        self.plan = plan
        self.before = tuple(spells_of(plan))
        wanted: dict[int, list[Placing]] = {member: [] for member in members}
        for placing in placings:
            wanted.setdefault(placing.member_id, []).append(placing)
        self._wanted = wanted
        self.changes = tuple(self._changes())
        self.after = tuple(self._after(self.changes))

    def _own(self, member_id: int) -> tuple[Spell, ...]:
        """A guest's stays in homes; nights in a hotel or in the air are none of a pairing's business."""
        own = [one for one in self.before if one.member.id == member_id and one.lodging.household_id is not None]
        return tuple(sorted(own, key=lambda one: one.first))

    def _changes(self) -> Iterable[Change]:
        language = screen_language()
        members = sorted(travelling(self.plan), key=lambda one: sort_key(one.person, language))
        drafts = []
        for member in members:
            before, placings = self._own(member.id), self._wanted.get(member.id)
            if placings is None:
                continue
            placings = sorted(placings, key=lambda one: one.first)
            same = [(one.lodging, one.first, one.last) for one in before] == [
                (one.lodging, one.first, one.last) for one in placings
            ]
            if same:
                continue
            look = "moved" if before and self._moves(before, placings) else "new"
            drafts.append((member, look, before, placings))
        leaving = {member.id for member, *_ in drafts}
        judged = Judging(self.plan, self._thought(drafts))
        was = Judging(self.plan, self.before)
        for member, look, before, placings in drafts:
            after = tuple(_spell(number, one, member, look, before) for number, one in enumerate(placings))
            sights = tuple(judged.sight_of(held_from(one), one.lodging) for one in after)
            scores = [was.sight_of(held_from(one), one.lodging).score for one in before]
            lowest = min((one for one in scores if one is not None), default=None)
            yield Change(member, look, before, after, sights, lowest, self._needs(after, member, leaving))

    @staticmethod
    def _moves(before: Sequence[Spell], placings: Sequence[Placing]) -> bool:
        """Whether somebody leaves a home in which they are now on some night."""
        now = {night: home_of(one.lodging) for one in before for night in nights_from(one.first, one.last)}
        then = {night: home_of(one.lodging) for one in placings for night in nights_from(one.first, one.last)}
        return any(then.get(night) != home for night, home in now.items())

    def _thought(self, drafts: Sequence[tuple[Member, str, tuple[Spell, ...], list[Placing]]]) -> list[Spell]:
        moving = {member.id for member, *_ in drafts}
        kept = [one for one in self.before if one.member.id not in moving or one.lodging.household_id is None]
        new = [
            Spell(("proposed", member.id, number), member, one.lodging, one.first, one.last)
            for member, _, _, placings in drafts
            for number, one in enumerate(placings)
        ]
        return [*kept, *new]

    def _needs(self, after: Sequence[Spell], member: Member, leaving: set[int]) -> frozenset[int]:
        """Who is now in a bed that somebody would have, on one of their nights, and would leave it."""
        return frozenset(
            other.member.id
            for one in after
            for other in self.before
            if other.lodging == one.lodging and other.first <= one.last and other.last >= one.first
            and other.member.id in leaving and other.member is not member
        )  # fmt: skip

    def _after(self, changes: Iterable[Change]) -> Iterable[Spell]:
        changed = {change.member.id: change for change in changes}
        judged = Judging(self.plan, [
            *(one for one in self.before if one.member.id not in changed or one.lodging.household_id is None),
            *(one for change in changed.values() for one in change.after),
        ])  # fmt: skip
        for spell in self.before:
            if spell.member.id not in changed or spell.lodging.household_id is None:
                sight = judged.sight_of(held_from(spell), spell.lodging)
                yield replace(spell, look="same", score=_score(sight))
        for change in changed.values():
            for spell, sight in zip(change.after, change.sights, strict=True):
                note = "" if spell.look == "same" else self._note(spell, change)
                yield replace(spell, note=note, score=_score(sight))

    def _note(self, spell: Spell, change: Change) -> str:
        """Whence somebody comes, or who was there before."""
        if change.look == "moved":
            homes = [home_of(one.lodging) for one in change.before]
            left = next((home for home in homes if home != home_of(spell.lodging)), None)
            return "" if left is None else tr("from {home}", home=lodging_name(left, self.plan))
        before = [one for one in self.before if one.lodging == spell.lodging and one.first <= spell.last
                  and one.last >= spell.first and one.member is not spell.member]  # fmt: skip
        return tr("was {name}", name=names_of(before[0].member).whole) if before else ""

    # What is shown

    def scene(self, *, proposed: bool, looks: Iterable[str] = LOOKS) -> Scene:
        """Give the board as it is, or as it would be with the changes that are to be seen."""
        shown = set(looks)
        spells = self.after if proposed else self.before
        return scene(self.plan, [one for one in spells if not one.look or one.look in shown])

    @property
    def kept(self) -> list[Spell]:
        """The stays that would stay as they are."""
        return [one for one in self.after if one.look == "same"]

    @cached_property
    def counts(self) -> tuple[Counts, Counts]:
        """What the plan comes to before and after."""
        return self._count(self.before), self._count(self.after)

    def _count(self, spells: Sequence[Spell]) -> Counts:
        judged = Judging(self.plan, spells)
        taken: dict[int, set[dt.date]] = {}
        for spell in spells:
            taken.setdefault(spell.member.id, set()).update(nights_from(spell.first, spell.last))
        open_ = {
            member.id: sum(night not in taken.get(member.id, ()) for night in nights_of(member, self.plan))
            for member in travelling(self.plan)
        }
        at_homes = [one for one in spells if one.lodging.household_id is not None]
        sights = [judged.sight_of(held_from(one), one.lodging) for one in at_homes]
        scores = [one.score for one in sights if one.score is not None]
        warned = sum(any(each.obstacle.severity is not Severity.NOTE for each in one.against) for one in sights)
        return Counts(
            sum(count > 0 for count in open_.values()), sum(open_.values()), self._friends(spells),
            min(scores, default=None), round(sum(scores) / len(scores)) if scores else None, warned,
        )  # fmt: skip

    def _friends(self, spells: Sequence[Spell]) -> int:
        """How many pairs of friends, of whom one at least wishes it, are in one home on some night."""
        homes: dict[int, set[tuple[object, dt.date]]] = {}
        for one in spells:
            inside = homes.setdefault(one.member.id, set())
            inside.update((home_of(one.lodging), night) for night in nights_from(one.first, one.last))
        pairs = {
            frozenset((member.id, wish.other_id))
            for member in travelling(self.plan)
            for wish in member.wishes
            if wish.kind is WishKind.TOGETHER and wish.other_id is not None
        }
        return sum(bool(set.intersection(*(homes.get(one, set()) for one in pair))) for pair in pairs)

    @cached_property
    def spare(self) -> list[str]:
        """The homes with a bed left on some night."""
        visit = self.plan.visit
        nights = nights_from(visit.first_day, visit.last_day - dt.timedelta(days=1))
        left: Mapping[dt.date, int]
        found = []
        for offer in hosting(self.plan):
            inside = [one for one in self.after if one.lodging.household_id == offer.household_id]
            left = free_beds(self.plan, inside, nights, [offer])
            if any(left.values()):
                found.append(lodging_name(Lodging(household_id=offer.household_id), self.plan))
        return found

    # What is accepted

    def closure(self, ticked: Iterable[int]) -> frozenset[int]:
        """Give of the guests ticked those whose beds are free then: who needs another's move goes with it."""
        chosen = set(ticked)
        by_member = {change.member.id: change for change in self.changes}
        while True:
            stuck = {one for one in chosen if not by_member[one].needs <= chosen}
            if not stuck:
                return frozenset(chosen)
            chosen -= stuck


def _spell(number: int, placing: Placing, member: Member, look: str, before: Sequence[Spell]) -> Spell:
    """Give a placing as it is shown; one that is there already stays what it is."""
    wanted = (placing.lodging, placing.first, placing.last)
    there = next((one for one in before if (one.lodging, one.first, one.last) == wanted), None)
    if there is not None:
        return replace(there, look="same")
    return Spell(("proposed", member.id, number), member, *wanted, look=look)


def _score(sight: Sight) -> str:
    return "" if sight.score is None else str(sight.score)

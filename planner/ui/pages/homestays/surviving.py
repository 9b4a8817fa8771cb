"""What of a proposal still fits when the plan has changed since it was found, and of the rest why it does not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from planner.commands.pairing import placings_of
from planner.commands.stays import Placing
from planner.language import screen_language, tr
from planner.language.names import called_name
from planner.model.delegations import Member
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.rules.left import hosting, travelling
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.proposal import Change, Proposal

if TYPE_CHECKING:
    from planner.matching.homestays.proposal import Proposal as Answer


class Fallen(NamedTuple):
    """A guest whose part of a proposal no longer fits, and why, in the reader's words."""

    member_id: int
    name: str
    why: str


class Standing(NamedTuple):
    """A proposal beside a plan that may be another than it was found for; the part of those who are `done` is in it."""

    proposal: Proposal
    fallen: tuple[Fallen, ...]
    done: frozenset[int]


def still(answer: Answer, plan: Plan) -> Standing:
    """Give what stands of a proposal in a plan, without what is in it already or no longer fits.

    A part stays while its guest travels and sleeps where they did, the home and the bed are offered, and no rule is
    against it; whoever needed the bed of somebody whose part has fallen falls too.
    """
    placings: defaultdict[int, list[Placing]] = defaultdict(list)
    for placing in placings_of(answer):
        placings[placing.member_id].append(placing)
    members = {one.member_id for one in answer.before} | set(placings)
    if plan.revision == answer.revision:
        return Standing(_beside(plan, placings, members), (), frozenset())
    done = _done(answer, plan, placings)
    fallen = dict(_changed(answer, plan, placings, members - done))
    while True:
        proposal = _beside(plan, placings, members - done - set(fallen))
        more = {change.member.id: why for change in proposal.changes if (why := _against(change))}
        if not more:
            break
        fallen |= more
    known = _names(answer, plan)
    told = tuple(Fallen(member, known[member], why) for member, why in sorted(fallen.items()))
    return Standing(proposal, told, done)


def _done(answer: Answer, plan: Plan, placings: Mapping[int, Iterable[Placing]]) -> frozenset[int]:
    """Give who sleeps by now where a proposal would have them, and did not before."""
    before = _nights_of((one.member_id, one.household_id, one.bed_id, one.first, one.last) for one in answer.before)
    wanted = _nights_of(
        (member, one.lodging.household_id, one.lodging.bed_id, one.first, one.last)
        for member, each in placings.items()
        for one in each
    )
    now = _nights_of(
        (one.member_id, one.household_id, one.bed_id, one.first_night, one.last_night)
        for one in plan.stays
        if one.kind is StayKind.HOME
    )
    return frozenset(one for one in {*before, *wanted} if now[one] == wanted[one] != before[one])


def _nights_of(
    stays: Iterable[tuple[int, int | None, int | None, dt.date, dt.date]],
) -> defaultdict[int, set[tuple[dt.date, int | None, int | None]]]:
    """Give for each member the nights, and of each the home and the bed."""
    found: defaultdict[int, set[tuple[dt.date, int | None, int | None]]] = defaultdict(set)
    for member, household_id, bed_id, first, last in stays:
        found[member].update((night, household_id, bed_id) for night in nights_from(first, last))
    return found


def _beside(plan: Plan, placings: dict[int, list[Placing]], members: Iterable[int]) -> Proposal:
    chosen = sorted(members)
    return Proposal(plan, [placing for one in chosen for placing in placings.get(one, ())], chosen)


def _changed(
    answer: Answer, plan: Plan, placings: dict[int, list[Placing]], members: set[int]
) -> Iterator[tuple[int, str]]:
    """Give whose part no longer begins from what is in the plan, or leads to what is no longer in it."""
    there = {member.id for member in travelling(plan)}
    was: defaultdict[int, set[tuple[object, ...]]] = defaultdict(set)
    now: defaultdict[int, set[tuple[object, ...]]] = defaultdict(set)
    for before in answer.before:
        was[before.member_id].add((before.household_id, before.bed_id, before.first, before.last, before.locked))
    for stay in plan.stays:
        if stay.kind is StayKind.HOME and stay.household_id is not None:
            now[stay.member_id].add(
                (stay.household_id, stay.bed_id, stay.first_night, stay.last_night, stay.locked)
            )
    beds = {(offer.household_id, bed.id) for offer in hosting(plan) for bed in offer.household.beds}
    for member in members:
        had = {before[:2] for before in was[member]}
        wanted = {(one.lodging.household_id, one.lodging.bed_id) for one in placings[member]} - had
        if member not in there:
            yield member, tr("does not travel any more")
        elif was[member] != now[member]:
            yield member, tr("sleeps elsewhere by now")
        elif not wanted <= beds:
            yield member, tr("the bed is not offered any more")


def _against(change: Change) -> str:
    """Say why a change is not possible as things are; nothing if it is."""
    for spell, sight in zip(change.after, change.sights, strict=True):
        aim = sight.aim
        # A change of places is no place: somebody else has the bed.
        fits = not aim.refusal and aim.swap is None and (aim.first, aim.last) == (spell.first, spell.last)
        if spell.look != "same" and not fits:
            return aim.refusal or sight.room.why or tr("the bed is taken by now")
    return ""


def _names(answer: Answer, plan: Plan) -> dict[int, str]:
    """What the guests of a proposal are called, those too who are no longer in the plan."""
    language = screen_language()
    known = {stay.guest.id: stay.guest.member for stay in answer.stays}
    known |= {one.guest.id: one.guest.member for one in answer.without}
    ids = {one.member_id for one in answer.before} | set(known)
    members = {one: plan.get(Member, one) or known.get(one) for one in ids}
    return {one: "" if member is None else called_name(member.person, language) for one, member in members.items()}

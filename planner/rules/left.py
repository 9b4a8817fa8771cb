"""What is left to do in a visit, as counts with the things behind them: one glance, each count a link.

Only what anybody could count by hand in the plan; `planner.rules.gaps` makes a finding of each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from planner.clock import age_on
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.households import HostOffer, Household
from planner.model.interpreting import Assignment, Need
from planner.model.kinds import ActivityStatus, BedKind, OfferStatus, TeamRole
from planner.model.people import Person
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.rules.nights import nights_of, open_nights

#: From this age on, whoever lives in a home has to be cleared (22 CFR 62.25(j)(7); domain.md §3.1).
ADULT = 18

#: Beds that two sleep in only if they are a couple.
SHARED_BY_COUPLES = frozenset({BedKind.DOUBLE, BedKind.QUEEN, BedKind.KING})
_OUT = frozenset({OfferStatus.DECLINED, OfferStatus.PAUSED})


@dataclass(frozen=True, slots=True)
class Bedless:
    """A guest and the nights for which there is no bed yet."""

    member: Member
    nights: tuple[dt.date, ...]
    of_nights: int

    @property
    def has_none(self) -> bool:
        """Whether not a single night has a bed."""
        return len(self.nights) == self.of_nights


def travelling(plan: Plan) -> list[Member]:
    """The members who travel: not withdrawn, not on the waiting list."""
    return [member for member in plan.members if travels(member)]


def guests_without_bed(plan: Plan) -> list[Bedless]:
    """Who lacks a bed on at least one night of the visit."""
    return [
        Bedless(member, lacking, len(nights_of(member, plan)))
        for member in travelling(plan)
        if (lacking := open_nights(member, plan))
    ]


def members_in_no_group(plan: Plan) -> list[Member]:
    """Who plays or studies and is in none of the visit's groups; nobody, where the visit has no groups."""
    if not plan.groups:
        return []
    return [m for m in travelling(plan) if not m.role.is_chaperone and not m.memberships]


def hosting(plan: Plan) -> list[HostOffer]:
    """The offers that stand: not declined, not paused."""
    return [offer for offer in plan.offers if offer.status not in _OUT]


def guests_in_beds(household: Household) -> int:
    """How many guests the beds of a home take.

    A double counts as one: only a couple would share it. Of other beds `Bed.sleeps` is how many they take.
    """
    return sum(1 if bed.kind in SHARED_BY_COUPLES else bed.sleeps or 1 for bed in household.beds)


def places_of(offer: HostOffer) -> int:
    """How many guests a home takes at once: by its beds, and as many as the family wants."""
    places = guests_in_beds(offer.household)
    return places if offer.most_guests is None else min(places, offer.most_guests)


def are_squads(plan: Plan) -> bool:
    """Whether the groups of a visit are squads, which go by a letter: they are called so everywhere."""
    return bool(plan.groups) and all(group.letter.strip() for group in plan.groups)


def age_by(person: Person, day: dt.date) -> int | None:
    """How old somebody is on a day, by birth date, or at least so old by the age stated on a form."""
    if person.birth_date is not None:
        return age_on(person.birth_date, day)
    if person.stated_age is None:
        return None
    since = person.age_stated_on
    return person.stated_age + (max(0, (day - since).days // 366) if since else 0)


def needs_without_interpreter(plan: Plan) -> list[Need]:
    """Which interpreting needs have fewer interpreters than they ask for; cancelled activities need none."""
    return [need for need in standing_needs(plan) if len(covering(need)) < (need.how_many or 1)]


def covering(need: Need) -> list[Assignment]:
    """Give the assignments that count for a need."""
    return [one for one in need.assignments if counts(one)]


def counts(assignment: Assignment) -> bool:
    """Say whether an assignment counts: who only assists or stands by comes besides, and relieves nobody."""
    return assignment.role not in (TeamRole.ASSISTS, TeamRole.STANDS_BY)


def events_of(needs: Iterable[Need]) -> list[Activity | Journey]:
    """The activities and journeys that needs belong to, each once: one event can need several interpretings."""
    events = (need.activity or need.journey for need in needs)
    return list({(type(event), event.id): event for event in events if event is not None}.values())


def standing_needs(plan: Plan) -> list[Need]:
    """The needs of activities and journeys that are not cancelled."""
    return [
        need
        for need in plan.needs
        if (event := need.activity or need.journey) is not None and event.status != ActivityStatus.CANCELLED
    ]

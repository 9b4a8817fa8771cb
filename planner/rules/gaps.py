"""What the plan still lacks for people: beds, interpreters, groups and clearances, a finding for each that is missing.

Their number is the number that the overview and the pages show: both come from `planner.rules.left`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from planner.clock import birthday_in
from planner.language import Pair
from planner.language.names import full_name, in_both
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.households import Clearance, Resident
from planner.model.interpreting import Need
from planner.model.kinds import ClearanceStatus
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.clearances import (
    CLEARANCE_RULE,
    adults_not_cleared,
    minors_nights,
    name_at_home,
    nights_not_cleared,
)
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.rules.homestays.safety import not_cleared
from planner.rules.left import (
    ADULT,
    Bedless,
    age_by,
    are_squads,
    covering,
    guests_without_bed,
    members_in_no_group,
    needs_without_interpreter,
)
from planner.rules.nights import stretches_told
from planner.rules.settings import take


def gaps(plan: Plan) -> Iterator[Finding]:
    """Every bed, interpreter, clearance and group that is still missing."""
    for bedless in guests_without_bed(plan):
        yield _no_bed(bedless)
    needs = Counter(_event_of(need) for need in plan.needs)
    for need in needs_without_interpreter(plan):
        yield _no_interpreter(need, one_of_several=needs[_event_of(need)] > 1)
    yield from clearance_gaps(plan)
    code = "gap-squad" if are_squads(plan) else "gap-group"
    for member in members_in_no_group(plan):
        subjects = (Subject("Member", member.id),)
        figures = Message.of(code, name=_name(member))
        yield Finding(FindingKind.GROUPS, Severity.WARN, subjects, figures)


def clearance_gaps(plan: Plan) -> Iterator[Finding]:
    """Every adult of a home that takes guests who is not cleared to the end of the visit."""
    of_minors = minors_nights(plan)
    for resident in adults_not_cleared(plan):
        nights = nights_not_cleared(resident, of_minors.get(resident.household_id, ()))
        yield _not_cleared(resident, plan, is_needed=bool(nights))


def _name(someone: Member) -> Pair:
    return in_both(full_name, someone.person)


def _no_bed(bedless: Bedless) -> Finding:
    member = bedless.member
    if bedless.has_none:
        figures = Message.of("gap-bed-no-night", name=_name(member), count=bedless.of_nights)
    else:
        # The dates are not said one by one, but an acceptance holds for these nights only.
        figures = Message.of(
            "gap-bed-some-nights", name=_name(member), nights=stretches_told(bedless.nights), which=list(bedless.nights)
        )
    return Finding(FindingKind.BEDS, Severity.WARN, (Subject("Member", member.id),), figures)


def _event_of(need: Need) -> Subject:
    if need.activity_id is not None:
        return Subject("Activity", need.activity_id)
    return Subject("Journey", need.journey_id or 0)


def _no_interpreter(need: Need, *, one_of_several: bool) -> Finding:
    """Tell of a need; of an event that needs several kinds of interpreting, which of them it is."""
    event: Any = need.activity or need.journey
    day = event.starts_on if need.activity else event.departs_on
    title = Message.of("event-quoted", event=Pair(event.title_en, event.title_ja))
    if one_of_several:
        mode = Pair(term(need.mode, "en").lower(), term(need.mode, "ja"))
        title = Message.of("event-by-mode", event=title, mode=mode)
    if there := len(covering(need)):
        figures = Message.of("gap-interpreters-short", event=title, day=day, there=there, count=need.how_many)
    else:
        figures = Message.of("gap-interpreter", event=title, day=day)
    subjects = (Subject("Need", need.id), _event_of(need))
    return Finding(FindingKind.INTERPRETING, Severity.WARN, subjects, figures)


def _not_cleared(resident: Resident, plan: Plan, *, is_needed: bool) -> Finding:
    """Tell of an adult who is not cleared to the end: it blocks where a minor sleeps then (domain.md §3.2, rule 6)."""
    code, more = _why_not_cleared(resident, plan)
    severity = _where_minors_sleep(plan) if is_needed or code == "gap-clearance-refused" else Severity.WARN
    subjects = (Subject("Household", resident.household_id), Subject("Resident", resident.id))
    message = Message(code, {"name": name_at_home(resident)} | more)
    return Finding(FindingKind.CLEARANCES, severity, subjects, message, CLEARANCE_RULE)


def _where_minors_sleep(plan: Plan) -> Severity:
    """Give how bad it is that an adult is not cleared where a minor sleeps, as the visit takes it."""
    setting = next((one for one in plan.rule_settings if one.rule == not_cleared.code), None)
    taken = take(not_cleared, plan.visit.preset, setting)
    return Severity.NOTE if taken is None else taken.severity


def _why_not_cleared(resident: Resident, plan: Plan) -> tuple[str, dict[str, Any]]:
    of_status: dict[Any, list[Clearance]] = {}
    for clearance in resident.clearances:
        of_status.setdefault(clearance.status, []).append(clearance)
    if ClearanceStatus.REFUSED in of_status:
        return "gap-clearance-refused", {}
    # Of those that are cleared one has an end, and too early a one: else the adult would not be here.
    ends = [one.expires_on for one in of_status.get(ClearanceStatus.CLEARED, ()) if one.expires_on is not None]
    if ends:
        return "gap-clearance-runs-out", {"day": max(ends), "last": plan.visit.last_day}
    if resident.clearances:
        return "gap-clearance-pending", {}
    born = resident.person.birth_date
    age = age_by(resident.person, plan.visit.first_day)
    if born is not None and age is not None and age < ADULT:
        return "gap-clearance-comes-of-age", {"day": birthday_in(born, born.year + ADULT)}
    return "gap-clearance", {}

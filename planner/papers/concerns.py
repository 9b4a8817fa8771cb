"""What the check says of the things on papers, to whoever is about to hand them out; it stands on no paper.

A paper goes out although something blocks, since a committee may know better; but not without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.model import Activity, Household, Interpreter, Journey, Member
from planner.model.attendance import may_take_part
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.itinerary.at_home import guests_of, schedule_at
from planner.rules.finding import Finding, FindingKind, Severity, Subject, standing
from planner.rules.left import events_of as events_of_needs

#: So many are said in full; of more there is their number, and the check lists them.
_IN_FULL = 3


def concerns(plan: Plan, readers: Iterable[Reader], findings: Iterable[Finding]) -> tuple[Message, ...]:
    """Say without a window what `found_on` gives: of blocking findings the first, and that the check lists the rest."""
    found = found_on(plan, readers, findings)
    blocking = [one.figures for one in found if one.severity is Severity.BLOCK]
    others = [one.figures for one in found if one.severity is not Severity.BLOCK]
    if blocking:
        others.insert(0, Message.of("papers-findings-block", count=len(blocking), findings=blocking[:_IN_FULL]))
    return tuple(others)


def found_on(plan: Plan, readers: Iterable[Reader], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give which findings about a whole plan concern papers for these readers, each once for all of them.

    First those that block, then what there is about the clearances of a home that takes guests.
    """
    left = [one for one in standing(findings) if one.severity is Severity.BLOCK or one.kind is FindingKind.CLEARANCES]
    found: dict[str, Finding] = {}
    for reader in dict.fromkeys(readers) if left else ():
        found |= {one.print: one for one in _for(plan, reader, left)}
    return tuple(sorted(found.values(), key=lambda one: one.severity is not Severity.BLOCK))


def _for(plan: Plan, reader: Reader, findings: list[Finding]) -> Iterator[Finding]:
    one = whom(plan, reader)
    # The guests whose programme is on the reader's papers, where these are not everybody's.
    members = guests_of(plan, one) if isinstance(one, Household) else (one,) if isinstance(one, Member) else ()
    ids, about = {member.id for member in members}, set(_subjects(plan, reader, one, members))
    for finding in findings:
        if finding.severity is not Severity.BLOCK:
            concerned = isinstance(one, Household) and Subject("Household", one.id) in finding.subjects
        elif reader.kind is AudienceKind.STAFF:
            concerned = True
        elif ids and finding.who:
            # What is found for some of those at an event is nothing to the others.
            concerned = not ids.isdisjoint(finding.who)
        else:
            concerned = not about.isdisjoint(finding.subjects)
        if concerned:
            yield finding


def _subjects(
    plan: Plan, reader: Reader, one: Member | Household | Interpreter | None, members: Iterable[Member]
) -> Iterator[Subject]:
    """Give what a reader's papers tell of."""
    events: Iterable[Activity | Journey] = (*plan.activities, *plan.journeys)
    if isinstance(one, Household):
        yield Subject("Household", one.id)
        events = [each.source for day in schedule_at(plan, one).days for each in day.events]
    elif isinstance(one, Member):
        member = one
        homes = {stay.household_id for stay in member.stays if stay.household_id is not None}
        yield from (Subject("Household", home) for home in homes)
        events = [each for each in events if may_take_part(member, each)]
    elif isinstance(one, Interpreter):
        yield Subject("Interpreter", one.id)
        yield Subject("Person", one.person_id)
        needs = [assignment.need for assignment in one.assignments]
        yield from (Subject("Need", need.id) for need in needs)
        events = events_of_needs(needs)
    elif reader.kind is AudienceKind.PUBLIC:
        events = [each for each in plan.activities if each.open_to_public]
    for member in members:
        yield Subject("Member", member.id)
        yield Subject("Person", member.person_id)
    yield from (Subject(type(each).__name__, each.id) for each in events)

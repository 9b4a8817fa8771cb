"""What a record cannot do without: missing essentials, one finding for each record, naming the fields.

Which fields these are follows from what is printed and computed from them: an age, a bed, a call at night
(domain.md §2 and §6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.language import Pair
from planner.language.names import family_word, full_name, in_both
from planner.model.delegations import Member
from planner.model.households import HostOffer
from planner.model.interpreting import Interpreter
from planner.model.kinds import ActivityStatus, ContactKind, PhoneKind
from planner.model.message import Message
from planner.model.people import Person
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.rules.left import hosting, travelling


def missing_essentials(plan: Plan) -> Iterator[Finding]:
    """Every record of the visit that lacks something it cannot do without."""
    yield from _of_visit(plan)
    for member in travelling(plan):
        yield from _of_member(member)
    for offer in hosting(plan):
        yield from _of_offer(offer)
    for activity in plan.activities:
        if activity.status != ActivityStatus.CANCELLED:
            yield from _of_activity(activity)
    for interpreter in plan.interpreters:
        yield from _of_interpreter(interpreter)


def _lacks(
    subject: Subject, name: Callable[[], Pair], fields: list[str], severity: Severity
) -> Iterator[Finding]:
    # Most records lack nothing, and need not be named.
    if fields:
        named = [Message.of(field) for field in fields]
        figures = Message.of("essentials-missing", name=name(), fields=named)
        yield Finding(FindingKind.ESSENTIALS, severity, (subject,), figures)


def _name_of(person: Person) -> Pair:
    return in_both(full_name, person)


def _of_visit(plan: Plan) -> Iterator[Finding]:
    visit = plan.visit
    if not any(phone.kind == PhoneKind.DUTY and phone.phone for phone in visit.phones):
        figures = Message.of("essentials-no-duty-phone")
        yield Finding(FindingKind.ESSENTIALS, Severity.WARN, (Subject("Visit", visit.id),), figures)


def _of_member(member: Member) -> Iterator[Finding]:
    person = member.person
    lacking = []
    if not (person.given_name or person.given_name_ja or person.called_name_en or person.called_name_ja):
        lacking.append("Person.given_name")
    if person.birth_date is None and person.stated_age is None:
        lacking.append("Person.birth_date")
    emergency = any(contact.kind == ContactKind.EMERGENCY and contact.phone for contact in person.contacts)
    guardian = any(contact.phone for contact in person.contacts)
    if not (emergency or guardian):
        lacking.append("ContactKind.emergency")
    yield from _lacks(Subject("Member", member.id), lambda: _name_of(person), lacking, Severity.WARN)


def _of_offer(offer: HostOffer) -> Iterator[Finding]:
    household = offer.household
    lacking = []
    reached = household.phone or household.email or any(
        resident.person.phone or resident.person.email for resident in household.residents
    )
    if not reached:
        lacking.append("Household.phone")
    if not (household.address_en or household.address_ja):
        lacking.append("Household.address_en")
    if not household.residents:
        lacking.append("Resident")
    if not household.beds:
        lacking.append("Bed")
    subject = Subject("Household", household.id)
    yield from _lacks(
        subject, lambda: in_both(family_word, household), lacking, Severity.WARN
    )


def _of_activity(activity: Activity) -> Iterator[Finding]:
    lacking = []
    if activity.place is None and activity.starts_at is not None and not activity.meeting_point_en:
        lacking.append("Place")
    subject = Subject("Activity", activity.id)
    yield from _lacks(subject, lambda: Pair(activity.title_en, activity.title_ja), lacking, Severity.NOTE)


def _of_interpreter(interpreter: Interpreter) -> Iterator[Finding]:
    person = interpreter.person
    lacking = []
    if not (person.phone or person.email):
        lacking.append("Person.phone")
    if not interpreter.pairs:
        lacking.append("Interpreter.pairs")
    if not (interpreter.availability or interpreter.availability_words):
        lacking.append("Availability")
    yield from _lacks(Subject("Interpreter", interpreter.id), lambda: _name_of(person), lacking, Severity.NOTE)

"""Whether an interpreter is the right one: directions, mode, level, what they know about, and whom they may be with.

Each question is a function of one interpreter and one need that gives what speaks against it as a message, or None;
`abilities` asks them of everybody who might come, the rules here of those who are assigned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from planner.agenda import Agenda
from planner.language.names import full_name
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.interpreting import Interpreter, Need
from planner.model.kinds import (
    ActivityKind,
    Answer,
    InterpreterLevel,
    InterpretingMode,
    PlaceKind,
    Role,
    Speciality,
)
from planner.model.message import Message
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.interpreting.loads import UNPRACTISED, about, who
from planner.rules.interpreting.roster import AT_ONCE, Duty, Roster, Wanted, relieves, roster_of
from planner.rules.interpreting.specialities import GRAVE, specialities
from planner.rules.left import ADULT, age_by, counts
from planner.rules.programme.clashes import title
from planner.rules.programme.people import is_in_charge, is_minor
from planner.rules.rule import Figures, Found, of_plan

_AMONG_OTHERS = frozenset({ActivityKind.FAMILY, ActivityKind.OFFICIAL, ActivityKind.PARTY})


def skills_missing(interpreter: Interpreter, need: Need) -> list[Enum]:
    """Give the directions and the mode that a need asks for and an interpreter does not do, as far as is known."""
    missing: list[Enum] = []
    if interpreter.pairs:
        missing += sorted(need.pairs - interpreter.pairs)
    if interpreter.modes and need.mode not in interpreter.modes:
        missing.append(need.mode)
    return missing


def grave_fields(need: Need, wanted: Wanted | None = None) -> list[Speciality]:
    """Give the fields of a need in which a mistake harms somebody; what is at a hospital is medical."""
    fields = {field for field in specialities(need.speciality) if field in GRAVE}
    place = wanted.slot.to_place if wanted is not None else None
    if place is not None and place.kind is PlaceKind.HOSPITAL:
        fields.add(Speciality.MEDICAL)
    return sorted(Speciality(field) for field in fields)


def fields_unknown(interpreter: Interpreter, need: Need) -> list[Speciality | str]:
    """Give what a need is about and an interpreter has not named among what they know."""
    return sorted(specialities(need.speciality) - specialities(interpreter.specialities))


def too_grave(interpreter: Interpreter, need: Need, wanted: Wanted | None) -> Message | None:
    """Say that medical, police and legal matters are not for volunteers and students (domain.md §4, rule d).

    Of whom nobody has said the level, nothing is said.
    """
    if interpreter.level not in UNPRACTISED:
        return None
    grave = grave_fields(need, wanted)
    return Message.of("not-for-level", level=interpreter.level, fields=grave) if grave else None


def too_hard(interpreter: Interpreter, need: Need) -> Message | None:
    """Say that a stage, a booth or whispering is not for a student."""
    if interpreter.level is not InterpreterLevel.STUDENT or not (need.on_stage or need.mode in AT_ONCE):
        return None
    return Message.of("not-for-students", mode=need.mode)


def close_to_patient(interpreter: Interpreter, wanted: Wanted) -> Message | None:
    """Say that a child, or somebody of the family, would interpret medical matters (domain.md §4, rule g)."""
    if Speciality.MEDICAL not in grave_fields(wanted.need, wanted):
        return None
    age = age_by(interpreter.person, wanted.day)
    if age is not None and age < ADULT:
        return Message.of("medical-child", age=age)
    if any(are_family(interpreter.person, member.person) for member in wanted.crowd):
        return Message.of("medical-family")
    return None


def are_family(one: Person, other: Person) -> bool:
    """Say whether two seem to be of one family: the same family name in either script, or a contact of the other."""
    if one.id == other.id:
        return False
    for field in ("family_name", "family_name_ja"):
        names = [getattr(person, field).strip().casefold() for person in (one, other)]
        if names[0] and names[0] == names[1]:
            return True
    own = {full_name(one, language).casefold() for language in ("en", "ja")}
    return any(name.casefold() in own for contact in other.contacts for name in (contact.name_en, contact.name_ja))


def alone_with_minors(interpreter: Interpreter, wanted: Wanted, plan: Plan) -> Message | None:
    """Say that somebody not cleared for it would be the only adult with minors: as their escort, or on the way.

    A chaperone of the delegation is no stranger; at an official event or with host families there are other adults.
    """
    first = plan.visit.first_day
    crowd = wanted.crowd
    activity = wanted.slot.activity
    if activity is not None and wanted.need.mode is not InterpretingMode.ESCORT:
        return None
    if activity is not None and (activity.kind in _AMONG_OTHERS or activity.hosts_invited):
        return None
    if not crowd or not all(is_minor(member, first) for member in crowd):
        return None
    if interpreter.alone_with_minors is Answer.YES or duty_as_member(interpreter, plan) is not None:
        return None
    return Message.of("minors-not-cleared", answer=interpreter.alone_with_minors)


def duty_as_member(interpreter: Interpreter, plan: Plan) -> Member | None:
    """Give the chaperone of the delegation that an interpreter also is; None if they are not."""
    first = plan.visit.first_day
    own = (member for member in plan.members if member.person_id == interpreter.person_id and travels(member))
    return next((member for member in own if member.role.is_chaperone and is_in_charge(member, first)), None)


def bound_otherwise(interpreter: Interpreter, wanted: Wanted, plan: Plan) -> Message | None:
    """Say that somebody is there as a chaperone too, and cannot look after people while interpreting."""
    member = duty_as_member(interpreter, plan)
    if member is None or member.role is Role.INTERPRETER:
        return None
    return Message.of("chaperone-there", role=member.role) if member in wanted.slot.members else None


def has_conflict(interpreter: Interpreter) -> Message | None:
    """Say what conflict of interest somebody has stated."""
    words = interpreter.conflicts.strip()
    return Message.of("conflict-stated", words=words) if words else None


def works_beside(interpreter: Interpreter) -> bool:
    """Say whether somebody never works alone: a student, or whoever has asked for it."""
    return interpreter.never_alone or interpreter.level is InterpreterLevel.STUDENT


# The rules: what is asked of everybody who might come is found of those who are assigned.


def _of_duties(agenda: Agenda, ask: Callable[[Duty, Roster], Message | None]) -> Iterator[Found]:
    roster = roster_of(agenda)
    for duty in roster.duties:
        said = ask(duty, roster)
        if said is not None:
            need, others = about(duty)
            told = {"name": who(duty.interpreter), "event": title(duty.slot), "said": said}
            yield Found(need, told, (), others, duty.wanted.day)


@of_plan("interpreter-direction", FindingKind.INTERPRETING, Severity.WARN)
def interpreter_direction(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Of those who interpret somewhere nobody does one of the directions needed."""
    roster = roster_of(agenda)
    for wanted in roster.wanted.values():
        team = [duty for duty in roster.team(wanted.need) if duty.works]
        offered = [duty.interpreter.pairs for duty in team]
        if not team or not all(offered):
            continue
        missing = sorted(wanted.need.pairs.difference(*offered))
        if missing:
            need, others = about(team[0])
            told = {"event": title(wanted.slot), "day": wanted.day, "pairs": missing}
            yield Found(need, told, (), others, wanted.day)


@of_plan("interpreter-mode", FindingKind.INTERPRETING, Severity.WARN)
def interpreter_mode(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody is to interpret in a mode that they do not offer."""

    def ask(duty: Duty, roster: Roster) -> Message | None:
        modes, mode = duty.interpreter.modes, duty.need.mode
        lacks = modes and mode not in modes and counts(duty.assignment)
        return Message.of("does-not-do", skills=[mode]) if lacks else None

    yield from _of_duties(agenda, ask)


@of_plan("interpreter-level", FindingKind.INTERPRETING, Severity.BLOCK)
def interpreter_level(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A volunteer or a student is to interpret medical, police or legal matters."""
    yield from _of_duties(agenda, lambda duty, roster: too_grave(duty.interpreter, duty.need, duty.wanted))


@of_plan("interpreter-student", FindingKind.INTERPRETING, Severity.WARN)
def interpreter_student(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A student is to interpret on stage, in a booth, or by whispering, and not only to assist."""

    def ask(duty: Duty, roster: Roster) -> Message | None:
        return too_hard(duty.interpreter, duty.need) if counts(duty.assignment) else None

    yield from _of_duties(agenda, ask)


@of_plan("interpreter-field", FindingKind.INTERPRETING, Severity.NOTE)
def interpreter_field(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Nobody of those who interpret somewhere has named the field it is about."""
    roster = roster_of(agenda)
    for wanted in roster.wanted.values():
        team = [duty for duty in roster.team(wanted.need) if duty.works]
        known = [fields_unknown(duty.interpreter, wanted.need) for duty in team]
        if known and all(known):
            need, others = about(team[0])
            told = {"event": title(wanted.slot), "day": wanted.day, "fields": min(known, key=len)}
            yield Found(need, told, (), others, wanted.day)


@of_plan("interpreter-never-alone", FindingKind.INTERPRETING, Severity.WARN)
def interpreter_never_alone(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A student, or somebody who asked not to work alone, is without a practised interpreter beside them."""

    def ask(duty: Duty, roster: Roster) -> Message | None:
        if not (duty.works and works_beside(duty.interpreter)):
            return None
        beside = [other for other in roster.team(duty.need) if relieves(other, duty.interpreter) and not _never(other)]
        alone = not any(other.start <= duty.start and duty.end <= other.end for other in beside)
        return Message.of("works-beside") if alone else None

    yield from _of_duties(agenda, ask)


def _never(duty: Duty) -> bool:
    return works_beside(duty.interpreter)


@of_plan("interpreter-minors", FindingKind.INTERPRETING, Severity.BLOCK)
def interpreter_minors(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Minors are with an interpreter who is not cleared for it, and with no adult of the delegation."""
    yield from _of_duties(agenda, lambda duty, roster: alone_with_minors(duty.interpreter, duty.wanted, roster.plan))


@of_plan("interpreter-medical", FindingKind.INTERPRETING, Severity.BLOCK)
def interpreter_medical(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A child or somebody of the family is to interpret medical matters."""
    yield from _of_duties(agenda, lambda duty, roster: close_to_patient(duty.interpreter, duty.wanted))


@of_plan("interpreter-conflict", FindingKind.INTERPRETING, Severity.WARN)
def interpreter_conflict(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody who has stated a conflict of interest is to interpret."""
    yield from _of_duties(agenda, lambda duty, roster: has_conflict(duty.interpreter))


@of_plan("interpreter-chaperone", FindingKind.INTERPRETING, Severity.NOTE)
def interpreter_chaperone(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody interprets where they have to look after people as well: told once for each of them."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        member = duty_as_member(interpreter, agenda.plan)
        if member is None:
            continue
        both = [duty for duty in roster.of(interpreter) if bound_otherwise(interpreter, duty.wanted, agenda.plan)]
        if both:
            told = {
                "name": who(interpreter), "role": member.role, "count": len(both), "event": title(both[0].slot)
            }  # fmt: skip
            others = tuple(dict.fromkeys(Subject("Need", duty.need.id) for duty in both))
            yield Found(Subject("Interpreter", interpreter.id), told, (member.id,), others)

"""Interpreters of a visit, and who of them covers which need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from planner.agenda import day_of
from planner.commands.checking import check_named, check_record, check_value
from planner.commands.naming import name_of
from planner.commands.records import find, find_event, remove_several
from planner.commands.removing import take_out
from planner.model import Activity, Assignment, Availability, Interpreter, Need, Person, Visit
from planner.model.done import Done
from planner.model.kinds import InterpretingMode, LanguagePair
from planner.model.message import Message, PlannerError
from planner.rules.interpreting.availability import stretch_of


def add_interpreter(
    session: Session, visit_id: int, person: Mapping[str, Any], values: Mapping[str, Any] | None = None
) -> Done:
    """Add somebody new who interprets in a visit: the person, and what they can do. The result is the interpreter's id.

    A name in any script is enough: ``value-missing`` if there is none.
    """
    someone = Person(**{field: check_value(Person, field, value) for field, value in person.items()})
    check_named(someone)
    check_record(someone)
    session.add(someone)
    return _let_interpret(session, visit_id, someone, values or {})


def add_known_interpreter(
    session: Session, visit_id: int, person_id: int, values: Mapping[str, Any] | None = None
) -> Done:
    """Let somebody whom the file knows already interpret in a visit: a chaperone, one of a host family.

    The result is the interpreter's id. Nobody interprets twice in one visit: ``interprets-already``.
    """
    person = find(session, Person, person_id)
    if session.query(Interpreter).filter_by(visit_id=visit_id, person_id=person_id).first() is not None:
        raise PlannerError("interprets-already", name=name_of(person))
    return _let_interpret(session, visit_id, person, values or {})


def _let_interpret(session: Session, visit_id: int, person: Person, values: Mapping[str, Any]) -> Done:
    visit = find(session, Visit, visit_id)
    given = {field: check_value(Interpreter, field, value) for field, value in values.items()}
    interpreter = Interpreter(visit=visit, person=person, **given)
    session.add(interpreter)
    session.flush()
    check_record(interpreter)
    label = Message.of("change-add", noun=Message.of("Interpreter"), name=name_of(interpreter))
    return Done(label, result=interpreter.id)


def remove_interpreters(session: Session, interpreter_ids: Iterable[int]) -> Done:
    """Take interpreters out of the visit, with all they were to interpret. The people stay in the file."""
    return remove_several(session, Interpreter, interpreter_ids)


def add_need(session: Session, noun: str, event_id: int) -> Done:
    """Say that an ``"Activity"`` or ``"Journey"`` needs interpreting: one interpreter, consecutive, both ways.

    That is what most need; whatever differs is edited afterwards. The result is the need's id.
    """
    event = find_event(session, noun, event_id)
    of_event = {"Activity": "activity", "Journey": "journey"}[noun]
    need = Need(pairs=frozenset(LanguagePair), mode=InterpretingMode.CONSECUTIVE, how_many=1, **{of_event: event})
    session.add(need)
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Need"), name=name_of(event)), result=need.id)


def take_suggestions(session: Session, suggested: Sequence[tuple[int, Mapping[str, Any]]]) -> Done:
    """Add the needs that were suggested, each by the activity's id and the values of `rules.interpreting.Suggested`.

    All are one step. The result is their ids.
    """
    needs = []
    for activity_id, values in suggested:
        activity = find(session, Activity, activity_id)
        given = {field: check_value(Need, field, value) for field, value in values.items()}
        need = Need(activity=activity, **given)
        session.add(need)
        session.flush()
        check_record(need)
        needs.append(need)
    names = [name_of(need) for need in needs]
    label = Message.of("change-add", noun=Message.of("Need"), name=names)
    return Done(label, result=[need.id for need in needs])


def assign(session: Session, need_id: int, interpreter_id: int, values: Mapping[str, Any] | None = None) -> Done:
    """Let an interpreter cover a need, with `values` only a part of it or in a role. The result is the assignment's id.

    Whether they have time is a matter of rules, and no reason to refuse. Nobody covers a need twice:
    ``assigned-already``.
    """
    need, interpreter = find(session, Need, need_id), find(session, Interpreter, interpreter_id)
    _check_once(need, interpreter)
    given = {field: check_value(Assignment, field, value) for field, value in (values or {}).items()}
    assigned = Assignment(need=need, interpreter=interpreter, **given)
    session.add(assigned)
    session.flush()
    return Done(_label("change-assign", need, interpreter), result=assigned.id)


def unassign(session: Session, assignment_id: int) -> Done:
    """Let an interpreter no longer cover a need."""
    assigned = find(session, Assignment, assignment_id)
    label = _label("change-unassign", assigned.need, assigned.interpreter)
    take_out(session, assigned)
    return Done(label)


def reassign(session: Session, assignment_id: int, interpreter_id: int) -> Done:
    """Let somebody else cover what an interpreter covers, the part and the role as they are; materials are sent anew.

    Pinned ones stay (``assignment-locked``); nobody covers a need twice (``assigned-already``).
    """
    assigned, interpreter = _movable(session, assignment_id), find(session, Interpreter, interpreter_id)
    _check_once(assigned.need, interpreter)
    assigned.interpreter, assigned.materials_sent_on, assigned.reason = interpreter, None, ""
    session.flush()
    return Done(_label("change-assign", assigned.need, interpreter), result=assigned.id)


def cover_part(session: Session, assignment_id: int, start: dt.time | None, end: dt.time | None) -> Done:
    """Let an interpreter cover a need between two times of its event's clock; None for its own start or end."""
    assigned = _movable(session, assignment_id)
    assigned.covers_from, assigned.covers_until = start, end
    check_record(assigned)
    session.flush()
    return Done(_label("change-cover", assigned.need, assigned.interpreter), result=assigned.id)


def hand_over(session: Session, assignment_id: int, at: dt.time, interpreter_id: int) -> Done:
    """Let somebody else cover a need from a time of its event's clock on; until then it stays as it is.

    The result is the new assignment's id. Refused like `reassign`.
    """
    assigned, interpreter = _movable(session, assignment_id), find(session, Interpreter, interpreter_id)
    _check_once(assigned.need, interpreter)
    later = Assignment(
        need=assigned.need, interpreter=interpreter, role=assigned.role,
        covers_from=at, covers_until=assigned.covers_until,
    )  # fmt: skip
    assigned.covers_until = at
    session.add(later)
    session.flush()
    for one in (assigned, later):
        check_record(one)
    return Done(_label("change-hand-over", assigned.need, interpreter), result=later.id)


def pin(session: Session, assignment_id: int, locked: bool) -> Done:
    """Pin an assignment, so that nothing moves it, or let it be moved again."""
    assigned = find(session, Assignment, assignment_id)
    assigned.locked = locked
    session.flush()
    code = "change-pin-assignment" if locked else "change-unpin-assignment"
    return Done(_label(code, assigned.need, assigned.interpreter), result=assigned.id)


def _movable(session: Session, assignment_id: int) -> Assignment:
    assigned = find(session, Assignment, assignment_id)
    if assigned.locked:
        raise PlannerError("assignment-locked", name=name_of(assigned.interpreter))
    return assigned


def _check_once(need: Need, interpreter: Interpreter) -> None:
    if any(one.interpreter_id == interpreter.id for one in need.assignments):
        raise PlannerError("assigned-already", name=name_of(interpreter))


def no_longer_comes(session: Session, interpreter_id: int, on: dt.date, at: dt.time) -> Done:
    """Note that an interpreter cannot come from a moment of the host city's clock on; the days before stay.

    Who has not said on which days they come is noted for each day until then. Raises `PlannerError`
    ``comes-on-no-day`` where none would be left, which could not be told from somebody who has not said.
    """
    interpreter = find(session, Interpreter, interpreter_id)
    since = dt.datetime.combine(on, at)
    if not interpreter.availability:
        events = (one.need.activity or one.need.journey for one in interpreter.assignments)
        days = (day_of(event) for event in events if event)
        first = min([interpreter.visit.first_day, *days])
        count = (on - first).days + (at > dt.time())
        for number in range(count):
            session.add(Availability(interpreter=interpreter, available_on=first + dt.timedelta(days=number)))
        session.flush()
    left = [one for one in interpreter.availability if stretch_of(one)[0] < since]
    if not left:
        raise PlannerError("comes-on-no-day", name=name_of(interpreter))
    for one in [one for one in interpreter.availability if one not in left]:
        take_out(session, one)
    for one in left:
        if stretch_of(one)[1] > since:
            one.available_until = at
    session.flush()
    return Done(Message.of("change-no-longer-comes", name=name_of(interpreter), day=on))


def _label(code: str, need: Need, interpreter: Interpreter) -> Message:
    return Message.of(code, event=name_of(need), name=name_of(interpreter))

"""`assign FILE --why-not NAME --event TITLE`: what keeps an interpreter from an event, or what it would cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planner.agenda import Agenda
from planner.cli.interpreters import event_for_program, interpreter_named, name_of, title_of
from planner.cli.proposals import called, seen
from planner.cli.speech import sentence_for_program, tell, tell_program
from planner.cli.starting import days_of
from planner.language import say, screen_language, tr
from planner.language.terms import term
from planner.model.interpreting import Interpreter, Need
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.rules.interpreting import roster_of
from planner.storage import PlannerFile


def say_why_not(file: Path, name: str, event: str, on: str, *, as_json: bool) -> None:
    """Tell why the best assignment does not have an interpreter at an event, for each way it needs one."""
    # numpy and HiGHS are loaded only by who assigns.
    from planner.matching.interpreters.asking import why_not_there

    with PlannerFile.open(file, read_only=True) as planner_file:
        plan = planner_file.plan
        interpreter, needs = interpreter_named(plan, name), _needs_of(plan, event, on)
        told = seen(tr("Assigning"))
        reasons = [(need, why_not_there(plan, interpreter.id, need.id, told)) for need in needs]
    if as_json:
        tell_program(_for_program(interpreter, reasons))
    else:
        _tell(interpreter, reasons)


def _needs_of(plan: Plan, words: str, on: str) -> list[Need]:
    """Give what an event needs.

    Raises `PlannerError` ``assigning-event-…`` where it is none, or could be several, ``assigning-nothing`` where there
    are none at all.
    """
    day = days_of(on)[0] if on.strip() else None
    # What is only an idea, or has no time, is assigned to nobody.
    wanted = [one for one in roster_of(Agenda(plan)).wanted.values() if not one.is_idea]
    days = {one.need.id: one.day for one in wanted}
    if not wanted:
        raise PlannerError("assigning-nothing")
    found = called([(one.need, title_of(one.need)) for one in wanted if day in (None, one.day)], words)
    if not found:
        others = called([(one.need, title_of(one.need)) for one in wanted], words)
        if others:
            raise PlannerError("assigning-event-not-then", title=words, day=day, events=_events_of(others, days))
        raise PlannerError("assigning-event-unknown", title=words)
    events = _events_of(found, days)
    if len(events) > 1:
        raise PlannerError("assigning-event-ambiguous", title=words, events=events)
    return found


def _events_of(needs: list[Need], days: Mapping[int, dt.date]) -> list[Message]:
    """Give the events of some needs, each once, with their days."""
    events = dict.fromkeys((days[one.id], title_of(one)) for one in needs)
    return [Message.of("assigning-event-on", event=title, day=when) for when, title in events]


Reasons = list[tuple[Need, tuple[Message, ...]]]


def _tell(interpreter: Interpreter, reasons: Reasons) -> None:
    language = screen_language()
    name = name_of(interpreter).said_in(language)
    for need, why in reasons:
        tell(
            tr(
                "{name}, {event} ({mode}):",
                name=name,
                event=title_of(need).said_in(language),
                mode=term(need.mode, language),
            )
        )
        tell(*(f"  {say(one)}" for one in why or (Message.of("assign-is-there"),)))


def _for_program(interpreter: Interpreter, reasons: Reasons) -> dict[str, Any]:
    name = name_of(interpreter)
    return {
        "interpreter": interpreter.person.uid,
        "interpreter_name": name.en,
        "interpreter_name_ja": name.ja,
        "events": [
            {
                **event_for_program(need),
                "is_there": not why,
                "reasons": [sentence_for_program(one) for one in why],
            }
            for need, why in reasons
        ],
    }

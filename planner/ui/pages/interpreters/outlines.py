"""What the inspector shows of an interpreter, and of what interpreting an event needs."""

from __future__ import annotations

from typing import Any

from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.names import full_name
from planner.language.terms import term
from planner.language.times import span_text
from planner.model.interpreting import Availability, Interpreter, Need
from planner.model.kinds import ActivityKind, InterpreterLevel
from planner.model.people import Person
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.interpreting import event_of
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.loads import usual_hours
from planner.ui.inspector import Deeds, Of, Outline, Own, Parts, Section, Shown, more
from planner.ui.pages.interpreters.assignments import AssignmentsPiece
from planner.ui.pages.interpreters.covering import OpenNeedsPiece, need_items
from planner.ui.pages.interpreters.words import event_clocks, event_title


def interpreter_outline(deeds: Deeds) -> Outline:
    """Who interprets: the person, what they can do, how long, and when they can come."""
    return Outline(
        Interpreter,
        (
            Of(
                "person",
                Person,
                (
                    (Shown("family_name", strong=True), Shown("given_name", strong=True)),
                    ("family_name_ja", "given_name_ja"),
                    ("family_name_kana", "given_name_kana"),
                    "phone",
                    "email",
                ),
            ),
            "level",
            "pairs",
            "modes",
            "specialities",
            (Shown("hours_per_day", if_empty=_usual_hours), "minutes_at_a_stretch"),
            "never_alone",
            Section(
                tr("Assigned"),
                (Own(lambda workspace: AssignmentsPiece(workspace, tells_event=True)), Own(OpenNeedsPiece)),
                note=lambda interpreter, plan: str(len(interpreter.assignments)) if interpreter.assignments else "",
            ),
            Section(
                tr("When"),
                (
                    "availability_words",
                    Parts(
                        Availability,
                        "availability",
                        "interpreter_id",
                        tr("Add a day"),
                        ("available_on", ("available_from", "available_until")),
                        title=_when,
                        new=_new_day,
                    ),
                ),
            ),
            more(
                ("transport", "equipment"),
                ("dress", "meal_needs"),
                "conflicts",
                "alone_with_minors",
                "glossary_links",
                "materials_sent",
                "feedback",
            ),
            "notes",
        ),
        title=lambda interpreter, plan: full_name(interpreter.person, screen_language()),
        chip=lambda interpreter, plan: (
            term(InterpreterLevel(interpreter.level), screen_language()),
            "grey",
            "interpreters",
        ),
        reviewed=lambda interpreter: (interpreter, interpreter.person),
        deeds=deeds,
    )


def _usual_hours(interpreter: Interpreter, plan: Plan) -> str:
    """How many hours of a day the rules give to whoever has not said."""
    figures = limits_of(plan).day
    return "" if figures is None else f"{usual_hours(interpreter, figures):g}"


def need_outline(deeds: Deeds) -> Outline:
    """What an event needs, who covers it and who could."""
    return Outline(
        Need,
        need_items(),
        title=lambda need, plan: "" if (event := event_of(need)) is None else event_title(event),
        chip=_kind,
        deeds=deeds,
        subtitle=_clocks,
    )


def _kind(need: Need, plan: Plan) -> tuple[str, str, str]:
    event = event_of(need)
    kind = event.kind if isinstance(event, Activity) else ActivityKind.TRAVEL
    return term(kind, screen_language()), kind.value, kind.value


def _clocks(need: Need, plan: Plan) -> str:
    event = event_of(need)
    return "" if event is None else "\n".join(filter(None, event_clocks(event, plan)))


def _when(day: Availability, plan: Plan) -> str:
    language = screen_language()
    words = day_text(day.available_on, language, "short")
    if day.available_from is not None:
        words += " " + span_text(day.available_from, day.available_until, language)
    return words


def _new_day(interpreter: Interpreter, plan: Plan) -> dict[str, Any]:
    return {"available_on": plan.visit.first_day}

"""What the inspector shows of an interpreter."""

from __future__ import annotations

from typing import Any

from planner.language import screen_language, tr
from planner.language.dates import day_text, span_text
from planner.language.names import full_name
from planner.language.terms import term
from planner.model.interpreting import Availability, Interpreter
from planner.model.kinds import InterpreterLevel
from planner.model.people import Person
from planner.model.plan import Plan
from planner.ui.inspector import Deeds, Of, Outline, Parts, Section, Shown, more


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
                    "phone",
                    "email",
                ),
            ),
            "level",
            "pairs",
            "modes",
            "specialities",
            ("hours_per_day", "minutes_at_a_stretch"),
            "never_alone",
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
            more("conflicts", "equipment", "transport", "dress", "meal_needs", "materials_sent", "feedback"),
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


def _when(day: Availability, plan: Plan) -> str:
    language = screen_language()
    words = day_text(day.available_on, language, "short")
    if day.available_from is not None:
        words += " " + span_text(day.available_from, day.available_until, language)
    return words


def _new_day(interpreter: Interpreter, plan: Plan) -> dict[str, Any]:
    return {"available_on": plan.visit.first_day}

"""A row of the interpreters' sheet → an interpreter of this visit, with the person and when they can come."""

from __future__ import annotations

from typing import Any

from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.named import draft_person
from planner.intake.values.answers import read_answer
from planner.intake.values.availability import Free, read_availability
from planner.intake.values.interpreting import (
    EQUIPMENT,
    PAIRED,
    read_interpreter_level,
    read_modes,
    read_pairs,
)
from planner.intake.values.numbers import read_count, read_number
from planner.intake.values.reading import Doubt
from planner.intake.values.scan import CLAUSES, plain, split_outside
from planner.model.kinds import Answer, InterpreterLevel

_TEXTS = ("specialities", "transport", "equipment", "dress", "meal_needs", "conflicts")


def draft_interpreter(row: Row, context: Context) -> Draft | None:
    """Describe the interpreter of a row; None for a row without a name."""
    person = draft_person(row, context)
    if not any(person.fields.get(name) for name in ("family_name", "given_name", "family_name_ja", "given_name_ja")):
        return None
    interpreter = Draft("Interpreter", links={"person": person, "visit": context.visit_draft()})
    fields = interpreter.fields
    if row.has("Interpreter.pairs"):
        text = row.text("Interpreter.pairs")
        fields["pairs"] = row.read("Interpreter.pairs", read_pairs) if text else frozenset()
    if row.has("Interpreter.modes"):
        text = row.text("Interpreter.modes")
        fields["modes"] = row.read("Interpreter.modes", read_modes) if text else frozenset()
    if row.has("Interpreter.level"):
        text = row.text("Interpreter.level")
        fields["level"] = row.read("Interpreter.level", read_interpreter_level) if text else InterpreterLevel.UNKNOWN
    for name in _TEXTS:
        if row.has(f"Interpreter.{name}"):
            fields[name] = row.text(f"Interpreter.{name}")
    if row.has("Interpreter.hours_per_day"):
        text = row.text("Interpreter.hours_per_day")
        fields["hours_per_day"] = row.read("Interpreter.hours_per_day", read_number) if text else None
    if row.has("Interpreter.minutes_at_a_stretch"):
        text = row.text("Interpreter.minutes_at_a_stretch")
        fields["minutes_at_a_stretch"] = row.read("Interpreter.minutes_at_a_stretch", read_count) if text else None
    if row.has("Interpreter.alone_with_minors"):
        text = row.text("Interpreter.alone_with_minors")
        fields["alone_with_minors"] = row.read("Interpreter.alone_with_minors", read_answer) if text else Answer.UNKNOWN
    if row.has("Availability"):
        interpreter.parts["availability"] = _availability(row, fields)
    if row.has("notes"):
        _notes(row, interpreter)
    return interpreter


def _availability(row: Row, fields: dict[str, Any]) -> list[Draft]:
    """When somebody can come, as understood from prose: it is put up for review beside the words, to be confirmed."""
    frame, words = row.frame("Availability"), row.text("Availability")
    fields["availability_words"] = words
    found = row.read("Availability", lambda text: read_availability(text, frame))
    if found:
        row.note("Availability", words, Doubt.TIMES_UNDERSTOOD, stretches=";".join(map(_plainly, found)))
    return [
        Draft("Availability", {"available_on": free.on, "available_from": free.start, "available_until": free.end})
        for free in found
    ]


def _plainly(free: Free) -> str:
    """A stretch as an item to review keeps it: 2027-07-30, or with its hours 2027-07-23 12:00-, 2027-07-31 -17:00."""
    if free.start is None and free.end is None:
        return free.on.isoformat()
    start, end = ("" if at is None else at.isoformat("minutes") for at in (free.start, free.end))
    return f"{free.on.isoformat()} {start}-{end}"


def _notes(row: Row, interpreter: Draft) -> None:
    """The notes as they stand; what they say about equipment and about not working alone is also put in its field."""
    notes = row.text("notes")
    interpreter.fields["notes"] = notes
    interpreter.fields["never_alone"] = bool(PAIRED.search(plain(notes)))
    if not row.has("Interpreter.equipment"):
        clauses = split_outside(notes, CLAUSES)
        interpreter.fields["equipment"] = "; ".join(clause for clause in clauses if EQUIPMENT.search(plain(clause)))

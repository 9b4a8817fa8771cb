"""What each person's row says while something is carried: yes with a score, with a warning, or no, and why."""

from __future__ import annotations

from collections.abc import Hashable

from planner.language import tr
from planner.rules.finding import Subject
from planner.rules.interpreting import Verdict, can
from planner.ui.boards.tint import Tint
from planner.ui.pages.interpreters.assignments import reasons_text
from planner.ui.pages.interpreters.held import Held
from planner.ui.pages.interpreters.merits import merits_text
from planner.ui.pages.interpreters.outlook import Outlook


def tints_of(held: Held, outlook: Outlook) -> dict[Hashable, Tint]:
    """Judge everybody for what is carried; who covers the need already cannot take it twice, but for who is carried."""
    need, wanted = held.need, held.wanted
    there = {one.interpreter_id for one in need.assignments if held.replaced is None or one.id != held.replaced.id}
    span = outlook.instant(wanted, held.start), outlook.instant(wanted, held.end)
    found: dict[Hashable, Tint] = {}
    for interpreter in outlook.plan.interpreters:
        key = Subject("Interpreter", interpreter.id)
        if interpreter.id in there:
            found[key] = Tint("grey", tr("interprets there already"))
        else:
            found[key] = tint_of(can(interpreter, need, outlook.roster, span=span))
    return found


def tint_of(verdict: Verdict) -> Tint:
    """Say of a verdict in one line what it comes to."""
    if not verdict.can:
        return Tint("grey", reasons_text(verdict.obstacles))
    if verdict.warnings:
        return Tint("check", reasons_text(verdict.warnings), str(verdict.score))
    return Tint("good", merits_text(verdict) or tr("nothing speaks against it"), str(verdict.score))

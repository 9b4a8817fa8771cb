"""Whether those who are to interpret can come for all of it, and whether enough were asked for."""

from __future__ import annotations

from collections.abc import Iterator

from planner.agenda import Agenda
from planner.model.kinds import Importance
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.interpreting.availability import minutes_away, not_coming, on_host_clock
from planner.rules.interpreting.cover import importance_of, uncovered
from planner.rules.interpreting.heads import heads_for, heads_of, heads_told, minutes_of
from planner.rules.interpreting.loads import about, who
from planner.rules.interpreting.roster import MINUTE, roster_of
from planner.rules.left import covering
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_plan


@of_plan("interpreter-not-free", FindingKind.INTERPRETING, Severity.WARN)
def interpreter_not_free(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody is to interpret when, by what they said, they cannot come, or can come only for a part."""
    roster = roster_of(agenda)
    for duty in roster.duties:
        when = on_host_clock(duty.span, agenda.plan)
        coming = roster.coming(duty.interpreter)
        said, minutes = not_coming(coming, when), minutes_away(coming, when)
        if said is not None and minutes:
            need, others = about(duty)
            told = {"name": who(duty.interpreter), "event": title(duty.slot), "said": said, "minutes": minutes}
            yield Found(need, told, (), others, duty.wanted.day)


@of_plan("cover-incomplete", FindingKind.INTERPRETING, Severity.WARN)
def cover_incomplete(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """As many are assigned as were asked for, but not for the whole time.

    Needs with fewer interpreters than they ask for are counted as gaps; who cannot come is told by itself.
    """
    roster = roster_of(agenda)
    for wanted in roster.wanted.values():
        need = wanted.need
        if wanted.is_idea or len(covering(need)) < (need.how_many or 1):
            continue
        for lack in uncovered(wanted, roster, as_they_can=False):
            told = {
                "event": title(wanted.slot), "day": wanted.day, "start": wanted.local(lack.start).at,
                "end": wanted.local(lack.end).at, "count": lack.missing, "minutes": lack.person_minutes,
            }  # fmt: skip
            yield Found(Subject("Need", need.id), told, (), (subject(wanted.slot),), wanted.day)


@of_plan("interpreting-uncovered", FindingKind.INTERPRETING, Severity.NOTE)
def interpreting_uncovered(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Of all the interpreting that is needed a part is not covered yet, in persons times minutes; told once."""
    roster = roster_of(agenda)
    whole = missing = important = 0
    for wanted in roster.wanted.values():
        if wanted.is_idea:
            continue
        lacking = sum(lack.person_minutes for lack in uncovered(wanted, roster))
        whole += (wanted.need.how_many or 1) * int((wanted.end - wanted.start) / MINUTE)
        missing += lacking
        important += lacking if importance_of(wanted) is Importance.HIGH else 0
    if missing:
        told = {"minutes": missing, "whole": whole, "important": important}
        yield Found(Subject("Visit", agenda.plan.visit.id), told)


@of_plan("interpreters-too-few", FindingKind.INTERPRETING, Severity.NOTE)
def interpreters_too_few(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A need asks for fewer interpreters than such an event usually takes, by the figures of the visit's country."""
    table = heads_for(agenda.plan.visit.preset)
    for wanted in roster_of(agenda).wanted.values():
        asked = wanted.need.how_many or 1
        heads = heads_of(wanted, table)
        if asked < heads and not wanted.is_idea:
            told = {
                "event": title(wanted.slot), "day": wanted.day, "asked": asked, "heads": heads,
                "said": heads_told(wanted.need.mode, minutes_of(wanted), len(wanted.crowd), table),
            }  # fmt: skip
            yield Found(Subject("Need", wanted.need.id), told, (), (subject(wanted.slot),), wanted.day)

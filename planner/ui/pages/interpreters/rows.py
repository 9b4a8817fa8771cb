"""What the plan holds of interpreting, as rows: who can interpret and when, and which activities need it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from planner.agenda import Event, agenda_of, day_of, times_of
from planner.language import other_language, screen_language, tr
from planner.language.dates import day_text, days_text
from planner.language.names import full_name, sort_key
from planner.language.terms import directions_text, term
from planner.language.times import span_text, time_text
from planner.model.interpreting import Availability, Interpreter
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.interpreting import event_of, roster_of
from planner.rules.interpreting.cover import short_of
from planner.rules.left import standing_needs
from planner.ui.pages.interpreters.covering import cover_text
from planner.ui.pages.interpreters.words import event_title
from planner.ui.widgets.table import Cell, Column, Row
from planner.ui.widgets.words import listed


def interpreter_columns() -> list[Column]:
    """The columns of the interpreters' table."""
    return [
        Column(tr("Interpreter"), 210),
        Column(tr("Level"), 160, key="level"),
        Column(tr("Directions"), 76, key="directions"),
        Column(tr("Modes"), key="modes", least=130),
        Column(tr("Can come"), key="comes", least=130),
        Column(tr("Hours a day"), 82, right=True, key="hours"),
        Column(tr("Assigned"), 74, right=True, key="assigned"),
    ]


def groupings() -> list[tuple[str, str]]:
    """How the interpreters' table can be put into groups."""
    return [("", tr("No grouping")), ("level", tr("By level"))]


def interpreter_rows(plan: Plan) -> Iterator[Row]:
    """One row for each interpreter."""
    language = screen_language()
    other = other_language(language)
    assigned = Counter(a.interpreter.id for need in standing_needs(plan) for a in need.assignments)
    for interpreter in plan.interpreters:
        person = interpreter.person
        name, modes = full_name(person, language), _modes(interpreter)
        comes = available_words(interpreter)
        hours = interpreter.hours_per_day
        count = assigned[interpreter.id]
        yield Row(
            Subject("Interpreter", interpreter.id),
            (
                Cell(name, full_name(person, other), sort=sort_key(person, language)),
                Cell(term(interpreter.level, language)),
                Cell(directions_text(interpreter.pairs, language)),
                Cell(modes),
                Cell(comes),
                Cell("" if hours is None else f"{hours:g}", sort=hours),
                Cell(str(count), sort=count, tone="" if count else "text3"),
            ),
            group=term(interpreter.level, language),
            words=" ".join((name, full_name(person, other), modes, comes, interpreter.specialities)),
        )


def _modes(interpreter: Interpreter) -> str:
    return listed(term(mode, screen_language()) for mode in sorted(interpreter.modes))


def available_words(interpreter: Interpreter) -> str:
    """When somebody can come: as understood, day by day, or else in their own words."""
    if not interpreter.availability:
        return interpreter.availability_words
    stretches = sorted(interpreter.availability, key=lambda each: (each.available_on, each.id))
    found: list[str] = []
    for whole, run in groupby(enumerate(stretches), _whole_days):
        of_run = [each for _, each in run]
        found += [_span(of_run)] if whole is not None else [_stretch(each) for each in of_run]
    return listed(found)


def _whole_days(numbered: tuple[int, Availability]) -> int | None:
    """The same for whole days that follow each other, None for a part of a day."""
    number, each = numbered
    if each.available_from is not None or each.available_until is not None:
        return None
    return each.available_on.toordinal() - number


def _span(days: list[Availability]) -> str:
    return days_text(days[0].available_on, days[-1].available_on, screen_language(), year=False)


def _stretch(each: Availability) -> str:
    language = screen_language()
    day = day_text(each.available_on, language, "day-month")
    if each.available_from is None and each.available_until is not None:
        return tr("{day} until {time}", day=day, time=time_text(each.available_until, language))
    if each.available_from is not None and each.available_until is None:
        return tr("{day} from {time}", day=day, time=time_text(each.available_from, language))
    assert each.available_from is not None
    return f"{day} {span_text(each.available_from, each.available_until, language)}"


def need_columns() -> list[Column]:
    """The columns of the table of needs."""
    return [
        Column(tr("Activity"), least=160),
        Column(tr("When"), 144),
        Column(tr("Mode"), 104),
        Column(tr("Directions"), 76),
        Column(tr("Covered"), 72),
        Column(tr("By whom"), 160),
        Column(tr("As stated"), 150),
    ]


def need_rows(plan: Plan) -> Iterator[Row]:
    """One row for each activity or journey that needs interpreting."""
    language = screen_language()
    roster = roster_of(agenda_of(plan))
    for need in standing_needs(plan):
        event = event_of(need)
        if event is None:
            continue
        title, when, sort = event_title(event), *_when(event)
        short = short_of(need, roster)
        names = listed(full_name(a.interpreter.person, language) for a in need.assignments)
        yield Row(
            Subject("Need", need.id),
            (
                Cell(title),
                Cell(when, sort=sort),
                Cell(term(need.mode, language)),
                Cell(directions_text(need.pairs, language)),
                Cell(cover_text(need, plan), sort=-short, chip="check" if short else "good"),
                Cell(names),
                Cell(need.words),
            ),
            group=tr("Still needs somebody") if short else tr("Covered"),
            group_sort=int(not short),
            words=" ".join((event.title_en, event.title_ja, title, names, need.words)),
        )


def _when(event: Event) -> tuple[str, tuple[str, str]]:
    language = screen_language()
    on, (wall, _) = day_of(event), times_of(event)
    day = day_text(on, language, "short")
    if wall is None:
        return day, (on.isoformat(), "")
    return f"{day} {time_text(wall.at, language)}", (on.isoformat(), wall.at.isoformat())

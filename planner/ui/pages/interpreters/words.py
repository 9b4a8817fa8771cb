"""What is said of the events that need interpreting: their names, and when they are on both cities' clocks."""

from __future__ import annotations

from planner.agenda import Event, agenda_of, day_of, times_of
from planner.clock import WallTime, shown_elsewhere
from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.terms import term
from planner.language.times import letters_of, span_text, time_text, wall_text
from planner.model.interpreting import Need
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.interpreting import event_of, roster_of
from planner.ui.widgets.words import said


def event_title(event: Event) -> str:
    """What an event is called; a leg without a title by its flight, or by how it travels."""
    title = said(event, "title")
    if title or isinstance(event, Activity):
        return title
    return f"{event.carrier} {event.number}".strip() or term(event.mode, screen_language())


def event_hours(event: Event) -> str:
    """From when to when it is, on the clocks there: "4:00–5:30 PM EDT", 「16:00–17:30 EDT」."""
    start, end = times_of(event)
    return tr("all day") if start is None else _span(start, end)


def short_words(short: int, whole: int) -> str:
    """How many of the activities that need somebody lack somebody."""
    if not short:
        return trn("{count} activity covered", "All {count} activities covered", whole)
    return trn("{short} of {count} activity short", "{short} of {count} activities short", whole, short=short)


def event_clocks(event: Event, plan: Plan) -> tuple[str, str]:
    """When it is: the day with the time there, and the other city's time with its weekday where that differs.

    "Fri 23 Jul, 4:00–5:30 PM EDT" and "Sat 5:00–6:30 AM JST"; an event that lasts all day has no second clock.
    """
    start, end = times_of(event)
    language = screen_language()
    here = tr("{day}, {time}", day=day_text(day_of(event), language, "short"), time=event_hours(event))
    if start is None:
        return here, ""
    host, home = plan.visit.host_city.zone, plan.visit.home_city.zone
    zone = home if start.zone == host else host
    there, there_end = shown_elsewhere(start, zone), None if end is None else shown_elsewhere(end, zone)
    if there is None or (end is not None and there_end is None):
        return here, ""
    weekday = f"{day_text(there.on, language, 'weekday')} " if there.on != start.on else ""
    return here, weekday + _span(there, there_end)


def hours_of_event(need: Need, plan: Plan) -> tuple[str, str]:
    """When the event of a need begins and ends, each by itself, on the clocks there; nothing for what is not said."""
    event = event_of(need)
    times = (None, None) if event is None else times_of(event)
    begins, ends = ("" if one is None else time_text(one.at, screen_language()) for one in times)
    return begins, ends


def hours_of_need(need: Need, plan: Plan) -> tuple[str, str]:
    """From when until when somebody is needed, likewise."""
    wanted = roster_of(agenda_of(plan)).wanted.get(need.id)
    times = (None, None) if wanted is None else wanted.hours(wanted.start, wanted.end)
    begins, ends = ("" if one is None else time_text(one, screen_language()) for one in times)
    return begins, ends


def _span(start: WallTime, end: WallTime | None) -> str:
    language = screen_language()
    if end is None:
        return wall_text(start, language, None)
    if (end.on, end.zone) == (start.on, start.zone):
        return f"{span_text(start.at, end.at, language)} {letters_of(start)}".rstrip()
    later = wall_text(end, language, "weekday" if end.on != start.on else None)
    return f"{wall_text(start, language, None, letters=end.zone != start.zone)} – {later}"

"""What a row of a day sheet says in one language, and what to wear and bring that day."""

from __future__ import annotations

from planner.agenda.towns import is_in
from planner.language.names import full_name
from planner.language.times import time_text
from planner.model.interpreting import Need
from planner.model.kinds import TeamRole
from planner.model.programme import Activity, Journey
from planner.papers.daysheet.entries import Entry, Part, entries_of, is_dismissed_apart, meets_apart
from planner.papers.itinerary import travelling
from planner.papers.itinerary.days import Day, Phase
from planner.papers.itinerary.wording import Detail, Wording

_FOLLOWING = (Phase.GOES_ON, Phase.ENDS)


def title_of(entry: Entry, wording: Wording) -> str:
    """Name a row: the event, or that one meets or is dismissed and where."""
    here, activity = wording.speaker, entry.event.activity
    if activity is not None and entry.part in (Part.MEET, Part.DISMISS):
        place = wording.point(activity, meeting=entry.part is Part.MEET) or wording.place(activity.place)
        if entry.part is Part.MEET:
            return here.tr("Meet at {place}", place=place) if place else here.tr_in("programme", "Meet")
        return here.tr("Dismissal at {place}", place=place) if place else here.tr_in("programme", "Dismissal")
    if entry.part is Part.LAND and entry.event.journey is not None:
        return travelling.landing(entry.event.journey, wording)
    if entry.event.phase is Phase.ENDS and entry.event.end is not None and activity is not None:
        # The time beside it is that of its end.
        return here.tr("{title} ends", title=wording.title(entry.event))
    if entry.event.phase in _FOLLOWING and activity is not None:
        return here.tr("{title} (continued)", title=wording.title(entry.event))
    return wording.title(entry.event)


def details_of(entry: Entry, wording: Wording, until: str = "") -> list[Detail]:
    """Say what else to know of a row; `until` are words for its end where the time beside it does not tell that.

    Of a row past midnight the first is in which night it is.
    """
    night = wording.night(entry.at)
    told = [line for line in _told(entry, wording, until) if line.words != night]
    return [*([Detail(night)] if night else []), *told]


def _told(entry: Entry, wording: Wording, until: str) -> list[Detail]:
    event = entry.event
    source = event.source
    if isinstance(source, Activity):
        return [line for line in _of_activity(entry, source, wording, until) if line.words]
    if entry.part is Part.LEAVE:
        lines = [travelling.leaving(source, wording), travelling.duration(event, wording)]
        lines.append(travelling.check_in(source, wording))
    elif entry.part is Part.LAND:
        name = wording.title(event)
        lines = [name, travelling.met_by(source, wording)]
    else:
        return travelling.details(event, source, wording, until)
    remarks = wording.remarks(source) if entry.part is Part.LEAVE else []
    return [line for line in [*(Detail(words) for words in lines), *remarks] if line.words]


def _of_activity(entry: Entry, activity: Activity, wording: Wording, until: str) -> list[Detail]:
    here, event = wording.speaker, entry.event
    if entry.part is Part.MEET:
        return [
            Detail(_unless_said(entry, activity, wording)),
            Detail(wording.title(event), here.tr("For")),
        ]
    if entry.part is Part.DISMISS:
        return [Detail(_unless_said(entry, activity, wording))]
    lines = [Detail(wording.where(event, activity, until))]
    if event.phase in _FOLLOWING:
        return lines
    lines.append(Detail(wording.address(activity.place)))
    if not meets_apart(activity):
        lines.append(Detail(wording.point(activity, meeting=True), here.tr_in("programme", "Meet")))
    if not is_dismissed_apart(activity):
        lines.append(Detail(wording.point(activity, meeting=False), here.tr_in("programme", "Dismissal")))
    lines.append(Detail(wording.pick(activity.rain_en, activity.rain_ja), here.tr("If it rains")))
    if activity.permission_slip:
        lines.append(Detail(here.tr("Bring the signed permission slip.")))
    lines += wording.remarks(activity)
    lines.append(Detail(interpreters_of(activity, wording), here.tr("Interpreting")))
    return lines


def _unless_said(entry: Entry, activity: Activity, wording: Wording) -> str:
    """Give the place of a meeting where its title names only a point there: "main door"; not where people meet in town
    for something elsewhere.
    """
    plan, own = wording.schedule.plan, activity.place
    if own is None or (place := wording.place(own)) in (title := title_of(entry, wording)):
        return ""
    others = (wording.place(one) for one in plan.places if one is not own)
    is_elsewhere = not is_in(own, plan.visit.host_city) or any(name and title.endswith(name) for name in others)
    return "" if is_elsewhere else place


def interpreters_of(source: Activity | Journey, wording: Wording) -> str:
    """Name who interprets at an event, by the name they are known by; not those who only stand by."""
    column = "activity_id" if isinstance(source, Activity) else "journey_id"
    needs = [need for need in wording.schedule.plan.all(Need) if getattr(need, column) == source.id]
    working = [one.interpreter for need in needs for one in need.assignments if one.role is not TeamRole.STANDS_BY]
    names = (full_name(one.person, wording.language, formal=True) for one in working)
    return wording.listed(list(dict.fromkeys(filter(None, names))))


def worn(day: Day, wording: Wording) -> str:
    """Say what to wear on a day, and for what if there are several things."""
    return _for_each(day, wording, "dress")


def brought(day: Day, wording: Wording) -> str:
    """Say what to bring on a day, and for what if there are several things."""
    return _for_each(day, wording, "bring")


def beginning(day: Day, wording: Wording) -> str:
    """Say how a day begins: "8:30 am Bus to Augusta, 40 Main St"; nothing where nothing is planned."""
    days = wording.schedule.days
    rows = entries_of(days, days.index(day))
    if not rows:
        return ""
    at = rows[0][0].at
    time = wording.speaker.tr_in("paper", "All day") if at is None else time_text(at.at, wording.language, "paper")
    return wording.joined(time, " / ".join(title_of(entry, wording) for entry in rows[0]))


def _for_each(day: Day, wording: Wording, what: str) -> str:
    events = [event for event in day.events if event.activity is not None and event.phase not in _FOLLOWING]
    told = [(wording.pick(getattr(one.source, f"{what}_en"), getattr(one.source, f"{what}_ja")), one) for one in events]
    if len({words for words, _ in told}) == 1:
        return told[0][0]
    here = wording.speaker
    named = [(words, wording.title(event)) for words, event in told if words]
    return wording.listed([here.tr("{words} ({title})", words=words, title=title) for words, title in named])

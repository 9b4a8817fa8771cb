"""A calendar: the entries of one person or of the whole group, with the time zones they use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from icalendar import Calendar

from planner.calendars.entries import Entries
from planner.calendars.wording import Wording
from planner.calendars.zones import timezone_of, year_before
from planner.language import speaker
from planner.language.names import full_name
from planner.model.attendance import may_take_part
from planner.model.audience import Audience, redact
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.kinds import ActivityStatus, StayKind
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey

LANGUAGES: Mapping[str, tuple[str, ...]] = {"en": ("en",), "ja": ("ja",), "both": ("en", "ja")}
"""The languages a calendar can be in, each with those it says everything in."""

_LEFT_OUT = (ActivityStatus.CANCELLED, ActivityStatus.IDEA)
_BEDS = (StayKind.HOME, StayKind.HOTEL, StayKind.ELSEWHERE)


def calendar_for(plan: Plan, member: Member | None, language: str, stamp: dt.datetime) -> bytes:
    """Make the calendar file of one member of the plan, or (None) of the whole group.

    `language` is one of `LANGUAGES`; `stamp` is the aware moment it is made, so that the same plan and stamp give the
    same bytes. It holds what this reader may see and nothing more, however much the plan given holds; what is
    cancelled or only an idea is not in it. Raises `ValueError` for an unknown language, `KeyError` for a member of
    another plan.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language of a calendar: {language!r}")
    audience = Audience.group() if member is None else Audience.participant(member.id)
    seen = redact(plan, audience)
    reader = None if member is None else seen.find(Member, member.id)
    wording = Wording(seen, LANGUAGES[language])
    entries = Entries(wording, stamp)
    events = [entries.of(source) for source in _sources(seen, reader)]
    events += [entries.of_stay(stay) for stay in _stays(seen, reader)]
    calendar = begin_calendar(calendar_name(seen, reader, language), LANGUAGES[language][0], seen.visit.host_city.zone)
    for zone in entries.zones:
        calendar.add_component(timezone_of(zone, year_before(entries.days)))
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def begin_calendar(name: str, language: str, zone: str) -> Calendar:
    """Begin a calendar that a phone lists under this name; `zone` is the one it is mostly read in."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Shimai//Planner//{language.upper()}")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone)
    return calendar


def calendar_name(plan: Plan, member: Member | None, language: str) -> str:
    """Name a calendar as a phone lists it: the visit, and whose it is."""
    visit = plan.visit
    titles = {"en": visit.title_en or visit.title_ja, "ja": visit.title_ja or visit.title_en}
    title = " / ".join(dict.fromkeys(titles[each] for each in LANGUAGES[language]))
    whose = reader_name(member, language)
    return f"{title} – {whose}" if member is not None else title


def reader_name(member: Member | None, language: str) -> str:
    """Say whose calendar it is, in its language or in both."""
    if member is None:
        names = [speaker(each).tr("Whole group") for each in LANGUAGES[language]]
    else:
        names = [full_name(member.person, each) for each in LANGUAGES[language]]
    return " ".join(dict.fromkeys(filter(None, names)))


def _sources(plan: Plan, member: Member | None) -> Iterator[Activity | Journey]:
    """Give what the reader takes part in, by its local day.

    What is for a group that nobody has been put in yet is in everybody's calendar, marked as for that group: else it
    would be in nobody's.
    """
    found: list[Activity | Journey] = [*plan.activities, *plan.journeys]
    for source in sorted(found, key=_day):
        if source.status in _LEFT_OUT:
            continue
        if member is None or may_take_part(member, source):
            yield source


def _day(source: Activity | Journey) -> dt.date:
    return source.starts_on if isinstance(source, Activity) else source.departs_on


def _stays(plan: Plan, member: Member | None) -> list[Stay]:
    """Give where the reader sleeps; who else sleeps where is nobody's business, so the group's has none."""
    if member is None:
        return []
    own = [stay for stay in plan.stays if stay.member_id == member.id and stay.kind in _BEDS]
    return sorted(own, key=lambda stay: stay.first_night)

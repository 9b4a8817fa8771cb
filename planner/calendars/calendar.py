"""A calendar: the entries of one reader, with the time zones they use, as it is sent for the first time or again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from icalendar import Calendar

from planner.calendars.alarms import begins
from planner.calendars.entries import Entries, Entry, When
from planner.calendars.issuing import Memory, News, Told, stamped
from planner.calendars.sources import events_of, stays_of
from planner.calendars.wording import Wording
from planner.calendars.zones import timezone_of, year_before
from planner.language import speaker
from planner.language.readers import LANGUAGES, name_of
from planner.language.untranslated import untranslated
from planner.model.audience import redact
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.model.visits import CALENDAR, PaperIssue


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar as it is sent: its content, which version it is, what to remember of it, and what is new in it."""

    content: bytes
    version: int
    memory: Memory
    news: News
    #: Which places and titles stand in it in the other language, since they have no name in its own.
    notes: tuple[Message, ...] = ()

    @property
    def shown(self) -> dict[str, Any]:
        """Give what is to be remembered as plain data, for `PaperIssue.shown`."""
        return {"entries": {uid: told.as_data() for uid, told in self.memory.items()}}


def calendar_for(plan: Plan, reader: Reader, language: str, stamp: dt.datetime) -> CalendarFile:
    """Make the calendar file of one reader, as the next issue after the last that the plan remembers.

    `language` is one of `LANGUAGES`; `stamp` is the aware moment it is made, so that the same plan and stamp give the
    same bytes. It holds what this reader may see and nothing more, however much the plan given holds; what is
    cancelled or only an idea is not in it, unless the reader was told of it before and has to be told that it is off.
    Raises `ValueError` for an unknown language, `KeyError` for a reader of another plan.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language of a calendar: {language!r}")
    seen = redact(plan, reader.audience)
    last = last_issue(plan, reader)
    told = stamped(
        _entries(seen, reader, language),
        memory_of(last),
        last.issued_at.replace(tzinfo=dt.UTC) if last is not None else None,
        stamp,
        _taken_back(language),
    )
    calendar = begin_calendar(calendar_name(seen, reader, language), LANGUAGES[language][0], seen.visit.host_city.zone)
    for zone in _zones(told.whens):
        calendar.add_component(timezone_of(zone, year_before(_days(told.whens))))
    for event in told.events:
        calendar.add_component(event)
    version = 1 if last is None else (last.version or 0) + 1
    return CalendarFile(calendar.to_ical(), version, told.memory, told.news, _notes(seen, reader, language))


def last_issue(plan: Plan, reader: Reader) -> PaperIssue | None:
    """Give the calendar that a reader was sent last, in whatever language; None if they have none."""
    issues = (
        issue for issue in plan.visit.papers if issue.document == CALENDAR and issue.recipient == reader.recipient
    )
    return max(issues, key=lambda issue: (issue.issued_at, issue.id), default=None)


def memory_of(issue: PaperIssue | None) -> Memory:
    """Read what a reader was told by an issue; nothing where that cannot be read."""
    shown = issue.shown if issue is not None else None
    kept = shown.get("entries", {}) if isinstance(shown, Mapping) else {}
    return {uid: Told.read(data) for uid, data in kept.items()}


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


def calendar_name(plan: Plan, reader: Reader, language: str) -> str:
    """Name a calendar as a phone lists it: the visit, and whose it is."""
    visit = plan.visit
    titles = {"en": visit.title_en or visit.title_ja, "ja": visit.title_ja or visit.title_en}
    title = " / ".join(dict.fromkeys(titles[each] for each in LANGUAGES[language]))
    if reader.audience.kind is AudienceKind.GROUP:
        return title
    return f"{title} – {name_of(plan, reader, language)}"


def _entries(seen: Plan, reader: Reader, language: str) -> Iterator[Entry]:
    one: Member | Household | Interpreter | None = whom(seen, reader)
    entries = Entries(Wording(seen, LANGUAGES[language]), reader, one)
    events = list(events_of(seen, reader))
    # The first of a day by its own clock, whatever zone it is in.
    firsts: dict[dt.date, dt.time] = {}
    starts = [begins(event) for event in events]
    for start in starts:
        if start is not None:
            firsts[start.on] = min(start.at, firsts.get(start.on, start.at))
    for event, start in zip(events, starts, strict=True):
        yield entries.of(event, first_of_day=start is not None and firsts[start.on] == start.at)
    for stay in stays_of(seen, reader):
        yield entries.of_stay(stay)


def _notes(seen: Plan, reader: Reader, language: str) -> tuple[Message, ...]:
    events = list(events_of(seen, reader))
    ends = (
        (event.place,) if isinstance(event, Activity) else (event.from_place, event.to_place) for event in events
    )
    places = [place for each in ends for place in each if place is not None]
    return untranslated(events, places, LANGUAGES[language])


def _taken_back(language: str) -> Callable[[str], str]:
    """Give how the title of an entry that is off is said: "Cancelled: Courtesy call", 「中止：市長表敬訪問」."""
    tongues = [speaker(each) for each in LANGUAGES[language]]
    label = " / ".join(tongue.tr("Cancelled") for tongue in tongues)
    return lambda title: tongues[0].tr("{label}: {words}", label=label, words=title)


def _zones(whens: tuple[When, ...]) -> list[str]:
    return list(dict.fromkeys(when.zone for when in whens if when.zone not in ("", "UTC")))


def _days(whens: tuple[When, ...]) -> list[dt.date]:
    return [when.local.date() if isinstance(when.local, dt.datetime) else when.local for when in whens]

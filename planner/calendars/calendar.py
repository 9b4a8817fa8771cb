"""A calendar: the entries of one reader, with the time zones they use, as it is sent for the first time or again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from icalendar import Calendar

from planner.calendars.alarms import Alarms
from planner.calendars.drives import drives_of
from planner.calendars.entries import Entries, Entry, When
from planner.calendars.issuing import Memory, News, Stamped, Told, news_between, stamped
from planner.calendars.readers import issues_of, last_issue
from planner.calendars.sources import events_of, stays_of, with_group_of
from planner.calendars.wording import Wording
from planner.calendars.zones import timezone_of, year_before
from planner.language import speaker
from planner.language.readers import LANGUAGES, name_of
from planner.language.untranslated import note_of, untranslated
from planner.model.audience import redact
from planner.model.households import Household
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.model.readers import Reader, of_group, whom
from planner.model.sight import AudienceKind
from planner.model.visits import PaperIssue


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar as it is sent: its content, which version it is, what to remember of it, and what is new in it."""

    content: bytes
    version: int
    memory: Memory
    news: News
    #: Which places and titles stand in it in the other language, since they have no name in its own; that it is empty.
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
    # A guest who had the group's calendar first may take both into one: their own comes after it.
    beside = memory_of(last_issue(plan, of_group())) if reader.audience.kind is AudienceKind.PARTICIPANT else {}
    told = stamped(
        _entries(seen, reader, language), memory_of(last), _sent_at(last), stamp, _taken_back(language), beside
    )
    calendar = begin_calendar(calendar_name(seen, reader, language), LANGUAGES[language][0], seen.visit.host_city.zone)
    # A calendar has at least one component (RFC 5545, 3.6), also while nothing is in it.
    days = _days(told.whens) or [seen.visit.first_day]
    for zone in _zones(told.whens) or [seen.visit.host_city.zone]:
        calendar.add_component(timezone_of(zone, year_before(days)))
    for event in told.events:
        calendar.add_component(event)
    version = 1 if last is None else (last.version or 0) + 1
    return CalendarFile(calendar.to_ical(), version, told.memory, told.news, _notes(seen, reader, language, told))


def as_sent(plan: Plan, reader: Reader, file: CalendarFile) -> CalendarFile:
    """Give a file in which nothing has changed since it was sent with the news that it was sent with.

    So the e-mail can be written after the files were saved. Any other file is given back as it is.
    """
    last, *earlier = [*issues_of(plan, reader), None, None][:2]
    if last is None or file.news.count:
        return file
    before = earlier[0]
    return replace(file, news=news_between(memory_of(before), memory_of(last), _sent_at(before)))


def _sent_at(issue: PaperIssue | None) -> dt.datetime | None:
    return issue.issued_at.replace(tzinfo=dt.UTC) if issue is not None else None


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
    events = list(events_of(seen, reader))
    wording = Wording(seen, LANGUAGES[language])
    one = whom(seen, reader)
    drives = drives_of(seen, one if isinstance(one, Household) else None)
    with_group = with_group_of(seen, one)
    entries = Entries(wording, reader, one, Alarms(seen, reader, events, drives, with_group), drives, with_group)
    for event in events:
        yield entries.of(event)
    for stay in stays_of(seen, reader):
        yield entries.of_stay(stay)


def _notes(seen: Plan, reader: Reader, language: str, told: Stamped) -> tuple[Message, ...]:
    if not told.memory:
        return tuple(note_of("calendar-empty", [name_of(seen, reader, language)]))
    events = list(events_of(seen, reader))
    ends = ((event.place,) if isinstance(event, Activity) else (event.from_place, event.to_place) for event in events)
    places = [place for each in ends for place in each if place is not None]
    return untranslated(events, places, LANGUAGES[language])


def _taken_back(language: str) -> Callable[[str], str]:
    """Give how the title of an entry that is off is said: "Cancelled: Courtesy call", 「中止：市長表敬訪問」."""
    tongues = [speaker(each) for each in LANGUAGES[language]]
    label = " / ".join(tongue.tr("Cancelled") for tongue in tongues)
    return lambda title: tongues[0].tr("{label}: {words}", label=label, words=title)


def _zones(whens: tuple[When, ...]) -> list[str]:
    return list(dict.fromkeys(when.zone for when in whens if when.zone and when.fold is None))


def _days(whens: tuple[When, ...]) -> list[dt.date]:
    return [when.local.date() if isinstance(when.local, dt.datetime) else when.local for when in whens]

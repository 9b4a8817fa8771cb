"""A partner's calendar (.ics) → a sheet of its events, to be looked at and taken in like a programme that was typed.

Each event becomes a row with the wall times of its own zone, written as a person would: "11:00 (Asia/Tokyo)". What
comes again and again is read once, which is said: the visit has its days, and each is an event of its own.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from planner.intake.reading.sheet import Line, Sheet
from planner.language import N_in, screen_language, speaker
from planner.model.message import Message, PlannerError

_HEADINGS = (
    N_in("sheet", "Date"),
    N_in("sheet", "Start"),
    N_in("sheet", "End"),
    N_in("sheet", "Title"),
    N_in("sheet", "Where"),
    N_in("sheet", "Status"),
    N_in("sheet", "Notes"),
)
#: What the status column is understood by (`planner.intake.values.status`), for each STATUS of RFC 5545, 3.8.1.11.
_STATES = {"TENTATIVE": "requested", "CONFIRMED": "confirmed", "CANCELLED": "cancelled"}
#: What programs (ours too, and Outlook in both languages) put before the title of what is off; the status says it.
_IS_OFF = re.compile(r"^(?:(?:cancell?ed|中止|キャンセル済み)(?: / )?)+\s*[:：]\s*", re.IGNORECASE)
_DAY = dt.timedelta(days=1)
#: The library passes over an event that the end of a file cuts off; nothing may be lost in silence.
_BEGINS = re.compile(rb"^BEGIN:VEVENT\s*$", re.IGNORECASE | re.MULTILINE)


def read_calendar(file_name: str, data: bytes) -> Sheet:
    """Read the events of a calendar file. Raises `PlannerError` ``sheet-damaged`` and ``sheet-empty``."""
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(data, multiple=True)
        if sum(len(calendar.walk("VEVENT")) for calendar in calendars) < len(_BEGINS.findall(data)):
            raise ValueError("an event that does not end")
        events = [event for calendar in calendars for event in calendar.walk("VEVENT") if "DTSTART" in event]
        rows = [(_sort_key(event), _texts(event)) for event in events]
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise PlannerError("sheet-damaged", file=file_name) from error
    if not rows:
        raise PlannerError("sheet-empty", file=file_name)
    again = [str(event.get("SUMMARY", "")) for event in events if "RRULE" in event or "RDATE" in event]
    here = speaker(screen_language())
    headings = tuple(here.words(heading) for heading in _HEADINGS)
    texts = [headings, *(texts for _, texts in sorted(rows, key=lambda row: row[0]))]
    return Sheet(
        file_name=file_name,
        name=next((str(calendar["X-WR-CALNAME"]) for calendar in calendars if "X-WR-CALNAME" in calendar), ""),
        columns=tuple(range(1, len(headings) + 1)),
        lines=tuple(Line(number, line) for number, line in enumerate(texts, 1)),
        headings=headings,
        heading_start=0,
        data_start=1,
        remarks=tuple(Message.of("sheet-event-comes-again", title=title) for title in dict.fromkeys(again)),
    )


def _sort_key(event: Any) -> tuple[dt.date, dt.time]:
    start = event["DTSTART"].dt
    return (start.date(), start.time()) if isinstance(start, dt.datetime) else (start, dt.time())


def _texts(event: Any) -> tuple[str, ...]:
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else start + event["DURATION"].dt if "DURATION" in event else None
    if not isinstance(start, dt.datetime):
        # The end of what lasts all day is the day after it (RFC 5545, 3.6.1).
        last = end - _DAY if end is not None and end > start else start
        day, begins, ends = start.isoformat() if last == start else f"{start} – {last}", "", ""
    else:
        day, begins = start.date().isoformat(), _clock(start, event["DTSTART"])
        ends = ""
        if isinstance(end, dt.datetime) and end > start:
            clock = _clock(end, event.get("DTEND", event["DTSTART"]))
            ends = clock if end.date() == start.date() else f"{end.date()} {clock}"
    said = (event.get(name, "") for name in ("SUMMARY", "LOCATION", "STATUS", "DESCRIPTION"))
    title, where, status, notes = (str(words).strip() for words in said)
    state = _STATES.get(status.upper(), "")
    if state == "cancelled":
        title = _IS_OFF.sub("", title)
    return day, begins, ends, title, " ".join(where.split()), state, notes


def _clock(moment: dt.datetime, stated: Any) -> str:
    """Write a time with its zone; one that floats is a local time wherever the visit is."""
    zone = stated.params.get("TZID", "UTC" if moment.tzinfo is not None else "")
    return f"{moment:%H:%M}" + (f" ({zone})" if zone else "")

"""Calendar files (.ics, RFC 5545): one for each person, or one for the whole group, that phones and offices read.

`calendar_for` makes one, `write_calendars` all of them; `write_call_calendars` those of calls, one for each city. Why
entries are as they are: docs/decisions/0006-calendars.md.
"""

from planner.calendars.calendar import LANGUAGES, calendar_for
from planner.calendars.calls import call_calendar, write_call_calendars
from planner.calendars.writing import GROUP, write_calendars

__all__ = ["GROUP", "LANGUAGES", "calendar_for", "call_calendar", "write_calendars", "write_call_calendars"]

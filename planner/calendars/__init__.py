"""Calendar files (.ics, RFC 5545): one for each person, or one for the whole group, that phones and offices read.

`calendar_for` makes one, `write_calendars` all of them. Why entries are as they are: docs/decisions/0006-calendars.md.
"""

from planner.calendars.calendar import LANGUAGES, calendar_for
from planner.calendars.writing import GROUP, write_calendars

__all__ = ["GROUP", "LANGUAGES", "calendar_for", "write_calendars"]

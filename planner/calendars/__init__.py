"""Calendar files (.ics, RFC 5545) that phones and offices read: one for each reader, that can be sent again.

`calendar_for` makes one, `make_calendars` all of them, `letter_for` the e-mail one is sent with; `write_call_calendars`
those of calls, one for each city. Why entries are as they are: docs/decisions/0006-calendars.md.
"""

from planner.calendars.calendar import CalendarFile, as_sent, calendar_for
from planner.calendars.calls import call_calendar, write_call_calendars
from planner.calendars.readers import last_issue, readers_of
from planner.calendars.writing import THEIRS, MadeCalendar, make_calendars, save_into, save_together
from planner.language.readers import LANGUAGES
from planner.model.readers import Reader, of_group, of_guest, of_home, of_interpreter, of_public, of_staff

__all__ = [
    "LANGUAGES",
    "THEIRS",
    "CalendarFile",
    "MadeCalendar",
    "Reader",
    "as_sent",
    "calendar_for",
    "call_calendar",
    "last_issue",
    "make_calendars",
    "of_group",
    "of_guest",
    "of_home",
    "of_interpreter",
    "of_public",
    "of_staff",
    "readers_of",
    "save_into",
    "save_together",
    "write_call_calendars",
]

"""An event that changed zone data has moved, as a sentence."""

from __future__ import annotations

import datetime as dt

from planner.agenda.moved import MovedTime
from planner.language.marking import Pair
from planner.model.message import Message


def message_of(one: MovedTime) -> Message:
    """Say which event it is, what its clock shows, and how much later or earlier that is now."""
    event = Pair(one.event.title_en, one.event.title_ja)
    by = one.moved.by
    if by is None:
        return Message.of("zone-data-unclear", event=event, at=one.moved.wall)
    code = _CODES[one.is_end, by > dt.timedelta()]
    return Message(code, {"event": event, "at": one.moved.wall, "by": abs(by)})


_CODES = {
    (False, True): "zone-data-moved-later",
    (False, False): "zone-data-moved-earlier",
    (True, True): "zone-data-moved-end-later",
    (True, False): "zone-data-moved-end-earlier",
}

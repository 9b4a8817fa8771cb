"""What the needs, interpreters and instants of a plan are called in the problem: names in the order of ids, minutes."""

from __future__ import annotations

import datetime as dt

from planner.rules.interpreting.roster import MINUTE

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def shift_name(need_id: int) -> str:
    """Give the name of a need as a shift; names are in the order of ids."""
    return f"need {need_id:06}"


def person_name(interpreter_id: int) -> str:
    """Give the name of an interpreter as a person of the problem."""
    return f"interpreter {interpreter_id:06}"


def minute_of(instant: dt.datetime) -> int:
    """Give an instant in minutes."""
    return int((instant - _EPOCH) / MINUTE)


def instant_of_minute(minute: int) -> dt.datetime:
    """Give the instant of a minute."""
    return _EPOCH + minute * MINUTE

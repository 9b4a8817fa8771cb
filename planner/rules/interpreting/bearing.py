"""What a need more would mean for somebody: hours of that day, hours without relief, minutes at a stretch.

Each is held against its own limit, and told with it: five and a half hours can be within the six of a day, and still
too many where nobody takes over.
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.model.interpreting import Interpreter
from planner.model.kinds import InterpretingMode
from planner.model.message import Message
from planner.rules.interpreting.availability import Span
from planner.rules.interpreting.limits import Limits
from planner.rules.interpreting.loads import alone_at_work, at_work, day_limits, minutes_of, runs, stretch_limit
from planner.rules.interpreting.roster import MINUTE, Duty, Roster, Wanted, spoken_minutes


def hours_with(
    interpreter: Interpreter, wanted: Wanted, others: list[Duty], limits: Limits
) -> tuple[float, float | None]:
    """Give how many hours somebody would work that day with a need, and their limit; None where no rule sets one."""
    that_day = [at_work(duty) for duty in others if duty.wanted.day == wanted.day]
    # What is done in turn with something else counts once.
    minutes = minutes_of([*that_day, *_working(wanted, [(wanted.start, wanted.end)])])
    limit = None if limits.day is None else day_limits(interpreter, limits.day).hours
    return round(minutes / 60, 2), limit


def too_much(
    interpreter: Interpreter, wanted: Wanted, others: list[Duty], roster: Roster, limits: Limits
) -> Iterator[Message]:
    """Say what of it would be too much beside the `others` that somebody does."""
    hours, limit = hours_with(interpreter, wanted, others, limits)
    is_over = limit is not None and hours > limit
    if is_over:
        yield Message.of("over-the-day", hours=hours, limit=limit)
    alone = _alone(interpreter, wanted, roster)
    if not alone:
        return
    if limits.day is not None and not is_over:
        that_day = [duty for duty in others if duty.wanted.day == wanted.day]
        spans = [*alone, *(span for duty in that_day for span in alone_at_work(duty, roster))]
        hours, most = round(minutes_of(spans) / 60, 2), day_limits(interpreter, limits.day).alone
        if hours > most:
            yield Message.of("over-alone", hours=hours, limit=most)
    if wanted.listens_and_speaks_at_once and limits.at_once is not None:
        yield from _too_long("long-alone", alone, stretch_limit(interpreter, limits.at_once))
    elif wanted.need.mode is InterpretingMode.CONSECUTIVE and limits.stretch is not None:
        same = [duty for duty in others if duty.need.mode is InterpretingMode.CONSECUTIVE]
        spans = [*alone, *(span for duty in same for span in alone_at_work(duty, roster))]
        with_it = [
            (start, end) for start, end in runs(spans, (limits.pause or 0) * MINUTE)
            if any(start <= own[0] and own[1] <= end for own in alone)
        ]  # fmt: skip
        yield from _too_long("long-at-a-stretch", with_it, stretch_limit(interpreter, limits.stretch))


def _working(wanted: Wanted, spans: list[Span]) -> list[Span]:
    spoken = spoken_minutes(wanted, (wanted.start, wanted.end)) * MINUTE
    return [(start, min(end, start + spoken)) for start, end in spans]


def _alone(interpreter: Interpreter, wanted: Wanted, roster: Roster) -> list[Span]:
    """When they would work and nobody relieve them; who is asked for with others is to be relieved."""
    if (wanted.need.how_many or 1) > 1:
        return []
    return _working(wanted, roster.unrelieved(interpreter, wanted.need, (wanted.start, wanted.end)))


def _too_long(code: str, spans: list[Span], limit: float) -> Iterator[Message]:
    minutes = max((int((end - start) / MINUTE) for start, end in spans), default=0)
    if minutes > limit:
        yield Message.of(code, minutes=minutes, limit=int(limit))

"""What it would cost to have somebody at an event, in words: the first aim that would be worse, which decides."""

from __future__ import annotations

from collections import Counter

from planner.matching.interpreters.building import Visit
from planner.matching.interpreters.unkept import told_of
from planner.matching.shifts.answer import Aim, Cover
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.what_if import Price
from planner.model.interpreting import Interpreter
from planner.model.message import Message
from planner.rules.interpreting.loads import who
from planner.rules.programme.clashes import title


def price_told(visit: Visit, best: Cover, price: Price) -> tuple[Message, ...]:
    """Say what would be worse than in the best answer, and where; of rules that would be broken each by itself."""
    if price.first is None:
        return (Message.of("assign-price-none"),)
    aim, more = price.first
    if aim is Aim.UNCOVERED:
        return (_uncovered(visit, best, price.cover),)
    if aim is Aim.BROKEN:
        return _broken(visit, best, price.cover)
    return (Message.of(f"assign-price-{aim.value}", count=more),)


def _uncovered(visit: Visit, best: Cover, found: Cover) -> Message:
    """What the best answer covers and this one does not: minutes as the clock has them, whatever they weigh."""
    more = _minutes_lacking(found) - _minutes_lacking(best)
    events = [title(visit.wanted[shift].slot) for shift in more]
    return Message.of("assign-price-uncovered", count=more.total(), events=list(dict.fromkeys(events)))


def _minutes_lacking(cover: Cover) -> Counter[str]:
    found: Counter[str] = Counter()
    for lack in cover.lacking:
        found[lack.shift] += lack.missing * (lack.end - lack.start)
    return found


def _broken(visit: Visit, best: Cover, found: Cover) -> tuple[Message, ...]:
    """What good practice is not kept in an answer, and is in the best one."""
    judge, before = Judge(Tables(visit.problem), found.duties), set(best.broken)
    told = [one for broken in found.broken if broken not in before for one in told_of(visit, judge, broken)]
    return tuple(
        Message.of(
            "assign-price-broken",
            name=who(visit.plan.find(Interpreter, one.interpreter_id)),
            events=[title(visit.roster.wanted[need_id].slot) for need_id in one.need_ids],
            said=one.said,
        )
        for one in told
    )

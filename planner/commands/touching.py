"""Which steps of the history a reader's papers are out of date by: those that touched what the reader is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import inspect

from planner.model.audience import Seen, seen_by
from planner.model.base import Base, noun_of
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.papers.standing.news import News
from planner.storage import PastStep, Touch

_Key = tuple[str, int]
"""A row by its table and id."""

#: What everything belongs to says nothing about what a change has to do with somebody.
_EVERYBODYS = frozenset({"visit", "partnership", "city", "delegation"})


def touching(touches: Sequence[Touch], plan: Plan, reader: Reader) -> list[Touch]:
    """Give those touches of which a reader is told something, in their order. The plan is the whole one."""
    seen = seen_by(plan, reader.audience)
    if seen is None:
        return list(touches)
    nouns = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    return [one for one in touches if one.table in nouns and _concerns(one, seen, nouns)]


def _concerns(touch: Touch, seen: Seen, nouns: dict[str, type[Base]]) -> bool:
    noun = nouns[touch.table]
    told = seen.get(noun, {}).get(touch.row_id)
    if told is not None:
        return bool(touch.fields & (told | _references(noun)))
    # Taken away, or no longer this reader's: it was theirs if it hung on something that is.
    return noun in seen and any(
        row_id in seen.get(nouns[table], {}) for table, row_id in touch.belongs if table not in _EVERYBODYS
    )


def _references(noun: type[Base]) -> frozenset[str]:
    return frozenset(column.key for column in inspect(noun).local_table.c if column.foreign_keys)


def step_behind(news: News, touches: Sequence[Touch], plan: Plan) -> PastStep | None:
    """Give the latest step that touched what one piece of news is about; else the latest of them all.

    The key of the news names it by its uid; it is also changed by what it points to (the place of an activity), and
    by what hangs on it (its meals).
    """
    rows = list(_named(news.key, plan))
    own = {(row.__tablename__, row.id) for row in rows}
    near = own | {key for row in rows for key in _pointed(row)}
    for touch in touches:
        if (touch.table, touch.row_id) in near or touch.belongs & own or (touch.uid and touch.uid in news.key):
            return touch.step
    return touches[0].step if touches else None


def _named(key: str, plan: Plan) -> Iterator[Base]:
    """Give the rows whose uid stands in a key."""
    parts = set(key.replace(".", "/").split("/"))
    for rows in plan.rows.values():
        for row in rows.values():
            if row.__dict__.get("uid") in parts:
                yield row


def _pointed(row: Base) -> Iterator[_Key]:
    for column in inspect(noun_of(row)).local_table.c:
        target = row.__dict__.get(column.key)
        for key in column.foreign_keys:
            if target is not None and key.column.table.name not in _EVERYBODYS:
                yield key.column.table.name, target

"""The lines of the table of calendars: whose each is, what they hold, and what has changed for them since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from planner.calendars import MadeCalendar, Reader, last_issue
from planner.calendars.letters import summary_of
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.names import household_sort_key, sort_key
from planner.language.readers import name_of
from planner.language.times import time_text
from planner.model.households import Household
from planner.model.plan import Plan
from planner.model.readers import whom
from planner.model.sight import AudienceKind
from planner.rules.finding import Subject
from planner.ui.widgets.table import Cell, Column, Row

_ORDER: Final = (
    AudienceKind.GROUP,
    AudienceKind.PARTICIPANT,
    AudienceKind.HOST,
    AudienceKind.INTERPRETER,
    AudienceKind.STAFF,
    AudienceKind.PUBLIC,
)


def subject_of(reader: Reader) -> Subject:
    """Give what a reader's line is known by: the kind of reader and the id of whom it is for, 0 for nobody by name."""
    kind = "family" if reader.at_home else reader.audience.kind.value
    return Subject(f"Calendar.{kind}", reader.audience.id or 0)


def tongues() -> dict[str, str]:
    """The languages a calendar can be in, in words."""
    return {"en": tr("English"), "ja": tr("Japanese"), "both": tr("Both")}


def columns() -> list[Column]:
    """The columns of the table."""
    return [
        Column(tr("For whom"), 0, key="whom", least=180),
        Column(tr("Language"), 88, key="language"),
        Column(tr("Entries"), 70, right=True, key="entries"),
        Column(tr("Version"), 70, right=True, key="version"),
        Column(tr("Sent"), 180, tip=tr("By this computer’s clock"), key="sent"),
        Column(tr("Since then"), 180, key="news"),
    ]


def rows_of(plan: Plan, readers: Mapping[Subject, Reader], made: Mapping[str, MadeCalendar]) -> Iterator[Row]:
    """A line for each reader, with what was found in the calendars made by now, by recipient."""
    language = screen_language()
    heads = {
        AudienceKind.PARTICIPANT: tr("Guests"),
        AudienceKind.HOST: tr("Host families"),
        AudienceKind.INTERPRETER: tr("Interpreters"),
    }
    words_of = tongues()
    for subject, reader in readers.items():
        kind, issue, one = reader.audience.kind, last_issue(plan, reader), made.get(reader.recipient)
        name = name_of(plan, reader, language)
        here = issue.issued_at.replace(tzinfo=dt.UTC).astimezone() if issue is not None else None
        count = sum(not told.cancelled for told in one.file.memory.values()) if one is not None else None
        yield Row(
            subject,
            (
                Cell(name, sort=_sort_key(plan, reader)),
                Cell(words_of[one.language] if one is not None else ""),
                Cell("" if count is None else str(count), sort=count),
                Cell("" if issue is None else str(issue.version or ""), sort=issue.version if issue else None),
                Cell(day_text(here.date(), language), time_text(here.time(), language), sort=issue.issued_at)
                if here is not None and issue is not None
                else Cell(tr("not yet")),
                _news(one),
            ),
            group=heads.get(kind, tr("Everybody together")),
            group_sort=min(_ORDER.index(kind), 4) if kind in heads else 0,
            words=name,
        )


def _news(one: MadeCalendar | None) -> Cell:
    if one is None or one.file.news.is_first:
        return Cell("")
    news = one.file.news
    if not news.count:
        return Cell(tr("up to date"), tone="good.text", sort=0)
    return Cell(summary_of(news, screen_language(), since=False), tone="check.text", bold=True, sort=news.count)


def _sort_key(plan: Plan, reader: Reader) -> Any:
    one, language = whom(plan, reader), screen_language()
    place = _ORDER.index(reader.audience.kind)
    if one is None:
        return (place,)
    return (place, household_sort_key(one, language) if isinstance(one, Household) else sort_key(one.person, language))

"""All the calendars of a visit at once, into a folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from planner.calendars.calendar import LANGUAGES, calendar_for, reader_name
from planner.language import speaker
from planner.language.filenames import file_name, unused
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.outbox import put_out

Progress = Callable[[int, int], None]
"""Told (done, total); may raise `Cancelled`."""

GROUP = None
"""Among the readers of `write_calendars`: the calendar of the whole group."""


def write_calendars(
    plan: Plan,
    out: Path,
    *,
    language: str,
    stamp: dt.datetime,
    readers: Iterable[Member | None] | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Write a calendar for each reader into a folder; without `readers`, the group's and every travelling member's.

    Gives the files in that order: "Calendar – Sakura Takahashi.ics", 「予定表 – 髙橋 さくら.ics」. An older file of
    the same name is replaced; when cancelled, the finished ones stay. Raises `Cancelled` out of `progress`, and
    what `planner.outbox.put_out` raises.
    """
    chosen = [GROUP, *(one for one in plan.members if not one.withdrawn)] if readers is None else list(readers)
    tell = progress or (lambda done, total: None)
    written: list[Path] = []
    for number, member in enumerate(chosen):
        tell(number, len(chosen))
        content = calendar_for(plan, member, language, stamp)
        words = speaker(LANGUAGES[language][0]).tr("Calendar")
        name = file_name(words, reader_name(member, language), ending=".ics")
        path = out / unused(name, [path.name for path in written])
        put_out(path, content)
        written.append(path)
    tell(len(chosen), len(chosen))
    return written

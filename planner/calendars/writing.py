"""All the calendars of a visit at once, into a folder."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from planner.calendars.calendar import LANGUAGES, calendar_for, reader_name
from planner.language import speaker
from planner.language.filenames import file_name, unused
from planner.model.delegations import Member
from planner.model.message import PlannerError
from planner.model.plan import Plan

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
    `PlannerError` ``calendar-folder-refused``.
    """
    chosen = [GROUP, *(one for one in plan.members if not one.withdrawn)] if readers is None else list(readers)
    tell = progress or (lambda done, total: None)
    written: list[Path] = []
    for number, member in enumerate(chosen):
        tell(number, len(chosen))
        content = calendar_for(plan, member, language, stamp)
        words = speaker(LANGUAGES[language][0]).tr("Calendar")
        name = file_name(words, reader_name(member, language), ending=".ics")
        written.append(_write(out, unused(name, [path.name for path in written]), content))
    tell(len(chosen), len(chosen))
    return written


def _write(folder: Path, name: str, content: bytes) -> Path:
    """Write a file under another name first, so that nobody ever finds half of it."""
    path = folder / name
    part = folder / f".{os.getpid()}-calendar.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise PlannerError("calendar-folder-refused", folder=str(folder), reason=error.strerror or "") from error
    return path

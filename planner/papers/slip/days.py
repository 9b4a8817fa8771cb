"""What changed on one day for the same people, in one row: when to bring them, when to fetch them, who gives lunch."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from planner.language.dates import day_text
from planner.papers.standing.news import News

_ON: Final = re.compile(r"\d{4}-\d\d-\d\d")
_AFTER: Final = {"en": ", ", "ja": "、"}
"""What stands between a day and the thing of it in a label."""

_COLON: Final = {"en": ": ", "ja": "："}

_Row: TypeAlias = tuple[str, tuple[str, ...], bool]


def by_days(news: Sequence[News], language: str) -> list[News]:
    """Put news of a day into one row with a line for each thing; the row stands where the first of them stood."""
    rows: dict[_Row, list[tuple[News, str]]] = {}
    order: list[_Row | News] = []
    for one in news:
        day, what = _day_and_thing(one, language)
        if not day:
            order.append(one)
            continue
        row = (day, one.who, one.is_of_health)
        if row not in rows:
            order.append(row)
        rows.setdefault(row, []).append((one, what))
    return [one if isinstance(one, News) else _together(one, rows[one], language) for one in order]


def _day_and_thing(news: News, language: str) -> tuple[str, str]:
    """Take a label such as "Fri 23 Jul, Drop-off · Mei" apart: the day, and which thing of it; nothing of others."""
    if (dated := _ON.search(news.key)) is None:
        return "", ""
    day = day_text(dt.date.fromisoformat(dated[0]), language, "short")
    start, end = f"{day}{_AFTER[language]}", "".join(f" · {name}" for name in news.who)
    if not (news.label.startswith(start) and news.label.endswith(end)):
        return "", ""
    return day, news.label.removeprefix(start).removesuffix(end)


def _together(row: _Row, told: Sequence[tuple[News, str]], language: str) -> News:
    day, who, _ = row
    first, _ = told[0]
    if len(told) == 1:
        return first
    was = [f"{what}{_COLON[language]}{one.was}" for one, what in told if one.was]
    now = [f"{what}{_COLON[language]}{one.now}" for one, what in told if one.now]
    pages = tuple(sorted({page for one, _ in told for page in one.pages}))
    return replace(first, label=" · ".join((day, *who)), was="\n".join(was), now="\n".join(now), pages=pages)

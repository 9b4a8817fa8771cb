"""News of a paper told once: what only has another key is no news, what moved is one line, days in a row are one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from planner.language.dates import day_text
from planner.papers.standing.news import News

_DATED: Final = re.compile(r"(\d{4}-\d\d-\d\d)/")
_DAY: Final = dt.timedelta(days=1)


def gathered(news: Sequence[News]) -> tuple[News, ...]:
    """Give news as a reader wants them, in their order: see the module."""
    return tuple(_in_rows(_paired(news)))


def _paired(news: Sequence[News]) -> list[News]:
    """Make one line of what is off and what is new under one label; what says the same as before is none."""
    found: list[News | None] = list(news)
    gone: dict[tuple[str, str], list[int]] = {}
    new: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(news):
        if one.label and not (one.was and one.now):
            (new if one.now else gone).setdefault((one.language, one.label), []).append(place)
    for name, befores in gone.items():
        afters = new.get(name, [])
        for before, after in list(product(befores, afters)):
            if before in befores and after in afters and news[before].was == news[after].now:
                befores.remove(before)
                afters.remove(after)
                found[before] = found[after] = None
        for before, after in zip(befores, afters, strict=False):
            pages = tuple(sorted({*news[before].pages, *news[after].pages}))
            first, second = sorted((before, after))
            found[first], found[second] = replace(news[after], was=news[before].was, pages=pages), None
    return [one for one in found if one is not None]


def _in_rows(news: Sequence[News]) -> list[News]:
    """Make one line of the same news on days that follow each other: another home for ten nights."""
    found: list[News] = []
    rows: dict[tuple[str, ...], tuple[int, dt.date, dt.date]] = {}
    for one in news:
        dated = _DATED.match(one.key)
        language = "" if dated is None else _language_of_label(one.label, dt.date.fromisoformat(dated[1]))
        if dated is None or not language:
            found.append(one)
            continue
        on = dt.date.fromisoformat(dated[1])
        what = one.label.removeprefix(day_text(on, language, "short"))
        like = (one.language, what, one.was, one.now)
        place, first, last = rows.get(like, (-1, on, on))
        if place < 0 or on != last + _DAY:
            rows[like] = (len(found), on, on)
            found.append(one)
            continue
        rows[like] = (place, first, on)
        label = f"{day_text(first, language, 'short')}{_TO[language]}{day_text(on, language, 'short')}{what}"
        found[place] = replace(found[place], label=label, pages=tuple(sorted({*found[place].pages, *one.pages})))
    return found


_TO: Final = {"en": " – ", "ja": "\u301c"}


def _language_of_label(label: str, on: dt.date) -> str:
    return next((each for each in _TO if label.startswith(day_text(on, each, "short"))), "")

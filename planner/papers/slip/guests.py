"""A guest who comes to a family, leaves it, or stays other nights: told once, with the pages to read about them.

What a family could not act on in a minute is read on the pages themselves: the age and school of a new guest, and each
drive and meal of days that were not theirs before. What could harm a guest is told all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planner.language import speaker
from planner.language.names import called_name
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.papers.slip.events import OF_EVENT, concerned
from planner.papers.standing.news import News

_NAMES_APART: Final = re.compile(r"[\s、,]+")

_GUEST: Final = "guest/"
"""The beginning of the key under which a packet tells from when to when a guest stays."""


def with_guests(news: Sequence[News], plan: Plan, reader: Reader, language: str) -> list[News]:
    """Put into the row of each guest whose nights are others what only comes or goes with them.

    The plan is that of today, redacted for the reader.
    """
    stays = {one.key.removeprefix(_GUEST): one for one in news if one.key.startswith(_GUEST)}
    if not stays:
        return list(news)
    names = {uid: _called(uid, news, plan, language) for uid in stays}
    present = {called_name(member.person, language) for member in concerned(plan, reader)}
    pages: dict[str, set[int]] = {uid: set(one.pages) for uid, one in stays.items()}
    found = []
    for one in news:
        of_whom = "" if one in stays.values() else _of_whom(one, names, present)
        # What could harm a guest who comes is told in full; with one who goes it goes.
        if of_whom and not (one.is_of_health and stays[of_whom].now):
            pages[of_whom] |= set(one.pages)
        else:
            found.append(one)
    return [_told(one, pages[one.key.removeprefix(_GUEST)], language) if one in stays.values() else one
            for one in found]  # fmt: skip


def _called(uid: str, news: Sequence[News], plan: Plan, language: str) -> str:
    """Give what a guest is called; of one who has gone the reader is told no name any more, but had one before."""
    before = (one.who[0] for one in news if uid in one.key and len(one.who) == 1)
    now = (called_name(member.person, language) for member in plan.members if member.uid == uid)
    return next(filter(None, (*now, *before)), "")


def _of_whom(news: News, names: dict[str, str], present: set[str]) -> str:
    """Say with which of these guests, by uid, news only comes or goes; nothing where it is news in itself."""
    # What is good to know of a day is told note by note: one that takes the place of another is not the same thing.
    if news.was and news.now and "/notes/" not in news.key:
        return ""
    for uid, name in names.items():
        if news.who == (name,) or (uid in news.key and not news.who):
            return uid
    if not news.label and present.issuperset(_NAMES_APART.split((news.was or news.now).strip())):
        # Days that guests no longer share have rows apart, each with a name.
        return next(iter(names), "")
    of = OF_EVENT.fullmatch(news.key)
    if of is None or of["what"] != "for":
        return ""
    # For whom an event is, is said where it is not for all guests: that may be new because a guest is.
    missing = {name for name in present if name not in (news.was or news.now)}
    return next((uid for uid, name in names.items() if missing <= {name}), "")


def _told(news: News, pages: set[int], language: str) -> News:
    here = speaker(language)
    told = replace(news, pages=tuple(sorted(pages)))
    if not news.now:
        return replace(told, now=here.tr("No longer stays with you."))
    if len(pages) <= len(news.pages):
        return told
    return replace(told, now=f"{news.now}\n{here.tr('Please read the new pages about it.')}")

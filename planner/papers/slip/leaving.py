"""What has become of what a paper tells no more: off, not for its reader, decided meanwhile, or not said any more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planner.language import speaker
from planner.language.figures import comma_list
from planner.language.names import called_name
from planner.model.attendance import Part, part_of
from planner.model.delegations import Group, Member
from planner.model.households import Household
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.model.readers import Reader, whom
from planner.papers.itinerary.at_home import guests_of
from planner.papers.standing.news import News

_OF_EVENT: Final = re.compile(
    r"(?P<uid>[^/]+)/(?:\d{4}-\d\d-\d\d|leaves|arrives)(?:/(?P<what>[^/]+))?(?:/(?P<guest>[^/]+))?(?:\.en|\.ja)?"
)
"""A fact about an event: itself, a thing of it, and that of one guest."""

_UNDECIDED: Final = ("perhaps", "group")


def settled(news: Sequence[News], plan: Plan, reader: Reader, language: str) -> list[News]:
    """Say of everything that is told no more what has become of it, in one language; of an event once.

    The plan is that of today, redacted for the reader.
    """
    fates = _Fates(plan, reader, language)
    found: list[News] = []
    places: dict[str, int] = {}
    for one in sorted(news, key=_depth):
        of = _OF_EVENT.fullmatch(one.key)
        if of is not None and of["what"] == "for" and f"{of['uid']}/undecided" in places:
            continue
        if one.now or of is None:
            found.append(one if one.now else replace(one, now=fates.of(one)))
            continue
        # With an event that is gone goes all that was told of it; what nobody had decided is told once.
        whole, undecided = of["uid"], f"{of['uid']}/undecided"
        place = places.get(whole, places.get(undecided) if of["what"] == "group" else None)
        if place is not None:
            found[place] = replace(found[place], pages=tuple(sorted({*found[place].pages, *one.pages})))
            continue
        if of["what"] is None:
            places[whole] = len(found)
        elif of["what"] in _UNDECIDED:
            places[undecided] = len(found)
        found.append(replace(one, now=fates.of(one)))
    return found


def _depth(one: News) -> int:
    """Put events before their things, and what a guest's own row says before the programme."""
    of = _OF_EVENT.fullmatch(one.key)
    if of is None or of["what"] is None or (one.now and of["what"] != "for"):
        return 0
    return 2 if of["what"] in ("group", "for") else 1


class _Fates:
    def __init__(self, plan: Plan, reader: Reader, language: str) -> None:
        self._events: dict[str, Activity | Journey] = {one.uid: one for one in plan.activities}
        self._events |= {one.uid: one for one in plan.journeys}
        self._members = {one.uid: one for one in plan.members}
        self._here = speaker(language)
        self._is_own = False
        self._readers: tuple[Member, ...] = ()
        match whom(plan, reader):
            case Member() as member:
                self._is_own, self._readers = True, (member,)
            case Household() as home:
                self._readers = guests_of(plan, home)

    def of(self, news: News) -> str:
        """Say what has become of one thing."""
        here = self._here
        neutral = here.tr("This no longer stands here.")
        of = _OF_EVENT.fullmatch(news.key)
        if of is None:
            return neutral
        event = self._events.get(of["uid"])
        if event is None:
            return here.tr("This is off.")
        guest = self._members.get(of["guest"] or "")
        asked = self._readers if guest is None else (guest,)
        there = [member for member in asked if part_of(member, event) is Part.YES]
        if there:
            return self._takes_part(there, event) if of["what"] in _UNDECIDED else neutral
        if not asked or any(part_of(member, event) is Part.MAYBE for member in asked):
            return neutral
        return here.tr("Not for you.") if self._is_own else here.tr("Not for {names}.", names=self._names(asked))

    def _takes_part(self, there: Sequence[Member], event: Activity | Journey) -> str:
        """Say that it is theirs, and by which groups."""
        here, ids = self._here, {member.id for member in there}
        groups = [
            _name(link.group, here.language)
            for link in event.group_links
            if any(one.member_id in ids for one in link.group.memberships)
        ]
        words = comma_list([here.tr_in("slip", "yes"), *groups], here.language)
        if self._is_own:
            return words[:1].upper() + words[1:]
        return here.tr("For {names}: {words}", names=self._names(there), words=words)

    def _names(self, members: Sequence[Member]) -> str:
        return comma_list([called_name(member.person, self._here.language) for member in members], self._here.language)


def _name(group: Group, language: str) -> str:
    names = (group.name_ja, group.name_en) if language == "ja" else (group.name_en, group.name_ja)
    return next(filter(None, names), group.letter)

"""What has become of what a paper tells no more: off, not for its reader, decided meanwhile, or not said any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.language import speaker
from planner.language.figures import comma_list
from planner.language.names import called_name
from planner.model.attendance import Part, part_of
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.model.readers import Reader
from planner.papers.slip.events import OF_EVENT, UNDECIDED, concerned, events_by_uid, groups_for, is_off
from planner.papers.standing.news import News


def settled(news: Sequence[News], plan: Plan, reader: Reader, language: str) -> list[News]:
    """Say of everything that is told no more what has become of it, in one language; of an event once.

    The plan is that of today, redacted for the reader.
    """
    fates = _Fates(plan, reader, language)
    found: list[News] = []
    places: dict[str, int] = {}
    for one in sorted(news, key=_depth):
        of = OF_EVENT.fullmatch(one.key)
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
        elif of["what"] in UNDECIDED:
            places[undecided] = len(found)
        found.append(replace(one, now=fates.of(one)))
    return found


def _depth(one: News) -> int:
    """Put events before their things, and what a guest's own row says before the programme."""
    of = OF_EVENT.fullmatch(one.key)
    if of is None or of["what"] is None or (one.now and of["what"] != "for"):
        return 0
    return 2 if of["what"] in ("group", "for") else 1


class _Fates:
    def __init__(self, plan: Plan, reader: Reader, language: str) -> None:
        self._events = events_by_uid(plan)
        self._members = {one.uid: one for one in plan.members}
        self._here = speaker(language)
        self._readers = concerned(plan, reader)
        self._is_own = [one.uid for one in self._readers] == [reader.uid]

    def of(self, news: News) -> str:
        """Say what has become of one thing."""
        here = self._here
        neutral = here.tr("This no longer stands here.")
        of = OF_EVENT.fullmatch(news.key)
        if is_off(news.key, self._events):
            return here.tr("This is off.")
        if of is None:
            return neutral
        event = self._events.get(of["uid"])
        if event is None:
            return here.tr("This is off.")
        guest = self._members.get(of["guest"] or "")
        asked = self._readers if guest is None else (guest,)
        there = [member for member in asked if part_of(member, event) is Part.YES]
        if there:
            return self._takes_part(there, event) if of["what"] in UNDECIDED else neutral
        if not asked or any(part_of(member, event) is Part.MAYBE for member in asked):
            return neutral
        return here.tr("Not for you.") if self._is_own else here.tr("Not for {names}.", names=self._names(asked))

    def _takes_part(self, there: Sequence[Member], event: Activity | Journey) -> str:
        """Say that it is theirs, and by which groups."""
        here = self._here
        groups = groups_for(event, there, here.language)
        words = comma_list([here.tr_in("slip", "yes"), *groups], here.language)
        if self._is_own:
            return words[:1].upper() + words[1:]
        return here.tr("For {names}: {words}", names=self._names(there), words=words)

    def _names(self, members: Sequence[Member]) -> str:
        return comma_list([called_name(member.person, self._here.language) for member in members], self._here.language)

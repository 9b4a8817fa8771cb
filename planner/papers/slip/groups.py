"""Groups that have been decided: who is in which now, told once, in place of a row for each guest and event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planner.language.figures import comma_list
from planner.language.names import called_name
from planner.model.attendance import Part, part_of
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.model.readers import Reader
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.itinerary.wording import Wording
from planner.papers.slip.events import (
    DRIVES,
    OF_EVENT,
    UNDECIDED,
    concerned,
    events_by_uid,
    group_name,
    groups_for,
    is_off,
)
from planner.papers.standing.news import News

_BETWEEN: Final = (", ", "、", " · ")
"""What stands behind the name of a group in a row of words about a guest."""


def with_groups(news: Sequence[News], plan: Plan, reader: Reader, language: str) -> list[News]:
    """Tell first who is in which group, if what was for groups has been decided for all whose paper it is.

    What follows from that for events is told with it; when to drive is told as ever. The plan is that of today,
    redacted for the reader.
    """
    members = concerned(plan, reader)
    events = _decided(news, plan, members) if members else []
    if not events:
        return list(news)
    uids = {event.uid for event in events}
    names = list(_names(events, language))
    folded = [one for one in news if _is_of(one, uids) or _only_names(one, names)]
    pages = tuple(sorted({page for one in folded for page in one.pages}))
    # A packet of one's own need not say whose groups they are.
    whose = members if reader.uid != members[0].uid else ()
    told = list(_told(events, members, Wording(schedule_of(plan), language), pages, named=bool(whose)))
    return [*told, *(one for one in news if one not in folded)]


def _decided(news: Sequence[News], plan: Plan, members: Sequence[Member]) -> list[Activity | Journey]:
    """Give the events that waited for a group, and of which it is known now for everybody whether they are theirs."""
    found = [OF_EVENT.fullmatch(one.key) for one in news if not one.now]
    waited = {of["uid"] for of in found if of is not None and of["what"] in UNDECIDED}
    every = events_by_uid(plan)
    events = [event for uid, event in every.items() if uid in waited and event.group_links and not is_off(uid, every)]
    return [event for event in events if all(part_of(one, event) is not Part.MAYBE for one in members)]


def _names(events: Sequence[Activity | Journey], language: str) -> Iterator[str]:
    for event in events:
        yield from (group_name(link.group, language) for link in event.group_links)


def _is_of(news: News, uids: set[str]) -> bool:
    """Whether news says no more than that an event has turned out to be somebody's, or nobody's here."""
    of = OF_EVENT.fullmatch(news.key)
    if of is None or of["uid"] not in uids or of["what"] in DRIVES:
        return False
    return not news.now or of["what"] == "for"


def _only_names(news: News, names: Sequence[str]) -> bool:
    """Whether nothing is new but the name of a group in words about a guest: "B squad, position PG"."""
    named = (f"{name}{between}" for name in names for between in _BETWEEN)
    return any(name in news.now and news.now.replace(name, "", 1).casefold() == news.was.casefold() for name in named)


def _told(
    events: Sequence[Activity | Journey], members: Sequence[Member], wording: Wording, pages: tuple[int, ...], *,
    named: bool,
) -> Iterator[News]:
    """Tell it of those together who are in the same groups."""
    here, together = wording.speaker, dict[str, list[Member]]()
    for member in members:
        together.setdefault(_words(events, member, wording), []).append(member)
    for words, some in together.items():
        who = tuple(called_name(member.person, wording.language) for member in some) if named else ()
        label = " · ".join((here.tr_in("slip", "Group"), *who))
        was = wording.begun(here.tr("not decided yet"))
        yield News(f"{some[0].uid}/groups", label, was, words, pages, who=who)


def _words(events: Sequence[Activity | Journey], member: Member, wording: Wording) -> str:
    here = wording.speaker
    own = [event for event in events if part_of(member, event) is Part.YES]
    if not own:
        return here.tr("In none of the groups: their events are for others.")
    groups = dict.fromkeys(name for event in own for name in groups_for(event, [member], wording.language))
    titles = wording.listed([wording.name(event) for event in own])
    if not groups:
        return titles
    return here.tr("{groups}: {events}", groups=comma_list(list(groups), wording.language), events=titles)

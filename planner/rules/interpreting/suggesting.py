"""What interpreting an event would need: proposed from its kind, its speeches and its guests, and taken by a person.

A suggestion is never put into the plan by itself; `commands.interpreting.take_suggestions` does it when asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planner.agenda import Agenda, Slot
from planner.agenda.ceremony import in_order
from planner.model.delegations import Group
from planner.model.kinds import (
    ActivityKind,
    ActivityStatus,
    InterpretingMode,
    LanguagePair,
    PlaceKind,
    SpeechLanguage,
)
from planner.model.message import Message
from planner.model.programme import Activity
from planner.rules.finding import Source
from planner.rules.interpreting.heads import HeadCount, heads, heads_for, heads_told
from planner.rules.interpreting.roster import MINUTE

_CONSECUTIVE, _ESCORT = InterpretingMode.CONSECUTIVE, InterpretingMode.ESCORT
_AT_ONCE = (InterpretingMode.SIMULTANEOUS, InterpretingMode.WHISPERED)
#: How speech is carried over at what kind of event; with host families people manage, and nobody is proposed.
_MODES = {
    ActivityKind.OFFICIAL: _CONSECUTIVE,
    ActivityKind.PARTY: _CONSECUTIVE,
    ActivityKind.SIGHTS: _ESCORT,
    ActivityKind.SPORT: _ESCORT,
    ActivityKind.TRAVEL: _ESCORT,
}
# Where a place tells what an interpreter should know about.
_FIELDS = {PlaceKind.CITY_HALL: "government", PlaceKind.HOSPITAL: "medical", PlaceKind.MUSEUM: "museum"}
_DIRECTION = {SpeechLanguage.JAPANESE: LanguagePair.JA_EN, SpeechLanguage.ENGLISH: LanguagePair.EN_JA}


@dataclass(frozen=True, slots=True)
class Suggested:
    """A need that an activity does not have yet: its values as `Need` takes them, why, and by whose figures, if any."""

    activity: Activity
    values: Mapping[str, Any]
    why: Message
    source: Source | None


def suggestions(agenda: Agenda) -> list[Suggested]:
    """Give what every activity without any need would need, in the order of time.

    What is only an idea needs nobody, and nothing does in the guests' own country: there everybody understands.
    """
    has_one = {need.activity_id for need in agenda.plan.needs}
    host, home = agenda.plan.visit.host_city, agenda.plan.visit.home_city
    return [
        suggested
        for slot in agenda.slots
        if slot.activity is not None and slot.activity.id not in has_one
        and slot.event.status is not ActivityStatus.IDEA
        and not (slot.activity.zone == home.zone != host.zone)
        for suggested in suggested_for(slot, agenda)
    ]  # fmt: skip


def suggested_for(slot: Slot, agenda: Agenda) -> Iterator[Suggested]:
    """Give what one activity would need: one for each group, one for speeches in another mode; nothing for a leg."""
    activity = slot.activity
    mode = _MODES.get(activity.kind) if activity is not None else None
    if activity is None or mode is None:
        return
    table = heads_for(agenda.plan.visit.preset)
    place = activity.place
    field = _FIELDS.get(place.kind, "") if place is not None else ""
    usual: dict[str, Any] = {"pairs": frozenset(LanguagePair), "speciality": field}
    minutes = int(slot.length / MINUTE)
    if any(speech.mode is _CONSECUTIVE and speech.language in _DIRECTION for speech in activity.speeches):
        mode = _CONSECUTIVE
    groups: list[Group | None] = [link.group for link in activity.group_links] if mode is _ESCORT else []
    for group in groups or [None]:
        # As long as nobody has been put into a group, its events may be anybody's.
        guests = len(group.memberships if group is not None and group.memberships else slot.members)
        count = heads(mode, minutes, guests, table)
        values = {**usual, "mode": mode, "how_many": count, "group_id": group.id if group is not None else None}
        if mode is _CONSECUTIVE and activity.speeches:
            values["on_stage"] = True
        # One escort for so many guests is common practice, written down by nobody.
        source = None if mode is _ESCORT else table.source
        yield Suggested(activity, values, heads_told(mode, minutes, guests, table), source)
    yield from _of_speeches(activity, usual, table)


def _of_speeches(activity: Activity, usual: Mapping[str, Any], table: HeadCount) -> Iterator[Suggested]:
    """Speeches that are interpreted at the same time need interpreters of their own, for as long as they last."""
    for mode in _AT_ONCE:
        speeches = [one for one in in_order(activity.speeches) if one.mode is mode and one.language in _DIRECTION]
        minutes = sum(one.minutes or 0 for one in speeches)
        if speeches:
            count = heads(mode, minutes, 0, table)
            pairs = frozenset(_DIRECTION[one.language] for one in speeches)
            values = {**usual, "mode": mode, "how_many": count, "minutes": minutes, "pairs": pairs}
            yield Suggested(activity, values, heads_told(mode, minutes, 0, table), table.source)

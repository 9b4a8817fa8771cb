"""Whether there is room for everybody at a place, and a way in without steps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from planner.agenda import Agenda, Slot
from planner.model.delegations import Member
from planner.model.kinds import Answer, PlaceKind, StayKind
from planner.model.message import Message
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.programme.clashes import subject, title
from planner.rules.programme.opening import place_name
from planner.rules.rule import Figures, Found, of_event, of_plan

# A form's field for stairs and walking is often answered with "none".
_NOTHING: Final = re.compile(
    r"\W*(?:no|none|n/?a|nil|nothing|fine|ok(?:ay)?|normal|no (?:problems?|issues?|limits?|restrictions?|difficult\w+)"
    r"|(?:stairs|walking|all) (?:is |are )?(?:fine|ok(?:ay)?)|can (?:walk|climb)[\w\s]*"
    r"|(?:特に)?(?:なし|無し|無|ない|ありません|問題(?:なし|ない|ありません|無し)|大丈夫|可|普通)(?:です)?)?\W*",
    re.IGNORECASE,
)


@of_plan("capacity", FindingKind.PLACES, Severity.WARN)
def capacity(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """More people come than a place holds, standing or seated; invited host families count as far as known."""
    for slot, guests, hosts in _crowds(agenda):
        place = slot.to_place
        assert place is not None
        most = max(place.seated or 0, place.standing or 0)
        if guests + hosts > most:
            yield _told(slot, guests, hosts, most)


@of_plan("seats-short", FindingKind.PLACES, Severity.NOTE)
def seats_short(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """More people come than there are seats, and the others fit in standing."""
    for slot, guests, hosts in _crowds(agenda):
        place = slot.to_place
        assert place is not None
        if place.seated and place.seated < guests + hosts <= (place.standing or 0):
            yield _told(slot, guests, hosts, place.seated)


def _crowds(agenda: Agenda) -> Iterator[tuple[Slot, int, int]]:
    """Give each activity at a place whose size is known, with the heads of the delegation and of host families."""
    for slot in agenda.slots:
        place = slot.to_place
        if slot.activity is None or place is None or not (place.seated or place.standing):
            continue
        hosts = _hosts_of(slot) if slot.activity.hosts_invited else 0
        yield slot, len(slot.members), hosts


def _hosts_of(slot: Slot) -> int:
    """Count who lives in the homes where those who take part sleep in these nights."""
    homes = {
        stay.household_id: len(stay.household.residents)
        for member in slot.members
        for stay in member.stays
        if stay.kind is StayKind.HOME and stay.household is not None
        if stay.first_night <= slot.day <= stay.last_night
    }
    return sum(homes.values())


def _told(slot: Slot, guests: int, hosts: int, most: int) -> Found:
    place = slot.to_place
    assert place is not None
    code = "heads-with-hosts" if hosts else "heads"
    told = {"event": title(slot), "at": slot.begins, "place": place_name(place), "count": guests + hosts,
            "people": Message.of(code, count=guests + hosts, hosts=hosts), "most": most}  # fmt: skip
    return Found(subject(slot), told, (), (Subject("Place", place.id),), slot.day)


@of_event("step-free", FindingKind.PLACES, Severity.WARN)
def step_free(slot: Slot, figures: Figures) -> Iterator[Found]:
    """Somebody who cannot climb steps is to be at a place that has them."""
    place = slot.activity.place if slot.activity is not None else None
    if place is not None and place.step_free is Answer.NO:
        who = tuple(member.id for member in slot.members if avoids_steps(member))
        if who:
            told = {"event": title(slot), "at": slot.begins, "place": place_name(place)}
            yield Found(subject(slot), told, who, (Subject("Place", place.id),), slot.day)


@of_plan("step-free-unknown", FindingKind.PLACES, Severity.NOTE)
def step_free_unknown(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody who cannot climb steps goes to a place of which nobody has asked; said once for each place."""
    concerned = {member.id for member in agenda.plan.members if avoids_steps(member)}
    asked: dict[int, tuple[Slot, dict[int, None]]] = {}
    for slot in agenda.slots if concerned else ():
        place = slot.activity.place if slot.activity is not None else None
        # An airport has lifts.
        if place is None or place.step_free is not Answer.UNKNOWN or place.kind is PlaceKind.AIRPORT:
            continue
        who = dict.fromkeys(member.id for member in slot.members if member.id in concerned)
        if who:
            asked.setdefault(place.id, (slot, {}))[1].update(who)
    for place_id, (slot, who) in asked.items():
        assert slot.to_place is not None
        yield Found(Subject("Place", place_id), {"place": place_name(slot.to_place)}, tuple(who), (subject(slot),))


def avoids_steps(member: Member) -> bool:
    """Say whether a member needs a way without steps, by their answer about stairs or their words about walking."""
    words = unicodedata.normalize("NFKC", member.person.mobility)
    if member.stairs_ok is Answer.NO:
        return True
    return member.stairs_ok is not Answer.YES and not _NOTHING.fullmatch(words)

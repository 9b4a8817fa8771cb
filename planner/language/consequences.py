"""What a change of legs touches, as sentences: names and titles put to the codes of `planner.agenda.consequences`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from planner.agenda.consequences import Consequence
from planner.language.marking import Pair
from planner.language.names import called_name, full_name, in_both
from planner.model.delegations import Member
from planner.model.message import Message
from planner.model.people import Person
from planner.model.plan import Plan

# So many people are named in a sentence; of more only the number is said.
_NAMED = 3


def message_of(one: Consequence, plan: Plan) -> Message:
    """Give a consequence as a message, with who and what it concerns in both languages."""
    figures: dict[str, Any] = dict(one.figures)
    if one.who:
        figures["who"] = crowd_of(one.who)
    if one.event is not None:
        figures["event"] = Pair(one.event.title_en, one.event.title_ja)
    person = plan.get(Person, figures.get("was")) if one.code in ("move-met", "move-nobody-meets") else None
    if person is not None:
        figures["name"] = in_both(full_name, person)
    return Message(one.code, figures)


def crowd_of(members: Collection[Member]) -> Message | list[Pair]:
    """Give people as a figure: by the names they go by, or how many they are."""
    if len(members) > _NAMED:
        return Message.of("crowd-some", count=len(members))
    return [in_both(called_name, one.person) for one in members]

"""Which documents there are, and for whom of a visit each can be printed."""

from __future__ import annotations

from collections.abc import Iterator

from planner.model.attendance import travels
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.readers import (
    Reader,
    of_city_hall,
    of_everybody,
    of_group,
    of_guest,
    of_home,
    of_interpreter,
    of_public,
    of_staff,
)
from planner.model.sight import AudienceKind
from planner.papers.badges.document import LUGGAGE_TAGS, NAME_BADGES
from planner.papers.brief.document import BRIEF
from planner.papers.cards.document import EMERGENCY_CARDS
from planner.papers.daysheet.document import DAY_SHEET
from planner.papers.document import Document
from planner.papers.guestpacket.document import PARTICIPANT_BOOKLET, PARTICIPANT_PACKET
from planner.papers.hostpacket.document import HOST_PACKET
from planner.papers.itinerary.document import ITINERARY
from planner.papers.rosters.document import ROSTERS
from planner.papers.runofshow.document import RUN_OF_SHOW

_DOCUMENTS = (
    ITINERARY,
    DAY_SHEET,
    HOST_PACKET,
    PARTICIPANT_PACKET,
    PARTICIPANT_BOOKLET,
    BRIEF,
    RUN_OF_SHOW,
    ROSTERS,
    EMERGENCY_CARDS,
    NAME_BADGES,
    LUGGAGE_TAGS,
)


def documents() -> tuple[Document, ...]:
    """List the kinds of paper that can be printed, in the order in which they are offered."""
    return _DOCUMENTS


def document_of(code: str) -> Document:
    """Give the document of this code. Raises `PlannerError` ``paper-unknown``."""
    for one in _DOCUMENTS:
        if one.code == code:
            return one
    raise PlannerError("paper-unknown", document=code)


def readers_of(plan: Plan, document: Document) -> list[Reader]:
    """Give everybody of a visit for whom this document can be printed: first those who are many in one, then guests,
    host families (who have a guest or have offered to take one) and interpreters, each by name in the plan's order.
    """
    return [reader for kind in document.kinds for reader in _of_kind(plan, kind) if document.is_wanted(plan, reader)]


def reader_with(plan: Plan, document: Document, recipient: str) -> Reader:
    """Give the reader whose issues are kept under `recipient`. Raises `PlannerError` ``paper-recipient-unknown``."""
    for kind in document.kinds:
        for reader in _of_kind(plan, kind):
            if reader.recipient == recipient:
                return reader
    raise PlannerError("paper-recipient-unknown")


def _of_kind(plan: Plan, kind: AudienceKind) -> Iterator[Reader]:
    match kind:
        case AudienceKind.GROUP:
            yield of_group()
        case AudienceKind.EVERYBODY:
            yield of_everybody()
        case AudienceKind.STAFF:
            yield of_staff()
        case AudienceKind.CITY_HALL:
            yield of_city_hall()
        case AudienceKind.PUBLIC:
            yield of_public()
        case AudienceKind.PARTICIPANT:
            yield from (of_guest(member) for member in plan.members if travels(member))
        case AudienceKind.HOST:
            offering = {offer.household_id for offer in plan.offers}
            offering |= {stay.household_id for stay in plan.stays if stay.household_id and travels(stay.member)}
            yield from (of_home(home) for home in plan.households if home.id in offering)
        case AudienceKind.INTERPRETER:
            yield from (of_interpreter(one) for one in plan.interpreters)

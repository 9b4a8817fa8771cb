"""The text of a flyer that asks new families for the beds that are missing, for families of either city."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language import Pair
from planner.matching.homestays.proposal import WithoutBed
from planner.model.cities import City
from planner.model.message import Message
from planner.model.plan import Plan


def flyer_of(plan: Plan, without: Sequence[WithoutBed]) -> tuple[tuple[Message, ...], ...]:
    """Give the paragraphs of the flyer by their lines; nothing where one more bed would help nobody.

    Nobody is named: a flyer is for everybody's eyes. Beds that are wanted for the same nights and kind are one line.
    """
    wanted = [one.wanted for one in without if one.one_more_bed]
    # Messages hold lists, so that they can be compared but not counted in a table.
    beds = [(bed, wanted.count(bed)) for place, bed in enumerate(wanted) if bed not in wanted[:place]]
    if not beds:
        return ()
    visit = plan.visit
    about = Message.of(
        "flyer-visit", home=_name(visit.home_city), host=_name(visit.host_city),
        first=visit.first_day, last=visit.last_day,
    )  # fmt: skip
    lines = [Message.of("flyer-bed" if count == 1 else "flyer-beds", bed=bed, count=count) for bed, count in beds]
    return (Message.of("flyer-title"),), (about, *lines), (Message.of("flyer-answer"),)


def _name(city: City) -> Pair:
    return Pair(city.name_en, city.name_ja)

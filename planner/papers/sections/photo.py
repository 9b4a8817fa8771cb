"""The photo of a guest or of a family where a page has one, and what a change slip says of it."""

from __future__ import annotations

from planner.language import N_
from planner.model.households import Household
from planner.model.people import Person
from planner.model.plan import Plan
from planner.papers.facts import Fact
from planner.papers.kit.boxes import Box, telling
from planner.papers.kit.photos import photo
from planner.papers.sections.voice import Voice


def photo_box(
    whose: Person | Household, plan: Plan, voice: Voice, *, key: str, width: float, height: float
) -> Box | None:
    """Set the photo of somebody into a room of this size; None where there is none, or the reader may not see it.

    `key` is the beginning of what the fact about it is known by, such as the guest's uid.
    """
    jpeg = plan.pictures.get(whose.photo)
    if jpeg is None:
        return None
    words = voice.here.words(N_("Photo")), voice.here.tr_in("photo", "new")
    fact = Fact(f"{key}/photo", *words, picture=whose.photo)
    return telling(photo(jpeg, whose.photo, width, height), [fact])

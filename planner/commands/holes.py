"""Characters of a paper that no font of ours has: a sentence each, whose they are, and where to mend them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from planner.language import Pair, say
from planner.language.names import family_word, full_name, in_both
from planner.model.message import Message
from planner.model.people import Person
from planner.model.plan import Plan
from planner.papers.kit.glyphs import MissingGlyph
from planner.rules.finding import Subject


@dataclass(frozen=True, slots=True)
class Hole:
    """A character that is printed as 〓, or in another form than it is written in: what to say of it, and the thing of
    the plan in which it stands.
    """

    message: Message
    subject: Subject | None


def holes_of(plan: Plan, missing: Iterable[MissingGlyph]) -> list[Hole]:
    """Give the holes of papers printed from this plan, each once, though a name stands on many pages."""
    found: dict[str, Hole] = {}
    for glyph in missing:
        name, subject = _whose(plan, glyph)
        code = "paper-hole" if glyph.varied is None else "paper-variant"
        character = glyph.varied or glyph.character
        message = Message(code, {"name": name, "character": character, "code": glyph.codepoint})
        found.setdefault(say(message, "en"), Hole(message, subject))
    return list(found.values())


def _whose(plan: Plan, glyph: MissingGlyph) -> tuple[Pair | Message, Subject | None]:
    """The first thing in whose words the character stands; else the text of the paper it stands in."""
    for record, name, subject in _things(plan):
        texts = (value for value in vars(record).values() if isinstance(value, str))
        if any(glyph.character in text for text in texts):
            return name, subject
    return Message.of("paper-hole-in", text=glyph.text), None


def _things(plan: Plan) -> Iterator[tuple[Any, Pair, Subject]]:
    for member in plan.members:
        name, subject = _person(member.person), Subject("Member", member.id)
        yield member.person, name, subject
        yield member, name, subject
        for contact in member.person.contacts:
            yield contact, name, subject
    for activity in plan.activities:
        yield activity, Pair(activity.title_en, activity.title_ja), Subject("Activity", activity.id)
    for journey in plan.journeys:
        yield journey, Pair(journey.title_en, journey.title_ja), Subject("Journey", journey.id)
    for household in plan.households:
        name = in_both(family_word, household)
        subject = Subject("Household", household.id)
        yield household, name, subject
        for resident in household.residents:
            yield resident.person, name, subject
    for place in plan.places:
        yield place, Pair(place.name_en, place.name_ja), Subject("Place", place.id)
    for group in plan.groups:
        yield group, Pair(group.name_en, group.name_ja), Subject("Group", group.id)


def _person(person: Person) -> Pair:
    return in_both(full_name, person)

"""Characters that no font of ours has, as sentences that name whose they are and lead to the spot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.language import screen_language, tr
from planner.language.names import family_word, full_name
from planner.model.plan import Plan
from planner.papers.kit.glyphs import MissingGlyph
from planner.rules.finding import Subject
from planner.ui.widgets.words import said

Hole = tuple[str, Subject | None]


def holes(plan: Plan, missing: tuple[MissingGlyph, ...]) -> list[Hole]:
    """Give a sentence for each missing character, and the thing of the plan in which it stands."""
    found: dict[str, Hole] = {}
    for glyph in missing:
        name, subject = _whose(plan, glyph)
        sentence = tr(
            "{name}: no font has the character {character} ({code}). 〓 stands in its place.",
            name=name, character=glyph.character, code=glyph.codepoint,
        )  # fmt: skip
        found.setdefault(sentence, (sentence, subject))
    return list(found.values())


def _whose(plan: Plan, glyph: MissingGlyph) -> tuple[str, Subject | None]:
    """The first thing in whose words the character stands; else the text of the paper it stands in."""
    for record, name, subject in _things(plan):
        texts = (value for value in vars(record).values() if isinstance(value, str))
        if any(glyph.character in text for text in texts):
            return name, subject
    return tr("“{text}”", text=glyph.text), None


def _things(plan: Plan) -> Iterator[tuple[Any, str, Subject]]:
    language = screen_language()
    for member in plan.members:
        name, subject = full_name(member.person, language), Subject("Member", member.id)
        yield member.person, name, subject
        yield member, name, subject
        for contact in member.person.contacts:
            yield contact, name, subject
    for activity in plan.activities:
        yield activity, said(activity, "title"), Subject("Activity", activity.id)
    for journey in plan.journeys:
        yield journey, said(journey, "title"), Subject("Journey", journey.id)
    for household in plan.households:
        name, subject = family_word(household, language), Subject("Household", household.id)
        yield household, name, subject
        for resident in household.residents:
            yield resident.person, name, subject
    for place in plan.places:
        yield place, said(place, "name"), Subject("Place", place.id)
    for group in plan.groups:
        yield group, said(group, "name"), Subject("Group", group.id)

"""The words for the nouns of the model and their fields, and how a message names them.

A figure of a message may be a whole noun, field or term, in no language yet: ``Message.of("field-empty",
field=Message.of("Person.birth_date"), …)``. Such a code is a name of the model, which starts with a
capital: ``Person`` a noun, ``Person.birth_date`` a field, ``Role.coach`` a member of an enumeration.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from planner.language.marking import N_, N_in, Within, Words
from planner.language.speaking import screen_language, speaker
from planner.language.terms import TERMS

NOUNS: dict[str, str] = {
    "Acceptance": N_("Accepted finding"),
    "Acquaintance": N_("Acquaintance"),
    "Activity": N_("Activity"),
    "ActivityGroup": N_("Group at an activity"),
    "ActivityMember": N_("Person at an activity"),
    "AnimalNeed": N_("Animal to keep away"),
    "Assignment": N_("Assignment"),
    "Availability": N_("Availability"),
    "Bed": N_("Bed"),
    "CalendarDay": N_("Day of the calendar"),
    "Call": N_("Call"),
    "Change": N_("Change"),
    "ChangedRow": N_("Changed record"),
    "City": N_("City"),
    "Clearance": N_("Clearance"),
    "ColumnMapping": N_("Mapping of columns"),
    "Contact": N_("Contact"),
    "Delegation": N_("Delegation"),
    "FoodNeed": N_("Food to keep away"),
    "FormerName": N_("Former name"),
    "Group": N_("Group"),
    "GroupMember": N_("Member of a group"),
    "HostOffer": N_("Host offer"),
    "Household": N_("Host family"),
    "Interpreter": N_("Interpreter"),
    "Journey": N_("Journey"),
    "JourneyGroup": N_("Group on a journey"),
    "JourneyMember": N_("Person on a journey"),
    "Meal": N_("Meal"),
    "Member": N_("Participant"),
    "Need": N_("Interpreting need"),
    "NightOff": N_("Night off"),
    "OpeningHours": N_("Opening hours"),
    "PaperIssue": N_("Issued paper"),
    "Partnership": N_("Partnership"),
    "PartnershipContact": N_("Contact of the partnership"),
    "Person": N_("Person"),
    "Pet": N_("Pet"),
    "Place": N_("Place"),
    "Relation": N_("Family tie"),
    "Resident": N_("Resident"),
    "ReviewItem": N_("Item to review"),
    "Room": N_("Hotel room"),
    "RuleSetting": N_("Rule of the visit"),
    "SheetImport": N_("Imported sheet"),
    "SourceRow": N_("Row of a sheet"),
    "Speech": N_("Item of a ceremony"),
    "SpokenLanguage": N_("Spoken language"),
    "Stay": N_("Stay"),
    "Visit": N_("Visit"),
    "VisitPhone": N_("Number of the visit"),
    "Way": N_("Way between places"),
    "Wish": N_("Wish"),
    "Wording": N_("Block of text"),
    "ZoneRecord": N_("Record of a time zone"),
}
"""What each class of the model is called, in the singular."""

IN_CONTEXT: dict[str, Words] = {
    "Journey.number": N_in("journey", "Number"),
    "Journey.mode": N_in("journey", "By"),
    "Journey.seats": N_in("journey", "Seats"),
    "Member.shirt_number": N_in("shirt", "Number"),
    "Group.letter": N_in("group", "Letter"),
    "Bed.room": N_in("home", "Room"),
    "Pet.lives": N_in("pet", "Lives"),
    "Household.home": N_in("household", "Home"),
    "Need.how_many": N_in("need", "How many"),
    "Availability.available_from": N_in("availability", "From"),
    "Availability.available_until": N_in("availability", "Until"),
    "CalendarDay.name_en": N_in("calendar", "Day"),
    "Way.minutes": N_in("way", "Takes"),
}
"""Fields whose English label is one word for what Japanese calls by several."""


REFERENCES: dict[str, Words] = {
    "Member.responsible_id": N_("Looked after by"),
    "Wish.other_id": N_("Whom"),
    "Relation.other_id": N_in("relation", "To whom"),
    "HostOffer.rides_with_id": N_("Rides with"),
    "Activity.leader_id": N_("Led by"),
    "Journey.from_place_id": N_("Leaves from"),
    "Journey.to_place_id": N_("Arrives at"),
    "Journey.met_by_id": N_("Met by"),
    "Need.fallback_id": N_("If the interpreter falls ill"),
    "Need.group_id": N_("For the group"),
    "Speech.person_id": N_("Speaker, if known here"),
    "Speech.interpreter_id": N_("Interpreted by"),
    "Way.from_place_id": N_in("way", "From"),
    "Way.to_place_id": N_in("way", "To"),
}
"""References that say more than the noun they point to; the others are called by it: an activity's place "Place"."""


def noun(name: str, language: str | None = None) -> str:
    """Give the word for a class of the model: ``noun("Household")`` is "Host family"."""
    return speaker(language or screen_language()).words(NOUNS[name])


def field_label(noun: type, field: str, language: str | None = None) -> str:
    """Give the label of a field as screens and papers show it: ``field_label(Person, "birth_date")``."""
    words = named(f"{noun.__name__}.{field}")
    if words is None:
        raise KeyError(f"{noun.__name__} has no labelled field {field!r}")
    return speaker(language or screen_language()).words(words)


def named(code: str) -> Words | None:
    """Give the words of a noun, field or term by its name, None if there is none."""
    owner, dot, name = code.partition(".")
    if not dot:
        return NOUNS.get(owner)
    if owner in (terms := _terms()):
        return terms[owner].get(name)
    return IN_CONTEXT.get(code) or _labels().get(code)


@cache
def _terms() -> dict[str, dict[str, Words]]:
    return {kind.__name__: {one.value: words for one, words in of.items()} for kind, of in TERMS.items()}


_IN_ENGLISH = N_("{label} (English)")  # where a field has two halves, its label tells only the Japanese one


@cache
def _labels() -> dict[str, Words]:
    from planner.model import Base
    from planner.model.fields import facts_of

    found: dict[str, Words] = {}
    for mapper in Base.registry.mappers:
        for attribute in mapper.column_attrs:
            column: Any = attribute.columns[0]
            if facts := facts_of(column):
                stem, _, half = attribute.key.rpartition("_")
                in_english = half == "en" and f"{stem}_ja" in mapper.columns
                label = Within(_IN_ENGLISH, facts.label) if in_english else facts.label
                found[f"{mapper.class_.__name__}.{attribute.key}"] = label
            elif column.foreign_keys:
                code = f"{mapper.class_.__name__}.{attribute.key}"
                target = next(iter(column.foreign_keys)).column.table
                pointed_to = next(one.class_.__name__ for one in Base.registry.mappers if one.local_table is target)
                found[code] = REFERENCES.get(code) or NOUNS[pointed_to]
    return found

"""Names that somebody will have to say and cannot: kanji without their reading, a name from abroad without katakana.

Guests read of their family, families of their guests and of whom to call for them (domain.md §5.3, §6.1, §6.2). One
note names them all: they are asked for together, and a paper without a reading is no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.language import Pair
from planner.language.names import full_name, household_name, in_both
from planner.language.readings import ReadName
from planner.language.untranslated import note_of
from planner.model.plan import Plan
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.rules.left import hosting, travelling

_Lacking = tuple[Subject, Pair]


def missing_readings(plan: Plan) -> Iterator[Finding]:
    """Give one note with every name of the visit that its readers cannot say; nothing where they can say them all."""
    japanese_come = plan.visit.home_city.country == "JP"
    guests, families = ("ja", "en") if japanese_come else ("en", "ja")
    lacking = [*_of_families(plan, guests), *_of_guests(plan, families)]
    for figures in note_of("readings-missing", (name for _, name in lacking)):
        # It leads to the first of them, and when that is mended to the next; told of each it would be told fifty times.
        subjects = (lacking[0][0], Subject("Visit", plan.visit.id))
        yield Finding(FindingKind.ESSENTIALS, Severity.NOTE, subjects, figures)


def _of_families(plan: Plan, language: str) -> Iterator[_Lacking]:
    """Give the families and those who live there whom guests of a language cannot name."""
    for offer in hosting(plan):
        home = offer.household
        if not ReadName.of_family(home).can_be_said(language):
            yield Subject("Household", home.id), in_both(household_name, home)
        for resident in home.residents:
            if not ReadName.of_person(resident.person).can_be_said(language):
                yield Subject("Household", home.id), in_both(full_name, resident.person)


def _of_guests(plan: Plan, language: str) -> Iterator[_Lacking]:
    """Give the guests and those to call for them whom families of a language cannot name.

    Of kanji the reading is wanted whoever reads them: it says how the name is spelt out for others, and sorts it.
    """
    for member in travelling(plan):
        subject, name = Subject("Member", member.id), ReadName.of_person(member.person)
        if not name.can_be_said("ja" if name.ja else language):
            yield subject, in_both(full_name, member.person)
        for contact in member.person.contacts:
            name = ReadName.of(contact)
            if not name.can_be_said(language):
                yield subject, Pair(name.en or name.ja, name.ja or name.en)

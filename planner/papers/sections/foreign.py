"""The committee's, families' and guests' own words that a paper would show in the other language: told before printing.

They stand as they were written, since a wrong translation is worse; whoever hands the paper out knows where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.language import Pair
from planner.language.glossary import is_foreign
from planner.language.names import family_word, full_name, in_both
from planner.language.readings import ReadName
from planner.language.speaking import speaker
from planner.language.terms import term
from planner.language.untranslated import note_of
from planner.model.base import Base
from planner.model.delegations import Member
from planner.model.fields import facts_of
from planner.model.households import Household
from planner.model.message import Message
from planner.model.people import Contact
from planner.model.programme import Activity, Journey
from planner.papers.itinerary.days import Schedule
from planner.papers.options import BOTH, ENGLISH, JAPANESE

_PAIRS = ("transport", "meeting_point", "dismissal_point", "dress", "bring", "rain")
_CODES = {ENGLISH: "paper-texts-not-in-english", JAPANESE: "paper-texts-not-in-japanese"}


def foreign(words: Iterable[tuple[Base, str, Pair]], language: str) -> tuple[Message, ...]:
    """Say which of these rows' fields are in the other language only, for a paper in one language or in ``"both"``.

    Each is a row, a field without its language ("bring" for bring_en and bring_ja) or one that has none, and what the
    row is called.
    """
    found: list[Message] = []
    told = list(words)
    for each in (ENGLISH, JAPANESE) if language == BOTH else (language,):
        names = [_named(row, field, name) for row, field, name in told if _is_foreign(row, field, each)]
        found += note_of(_CODES[each], names)
    return tuple(found)


def _is_foreign(row: Base, field: str, language: str) -> bool:
    # A name is to be called out: it serves a reader who can say it, in whichever script it stands.
    if isinstance(row, Contact) and field == "name":
        return not ReadName.of(row).can_be_said(language)
    if isinstance(row, Household) and field == "name":
        return not ReadName.of_family(row).can_be_said(language)
    if not hasattr(row, f"{field}_en"):
        # One field for both languages: known words are said in either.
        return is_foreign(str(getattr(row, field)), language)
    english, japanese = (str(getattr(row, f"{field}_{half}")).strip() for half in (ENGLISH, JAPANESE))
    own, other = (japanese, english) if language == JAPANESE else (english, japanese)
    return bool(other) and not own


def _named(row: Base, field: str, name: Pair) -> Pair:
    facts = facts_of(type(row).__table__.c[f"{field}_en" if hasattr(row, f"{field}_en") else field])
    assert facts is not None
    english, japanese = (speaker(each).tr(facts.label) for each in (ENGLISH, JAPANESE))
    return Pair(f"{name.en} – {english}", f"{name.ja}「{japanese}」")


def of_events(schedule: Schedule) -> Iterator[tuple[Base, str, Pair]]:
    """Give what a programme says of its events besides their titles."""
    notes = "notes_hosts" if schedule.home is not None else "notes_guests"
    sources = dict.fromkeys(event.source for day in schedule.days for event in day.events)
    for source in sources:
        name = Pair(source.title_en or source.title_ja, source.title_ja or source.title_en)
        if isinstance(source, Activity):
            yield from ((source, field, name) for field in (*_PAIRS, notes))
        elif isinstance(source, Journey) and schedule.home is None:
            yield source, "notes_guests", name
        yield from ((meal, "menu", name) for meal in source.meals)


def of_home(home: Household) -> Iterator[tuple[Base, str, Pair]]:
    """Give what a guest reads of a family in its own words."""
    name = in_both(family_word, home)
    for field in ("name", "letter", "house_rules", "curfew", "smoking_words", "pool"):
        yield home, field, name
    for person in (resident.person for resident in home.residents):
        if not (person.given_name_ja.strip() or person.given_name_kana.strip()):
            yield person, "given_name", in_both(full_name, person)
    yield from ((pet, "words", name) for pet in home.pets)


def of_guest(member: Member) -> Iterator[tuple[Base, str, Pair]]:
    """Give what a family reads of a guest in their own words, besides health."""
    name = in_both(full_name, member.person)
    yield member, "host_message", name
    for field in ("school", "occupation"):
        yield member.person, field, name
    # Whom the family asks for on the telephone.
    for contact in member.person.contacts:
        english, japanese = (term(contact.kind, each) for each in (ENGLISH, JAPANESE))
        yield contact, "name", Pair(f"{name.en}, {english}", f"{name.ja}、{japanese}")

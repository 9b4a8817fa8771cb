"""Which record of the plan a row is about, and which rows of one sheet are about the same."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Protocol

from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.people import People, Traits
from planner.intake.proposals.wording import name_of
from planner.intake.values.names import name_key
from planner.intake.values.phones import bare_phone
from planner.model.base import Base
from planner.model.households import Household
from planner.model.kinds import SheetKind
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey


@dataclass(frozen=True, slots=True)
class Found:
    """What a row is about: a record of the plan, an earlier row of the sheet, or neither; and who it might be.

    `renamed` is a record that it is if no other row is: somebody whose name was corrected, or else a twin.
    """

    row: Base | None = None
    earlier: Draft | None = None
    maybe: str = ""
    renamed: Base | None = None


class Identity(Protocol):
    """Finds records for one kind of sheet. Drafts are given in the order of the sheet."""

    def find(self, draft: Draft) -> Found:
        """Find what the draft is about."""
        ...

    def remember(self, draft: Draft) -> None:
        """Let later rows of the sheet be found to be about the same."""
        ...


def identity_for(kind: SheetKind, context: Context) -> Identity:
    """What finds the records of a kind of sheet."""
    if kind is SheetKind.GUESTS:
        return _PeopleOf(context, {member.person_id: member for member in context.plan.members})
    if kind is SheetKind.INTERPRETERS:
        return _PeopleOf(context, {one.person_id: one for one in context.plan.interpreters})
    return _Hosts(context.plan) if kind is SheetKind.HOSTS else _Events(context.plan)


def traits_of(person: Draft) -> Traits:
    """What a person of a sheet is known by."""
    contacts = [str(contact.fields.get("phone", "")) for contact in person.parts.get("contacts", ())]
    return Traits.of_fields(person.fields, contacts)


class _PeopleOf:
    """Guests and interpreters: persons who stand in this visit in some capacity."""

    def __init__(self, context: Context, by_person: dict[int, Any]) -> None:
        self._people = context.people
        self._by_person = by_person
        self._here = People()
        for record in by_person.values():
            self._here.add(Traits.of_person(record.person), record)
        self._in_sheet = People()

    def find(self, draft: Draft) -> Found:
        person = draft.links["person"]
        assert person is not None
        traits = traits_of(person)
        twice = self._in_sheet.same_named(traits) or _only(self._in_sheet, traits)
        known = self._people.same_named(traits)
        if known is None:
            record = _only(self._here, traits)  # one of that name in this visit, and nothing against it
            if record is not None:
                return Found(record, twice)
        if known is not None:
            person.row_id = known.id
            return Found(self._by_person.get(known.id), twice)
        renamed = self._people.renamed(traits)
        if renamed is not None:
            record = self._by_person.get(renamed.id)
            if record is None:
                person.row_id = renamed.id  # from an earlier visit
            return Found(None, twice, renamed=record)
        near = self._in_sheet.renamed(traits)
        if near is not None and twice is None:
            return Found(None, None, " ".join(name_of(near)).strip())
        alike = self._people.named_alike(traits)
        return Found(None, twice, _name_of(alike[0][1]) if alike else "")

    def remember(self, draft: Draft) -> None:
        person = draft.links["person"]
        assert person is not None
        self._in_sheet.add(traits_of(person), draft)


def _only(people: People, traits: Traits) -> Any | None:
    alike = people.named_alike(traits)
    return alike[0][1] if len(alike) == 1 and traits.weight(alike[0][0]) >= 0 else None


def _name_of(person: Any) -> str:
    return f"{person.given_name} {person.family_name}".strip() or f"{person.family_name_ja} {person.given_name_ja}"


class _Hosts:
    """Families: by e-mail or telephone; by name with contact or address; by name alone if nothing speaks against
    it.
    """

    def __init__(self, plan: Plan) -> None:
        self._offers = {offer.household_id: offer for offer in plan.offers}
        self._known: list[tuple[_Family, Any]] = [(_Family.of_household(one), one) for one in plan.households]
        self._by_key = _index(self._known)
        self._in_sheet: list[tuple[_Family, Any]] = []
        self._sheet_by_key: defaultdict[str, list[tuple[_Family, Any]]] = defaultdict(list)

    def find(self, draft: Draft) -> Found:
        household = draft.links["household"]
        assert household is not None
        family = _Family.of_draft(household)
        twice = family.best_of(self._sheet_by_key)
        known = family.best_of(self._by_key)
        if known is None:
            return Found(None, twice)
        household.row_id = known.id
        return Found(self._offers.get(known.id), twice)

    def remember(self, draft: Draft) -> None:
        household = draft.links["household"]
        assert household is not None
        family = _Family.of_draft(household)
        for key in family.keys:
            self._sheet_by_key[key].append((family, draft))


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    reach: frozenset[str]  # e-mail addresses and telephone numbers
    more: frozenset[str]  # the contact's name, the address

    @property
    def keys(self) -> tuple[str, ...]:
        return (f"name:{self.name}", *self.reach)

    @classmethod
    def of_household(cls, household: Household) -> _Family:
        contacts = [
            resident.person.given_name + resident.person.family_name
            for resident in household.residents
            if resident.main_contact
        ]
        return cls(
            name_key(household.name_en or household.name_ja),
            _reach(household.email, household.phone),
            frozenset({name_key(word) for word in (*contacts, household.address_en, household.address_ja)} - {""}),
        )

    @classmethod
    def of_draft(cls, household: Draft) -> _Family:
        fields = household.fields
        contacts = [
            str(person.fields.get("given_name", "")) + str(person.fields.get("family_name", ""))
            for resident in household.parts.get("residents", ())
            if resident.fields.get("main_contact") and (person := resident.links["person"]) is not None
        ]
        words = (*contacts, fields.get("address_en", ""), fields.get("address_ja", ""))
        return cls(
            name_key(fields.get("name_en") or fields.get("name_ja") or ""),
            _reach(fields.get("email", ""), fields.get("phone", "")),
            frozenset({name_key(word) for word in words} - {""}),
        )

    def best_of(self, index: defaultdict[str, list[tuple[_Family, Any]]]) -> Any | None:
        for key in self.reach:
            for _, record in index.get(key, ()):
                return record
        named = index.get(f"name:{self.name}", ()) if self.name else ()
        for other, record in named:
            if self.more & other.more:
                return record
        free = [record for other, record in named if not (self.reach and other.reach) or not (self.more and other.more)]
        return free[0] if len(named) == 1 and free else None


def _reach(email: str, phone: str) -> frozenset[str]:
    addresses = {f"mail:{word.casefold()}" for word in email.replace(",", " ").split() if "@" in word}
    phones = {f"phone:{bare}" for part in phone.split(",") if len(bare := bare_phone(part)) >= 8}
    return frozenset(addresses | phones)


def _index(known: Iterable[tuple[_Family, Any]]) -> defaultdict[str, list[tuple[_Family, Any]]]:
    index: defaultdict[str, list[tuple[_Family, Any]]] = defaultdict(list)
    for family, record in known:
        for key in family.keys:
            index[key].append((family, record))
    return index


_SIMILAR = 0.8
"""Two titles of one day that agree this much are one event."""


class _Events:
    """Activities and legs: by day and title; a title that is unique in the visit may have moved to another day."""

    def __init__(self, plan: Plan) -> None:
        self._by_day: defaultdict[dt.date, list[Any]] = defaultdict(list)
        self._by_title: defaultdict[str, list[Any]] = defaultdict(list)
        self._claimed: set[int] = set()
        events: tuple[Activity | Journey, ...] = (*plan.activities, *plan.journeys)
        for event in events:
            self._by_day[_day_of(event)].append(event)
            for key in _title_keys(event.title_en, event.title_ja):
                self._by_title[key].append(event)
        self._in_sheet: dict[tuple[Any, ...], Draft] = {}

    def find(self, draft: Draft) -> Found:
        fields = draft.fields
        day = fields.get("starts_on") or fields["departs_on"]
        keys = _title_keys(fields["title_en"], fields["title_ja"])
        row = self._same_day(draft.noun, day, keys, fields["title_en"] or fields["title_ja"])
        row = row or self._moved(draft.noun, keys)
        if row is not None:
            self._claimed.add(id(row))
        return Found(row, self._in_sheet.get(_event_key(draft)))

    def _same_day(self, noun: str, day: dt.date, keys: list[str], title: str) -> Any | None:
        best, best_score = None, _SIMILAR
        for event in self._by_day.get(day, ()):
            if type(event).__name__ != noun or id(event) in self._claimed:
                continue
            if set(keys) & set(_title_keys(event.title_en, event.title_ja)):
                return event
            score = SequenceMatcher(None, title.casefold(), (event.title_en or event.title_ja).casefold()).ratio()
            if score > best_score:
                best, best_score = event, score
        return best

    def _moved(self, noun: str, keys: list[str]) -> Any | None:
        for key in keys:
            events = [one for one in self._by_title.get(key, ()) if type(one).__name__ == noun]
            if len(events) == 1 and id(events[0]) not in self._claimed:
                return events[0]
        return None

    def remember(self, draft: Draft) -> None:
        self._in_sheet.setdefault(_event_key(draft), draft)


def _day_of(event: Any) -> dt.date:
    day: dt.date = event.departs_on if type(event).__name__ == "Journey" else event.starts_on
    return day


def _title_keys(english: str, japanese: str) -> list[str]:
    return [key for key in (name_key(english), name_key(japanese)) if key]


def _event_key(draft: Draft) -> tuple[Any, ...]:
    fields = draft.fields
    day, at = (
        fields.get("starts_on", fields.get("departs_on")),
        fields.get("starts_at", fields.get("departs_at")),
    )
    return day, at, name_key(fields["title_en"] or fields["title_ja"])

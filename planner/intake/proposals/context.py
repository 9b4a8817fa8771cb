"""What a proposal is made against: the plan, its days, zones and countries, and the records that rows share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.people import People, Traits
from planner.intake.values.attendance import Party
from planner.intake.values.cities import zone_in_region
from planner.intake.values.events import kind_of_place
from planner.intake.values.names import name_key
from planner.intake.values.zones import zone_of
from planner.model.kinds import PlaceKind, SheetKind
from planner.model.plan import Plan
from planner.model.programme import Place


class Context:
    """One import's view of the plan. Not thread-safe, not stored; the plan itself is only read."""

    def __init__(self, plan: Plan, kind: SheetKind, today: dt.date) -> None:
        self.plan = plan
        self.kind = kind
        self.today = today
        self.visit = plan.visit
        self.zone = self.visit.host_city.zone
        self.home_zone = self.visit.home_city.zone
        self.near = (self.zone, self.home_zone)
        guests = kind is SheetKind.GUESTS
        self.country = (self.visit.home_city if guests else self.visit.host_city).country or "US"
        self.here: dict[str, set[int]] = {
            "Household": {offer.household_id for offer in plan.offers},
            "Person": {member.person_id for member in plan.members}
            | {interpreter.person_id for interpreter in plan.interpreters}
            | {one.person_id for offer in plan.offers for one in offer.household.residents},
        }
        """The people and families who are part of this visit already."""
        self.people = People()
        for person in plan.people:
            self.people.add(Traits.of_person(person), person)
        self.members = People()
        for member in plan.members:
            person = member.person
            short = (person.given_name, person.given_name_ja, person.called_name_en, person.called_name_ja)
            self.members.add(Traits.of_person(person), Draft("Member", row_id=member.id), short)
        self._places: dict[str, Draft] = {}
        for place in plan.places:
            for key in _place_keys(place.name_en, place.name_ja, place.code):
                self._places.setdefault(key, _known_place(place))
        self._groups: dict[str, Draft] = {}
        for group in plan.groups:
            draft = Draft("Group", row_id=group.id)
            for key in _group_keys(Party(group.name_en, group.name_ja, group.letter)):
                self._groups.setdefault(key, draft)
        self._delegation: Draft | None = None

    def place(
        self,
        name_en: str,
        name_ja: str = "",
        *,
        zone: str = "",
        code: str = "",
        kind: PlaceKind | None = None,
    ) -> Draft:
        """The place of this name, made once. `zone` is where the row says that it is, "" for the host city's."""
        keys = _place_keys(name_en, name_ja, code)
        for key in keys:
            if key in self._places:
                return self._places[key]
        draft = Draft(
            "Place",
            {
                "name_en": name_en,
                "name_ja": name_ja,
                "kind": kind or kind_of_place(name_en or name_ja),
                "zone": zone or self.zone,
                "code": code,
            },
        )
        self._places.update(dict.fromkeys(keys, draft))
        return draft

    def zone_of_place(self, name: str) -> str | None:
        """The zone that a place's own name gives away: "Bus to Evansville", "Haneda Airport"."""
        host = self.visit.host_city
        city, _, region = name.partition(",")
        found = zone_in_region(city.strip().casefold(), region.strip().casefold()) if region else None
        if found is None:
            found = zone_in_region(name.strip().casefold(), host.region_en.casefold())
        return found or zone_of(name, self.near)

    def group(self, party: Party) -> Draft:
        """The group of this name, made once."""
        keys = _group_keys(party)
        for key in keys:
            if key in self._groups:
                return self._groups[key]
        draft = Draft(
            "Group",
            {"name_en": party.name_en, "name_ja": party.name_ja, "letter": party.letter},
            links={"visit": self.visit_draft()},
        )
        self._groups.update(dict.fromkeys(keys, draft))
        return draft

    def groups(self, parties: Iterable[Party]) -> list[Draft]:
        """The groups of these names, each once however often and by whatever of its names it is mentioned."""
        found: list[Draft] = []
        for group in map(self.group, parties):
            if not any(group is one for one in found):
                found.append(group)
        return found

    def member_named(self, words: str) -> Draft | None:
        """The one member who is meant by a name; None if nobody, or more than one."""
        found = self.members.named(words)
        return found[0] if len(found) == 1 else None

    def visit_draft(self) -> Draft:
        """The visit itself, as something to link to."""
        return Draft("Visit", row_id=self.visit.id)

    def delegation(self) -> Draft:
        """The visiting delegation: the home city's, or the only one, or a new one."""
        if self._delegation is None:
            delegations = self.plan.delegations
            home = [one for one in delegations if one.city_id in (None, self.visit.home_city_id)]
            chosen = home[0] if home else delegations[0] if len(delegations) == 1 else None
            if chosen is not None:
                self._delegation = Draft("Delegation", row_id=chosen.id)
            else:
                city = self.visit.home_city
                self._delegation = Draft(
                    "Delegation",
                    {"name_en": city.name_en, "name_ja": city.name_ja},
                    links={"visit": self.visit_draft(), "city": Draft("City", row_id=city.id)},
                )
        return self._delegation


def _known_place(place: Place) -> Draft:
    return Draft("Place", row_id=place.id)


def _place_keys(name_en: str, name_ja: str, code: str) -> list[str]:
    keys = [f"code:{code}"] if code else []
    return keys + [key for key in (name_key(name_en), name_key(name_ja)) if key]


def _group_keys(party: Party) -> list[str]:
    keys = [name_key(name) for name in (party.name_en, party.name_ja) if name]
    return keys + ([f"letter:{party.letter.casefold()}"] if party.letter else [])

"""The glossary of a visit: what its names, places and events are called in both languages, and the terms of the field.

Plain data for the brief of an interpreter (domain.md §6.3): 解散 is the dismissal of a group, not its dissolution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from planner.model.cities import City
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Place
from planner.resources import rows_of


class TermKind(StrEnum):
    """What a term is, in the order in which a glossary has them."""

    NAME = "name"
    PLACE = "place"
    EVENT = "event"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Term:
    """One term in both languages, with its reading in kana where it is known. Either half may be missing."""

    en: str
    ja: str
    reading: str
    kind: TermKind

    @property
    def is_whole(self) -> bool:
        """Whether it is there in both languages."""
        return bool(self.en and self.ja)


def glossary(plan: Plan) -> tuple[Term, ...]:
    """Give the terms of a visit, each once: cities and organisations, places, events and meals, then the field's own.

    Of a plan that has been redacted for somebody only what they may see; people are listed apart (`introducing`).
    """
    found: dict[tuple[str, str], Term] = {}
    for term in (*_names(plan), *_places(plan), *_events(plan), *terms_of_field()):
        if term.en or term.ja:
            found.setdefault((term.en.casefold(), term.ja), term)
    return tuple(found.values())


@cache
def terms_of_field() -> tuple[Term, ...]:
    """Give the terms that every exchange uses, as `resources/data/terms.csv` has them."""
    return tuple(Term(row["english"], row["japanese"], row["reading"], TermKind.FIELD) for row in rows_of("terms.csv"))


def _names(plan: Plan) -> Iterator[Term]:
    visit = plan.visit
    for city in (visit.host_city, visit.home_city):
        yield Term(city.name_en, city.name_ja, city.name_kana, TermKind.NAME)
        yield Term(city.region_en, city.region_ja, "", TermKind.NAME)
    pact = visit.partnership
    for side in ("us", "japan"):
        en, ja = getattr(pact, f"organisation_{side}_en"), getattr(pact, f"organisation_{side}_ja")
        yield Term(en, ja, "", TermKind.NAME)
    yield Term(visit.title_en, visit.title_ja, "", TermKind.NAME)
    for delegation in plan.delegations:
        yield Term(delegation.name_en, delegation.name_ja, "", TermKind.NAME)
        yield Term(delegation.organisation_en, delegation.organisation_ja, "", TermKind.NAME)
    for group in sorted(plan.groups, key=lambda one: (one.letter, one.id)):
        yield Term(group.name_en, group.name_ja, "", TermKind.NAME)


def _places(plan: Plan) -> Iterator[Term]:
    """The places that the programme goes to, in its order."""
    events: tuple[Activity | Journey, ...] = (*plan.activities, *plan.journeys)
    for event in events:
        for place in (event.place,) if isinstance(event, Activity) else (event.from_place, event.to_place):
            if place is not None:
                yield Term(place.name_en, place.name_ja, _reading_of(place), TermKind.PLACE)


def _reading_of(place: Place) -> str:
    """A place has no reading of its own; one that is called like its city is read like it."""
    city: City | None = place.city
    return city.name_kana if city is not None and place.name_ja == city.name_ja else ""


def _events(plan: Plan) -> Iterator[Term]:
    events: tuple[Activity | Journey, ...] = (*plan.activities, *plan.journeys)
    for event in events:
        yield Term(event.title_en, event.title_ja, "", TermKind.EVENT)
        for meal in event.meals:
            yield Term(meal.menu_en, meal.menu_ja, "", TermKind.EVENT)
    for activity in plan.activities:
        for speech in activity.speeches:
            yield Term(speech.title_en, speech.title_ja, "", TermKind.EVENT)


__all__ = ["Term", "TermKind", "glossary", "terms_of_field"]

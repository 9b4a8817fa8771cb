"""Places as rows of a table: what each is used for, and which may be one place that was written down twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.language import other_language, screen_language, tr, trn
from planner.language.names import text_sort_key
from planner.language.terms import term
from planner.model.homestays import Room, Stay
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Place
from planner.rules.finding import Subject
from planner.rules.places import Use, alike_places, uses_of
from planner.ui.widgets.table import Cell, Column, Mark, Row
from planner.ui.widgets.words import city_name, listed, said

#: Left out until somebody asks for them.
HIDDEN = ("city", "phone", "contact", "zone")


def columns() -> list[Column]:
    """The columns of the table."""
    return [
        Column(tr("Place"), 0, key="place", least=240),
        Column(tr("Kind"), 116, key="kind"),
        Column(tr("Code"), 64, tip=tr("Airport or station code"), key="code"),
        Column(tr("Used for"), 170, tip=tr("In this visit"), key="uses"),
        Column(tr("City"), 110, key="city"),
        Column(tr("Address"), 0, key="address", least=140),
        Column(tr("Telephone"), 130, key="phone"),
        Column(tr("Contact"), 140, key="contact"),
        Column(tr("Time zone"), 150, key="zone"),
    ]


def groupings() -> list[tuple[str, str]]:
    """How the rows can be put into groups."""
    return [("", tr("No grouping")), ("use", tr("By use")), ("kind", tr("By kind")), ("city", tr("By city"))]


def place_rows(plan: Plan, grouping: str) -> Iterator[Row]:
    """One row for each place of the file."""
    language = screen_language()
    other = other_language(language)
    uses, alike = uses_of(plan), alike_places(plan)
    cities = {city.id: city_name(city) for city in plan.cities}
    for place in plan.places:
        name, second = said(place, "name"), getattr(place, f"name_{other}")
        city = cities.get(place.city_id or 0, "")
        used = uses.get(place.id, ())
        marks = tuple(Mark("copy", alike_words([twin]), "check") for twin in alike.get(place.id, ())[:1])
        group, order = _group(place, grouping, used=bool(used), twice=bool(marks), city=city)
        yield Row(
            Subject("Place", place.id),
            (
                Cell(name, second if second != name else "", marks=marks, sort=text_sort_key(name, language)),
                Cell(term(place.kind, language)),
                Cell(place.code),
                Cell(uses_words(used), sort=len(used) or None, tone="" if used else "text3"),
                Cell(city),
                Cell(said(place, "address").replace("\n", " ")),
                Cell(place.phone),
                Cell(place.contact),
                Cell(place.zone),
            ),
            group=group,
            group_sort=order,
            words=" ".join((place.name_en, place.name_ja, place.code, place.address_en, place.address_ja, city)),
        )


def _group(place: Place, grouping: str, *, used: bool, twice: bool, city: str) -> tuple[str, tuple[int, str]]:
    """Under which heading a place stands, and where that heading comes."""
    if grouping == "kind":
        words = term(place.kind, screen_language())
        return words, (0, words)
    if grouping == "city":
        return (city, (0, city)) if city else (tr("No city named"), (1, ""))
    if twice:
        return tr("Perhaps there twice"), (0, "")
    return (tr("Used in this visit"), (1, "")) if used else (tr("Not used in this visit"), (2, ""))


def alike_words(twins: Sequence[Place]) -> str:
    """Say that a place may be the same as others."""
    return tr("Perhaps the same as {places}", places=listed([said(twin, "name") for twin in twins]))


def uses_words(uses: Sequence[Use]) -> str:
    """Say what a place is used for, counted: "2 activities, 1 journey"."""
    if not uses:
        return tr("nothing")
    counts = {noun: sum(isinstance(use, noun) for use in uses) for noun in (Activity, Journey, Room, Stay)}
    words = [
        trn("{count} activity", "{count} activities", counts[Activity]) if counts[Activity] else "",
        trn("{count} journey", "{count} journeys", counts[Journey]) if counts[Journey] else "",
        trn("{count} hotel room", "{count} hotel rooms", counts[Room]) if counts[Room] else "",
        trn("{count} stay", "{count} stays", counts[Stay]) if counts[Stay] else "",
    ]
    return listed(words)

"""Names and texts with a character that no font of the papers has: told before anybody prints, with the person's name.

Only letters that stand for themselves are in the fonts (`docs/decisions/0022-…`): a name in Thai or Arabic is printed
with 〓 where its letters should stand, and a kanji in a special form in its usual one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from sqlalchemy import String, inspect

from planner.language import Pair
from planner.language.characters import not_in_fonts, selects_variant
from planner.language.names import family_word, full_name, in_both
from planner.model.base import Base, noun_of
from planner.model.fields import facts_of
from planner.model.message import Message
from planner.model.people import Person
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.rules.left import hosting, travelling
from planner.rules.places import uses_of

_Record = tuple[Subject, tuple[Base, ...], Callable[[], Pair]]


def unprintable(plan: Plan) -> Iterator[Finding]:
    """Give for each record of the visit the characters that papers cannot show as written, and their fields."""
    for subject, rows, name in _records(plan):
        found: dict[str, tuple[str, ...]] = {}
        for row in rows:
            found.update(_holes(row))
        if not found:
            continue
        characters = dict.fromkeys(character for several in found.values() for character in several)
        varied = all(map(selects_variant, characters))
        yield Finding(
            FindingKind.ESSENTIALS,
            Severity.NOTE if varied else Severity.WARN,
            (subject,),
            Message.of(
                "characters-varied" if varied else "characters-not-in-fonts",
                name=name(),
                characters=" ".join(character for character in characters if not selects_variant(character)),
                fields=[Message.of(field) for field in found],
            ),
        )


def _records(plan: Plan) -> Iterator[_Record]:
    visit = plan.visit
    yield Subject("Visit", visit.id), (visit,), lambda: Pair(visit.title_en, visit.title_ja)
    for member in travelling(plan):
        yield Subject("Member", member.id), (member.person, member), partial(_name, member.person)
    for offer in hosting(plan):
        home = offer.household
        yield Subject("Household", home.id), (home, offer), partial(in_both, family_word, home)
        for resident in home.residents:
            yield Subject("Resident", resident.id), (resident.person, resident), partial(_name, resident.person)
    for interpreter in plan.interpreters:
        rows = (interpreter.person, interpreter)
        yield Subject("Interpreter", interpreter.id), rows, partial(_name, interpreter.person)
    for activity in plan.activities:
        yield Subject("Activity", activity.id), (activity,), partial(Pair, activity.title_en, activity.title_ja)
    for place_id in uses_of(plan):
        if place := plan.get(Place, place_id):
            yield Subject("Place", place.id), (place,), partial(Pair, place.name_en, place.name_ja)


def _name(person: Person) -> Pair:
    return in_both(full_name, person)


def _holes(row: Base) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the label of each text of a row that has such characters, with these."""
    noun, values = noun_of(row), row.__dict__
    for key in _texts_of(noun):
        if (text := values[key]) and (missing := not_in_fonts(text)):
            yield f"{noun.__name__}.{key}", missing


@cache
def _texts_of(noun: type[Base]) -> tuple[str, ...]:
    columns = ((one.key, one.columns[0]) for one in inspect(noun).column_attrs)
    return tuple(key for key, column in columns if isinstance(column.type, String) and facts_of(column))

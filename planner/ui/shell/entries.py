"""Everything that can be searched for: pages and actions always, and what the plan holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QAction, QKeySequence

from planner.language import other_language, say, screen_language, tr
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.names import called_name, family_word, full_name, kana_name
from planner.language.terms import term
from planner.language.times import time_text
from planner.model.message import Message
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.search import Entry
from planner.ui.shell.actions import Actions
from planner.ui.widgets.words import said

#: Actions that make no sense as the answer to a search.
_LEFT_OUT: Final = frozenset({"search"})


def entries(plan: Plan | None, actions: Actions) -> list[Entry]:
    """Give everything, pages and actions first: they are what stands there before anything is typed."""
    found = [*_pages_and_actions(actions)]
    if plan is not None:
        found += [*_people(plan), *_families(plan), *_programme(plan), *_places(plan), *_rules()]
    return found


def _pages_and_actions(actions: Actions) -> Iterator[Entry]:
    pages = [action for action in actions.all() if action.objectName().startswith("go-")]
    others = [action for action in actions.all() if action not in pages]
    for action in pages:
        if action.isEnabled():
            yield _action(action, tr("Page"))
    for action in others:
        if action.isEnabled() and action.objectName() not in _LEFT_OUT:
            yield _action(action, tr("Action"))


def _action(action: QAction, group: str) -> Entry:
    words = action.text().replace("&", "").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    icon = str(action.property("icon-name") or "right")
    return Entry(words, keys, icon, group, (words, words.rpartition(" ")[2]), action)


def _person_words(person: Person) -> tuple[str, ...]:
    words = (
        full_name(person, "en"), full_name(person, "ja"), kana_name(person),
        f"{person.family_name} {person.given_name}", person.family_name, person.given_name,
        person.family_name_ja, person.given_name_ja, person.family_name_kana, person.given_name_kana,
        person.passport_name, called_name(person, "en"), called_name(person, "ja"),
    )  # fmt: skip
    return tuple(dict.fromkeys(filter(None, words)))


def _people(plan: Plan) -> Iterator[Entry]:
    language = screen_language()
    other = other_language(language)
    for member in plan.members:
        person = member.person
        yield Entry(
            full_name(person, language),
            full_name(person, other),
            "person",
            term(member.role, language),
            _person_words(person),
            Subject("Member", member.id),
        )
    for interpreter in plan.interpreters:
        person = interpreter.person
        yield Entry(
            full_name(person, language),
            full_name(person, other),
            "interpreters",
            tr("Interpreter"),
            _person_words(person),
            Subject("Interpreter", interpreter.id),
        )


def _families(plan: Plan) -> Iterator[Entry]:
    language = screen_language()
    for offer in plan.offers:
        household = offer.household
        residents = [resident.person for resident in household.residents]
        names = [called_name(person, language) for person in residents]
        words = [household.name_en, household.name_ja, household.name_kana]
        words += [family_word(household, "en"), family_word(household, "ja")]
        for person in residents:
            words += _person_words(person)
        hint = comma_list(names, language)
        yield Entry(
            family_word(household, language),
            hint,
            "hosts",
            tr("Family"),
            tuple(dict.fromkeys(filter(None, words))),
            Subject("Household", household.id),
        )


def _programme(plan: Plan) -> Iterator[Entry]:
    language = screen_language()
    for activity in plan.activities:
        when = day_text(activity.starts_on, language, "short")
        if activity.starts_at is not None:
            when = f"{when} {time_text(activity.starts_at, language)}"
        yield Entry(
            said(activity, "title"),
            when,
            activity.kind.value,
            term(activity.kind, language),
            tuple(filter(None, (activity.title_en, activity.title_ja))),
            Subject("Activity", activity.id),
        )
    for journey in plan.journeys:
        when = day_text(journey.departs_on, language, "short")
        if journey.departs_at is not None:
            when = f"{when} {time_text(journey.departs_at, language)}"
        words = (journey.title_en, journey.title_ja, f"{journey.carrier}{journey.number}", journey.number)
        yield Entry(
            said(journey, "title"),
            when,
            "travel",
            tr("Journey"),
            tuple(filter(None, words)),
            Subject("Journey", journey.id),
        )


def _places(plan: Plan) -> Iterator[Entry]:
    for place in plan.places:
        words = tuple(filter(None, (place.name_en, place.name_ja, place.code, place.address_en)))
        hint = said(place, "address").replace("\n", ", ")
        yield Entry(said(place, "name"), hint, "place", tr("Place"), words, Subject("Place", place.id))


def _rules() -> Iterator[Entry]:
    """The rules by their names in both languages; each leads to its place on their page."""
    from planner.rules.catalogue import RULES

    for place, rule in enumerate(RULES):
        names = [say(Message(f"{rule.code}.name", {}), language) for language in (screen_language(), "en", "ja")]
        yield Entry(names[0], "", "review", tr("Rule"), tuple(dict.fromkeys(names)), Subject("Rule", place))

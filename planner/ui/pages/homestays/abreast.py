"""What a guest and a family say of the same things, to be read side by side: children, animals, food, languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planner.language import screen_language, tr, trn
from planner.language.names import called_name
from planner.language.terms import language_name, term
from planner.model.delegations import Member
from planner.model.households import HostOffer, Resident
from planner.model.kinds import Gender, Smoking
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.left import ADULT, age_by
from planner.ui.pages.people.words import animal_word, food_words, friends_words, host_language, languages_words
from planner.ui.widgets.words import listed, said


def lines_of(member: Member, offer: HostOffer, plan: Plan) -> list[tuple[str, str, str]]:
    """Give what it is about, what the guest says, what the family says."""
    person, home, language = member.person, offer.household, screen_language()
    first = plan.visit.first_day
    animals = [pet.words or term(pet.species, language) for pet in home.pets]
    spoken = [language_name(one.language) for resident in home.residents for one in resident.person.languages]
    smoke = "" if home.smoking is Smoking.UNKNOWN else term(home.smoking, language)
    minutes = home.minutes_to_meeting_point
    return [
        (tr("Age, and who lives there"), _age(member, plan), _residents(home.residents, first)),
        (tr("Takes"), "", listed([*(term(kind, language) for kind in sorted(offer.takes)), offer.takes_words])),
        (tr("Animals"), listed([animal_word(need) for need in person.animal_needs]), listed(animals)),
        (tr("Food"), food_words(person), _cooks(offer)),
        (tr("Health"), person.conditions, ""),
        (tr("Languages"), languages_words(person, host_language(plan))[0], listed(list(dict.fromkeys(spoken)))),
        (tr("Smoke"), "", smoke),
        (tr("Interests"), said(person, "interests"), said(home, "interests")),
        (tr("Friends"), friends_words(member), ""),
        (tr("Way"), "", "" if minutes is None else trn("{count} minute", "{count} minutes", minutes)),
    ]  # fmt: skip


def _age(member: Member, plan: Plan) -> str:
    age = age_by(member.person, plan.visit.first_day)
    gender = member.person.gender
    return listed(["" if age is None else str(age), "" if gender is Gender.UNKNOWN else term(gender)])


def _residents(residents: Sequence[Resident], first: dt.date) -> str:
    return listed([_resident(one.person, first) for one in residents])


def _resident(person: Person, first: dt.date) -> str:
    age = age_by(person, first)
    name = called_name(person, screen_language())
    return name if age is None or age >= ADULT else f"{name} {age}"


def _cooks(offer: HostOffer) -> str:
    home, language = offer.household, screen_language()
    if home.cooking_words:
        return home.cooking_words
    return listed([term(diet, language) for diet in sorted(home.cooks_for)])

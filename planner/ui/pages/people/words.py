"""What is said of a person in a few words: languages, food, animals, friends."""

from __future__ import annotations

from planner.language import screen_language, tr
from planner.language.food import SEVERE, food_line, food_name
from planner.language.names import called_name
from planner.language.terms import language_name, term
from planner.model.delegations import Member, Wish
from planner.model.kinds import LanguageLevel, Species, WishKind
from planner.model.people import AnimalNeed, Person
from planner.model.plan import Plan
from planner.ui.widgets.table import Mark
from planner.ui.widgets.words import listed

#: The icons there are for animals; the others are shown by a paw.
ANIMALS = {
    Species.CAT: "cat", Species.DOG: "dog", Species.RABBIT: "rabbit", Species.BIRD: "bird", Species.FISH: "fish",
}  # fmt: skip

#: How well a language is spoken, from nothing to one's own.
_ORDER = {level: place for place, level in enumerate(LanguageLevel)}


def host_language(plan: Plan) -> str:
    """The code of the language spoken in the host city."""
    return "ja" if plan.visit.host_city.country == "JP" else "en"


def languages_words(person: Person, host_language: str) -> tuple[str, int | None]:
    """What somebody speaks beside their own language, and for sorting how well they speak that of the host city."""
    level = next((_ORDER.get(one.level, 0) for one in person.languages if one.language == host_language), None)
    words = [
        tr("{language}: {level}", language=language_name(one.language), level=term(one.level, screen_language()))
        if one.level != LanguageLevel.UNKNOWN
        else language_name(one.language)
        for one in sorted(person.languages, key=lambda one: one.language != host_language)
        if one.level != LanguageLevel.NATIVE or one.language == host_language
    ]
    return listed(words), level


def food_words(person: Person) -> str:
    """Everything to know before cooking, what is severe first."""
    return food_line(person, screen_language())


def food_marks(person: Person) -> tuple[Mark, ...]:
    """Marks that must not be overlooked: a severe allergy, an injector carried."""
    marks = []
    severe = [food_name(need, screen_language()) for need in person.food_needs if need.severity in SEVERE]
    if severe:
        marks.append(Mark("allergy", tr("severe: {food}", food=listed(severe)), "wrong"))
    if person.epinephrine_pens:
        marks.append(Mark("injector", tr("carries epinephrine pens"), "wrong"))
    return tuple(marks)


def animal_word(need: AnimalNeed) -> str:
    """An animal to keep away, and why."""
    language = screen_language()
    return tr("{animal}: {why}", animal=term(need.species, language), why=term(need.reaction, language))


def animal_marks(person: Person) -> tuple[Mark, ...]:
    """An icon for each animal to keep away."""
    return tuple(
        Mark(ANIMALS.get(need.species, "paw"), animal_word(need), "wrong" if need.severity in SEVERE else "check")
        for need in person.animal_needs
    )


def wish_words(wish: Wish) -> str:
    """Whom somebody would like to share a home with, or not."""
    name = called_name(wish.other.person, screen_language()) if wish.other is not None else wish.words
    if not name:
        return ""
    return name if wish.kind == WishKind.TOGETHER else tr("not with {name}", name=name)


def friends_words(member: Member) -> str:
    """All wishes of a member."""
    return listed([wish_words(wish) for wish in member.wishes])

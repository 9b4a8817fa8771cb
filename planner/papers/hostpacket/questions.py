"""The questions of the first evening: which are asked follows the guest, their age, faith, food and the home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.language import N_, N_in, Words
from planner.language.foodsentences import food_statements
from planner.model.kinds import Whereabouts
from planner.papers.sections.hosting import Guest, Hosting
from planner.rules.homestays.faiths import Faith, faiths_in
from planner.rules.left import ADULT, age_by


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to tick, or (`writes`) a word with a line to write on; `wide` takes the room of two."""

    words: Words
    writes: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers; without any there is one long line to write on."""

    words: Words
    answers: tuple[Answer, ...] = ()


def tick(words: Words) -> Answer:
    """Give an answer to tick."""
    return Answer(words)


def tick_wide(words: Words) -> Answer:
    """Give an answer to tick that takes the room of two."""
    return Answer(words, wide=True)


def write(words: Words) -> Answer:
    """Give a word with a line to write on."""
    return Answer(words, writes=True)


def write_wide(words: Words) -> Answer:
    """Give a word with a line of twice the length."""
    return Answer(words, writes=True, wide=True)


def questions(guest: Guest, hosting: Hosting) -> tuple[Question, ...]:
    """Give the questions of one guest, in the order of an evening."""
    return tuple(_asked(_Asked(guest, hosting)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A guest in a home, as far as the questions depend on it."""

    guest: Guest
    hosting: Hosting

    @property
    def is_child(self) -> bool:
        age = age_by(self.guest.member.person, self.hosting.plan.visit.first_day)
        return age is None or age < ADULT

    @property
    def in_japan(self) -> bool:
        return self.hosting.plan.visit.host_city.country == "JP"

    @property
    def plays(self) -> bool:
        return bool(self.guest.member.shirt_number.strip())

    @property
    def minds_food(self) -> bool:
        person = self.guest.member.person
        return bool(food_statements(person, "en") or person.other_allergies.strip())

    @property
    def takes_medicine(self) -> bool:
        person = self.guest.member.person
        return bool(person.medicines.strip() or person.epinephrine_pens)

    @property
    def faiths(self) -> frozenset[Faith]:
        person = self.guest.member.person
        return faiths_in(person.practice, person.diets)

    @property
    def has_pets(self) -> bool:
        return any(pet.lives is not Whereabouts.OUTDOORS for pet in self.hosting.household.pets)


_Condition = Callable[[_Asked], bool]

_CALLED = Question(
    N_("What shall we call each other?"), (write_wide(N_in("first night", "You")), write_wide(N_("We are")))
)
_HOME_CHILD = Question(
    N_("Do your parents know you are here?"),
    (tick(N_in("first night", "yes")), tick(N_("write now")), write(N_in("first night", "Wi-Fi")),
     write(N_in("Wi-Fi", "key"))),
)  # fmt: skip
_HOME = Question(N_("Does your family know you are here?"), _HOME_CHILD.answers)
_SHOWER = Question(
    N_("When would you like to shower?"),
    (tick(N_in("first night", "evening")), tick(N_in("first night", "morning")), tick(N_("shown the taps")),
     tick(N_("got a towel"))),
)  # fmt: skip
_BATH = Question(
    N_("When would you like to bathe?"),
    (tick(N_in("first night", "evening")), tick(N_in("first night", "morning")), tick(N_("wash first, then soak")),
     tick(N_("leave the water in"))),
)  # fmt: skip
_BREAKFAST = Question(
    N_("What do you eat in the morning?"),
    (tick(N_("bread")), tick(N_("rice")), tick(N_("eggs")), tick(N_("cereal, fruit"))),
)
_HELP_YOURSELF = Question(
    N_("What may you take without asking?"),
    (tick(N_("water, fruit")), tick(N_("snacks")), tick(N_("from the fridge")), tick(N_in("first night", "ask first"))),
)
_FOOD = Question(
    N_("What must we keep away from your food?"),
    (tick(N_("read labels together")), tick(N_("a shelf of your own")), tick_wide(N_("ask, and say no at any time"))),
)
_MEDICINE = Question(
    N_("Where is your medicine, and when do you take it?"),
    (write(N_in("first night", "kept")), write(N_in("first night", "taken at")), tick(N_("by yourself")),
     tick(N_("we remind you"))),
)  # fmt: skip
_LAUNDRY_OF_PLAYER = Question(
    N_("Where does your laundry go?"),
    (write(N_in("first night", "basket")), write(N_("we wash on")), tick_wide(N_("playing kit after each game"))),
)
_LAUNDRY = Question(
    N_("Where does your laundry go?"),
    (write(N_in("first night", "basket")), write(N_("we wash on")), tick_wide(N_("some things are washed by hand"))),
)
_SLEEP = Question(
    N_("When do we get up, when is bedtime?"),
    (write(N_("up at")), write(N_("bed at")), tick(N_("own alarm")), tick(N_("we wake you"))),
)
_PRAYER = Question(
    N_("Where can you pray?"),
    (write(N_in("first night", "place")), tick(N_("shown direction")), tick_wide(N_("wake you for the dawn prayer"))),
)
_SERVICE = Question(
    N_("Would you like to go to a service?"),
    (tick(N_in("first night", "yes")), tick(N_in("first night", "no")), write_wide(N_("when and where"))),
)
_PETS = Question(
    N_("Are you at ease with our animals?"),
    (tick(N_in("first night", "yes")), tick(N_("a little afraid")), tick_wide(N_("they stay out of your room"))),
)
_CURFEW = Question(
    N_("When must you be home?"),
    (write(N_("home by")), tick(N_("own key")), tick_wide(N_("always say where you are going"))),
)
_COMING_AND_GOING = Question(
    N_("How do you come and go?"),
    (tick(N_("own key")), write(N_in("first night", "alarm, code")), tick_wide(N_("a message if it gets late"))),
)
_PHONE = Question(
    N_("When may you use your phone?"),
    (write(N_in("first night", "till")), tick(N_("not at table")), write_wide(N_("our numbers"))),
)
_NIGHT = Question(
    N_("What if something is wrong at night?"), (tick_wide(N_("wake us, at any hour")), write_wide(N_("our bedroom")))
)
_FEARS = Question(N_("Is there anything you dislike or fear?"))


def _always(asked: _Asked) -> bool:
    return True


_IN_ORDER: tuple[tuple[Question, _Condition], ...] = (
    (_CALLED, _always),
    (_HOME_CHILD, lambda asked: asked.is_child),
    (_HOME, lambda asked: not asked.is_child),
    (_BATH, lambda asked: asked.in_japan),
    (_SHOWER, lambda asked: not asked.in_japan),
    (_BREAKFAST, _always),
    (_HELP_YOURSELF, _always),
    (_FOOD, lambda asked: asked.minds_food),
    (_MEDICINE, lambda asked: asked.takes_medicine),
    (_LAUNDRY_OF_PLAYER, lambda asked: asked.plays),
    (_LAUNDRY, lambda asked: not asked.plays),
    (_SLEEP, _always),
    (_PRAYER, lambda asked: Faith.ISLAM in asked.faiths),
    (_SERVICE, lambda asked: bool(asked.faiths - {Faith.ISLAM})),
    (_PETS, lambda asked: asked.has_pets),
    (_CURFEW, lambda asked: asked.is_child),
    (_COMING_AND_GOING, lambda asked: not asked.is_child),
    (_PHONE, lambda asked: asked.is_child),
    (_NIGHT, _always),
    (_FEARS, _always),
)


def _asked(asked: _Asked) -> Iterator[Question]:
    return (question for question, condition in _IN_ORDER if condition(asked))

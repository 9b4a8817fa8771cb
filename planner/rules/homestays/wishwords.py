"""Why a pairing earns what it earns of a wish, as a code with figures: "Ada is 13, Misaki 14"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from planner.language.marking import Pair
from planner.model.kinds import Answer, LanguageLevel
from planner.model.message import Message
from planner.rules.homestays import wishes
from planner.rules.homestays.guests import Guest, at_least, names_of
from planner.rules.homestays.health import cooks_for, cooks_without, food_name, pet_name
from planner.rules.homestays.homes import Home
from planner.rules.homestays.hosting import language_pair, takes_told
from planner.rules.homestays.interests import Interest
from planner.rules.homestays.wishes import Wish
from planner.rules.programme.food import small

Why = Callable[[Guest, Home], Message]


def why(wish: Wish, guest: Guest, home: Home) -> Message:
    """Give the words for what a guest and a home earn of a wish."""
    return _WHY[wish.code](guest, home)


def _sibling(guest: Guest, home: Home) -> Message:
    if not guest.is_minor:
        return Message.of("wish-sibling-adult")
    near = [one for one in home.children if one.age is not None and guest.age is not None]
    if not near:
        return Message.of("wish-sibling-none")
    nearest = min(near, key=lambda one: (abs((one.age or 0) - (guest.age or 0)), one.gender is not guest.gender))
    return Message.of("wish-sibling-near", child=nearest.name, age=nearest.age, guest=guest.name, own=guest.age)


def _friends(guest: Guest, home: Home) -> Message:
    return Message.of("wish-friends-open" if len(home.places) > 1 else "wish-friends-one-bed")


def why_friends(there: Iterable[Guest]) -> Message:
    """Give the words for friends who are in the home too."""
    return Message.of("wish-friends-there", friends=names_of(there))


def _interests(guest: Guest, home: Home) -> Message:
    if not guest.interests:
        return Message.of("wish-interests-unsaid")
    same = guest.interests & home.interests
    if same:
        return Message.of("wish-interests-same", things=_named(same))
    kinds = guest.interest_kinds & home.interest_kinds
    if not kinds:
        return Message.of("wish-interests-none")
    mine, theirs = ([one for one in some if one.kind in kinds] for some in (guest.interests, home.interests))
    told = {"guest": guest.name, "mine": _named(mine), "home": home.name, "theirs": _named(theirs)}
    return Message("wish-interests-alike", told)


def _named(interests: Iterable[Interest]) -> list[Pair]:
    return sorted(one.name for one in interests)


def _reciprocity(guest: Guest, home: Home) -> Message:
    if home.id in guest.known_by:
        return Message.of("wish-reciprocity-known")
    return Message.of("wish-reciprocity-child" if home.household.reciprocity.strip() else "wish-reciprocity-none")


def _language(guest: Guest, home: Home) -> Message:
    own, host = language_pair(guest.own_language), language_pair(guest.host_language)
    level = home.level_of(guest.own_language)
    if at_least(level, LanguageLevel.GREETINGS) and not at_least(guest.level, LanguageLevel.CONVERSATION):
        return Message.of("wish-language-home", home=home.name, language=own, level=level)
    if guest.level in (None, LanguageLevel.UNKNOWN):
        return Message.of("wish-language-unsaid")
    return Message.of("wish-language-guest", guest=guest.name, language=host, level=guest.level)


def _diet(guest: Guest, home: Home) -> Message:
    asked: list[tuple[object, bool]] = [(small(one), cooks_for(home, one)) for one in guest.diets]
    asked += [(food_name(one), cooks_without(home, one)) for one in guest.foods]
    if not asked:
        return Message.of("wish-diet-everything")
    lacking = [word for word, fine in asked if not fine]
    return Message.of("wish-diet-ask", things=lacking) if lacking else Message.of("wish-diet-fine")


def _pets(guest: Guest, home: Home) -> Message:
    if not home.pets:
        return Message.of("wish-pets-none")
    return Message.of("wish-pets-there", pets=[pet_name(pet) for pet in home.pets])


def _minutes(guest: Guest, home: Home) -> Message:
    minutes = home.household.minutes_to_meeting_point
    return Message.of("wish-unsaid") if minutes is None else Message.of("wish-minutes-far", minutes=minutes)


def _asked(guest: Guest, home: Home) -> Message:
    return Message.of("wish-asked-for", takes=takes_told(home)) if home.takes else Message.of("wish-asked-anybody")


def _involvement(guest: Guest, home: Home) -> Message:
    mine, theirs = guest.member.involvement, home.household.involvement
    if mine is None or theirs is None:
        return Message.of("wish-unsaid")
    return Message.of("wish-involvement-both", guest=guest.name, mine=mine, home=home.name, theirs=theirs)


def _smoke(guest: Guest, home: Home) -> Message:
    return Message.of("wish-smoke-there", smoking=small(home.smoking))


def _faith(guest: Guest, home: Home) -> Message:
    if not guest.practises:
        return Message.of("wish-faith-unasked")
    if guest.faiths & home.faiths:
        return Message.of("wish-faith-same")
    if home.household.services.strip():
        return Message.of("wish-faith-driven")
    welcome = home.household.other_faiths_ok
    return Message.of("wish-faith-welcome" if welcome is Answer.YES else "wish-faith-ask")


def _first_time(guest: Guest, home: Home) -> Message:
    return Message.of("wish-first-time-yes" if home.is_new else "wish-first-time-no")


_WHY: Final[dict[str, Why]] = {
    wishes.sibling.code: _sibling,
    wishes.friends.code: _friends,
    wishes.interests.code: _interests,
    wishes.reciprocity.code: _reciprocity,
    wishes.language.code: _language,
    wishes.diet.code: _diet,
    wishes.pets.code: _pets,
    wishes.minutes.code: _minutes,
    wishes.asked.code: _asked,
    wishes.involvement.code: _involvement,
    wishes.smoke.code: _smoke,
    wishes.faith.code: _faith,
    wishes.first_time.code: _first_time,
}

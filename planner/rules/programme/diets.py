"""Whether everybody has something to eat at a meal of the group: halal, vegetarian, no pork and so on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planner.agenda import Agenda, AllDay, Slot
from planner.clock import WallTime
from planner.language.marking import Pair
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.kinds import Diet, MealProvider
from planner.model.message import Message
from planner.model.programme import Meal
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.programme.food import name_of, small
from planner.rules.programme.menus import Dish, dishes_of, is_provided, leaves_a_choice, menu_of
from planner.rules.rule import Figures, Found, of_plan

_MEAT: Final = frozenset({Dish.MEAT, Dish.PORK, Dish.BEEF})
_FISH: Final = frozenset({Dish.FISH, Dish.SHELLFISH})
#: What somebody with a diet does not eat.
_FORBIDS: Final = {
    Diet.VEGETARIAN: _MEAT | _FISH,
    Diet.PESCATARIAN: _MEAT,
    Diet.VEGAN: _MEAT | _FISH | {Dish.EGG, Dish.MILK},
    Diet.HALAL: frozenset({Dish.PORK, Dish.ALCOHOL}),
    Diet.KOSHER: frozenset({Dish.PORK, Dish.SHELLFISH}),
    Diet.NO_PORK: frozenset({Dish.PORK}),
    Diet.NO_BEEF: frozenset({Dish.BEEF}),
    Diet.NO_ALCOHOL: frozenset({Dish.ALCOHOL}),
    Diet.GLUTEN_FREE: frozenset({Dish.GLUTEN}),
    Diet.LACTOSE_FREE: frozenset({Dish.MILK}),
}
#: What a diet says already of others, so that it is not said twice.
_IMPLIES: Final = {
    Diet.VEGAN: {Diet.VEGETARIAN, Diet.PESCATARIAN, Diet.LACTOSE_FREE, Diet.NO_PORK, Diet.NO_BEEF},
    Diet.VEGETARIAN: {Diet.PESCATARIAN, Diet.NO_PORK, Diet.NO_BEEF},
    Diet.PESCATARIAN: {Diet.NO_PORK, Diet.NO_BEEF},
    Diet.HALAL: {Diet.NO_PORK, Diet.NO_ALCOHOL},
    Diet.KOSHER: {Diet.NO_PORK},
}
#: What somebody with a diet can certainly eat when it is in the menu. Pizza says nothing of what is on it, nor chicken
#: how it was slaughtered, and not everybody who eats halal eats lobster.
_SETTLES: Final = {
    Diet.PESCATARIAN: _FISH,
    Diet.HALAL: frozenset({Dish.FISH}),
    Diet.NO_PORK: _FISH | {Dish.MEAT, Dish.BEEF},
    Diet.NO_BEEF: _FISH | {Dish.MEAT, Dish.PORK},
    Diet.GLUTEN_FREE: _FISH | _MEAT,
    Diet.LACTOSE_FREE: _FISH | _MEAT,
}


@dataclass(frozen=True, slots=True)
class _Table:
    """A meal of the group, when and where, and who with a diet sits at it."""

    meal: Meal
    event: Slot | AllDay
    at: WallTime | dt.date
    guests: tuple[Member, ...]

    @property
    def words(self) -> str:
        return menu_of(self.meal)

    @property
    def day(self) -> dt.date:
        return self.at.on if isinstance(self.at, WallTime) else self.at

    @property
    def told(self) -> dict[str, object]:
        event = self.event.event
        return {"event": Pair(event.title_en, event.title_ja), "at": self.at, "meal": small(self.meal.which)}

    @property
    def subject(self) -> Subject:
        return Subject(*self.event.key)


@of_plan("diet", FindingKind.FOOD, Severity.WARN)
def diet(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """At a meal of the group there is what somebody does not eat, and nothing is said of another dish."""
    for table in _tables(agenda):
        for member in table.guests:
            wrong = {one: dishes for one in diets_of(member) if (dishes := _wrong(table.meal, one))}
            if wrong:
                named = sorted(frozenset().union(*wrong.values()), key=list(Dish).index)
                told = {
                    "name": name_of(member), "diets": [small(one) for one in wrong],
                    "food": [Message.of(f"dish-of-{dish}") for dish in named],
                }  # fmt: skip
                others = (Subject("Member", member.id),)
                yield Found(table.subject, table.told | told, (member.id,), others, table.day)


@of_plan("diet-unknown", FindingKind.FOOD, Severity.NOTE)
def diet_unknown(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Nobody has said whether there is something for those with a diet: said once for a meal, with who asks for what.

    That there might be alcohol in an unknown meal is nothing to ask for where it is all that somebody avoids.
    """
    for table in _tables(agenda):
        guests: dict[tuple[Diet, ...], list[Member]] = {}
        for member in table.guests:
            asked = tuple(one for one in diets_of(member) if _open(table, one))
            if asked:
                guests.setdefault(asked, []).append(member)
        if guests:
            told = {
                "guests": [_said(like, diets) for diets, like in guests.items()],
                "asked": sorted({one.value for diets in guests for one in diets}),
            }
            who = tuple(member.id for like in guests.values() for member in like)
            yield Found(table.subject, table.told | told, who, (), table.day)


def _said(members: list[Member], diets: tuple[Diet, ...]) -> Message:
    return Message.of("diet-guests", names=[name_of(member) for member in members], diets=[small(one) for one in diets])


def diets_of(member: Member) -> list[Diet]:
    """Give the diets of somebody without those that another one includes."""
    diets = member.person.diets
    included = frozenset().union(*(_IMPLIES.get(one, frozenset()) for one in diets))
    return [one for one in Diet if one in diets and one not in included]


def _tables(agenda: Agenda) -> Iterator[_Table]:
    asking = [member for member in agenda.plan.members if member.person.diets and travels(member)]
    if not asking:
        return
    dated: list[tuple[Slot | AllDay, WallTime | dt.date]] = [(slot, slot.begins) for slot in agenda.slots]
    dated += [(whole, whole.first) for whole in agenda.all_day]
    for event, at in dated:
        meals = [meal for meal in event.event.meals if meal.provider is MealProvider.GROUP]
        if not meals:
            continue
        here = {member.id for member in event.members}
        # Of an event whose group is still empty nobody knows who comes: it may be anybody.
        is_open = any(not link.group.memberships for link in event.event.group_links)
        guests = tuple(member for member in asking if member.id in here or (is_open and not here))
        for meal in meals if guests else ():
            yield _Table(meal, event, at, guests)


def diets_against(meal: Meal, member: Member) -> list[Diet]:
    """Give the diets of somebody that a meal is not for; none if there is something else for them."""
    return [diet for diet in diets_of(member) if _wrong(meal, diet)]


def _wrong(meal: Meal, diet: Diet) -> frozenset[Dish]:
    """Give what of a meal is not for a diet; nothing if there is something else for it."""
    words = menu_of(meal)
    if is_provided(words, diet) or leaves_a_choice(words):
        return frozenset()
    return dishes_of(words, meal.contains) & _FORBIDS[diet]


def _open(table: _Table, diet: Diet) -> bool:
    """Say whether nobody knows yet that there is something for a diet, nor that there is not."""
    if diet is Diet.NO_ALCOHOL or is_provided(table.words, diet):
        return False
    if leaves_a_choice(table.words):
        return True
    dishes = dishes_of(table.words, table.meal.contains)
    return not dishes & _FORBIDS[diet] and not dishes & _SETTLES.get(diet, frozenset())

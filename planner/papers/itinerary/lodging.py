"""What an itinerary says of meals and nights; in Japanese by the marks of a 行程表."""

from __future__ import annotations

from planner.language import N_
from planner.language.names import household_name
from planner.language.terms import MEAL_MARKS, term
from planner.model.households import Household
from planner.model.kinds import MealProvider, MealTime, StayKind
from planner.model.programme import Meal
from planner.papers.itinerary.days import Day, Night, providers
from planner.papers.itinerary.wording import Wording

PROVIDERS = {
    MealProvider.GROUP: N_("together"),
    MealProvider.FAMILY: N_("with the family"),
    MealProvider.PACKED: N_("packed by the family"),
    MealProvider.ON_BOARD: N_("on board"),
    MealProvider.OWN: N_("on your own"),
}
"""Who sees to a meal, within a line."""

ALL_MEALS = N_("All meals")
"""Breakfast, lunch and dinner alike, at the beginning of a line."""

MEALS_JA = {MealTime.BREAKFAST: "朝", MealTime.LUNCH: "昼", MealTime.DINNER: "夕"}


def meals(day: Day, wording: Wording) -> list[tuple[str, str]]:
    """Say the day's meals as (meal, what): ("Lunch", "together, pizza"), (「昼」, 「○（ピザ）」).

    In English three alike are said at once: ("All meals", "with the family").
    """
    all_say = {_meal(found, wording) for found in day.meals.values()}
    if len(day.meals) == len(MealTime) and len(all_say) == 1 and wording.language != "ja":
        return [(wording.speaker.tr(ALL_MEALS), all_say.pop())]
    return [(_meal_name(which, wording), _meal(found, wording)) for which, found in day.meals.items()]


def _meal_name(which: MealTime, wording: Wording) -> str:
    return MEALS_JA[which] if wording.language == "ja" else term(which, wording.language)


def _meal(found: tuple[Meal, ...], wording: Wording) -> str:
    menus = list(dict.fromkeys(filter(None, (wording.pick(meal.menu_en, meal.menu_ja) for meal in found))))
    if wording.language == "ja":
        return meal_marks(found) + (f"（{'、'.join(menus)}）" if menus else "")
    words = " / ".join(wording.speaker.tr(PROVIDERS[provider]) for provider in providers(found))
    return wording.listed([words, *menus])


def meal_marks(found: tuple[Meal, ...]) -> str:
    """Give the marks of who sees to a meal; two where squads eat apart: 「○・家」."""
    return "・".join(MEAL_MARKS[provider] for provider in providers(found))


def night_number(night: Night, wording: Wording) -> str:
    """Give the night's number among those in the host city: "Night 3", 「3泊目」."""
    if night.number is None:
        return wording.speaker.tr_in("lodging", "Night")
    return wording.speaker.tr("Night {number}", number=night.number)


def night(there: Night, wording: Wording) -> str:
    """Say where the night is spent: one's own family or hotel, or for the group what kind of place."""
    found = list(dict.fromkeys(filter(None, (_lodging(there, kind, wording) for kind in there.kinds))))
    if found:
        return ("・" if wording.language == "ja" else " / ").join(found)
    if wording.schedule.member is not None:
        return wording.speaker.tr_in("lodging", "To be decided")
    city = wording.schedule.plan.visit.host_city
    name = wording.pick(city.name_en, city.name_ja)
    if there.with_families:
        return wording.speaker.tr("With host families in {city}", city=name)
    return wording.speaker.tr("In {city}", city=name)


def _lodging(there: Night, kind: StayKind, wording: Wording) -> str:
    here, stays = wording.speaker, [stay for stay in there.stays if stay.kind is kind]
    own = wording.schedule.member is not None
    if kind is StayKind.IN_THE_AIR:
        return here.tr("On the plane")
    if kind is StayKind.HOME:
        families = [stay.household for stay in stays if stay.household]
        return family(families[0], wording) if own and families else here.tr("With host families")
    if kind is StayKind.HOTEL:
        hotels = dict.fromkeys(filter(None, (wording.place(stay.place) for stay in stays)))
        rooms = [stay.room.number for stay in stays if own and stay.room and stay.room.number]
        room = here.tr("Room {number}", number=rooms[0]) if rooms else ""
        return wording.joined(wording.listed(list(hotels)) or term(kind, wording.language), room)
    return term(kind, wording.language)


def family(household: Household, wording: Wording) -> str:
    """Name a host family at the beginning of a line: "The Okafor family", 「オカフォー家」."""
    return wording.begun(household_name(household, wording.language))

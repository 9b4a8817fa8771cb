"""What a day reminds its readers of: a meal that is not for one of them, bags to pack. On nobody else's paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.language.foodsentences import said_food
from planner.language.names import called_name
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.programme import Meal
from planner.papers.itinerary.at_home import guests_there
from planner.papers.itinerary.days import Day, Event, Phase, Schedule
from planner.papers.itinerary.moving import packing
from planner.papers.itinerary.wording import Wording
from planner.rules.programme.diets import diets_against
from planner.rules.programme.food import not_to_eat


@dataclass(frozen=True, slots=True)
class Reminder:
    """A line at the end of a day: its sign and label, the words, and what it is known by from print to print."""

    key: str
    sign: str
    label: str
    words: str


def reminders(day: Day, wording: Wording) -> Iterator[Reminder]:
    """Give what the day reminds of, in the language of the wording; of the whole group nothing is known."""
    for caution in cautions(wording.schedule, day):
        key = f"{caution.event.source.uid}/{caution.meal.which}/{caution.member.uid}/careful"
        yield Reminder(key, "warning", wording.speaker.tr("Careful"), said(caution, wording))
    if words := packing(wording.schedule, day):
        yield Reminder(f"{day.on.isoformat()}/bags", "bag", wording.speaker.tr("Bags"), wording.speaker.words(words))


@dataclass(frozen=True, slots=True)
class Caution:
    """A meal, and who must not eat what there is."""

    event: Event
    meal: Meal
    member: Member


def cautions(schedule: Schedule, day: Day) -> Iterator[Caution]:
    """Give what is served on a day to readers, or to guests of a family, who must not eat it; nothing for the group."""
    for event in day.events:
        if event.phase in (Phase.WHOLE, Phase.BEGINS) and event.source.meals:
            for member in _eating(schedule, event):
                for meal in event.source.meals:
                    if not_to_eat(meal, member.person) or diets_against(meal, member):
                        yield Caution(event, meal, member)


def _eating(schedule: Schedule, event: Event) -> tuple[Member, ...]:
    if schedule.member is not None:
        return (schedule.member,)
    return guests_there(schedule.plan, schedule.home, event) if schedule.home is not None else ()


def said(caution: Caution, wording: Wording) -> str:
    """Say it in one sentence: "Lunch: not for you (shrimp, crab), ask for something else."."""
    here, language, person = wording.speaker, wording.language, caution.member.person
    foods = [said_food(need, language) for need in not_to_eat(caution.meal, person)]
    foods += [term(diet, language).lower() for diet in diets_against(caution.meal, caution.member)]
    meal, listed = term(caution.meal.which, language), wording.listed(list(dict.fromkeys(foods)))
    if wording.schedule.home is None:
        return here.tr("{meal}: not for you ({foods}), ask for something else.", meal=meal, foods=listed)
    name = called_name(person, language)
    return here.tr("{meal}: not for {name} ({foods}), who needs something else.", meal=meal, name=name, foods=listed)

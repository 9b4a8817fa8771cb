"""The black box of a guest's page: what they must not eat, what to do if they did, medicines and health.

Frame and place are the same when there is nothing to mind, so that nobody has to look for it. Food is largest; where
none is to be minded, what else could harm is. A triangle only where an allergy is severe (domain.md §6.1, page 2: "only
what the host needs").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.clock.sides import side_of
from planner.language import N_, Pair
from planner.language.dates import day_text
from planner.language.food import SEVERE
from planner.language.foodadvice import cooking_for, hiding_places
from planner.language.foodsentences import food_statements, is_severe, said_food
from planner.language.terms import term
from planner.model.kinds import Allergen, MealProvider, MealTime, Severity, Side
from planner.model.people import Person
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.itinerary.pieces import NO_BREAK
from planner.papers.itinerary.reminders import cautions, said
from planner.papers.kit.boxes import Box, aligned, beside, gap, on, padded, picture, stack
from planner.papers.kit.colours import INK, WHITE
from planner.papers.kit.lines import Inset, Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import write_line
from planner.papers.sections.health import daily, grave, takes_any
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.voice import Voice
from planner.rules.programme.food import LABELLED

WIDTH = 178 * MM
_INSIDE = 4.7 * MM
_ROOM = WIDTH - 2 * _INSIDE
_HALF = (_ROOM - 6 * MM) / 2
_BAR = 8 * MM
_STATEMENT = Style(19, 26, bold=True)
_BOLD = Style(13, 18, bold=True)
_BAR_WORDS = Style(12, 16, bold=True, colour=WHITE)
_BAR_SECOND = Style(9.5, 13, colour=WHITE)


def food_box(guest: Guest, hosting: Hosting, voice: Voice) -> Box:
    """Lay the box for one guest."""
    person = guest.member.person
    told = said_in_box(person, voice)
    other = food_statements(person, voice.other.language)
    lines = [fitted(Run(_run_together(told.large, voice.language), _STATEMENT), _ROOM, smallest=12, lines=3)]
    if told.strong:
        lines.append(fitted(Run(_run_together(told.strong, voice.language), _BOLD), _ROOM, smallest=10, lines=3))
    small = _run_together([*told.small, ""], voice.language)
    lines.append(lay([Run(small, TEXT), Run(_run_together(other, voice.other.language), SECOND_TEXT)], _ROOM))
    if left_and_right := _columns(guest, hosting, voice):
        columns = beside([(0.0, stack(left_and_right[0])), (_HALF + 6 * MM, stack(left_and_right[1]))], _ROOM)
        lines += [gap(1.6 * MM), on((Rule(0.0, 0.0, _ROOM, 0.0, 0.8, INK),), padded(columns, above=1.8 * MM))]
    inside = padded(stack(lines), above=2.4 * MM, below=2.8 * MM, left=_INSIDE, right=_INSIDE)
    height = _BAR + inside.height
    frame = (Patch(0.0, 0.0, WIDTH, height, line=INK, weight=2.0), Patch(0.0, 0.0, WIDTH, _BAR, fill=INK))
    return Box(WIDTH, height, frame, ((0.0, 0.0, _bar(person, voice)), (0.0, _BAR, inside)))


def food_facts(guest: Guest, voice: Voice) -> Iterator[Fact]:
    """Tell what the box tells."""
    person = guest.member.person
    statements = food_statements(person, voice.language) or ["–"]
    yield Fact(f"{person.uid}/food", voice.here.tr("Food"), _run_together(statements, voice.language))
    health = [*grave(person, voice), *daily(person, voice)]
    yield Fact(f"{person.uid}/health", voice.here.tr("Health"), _run_together(health, voice.language) or "–")


class Said(NamedTuple):
    """The sentences of the box by their size: what is read from afar, what is bold under it, the rest."""

    large: list[str]
    strong: list[str]
    small: list[str]


def said_in_box(person: Person, voice: Voice) -> Said:
    """Put what matters most into the large line; that there is nothing stands there only if nothing at all is known."""
    here = voice.here
    food, health, days = food_statements(person, voice.language), grave(person, voice), daily(person, voice)
    no_food = [] if food else [here.tr("No allergies or diets that we know of.")]
    no_medicine = [] if takes_any(person) else [here.tr("No medicine that we know of.")]
    if not (food or health or days):
        return Said(no_food, [], no_medicine)
    if not food and health:
        no_food = [here.tr("No food allergies or diets that we know of.")]
    if food:
        return Said(food, health, [*days, *no_medicine])
    return Said(health or days, [], [*(days if health else ()), *no_food, *no_medicine])


def _bar(person: Person, voice: Voice) -> Box:
    severe = is_severe(person)
    first, second = voice.both(N_("Severe food allergy") if severe else N_("Food and health"))
    parts: list[Part] = [Run(first, _BAR_WORDS)]
    if severe:
        parts = [Inset(picture("warning", 13, WHITE), drop=2.2), Run(NO_BREAK, _BAR_WORDS), *parts]
    left = lay(parts, _ROOM / 2)
    right = lay(Run(second, _BAR_SECOND), _ROOM / 2, align="right")
    row = aligned([(_INSIDE, left), (_INSIDE + _ROOM / 2, right)], WIDTH)
    return padded(row, above=(_BAR - row.height) / 2)


def _run_together(sentences: Sequence[str], language: str) -> str:
    return ("" if language == "ja" else " ").join(sentences)


# What to do about it

_Columns = tuple[list[Box], list[Box]]


def _columns(guest: Guest, hosting: Hosting, voice: Voice) -> _Columns | None:
    person = guest.member.person
    if is_severe(person):
        return _if_it_happens(hosting, person, voice), _labels(guest, hosting, voice)
    advice = [
        *cooking_for(person.diets, voice.language),
        *hiding_places(_strict(person), voice.language),
        *_unlabelled(person, hosting, voice),
    ]
    served = _with_the_group(guest, voice)
    if not advice:
        return None
    left = [_head(voice.here.tr("At your table")), *(lay(Run(words, TEXT), _HALF) for words in advice)]
    right = [_head(voice.here.tr("With the group")), lay(Run(served, TEXT), _HALF)] if served else []
    right += [lay(Run(words, STRONG), _HALF) for words in _not_for(guest, voice)]
    return left, right


def _head(words: str) -> Box:
    return lay(Run(words, STRONG), _HALF)


def _strict(person: Person) -> list[Allergen]:
    mild = (Severity.DISLIKE, Severity.SMALL_AMOUNTS_OK, Severity.COOKED_OK)
    return [need.allergen for need in person.food_needs if need.severity not in mild]


def _if_it_happens(hosting: Hosting, person: Person, voice: Voice) -> list[Box]:
    """Number what to do in order; the signs and the order are those of every anaphylaxis plan."""
    here, visit = voice.here, hosting.plan.visit
    number, _ = telephones.emergency_numbers(visit)
    steps = [here.tr("EpiPen into the outer thigh, through clothes")] if person.epinephrine_pens else []
    steps.append(here.tr("{number}: say “anaphylaxis”", number=number))
    if duty := telephones.duty(visit):
        steps.append(here.tr("24-hour phone {phone}", phone=telephones.number_of(duty, visit)))
    lines = [_head(here.tr("Hives, swelling, vomiting, hard to breathe"))]
    for place, step in enumerate(steps, start=1):
        cells = [(0.0, lay(Run(str(place), STRONG), 5 * MM)), (5 * MM, lay(Run(step, TEXT), _HALF - 5 * MM))]
        lines.append(aligned(cells, _HALF))
    lines.append(lay(Run(here.tr("Better again? Still to hospital: it can come back."), TEXT), _HALF))
    return lines


def _labels(guest: Guest, hosting: Hosting, voice: Voice) -> list[Box]:
    person = guest.member.person
    advice = [*hiding_places(_strict(person), voice.language), *_unlabelled(person, hosting, voice)]
    lines = [_head(voice.here.tr("Read every label")), *(lay(Run(words, TEXT), _HALF) for words in advice)]
    lines += [lay(Run(words, STRONG), _HALF) for words in _not_for(guest, voice)]
    if person.epinephrine_pens:
        label = lay(Run(voice.here.tr("The pens are kept"), TEXT), 38 * MM)
        lines.append(aligned([(0.0, label), (40 * MM, write_line(_HALF - 40 * MM, height=6.5 * MM))], _HALF))
    return lines


def _unlabelled(person: Person, hosting: Hosting, voice: Voice) -> list[str]:
    """Say which of the foods labels of the host country need not name: they differ between the countries."""
    side = side_of(hosting.plan.visit.host_city)
    foods = [
        said_food(need, voice.language)
        for need in person.food_needs
        if need.severity in SEVERE and need.allergen is not Allergen.OTHER and need.allergen not in LABELLED[side]
    ]
    words = _COUNTRIES[side]
    return [voice.here.tr(words, foods=foods)] if foods else []


_COUNTRIES = {
    Side.US: N_("American labels need not name {foods}."),
    Side.JAPAN: N_("Japanese labels need not name {foods}."),
}


def _with_the_group(guest: Guest, voice: Voice) -> str:
    """List the meals that the committee sees to while the guest lives here."""
    days = set(guest.days())
    found = []
    for day in guest.schedule.days:
        for which, meals in day.meals.items() if day.on in days else ():
            if any(meal.provider is MealProvider.GROUP for meal in meals):
                found.append(_meal(which, day_text(day.on, voice.language, "narrow"), voice))
    return voice.here.tr("The committee sees to: {meals}.", meals=found) if found else ""


def _not_for(guest: Guest, voice: Voice) -> list[str]:
    """Say which meals of the programme are not for the guest, with their days."""
    found = []
    for day in voice.wording.schedule.days:
        on = day_text(day.on, voice.language, "narrow")
        for caution in cautions(voice.wording.schedule, day):
            if caution.member.id == guest.member.id:
                found.append(voice.here.tr("{day}: {words}", day=on, words=said(caution, voice.wording)))
    return found


def _meal(which: MealTime, on_day: str, voice: Voice) -> str:
    return voice.here.tr("{meal} {day}", meal=Pair(term(which, "en").lower(), term(which, "ja")), day=on_day)

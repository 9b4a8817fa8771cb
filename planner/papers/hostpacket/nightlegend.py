"""Below the table of nights and runs: what its words mean, who drives, with whom, and whom to call when late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.language.names import called_name, household_name
from planner.language.telephones import dialled
from planner.model.households import Household
from planner.model.kinds import MealTime
from planner.papers import telephones
from planner.papers.hostpacket.nightforms import NOT_HERE, OPEN, TABLES
from planner.papers.itinerary.pieces import chip
from planner.papers.kit.boxes import Box, aligned, beside, stack
from planner.papers.kit.colours import SECOND
from planner.papers.kit.lines import Part, Run, fitted, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import STRONG, TEXT
from planner.papers.kit.ticks import write_line
from planner.papers.sections.hosting import Hosting
from planner.papers.sections.meals import Table
from planner.papers.sections.runs import HostDay
from planner.papers.sections.voice import Voice

WIDTH = 178 * MM


def legend(hosting: Hosting, days: Sequence[HostDay], voice: Voice) -> Box:
    """Set the three columns below the table; of meals only the words that stand in it."""
    used = {table for day in days for tables in day.tables.values() for table in tables}
    third = WIDTH / 3
    meals = [lay(Run(voice.here.tr("Meals"), STRONG), third - 6 * MM)]
    for table, (word, meaning) in TABLES.items():
        if table in used:
            meals.append(_explained(table, voice.here.words(word), voice.here.words(meaning), third - 6 * MM))
    if any(which not in day.tables for day in days for which in MealTime):
        meals.append(_explained(None, voice.here.words(OPEN[0]), voice.here.words(OPEN[1]), third - 6 * MM))
    if Table.NONE in used:
        meals.append(_explained(None, NOT_HERE[0], voice.here.words(NOT_HERE[1]), third - 6 * MM))
    columns = [stack(meals), _drivers(hosting, voice, third - 6 * MM), _late(hosting, voice, third - 6 * MM)]
    return beside([(number * third, box) for number, box in enumerate(columns)], WIDTH)


def _explained(table: Table | None, word: str, meaning: str, width: float) -> Box:
    left = 15 * MM
    style = STRONG if table is Table.HOME else TEXT.but(colour=SECOND)
    said: Part = chip(word, size=10) if table is Table.PACKED else Run(word, style, whole=True)
    cells = [(0.0, fitted([said], left - 1 * MM, smallest=8)), (left, lay(Run(meaning, TEXT), width - left))]
    return aligned(cells, width)


def _drivers(hosting: Hosting, voice: Voice, width: float) -> Box:
    drivers = [one.person for one in hosting.household.residents if one.drives_guests]
    names = voice.wording.listed([called_name(person, voice.language) for person in drivers])
    if names:
        words = voice.here.tr("{names}. Anybody else at the wheel: ask us first.", names=names)
    else:
        words = voice.here.tr("Nobody is down as a driver yet: please tell us who.")
    lines = [lay(Run(voice.here.tr("Driver"), STRONG), width), lay(Run(words, TEXT), width)]
    return stack([*lines, *(lay(Run(each, TEXT), width) for each in _shared(hosting, voice))])


def _shared(hosting: Hosting, voice: Voice) -> Iterator[str]:
    """Say with which family this one rides, and for whom it drives as well."""
    home, country = hosting.household, hosting.plan.visit.host_city.country
    for offer in hosting.plan.offers:
        if offer.household_id == home.id and offer.rides_with is not None:
            yield voice.here.tr("You ride with {family}.", family=_reached(offer.rides_with, country, voice))
        elif offer.rides_with_id == home.id and offer.household is not None:
            yield voice.here.tr("You also drive for {family}.", family=_reached(offer.household, country, voice))


def _reached(home: Household, country: str, voice: Voice) -> str:
    number = dialled(home.phone, country, country) if home.phone.strip() else ""
    return voice.wording.listed([household_name(home, voice.language), number])


def _late(hosting: Hosting, voice: Voice, width: float) -> Box:
    visit = hosting.plan.visit
    duty = telephones.duty(visit)
    lines = [
        lay(Run(voice.here.tr("Late, or cannot come?"), STRONG), width),
        lay(Run(voice.here.tr("Please call before the time:"), TEXT), width),
    ]
    if duty is not None:
        lines.append(lay(Run(telephones.number_of(duty, visit), STRONG, whole=True), width))
    else:
        lines.append(write_line(width * 0.8))
    return stack(lines)

"""The rows of a block that are the same for every aim, reckoned once: what clashes, and what leaves no rest."""

from __future__ import annotations

from collections import defaultdict

from planner.matching.shifts.chains import Chain, chains_of_meal, chains_of_rest
from planner.matching.shifts.clashes import cliques
from planner.matching.shifts.duties import Option, Tables

Key = tuple[object, ...]


class Rulebook:
    """The cliques and chains of one block; `chains` come with the key of their excuse and the penalty."""

    def __init__(self, tables: Tables, block: int) -> None:
        self.cliques: list[list[Option]] = []
        self.chains: list[tuple[Key, int | None, list[Chain]]] = []
        people: dict[int, list[Option]] = defaultdict(list)
        days: dict[tuple[int, int], list[Option]] = defaultdict(list)
        for shift in tables.blocks[block]:
            for one in tables.of_shift[shift]:
                people[one.person].append(one)
                days[one.person, tables.shifts[shift].day].append(one)
        for person, options in sorted(people.items()):
            self.cliques += cliques(tables, options)
            for meal in tables.meals:
                chains = list(chains_of_meal(tables, meal, options))
                if chains:
                    self.chains.append(((person, meal.name, meal.start), meal.penalty, chains))
        for (person, day), options in sorted(days.items()):
            for rest in tables.rests:
                chains = list(chains_of_rest(tables, rest, options))
                if chains:
                    self.chains.append(((person, day, rest.name), rest.penalty, chains))

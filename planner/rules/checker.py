"""All rules over a plan, again after every change, looking only where something changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from planner.agenda import Agenda, Cohort, Ways
from planner.language.marking import Pair
from planner.language.names import called_name, in_both
from planner.model.attendance import travels
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.finding import Finding
from planner.rules.homestays.looks import HomeRule
from planner.rules.homestays.stays import READ, found_in_stays
from planner.rules.prints import Prints
from planner.rules.rule import Called, DayOf, Found, Rule
from planner.rules.settings import Taken, taken

#: What the rules found in one place: which of them, and what.
Results = tuple[tuple[Taken, Found], ...]

# So many people are named in a sentence; of more only the number is said.
_NAMED = 3


class Checker:
    """Checks plans one after the other and remembers what it found where nothing changed.

    Results are the same as without remembering; a thousand activities with two hundred people take about 200 ms the
    first time and 30 ms after an edit. One checker serves one thread.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._prints = Prints()
        self._known: dict[Hashable, Results] = {}

    def check(self, plan: Plan) -> Iterator[Finding]:
        """Give what the rules find, in the order of the rules; accepted findings are marked."""
        return self.check_agenda(Agenda(plan))

    def check_agenda(self, agenda: Agenda) -> Iterator[Finding]:
        """Check an agenda, which may be one that is only thought of: while something is dragged."""
        plan = agenda.plan
        if not self._prints.begin():
            self._known.clear()
        held = taken(plan, self._rules)
        ways = self._prints.rows(plan.ways)
        rules = self._prints.number((tuple(one.print for one in held), ways, plan.visit.host_city.zone))
        fresh: dict[Hashable, Results] = {}
        results = [*self._of_events(agenda, held, rules, fresh), *self._of_days(agenda, held, rules, fresh)]
        for one in held:
            if one.rule.plan is not None:
                results += [(one, found) for found in one.rule.plan(agenda, one.figures)]
        results += self._of_homes(plan, held, rules, fresh)
        self._known = fresh
        return _said(plan, held, results)

    def _of_events(
        self, agenda: Agenda, held: Sequence[Taken], rules: int, fresh: dict[Hashable, Results]
    ) -> Iterator[tuple[Taken, Found]]:
        looking = [(one, one.rule.event) for one in held if one.rule.event is not None]
        for slot in agenda.slots:
            key = ("event", rules, self._prints.slot(slot))
            results = self._known.get(key)
            if results is None:
                results = tuple((one, found) for one, look in looking for found in look(slot, one.figures))
            fresh[key] = results
            yield from results

    def _of_days(
        self, agenda: Agenda, held: Sequence[Taken], rules: int, fresh: dict[Hashable, Results]
    ) -> Iterator[tuple[Taken, Found]]:
        looking = [(one, one.rule.day) for one in held if one.rule.day is not None]
        for cohort in agenda.cohorts:
            crowd = self._prints.crowd(cohort.members)
            whole = tuple(self._prints.slot(one) for one in cohort.all_day)
            for day in days_of(cohort, agenda.ways):
                around = [slot for slot in (day.before, *day.slots, day.after) if slot is not None]
                key = ("day", rules, crowd, day.on, whole, tuple(self._prints.slot(slot) for slot in around))
                results = self._known.get(key)
                if results is None:
                    results = tuple((one, found) for one, look in looking for found in look(day, one.figures))
                fresh[key] = results
                yield from results

    def _of_homes(
        self, plan: Plan, held: Sequence[Taken], rules: int, fresh: dict[Hashable, Results]
    ) -> Iterator[tuple[Taken, Found]]:
        looking = [one for one in held if isinstance(one.rule, HomeRule)]
        if not looking or not plan.stays:
            return
        key = ("homes", rules, *(self._prints.rows(plan.all(noun)) for noun in READ))
        results = self._known.get(key)
        if results is None:
            results = tuple(found_in_stays(plan, looking))
        fresh[key] = results
        yield from results


def days_of(cohort: Cohort, ways: Ways) -> Iterator[DayOf]:
    """Give the days of a cohort on which something begins, each with what comes before and after it."""
    slots = cohort.slots
    first = 0
    # Across the date line a later slot can stand on an earlier date: a day is a run of slots, not a date's whole lot.
    while first < len(slots):
        last = first
        while last + 1 < len(slots) and slots[last + 1].day == slots[first].day:
            last += 1
        before = slots[first - 1] if first else None
        after = slots[last + 1] if last + 1 < len(slots) else None
        yield DayOf(cohort, slots[first].day, slots[first : last + 1], before, after, ways)
        first = last + 1


def _said(plan: Plan, held: Sequence[Taken], results: Iterable[tuple[Taken, Found]]) -> Iterator[Finding]:
    """Put together what several cohorts found alike, and make findings of it."""
    crowds = _Crowds(plan)
    order = {one.rule.code: place for place, one in enumerate(held)}
    alike: dict[Hashable, tuple[Taken, Found]] = {}
    for one, found in results:
        key = (one.rule.code, found.subject, found.others, found.day, repr(sorted(found.figures.items(), key=str)))
        known = alike.get(key)
        if known is not None:
            found = replace(known[1], who=tuple(dict.fromkeys((*known[1].who, *found.who))))
        alike[key] = (one, found)
    for one, found in sorted(alike.values(), key=lambda pair: (order[pair[0].rule.code], pair[1].day or dt.date.min)):
        figures = {
            name: crowds.called(value.member_id) if isinstance(value, Called) else value
            for name, value in found.figures.items()
        }
        if found.who:
            figures["who"] = crowds.who(found.who)
        message = Message(one.rule.code, figures)
        subjects = (found.subject, *found.others)
        rule = one.rule
        yield Finding(
            rule.kind, one.severity, subjects, message, rule.source, found.day, found.who, rule.code
        )


class _Crowds:
    """Says of members who they are: by their called names, or how many, or that it is everybody."""

    def __init__(self, plan: Plan) -> None:
        self._by_id = {member.id: member for member in plan.members}
        self._travelling = sum(1 for member in plan.members if travels(member))
        self._said: dict[tuple[int, ...], Message | list[Pair]] = {}

    def who(self, members: tuple[int, ...]) -> Message | list[Pair]:
        """Give people as a figure of a sentence."""
        said = self._said.get(members)
        if said is None:
            said = self._said[members] = self._say(members)
        return said

    def called(self, member: int) -> Pair:
        """Give what one member is called."""
        person = self._by_id[member].person
        return in_both(called_name, person)

    def _say(self, members: tuple[int, ...]) -> Message | list[Pair]:
        if len(members) > _NAMED:
            code = "crowd-all" if len(members) == self._travelling else "crowd-some"
            return Message.of(code, count=len(members))
        return [self.called(member) for member in members]

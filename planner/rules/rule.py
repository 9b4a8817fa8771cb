"""What a rule is: a code, how bad it is, the figures it goes by, and a small pure function that looks.

A rule says nothing in words. For each code there are three sentences in `planner/language/sentences/findings.py`:
the code itself, what was found; ``<code>.name``, what the rule is called on the page of rules; ``<code>.why``, why it
matters, with the source where there is one. For each figure there is its label with the unit, ``<code>.<figure>``:
"Getting on and off (min)".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from planner.agenda import Agenda, Cohort, Slot, Ways
from planner.model.kinds import Preset
from planner.rules.finding import FindingKind, Severity, Source, Subject

Figures = Mapping[str, float]
"""The figures a rule goes by, by name: minutes, hours, a number of events. Times of day are hours: 13.5
is 13:30; their names end in ``from``, ``until``, ``at``, ``begins`` or ``ends``, and so they are typed as times."""


@dataclass(frozen=True, slots=True)
class Called:
    """A figure that stands for what a member is called until it is said: what was found holds when a name is mended."""

    member_id: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: about what, the figures of its sentence, and whom it concerns.

    It holds ids and plain values only, so that it can be kept from one plan to the next. `who` are members; the
    sentence has them as ``{who}`` ("all 15", "Ruka and Mei"), put together over all the cohorts that found the same.
    """

    subject: Subject
    figures: Mapping[str, Any] = field(default_factory=dict)
    who: tuple[int, ...] = ()
    others: tuple[Subject, ...] = ()
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DayOf:
    """One local day of a cohort: what begins on it, and what comes before and after."""

    cohort: Cohort
    on: dt.date
    slots: tuple[Slot, ...]
    before: Slot | None
    after: Slot | None
    ways: Ways

    @property
    def who(self) -> tuple[int, ...]:
        """The ids of the cohort's members."""
        return tuple(member.id for member in self.cohort.members)


EventLook = Callable[[Slot, Figures], Iterable[Found]]
DayLook = Callable[[DayOf, Figures], Iterable[Found]]
PlanLook = Callable[[Agenda, Figures], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, with the level and the figures it has in each preset unless the visit says otherwise.

    Exactly one of the three looks is set: at one event with its place, meals and members; at one day of a cohort; or
    at the whole agenda. The first two are looked at again only where something changed, so they may read nothing else.
    Times are read from the slot, never from the event: while something is dragged, only its slot has moved.
    """

    code: str
    kind: FindingKind
    severity: Severity
    figures: Figures
    presets: Mapping[Preset, Mapping[str, float]]
    event: EventLook | None = None
    day: DayLook | None = None
    plan: PlanLook | None = None
    #: Where the rule is written down, for one that comes from the real world.
    source: Source | None = None
    #: Presets in which the rule does not hold at all.
    off_in: frozenset[Preset] = frozenset()
    #: Presets that take it more or less seriously than `severity`, since programmes disagree (domain.md §3.1).
    levels: Mapping[Preset, Severity] = field(default_factory=dict)

    def severity_in(self, preset: Preset) -> Severity:
        """Give how bad what it finds is in a preset."""
        return self.levels.get(preset, self.severity)


Presets = Mapping[Preset, Mapping[str, float]]
Levels = Mapping[Preset, Severity]
_NONE: Presets = MappingProxyType({})
_AS_IT_IS: Levels = MappingProxyType({})


class RuleOf:
    """Makes a function that looks at something a rule: ``@of_event("no-adult", FindingKind.PEOPLE, Severity.WARN)``.

    Figures are given by name; `presets` holds those that differ in a preset, `levels` the levels that do, `off_in` the
    presets without the rule.
    """

    def __init__(self, look: str) -> None:
        self._look = look

    def __call__(
        self,
        code: str,
        kind: FindingKind,
        severity: Severity,
        *,
        presets: Presets = _NONE,
        levels: Levels = _AS_IT_IS,
        off_in: Iterable[Preset] = (),
        source: Source | None = None,
        **figures: float,
    ) -> Callable[[Callable[[Any, Figures], Iterable[Found]]], Rule]:
        """Take the code, kind, level and figures of a rule."""

        def make(look: Callable[[Any, Figures], Iterable[Found]]) -> Rule:
            looks: dict[str, Any] = {self._look: look}
            return Rule(
                code, kind, severity, figures, presets, source=source, off_in=frozenset(off_in), levels=levels, **looks
            )

        return make


#: For a function that looks at one event.
of_event = RuleOf("event")
#: For a function that looks at one day of a cohort.
of_day = RuleOf("day")
#: For a function that looks at the whole agenda; it is run after every change, so it is quick.
of_plan = RuleOf("plan")

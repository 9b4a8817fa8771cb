"""Activities and legs as cards of the time board: their words, icons and signs, made once a plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Final

from planner.agenda import Agenda, AllDay, Event, Slot, Unclear, day_of
from planner.clock import WallTime, shown_elsewhere
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.terms import term
from planner.language.times import duration_text, letters_of, time_text
from planner.model.interpreting import Need
from planner.model.kinds import ActivityKind, ActivityStatus, MealProvider, MealTime, TravelMode
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Meal
from planner.rules.finding import Subject
from planner.ui.boards.time.faces import Card, Clocks, End, Face, Sign, clocks_of
from planner.ui.pages.programme.lines import BY, date_shift
from planner.ui.widgets.words import said


def cards(agenda: Agenda, shows: Callable[[Event], bool]) -> Iterator[Card]:
    """Every event of an agenda as a card; `shows` says what is not hidden. What is cancelled has none."""
    making = _Making(agenda.plan)
    for slot in agenda.slots:
        if shows(slot.event):
            yield making.timed(slot)
    for whole in agenda.all_day:
        if shows(whole.event):
            yield making.all_day(whole)
    for unclear in agenda.unclear:
        if shows(unclear.event):
            yield making.unclear(unclear)


class _Making:
    """Makes cards in the screen's language."""

    def __init__(self, plan: Plan) -> None:
        self._language = screen_language()
        visit = plan.visit
        self._host, self._home = visit.host_city.zone, visit.home_city.zone
        self._needs: dict[tuple[str, int], Need] = {}
        for need in plan.needs:
            if need.activity_id is not None:
                self._needs.setdefault(("Activity", need.activity_id), need)
            elif need.journey_id is not None:
                self._needs.setdefault(("Journey", need.journey_id), need)

    def timed(self, slot: Slot) -> Card:
        """An event with a start."""
        event, begins, ends = slot.event, slot.begins, slot.ends
        clocks = clocks_of(begins, ends, self._host, self._home, self._language)
        face = self._face(event, clocks, self._strip_line(clocks, begins))
        first, last = sorted((begins.on, begins.on if ends is None else ends.on))
        return Card(Subject(*slot.key), self._with_ends(face, slot), first, last, slot.start, slot.end)

    def all_day(self, whole: AllDay) -> Card:
        """An activity without hours."""
        event = whole.event
        place = said(event.place, "name") if event.place is not None else ""
        line = place or self._meals(event.meals) or tr("all day")
        return Card(Subject(*whole.key), self._face(event, Clocks("", ""), line), whole.first, whole.last)

    def unclear(self, unclear: Unclear) -> Card:
        """An event whose time is on no clock: it stands with its day, and says the time that cannot be."""
        event = unclear.event
        at = event.starts_at if isinstance(event, Activity) else event.departs_at
        day = day_of(event)
        line = "" if at is None else time_text(at, self._language)
        return Card(Subject(type(event).__name__, event.id), self._face(event, Clocks("", ""), line), day, day)

    def _face(self, event: Event, clocks: Clocks, line: str) -> Face:
        title = self._title(event)
        if isinstance(event, Activity):
            tone, icon_name = event.kind.value, _icon(event)
            place = said(event.place, "name") if event.place is not None else ""
        else:
            tone, icon_name = "travel", BY[event.mode]
            ends = (event.from_place, event.to_place)
            place = " → ".join(said(end, "name") for end in ends if end is not None)
        return Face(
            tone, icon_name, title, clocks, _letter(event), "" if place and place in title else place,
            tuple(self._signs(event)), line=line, tentative=event.status is ActivityStatus.IDEA,
        )  # fmt: skip

    def _title(self, event: Event) -> str:
        title = said(event, "title")
        if title or isinstance(event, Activity):
            return title
        return " ".join(filter(None, (event.carrier, event.number))) or term(event.mode, self._language)

    def _signs(self, event: Event) -> Iterator[Sign]:
        """Interpreting, transport, meal."""
        need = self._needs.get((type(event).__name__, event.id))
        if need is not None:
            yield Sign("interpreters", term(need.mode, self._language))
        if isinstance(event, Activity):
            words = said(event, "transport")
            if words:
                yield Sign(_transport(event), words)
        if event.meals:
            yield Sign("meal", self._meals(event.meals))

    def _meals(self, meals: Sequence[Meal]) -> str:
        if len({meal.which for meal in meals}) == len(MealTime):
            at_home = all(meal.provider is MealProvider.FAMILY for meal in meals)
            return tr("all meals at home") if at_home else tr("all meals")
        return comma_list((term(meal.which, self._language) for meal in meals), self._language)

    def _strip_line(self, clocks: Clocks, begins: WallTime) -> str:
        """What stands in the strip under the title of an event at hours no column has: both clocks."""
        if not clocks.local:
            return f"{clocks.host_start} · {clocks.home_start}" if clocks.home else clocks.host
        here = shown_elsewhere(begins, self._host)
        if here is None:
            return clocks.local
        weekday = day_text(here.on, self._language, "weekday")
        return tr("{here}, {there}", here=clocks.local, there=f"{weekday} {clocks.host_start}")

    def _with_ends(self, face: Face, slot: Slot) -> Face:
        """The face of what goes on over a day's end, or of a leg from one zone to another."""
        begins, ends = slot.begins, slot.ends
        leg = isinstance(slot.event, Journey)
        if ends is None:
            return face
        here, there = shown_elsewhere(begins, self._host), shown_elsewhere(ends, self._host)
        began = goes_on = ""
        if here is not None and there is not None and here.on != there.on:
            left, lands = self._moment(here), self._moment(there)
            began = tr("left {when}", when=left) if leg else tr("since {when}", when=left)
            goes_on = tr("arrives {when}", when=lands) if leg else tr("until {when}", when=lands)
        if not isinstance(slot.event, Journey) or begins.zone == ends.zone:
            return replace(face, began=began, goes_on=goes_on)
        with suppress(PlannerError):
            length = duration_text(slot.length, self._language)
            if slot.event.mode is TravelMode.AIR:
                length = tr("{time} in the air", time=length)
            shift = date_shift(begins, ends, (self._host, self._home), self._language)
            both = (_end(begins, self._language), _end(ends, self._language))
            face = replace(face, ends=both, length=length, pill=shift)
        return replace(face, began=began, goes_on=goes_on)

    def _moment(self, wall: WallTime) -> str:
        day = day_text(wall.on, self._language, "narrow")
        comma = "," if self._language == "en" else ""
        return f"{day}{comma} {time_text(wall.at, self._language)}".replace(":00 ", " ")


@lru_cache(maxsize=1024)
def _end(wall: WallTime, language: str) -> End:
    return End(time_text(wall.at, language), f"{letters_of(wall)} {day_text(wall.on, language, 'narrow')}".strip())


def _letter(event: Event) -> str:
    """The letter of the one squad it is for; nothing for everyone, or for several."""
    links = event.group_links
    return links[0].group.letter if len(links) == 1 and not event.everyone else ""


def _icon(activity: Activity) -> str:
    if activity.kind is ActivityKind.TRAVEL:
        return _transport(activity) if activity.transport_en or activity.transport_ja else "bus"
    return activity.kind.value


def _transport(activity: Activity) -> str:
    """The icon of how one gets there, from the words somebody wrote."""
    words = f"{activity.transport_en} {activity.transport_ja}".casefold()
    told = set(re.findall(r"[a-z]+", words))
    for icon_name, (english, japanese) in _TOLD.items():
        if told & english or any(word in words for word in japanese):
            return icon_name
    return "bus"


_TOLD: Final[dict[str, tuple[frozenset[str], tuple[str, ...]]]] = {
    "walk": (frozenset({"walk", "walking", "foot"}), ("徒歩",)),
    "travel": (frozenset({"flight", "plane", "air"}), ("飛行機", "航空")),
    "train": (frozenset({"train", "rail", "subway"}), ("電車", "列車", "新幹線")),
    "ship": (frozenset({"ship", "boat", "ferry"}), ("船", "フェリー")),
    "car": (frozenset({"car", "cars", "taxi"}), ("車で", "自家用車", "タクシー")),
}

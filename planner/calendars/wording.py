"""What the entries of a calendar say, in one language or in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from planner.calendars.alarms import INTERPRETERS_EARLIER
from planner.calendars.drives import Drive
from planner.calendars.maps import map_link
from planner.calendars.sources import undecided_at
from planner.clock import WallTime, arrives_of, departs_of, elapsed, elsewhere, starts_of
from planner.language import N_, Speaker, speaker
from planner.language.addresses import english_address, japanese_address
from planner.language.figures import comma_list
from planner.language.names import called_name, full_name, household_name
from planner.language.terms import term
from planner.language.times import both_clocks_text, duration_text, night_text, span_text, time_text, wall_text
from planner.model.attendance import is_invitation
from planner.model.cities import City
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.interpreting import Assignment, Interpreter
from planner.model.kinds import ActivityStatus, MealProvider, StayKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Meal, Place

_PROVIDERS = {
    MealProvider.GROUP: N_("together"),
    MealProvider.FAMILY: N_("with the family"),
    MealProvider.PACKED: N_("packed by the family"),
    MealProvider.ON_BOARD: N_("on board"),
    MealProvider.OWN: N_("on your own"),
}


Whom = Member | Household | Interpreter | None
"""For whom an entry is: some things are said otherwise to a host family, or to who interprets."""


class Wording:
    """Says entries in each of the languages of a calendar: titles beside each other, notes one below the other."""

    def __init__(self, plan: Plan, languages: tuple[str, ...]) -> None:
        self.plan = plan
        self._tongues = [_Tongue(plan, language) for language in languages]

    def title(self, source: Activity | Journey | Stay, one: Whom = None) -> str:
        """Name an entry."""
        return self._beside(lambda tongue: tongue.title(source, one))

    def place(self, place: Place | None, more: str = "") -> str:
        """Give the name and the address of a place; `more` stands between them, such as a terminal."""
        return self._beside(lambda tongue: tongue.place(place, more))

    def home(self, stay: Stay) -> str:
        """Give the address of the home or hotel of a stay, as far as the reader may know it."""
        return self._beside(lambda tongue: tongue.home(stay))

    def notes(
        self,
        source: Activity | Journey | Stay,
        one: Whom = None,
        guests: Sequence[Member] = (),
        drives: Sequence[Drive] = (),
        *,
        with_group: bool = False,
    ) -> str:
        """Say everything else one must know, a line each; the languages one below the other.

        `guests` are those of a host family who take part, `drives` its ways with them; `with_group` is so
        of an interpreter who comes there with the group.
        """
        said = (tongue.notes(source, one, guests, drives, with_group=with_group) for tongue in self._tongues)
        blocks = ["\n".join(filter(None, lines)) for lines in said]
        return "\n\n".join(dict.fromkeys(filter(None, [*blocks, "\n".join(_as_stated(source, one))])))

    def _beside(self, say: Callable[[_Tongue], str]) -> str:
        return " / ".join(dict.fromkeys(filter(None, (say(tongue) for tongue in self._tongues))))


def _as_stated(source: Activity | Journey | Stay, one: Whom) -> Iterator[str]:
    """Give what is the same in every language: notes that have only one, and where the place is on a map."""
    if isinstance(source, Stay):
        link = map_link(source.household or source.place) if source.household is not one else ""
    else:
        if isinstance(source, Activity):
            yield from filter(None, [source.notes_interpreters.strip()])
        yield from filter(None, [source.notes_staff.strip()])
        place = source.place if isinstance(source, Activity) else source.from_place
        link = map_link(place)
    yield from filter(None, [link])


class _Tongue:
    """Says entries in one language; what a record does not hold in it is taken from the other."""

    def __init__(self, plan: Plan, language: str) -> None:
        self.plan = plan
        self.language = language
        self.here: Speaker = speaker(language)

    def pick(self, english: str, japanese: str) -> str:
        ordered = (japanese, english) if self.language == "ja" else (english, japanese)
        return next((text.strip() for text in ordered if text.strip()), "")

    def listed(self, words: list[str]) -> str:
        return comma_list(words, self.language)

    def line(self, label: str, words: str) -> str:
        """Put a label before words: "Bring: towel", 「持ち物：タオル」; nothing without words."""
        return self.here.tr("{label}: {words}", label=label, words=words) if words else ""

    def title(self, source: Activity | Journey | Stay, one: Whom) -> str:
        if isinstance(source, Stay):
            return self._guest(source) if isinstance(one, Household) else self._stay(source)
        named = self.named(source)
        return self.line(self.here.tr("Interpreting"), named) if isinstance(one, Interpreter) else named

    def named(self, source: Activity | Journey) -> str:
        if found := self.pick(source.title_en, source.title_ja):
            return found
        if isinstance(source, Activity):
            return term(source.kind, self.language)
        ends = " → ".join(filter(None, (self._name(source.from_place), self._name(source.to_place))))
        ticket = " ".join(filter(None, (source.carrier.strip(), source.number.strip())))
        return " ".join(filter(None, (ticket, ends))) or term(source.mode, self.language)

    def _stay(self, stay: Stay) -> str:
        if stay.kind is StayKind.HOME:
            family = household_name(stay.household, self.language) if stay.household else ""
            if not family or not (stay.household and (stay.household.name_en or stay.household.name_ja)):
                return self.here.tr("Staying with a host family")
            return self.here.tr("Staying with {family}", family=family)
        name = self._name(stay.place) or term(stay.kind, self.language)
        return self.here.tr("Staying at {place}", place=name)

    def _guest(self, stay: Stay) -> str:
        return self.here.tr("{name} stays with you", name=full_name(stay.member.person, self.language))

    def place(self, place: Place | None, more: str) -> str:
        return self.listed([self._name(place), more, self._address(place)])

    def home(self, stay: Stay) -> str:
        return self.place(stay.place, "") if stay.household is None else self._address(stay.household)

    def _address(self, where: Place | Household | None) -> str:
        """Give an address in one line as its own script writes it, so that a map finds it."""
        if where is None:
            return ""
        english, japanese = where.address_en.strip(), where.address_ja.strip()
        town, code = (where.town, where.postal_code) if isinstance(where, Household) else ("", "")
        if japanese and (self.language == "ja" or not english):
            return "\u3000".join(japanese_address(japanese, code))
        return ", ".join(english_address(english, town, code, self.plan.visit.host_city.country))

    def notes(
        self, source: Activity | Journey | Stay, one: Whom, guests: Sequence[Member], drives: Sequence[Drive], *,
        with_group: bool,
    ) -> Iterator[str]:
        if isinstance(source, Stay):
            yield from self._of_stay(source, one)
            return
        here = self.here
        if isinstance(one, Interpreter):
            yield from self._of_interpreting(source, one, with_group=with_group)
        yield from self._of_journey(source) if isinstance(source, Journey) else self._of_activity(source)
        if isinstance(one, Household):
            yield self.line(here.tr("Your guests"), self._called(guests))
            yield from self._of_drives(drives)
            if isinstance(source, Activity) and is_invitation(source):
                yield here.tr("You are invited too.")
        elif not source.everyone:
            groups = [self.pick(link.group.name_en, link.group.name_ja) for link in source.group_links]
            yield self.line(here.tr("For"), self.listed([*groups, *self._singly(source, one)]))
        for meal in source.meals:
            yield self._meal(meal)
        if source.status is ActivityStatus.REQUESTED:
            yield here.tr("Not yet confirmed.")
        if undecided := undecided_at(one, guests, source):
            words = here.tr("Group not decided yet")
            yield self.line(words, self._called(undecided)) if isinstance(one, Household) else words
        yield self.pick(source.notes_guests_en, source.notes_guests_ja)
        if isinstance(source, Activity):
            yield self.pick(source.notes_hosts_en, source.notes_hosts_ja)

    def _singly(self, source: Activity | Journey, one: Whom) -> Iterator[str]:
        """Name the single people an event is for, to who may know them; to oneself that need not be said."""
        for link in source.member_links:
            if link.attends and link.member is not one:
                yield full_name(link.member.person, self.language)

    def _called(self, guests: Iterable[Member]) -> str:
        return self.listed([called_name(each.person, self.language) for each in guests])

    def _of_drives(self, drives: Iterable[Drive]) -> Iterator[str]:
        """Say whom a family brings at what time, and whom it fetches."""
        together: dict[tuple[bool, WallTime], list[Member]] = {}
        for drive in drives:
            together.setdefault((drive.fetches, drive.at), []).append(drive.member)
        for (fetches, at), members in together.items():
            what = self.here.tr("Pick-up") if fetches else self.here.tr("Drop-off")
            when = [time_text(at.at, self.language), night_text(at, self.language)]
            yield self.line(what, self.listed([*when, self._called(members)]))

    def _of_interpreting(self, source: Activity | Journey, one: Interpreter, *, with_group: bool) -> Iterator[str]:
        """Say what an interpreter does there, each part they have taken on."""
        for assignment in one.assignments:
            if source in (assignment.need.activity, assignment.need.journey):
                yield self.listed([self._part(assignment), *self._asked(assignment)])
        early = int(INTERPRETERS_EARLIER.total_seconds()) // 60
        told = self.here.tr("Be there {count} minutes before.", count=early)
        yield self.here.tr("You come with the group.") if with_group else told

    def _part(self, assignment: Assignment) -> str:
        """Say which part of an event somebody interprets; nothing for all of it."""
        need = assignment.need
        start, end = assignment.covers_from or need.needed_from, assignment.covers_until or need.needed_until
        if start is None:
            return self.here.tr("until {time}", time=time_text(end, self.language)) if end is not None else ""
        return span_text(start, end, self.language)

    def _asked(self, assignment: Assignment) -> Iterator[str]:
        need = assignment.need
        yield term(need.mode, self.language)
        yield from (term(pair, self.language) for pair in sorted(need.pairs))
        yield need.speciality.strip()

    def _of_activity(self, activity: Activity) -> Iterator[str]:
        here = self.here
        yield self._other_clock(starts_of(activity))
        meet = self.pick(activity.meeting_point_en, activity.meeting_point_ja)
        yield self.line(here.tr_in("programme", "Meet"), self._at(activity.meeting_at, meet))
        leave = self.pick(activity.dismissal_point_en, activity.dismissal_point_ja)
        yield self.line(here.tr_in("programme", "Dismissal"), self._at(activity.dismissal_at, leave))
        yield self.line(here.tr("Transport"), self.pick(activity.transport_en, activity.transport_ja))
        yield self.line(here.tr("Wear"), self.pick(activity.dress_en, activity.dress_ja))
        yield self.line(here.tr("Bring"), self.pick(activity.bring_en, activity.bring_ja))
        yield self.line(here.tr("If it rains"), self.pick(activity.rain_en, activity.rain_ja))
        if activity.permission_slip:
            yield here.tr("Bring the signed permission slip.")

    def _of_journey(self, journey: Journey) -> Iterator[str]:
        here, leaves, arrives = self.here, departs_of(journey), arrives_of(journey)
        start = self._end(journey.from_place, journey.departs_terminal, leaves)
        end = self._end(journey.to_place, journey.arrives_terminal, arrives)
        yield self.line(here.tr("Departure"), start)
        yield self.line(here.tr("Arrival"), end)
        if leaves and arrives:
            # Of an hour that clocks skip nobody can say how long the leg takes.
            with suppress(PlannerError):
                yield here.tr("Takes {time}.", time=duration_text(elapsed(leaves, arrives), self.language))
        minutes = journey.check_in_minutes
        yield here.tr("Be there {count} minutes before.", count=minutes) if minutes else ""

    def _end(self, place: Place | None, terminal: str, wall: WallTime | None) -> str:
        """Say one end of a leg: where, by its own clock, and by the other city's."""
        named = terminal.strip()
        named = self.here.tr("Terminal {name}", name=named) if named.isdecimal() else named
        when = ""
        if wall is not None:
            other = self._other_city(wall)
            when = both_clocks_text(wall, other.zone, self.language) if other else wall_text(wall, self.language)
        return self.listed([self._name(place), named, when])

    def _of_stay(self, stay: Stay, one: Whom) -> Iterator[str]:
        if stay.household is not None and stay.household is not one:
            yield self.line(self.here.tr("Telephone"), stay.household.phone.strip())
            yield self.line(self.here.tr("Nearest station or stop"), stay.household.nearest_stop.strip())
        if stay.room is not None and stay.room.number:
            yield self.here.tr("Room {number}", number=stay.room.number)

    def _other_city(self, wall: WallTime) -> City | None:
        """Give the city whose clocks show another time then: home, or else the host city."""
        visit = self.plan.visit
        for city in (visit.home_city, visit.host_city):
            try:
                if elsewhere(wall, city.zone).local != wall.local:
                    return city
            except PlannerError:
                return None
        return None

    def _other_clock(self, wall: WallTime | None) -> str:
        city = self._other_city(wall) if wall else None
        if wall is None or city is None:
            return ""
        when = wall_text(elsewhere(wall, city.zone), self.language, "short")
        return self.here.tr("Time in {city}: {when}", city=self.pick(city.name_en, city.name_ja), when=when)

    def _meal(self, meal: Meal) -> str:
        words = [self.here.tr(_PROVIDERS[meal.provider]), self.pick(meal.menu_en, meal.menu_ja)]
        return self.line(term(meal.which, self.language), self.listed(words))

    def _at(self, at: dt.time | None, point: str) -> str:
        return self.listed([time_text(at, self.language) if at else "", point])

    def _name(self, place: Place | None) -> str:
        return self.pick(place.name_en, place.name_ja) if place else ""

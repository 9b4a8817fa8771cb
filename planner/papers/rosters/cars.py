"""The roster of cars and pick-ups: who drives whom from which home, and at which minute who is fetched where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Final

from planner.agenda import Agenda
from planner.language import N_, N_in
from planner.language.dates import day_text
from planner.language.names import called_name, family_word, full_name, household_sort_key
from planner.language.times import night_text, time_text
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.households import HostOffer, Household
from planner.papers.daysheet.pickups import NO_FAMILY, PickUp, pick_ups_of
from planner.papers.daysheet.roundlist import point_of
from planner.papers.facts import Fact
from planner.papers.kit.boxes import Box, telling
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Part, Run, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Table
from planner.papers.kit.ticks import tick_in_line
from planner.papers.rosters.form import STRONG, TEXT, Cell, Form, Roster, lines

_PICK_UP: Final = N_("Pick-up")
_NO_TIME: Final = N_("no time yet")


def cars(agenda: Agenda, form: Form) -> Roster:
    """Set the homes with guests and their drivers, then the pick-ups of every day."""
    return Roster("cars", (_homes(form), *_pick_ups(agenda, form)))


def _homes(form: Form) -> Block:
    guests: dict[int, list[Member]] = defaultdict(list)
    plan = form.voice.wording.schedule.plan
    for stay in sorted(plan.stays, key=lambda one: one.first_night):
        if stay.household_id is not None and travels(stay.member) and stay.member not in guests[stay.household_id]:
            guests[stay.household_id].append(stay.member)
    homes = [home for home in plan.households if guests.get(home.id)]
    homes.sort(key=lambda home: household_sort_key(home, form.voice.language))
    # Where everybody drives, nobody asks for a station.
    by_train = any(home.nearest_stop.strip() or _rides_with(home) for home in homes)
    on_the_way = ((N_("Nearest station or stop"), 46), (N_("Rides with"), 28)) if by_train else ()
    table = form.table(
        (
            (N_("Family"), 36), (N_("Drivers"), 38 if by_train else 74), (N_("Seats"), 13), (N_("Minutes"), 16),
            *on_the_way, (N_in("people", "Guests"), 52 if by_train else 90), (N_("Telephone"), 34),
        )
    )  # fmt: skip
    rows = [_home(table, home, guests[home.id], form, by_train=by_train) for home in homes]
    if not rows:
        rows = [table.row([form.voice.say(N_("No home has a guest yet."))])]
    return form.titled(table, rows, N_in("roster", "Cars and pick-ups"))


def _rides_with(home: Household) -> Household | None:
    offer: HostOffer | None = next(iter(home.offers), None)
    return offer.rides_with if offer is not None else None


def _home(table: Table, home: Household, guests: Sequence[Member], form: Form, *, by_train: bool) -> Box:
    voice, language = form.voice, form.voice.language
    drivers = _drivers(home, form)
    rides = _rides_with(home)
    few = home.belted_seats is not None and home.belted_seats < len(guests) and rides is None
    seats = "" if home.belted_seats is None else str(home.belted_seats)
    names = [called_name(member.person, language) for member in guests]
    phone = voice.wording.phone(home.phone)
    on_the_way = [home.nearest_stop, family_word(rides, language) if rides is not None else ""] if by_train else []
    row = table.row(
        [
            lines(table, 0, [family_word(home, language), voice.second(*_family(home))], first_bold=True),
            drivers,
            Run(f"{seats} !" if few else seats, STRONG if few else TEXT),
            "" if home.minutes_to_meeting_point is None else str(home.minutes_to_meeting_point),
            *on_the_way, voice.wording.listed(names), lines(table, -1, [phone, home.messenger]),
        ]
    )  # fmt: skip

    def tell(each: Form) -> tuple[str, list[Cell]]:
        rides = _rides_with(home)
        fetched = [called_name(member.person, each.voice.language) for member in guests]
        return family_word(home, each.voice.language), [
            Cell("drivers", N_("Drivers"), _drivers(home, each)),
            Cell("seats", N_("Seats"), seats),
            Cell("rides", N_("Rides with"), "" if rides is None else family_word(rides, each.voice.language)),
            Cell("guests", N_in("people", "Guests"), each.voice.wording.listed(fetched)),
            Cell("phone", N_("Telephone"), each.voice.wording.listed([phone, home.messenger])),
        ]

    return telling(row, form.cells(f"{home.uid}.car", tell))


def _drivers(home: Household, form: Form) -> str:
    drivers = [full_name(one.person, form.voice.language) for one in home.residents if one.drives_guests]
    return form.voice.wording.listed(drivers) or form.voice.say(N_("nobody said"))


def _family(home: Household) -> tuple[str, str]:
    return family_word(home, "en"), home.name_ja and family_word(home, "ja")


def _pick_ups(agenda: Agenda, form: Form) -> list[Block]:
    """Set every pick-up in the order of time, with a box to tick for each family."""
    found = pick_ups_of(agenda)
    table = form.table(((N_("Day"), 22), (N_in("paper", "Time"), 22), (N_("Where"), 46), (N_("Who is fetched"), 173)))
    rows = [_pick_up(table, one, form) for day in sorted(found) for one in found[day]]
    return [form.titled(table, rows, N_("Pick-ups"))] if rows else []


def _pick_up(table: Table, one: PickUp, form: Form) -> Box:
    voice, language = form.voice, form.voice.language
    day, place = day_text(one.outing.back_on, language, "table"), point_of(one, voice.wording)
    parts: list[Part] = []
    if one.is_to_fetch:
        for home, members in one.families:
            parts += _fetched(family_word(home, language), members, form)
    else:
        parts.append(Run(f"{voice.say(N_('Families are there: all go home together.'))}\u3000 ", TEXT))
    if one.waiting:
        parts += _fetched(voice.say(NO_FAMILY), one.waiting, form)
    time = lines(table, 1, [_time(one, form), _night(one, form)], first_bold=True)
    row = table.row([Run(day, STRONG), time, place, lay(parts, table.room(3))])
    told = (form.facts(partial(_whom, one, home, members)) for home, members in one.families)
    return telling(row, [*form.facts(partial(_when, one)), *chain.from_iterable(told)])


def _time(one: PickUp, form: Form) -> str:
    return time_text(one.at.at, form.voice.language, "paper") if one.at is not None else form.voice.say(_NO_TIME)


def _night(one: PickUp, form: Form) -> str:
    """Say past midnight of which night it is: the row is that of the evening."""
    return night_text(one.at, form.voice.language) if one.at is not None else ""


def _when(one: PickUp, form: Form) -> Fact:
    """Tell when and where a pick-up is."""
    wording, last = form.voice.wording, one.outing.last
    day = one.outing.back_on
    label = wording.listed([day_text(day, wording.language, "short"), form.voice.say(_PICK_UP)])
    value = wording.listed([_time(one, form), _night(one, form), point_of(one, wording)])
    return Fact(f"{last.event.uid}/{day.isoformat()}/pick", label, value)


def _whom(one: PickUp, home: Household, members: Sequence[Member], form: Form) -> Fact:
    """Tell whom a family fetches: the same on days that follow each other is told once."""
    wording, day = form.voice.wording, one.outing.back_on
    on = day_text(day, wording.language, "short")
    label = wording.listed([on, form.voice.say(_PICK_UP), family_word(home, wording.language)])
    names = [called_name(member.person, wording.language) for member in members]
    return Fact(f"{day.isoformat()}/{home.uid}/{one.outing.last.event.uid}", label, wording.listed(names))


def _fetched(by: str, members: Sequence[Member], form: Form) -> list[Part]:
    """Set a box to tick, who fetches, and whom."""
    names = form.voice.wording.listed([called_name(member.person, form.voice.language) for member in members])
    tick: list[Part] = [tick_in_line(TEXT.size, 2.8 * MM), Run("\u00a0", TEXT)]
    return [*tick, Run(by, STRONG, whole=True), Run(f" {names}", TEXT, whole=True), Run("   ", TEXT)]

"""Who comes to the assembly point from which home, in which room they sleep and who drives them: one row a home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.language import screen_language, tr, tr_in
from planner.language.names import called_name, family_word, full_name, household_sort_key, text_sort_key
from planner.model.homestays import Stay
from planner.model.households import HostOffer
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.finding import Subject
from planner.ui.pages.homestays.lodging import bed_name, hotels_first, room_name
from planner.ui.widgets.table import Cell, Column, Mark, Row
from planner.ui.widgets.words import listed, said


def car_columns() -> list[Column]:
    """The columns of the table."""
    return [
        Column(tr("Family"), 160),
        Column(tr_in("people", "Guests"), 240),
        Column(tr("Rooms"), 220),
        Column(tr("Driver"), 150),
        Column(tr("Seats"), 72, tip=tr("Seats with belts for guests"), right=True),
        Column(tr("Minutes"), 80, tip=tr("Minutes to the meeting point"), right=True),
        Column(tr("Rides with")),
    ]


def car_rows(plan: Plan) -> Iterator[Row]:
    """One row for each home with guests, grouped by the stop from which it is reached; then the hotels."""
    language = screen_language()
    stays: defaultdict[int, list[Stay]] = defaultdict(list)
    hotels: defaultdict[int, list[Stay]] = defaultdict(list)
    for stay in plan.stays:
        if stay.household_id is not None and stay.kind is StayKind.HOME:
            stays[stay.household_id].append(stay)
        elif stay.place_id is not None and stay.kind is StayKind.HOTEL:
            hotels[stay.place_id].append(stay)
    offers = [offer for offer in plan.offers if stays[offer.household_id]]
    for offer in sorted(offers, key=lambda one: household_sort_key(one.household, language)):
        yield _row(offer, stays[offer.household_id])
    for place in hotels_first(plan):
        if hotels[place.id]:
            yield _hotel(place, hotels[place.id])


def _guests(stays: list[Stay]) -> list[str]:
    """Who they are, those who come first first."""
    members = dict.fromkeys(stay.member for stay in sorted(stays, key=lambda one: one.first_night))
    return [full_name(member.person, screen_language()) for member in members]


def _hotel(place: Place, stays: list[Stay]) -> Row:
    name, guests = said(place, "name"), listed(_guests(stays))
    rooms = listed(list(dict.fromkeys(room_name(stay.room) for stay in stays if stay.room is not None)))
    named = Cell(name, sort=text_sort_key(name, screen_language()))
    return Row(
        Subject("Place", place.id), (named, Cell(guests), Cell(rooms), *(Cell() for _ in car_columns()[3:])),
        group=tr("From the hotel"), group_sort=2, words=" ".join((name, guests, rooms)),
    )  # fmt: skip


def _row(offer: HostOffer, stays: list[Stay]) -> Row:
    home, language = offer.household, screen_language()
    members = _guests(stays)
    guests = listed(members)
    rooms = listed(list(dict.fromkeys(bed_name(stay.bed) for stay in stays if stay.bed is not None)))
    drivers = listed([called_name(one.person, language) for one in home.residents if one.drives_guests])
    seats, minutes = home.belted_seats, home.minutes_to_meeting_point
    few = seats is not None and seats < len(members) and offer.rides_with is None
    marks = (Mark("warn", tr("fewer seats than guests"), "check"),) if few else ()
    rides = "" if offer.rides_with is None else family_word(offer.rides_with, language)
    name = family_word(home, language)
    return Row(
        Subject("Household", home.id),
        (
            Cell(name, sort=household_sort_key(home, language)),
            Cell(guests),
            Cell(rooms),
            Cell(drivers),
            Cell("" if seats is None else str(seats), sort=seats, marks=marks),
            Cell("" if minutes is None else str(minutes), sort=minutes),
            Cell(rides),
        ),
        group=home.nearest_stop or tr("Straight to the meeting point"),
        group_sort=1 if home.nearest_stop else 0,
        words=" ".join((name, guests, drivers, rides, home.nearest_stop)),
    )

"""What happens: places, activities, meals and journeys (domain.md §2.7–2.9).

A time is kept as a local day, a local wall time and an IANA zone, with `fold` saying which of two in a doubled hour;
`planner.clock` computes instants from it, late, so that a change of the law moves no appointment.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from planner.model.cities import City
from planner.model.delegations import Group, Member
from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    PUBLIC,
    SPECIAL,
    Base,
    Named,
    choice,
    choices,
    day,
    decimal,
    long_text,
    number,
    optional_reference,
    reference,
    set_day,
    text,
    time_of_day,
    yes_no,
)
from planner.model.kinds import (
    ActivityKind,
    ActivityStatus,
    Allergen,
    Answer,
    MealProvider,
    MealTime,
    PlaceKind,
    TravelMode,
)
from planner.model.visits import Visit

if TYPE_CHECKING:
    from planner.model.interpreting import Speech


class Place(Named, Base):
    """A venue, airport, school, hotel: anywhere the programme goes. It outlives visits."""

    __tablename__ = "place"

    city_id: Mapped[int | None] = optional_reference("city.id")
    name_en: Mapped[str] = text("Place", PUBLIC)
    name_ja: Mapped[str] = text("Place (Japanese)", PUBLIC)
    kind: Mapped[PlaceKind] = choice("Kind", PUBLIC, PlaceKind.VENUE)
    code: Mapped[str] = text("Airport or station code", PUBLIC)
    address_en: Mapped[str] = long_text("Address", PUBLIC)
    address_ja: Mapped[str] = long_text("Address (Japanese)", PUBLIC)
    zone: Mapped[str] = text("Time zone", PUBLIC)
    map_link: Mapped[str] = text("Map link", PUBLIC)
    latitude: Mapped[float | None] = decimal("Latitude", PUBLIC)
    longitude: Mapped[float | None] = decimal("Longitude", PUBLIC)
    phone: Mapped[str] = text("Telephone", PUBLIC)
    contact: Mapped[str] = text("Contact", PERSONAL)
    closed: Mapped[str] = text("Closed on", PUBLIC)
    seated: Mapped[int | None] = number("Seats", ORDINARY)
    standing: Mapped[int | None] = number("Standing room", ORDINARY)
    bus_parking: Mapped[str] = text("Coach parking", ORDINARY)
    step_free: Mapped[Answer] = choice("Step-free", PUBLIC, Answer.UNKNOWN)
    toilets: Mapped[str] = text("Toilets", ORDINARY)
    quiet_room: Mapped[str] = text("Prayer or quiet room", ORDINARY)
    kitchen: Mapped[str] = text("Kitchen and allergies", ORDINARY)
    shoes_off: Mapped[Answer] = choice("Shoes off", PUBLIC, Answer.UNKNOWN)
    photo_policy: Mapped[str] = text("Photographs", PUBLIC)
    equipment: Mapped[str] = text("Sound, screen, Wi-Fi", ORDINARY)
    rain_plan: Mapped[str] = text("If it rains", ORDINARY)
    booking_notes: Mapped[str] = long_text("Booking", ORDINARY)
    notes: Mapped[str] = long_text("Notes", ORDINARY)

    city: Mapped[City | None] = relationship()
    hours: Mapped[list[OpeningHours]] = relationship(
        back_populates="place", cascade="all, delete-orphan", order_by="OpeningHours.id"
    )


class OpeningHours(Base):
    """When a place is open on one weekday, 0 Monday to 6 Sunday, local time."""

    __tablename__ = "opening_hours"

    place_id: Mapped[int] = reference("place.id")
    weekday: Mapped[int | None] = number("Weekday", PUBLIC)
    opens: Mapped[dt.time | None] = time_of_day("Opens", PUBLIC)
    closes: Mapped[dt.time | None] = time_of_day("Closes", PUBLIC)

    place: Mapped[Place] = relationship(back_populates="hours")


class Activity(Named, Base):
    """Something people do together at a time and place. No start time: it lasts all day. No end: it is not known."""

    __tablename__ = "activity"

    visit_id: Mapped[int] = reference("visit.id")
    place_id: Mapped[int | None] = optional_reference("place.id")
    leader_id: Mapped[int | None] = optional_reference("member.id")
    title_en: Mapped[str] = text("Title", PUBLIC)
    title_ja: Mapped[str] = text("Title (Japanese)", PUBLIC)
    kind: Mapped[ActivityKind] = choice("Kind", PUBLIC, ActivityKind.SIGHTS)
    status: Mapped[ActivityStatus] = choice("Status", PUBLIC, ActivityStatus.CONFIRMED)
    starts_on: Mapped[dt.date] = set_day("Day", PUBLIC)
    starts_at: Mapped[dt.time | None] = time_of_day("Starts", PUBLIC)
    starts_fold: Mapped[int | None] = number("Start, which of the two", PUBLIC)
    ends_on: Mapped[dt.date | None] = day("Last day", PUBLIC)
    ends_at: Mapped[dt.time | None] = time_of_day("Ends", PUBLIC)
    ends_fold: Mapped[int | None] = number("End, which of the two", PUBLIC)
    zone: Mapped[str] = text("Time zone", PUBLIC)
    everyone: Mapped[bool] = yes_no("Everyone of the delegation", PUBLIC)
    hosts_invited: Mapped[bool] = yes_no("Host families are invited", PUBLIC)
    transport_en: Mapped[str] = text("Transport", PUBLIC)
    transport_ja: Mapped[str] = text("Transport (Japanese)", PUBLIC)
    meeting_point_en: Mapped[str] = text("Meet at", PUBLIC)
    meeting_point_ja: Mapped[str] = text("Meet at (Japanese)", PUBLIC)
    meeting_at: Mapped[dt.time | None] = time_of_day("Meet", PUBLIC)
    dismissal_point_en: Mapped[str] = text("Dismissal at", PUBLIC)
    dismissal_point_ja: Mapped[str] = text("Dismissal at (Japanese)", PUBLIC)
    dismissal_at: Mapped[dt.time | None] = time_of_day("Dismissal", PUBLIC)
    dress_en: Mapped[str] = text("Wear", PUBLIC)
    dress_ja: Mapped[str] = text("Wear (Japanese)", PUBLIC)
    bring_en: Mapped[str] = text("Bring", PUBLIC)
    bring_ja: Mapped[str] = text("Bring (Japanese)", PUBLIC)
    outdoors: Mapped[Answer] = choice("Outdoors", PUBLIC, Answer.UNKNOWN)
    rain_en: Mapped[str] = text("If it rains", PUBLIC)
    rain_ja: Mapped[str] = text("If it rains (Japanese)", PUBLIC)
    open_to_public: Mapped[bool] = yes_no("Public and press", PUBLIC)
    movable: Mapped[bool] = yes_no("Can be moved", ORDINARY, default=True)
    buffer_before: Mapped[int | None] = number("Free before", ORDINARY, "min")
    buffer_after: Mapped[int | None] = number("Free after", ORDINARY, "min")
    permission_slip: Mapped[bool] = yes_no("Permission slip", ORDINARY)
    risk: Mapped[str] = text("Risks", ORDINARY)
    payer: Mapped[str] = text("Who pays", ORDINARY)
    cost_code: Mapped[str] = text("Cost code", ORDINARY)
    equipment: Mapped[str] = text("Sound, screen, props", ORDINARY)
    gifts: Mapped[str] = text("Gifts", ORDINARY)
    press: Mapped[str] = text("Press and photographs", ORDINARY)
    contact: Mapped[str] = text("Whom to call there", ORDINARY)
    contact_phone: Mapped[str] = text("Telephone there", ORDINARY)
    notes_hosts_en: Mapped[str] = long_text("Notes for host families", ORDINARY)
    notes_hosts_ja: Mapped[str] = long_text("Notes for host families (Japanese)", ORDINARY)
    notes_guests_en: Mapped[str] = long_text("Notes for guests", ORDINARY)
    notes_guests_ja: Mapped[str] = long_text("Notes for guests (Japanese)", ORDINARY)
    notes_interpreters: Mapped[str] = long_text("Notes for interpreters", ORDINARY)
    notes_staff: Mapped[str] = long_text("Notes for staff", SPECIAL)

    visit: Mapped[Visit] = relationship()
    place: Mapped[Place | None] = relationship()
    leader: Mapped[Member | None] = relationship()
    group_links: Mapped[list[ActivityGroup]] = relationship(
        back_populates="activity", cascade="all, delete-orphan", order_by="ActivityGroup.id"
    )
    member_links: Mapped[list[ActivityMember]] = relationship(
        back_populates="activity", cascade="all, delete-orphan", order_by="ActivityMember.id"
    )
    meals: Mapped[list[Meal]] = relationship(
        back_populates="activity", cascade="all, delete-orphan", order_by="Meal.id"
    )
    speeches: Mapped[list[Speech]] = relationship(
        back_populates="activity", cascade="all, delete-orphan", order_by="Speech.id"
    )


class ActivityGroup(Base):
    """That a group takes part in an activity."""

    __tablename__ = "activity_group"
    __table_args__ = (UniqueConstraint("activity_id", "group_id"),)

    activity_id: Mapped[int] = reference("activity.id")
    group_id: Mapped[int] = reference("member_group.id")

    activity: Mapped[Activity] = relationship(back_populates="group_links")
    group: Mapped[Group] = relationship()


class ActivityMember(Base):
    """That one member takes part in an activity besides its groups, or (`attends` false) stays away from it."""

    __tablename__ = "activity_member"
    __table_args__ = (UniqueConstraint("activity_id", "member_id"),)

    activity_id: Mapped[int] = reference("activity.id")
    member_id: Mapped[int] = reference("member.id")
    attends: Mapped[bool] = yes_no("Takes part", ORDINARY, default=True)

    activity: Mapped[Activity] = relationship(back_populates="member_links")
    member: Mapped[Member] = relationship()


class Journey(Named, Base):
    """One leg, with a place, a local time and a zone at each end; elapsed time and day shift are computed."""

    __tablename__ = "journey"

    visit_id: Mapped[int] = reference("visit.id")
    from_place_id: Mapped[int | None] = optional_reference("place.id")
    to_place_id: Mapped[int | None] = optional_reference("place.id")
    met_by_id: Mapped[int | None] = optional_reference("person.id")
    title_en: Mapped[str] = text("Title", PUBLIC)
    title_ja: Mapped[str] = text("Title (Japanese)", PUBLIC)
    mode: Mapped[TravelMode] = choice("By", PUBLIC, TravelMode.AIR)
    carrier: Mapped[str] = text("Carrier", PUBLIC)
    status: Mapped[ActivityStatus] = choice("Status", PUBLIC, ActivityStatus.CONFIRMED)
    departs_on: Mapped[dt.date] = set_day("Leaves on", PUBLIC)
    departs_at: Mapped[dt.time | None] = time_of_day("Leaves", PUBLIC)
    departs_fold: Mapped[int | None] = number("Leaves, which of the two", PUBLIC)
    departs_zone: Mapped[str] = text("Time zone where it leaves", PUBLIC)
    arrives_on: Mapped[dt.date | None] = day("Arrives on", PUBLIC)
    arrives_at: Mapped[dt.time | None] = time_of_day("Arrives", PUBLIC)
    arrives_fold: Mapped[int | None] = number("Arrives, which of the two", PUBLIC)
    arrives_zone: Mapped[str] = text("Time zone where it arrives", PUBLIC)
    everyone: Mapped[bool] = yes_no("Everyone of the delegation", PUBLIC)
    departs_terminal: Mapped[str] = text("Terminal, leaving", PUBLIC)
    arrives_terminal: Mapped[str] = text("Terminal, arriving", PUBLIC)
    check_in_minutes: Mapped[int | None] = number("Be there before", PUBLIC, "min")
    seats: Mapped[int | None] = number("Seats", ORDINARY)
    number: Mapped[str] = text("Number", PUBLIC)
    baggage: Mapped[str] = text("Seats and bags", ORDINARY)
    booking: Mapped[str] = text("Booking reference", PERSONAL)
    if_missed: Mapped[str] = text("If it is missed", ORDINARY)
    driver: Mapped[str] = text("Driver", PERSONAL)
    notes_guests_en: Mapped[str] = long_text("Notes for guests", ORDINARY)
    notes_guests_ja: Mapped[str] = long_text("Notes for guests (Japanese)", ORDINARY)
    notes_staff: Mapped[str] = long_text("Notes for staff", SPECIAL)

    visit: Mapped[Visit] = relationship()
    from_place: Mapped[Place | None] = relationship(foreign_keys="Journey.from_place_id")
    to_place: Mapped[Place | None] = relationship(foreign_keys="Journey.to_place_id")
    group_links: Mapped[list[JourneyGroup]] = relationship(
        back_populates="journey", cascade="all, delete-orphan", order_by="JourneyGroup.id"
    )
    member_links: Mapped[list[JourneyMember]] = relationship(
        back_populates="journey", cascade="all, delete-orphan", order_by="JourneyMember.id"
    )
    meals: Mapped[list[Meal]] = relationship(
        back_populates="journey", cascade="all, delete-orphan", order_by="Meal.id"
    )


class JourneyGroup(Base):
    """That a group is on a leg."""

    __tablename__ = "journey_group"
    __table_args__ = (UniqueConstraint("journey_id", "group_id"),)

    journey_id: Mapped[int] = reference("journey.id")
    group_id: Mapped[int] = reference("member_group.id")

    journey: Mapped[Journey] = relationship(back_populates="group_links")
    group: Mapped[Group] = relationship()


class JourneyMember(Base):
    """That one member is on a leg besides its groups, or (`attends` false) is not: early leavers, a split party."""

    __tablename__ = "journey_member"
    __table_args__ = (UniqueConstraint("journey_id", "member_id"),)

    journey_id: Mapped[int] = reference("journey.id")
    member_id: Mapped[int] = reference("member.id")
    attends: Mapped[bool] = yes_no("Takes part", ORDINARY, default=True)

    journey: Mapped[Journey] = relationship(back_populates="member_links")
    member: Mapped[Member] = relationship()


class Meal(Base):
    """A meal that goes with an activity or a leg: which one, who sees to it, and what there is."""

    __tablename__ = "meal"

    activity_id: Mapped[int | None] = optional_reference("activity.id")
    journey_id: Mapped[int | None] = optional_reference("journey.id")
    which: Mapped[MealTime] = choice("Meal", PUBLIC, MealTime.LUNCH)
    provider: Mapped[MealProvider] = choice("Who sees to it", PUBLIC, MealProvider.GROUP)
    menu_en: Mapped[str] = text("Menu", PUBLIC)
    menu_ja: Mapped[str] = text("Menu (Japanese)", PUBLIC)
    contains: Mapped[frozenset[Allergen]] = choices("Contains", PUBLIC, Allergen)

    activity: Mapped[Activity | None] = relationship(back_populates="meals")
    journey: Mapped[Journey | None] = relationship(back_populates="meals")

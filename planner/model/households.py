"""Host families: who lives there, the beds, the animals, and the offer for one visit (domain.md §2.5)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, relationship

from planner.model.fields import (
    ORDINARY,
    PERSONAL,
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
    picture,
    reference,
    set_day,
    text,
    yes_no,
)
from planner.model.kinds import (
    AcquaintanceKind,
    Allergen,
    AnimalSize,
    Answer,
    Area,
    BedKind,
    ClearanceStatus,
    Diet,
    GuestKind,
    HomeKind,
    OfferStatus,
    Presence,
    Smoking,
    Species,
    Whereabouts,
)
from planner.model.people import Person
from planner.model.visits import Visit


class Household(Named, Base):
    """A home that may take guests. Like people, it outlives visits."""

    __tablename__ = "household"

    name_en: Mapped[str] = text("Family", PERSONAL)
    name_ja: Mapped[str] = text("Family (Japanese)", PERSONAL)
    name_kana: Mapped[str] = text("Family (kana)", PERSONAL)
    address_en: Mapped[str] = long_text("Address", PERSONAL)
    address_ja: Mapped[str] = long_text("Address (Japanese)", PERSONAL)
    town: Mapped[str] = text("Town", PERSONAL)
    postal_code: Mapped[str] = text("Postal code", PERSONAL)
    map_link: Mapped[str] = text("Map link", PERSONAL)
    latitude: Mapped[float | None] = decimal("Latitude", PERSONAL)
    longitude: Mapped[float | None] = decimal("Longitude", PERSONAL)
    nearest_stop: Mapped[str] = text("Nearest station or stop", PERSONAL)
    minutes_to_meeting_point: Mapped[int | None] = number("To the meeting point", PERSONAL, "min")
    email: Mapped[str] = text("E-mail", PERSONAL)
    phone: Mapped[str] = text("Telephone", PERSONAL)
    best_time: Mapped[str] = text("Best time to call", PERSONAL)
    messenger: Mapped[str] = text("LINE or WhatsApp", PERSONAL)

    home: Mapped[HomeKind] = choice("Home", PERSONAL, HomeKind.UNKNOWN)
    area: Mapped[Area] = choice("Area", PERSONAL, Area.UNKNOWN)
    bathrooms: Mapped[int | None] = number("Bathrooms", PERSONAL)
    steep_stairs: Mapped[Answer] = choice("Steep stairs", PERSONAL, Answer.UNKNOWN)
    air_conditioning: Mapped[Answer] = choice("Air conditioning", PERSONAL, Answer.UNKNOWN)
    wifi: Mapped[Answer] = choice("Wi-Fi", PERSONAL, Answer.UNKNOWN)
    firearms: Mapped[str] = text("Firearms and how stored", SPECIAL)
    pool: Mapped[str] = text("Pool or trampoline", PERSONAL)
    lodgers: Mapped[str] = text("Other lodgers", PERSONAL)
    smoking: Mapped[Smoking] = choice("Smoking at home", PERSONAL, Smoking.UNKNOWN)
    smoking_words: Mapped[str] = text("Who smokes, where", PERSONAL)
    takes_smokers: Mapped[Answer] = choice("Takes guests who smoke", PERSONAL, Answer.UNKNOWN)
    cooks_for: Mapped[frozenset[Diet]] = choices("Can cook for", PERSONAL, Diet)
    cooks_without: Mapped[frozenset[Allergen]] = choices("Can cook without", PERSONAL, Allergen)
    cooking_words: Mapped[str] = text("Cooking in their own words", PERSONAL)
    faith: Mapped[str] = text("Faith", SPECIAL)
    services: Mapped[str] = text("Would drive to services", SPECIAL)
    languages_words: Mapped[str] = text("Languages in their own words", PERSONAL)
    interests_en: Mapped[str] = text("Interests", PERSONAL)
    interests_ja: Mapped[str] = text("Interests (Japanese)", PERSONAL)
    belted_seats: Mapped[int | None] = number("Seats with belts for guests", PERSONAL)
    house_rules_en: Mapped[str] = long_text("House rules", PERSONAL)
    house_rules_ja: Mapped[str] = long_text("House rules (Japanese)", PERSONAL)
    curfew: Mapped[str] = text("Curfew", PERSONAL)
    hosted_before: Mapped[str] = text("Hosted before", PERSONAL)
    reciprocity: Mapped[str] = text("Own child travels, or travelled", PERSONAL)
    letter_en: Mapped[str] = long_text("Letter to the guest", PERSONAL)
    letter_ja: Mapped[str] = long_text("Letter to the guest (Japanese)", PERSONAL)
    notes: Mapped[str] = long_text("Notes", PERSONAL)
    cannot_avoid: Mapped[frozenset[Allergen]] = choices("Cannot cook without", PERSONAL, Allergen)
    translation_help: Mapped[Answer] = choice("Has help with translating", PERSONAL, Answer.UNKNOWN)
    other_faiths_ok: Mapped[Answer] = choice("Guests of another faith are fine", SPECIAL, Answer.UNKNOWN)
    involvement: Mapped[int | None] = number("Does things with guests, 1 to 10", PERSONAL)
    photo: Mapped[str] = picture("Photo", PERSONAL)

    residents: Mapped[list[Resident]] = relationship(
        back_populates="household", cascade="all, delete-orphan", order_by="Resident.id"
    )
    beds: Mapped[list[Bed]] = relationship(
        back_populates="household", cascade="all, delete-orphan", order_by="Bed.id"
    )
    pets: Mapped[list[Pet]] = relationship(
        back_populates="household", cascade="all, delete-orphan", order_by="Pet.id"
    )
    offers: Mapped[list[HostOffer]] = relationship(
        back_populates="household",
        cascade="all, delete-orphan",
        foreign_keys="HostOffer.household_id",
        order_by="HostOffer.id",
    )
    acquaintances: Mapped[list[Acquaintance]] = relationship(
        back_populates="household", cascade="all, delete-orphan", order_by="Acquaintance.id"
    )


class Resident(Base):
    """Somebody who lives in a home, all the time or part of it: a college son at home until 20 August counts."""

    __tablename__ = "resident"

    household_id: Mapped[int] = reference("household.id")
    person_id: Mapped[int] = reference("person.id")
    relation: Mapped[str] = text("In the family", PERSONAL)
    main_contact: Mapped[bool] = yes_no("Main contact", PERSONAL)
    presence: Mapped[Presence] = choice("Lives here", PERSONAL, Presence.ALWAYS)
    home_from: Mapped[dt.date | None] = day("At home from", PERSONAL)
    home_until: Mapped[dt.date | None] = day("At home until", PERSONAL)
    drives_guests: Mapped[bool] = yes_no("Drives guests", PERSONAL)
    licence: Mapped[str] = text("Driving licence", SPECIAL)
    works: Mapped[str] = text("Work and hours", PERSONAL)
    driver_approved: Mapped[Answer] = choice("Driving record approved", SPECIAL, Answer.UNKNOWN)

    household: Mapped[Household] = relationship(back_populates="residents")
    person: Mapped[Person] = relationship()
    clearances: Mapped[list[Clearance]] = relationship(
        back_populates="resident", cascade="all, delete-orphan", order_by="Clearance.id"
    )


class Clearance(Base):
    """An adult's background check. How long it is good for is a rule of the visit, unless an end is stated here."""

    __tablename__ = "clearance"

    resident_id: Mapped[int] = reference("resident.id")
    status: Mapped[ClearanceStatus] = choice("Clearance", SPECIAL, ClearanceStatus.PENDING)
    kind: Mapped[str] = text("Kind of check", SPECIAL)
    cleared_on: Mapped[dt.date | None] = day("Cleared on", SPECIAL)
    expires_on: Mapped[dt.date | None] = day("Runs out on", SPECIAL)
    words: Mapped[str] = text("As stated", SPECIAL)

    resident: Mapped[Resident] = relationship(back_populates="clearances")


class Bed(Base):
    """One bed a guest could have. A double bed is one row that sleeps two, if they are a couple."""

    __tablename__ = "bed"

    household_id: Mapped[int] = reference("household.id")
    room: Mapped[str] = text("Room", PERSONAL)
    kind: Mapped[BedKind] = choice("Bed", PERSONAL, BedKind.SINGLE)
    sleeps: Mapped[int | None] = number("Sleeps", PERSONAL)
    shared_with: Mapped[str] = text("Room shared with", PERSONAL)
    steep_stairs: Mapped[bool] = yes_no("Up steep stairs", PERSONAL)
    words: Mapped[str] = text("Remark", PERSONAL)
    socket: Mapped[Answer] = choice("Socket by the bed", PERSONAL, Answer.UNKNOWN)

    household: Mapped[Household] = relationship(back_populates="beds")


class Pet(Base):
    """Animals of a home, by species: an allergy is to cats, not to pets."""

    __tablename__ = "pet"

    household_id: Mapped[int] = reference("household.id")
    species: Mapped[Species] = choice("Animal", PERSONAL, Species.OTHER)
    size: Mapped[AnimalSize] = choice("Size", PERSONAL, AnimalSize.ANY)
    count: Mapped[int | None] = number("How many", PERSONAL)
    lives: Mapped[Whereabouts] = choice("Lives", PERSONAL, Whereabouts.UNKNOWN)
    words: Mapped[str] = text("In their own words", PERSONAL)

    household: Mapped[Household] = relationship(back_populates="pets")


class Acquaintance(Base):
    """That a family and somebody know each other: the family's own child stayed with them, they were here before.

    A promise to take them is honoured, or given up for a reason that stays visible (domain.md §3.2, rule 12).
    """

    __tablename__ = "acquaintance"

    household_id: Mapped[int] = reference("household.id")
    person_id: Mapped[int] = reference("person.id")
    kind: Mapped[AcquaintanceKind] = choice("Know each other", PERSONAL, AcquaintanceKind.HOSTED_OUR_CHILD)
    promised: Mapped[bool] = yes_no("Promised to host", PERSONAL)
    waived: Mapped[str] = text("Promise given up, because", PERSONAL)
    words: Mapped[str] = text("Remark", PERSONAL)

    household: Mapped[Household] = relationship(back_populates="acquaintances")
    person: Mapped[Person] = relationship()


class HostOffer(Named, Base):
    """A household's offer for one visit: how many, whom, and which nights not."""

    __tablename__ = "host_offer"

    visit_id: Mapped[int] = reference("visit.id")
    household_id: Mapped[int] = reference("household.id")
    status: Mapped[OfferStatus] = choice("Status", ORDINARY, OfferStatus.APPLIED)
    most_guests: Mapped[int | None] = number("Guests at most", PERSONAL)
    takes: Mapped[frozenset[GuestKind]] = choices("Takes", PERSONAL, GuestKind)
    ages_from: Mapped[int | None] = number("Ages from", PERSONAL)
    ages_to: Mapped[int | None] = number("Ages to", PERSONAL)
    takes_words: Mapped[str] = text("Whom, in their own words", PERSONAL)
    backup: Mapped[bool] = yes_no("Backup home", ORDINARY)
    partial_stay: Mapped[Answer] = choice("Part of the nights is fine", PERSONAL, Answer.UNKNOWN)
    same_day: Mapped[Answer] = choice("Can help the same day", PERSONAL, Answer.UNKNOWN)
    days_off: Mapped[str] = text("Days off work", PERSONAL)
    applied_on: Mapped[dt.date | None] = day("Signed up on", ORDINARY)
    notes: Mapped[str] = long_text("Notes", PERSONAL)
    only_a_wish: Mapped[bool] = yes_no("Whom is only a wish", PERSONAL)
    day_only: Mapped[bool] = yes_no("By day only, no night", ORDINARY)
    first_time: Mapped[Answer] = choice("Hosts for the first time", PERSONAL, Answer.UNKNOWN)
    rides_with_id: Mapped[int | None] = optional_reference("household.id")

    visit: Mapped[Visit] = relationship()
    household: Mapped[Household] = relationship(back_populates="offers", foreign_keys="HostOffer.household_id")
    rides_with: Mapped[Household | None] = relationship(foreign_keys="HostOffer.rides_with_id")
    nights_off: Mapped[list[NightOff]] = relationship(
        back_populates="offer", cascade="all, delete-orphan", order_by="NightOff.night"
    )


class NightOff(Base):
    """A night on which a household cannot host, named by the day it begins on, local to the home."""

    __tablename__ = "night_off"

    offer_id: Mapped[int] = reference("host_offer.id")
    night: Mapped[dt.date] = set_day("Night", PERSONAL)
    reason: Mapped[str] = text("Reason", PERSONAL)

    offer: Mapped[HostOffer] = relationship(back_populates="nights_off")

"""Small visits for tests of homes and guests, made in memory: no file, a millisecond each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import inspect

from planner.agenda import Agenda
from planner.language import say
from planner.model import (
    Acquaintance,
    AnimalNeed,
    Base,
    Bed,
    City,
    Clearance,
    Delegation,
    FoodNeed,
    HostOffer,
    Household,
    Member,
    NightOff,
    Partnership,
    Person,
    Pet,
    Place,
    Plan,
    Relation,
    Resident,
    ReviewItem,
    Room,
    RuleSetting,
    SpokenLanguage,
    Stay,
    Visit,
    Wish,
)
from planner.model import kinds as k
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.finding import Finding
from planner.rules.homestays import Guest, Home, Homestays, Verdict

FIRST, LAST = dt.date(2027, 7, 22), dt.date(2027, 7, 25)
#: The three nights of the visit.
NIGHTS = (dt.date(2027, 7, 22), dt.date(2027, 7, 23), dt.date(2027, 7, 24))
BORN = dt.date(2013, 4, 12)
_OF_PERSON = {column.key for column in Person.__table__.columns}
_OF_OFFER = {column.key for column in HostOffer.__table__.columns} - {"notes"}
Noun = TypeVar("Noun", bound=Base)


class Small:
    """A visit of three nights to which guests and homes are added; `plan` is made when it is asked for."""

    def __init__(self, preset: k.Preset = k.Preset.VOLUNTEER, host: str = "US", last: dt.date = LAST) -> None:
        self._rows: dict[type[Base], list[Base]] = {}
        us = self.add(City, name_en="Portland", name_ja="ポートランド", country="US", zone="America/New_York")
        japan = self.add(City, name_en="Shinagawa", name_ja="品川区", country="JP", zone="Asia/Tokyo")
        together = self.add(Partnership, us_city_id=us.id, japan_city_id=japan.id)
        cities = (us, japan) if host == "US" else (japan, us)
        self.visit = self.add(
            Visit, partnership_id=together.id, host_city_id=cities[0].id, home_city_id=cities[1].id, title_en="A visit",
            first_day=FIRST, last_day=last, preset=preset,
        )  # fmt: skip
        self._delegation = self.add(Delegation, visit_id=self.visit.id)

    def add(self, noun: type[Noun], **values: Any) -> Noun:
        """Add a row."""
        rows = self._rows.setdefault(noun, [])
        row = noun(id=len(rows) + 1, **values)
        for attribute in inspect(noun).column_attrs:
            # A row that comes from a file has every column; a new one only those that are given or have a default.
            row.__dict__.setdefault(attribute.key, None)
        rows.append(row)
        return row

    def guest(
        self, name: str = "Sakura", *, speaks: k.LanguageLevel | None = k.LanguageLevel.CONVERSATION,
        animals: Iterable[dict[str, Any]] = (), foods: Iterable[dict[str, Any]] = (), **values: Any,
    ) -> Member:  # fmt: skip
        """Add a girl of 14 who speaks some English, unless the values say otherwise; gives the member."""
        of_person = {"birth_date": BORN, "gender": k.Gender.FEMALE}
        of_person |= {key: values.pop(key) for key in list(values) if key in _OF_PERSON}
        person = self.add(Person, given_name=name, given_name_ja=name, **of_person)
        if speaks is not None:
            language = "en" if self.visit.host_city_id == 1 else "ja"
            self.add(SpokenLanguage, person_id=person.id, language=language, level=speaks)
        for need in animals:
            self.add(AnimalNeed, person_id=person.id, **need)
        for food in foods:
            self.add(FoodNeed, person_id=person.id, **food)
        given = {"role": k.Role.STUDENT} | values
        return self.add(Member, delegation_id=self._delegation.id, person_id=person.id, **given)

    def home(
        self, name: str = "Hall", *, beds: Iterable[dict[str, Any]] = ({"room": "Guest room"},),
        adults: int = 2, child: int | None = None, pets: Iterable[dict[str, Any]] = (), nights_off: Iterable[int] = (),
        **values: Any,
    ) -> Household:  # fmt: skip
        """Add a family of two cleared adults who drive, one bed for a guest; values are the home's or the offer's."""
        of_offer = {key: values.pop(key) for key in list(values) if key in _OF_OFFER}
        given = {"belted_seats": 4, "smoking": k.Smoking.NO, "minutes_to_meeting_point": 10,
                 "steep_stairs": k.Answer.NO} | values  # fmt: skip
        home = self.add(Household, name_en=name, name_ja=name, **given)
        offered = {"status": k.OfferStatus.APPROVED} | of_offer
        offer = self.add(HostOffer, visit_id=self.visit.id, household_id=home.id, **offered)
        for number in range(adults):
            self.resident(home, f"Adult{number + 1}", 40, cleared=True, drives_guests=True)
        if child is not None:
            self.resident(home, "Ada", child, gender=k.Gender.FEMALE)
        for bed in beds:
            self.add(Bed, household_id=home.id, **bed)
        for pet in pets:
            self.add(Pet, household_id=home.id, **pet)
        for day in nights_off:
            self.add(NightOff, offer_id=offer.id, night=dt.date(2027, 7, day))
        return home

    def resident(
        self, home: Household, name: str, age: int | None, *, cleared: bool = False, **values: Any
    ) -> Resident:
        """Add somebody who lives in a home."""
        of_person = {key: values.pop(key) for key in list(values) if key in _OF_PERSON}
        person = self.add(Person, given_name=name, given_name_ja=name, stated_age=age, age_stated_on=FIRST, **of_person)
        lives = self.add(Resident, household_id=home.id, person_id=person.id, **values)
        if cleared:
            self.add(Clearance, resident_id=lives.id, status=k.ClearanceStatus.CLEARED, cleared_on=dt.date(2027, 1, 1))
        return lives

    def stay(
        self, member: Member, home: Household, first: dt.date = NIGHTS[0], last: dt.date = NIGHTS[-1], **values: Any
    ) -> Stay:
        """Put a guest in a home."""
        return self.add(
            Stay, member_id=member.id, household_id=home.id, first_night=first, last_night=last, **values
        )

    def hotel(self, member: Member, room: Room, first: dt.date = NIGHTS[0], last: dt.date = NIGHTS[-1]) -> Stay:
        """Put a guest in a hotel room."""
        return self.add(
            Stay, member_id=member.id, place_id=room.place_id, room_id=room.id, kind=k.StayKind.HOTEL,
            first_night=first, last_night=last,
        )  # fmt: skip

    def room(self, **values: Any) -> Room:
        """Add a hotel room."""
        place = self.add(Place, name_en="Inn", kind=k.PlaceKind.HOTEL, zone="America/New_York")
        return self.add(Room, visit_id=self.visit.id, place_id=place.id, **values)

    def wish(self, one: Member, other: Member, kind: k.WishKind = k.WishKind.TOGETHER) -> None:
        """Let a guest ask to be with another, or apart."""
        self.add(Wish, member_id=one.id, other_id=other.id, kind=kind)

    def related(self, one: Member, other: Member, kind: k.RelationKind) -> None:
        """Say how two guests are related."""
        self.add(Relation, member_id=one.id, other_id=other.id, kind=kind)

    def knows(self, home: Household, member: Member, **values: Any) -> None:
        """Say that a family knows a guest."""
        self.add(Acquaintance, household_id=home.id, person_id=member.person_id, **values)

    def unclear(self, record: Household | Member, target: str, words: str) -> None:
        """Leave words of a form that nobody has understood."""
        self.add(
            ReviewItem, visit_id=self.visit.id, record=type(record).__name__, record_uid=record.uid, target=target,
            words=words, reason="import-not-understood",
        )  # fmt: skip

    def decide(self, rule: str, **values: Any) -> None:
        """Let the visit take a rule or a wish otherwise."""
        self.add(RuleSetting, visit_id=self.visit.id, rule=rule, **values)

    @property
    def plan(self) -> Plan:
        """The visit as a plan."""
        return Plan(self._rows, self.visit.id)

    def judge(self, member: Member | None = None, home: Household | None = None) -> Verdict:
        """Judge a guest in a home; the first of each where none is named."""
        stays = Homestays.of(self.plan)
        guest = stays.guests[0] if member is None else found(stays.guest(member.id))
        where = stays.homes[0] if home is None else found(stays.home(home.id))
        return stays.judge(guest, where)

    def together(self, *members: Member) -> list[str]:
        """Give the codes of all that is against guests together in the first home."""
        stays = Homestays.of(self.plan)
        guests = [found(stays.guest(member.id)) for member in members]
        return [one.code for one in stays.together(stays.homes[0], guests).obstacles]

    def findings(self, *rules: str) -> list[Finding]:
        """Give what rules find in the stays; all of those about homes where none is named."""
        looking = [one for one in RULES if (one.code in rules if rules else one.kind.value == "homes")]
        return list(Checker(looking).check_agenda(Agenda(self.plan)))


def found(one: Guest | Home | None) -> Any:
    """Give what must be there."""
    assert one is not None
    return one


def said(verdict: Verdict, language: str = "en") -> dict[str, str]:
    """Give the sentences of a verdict by their rules."""
    return {one.code: say(one.message, language) for one in verdict.obstacles}

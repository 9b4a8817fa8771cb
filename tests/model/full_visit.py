"""A visit with rows of every noun, every field filled with something that can be found again."""

from __future__ import annotations

import datetime as dt
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any, TypeVar

from sqlalchemy import JSON, Boolean, Date, DateTime, Float, Integer, Time, insert, select
from sqlalchemy.orm import Session

from planner.model import (
    Acceptance,
    Acquaintance,
    Activity,
    ActivityGroup,
    ActivityMember,
    AnimalNeed,
    Assignment,
    Availability,
    Base,
    Bed,
    CalendarDay,
    Call,
    City,
    Clearance,
    ColumnMapping,
    Contact,
    Delegation,
    FoodNeed,
    FormerName,
    Group,
    GroupMember,
    HostOffer,
    Household,
    Interpreter,
    Journey,
    JourneyGroup,
    JourneyMember,
    Meal,
    Member,
    Need,
    NightOff,
    OpeningHours,
    PaperIssue,
    Partnership,
    PartnershipContact,
    Person,
    Pet,
    Place,
    Relation,
    Resident,
    ReviewItem,
    Room,
    RuleSetting,
    SheetImport,
    SourceRow,
    Speech,
    SpokenLanguage,
    Stay,
    Visit,
    VisitPhone,
    Way,
    Wish,
    Wording,
    ZoneRecord,
)
from planner.model.done import Done
from planner.model.fields import Choice, Choices, Picture, facts_of
from planner.model.kinds import Role
from planner.model.message import Message
from planner.model.pictures import PICTURE, digest_of, picture_fields

DAY = dt.date(2027, 7, 22)
Noun = TypeVar("Noun", bound=Base)


def marker(tag: str, noun: type[Base], field: str) -> str:
    """The text planted in a field; `tag` says whose row it is."""
    return f"<{tag}.{noun.__name__}.{field}>"


def filled(noun: type[Noun], tag: str, **values: Any) -> Noun:
    """Make a row with every field filled that `values` does not give."""
    for column in noun.__table__.columns:
        if facts_of(column) is not None and column.key not in values:
            values[column.key] = _value(column, noun, tag)
    return noun(**values)


def _value(column: Any, noun: type[Base], tag: str) -> Any:
    kind = column.type
    if isinstance(kind, Picture):
        return digest_of(planted(f"{tag}.{noun.__name__}"))
    if isinstance(kind, Choice):
        return next(one for one in reversed(list(kind.kind)) if one != column.default.arg)
    if isinstance(kind, Choices):
        return frozenset(kind.kind)
    if column.key == "birth_date":
        return dt.date(2010, 4, 1)
    by_kind: tuple[tuple[type, Any], ...] = (
        (Boolean, True),
        (Integer, 0 if column.key.endswith("_fold") else 7),
        (Float, 7.5),
        (DateTime, dt.datetime(2027, 1, 2, 3, 4, 5)),
        (Date, DAY),
        (Time, dt.time(10, 30)),
    )
    for cls, value in by_kind:
        if isinstance(kind, cls):
            return value
    if column.key == "zone" or column.key.endswith("_zone"):
        return "Asia/Tokyo"
    if column.key == "email":
        return f"{tag}.{noun.__name__}.email@example.org"
    text = marker(tag, noun, column.key)
    return {"planted": text} if isinstance(kind, JSON) else text


@cache
def planted(whose: str) -> bytes:
    """The picture (JPEG) planted for "tag.Noun", of a colour of its own, and so of bytes of its own."""
    from PIL import Image

    colour: Any = tuple(sha256(whose.encode()).digest()[:3])
    made = BytesIO()
    Image.new("RGB", (12, 16), colour).save(made, "JPEG")
    return made.getvalue()


def keep_planted(session: Session) -> None:
    """Keep the pictures of everybody who has been made with one, as the command does."""
    session.flush()
    named = {digest for noun, field in picture_fields() for digest in session.scalars(select(getattr(noun, field)))}
    missing = named.difference(session.scalars(select(PICTURE.c.digest)))
    made = {digest_of(picture): picture for picture in map(planted, WITH_PICTURES)}
    session.execute(insert(PICTURE), [{"digest": digest, "jpeg": made[digest]} for digest in sorted(missing)])


#: Of whom there may be pictures in the rich visit.
TAGS = "ann ben chief gus wes oak elm son fig voice echo mute mayor past"
WITH_PICTURES = [
    f"{tag}.{noun}"
    for tag in TAGS.split()
    for noun in ("Person", "Household")
]


def begin(session: Session) -> Done:
    """Write the visit: two guests in two homes and a chaperone, with everything that can hang on them."""
    host, home = filled(City, "host"), filled(City, "home")
    partnership = filled(Partnership, "all", us_city=host, japan_city=home)
    visit = filled(Visit, "all", partnership=partnership, host_city=host, home_city=home, last_day=dt.date(2027, 8, 1))
    delegation = filled(Delegation, "all", visit=visit, city=home)
    place = filled(Place, "all")
    session.add_all([visit, delegation, place, filled(FormerName, "host", city=host)])
    session.flush()
    place.city_id = host.id
    guests = [traveller(tag, delegation) for tag in ("ann", "ben")]
    chaperone = traveller("chief", delegation, role=Role.LEADER)
    session.add_all([*guests, chaperone])
    session.flush()
    ann, ben = guests
    ann.responsible = ben.responsible = chaperone
    group = filled(Group, "all", visit=visit)
    session.add_all([group, *(GroupMember(group=group, member=guest) for guest in guests)])
    session.add_all([filled(Wish, "ann", member=ann, other=ben), filled(Wish, "ben", member=ben, other=ann)])
    session.add(filled(Relation, "ann", member=ann, other=ben))
    session.flush()
    room = filled(Room, "all", visit_id=visit.id, place=place)
    session.add(room)
    for tag, guest in (("oak", ann), ("elm", ben)):
        _home(session, tag, visit, guest)
    session.add(filled(Stay, "chief", member=chaperone, place=place, room=room))
    activity = filled(Activity, "all", visit=visit, place=place, leader=chaperone, ends_on=None, ends_at=dt.time(12))
    journey = filled(Journey, "all", visit=visit, from_place=place, to_place=place, arrives_at=dt.time(18))
    session.add_all([activity, journey])
    session.flush()
    journey.met_by_id = chaperone.person_id
    session.add_all(
        [
            ActivityGroup(activity=activity, group=group),
            filled(ActivityMember, "all", activity=activity, member=chaperone),
            JourneyGroup(journey=journey, group=group),
            filled(JourneyMember, "all", journey=journey, member=ann),
            filled(Meal, "all", activity=activity),
            filled(Meal, "all", journey=journey),
            filled(OpeningHours, "all", place=place),
            filled(VisitPhone, "all", visit=visit),
            filled(PaperIssue, "all", visit=visit),
            filled(ZoneRecord, "all"),
            filled(CalendarDay, "all", city=host),
            filled(Way, "all", from_place=place, to_place=place),
            filled(RuleSetting, "all", visit=visit),
            filled(Acceptance, "all", visit=visit),
            filled(Call, "all", visit=visit),
            filled(Wording, "all", visit=visit),
            filled(PartnershipContact, "all", partnership=partnership, person_id=chaperone.person_id),
            filled(ColumnMapping, "all"),
        ]
    )
    _interpreting(session, visit, activity, journey)
    sheet = filled(SheetImport, "all", visit=visit)
    session.add_all([sheet, filled(SourceRow, "ann", sheet_import=sheet, record="Member", record_uid=ann.uid)])
    session.add(filled(ReviewItem, "ann", visit=visit, record="Member", record_uid=ann.uid))
    keep_planted(session)
    return Done(Message.of("change-start-visit", title="all"), result=visit.id)


def traveller(tag: str, delegation: Delegation, **more: Any) -> Member:
    """Make a member with everything a person can state; they travel unless `more` says otherwise."""
    person = filled(Person, tag)
    for part in (SpokenLanguage, FoodNeed, AnimalNeed, Contact):
        getattr(person, _COLLECTIONS[part]).append(filled(part, tag))
    travels = {"joins_on": None, "leaves_on": None, "withdrawn": False, "waiting_rank": None}
    more = {"role": Role.PLAYER} | travels | more
    return filled(Member, tag, delegation=delegation, person=person, **more)


_COLLECTIONS = {
    SpokenLanguage: "languages",
    FoodNeed: "food_needs",
    AnimalNeed: "animal_needs",
    Contact: "contacts",
}


def _home(session: Session, tag: str, visit: Visit, guest: Member) -> None:
    household = filled(Household, tag)
    resident = filled(Resident, tag, household=household, person=filled(Person, tag))
    bed = filled(Bed, tag, household=household)
    offer = filled(HostOffer, tag, visit=visit, household=household)
    session.add_all([household, resident, bed, offer, filled(Pet, tag, household=household)])
    session.add_all([filled(Clearance, tag, resident=resident), filled(NightOff, tag, offer=offer)])
    session.add(filled(Acquaintance, tag, household=household, person=guest.person))
    stay = filled(Stay, f"{tag}-stay", member=guest, household=household, bed=bed, last_night=dt.date(2027, 7, 30))
    session.add(stay)
    session.flush()


def _interpreting(session: Session, visit: Visit, activity: Activity, journey: Journey) -> None:
    interpreter = filled(Interpreter, "voice", visit=visit, person=filled(Person, "voice"))
    session.add_all([interpreter, filled(Availability, "voice", interpreter=interpreter)])
    session.add(filled(Speech, "all", activity=activity, person=filled(Person, "mayor"), interpreter=interpreter))
    for need in (filled(Need, "all", activity=activity), filled(Need, "all", journey=journey)):
        session.add_all([need, filled(Assignment, "all", need=need, interpreter=interpreter)])

"""What each audience sees: every field of every row is filled, and those left in a plan handed out stand in a table."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import JSON, String, inspect
from sqlalchemy.orm import Session

from planner.model import (
    Activity,
    ActivityMember,
    AnimalNeed,
    Assignment,
    Base,
    Clearance,
    Contact,
    Delegation,
    FoodNeed,
    HostOffer,
    Household,
    Interpreter,
    Journey,
    JourneyMember,
    Member,
    Need,
    Partnership,
    PartnershipContact,
    Person,
    Pet,
    Plan,
    Resident,
    ReviewItem,
    SourceRow,
    Stay,
    Visit,
    Wish,
)
from planner.model.audience import Audience, redact
from planner.model.base import thought_of
from planner.model.circles import share_a_home
from planner.model.done import Done
from planner.model.fields import ORDINARY, PERSONAL, PUBLIC, SPECIAL, facts_of
from planner.model.kinds import StayKind
from planner.model.message import Message
from planner.model.pictures import digest_of
from planner.model.sight import SIGHT, AudienceKind, Circle
from planner.storage import PlannerFile
from tests.model.full_visit import WITH_PICTURES, begin, filled, keep_planted, planted, traveller
from tests.model.sights import SIGHTS, TOGETHER
from tests.model.test_plan import assert_wired
from tests.prepared import put

# Who is who: Ann sleeps with the Oaks, Ben with the Elms, the chief in a hotel; Gus withdrew, who would have slept
# with the Oaks, and Wes waits for a place. The Oaks have a son; with the Figs nobody stays. Voice and Echo interpret
# together, Mute nothing. "shut" is not open to the public; "next" and "foreign" belong to another visit.
ANN, BEN, CHIEF, GUS, WES = range(1, 6)
OAK, ELM, VOICE = 1, 2, 1
AUDIENCES = {
    "group": Audience.group(),
    "everybody": Audience.everybody(),
    "ann": Audience.participant(ANN),
    "ben": Audience.participant(BEN),
    "chief": Audience.participant(CHIEF),
    "oak": Audience.host(OAK),
    "elm": Audience.host(ELM),
    "voice": Audience.interpreter(VOICE),
    "city hall": Audience.city_hall(),
    "public": Audience.public(),
}


def enrich(session: Session) -> Done:
    """Add to the full visit those of whom hardly anything may be seen."""
    with session.no_autoflush:
        session.add_all(_more(session))
    keep_planted(session)
    return Done(Message.of("change-start-visit", title="rich"))


def _more(session: Session) -> list[Base]:
    visit, delegation = session.query(Visit).one(), session.query(Delegation).one()
    needs = session.query(Need).order_by(Need.id).all()
    oak = session.get_one(Household, OAK)
    gus = traveller("gus", delegation, withdrawn=True, joins_on=visit.first_day, leaves_on=visit.last_day)
    wes = traveller("wes", delegation, waiting_rank=1)
    son = filled(Resident, "son", household=oak, person=filled(Person, "son"), main_contact=False)
    fig = filled(Household, "fig")
    echo, mute = (filled(Interpreter, tag, visit=visit, person=filled(Person, tag)) for tag in ("echo", "mute"))
    # Who works at the same event in another mode is a colleague too.
    beside = filled(Need, "all", activity=needs[0].activity)
    foreign = filled(Partnership, "foreign", us_city=visit.host_city, japan_city=visit.home_city)
    ben, journey, last = session.get_one(Member, BEN), session.query(Journey).one(), dt.date(2027, 7, 30)
    away = ActivityMember(member=ben, attends=False)
    return [
        gus, wes, son, fig, echo, mute, foreign, filled(Person, "past"),
        filled(Stay, "gus-stay", member=gus, household=oak, bed=oak.beds[0], last_night=last),
        filled(Stay, "wes-stay", member=wes, household=oak, bed=oak.beds[0], last_night=last),
        filled(HostOffer, "fig", visit=visit, household=fig), filled(Pet, "fig", household=fig),
        filled(Resident, "fig", household=fig, person=filled(Person, "fig")),
        filled(Assignment, "echo", need=beside, interpreter=echo),
        filled(Activity, "shut", visit=visit, open_to_public=False, movable=False, member_links=[away]),
        JourneyMember(journey=journey, member=ben, attends=False),
        filled(PartnershipContact, "foreign", partnership=foreign),
        filled(Visit, "next", partnership=foreign, host_city=visit.host_city, home_city=visit.home_city),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    """The full visit with everybody of whom hardly anything may be seen."""
    copy = put(tmp_path_factory.mktemp("rich") / "visit.shimai", begin)
    with PlannerFile.open(copy) as file:
        file.run(enrich)
        yield file.plan


@pytest.fixture(scope="module")
def handed(rich: Plan) -> dict[str, Plan]:
    return {name: redact(rich, audience) for name, audience in AUDIENCES.items()}


def fields(noun: type[Base]) -> Iterator[tuple[str, Any]]:
    """Every field that a noun declares, with its column."""
    for attribute in inspect(noun).column_attrs:
        if facts_of(attribute.columns[0]) is not None:
            yield attribute.key, attribute.columns[0]


def nothing(column: Any) -> Any:
    """What stands in a field about which nobody said anything."""
    if column.default is None:
        return None
    return column.default.arg({}) if column.default.is_callable else column.default.arg


def tag_of(row: Base) -> str:
    """Whose a row of the full plan is, by any of its words."""
    for key, _ in fields(type(row)):
        value = row.__dict__[key]
        text = next(iter(value.values()), "") if isinstance(value, dict) else value
        if isinstance(text, str) and text.startswith("<"):
            return text.strip("<>").split(".")[0]
    return "-"


def told(rich: Plan, given: Plan) -> dict[str, set[str]]:
    """The fields that are left, by "whose.Noun"; a row of which only the number is left has none."""
    found: dict[str, set[str]] = {}
    for noun, rows in given.rows.items():
        for row in rows.values():
            whole = rich.find(noun, row.id)
            left = found.setdefault(f"{tag_of(whole)}.{noun.__name__}", set())
            for key, column in fields(noun):
                value = row.__dict__[key]
                if value != nothing(column):
                    assert value == whole.__dict__[key] or (key == "withdrawn" and noun is Member)
                    left.add(key)
    return found


def test_every_field_of_every_noun_is_filled(rich: Plan) -> None:
    """Else a field could be handed on without the table below noticing."""
    empty: set[str] = set()
    full: set[str] = set()
    for noun, rows in rich.rows.items():
        for row in rows.values():
            for key, column in fields(noun):
                (full if row.__dict__[key] != nothing(column) else empty).add(f"{noun.__name__}.{key}")
    declared = {
        f"{mapper.class_.__name__}.{key}"
        for mapper in Base.registry.mappers
        for key, _ in fields(mapper.class_)
        if mapper.class_.__name__ not in ("Change", "ChangedRow")
    }
    assert declared - full == set()
    texts = {
        f"{noun.__name__}.{key}"
        for noun in rich.rows
        for key, column in fields(noun)
        if isinstance(column.type, (String, JSON))
    }
    assert not texts & (empty - full)


#: Whose photos each audience gets: guests and their own hosts each other's, and nobody else anybody's.
PHOTOS = {
    "ann": {"ann.Person", "oak.Household"},
    "ben": {"ben.Person", "elm.Household"},
    "chief": {"chief.Person"},
    "oak": {"ann.Person", "oak.Household"},
    "elm": {"ben.Person", "elm.Household"},
}


@pytest.mark.parametrize("name", AUDIENCES)
def test_photos_are_handed_to_whom_they_are_for(rich: Plan, handed: dict[str, Plan], name: str) -> None:
    whose = {digest_of(planted(each)): each for each in WITH_PICTURES}
    assert {whose[digest] for digest in handed[name].pictures} == PHOTOS.get(name, set())
    assert len(rich.pictures) > len(PHOTOS)


def expected(name: str) -> dict[str, set[str]]:
    """Read the table for one audience: whose rows, their noun, and the fields, some of them by a word for several."""
    found: dict[str, set[str]] = {}
    for line in filter(None, SIGHTS[name].splitlines()):
        rows, words = line.split(":")
        tags, noun = rows.split(".")
        for tag in tags.split(","):
            found[f"{tag}.{noun}"] = {field for word in words.split() for field in TOGETHER.get(word, word).split()}
    return found


@pytest.mark.parametrize("name", AUDIENCES)
def test_each_audience_sees_what_is_meant_for_it_and_nothing_else(
    rich: Plan, handed: dict[str, Plan], name: str
) -> None:
    assert told(rich, handed[name]) == expected(name)


def test_a_field_that_nobody_decided_about_is_hidden_from_all() -> None:
    """The table names fields one by one: every name is a field, and a new one is in none of them."""
    for circles in SIGHT.values():
        for table in circles.values():
            for noun, words in table.items():
                names = words.split()
                assert len(names) == len(set(names)), noun
                assert set(names) <= {key for key, _ in fields(noun)}, noun


@pytest.mark.parametrize(
    ("kind", "circles", "most"),
    [
        (AudienceKind.PUBLIC, set(Circle), PUBLIC),
        (AudienceKind.GROUP, {Circle.ALL}, ORDINARY),
        (AudienceKind.EVERYBODY, set(Circle), PERSONAL),
        (AudienceKind.PARTICIPANT, set(Circle) - {Circle.OWN}, PERSONAL),
        (AudienceKind.HOST, set(Circle) - {Circle.OWN, Circle.GUESTS}, PERSONAL),
        (AudienceKind.INTERPRETER, set(Circle), PERSONAL),
        (AudienceKind.CITY_HALL, set(Circle), PERSONAL),
        (AudienceKind.HOST, {Circle.OWN, Circle.GUESTS}, SPECIAL),
    ],
)
def test_nothing_is_more_sensitive_than_its_audience_may_know(
    kind: AudienceKind, circles: set[Circle], most: int
) -> None:
    """Health, faith and papers go to the one concerned and to those they live with only (domain.md §6.5)."""
    for circle in circles & set(SIGHT[kind]):
        for noun, words in SIGHT[kind][circle].items():
            levels = {key: facts.sensitivity for key, column in fields(noun) if (facts := facts_of(column))}
            assert {key for key in words.split() if levels[key] > most} == set()


def test_the_staff_see_the_plan_itself(rich: Plan) -> None:
    assert redact(rich, Audience.staff()) is rich


@pytest.mark.parametrize("name", AUDIENCES)
def test_documents_and_the_coordinators_own_records_are_never_handed_on(handed: dict[str, Plan], name: str) -> None:
    for noun in (ReviewItem, SourceRow, Clearance, Wish):
        assert handed[name].all(noun) == ()
    for member in handed[name].members:
        assert (member.passport_number, member.passport_expires_on, member.entry_permit) == ("", None, "")
        assert (member.waiting_rank, member.notes, member.forms_received) == (None, "", "")


def test_not_even_the_number_of_other_peoples_rows_shows(handed: dict[str, Plan]) -> None:
    ann, oak = handed["ann"], handed["oak"]
    assert [stay.member_id for stay in ann.stays] == [ANN]
    assert [need.person_id for need in ann.all(FoodNeed)] == [ann.find(Member, ANN).person_id]
    assert {resident.household_id for resident in ann.all(Resident)} == {OAK}
    assert [stay.member_id for stay in oak.stays] == [ANN]
    assert [home.id for home in oak.households] == [OAK]
    assert handed["public"].people == handed["public"].members == handed["public"].stays == ()


def test_who_does_not_travel_has_no_name_and_no_hosts(rich: Plan, handed: dict[str, Plan]) -> None:
    for given in handed.values():
        for member in given.members:
            assert member.withdrawn is (member.id in (GUS, WES))
    for number in (GUS, WES):
        own = redact(rich, Audience.participant(number))
        assert own.stays == ()
        assert all(home.address_en == "" for home in own.households)


def test_a_family_without_guests_knows_nobodys_needs(rich: Plan) -> None:
    fig = next(home for home in rich.households if home.name_en == "<fig.Household.name_en>")
    given = redact(rich, Audience.host(fig.id))
    assert given.stays == given.all(FoodNeed) == given.all(AnimalNeed) == given.all(Contact) == ()
    assert {person.family_name for person in given.people} == {
        "", "<chief.Person.family_name>", "<fig.Person.family_name>"
    }  # fmt: skip
    assert [home.id for home in given.households] == [fig.id]


def test_what_is_hidden_is_empty_and_points_nowhere(handed: dict[str, Plan]) -> None:
    ann = handed["ann"]
    fellow = ann.find(Member, BEN).person
    assert (fellow.birth_date, fellow.passport_name, fellow.diets) == (None, "", frozenset())
    [stay] = ann.stays
    assert stay.bed is not None
    assert (stay.bed.room != "", stay.bed.words) == (True, "")
    [stay, *_] = handed["group"].stays
    assert stay.household_id is not None
    assert handed["group"].find(Household, stay.household_id).name_en == ""
    assert handed["public"].visit.reciprocal_id is None


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_redacted_plan_is_wired_and_sealed_and_the_plan_itself_untouched(
    rich: Plan, handed: dict[str, Plan], name: str
) -> None:
    given = handed[name]
    assert_wired(given)
    assert given.revision == rich.revision
    assert given.visit.id == rich.visit.id
    nouns = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    for noun, rows in given.rows.items():
        for row in rows.values():
            assert row is not rich.find(noun, row.id)
            with pytest.raises(AttributeError, match="read-only"):
                row.id = 0
            for column in noun.__table__.columns:
                if column.foreign_keys and getattr(row, column.key) is not None:
                    [key] = column.foreign_keys
                    target = nouns[key.column.table]
                    assert given.get(target, getattr(row, column.key)) is not None, "nothing refers to what is gone"
    assert rich.find(Person, 1).family_name == "<ann.Person.family_name>"


@pytest.mark.parametrize("kind", [Audience.participant, Audience.host, Audience.interpreter])
def test_the_audience_must_be_in_the_plan(plan: Plan, kind: Any) -> None:
    with pytest.raises(KeyError):
        redact(plan, kind(4711))


def test_who_comes_by_day_shares_no_home() -> None:
    nights = {"household_id": OAK, "first_night": dt.date(2027, 7, 24), "last_night": dt.date(2027, 7, 26)}
    ana = thought_of(Stay, member_id=1, kind=StayKind.HOME, **nights)
    for kind, shares in ((StayKind.HOME, True), (StayKind.DAY_VISIT, False)):
        assert share_a_home(ana, thought_of(Stay, member_id=2, kind=kind, **nights)) is shares

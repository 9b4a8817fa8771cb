"""What each audience sees: a word is planted in every text of every row, and looked for in every plan handed out."""

import pytest
from sqlalchemy import JSON, String, inspect

from planner.model import (
    AnimalNeed,
    Base,
    Bed,
    Clearance,
    Contact,
    FoodNeed,
    Household,
    Member,
    NightOff,
    Person,
    Pet,
    Plan,
    Resident,
    ReviewItem,
    SourceRow,
    Stay,
    Wish,
)
from planner.model.audience import Audience, redact
from planner.model.fields import ORDINARY, PUBLIC, SPECIAL, facts_of
from tests.model.test_plan import assert_wired

# Who is who in the full visit: Ann sleeps with the Oaks, Ben with the Elms, the chief in a hotel.
ANN, BEN = 1, 2
OAK, ELM = 1, 2
_LEVELS = {
    f"{mapper.class_.__name__}.{column.key}": facts.sensitivity
    for mapper in Base.registry.mappers
    for column in mapper.local_table.columns
    if (facts := facts_of(column)) is not None
}
AUDIENCES = {
    "group": Audience.group(),
    "public": Audience.public(),
    "ann": Audience.participant(ANN),
    "ben": Audience.participant(BEN),
    "oak": Audience.host(OAK),
    "elm": Audience.host(ELM),
}


def seen(plan: Plan) -> set[str]:
    """The planted words that are left in a plan, as "whose.Noun.field"."""
    found = set()
    for noun, rows in plan.rows.items():
        for row in rows.values():
            for attribute in inspect(noun).column_attrs:
                value = row.__dict__[attribute.key]
                text = next(iter(value.values()), "") if isinstance(value, dict) else value
                if isinstance(text, str) and text.startswith("<"):
                    found.add(text.strip("<>"))
                elif isinstance(text, str) and text.endswith("@example.org"):
                    found.add(text.removesuffix("@example.org"))
    return found


def of(words: set[str], tag: str) -> set[str]:
    return {word.split(".", 1)[1] for word in words if word.split(".")[0] == tag}


@pytest.fixture(scope="module")
def handed(plan: Plan) -> dict[str, Plan]:
    return {name: redact(plan, audience) for name, audience in AUDIENCES.items()}


@pytest.fixture(scope="module")
def words(handed: dict[str, Plan]) -> dict[str, set[str]]:
    return {name: seen(given) for name, given in handed.items()}


def test_the_words_are_planted_everywhere_and_the_staff_see_them(plan: Plan) -> None:
    texts = {
        f"{mapper.class_.__name__}.{attribute.key}"
        for mapper in Base.registry.mappers
        for attribute in mapper.column_attrs
        if facts_of(attribute.columns[0]) is not None
        and isinstance(attribute.columns[0].type, (String, JSON))
    }
    given = {"zone", "departs_zone", "arrives_zone", "record", "record_uid"}
    planted = {word.split(".", 1)[1] for word in seen(plan)}
    missing = texts - planted
    history = {name for name in texts if name.split(".")[0] in ("Change", "ChangedRow")}
    assert {name for name in missing - history if name.split(".")[1] not in given} == set()
    assert redact(plan, Audience.staff()) is plan


def test_the_public_sees_nothing_but_what_is_public(words: dict[str, set[str]]) -> None:
    levels = {_LEVELS[word.split(".", 1)[1]] for word in words["public"]}
    assert levels == {PUBLIC}
    assert {word.split(".")[0] for word in words["public"]} <= {"all", "host", "home"}


def test_the_group_sees_nothing_personal_but_its_chaperones_names(words: dict[str, set[str]]) -> None:
    personal = {word for word in words["group"] if _LEVELS[word.split(".", 1)[1]] > ORDINARY}
    assert {word.split(".")[0] for word in personal} == {"chief"}
    assert all("name" in word or "honorific" in word for word in personal)
    assert "chief.Person.family_name_ja" in personal


@pytest.mark.parametrize(("host", "guest", "neighbour"), [("oak", "ann", "ben"), ("elm", "ben", "ann")])
def test_allergies_reach_ones_own_hosts_and_never_the_neighbours(
    handed: dict[str, Plan], words: dict[str, set[str]], host: str, guest: str, neighbour: str
) -> None:
    own = of(words[host], guest)
    assert {"FoodNeed.words", "AnimalNeed.words", "Person.other_allergies", "Person.medicines"} <= own
    assert {"Contact.phone", "Person.called_name_en", "Member.host_message_en"} <= own
    theirs = of(words[host], neighbour)
    assert all(_LEVELS[word] <= ORDINARY for word in theirs), "not even the name"
    other = "elm" if host == "oak" else "oak"
    assert of(words[host], other) == {name for name in of(words[host], other) if _LEVELS[name] <= ORDINARY}
    assert {"Household.address_en", "Household.firearms", "Resident.works"} <= of(words[host], host)
    for noun in (FoodNeed, AnimalNeed, Contact):
        assert len(handed[host].all(noun)) == 1, "one's own guest's only: not even the number of the others shows"


@pytest.mark.parametrize(("guest", "host", "other_host"), [("ann", "oak", "elm"), ("ben", "elm", "oak")])
def test_a_participant_sees_their_own_hosts_address_and_no_others(
    handed: dict[str, Plan], words: dict[str, set[str]], guest: str, host: str, other_host: str
) -> None:
    home = of(words[guest], host)
    assert {"Household.address_en", "Household.address_ja", "Household.phone", "Pet.words", "Person.given_name"} <= home
    assert all(_LEVELS[name] < SPECIAL for name in home)
    assert all(_LEVELS[name] <= ORDINARY for name in of(words[guest], other_host))
    own = of(words[guest], guest)
    assert {"Person.medicines", "FoodNeed.words", "Contact.phone"} <= own
    for noun in (Bed, Pet, Resident):
        assert len(handed[guest].all(noun)) == 1


def test_those_who_travel_together_know_each_others_names_and_nothing_more(words: dict[str, set[str]]) -> None:
    ben = {name for name in of(words["ann"], "ben") if _LEVELS[name] > ORDINARY}
    assert {"Person.family_name", "Person.given_name_ja", "Person.called_name_en"} <= ben
    assert all("name" in name or "honorific" in name for name in ben)
    assert "Person.passport_name" not in ben
    assert "Person.middle_name" not in ben


@pytest.mark.parametrize("name", AUDIENCES)
def test_documents_and_the_coordinators_own_notes_are_never_handed_on(
    handed: dict[str, Plan], words: dict[str, set[str]], name: str
) -> None:
    fields = {word.split(".")[2] for word in words[name]}
    kept = {"passport_number", "entry_permit", "custody", "insurance_policy", "licence", "notes_staff", "notes"}
    assert not fields & (kept | {"feedback", "conflicts", "lessons", "successor_notes"})
    for noun in (ReviewItem, SourceRow, Clearance, Wish):
        assert handed[name].all(noun) == ()
    member = handed[name].find(Member, ANN)
    assert member.passport_expires_on is None


def test_what_is_hidden_is_empty_and_not_something_else(handed: dict[str, Plan]) -> None:
    public = handed["public"]
    for person in public.people:
        assert (person.birth_date, person.family_name, person.diets) == (None, "", frozenset())
    assert public.all(Stay) == ()
    assert public.all(NightOff) == ()
    household = handed["ann"].find(Household, ELM)
    assert (household.latitude, household.cooks_for, household.name_en) == (None, frozenset(), "")
    assert handed["ann"].find(Household, OAK).latitude == 7.5


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_redacted_plan_is_wired_and_sealed_and_the_plan_itself_untouched(
    plan: Plan, handed: dict[str, Plan], name: str
) -> None:
    given = handed[name]
    assert_wired(given)
    assert given.revision == plan.revision
    assert given.visit.id == plan.visit.id
    for noun, rows in given.rows.items():
        for row in rows.values():
            assert row is not plan.find(noun, row.id)
            with pytest.raises(AttributeError, match="read-only"):
                row.id = 0
            for column in noun.__table__.columns:
                if column.foreign_keys and not column.nullable:
                    [key] = column.foreign_keys
                    target = next(m.class_ for m in Base.registry.mappers if m.local_table is key.column.table)
                    assert given.get(target, getattr(row, column.key)) is not None, "nothing refers to what is gone"
    assert plan.find(Person, 1).family_name == "<ann.Person.family_name>"


def test_the_audience_must_be_in_the_plan(plan: Plan) -> None:
    with pytest.raises(KeyError):
        redact(plan, Audience.participant(4711))
    with pytest.raises(KeyError):
        redact(plan, Audience.host(4711))

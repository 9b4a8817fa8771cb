"""Two visits to print: the practice visit as its forms came in, and one with everything that is hard to set."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.clock import WallTime
from planner.commands import records, visits
from planner.model import (
    Activity,
    ActivityGroup,
    ActivityMember,
    Delegation,
    Group,
    GroupMember,
    HostOffer,
    Household,
    Journey,
    Meal,
    Member,
    Person,
    Place,
    Plan,
    Room,
    Stay,
    VisitPhone,
)
from planner.model.done import Done
from planner.model.message import Message
from planner.model.readers import Reader, of_group, of_guest
from planner.papers.catalogue import document_of
from planner.papers.options import PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from planner.storage import PlannerFile
from tests.papers.agreed import agree
from tests.papers.settled import settle
from tests.papers.staffed import staff
from tests.prepared import copy_practice

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
PRINTED_AT = WallTime(dt.date(2027, 10, 30), dt.time(19, 40), NEW_YORK)

LONG = "Midnight stargazing on the Eastern Promenade with the astronomers of the University of Southern Maine"
LONG_JA = "イースタン・プロムナードで南メイン大学の天文学者と真夜中の星空観察会（防寒着を必ず持参してください）"


@pytest.fixture(scope="session")
def portland(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The practice visit: nobody has a bed or a squad yet."""
    path = copy_practice(tmp_path_factory.mktemp("papers") / "practice.shimai")
    with PlannerFile.open(path, read_only=True) as file:
        return file.plan


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The practice visit with beds, squads and telephones."""
    path = copy_practice(tmp_path_factory.mktemp("papers") / "settled.shimai")
    with PlannerFile.open(path) as file:
        file.run(settle)
        return file.plan


@pytest.fixture(scope="session")
def staffed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settled visit with its interpreters, the Mayor's call with its speeches, and how families are written."""
    path = copy_practice(tmp_path_factory.mktemp("papers") / "staffed.shimai")
    with PlannerFile.open(path) as file:
        file.run(settle)
        file.run(staff)
    return path


@pytest.fixture(scope="session")
def staffed(staffed_file: Path) -> Plan:
    with PlannerFile.open(staffed_file, read_only=True) as file:
        return file.plan


@pytest.fixture
def staffed_but(tmp_path: Path, staffed_file: Path) -> Callable[..., Plan]:
    """Give the staffed visit with some records changed: ``staffed_but(("Person", 1, {"phone": "…"}))``."""

    def edit(*changes: tuple[str, int, dict[str, Any]]) -> Plan:
        with PlannerFile.open(Path(shutil.copy(staffed_file, tmp_path / "edited.shimai"))) as file:
            for noun, record_id, values in changes:
                file.run(records.edit, noun, record_id, values)
            return file.plan

    return edit


@pytest.fixture(scope="session")
def agreed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with what people have agreed since: where the group meets, what to bring."""
    path = copy_practice(tmp_path_factory.mktemp("papers") / "agreed.shimai")
    with PlannerFile.open(path) as file:
        file.run(settle)
        file.run(agree)
    return path


@pytest.fixture(scope="session")
def agreed(agreed_file: Path) -> Plan:
    with PlannerFile.open(agreed_file, read_only=True) as file:
        return file.plan


@pytest.fixture(scope="session")
def hard_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A visit over the night in which clocks go back, 5 to 11 November 2027."""
    with PlannerFile.create(
        tmp_path_factory.mktemp("papers") / "hard.shimai",
        visits.start,
        title_en="Anniversary delegation 2027",
        title_ja="記念訪問団2027",
        host=visits.CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", NEW_YORK),
        home=visits.CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", TOKYO),
        first_day=dt.date(2027, 11, 5),
        last_day=dt.date(2027, 11, 11),
    ) as file:
        file.run(_fill, file.plan.visit.id, file.plan.delegations[0].id)
        return file.path


@pytest.fixture(scope="session")
def hard(hard_file: Path) -> Plan:
    with PlannerFile.open(hard_file, read_only=True) as file:
        return file.plan


def _fill(session: Session, visit_id: int, delegation_id: int) -> Done:
    squad_a = Group(visit_id=visit_id, name_en="A squad", name_ja="Aチーム", letter="A")
    squad_b = Group(visit_id=visit_id, name_en="B squad", name_ja="Bチーム", letter="B")
    guests = Group(visit_id=visit_id, name_en="Officials and their families", name_ja="来賓とご家族")
    session.add_all([squad_a, squad_b, guests])
    delegation = session.get(Delegation, delegation_id)
    sakura = _member(delegation, "Takahashi", "Sakura", "髙橋", "さくら", role="player", shirt_number="4")
    misaki = _member(delegation, "Sato", "Misaki", "佐藤", "美咲", role="player")
    late = _member(delegation, "Mori", "Kenta", "森", "健太", role="coach", joins_on=_day(7), leaves_on=_day(9))
    namesake = _member(delegation, "Sato", "Misaki", "佐藤", "美咲", role="player")
    session.add_all([sakura, misaki, late, namesake])
    session.add_all([GroupMember(group=squad_a, member=sakura), GroupMember(group=squad_b, member=misaki)])
    _programme(session, visit_id, squad_a, squad_b, guests, sakura)
    _nights(session, visit_id, sakura, misaki)
    session.add(VisitPhone(visit_id=visit_id, kind="duty", phone="+1 207 555 0100", country="US"))
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Visit"), name="hard"))


def _member(delegation: Any, family: str, given: str, family_ja: str, given_ja: str, **values: Any) -> Member:
    person = Person(
        family_name=family, given_name=given, family_name_ja=family_ja, given_name_ja=given_ja,
        family_name_first=True, email=f"{given}@secret.example", phone="090-1234-5678", medicines="SECRETPILLS",
    )  # fmt: skip
    return Member(delegation=delegation, person=person, **values)


def _day(day: int) -> dt.date:
    return dt.date(2027, 11, day)


def _programme(session: Session, visit_id: int, squad_a: Group, squad_b: Group, guests: Group, sakura: Member) -> None:
    def activity(day: int, start: str, end: str, title: str, title_ja: str = "", **values: Any) -> Activity:
        made = Activity(
            visit_id=visit_id, starts_on=_day(day), starts_at=_time(start), ends_at=_time(end),
            title_en=title, title_ja=title_ja, **{"everyone": True, **values},
        )  # fmt: skip
        session.add(made)
        return made

    expo = Place(name_en="Portland Expo", name_ja="ポートランド・エキスポ")
    activity(5, "22:00", "1:30", LONG, LONG_JA, place=expo, hosts_invited=True, bring_en="warm coat",
             bring_ja="厚手の上着", transport_en="hosts' cars", notes_staff="SECRETNOTE")  # fmt: skip
    camp = activity(6, "9:00", "15:00", "Weekend camp", ends_on=_day(8))
    camp.meals.append(Meal(which="lunch", provider="group", menu_en="chili"))
    camp.meals.append(Meal(which="dinner", provider="own"))
    activity(6, "", "", "Photo competition", "写真コンテスト", ends_on=_day(7))
    activity(7, "1:30", "", "Clocks go back", "時計を戻す")
    for group, title, title_ja in ((squad_a, "Shooting clinic", "シュート教室"), (squad_b, "Game 1", "第1試合")):
        made = activity(9, "10:00", "11:30", title, title_ja, everyone=False, place=expo)
        made.group_links.append(ActivityGroup(group=group))
    breakfast = activity(9, "7:15", "8:00", "Council breakfast", "朝食懇談会", everyone=False)
    breakfast.group_links.append(ActivityGroup(group=guests))
    breakfast.meals.append(Meal(which="breakfast", provider="group", menu_en="buffet", menu_ja="ビュッフェ"))
    only = activity(9, "14:00", "", "Dentist", "歯医者", everyone=False)
    only.member_links.append(ActivityMember(member=sakura))
    not_her = activity(9, "16:00", "17:00", "Museum", "美術館")
    not_her.member_links.append(ActivityMember(member=sakura, attends=False))
    activity(9, "18:00", "19:00", "Requested talk", "講演", status="requested")
    activity(9, "18:00", "19:00", "Cancelled walk", "中止の散歩", status="cancelled")
    activity(9, "18:00", "19:00", "Idea only", "案", status="idea")
    for number in range(20):
        starts, ends = (f"{minutes // 60}:{minutes % 60:02}" for minutes in (300 + 55 * number, 345 + 55 * number))
        activity(10, starts, ends, f"Station {number + 1}, a museum of the peninsula", f"見学{number + 1}")
    jfk = Place(name_en="New York John F. Kennedy International Airport", code="JFK", kind="airport")
    haneda = Place(name_en="Tokyo Haneda Airport", name_ja="羽田空港", code="HND", kind="airport")
    session.add(
        Journey(
            visit_id=visit_id, from_place=jfk, to_place=haneda, carrier="NH", number="159", everyone=True,
            departs_on=_day(11), departs_at=dt.time(23, 30), departs_zone=NEW_YORK,
            arrives_on=_day(13), arrives_at=dt.time(4, 10), arrives_zone=TOKYO, booking="SECRETBOOKING",
            meals=[Meal(which="dinner", provider="on_board")],
        )
    )  # fmt: skip


def _time(words: str) -> dt.time | None:
    return dt.time(*map(int, words.split(":"))) if words else None


def _nights(session: Session, visit_id: int, sakura: Member, misaki: Member) -> None:
    okafor = Household(name_en="Okafor", name_ja="オカフォー", phone="+1 207 555 0142", firearms="SECRETGUNS")
    hall = Household(name_en="Hallorann", name_ja="ハロラン", phone="+1 207 555 0199")
    hotel = Place(name_en="Harbor Inn", name_ja="ハーバー・イン", kind="hotel")
    session.add_all([okafor, hall, hotel])
    session.flush()
    session.add_all(
        [
            HostOffer(visit_id=visit_id, household=okafor),
            Stay(member=sakura, household=okafor, kind="home", first_night=_day(5), last_night=_day(9)),
            Stay(
                member=sakura, place=hotel, kind="hotel", first_night=_day(10), last_night=_day(10),
                room=Room(visit_id=visit_id, place=hotel, number="217"),
            ),
            Stay(member=misaki, household=hall, kind="home", first_night=_day(5), last_night=_day(10)),
        ]
    )  # fmt: skip


@pytest.fixture
def edited(tmp_path: Path, hard_file: Path) -> Callable[..., Plan]:
    """Give the hard visit with one record changed: ``edited("Activity", 1, title_en="…")``."""

    def edit(noun: str, record_id: int, **values: Any) -> Plan:
        path = shutil.copy(hard_file, tmp_path / "edited.shimai")
        with PlannerFile.open(Path(path)) as file:
            file.run(records.edit, noun, record_id, values)
            return file.plan

    return edit


@pytest.fixture(scope="session")
def printed() -> Callable[..., Printed]:
    """Print for somebody by given name, or for the group; each combination once."""
    done: dict[tuple[Any, ...], Printed] = {}

    def make(plan: Plan, language: str = "en", paper: str = "a4", who: str = "", **more: Any) -> Printed:
        key = (id(plan), language, paper, who, *sorted(more.items()))
        if key not in done:
            options = PaperOptions(language, paper, more.pop("printed_at", PRINTED_AT), **more)
            done[key] = print_for(plan, reader_named(plan, who), options)
        return done[key]

    return make


def print_for(plan: Plan, reader: Reader, options: PaperOptions, document: str = "itinerary") -> Printed:
    """Print a document for a reader, with only what they may see."""
    return render(document_of(document), redacted_for(plan, reader), reader, options)


def reader_named(plan: Plan, given_name: str) -> Reader:
    """Give the guest of this name, or the whole group."""
    return of_guest(member_named(plan, given_name)) if given_name else of_group()


def member_named(plan: Plan, given_name: str) -> Member:
    return next(member for member in plan.members if member.person.given_name == given_name)

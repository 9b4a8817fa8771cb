"""A visit with everything that is hard to say in a calendar: change-over nights, the date line, marks, Japanese."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.commands import people, records, visits
from planner.model import Plan
from planner.storage import PlannerFile

PORTLAND = visits.CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", "America/New_York")
SHINAGAWA = visits.CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", "Asia/Tokyo")
STAMP = dt.datetime(2027, 2, 1, 12, 0, tzinfo=dt.UTC)

LONG = "市長室で記念品を交換し、その後ロビーで写真を撮ります。髙﨑さんと𠮷野さんは早めに来てください。" * 4
MARKS = "Gifts; speeches, 2 x 10 min \\ no flash\nSecond line: “quoted”, 100 %"

AUTUMN, SPRING = dt.date(2027, 11, 7), dt.date(2027, 3, 14)

# title, Japanese title, day, start, last day, end, and more fields
ACTIVITIES = [
    ("Courtesy call; speeches, photos", "市長表敬訪問", (2027, 7, 23), (16, 0), None, (17, 30), {
        "notes_guests_en": MARKS, "notes_guests_ja": LONG, "bring_en": "a small gift", "bring_ja": "手土産",
        "dress_en": "team jacket", "notes_staff": "STAFFONLY the mayor is deaf in one ear"}),
    ("Day with host families", "ホストファミリーと過ごす日", (2027, 7, 25), None, None, None, {}),
    ("Japan Night", "ジャパンナイト", (2027, 7, 27), (18, 30), None, (21, 0), {
        "open_to_public": True, "hosts_invited": True, "meeting_at": dt.time(18, 0),
        "notes_hosts_en": "Bring a dish to share."}),
    ("Camp", "キャンプ", (2027, 7, 29), None, (2027, 7, 30), None, {}),
    ("Drop-off", "集合", (2027, 8, 1), (5, 30), None, None, {}),
    ("Late party", "前夜祭", (2027, 7, 31), (21, 0), None, (0, 30), {}),
    ("Requested talk", "講演", (2027, 7, 26), (10, 0), None, (11, 0), {"status": "requested"}),
    ("Cancelled walk", "中止の散歩", (2027, 7, 26), (12, 0), None, (13, 0), {"status": "cancelled"}),
    ("Idea only", "案", (2027, 7, 26), (14, 0), None, (15, 0), {"status": "idea"}),
    ("Autumn, first 1:30", "一回目の1時半", (2027, 11, 7), (1, 30), None, (3, 0), {"starts_fold": 0}),
    ("Autumn, second 1:30", "二回目の1時半", (2027, 11, 7), (1, 30), None, (2, 0), {"starts_fold": 1}),
    ("Autumn, over the change", "切替をまたぐ", (2027, 11, 7), (0, 30), None, (2, 0), {}),
    ("Autumn, the morning after", "翌朝", (2027, 11, 7), (7, 0), None, (8, 0), {}),
    ("Spring, before the gap", "切替の前", (2027, 3, 14), (1, 59), None, (3, 0), {}),
    ("Spring, after the gap", "切替の後", (2027, 3, 14), (3, 0), None, (3, 30), {}),
    ("Spring, the evening before", "前の晩", (2027, 3, 13), (23, 0), (2027, 3, 14), (4, 0), {}),
]  # fmt: skip


def _time(at: tuple[int, int] | None) -> dt.time | None:
    return None if at is None else dt.time(*at)


def _fill(file: PlannerFile) -> None:
    visit, delegation = file.plan.visit.id, file.plan.delegations[0].id
    sakura = file.run(
        people.add_member,
        delegation,
        {
            "family_name": "Takahashi", "given_name": "Sakura", "family_name_ja": "髙橋", "given_name_ja": "さくら",
            "called_name_en": "Sakura", "email": "SECRETMAIL@example.jp",
        },
        {"role": "player", "passport_number": "SECRETPASS"},
    )
    ruka = file.run(
        people.add_member,
        delegation,
        {"family_name": "Matsumoto", "given_name": "Ruka", "family_name_ja": "松本", "given_name_ja": "琉花"},
        {"role": "player"},
    )
    person = {member.id: member.person_id for member in file.plan.members}
    for member in (sakura, ruka):
        file.run(records.add, "FoodNeed", {"person_id": person[member], "allergen": "buckwheat",
                                           "severity": "severe", "words": "SECRETALLERGY two EpiPens"})  # fmt: skip
    hall = file.run(records.add, "Place", {
        "name_en": "Portland City Hall", "name_ja": "ポートランド市役所", "zone": "America/New_York",
        "address_en": "389 Congress St, Portland, ME 04101",
        "latitude": 43.6592, "longitude": -70.2573, "contact": "SECRETCONTACT",
    })  # fmt: skip
    airport = {"name_en": "Haneda Airport", "name_ja": "羽田空港", "zone": "Asia/Tokyo"}
    haneda = file.run(records.add, "Place", airport)
    jfk = file.run(records.add, "Place", {"name_en": "New York JFK", "zone": "America/New_York"})
    ids: dict[str, int] = {}
    for title, title_ja, day, start, last, end, more in ACTIVITIES:
        values = {
            "visit_id": visit, "title_en": title, "title_ja": title_ja, "starts_on": dt.date(*day),
            "starts_at": _time(start), "ends_on": dt.date(*last) if last else None, "ends_at": _time(end),
            "everyone": True, "place_id": hall, **more,
        }  # fmt: skip
        ids[title] = file.run(records.add, "Activity", values)
    _add_interpreter(file, visit, ids["Courtesy call; speeches, photos"])
    out = {"visit_id": visit, "title_en": "Flight NH110", "title_ja": "NH110便", "number": "NH110", "everyone": True,
           "from_place_id": haneda, "to_place_id": jfk, "departs_on": dt.date(2027, 7, 22),
           "departs_at": dt.time(11, 0), "departs_zone": "Asia/Tokyo", "arrives_on": dt.date(2027, 7, 22),
           "arrives_at": dt.time(10, 50), "arrives_zone": "America/New_York", "departs_terminal": "3",
           "booking": "SECRETBOOKING"}  # fmt: skip
    file.run(records.add, "Journey", out)
    back = {"visit_id": visit, "title_en": "Flight NH109", "number": "NH109", "everyone": True,
            "from_place_id": jfk, "to_place_id": haneda, "departs_on": dt.date(2027, 8, 1),
            "departs_at": dt.time(12, 40), "departs_zone": "America/New_York", "arrives_on": dt.date(2027, 8, 2),
            "arrives_at": dt.time(15, 55), "arrives_zone": "Asia/Tokyo"}  # fmt: skip
    file.run(records.add, "Journey", back)
    dentist = {"visit_id": visit, "title_en": "Only Sakura's dentist", "starts_on": dt.date(2027, 7, 28)}
    only = file.run(records.add, "Activity", dentist | {"starts_at": dt.time(9, 0)})
    file.run(records.add, "ActivityMember", {"activity_id": only, "member_id": sakura})
    squad = file.run(records.add, "Group", {"visit_id": visit, "name_en": "A squad", "name_ja": "Aチーム"})
    file.run(records.add, "GroupMember", {"group_id": squad, "member_id": ruka})
    empty = file.run(records.add, "Group", {"visit_id": visit, "name_en": "B squad", "name_ja": "Bチーム"})
    for title, group in (("Game of the A squad", squad), ("Game of the B squad", empty)):
        values = {"visit_id": visit, "title_en": title, "starts_on": dt.date(2027, 7, 24), "starts_at": dt.time(10)}
        game = file.run(records.add, "Activity", values)
        file.run(records.add, "ActivityGroup", {"activity_id": game, "group_id": group})
    for member, name, street in ((sakura, "Okafor", "12 Spruce St"), (ruka, "SECRETHALL", "SECRETSTREET 9")):
        home = file.run(records.add, "Household", {"name_en": name, "address_en": street, "town": "Portland",
                                                   "firearms": "SECRETGUNS", "phone": "+1 207 555 0143"})  # fmt: skip
        file.run(records.add, "Stay", {"member_id": member, "household_id": home, "kind": "home",
                                       "first_night": dt.date(2027, 7, 22), "last_night": dt.date(2027, 7, 31),
                                       "reason": "SECRETREASON"})  # fmt: skip


def _add_interpreter(file: PlannerFile, visit: int, activity: int) -> None:
    person = file.run(records.add, "Person", {"family_name": "Bell", "given_name": "Haruko", "family_name_ja": "ベル",
                                              "given_name_ja": "春子", "email": "SECRETBELL@example.org"})  # fmt: skip
    bell = file.run(records.add, "Interpreter", {"visit_id": visit, "person_id": person, "conflicts": "SECRETFEUD"})
    need = file.run(records.add, "Need", {"activity_id": activity, "mode": "consecutive", "pairs": {"ja>en", "en>ja"}})
    file.run(records.add, "Assignment", {"need_id": need, "interpreter_id": bell, "covers_until": dt.time(17)})


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that visit, to be copied."""
    path = tmp_path_factory.mktemp("calendars") / "hard.shimai"
    with PlannerFile.create(
        path,
        visits.start,
        title_en="Shinagawa in Portland 2027",
        title_ja="品川区 ポートランド訪問2027",
        host=PORTLAND,
        home=SHINAGAWA,
        first_day=dt.date(2027, 7, 22),
        last_day=dt.date(2027, 8, 1),
    ) as file:
        _fill(file)
    return path


@pytest.fixture(scope="session")
def plan(prepared: Path) -> Plan:
    with PlannerFile.open(prepared, read_only=True) as file:
        return file.plan


@pytest.fixture
def file(prepared: Path, tmp_path: Path) -> Iterator[PlannerFile]:
    path = tmp_path / "hard.shimai"
    shutil.copy(prepared, path)
    with PlannerFile.open(path) as opened:
        yield opened

"""Visits to measure with: the practice visit, and large ones made from forms as they would come in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands import visits
from planner.commands.reading import read_into
from planner.model import Activity, ActivityGroup, Group, GroupMember, Member, Place
from planner.model.done import Done
from planner.model.message import Message
from planner.storage import PlannerFile

FIRST = dt.date(2027, 7, 22)
PORTLAND = visits.CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", "America/New_York")
SHINAGAWA = visits.CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", "Asia/Tokyo")

_GIVEN = ("さくら,Sakura", "美咲,Misaki", "結衣,Yui", "陽菜,Hina", "葵,Aoi", "凛,Rin", "詩,Uta", "楓,Kaede")
_ALLERGIES = ("なし", "そば（重度）", "えび、かに", "", "卵（加熱すれば可）")


def start(path: Path) -> PlannerFile:
    """Begin an empty visit."""
    return PlannerFile.create(
        path,
        visits.start,
        title_en="Large",
        title_ja="大きな訪問",
        host=PORTLAND,
        home=SHINAGAWA,
        first_day=FIRST,
        last_day=FIRST + dt.timedelta(days=10),
    )


def guests_form(path: Path, rows: int) -> Path:
    """Write a form of so many guests, with Japanese headings and values."""
    lines = ["氏名,ローマ字,生年月日,性別,電話番号,食物アレルギー,役割"]
    for number in range(rows):
        japanese, latin = _GIVEN[number % len(_GIVEN)].split(",")
        born = f"平成{24 + number % 3}年{number % 12 + 1}月{number % 28 + 1}日"
        phone = f"090-{1000 + number:04}-{5000 + number % 5000:04}"
        allergy = _ALLERGIES[number % len(_ALLERGIES)]
        lines.append(f"田中{number} {japanese},{latin} Tanaka{_letters(number)},{born},女,{phone},{allergy},生徒")
    path.write_text("\n".join(lines) + "\n", encoding="cp932")
    return path


def programme(path: Path, rows: int) -> Path:
    """Write a programme of so many activities over the days of the visit."""
    lines = ["Date,Start,End,What,Japanese,Where,Who"]
    for number in range(rows):
        day = FIRST + dt.timedelta(days=number % 11)
        hour = 8 + (number // 11) % 12
        lines.append(
            f"{day:%B} {day.day},{hour}:{number % 4 * 15:02},{hour + 1}:00,Activity {number},行事{number},"
            f"Hall {number % 40},everyone"
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def large(folder: Path, people: int = 500, activities: int = 400) -> Path:
    """Make a visit of so many people and activities by reading forms; gives its file."""
    path = folder / "large.shimai"
    with start(path) as file:
        for form in (guests_form(folder / "many.csv", people), programme(folder / "days.csv", activities)):
            for _ in read_into(file, form):
                pass
        found = (len(file.plan.members), len(file.plan.activities))
        if found != (people, activities):
            raise SystemExit(f"the large visit was not read whole: {found}")
    return path


def _letters(number: int) -> str:
    """A number in letters, since names have no digits."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def parted(folder: Path, people: int, activities: int, groups: int = 20) -> Path:
    """Make a visit in groups, each with a programme of its own: five things a day as they come on a real visit."""
    path = folder / "parted.shimai"
    with start(path) as file:
        for _ in read_into(file, guests_form(folder / "many.csv", people)):
            pass
        file.run(_part, file.plan.visit.id, activities, groups)
    return path


def _part(session: Session, visit_id: int, activities: int, groups: int) -> Done:
    members = session.scalars(select(Member).order_by(Member.id)).all()
    made = [Group(visit_id=visit_id, name_en=f"Group {n}", name_ja=f"{n}班", letter=str(n)) for n in range(groups)]
    places = [Place(name_en=f"Hall {n}", name_ja=f"{n}号館", zone=PORTLAND.zone) for n in range(40)]
    session.add_all([*made, *places])
    session.flush()
    for number, member in enumerate(members):
        session.add(GroupMember(group_id=made[number % groups].id, member_id=member.id))
    for number in range(activities):
        turn = number // groups
        hour = 9 + turn // 11 % 5 * 2
        day = FIRST + dt.timedelta(days=turn % 11)
        activity = Activity(
            visit_id=visit_id, place_id=places[number % 40].id, title_en=f"Activity {number}", title_ja=f"行事{number}",
            starts_on=day, starts_at=dt.time(hour, 5 * (turn // 55)), ends_at=dt.time(hour + 1), zone=PORTLAND.zone,
        )  # fmt: skip
        session.add(activity)
        session.flush()
        session.add(ActivityGroup(activity_id=activity.id, group_id=made[number % groups].id))
    return Done(Message.of("change-add", noun=Message.of("Activity"), name=""))

"""A small made-up visit for tests of the window: enough of everything, in both languages."""

import datetime as dt
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from planner.commands import imports, visits
from planner.commands.visits import CityChoice
from planner.intake.columns import guess
from planner.intake.proposals import propose
from planner.intake.reading import read_sheets
from planner.model import (
    Activity,
    ActivityGroup,
    Availability,
    Bed,
    Clearance,
    Contact,
    Delegation,
    Group,
    GroupMember,
    HostOffer,
    Household,
    Interpreter,
    Journey,
    Member,
    Need,
    NightOff,
    Person,
    Pet,
    Place,
    Resident,
    ReviewItem,
    Stay,
    Visit,
    Wish,
)
from planner.model import kinds as k
from planner.model.done import Done
from planner.resources import resource
from tests.prepared import begun, once

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
PORTLAND = CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", NEW_YORK)
SHINAGAWA = CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", TOKYO)
FIRST, LAST = dt.date(2027, 7, 22), dt.date(2027, 8, 1)

GUESTS = (
    ("Takahashi", "Sakura", "髙橋", "さくら", "たかはし", "さくら"),
    ("Satō", "Misaki", "佐藤", "美咲", "さとう", "みさき"),
    ("Suzuki", "Yui", "鈴木", "結衣", "すずき", "ゆい"),
    ("Yamazaki", "Hina", "山﨑", "陽菜", "やまざき", "ひな"),
    ("Matsumoto", "Ruka", "松本", "琉花", "まつもと", "るか"),
    ("Saitō", "Kaori", "齋藤", "香織", "さいとう", "かおり"),
)
FAMILIES = ("Ouellette", "Okafor", "Nguyen-Baker", "MacLeod")
PROGRAMME = (
    ("Welcome at the Jetport, meet host families", "空港でホストファミリーと対面", 22, 17, 18, k.ActivityKind.FAMILY),
    ("Game 1 vs Portland Parks & Rec", "第1試合", 23, 10, 12, k.ActivityKind.SPORT),
    ("Courtesy call on the Mayor", "市長表敬訪問", 23, 16, 17, k.ActivityKind.OFFICIAL),
    ("Day with host families", "ホストファミリーと過ごす日", 25, None, None, k.ActivityKind.FAMILY),
    ("State House tour", "州議会議事堂見学", 26, 10, 12, k.ActivityKind.SIGHTS),
    ("Japan Night", "ジャパン・ナイト", 27, 18, 21, k.ActivityKind.PARTY),
)


def begin(session: Session) -> Done:
    """The command a small visit's file begins with."""
    done = visits.start(
        session,
        title_en="Shinagawa → Portland, Maine",
        title_ja="品川 → ポートランド",
        host=PORTLAND,
        home=SHINAGAWA,
        first_day=FIRST,
        last_day=LAST,
        values={"kind": k.VisitKind.SPORT, "theme_en": "Girls’ basketball", "theme_ja": "女子バスケットボール"},
    )
    visit = session.get_one(Visit, done.result)
    members = _people(session, visit)
    homes = _homes(session, visit)
    for number, member in enumerate(members[:3]):
        last = LAST - dt.timedelta(days=1 if number else 4)
        session.add(
            Stay(member=member, household=homes[number], bed=homes[number].beds[0], first_night=FIRST, last_night=last)
        )
    events = _programme(session, visit)
    _interpreters(session, visit, events)
    _reviews(session, visit, members[2], homes[1])
    session.flush()
    return done


def _people(session: Session, visit: Visit) -> list[Member]:
    delegation = session.query(Delegation).one()
    squads = [Group(visit=visit, name_en=f"{x} squad", name_ja=f"{x}チーム", letter=x) for x in "AB"]
    session.add_all(squads)
    members = []
    for number, (family, given, family_ja, given_ja, family_kana, given_kana) in enumerate(GUESTS):
        person = Person(
            family_name=family, given_name=given, family_name_ja=family_ja, given_name_ja=given_ja,
            family_name_kana=family_kana, given_name_kana=given_kana, family_name_first=True,
            birth_date=None if number == 3 else dt.date(2013, 4, 1 + number),
        )  # fmt: skip
        if number != 1:
            person.contacts.append(Contact(kind=k.ContactKind.EMERGENCY, name_en="A parent", phone="+81312345678"))
        role = k.Role.COACH if number == 5 else k.Role.PLAYER
        member = Member(delegation=delegation, person=person, role=role)
        if number == 0:
            session.add(GroupMember(group=squads[0], member=member))
        session.add(member)
        members.append(member)
    members[0].wishes.append(Wish(member=members[0], other=members[1], kind=k.WishKind.TOGETHER))
    return members


def _homes(session: Session, visit: Visit) -> list[Household]:
    homes = []
    for number, name in enumerate(FAMILIES):
        home = Household(name_en=name, address_en="1 Congress St", phone="" if number == 3 else "207-555-0100")
        home.beds = [Bed(room="Spare room", kind=k.BedKind.TWIN), Bed(room="Den", kind=k.BedKind.SOFA_BED)]
        adult = Person(family_name=name, given_name="Pat", birth_date=dt.date(1980, 1, 1))
        son = Person(family_name=name, given_name="Emeka", birth_date=dt.date(2009, 7, 28))
        home.residents = [Resident(person=adult, main_contact=True)]
        if number == 1:
            home.residents.append(Resident(person=son, relation="son"))
        if number == 0:
            home.pets = [Pet(species=k.Species.CAT, count=1, lives=k.Whereabouts.INDOORS, words="1 cat, indoor")]
            home.residents[0].clearances = [
                Clearance(status=k.ClearanceStatus.CLEARED, cleared_on=dt.date(2026, 9, 1))
            ]
        offer = HostOffer(visit=visit, household=home, most_guests=2, backup=number == 3, status=k.OfferStatus.APPROVED)
        if number == 2:
            offer.nights_off = [NightOff(night=dt.date(2027, 7, 24), reason="family wedding")]
        session.add(offer)
        homes.append(home)
    return homes


def _programme(session: Session, visit: Visit) -> list[Any]:
    jetport = Place(name_en="Portland Jetport", name_ja="ポートランド空港", zone=NEW_YORK, code="PWM")
    session.add(jetport)
    events: list[Any] = []
    for title, title_ja, day, start, end, kind in PROGRAMME:
        activity = Activity(
            visit=visit, title_en=title, title_ja=title_ja, kind=kind, starts_on=dt.date(2027, 7, day),
            starts_at=None if start is None else dt.time(start), ends_at=None if end is None else dt.time(end),
            zone=NEW_YORK, everyone=True, place=jetport if day == 22 else None,
        )  # fmt: skip
        events.append(activity)
    game = events[1]
    game.everyone = False
    game.group_links = [ActivityGroup(group=session.query(Group).filter_by(letter="A").one())]
    session.add_all(events)
    for title, on, at, zone, there_on, there_at, there in (
        ("NH110 HND-JFK", (7, 22), (11, 0), TOKYO, (7, 22), (10, 50), NEW_YORK),
        ("B6 1308 JFK-PWM", (7, 22), (14, 55), NEW_YORK, (7, 22), (16, 20), NEW_YORK),
        ("NH109 JFK-HND", (8, 1), (12, 40), NEW_YORK, (8, 2), (15, 55), TOKYO),
    ):
        journey = Journey(
            visit=visit, title_en=title, title_ja=f"{title}便", everyone=True,
            departs_on=dt.date(2027, *on), departs_at=dt.time(*at), departs_zone=zone,
            arrives_on=dt.date(2027, *there_on), arrives_at=dt.time(*there_at), arrives_zone=there,
        )  # fmt: skip
        session.add(journey)
    return events


def _interpreters(session: Session, visit: Visit, events: list[Any]) -> None:
    both = frozenset(k.LanguagePair)
    for family, given, family_ja, given_ja, level in (
        ("Bell", "Haruko", "ベル", "春子", k.InterpreterLevel.PROFESSIONAL),
        ("Yoshino", "Ken", "𠮷野", "健", k.InterpreterLevel.VOLUNTEER),
    ):
        person = Person(family_name=family, given_name=given, family_name_ja=family_ja, given_name_ja=given_ja)
        person.phone = "207-555-0163"
        interpreter = Interpreter(
            visit=visit, person=person, level=level, pairs=both, hours_per_day=6.0,
            modes=frozenset({k.InterpretingMode.CONSECUTIVE}),
        )  # fmt: skip
        interpreter.availability = [
            Availability(available_on=dt.date(2027, 7, 23), available_from=dt.time(9), available_until=dt.time(17))
        ]
        session.add(interpreter)
    session.add(Need(activity=events[2], pairs=both, mode=k.InterpretingMode.CONSECUTIVE, how_many=1))
    session.add(Need(activity=events[4], pairs=both, mode=k.InterpretingMode.ESCORT, how_many=1))


def _reviews(session: Session, visit: Visit, member: Member, home: Household) -> None:
    session.flush()
    for record, uid, words, reason, file, row, column in (
        ("Member", member.uid, "あおいちゃんと", "import-name-not-found", "guests_form.csv", 4, "希望する友人"),
        ("Household", home.uid, "maybe not Friday", "import-not-understood", "host_families.xlsx", 7, "Nights"),
    ):
        item = ReviewItem(visit=visit, record=record, record_uid=uid, target="wishes", words=words, reason=reason)
        item.figures = {"name": words}
        item.file_name, item.row_number, item.column = file, row, column
        session.add(item)


def copy_forms(path: Path) -> Path:
    """Put a visit at a path that begins with the guests and the programme of the sample's forms; gives the path."""
    return once(path, copy_forms, _take_forms)


def _take_forms(path: Path) -> None:
    with begun(
        path, visits.start, title_en="Shinagawa – Portland 2027", title_ja="品川・ポートランド 2027",
        host=PORTLAND, home=SHINAGAWA, first_day=FIRST, last_day=LAST,
    ) as file:  # fmt: skip
        for name in ("guests_form.csv", "programme.csv"):
            [sheet] = read_sheets(resource("sample", "portland-2027", name))
            file.run(imports.accept, propose(sheet, guess(sheet), file.plan))

"""The practice visit as it stands before papers are handed out: beds, squads, telephones, and who speaks."""

import datetime as dt
from functools import cache
from io import BytesIO

from PIL import Image
from sqlalchemy.orm import Session

from planner.commands import photos
from planner.model import (
    Activity,
    Group,
    GroupMember,
    Household,
    Member,
    Partnership,
    PartnershipContact,
    Place,
    Room,
    Speech,
    Stay,
    Visit,
    VisitPhone,
)
from planner.model.done import Done
from planner.model.message import Message

#: Who is where on which nights of July, by the names on the forms. Hina and Kenta move; Riko has nobody yet.
_STAYS = (
    ("Sakura", "Ouellette", 22, 31), ("Misaki", "Okafor", 22, 31), ("Yui", "Desjardins", 22, 31),
    ("Hina", "Nguyen-Baker", 22, 23), ("Hina", "Pelletier", 24, 31), ("Aoi", "Lindqvist", 22, 31),
    ("Rin", "Lindqvist", 22, 31), ("Uta", "Washington", 22, 31), ("Mei", "MacLeod", 22, 31),
    ("Fatima", "Rahman", 22, 31), ("Kaede", "Okafor", 22, 31), ("Ruka", "Nguyen-Baker", 22, 31),
    ("Kaori", "Hall", 22, 31), ("Emi", "Hall", 22, 31), ("Kenta", "Hall", 22, 30),
)  # fmt: skip


@cache
def a_photo(size: tuple[int, int]) -> bytes:
    """A picture of this size, dark above and bright below."""
    made = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(made, "JPEG")
    return made.getvalue()


def settle(session: Session) -> Done:
    """Give everybody a bed, a squad, and numbers to call."""
    homes = {home.name_en: home for home in session.query(Household)}
    members = {member.person.given_name: member for member in session.query(Member)}
    for guest, family, first, last in _STAYS:
        nights = {"first_night": dt.date(2027, 7, first), "last_night": dt.date(2027, 7, last)}
        session.add(Stay(member=members[guest], household=homes[family], kind="home", **nights))
    members["Emi"].duty_phone = "090-1234-5622"
    homes["Rahman"].name_kana = "ラーマン"
    # Some have a photo, upright or on its side: every document is laid out with one, and for others without.
    for one, size in ((members["Sakura"].person, (480, 600)), (members["Fatima"].person, (600, 450))):
        photos.put(session, "Person", one.id, a_photo(size))
    for name, size in (("Rahman", (600, 400)), ("Ouellette", (450, 600))):
        photos.put(session, "Household", homes[name].id, a_photo(size))
    squads = {group.letter: group for group in session.query(Group)}
    for number, member in enumerate(member for member in members.values() if member.role == "player"):
        session.add(GroupMember(member=member, group=squads["A" if number < 6 else "B"]))
    visit = session.query(Visit).one()
    _telephones(session, visit)
    _counterparts(session)
    _hotel_night(session, visit, members["Kenta"])
    farewell = next(one for one in session.query(Activity) if one.title_en.startswith("Farewell"))
    _speeches(session, farewell, members["Sakura"])
    return Done(Message.of("change-start-visit", title="settled"))


def _telephones(session: Session, visit: Visit) -> None:
    numbers = (
        ("duty", "+1 207 555 0100", "US", "Ruth Haskell or the volunteer on duty", "ルース・ハスケルまたは当番", ""),
        ("duty", "+81 3 5742 6517", "JP", "Shinagawa City office", "品川区役所", ""),
        ("insurer", "+81 3 0000 0100", "JP", "Shima Insurance", "志摩損害保険", "SP-0722"),
    )
    for kind, phone, country, name_en, name_ja, policy in numbers:
        session.add(
            VisitPhone(
                visit_id=visit.id, kind=kind, phone=phone, country=country, name_en=name_en, name_ja=name_ja,
                policy=policy,
            )
        )  # fmt: skip


def _counterparts(session: Session) -> None:
    partnership = session.query(Partnership).one()
    for side, name_en, name_ja, post_en, post_ja in (
        ("us", "Mark Dion", "マーク・ディオン", "Mayor of Portland", "ポートランド市長"),
        ("us", "Ruth Haskell", "ルース・ハスケル", "Chair, sister city committee", "姉妹都市委員会会長"),
        ("japan", "Kenichi Mori", "森 健一", "Director, International Affairs", "国際課長"),
    ):
        contact = PartnershipContact(side=side, name_en=name_en, name_ja=name_ja, post_en=post_en, post_ja=post_ja)
        contact.partnership_id = partnership.id
        contact.name_kana = "もり けんいち" if name_ja == "森 健一" else ""
        session.add(contact)


def _hotel_night(session: Session, visit: Visit, member: Member) -> None:
    hotel = Place(
        name_en="Harbor Inn", name_ja="ハーバー・イン", kind="hotel", address_en="1 Commercial St\nPortland, ME"
    )
    session.add(hotel)
    session.flush()
    room = Room(visit_id=visit.id, place=hotel, number="217", kind="twin")
    last = dt.date(2027, 7, 31)
    session.add(Stay(member=member, place=hotel, room=room, kind="hotel", first_night=last, last_night=last))


def _speeches(session: Session, farewell: Activity, captain: Member) -> None:
    items = (
        (1, "Welcome", "歓迎のことば", "Mark Dion", "マーク・ディオン", "en", 5, None),
        (2, "Thanks from the team", "選手代表お礼のことば", "", "", "ja", 3, captain.person_id),
    )
    for place, title_en, title_ja, speaker_en, speaker_ja, language, minutes, person_id in items:
        session.add(
            Speech(
                activity_id=farewell.id, place=place, title_en=title_en, title_ja=title_ja, speaker_en=speaker_en,
                speaker_ja=speaker_ja, language=language, minutes=minutes, person_id=person_id,
            )
        )  # fmt: skip

"""The settled practice visit with what staff and interpreters work with: speeches, assignments, who meets where."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from planner.model import (
    Activity,
    Assignment,
    City,
    Household,
    Interpreter,
    Member,
    Need,
    Partnership,
    PartnershipContact,
    Person,
    Place,
    Speech,
    Visit,
    VisitPhone,
)
from planner.model.done import Done
from planner.model.message import Message

#: How the families' names are written in Japanese.
KANA = {
    "Okafor": "オカフォー", "Desjardins": "デジャルダン", "Ouellette": "ウエレット", "Pelletier": "ペルティエ",
    "Lindqvist": "リンドクイスト", "MacLeod": "マクラウド", "Rahman": "ラーマン", "Hall": "ホール",
    "Washington": "ワシントン", "Nguyen-Baker": "グエン・ベイカー",
}  # fmt: skip


def staff(session: Session) -> Done:
    """Add to the settled visit what staff and interpreters work with."""
    visit = session.query(Visit).one()
    for home in session.query(Household):
        home.name_ja = KANA[home.name_en]
    _courtesy_call(session)
    _interpret(session)
    session.add_all(
        [
            VisitPhone(visit=visit, kind="hospital", name_en="Maine Medical Center", name_ja="メイン医療センター",
                       phone="+1 207 555 0199", country="US", hours="24 h"),
            VisitPhone(visit=visit, kind="consulate", name_en="Consulate-General of Japan in Boston",
                       name_ja="在ボストン日本国総領事館", phone="+1 617 555 0190", country="US"),
            VisitPhone(visit=visit, kind="fire_ambulance", phone="911", country="US"),
        ]
    )  # fmt: skip
    session.flush()
    return Done(Message.of("change-start-visit", title="staffed"))


def _courtesy_call(session: Session) -> None:
    call = session.query(Activity).filter_by(title_en="Courtesy call on the Mayor").one()
    hall = session.query(Place).filter_by(name_en="Portland City Hall").one()
    hall.name_ja, hall.address_en = "ポートランド市庁舎", "389 Congress St\nPortland, ME 04101"
    hall.map_link = "https://maps.example/portland-city-hall"
    game = session.query(Activity).filter_by(title_en="Game 1 vs Portland Parks & Rec (B squad)").one()
    expo = game.place
    assert expo is not None
    expo.name_ja, expo.address_en = "ポートランド・エキスポ", "239 Park Ave"
    game.meeting_at, game.meeting_point_en, game.meeting_point_ja = dt.time(9, 30), "main door", "正面入口"
    call.meeting_at, call.dismissal_at = dt.time(15, 45), dt.time(17, 45)
    call.dismissal_point_en, call.dismissal_point_ja = "City Hall front steps", "市庁舎の正面階段"
    call.dress_ja, call.leader = "チームジャケット", session.query(Member).filter_by(role="coach").first()
    call.rain_en, call.rain_ja = "indoors, no change", "屋内のため変更なし"
    call.payer, call.cost_code, call.gifts = "city council", "4410-27", "a print of Casco Bay"
    call.equipment, call.press = "flags of both cities", "Press Herald, 16:30"
    call.contact, call.contact_phone = "Ms. Doyle, Mayor's office", "207-555-0101"
    mayor = Person(
        family_name="Marsh", given_name="Helen", family_name_kana="マーシュ", given_name_kana="ヘレン",
        honorific="Mayor", occupation_en="Mayor of Portland", occupation_ja="ポートランド市長", protocol_rank=1,
    )  # fmt: skip
    people = {member.person.given_name: member.person for member in session.query(Member)}
    people["Kaori"].occupation_en, people["Kaori"].occupation_ja = "Head coach, delegation leader", "監督・団長"
    session.add(mayor)
    items: tuple[dict[str, Any], ...] = (
        {"title_en": "Arrival, line up", "title_ja": "到着・整列", "language": "none", "minutes": 5},
        {"title_en": "Welcome", "title_ja": "歓迎のあいさつ", "person": mayor, "language": "en", "minutes": 10},
        {"title_en": "Reply", "title_ja": "答礼のあいさつ", "person": people["Kaori"], "language": "ja",
         "minutes": 10, "text_received_on": dt.date(2027, 7, 9)},
        {"title_en": "Thanks of the team", "title_ja": "選手代表のお礼", "person": people["Aoi"], "language": "en",
         "minutes": 2, "text_received_on": dt.date(2027, 7, 9), "post_en": "Player 9", "post_ja": "選手代表"},
        {"title_en": "Exchange of gifts", "title_ja": "記念品交換", "language": "both", "minutes": 8,
         "notes": "team jackets for the council, a print of Casco Bay for Shinagawa"},
        {"title_en": "Informal talk", "title_ja": "懇談", "language": "both", "mode": "whispered", "minutes": 15,
         "cut_rank": 1},
        {"title_en": "Group photograph", "title_ja": "記念撮影", "language": "none", "minutes": 7},
    )  # fmt: skip
    for place, item in enumerate(items, start=1):
        session.add(Speech(activity=call, place=place, **item))
    partnership = session.query(Partnership).one()
    partnership.agreed_on = dt.date(1984, 10, 13)
    partnership.history = (
        "The tie is Edward S. Morse, born in Portland, who found the Ōmori Shell Mounds in Shinagawa in 1877.\n"
        "Youth teams have travelled both ways since 1986."
    )
    partnership.reaffirmed, partnership.anniversaries = "2014 in Portland", "40 years in 2024"
    session.add(
        PartnershipContact(
            partnership=partnership, side="japan", name_en="Morisawa Kyoko", name_ja="森澤 恭子",
            post_en="Mayor of Shinagawa", post_ja="品川区長",
        )
    )  # fmt: skip


def _interpret(session: Session) -> None:
    by_name = {one.person.given_name: one for one in session.query(Interpreter)}
    needs = {need.activity.title_en: need for need in session.query(Need) if need.activity is not None}
    for title, name, role in (
        ("Shooting clinic (A squad)", "Emi", "takes_turns"), ("Courtesy call on the Mayor", "Emi", "leads"),
        ("Courtesy call on the Mayor", "Ken", "takes_turns"), ("State House tour", "Emi", "takes_turns"),
        ("Art museum", "Ken", "takes_turns"), ("Camp day: canoe, archery", "Grace", "takes_turns"),
    ):  # fmt: skip
        session.add(Assignment(need=needs[title], interpreter=by_name[name], role=role))
    call = needs["Courtesy call on the Mayor"]
    call.fallback = by_name["Haruko"]
    call.position, call.equipment, call.audience = "left of the lectern", "microphone at the lectern", "city council"
    call.sensitive, call.liaison = "No questions about the hospital merger.", "Ruth Haskell, (207) 555-0100"
    call.on_stage = True
    session.query(City).filter_by(name_en="Portland").one().name_kana = "ぽーとらんど"

"""What people have agreed since the practice visit's forms came in: when and where the group meets and is let go."""

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from planner.model import Activity, Member, Place, Visit, VisitPhone
from planner.model.done import Done
from planner.model.message import Message

_EXPO = {"meeting_point_en": "Portland Expo", "meeting_point_ja": "ポートランド・エキスポ"}
_PROGRAMME: dict[str, dict[str, Any]] = {
    "Game 1": {"meeting_at": dt.time(9, 30), "bring_en": "playing kit, water, team jacket",
               "bring_ja": "ユニフォーム、飲み物、チームジャケット"},
    "Courtesy call": {"dismissal_at": dt.time(17, 45), "dismissal_point_en": "City Hall, front steps",
                      "dismissal_point_ja": "市役所 正面階段"},
    "Game 3": {"meeting_at": dt.time(10), "dismissal_at": dt.time(12, 15)},
    "Lobster boat": {"meeting_at": dt.time(8, 45), "dismissal_at": dt.time(12, 45), "bring_en": "warm top",
                     "bring_ja": "暖かい上着"},
    "Japan Night": {"meeting_at": dt.time(18, 15), "notes_hosts_en": "Please bring a dish to share.",
                    "notes_hosts_ja": "一品持ち寄りをお願いします。"},
    "Camp day": {"meeting_at": dt.time(7, 30), "dismissal_at": dt.time(16, 15), "permission_slip": True,
                 "dismissal_point_en": "Portland Expo", "dismissal_point_ja": "ポートランド・エキスポ", **_EXPO},
    "Farewell": {"meeting_at": dt.time(16, 45)},
}  # fmt: skip
_ADDRESSES = {
    "Portland Expo": "239 Park Avenue\nPortland, ME 04102",
    "Portland City Hall": "389 Congress Street\nPortland, ME 04101",
    "Portland Jetport arrivals hall": "1001 Westbrook Street\nPortland, ME 04102",
}
_CHAPERONE_PHONES = {"Kaori": "+81 90-1234-5620", "Emi": "+81 90-1234-5622"}


def agree(session: Session) -> Done:
    """Say where the group meets, what to bring, and who is reached where."""
    for activity in session.query(Activity):
        for title, values in _PROGRAMME.items():
            if activity.title_en.startswith(title):
                for field, value in values.items():
                    setattr(activity, field, value)
    for place in session.query(Place):
        place.address_en = place.address_en or _ADDRESSES.get(place.name_en, "")
    for member in session.query(Member):
        member.duty_phone = _CHAPERONE_PHONES.get(member.person.given_name, "")
    hospital = VisitPhone(
        visit=session.query(Visit).one(), kind="hospital", name_en="Maine Medical Center, emergency",
        name_ja="メイン医療センター 救急外来", phone="+1 207 555 0111", country="US",
    )  # fmt: skip
    session.add(hospital)
    return Done(Message.of("change-start-visit", title="agreed"))

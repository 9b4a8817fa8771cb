"""What kind of event or place some words are about: Game 2 vs Falmouth; 市長表敬訪問; Portland Museum of Art."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.intake.values.scan import any_of, plain
from planner.model.kinds import ActivityKind, PlaceKind

_ACTIVITIES: tuple[tuple[ActivityKind, re.Pattern[str]], ...] = (
    (
        ActivityKind.OFFICIAL,
        any_of(
            "courtesy call|mayor|city council|ceremony|signing|official|press conference|governor"
            r"|consul\w*|reception with|city hall",
            "表敬|市長|調印|式典|開会式|閉会式|結団式|解団式|報告会|議会(?!議事堂)|庁舎",
        ),
    ),
    (
        ActivityKind.PARTY,
        any_of(
            "welcome (?:party|dinner|reception)|farewell|party|banquet|reception|gala|bbq|barbecue"
            "|cookout|potluck|japan night|festival night|celebration",
            "歓迎会|送別会|お別れ|パーティー?|懇親会|交流会|夕食会|ナイト",
        ),
    ),
    (
        ActivityKind.SPORT,
        any_of(
            r"games?|match(?:es)?|clinic|practice|scrimmage|tournament|training|vs\.?|race|swim meet"
            "|workout",
            "試合|練習|教室|大会|対戦|スポーツ|合宿",
        ),
    ),
    (
        ActivityKind.FAMILY,
        any_of(
            "host famil(?:y|ies)|with (?:the )?famil(?:y|ies)|free (?:day|time)|family (?:day|time)",
            "ホストファミリー|ホームステイ|自由行動|家庭で|フリータイム",
        ),
    ),
    (
        ActivityKind.TRAVEL,
        any_of(
            "airport|jetport|terminal|check-?in|drop-?off|pick-?up|arriv(?:e|al)|depart(?:ure)?"
            "|dismissal|meet at|transfer|flight|customs|boarding|station",
            "空港|集合|解散|出発|到着|移動|搭乗|出国|入国|帰国|駅",
        ),
    ),
)
_AIRPORT_FIRST = any_of("airport|jetport|terminal", "空港")
_PLACES: tuple[tuple[PlaceKind, re.Pattern[str]], ...] = (
    (
        PlaceKind.AIRPORT,
        any_of(
            r"airport|jetport|terminal \d|airfield",
            "空港",
        ),
    ),
    (
        PlaceKind.STATION,
        any_of(
            "(?:train|bus|railway|union) station|transportation center|amtrak",
            "駅|バスターミナル",
        ),
    ),
    (
        PlaceKind.CITY_HALL,
        any_of(
            "city hall|town hall|town office|municipal building",
            "市役所|区役所|町役場|村役場|庁舎",
        ),
    ),
    (
        PlaceKind.SCHOOL,
        any_of(
            "school|college|university|academy|campus",
            "学校|学園|大学|高校|中学",
        ),
    ),
    (
        PlaceKind.MUSEUM,
        any_of(
            "museum|gallery|aquarium|planetarium",
            "博物館|美術館|資料館|水族館|科学館",
        ),
    ),
    (
        PlaceKind.HOTEL,
        any_of(
            "hotel|inn|motel|hostel|lodge|marriott|hilton|hyatt",
            "ホテル|旅館|宿",
        ),
    ),
    (
        PlaceKind.HOSPITAL,
        any_of(
            "hospital|clinic|medical center|urgent care",
            "病院|診療所|医院",
        ),
    ),
    (
        PlaceKind.RESTAURANT,
        any_of(
            "restaurant|caf[eé]|diner|grill|pizzeria|bistro|cafeteria",
            "レストラン|食堂|料亭|カフェ",
        ),
    ),
    (
        PlaceKind.SPORTS_HALL,
        any_of(
            "arena|expo|gym(?:nasium)?|stadium|courts?|ymca|ywca|rink|fieldhouse|sports? (?:center"
            "|complex)|rec(?:reation)? center|ballpark",
            "体育館|競技場|アリーナ|球場|グラウンド",
        ),
    ),
    (
        PlaceKind.OUTDOORS,
        any_of(
            "parks?|pier|wharf|beach|camp|lake|garden|trail|island|lighthouse|field|farm|harbor",
            "公園|海岸|庭園|キャンプ場|湖|牧場|港",
        ),
    ),
)


@lru_cache(maxsize=2048)
def kind_of_activity(title: str, japanese: str = "") -> ActivityKind:
    """What kind of activity a title is about; sights when nothing tells."""
    both = plain(f"{title} {japanese}")
    if _AIRPORT_FIRST.search(both):
        return ActivityKind.TRAVEL
    for kind, pattern in _ACTIVITIES:
        if pattern.search(both):
            return kind
    return ActivityKind.SIGHTS


@lru_cache(maxsize=2048)
def kind_of_place(name: str) -> PlaceKind:
    """What kind of place a name stands for; a venue when nothing tells."""
    for kind, pattern in _PLACES:
        if pattern.search(plain(name)):
            return kind
    return PlaceKind.VENUE

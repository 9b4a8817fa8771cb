"""Legs of a journey: Flight NH110 HND-JFK; Bus to Augusta; NH110便 羽田→ニューヨーク; city bus; coach, 40 seats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.airports import Airport, airport
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, plain
from planner.model.kinds import TravelMode


@dataclass(frozen=True, slots=True)
class Leg:
    """What a title says of a leg: carrier (its IATA letters) and number, the airports, or where a bus goes to."""

    mode: TravelMode
    carrier: str = ""
    number: str = ""
    from_airport: Airport | None = None
    to_airport: Airport | None = None
    from_words: str = ""
    to_words: str = ""


# Not an E or a B: an airline's two letters may hold one figure (B6, 7C), never two.
_FLIGHT_NUMBER = re.compile(
    r"(?<![A-Za-z\d])(?P<carrier>[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?-?(?P<number>\d{1,4})(?![\d:/])(?=便|\b"
    r"|[^A-Za-z])"
)
_FLIGHT_WORD = any_of("flights?|fly(?:ing)?|plane", "便|フライト|飛行機|搭乗")
_AIRPORTS = re.compile(r"(?<![A-Za-z])(?P<start>[A-Z]{3})\s*(?:-|->|→|to|/|>|⇒)\s*(?P<end>[A-Z]{3})(?![A-Za-z])")
_MODE_WORDS: tuple[tuple[TravelMode, str], ...] = (
    (TravelMode.CITY_BUS, r"(?:city|public|metro|local|town) bus(?:es)?|路線バス|市バス"),
    (TravelMode.COACH,
        r"(?:charter(?:ed)?|motor|school|tour)?\s?-?(?:coach(?:es)?|bus(?:es)?)|(?:貸切|観光|送迎"
        r"|高速)?バス"),
    (TravelMode.VAN, r"(?:mini-?)?vans?|shuttles?|ワゴン(?:車)?|バン(?![ド])"),
    (TravelMode.RAIL,
        r"trains?|amtrak|subway|metro|rail(?:way)?|shinkansen|bullet train|light rail|tram|電車|新幹線"
        r"|地下鉄|列車|鉄道"),
    (TravelMode.SHIP, r"ferry|ferries|ship|cruise|water taxi|フェリー|船"),
    (TravelMode.CAR,
        r"(?:hosts?'?s?'? |family |private |rental )?cars?|taxis?|cabs?|drive|car-?pool|uber|lyft|自家用車"
        r"|車|タクシー|乗用車"),
    (TravelMode.WALK, r"walk(?:ing)?|on foot|徒歩|歩き"),
    (TravelMode.AIR, r"air(?:plane)?|flights?|planes?|by air|飛行機|空路|航空機"),
)  # fmt: skip
_MODES = tuple((mode, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)) for mode, words in _MODE_WORDS)
_BUS_TO = re.compile(
    r"^\s*(?:the |a |by |chartered? |private |group |morning |afternoon |evening )*(?P<how>(?:city "
    r"|school |tour |motor ?)?(?:bus|coach|train|shinkansen|bullet train|ferry|boat|van|vans|shuttle"
    r"|drive|ride|transfer"
    r"|walk|taxi|cars?|travel|depart(?:ure)?|leave|return)(?: ride| transfer"
    r"| trip)?)\s+(?:back )?(?:from (?P<start>[^,;]+?)\s+)?(?P<word>to|for|from)\s+(?P<end>[^,;(]+)",
    re.IGNORECASE,
)
_TO_JA = re.compile(
    r"(?P<end>[^\s、。→]{1,20}?)\s*(?:へ|に|まで)\s*(?:向けて)?\s*(?:(?:バス|電車|新幹線|車|徒歩|フェリー"
    r"|列車)で)?(?:移動|出発|向かう)|(?P<start2>[^\s、。→]{1,20})→(?P<end2>[^\s、。→]{1,20})"
)
_SEATS = re.compile(r"(?<!\d)(?P<seats>\d{1,3})[ -]?(?:seats?|seaters?|passengers?|人乗り|席)", re.IGNORECASE)
_NOT_A_LEG = any_of("tour|ceremony|visit|dinner|lunch|lighthouse|cruise|sightseeing|workshop|practice")


@lru_cache(maxsize=2048)
def read_leg(title: str, japanese: str = "", transport: str = "") -> Leg | None:
    """What leg a row of the programme is, or None when it is no journey but something that happens in one place."""
    text = plain(title or japanese)
    number = _FLIGHT_NUMBER.search(plain(title)) or _FLIGHT_NUMBER.search(plain(japanese))
    airports = _AIRPORTS.search(plain(title)) or _AIRPORTS.search(plain(japanese))
    start = airport(airports["start"]) if airports else None
    end = airport(airports["end"]) if airports else None
    flies = bool(_FLIGHT_WORD.search(text)) or mode_of(transport) is TravelMode.AIR
    alone = number is not None and not re.search(r"\w", text.replace(number[0], ""))
    if (start and end) or (number and (flies or alone)):
        return Leg(TravelMode.AIR, *(_flight(number)), start, end)
    ride = _BUS_TO.match(plain(title))
    if ride and not (_NOT_A_LEG.search(title) and mode_of(transport) is None):
        mode = mode_of(transport) or mode_of(ride["how"]) or TravelMode.COACH
        there = ride["end"].strip()
        if ride["word"].casefold() == "from":
            return Leg(mode, from_words=there)
        return Leg(mode, from_words=(ride["start"] or "").strip(), to_words=there)
    ride = _TO_JA.search(plain(japanese if not title else "")) or (
        _TO_JA.search(plain(title)) if not title.isascii() else None
    )
    if ride:
        mode = mode_of(transport) or mode_of(text) or TravelMode.COACH
        return Leg(mode, from_words=ride["start2"] or "", to_words=ride["end"] or ride["end2"] or "")
    return None


def _flight(number: re.Match[str] | None) -> tuple[str, str]:
    return (number["carrier"], number["number"]) if number else ("", "")


@lru_cache(maxsize=2048)
def mode_of(words: str) -> TravelMode | None:
    """How one travels, by the first word that tells."""
    text = plain(words)
    places = [
        (match.start(), order, mode) for order, (mode, pattern) in enumerate(_MODES) if (match := pattern.search(text))
    ]
    return min(places)[2] if places else None


@lru_cache(maxsize=2048)
def read_seats(text: str) -> Reading[int | None]:
    """How many seats a coach has, and the words besides."""
    scan = Scan(text)
    match = scan.take(_SEATS)
    return Reading(int(match["seats"]) if match else None, scan.left())

"""The plan on the night board: homes with their beds, hotels with their rooms, the nights on the way; who is where."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from planner.clock import WallTime, arrives_of, departs_of, now_in, shown_elsewhere
from planner.clock.legs import nights_on_the_way
from planner.commands.stays import Lodging
from planner.language import screen_language, tr, tr_in, trn
from planner.language.dates import day_text
from planner.language.names import called_name, family_word, household_sort_key
from planner.language.terms import term
from planner.model.attendance import those_at
from planner.model.homestays import Room
from planner.model.households import Bed, HostOffer
from planner.model.kinds import BedKind, StayKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.finding import Subject
from planner.rules.left import ADULT, SHARED_BY_COUPLES, age_by, hosting, places_of
from planner.rules.nights import stretches
from planner.ui.boards.nights.blocks import Bar, Block, Closed, Corner, Flag, Head, Names, Row, Scene
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.lodging import bed_name, hotels_first, room_name
from planner.ui.pages.homestays.signs import HomeSigns
from planner.ui.pages.homestays.spells import Spell, bars_of, lodging_name
from planner.ui.widgets.words import city_name, listed, said

_DAY = dt.timedelta(days=1)
_EVENING = dt.time(21)

_NOT_ALONE = frozenset({BedKind.SOFA_BED, BedKind.DAY_BED})

#: The block of what is in no home and no hotel.
AWAY = "away"


def scene(plan: Plan, spells: Sequence[Spell]) -> Scene:
    """Put spells of members on the board of a plan."""
    nights = nights_shown(plan, spells)
    bars = bars_of(spells, plan)
    blocks = [*_homes(plan, bars), *_hotels(plan, bars), *_away(plan, bars, nights)]
    return Scene(tuple(_heads(plan, spells, nights)), tuple(blocks), _corner(plan))


def nights_shown(plan: Plan, spells: Iterable[Spell]) -> tuple[dt.date, ...]:
    """Give the nights of the visit, and those beside it for which somebody has a bed."""
    visit = plan.visit
    firsts = [visit.first_day, *(spell.first for spell in spells)]
    lasts = [max(visit.first_day, visit.last_day - _DAY), *(spell.last for spell in spells)]
    return nights_from(min(firsts), max(lasts))


# Heads


def _corner(plan: Plan) -> Corner:
    return Corner(
        tr("Home and bed"),
        tr("{city}: the date by then", city=city_name(plan.visit.home_city)),
        tr("free beds that night"),
    )


def _heads(plan: Plan, spells: Sequence[Spell], nights: Sequence[dt.date]) -> Iterator[Head]:
    language, visit = screen_language(), plan.visit
    today = now_in(visit.host_city.zone).on
    free = free_beds(plan, spells, nights)
    for night in nights:
        there = _home_date(plan, night)
        title = day_text(night, language, "narrow")
        second = "" if there is None else _short_second(there.on, language)
        count = free.get(night, 0)
        words = tr_in("beds", "{count} free", count=count)
        tip = tr(
            "The night from {first} to {second}; {home} is at {there} then",
            first=day_text(night, language, "short"), second=day_text(night + _DAY, language, "short"),
            home=city_name(visit.home_city), there=second,
        ) if second else day_text(night, language, "short")  # fmt: skip
        beds = trn("{count} bed is free", "{count} beds are free", count)
        yield Head(
            night, title, second, words, short=_short_day(night, language), tip=f"{tip}\n{beds}",
            tinted=night.weekday() >= 5, today=night == today,
        )  # fmt: skip


def _short_day(night: dt.date, language: str) -> str:
    return f"{night.day}({day_text(night, language, 'weekday')})" if language == "ja" else str(night.day)


def _short_second(day: dt.date, language: str) -> str:
    return _short_day(day, language) if language == "ja" else day_text(day, language, "narrow")


def _home_date(plan: Plan, night: dt.date) -> WallTime | None:
    """What day it is at home when the night begins."""
    return shown_elsewhere(WallTime(night, _EVENING, plan.visit.host_city.zone), plan.visit.home_city.zone)


def free_beds(
    plan: Plan, spells: Iterable[Spell], nights: Sequence[dt.date], offers: Iterable[HostOffer] | None = None
) -> dict[dt.date, int]:
    """Give how many more guests families would take on each night: no more than they have beds for or want."""
    taken: defaultdict[int, Counter[dt.date]] = defaultdict(Counter)
    for spell in spells:
        if spell.lodging.household_id is not None:
            taken[spell.lodging.household_id].update(nights_from(spell.first, spell.last))
    free: Counter[dt.date] = Counter()
    visit = plan.visit
    for offer in hosting(plan) if offers is None else offers:
        room = places_of(offer)
        off = {night.night for night in offer.nights_off}
        for night in nights:
            if night not in off and visit.first_day <= night < visit.last_day:
                free[night] += max(0, room - taken[offer.household_id][night])
    return free


# Homes


def _homes(plan: Plan, bars: dict[Lodging, list[Bar]]) -> Iterator[Block]:
    language = screen_language()
    signs = HomeSigns(plan)
    with_bars = {lodging.household_id for lodging in bars if lodging.household_id is not None}
    standing = {offer.id for offer in hosting(plan)}
    offers = [offer for offer in plan.offers if offer.id in standing or offer.household_id in with_bars]
    seen = {offer.household_id for offer in offers}
    for offer in sorted(offers, key=lambda one: (one.backup, household_sort_key(one.household, language))):
        yield _home(offer, plan, bars, signs, standing=offer.id in standing)
    for home in plan.households:
        if home.id in with_bars - seen:
            rows = tuple(_beds(home.beds, home.id, bars, None))
            yield Block(Subject("Household", home.id), family_word(home, language), rows, line=tr("no offer"))


def _home(offer: HostOffer, plan: Plan, bars: dict[Lodging, list[Bar]], signs: HomeSigns, *, standing: bool) -> Block:
    home, language = offer.household, screen_language()
    flags = tuple(
        Flag(day, tr("{name} turns 18, no clearance", name=called_name(resident.person, language)))
        for resident, day in signs.turning(offer, plan.visit.first_day, plan.visit.last_day - _DAY)
    )
    line = home_line(offer, plan)
    if not standing:
        line = term(offer.status, language)
    return Block(
        Subject("Household", home.id), family_word(home, language),
        tuple(_beds(home.beds, home.id, bars, offer.most_guests)), signs.of(offer), line, tuple(_closed(offer)),
        flags, tip=f"{family_word(home, language)}\n{line}",
    )  # fmt: skip


def home_line(offer: HostOffer, plan: Plan) -> str:
    """Tell of a home in one line: the children with their ages, what the family likes, how far away it is."""
    home, language = offer.household, screen_language()
    ages = [(age_by(resident.person, plan.visit.first_day), resident.person) for resident in home.residents]
    young = [f"{called_name(person, language)} {age}" for age, person in ages if age is not None and age < ADULT]
    minutes = home.minutes_to_meeting_point
    parts = [
        tr("Backup home") if offer.backup else "",
        listed(young),
        said(home, "interests"),
        "" if minutes is None else tr("{count} min", count=minutes),
    ]
    return " · ".join(filter(None, parts))


def _beds(beds: Iterable[Bed], household_id: int, bars: dict[Lodging, list[Bar]], most: int | None) -> Iterator[Row]:
    rows = []
    beds = tuple(beds)
    labels = _told_apart([_bed_label(bed) for bed in beds])
    for bed, label in zip(beds, labels, strict=True):
        key = Lodging(StayKind.HOME, household_id, bed.id)
        places = 1 if bed.sleeps is None or bed.kind in SHARED_BY_COUPLES else bed.sleeps
        shared = tr("shared with {name}", name=bed.shared_with) if bed.shared_with else ""
        tip = listed([bed_name(bed), shared, bed.words])
        rows.append(Row(key, label, tuple(bars.get(key, ())), places, tip=tip))
    loose = Lodging(StayKind.HOME, household_id)
    if bars.get(loose) or not rows:
        label = tr("no bed named") if rows else tr("no bed noted yet")
        rows.append(Row(loose, label, tuple(bars.get(loose, ())), tip=label))
    spare = 0 if most is None else sum(row.places for row in rows) - most
    for row in reversed(rows):
        if spare <= 0:
            break
        if not row.bars:
            spare -= row.places
            note = trn("not offered: {count} guest at most", "not offered: {count} guests at most", most or 0)
            rows[rows.index(row)] = Row(row.key, row.label, (), row.places, note, row.tip)
    yield from rows


def _told_apart(labels: list[str]) -> list[str]:
    """Number what is called alike: twin bed 1, twin bed 2."""
    count, seen = Counter(labels), Counter[str]()
    found = []
    for label in labels:
        seen[label] += 1
        found.append(f"{label} {seen[label]}" if count[label] > 1 else label)
    return found


def _bed_label(bed: Bed) -> str:
    # In a row of beds a twin bed is told by "twin"; a sofa bed is none.
    kind = term(bed.kind) if bed.kind in _NOT_ALONE else term(bed.kind).removesuffix(" bed")
    if not bed.room:
        return kind
    room = bed.room[:1].upper() + bed.room[1:]
    return tr("{room}, {bed}", room=room, bed=kind.lower())


def _closed(offer: HostOffer) -> Iterator[Closed]:
    """Nights off in a row with the same reason are one."""
    reasons = defaultdict(list)
    for off in offer.nights_off:
        reasons[off.reason].append(off.night)
    for reason, nights in reasons.items():
        for first, last in stretches(sorted(nights)):
            yield Closed(first, last, reason or tr("not free"))


# Hotels and the rest


def _hotels(plan: Plan, bars: dict[Lodging, list[Bar]]) -> Iterator[Block]:
    rooms: defaultdict[int, list[Room]] = defaultdict(list)
    for room in plan.rooms:
        rooms[room.place_id].append(room)
    loose = {lodging.place_id for lodging in bars if lodging.place_id is not None and lodging.room_id is None}
    for place in hotels_first(plan):
        if place.id in rooms or place.id in loose:
            yield Block(
                Subject("Place", place.id), said(place, "name"), tuple(_rooms(place, rooms[place.id], bars)),
                line=said(place, "address"), icon="room",
            )  # fmt: skip


def _rooms(place: Place, rooms: list[Room], bars: dict[Lodging, list[Bar]]) -> Iterator[Row]:
    for room in sorted(rooms, key=lambda one: (one.number, one.id)):
        key = Lodging(StayKind.HOTEL, None, None, place.id, room.id)
        yield Row(key, room_name(room), tuple(bars.get(key, ())), room.sleeps or 1)
    for kind in (StayKind.HOTEL, StayKind.ELSEWHERE):
        key = Lodging(kind, None, None, place.id)
        if bars.get(key):
            yield Row(key, tr("without a room") if kind is StayKind.HOTEL else term(kind), tuple(bars[key]))


def _away(plan: Plan, bars: dict[Lodging, list[Bar]], nights: Sequence[dt.date]) -> Iterator[Block]:
    rows = [
        Row(lodging, lodging_name(lodging, plan), tuple(bars[lodging]))
        for kind in StayKind
        if bars.get(lodging := Lodging(kind))
    ]
    legs = tuple(_on_the_way(plan, nights))
    if legs:
        rows.append(Row("legs", tr("On the way, by the journeys"), legs))
    if rows:
        yield Block(AWAY, tr("On the way and elsewhere"), tuple(rows), icon="travel")


def _on_the_way(plan: Plan, nights: Sequence[dt.date]) -> Iterator[Bar]:
    """Nights that the journeys spend on the way, one bar a leg with how many are on it."""
    for journey in plan.journeys:
        try:
            departs, arrives = departs_of(journey), arrives_of(journey)
            over = () if departs is None or arrives is None else nights_on_the_way(departs, arrives)
        except PlannerError:
            # At an hour that clocks never show; the findings say so.
            continue
        if over and nights and over[0] <= nights[-1] and over[-1] >= nights[0]:
            count = len(those_at(plan, journey))
            who = trn("{count} guest", "{count} guests", count)
            title = said(journey, "title")
            yield Bar(
                Subject("Journey", journey.id), over[0], over[-1], Names(who, title, who), "travel",
                words=f"{title}\n{who}", movable=False,
            )  # fmt: skip

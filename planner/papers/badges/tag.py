"""A luggage tag: whose bag it is, with which group, and whom to call who finds it. No address: a bag tells nobody
whose home stands empty, or where a child sleeps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planner.language import speaker
from planner.language.names import full_name, furigana
from planner.language.telephones import international
from planner.model.attendance import may_take_part
from planner.model.cities import City
from planner.model.delegations import Member
from planner.model.kinds import PhoneKind, TravelMode
from planner.model.plan import Plan
from planner.model.programme import Journey
from planner.model.visits import Visit
from planner.papers.badges.badge import city_sign
from planner.papers.facts import Fact
from planner.papers.itinerary.wording import number_of
from planner.papers.kit.boxes import Box, gap, on, stack, telling
from planner.papers.kit.cards import CARD_HEIGHT, CARD_WIDTH, shrunk
from planner.papers.kit.colours import ACCENT, GREY, SECOND, WHITE
from planner.papers.kit.lines import Inset, Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Disc, Patch
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.sheet import MM
from planner.papers.kit.ticks import write_line

# The end with the hole, through which the strap goes.
_END = 13 * MM
_HOLE = 2.5 * MM
_LEFT = _END + 4 * MM
_WIDTH = CARD_WIDTH - _LEFT - 4.4 * MM
_HEIGHT = CARD_HEIGHT - 8 * MM

_FAMILY = Style(25, 28, bold=True)
_GIVEN = Style(15, 19)
_WRITTEN = Style(13, 16.5, bold=True)
_TEXT = Style(9.5, 12.5)
_SMALL = Style(8.5, 11, colour=SECOND)


def tag_front(plan: Plan, member: Member, languages: Sequence[str]) -> Box:
    """Set the side with the name, the squad and the flights."""
    person, visit = member.person, plan.visit
    city = member.delegation.city or visit.home_city
    language = "both" if len(languages) > 1 else languages[0]
    flights = [leg for leg in plan.journeys if leg.mode is TravelMode.AIR and may_take_part(member, leg)]
    number = " · ".join(number_of(leg) for leg in sorted(flights, key=_when))
    foot = stack([fitted(Run(number, _SMALL), _WIDTH, smallest=7, lines=2), _bags(languages)])
    names = shrunk(lambda factor: _names(member, city, language, factor), _HEIGHT - foot.height)
    inside = Box(_WIDTH, _HEIGHT, inner=((0.0, 0.0, names), (0.0, _HEIGHT - foot.height, foot)))
    box = _tag(inside, _letters(member), hole_left=True)
    name = full_name(person, languages[0])
    return telling(
        box, [Fact(f"{member.uid}/flights", name, number), Fact(f"{member.uid}/squad", name, _letters(member))]
    )


def _names(member: Member, city: City, language: str, factor: float) -> Box:
    person = member.person
    family, given = _FAMILY.at(_FAMILY.size * factor), _GIVEN.at(_GIVEN.size * factor)
    words = (person.family_name or full_name(person, "en")).upper()
    lines = [
        fitted(city_sign(city, is_home=True, language=language), _WIDTH, smallest=7.5),
        gap(0.6 * MM),
        fitted(Run(words, family, whole=True), _WIDTH, smallest=min(13.0, family.size)),
    ]
    if person.family_name and person.given_name:
        lines.append(fitted(Run(person.given_name, given, whole=True), _WIDTH, smallest=min(10.0, given.size)))
    if parts := furigana(person):
        written = _WRITTEN.at(_WRITTEN.size * factor)
        lines += [
            gap(1.0 * MM * factor),
            fitted(with_reading(parts, written), _WIDTH, smallest=min(10.0, written.size)),
        ]
    return stack(lines)


def _when(leg: Journey) -> tuple[dt.date, dt.time]:
    return leg.departs_on, leg.departs_at or dt.time()


def _letters(member: Member) -> str:
    return " ".join(one.group.letter.strip() for one in member.memberships if one.group.letter.strip())


def _bags(languages: Sequence[str]) -> Box:
    """Leave room to count one's bags by hand: "Bag ___ of ___"."""
    here = speaker(languages[0])
    line = Inset(write_line(9 * MM, height=5 * MM, weight=0.5), drop=1.0)
    before, between = here.tr_in("luggage", "Bag"), here.tr_in("luggage", "of")
    parts: list[Part] = [Run(f"{before} ", _TEXT), line, Run(f" {between} ", _TEXT), line]
    return lay(parts, _WIDTH)


def tag_back(visit: Visit, languages: Sequence[str]) -> Box:
    """Set the side with whom to call: in full, since nobody knows in which country a bag is found."""
    lines: list[Box] = []
    for language in languages:
        here = speaker(language)
        lines.append(fitted(Run(here.tr("Found this bag? Please call."), _TEXT.but(bold=True)), _WIDTH, smallest=8))
    lines.append(gap(1.2 * MM))
    numbers = _numbers(visit, languages)
    for words, number in numbers:
        lines.append(fitted(Run(words, _SMALL), _WIDTH, smallest=7))
        lines.append(fitted(Run(number, Style(15, 18.5, bold=True), whole=True), _WIDTH, smallest=10))
        lines.append(gap(0.8 * MM))
    if not numbers:
        lines.append(write_line(_WIDTH, height=9 * MM))
    return _tag(Box(_WIDTH, _HEIGHT, inner=((0.0, 0.0, stack(lines)),)), "", hole_left=False)


def _numbers(visit: Visit, languages: Sequence[str]) -> list[tuple[str, str]]:
    """Give the duty telephones of both cities with the cities' names; one number each."""
    found: list[tuple[str, str]] = []
    for city in (visit.host_city, visit.home_city):
        for phone in visit.phones:
            if phone.kind is PhoneKind.DUTY and phone.country.strip().upper() == city.country and phone.phone.strip():
                names = {"en": city.name_en or city.name_ja, "ja": city.name_ja or city.name_en}
                words = "\u3000".join(dict.fromkeys(names[language] for language in languages))
                found.append((words, international(phone.phone, city.country)))
                break
    return found


def _tag(inside: Box, letters: str, *, hole_left: bool) -> Box:
    """Put the inside beside the end with the hole; on the back the end lies on the other side."""
    end = 0.0 if hole_left else CARD_WIDTH - _END
    ground = Patch(end, 0.0, _END, CARD_HEIGHT, fill=ACCENT)
    hole = Disc(end + _END / 2, 8 * MM, _HOLE, WHITE)
    ring = Disc(end + _END / 2, 8 * MM, _HOLE + 0.6, GREY, 0.6)
    left = _LEFT if hole_left else CARD_WIDTH - _END - 4 * MM - _WIDTH
    placed: list[tuple[float, float, Box]] = [(left, 4 * MM, inside)]
    if letters:
        parts: list[Part] = [Run(letters, Style(22, 26, bold=True, colour=WHITE))]
        box = fitted(parts, _END - 2 * MM, smallest=9, align="centre")
        placed.append((end + 1 * MM, CARD_HEIGHT - 4 * MM - box.height, box))
    return on((ground, hole, ring), Box(CARD_WIDTH, CARD_HEIGHT, inner=tuple(placed)))

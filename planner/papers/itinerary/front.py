"""What opens an itinerary: its title, and below it for whom it is and what they most ask for."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language.dates import day_text, days_text
from planner.language.names import full_name, kana_name
from planner.language.numbers import counted
from planner.language.regions import region_name
from planner.model.delegations import Member
from planner.model.kinds import StayKind
from planner.model.programme import Activity, Journey
from planner.papers.itinerary import lodging
from planner.papers.itinerary.days import Schedule
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, aligned, beside, on, padded, stack
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.lines import Part, Run, Style, even, fitted, lay, natural_width
from planner.papers.kit.marks import Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import LABEL, SECOND_TEXT, STRONG, TEXT, TITLE, TITLE_SECOND

WIDTH = 178 * MM
_CELL_GAP = 6 * MM

_SUBJECT = Style(12, 16)

Fact = tuple[str, str, str]
"""A label, what it is, and a second line below it."""


def title_box(title: str, second: str, *, alike: float = 0.0, width: float = WIDTH) -> Box:
    """Set a page's title with a rule below; the other language small, or as large from `alike` on."""
    if alike:
        left = fitted(Run(title, TITLE), alike - 6 * MM, smallest=17)
        other = fitted(Run(second, TITLE), width - alike, smallest=17)
        x = alike
    else:
        right = min(natural_width(Run(second, TITLE_SECOND)) + 0.1, width / 2)
        left = fitted(Run(title, TITLE), width - right - 6 * MM, smallest=17, is_even=True)
        other = even(Run(second, TITLE_SECOND), right, align="right")
        x = width - right
    lift = 0.8 * MM
    y = max(left.height, other.height) + 0.6 * MM
    placed = ((0.0, -lift, left), (x, left.baseline - other.baseline - lift, other))
    return Box(width, y, (Rule(0.0, y, width, y, 0.8, INK),), placed)


def facts(schedule: Schedule, wording: Wording) -> list[Fact]:
    """Gather what opens the paper: for one person name, family and squad, for the group its size."""
    if schedule.member is not None:
        return [_name(schedule.member, wording), _dates(schedule, wording), *_own(schedule, wording)]
    return [_dates(schedule, wording), *_city(schedule, wording), *_people(schedule, wording)]


def _dates(schedule: Schedule, wording: Wording) -> Fact:
    here = wording.speaker
    if not schedule.days:
        return here.tr_in("paper", "Dates"), "–", ""
    first, last = schedule.days[0].on, schedule.days[-1].on
    words = days_text(first, last, wording.language, weekdays=True, paper=True)
    days = (last - first).days + 1
    length = here.tr_in("paper", "{count} days", count=days) if days > 1 else counted("day", 1, wording.language)
    nights = counted("night", schedule.nights, wording.language) if schedule.nights else ""
    return here.tr_in("paper", "Dates"), words, wording.listed([length, nights])


def _city(schedule: Schedule, wording: Wording) -> list[Fact]:
    host, home = schedule.plan.visit.host_city, schedule.plan.visit.home_city
    name = wording.pick(host.name_en, host.name_ja)
    region = region_name(host.region_en, host.region_ja, wording.language)
    where = f"{region} {name}" if wording.language == "ja" else ", ".join(filter(None, (name, region)))
    guests = wording.pick(home.name_en, home.name_ja)
    return [
        (
            wording.speaker.tr_in("paper", "Host city"),
            where.strip(),
            wording.speaker.tr("guests from {city}", city=guests),
        )
    ]


def _people(schedule: Schedule, wording: Wording) -> list[Fact]:
    members = [member for member in schedule.plan.members if not member.withdrawn]
    if not members:
        return []
    leaders = sum(1 for member in members if member.role.is_chaperone)
    guests = counted("guest", len(members) - leaders, wording.language)
    chaperones = counted("chaperone", leaders, wording.language)
    return [
        (
            wording.speaker.tr_in("paper", "People"),
            counted("person", len(members), wording.language),
            wording.listed([guests, chaperones]) if leaders else "",
        )
    ]


def _name(member: Member, wording: Wording) -> Fact:
    person = member.person
    name = full_name(person, wording.language, formal=True)
    if wording.language == "ja":
        second = kana_name(person) or full_name(person, "en", formal=True)
    else:
        second = full_name(person, "ja", formal=True)
    return wording.speaker.tr_in("paper", "Name"), name, second if second != name else ""


def _own(schedule: Schedule, wording: Wording) -> list[Fact]:
    """Give one's own families with their nights, and one's squad."""
    member, here = schedule.member, wording.speaker
    assert member is not None
    found: list[Fact] = []
    stays = [stay for stay in schedule.plan.stays if stay.member_id == member.id]
    homes = sorted((stay for stay in stays if stay.kind is StayKind.HOME), key=lambda stay: stay.first_night)
    for place, stay in enumerate(homes):
        # Who comes back to a family after a night that is not settled has one family, not two.
        if stay.household is not None and all(stay.household_id != one.household_id for one in homes[:place]):
            since = day_text(stay.first_night, wording.language, "day-month")
            label = here.tr("Host from {day}", day=since) if place else here.tr_in("paper", "Host family")
            phone = wording.phone(stay.household.phone)
            found.append((label, lodging.family(stay.household, wording), phone))
    groups = [membership.group for membership in member.memberships]
    names = list(filter(None, (wording.pick(group.name_en, group.name_ja) for group in groups)))
    number = member.shirt_number.strip()
    # A coach is in no squad, and nothing is to be decided.
    if not names and _has_squads(schedule) and not member.role.is_chaperone:
        names = [here.tr_in("squad", "To be decided")]
    in_squads = all(group.letter.strip() for group in groups)
    label = here.tr_in("paper", "Squad") if in_squads else here.tr_in("paper", "Group")
    if names:
        numbered = here.tr_in("shirt", "Number {number}", number=number) if number else ""
        found.append((label, wording.listed(names), numbered))
    elif number:
        found.append((here.tr_in("shirt", "Number"), number, ""))
    return found


def _has_squads(schedule: Schedule) -> bool:
    """Whether part of the programme is for some groups only, so that it matters in which one is."""
    sources: list[Activity | Journey] = [*schedule.plan.activities, *schedule.plan.journeys]
    return any(source.group_links and not source.everyone for source in sources)


def strip(found: Sequence[Fact], width: float = WIDTH) -> Box:
    """Set the facts beside each other, as wide as they need, a hairline between."""
    cells = [_parts(fact) for fact in found]
    wanted = [max(natural_width(part) for part in parts) + 0.1 for parts in cells]
    room = width - _CELL_GAP * (len(cells) - 1)
    if sum(wanted) > room:
        share = room / len(cells)
        spare = sum(max(share - want, 0.0) for want in wanted)
        tight = sum(max(want - share, 0.0) for want in wanted)
        wanted = [min(want, share) + max(want - share, 0.0) * min(1.0, spare / tight) for want in wanted]
    placed: list[tuple[float, Box]] = []
    rules: list[float] = []
    x = 0.0
    for parts, wide in zip(cells, wanted, strict=True):
        if placed:
            rules.append(x - _CELL_GAP / 2)
        placed.append((x, stack([lay(part, wide) for part in parts])))
        x += wide + _CELL_GAP
    row = padded(beside(placed, width), above=1.8 * MM, below=1.8 * MM)
    marks = [Rule(at, 1.4 * MM, at, row.height - 1.4 * MM, 0.4, GREY) for at in rules]
    return on(marks, row)


def _parts(fact: Fact) -> list[Run]:
    label, words, second = fact
    return [Run(label, LABEL), Run(words, STRONG), *([Run(second, SECOND_TEXT)] if second else [])]


def listings(schedule: Schedule, pair: tuple[Wording, Wording], left_width: float, right: float) -> Box:
    """Set the facts below each other in both languages, English from the left, Japanese from `right` on."""
    rows: list[Box] = []
    for english, japanese in zip(*(facts(schedule, each) for each in pair), strict=True):
        sides = [(0.0, _line(english, left_width, 32 * MM)), (right, _line(japanese, WIDTH - right, 20 * MM))]
        rows.append(aligned(sides, WIDTH))
    return padded(stack(rows), above=1.8 * MM)


def _line(fact: Fact, width: float, label_width: float) -> Box:
    """Set a label and its words; the second line's words beside them if there is room."""
    label, words, second = fact
    room = width - label_width
    parts: list[Part] = [Run(words, TEXT)]
    if second:
        parts.append(Run(f"\u00a0\u00a0 {second}", SECOND_TEXT))
    if natural_width(parts) <= room:
        value = lay(parts, room)
    else:
        value = stack([fitted(Run(words, TEXT), room, smallest=9), lay(Run(second, SECOND_TEXT), room)])
    name = fitted(Run(label, STRONG), label_width - 2 * MM, smallest=8)
    return aligned([(0.0, name), (label_width, value)], width)


def across(schedule: Schedule, wording: Wording) -> Box:
    """Set the opening of a 行程表: its name, the visit's title beside it, dates and size on the right."""
    visit = schedule.plan.visit
    width, left, right = 263 * MM, 36 * MM, 146 * MM
    name = lay(Run("行程表", TITLE.but(spacing=2.0)), left)
    subject = fitted(
        Run(wording.pick(visit.title_en, visit.title_ja), _SUBJECT),
        right - left - 6 * MM,
        smallest=9,
        lines=2,
    )
    rows = [_line_in_small(fact, width - right) for fact in facts(schedule, wording)]
    table = stack(rows)
    height = max(name.height, table.height) + 1.6 * MM
    middle = (height - 1.6 * MM) / 2
    placed = (
        (0.0, middle - name.height / 2, name),
        (left, middle - subject.height / 2, subject),
        (right, middle - table.height / 2, table),
    )
    return Box(width, height, inner=placed)


def _line_in_small(fact: Fact, width: float) -> Box:
    label, words, second = fact
    style = STRONG.at(9.5).but(leading=12.5)
    value = Run(words + (f"（{second}）" if second else ""), style.but(bold=False))
    return aligned(
        [(0.0, lay(Run(label, style), 16 * MM)), (16 * MM, fitted(value, width - 16 * MM, smallest=7.5))],
        width,
    )

"""The cover: whose packet it is, who comes, from when to when, and whom to call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planner.language import N_, N_in, Words
from planner.language.dates import day_text, days_text
from planner.language.names import full_name, household_name
from planner.language.numbers import counted
from planner.language.times import wall_text
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.kinds import Role
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.itinerary.pieces import NO_BREAK, icon
from planner.papers.kit.boxes import Box, gap, on, padded, stack
from planner.papers.kit.colours import ACCENT, GREY, INK, TINT
from planner.papers.kit.lines import Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Mark, Patch, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import LEGEND, SECOND_TEXT, STRONG, TEXT
from planner.papers.packet import Entry
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.naming import (
    called_and_said,
    large_name,
    large_name_parts,
    name_parts,
    other_script_line,
    width_of,
)
from planner.papers.sections.opening import cities, contents_of, if_then, whom_to_call
from planner.papers.sections.runs import HostDay
from planner.papers.sections.speaking import TITLE as SPEAKING
from planner.papers.sections.voice import Voice

SECTION = "cover"
PACKET = N_("Host-family packet")

WIDTH = 178 * MM
_FOR = Style(21, 26, bold=True, colour=ACCENT)
_DATES = Style(19, 24, bold=True)
_GIVEN = Style(92, 92, bold=True)
_FAMILY = Style(27, 32, spacing=0.5)
_OTHER = Style(22, 30)
_SMALLEST_GIVEN = 30.0
#: Given names of two, three or more guests, each in a line of its own.
_SIZES = {2: 46.0, 3: 34.0}
_SIZE_OF_MANY = 24.0
_SMALLEST_OF_SEVERAL = 14.0
#: So many days stand in one row of the strip.
_DAYS_IN_ROW = 16
_TOP = 1 * MM
_LEAST_GAP, _MOST_GAP = 2 * MM, 7 * MM
_SCALES = (1.0, 0.75, 0.55, 0.4, 0.3)


def cover(
    hosting: Hosting, days: Sequence[HostDay], contents: Sequence[Entry], voice: Voice, frame: Frame
) -> Body:
    """Lay the cover; the contents stand at its foot, so that what is above may be higher or lower.

    Names as long as they come are set smaller until everything has its room; the contents go before anything is cut.
    """
    listed = contents_of(contents, voice, WIDTH)
    points = any(entry.title == voice.here.tr(SPEAKING) for entry in contents)
    for scale in _SCALES:
        upper = [
            cities(hosting.plan.visit, voice, WIDTH),
            _for_whom(hosting, voice),
            _guests(hosting, voice, scale),
            _dates(hosting, days, voice),
            whom_to_call(hosting.plan.visit, voice, WIDTH),
            _if_then(hosting, voice, points=points),
        ]
        taken = _TOP + sum(box.height for box in upper)
        if taken + listed.height + len(upper) * _LEAST_GAP <= frame.bottom:
            break
    else:
        listed = gap(0.0)
    between = min((frame.bottom - listed.height - taken) / len(upper), _MOST_GAP)
    placed: list[tuple[float, float, Box]] = []
    y = _TOP
    for box in upper:
        placed.append((frame.left, y, box))
        y += box.height + between
    placed.append((frame.left, frame.bottom - listed.height, listed))
    return Body(tuple(placed), section=SECTION, facts=tuple(_facts(hosting, voice)), has_head=False)


def _for_whom(hosting: Hosting, voice: Voice) -> Box:
    name = household_name(hosting.household, voice.language)
    name = f"{name}様" if voice.language == "ja" else name
    first, second = voice.both(PACKET)
    kind: list[Part] = [Run(f"{first} ", TEXT), Run(second, SECOND_TEXT)]
    wide = natural_width(kind) + 0.1
    left = fitted(Run(voice.here.tr("For: {name}", name=name), _FOR), WIDTH - wide - 6 * MM, smallest=12)
    right = lay(kind, wide)
    y = left.baseline - right.baseline
    return Box(WIDTH, left.height, inner=((0.0, 0.0, left), (WIDTH - wide, y, right)), baseline=left.baseline)


# Who comes


def _guests(hosting: Hosting, voice: Voice, scale: float) -> Box:
    guests = hosting.guests
    label = voice.both(N_in("packet", "Your guest") if len(guests) == 1 else N_in("packet", "Your guests"))
    head = lay([Run(f"{label[0]}  ", STRONG), Run(label[1], SECOND_TEXT)], WIDTH)
    if not guests:
        return stack([head, lay(Run(voice.here.tr("No guest yet. We will tell you."), _DATES), WIDTH)], 2 * MM)
    if len(guests) == 1:
        return stack([head, _name_stack(guests[0].member, voice, scale)], 2 * MM)
    size = _SIZES.get(len(guests), _SIZE_OF_MANY) * scale
    # All guests are as large as the one with the longest name can be.
    size = min(size, *(_size_of(guest.member, voice, size) for guest in guests))
    return stack([head, *(_name_line(guest.member, voice, size) for guest in guests)], 2.4 * MM * scale)


def _name_stack(member: Member, voice: Voice, scale: float) -> Box:
    """Set one guest's name as large as the page can have it, family name above, the other script below."""
    person = member.person
    family, given = name_parts(person, voice.language)
    lines = [fitted(Run(family, _FAMILY, whole=True), WIDTH, smallest=16)] if family else []
    own = Run(given, _GIVEN.at(_GIVEN.size * scale), whole=True)
    lines.append(fitted(own, WIDTH, smallest=_SMALLEST_GIVEN * scale))
    below = other_script_line(person, voice.language, _OTHER.at(max(_OTHER.size * scale, 12.0)), WIDTH)
    names = stack([*lines, below])
    said_width = width_of(person, voice)
    said = called_and_said(person, voice, min(said_width, WIDTH))
    large = min(natural_width(own), WIDTH)
    if large + said_width + 2 * MM <= WIDTH:
        y = names.height - said.height
        return Box(WIDTH, names.height, inner=((0.0, 0.0, names), (WIDTH - said.width, y, said)))
    return stack([names, called_and_said(person, voice, WIDTH, align="left")], 1.5 * MM)


def _size_of(member: Member, voice: Voice, size: float) -> float:
    """Give the size in which a name fits its line, no larger than `size`."""
    room = WIDTH - _said_width(member, voice) - 6 * MM
    wide = natural_width(large_name_parts(member.person, voice.language, size))
    return max(min(size, size * room / wide), min(size, _SMALLEST_OF_SEVERAL)) if wide else size


def _said_width(member: Member, voice: Voice) -> float:
    return min(width_of(member.person, voice), WIDTH / 2)


def _name_line(member: Member, voice: Voice, size: float) -> Box:
    """Set one of several guests: the name in one line, below it the other script and how it is said."""
    person = member.person
    said_width = _said_width(member, voice)
    said = called_and_said(person, voice, said_width)
    room = WIDTH - said_width - 6 * MM
    name = large_name(person, voice.language, size, room, smallest=min(size, _SMALLEST_OF_SEVERAL))
    names = stack([name, other_script_line(person, voice.language, _OTHER.at(12), room)])
    y = max(0.0, (names.height - said.height) / 2)
    return Box(WIDTH, max(names.height, said.height), inner=((0.0, 0.0, names), (WIDTH - said_width, y, said)))


# From when to when


def _dates(hosting: Hosting, days: Sequence[HostDay], voice: Voice) -> Box:
    found = hosting.days
    if not found:
        return Box(WIDTH, 0.0, (Rule(0.0, 0.0, WIDTH, 0.0, 0.8, INK),))
    words = days_text(found[0], found[-1], voice.language, weekdays=True, paper=True)
    count = len(hosting.nights)
    nights = voice.here.trn("{count} night in your home", "{count} nights in your home", count) if count else ""
    wide = natural_width(Run(nights, TEXT)) + 0.1
    left = fitted(Run(words, _DATES), WIDTH - wide - 4 * MM, smallest=13)
    right = lay(Run(nights, TEXT), wide)
    y = left.baseline - right.baseline
    head = Box(WIDTH, left.height, inner=((0.0, 0.0, left), (WIDTH - wide, y, right)))
    rows = [_strip(found, row, hosting, days, voice) for row in _rows(found)]
    box = padded(stack([head, *rows, _strip_legend(hosting, days, voice)], 1.4 * MM), above=2.2 * MM)
    return on((Rule(0.0, 0.0, WIDTH, 0.0, 0.8, INK),), box)


def _rows(found: Sequence[dt.date]) -> list[list[dt.date]]:
    """Give all dates from the first to the last, in rows of even length."""
    length = (found[-1] - found[0]).days + 1
    all_days = [found[0] + dt.timedelta(days=number) for number in range(length)]
    count = -(-length // _DAYS_IN_ROW)
    each = -(-length // count)
    return [all_days[start : start + each] for start in range(0, length, each)]


def _strip(
    found: Sequence[dt.date], row: Sequence[dt.date], hosting: Hosting, days: Sequence[HostDay], voice: Voice
) -> Box:
    wide, height = WIDTH / max(len(row), 7), 17 * MM
    own = _own_days(days)
    marks: list[Mark] = []
    placed: list[tuple[float, float, Box]] = []
    for number, date in enumerate(row):
        x = number * wide
        if date in own:
            marks.append(Patch(x, 0.0, wide, height, fill=TINT))
        if number:
            marks.append(Rule(x, 0.0, x, height, 0.6, INK))
        is_here = date in found
        style = Style(15, 18, bold=is_here, colour=INK if is_here else GREY)
        lines = [
            lay(Run(day_text(date, voice.language, "weekday"), LEGEND.but(colour=style.colour)), wide, align="centre"),
            lay(Run(str(date.day), style), wide, align="centre"),
        ]
        if sign := _sign(date, hosting, own):
            lines.append(lay([icon(sign, LEGEND, INK)], wide, align="centre"))
        placed.append((x, 1.2 * MM, stack(lines)))
    marks.append(Patch(0.0, 0.0, wide * len(row), height, line=INK, weight=0.8))
    return Box(WIDTH, height, tuple(marks), tuple(placed))


def _own_days(days: Sequence[HostDay]) -> set[dt.date]:
    return {day.on for day in days if day.own_day is not None and not day.lines}


def _sign(date: dt.date, hosting: Hosting, own: set[dt.date]) -> str:
    visit = hosting.plan.visit
    if date in own:
        return "house"
    return "plane" if date in (visit.first_day, visit.last_day) and date in hosting.days else ""


def _strip_legend(hosting: Hosting, days: Sequence[HostDay], voice: Voice) -> Box:
    parts: list[Part] = []
    said = [_way(day, voice) for day in (days[0], days[-1])]
    words = (" · " if voice.language == "en" else "・").join(filter(None, said))
    signs = {_sign(date, hosting, _own_days(days)) for date in hosting.days}
    if words:
        sign: list[Part] = [icon("plane", LEGEND, INK), Run(NO_BREAK, LEGEND)] if "plane" in signs else []
        parts += [*sign, Run(words, LEGEND), Run("     ", LEGEND)]
    if "house" in signs:
        own = voice.here.tr("your own day together")
        parts += [icon("house", LEGEND, INK), Run(f"{NO_BREAK}{own}", LEGEND, whole=True)]
    return lay(parts, WIDTH) if parts else Box(WIDTH, 0.0)


def _way(day: HostDay, voice: Voice) -> str:
    """Say when guests come to the family, or leave it."""
    if day.lines and not day.slept_here and (pick := day.lines[0].pick) and pick.at:
        when = wall_text(pick.at, voice.language, None, "paper", letters=False)
        return voice.here.tr("first pick-up {time}", time=when)
    if day.lines and not day.sleeps_here and (drop := day.lines[-1].drop) and drop.at:
        when = wall_text(drop.at, voice.language, None, "paper", letters=False)
        return voice.here.tr("last drop-off {time}", time=when)
    return ""


# Whom to call


def _if_then(hosting: Hosting, voice: Voice, *, points: bool) -> Box:
    here, visit = voice.here, hosting.plan.visit
    number, _ = telephones.emergency_numbers(visit)
    then = here.tr("{number} first, then the number above", number=number)
    columns = [
        (here.tr("Life in danger, fire"), [then]),
        (here.tr("Ill, hurt, lost, late, unsure"), [here.tr("The number above, at three in the morning too")]),
    ]
    to_point = here.tr("The page to point at, or the number above") if points else here.tr("The number above")
    helper = _interpreter(hosting, voice) or [to_point]
    columns.append((here.tr("Lost for words"), helper))
    return if_then(columns, WIDTH)


def _interpreter(hosting: Hosting, voice: Voice) -> list[str]:
    """Give whoever interprets among those who travel, with the number: they are reached at any hour."""
    visit = hosting.plan.visit
    for member in hosting.plan.members:
        if member.role is Role.INTERPRETER and travels(member) and member.duty_phone.strip():
            name = full_name(member.person, voice.language, formal=True)
            number = telephones.duty_number_of(member, visit)
            return [voice.here.tr("{name}, interpreter", name=name), number]
    return []


def _facts(hosting: Hosting, voice: Voice) -> list[Fact]:
    found = [_guest_fact(guest, voice) for guest in hosting.guests]
    if duty := telephones.duty(hosting.plan.visit):
        label: Words = N_("Call any hour, day or night")
        found.append(Fact("duty", voice.here.words(label), telephones.number_of(duty, hosting.plan.visit)))
    return found


def _guest_fact(guest: Guest, voice: Voice) -> Fact:
    nights = guest.nights
    value = voice.wording.listed(
        [
            days_text(nights[0], nights[-1] + dt.timedelta(days=1), voice.language, weekdays=True) if nights else "",
            counted("night", len(nights), voice.language) if nights else "",
        ]
    )
    return Fact(f"guest/{guest.member.uid}", full_name(guest.member.person, voice.language, formal=True), value)

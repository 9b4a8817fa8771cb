"""The cover of the participant packet: where to, whose it is, from when to when, and whom to call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planner.language import N_, other_language
from planner.language.dates import day_text, days_text
from planner.language.names import full_name, furigana
from planner.language.numbers import counted
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.guestpacket.setting import Setting
from planner.papers.itinerary.days import Day
from planner.papers.itinerary.pieces import icon
from planner.papers.kit.boxes import Box, aligned, on, padded, stack
from planner.papers.kit.colours import ACCENT, INK, TINT
from planner.papers.kit.lines import Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Mark, Patch, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import LEGEND, SECOND_TEXT, TEXT
from planner.papers.packet import Entry
from planner.papers.sections.opening import cities, contents_of, if_then, whom_to_call

SECTION = "cover"
PACKET = N_("Participant packet")

_PLACE = Style(64, 68, bold=True)
_SECOND_PLACE = Style(20, 27)
_NAME = Style(24, 30, bold=True, colour=ACCENT)
_DATES = Style(17, 22, bold=True)
#: So many days stand in one row of the strip.
_DAYS_IN_ROW = 16
_TOP = 1 * MM
_LEAST_GAP = 1.2 * MM
_SCALES = (1.0, 0.85, 0.7, 0.55, 0.45)


def cover(setting: Setting, entries: Sequence[Entry]) -> Body:
    """Lay the cover, the contents at its foot; what is above them shares the room that is left.

    Long names and titles are set smaller until everything has its room.
    """
    listed = contents_of(entries, setting.voice, setting.width)
    bottom = setting.frame.bottom
    room = bottom - listed.height - _TOP
    tried = (_upper(setting, scale) for scale in _SCALES)
    upper = next(
        (boxes for boxes in tried if _height(boxes) + len(boxes) * _LEAST_GAP <= room), _upper(setting, _SCALES[-1])
    )
    room -= _height(upper)
    gap = min(room / len(upper), 8 * MM)
    placed: list[tuple[float, float, Box]] = []
    y = _TOP
    for box in upper:
        placed.append((setting.frame.left, y, box))
        y += box.height + gap
    placed.append((setting.frame.left, bottom - listed.height, listed))
    return Body(tuple(placed), section=SECTION, facts=tuple(_facts(setting)), has_head=False)


def _upper(setting: Setting, scale: float) -> list[Box]:
    return [
        cities(setting.plan.visit, setting.voice, setting.width),
        _kind(setting),
        _place(setting, scale),
        _name(setting, scale),
        _dates(setting),
        whom_to_call(setting.plan.visit, setting.voice, setting.width),
        if_then(_cases(setting), setting.width),
    ]


def _height(boxes: Sequence[Box]) -> float:
    return sum(box.height for box in boxes)


def _kind(setting: Setting) -> Box:
    first, second = setting.voice.both(PACKET)
    return lay([Run(f"{first}  ", TEXT.at(13)), Run(second, SECOND_TEXT)], setting.width)


def _place(setting: Setting, scale: float) -> Box:
    """Set where the journey goes as large as the page takes it, the other script below."""
    city, voice = setting.plan.visit.host_city, setting.voice
    largest = _PLACE.at((52 if setting.frame.half else _PLACE.size) * scale)
    lines = [
        fitted(
            Run(voice.pick(city.name_en, city.name_ja), largest, whole=True),
            setting.width,
            smallest=min(26, largest.size),
        )
    ]
    if other := voice.second(city.name_en, city.name_ja):
        lines.append(fitted(Run(other, _SECOND_PLACE), setting.width, smallest=12))
    return stack(lines)


def _name(setting: Setting, scale: float) -> Box:
    """Set whose packet it is, with the squad and the number."""
    voice, person, style = setting.voice, setting.member.person, _NAME.at(_NAME.size * max(scale, 0.6))
    parts: list[Part]
    if voice.language == "ja" and (written := furigana(person)):
        parts = with_reading(written, style)
        second = full_name(person, "en", formal=True)
    else:
        parts = [Run(full_name(person, voice.language, formal=True), style, whole=True)]
        second = full_name(person, other_language(voice.language), formal=True)
    name = fitted(parts, setting.width, smallest=13, lines=2)
    groups = [voice.pick(one.group.name_en, one.group.name_ja) for one in setting.member.memberships]
    number = setting.member.shirt_number.strip()
    if number:
        groups.append(voice.here.tr_in("shirt", "Number {number}", number=number))
    small = [second if second != full_name(person, voice.language, formal=True) else "", *groups]
    line = fitted(Run(" · ".join(filter(None, small)), TEXT.at(13)), setting.width, smallest=setting.smallest, lines=2)
    return stack([name, line])


def _dates(setting: Setting) -> Box:
    """Set from when to when, and every day with its sign: flying, or a day with the family."""
    days, voice = setting.schedule.days, setting.voice
    if not days:
        return Box(setting.width, 0.0, (Rule(0.0, 0.0, setting.width, 0.0, 0.8, INK),))
    words = days_text(days[0].on, days[-1].on, voice.language, weekdays=True, paper=True)
    nights = counted("night", setting.schedule.nights, voice.language) if setting.schedule.nights else ""
    wide = natural_width(Run(nights, TEXT)) + 0.1
    left = fitted(Run(words, _DATES), setting.width - wide - 4 * MM, smallest=12)
    head = aligned([(0.0, left), (setting.width - wide, lay(Run(nights, TEXT), wide))], setting.width)
    count = -(-len(days) // _DAYS_IN_ROW)
    each = -(-len(days) // count)
    rows = [_strip(days[start : start + each], setting) for start in range(0, len(days), each)]
    box = padded(stack([head, *rows], 1.4 * MM), above=2.2 * MM)
    return on((Rule(0.0, 0.0, setting.width, 0.0, 0.8, INK),), box)


def _strip(days: Sequence[Day], setting: Setting) -> Box:
    wide, height = setting.width / len(days), 17 * MM
    marks: list[Mark] = []
    placed: list[tuple[float, float, Box]] = []
    for number, day in enumerate(days):
        x, sign = number * wide, _sign(day)
        if sign == "house":
            marks.append(Patch(x, 0.0, wide, height, fill=TINT))
        if number:
            marks.append(Rule(x, 0.0, x, height, 0.6, INK))
        lines = [
            lay(Run(day_text(day.on, setting.voice.language, "weekday"), LEGEND), wide, align="centre"),
            lay(Run(str(day.on.day), Style(15, 18, bold=True)), wide, align="centre"),
        ]
        if sign:
            lines.append(lay([icon(sign, LEGEND, INK)], wide, align="centre"))
        placed.append((x, 1.2 * MM, stack(lines)))
    marks.append(Patch(0.0, 0.0, setting.width, height, line=INK, weight=0.8))
    return Box(setting.width, height, tuple(marks), tuple(placed))


def _sign(day: Day) -> str:
    if any(event.is_own_day for event in day.events):
        return "house"
    return "plane" if day.is_aloft or any(event.shows_both_ends for event in day.events) else ""


def _cases(setting: Setting) -> list[tuple[str, Sequence[str]]]:
    here, visit = setting.voice.here, setting.plan.visit
    number, _ = telephones.emergency_numbers(visit)
    found: list[tuple[str, Sequence[str]]] = [
        (here.tr("Life in danger, fire"), [here.tr("{number} first, then the number above", number=number)]),
        (here.tr("Ill, hurt, lost, late, unsure"), [here.tr("The number above, at three in the morning too")]),
    ]
    chaperone = telephones.chaperone_of(setting.plan, setting.member)
    if chaperone is not None:
        name = full_name(chaperone.person, setting.voice.language, formal=True)
        found.append((here.tr("Your chaperone"), [name, telephones.duty_number_of(chaperone, visit)]))
    return found


def _facts(setting: Setting) -> list[Fact]:
    days, visit = setting.schedule.days, setting.plan.visit
    found = []
    if days:
        last: dt.date = days[-1].on
        words = days_text(days[0].on, last, setting.voice.language, weekdays=True, paper=True)
        found.append(Fact("dates", setting.voice.here.tr_in("paper", "Dates"), words))
    if (duty := telephones.duty(visit)) is not None:
        label = setting.voice.here.tr("Call any hour, day or night")
        found.append(Fact("duty", label, telephones.number_of(duty, visit)))
    return found

"""Who of the group lives in the same home as the guest, on which nights, and in the same room, if that is settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from planner.language import N_
from planner.language.dates import days_text
from planner.language.names import full_name
from planner.model.attendance import travels
from planner.model.circles import share_a_home
from planner.model.homestays import Stay
from planner.papers.facts import Fact
from planner.papers.guestpacket.setting import Setting
from planner.papers.kit.boxes import Box, stack, telling
from planner.papers.kit.lines import Part, Run, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT

_SHARES = N_("Shares the home with me")
_DAY = dt.timedelta(days=1)


def fellows(stays: Sequence[Stay], setting: Setting) -> list[Box]:
    """Set the guest's room in a home and who shares the home with them: rows, none of what is not known."""
    voice, rows = setting.voice, []
    rooms = list(dict.fromkeys(room for stay in stays if (room := _room(stay))))
    if rooms:
        said = voice.wording.listed(voice.in_words(room) for room in rooms)
        rows.append(setting.row(N_("My room"), voice.wording.begun(said)))
    found: dict[int, list[tuple[Stay, Stay]]] = {}
    for own in stays:
        for other in setting.plan.stays:
            if share_a_home(own, other) and travels(other.member):
                found.setdefault(other.member_id, []).append((own, other))
    if found:
        lines = [_line(stays, shared, setting) for shared in found.values()]
        people = (shared[0][1].member.person for shared in found.values())
        names = voice.wording.listed([full_name(person, voice.language) for person in people])
        told = Fact(f"{stays[0].uid}/fellows", voice.say(_SHARES), names)
        rows.append(telling(setting.row(_SHARES, stack(lines, 0.6 * MM)), [told]))
    return rows


def _room(stay: Stay) -> str:
    return stay.bed.room.strip() if stay.bed is not None else ""


def _line(stays: Sequence[Stay], shared: Sequence[tuple[Stay, Stay]], setting: Setting) -> Box:
    """Name somebody in both scripts; the nights, if they are not all of the guest's; and whether the room is shared."""
    voice, person = setting.voice, shared[0][1].member.person
    own_name, other_name = full_name(person, voice.language), full_name(person, voice.other.language)
    parts: list[Part] = [Run(f"{own_name} さん" if voice.language == "ja" else own_name, STRONG, whole=True)]
    if other_name != own_name:
        parts.append(Run(f"\u00a0\u00a0{other_name}", SECOND_TEXT, whole=True))
    spells = [(max(own.first_night, one.first_night), min(own.last_night, one.last_night)) for own, one in shared]
    notes = []
    if _nights(spells) < _nights((one.first_night, one.last_night) for one in stays):
        notes += [days_text(first, last + _DAY, voice.language, paper=True, year=False) for first, last in spells]
    if all(_room(own) and _room(own) == _room(one) for own, one in shared):
        notes.append(voice.here.tr("in the same room"))
    if words := voice.wording.listed(notes):
        parts.append(Run(f"\u00a0\u00a0{words}", TEXT))
    return lay(parts, setting.value_width)


def _nights(spells: Iterable[tuple[dt.date, dt.date]]) -> int:
    return sum((last - first).days + 1 for first, last in spells)

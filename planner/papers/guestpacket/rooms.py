"""The guest's own room on nights in a hotel; who else sleeps there stands in the leader's list only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.language import N_
from planner.language.addresses import english_address, japanese_address
from planner.language.dates import days_text
from planner.language.names import full_name
from planner.model.kinds import StayKind
from planner.papers.facts import Fact
from planner.papers.guestpacket.setting import Setting
from planner.papers.kit.boxes import stack, telling
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Run, Style, lay
from planner.papers.kit.styles import STRONG, TEXT

_LARGE = Style(16, 20, bold=True)


def rooms(setting: Setting) -> Iterator[Block]:
    """Say which hotel and room, on which nights."""
    voice, here = setting.voice, setting.voice.here
    for stay in sorted(setting.member.stays, key=lambda one: one.first_night):
        if stay.kind is not StayKind.HOTEL or stay.place is None:
            continue
        yield setting.heading(*voice.both(N_("My hotel room")))
        last = stay.last_night + dt.timedelta(days=1)
        when = days_text(stay.first_night, last, voice.language, weekdays=True, paper=True, year=False)
        place = stay.place
        address = japanese_address(place.address_ja) if setting.towards_japan else english_address(place.address_en)
        room = here.tr("Room {number}", number=stay.room.number) if stay.room and stay.room.number.strip() else ""
        lines = [
            lay(Run(voice.wording.joined(voice.wording.place(place), room), _LARGE), setting.width),
            lay(Run(when, STRONG), setting.width),
            lay(Run((" " if setting.towards_japan else ", ").join(address), TEXT), setting.width),
        ]
        name = full_name(setting.member.person, "en", formal=True)
        lines.append(lay(Run(here.tr("Checked in under: {name}", name=name), TEXT), setting.width))
        told = Fact(f"{stay.uid}/room", when, voice.wording.joined(voice.wording.place(place), room))
        yield solid(telling(stack([line for line in lines if line.height]), [told]))

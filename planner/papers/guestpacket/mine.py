"""What is the guest's alone: what they say or perform, and when."""

from __future__ import annotations

from collections.abc import Iterator

from planner.language import N_
from planner.language.dates import days_text
from planner.language.numbers import ordinal
from planner.language.terms import term
from planner.model.interpreting import Speech
from planner.papers.facts import Fact
from planner.papers.guestpacket.setting import Setting
from planner.papers.itinerary.days import Event
from planner.papers.itinerary.pieces import time_parts_of
from planner.papers.kit.boxes import Box, stack, telling
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Run, Style, lay
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import ITEM, SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import write_line

TITLE = N_("My part")
SECTION = "mine"

_LARGE = Style(16, 20, bold=True)
# A guest who speaks needs room for the words.
_LINES = 8


def mine(setting: Setting) -> tuple[Body, ...]:
    """Lay the guest's own speeches and performance; without any, no page."""
    blocks = [*_speeches(setting), *_performance(setting)]
    return setting.pages(TITLE, blocks, SECTION) if blocks else ()


def _speeches(setting: Setting) -> Iterator[Block]:
    """Say for each own item of a ceremony when, where, after whom, in which language and how long."""
    voice, here = setting.voice, setting.voice.here
    for day in setting.schedule.days:
        for event in day.events:
            items = sorted(event.activity.speeches, key=lambda one: one.place or 0) if event.activity else []
            for number, item in enumerate(items):
                if item.person_id != setting.member.person_id:
                    continue
                yield setting.heading(*voice.both(N_("My speech")))
                title = voice.pick(item.title_en, item.title_ja) or voice.wording.title(event)
                before = _who(items[number - 1], setting) if number else ""
                lines = [lay(Run(title, _LARGE), setting.width), *_when(event, setting)]
                cue = voice.wording.listed(
                    [
                        here.tr("{place} in the order", place=ordinal(number + 1, voice.language)),
                        here.tr("after {name}", name=before) if before else "",
                        term(item.language, voice.language),
                        here.tr("{count} min", count=item.minutes) if item.minutes else "",
                    ]
                )
                lines.append(lay(Run(voice.wording.begun(cue), STRONG), setting.width))
                told = Fact(f"{event.source.uid}/speech/{item.id}", title, cue)
                yield solid(telling(stack(lines), [told]), with_next=True)
                yield solid(stack([write_line(setting.width, height=9 * MM)] * _LINES))


def _who(item: Speech, setting: Setting) -> str:
    said = setting.voice.pick(item.speaker_en, item.speaker_ja)
    return said or setting.voice.pick(item.title_en, item.title_ja)


def _when(event: Event, setting: Setting) -> list[Box]:
    wording = setting.voice.wording
    time = "".join(part.text for part in time_parts_of(event, wording) if isinstance(part, Run))
    place = wording.place(event.activity.place) if event.activity else ""
    on_day = days_text(event.day, event.day, wording.language, weekdays=True, paper=True, year=False)
    words = wording.listed([on_day, time, wording.title(event), place])
    return [lay(Run(words, TEXT), setting.width)]


def _performance(setting: Setting) -> Iterator[Block]:
    words = setting.member.performance.strip()
    if words:
        yield setting.heading(*setting.voice.both(N_("My performance")))
        yield solid(lay(Run(words, ITEM), setting.width))
        ask = setting.voice.here.tr("When and where it is, your leader tells you. Pack what you need for it.")
        yield solid(lay(Run(ask, SECOND_TEXT), setting.width))

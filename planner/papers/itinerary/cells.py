"""What stands in the text column of a row: the title with its icon, chips, and the lines below it."""

from __future__ import annotations

from collections.abc import Sequence

from planner.model.attendance import is_invitation
from planner.papers.itinerary import travelling
from planner.papers.itinerary.days import Event, Phase
from planner.papers.itinerary.pieces import NO_BREAK, chip, detail_parts, group_chips, icon, icon_of
from planner.papers.itinerary.wording import Detail, Wording
from planner.papers.kit.boxes import Box, stack
from planner.papers.kit.lines import Part, Run, Style, lay
from planner.papers.kit.styles import ITEM, TEXT


def text_of(event: Event, wording: Wording, width: float, before: str = "") -> Box:
    """Set an event's title and details; `before` are words that begin the first line."""
    journey = event.journey
    details = travelling.details(event, journey, wording, before) if journey else wording.details(event, before)
    return stack([heading(event, wording, width), *lines(details, wording, width)])


def texts_of_ends(event: Event, wording: Wording, width: float) -> tuple[Box, Box]:
    """Set a leg in two pieces, one for each end."""
    journey = event.journey
    assert journey is not None
    leaving = [travelling.leaving(journey, wording), wording.night(event.start), travelling.check_in(journey, wording)]
    landing = travelling.landing_and_duration(event, journey, wording)
    after = [Detail(line) for line in (*landing, wording.night(event.end), travelling.met_by(journey, wording))]
    return (
        stack([heading(event, wording, width), *lines([Detail(line) for line in leaving], wording, width)]),
        stack(lines([*after, *wording.details(event)], wording, width)),
    )


def heading(event: Event, wording: Wording, width: float, style: Style = ITEM) -> Box:
    """Set an event's title: icon, squad letters, words, and a chip if host families are invited."""
    parts: list[Part] = []
    if name := icon_of(event):
        parts += [icon(name, style), Run(NO_BREAK, style)]
    parts += group_chips(event, wording)
    title = travelling.heading(event, wording)
    if event.phase in (Phase.GOES_ON, Phase.ENDS) and event.activity is not None:
        title = wording.speaker.tr("{title} (continued)", title=title)
    parts.append(Run(title, style))
    if event.activity is not None and is_invitation(event.activity):
        parts += [Run("  ", style), chip(_invitation(wording))]
    return lay(parts, width)


def _invitation(wording: Wording) -> str:
    here = wording.speaker
    return here.tr("You are invited") if wording.schedule.home else here.tr("Host families invited")


def lines(details: Sequence[Detail], wording: Wording, width: float, style: Style = TEXT) -> list[Box]:
    """Set the lines of details, one paragraph each."""
    return [lay(detail_parts(detail, wording, style), width) for detail in details if detail.words]

"""Room to write: what one sets out to do, a few lines for each day, and a letter of thanks begun."""

from __future__ import annotations

from planner.language import N_, other_language
from planner.language.dates import day_text
from planner.papers.guestpacket.setting import Setting
from planner.papers.itinerary.days import Day
from planner.papers.kit.boxes import Box, beside, padded, stack
from planner.papers.kit.flow import solid
from planner.papers.kit.lines import Run, lay
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, STRONG
from planner.papers.kit.ticks import write_line
from planner.papers.sections.prose import proses
from planner.papers.wordings import wording

TITLE = N_("Diary and thanks")
NOTES = N_("Notes")
SECTION = "diary"

_LINE = 8.2 * MM
_TITLE_HEIGHT = 18 * MM
_LEFT = 30 * MM
# So close may the lines be for a hand to write between them.
_CLOSEST = 5.8 * MM


def diary(setting: Setting) -> tuple[Body, ...]:
    """Lay lines for an aim and for each day, as far apart as fills the page; then how a letter of thanks is begun."""
    days = [day for day in setting.schedule.days if day.events]
    room = setting.frame.body_height - _TITLE_HEIGHT
    height = max(_CLOSEST, min(room / (2 * (len(days) + 1)), 11 * MM))
    aim = _entry(*setting.voice.both(N_("My aim")), setting, height)
    blocks = [solid(aim), *(solid(_day(day, setting, height)) for day in days)]
    thanks = proses(wording(setting.plan, "thanks", setting.voice.language), setting.width)
    count = int((setting.frame.body_height - thanks.height - 4 * MM) / _LINE)
    # The letter has a page of its own, whatever the days leave of theirs.
    letter = stack([thanks, *(write_line(setting.width, height=_LINE) for _ in range(count))])
    return setting.pages(TITLE, [*blocks, solid(letter)], SECTION)


def _day(day: Day, setting: Setting, height: float) -> Box:
    first, second = setting.voice.language, other_language(setting.voice.language)
    return _entry(day_text(day.on, first, "short"), day_text(day.on, second, "short"), setting, height)


def _entry(first: str, second: str, setting: Setting, height: float) -> Box:
    """Set what is written about, in both languages, and two lines for it."""
    date = stack([lay(Run(first, STRONG), _LEFT), lay(Run(second, SECOND_TEXT), _LEFT)])
    lines = stack([write_line(setting.width - _LEFT, height=height)] * 2)
    return beside([(0.0, padded(date, above=max(height - 5.2 * MM, 0.0))), (_LEFT, lines)], setting.width)


def notes(setting: Setting, number: int) -> Body:
    """Lay a page of lines to write on, to fill a booklet up."""
    count = int((setting.frame.body_height - _TITLE_HEIGHT) / _LINE)
    lines = stack([write_line(setting.width, height=_LINE)] * count)
    (page,) = setting.pages(NOTES, [solid(lines)], f"notes{number}")
    return page

"""The type of the papers: two weights, few sizes, one leading each (points)."""

from __future__ import annotations

from planner.papers.kit.colours import ACCENT, SECOND
from planner.papers.kit.lines import Style

TITLE = Style(27, 32, bold=True)
TITLE_SECOND = Style(13, 18, colour=SECOND)
NUMERAL = Style(38, 38, bold=True)
DATE = Style(27, 32, bold=True)
WEEKDAY = Style(14.5, 19, bold=True)
MONTH = Style(16, 20)
LEAD = Style(13, 18)

TIME = Style(15.5, 18.5, bold=True)
HALF_OF_DAY = Style(11, 14.5)
OTHER_CLOCK = Style(9.5, 13, colour=SECOND)

ITEM = Style(13, 16.5, bold=True)
TEXT = Style(11, 14.5)
STRONG = TEXT.but(bold=True)
SECOND_TEXT = Style(9.5, 13, colour=SECOND)
LABEL = Style(9.5, 13, colour=SECOND)

HEAD = Style(9.5, 13)
RECIPIENT = Style(9.5, 13, bold=True, colour=ACCENT)
FOOT = Style(9, 12.5)
FOOT_STRONG = FOOT.but(bold=True)
PRIVACY = Style(8.5, 12, colour=SECOND)
LEGEND = Style(9.5, 13)

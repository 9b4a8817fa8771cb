"""What the signs of the board of interpreters mean, for each way of looking at it."""

from __future__ import annotations

from planner.language import screen_language, tr, tr_in
from planner.language.dates import days_text
from planner.ui.boards.people.rowheads import NEARLY
from planner.ui.pages.interpreters.outlook import Outlook


def legend_of(outlook: Outlook, face: str, *, proposing: bool) -> list[tuple[str, str]]:
    """Give the names of signs (`boards.people.legend`) with their words; what is not on the board is left out."""
    days = days_text(outlook.days[0], outlook.days[-1], screen_language(), year=False)
    share = round(100 * (1 - NEARLY))
    loads = [
        ("load", tr("hours a day, {days}", days=days)),
        ("nearly", tr("within {percent} % of the daily limit", percent=share)),
        ("over", tr("over it")),
    ]
    lead = ("lead", tr("be there before it begins"))
    closed = ("closed", tr("not available"))
    entries = {"day": [*loads, lead, closed], "visit": [*loads, closed], "person": [lead, closed]}[face]
    return [*entries, ("suggested", tr_in("proposal", "suggested"))] if proposing else entries

"""How far a paper has come, in a few words: saved, sent to the printer, or in somebody's hands, and when."""

from __future__ import annotations

import datetime as dt

from planner.language import tr
from planner.model.kinds import PaperWay
from planner.model.visits import PaperIssue


def here(stored: dt.datetime) -> dt.datetime:
    """Give a moment stored in UTC by this computer's clock: people remember by the clock on their wall."""
    return stored.replace(tzinfo=dt.UTC).astimezone()


def state_words(issue: PaperIssue) -> str:
    """Say the last thing that is known of a paper, such as "printed 12 Jul"."""
    if issue.handed_out_at is not None:
        return tr("handed out {day:day-month}", day=here(issue.handed_out_at).date())
    day = here(issue.issued_at).date()
    if issue.way is PaperWay.PRINTED:
        return tr("printed {day:day-month}", day=day)
    return tr("saved {day:day-month}", day=day)

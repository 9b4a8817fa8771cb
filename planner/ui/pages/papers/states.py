"""How far papers have come, in a few words: saved, printed or in somebody's hands, and when; how many are old."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planner.language import tr, trn
from planner.model.kinds import PaperWay
from planner.model.visits import PaperIssue
from planner.papers.standing.reckoning import Standing
from planner.ui.pages.papers.matrix import Matrix, State


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


def sum_words(matrix: Matrix, standings: Iterable[Standing]) -> str:
    """Say how much is out of date, how many papers nobody has compared yet, and which cannot be printed, in counts."""
    old, comparing = matrix.old, matrix.count(State.COMPARING)
    told = []
    if old:
        papers = trn("{count} paper", "{count} papers", len(old))
        count = sum(len(one.changes.put_in) for one in old)
        told.append(tr("{papers}, {pages}", papers=papers, pages=trn("{count} page", "{count} pages", count)))
    elif not comparing:
        told.append(tr("Nothing is out of date"))
    if comparing:
        told.append(trn("{count} being compared", "{count} being compared", comparing))
    # What is old and cannot be printed would be forgotten, if only what can be printed were counted.
    if count := len(matrix.waiting):
        told.append(trn("{count} has to wait", "{count} have to wait", count))
    if count := sum(not one.is_wanted for one in standings):
        told.append(trn("{count} to be taken back", "{count} to be taken back", count))
    return " · ".join(told)

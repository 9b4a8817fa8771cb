"""Who interprets what: who is bound when, who can take what on, how much is covered, and what is wrong with it.

`roster` lays needs and assignments out in real time; `abilities` says of an interpreter and a need whether it can be;
`cover` how much is covered; `suggesting` what an event would need. Rules, page and optimiser all ask these; the rules
stand in `fitness`, `loads`, `moving`, `coming` and `sending`.
"""

from planner.rules.interpreting.abilities import Points, Verdict, can, candidates, open_needs
from planner.rules.interpreting.availability import begins, event_of, taken_by
from planner.rules.interpreting.cover import covering, part_lacking, uncovered, weight_of
from planner.rules.interpreting.roster import Duty, Roster, Wanted, Would, roster_of
from planner.rules.interpreting.suggesting import Suggested, suggested_for, suggestions

__all__ = [
    "Duty",
    "Points",
    "Roster",
    "Suggested",
    "Verdict",
    "Wanted",
    "Would",
    "begins",
    "can",
    "candidates",
    "covering",
    "event_of",
    "open_needs",
    "part_lacking",
    "roster_of",
    "suggested_for",
    "suggestions",
    "taken_by",
    "uncovered",
    "weight_of",
]

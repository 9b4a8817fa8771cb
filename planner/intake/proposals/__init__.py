"""Sheet and plan → what accepting the import would do; nothing is written here."""

from planner.intake.proposals.changes import (
    Add,
    Edit,
    FieldChange,
    KnownRow,
    NewRow,
    Reference,
    Relink,
    Remove,
    Step,
)
from planner.intake.proposals.proposal import Counts, Proposal, Question, ReviewNote, RowProposal, RowState
from planner.intake.proposals.proposing import propose

__all__ = [
    "Add",
    "Counts",
    "Edit",
    "FieldChange",
    "KnownRow",
    "NewRow",
    "Proposal",
    "Question",
    "Reference",
    "Relink",
    "Remove",
    "ReviewNote",
    "RowProposal",
    "RowState",
    "Step",
    "propose",
]

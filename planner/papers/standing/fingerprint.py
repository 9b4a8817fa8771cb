"""Whether two plans can make different papers at all: a fingerprint of everything that a document could read."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from planner.model import ColumnMapping, PaperIssue, ReviewItem, SheetImport, SourceRow
from planner.model.base import Base, values_of
from planner.model.plan import Plan

_NEVER_ON_PAPER: Final[frozenset[type[Base]]] = frozenset(
    {PaperIssue, SheetImport, SourceRow, ColumnMapping, ReviewItem}
)
"""What the planner keeps for itself: handing a paper out, or reading a form, makes none out of date by itself."""


def fingerprint(plan: Plan) -> str:
    """Give a fingerprint of a plan, whole or redacted: equal as long as nothing in it has changed, in any run."""
    made = hashlib.blake2b(digest_size=16)
    for noun, found in sorted(plan.rows.items(), key=lambda one: one[0].__name__):
        if noun in _NEVER_ON_PAPER or not found:
            continue
        made.update(noun.__name__.encode())
        for row_id in sorted(found):
            made.update(repr(_plain(values_of(found[row_id]))).encode())
    # Of the visits of a file, that one is told.
    made.update(str(plan.visit.id).encode())
    return made.hexdigest()


def _plain(values: tuple[Any, ...]) -> tuple[Any, ...]:
    # The order in a set is another in each run of the program.
    return tuple(sorted(value) if isinstance(value, frozenset) else value for value in values)

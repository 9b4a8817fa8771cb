"""What the plan looked like when a proposal was made, as far as it matters whether a row is new."""

from __future__ import annotations

from collections.abc import Iterable

from planner.model.base import Base
from planner.model.plan import Plan


def basis_of(plan: Plan) -> dict[str, tuple[int, ...]]:
    """The ids of the records that rows may turn out to be; if others have come since, the proposal is out of date."""
    return {
        "Member": _ids(plan.members),
        "HostOffer": _ids(plan.offers),
        "Interpreter": _ids(plan.interpreters),
        "Activity": _ids(plan.activities),
        "Journey": _ids(plan.journeys),
        "Group": _ids(plan.groups),
        "SheetImport": _ids(plan.sheet_imports),
    }


def _ids(rows: Iterable[Base]) -> tuple[int, ...]:
    return tuple(sorted(row.id for row in rows))

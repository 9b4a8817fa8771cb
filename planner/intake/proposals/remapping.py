"""A column that means something else now: what it said before leaves the field where it lay.

A sheet without a column says nothing about it, and takes nothing away. But where the column is still there and only
taken for something else, its value belongs in one field, not in two: so the draft is completed with what is to be
empty, and is then settled against the plan like any other change (an edit by hand since then still wins).
"""

from __future__ import annotations

from typing import Any

from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.settling import OWN, class_of, draft_key, numbered


def let_go(draft: Draft, before: Draft, kept: Draft) -> None:
    """Complete a draft with the fields, links and parts that only columns of another meaning now had filled.

    `before` is the record as the sheet described it last time; `kept` the same cells as the columns are taken now.
    """
    for name in before.fields:
        if name not in draft.fields and name not in kept.fields:
            draft.fields[name] = _emptied(draft, name)
    for name, was in before.links.items():
        now, still = draft.links.get(name), kept.links.get(name)
        if was is not None and now is None and still is None:
            draft.unlinked.add(name)
        elif was is not None and now is not None and still is not None and now.noun in OWN:
            let_go(now, was, still)
    for name, earlier in before.parts.items():
        if name not in draft.parts and name not in kept.parts:
            draft.parts[name] = []
            continue
        came = dict(numbered(earlier, draft_key))
        stayed = dict(numbered(kept.parts.get(name, ()), draft_key))
        for key, part in numbered(draft.parts.get(name, ()), draft_key):
            if key in came and key in stayed:
                let_go(part, came[key], stayed[key])


def _emptied(draft: Draft, name: str) -> Any:
    """What a field holds when nobody says anything: as in a new record."""
    if name in draft.at_first:
        return draft.at_first[name]
    column = class_of(draft.noun).__table__.c[name]
    default = column.default.arg if column.default is not None else None
    return default({}) if callable(default) else default

"""What a visit decides about its rules: their levels and figures, and findings accepted with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands.records import find
from planner.model import Acceptance, RuleSetting
from planner.model.done import Done
from planner.model.message import Message, PlannerError
from planner.model.ruling import Strictness


def accept(session: Session, visit_id: int, rule: str, found: str, reason: str, who: str) -> Done:
    """Accept a finding, known by its `print`, with the reason; accepting it again replaces the reason.

    A hard rule is overridden by a person who stands for it (domain.md §3.2). Raises `PlannerError` ``reason-missing``
    or ``acceptance-name-missing``.
    """
    if not reason.strip():
        raise PlannerError("reason-missing")
    if not who.strip():
        raise PlannerError("acceptance-name-missing")
    known = session.scalars(
        select(Acceptance).where(Acceptance.visit_id == visit_id, Acceptance.found == found)
    ).first()
    acceptance = known or Acceptance(visit_id=visit_id, rule=rule, found=found)
    acceptance.reason, acceptance.who = reason.strip(), who
    acceptance.accepted_at = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    session.add(acceptance)
    session.flush()
    return Done(Message.of("change-accept", reason=acceptance.reason), result=acceptance.id)


def take_back_acceptance(session: Session, acceptance_id: int) -> Done:
    """Let an accepted finding count again."""
    session.delete(find(session, Acceptance, acceptance_id))
    return Done(Message.of("change-accept-no-more"))


def set_rule(
    session: Session, visit_id: int, rule: str, strictness: Strictness, figures: Mapping[str, float]
) -> Done:
    """Take a rule otherwise than the visit's preset does: its level, and the figures that differ.

    With the preset's own level and no figure of its own, nothing is kept: the rule follows the preset again. Changes of
    one rule in a row become one step. Raises `PlannerError` ``number-below-zero``.
    """
    if any(value < 0 for value in figures.values()):
        raise PlannerError("number-below-zero", field=Message.of("RuleSetting.figures"))
    known = session.scalars(
        select(RuleSetting).where(RuleSetting.visit_id == visit_id, RuleSetting.rule == rule)
    ).first()
    label = Message.of("change-rule", name=Message.of(f"{rule}.name"))
    key = f"rule/{visit_id}/{rule}"
    if strictness is Strictness.PRESET and not figures:
        if known is not None:
            session.delete(known)
        return Done(label, merge_key=key)
    setting = known or RuleSetting(visit_id=visit_id, rule=rule)
    setting.strictness, setting.figures = strictness, dict(figures)
    session.add(setting)
    session.flush()
    return Done(label, merge_key=key)

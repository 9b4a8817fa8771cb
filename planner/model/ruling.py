"""What a visit decides about the rules: how strictly each is taken, its figures, and what was accepted with a reason.

The rules themselves, and what each preset says of them, stand in `planner.rules`; here is only what the coordinator
changed. Programmes disagree with each other, so rules are data, never code (domain.md §3.1).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.model.fields import ORDINARY, PERSONAL, Base, Facts, choice, data, long_text, reference, text
from planner.model.visits import Visit


class Strictness(StrEnum):
    """How strictly a visit takes a rule; ``preset`` as the visit's preset has it."""

    PRESET = "preset"
    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"
    OFF = "off"


class RuleSetting(Base):
    """That a visit takes one rule otherwise than its preset: stricter, looser, off, or with other figures."""

    __tablename__ = "rule_setting"
    __table_args__ = (UniqueConstraint("visit_id", "rule"),)

    visit_id: Mapped[int] = reference("visit.id")
    rule: Mapped[str] = text("Rule", ORDINARY)
    strictness: Mapped[Strictness] = choice("Level", ORDINARY, Strictness.PRESET)
    #: By the name of each figure of the rule that differs from the preset: minutes, hours, degrees.
    figures: Mapped[Any] = data("Figures", ORDINARY)

    visit: Mapped[Visit] = relationship()


class Acceptance(Base):
    """That somebody looked at a finding and accepted it, with the reason; it holds as long as the same is found."""

    __tablename__ = "acceptance"

    visit_id: Mapped[int] = reference("visit.id")
    rule: Mapped[str] = text("Rule", ORDINARY)
    #: What the finding is known by (`planner.rules.finding.Finding.key`), as text.
    found: Mapped[str] = text("Finding", ORDINARY)
    reason: Mapped[str] = long_text("Reason", PERSONAL)
    who: Mapped[str] = text("Accepted by", ORDINARY)
    accepted_at: Mapped[dt.datetime] = mapped_column(
        DateTime, nullable=False, info={"facts": Facts("Accepted at (UTC)", ORDINARY)}
    )

    visit: Mapped[Visit] = relationship()


__all__ = ["Acceptance", "RuleSetting", "Strictness"]

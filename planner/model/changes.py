"""The recorded history of a planner file: every change with its label, time, and each row before and after."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.model.fields import ORDINARY, SPECIAL, Base, Facts, choice, data, reference, text
from planner.model.kinds import ChangeState


class Change(Base):
    """One step a user took; undo takes it back whole. Its label is a code with figures, said in any language."""

    __tablename__ = "change"
    # A step's number never comes back, also not after it was forgotten: a list on the screen may still name it.
    __table_args__ = ({"sqlite_autoincrement": True},)

    at: Mapped[dt.datetime] = mapped_column(
        DateTime, nullable=False, info={"facts": Facts("Changed at (UTC)", ORDINARY)}
    )
    who: Mapped[str] = text("Changed by", ORDINARY)
    code: Mapped[str] = text("Step", ORDINARY)
    figures: Mapped[Any] = data("Figures", SPECIAL)
    merge_key: Mapped[str] = text("Typing that belongs together", ORDINARY)
    state: Mapped[ChangeState] = choice("State", ORDINARY, ChangeState.DONE)

    rows: Mapped[list[ChangedRow]] = relationship(
        back_populates="change", cascade="all, delete-orphan", order_by="ChangedRow.id"
    )


class ChangedRow(Base):
    """One row of the file before and after a change; before is empty for a new row, after for a removed one."""

    __tablename__ = "changed_row"
    __table_args__ = (Index("ix_changed_row_record", "table", "row_id"),)

    change_id: Mapped[int] = reference("change.id")
    table: Mapped[str] = text("Table", ORDINARY)
    row_id: Mapped[int] = mapped_column(nullable=False)
    before: Mapped[Any] = mapped_column(
        JSON(none_as_null=True), nullable=True, info={"facts": Facts("Before", SPECIAL)}
    )
    after: Mapped[Any] = mapped_column(
        JSON(none_as_null=True), nullable=True, info={"facts": Facts("After", SPECIAL)}
    )

    change: Mapped[Change] = relationship(back_populates="rows")

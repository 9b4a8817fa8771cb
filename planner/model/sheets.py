"""What is remembered of forms and spreadsheets: so that nothing is lost, and a sheet can come again."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import DateTime
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.model.fields import (
    ORDINARY,
    SPECIAL,
    Base,
    Facts,
    choice,
    data,
    number,
    reference,
    text,
)
from planner.model.kinds import ReviewState, SheetKind
from planner.model.visits import Visit


class SheetImport(Base):
    """One reading of one sheet into a visit."""

    __tablename__ = "sheet_import"

    visit_id: Mapped[int] = reference("visit.id")
    file_name: Mapped[str] = text("File", ORDINARY)
    sheet_name: Mapped[str] = text("Sheet", ORDINARY)
    kind: Mapped[SheetKind] = choice("Kind of sheet", ORDINARY, SheetKind.GUESTS)
    imported_at: Mapped[dt.datetime] = mapped_column(
        DateTime, nullable=False, info={"facts": Facts("Read at (UTC)", ORDINARY)}
    )
    shape: Mapped[str] = text("Shape of the headings", ORDINARY)
    headings: Mapped[Any] = data("Headings", ORDINARY)
    report: Mapped[Any] = data("Report", SPECIAL)

    visit: Mapped[Visit] = relationship()
    rows: Mapped[list[SourceRow]] = relationship(
        back_populates="sheet_import", cascade="all, delete-orphan", order_by="SourceRow.id"
    )


class SourceRow(Base):
    """A row of a sheet word for word, and which record it became.

    Kept so that a corrected sheet changes only what was corrected there, never what was since edited by hand.
    `record` and `record_uid` name the noun and its uid (``Member``, ``Household``, ``Interpreter``, ``Activity``,
    ``Journey``); `cells` maps the heading to the text as it stood in the sheet.
    """

    __tablename__ = "source_row"

    sheet_import_id: Mapped[int] = reference("sheet_import.id")
    row_number: Mapped[int | None] = number("Row", ORDINARY)
    record: Mapped[str] = text("Became a", ORDINARY)
    record_uid: Mapped[str] = text("Record", ORDINARY)
    cells: Mapped[Any] = data("Cells", SPECIAL)

    sheet_import: Mapped[SheetImport] = relationship(back_populates="rows")


class ReviewItem(Base):
    """Words of a form that could not be understood, kept word for word with the record until somebody looks."""

    __tablename__ = "review_item"

    visit_id: Mapped[int] = reference("visit.id")
    record: Mapped[str] = text("Belongs to a", ORDINARY)
    record_uid: Mapped[str] = text("Record", ORDINARY)
    target: Mapped[str] = text("Field", ORDINARY)
    words: Mapped[str] = text("Words", SPECIAL)
    reason: Mapped[str] = text("Why", ORDINARY)
    figures: Mapped[Any] = data("Figures", SPECIAL)
    file_name: Mapped[str] = text("File", ORDINARY)
    row_number: Mapped[int | None] = number("Row", ORDINARY)
    column: Mapped[str] = text("Column", ORDINARY)
    state: Mapped[ReviewState] = choice("State", ORDINARY, ReviewState.OPEN)
    settled_note: Mapped[str] = text("Settled how", SPECIAL)

    visit: Mapped[Visit] = relationship()


class ColumnMapping(Base):
    """Which column of a sheet of this shape means what, as last confirmed, for the next sheet of the same shape."""

    __tablename__ = "column_mapping"

    shape: Mapped[str] = mapped_column(
        unique=True, nullable=False, info={"facts": Facts("Shape of the headings", ORDINARY)}
    )
    kind: Mapped[SheetKind] = choice("Kind of sheet", ORDINARY, SheetKind.GUESTS)
    columns: Mapped[Any] = data("Columns", ORDINARY)
    answers: Mapped[Any] = data("Answers", ORDINARY)

"""A visit: one delegation-sized stretch of days in a host city (domain.md §2.2), and the papers issued for it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from sqlalchemy import DateTime
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.model.cities import City, Partnership
from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    PUBLIC,
    SPECIAL,
    Base,
    Facts,
    Named,
    choice,
    data,
    long_text,
    number,
    optional_reference,
    reference,
    set_day,
    text,
)
from planner.model.kinds import Direction, PaperSize, PaperWay, PhoneKind, Preset, VisitKind, VisitStatus


class Visit(Named, Base):
    """One visit between two sister cities; its days are local to the host city."""

    __tablename__ = "visit"

    partnership_id: Mapped[int] = reference("partnership.id")
    host_city_id: Mapped[int] = reference("city.id")
    home_city_id: Mapped[int] = reference("city.id")
    reciprocal_id: Mapped[int | None] = optional_reference("visit.id")
    title_en: Mapped[str] = text("Title", PUBLIC)
    title_ja: Mapped[str] = text("Title (Japanese)", PUBLIC)
    kind: Mapped[VisitKind] = choice("Kind", PUBLIC, VisitKind.YOUTH)
    direction: Mapped[Direction] = choice("Direction", PUBLIC, Direction.INBOUND)
    first_day: Mapped[dt.date] = set_day("First day", PUBLIC)
    last_day: Mapped[dt.date] = set_day("Last day", PUBLIC)
    status: Mapped[VisitStatus] = choice("Status", ORDINARY, VisitStatus.OPEN)
    preset: Mapped[Preset] = choice("Rules", ORDINARY, Preset.VOLUNTEER)
    paper: Mapped[PaperSize] = choice("Paper", ORDINARY, PaperSize.LETTER)
    theme_en: Mapped[str] = long_text("Theme and goals", PUBLIC)
    theme_ja: Mapped[str] = long_text("Theme and goals (Japanese)", PUBLIC)
    headcount: Mapped[int | None] = number("Planned number of guests", ORDINARY)
    headcount_least: Mapped[int | None] = number("At least", ORDINARY)
    headcount_most: Mapped[int | None] = number("At most", ORDINARY)
    age_from: Mapped[int | None] = number("Ages from", ORDINARY)
    age_to: Mapped[int | None] = number("Ages to", ORDINARY)
    arrival_gateway: Mapped[str] = text("Arrives at", PUBLIC)
    departure_gateway: Mapped[str] = text("Leaves from", PUBLIC)
    insurance: Mapped[str] = text("Insurance", PERSONAL)
    notes: Mapped[str] = long_text("Notes", ORDINARY)
    lessons: Mapped[str] = long_text("Lessons learned", ORDINARY)

    partnership: Mapped[Partnership] = relationship()
    host_city: Mapped[City] = relationship(foreign_keys="Visit.host_city_id")
    home_city: Mapped[City] = relationship(foreign_keys="Visit.home_city_id")
    phones: Mapped[list[VisitPhone]] = relationship(
        back_populates="visit", cascade="all, delete-orphan", order_by="VisitPhone.id"
    )
    papers: Mapped[list[PaperIssue]] = relationship(
        back_populates="visit", cascade="all, delete-orphan", order_by="PaperIssue.id"
    )


class VisitPhone(Base):
    """A number that everybody of the visit may need: duty phone, city hall, hospital, 119 (domain.md §2.10)."""

    __tablename__ = "visit_phone"

    visit_id: Mapped[int] = reference("visit.id")
    kind: Mapped[PhoneKind] = choice("Whom it reaches", PUBLIC, PhoneKind.DUTY)
    name_en: Mapped[str] = text("Name", PUBLIC)
    name_ja: Mapped[str] = text("Name (Japanese)", PUBLIC)
    phone: Mapped[str] = text("Telephone", PUBLIC)
    country: Mapped[str] = text("Country", PUBLIC)
    hours: Mapped[str] = text("Hours", PUBLIC)
    policy: Mapped[str] = text("Policy number", PERSONAL)

    visit: Mapped[Visit] = relationship(back_populates="phones")


CALENDAR: Final = "calendar"
"""The `PaperIssue.document` of calendar files that were sent: they are remembered among the papers."""


class PaperIssue(Named, Base):
    """A paper that was made for somebody: which document, for whom, when, how, and what each page showed."""

    __tablename__ = "paper_issue"

    visit_id: Mapped[int] = reference("visit.id")
    document: Mapped[str] = text("Document", ORDINARY)
    recipient: Mapped[str] = text("For whom", ORDINARY)
    language: Mapped[str] = text("Language", ORDINARY)
    paper: Mapped[PaperSize] = choice("Paper", ORDINARY, PaperSize.LETTER)
    version: Mapped[int | None] = number("Version", ORDINARY)
    issued_at: Mapped[dt.datetime] = mapped_column(
        DateTime, nullable=False, info={"facts": Facts("Printed at (UTC)", ORDINARY)}
    )
    #: ``pages`` (number, version, section, digest of each), what they ``told``, packed, from which ``plan`` and how
    #: much of it was ``seen``, the ``way`` it left, and when it was noted as ``handed_out`` (UTC); see
    #: `planner.papers.standing.held`.
    shown: Mapped[Any] = data("What each page showed", SPECIAL)

    visit: Mapped[Visit] = relationship(back_populates="papers")

    @property
    def pages(self) -> list[Any]:
        """What each page showed."""
        return list(self._kept.get("pages", ()))

    @property
    def way(self) -> PaperWay | None:
        """How it left the program; None if that was not kept."""
        kept = self._kept.get("way")
        return PaperWay(kept) if kept in list(PaperWay) else None

    @property
    def handed_out_at(self) -> dt.datetime | None:
        """When it was noted that somebody holds it (UTC); None if nobody has."""
        kept = self._kept.get("handed_out")
        return dt.datetime.fromisoformat(kept) if kept else None

    @property
    def _kept(self) -> dict[str, Any]:
        # The first files kept the pages alone.
        return self.shown if isinstance(self.shown, dict) else {"pages": self.shown}

"""Calls between the two cities: when, who on each side, and whether they come again (domain.md §7.4)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, relationship

from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    Base,
    Named,
    day,
    long_text,
    number,
    reference,
    set_day,
    text,
    time_of_day,
)
from planner.model.visits import Visit


class Call(Named, Base):
    """One call, or one that comes again every so many weeks at the same time of the clock in `zone`.

    The zone says for which side the time stays as it is; for the other it moves when either side changes its clocks.
    """

    __tablename__ = "call"

    visit_id: Mapped[int] = reference("visit.id")
    title_en: Mapped[str] = text("Title", ORDINARY)
    title_ja: Mapped[str] = text("Title (Japanese)", ORDINARY)
    starts_on: Mapped[dt.date] = set_day("Day", ORDINARY)
    starts_at: Mapped[dt.time | None] = time_of_day("Starts", ORDINARY)
    starts_fold: Mapped[int | None] = number("Start, which of the two", ORDINARY)
    zone: Mapped[str] = text("Time zone", ORDINARY)
    minutes: Mapped[int | None] = number("For how long", ORDINARY, "min")
    every_weeks: Mapped[int | None] = number("Again every", ORDINARY, "weeks")
    until: Mapped[dt.date | None] = day("Until", ORDINARY)
    who_host: Mapped[str] = text("Who, host city", PERSONAL)
    who_home: Mapped[str] = text("Who, home city", PERSONAL)
    link: Mapped[str] = text("Link or number", PERSONAL)
    notes: Mapped[str] = long_text("Notes", PERSONAL)

    visit: Mapped[Visit] = relationship()

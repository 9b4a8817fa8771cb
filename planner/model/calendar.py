"""Days that differ from others: holidays, de-facto closures and a city's own days, as far as the file amends them.

What the law says of public holidays is computed (`planner.clock.holidays`); a row here adds a day to it, or takes one
away that is not kept. Laws change, and the equinox days are official only in the February before (domain.md §5.4).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy.orm import Mapped, relationship

from planner.model.cities import City
from planner.model.fields import PUBLIC, Base, Named, choice, optional_reference, set_day, text, yes_no
from planner.model.kinds import Side


class DayKind(StrEnum):
    """Why a day differs: by law, because offices and shops close all the same, or by a city's own custom."""

    HOLIDAY = "holiday"
    CLOSURE = "closure"
    OWN = "own"


class CalendarDay(Named, Base):
    """A day, or days in a row, that the file adds to a country's calendar or takes away; without a city, everywhere."""

    __tablename__ = "calendar_day"

    city_id: Mapped[int | None] = optional_reference("city.id")
    side: Mapped[Side] = choice("Country", PUBLIC, Side.JAPAN)
    kind: Mapped[DayKind] = choice("Kind", PUBLIC, DayKind.OWN)
    first_day: Mapped[dt.date] = set_day("First day", PUBLIC)
    last_day: Mapped[dt.date] = set_day("Last day", PUBLIC)
    name_en: Mapped[str] = text("Day", PUBLIC)
    name_ja: Mapped[str] = text("Day (Japanese)", PUBLIC)
    #: Whether days of this kind are ordinary ones here; of the city's own, whatever the law or custom says.
    taken_away: Mapped[bool] = yes_no("Not kept", PUBLIC)

    city: Mapped[City | None] = relationship()


__all__ = ["CalendarDay", "DayKind"]

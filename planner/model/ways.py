"""How long it takes from one place to another, as the coordinator knows it (domain.md §5.2)."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, relationship

from planner.model.fields import ORDINARY, Base, choice, number, reference, text
from planner.model.kinds import TravelMode
from planner.model.programme import Place


class Way(Base):
    """How many minutes a group needs from one place to another, either way, door to door but without boarding."""

    __tablename__ = "way"

    from_place_id: Mapped[int] = reference("place.id")
    to_place_id: Mapped[int] = reference("place.id")
    mode: Mapped[TravelMode] = choice("By", ORDINARY, TravelMode.COACH)
    minutes: Mapped[int | None] = number("Takes", ORDINARY, "min")
    notes: Mapped[str] = text("Notes", ORDINARY)

    from_place: Mapped[Place] = relationship(foreign_keys="Way.from_place_id")
    to_place: Mapped[Place] = relationship(foreign_keys="Way.to_place_id")

"""Interpreters, when they can come, what activities need, and who does it (domain.md §2.6, §4)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, relationship

from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    SPECIAL,
    Base,
    Named,
    choice,
    choices,
    decimal,
    long_text,
    number,
    optional_reference,
    reference,
    set_day,
    text,
    time_of_day,
    yes_no,
)
from planner.model.kinds import Answer, InterpreterLevel, InterpretingMode, LanguagePair
from planner.model.people import Person
from planner.model.programme import Activity, Journey
from planner.model.visits import Visit


class Interpreter(Named, Base):
    """A person who interprets in one visit, with what they can do and how long."""

    __tablename__ = "interpreter"

    visit_id: Mapped[int] = reference("visit.id")
    person_id: Mapped[int] = reference("person.id")
    pairs: Mapped[frozenset[LanguagePair]] = choices("Directions", ORDINARY, LanguagePair)
    modes: Mapped[frozenset[InterpretingMode]] = choices("Modes", ORDINARY, InterpretingMode)
    level: Mapped[InterpreterLevel] = choice("Level", ORDINARY, InterpreterLevel.UNKNOWN)
    specialities: Mapped[str] = text("Specialities", ORDINARY)
    hours_per_day: Mapped[float | None] = decimal("Hours a day at most", ORDINARY)
    minutes_at_a_stretch: Mapped[int | None] = number("At a stretch", ORDINARY, "min")
    never_alone: Mapped[bool] = yes_no("Works beside somebody", ORDINARY)
    conflicts: Mapped[str] = text("Conflicts of interest", PERSONAL)
    availability_words: Mapped[str] = text("When, in their own words", ORDINARY)
    alone_with_minors: Mapped[Answer] = choice("Cleared to be alone with minors", SPECIAL, Answer.UNKNOWN)
    transport: Mapped[str] = text("Comes by", PERSONAL)
    equipment: Mapped[str] = text("Equipment", ORDINARY)
    dress: Mapped[str] = text("Dress", ORDINARY)
    meal_needs: Mapped[str] = text("Meals", PERSONAL)
    glossary_links: Mapped[str] = text("Glossaries", ORDINARY)
    materials_sent: Mapped[str] = long_text("Materials sent", ORDINARY)
    feedback: Mapped[str] = long_text("Feedback", PERSONAL)
    notes: Mapped[str] = long_text("Notes", PERSONAL)

    visit: Mapped[Visit] = relationship()
    person: Mapped[Person] = relationship()
    availability: Mapped[list[Availability]] = relationship(
        back_populates="interpreter", cascade="all, delete-orphan", order_by="Availability.id"
    )
    assignments: Mapped[list[Assignment]] = relationship(
        back_populates="interpreter", cascade="all, delete-orphan", order_by="Assignment.id"
    )


class Availability(Base):
    """A stretch of one local day in which an interpreter can come; without times, the whole day."""

    __tablename__ = "availability"

    interpreter_id: Mapped[int] = reference("interpreter.id")
    available_on: Mapped[dt.date] = set_day("Day", ORDINARY)
    available_from: Mapped[dt.time | None] = time_of_day("From", ORDINARY)
    available_until: Mapped[dt.time | None] = time_of_day("Until", ORDINARY)

    interpreter: Mapped[Interpreter] = relationship(back_populates="availability")


class Need(Base):
    """What interpreting an activity or a leg needs: directions, mode, how many."""

    __tablename__ = "need"

    activity_id: Mapped[int | None] = optional_reference("activity.id")
    journey_id: Mapped[int | None] = optional_reference("journey.id")
    pairs: Mapped[frozenset[LanguagePair]] = choices("Directions", ORDINARY, LanguagePair)
    mode: Mapped[InterpretingMode] = choice("Mode", ORDINARY, InterpretingMode.CONSECUTIVE)
    how_many: Mapped[int | None] = number("How many", ORDINARY)
    minutes: Mapped[int | None] = number("For how long", ORDINARY, "min")
    speciality: Mapped[str] = text("Speciality", ORDINARY)
    words: Mapped[str] = text("In their own words", ORDINARY)

    activity: Mapped[Activity | None] = relationship()
    journey: Mapped[Journey | None] = relationship()
    assignments: Mapped[list[Assignment]] = relationship(
        back_populates="need", cascade="all, delete-orphan", order_by="Assignment.id"
    )


class Assignment(Base):
    """That an interpreter covers a need."""

    __tablename__ = "assignment"

    need_id: Mapped[int] = reference("need.id")
    interpreter_id: Mapped[int] = reference("interpreter.id")
    locked: Mapped[bool] = yes_no("Locked", ORDINARY)
    reason: Mapped[str] = text("Reason", ORDINARY)

    need: Mapped[Need] = relationship(back_populates="assignments")
    interpreter: Mapped[Interpreter] = relationship(back_populates="assignments")

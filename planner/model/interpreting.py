"""Interpreters, when they can come, what activities need, and who does it (domain.md §2.6, §4)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, relationship

from planner.model.delegations import Group
from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    SPECIAL,
    Base,
    Named,
    choice,
    choices,
    day,
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
from planner.model.kinds import (
    Answer,
    Importance,
    InterpreterLevel,
    InterpretingMode,
    LanguagePair,
    SpeechLanguage,
    TeamRole,
)
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
    """What interpreting an activity or a leg needs: directions, mode, how many, when within it, and for whom.

    Without `needed_from` it is needed from the start, without `needed_until` to the end; both are on the event's own
    clock. Without a group it is for everybody who is there. The other half is what its interpreters are told before
    (domain.md §6.3).
    """

    __tablename__ = "need"

    activity_id: Mapped[int | None] = optional_reference("activity.id")
    journey_id: Mapped[int | None] = optional_reference("journey.id")
    group_id: Mapped[int | None] = optional_reference("member_group.id")
    fallback_id: Mapped[int | None] = optional_reference("interpreter.id")
    pairs: Mapped[frozenset[LanguagePair]] = choices("Directions", ORDINARY, LanguagePair)
    mode: Mapped[InterpretingMode] = choice("Mode", ORDINARY, InterpretingMode.CONSECUTIVE)
    how_many: Mapped[int | None] = number("How many", ORDINARY)
    minutes: Mapped[int | None] = number("For how long", ORDINARY, "min")
    speciality: Mapped[str] = text("Speciality", ORDINARY)
    words: Mapped[str] = text("In their own words", ORDINARY)
    needed_from: Mapped[dt.time | None] = time_of_day("Needed from", ORDINARY)
    needed_until: Mapped[dt.time | None] = time_of_day("Needed until", ORDINARY)
    importance: Mapped[Importance] = choice("Importance", ORDINARY, Importance.BY_EVENT)
    on_stage: Mapped[bool] = yes_no("On stage", ORDINARY)
    listeners: Mapped[int | None] = number("Listeners", ORDINARY)
    liaison: Mapped[str] = text("Whom to turn to on the spot", PERSONAL)
    position: Mapped[str] = text("Where the interpreter stands", ORDINARY)
    equipment: Mapped[str] = text("Equipment", ORDINARY)
    dress: Mapped[str] = text("Dress", ORDINARY)
    audience: Mapped[str] = text("Audience", ORDINARY)
    materials: Mapped[str] = long_text("Materials to send", ORDINARY)
    sensitive: Mapped[str] = long_text("Sensitive topics", ORDINARY)

    activity: Mapped[Activity | None] = relationship()
    journey: Mapped[Journey | None] = relationship()
    group: Mapped[Group | None] = relationship()
    fallback: Mapped[Interpreter | None] = relationship()
    assignments: Mapped[list[Assignment]] = relationship(
        back_populates="need", cascade="all, delete-orphan", order_by="Assignment.id"
    )


class Assignment(Base):
    """That an interpreter covers a need, or from `covers_from` until `covers_until` a part of it."""

    __tablename__ = "assignment"

    need_id: Mapped[int] = reference("need.id")
    interpreter_id: Mapped[int] = reference("interpreter.id")
    locked: Mapped[bool] = yes_no("Locked", ORDINARY)
    reason: Mapped[str] = text("Reason", ORDINARY)
    role: Mapped[TeamRole] = choice("Role in the team", ORDINARY, TeamRole.TAKES_TURNS)
    covers_from: Mapped[dt.time | None] = time_of_day("Covers from", ORDINARY)
    covers_until: Mapped[dt.time | None] = time_of_day("Covers until", ORDINARY)
    materials_sent_on: Mapped[dt.date | None] = day("Materials sent on", ORDINARY)

    need: Mapped[Need] = relationship(back_populates="assignments")
    interpreter: Mapped[Interpreter] = relationship(back_populates="assignments")


class Speech(Base):
    """One item of a ceremony: who speaks in which language and how long, or what happens without words.

    `minutes` are those of the speaker alone; what interpreting adds is reckoned (`planner.agenda.ceremony`). `place`
    is its place in the order. The item with the lowest `cut_rank` is the first to be left out when it gets late;
    without one it stays.
    """

    __tablename__ = "speech"

    activity_id: Mapped[int] = reference("activity.id")
    person_id: Mapped[int | None] = optional_reference("person.id")
    interpreter_id: Mapped[int | None] = optional_reference("interpreter.id")
    place: Mapped[int | None] = number("Place in the order", ORDINARY)
    title_en: Mapped[str] = text("Item", ORDINARY)
    title_ja: Mapped[str] = text("Item (Japanese)", ORDINARY)
    speaker_en: Mapped[str] = text("Speaker", PERSONAL)
    speaker_ja: Mapped[str] = text("Speaker (Japanese)", PERSONAL)
    speaker_kana: Mapped[str] = text("Speaker (kana)", PERSONAL)
    post_en: Mapped[str] = text("Post", ORDINARY)
    post_ja: Mapped[str] = text("Post (Japanese)", ORDINARY)
    language: Mapped[SpeechLanguage] = choice("Language", ORDINARY, SpeechLanguage.JAPANESE)
    mode: Mapped[InterpretingMode] = choice("Mode", ORDINARY, InterpretingMode.CONSECUTIVE)
    minutes: Mapped[int | None] = number("Minutes", ORDINARY, "min")
    text_received_on: Mapped[dt.date | None] = day("Text received on", ORDINARY)
    cut_rank: Mapped[int | None] = number("Cut first, in this order", ORDINARY)
    notes: Mapped[str] = long_text("Notes", PERSONAL)

    activity: Mapped[Activity] = relationship(back_populates="speeches")
    person: Mapped[Person | None] = relationship()
    interpreter: Mapped[Interpreter | None] = relationship()

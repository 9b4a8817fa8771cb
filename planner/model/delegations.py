"""Who travels: delegations, their members with a role, groups, and wishes for each other (domain.md §2.3–2.4)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from planner.model.cities import City
from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    PUBLIC,
    SPECIAL,
    Base,
    Named,
    choice,
    day,
    long_text,
    number,
    optional_reference,
    reference,
    text,
    yes_no,
)
from planner.model.kinds import Answer, PhotoConsent, RelationKind, Role, WishKind
from planner.model.people import Person
from planner.model.visits import Visit

if TYPE_CHECKING:
    from planner.model.homestays import Stay


class Delegation(Named, Base):
    """The people of one city who travel together in a visit."""

    __tablename__ = "delegation"

    visit_id: Mapped[int] = reference("visit.id")
    city_id: Mapped[int | None] = optional_reference("city.id")
    name_en: Mapped[str] = text("Delegation", PUBLIC)
    name_ja: Mapped[str] = text("Delegation (Japanese)", PUBLIC)
    organisation_en: Mapped[str] = text("Organisation", PUBLIC)
    organisation_ja: Mapped[str] = text("Organisation (Japanese)", PUBLIC)

    visit: Mapped[Visit] = relationship()
    city: Mapped[City | None] = relationship()
    members: Mapped[list[Member]] = relationship(
        back_populates="delegation", cascade="all, delete-orphan", order_by="Member.id"
    )


class Member(Named, Base):
    """A person in a delegation: the role, and what is true for this visit only."""

    __tablename__ = "member"

    delegation_id: Mapped[int] = reference("delegation.id")
    person_id: Mapped[int] = reference("person.id")
    responsible_id: Mapped[int | None] = optional_reference("member.id")
    role: Mapped[Role] = choice("Role", ORDINARY, Role.STUDENT)
    role_words: Mapped[str] = text("Role in their own words", ORDINARY)
    position: Mapped[str] = text("Position", ORDINARY)
    shirt_number: Mapped[str] = text("Number", ORDINARY)
    joins_on: Mapped[dt.date | None] = day("Joins late, on", ORDINARY)
    leaves_on: Mapped[dt.date | None] = day("Leaves early, on", ORDINARY)
    duty_phone: Mapped[str] = text("Telephone during the visit", PERSONAL)
    height_cm: Mapped[int | None] = number("Height", PERSONAL, "cm")
    weight_kg: Mapped[int | None] = number("Weight", PERSONAL, "kg")
    shirt_size: Mapped[str] = text("Shirt size", ORDINARY)
    performance: Mapped[str] = text("Performs", ORDINARY)
    swims: Mapped[Answer] = choice("Swims", PERSONAL, Answer.UNKNOWN)
    motion_sick: Mapped[Answer] = choice("Gets car-sick", SPECIAL, Answer.UNKNOWN)
    drives: Mapped[Answer] = choice("May drive", PERSONAL, Answer.UNKNOWN)
    medic_skill: Mapped[str] = text("First-aid training", ORDINARY)

    smokers_ok: Mapped[Answer] = choice("A home with smokers is fine", PERSONAL, Answer.UNKNOWN)
    pets_ok: Mapped[Answer] = choice("Pets are fine", PERSONAL, Answer.UNKNOWN)
    small_children_ok: Mapped[Answer] = choice("Small children are fine", PERSONAL, Answer.UNKNOWN)
    wants_same_age: Mapped[Answer] = choice("Would like a child of the same age", PERSONAL, Answer.UNKNOWN)
    wants_alone: Mapped[Answer] = choice("Would rather be the only guest", PERSONAL, Answer.UNKNOWN)
    stairs_ok: Mapped[Answer] = choice("Stairs are fine", PERSONAL, Answer.UNKNOWN)
    involvement: Mapped[int | None] = number("Joins in family life, 1 to 10", PERSONAL)
    host_message_en: Mapped[str] = long_text("Message to the host family", PERSONAL)
    host_message_ja: Mapped[str] = long_text("Message to the host family (Japanese)", PERSONAL)

    photo_consent: Mapped[PhotoConsent] = choice("Photographs", PERSONAL, PhotoConsent.UNKNOWN)
    press_consent: Mapped[Answer] = choice("Name in the press", PERSONAL, Answer.UNKNOWN)
    passport_number: Mapped[str] = text("Passport number", SPECIAL)
    passport_expires_on: Mapped[dt.date | None] = day("Passport runs out on", SPECIAL)
    entry_permit: Mapped[str] = text("ESTA or Visit Japan Web", SPECIAL)
    insurance_policy: Mapped[str] = text("Insurance policy", SPECIAL)
    consent_letter: Mapped[Answer] = choice("Parents' consent letter", SPECIAL, Answer.UNKNOWN)
    forms_received: Mapped[str] = long_text("Forms received", ORDINARY)
    waiting_rank: Mapped[int | None] = number("Place on the waiting list", ORDINARY)
    withdrawn: Mapped[bool] = yes_no("Does not travel", ORDINARY)
    notes: Mapped[str] = long_text("Notes", PERSONAL)
    futon_ok: Mapped[Answer] = choice("A futon is fine", PERSONAL, Answer.UNKNOWN)

    delegation: Mapped[Delegation] = relationship(back_populates="members")
    person: Mapped[Person] = relationship()
    responsible: Mapped[Member | None] = relationship(
        foreign_keys="Member.responsible_id", remote_side="Member.id"
    )
    wishes: Mapped[list[Wish]] = relationship(
        back_populates="member",
        cascade="all, delete-orphan",
        foreign_keys="Wish.member_id",
        order_by="Wish.id",
    )
    relations: Mapped[list[Relation]] = relationship(
        back_populates="member",
        cascade="all, delete-orphan",
        foreign_keys="Relation.member_id",
        order_by="Relation.id",
    )
    memberships: Mapped[list[GroupMember]] = relationship(
        back_populates="member", cascade="all, delete-orphan", order_by="GroupMember.id"
    )
    stays: Mapped[list[Stay]] = relationship(
        back_populates="member", cascade="all, delete-orphan", order_by="Stay.first_night"
    )


class Wish(Base):
    """A member's wish to share a home with another member, or to be kept apart from them."""

    __tablename__ = "wish"

    member_id: Mapped[int] = reference("member.id")
    other_id: Mapped[int | None] = optional_reference("member.id")
    kind: Mapped[WishKind] = choice("Wish", PERSONAL, WishKind.TOGETHER)
    words: Mapped[str] = text("In their own words", PERSONAL)

    member: Mapped[Member] = relationship(back_populates="wishes", foreign_keys="Wish.member_id")
    other: Mapped[Member | None] = relationship(foreign_keys="Wish.other_id")


class Relation(Base):
    """That two members are a couple, siblings or otherwise of one family; said of one of them, it holds for both."""

    __tablename__ = "relation"

    member_id: Mapped[int] = reference("member.id")
    other_id: Mapped[int] = reference("member.id")
    kind: Mapped[RelationKind] = choice("Related as", PERSONAL, RelationKind.SIBLINGS)

    member: Mapped[Member] = relationship(back_populates="relations", foreign_keys="Relation.member_id")
    other: Mapped[Member] = relationship(foreign_keys="Relation.other_id")


class Group(Named, Base):
    """A squad, class or party within the visit; a member may be in several."""

    __tablename__ = "member_group"

    visit_id: Mapped[int] = reference("visit.id")
    name_en: Mapped[str] = text("Group", PUBLIC)
    name_ja: Mapped[str] = text("Group (Japanese)", PUBLIC)
    letter: Mapped[str] = text("Letter", PUBLIC)

    visit: Mapped[Visit] = relationship()
    memberships: Mapped[list[GroupMember]] = relationship(
        back_populates="group", cascade="all, delete-orphan", order_by="GroupMember.id"
    )


class GroupMember(Base):
    """That a member belongs to a group."""

    __tablename__ = "group_member"
    __table_args__ = (UniqueConstraint("group_id", "member_id"),)

    group_id: Mapped[int] = reference("member_group.id")
    member_id: Mapped[int] = reference("member.id")

    group: Mapped[Group] = relationship(back_populates="memberships")
    member: Mapped[Member] = relationship(back_populates="memberships")

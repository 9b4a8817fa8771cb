"""Cities, and the partnership between two of them (domain.md §2.1)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, relationship

from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    PUBLIC,
    Base,
    Named,
    choice,
    day,
    long_text,
    optional_reference,
    reference,
    text,
)
from planner.model.kinds import PaperSize, Side


class City(Base):
    """A city with its names in both languages and its IANA time zone; never only a state, since states are split."""

    __tablename__ = "city"

    name_en: Mapped[str] = text("City", PUBLIC)
    name_ja: Mapped[str] = text("City (Japanese)", PUBLIC)
    name_kana: Mapped[str] = text("City (kana)", PUBLIC)
    region_en: Mapped[str] = text("State or prefecture", PUBLIC)
    region_ja: Mapped[str] = text("State or prefecture (Japanese)", PUBLIC)
    country: Mapped[str] = text("Country", PUBLIC)
    zone: Mapped[str] = text("Time zone", PUBLIC)

    former_names: Mapped[list[FormerName]] = relationship(
        back_populates="city", cascade="all, delete-orphan", order_by="FormerName.id"
    )


class FormerName(Base):
    """A name a city had before a merger, so that old records still match (Matto is Hakusan since 2005)."""

    __tablename__ = "former_name"

    city_id: Mapped[int] = reference("city.id")
    name_en: Mapped[str] = text("Former name", PUBLIC)
    name_ja: Mapped[str] = text("Former name (Japanese)", PUBLIC)
    until: Mapped[dt.date | None] = day("Until", PUBLIC)
    remark: Mapped[str] = text("Remark", ORDINARY)

    city: Mapped[City] = relationship(back_populates="former_names")


class Partnership(Named, Base):
    """The agreement between two sister cities, and what a successor must know of it."""

    __tablename__ = "partnership"

    us_city_id: Mapped[int] = reference("city.id")
    japan_city_id: Mapped[int] = reference("city.id")
    agreed_on: Mapped[dt.date | None] = day("Agreed on", PUBLIC)
    reaffirmed: Mapped[str] = text("Re-affirmed", PUBLIC)
    signatories: Mapped[str] = text("First signed by", PUBLIC)
    anniversaries: Mapped[str] = text("Anniversary years", PUBLIC)
    organisation_us_en: Mapped[str] = text("Lead organisation, US", PUBLIC)
    organisation_us_ja: Mapped[str] = text("Lead organisation, US (Japanese)", PUBLIC)
    organisation_japan_en: Mapped[str] = text("Lead organisation, Japan", PUBLIC)
    organisation_japan_ja: Mapped[str] = text("Lead organisation, Japan (Japanese)", PUBLIC)
    languages: Mapped[str] = text("Working languages", ORDINARY)
    paper_us: Mapped[PaperSize] = choice("Paper, US side", ORDINARY, PaperSize.LETTER)
    paper_japan: Mapped[PaperSize] = choice("Paper, Japanese side", ORDINARY, PaperSize.A4)
    hosting_rule: Mapped[str] = text("Who hosts in which year", ORDINARY)
    sister_schools: Mapped[str] = long_text("Sister schools", PUBLIC)
    standing_rules: Mapped[str] = long_text("Standing rules", ORDINARY)
    history: Mapped[str] = long_text("Earlier visits", ORDINARY)
    successor_notes: Mapped[str] = long_text("Notes for successors", ORDINARY)

    us_city: Mapped[City] = relationship(foreign_keys="Partnership.us_city_id")
    japan_city: Mapped[City] = relationship(foreign_keys="Partnership.japan_city_id")
    contacts: Mapped[list[PartnershipContact]] = relationship(
        back_populates="partnership", cascade="all, delete-orphan", order_by="PartnershipContact.id"
    )


class PartnershipContact(Base):
    """A counterpart on one side, with the time in which they hold the post: staff rotate."""

    __tablename__ = "partnership_contact"

    partnership_id: Mapped[int] = reference("partnership.id")
    person_id: Mapped[int | None] = optional_reference("person.id")
    side: Mapped[Side] = choice("Side", ORDINARY, Side.US)
    name_en: Mapped[str] = text("Name", PERSONAL)
    name_ja: Mapped[str] = text("Name (Japanese)", PERSONAL)
    name_kana: Mapped[str] = text("Name (kana)", PERSONAL)
    post_en: Mapped[str] = text("Post", ORDINARY)
    post_ja: Mapped[str] = text("Post (Japanese)", ORDINARY)
    phone: Mapped[str] = text("Telephone", PERSONAL)
    email: Mapped[str] = text("E-mail", PERSONAL)
    since: Mapped[dt.date | None] = day("Since", ORDINARY)
    until: Mapped[dt.date | None] = day("Until", ORDINARY)

    partnership: Mapped[Partnership] = relationship(back_populates="contacts")

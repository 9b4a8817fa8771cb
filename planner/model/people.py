"""People, with what a coordinator must know of them (domain.md §2.3); they outlive visits."""

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
    day,
    long_text,
    number,
    picture,
    reference,
    text,
    yes_no,
)
from planner.model.kinds import (
    Allergen,
    AnimalSize,
    Answer,
    ContactKind,
    Diet,
    Gender,
    LanguageLevel,
    Reaction,
    RoomsWith,
    Severity,
    Smoking,
    Species,
)

WHOLE_NAMES = (
    ("family_name", "given_name"),
    ("family_name_ja", "given_name_ja"),
    ("family_name_kana", "given_name_kana"),
)
"""The fields of a person's name in each script that it can be written in, the family's before the given one."""


class Person(Named, Base):
    """A person: guest, chaperone, somebody of a host family, interpreter; last year's guest is this year's chaperone.

    Names are kept apart by script, and family from given: family name first in Japan, also in Latin script.
    """

    __tablename__ = "person"

    family_name: Mapped[str] = text("Family name", PERSONAL)
    given_name: Mapped[str] = text("Given name", PERSONAL)
    middle_name: Mapped[str] = text("Middle name", PERSONAL)
    family_name_ja: Mapped[str] = text("Family name (Japanese)", PERSONAL)
    given_name_ja: Mapped[str] = text("Given name (Japanese)", PERSONAL)
    family_name_kana: Mapped[str] = text("Family name (kana)", PERSONAL)
    given_name_kana: Mapped[str] = text("Given name (kana)", PERSONAL)
    passport_name: Mapped[str] = text("Name as in passport", PERSONAL)
    called_name_en: Mapped[str] = text("Called", PERSONAL)
    called_name_ja: Mapped[str] = text("Called (Japanese)", PERSONAL)
    honorific: Mapped[str] = text("Title before the name", PERSONAL)
    family_name_first: Mapped[bool] = yes_no("Family name first", PERSONAL)
    birth_date: Mapped[dt.date | None] = day("Date of birth", PERSONAL)
    stated_age: Mapped[int | None] = number("Age as stated", PERSONAL)
    age_stated_on: Mapped[dt.date | None] = day("Age stated on", PERSONAL)
    gender: Mapped[Gender] = choice("Gender", PERSONAL, Gender.UNKNOWN)
    gender_words: Mapped[str] = text("Gender in their own words", PERSONAL)
    rooming: Mapped[str] = text("Wishes to share a room with", PERSONAL)
    nationality: Mapped[str] = text("Nationality", PERSONAL)
    occupation_en: Mapped[str] = text("Occupation or title", PERSONAL)
    occupation_ja: Mapped[str] = text("Occupation or title (Japanese)", PERSONAL)
    school_en: Mapped[str] = text("School or organisation", PERSONAL)
    school_ja: Mapped[str] = text("School or organisation (Japanese)", PERSONAL)
    grade: Mapped[str] = text("School year", PERSONAL)
    protocol_rank: Mapped[int | None] = number("Protocol rank", ORDINARY)
    email: Mapped[str] = text("E-mail", PERSONAL)
    phone: Mapped[str] = text("Telephone", PERSONAL)
    messenger: Mapped[str] = text("LINE or WhatsApp", PERSONAL)
    address_en: Mapped[str] = long_text("Address", PERSONAL)
    address_ja: Mapped[str] = long_text("Address (Japanese)", PERSONAL)
    interests_en: Mapped[str] = text("Interests", PERSONAL)
    interests_ja: Mapped[str] = text("Interests (Japanese)", PERSONAL)
    smoking: Mapped[Smoking] = choice("Smokes", PERSONAL, Smoking.UNKNOWN)

    diets: Mapped[frozenset[Diet]] = choices("Eats", SPECIAL, Diet)
    diet_words: Mapped[str] = text("Food rules in their own words", SPECIAL)
    dislikes: Mapped[str] = text("Dislikes", PERSONAL)
    other_allergies: Mapped[str] = text("Other allergies", SPECIAL)
    medicines: Mapped[str] = long_text("Medicines carried", SPECIAL)
    conditions: Mapped[str] = long_text("Conditions", SPECIAL)
    epinephrine_pens: Mapped[int | None] = number("Epinephrine pens carried", SPECIAL)
    mobility: Mapped[str] = text("Stairs and walking", SPECIAL)
    sleep: Mapped[str] = text("Sleep", SPECIAL)
    last_tetanus: Mapped[dt.date | None] = day("Last tetanus injection", SPECIAL)
    doctor: Mapped[str] = text("Doctor", SPECIAL)
    treatment_consent: Mapped[Answer] = choice("Medical treatment agreed", SPECIAL, Answer.UNKNOWN)
    practice: Mapped[str] = text("Faith and practice", SPECIAL)
    custody: Mapped[str] = text("Custody notes", SPECIAL)
    rooms_with: Mapped[RoomsWith] = choice("Shares a room with", PERSONAL, RoomsWith.UNKNOWN)
    bears_smoke: Mapped[Answer] = choice("Can bear tobacco smoke", SPECIAL, Answer.UNKNOWN)
    night_power: Mapped[Answer] = choice("Needs a socket by the bed (CPAP)", SPECIAL, Answer.UNKNOWN)
    photo: Mapped[str] = picture("Photo", PERSONAL)

    languages: Mapped[list[SpokenLanguage]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="SpokenLanguage.id"
    )
    food_needs: Mapped[list[FoodNeed]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="FoodNeed.id"
    )
    animal_needs: Mapped[list[AnimalNeed]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="AnimalNeed.id"
    )
    contacts: Mapped[list[Contact]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="Contact.id"
    )


class SpokenLanguage(Base):
    """A language somebody speaks, by ISO 639 code (``en``, ``ja``, ``vi``), or its name where there is no code."""

    __tablename__ = "spoken_language"

    person_id: Mapped[int] = reference("person.id")
    language: Mapped[str] = text("Language", ORDINARY)
    level: Mapped[LanguageLevel] = choice("Level", ORDINARY, LanguageLevel.UNKNOWN)
    certificate: Mapped[str] = text("Certificate", PERSONAL)

    person: Mapped[Person] = relationship(back_populates="languages")


class FoodNeed(Base):
    """A food somebody must not, or would rather not, eat."""

    __tablename__ = "food_need"

    person_id: Mapped[int] = reference("person.id")
    allergen: Mapped[Allergen] = choice("Food", SPECIAL, Allergen.OTHER)
    severity: Mapped[Severity] = choice("How strictly", SPECIAL, Severity.AVOID)
    words: Mapped[str] = text("In their own words", SPECIAL)

    person: Mapped[Person] = relationship(back_populates="food_needs")


class AnimalNeed(Base):
    """An animal that must be kept away from somebody, by species, size and reason."""

    __tablename__ = "animal_need"

    person_id: Mapped[int] = reference("person.id")
    species: Mapped[Species] = choice("Animal", SPECIAL, Species.OTHER)
    size: Mapped[AnimalSize] = choice("Size", SPECIAL, AnimalSize.ANY)
    reaction: Mapped[Reaction] = choice("Why", SPECIAL, Reaction.UNKNOWN)
    severity: Mapped[Severity] = choice("How strictly", SPECIAL, Severity.AVOID)
    indoors_only: Mapped[bool] = yes_no("Only when indoors", SPECIAL)
    words: Mapped[str] = text("In their own words", SPECIAL)

    person: Mapped[Person] = relationship(back_populates="animal_needs")

    @property
    def may_be_allergy(self) -> bool:
        """Whether it is an allergy, or may be one since nobody has said why."""
        return self.reaction in (Reaction.ALLERGY, Reaction.UNKNOWN)


class Contact(Base):
    """Somebody to call for a person: parent or guardian, emergency contact (domain.md §2.10)."""

    __tablename__ = "contact"

    person_id: Mapped[int] = reference("person.id")
    kind: Mapped[ContactKind] = choice("Kind", PERSONAL, ContactKind.EMERGENCY)
    name_en: Mapped[str] = text("Name", PERSONAL)
    name_ja: Mapped[str] = text("Name (Japanese)", PERSONAL)
    name_kana: Mapped[str] = text("Name (kana)", PERSONAL)
    relation: Mapped[str] = text("Relation", PERSONAL)
    languages: Mapped[str] = text("Languages", PERSONAL)
    phone: Mapped[str] = text("Telephone", PERSONAL)
    email: Mapped[str] = text("E-mail", PERSONAL)
    priority: Mapped[int | None] = number("Call in this order", PERSONAL)
    may_consent: Mapped[Answer] = choice("May agree to treatment", SPECIAL, Answer.UNKNOWN)
    hours: Mapped[str] = text("Hours and time zone", PERSONAL)

    person: Mapped[Person] = relationship(back_populates="contacts")

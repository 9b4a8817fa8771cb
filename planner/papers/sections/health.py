"""What a family is told of a guest's health besides food: what could harm them, and what they need in the house."""

from __future__ import annotations

from planner.language.glossary import is_foreign
from planner.model.kinds import Answer
from planner.model.people import Person
from planner.papers.sections.animals import said_animal
from planner.papers.sections.voice import Voice


def grave(person: Person, voice: Voice) -> list[str]:
    """Say what a family has to know at once: other allergies, illnesses, and the medicine against them."""
    here = voice.here
    said = [said_animal(need, voice) for need in person.animal_needs if need.may_be_allergy]
    if person.other_allergies.strip():
        said.append(here.tr("Other allergies: {words}.", words=voice.in_words(person.other_allergies)))
    illness, medicine = illness_and_medicine(person, voice)
    return [*said, *filter(None, (illness, pens(person, voice), medicine))]


def pens(person: Person, voice: Voice) -> str:
    """Say how many adrenaline pens somebody carries; nothing of who has none."""
    count = person.epinephrine_pens or 0
    return voice.here.trn("Carries {count} EpiPen.", "Carries {count} EpiPens.", count) if count else ""


def illness_and_medicine(person: Person, voice: Voice) -> tuple[str, str]:
    """Say which illness somebody has, and which medicine they carry besides pens; empty where nothing is stated."""
    here, illness, medicine = voice.here, "", ""
    if person.conditions.strip():
        illness = here.tr("Health: {words}.", words=voice.in_words(person.conditions))
    if person.medicines.strip() and not _is_only_pens(person):
        medicine = here.tr("Medicine: {words}.", words=voice.in_words(person.medicines))
    return illness, medicine


def daily(person: Person, voice: Voice) -> list[str]:
    """Say what a guest needs in the house: at night, on stairs, by the bed."""
    here, said = voice.here, []
    if person.sleep.strip():
        said.append(here.tr("At night: {words}.", words=voice.in_words(person.sleep)))
    if person.mobility.strip():
        said.append(here.tr("Stairs and walking: {words}.", words=voice.in_words(person.mobility)))
    if person.night_power is Answer.YES:
        said.append(here.tr("Needs a socket by the bed."))
    return said


def takes_any(person: Person) -> bool:
    """Whether they carry medicine, or have an illness that may need some."""
    return bool(person.epinephrine_pens or person.medicines.strip() or person.conditions.strip())


def _is_only_pens(person: Person) -> bool:
    """Whether the words about medicines only say what the number of pens says already."""
    words = person.medicines
    return bool(person.epinephrine_pens) and ("エピペン" in words or "epipen" in words.casefold()) and len(words) < 16


def untold(person: Person, language: str) -> list[str]:
    """Give the words about health and food that stand in the other language, since nobody has translated them."""
    medicines = "" if _is_only_pens(person) else person.medicines
    written = (person.other_allergies, medicines, person.conditions, person.sleep, person.mobility,
               person.practice, person.dislikes, "" if person.diets else person.diet_words)  # fmt: skip
    return [words.strip() for words in written if is_foreign(words, language)]

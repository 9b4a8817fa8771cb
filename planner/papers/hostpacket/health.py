"""What a family is told of a guest's health besides food: what could harm them, and what they need in the house."""

from __future__ import annotations

from planner.language.glossary import in_english, in_japanese
from planner.language.kana import has_japanese
from planner.model.kinds import Answer, Reaction
from planner.model.people import Person
from planner.papers.hostpacket.guestlikes import said_animal
from planner.papers.sections.voice import Voice


def grave(person: Person, voice: Voice) -> list[str]:
    """Say what a family has to know at once: other allergies, illnesses, and the medicine against them."""
    here, pens = voice.here, person.epinephrine_pens or 0
    said = [said_animal(need, voice) for need in person.animal_needs if need.reaction is Reaction.ALLERGY]
    if person.other_allergies.strip():
        said.append(here.tr("Other allergies: {words}.", words=_in_words(person.other_allergies, voice)))
    illness, medicine = illness_and_medicine(person, voice)
    pen = here.trn("Carries {count} EpiPen.", "Carries {count} EpiPens.", pens) if pens else ""
    return [*said, *filter(None, (illness, pen, medicine))]


def illness_and_medicine(person: Person, voice: Voice) -> tuple[str, str]:
    """Say which illness somebody has, and which medicine they carry besides pens; empty where nothing is stated."""
    here, illness, medicine = voice.here, "", ""
    if person.conditions.strip():
        illness = here.tr("Health: {words}.", words=_in_words(person.conditions, voice))
    if person.medicines.strip() and not _is_only_pens(person):
        medicine = here.tr("Medicine: {words}.", words=_in_words(person.medicines, voice))
    return illness, medicine


def daily(person: Person, voice: Voice) -> list[str]:
    """Say what a guest needs in the house: at night, on stairs, by the bed."""
    here, said = voice.here, []
    if person.sleep.strip():
        said.append(here.tr("At night: {words}.", words=_in_words(person.sleep, voice)))
    if person.mobility.strip():
        said.append(here.tr("Stairs and walking: {words}.", words=_in_words(person.mobility, voice)))
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


def _in_words(words: str, voice: Voice) -> str:
    """Give a form's words in the reader's language where they are known, else as they were written."""
    plain = words.strip().rstrip(".。")
    known = in_english(plain) if voice.language == "en" else in_japanese(plain)
    return known or plain


def untold(person: Person, language: str) -> list[str]:
    """Give the words about health and food that stand in the other language, since nobody has translated them."""
    written = (person.other_allergies, person.medicines, person.conditions, person.sleep, person.mobility,
               person.practice, person.dislikes, "" if person.diets else person.diet_words)  # fmt: skip
    found = []
    for words in (each.strip() for each in written):
        known = in_english(words) if language == "en" else in_japanese(words)
        foreign = has_japanese(words) if language == "en" else bool(words) and not has_japanese(words)
        if foreign and not known and not (words == person.medicines.strip() and _is_only_pens(person)):
            found.append(words)
    return found

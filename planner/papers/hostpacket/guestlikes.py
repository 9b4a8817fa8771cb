"""What a guest likes and keeps away from, held against the home: shared interests, animals that live there."""

from __future__ import annotations

import re

from planner.language import N_in
from planner.language.terms import term
from planner.model.households import Pet
from planner.model.kinds import Species, Whereabouts
from planner.model.people import Person
from planner.papers.hostpacket.guestrow import Row
from planner.papers.kit.lines import Part, Run
from planner.papers.kit.styles import SECOND_TEXT, TEXT
from planner.papers.sections.animals import said_animal
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.voice import Voice
from planner.rules.homestays.interests import Interest, interests_in

_LISTED = re.compile(r"[、,・;/\n]")


def likes(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    """Say what a guest likes, and what of it somebody of the family likes too."""
    person = guest.member.person
    said, other = _interests(person, voice)
    if not said:
        return Row("likes", N_in("guest", "Likes"), [])
    value: list[list[Part]] = [[Run(said, TEXT), *([Run(f" {other}", SECOND_TEXT)] if other else [])]]
    if shared := _shared(person, hosting, voice):
        value.append([Run(voice.here.tr("You share {interests}: a good first evening.", interests=shared), TEXT)])
    return Row("likes", N_in("guest", "Likes"), value)


def _interests(person: Person, voice: Voice) -> tuple[str, str]:
    """Say what somebody likes, and the same in the other language; translated where every one of them is known."""
    own = person.interests_en if voice.language == "en" else person.interests_ja
    lent = person.interests_ja if voice.language == "en" else person.interests_en
    if own.strip():
        return voice.wording.begun(own.strip()), lent.strip()
    parts = [part.strip() for part in _LISTED.split(lent) if part.strip()]
    known = [min(found, key=_by_name).name.said_in(voice.language) for part in parts if (found := interests_in(part))]
    if parts and len(known) == len(parts):
        return voice.wording.begun(voice.wording.listed(known)), lent.strip()
    return lent.strip(), ""


def _by_name(interest: Interest) -> str:
    return interest.name.en


def _shared(person: Person, hosting: Hosting, voice: Voice) -> list[str]:
    theirs = interests_in(f"{person.interests_en}\n{person.interests_ja}")
    home = hosting.household
    words = [home.interests_en, home.interests_ja]
    words += [text for one in home.residents for text in (one.person.interests_en, one.person.interests_ja)]
    both = theirs & interests_in("\n".join(words))
    return [one.name.said_in(voice.language) for one in sorted(both, key=_by_name)]


def animals(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    """Say which animals a guest keeps away from, with those of them that live in the home."""
    needs, pets = guest.member.person.animal_needs, hosting.household.pets
    value: list[list[Part]] = []
    for need in needs:
        line = said_animal(need, voice)
        if kept := [pet for pet in pets if pet.species is need.species or Species.ANY in (pet.species, need.species)]:
            line = f"{line} {_you_have(kept, voice)}" if voice.language == "en" else f"{line}{_you_have(kept, voice)}"
        value.append([Run(line, TEXT)])
    if pets and not needs:
        value.append([Run(voice.here.tr("Nothing to mind that we know of."), TEXT)])
    return Row("animals", N_in("guest", "Animals"), value)


def _you_have(pets: list[Pet], voice: Voice) -> str:
    said = []
    for pet in pets:
        name = voice.small(term(pet.species, voice.language))
        lives = "" if pet.lives is Whereabouts.UNKNOWN else voice.small(term(pet.lives, voice.language))
        said.append(f"{name}{voice.within(lives)}" if lives else name)
    return voice.here.tr("You have: {pets}.", pets=said)

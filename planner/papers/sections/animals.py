"""Which animals a guest keeps away from, and why, as their family and they themselves read it."""

from __future__ import annotations

from planner.language import N_
from planner.language.food import SEVERE
from planner.language.terms import term
from planner.model.kinds import AnimalSize, Reaction, Species
from planner.model.people import AnimalNeed
from planner.papers.sections.voice import Voice


def said_animal(need: AnimalNeed, voice: Voice) -> str:
    """Say why a guest keeps away from an animal: "Cat indoors: allergic."."""
    name = term(need.species, voice.language)
    if need.species is Species.OTHER and need.words:
        name = need.words
    if need.size is not AnimalSize.ANY:
        name = voice.here.tr("{animal}, {size}", animal=name, size=voice.small(term(need.size, voice.language)))
    if need.indoors_only:
        name = voice.here.tr("{animal} indoors", animal=name)
    if need.reaction is Reaction.ALLERGY and need.severity in SEVERE:
        return voice.here.tr("{animal}: severe allergy.", animal=name)
    return voice.here.tr(_REACTIONS[need.reaction], animal=name)


_REACTIONS = {
    Reaction.UNKNOWN: N_("{animal}: to be kept away, perhaps an allergy (to be confirmed)."),
    Reaction.ALLERGY: N_("{animal}: allergic."),
    Reaction.FEAR: N_("{animal}: afraid."),
    Reaction.FAITH: N_("{animal}: not, for religious reasons."),
    Reaction.DISLIKE: N_("{animal}: rather not."),
}

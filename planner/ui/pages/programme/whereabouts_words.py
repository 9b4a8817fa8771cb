"""What is said of a spot, a bed and what comes next, on the page that tells where everyone is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from planner.agenda import Slot
from planner.agenda.spots import Spot, State
from planner.agenda.whereabouts import Bed, Whereabouts
from planner.language import screen_language, tr
from planner.language.names import called_name, family_word, full_name, household_name
from planner.language.times import wall_text
from planner.model.delegations import Member
from planner.model.kinds import StayKind
from planner.model.programme import Activity, Place
from planner.ui.widgets.words import said

_ICONS = {
    State.UNKNOWN: "warn",
    State.ON_THE_WAY: "bus",
    State.IN_THE_AIR: "travel",
    State.BETWEEN: "walk",
    State.FAMILY: "family",
    State.HOTEL: "bed",
    State.NOT_YET: "clock",
    State.GONE: "home-zone",
}


def spot_icon(spot: Spot) -> str:
    """The icon of a spot: that of the activity's kind, or of what people are doing."""
    if spot.state is State.EVENT and isinstance(spot.event, Activity):
        return spot.event.kind.value
    return _ICONS.get(spot.state, "place")


def spot_tone(spot: Spot) -> str:
    """The colours of a spot: those of its kind of activity."""
    if spot.state is State.UNKNOWN:
        return "check"
    if spot.state in (State.NOT_YET, State.GONE):
        return "grey"
    if isinstance(spot.event, Activity) and spot.state in (State.EVENT, State.FAMILY):
        return spot.event.kind.value
    return "family" if spot.state in (State.FAMILY, State.HOTEL) else "travel"


def spot_title(spot: Spot) -> str:
    """Where it is, in a few words."""
    if spot.state is State.FAMILY and spot.household is not None:
        return household_name(spot.household, screen_language())
    if spot.state is State.BETWEEN and spot.towards is not None:
        return tr("Before “{event}”", event=said(spot.towards, "title"))
    if spot.event is not None:
        return said(spot.event, "title")
    if spot.state is State.HOTEL:
        return place_name(spot.place) or tr("Lodged elsewhere")
    words = {
        State.NOT_YET: tr("Not arrived yet"),
        State.GONE: tr("Gone home"),
        State.UNKNOWN: tr("The plan does not say where"),
    }
    return words[spot.state]


def spot_where(spot: Spot) -> str:
    """The place under the title: a venue, from where to where, after what."""
    event = spot.event
    if spot.state is State.FAMILY and event is not None:
        return said(event, "title")
    if spot.state is State.BETWEEN:
        where = place_name(spot.place)
        after = tr("after “{event}”", event=said(event, "title")) if event is not None else ""
        return " · ".join(filter(None, (where, after)))
    if spot.state in (State.ON_THE_WAY, State.IN_THE_AIR) and event is not None and not isinstance(event, Activity):
        ends = [place_name(event.from_place), place_name(event.to_place)]
        state = tr("In the air now") if spot.state is State.IN_THE_AIR else tr("On the way")
        return " · ".join(filter(None, (state, " → ".join(filter(None, ends)))))
    if spot.state is State.UNKNOWN:
        return tr("Nothing is planned, and no bed is known.")
    return "" if spot.state is State.HOTEL else place_name(spot.place)


def place_name(place: Place | None) -> str:
    """What a place is called; nothing for none."""
    return "" if place is None else said(place, "name")


def bed_words(bed: Bed | None) -> str:
    """Where somebody spends the night; empty if they are not here."""
    if bed is None:
        return ""
    stay = bed.stay
    if bed.leg is not None:
        return tr("On the way: {event}", event=said(bed.leg.event, "title"))
    if stay is None:
        return tr("No bed known")
    if stay.household is not None:
        room = stay.bed.room if stay.bed is not None else ""
        return " · ".join(filter(None, (family_word(stay.household, screen_language()), room)))
    if stay.kind is StayKind.IN_THE_AIR:
        return tr("On the way")
    number = stay.room.number if stay.room is not None else ""
    return " ".join(filter(None, (place_name(stay.place) or tr("Lodged elsewhere"), number)))


def slot_words(slot: Slot) -> str:
    """An event with the time at which it begins."""
    when = wall_text(slot.begins, screen_language(), "short")
    return tr("{event}, {when}", event=said(slot.event, "title"), when=when)


def names_of(members: Collection[Member]) -> dict[int, str]:
    """What each member is called, by their ids: by the name they go by, or the whole one where two go by the same."""
    language = screen_language()
    called = {member.id: called_name(member.person, language) for member in members}
    often = Counter(called.values())
    return {
        member.id: called[member.id] if often[called[member.id]] == 1 else full_name(member.person, language)
        for member in members
    }


def trouble_words(one: Whereabouts) -> list[tuple[str, str]]:
    """What is wrong with where somebody is, each with its tone."""
    found = [
        (tr("At the same time at “{event}”", event=said(slot.event, "title")), "wrong") for slot in one.also
    ]
    if one.is_alone:
        found.append((tr("No adult in charge"), "wrong"))
    return found

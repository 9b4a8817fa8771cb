"""What a card of people in one place says, in words: made anew with each plan, so that only what differs is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.agenda import Slot
from planner.agenda.spots import Spot, State
from planner.agenda.whereabouts import AtWork, Whereabouts
from planner.language import screen_language, tr, trn
from planner.language.figures import comma_list, in_brackets, listed
from planner.language.names import full_name
from planner.language.speaking import speaker
from planner.language.times import wall_text
from planner.rules.finding import Subject
from planner.ui.pages.programme.whereabouts_words import (
    bed_words,
    spot_icon,
    spot_title,
    spot_tone,
    spot_where,
    trouble_words,
)
from planner.ui.widgets.words import said

# More beds than these are counted.
_BEDS = 3


@dataclass(frozen=True, slots=True)
class NameTold:
    """One person on a card: what they are called, what a screen reader says of them, and the tip."""

    member_id: int
    name: str
    spoken: str
    tip: str
    is_troubled: bool
    #: Whether their panel is open.
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class CardTold:
    """All that a card says, from top to bottom."""

    title: str
    icon: str
    tone: str
    #: What there is to see in the programme.
    subject: Subject | None
    count: str
    lines: tuple[str, ...]
    #: What is wrong with anybody here, with its tone.
    troubles: tuple[tuple[str, str], ...]
    meanwhile: tuple[str, ...]
    people: tuple[NameTold, ...]
    #: Who interprets; then what is to be said of it.
    interpreters: tuple[tuple[str, str], ...]

    def is_like(self, other: CardTold) -> bool:
        """Say whether both say the same of the same people but for what these are called."""
        return replace(self, people=()) == replace(other, people=()) and list(map(_apart, self.people)) == list(
            map(_apart, other.people)
        )


def _apart(one: NameTold) -> tuple[object, ...]:
    return one.member_id, one.is_troubled, one.is_chosen


def told(
    spot: Spot, people: Sequence[Whereabouts], interpreters: Sequence[AtWork], slot: Slot | None,
    *, names: Mapping[int, str], chosen: int | None, meanwhile: Sequence[Slot] = (),
) -> CardTold:  # fmt: skip
    """Tell of a spot.

    `slot` is the event's own stretch of time; `names` are what members are called by their ids; `chosen` is the
    member whose panel is open; `meanwhile` is what goes on for groups in which nobody is yet.
    """
    event = spot.towards if spot.state is State.BETWEEN else spot.event
    lines = (_when_and_where(spot, slot), _charge(people), _tonight(people))
    return CardTold(
        spot_title(spot), spot_icon(spot), spot_tone(spot),
        None if event is None else Subject(type(event).__name__, event.id),
        trn("{count} person", "{count} people", len(people)),
        tuple(line for line in lines if line), tuple(_troubles(people)), tuple(map(_meanwhile, meanwhile)),
        tuple(_name(one, names[one.member.id], chosen) for one in people), tuple(map(_at_work, interpreters)),
    )  # fmt: skip


def _name(one: Whereabouts, name: str, chosen: int | None) -> NameTold:
    troubles = [words for words, _ in trouble_words(one)]
    spoken = comma_list([full_name(one.member.person, screen_language()), *troubles], screen_language())
    tip = tr("Tonight: {bed}", bed=bed_words(one.bed)) if one.bed is not None else ""
    return NameTold(one.member.id, name, spoken, tip, bool(troubles), one.member.id == chosen)


def _meanwhile(other: Slot) -> str:
    return tr("Meanwhile, for {group}, in which nobody is yet: {event}", group=_groups(other),
              event=said(other.event, "title"))  # fmt: skip


def _at_work(work: AtWork) -> tuple[str, str]:
    name = full_name(work.interpreter.person, screen_language())
    elsewhere = tr("{name} is to interpret elsewhere at the same time.", name=name) if work.also else ""
    return tr("Interprets: {name}", name=name), elsewhere


def _groups(slot: Slot) -> str:
    groups = (said(link.group, "name") or link.group.letter for link in slot.event.group_links)
    return listed(list(groups), speaker(screen_language()))


def _when_and_where(spot: Spot, slot: Slot | None) -> str:
    until = ""
    if slot is not None and slot.ends is not None and spot.state is not State.BETWEEN:
        until = tr("until {when}", when=wall_text(slot.ends, screen_language(), None))
    return " · ".join(filter(None, (spot_where(spot), until)))


def _charge(people: Iterable[Whereabouts]) -> str:
    adults = dict.fromkeys(one.in_charge for one in people if one.in_charge is not None)
    names = " · ".join(full_name(person, screen_language()) for person in adults)
    return tr("In charge: {names}", names=names) if names else ""


def _tonight(people: Sequence[Whereabouts]) -> str:
    """The beds of the coming night, where the card itself does not say them."""
    beds: dict[str, int] = {}
    for one in people:
        if one.bed is not None and one.spot.state not in (State.FAMILY, State.HOTEL):
            words = bed_words(one.bed)
            beds[words] = beds.get(words, 0) + 1
    if not beds:
        return ""
    if len(beds) > _BEDS:
        return tr("Tonight: {bed}", bed=trn("in {count} place", "in {count} places", len(beds)))
    language = screen_language()
    counts = {words: in_brackets(str(count), language) if len(beds) > 1 else "" for words, count in beds.items()}
    listed = " · ".join(f"{words}{count}" for words, count in counts.items())
    return tr("Tonight: {bed}", bed=listed)


def _troubles(people: Iterable[Whereabouts]) -> list[tuple[str, str]]:
    """What is wrong with anybody here, with how many it concerns."""
    found: dict[tuple[str, str], int] = {}
    for one in people:
        for trouble in trouble_words(one):
            found[trouble] = found.get(trouble, 0) + 1
    return [
        (tr("{who}: {what}", who=trn("{count} person", "{count} people", count), what=words), tone)
        for (words, tone), count in found.items()
    ]

"""The guests of one home together: how many, whom to keep apart, who helps whom (domain.md §3.1, 3.2, 3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from planner.model.kinds import Answer, LanguageLevel, Preset
from planner.rules.finding import Severity
from planner.rules.homestays.guests import Guest, names_of
from planner.rules.homestays.homes import Home
from planner.rules.homestays.looks import Hit, Hits, of_company
from planner.rules.homestays.relations import are_apart, are_couple, are_related
from planner.rules.rule import Figures

#: From here on somebody at home can help a guest.
_ENOUGH: Final = LanguageLevel.SIMPLE
_J1, _FOUR_H, _JAPAN = Preset.J1, Preset.FOUR_H, Preset.JAPANESE_MUNICIPALITY


def _both(one: Guest, other: Guest, home: Home) -> Hit:
    return Hit({"guest": one.name, "other": other.name, "home": home.name}, others=(one.subject, other.subject))


@of_company("home-most-guests", Severity.BLOCK)
def most_guests(home: Home, guests: Sequence[Guest], figures: Figures) -> Hits:
    """More guests than the family offers to take."""
    most = home.offer.most_guests
    if most is None or len(guests) <= most:
        return ()
    return (Hit({"home": home.name, "guests": len(guests), "count": most, "names": names_of(guests)}),)


@of_company(
    "home-usual-guests", Severity.WARN, levels={_FOUR_H: Severity.BLOCK}, off_in=(_J1, _JAPAN),
    presets={_FOUR_H: {"students": 1, "adults": 1}}, students=2, adults=1,
)  # fmt: skip
def usual_guests(home: Home, guests: Sequence[Guest], figures: Figures) -> Hits:
    """More guests than a home takes by the programme: 4-H one, Rapid City two students or one adult (§3.1).

    A couple counts as one.
    """
    singles = _without_partners(guests)
    students = sum(1 for one in singles if one.is_minor)
    adults = len(singles) - students
    if students <= figures["students"] and adults <= figures["adults"] and not (
        students and adults and students + adults > figures["students"]
    ):
        return ()
    told = {"home": home.name, "guests": len(guests), "students": round(figures["students"]),
            "adults": round(figures["adults"]), "names": names_of(guests)}  # fmt: skip
    return (Hit(told),)


def _without_partners(guests: Sequence[Guest]) -> list[Guest]:
    """Leave of each couple only the first."""
    kept: list[Guest] = []
    for guest in guests:
        if not any(are_couple(guest, one) for one in kept):
            kept.append(guest)
    return kept


@of_company("home-same-language", Severity.BLOCK, off_in=(Preset.VOLUNTEER, _FOUR_H, _JAPAN))
def same_language(home: Home, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Two students of one nationality or language live in one home: the J-1 rules want two only if not (§3.1)."""
    for one, other in combinations(guests, 2):
        if one.is_minor and other.is_minor and one.own_language == other.own_language and not are_related(one, other):
            yield _both(one, other, home)


@of_company("home-apart", Severity.BLOCK)
def apart(home: Home, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Two guests are in one home who asked to be kept apart."""
    for one, other in combinations(guests, 2):
        if are_apart(one, other):
            yield _both(one, other, home)


@of_company("home-mixed-minors", Severity.BLOCK)
def mixed_minors(home: Home, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """A boy and a girl who are no family are guests of one home (domain.md §3.2, rule 11)."""
    for one, other in combinations(guests, 2):
        if not may_be_together(one, other):
            yield _both(one, other, home)


def may_be_together(one: Guest, other: Guest) -> bool:
    """Say whether two guests may live in one home by age and gender; an unstated gender is no refusal."""
    if not (one.is_minor and other.is_minor) or one.kind is None or other.kind is None:
        return True
    return one.gender is other.gender or are_related(one, other)


@of_company("home-two-beginners", Severity.WARN)
def two_beginners(home: Home, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Two guests share a home and neither speaks enough to help the other: mix the levels (domain.md §3.4)."""
    if home.household.translation_help is Answer.YES:
        return
    for one, other in combinations(guests, 2):
        if all(_is_beginner(each) and not home.speaks(each.own_language, _ENOUGH) for each in (one, other)):
            yield _both(one, other, home)


def _is_beginner(guest: Guest) -> bool:
    return guest.level in (LanguageLevel.NONE, LanguageLevel.GREETINGS)


@of_company("home-wants-alone", Severity.WARN)
def wants_alone(home: Home, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Somebody is not the only guest who would rather be."""
    for one in guests if len(guests) > 1 else ():
        if one.member.wants_alone is Answer.YES:
            others = names_of(other for other in guests if other is not one)
            yield Hit({"guest": one.name, "home": home.name, "others": others}, others=(one.subject,))


@of_company("home-full", Severity.BLOCK)
def full(home: Home, guests: Sequence[Guest], figures: Figures) -> Hits:
    """More guests than beds; a couple shares one that is for two."""
    beds = len(home.places)
    if not beds:
        # None is written down: that is said of the home.
        return ()
    if len(guests) - min(_couples(guests), sum(place.takes_couple for place in home.places)) <= beds:
        return ()
    return (Hit({"home": home.name, "guests": len(guests), "count": beds, "names": names_of(guests)}),)


def _couples(guests: Sequence[Guest]) -> int:
    return len(guests) - len(_without_partners(guests))


#: In the order in which they are listed.
RULES: Final = (full, most_guests, usual_guests, same_language, apart, mixed_minors, two_beginners, wants_alone)
#: Those that two guests alone decide, however many the home takes.
OF_TWO: Final = (same_language, apart, mixed_minors)

"""Whom and when a family takes: its nights, its wishes, what the programme asks of a home (domain.md §3.1–3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from planner.language.marking import Pair
from planner.language.terms import language_name, term
from planner.model.kinds import Answer, GuestKind, LanguageLevel, Preset
from planner.model.message import Message
from planner.rules.finding import Severity
from planner.rules.homestays.dwellers import Dweller
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.homes import Home
from planner.rules.homestays.looks import Hit, Hits, of_pair
from planner.rules.left import ADULT
from planner.rules.rule import Figures

_GROWN: Final = frozenset({GuestKind.WOMAN, GuestKind.MAN})


@cache
def language_pair(code: str) -> Pair:
    """Give the name of a language as a figure."""
    return Pair(language_name(code, "en"), language_name(code, "ja"))


def told(guest: Guest, home: Home, **figures: object) -> dict[str, object]:
    """Give the figures of a sentence about a guest and a home."""
    return {"guest": guest.name, "home": home.name, **figures}


@of_pair("home-day-only", Severity.BLOCK, where=lambda home: home.offer.day_only)
def day_only(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family looks after guests by day only (ホームビジット); nobody sleeps there."""
    return (Hit(told(guest, home)),)


@of_pair("home-night-off", Severity.BLOCK, where=lambda home: home.has_nights_off)
def night_off(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family cannot take guests on some nights."""
    lacking = guest.nights & ~home.nights
    return (Hit(told(guest, home), lacking),) if lacking else ()


@of_pair(
    "home-part-of-nights", Severity.NOTE, levels={Preset.JAPANESE_MUNICIPALITY: Severity.BLOCK},
    off_in=(Preset.VOLUNTEER, Preset.FOUR_H, Preset.J1), where=lambda home: home.has_nights_off,
)  # fmt: skip
def part_of_nights(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family cannot take the guest on every night: Moriya takes only who can, Kennebunk welcomes part (§3.1)."""
    return (Hit(told(guest, home)),) if guest.nights & home.nights and guest.nights & ~home.nights else ()


@of_pair(
    "home-all-or-nothing", Severity.WARN,
    where=lambda home: home.has_nights_off and home.offer.partial_stay is Answer.NO,
)  # fmt: skip
def all_or_nothing(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family would not take somebody for only a part of their nights."""
    return (Hit(told(guest, home)),) if guest.nights & home.nights and guest.nights & ~home.nights else ()


def _insists(home: Home) -> bool:
    return bool(home.takes) and not home.offer.only_a_wish


@of_pair("home-not-taken", Severity.BLOCK, concerns=lambda guest: guest.kind is not None, where=_insists)
def not_taken(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family asks for somebody else: girls or boys, women or men."""
    return () if guest.kind in home.takes else (Hit(told(guest, home, takes=takes_told(home))),)


def takes_told(home: Home) -> list[Pair]:
    """Give whom a family takes, as a sentence tells it."""
    return _words(home.takes)


@cache
def _words(takes: frozenset[GuestKind]) -> list[Pair]:
    return [Pair(term(one, "en").lower(), term(one, "ja")) for one in GuestKind if one in takes]


def _insists_on_age(home: Home) -> bool:
    offer = home.offer
    return not offer.only_a_wish and not (offer.ages_from is None and offer.ages_to is None)


@of_pair("home-age-not-taken", Severity.BLOCK, concerns=lambda guest: guest.age is not None, where=_insists_on_age)
def age_not_taken(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family asks for younger or older guests; an age that is said of girls and boys does not hold for adults."""
    first, last = home.ages
    assert guest.age is not None
    if home.takes and (guest.kind not in home.takes or (guest.kind in _GROWN and _is_of_children(last))):
        # Somebody else is asked for, which is said already; ages such as 12–15 are said of the children.
        return ()
    if (first or 0) <= guest.age <= (guest.age if last is None else last):
        return ()
    return (Hit(told(guest, home, age=guest.age, ages=_ages(first, last))),)


def _ages(first: int | None, last: int | None) -> Message:
    if first is None:
        return Message.of("ages-to", last=last)
    return Message.of("ages-from", first=first) if last is None else Message.of("ages-between", first=first, last=last)


def _is_of_children(last: int | None) -> bool:
    return last is not None and last < ADULT


@of_pair(
    "home-not-taken-ask", Severity.WARN,
    where=lambda home: not home.takes and bool(home.offer.takes_words.strip()),
)  # fmt: skip
def not_taken_ask(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Only words say whom the family takes, and nobody has understood them."""
    return (Hit(told(guest, home, words=home.offer.takes_words.strip())),)


@of_pair("home-gender-unknown", Severity.WARN, concerns=lambda guest: guest.kind is None, where=_insists)
def gender_unknown(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family asks for girls or boys, women or men, and nobody has said which the guest is."""
    return (Hit(told(guest, home)),)


@of_pair(
    "home-single-adult", Severity.BLOCK, off_in=(Preset.VOLUNTEER, Preset.J1, Preset.FOUR_H),
    where=lambda home: len(home.adults) == 1,
)  # fmt: skip
def single_adult(guest: Guest, home: Home, figures: Figures) -> Hits:
    """There is one adult at home: Japanese registers do not take such homes (SIFA, Tsukuba), volunteers do (§3.1)."""
    return (Hit(told(guest, home, adult=home.adults[0].name)),)


@of_pair(
    "home-single-adult-no-child", Severity.NOTE, levels={Preset.J1: Severity.BLOCK},
    off_in=(Preset.FOUR_H, Preset.JAPANESE_MUNICIPALITY),
    concerns=lambda guest: guest.is_minor, where=lambda home: len(home.adults) == 1 and not home.children,
)  # fmt: skip
def single_adult_no_child(guest: Guest, home: Home, figures: Figures) -> Hits:
    """One adult and no child at home: the student and the parents have to agree before (AFS; 22 CFR 62.25)."""
    return (Hit(told(guest, home, adult=home.adults[0].name)),)


@of_pair(
    "home-no-sibling", Severity.NOTE, levels={Preset.FOUR_H: Severity.BLOCK},
    off_in=(Preset.VOLUNTEER, Preset.J1), concerns=lambda guest: guest.is_minor, years=3,
)  # fmt: skip
def no_sibling(guest: Guest, home: Home, figures: Figures) -> Hits:
    """No child of the family is of the guest's gender and near their age, as 4-H asks: two or three years (§3.1)."""
    if guest.age is None or any(is_match(guest, one, figures["years"]) for one in home.children):
        return ()
    return (Hit(told(guest, home, years=round(figures["years"]))),)


@of_pair(
    "home-sibling-away", Severity.WARN, concerns=lambda guest: guest.is_minor,
    where=lambda home: any(not one.adult and not one.is_always_there for one in home.dwellers), years=3,
)  # fmt: skip
def sibling_away(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The only child near the guest's age is away on some of the nights: often it travels too (domain.md §3.4)."""
    near = [one for one in home.dwellers if not one.adult and is_match(guest, one, figures["years"])]
    if not near:
        return ()
    asked = guest.nights & home.nights
    there = 0
    for one in near:
        there |= one.present
    away = asked & ~there
    return (Hit(told(guest, home, child=near[0].name), away),) if away else ()


def is_match(guest: Guest, child: Dweller, years: float) -> bool:
    """Say whether a child of a family is of a guest's gender and near their age."""
    if guest.age is None or child.age is None or child.gender is not guest.gender:
        return False
    return abs(guest.age - child.age) <= years


def _has_no_help(home: Home) -> bool:
    return home.household.translation_help is not Answer.YES


@of_pair(
    "home-language", Severity.WARN, levels={Preset.J1: Severity.BLOCK},
    concerns=lambda guest: guest.level is LanguageLevel.NONE, where=_has_no_help,
)  # fmt: skip
def language(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The guest speaks no word, and nobody at home theirs or helps with translating (domain.md §3.2, rule 7)."""
    return _unheard(guest, home)


@of_pair(
    "home-language-little", Severity.NOTE, levels={Preset.J1: Severity.BLOCK},
    concerns=lambda guest: guest.level is LanguageLevel.GREETINGS, where=_has_no_help,
)  # fmt: skip
def language_little(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The guest knows greetings, and nobody at home speaks their language or helps with translating."""
    return _unheard(guest, home)


def _unheard(guest: Guest, home: Home) -> Hits:
    return () if home.speaks(guest.own_language, LanguageLevel.SIMPLE) else (
        Hit(told(guest, home, language=language_pair(guest.host_language), own=language_pair(guest.own_language))),
    )


@of_pair("home-promise", Severity.BLOCK, concerns=lambda guest: bool(guest.promised))
def promise(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Another family has promised to take the guest, and nobody has given that up (domain.md §3.2, rule 12)."""
    promised = guest.promised
    if home.id in promised:
        return ()
    return (Hit(told(guest, home, other=next(iter(promised.values())))),)


@of_pair("home-backup", Severity.NOTE, where=lambda home: home.is_backup)
def backup(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family is kept for when another drops out."""
    return (Hit({"home": home.name}),)


@of_pair(
    "home-small-children", Severity.WARN, concerns=lambda guest: guest.member.small_children_ok is Answer.NO,
    where=lambda home: bool(home.children), years=6,
)  # fmt: skip
def small_children(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """The guest would rather not live with small children."""
    small = [child for child in home.children if child.age is not None and child.age < figures["years"]]
    if small:
        yield Hit(told(guest, home, child=small[0].name, age=small[0].age))


#: In the order in which they are listed.
RULES: Final = (
    day_only, night_off, part_of_nights, all_or_nothing, not_taken, age_not_taken, not_taken_ask, gender_unknown,
    single_adult, single_adult_no_child, no_sibling, sibling_away, language, language_little, promise, backup,
    small_children,
)  # fmt: skip

"""What the plan holds of homestays, as rows of two tables: guests with where they sleep, homes with what they offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.language import other_language, screen_language, tr, tr_in, trn
from planner.language.dates import day_text, days_text
from planner.language.names import called_name, family_word, full_name, household_sort_key, sort_key
from planner.language.terms import term
from planner.model.delegations import Wish
from planner.model.homestays import Stay
from planner.model.households import HostOffer
from planner.model.kinds import WishKind
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import guests_in_beds, guests_without_bed, hosting, places_of, travelling
from planner.rules.nights import nights_of
from planner.ui.pages.homestays.lodging import lodging_words
from planner.ui.pages.people.words import ANIMALS
from planner.ui.widgets.table import Cell, Column, Mark, Row
from planner.ui.widgets.words import listed


def guest_columns() -> list[Column]:
    """The columns of the guests' table."""
    return [
        Column(tr("Guest"), 230),
        Column(tr("Role"), 110),
        Column(tr("Nights"), 72, tip=tr("Nights a bed is needed for"), right=True),
        Column(tr("Without a bed"), 120),
        Column(tr("Sleeps at")),
        Column(tr("Wishes"), 200),
    ]


def guest_rows(plan: Plan) -> Iterator[Row]:
    """One row for each guest who travels."""
    language = screen_language()
    other = other_language(language)
    lacking = {bedless.member.id: bedless for bedless in guests_without_bed(plan)}
    stays: defaultdict[int, list[Stay]] = defaultdict(list)
    for stay in sorted(plan.stays, key=lambda stay: stay.first_night):
        stays[stay.member.id].append(stay)
    for member in travelling(plan):
        person, bedless = member.person, lacking.get(member.id)
        nights = len(nights_of(member, plan))
        sleeps = listed(_stay_words(stay, nights, language) for stay in stays[member.id])
        wishes = listed(
            _wish_words(wish, language) for wish in member.wishes if wish.other is not None or wish.words
        )
        if bedless is None:
            without, group, order = Cell("", sort=0), tr("All nights in a bed"), 1
        else:
            words = trn("{count} night", "{count} nights", len(bedless.nights))
            words = tr("all nights") if bedless.has_none else words
            without = Cell(words, sort=len(bedless.nights), chip="check")
            group, order = tr("Without a bed on some night"), 0
        marks = tuple(Mark("lock", tr("locked"), "chosen") for stay in stays[member.id][:1] if stay.locked)
        marks += tuple(Mark("flag", _reason(stay, plan), "check") for stay in stays[member.id] if stay.reason)
        name, name_too = full_name(person, language), full_name(person, other)
        yield Row(
            Subject("Member", member.id),
            (
                Cell(name, "" if name_too == name else name_too, sort=sort_key(person, language)),
                Cell(term(member.role, language)),
                Cell(str(nights), sort=nights),
                without,
                Cell(sleeps, marks=marks),
                Cell(wishes),
            ),
            group=group,
            group_sort=order,
            words=" ".join((name, name_too, sleeps, wishes)),
        )


def _reason(stay: Stay, plan: Plan) -> str:
    """Why somebody stays there although a rule forbids it, and who has decided it; or why the stay is as it is."""
    who = next((one.who for one in plan.acceptances if one.reason == stay.reason), "")
    return tr("Accepted by {name}: {reason}", name=who, reason=stay.reason) if who else stay.reason


def _wish_words(wish: Wish, language: str) -> str:
    name = called_name(wish.other.person, language) if wish.other is not None else wish.words
    if wish.kind == WishKind.TOGETHER:
        return tr("with {name}", name=name)
    return tr("not with {name}", name=name)


def _stay_words(stay: Stay, nights: int, language: str) -> str:
    where = lodging_words(stay)
    if (stay.last_night - stay.first_night).days + 1 >= nights:
        return where
    days = days_text(stay.first_night, stay.last_night, language, year=False)
    return tr("{place}, {days}", place=where, days=days)


def _places_tip() -> str:
    return tr("How many guests the beds take; a double counts as one, which a couple may share")


def home_columns() -> list[Column]:
    """The columns of the homes' table."""
    return [
        Column(tr("Family"), 200),
        Column(tr("Status"), 120),
        Column(tr_in("beds", "Places"), 72, tip=_places_tip(), right=True),
        Column(tr("Guests at most"), 110, right=True),
        Column(tr("Placed"), 72, right=True),
        Column(tr("Takes"), 170),
        Column(tr("Nights it cannot")),
        Column(tr("Animals"), 120),
    ]


def home_rows(plan: Plan) -> Iterator[Row]:
    """One row for each home that offers beds."""
    language = screen_language()
    placed: defaultdict[int, set[int]] = defaultdict(set)
    for stay in plan.stays:
        if stay.household is not None:
            placed[stay.household.id].add(stay.member.id)
    for offer in hosting(plan):
        household = offer.household
        places = guests_in_beds(household)
        guests = len(placed[household.id])
        takes = listed(term(kind, language) for kind in sorted(offer.takes)) or offer.takes_words
        nights = listed(day_text(night.night, language, "short") for night in offer.nights_off)
        marks = tuple(
            Mark(ANIMALS.get(pet.species, "paw"), pet.words or term(pet.species, language)) for pet in household.pets
        )
        name = family_word(household, language)
        backup = tr("backup home") if offer.backup else ""
        yield Row(
            Subject("Household", household.id),
            (
                Cell(name, backup, sort=household_sort_key(household, language)),
                Cell(term(offer.status, language)),
                Cell(str(places), sort=places),
                Cell("" if offer.most_guests is None else str(offer.most_guests), sort=offer.most_guests),
                Cell(str(guests), sort=guests, tone="" if guests else "text3"),
                Cell(takes),
                Cell(nights),
                Cell("", marks=marks, sort=len(marks) or None),
            ),
            group=_group(offer, guests)[1],
            group_sort=_group(offer, guests)[0],
            words=" ".join((household.name_en, household.name_ja, takes, nights)),
        )


def _group(offer: HostOffer, guests: int) -> tuple[int, str]:
    if not offer.household.beds:
        return 3, tr("No beds yet")
    if offer.backup and not guests:
        return 2, tr("Backup homes")
    return (0, tr("Room for more guests")) if guests < places_of(offer) else (1, tr("Full"))

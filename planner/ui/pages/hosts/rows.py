"""Host families as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.clock import nights_between
from planner.language import other_language, screen_language, tr
from planner.language.dates import day_text
from planner.language.names import family_word, full_name, household_sort_key
from planner.language.terms import term
from planner.model.households import HostOffer, Household
from planner.model.kinds import Answer, OfferStatus, ReviewState, Smoking
from planner.model.plan import Plan
from planner.rules.clearances import adults_of, adults_to_clear
from planner.rules.finding import Subject
from planner.rules.left import guests_in_beds
from planner.ui.pages.people.words import ANIMALS
from planner.ui.widgets.table import Cell, Column, Mark, Row
from planner.ui.widgets.words import listed

#: Left out until somebody asks for them.
HIDDEN = ("phone", "email", "seats", "contact")

_STATUS = {status: place for place, status in enumerate(OfferStatus)}
_TONES = {
    OfferStatus.APPROVED: "good", OfferStatus.CONFIRMED: "good", OfferStatus.HOSTING: "good", OfferStatus.DONE: "good",
    OfferStatus.CHECKS: "check", OfferStatus.HELD: "check",
}  # fmt: skip


def columns() -> list[Column]:
    """The columns of the table."""
    return [
        Column(tr("Family"), 170, key="family"),
        Column(tr("Status"), 96, key="status"),
        Column(tr("Guests"), 60, tip=tr("Guests at most"), right=True, key="guests"),
        Column(tr("Beds"), 140, key="beds"),
        Column(tr("Takes"), 104, key="takes"),
        Column(tr("Ages"), 60, key="ages"),
        Column(tr("Nights off"), 124, tip=tr("The nights of the visit; filled where the family cannot"), key="nights"),
        Column(tr("Animals"), 84, key="pets"),
        Column(tr("Cleared"), 76, tip=_cleared_tip(), key="cleared"),
        Column(tr("Minutes"), 76, tip=tr("Minutes to the meeting point"), right=True, key="minutes"),
        Column(tr("Smoking"), 108, key="smoking"),
        Column(tr("Can cook for"), 150, key="diet"),
        Column(tr("Town"), 0, key="town", least=110),
        Column(tr("Seats"), 64, tip=tr("Seats with belts for guests"), right=True, key="seats"),
        Column(tr("Main contact"), 140, key="contact"),
        Column(tr("Telephone"), 130, key="phone"),
        Column(tr("E-mail"), 170, key="email"),
    ]


def _cleared_tip() -> str:
    return tr("Adults with a clearance that holds to the last day and is not too old, of all adults")


def groupings() -> list[tuple[str, str]]:
    """How the rows can be put into groups."""
    return [
        ("", tr("No grouping")),
        ("status", tr("By status")),
        ("town", tr("By town")),
        ("cleared", tr("By clearance")),
    ]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all rows need to know of the plan, worked out once."""

    plan: Plan
    grouping: str
    adults: Counter[int]
    to_clear: Counter[int]
    open_words: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, plan: Plan, grouping: str) -> Surroundings:
        """Look at a plan."""
        to_review = ((item.record, item.record_uid) for item in plan.review_items if item.state == ReviewState.OPEN)
        return cls(
            plan,
            grouping,
            Counter(resident.household_id for resident in adults_of(plan)),
            Counter(resident.household_id for resident in adults_to_clear(plan)),
            frozenset(to_review),
        )


def family_rows(plan: Plan, grouping: str, *, everybody: bool) -> Iterator[Row]:
    """One row for each family that has an offer for this visit, or for each family of the file."""
    here = Surroundings.of(plan, grouping)
    for household in plan.households:
        offer = household.offers[0] if household.offers else None
        if offer is not None or everybody:
            yield _row(here, household, offer)


def _row(here: Surroundings, home: Household, offer: HostOffer | None) -> Row:
    language = screen_language()
    other = other_language(language)
    name, name_too = family_word(home, language), family_word(home, other)
    out = offer is None or offer.status in (OfferStatus.DECLINED, OfferStatus.PAUSED)
    adults = 0 if out else here.adults[home.id]
    cleared = adults - here.to_clear[home.id]
    contact = next((one.person for one in home.residents if one.main_contact), None)
    tone = "text3" if out else ""
    smoking = "" if home.smoking == Smoking.UNKNOWN else term(home.smoking, language)
    diets = listed([term(diet, language) for diet in sorted(home.cooks_for)])
    minutes = home.minutes_to_meeting_point
    title, order = _group(here, home, offer, adults, cleared)
    cells = (
        Cell(
            name,
            "" if name_too == name else name_too,
            _marks(here, home, offer),
            sort=household_sort_key(home, language),
            tone=tone,
        ),
        _status(offer, language),
        _number(None if offer is None else offer.most_guests),
        Cell(bed_words(home), sort=guests_in_beds(home) or None, tone=tone),
        Cell(takes_words(offer), tone=tone),
        _ages(offer),
        nights_cell(here.plan, offer),
        Cell("", marks=_pets(home), sort=len(home.pets) or None),
        _cleared(adults, cleared),
        _number(minutes),
        Cell(smoking, tone=tone),
        Cell(diets or home.cooking_words, tone=tone),
        Cell(home.town, tone=tone),
        _number(home.belted_seats),
        Cell("" if contact is None else full_name(contact, language), tone=tone),
        Cell(home.phone, tone=tone),
        Cell(home.email, tone=tone),
    )
    people = [full_name(one.person, each) for one in home.residents for each in ("en", "ja")]
    words = " ".join(
        (name, name_too, home.name_en, home.name_ja, home.name_kana, home.town, home.address_en, home.phone, home.email,
         diets, smoking, *people, *(cell.spoken for cell in cells[1:9]))
    )  # fmt: skip
    return Row(Subject("Household", home.id), cells, title, order, words)


def _number(value: int | None) -> Cell:
    return Cell("" if value is None else str(value), sort=value)


def _marks(here: Surroundings, home: Household, offer: HostOffer | None) -> tuple[Mark, ...]:
    marks = []
    named = [("Household", home.uid)] + ([] if offer is None else [("HostOffer", offer.uid)])
    if any(one in here.open_words for one in named):
        marks.append(Mark("warn", tr("words of a form to look at"), "check"))
    if offer is not None and offer.backup:
        marks.append(Mark("backup", tr("backup home"), "grey"))
    if home.steep_stairs == Answer.YES:
        marks.append(Mark("stairs", tr("steep stairs"), "grey"))
    return tuple(marks)


def _status(offer: HostOffer | None, language: str) -> Cell:
    if offer is None:
        return Cell(tr("not asked"), sort=len(_STATUS), tone="text3")
    place = _STATUS.get(offer.status, len(_STATUS))
    words = term(offer.status, language)
    return Cell(words, sort=place, chip=_TONES.get(offer.status, "grey"))


def bed_words(home: Household) -> str:
    """The beds by kind: "2 × Twin, Sofa bed"."""
    kinds = Counter(bed.kind for bed in home.beds)
    language = screen_language()
    return listed(
        [
            term(kind, language) if count == 1 else tr("{count} × {bed}", count=count, bed=term(kind, language))
            for kind, count in kinds.items()
        ]
    )


def takes_words(offer: HostOffer | None) -> str:
    """Whom a family takes."""
    if offer is None:
        return ""
    return listed([term(kind, screen_language()) for kind in sorted(offer.takes)]) or offer.takes_words


def _ages(offer: HostOffer | None) -> Cell:
    if offer is None or (offer.ages_from is None and offer.ages_to is None):
        return Cell()
    first, last = offer.ages_from, offer.ages_to
    if last is None:
        words = tr("{age} up", age=first)
    elif first is None:
        words = tr("to {age}", age=last)
    else:
        words = f"{first}–{last}"
    return Cell(words, sort=(first or 0, last or 999))


def nights_cell(plan: Plan, offer: HostOffer | None) -> Cell:
    """A box for each night of the visit, filled where the family cannot."""
    if offer is None:
        return Cell()
    nights = nights_between(plan.visit.first_day, plan.visit.last_day)
    off = {night.night for night in offer.nights_off}
    language = screen_language()
    said = listed([day_text(night, language, "short") for night in nights if night in off])
    aloud = tr("cannot on {nights}", nights=said) if said else tr("can on every night")
    return Cell(strip=tuple(night in off for night in nights), sort=sum(night in off for night in nights), aloud=aloud)


def _pets(home: Household) -> tuple[Mark, ...]:
    language = screen_language()
    return tuple(
        Mark(ANIMALS.get(pet.species, "paw"), listed([pet.words or term(pet.species, language)])) for pet in home.pets
    )


def _cleared(adults: int, cleared: int) -> Cell:
    if not adults:
        return Cell()
    mark = Mark("shield-good", tr("all cleared"), "good")
    if cleared < adults:
        mark = Mark("shield-warn", tr("not all cleared"), "check")
    return Cell(tr("{cleared} of {adults}", cleared=cleared, adults=adults), marks=(mark,), sort=cleared - adults)


def _group(here: Surroundings, home: Household, offer: HostOffer | None, adults: int, cleared: int) -> tuple[str, Any]:
    if here.grouping == "town":
        return (home.town, (0, home.town.casefold())) if home.town else (tr("No town stated"), (1,))
    if offer is None:
        return tr("Not asked for this visit"), (9,)
    if here.grouping == "status":
        return term(offer.status, screen_language()), (_STATUS.get(offer.status, len(_STATUS)),)
    if here.grouping == "cleared":
        return (tr("Adults to clear"), (0,)) if cleared < adults else (tr("All adults cleared"), (1,))
    return "", (0,)

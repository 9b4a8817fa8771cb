"""What the inspector shows of a host family: its offer, who lives there, beds, animals, home."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from planner.commands import hosts
from planner.language import other_language, screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.names import called_name, family_word, full_name
from planner.language.terms import term
from planner.model.households import Acquaintance, Bed, Clearance, HostOffer, Household, NightOff, Pet, Resident
from planner.model.kinds import ClearanceStatus
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.clearances import is_too_old
from planner.rules.left import ADULT, age_by, guests_in_beds
from planner.ui.inspector import Deeds, Item, Of, Outline, Own, Parts, PhotoPiece, Pick, Section, Shown, more
from planner.ui.pages.hosts.nights import NightsPiece
from planner.ui.pages.hosts.rows import bed_words
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.words import listed


def offer_of(home: Household) -> HostOffer | None:
    """The family's offer for this visit; a plan holds no other."""
    return home.offers[0] if home.offers else None


def family_outline(deeds: Deeds) -> Outline:
    """Everything about a family."""
    return Outline(
        Household,
        (
            Own(lambda workspace: PhotoPiece(workspace, Household)),
            (Shown("name_en", strong=True), Shown("name_ja", strong=True)),
            "name_kana",
            Of(offer_of, HostOffer, _offer_items()),
            _residents(),
            Section(
                tr("Beds"),
                (Parts(Bed, "beds", "household_id", tr("Add a bed"), _bed_items(), title=_bed_title),),
                note=lambda home, plan: bed_words(home),
            ),
            Section(
                tr("Animals"),
                (Parts(Pet, "pets", "household_id", tr("Add an animal"), _pet_items(), title=_pet_title),),
                opened=False,
                note=lambda home, plan: listed([_pet_title(pet, plan) for pet in home.pets]),
            ),
            Section(tr("To reach"), _reach_items(), opened=False, note=lambda home, plan: home.phone or home.town),
            Section(tr("Home"), _home_items(), opened=False),
            Section(tr("Kitchen"), ("cooks_for", "cooks_without", "cannot_avoid", "cooking_words"), opened=False,
                    note=lambda home, plan: listed([term(diet, screen_language()) for diet in sorted(home.cooks_for)])),
            Section(
                tr("Habits and letter"),
                (
                    ("interests_en", "interests_ja"), ("languages_words", "translation_help"),
                    ("curfew", "hosted_before"), ("reciprocity", "involvement"), _acquaintances(),
                    "house_rules_en", "house_rules_ja", "letter_en", "letter_ja", ("faith", "services"),
                    "other_faiths_ok",
                ),
                opened=False,
            ),
            Shown("notes"),
        ),
        title=lambda home, plan: family_word(home, screen_language()),
        chip=_chip,
        reviewed=lambda home: (home, offer_of(home), *(resident.person for resident in home.residents)),
        deeds=deeds,
        subtitle=_line,
    )  # fmt: skip


def _chip(home: Household, plan: Plan) -> tuple[str, str, str]:
    offer = offer_of(home)
    if offer is None:
        return tr("not asked"), "grey", "hosts"
    return term(offer.status, screen_language()), "family", "hosts"


def _line(home: Household, plan: Plan) -> str:
    other = other_language(screen_language())
    places = guests_in_beds(home)
    name = family_word(home, other)
    name = "" if name == family_word(home, screen_language()) else name
    return listed([name, trn("{count} place for guests", "{count} places for guests", places), home.town])


def _offer_items() -> tuple[Item, ...]:
    return (
        ("status", "most_guests"),
        "takes",
        ("ages_from", "ages_to"),
        "only_a_wish",
        Own(NightsPiece),
        Parts(NightOff, "nights_off", "offer_id", "", (Shown("reason"),), title=_night_title),
        ("backup", "day_only"),
        more(
            "takes_words",
            ("first_time", Pick("rides_with_id", _other_homes, tr("Rides with"), tr("nobody, they drive"))),
            ("partial_stay", "same_day"),
            ("days_off", "applied_on"),
            Shown("notes", label=tr("Notes about the offer")),
        ),
    )


def _other_homes(offer: HostOffer, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    """The families who could take the guests of this one along."""
    others = (one.household for one in plan.offers if one.household_id != offer.household_id)
    return [(home.id, family_word(home, screen_language())) for home in others]


def _acquaintances() -> Parts:
    return Parts(
        Acquaintance, "acquaintances", "household_id", tr("Add somebody they know"),
        ((Pick("person_id", _guests, tr("Whom")), "kind"), "promised", "waived", "words"),
        heading=tr("Know some of the guests"), title=_acquaintance_title, new=_first_guest,
    )  # fmt: skip


def _guests(known: Acquaintance, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    """The participants, and whom the family knows from another visit."""
    people = {member.person_id: member.person for member in plan.members} | {known.person_id: known.person}
    return [(person_id, full_name(person, screen_language())) for person_id, person in people.items()]


def _first_guest(home: Household, plan: Plan) -> dict[str, int]:
    """Somebody has to be named from the start: whom they really know is chosen next."""
    return {"person_id": next((member.person_id for member in plan.members), 0)}


def _acquaintance_title(known: Acquaintance, plan: Plan) -> str:
    return listed([full_name(known.person, screen_language()), term(known.kind, screen_language())])


def _night_title(night: NightOff, plan: Plan) -> str:
    day = day_text(night.night, screen_language(), "short")
    return tr("{night}: {reason}", night=day, reason=night.reason) if night.reason else day


def _residents() -> Section:
    return Section(
        tr("Who lives here"),
        (
            Parts(
                Resident, "residents", "household_id", tr("Add somebody who lives here"),
                (
                    Of("person", Person, (
                        ("given_name", "family_name"),
                        ("given_name_ja", "family_name_ja"),
                        ("given_name_kana", "family_name_kana"),
                        ("birth_date", "gender"),
                    )),
                    ("relation", "presence"),
                    "main_contact",
                    Parts(
                        Clearance, "clearances", "resident_id", tr("Add a clearance"),
                        (("status", "kind"), "cleared_on", "expires_on", "words"),
                        heading=tr("Clearance (background check)"), title=_clearance_title,
                    ),
                    more(
                        ("home_from", "home_until"),
                        Of("person", Person, (
                            ("phone", "email"), ("occupation_en", "occupation_ja"),
                            ("school_en", "grade"), ("smoking", "stated_age"),
                        )),
                        "works",
                        ("drives_guests", "driver_approved"),
                        "licence",
                    ),
                ),
                title=_resident_title, add_by=_add_resident,
            ),
        ),
        note=lambda home, plan: listed([called_name(one.person, screen_language()) for one in home.residents]),
    )  # fmt: skip


def _resident_title(resident: Resident, plan: Plan) -> str:
    """The name, age at the end of the visit, and for adults whether they are cleared."""
    age = age_by(resident.person, plan.visit.last_day)
    words = [full_name(resident.person, screen_language()), "" if age is None else str(age), resident.relation]
    if age is None or age >= ADULT:
        words.append(_clearance_words(resident, plan))
    return listed(words)


def _clearance_title(clearance: Clearance, plan: Plan) -> str:
    language = screen_language()
    day = "" if clearance.cleared_on is None else day_text(clearance.cleared_on, language, "plain")
    return listed([term(clearance.status, language), day])


def _clearance_words(resident: Resident, plan: Plan) -> str:
    language = screen_language()
    for clearance in resident.clearances:
        if clearance.status == ClearanceStatus.CLEARED:
            end = clearance.expires_on
            if end is not None and end < plan.visit.last_day:
                return tr("clearance runs out {day}", day=day_text(end, language, "short"))
            if is_too_old(clearance, plan) and clearance.cleared_on is not None:
                return tr("cleared {day}, too long ago", day=day_text(clearance.cleared_on, language, "plain"))
            return term(clearance.status, language)
    return term(resident.clearances[0].status, language) if resident.clearances else tr("not cleared")


def _add_resident(workspace: Workspace, home: Any, done: Callable[[int], object]) -> None:
    """Somebody of the family's name, whose own name is typed next."""
    names = {"family_name": family_word(home, "en")}
    if home.name_ja:
        names["family_name_ja"] = family_word(home, "ja")
    workspace.run(hosts.add_resident, home.id, names, {"main_contact": not home.residents}, done=done)


def _bed_items() -> tuple[Item, ...]:
    return (("kind", "sleeps"), ("room", "shared_with"), "words", ("steep_stairs", "socket"))


def _bed_title(bed: Bed, plan: Plan) -> str:
    sleeps = trn("sleeps {count}", "sleeps {count}", bed.sleeps) if bed.sleeps and bed.sleeps > 1 else ""
    stairs = tr("up steep stairs") if bed.steep_stairs else ""
    return listed([term(bed.kind, screen_language()), bed.room, sleeps, stairs])


def _pet_items() -> tuple[Item, ...]:
    return (("species", "lives"), ("count", "size"), "words")


def _pet_title(pet: Pet, plan: Plan) -> str:
    return pet.words or listed([term(pet.species, screen_language()), term(pet.lives, screen_language())])


def _reach_items() -> tuple[Item, ...]:
    return (
        ("phone", "messenger"),
        ("email", "best_time"),
        "address_en",
        "address_ja",
        ("town", "postal_code"),
        ("minutes_to_meeting_point", "nearest_stop"),
        more("map_link", ("latitude", "longitude")),
    )


def _home_items() -> tuple[Item, ...]:
    return (
        ("home", "area"),
        ("bathrooms", "belted_seats"),
        ("steep_stairs", "air_conditioning"),
        ("wifi", "smoking"),
        ("smoking_words", "takes_smokers"),
        ("pool", "lodgers"),
        "firearms",
    )

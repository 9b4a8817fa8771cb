"""A row of the host families' form → the offer for this visit, with the household and everybody and everything in
it.
"""

from __future__ import annotations

import re

from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft, by_script
from planner.intake.proposals.residents import (
    adults_of,
    draft_residents,
    find_resident,
    read_whole_reading,
    written_on,
)
from planner.intake.values.addresses import read_email, read_locality, read_postal_code
from planner.intake.values.adults import read_clearances, read_driving
from planner.intake.values.animals import read_pets
from planner.intake.values.answers import read_answer
from planner.intake.values.beds import read_beds
from planner.intake.values.bonds import read_known
from planner.intake.values.diets import FAITH, read_cooking
from planner.intake.values.homes import read_home
from planner.intake.values.languages import read_languages
from planner.intake.values.nights import BACKUP, read_nights_off
from planner.intake.values.numbers import read_count
from planner.intake.values.phones import read_phones
from planner.intake.values.reading import Doubt
from planner.intake.values.scan import CLAUSES, brackets, plain, says_none, split_outside
from planner.intake.values.smoking import read_smoking
from planner.intake.values.wanted import read_wanted
from planner.language.kana import has_japanese
from planner.model.delegations import Member
from planner.model.kinds import Answer, HomeKind, LanguageLevel, Smoking

_TEXTS = ("best_time", "messenger", "nearest_stop", "firearms", "pool", "curfew")
_ANSWERS = ("wifi", "air_conditioning", "steep_stairs", "takes_smokers", "translation_help", "other_faiths_ok")
_AIR_CONDITIONING = re.compile(r"\bA/?C\b|air[- ]?con|エアコン|冷房", re.IGNORECASE)


def draft_host(row: Row, context: Context) -> Draft | None:
    """Describe the family of a row; None for a row without a name."""
    household = Draft("Household")
    offer = Draft("HostOffer", links={"visit": context.visit_draft(), "household": household})
    remarks = _name(row, household)
    if not household.fields.get("name_en") and not household.fields.get("name_ja"):
        return None
    offer.fields["backup"] = any(BACKUP.search(plain(remark)) for remark in remarks)
    _reach(row, household, context)
    residents = draft_residents(row, household, context)
    _home(row, household, residents)
    _beds(row, household, residents)
    _words_and_languages(row, household, residents)
    _adults(row, household, residents, context)
    _bonds(row, household, context)
    _offer(row, offer, household, [remark for remark in remarks if not BACKUP.search(plain(remark))])
    return offer


def _name(row: Row, household: Draft) -> list[str]:
    """The family's name without what stands in brackets after it, and these remarks."""
    words = row.text("Household.name") or row.text("Household.contact").split(" ")[-1]
    name, remarks = brackets(words)
    japanese = has_japanese(name)
    household.fields["name_ja" if japanese else "name_en"] = name
    household.at_first["name_en" if japanese else "name_ja"] = ""
    if row.has("Household.name_kana"):
        # Often the whole name of who has filled in the form (`draft_residents`); the family's comes first in it.
        household.fields["name_kana"] = read_whole_reading(row).family
    return remarks


def _reach(row: Row, household: Draft, context: Context) -> None:
    """Where they live and how they are reached."""
    fields = household.fields
    if row.has("Household.email"):
        fields["email"] = row.read("Household.email", read_email)
    if row.has("Household.phone"):
        phones = (
            row.read("Household.phone", lambda text: read_phones(text, context.country))
            if row.text("Household.phone")
            else ()
        )
        fields["phone"] = ", ".join(phone.shown for phone in phones)
    if row.has("Household.address"):
        address = row.text("Household.address")
        fields["address_ja" if has_japanese(address) else "address_en"] = address
    if row.has("Household.locality"):
        place = row.read("Household.locality", read_locality)
        fields["town"] = f"{place.town}, {place.state}" if place.state and place.town else place.town
        fields["postal_code"] = place.postal_code
    if row.has("Household.postal_code"):
        fields["postal_code"] = row.read("Household.postal_code", read_postal_code)
    if row.has("Household.minutes_to_meeting_point"):
        fields["minutes_to_meeting_point"] = _count(row, "Household.minutes_to_meeting_point")


def _count(row: Row, target: str) -> int | None:
    return row.read(target, read_count) if row.text(target) else None


def _home(row: Row, household: Draft, residents: list[Draft]) -> None:
    """The building, the animals, the smokers."""
    fields = household.fields
    for name in _TEXTS:
        if row.has(f"Household.{name}"):
            text = row.text(f"Household.{name}")
            fields[name] = "" if says_none(text) and name not in ("firearms", "pool") else text
    for name in _ANSWERS:
        if row.has(f"Household.{name}"):
            text = row.text(f"Household.{name}")
            fields[name] = row.read(f"Household.{name}", read_answer) if text else Answer.UNKNOWN
    if row.has("Household.bathrooms"):
        fields["bathrooms"] = _count(row, "Household.bathrooms")
    if row.has("Household.home"):
        fields["home"] = row.read("Household.home", read_home) if row.text("Household.home") else HomeKind.UNKNOWN
    if row.has("Pet"):
        household.parts["pets"] = [
            Draft(
                "Pet",
                {
                    "species": pet.species,
                    "size": pet.size,
                    "count": pet.count,
                    "lives": pet.lives,
                    "words": pet.words,
                },
            )
            for pet in row.read("Pet", read_pets)
        ]
    if row.has("Household.smoking"):
        smokes = row.read("Household.smoking", lambda text: read_smoking(text, _given_names(residents)))
        fields["smoking"] = smokes.where
        fields["smoking_words"] = "" if smokes.where is Smoking.NO else row.text("Household.smoking")
        for name in smokes.who:
            smoker = find_resident(residents, name)
            person = smoker.links["person"] if smoker else None
            if person is not None:
                person.fields["smoking"] = smokes.where


def _given_names(residents: list[Draft]) -> list[str]:
    names = []
    for resident in residents:
        person = resident.links["person"]
        if person is not None:
            names.append(person.fields.get("given_name") or person.fields.get("given_name_ja") or "")
    return [name for name in names if name]


def _beds(row: Row, household: Draft, residents: list[Draft]) -> None:
    if not row.has("Bed"):
        return
    beds = row.read("Bed", lambda text: read_beds(text, _given_names(residents)))
    household.parts["beds"] = [
        Draft(
            "Bed",
            {
                "room": bed.room,
                "kind": bed.kind,
                "sleeps": bed.sleeps,
                "shared_with": bed.shared_with,
                "steep_stairs": bed.steep_stairs,
                "words": bed.remark,
            },
        )
        for bed in beds
    ]
    if any(bed.steep_stairs for bed in beds):
        household.fields.setdefault("steep_stairs", Answer.YES)
    if any(_AIR_CONDITIONING.search(bed.remark) for bed in beds):
        household.fields.setdefault("air_conditioning", Answer.YES)


def _words_and_languages(row: Row, household: Draft, residents: list[Draft]) -> None:
    """What they can cook, speak, like; faith and rules."""
    fields = household.fields
    if row.has("Household.cooks"):
        cooking = row.read("Household.cooks", read_cooking)
        fields["cooks_for"], fields["cooks_without"] = cooking.diets, cooking.without
        fields["cooking_words"] = row.text("Household.cooks")
    if row.has("Household.cannot_avoid"):
        fields["cannot_avoid"] = row.read("Household.cannot_avoid", read_cooking).without
    if row.has("Household.involvement"):
        fields["involvement"] = _count(row, "Household.involvement")
    if row.has("Household.languages"):
        fields["languages_words"] = row.text("Household.languages")
        _languages(row, residents)
    if row.has("Household.interests"):
        by_script(fields, row.text("Household.interests"), "interests_en", "interests_ja")
    if row.has("Household.letter"):
        by_script(fields, row.text("Household.letter"), "letter_en", "letter_ja")
    if row.has("Household.hosted_before"):
        fields["hosted_before"] = row.text("Household.hosted_before")
    if row.has("Household.faith_and_rules"):
        text = row.text("Household.faith_and_rules")
        clauses = [] if says_none(text) else split_outside(text, CLAUSES)
        fields["faith"] = "; ".join(clause for clause in clauses if FAITH.search(plain(clause)))
        rules = "; ".join(clause for clause in clauses if not FAITH.search(plain(clause)))
        by_script(fields, rules, "house_rules_en", "house_rules_ja")


def _bonds(row: Row, household: Draft, context: Context) -> None:
    """The guests whom they know: their words, and who of the visit is meant."""
    if not row.has("Household.reciprocity"):
        return
    text = row.text("Household.reciprocity")
    household.fields["reciprocity"] = "" if says_none(text) else text
    household.parts["acquaintances"] = []
    for known in row.read("Household.reciprocity", read_known):
        found = {one.row_id for one in context.members.named(known.name) if one.row_id is not None}
        member = context.plan.get(Member, found.pop()) if len(found) == 1 else None
        if member is None:
            doubt = Doubt.NAME_AMBIGUOUS if found else Doubt.NAME_NOT_FOUND
            row.note("Household.reciprocity", known.name, doubt, "Acquaintance", name=known.name)
            continue
        household.parts["acquaintances"].append(
            Draft(
                "Acquaintance",
                {"kind": known.kind, "promised": known.promised},
                links={"person": Draft("Person", row_id=member.person_id)},
            )
        )


def _languages(row: Row, residents: list[Draft]) -> None:
    """A language is its speaker's; one that nobody is named for is the main contact's, how well is not known."""
    spoken = row.read("Household.languages", lambda text: read_languages(text, _given_names(residents)))
    main = next((resident for resident in residents if resident.fields.get("main_contact")), None)
    for resident in residents:
        person = resident.links["person"]
        if person is not None:
            person.parts["languages"] = []
    for one in spoken:
        speaker = find_resident(residents, one.who) if one.who else main
        person = speaker.links["person"] if speaker else None
        if person is None:
            if one.who:
                row.note("Household.languages", one.who, Doubt.NAME_NOT_FOUND, "SpokenLanguage", name=one.who)
            continue
        known = [draft.fields["language"] for draft in person.parts["languages"]]
        if one.language not in known:
            level = one.level if one.who else LanguageLevel.UNKNOWN
            person.parts["languages"].append(
                Draft(
                    "SpokenLanguage",
                    {"language": one.language, "level": level, "certificate": one.certificate},
                )
            )


def _adults(row: Row, household: Draft, residents: list[Draft], context: Context) -> None:
    """Drivers and background checks, each with the resident who is named."""
    names = _given_names(residents)
    if row.has("Household.drivers"):
        driving = row.read("Household.drivers", lambda text: read_driving(text, names))
        household.fields["belted_seats"] = driving.seats
        for resident in residents:
            resident.fields["drives_guests"] = False
        for name in driving.drivers:
            driver = find_resident(residents, name)
            if driver is not None:
                driver.fields["drives_guests"] = True
            else:
                row.note("Household.drivers", name, Doubt.NAME_NOT_FOUND, name=name)
    if row.has("Clearance"):
        frame = row.frame("Clearance")
        checked = row.read("Clearance", lambda text: read_clearances(text, frame, names))
        for resident in residents:
            resident.parts["clearances"] = []
        for one in checked:
            found = find_resident(residents, one.who) if one.who else None
            meant = [found] if found else [] if one.who else adults_of(residents, context.visit.last_day)
            if one.who and not found:
                row.note("Clearance", one.words, Doubt.NAME_NOT_FOUND, name=one.who)
            for resident in meant:
                resident.parts["clearances"].append(
                    Draft("Clearance", {"status": one.status, "cleared_on": one.on, "words": one.words})
                )


def _offer(row: Row, offer: Draft, household: Draft, remarks: list[str]) -> None:
    """How many guests, whom, on which nights not."""
    fields = offer.fields
    if row.has("HostOffer.most_guests"):
        fields["most_guests"] = _count(row, "HostOffer.most_guests")
    if row.has("HostOffer.takes"):
        wanted = row.read("HostOffer.takes", read_wanted)
        fields["takes"], fields["ages_from"], fields["ages_to"] = (
            wanted.kinds,
            wanted.ages_from,
            wanted.ages_to,
        )
        fields["takes_words"] = row.text("HostOffer.takes")
    if row.has("NightOff"):
        frame = row.frame("NightOff")
        off = row.read("NightOff", lambda text: read_nights_off(text, frame))
        fields["backup"] = fields["backup"] or off.backup
        offer.parts["nights_off"] = [
            Draft("NightOff", {"night": night, "reason": reason}) for night, reason in off.nights
        ]
    if row.has("HostOffer.partial_stay"):
        text = row.text("HostOffer.partial_stay")
        fields["partial_stay"] = row.read("HostOffer.partial_stay", read_answer) if text else Answer.UNKNOWN
    if row.has("HostOffer.backup") and row.text("HostOffer.backup"):
        answer = row.read("HostOffer.backup", read_answer)
        fields["backup"] = fields["backup"] or answer in (Answer.YES, Answer.EITHER)
    if row.has("HostOffer.day_only"):
        text = row.text("HostOffer.day_only")
        fields["day_only"] = bool(text) and row.read("HostOffer.day_only", read_answer) is Answer.YES
    for name in ("first_time", "same_day"):
        if row.has(f"HostOffer.{name}"):
            text = row.text(f"HostOffer.{name}")
            fields[name] = row.read(f"HostOffer.{name}", read_answer) if text else Answer.UNKNOWN
    if row.has("HostOffer.applied_on"):
        fields["applied_on"] = written_on(row)
        if fields["applied_on"] is None:
            row.note("HostOffer.applied_on", row.text("HostOffer.applied_on"), Doubt.NOT_UNDERSTOOD)
    if row.has("notes"):
        household.fields["notes"] = row.text("notes")
    if remarks:
        fields["notes"] = "; ".join(remarks)

"""The words for the members of every enumeration of the planner, and for its nouns."""

from __future__ import annotations

import warnings
from collections.abc import Collection
from enum import Enum
from functools import cache
from typing import Any

from planner.clock import Era
from planner.language.marking import N_, N_in, Words
from planner.language.speaking import UnsaidSentence, screen_language, speaker
from planner.model import kinds as k
from planner.model.calendar import DayKind
from planner.model.ruling import Strictness

TERMS: dict[type[Enum], dict[Any, Words]] = {
    k.Answer: {
        k.Answer.UNKNOWN: N_("not said"),
        k.Answer.YES: N_("yes"),
        k.Answer.NO: N_("no"),
        k.Answer.EITHER: N_("either is fine"),
    },
    k.Side: {
        k.Side.US: N_("United States"),
        k.Side.JAPAN: N_("Japan"),
    },
    k.VisitKind: {
        k.VisitKind.YOUTH: N_("Youth"),
        k.VisitKind.SPORT: N_in("visit", "Sport"),
        k.VisitKind.SCHOOL: N_in("visit", "School"),
        k.VisitKind.ARTS: N_("Arts"),
        k.VisitKind.OFFICIAL: N_in("visit", "Official"),
        k.VisitKind.PROFESSIONAL: N_in("visit", "Professional"),
        k.VisitKind.ANNIVERSARY: N_("Anniversary"),
        k.VisitKind.MIXED: N_("Mixed"),
    },
    k.Direction: {
        k.Direction.INBOUND: N_("They come to us"),
        k.Direction.OUTBOUND: N_("We go to them"),
        k.Direction.BOTH: N_("Both at once"),
    },
    k.VisitStatus: {
        k.VisitStatus.IDEA: N_("Idea"),
        k.VisitStatus.PROPOSED: N_("Proposed"),
        k.VisitStatus.AGREED: N_("Agreed"),
        k.VisitStatus.OPEN: N_("Applications open"),
        k.VisitStatus.MATCHED: N_("Matched"),
        k.VisitStatus.FINAL: N_("Final"),
        k.VisitStatus.RUNNING: N_("Under way"),
        k.VisitStatus.CLOSED: N_("Closed"),
        k.VisitStatus.CANCELLED: N_("Cancelled"),
    },
    k.Preset: {
        k.Preset.VOLUNTEER: N_("Sister-city volunteers"),
        k.Preset.J1: N_("J-1 style (22 CFR 62.25)"),
        k.Preset.FOUR_H: N_("4-H and LABO"),
        k.Preset.JAPANESE_MUNICIPALITY: N_("Japanese municipality"),
    },
    k.PaperSize: {
        k.PaperSize.A4: N_("A4"),
        k.PaperSize.LETTER: N_("US Letter"),
    },
    k.PaperWay: {
        k.PaperWay.SAVED: N_("Saved as PDF"),
        k.PaperWay.PRINTED: N_in("paper", "Sent to the printer"),
    },
    k.PhoneKind: {
        k.PhoneKind.DUTY: N_("24-hour duty phone"),
        k.PhoneKind.CITY_HALL: N_("City hall"),
        k.PhoneKind.CHAPERONE: N_("Chaperone"),
        k.PhoneKind.CONSULATE: N_("Embassy or consulate"),
        k.PhoneKind.HOSPITAL: N_("Hospital"),
        k.PhoneKind.INSURER: N_("Insurer"),
        k.PhoneKind.FIRE_AMBULANCE: N_("Fire and ambulance"),
        k.PhoneKind.POLICE: N_("Police"),
        k.PhoneKind.POISON: N_("Poison centre"),
        k.PhoneKind.OTHER: N_("Other"),
    },
    k.Gender: {
        k.Gender.UNKNOWN: N_("not said"),
        k.Gender.FEMALE: N_("Female"),
        k.Gender.MALE: N_("Male"),
        k.Gender.OTHER: N_("Other"),
    },
    k.RoomsWith: {
        k.RoomsWith.UNKNOWN: N_("not said"),
        k.RoomsWith.SAME_GENDER: N_in("rooming", "People of the same gender"),
        k.RoomsWith.WOMEN: N_in("rooming", "Women or girls"),
        k.RoomsWith.MEN: N_in("rooming", "Men or boys"),
        k.RoomsWith.ANYBODY: N_in("rooming", "Anybody"),
        k.RoomsWith.NOBODY: N_in("rooming", "Nobody"),
    },
    k.RelationKind: {
        k.RelationKind.COUPLE: N_("Couple"),
        k.RelationKind.SIBLINGS: N_("Siblings"),
        k.RelationKind.PARENT_AND_CHILD: N_("Parent and child"),
        k.RelationKind.FAMILY: N_("Of one family"),
    },
    k.AcquaintanceKind: {
        k.AcquaintanceKind.HOSTED_OUR_CHILD: N_("Hosted our child"),
        k.AcquaintanceKind.HOSTED_BEFORE: N_("Stayed here before"),
        k.AcquaintanceKind.PEN_PALS: N_("Pen pals"),
    },
    k.Role: {
        k.Role.STUDENT: N_in("role", "Student"),
        k.Role.PLAYER: N_("Player"),
        k.Role.ARTIST: N_("Artist"),
        k.Role.DELEGATE: N_("Delegate"),
        k.Role.OFFICIAL: N_in("role", "Official"),
        k.Role.LEADER: N_("Leader"),
        k.Role.DEPUTY: N_("Deputy leader"),
        k.Role.COACH: N_in("role", "Coach"),
        k.Role.NURSE: N_("Nurse"),
        k.Role.INTERPRETER: N_("Interpreter"),
        k.Role.STAFF: N_("Staff"),
    },
    k.LanguageLevel: {
        k.LanguageLevel.UNKNOWN: N_("not said"),
        k.LanguageLevel.NONE: N_("Speaks none"),
        k.LanguageLevel.GREETINGS: N_("Greetings"),
        k.LanguageLevel.SIMPLE: N_("Simple sentences"),
        k.LanguageLevel.CONVERSATION: N_("Dinner conversation"),
        k.LanguageLevel.FLUENT: N_("Fluent"),
        k.LanguageLevel.INTERPRETS: N_("Can interpret"),
        k.LanguageLevel.NATIVE: N_("Native"),
    },
    k.Allergen: {
        k.Allergen.SHRIMP: N_("Shrimp"),
        k.Allergen.CRAB: N_("Crab"),
        k.Allergen.CRUSTACEANS: N_("Crustaceans"),
        k.Allergen.MOLLUSCS: N_("Molluscs"),
        k.Allergen.FISH: N_("Fish"),
        k.Allergen.FISH_ROE: N_("Fish roe"),
        k.Allergen.EGG: N_("Egg"),
        k.Allergen.MILK: N_("Milk"),
        k.Allergen.WHEAT: N_("Wheat"),
        k.Allergen.GLUTEN: N_("Gluten"),
        k.Allergen.BUCKWHEAT: N_("Buckwheat (soba)"),
        k.Allergen.PEANUT: N_("Peanut"),
        k.Allergen.WALNUT: N_("Walnut"),
        k.Allergen.TREE_NUTS: N_("Tree nuts"),
        k.Allergen.SOY: N_("Soy"),
        k.Allergen.SESAME: N_("Sesame"),
        k.Allergen.FRUIT: N_("Fruit"),
        k.Allergen.MEAT: N_("Meat"),
        k.Allergen.YAM: N_("Mountain yam"),
        k.Allergen.GELATIN: N_("Gelatin"),
        k.Allergen.OTHER: N_("Other"),
    },
    k.Severity: {
        k.Severity.DISLIKE: N_("Does not like it"),
        k.Severity.SMALL_AMOUNTS_OK: N_("Small amounts are fine"),
        k.Severity.COOKED_OK: N_("Fine when cooked"),
        k.Severity.AVOID: N_("Must avoid"),
        k.Severity.SEVERE: N_("Severe (anaphylaxis)"),
        k.Severity.AIRBORNE: N_("Severe, even in the air"),
    },
    k.Diet: {
        k.Diet.VEGETARIAN: N_("Vegetarian"),
        k.Diet.PESCATARIAN: N_("Fish but no meat"),
        k.Diet.VEGAN: N_("Vegan"),
        k.Diet.HALAL: N_("Halal"),
        k.Diet.KOSHER: N_("Kosher"),
        k.Diet.NO_PORK: N_("No pork"),
        k.Diet.NO_BEEF: N_("No beef"),
        k.Diet.NO_ALCOHOL: N_("No alcohol"),
        k.Diet.GLUTEN_FREE: N_("Gluten-free"),
        k.Diet.LACTOSE_FREE: N_("Lactose-free"),
    },
    k.Species: {
        k.Species.CAT: N_("Cat"),
        k.Species.DOG: N_("Dog"),
        k.Species.RABBIT: N_("Rabbit"),
        k.Species.RODENT: N_("Hamster or other rodent"),
        k.Species.BIRD: N_("Bird"),
        k.Species.FISH: N_("Fish"),
        k.Species.REPTILE: N_("Reptile"),
        k.Species.HORSE: N_("Horse"),
        k.Species.FARM: N_("Farm animals"),
        k.Species.INSECT: N_("Insects"),
        k.Species.ANY: N_("Any animal"),
        k.Species.OTHER: N_("Other"),
    },
    k.AnimalSize: {
        k.AnimalSize.ANY: N_("Any size"),
        k.AnimalSize.SMALL: N_("Small"),
        k.AnimalSize.LARGE: N_("Large"),
    },
    k.Reaction: {
        k.Reaction.UNKNOWN: N_("not said"),
        k.Reaction.ALLERGY: N_("Allergy"),
        k.Reaction.FEAR: N_("Afraid"),
        k.Reaction.FAITH: N_("Religious reasons"),
        k.Reaction.DISLIKE: N_("Rather not"),
    },
    k.Whereabouts: {
        k.Whereabouts.UNKNOWN: N_("not said"),
        k.Whereabouts.INDOORS: N_("Indoors"),
        k.Whereabouts.OUTDOORS: N_("Outdoors"),
        k.Whereabouts.BOTH: N_("Indoors and outdoors"),
    },
    k.Smoking: {
        k.Smoking.UNKNOWN: N_("not said"),
        k.Smoking.NO: N_("Does not smoke"),
        k.Smoking.OUTDOORS: N_("Smokes outdoors"),
        k.Smoking.BALCONY: N_("Smokes on the balcony"),
        k.Smoking.INDOORS: N_("Smokes indoors"),
    },
    k.PhotoConsent: {
        k.PhotoConsent.UNKNOWN: N_("not said"),
        k.PhotoConsent.NONE: N_("No photographs"),
        k.PhotoConsent.GROUP_ONLY: N_("Group photographs only"),
        k.PhotoConsent.FULL: N_("All photographs"),
    },
    k.ContactKind: {
        k.ContactKind.GUARDIAN: N_("Parent or guardian"),
        k.ContactKind.EMERGENCY: N_("Emergency contact"),
    },
    k.WishKind: {
        k.WishKind.TOGETHER: N_("Together with"),
        k.WishKind.APART: N_("Not with"),
    },
    k.HomeKind: {
        k.HomeKind.UNKNOWN: N_("not said"),
        k.HomeKind.HOUSE: N_("House"),
        k.HomeKind.APARTMENT: N_("Apartment"),
        k.HomeKind.FARM: N_("Farmhouse"),
    },
    k.Area: {
        k.Area.UNKNOWN: N_("not said"),
        k.Area.CITY: N_("In the city"),
        k.Area.TOWN: N_("In a small town"),
        k.Area.RURAL: N_("In the country"),
    },
    k.Presence: {
        k.Presence.ALWAYS: N_("All the time"),
        k.Presence.PART_TIME: N_("Part of the time"),
        k.Presence.AWAY: N_("Away during the visit"),
    },
    k.ClearanceStatus: {
        k.ClearanceStatus.PENDING: N_("Pending"),
        k.ClearanceStatus.CLEARED: N_("Cleared"),
        k.ClearanceStatus.REFUSED: N_("Refused"),
    },
    k.BedKind: {
        k.BedKind.SINGLE: N_("Single bed"),
        k.BedKind.TWIN: N_("Twin bed"),
        k.BedKind.DOUBLE: N_("Double bed"),
        k.BedKind.QUEEN: N_("Queen bed"),
        k.BedKind.KING: N_("King bed"),
        k.BedKind.BUNK: N_("Bunk bed"),
        k.BedKind.TRUNDLE: N_("Trundle bed"),
        k.BedKind.DAY_BED: N_("Day bed"),
        k.BedKind.SOFA_BED: N_("Sofa bed"),
        k.BedKind.FUTON: N_("Futon"),
        k.BedKind.AIR_MATTRESS: N_("Air mattress"),
        k.BedKind.OTHER: N_("Other"),
    },
    k.GuestKind: {
        k.GuestKind.GIRL: N_("Girls"),
        k.GuestKind.BOY: N_("Boys"),
        k.GuestKind.WOMAN: N_("Women"),
        k.GuestKind.MAN: N_("Men"),
        k.GuestKind.COUPLE: N_("A couple"),
    },
    k.OfferStatus: {
        k.OfferStatus.ENQUIRY: N_("Enquiry"),
        k.OfferStatus.APPLIED: N_("Signed up"),
        k.OfferStatus.CHECKS: N_("Checks under way"),
        k.OfferStatus.APPROVED: N_("Approved"),
        k.OfferStatus.HELD: N_("Tentatively held"),
        k.OfferStatus.CONFIRMED: N_("Confirmed"),
        k.OfferStatus.HOSTING: N_("Hosting"),
        k.OfferStatus.DONE: N_("Finished"),
        k.OfferStatus.DECLINED: N_("Declined"),
        k.OfferStatus.PAUSED: N_("Paused"),
    },
    k.StayKind: {
        k.StayKind.HOME: N_("Homestay"),
        k.StayKind.HOTEL: N_("Hotel"),
        k.StayKind.IN_THE_AIR: N_("In the air"),
        k.StayKind.DAY_VISIT: N_("Home visit without a night"),
        k.StayKind.ELSEWHERE: N_("Elsewhere"),
    },
    k.PlaceKind: {
        k.PlaceKind.VENUE: N_("Venue"),
        k.PlaceKind.AIRPORT: N_("Airport"),
        k.PlaceKind.STATION: N_("Station"),
        k.PlaceKind.CITY_HALL: N_("City hall"),
        k.PlaceKind.SCHOOL: N_in("place", "School"),
        k.PlaceKind.SPORTS_HALL: N_("Sports hall"),
        k.PlaceKind.MUSEUM: N_("Museum"),
        k.PlaceKind.HOTEL: N_("Hotel"),
        k.PlaceKind.RESTAURANT: N_("Restaurant"),
        k.PlaceKind.OUTDOORS: N_("Outdoors"),
        k.PlaceKind.MEETING_POINT: N_("Meeting point"),
        k.PlaceKind.HOSPITAL: N_("Hospital"),
    },
    k.ActivityKind: {
        k.ActivityKind.TRAVEL: N_("Travel"),
        k.ActivityKind.SPORT: N_in("activity", "Sport"),
        k.ActivityKind.OFFICIAL: N_in("activity", "Official"),
        k.ActivityKind.SIGHTS: N_("Sights"),
        k.ActivityKind.PARTY: N_("Party"),
        k.ActivityKind.FAMILY: N_in("activity", "Family"),
    },
    k.ActivityStatus: {
        k.ActivityStatus.IDEA: N_("Idea"),
        k.ActivityStatus.REQUESTED: N_("Requested"),
        k.ActivityStatus.CONFIRMED: N_("Confirmed"),
        k.ActivityStatus.CANCELLED: N_("Cancelled"),
    },
    k.MealTime: {
        k.MealTime.BREAKFAST: N_("Breakfast"),
        k.MealTime.LUNCH: N_("Lunch"),
        k.MealTime.DINNER: N_("Dinner"),
    },
    k.MealProvider: {
        k.MealProvider.GROUP: N_("Together as a group"),
        k.MealProvider.FAMILY: N_("With the host family"),
        k.MealProvider.PACKED: N_("Packed by the host family"),
        k.MealProvider.ON_BOARD: N_("On board"),
        k.MealProvider.OWN: N_("Each for themselves"),
    },
    k.TravelMode: {
        k.TravelMode.AIR: N_("Plane"),
        k.TravelMode.RAIL: N_("Train"),
        k.TravelMode.COACH: N_in("travel", "Coach"),
        k.TravelMode.CITY_BUS: N_("City bus"),
        k.TravelMode.VAN: N_("Van"),
        k.TravelMode.CAR: N_("Car"),
        k.TravelMode.SHIP: N_("Ship"),
        k.TravelMode.WALK: N_("On foot"),
    },
    k.InterpretingMode: {
        k.InterpretingMode.CONSECUTIVE: N_("Consecutive"),
        k.InterpretingMode.WHISPERED: N_("Whispered"),
        k.InterpretingMode.SIMULTANEOUS: N_("Simultaneous"),
        k.InterpretingMode.ESCORT: N_("Escort"),
    },
    k.LanguagePair: {
        k.LanguagePair.JA_EN: N_("Japanese → English"),
        k.LanguagePair.EN_JA: N_("English → Japanese"),
    },
    k.InterpreterLevel: {
        k.InterpreterLevel.UNKNOWN: N_("not said"),
        k.InterpreterLevel.STUDENT: N_in("interpreter", "Student"),
        k.InterpreterLevel.VOLUNTEER: N_("Experienced volunteer"),
        k.InterpreterLevel.CIR: N_("Coordinator for International Relations"),
        k.InterpreterLevel.PROFESSIONAL: N_in("interpreter", "Professional"),
    },
    k.Importance: {
        k.Importance.BY_EVENT: N_("By the kind of event"),
        k.Importance.LOW: N_in("importance", "Low"),
        k.Importance.NORMAL: N_in("importance", "Normal"),
        k.Importance.HIGH: N_in("importance", "High"),
    },
    k.TeamRole: {
        k.TeamRole.TAKES_TURNS: N_("Takes turns"),
        k.TeamRole.LEADS: N_in("interpreter", "Leads"),
        k.TeamRole.ASSISTS: N_("Assists and learns"),
        k.TeamRole.STANDS_BY: N_("Stands by"),
    },
    k.Speciality: {
        k.Speciality.MEDICAL: N_("medical"),
        k.Speciality.POLICE: N_("police"),
        k.Speciality.LEGAL: N_("legal"),
        k.Speciality.GOVERNMENT: N_("government"),
        k.Speciality.SCHOOL: N_in("speciality", "school"),
        k.Speciality.SPORT: N_in("speciality", "sport"),
        k.Speciality.MUSEUM: N_in("speciality", "museum"),
        k.Speciality.ARTS: N_in("speciality", "arts"),
        k.Speciality.TEA: N_("tea ceremony"),
        k.Speciality.BUSINESS: N_("business"),
        k.Speciality.TECHNICAL: N_("technical"),
    },
    k.SpeechLanguage: {
        k.SpeechLanguage.JAPANESE: N_("Japanese"),
        k.SpeechLanguage.ENGLISH: N_("English"),
        k.SpeechLanguage.BOTH: N_("Both languages"),
        k.SpeechLanguage.NONE: N_("Without words"),
    },
    k.SheetKind: {
        k.SheetKind.GUESTS: N_("Guests"),
        k.SheetKind.HOSTS: N_("Host families"),
        k.SheetKind.INTERPRETERS: N_("Interpreters"),
        k.SheetKind.PROGRAMME: N_("Programme"),
    },
    k.ReviewState: {
        k.ReviewState.OPEN: N_("To review"),
        k.ReviewState.SETTLED: N_("Settled"),
    },
    k.ChangeState: {
        k.ChangeState.DONE: N_("Done"),
        k.ChangeState.UNDONE: N_("Undone"),
    },
    DayKind: {
        DayKind.HOLIDAY: N_("Public holiday"),
        DayKind.CLOSURE: N_("Usually closed"),
        DayKind.OWN: N_("The city's own day"),
    },
    Strictness: {
        Strictness.PRESET: N_("As the preset has it"),
        Strictness.BLOCK: N_in("rule", "Blocks"),
        Strictness.WARN: N_in("rule", "Warns"),
        Strictness.NOTE: N_in("rule", "Notes"),
        Strictness.OFF: N_in("rule", "Off"),
    },
    Era: {
        Era.MEIJI: N_("Meiji"),
        Era.TAISHO: N_("Taisho"),
        Era.SHOWA: N_("Showa"),
        Era.HEISEI: N_("Heisei"),
        Era.REIWA: N_("Reiwa"),
    },
}
"""The English words of each enumeration's members."""

MEAL_MARKS = {
    k.MealProvider.GROUP: "○",
    k.MealProvider.FAMILY: "家",
    k.MealProvider.PACKED: "弁",
    k.MealProvider.ON_BOARD: "機",
    k.MealProvider.OWN: "×",
}
"""How a Japanese 行程表 notes who sees to a meal (domain.md §2.8); 弁 for a box the family packs."""


def term(member: Enum, language: str | None = None) -> str:
    """Give the words for a member of an enumeration in `language`, or the screen's."""
    words = TERMS.get(type(member), {}).get(member)
    if words is None:
        warnings.warn(f"no words for {member!r}", UnsaidSentence, stacklevel=2)
        return str(member.value)
    return speaker(language or screen_language()).words(words)


_DIRECTIONS: dict[frozenset[k.LanguagePair], Words] = {
    frozenset({k.LanguagePair.JA_EN}): N_("JA → EN"),
    frozenset({k.LanguagePair.EN_JA}): N_("EN → JA"),
    frozenset(k.LanguagePair): N_("JA ↔ EN"),
}


def directions_text(pairs: Collection[k.LanguagePair], language: str | None = None) -> str:
    """Write in short from which language into which: "JA → EN", 「日→英」; both ways "JA ↔ EN", 「日↔英」.

    Nothing where no direction is known. In full a direction is a `term`: "Japanese → English".
    """
    words = _DIRECTIONS.get(frozenset(pairs))
    return "" if words is None else speaker(language or screen_language()).words(words)


def language_name(code: str, language: str | None = None) -> str:
    """Give the name of a spoken language by its ISO 639 code: "vi" is "Vietnamese", 「ベトナム語」.

    What is no known code is given back as it is: people write what they speak in their own words.
    """
    return _language_names(language or screen_language()).get(code.strip().lower(), code)


@cache
def _language_names(language: str) -> dict[str, str]:
    from babel import Locale

    return {str(code): str(name) for code, name in Locale(language).languages.items()}

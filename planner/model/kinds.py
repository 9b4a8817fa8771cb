"""The kinds of things: every closed list of words that a field can hold. Their names on screen: `language.terms`."""

from __future__ import annotations

from enum import StrEnum

# What the planner keeps for itself stands in a module of its own; here it has its place among the others.
from planner.model.keeping import ChangeState as ChangeState
from planner.model.keeping import ReviewState as ReviewState
from planner.model.keeping import SheetKind as SheetKind


class Answer(StrEnum):
    """A yes or no as people really give it on a form."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"
    EITHER = "either"


class Side(StrEnum):
    """Which of the two countries."""

    US = "us"
    JAPAN = "japan"


class VisitKind(StrEnum):
    """What a visit is for (domain.md §2.2)."""

    YOUTH = "youth"
    SPORT = "sport"
    SCHOOL = "school"
    ARTS = "arts"
    OFFICIAL = "official"
    PROFESSIONAL = "professional"
    ANNIVERSARY = "anniversary"
    MIXED = "mixed"


class Direction(StrEnum):
    """Whether we host, we travel, or both at once."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BOTH = "both"


class VisitStatus(StrEnum):
    """How far a visit has come (domain.md §2.2)."""

    IDEA = "idea"
    PROPOSED = "proposed"
    AGREED = "agreed"
    OPEN = "open"
    MATCHED = "matched"
    FINAL = "final"
    RUNNING = "running"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Preset(StrEnum):
    """Whose rules a visit starts from (domain.md §3.1); the rules themselves are data of the visit."""

    VOLUNTEER = "volunteer"
    J1 = "j1"
    FOUR_H = "four_h"
    JAPANESE_MUNICIPALITY = "japanese_municipality"


class PaperSize(StrEnum):
    """What a page is printed on."""

    A4 = "a4"
    LETTER = "letter"


class PaperWay(StrEnum):
    """How a paper left the program; that somebody holds it is noted apart."""

    SAVED = "saved"
    PRINTED = "printed"


class PhoneKind(StrEnum):
    """Whom a number of the visit reaches (domain.md §2.10)."""

    DUTY = "duty"
    CITY_HALL = "city_hall"
    CHAPERONE = "chaperone"
    CONSULATE = "consulate"
    HOSPITAL = "hospital"
    INSURER = "insurer"
    FIRE_AMBULANCE = "fire_ambulance"
    POLICE = "police"
    POISON = "poison"
    OTHER = "other"


class Gender(StrEnum):
    """As the person says; rooming is a field of its own (domain.md §2.3)."""

    UNKNOWN = "unknown"
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Role(StrEnum):
    """What a member does in the delegation (domain.md §2.3–2.4)."""

    STUDENT = "student"
    PLAYER = "player"
    ARTIST = "artist"
    DELEGATE = "delegate"
    OFFICIAL = "official"
    LEADER = "leader"
    DEPUTY = "deputy"
    COACH = "coach"
    NURSE = "nurse"
    INTERPRETER = "interpreter"
    STAFF = "staff"

    @property
    def is_chaperone(self) -> bool:
        """Whether this role looks after others (引率)."""
        return self in _CHAPERONES


_CHAPERONES = {Role.LEADER, Role.DEPUTY, Role.COACH, Role.NURSE, Role.INTERPRETER, Role.STAFF}


class RoomsWith(StrEnum):
    """With whom somebody would share a room; what nobody has said is with others of the same gender."""

    UNKNOWN = "unknown"
    SAME_GENDER = "same_gender"
    WOMEN = "women"
    MEN = "men"
    ANYBODY = "anybody"
    NOBODY = "nobody"


class LanguageLevel(StrEnum):
    """How well somebody speaks a language, by what they can do with it; in rising order."""

    UNKNOWN = "unknown"
    NONE = "none"
    GREETINGS = "greetings"
    SIMPLE = "simple"
    CONVERSATION = "conversation"
    FLUENT = "fluent"
    INTERPRETS = "interprets"
    NATIVE = "native"


class Allergen(StrEnum):
    """Foods named on labels: Japan's eight mandatory, the nine of the US, and others that families name.

    Japan: shrimp, crab, walnut, wheat, buckwheat, egg, milk, peanut; US: milk, egg, fish, crustaceans, tree nuts,
    peanut, wheat, soy, sesame (domain.md §3.2, sources 94 and 95).
    """

    SHRIMP = "shrimp"
    CRAB = "crab"
    CRUSTACEANS = "crustaceans"
    MOLLUSCS = "molluscs"
    FISH = "fish"
    FISH_ROE = "fish_roe"
    EGG = "egg"
    MILK = "milk"
    WHEAT = "wheat"
    GLUTEN = "gluten"
    BUCKWHEAT = "buckwheat"
    PEANUT = "peanut"
    WALNUT = "walnut"
    TREE_NUTS = "tree_nuts"
    SOY = "soy"
    SESAME = "sesame"
    FRUIT = "fruit"
    MEAT = "meat"
    YAM = "yam"
    GELATIN = "gelatin"
    OTHER = "other"


class Severity(StrEnum):
    """How strictly a food or an animal must be kept away; in rising order."""

    DISLIKE = "dislike"
    SMALL_AMOUNTS_OK = "small_amounts_ok"
    COOKED_OK = "cooked_ok"
    AVOID = "avoid"
    SEVERE = "severe"
    AIRBORNE = "airborne"


class Diet(StrEnum):
    """A rule for what somebody eats, or what a family can cook for."""

    VEGETARIAN = "vegetarian"
    PESCATARIAN = "pescatarian"
    VEGAN = "vegan"
    HALAL = "halal"
    KOSHER = "kosher"
    NO_PORK = "no_pork"
    NO_BEEF = "no_beef"
    NO_ALCOHOL = "no_alcohol"
    GLUTEN_FREE = "gluten_free"
    LACTOSE_FREE = "lactose_free"


class Species(StrEnum):
    """Which animal."""

    CAT = "cat"
    DOG = "dog"
    RABBIT = "rabbit"
    RODENT = "rodent"
    BIRD = "bird"
    FISH = "fish"
    REPTILE = "reptile"
    HORSE = "horse"
    FARM = "farm"
    INSECT = "insect"
    ANY = "any"
    OTHER = "other"


class AnimalSize(StrEnum):
    """How large an animal; "a small dog is fine" is a common answer."""

    ANY = "any"
    SMALL = "small"
    LARGE = "large"


class Reaction(StrEnum):
    """Why an animal must be kept away; where nobody has said why, it may be an allergy."""

    UNKNOWN = "unknown"
    ALLERGY = "allergy"
    FEAR = "fear"
    FAITH = "faith"
    DISLIKE = "dislike"


class Whereabouts(StrEnum):
    """Where a pet lives."""

    UNKNOWN = "unknown"
    INDOORS = "indoors"
    OUTDOORS = "outdoors"
    BOTH = "both"


class Smoking(StrEnum):
    """Whether and where somebody smokes."""

    UNKNOWN = "unknown"
    NO = "no"
    OUTDOORS = "outdoors"
    BALCONY = "balcony"
    INDOORS = "indoors"


class PhotoConsent(StrEnum):
    """What pictures of somebody may be shown."""

    UNKNOWN = "unknown"
    NONE = "none"
    GROUP_ONLY = "group_only"
    FULL = "full"


class ContactKind(StrEnum):
    """Why somebody stands beside a person's name."""

    GUARDIAN = "guardian"
    EMERGENCY = "emergency"


class WishKind(StrEnum):
    """Whether a member asks to be with somebody or apart from them."""

    TOGETHER = "together"
    APART = "apart"


class RelationKind(StrEnum):
    """How two members of a visit are related: who is may share a room where others may not."""

    COUPLE = "couple"
    SIBLINGS = "siblings"
    PARENT_AND_CHILD = "parent_and_child"
    FAMILY = "family"


class AcquaintanceKind(StrEnum):
    """How a family knows somebody already (domain.md §3.3, reciprocity and earlier hosting)."""

    HOSTED_OUR_CHILD = "hosted_our_child"
    HOSTED_BEFORE = "hosted_before"
    PEN_PALS = "pen_pals"


class HomeKind(StrEnum):
    """What kind of building a family lives in."""

    UNKNOWN = "unknown"
    HOUSE = "house"
    APARTMENT = "apartment"
    FARM = "farm"


class Area(StrEnum):
    """What a family lives amid."""

    UNKNOWN = "unknown"
    CITY = "city"
    TOWN = "town"
    RURAL = "rural"


class Presence(StrEnum):
    """Whether somebody lives in the home all the time; part-time residents count for clearances (domain.md §2.5)."""

    ALWAYS = "always"
    PART_TIME = "part_time"
    AWAY = "away"


class ClearanceStatus(StrEnum):
    """Where an adult's background check stands; whether it has run out is computed from its dates."""

    PENDING = "pending"
    CLEARED = "cleared"
    REFUSED = "refused"


class BedKind(StrEnum):
    """What a guest would sleep on; which kinds are allowed is a rule of the visit (domain.md §3.1)."""

    SINGLE = "single"
    TWIN = "twin"
    DOUBLE = "double"
    QUEEN = "queen"
    KING = "king"
    BUNK = "bunk"
    TRUNDLE = "trundle"
    DAY_BED = "day_bed"
    SOFA_BED = "sofa_bed"
    FUTON = "futon"
    AIR_MATTRESS = "air_mattress"
    OTHER = "other"


class GuestKind(StrEnum):
    """Whom a family would take."""

    GIRL = "girl"
    BOY = "boy"
    WOMAN = "woman"
    MAN = "man"
    COUPLE = "couple"


class OfferStatus(StrEnum):
    """How far a family's offer has come (domain.md §2.5)."""

    ENQUIRY = "enquiry"
    APPLIED = "applied"
    CHECKS = "checks"
    APPROVED = "approved"
    HELD = "held"
    CONFIRMED = "confirmed"
    HOSTING = "hosting"
    DONE = "done"
    DECLINED = "declined"
    PAUSED = "paused"


class StayKind(StrEnum):
    """Where a night is spent; a night in the air is no night in a bed (機中泊)."""

    HOME = "home"
    HOTEL = "hotel"
    IN_THE_AIR = "in_the_air"
    DAY_VISIT = "day_visit"
    ELSEWHERE = "elsewhere"


class PlaceKind(StrEnum):
    """What a place is."""

    VENUE = "venue"
    AIRPORT = "airport"
    STATION = "station"
    CITY_HALL = "city_hall"
    SCHOOL = "school"
    SPORTS_HALL = "sports_hall"
    MUSEUM = "museum"
    HOTEL = "hotel"
    RESTAURANT = "restaurant"
    OUTDOORS = "outdoors"
    MEETING_POINT = "meeting_point"
    HOSPITAL = "hospital"


class ActivityKind(StrEnum):
    """What an activity is; each kind has a colour and an icon."""

    TRAVEL = "travel"
    SPORT = "sport"
    OFFICIAL = "official"
    SIGHTS = "sights"
    PARTY = "party"
    FAMILY = "family"


class ActivityStatus(StrEnum):
    """How firm an activity is."""

    IDEA = "idea"
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class MealTime(StrEnum):
    """Which meal of the day."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"


class MealProvider(StrEnum):
    """Who sees to a meal: ○ the group, 家 the family, 機 on board, × each for themselves (行程表 notation, §2.8)."""

    GROUP = "group"
    FAMILY = "family"
    PACKED = "packed"
    ON_BOARD = "on_board"
    OWN = "own"


class TravelMode(StrEnum):
    """How a leg is travelled."""

    AIR = "air"
    RAIL = "rail"
    COACH = "coach"
    CITY_BUS = "city_bus"
    VAN = "van"
    CAR = "car"
    SHIP = "ship"
    WALK = "walk"


class InterpretingMode(StrEnum):
    """How speech is carried over (domain.md §4)."""

    CONSECUTIVE = "consecutive"
    WHISPERED = "whispered"
    SIMULTANEOUS = "simultaneous"
    ESCORT = "escort"


class LanguagePair(StrEnum):
    """From which language into which."""

    JA_EN = "ja>en"
    EN_JA = "en>ja"


class InterpreterLevel(StrEnum):
    """How experienced an interpreter is (domain.md §2.6); CIR: Coordinator for International Relations, JET."""

    UNKNOWN = "unknown"
    STUDENT = "student"
    VOLUNTEER = "volunteer"
    CIR = "cir"
    PROFESSIONAL = "professional"


class Importance(StrEnum):
    """How much it matters that a need is covered; `BY_EVENT`: as much as events of its kind do."""

    BY_EVENT = "by_event"
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class TeamRole(StrEnum):
    """What an interpreter does in a team; who only stands by or learns relieves nobody (domain.md §4)."""

    TAKES_TURNS = "takes_turns"
    LEADS = "leads"
    ASSISTS = "assists"
    STANDS_BY = "stands_by"


class SpeechLanguage(StrEnum):
    """What is spoken in an item of a ceremony; a speaker who says it in both, or a photograph, needs nobody."""

    JAPANESE = "ja"
    ENGLISH = "en"
    BOTH = "both"
    NONE = "none"


class Speciality(StrEnum):
    """What an interpreter must know about beyond two languages (domain.md §2.6)."""

    MEDICAL = "medical"
    POLICE = "police"
    LEGAL = "legal"
    GOVERNMENT = "government"
    SCHOOL = "school"
    SPORT = "sport"
    MUSEUM = "museum"
    ARTS = "arts"
    TEA = "tea"
    BUSINESS = "business"
    TECHNICAL = "technical"

"""What each audience may see, field by field: what is not told here is hidden, also a field that is new.

Beside the sensitivity of a field (`planner.model.fields`) this is the one place where it is decided who reads it. For
each audience there is a table for each *circle* of rows: the reader's own, their guests', their host family's, and so
on; what stands under `Circle.ALL` is told of every row of the visit. A noun without a field tells only that the row
is there. The sources are the packets of domain.md §6.1–6.4, the papers of §5.3 and the rules of §6.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum

from planner.model.base import Base
from planner.model.cities import City, FormerName, Partnership, PartnershipContact
from planner.model.delegations import Delegation, Group, GroupMember, Member
from planner.model.homestays import Room, Stay
from planner.model.households import Bed, HostOffer, Household, NightOff, Pet, Resident
from planner.model.interpreting import Assignment, Availability, Interpreter, Need, Speech
from planner.model.people import AnimalNeed, Contact, FoodNeed, Person, SpokenLanguage
from planner.model.programme import (
    Activity,
    ActivityGroup,
    ActivityMember,
    Journey,
    JourneyGroup,
    JourneyMember,
    Meal,
    OpeningHours,
    Place,
)
from planner.model.visits import Visit, VisitPhone
from planner.model.wordings import Wording


class AudienceKind(StrEnum):
    """Whom something is handed to."""

    STAFF = "staff"
    GROUP = "group"
    EVERYBODY = "everybody"
    PARTICIPANT = "participant"
    HOST = "host"
    INTERPRETER = "interpreter"
    CITY_HALL = "city_hall"
    PUBLIC = "public"


class Circle(Enum):
    """How near rows are to the reader; a row may belong to several circles."""

    #: Every row of the visit.
    ALL = "all"
    #: What is open to the public and the press.
    OPEN = "open"
    #: The reader's own: the member, the household or the interpreter, with what hangs on it.
    OWN = "own"
    #: The members who stay in the reader's home.
    GUESTS = "guests"
    #: The families the reader stays with; for everybody and for the city hall every family with a guest.
    HOSTS = "hosts"
    #: Who of the group sleeps in the reader's home in the same nights, by their stays.
    HOUSEMATES = "housemates"
    #: The homes with which the reader's shares its drives.
    RIDES = "rides"
    #: Whom the families say one should turn to.
    MAIN_CONTACTS = "main contacts"
    #: Who looks after the guests and travels.
    CHAPERONES = "chaperones"
    #: Every member who travels, with their nights.
    TRAVELLERS = "travellers"
    #: One offer of a home, told empty: so a night not settled yet is one "with host families", and no number shows.
    A_HOME = "a home"
    #: Who meets a leg.
    GREETERS = "greeters"
    #: Who interprets anything.
    INTERPRETERS = "interpreters"
    #: Interpreters who work at the same event as the reader, in whichever mode, or would if somebody falls ill.
    COLLEAGUES = "colleagues"
    #: Whoever speaks at a ceremony.
    SPEAKERS = "speakers"


Fields = dict[type[Base], str]
"""The fields that are told of a noun's rows, as names with spaces between; none: only that the row is there."""

_NAMES = (
    "family_name given_name family_name_ja given_name_ja family_name_kana given_name_kana "
    "called_name_en called_name_ja honorific family_name_first"
)
_BY_NAME: Fields = {Person: _NAMES}
_FAMILY = "name_en name_ja name_kana"
_NIGHTS: Fields = {Stay: "kind first_night last_night"}

_CITIES: Fields = {
    City: "name_en name_ja name_kana region_en region_ja country zone",
    FormerName: "name_en name_ja until",
    Partnership: "agreed_on reaffirmed signatories anniversaries organisation_us_en organisation_us_ja "
    "organisation_japan_en organisation_japan_ja sister_schools",
    Delegation: "name_en name_ja organisation_en organisation_ja",
    Place: "name_en name_ja kind code address_en address_ja zone map_link latitude longitude phone closed step_free "
    "shoes_off photo_policy",
    OpeningHours: "weekday opens closes",
}
_WHEN = "title_en title_ja kind status starts_on starts_at starts_fold ends_on ends_at ends_fold zone outdoors"
_VISIT = "title_en title_ja kind direction first_day last_day theme_en theme_ja"
_TAKING_PART = (
    f"{_WHEN} everyone hosts_invited open_to_public transport_en transport_ja meeting_point_en meeting_point_ja "
    "meeting_at dismissal_point_en dismissal_point_ja dismissal_at dress_en dress_ja bring_en bring_ja rain_en rain_ja "
    "permission_slip"
)
_LEG = (
    "title_en title_ja mode carrier status departs_on departs_at departs_fold departs_zone arrives_on arrives_at "
    "arrives_fold arrives_zone everyone departs_terminal arrives_terminal check_in_minutes number baggage if_missed"
)
_NOTES_GUESTS = "notes_guests_en notes_guests_ja"

#: The programme as everybody has it who comes into touch with it.
_PROGRAMME: Fields = _CITIES | {
    Visit: f"{_VISIT} arrival_gateway departure_gateway preset paper",
    VisitPhone: "kind name_en name_ja phone country hours",
    Activity: _TAKING_PART,
    Journey: _LEG,
    Meal: "which provider menu_en menu_ja contains",
    Group: "name_en name_ja letter",
    ActivityGroup: "",
    JourneyGroup: "",
}
#: The blocks of text that go into the packets of families, guests and interpreters, in the committee's words.
_IN_OUR_WORDS: Fields = {Wording: "code text_en text_ja"}
#: With whom a member is in a group: else nobody could say whether a group is still empty.
_IN_GROUPS: Fields = {GroupMember: "", Member: "role joins_on leaves_on withdrawn"}
_FOR_GUESTS: Fields = {Activity: f"{_TAKING_PART} {_NOTES_GUESTS}", Journey: f"{_LEG} {_NOTES_GUESTS}"}
_FOR_HOSTS: Fields = {Activity: f"{_TAKING_PART} notes_hosts_en notes_hosts_ja"}
_FOR_INTERPRETERS: Fields = {Activity: f"{_TAKING_PART} notes_interpreters"}
#: The counterparts by name and post: "names and titles we will meet" (§6.2), the list in speaking order (§6.3).
_COUNTERPARTS: Fields = {PartnershipContact: "side name_en name_ja name_kana post_en post_ja"}
#: Names and titles as protocol and interpreters need them (§6.3).
_WITH_TITLES: Fields = {
    Person: f"{_NAMES} occupation_en occupation_ja protocol_rank",
    Member: "role role_words joins_on leaves_on withdrawn",
}
_OWN_LINKS: Fields = {GroupMember: "", ActivityMember: "attends", JourneyMember: "attends"}
#: Names, and where they are reached on the way: §6.1 page 13, §6.4.
_REACHED: Fields = _BY_NAME | {Member: "role role_words duty_phone"}

_NEEDS: Fields = {
    SpokenLanguage: "language level",
    FoodNeed: "allergen severity words",
    AnimalNeed: "species size reaction severity indoors_only words",
    Contact: "kind name_en name_ja name_kana relation languages phone email priority may_consent hours",
}
_ONESELF: Fields = (
    _OWN_LINKS
    | _NEEDS
    | _NIGHTS
    | {
        Person: f"{_NAMES} middle_name passport_name birth_date stated_age age_stated_on gender gender_words rooming "
        "nationality occupation_en occupation_ja school_en school_ja grade protocol_rank email phone messenger "
        "address_en address_ja interests_en interests_ja smoking diets diet_words dislikes other_allergies medicines "
        "conditions epinephrine_pens mobility sleep last_tetanus doctor treatment_consent practice "
        "rooms_with bears_smoke night_power photo",
        # The policy's number is carried on the card (§6.4); passport and permits never.
        Member: "role role_words position shirt_number joins_on leaves_on withdrawn duty_phone height_cm weight_kg "
        "shirt_size performance swims motion_sick drives medic_skill smokers_ok pets_ok small_children_ok "
        "wants_same_age wants_alone stairs_ok involvement host_message_en host_message_ja photo_consent press_consent "
        "insurance_policy futon_ok",
        SpokenLanguage: "language level certificate",
        Room: "kind sleeps number",
        Bed: "room",
    }
)
#: "Your guest": what a family needs to live with somebody, and the red box of allergies and medicines (§6.1).
_GUEST: Fields = (
    _OWN_LINKS
    | _NEEDS
    | _NIGHTS
    | {
        Person: f"{_NAMES} birth_date stated_age age_stated_on gender occupation_en occupation_ja school_en school_ja "
        "grade phone messenger interests_en interests_ja smoking diets diet_words dislikes other_allergies medicines "
        "conditions epinephrine_pens mobility sleep treatment_consent practice bears_smoke night_power photo",
        Member: "role role_words position shirt_number joins_on leaves_on withdrawn duty_phone performance swims "
        "motion_sick host_message_en host_message_ja photo_consent",
    }
)
#: "My host family: members, photo, pets, rules, address in both scripts" (§6.2); the telephone of §6.4.
_HOST_FAMILY: Fields = _BY_NAME | {
    Household: f"{_FAMILY} address_en address_ja town postal_code map_link latitude longitude nearest_stop phone "
    "messenger home steep_stairs air_conditioning wifi pool smoking smoking_words house_rules_en house_rules_ja curfew "
    "letter_en letter_ja photo",
    Resident: "relation main_contact",
    Pet: "species size count lives words",
}
_OWN_HOME: Fields = {
    Household: f"{_FAMILY} address_en address_ja town postal_code map_link latitude longitude nearest_stop "
    "minutes_to_meeting_point email phone best_time messenger home area bathrooms steep_stairs air_conditioning wifi "
    "firearms pool lodgers smoking smoking_words takes_smokers cooks_for cooks_without cooking_words faith services "
    "languages_words interests_en interests_ja belted_seats house_rules_en house_rules_ja curfew hosted_before "
    "reciprocity letter_en letter_ja cannot_avoid translation_help other_faiths_ok involvement photo",
    Resident: "relation main_contact presence home_from home_until drives_guests works",
    Person: f"{_NAMES} middle_name birth_date stated_age age_stated_on gender occupation_en occupation_ja school_en "
    "school_ja grade email phone messenger interests_en interests_ja smoking",
    SpokenLanguage: "language level",
    Bed: "room kind sleeps shared_with steep_stairs words socket",
    Pet: "species size count lives words",
    HostOffer: "status most_guests takes ages_from ages_to takes_words backup partial_stay same_day days_off "
    "applied_on only_a_wish day_only first_time",
    NightOff: "night",
}
#: "Share with partner only name, address, phone, pets, smoking" (§6.5).
_SHARED_HOME: Fields = {
    Household: f"{_FAMILY} address_en address_ja town postal_code phone smoking smoking_words",
    Pet: "species size count lives words",
}
_PART = "role covers_from covers_until"
_INTERPRETER: Fields = {
    Interpreter: "pairs modes level specialities hours_per_day minutes_at_a_stretch never_alone availability_words "
    "transport equipment dress meal_needs glossary_links materials_sent",
    Person: f"{_NAMES} middle_name email phone messenger",
    Availability: "available_on available_from available_until",
    Assignment: f"{_PART} materials_sent_on",
}

SIGHT: Mapping[AudienceKind, Mapping[Circle, Fields]] = {
    AudienceKind.GROUP: {
        Circle.ALL: _PROGRAMME | _IN_GROUPS | _FOR_GUESTS | _IN_OUR_WORDS,
        Circle.TRAVELLERS: _NIGHTS,
        Circle.A_HOME: {HostOffer: ""},
        Circle.CHAPERONES: _BY_NAME,
        Circle.GREETERS: _BY_NAME,
    },
    # The day sheet (§5.3), which guests and host families all hold: besides what the group has who is fetched by which
    # family, by called name and family name alone, and who interprets. No telephone, no address, nothing of health.
    AudienceKind.EVERYBODY: {
        Circle.ALL: _PROGRAMME
        | _IN_GROUPS
        | _FOR_GUESTS
        | _IN_OUR_WORDS
        | {ActivityMember: "attends", JourneyMember: "attends", Need: "", Assignment: "role"},
        Circle.TRAVELLERS: _NIGHTS | {Person: "called_name_en called_name_ja given_name given_name_ja given_name_kana"},
        Circle.A_HOME: {HostOffer: ""},
        Circle.HOSTS: {Household: _FAMILY},
        Circle.CHAPERONES: _BY_NAME,
        Circle.GREETERS: _BY_NAME,
        Circle.INTERPRETERS: _BY_NAME | {Interpreter: ""},
    },
    AudienceKind.PARTICIPANT: {
        Circle.ALL: _PROGRAMME
        | _IN_GROUPS
        | _FOR_GUESTS
        | _COUNTERPARTS
        | _IN_OUR_WORDS
        | {
            Visit: f"{_PROGRAMME[Visit]} insurance",
            VisitPhone: f"{_PROGRAMME[VisitPhone]} policy",
            # Their own cue, and whom they will hear (§6.2): an order of ceremony lies on every chair.
            Speech: "place title_en title_ja speaker_en speaker_ja speaker_kana post_en post_ja language minutes",
        },
        Circle.OWN: _ONESELF,
        Circle.A_HOME: {HostOffer: ""},
        Circle.HOSTS: _HOST_FAMILY,
        Circle.MAIN_CONTACTS: {Person: "phone"},
        # "You share this home with": whom they go home with, on which nights, and whether to the same room.
        Circle.HOUSEMATES: _NIGHTS | {Bed: "room"},
        Circle.CHAPERONES: _REACHED,
        Circle.TRAVELLERS: _BY_NAME,
        Circle.GREETERS: _BY_NAME,
    },
    AudienceKind.HOST: {
        Circle.ALL: _PROGRAMME | {GroupMember: ""} | _FOR_HOSTS | _IN_OUR_WORDS,
        Circle.OWN: _OWN_HOME,
        Circle.GUESTS: _GUEST,
        # "Car-pool partners" (§6.1, page 3): they have to reach each other.
        Circle.RIDES: {Household: f"{_FAMILY} phone", HostOffer: ""},
        Circle.CHAPERONES: _REACHED,
        Circle.GREETERS: _BY_NAME,
    },
    AudienceKind.INTERPRETER: {
        Circle.ALL: _PROGRAMME
        | _IN_GROUPS
        | _FOR_INTERPRETERS
        | _COUNTERPARTS
        | _IN_OUR_WORDS
        | {
            Partnership: f"{_PROGRAMME[Partnership]} history",
            Need: "pairs mode how_many minutes speciality words needed_from needed_until on_stage listeners liaison "
            "position equipment dress audience materials sensitive",
            Speech: "place title_en title_ja speaker_en speaker_ja speaker_kana post_en post_ja language mode minutes "
            "text_received_on cut_rank",
        },
        Circle.OWN: _INTERPRETER,
        # Who works together, or steps in, has to reach each other: §6.3, "who you work with", "fallback interpreter".
        Circle.COLLEAGUES: {Person: f"{_NAMES} phone", Interpreter: "", Assignment: _PART},
        Circle.SPEAKERS: {Person: _WITH_TITLES[Person]},
        Circle.TRAVELLERS: _WITH_TITLES,
        Circle.GREETERS: _BY_NAME,
    },
    AudienceKind.CITY_HALL: {
        Circle.ALL: _PROGRAMME | _IN_GROUPS | _COUNTERPARTS | _IN_OUR_WORDS,
        Circle.HOSTS: _SHARED_HOME,
        Circle.TRAVELLERS: _WITH_TITLES | _NIGHTS,
        Circle.GREETERS: _BY_NAME,
    },
    AudienceKind.PUBLIC: {
        Circle.ALL: _CITIES | {Visit: _VISIT},
        Circle.OPEN: {Activity: f"{_WHEN} open_to_public"},
    },
}
"""Who sees what. The staff are not in it: they see everything."""

__all__ = ["SIGHT", "AudienceKind", "Circle", "Fields"]

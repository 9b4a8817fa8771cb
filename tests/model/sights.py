"""What each audience sees of the rich visit: "whose.Noun" and the fields that are left; none: only the row.

Kept apart from `planner.model.sight`, so that whoever lets something out has to say so here too. Capitals stand for
several fields that go together.
"""

TOGETHER = {
    "NAMES": (
        "family_name given_name family_name_ja given_name_ja family_name_kana given_name_kana "
        "called_name_en called_name_ja honorific family_name_first"
    ),
    "CALLED": "called_name_en called_name_ja given_name given_name_ja given_name_kana",
    "INTERPRETER": (
        "pairs modes level specialities hours_per_day minutes_at_a_stretch never_alone availability_words "
        "transport equipment dress meal_needs glossary_links materials_sent"
    ),
    "BRIEF": (
        "needed_from needed_until on_stage listeners liaison position equipment dress audience materials sensitive"
    ),
    "SPEECH": (
        "place title_en title_ja speaker_en speaker_ja speaker_kana post_en post_ja language mode minutes "
        "text_received_on cut_rank"
    ),
    "MEMBER": (
        "role role_words position shirt_number duty_phone height_cm weight_kg shirt_size performance "
        "swims motion_sick drives medic_skill smokers_ok pets_ok small_children_ok wants_same_age "
        "wants_alone stairs_ok involvement host_message_en host_message_ja photo_consent press_consent "
        "insurance_policy futon_ok"
    ),
    "ONESELF": (
        "middle_name passport_name birth_date stated_age age_stated_on gender gender_words rooming "
        "nationality occupation_en occupation_ja school_en school_ja grade protocol_rank email phone "
        "messenger address_en address_ja interests_en interests_ja smoking diets diet_words dislikes "
        "other_allergies medicines conditions epinephrine_pens mobility sleep last_tetanus doctor "
        "treatment_consent practice rooms_with bears_smoke night_power photo"
    ),
    "GUEST": (
        "birth_date stated_age age_stated_on gender occupation_en occupation_ja school_en school_ja grade "
        "phone messenger interests_en interests_ja smoking diets diet_words dislikes other_allergies "
        "medicines conditions epinephrine_pens mobility sleep treatment_consent practice "
        "bears_smoke night_power photo"
    ),
    "FAMILY_MEMBER": (
        "middle_name birth_date stated_age age_stated_on gender occupation_en occupation_ja school_en "
        "school_ja grade email phone messenger interests_en interests_ja smoking"
    ),
    "WHEN": "title_en title_ja kind status starts_on starts_at starts_fold ends_at ends_fold zone outdoors",
    "TAKING_PART": (
        "everyone hosts_invited transport_en transport_ja meeting_point_en meeting_point_ja meeting_at "
        "dismissal_point_en dismissal_point_ja dismissal_at dress_en dress_ja bring_en bring_ja rain_en "
        "rain_ja permission_slip"
    ),
    "LEG": (
        "title_en title_ja mode carrier status departs_on departs_at departs_fold departs_zone arrives_on "
        "arrives_at arrives_fold arrives_zone everyone departs_terminal arrives_terminal check_in_minutes "
        "number baggage if_missed"
    ),
    "PLACE": (
        "name_en name_ja kind code address_en address_ja zone map_link latitude longitude phone closed "
        "step_free shoes_off photo_policy"
    ),
    "CITY": "name_en name_ja name_kana region_en region_ja country zone",
    "PARTNERSHIP": (
        "agreed_on reaffirmed signatories anniversaries organisation_us_en organisation_us_ja "
        "organisation_japan_en organisation_japan_ja sister_schools"
    ),
    "VISIT": "title_en title_ja kind direction first_day last_day theme_en theme_ja",
    "NEED": "species size reaction severity indoors_only words",
    "CONTACT": "kind name_en name_ja name_kana relation languages phone email priority may_consent hours",
    "GUEST_MEMBER": (
        "role role_words position shirt_number duty_phone performance swims motion_sick host_message_en "
        "host_message_ja photo_consent"
    ),
    "OWN_HOME": (
        "name_en name_ja address_en address_ja town postal_code map_link latitude longitude nearest_stop "
        "minutes_to_meeting_point email phone best_time messenger home area bathrooms steep_stairs "
        "air_conditioning wifi firearms pool lodgers smoking smoking_words takes_smokers cooks_for "
        "cooks_without cooking_words faith services languages_words interests_en interests_ja "
        "belted_seats house_rules_en house_rules_ja curfew hosted_before reciprocity letter_en letter_ja "
        "cannot_avoid translation_help other_faiths_ok involvement name_kana photo"
    ),
    "HOST_FAMILY": (
        "name_en name_ja address_en address_ja town postal_code map_link latitude longitude nearest_stop "
        "phone messenger home steep_stairs air_conditioning wifi pool smoking smoking_words house_rules_en "
        "house_rules_ja curfew letter_en letter_ja name_kana photo"
    ),
    "SHARED_HOME": "name_en name_ja name_kana address_en address_ja town postal_code phone smoking smoking_words",
    "PET": "species size count lives words",
    "OFFER": (
        "status most_guests takes ages_from ages_to takes_words backup partial_stay same_day days_off "
        "applied_on only_a_wish day_only first_time"
    ),
}

_EVERYBODY = """
-.ActivityGroup:
-.GroupMember:
-.JourneyGroup:
-.OpeningHours: weekday opens closes
all.Delegation: name_en name_ja organisation_en organisation_ja
all.Group: name_en name_ja letter
all.Meal: which provider menu_en menu_ja contains
all.Place: PLACE
home,host.City: CITY
host.FormerName: name_en name_ja until
"""

_PARTICIPANTS = _EVERYBODY + """
all.Activity: WHEN TAKING_PART open_to_public notes_guests_en notes_guests_ja
all.Journey: LEG notes_guests_en notes_guests_ja
all.Partnership: PARTNERSHIP
all.PartnershipContact: side name_en name_ja name_kana post_en post_ja
all.Speech: place title_en title_ja speaker_en speaker_ja speaker_kana post_en post_ja language minutes
all.Visit: VISIT preset paper arrival_gateway departure_gateway insurance
all.VisitPhone: kind name_en name_ja phone country hours policy
all.Wording: code text_en text_ja
gus.Member: role joins_on leaves_on withdrawn
gus,wes.Person:
oak.HostOffer:
shut.Activity: WHEN TAKING_PART ends_on notes_guests_en notes_guests_ja
wes.Member: role withdrawn
"""

_HOSTS = _EVERYBODY + """
all.Activity: WHEN TAKING_PART open_to_public notes_hosts_en notes_hosts_ja
all.Journey: LEG
all.Partnership: PARTNERSHIP
all.Visit: VISIT preset paper arrival_gateway departure_gateway
all.VisitPhone: kind name_en name_ja phone country hours
all.Wording: code text_en text_ja
chief.Member: role role_words duty_phone
chief.Person: NAMES
shut.Activity: WHEN TAKING_PART ends_on notes_hosts_en notes_hosts_ja
"""

SIGHTS = {
    "group": _EVERYBODY + """
all.Activity: WHEN TAKING_PART open_to_public notes_guests_en notes_guests_ja
all.Journey: LEG notes_guests_en notes_guests_ja
all.Partnership: PARTNERSHIP
all.Visit: VISIT preset paper arrival_gateway departure_gateway
all.VisitPhone: kind name_en name_ja phone country hours
all.Wording: code text_en text_ja
ann,ben,chief.Member: role
ann,ben,gus,wes.Person:
chief.Person: NAMES
chief,elm-stay,oak-stay.Stay: kind first_night last_night
gus.Member: role joins_on leaves_on withdrawn
oak.HostOffer:
oak.Household:
shut.Activity: WHEN TAKING_PART ends_on notes_guests_en notes_guests_ja
wes.Member: role withdrawn
""",
    "everybody": _EVERYBODY + """
-.ActivityMember: attends
-.JourneyMember: attends
all.Activity: WHEN TAKING_PART open_to_public notes_guests_en notes_guests_ja
all.Assignment: role
all.Journey: LEG notes_guests_en notes_guests_ja
all.Need:
all.Partnership: PARTNERSHIP
all.Visit: VISIT preset paper arrival_gateway departure_gateway
all.VisitPhone: kind name_en name_ja phone country hours
all.Wording: code text_en text_ja
ann,ben,chief.Member: role
ann,ben.Person: CALLED
chief,echo,voice.Person: NAMES
chief,elm-stay,oak-stay.Stay: kind first_night last_night
echo.Assignment: role
echo,voice.Interpreter:
elm,oak.Household: name_en name_ja name_kana
gus,wes.Person:
gus.Member: role joins_on leaves_on withdrawn
oak.HostOffer:
shut.Activity: WHEN TAKING_PART ends_on notes_guests_en notes_guests_ja
wes.Member: role withdrawn
""",
    "ann": _PARTICIPANTS + """
-.JourneyMember:
ann.AnimalNeed: NEED
ann.Contact: CONTACT
ann.FoodNeed: allergen severity words
ann.Member: MEMBER
ann.Person: NAMES ONESELF
ann.SpokenLanguage: language level certificate
ben.Member: role
ben,chief,son.Person: NAMES
chief.Member: role role_words duty_phone
oak-stay.Stay: kind first_night last_night
oak.Bed: room
oak.Household: HOST_FAMILY
oak.Person: NAMES phone
oak.Pet: PET
oak.Resident: relation main_contact
son.Resident: relation
""",
    "ben": _PARTICIPANTS + """
-.ActivityMember: attends
-.JourneyMember: attends
ann.Member: role
ann,chief.Person: NAMES
ben.AnimalNeed: NEED
ben.Contact: CONTACT
ben.FoodNeed: allergen severity words
ben.Member: MEMBER
ben.Person: NAMES ONESELF
ben.SpokenLanguage: language level certificate
chief.Member: role role_words duty_phone
elm-stay.Stay: kind first_night last_night
elm.Bed: room
elm.Household: HOST_FAMILY
elm.Person: NAMES phone
elm.Pet: PET
elm.Resident: relation main_contact
oak.Household:
""",
    "chief": _PARTICIPANTS + """
-.ActivityMember:
all.Room: kind sleeps number
ann,ben.Member: role
ann,ben.Person: NAMES
chief.AnimalNeed: NEED
chief.Contact: CONTACT
chief.FoodNeed: allergen severity words
chief.Member: MEMBER
chief.Person: NAMES ONESELF
chief.SpokenLanguage: language level certificate
chief.Stay: kind first_night last_night
oak.Household:
""",
    "oak": _HOSTS + """
-.JourneyMember:
ann.AnimalNeed: NEED
ann.Contact: CONTACT
ann.FoodNeed: allergen severity words
ann.Member: GUEST_MEMBER
ann.Person: NAMES GUEST
ann.SpokenLanguage: language level
ben.Member:
ben.Person:
oak-stay.Stay: kind first_night last_night
oak.Bed: room kind sleeps shared_with steep_stairs words socket
oak.HostOffer: OFFER
oak.Household: OWN_HOME
oak.NightOff: night
oak,son.Person: NAMES FAMILY_MEMBER
oak.Pet: PET
oak.Resident: relation main_contact presence home_from home_until drives_guests works
son.Resident: relation presence home_from home_until drives_guests works
""",
    "elm": _HOSTS + """
-.ActivityMember: attends
-.JourneyMember: attends
ann.Member:
ann.Person:
ben.AnimalNeed: NEED
ben.Contact: CONTACT
ben.FoodNeed: allergen severity words
ben.Member: GUEST_MEMBER
ben.Person: NAMES GUEST
ben.SpokenLanguage: language level
elm-stay.Stay: kind first_night last_night
elm.Bed: room kind sleeps shared_with steep_stairs words socket
elm.HostOffer: OFFER
elm.Household: OWN_HOME
elm.NightOff: night
elm.Person: NAMES FAMILY_MEMBER
elm.Pet: PET
elm.Resident: relation main_contact presence home_from home_until drives_guests works
""",
    "voice": _EVERYBODY + """
-.Availability: available_on available_from available_until
all.Activity: WHEN TAKING_PART open_to_public notes_interpreters
all.Assignment: role covers_from covers_until materials_sent_on
echo.Assignment: role covers_from covers_until
all.Journey: LEG
all.Need: pairs mode how_many minutes speciality words BRIEF
all.Partnership: PARTNERSHIP history
all.PartnershipContact: side name_en name_ja name_kana post_en post_ja
all.Visit: VISIT preset paper arrival_gateway departure_gateway
all.VisitPhone: kind name_en name_ja phone country hours
all.Wording: code text_en text_ja
ann,ben,chief.Member: role role_words
all.Speech: SPEECH
ann,ben,chief,mayor.Person: NAMES occupation_en occupation_ja protocol_rank
echo.Interpreter:
echo.Person: NAMES phone
gus.Member: role joins_on leaves_on withdrawn
gus,wes.Person:
shut.Activity: WHEN TAKING_PART ends_on notes_interpreters
voice.Interpreter: INTERPRETER
voice.Person: NAMES middle_name email phone messenger
wes.Member: role withdrawn
""",
    "city hall": _EVERYBODY + """
all.Activity: WHEN TAKING_PART open_to_public
all.Journey: LEG
all.Partnership: PARTNERSHIP
all.PartnershipContact: side name_en name_ja name_kana post_en post_ja
all.Visit: VISIT preset paper arrival_gateway departure_gateway
all.VisitPhone: kind name_en name_ja phone country hours
all.Wording: code text_en text_ja
ann,ben,chief.Member: role role_words
ann,ben,chief.Person: NAMES occupation_en occupation_ja protocol_rank
chief,elm-stay,oak-stay.Stay: kind first_night last_night
elm,oak.Household: SHARED_HOME
elm,oak.Pet: PET
gus.Member: role joins_on leaves_on withdrawn
gus,wes.Person:
shut.Activity: WHEN TAKING_PART ends_on
wes.Member: role withdrawn
""",
    "public": """
-.OpeningHours: weekday opens closes
all.Activity: WHEN open_to_public
all.Delegation: name_en name_ja organisation_en organisation_ja
all.Partnership: PARTNERSHIP
all.Place: PLACE
all.Visit: VISIT
home,host.City: CITY
host.FormerName: name_en name_ja until
""",
}  # fmt: skip

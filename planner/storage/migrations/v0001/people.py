"""Version 1: the history, people, cities, visits, who travels, and host families."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.v0001.columns import known, maybe, of, table


def make_people(op: Any) -> None:
    """Make the first tables; those of the programme refer to them."""
    table(
        op,
        "change",
        known(sa.DateTime, "at"),
        known(sa.String, "who", "code"),
        known(sa.JSON, "figures"),
        known(sa.String, "merge_key", "state"),
        sqlite_autoincrement=True,
    )
    table(
        op,
        "changed_row",
        of("change", "change_id"),
        known(sa.String, "table"),
        known(sa.Integer, "row_id"),
        maybe(sa.JSON, "before", "after"),
    )
    op.create_index("ix_changed_row_record", "changed_row", ["table", "row_id"])
    table(
        op,
        "person",
        known(sa.String,
            "family_name", "given_name", "middle_name", "family_name_ja", "given_name_ja", "family_name_kana",
            "given_name_kana", "passport_name", "called_name_en", "called_name_ja", "honorific",
        ),
        known(sa.Boolean, "family_name_first"),
        maybe(sa.Date, "birth_date"),
        maybe(sa.Integer, "stated_age"),
        maybe(sa.Date, "age_stated_on"),
        known(sa.String,
            "gender", "gender_words", "rooming", "nationality", "occupation_en", "occupation_ja", "school_en",
            "school_ja", "grade",
        ),
        maybe(sa.Integer, "protocol_rank"),
        known(sa.String, "email", "phone", "messenger"),
        known(sa.Text, "address_en", "address_ja"),
        known(sa.String,
            "interests_en", "interests_ja", "smoking", "diets", "diet_words", "dislikes", "other_allergies",
        ),
        known(sa.Text, "medicines", "conditions"),
        maybe(sa.Integer, "epinephrine_pens"),
        known(sa.String, "mobility", "sleep"),
        maybe(sa.Date, "last_tetanus"),
        known(sa.String, "doctor", "treatment_consent", "practice", "custody", "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "animal_need",
        of("person", "person_id"),
        known(sa.String, "species", "size", "reaction", "severity"),
        known(sa.Boolean, "indoors_only"),
        known(sa.String, "words"),
    )
    table(
        op,
        "contact",
        of("person", "person_id"),
        known(sa.String, "kind", "name_en", "name_ja", "relation", "languages", "phone", "email"),
        maybe(sa.Integer, "priority"),
        known(sa.String, "may_consent", "hours"),
    )
    table(op, "food_need", of("person", "person_id"), known(sa.String, "allergen", "severity", "words"))
    table(op, "spoken_language", of("person", "person_id"), known(sa.String, "language", "level", "certificate"))
    table(op, "city", known(sa.String, "name_en", "name_ja", "name_kana", "region_en", "region_ja", "country", "zone"))
    table(
        op,
        "former_name",
        of("city", "city_id"),
        known(sa.String, "name_en", "name_ja"),
        maybe(sa.Date, "until"),
        known(sa.String, "remark"),
    )
    table(
        op,
        "partnership",
        of("city", "us_city_id", "japan_city_id"),
        maybe(sa.Date, "agreed_on"),
        known(sa.String,
            "reaffirmed", "signatories", "anniversaries", "organisation_us_en", "organisation_us_ja",
            "organisation_japan_en", "organisation_japan_ja", "languages", "paper_us", "paper_japan", "hosting_rule",
        ),
        known(sa.Text, "sister_schools", "standing_rules", "history", "successor_notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "partnership_contact",
        of("partnership", "partnership_id"),
        of("person", "person_id", optional=True),
        known(sa.String, "side", "name_en", "name_ja", "post_en", "post_ja", "phone", "email"),
        maybe(sa.Date, "since", "until"),
    )
    table(
        op,
        "visit",
        of("partnership", "partnership_id"),
        of("city", "host_city_id", "home_city_id"),
        of("visit", "reciprocal_id", optional=True),
        known(sa.String, "title_en", "title_ja", "kind", "direction"),
        known(sa.Date, "first_day", "last_day"),
        known(sa.String, "status", "preset", "paper"),
        known(sa.Text, "theme_en", "theme_ja"),
        maybe(sa.Integer, "headcount", "headcount_least", "headcount_most", "age_from", "age_to"),
        known(sa.String, "arrival_gateway", "departure_gateway", "insurance"),
        known(sa.Text, "notes", "lessons"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "paper_issue",
        of("visit", "visit_id"),
        known(sa.String, "document", "recipient", "language", "paper"),
        maybe(sa.Integer, "version"),
        known(sa.DateTime, "issued_at"),
        known(sa.JSON, "shown"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "visit_phone",
        of("visit", "visit_id"),
        known(sa.String, "kind", "name_en", "name_ja", "phone", "country", "hours", "policy"),
    )
    table(
        op,
        "delegation",
        of("visit", "visit_id"),
        of("city", "city_id", optional=True),
        known(sa.String, "name_en", "name_ja", "organisation_en", "organisation_ja", "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "member_group",
        of("visit", "visit_id"),
        known(sa.String, "name_en", "name_ja", "letter", "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "member",
        of("delegation", "delegation_id"),
        of("person", "person_id"),
        of("member", "responsible_id", optional=True),
        known(sa.String, "role", "role_words", "position", "shirt_number"),
        maybe(sa.Date, "joins_on", "leaves_on"),
        known(sa.String, "duty_phone"),
        maybe(sa.Integer, "height_cm", "weight_kg"),
        known(sa.String,
            "shirt_size", "performance", "swims", "motion_sick", "drives", "medic_skill", "smokers_ok", "pets_ok",
            "small_children_ok", "wants_same_age", "wants_alone", "stairs_ok",
        ),
        maybe(sa.Integer, "involvement"),
        known(sa.Text, "host_message_en", "host_message_ja"),
        known(sa.String, "photo_consent", "press_consent", "passport_number"),
        maybe(sa.Date, "passport_expires_on"),
        known(sa.String, "entry_permit", "insurance_policy", "consent_letter"),
        known(sa.Text, "forms_received"),
        maybe(sa.Integer, "waiting_rank"),
        known(sa.Boolean, "withdrawn"),
        known(sa.Text, "notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "group_member",
        of("member_group", "group_id"),
        of("member", "member_id"),
        unique=[("group_id", "member_id")],
    )
    table(
        op,
        "wish",
        of("member", "member_id"),
        of("member", "other_id", optional=True),
        known(sa.String, "kind", "words"),
    )
    table(
        op,
        "household",
        known(sa.String, "name_en", "name_ja"),
        known(sa.Text, "address_en", "address_ja"),
        known(sa.String, "town", "postal_code", "map_link"),
        maybe(sa.Float, "latitude", "longitude"),
        known(sa.String, "nearest_stop"),
        maybe(sa.Integer, "minutes_to_meeting_point"),
        known(sa.String, "email", "phone", "best_time", "messenger", "home", "area"),
        maybe(sa.Integer, "bathrooms"),
        known(sa.String,
            "steep_stairs", "air_conditioning", "wifi", "firearms", "pool", "lodgers", "smoking", "smoking_words",
            "takes_smokers", "cooks_for", "cooks_without", "cooking_words", "faith", "services", "languages_words",
            "interests_en", "interests_ja",
        ),
        maybe(sa.Integer, "belted_seats"),
        known(sa.Text, "house_rules_en", "house_rules_ja"),
        known(sa.String, "curfew", "hosted_before", "reciprocity"),
        known(sa.Text, "letter_en", "letter_ja", "notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "bed",
        of("household", "household_id"),
        known(sa.String, "room", "kind"),
        maybe(sa.Integer, "sleeps"),
        known(sa.String, "shared_with"),
        known(sa.Boolean, "steep_stairs"),
        known(sa.String, "words"),
    )
    table(
        op,
        "pet",
        of("household", "household_id"),
        known(sa.String, "species", "size"),
        maybe(sa.Integer, "count"),
        known(sa.String, "lives", "words"),
    )
    table(
        op,
        "resident",
        of("household", "household_id"),
        of("person", "person_id"),
        known(sa.String, "relation"),
        known(sa.Boolean, "main_contact"),
        known(sa.String, "presence"),
        maybe(sa.Date, "home_from", "home_until"),
        known(sa.Boolean, "drives_guests"),
        known(sa.String, "licence", "works"),
    )
    table(
        op,
        "clearance",
        of("resident", "resident_id"),
        known(sa.String, "status", "kind"),
        maybe(sa.Date, "cleared_on", "expires_on"),
        known(sa.String, "words"),
    )
    table(
        op,
        "host_offer",
        of("visit", "visit_id"),
        of("household", "household_id"),
        known(sa.String, "status"),
        maybe(sa.Integer, "most_guests"),
        known(sa.String, "takes"),
        maybe(sa.Integer, "ages_from", "ages_to"),
        known(sa.String, "takes_words"),
        known(sa.Boolean, "backup"),
        known(sa.String, "partial_stay", "same_day", "days_off"),
        maybe(sa.Date, "applied_on"),
        known(sa.Text, "notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(op, "night_off", of("host_offer", "offer_id"), known(sa.Date, "night"), known(sa.String, "reason"))

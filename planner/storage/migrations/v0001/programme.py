"""Version 1: the programme, where everybody sleeps, interpreting, and what sheets said."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.v0001.columns import known, maybe, of, table


def make_programme(op: Any) -> None:
    """Make the tables that refer to people and visits."""
    table(
        op,
        "place",
        of("city", "city_id", optional=True),
        known(sa.String, "name_en", "name_ja", "kind", "code"),
        known(sa.Text, "address_en", "address_ja"),
        known(sa.String, "zone", "map_link"),
        maybe(sa.Float, "latitude", "longitude"),
        known(sa.String, "phone", "contact", "closed"),
        maybe(sa.Integer, "seated", "standing"),
        known(sa.String,
            "bus_parking", "step_free", "toilets", "quiet_room", "kitchen", "shoes_off", "photo_policy", "equipment",
            "rain_plan",
        ),
        known(sa.Text, "booking_notes", "notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(op, "opening_hours", of("place", "place_id"), maybe(sa.Integer, "weekday"), maybe(sa.Time, "opens", "closes"))
    table(
        op,
        "journey",
        of("visit", "visit_id"),
        of("place", "from_place_id", "to_place_id", optional=True),
        of("person", "met_by_id", optional=True),
        known(sa.String, "title_en", "title_ja", "mode", "carrier", "status"),
        known(sa.Date, "departs_on"),
        maybe(sa.Time, "departs_at"),
        maybe(sa.Integer, "departs_fold"),
        known(sa.String, "departs_zone"),
        maybe(sa.Date, "arrives_on"),
        maybe(sa.Time, "arrives_at"),
        maybe(sa.Integer, "arrives_fold"),
        known(sa.String, "arrives_zone"),
        known(sa.Boolean, "everyone"),
        known(sa.String, "departs_terminal", "arrives_terminal"),
        maybe(sa.Integer, "check_in_minutes", "seats"),
        known(sa.String, "number", "baggage", "booking", "if_missed", "driver"),
        known(sa.Text, "notes_guests_en", "notes_guests_ja", "notes_staff"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "journey_group",
        of("journey", "journey_id"),
        of("member_group", "group_id"),
        unique=[("journey_id", "group_id")],
    )
    table(
        op,
        "activity",
        of("visit", "visit_id"),
        of("place", "place_id", optional=True),
        of("member", "leader_id", optional=True),
        known(sa.String, "title_en", "title_ja", "kind", "status"),
        known(sa.Date, "starts_on"),
        maybe(sa.Time, "starts_at"),
        maybe(sa.Integer, "starts_fold"),
        maybe(sa.Date, "ends_on"),
        maybe(sa.Time, "ends_at"),
        maybe(sa.Integer, "ends_fold"),
        known(sa.String, "zone"),
        known(sa.Boolean, "everyone", "hosts_invited"),
        known(sa.String, "transport_en", "transport_ja", "meeting_point_en", "meeting_point_ja"),
        maybe(sa.Time, "meeting_at"),
        known(sa.String, "dismissal_point_en", "dismissal_point_ja"),
        maybe(sa.Time, "dismissal_at"),
        known(sa.String, "dress_en", "dress_ja", "bring_en", "bring_ja", "outdoors", "rain_en", "rain_ja"),
        known(sa.Boolean, "open_to_public", "movable"),
        maybe(sa.Integer, "buffer_before", "buffer_after"),
        known(sa.Boolean, "permission_slip"),
        known(sa.String, "risk", "payer"),
        known(sa.Text,
            "notes_hosts_en", "notes_hosts_ja", "notes_guests_en", "notes_guests_ja", "notes_interpreters",
            "notes_staff",
        ),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "journey_member",
        of("journey", "journey_id"),
        of("member", "member_id"),
        known(sa.Boolean, "attends"),
        unique=[("journey_id", "member_id")],
    )
    table(
        op,
        "activity_group",
        of("activity", "activity_id"),
        of("member_group", "group_id"),
        unique=[("activity_id", "group_id")],
    )
    table(
        op,
        "activity_member",
        of("activity", "activity_id"),
        of("member", "member_id"),
        known(sa.Boolean, "attends"),
        unique=[("activity_id", "member_id")],
    )
    table(
        op,
        "meal",
        of("activity", "activity_id", optional=True),
        of("journey", "journey_id", optional=True),
        known(sa.String, "which", "provider", "menu_en", "menu_ja", "contains"),
    )
    table(
        op,
        "room",
        of("visit", "visit_id"),
        of("place", "place_id"),
        known(sa.String, "kind"),
        maybe(sa.Integer, "sleeps"),
        known(sa.String, "number", "special", "key_holder"),
    )
    table(
        op,
        "stay",
        of("member", "member_id"),
        of("household", "household_id", optional=True),
        of("bed", "bed_id", optional=True),
        of("place", "place_id", optional=True),
        of("room", "room_id", optional=True),
        known(sa.String, "kind"),
        known(sa.Date, "first_night", "last_night"),
        known(sa.Boolean, "locked"),
        known(sa.String, "reason"),
        known(sa.Text, "notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "interpreter",
        of("visit", "visit_id"),
        of("person", "person_id"),
        known(sa.String, "pairs", "modes", "level", "specialities"),
        maybe(sa.Float, "hours_per_day"),
        maybe(sa.Integer, "minutes_at_a_stretch"),
        known(sa.Boolean, "never_alone"),
        known(sa.String,
            "conflicts", "availability_words", "alone_with_minors", "transport", "equipment", "dress", "meal_needs",
            "glossary_links",
        ),
        known(sa.Text, "materials_sent", "feedback", "notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "availability",
        of("interpreter", "interpreter_id"),
        known(sa.Date, "available_on"),
        maybe(sa.Time, "available_from", "available_until"),
    )
    table(
        op,
        "need",
        of("activity", "activity_id", optional=True),
        of("journey", "journey_id", optional=True),
        known(sa.String, "pairs", "mode"),
        maybe(sa.Integer, "how_many", "minutes"),
        known(sa.String, "speciality", "words"),
    )
    table(
        op,
        "assignment",
        of("need", "need_id"),
        of("interpreter", "interpreter_id"),
        known(sa.Boolean, "locked"),
        known(sa.String, "reason"),
    )
    table(
        op,
        "column_mapping",
        known(sa.String, "shape", "kind"),
        known(sa.JSON, "columns", "answers"),
        unique=[("shape",)],
    )
    table(
        op,
        "review_item",
        of("visit", "visit_id"),
        known(sa.String, "record", "record_uid", "target", "words", "reason"),
        known(sa.JSON, "figures"),
        known(sa.String, "file_name"),
        maybe(sa.Integer, "row_number"),
        known(sa.String, "column", "state", "settled_note"),
    )
    table(
        op,
        "sheet_import",
        of("visit", "visit_id"),
        known(sa.String, "file_name", "sheet_name", "kind"),
        known(sa.DateTime, "imported_at"),
        known(sa.String, "shape"),
        known(sa.JSON, "headings", "report"),
    )
    table(
        op,
        "source_row",
        of("sheet_import", "sheet_import_id"),
        maybe(sa.Integer, "row_number"),
        known(sa.String, "record", "record_uid"),
        known(sa.JSON, "cells"),
    )

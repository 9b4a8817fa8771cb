"""Version 2: amended calendars, ways between places, what a visit decides about rules, calls, and zone data."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.v0001.columns import known, maybe, of, table


def upgrade(op: Any) -> None:
    """Add the tables; nothing that was there changes."""
    table(
        op,
        "calendar_day",
        of("city", "city_id", optional=True),
        known(sa.String, "side", "kind"),
        known(sa.Date, "first_day", "last_day"),
        known(sa.String, "name_en", "name_ja"),
        known(sa.Boolean, "taken_away"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(
        op,
        "way",
        of("place", "from_place_id", "to_place_id"),
        known(sa.String, "mode"),
        maybe(sa.Integer, "minutes"),
        known(sa.String, "notes"),
    )
    table(
        op,
        "rule_setting",
        of("visit", "visit_id"),
        known(sa.String, "rule", "strictness"),
        known(sa.JSON, "figures"),
        unique=[("visit_id", "rule")],
    )
    table(
        op,
        "acceptance",
        of("visit", "visit_id"),
        known(sa.String, "rule", "found"),
        known(sa.Text, "reason"),
        known(sa.String, "who"),
        known(sa.DateTime, "accepted_at"),
    )
    table(
        op,
        "call",
        of("visit", "visit_id"),
        known(sa.String, "title_en", "title_ja"),
        known(sa.Date, "starts_on"),
        maybe(sa.Time, "starts_at"),
        maybe(sa.Integer, "starts_fold"),
        known(sa.String, "zone"),
        maybe(sa.Integer, "minutes", "every_weeks"),
        maybe(sa.Date, "until"),
        known(sa.String, "who_host", "who_home", "link"),
        known(sa.Text, "notes"),
        known(sa.String, "uid"),
        unique=[("uid",)],
    )
    table(op, "zone_record", known(sa.String, "zone", "data_version"), known(sa.JSON, "transitions"))

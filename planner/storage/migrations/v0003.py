"""Version 3: what pairing guests and families asks for: rooms, smoke, relations, acquaintances, offers."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.v0001.columns import known, of, table

# What is added to each table, after which column, and the value in the rows that are there: kind, names, value.
_ADDED: dict[str, tuple[str, tuple[tuple[type[Any], tuple[str, ...], str | None], ...]]] = {
    "person": ("custody", ((sa.String, ("rooms_with", "bears_smoke", "night_power"), "unknown"),)),
    "member": ("notes", ((sa.String, ("futon_ok",), "unknown"),)),
    "household": (
        "notes",
        (
            (sa.String, ("cannot_avoid",), ""),
            (sa.String, ("translation_help", "other_faiths_ok"), "unknown"),
            (sa.Integer, ("involvement",), None),
        ),
    ),
    "resident": ("works", ((sa.String, ("driver_approved",), "unknown"),)),
    "bed": ("words", ((sa.String, ("socket",), "unknown"),)),
    "host_offer": (
        "notes",
        (
            (sa.Boolean, ("only_a_wish", "day_only"), "0"),
            (sa.String, ("first_time",), "unknown"),
            (sa.Integer, ("rides_with_id",), None),
        ),
    ),
}


def upgrade(op: Any) -> None:
    """Add the fields with nothing said in them, and the two tables."""
    for name, (after, added) in _ADDED.items():
        _add(op, name, after, added)
    table(op, "relation", of("member", "member_id", "other_id"), known(sa.String, "kind"))
    table(
        op,
        "acquaintance",
        of("household", "household_id"),
        of("person", "person_id"),
        known(sa.String, "kind"),
        known(sa.Boolean, "promised"),
        known(sa.String, "waived", "words"),
    )


def _add(op: Any, name: str, after: str, added: tuple[tuple[type[Any], tuple[str, ...], str | None], ...]) -> None:
    """Copy a table into one with more columns; rows that are there get a value by a default that then goes again."""
    with op.batch_alter_table(name, recreate="always") as batch:
        for kind, columns, value in added:
            for column in columns:
                new = sa.Column(column, kind(), nullable=value is None, server_default=value)
                batch.add_column(new, insert_after=after)
                after = column
        if name == "host_offer":
            batch.create_foreign_key("fk_host_offer_rides_with_id_household", "household", ["rides_with_id"], ["id"])
    with op.batch_alter_table(name) as batch:
        for _, columns, value in added:
            for column in columns if value is not None else ():
                batch.alter_column(column, server_default=None)
    if name == "host_offer":
        op.create_index("ix_host_offer_rides_with_id", name, ["rides_with_id"])

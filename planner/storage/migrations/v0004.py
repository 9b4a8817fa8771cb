"""Version 4: interpreting in detail, and what is said at a ceremony."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.v0001.columns import Columns, known, maybe, of, table


def upgrade(op: Any) -> None:
    """Add to needs when, for whom and how much it matters, to assignments a part and a role, and the speeches."""
    _make_anew(
        op,
        "need",
        of("activity", "activity_id", optional=True),
        of("journey", "journey_id", optional=True),
        of("member_group", "group_id", optional=True),
        of("interpreter", "fallback_id", optional=True),
        known(sa.String, "pairs", "mode"),
        maybe(sa.Integer, "how_many", "minutes"),
        known(sa.String, "speciality", "words"),
        maybe(sa.Time, "needed_from", "needed_until"),
        known(sa.String, "importance"),
        known(sa.Boolean, "on_stage"),
        maybe(sa.Integer, "listeners"),
        known(sa.String, "liaison", "position", "equipment", "dress", "audience"),
        known(sa.Text, "materials", "sensitive"),
        at_first={"importance": "by_event", "on_stage": 0},
    )
    _make_anew(
        op,
        "assignment",
        of("need", "need_id"),
        of("interpreter", "interpreter_id"),
        known(sa.Boolean, "locked"),
        known(sa.String, "reason", "role"),
        maybe(sa.Time, "covers_from", "covers_until"),
        maybe(sa.Date, "materials_sent_on"),
        at_first={"role": "takes_turns"},
    )
    table(
        op,
        "speech",
        of("activity", "activity_id"),
        of("person", "person_id", optional=True),
        of("interpreter", "interpreter_id", optional=True),
        maybe(sa.Integer, "place"),
        known(sa.String, "title_en", "title_ja", "speaker_en", "speaker_ja", "post_en", "post_ja", "language", "mode"),
        maybe(sa.Integer, "minutes"),
        maybe(sa.Date, "text_received_on"),
        maybe(sa.Integer, "cut_rank"),
        known(sa.Text, "notes"),
    )


def _make_anew(op: Any, name: str, *parts: Columns, at_first: Mapping[str, Any]) -> None:
    """Make a table with more columns in the place of one that may hold rows, and put the rows back.

    A new column holds what `at_first` says, else nothing or an empty text. The rows wait beside: a table that is
    renamed would take the references to it along.
    """
    there = {column["name"] for column in sa.inspect(op.get_bind()).get_columns(name)}
    op.execute(f"CREATE TEMPORARY TABLE kept AS SELECT * FROM {name}")
    op.drop_table(name)
    table(op, name, *parts)
    columns = ["id", *(column.name for part in parts for column in part)]
    texts = {column.name for part in parts for column in part if not column.nullable}
    values = [column if column in there else f":{column}" for column in columns]
    fresh = {column: at_first.get(column, "" if column in texts else None) for column in columns if column not in there}
    filling = sa.text(f"INSERT INTO {name} ({', '.join(columns)}) SELECT {', '.join(values)} FROM kept")
    op.execute(filling.bindparams(**fresh))
    op.execute("DROP TABLE kept")

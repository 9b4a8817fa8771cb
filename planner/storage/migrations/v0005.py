"""Version 5: blocks of text on papers in the committee's own words."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.v0001.columns import known, of, table


def upgrade(op: Any) -> None:
    """Add the table; nothing that was there changes."""
    table(
        op,
        "wording",
        of("visit", "visit_id"),
        known(sa.String, "code"),
        known(sa.Text, "text_en", "text_ja"),
        unique=[("visit_id", "code")],
    )

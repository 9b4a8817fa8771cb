"""Version 6: photographs, readings of names, and what staff need of an activity."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

#: The texts that are added to each table, each after which column; nothing is said in them at first.
_ADDED: dict[str, tuple[tuple[str, str], ...]] = {
    "person": (("photo", "night_power"),),
    "household": (("name_kana", "name_ja"), ("photo", "involvement")),
    "contact": (("name_kana", "name_ja"),),
    "partnership_contact": (("name_kana", "name_ja"),),
    "speech": (("speaker_kana", "speaker_ja"),),
    "activity": (
        ("cost_code", "payer"),
        ("equipment", "cost_code"),
        ("gifts", "equipment"),
        ("press", "gifts"),
        ("contact", "press"),
        ("contact_phone", "contact"),
    ),
}


def upgrade(op: Any) -> None:
    """Add the table of pictures and the texts."""
    op.create_table(
        "picture",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_picture"),
    )
    for table, added in _ADDED.items():
        # The rows that are there get their empty text by a default, which then goes again.
        with op.batch_alter_table(table, recreate="always") as batch:
            for name, after in added:
                new = sa.Column(name, sa.String(), nullable=False, server_default="")
                batch.add_column(new, insert_after=after)
        with op.batch_alter_table(table) as batch:
            for name, _ in added:
                batch.alter_column(name, server_default=None)

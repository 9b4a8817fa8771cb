"""How version 1 says a table: its columns by kind, and the names of its constraints. Frozen, like all of a version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

Columns = list[sa.Column[Any]]


def known(kind: type[Any], *names: str) -> Columns:
    """Columns that always hold a value; a text that is not known is empty."""
    return [sa.Column(name, kind(), nullable=False) for name in names]


def maybe(kind: type[Any], *names: str) -> Columns:
    """Columns that may hold nothing."""
    return [sa.Column(name, kind(), nullable=True) for name in names]


def of(table: str, *names: str, optional: bool = False) -> Columns:
    """Columns that refer to the rows of a table, with an index."""
    return [sa.Column(name, sa.Integer(), nullable=optional, info={"to": table}) for name in names]


def table(op: Any, name: str, *parts: Columns, unique: Iterable[Sequence[str]] = (), **options: Any) -> None:
    """Make a table; `unique` names the columns that are unique together."""
    columns = [column for part in parts for column in part]
    op.create_table(
        name,
        *columns,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(
            sa.ForeignKeyConstraint(
                [column.name], [f"{column.info['to']}.id"], name=f"fk_{name}_{column.name}_{column.info['to']}"
            )
            for column in columns
            if "to" in column.info
        ),
        *(sa.UniqueConstraint(*together, name=f"uq_{name}_{together[0]}") for together in unique),
        **options,
    )
    for column in columns:
        if "to" in column.info:
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])

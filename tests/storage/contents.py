"""What a planner file holds, read by SQLite itself: to say that two states are the same to the last bit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

# The bytes of pictures stay as long as a step can bring them back.
_HISTORY = ("change", "changed_row", "picture")


def contents(path: Path, *, history: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, sorted; without the history's and what is kept for it unless asked for."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)
            for name in names
            if not name.startswith("sqlite_") and (history or name not in _HISTORY)
        }

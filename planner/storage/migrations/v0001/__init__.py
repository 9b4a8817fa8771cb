"""Version 1: the first tables of the planner file. Frozen: what changes them is a version of its own."""

from __future__ import annotations

from typing import Any

from planner.storage.migrations.v0001.people import make_people
from planner.storage.migrations.v0001.programme import make_programme


def upgrade(op: Any) -> None:
    """Make every table in an empty file."""
    make_people(op)
    make_programme(op)

"""How long work tells how far it is, wherever it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Told (done, total), (0, 0) while the total is not known; may raise `planner.model.message.Cancelled`."""


def tell_nobody(done: int, total: int) -> None:
    """Progress that nobody watches."""

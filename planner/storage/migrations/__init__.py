"""The schema's history: `v0001` made the first tables, each later script changes them by one version.

A version has one function ``upgrade(op)`` that is given Alembic's operations; once released it is never edited.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Step = Callable[[Any], None]


def steps_after(version: int) -> list[tuple[int, Step]]:
    """Give the steps from a version of the schema (0: an empty file) to today's, in order."""
    numbers = sorted(int(module.name[1:]) for module in iter_modules(__path__) if module.name.startswith("v"))
    return [
        (number, import_module(f"{__name__}.v{number:04d}").upgrade) for number in numbers if number > version
    ]

"""The one style sheet: `resources/styles/window.qss` with the names of the colours and sizes filled in."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from string import Template

from planner.resources import resource
from planner.ui.theme import measures
from planner.ui.theme.colours import KIND_TONES, Colours, Tone
from planner.ui.theme.fonts import SIZES


@cache
def _template() -> Template:
    return Template(resource("styles", "window.qss").read_text(encoding="utf-8"))


def words(c: Colours) -> dict[str, str]:
    """Every ``$name`` the sheet may use: ``$line``, ``$check_text``, ``$kind_sport_fill``, ``$size_small``,
    ``$FIELD``.
    """
    found: dict[str, str] = {}
    for field in fields(c):
        value = getattr(c, field.name)
        if isinstance(value, str):
            found[field.name] = value
        elif isinstance(value, Tone):
            found |= _parts(field.name, value)
    for kind in KIND_TONES:
        found |= _parts(f"kind_{kind}", c.kinds[kind])
    found |= {f"size_{name}": f"{size}px" for name, size in SIZES.items()}
    found |= {name: str(size) for name, size in vars(measures).items() if name.isupper()}
    return found


def _parts(name: str, tone: Tone) -> dict[str, str]:
    return {f"{name}_{field.name}": getattr(tone, field.name) for field in fields(tone)}


def sheet(c: Colours) -> str:
    """The style sheet in the colours given.

    Raises:
        KeyError: The sheet uses a name that no colour or size has.
    """
    return _template().substitute(words(c))

"""Where fonts, icons, translations, data and the guide lie, in the checkout or an installed wheel; tables of data."""

from __future__ import annotations

import csv
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
FOLDER = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"

#: The guide for whoever plans a visit, in Markdown.
GUIDE = FOLDER / "guide" if FOLDER == _INSTALLED else _PACKAGE.parent / "docs" / "guide"


def resource(*parts: str) -> Path:
    """Give the path of a file or folder below `resources/`, such as ``resource("fonts", "OFL.txt")``."""
    return FOLDER.joinpath(*parts)


def rows_of(name: str) -> list[dict[str, str]]:
    """Read a table of `resources/data/`, such as "cities.csv": its rows, each by the names of the columns."""
    with resource("data", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))

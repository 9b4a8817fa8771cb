"""Where the fonts, icons, translations and data lie: beside the checkout, or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
FOLDER = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Give the path of a file or folder below `resources/`, such as ``resource("fonts", "OFL.txt")``."""
    return FOLDER.joinpath(*parts)

"""In which folder a dialog for files begins: where the user keeps things, never where the program keeps its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from planner.resources import FOLDER


def documents_folder() -> Path:
    """The user's folder for documents, made if the system names one that is not there; their home if it cannot be.

    Qt would otherwise begin in the folder the program was started from.
    """
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    if not folder.is_absolute() or is_the_programs(folder):
        return Path.home()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path.home()
    return folder


def is_the_programs(folder: Path, *own: Path) -> bool:
    """Whether a folder is or lies in the program's, or in one of its `own` folders for data."""
    folder = folder.resolve()
    return any(folder.is_relative_to(each.resolve()) for each in (FOLDER.parent, *own))

"""What the window remembers between two starts: language, light or dark, zoom, recent files, its place on screen.

Nothing about a visit stands here; that is all in the planner file.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QByteArray, QLocale, QSettings

from planner.clock.sides import Habits, Who
from planner.clock.windows import Hours
from planner.language import LANGUAGES
from planner.model.kinds import Side
from planner.ui.shell.folders import documents_folder, is_the_programs
from planner.ui.theme import CHOICES, Choice

#: Steps of the window's own zoom, in percent, on top of the system's scaling.
ZOOMS: Final = (100, 110, 125, 150, 175, 200)

#: How many files the list of recent ones holds.
RECENT: Final = 8


def settings_path() -> Path:
    """Where the settings lie for this user of this computer."""
    return user_config_path("Shimai", appauthor=False) / "window.ini"


class Settings:
    """The window's settings, kept in an ini file; every value read back is one that makes sense."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or settings_path()), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str = "") -> str:
        return str(self._store.value(key, default, type=str))

    @property
    def language(self) -> str:
        """The language of the screen; the system's at the first start, if it is one of ours."""
        chosen = self._text("language")
        if chosen in LANGUAGES:
            return chosen
        # Asked of Qt: the language of the system's words, which need not be that of its numbers and dates.
        first = next(iter(QLocale.system().uiLanguages()), "")
        return "ja" if first.casefold().startswith("ja") else "en"

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def appearance(self) -> Choice:
        """Light, dark, or as the system is."""
        chosen = self._text("appearance")
        return next((choice for choice in CHOICES if choice == chosen), "system")

    @appearance.setter
    def appearance(self, value: Choice) -> None:
        self._store.setValue("appearance", value)

    @property
    def zoom(self) -> int:
        """The window's own zoom in percent, one of `ZOOMS`."""
        try:
            chosen = int(self._text("zoom", "100"))
        except ValueError:
            return 100
        return chosen if chosen in ZOOMS else 100

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("zoom", value)

    @property
    def programme_view(self) -> str:
        """How the programme was last looked at, as the page calls it; empty at the first start."""
        return self._text("programme_view")

    @programme_view.setter
    def programme_view(self, value: str) -> None:
        self._store.setValue("programme_view", value)

    def habits(self, side: Side) -> tuple[Habits, ...]:
        """When callers of a side can, as it was last asked for: who was chosen last comes first; none at first."""
        try:
            return tuple(_habits(line) for line in self._text(f"callers_{side}").split("\n") if line)
        except ValueError:
            return ()

    def keep_habits(self, side: Side, habits: Iterable[Habits]) -> None:
        """Keep when callers of a side can, who is chosen now first."""
        self._store.setValue(f"callers_{side}", "\n".join(map(_habits_text, habits)))

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, the newest first; those that are gone are left out."""
        paths = (Path(line) for line in self._text("recent").split("\n") if line)
        # `Path.is_file` raises where a folder may not be looked into, such as another user's; `os.path` says no.
        return tuple(path for path in paths if os.path.isfile(path))  # noqa: PTH113

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        path = path.resolve()
        kept = [path, *(other for other in self.recent if other != path)][:RECENT]
        self._store.setValue("recent", "\n".join(map(str, kept)))

    @property
    def last_folder(self) -> Path:
        """Where a file was last opened or saved, or the user's documents; never where the practice visit is kept."""
        folder = Path(self._text("last_folder"))
        if folder.is_absolute() and folder.is_dir() and not is_the_programs(folder, self.practice_path.parent):
            return folder
        return documents_folder()

    @last_folder.setter
    def last_folder(self, value: Path) -> None:
        self._store.setValue("last_folder", str(value))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt packs it; empty at the first start."""
        value = self._store.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def practice_path(self) -> Path:
        """Where the practice visit is kept."""
        chosen = self._text("practice")
        return Path(chosen) if chosen else user_data_path("Shimai", appauthor=False) / "practice.shimai"

    @practice_path.setter
    def practice_path(self, value: Path) -> None:
        self._store.setValue("practice", str(value))

    def save(self) -> None:
        """Write everything to the file now."""
        self._store.sync()


def _habits_text(habits: Habits) -> str:
    """Write them as ``office 08:30 17:15 01234``; the weekdays from 0 for Monday, ``-`` for none."""
    hours = f"{habits.hours.start:%H:%M} {habits.hours.end:%H:%M}"
    return f"{habits.who} {hours} {''.join(map(str, sorted(habits.week))) or '-'}"


def _habits(text: str) -> Habits:
    """Read what `_habits_text` wrote. Raises `ValueError` for anything else."""
    who, start, end, week = text.split()
    weekdays = frozenset(range(7)) & {int(digit) for digit in week.removeprefix("-")}
    return Habits(Who(who), Hours(dt.time.fromisoformat(start), dt.time.fromisoformat(end)), weekdays)

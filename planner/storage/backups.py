"""Backups: whole copies of the planner file beside it, once a day and before every migration, the last ten kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from planner.storage import sqlite

KEPT = 10
_STAMP = "%Y-%m-%d %H.%M.%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, and when it was made (local time of this computer)."""

    path: Path
    made_at: dt.datetime


def folder_of(path: Path) -> Path:
    """Give the folder in which a planner file's backups lie."""
    return path.with_name(f"{path.stem} backups")


def backups_of(path: Path) -> list[Backup]:
    """Give the backups of a planner file, the newest first."""
    found = []
    for copy in folder_of(path).glob(f"{_plain(path.stem)} *.shimai"):
        try:
            made_at = dt.datetime.strptime(copy.stem[len(path.stem) + 1 :], _STAMP)  # noqa: DTZ007 (local, on purpose)
        except ValueError:
            continue
        found.append(Backup(copy, made_at))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def _plain(stem: str) -> str:
    """Take a name literally in a pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in stem)


def newest_sound(path: Path) -> Backup | None:
    """Give the newest backup that SQLite finds in order."""
    return next((backup for backup in backups_of(path) if sqlite.is_sound_file(backup.path)), None)


def back_up(path: Path, now: dt.datetime | None = None, *, sparing: Path | None = None) -> Backup:
    """Copy the planner file to its backups and let go of all but the last ten, and of `sparing` in no case.

    Raises `OSError`, `sqlite3.Error`.
    """
    moment = (now or dt.datetime.now()).replace(microsecond=0)  # noqa: DTZ005 (local, on purpose)
    folder = folder_of(path)
    folder.mkdir(exist_ok=True)
    # Two within one second are two: a backup is never written over.
    while (target := folder / f"{path.stem} {moment.strftime(_STAMP)}.shimai").exists():
        moment += dt.timedelta(seconds=1)
    sqlite.copy(path, target)
    for old in backups_of(path)[KEPT:]:
        if old.path != sparing:
            old.path.unlink(missing_ok=True)
    return Backup(target, moment)


def back_up_once_a_day(path: Path, now: dt.datetime | None = None) -> Backup | None:
    """Back up, unless it was done today already."""
    today = (now or dt.datetime.now()).date()  # noqa: DTZ005 (local, on purpose)
    if any(backup.made_at.date() == today for backup in backups_of(path)):
        return None
    return back_up(path, now)

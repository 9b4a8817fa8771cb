"""Backups: once a day, the last ten, whole; and back from one, with its history."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planner.commands import records
from planner.language import say
from planner.model import Person
from planner.model.message import PlannerError
from planner.storage import Backup, PlannerFile, backups, migrating, sqlite
from tests.storage.contents import contents


def dial(file: PlannerFile, number: str) -> None:
    file.run(records.edit, "Person", 1, {"phone": number})


def test_one_a_day_and_the_last_ten(path: Path) -> None:
    first = dt.datetime(2027, 3, 1, 9, 30)
    for day in range(13):
        for hour in range(3):
            backups.back_up_once_a_day(path, first + dt.timedelta(days=day, hours=hour))
    kept = [backup.made_at for backup in backups.backups_of(path)]
    assert kept == [first + dt.timedelta(days=day) for day in range(12, 2, -1)]
    assert all(sqlite.is_sound_file(backup.path) for backup in backups.backups_of(path))


def test_two_within_a_second_are_two(path: Path) -> None:
    now = dt.datetime(2027, 3, 1, 9, 30)
    made = [backups.back_up(path, now) for _ in range(3)]
    assert len({backup.path for backup in made}) == 3
    assert [backup.made_at.second for backup in made] == [0, 1, 2]


def test_a_copy_takes_nothing_from_the_journal_of_a_file_that_is_gone(path: Path) -> None:
    target = path.with_name("copy.shimai")
    sqlite.journal_of(target).write_bytes(b"half a change of another file")
    sqlite.copy(path, target)
    assert not sqlite.journal_of(target).exists()
    assert contents(target, history=True) == contents(path, history=True)


@pytest.mark.parametrize("stem", ["[a]*?", "姉妹都市 2027", "x 2027-01-01 00.00.00"])
def test_names_with_signs_and_japanese_names(path: Path, stem: str) -> None:
    named = path.rename(path.with_name(f"{stem}.shimai"))
    neighbour = path.with_name("a.shimai")
    neighbour.write_bytes(named.read_bytes())
    backup = backups.back_up(named)
    assert backups.backups_of(named) == [backup]
    assert backups.backups_of(neighbour) == []


def test_strange_files_among_the_backups_are_left_alone(path: Path) -> None:
    folder = backups.folder_of(path)
    folder.mkdir()
    mine = folder / "visit my own copy.shimai"
    mine.write_bytes(path.read_bytes())
    for day in range(1, 13):
        backups.back_up(path, dt.datetime(2027, 3, day))
    assert mine.exists()
    assert len(backups.backups_of(path)) == 10


def test_a_backup_is_put_back_with_its_history_and_can_be_taken_back(file: PlannerFile, path: Path) -> None:
    before = contents(path)
    dial(file, "1")
    kept = contents(path, history=True)
    good = file.back_up()
    dial(file, "2")
    file.run(records.remove, "Member", 1)
    later = contents(path, history=True)
    told: list[object] = []
    file.changed.append(told.append)

    file.restore(good)
    assert contents(path, history=True) == kept
    assert file.plan.find(Person, 1).phone == "1"
    assert len(told) == 1
    file.undo()
    assert contents(path) == before
    file.redo()

    [safe] = [backup for backup in file.backups() if contents(backup.path, history=True) == later]
    file.restore(safe)
    assert contents(path, history=True) == later
    assert not list(path.parent.glob(".*.new"))


def test_the_oldest_of_ten_can_be_put_back(file: PlannerFile, path: Path) -> None:
    for old in file.backups():
        old.path.unlink()
    for day in range(1, 11):
        backups.back_up(path, dt.datetime(2026, 3, day))
    wanted = contents(path)
    dial(file, "1")
    oldest = file.backups()[-1]
    file.restore(oldest)
    assert contents(path) == wanted
    assert oldest.path.exists()


def assert_refused(file: PlannerFile, backup: Backup, code: str) -> None:
    before = contents(file.path, history=True)
    with pytest.raises(PlannerError) as refused:
        file.restore(backup)
    assert refused.value.code == code
    assert say(refused.value, "en") != say(refused.value, "ja")
    assert contents(file.path, history=True) == before
    dial(file, "still writable")


def test_a_damaged_or_newer_backup_is_refused(file: PlannerFile) -> None:
    damaged = file.back_up()
    damaged.path.write_bytes(damaged.path.read_bytes()[:5000])
    assert_refused(file, damaged, "backup-damaged")
    assert_refused(file, Backup(damaged.path.with_name("none.shimai"), dt.datetime(2027, 1, 1)), "backup-damaged")
    newer = file.back_up()
    with closing(sqlite3.connect(newer.path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrating.VERSION + 1}")
    assert_refused(file, newer, "backup-newer")


def test_an_older_backup_that_cannot_be_brought_up_to_date_changes_nothing(file: PlannerFile) -> None:
    older = file.back_up()
    with closing(sqlite3.connect(older.path)) as connection:
        # Version 0 is an empty file: its migration makes tables, and these are there already.
        connection.execute("PRAGMA user_version = 0")
    assert_refused(file, older, "restore-failed")


def test_a_backup_that_cannot_be_written_is_said(file: PlannerFile, path: Path) -> None:
    for old in file.backups():
        old.path.unlink()
    folder = backups.folder_of(path)
    folder.rmdir()
    folder.write_text("a file where the folder should be")
    with pytest.raises(PlannerError, match="backup-failed"):
        file.back_up()


def test_no_room_for_a_backup_is_no_reason_not_to_open(path: Path) -> None:
    backups.folder_of(path).write_text("a file where the folder should be")
    with PlannerFile.open(path) as file:
        dial(file, "1")

"""Migrations: the steps lead to today's tables, all or nothing, after a backup; and cost nothing when not needed."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from planner.commands import records
from planner.language import say
from planner.model import Base
from planner.model.message import PlannerError
from planner.storage import PlannerFile, backups, migrating, migrations, sqlite
from tests.storage.contents import contents


def schema(path: Path) -> dict[str, Any]:
    """Everything SQLite says of the tables: columns, references, indexes, and their SQL, line by line."""
    with closing(sqlite3.connect(path)) as connection:
        found: dict[str, Any] = {}
        for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
            found[f"{kind} {name}"] = table, sorted(line.strip(" \t,") for line in (sql or "").splitlines())
            if kind == "table":
                for pragma in ("table_info", "foreign_key_list", "index_list"):
                    rows = connection.execute(f'PRAGMA {pragma}("{name}")').fetchall()
                    # The first column only numbers the rows.
                    found[f"{pragma} {name}"] = sorted(row[pragma != "table_info" :] for row in rows)
        return found


def test_the_steps_make_the_same_tables_as_a_new_file_has(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made.shimai", tmp_path / "migrated.shimai"
    for path in (made, migrated):
        sqlite.create(path, 0)
    migrating.make_schema(made)
    migrating.migrate(migrated, 0)
    assert schema(migrated) == schema(made)
    assert len([name for name in schema(made) if name.startswith("table_info")]) > len(Base.metadata.tables)
    assert sqlite.marks(migrated) == (sqlite.APPLICATION_ID, migrating.VERSION)
    assert len(backups.backups_of(migrated)) == 1, "backed up before"


def test_the_version_is_that_of_the_last_step() -> None:
    assert [number for number, _ in migrations.steps_after(0)] == list(range(1, migrating.VERSION + 1))
    assert migrations.steps_after(migrating.VERSION) == []


def _older(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")


def _break_references(op: Any) -> None:
    op.execute("CREATE TABLE left_over (id INTEGER)")
    op.execute("DELETE FROM person")


def _fail(op: Any) -> None:
    op.execute("ALTER TABLE person ADD COLUMN shoe_size INTEGER")
    op.execute("DELETE FROM stay")
    raise RuntimeError("the disk is full, say")


@pytest.mark.parametrize("step", [_fail, _break_references])
def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch, step: Any) -> None:
    _older(path)
    before = path.read_bytes()
    monkeypatch.setattr(migrations, "steps_after", lambda version: [(1, step)])
    with pytest.raises(PlannerError) as refused:
        PlannerFile.open(path)
    assert refused.value.code == "migration-failed"
    [backup] = backups.backups_of(path)
    for language in ("en", "ja"):
        assert backup.path.name in say(refused.value, language)
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(backup.path)) as copy:
        assert list(old.iterdump()) == list(copy.iterdump())
    assert sqlite.marks(path) == (sqlite.APPLICATION_ID, 0)
    assert len(path.read_bytes()) == len(before)
    assert contents(path) == contents(backup.path)


def test_a_step_brings_an_older_file_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _older(path)
    monkeypatch.setattr(migrations, "steps_after", lambda version: [(1, _rename)])
    before = contents(path)
    with PlannerFile.open(path) as file:
        assert file.plan.members
        assert [backup.path for backup in file.backups()], "backed up before"
    after = contents(path)
    assert after.pop("extra") == []
    assert after == before


def _rename(op: Any) -> None:
    import sqlalchemy as sa

    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("person") as person:
        # Alembic copies the whole table; with foreign keys on, that would take the members along.
        person.alter_column("phone", new_column_name="telephone")
    with op.batch_alter_table("person") as person:
        person.alter_column("telephone", new_column_name="phone")


def test_without_a_backup_there_is_no_migration(path: Path) -> None:
    _older(path)
    backups.folder_of(path).write_text("a file where the folder should be")
    with pytest.raises(PlannerError, match="backup-failed"):
        PlannerFile.open(path)
    assert sqlite.marks(path) == (sqlite.APPLICATION_ID, 0)


_OF_VERSION_2 = ("zone_record", "call", "acceptance", "rule_setting", "way", "calendar_day")


def _version_1(path: Path) -> None:
    """Make it the file that the first version would have written."""
    with closing(sqlite3.connect(path)) as connection:
        for table in _OF_VERSION_2:
            connection.execute(f'DROP TABLE "{table}"')
        connection.execute("PRAGMA user_version = 1")
        connection.commit()


def test_a_file_of_version_1_is_brought_up_to_date(path: Path) -> None:
    whole = contents(path)
    _version_1(path)
    with PlannerFile.open(path) as file:
        assert file.plan.members
        assert not file.plan.calls
        file.run(records.edit, "Visit", file.plan.visit.id, {"title_en": "As before"})
        file.undo()
    after = contents(path)
    assert {table: rows for table, rows in after.items() if table not in _OF_VERSION_2} == {
        table: rows for table, rows in whole.items() if table not in _OF_VERSION_2
    }
    assert sqlite.marks(path) == (sqlite.APPLICATION_ID, migrating.VERSION)


def test_an_older_file_can_be_looked_at_without_being_touched(path: Path) -> None:
    _version_1(path)
    before = path.read_bytes()
    with PlannerFile.open(path, read_only=True) as file:
        assert file.plan.members
        assert file.plan.ways == ()
        assert file.read_only
        assert file.history() == []
        with pytest.raises(PlannerError, match="file-read-only"):
            file.run(records.edit, "Visit", file.plan.visit.id, {"title_en": "No"})
    assert path.read_bytes() == before
    assert backups.backups_of(path) == []


def test_an_older_file_that_cannot_be_understood_is_said(path: Path) -> None:
    _older(path)
    with pytest.raises(PlannerError, match="file-older-unreadable") as refused:
        PlannerFile.open(path, read_only=True)
    assert say(refused.value, "en") != say(refused.value, "ja")


def test_alembic_is_not_imported_when_there_is_nothing_to_do(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from planner.storage import PlannerFile\n"
        "PlannerFile.open(Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"

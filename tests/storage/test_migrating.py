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
            found[f"{kind} {name}"] = table, sorted(_plain(line) for line in (sql or "").splitlines())
            if kind == "table":
                for pragma in ("table_info", "foreign_key_list", "index_list"):
                    rows = connection.execute(f'PRAGMA {pragma}("{name}")').fetchall()
                    # The first column only numbers the rows.
                    found[f"{pragma} {name}"] = sorted(row[pragma != "table_info" :] for row in rows)
        return found


def _plain(line: str) -> str:
    """A line of SQL without what is only writing: SQLite quotes the name of a table that was renamed."""
    return line.strip(" \t,").replace('"', "")


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


Columns = dict[str, list[str]]


def _columns(connection: sqlite3.Connection) -> Columns:
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        for name in tables
        if not name.startswith("sqlite_")
    }


def _as_of_version(path: Path, version: int) -> Columns:
    """Make it the file that an earlier version would have written; gives its tables and their columns."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    old = path.with_name("old.shimai")
    sqlite.create(old, 0)
    engine = sqlite.engine_for(old, foreign_keys=False)
    with engine.begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        for number, step in migrations.steps_after(0):
            if number <= version:
                step(operations)
        sqlite.mark_version(connection, version)
    engine.dispose()
    with closing(sqlite3.connect(old)) as made:
        made.execute("ATTACH ? AS new", (str(path),))
        columns = _columns(made)
        for table, names in columns.items():
            listed = _listed(names)
            made.execute(f'INSERT INTO main."{table}" ({listed}) SELECT {listed} FROM new."{table}"')
        made.commit()
    old.replace(path)
    return columns


def _rows(path: Path, columns: Columns) -> dict[str, list[Any]]:
    """What a file holds in some columns of some tables, without the history."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f'SELECT {_listed(names)} FROM "{table}"'), key=repr)
            for table, names in columns.items()
            if table not in ("change", "changed_row")
        }


def _listed(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_an_older_file_is_brought_up_to_date(path: Path, version: int) -> None:
    columns = _as_of_version(path, version)
    before = _rows(path, columns)
    with PlannerFile.open(path) as file:
        assert file.plan.members
        assert bool(file.plan.calls) == (version > 1)
        file.run(records.edit, "Visit", file.plan.visit.id, {"title_en": "As before"})
        file.undo()
    assert before["person"]
    assert _rows(path, columns) == before
    assert sqlite.marks(path) == (sqlite.APPLICATION_ID, migrating.VERSION)


def test_an_older_file_can_be_looked_at_without_being_touched(path: Path) -> None:
    _as_of_version(path, 1)
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

"""When a change cannot be saved: it is said, nothing of it is kept, and the next one goes well."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from planner.commands import records
from planner.language import say
from planner.model import Person
from planner.model.message import PlannerError
from planner.storage import DamagedFile, PlannerFile
from tests.storage.contents import contents


def pragma(file: PlannerFile, words: str) -> int:
    """Set something on the connection that the file itself uses."""
    with file._engine.connect() as connection:
        holder = connection.connection.dbapi_connection
        assert holder is not None
        [value] = holder.execute(f"PRAGMA {words}").fetchone()
        return int(value)


@contextmanager
def full_disk(file: PlannerFile) -> Iterator[None]:
    pages = pragma(file, "page_count")
    pragma(file, f"max_page_count = {pages}")
    yield
    pragma(file, "max_page_count = 1000000")


@contextmanager
def file_moved(file: PlannerFile) -> Iterator[None]:
    elsewhere = file.path.with_name("elsewhere.shimai")
    file.path.rename(elsewhere)
    yield
    elsewhere.rename(file.path)


@contextmanager
def locked_by_another_program(file: PlannerFile) -> Iterator[None]:
    pragma(file, "busy_timeout = 1")
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.mark.parametrize("trouble", [full_disk, file_moved, locked_by_another_program])
def test_what_cannot_be_saved_is_said_and_not_kept(
    file: PlannerFile, path: Path, trouble: Callable[[PlannerFile], AbstractContextManager[None]]
) -> None:
    file.run(records.edit, "Person", 2, {"phone": "1"})
    before, plan = contents(path, history=True), file.plan
    changes = (
        lambda: file.run(records.edit, "Person", 1, {"address_en": "x" * 200_000}),
        lambda: file.run(records.add, "Place", {"name_en": "x" * 200_000}),
    )
    with trouble(file):
        for change in changes:
            with pytest.raises(PlannerError) as refused:
                change()
            assert refused.value.code == "not-saved"
            assert path.name in say(refused.value, "en")
            assert say(refused.value, "en") != say(refused.value, "ja")
            assert file.plan is plan
    assert contents(path, history=True) == before
    file.run(records.edit, "Person", 1, {"phone": "saved again"})
    file.undo()
    file.undo()
    file.redo()
    assert file.plan.find(Person, 2).phone == "1"


def test_a_file_that_is_damaged_while_it_is_open_is_said(file: PlannerFile, path: Path) -> None:
    backup = file.back_up()
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    # Another program writes into the file: the counter in its head makes SQLite read it anew.
    data[24:28] = (int.from_bytes(data[24:28], "big") + 1).to_bytes(4, "big")
    path.write_bytes(data)
    with pytest.raises(DamagedFile) as refused:
        file.run(records.edit, "Person", 1, {"phone": "1"})
    assert refused.value.backup == backup


def test_a_mistake_of_the_program_is_not_hidden(file: PlannerFile, path: Path) -> None:
    def wrong(session: object) -> None:
        raise ZeroDivisionError

    before = contents(path, history=True)
    with pytest.raises(ZeroDivisionError):
        file.run(wrong)  # type: ignore[arg-type]
    assert contents(path, history=True) == before

"""One writer at a time, across processes; a crash leaves neither a lock nor half a change."""

import datetime as dt
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.language import LANGUAGES, say
from planner.model import Person
from planner.model.message import PlannerError
from planner.storage import PlannerFile, locking, sqlite
from tests.storage.contents import contents

HOLD = """
import sys
from pathlib import Path
from planner.storage import PlannerFile
with PlannerFile.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""

# Prints each number only after it was said to be saved; the file must hold it from then on.
WRITE = """
import sys
from pathlib import Path
from planner.commands import records
from planner.storage import PlannerFile
with PlannerFile.open(Path(sys.argv[1])) as file:
    print("open", flush=True)
    for number in range(int(sys.argv[2]), 10_000):
        values = {"phone": str(number), "address_en": f"{number} " * 2000}
        file.run(records.edit, "Person", 1 + number % 3, values)
        print(number, flush=True)
"""


@contextmanager
def running(script: str, *arguments: object) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_file_in_use_says_who_where_and_since_when(path: Path) -> None:
    with running(HOLD, path) as other:
        with pytest.raises(PlannerError) as refused:
            PlannerFile.open(path)
        assert refused.value.code == "file-in-use"
        figures = refused.value.message.figures
        assert figures["who"] == locking.me()
        assert figures["where"]
        assert dt.timedelta() <= dt.datetime.now(dt.UTC) - figures["since"] < dt.timedelta(minutes=1)
        for language in LANGUAGES:
            assert figures["where"] in say(refused.value, language)
        with PlannerFile.open(path, read_only=True) as reader:
            assert reader.plan.members
        other.communicate("")
        assert other.returncode == 0
    with PlannerFile.open(path) as file:
        assert not file.read_only


def test_a_file_is_in_use_also_for_the_same_program_and_by_another_name(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.shimai"
    link.symlink_to(path)
    with PlannerFile.open(path), pytest.raises(PlannerError, match="file-in-use"):
        PlannerFile.open(link)


def test_a_lock_left_by_a_crash_is_no_lock(path: Path) -> None:
    with running(HOLD, path) as other:
        other.kill()
        other.wait()
    assert path.with_name(f".{path.name}.owner").exists(), "the crashed program could not clear away"
    with PlannerFile.open(path) as file:
        assert not file.read_only
        assert file.left_by_crash
    with PlannerFile.open(path) as file:
        assert not file.left_by_crash


def test_closing_leaves_nothing_beside_the_file(path: Path) -> None:
    PlannerFile.open(path).close()
    assert {entry.name for entry in path.parent.iterdir()} == {"visit.shimai", "visit backups"}


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_said_to_be_saved(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    number = 0
    for _ in range(2):
        with running(WRITE, path, number) as writer:
            time.sleep(chance.uniform(0.05, 0.4))
            writer.kill()
            assert writer.stdout is not None
            said = [int(line) for line in writer.stdout.read().split()]
        last = said[-1] if said else number - 1
        # A journal may still lie there: opening rolls the half change back.
        with PlannerFile.open(path) as file:
            written = max(
                (int(file.plan.find(Person, row).phone) for row in (1, 2, 3) if _is_number(file, row)), default=-1
            )
            assert written in (last, last + 1), "acknowledged, or just before it could be said"
            for row in (1, 2, 3):
                person = file.plan.find(Person, row)
                if person.phone.isdecimal():
                    assert person.address_en == (f"{person.phone} " * 2000).strip(), "half a change was kept"
        assert sqlite.is_sound_file(path)
        number = written + 1


def _is_number(file: PlannerFile, row: int) -> bool:
    return file.plan.find(Person, row).phone.isdecimal()


def test_a_half_written_change_is_rolled_back_when_the_file_is_opened(path: Path) -> None:
    before = contents(path)
    with running(TORN, path) as torn:
        torn.kill()
        torn.wait()
    assert sqlite.journal_of(path).stat().st_size > 0, "the crash left a journal to roll back"
    with PlannerFile.open(path, read_only=True) as file:
        assert file.plan.members
    assert contents(path) == before
    assert sqlite.is_sound_file(path)


# A transaction that has outgrown the cache has already written into the file itself when the program dies.
TORN = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE person SET address_en = hex(randomblob(50000))")
connection.execute("UPDATE household SET address_en = hex(randomblob(50000))")
connection.execute("DELETE FROM stay")
print("open", flush=True)
sys.stdin.read()
"""

"""Making and opening planner files; every refusal has its code and a sentence in both languages."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from planner.commands import records
from planner.language import LANGUAGES, say
from planner.model.message import Message, PlannerError
from planner.storage import DamagedFile, PlannerFile, backups, restore_damaged, sqlite
from planner.storage.migrating import VERSION
from tests.model.full_visit import begin
from tests.rights import permissions_hold
from tests.storage.contents import contents


def refusal(path: Path) -> PlannerError:
    """Open a file that cannot be opened; check that it is said in both languages, and give why."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(PlannerError) as refused:
        PlannerFile.open(path)
    assert_said(refused.value)
    assert before is None or path.read_bytes() == before, "the file was touched"
    return refused.value


def assert_said(message: PlannerError | Message) -> None:
    english, japanese = (say(message, language) for language in LANGUAGES)
    assert english
    assert japanese
    assert english != japanese
    assert "{" not in english + japanese


def test_a_new_file_is_marked_and_has_the_visit(tmp_path: Path) -> None:
    with PlannerFile.create(tmp_path / "portland", begin, who="Ann") as file:
        assert file.path.name == "portland.shimai"
        assert file.plan.visit.title_en
        assert file.history() == []
        assert file.next_undo is None
        assert sorted(entry.name for entry in tmp_path.iterdir() if not entry.name.startswith(".")) == [
            "portland.shimai"
        ]
    assert [entry.name for entry in tmp_path.iterdir()] == ["portland.shimai"], "nothing is left lying about"
    with closing(sqlite3.connect(tmp_path / "portland.shimai")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"SHMI", "big"),)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",), "a file is one file"
    assert sqlite.marks(tmp_path / "portland.shimai") == (sqlite.APPLICATION_ID, VERSION)


def test_a_file_is_never_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(PlannerError, match="file-exists") as refused:
        PlannerFile.create(path, begin)
    assert_said(refused.value)
    assert path.read_bytes() == before


def test_a_refused_beginning_leaves_no_file(tmp_path: Path) -> None:
    def refuse(_session: object) -> None:
        raise PlannerError("same-city")

    with pytest.raises(PlannerError, match="same-city"):
        PlannerFile.create(tmp_path / "x.shimai", refuse)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="folder-read-only") as refused:
        PlannerFile.create(tmp_path / "gone" / "x.shimai", begin)
    assert_said(refused.value)


def test_a_new_file_takes_nothing_from_the_journal_of_an_old_one(tmp_path: Path, path: Path) -> None:
    journal = sqlite.journal_of(tmp_path / "new.shimai")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(1000))
    PlannerFile.create(tmp_path / "new.shimai", begin).close()
    assert not journal.exists()


def test_a_missing_file_is_missing_and_a_folder_is_none(tmp_path: Path) -> None:
    assert refusal(tmp_path / "x.shimai").code == "file-missing"
    assert refusal(tmp_path).code == "file-folder"


def test_other_files_are_not_planner_files(tmp_path: Path) -> None:
    words = tmp_path / "letter.txt"
    words.write_text("Dear host family, " * 20)
    assert refusal(words).code == "file-not-planner"
    short = tmp_path / "short.shimai"
    short.write_bytes(sqlite.MAGIC)
    assert refusal(short).code == "file-not-planner"
    stranger = tmp_path / "stranger.shimai"
    with closing(sqlite3.connect(stranger)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
    assert refusal(stranger).code == "file-not-planner"


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "x.shimai"
    path.touch()
    assert refusal(path).code == "file-empty"


def damage(path: Path) -> None:
    """Overwrite pages in the middle of the file, as a bad stick does."""
    data = bytearray(path.read_bytes())
    for start in range(8192, len(data) - 4096, 4096):
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)


def test_a_damaged_file_without_backup(path: Path) -> None:
    damage(path)
    refused = refusal(path)
    assert refused.code == "file-damaged"
    assert isinstance(refused, DamagedFile)
    assert refused.backup is None


@pytest.mark.parametrize("harm", ["pages", "head", "half", "tables"])
def test_a_damaged_file_is_restored_from_the_newest_good_backup(path: Path, harm: str) -> None:
    before = contents(path)
    with PlannerFile.open(path) as file:
        good = file.backups()[0]
        bad = file.back_up()
    damage(bad.path)
    if harm == "pages":
        damage(path)
    elif harm == "head":
        path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    elif harm == "half":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TABLE wish")
            connection.execute("DROP TABLE stay")
    broken = path.read_bytes()
    refused = refusal(path)
    assert refused.code == "file-damaged-with-backup"
    assert isinstance(refused, DamagedFile)
    assert refused.backup == good, "not the newer one, which is damaged too"
    restore_damaged(path, good)
    assert contents(path) == before
    [aside] = path.parent.glob("visit damaged *.shimai")
    assert aside.read_bytes() == broken
    PlannerFile.open(path).close()


def test_a_damaged_backup_is_not_put_in_place(path: Path) -> None:
    with PlannerFile.open(path) as file:
        backup = file.back_up()
    damage(backup.path)
    before = path.read_bytes()
    with pytest.raises(PlannerError, match="backup-damaged") as refused:
        restore_damaged(path, backup)
    assert_said(refused.value)
    assert path.read_bytes() == before


def test_the_journal_of_a_damaged_file_goes_aside_with_it(path: Path) -> None:
    with PlannerFile.open(path) as file:
        backup = file.back_up()
    damage(path)
    sqlite.journal_of(path).write_bytes(b"half a change")
    restore_damaged(path, backup)
    assert not sqlite.journal_of(path).exists()
    [aside] = path.parent.glob("visit damaged *-journal")
    assert aside.read_bytes() == b"half a change"


def test_a_newer_file_opens_read_only(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("ALTER TABLE person ADD COLUMN shoe_size INTEGER")
        connection.execute("UPDATE member SET role = 'astronaut'")
        connection.commit()
    before = path.read_bytes()
    with PlannerFile.open(path) as file:
        assert file.read_only_reason == Message.of("read-only-newer")
        assert_said(file.read_only_reason)
        assert file.plan.members[0].role == "astronaut"
        with pytest.raises(PlannerError, match="file-read-only") as refused:
            file.run(records.edit, "Person", 1, {"phone": "1"})
        assert_said(refused.value)
        for change in (file.undo, file.redo, lambda: file.undo_back_to(0), lambda: file.undo_only(1)):
            with pytest.raises(PlannerError, match="file-read-only"):
                change()
    assert path.read_bytes() == before


def test_a_newer_file_that_cannot_be_understood_says_so(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("ALTER TABLE person RENAME COLUMN phone TO telephone")
    assert refusal(path).code == "file-newer-unreadable"


def test_a_file_can_be_opened_only_to_look_at(path: Path) -> None:
    with PlannerFile.open(path) as _writer, PlannerFile.open(path, read_only=True) as reader:
        assert reader.read_only_reason == Message.of("read-only-asked")
        assert_said(reader.read_only_reason)
        assert reader.plan.members


LOOK = """
import os, sys
from pathlib import Path
from planner.storage import PlannerFile
from planner.model.message import PlannerError
from planner.commands import records
path, other = map(Path, sys.argv[1:])
# Everything is imported once before the rights are given up: the interpreter itself may lie in root's home.
with PlannerFile.open(other) as file:
    file.run(records.edit, "Person", 1, {"phone": "1"})
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)  # root may write everywhere; nobody may not
with PlannerFile.open(path) as file:
    print(file.read_only_reason.code, file.read_only_reason.figures["folder"], len(file.plan.members))
    try:
        file.run(records.edit, "Person", 1, {"phone": "1"})
    except PlannerError as error:
        print(error.code)
"""


@permissions_hold
@pytest.mark.parametrize("closed", ["folder", "file"])
def test_where_nothing_can_be_written_a_file_opens_read_only(path: Path, closed: str) -> None:
    folder = Path(shutil.copytree(path.parent, f"/tmp/shimai-read-only-{os.getpid()}"))
    try:
        copy = folder / path.name
        copy.chmod(0o444 if closed == "file" else 0o666)
        folder.chmod(0o555 if closed == "folder" else 0o777)
        run = subprocess.run(
            [sys.executable, "-c", LOOK, str(copy), str(path)], capture_output=True, text=True, check=False
        )
        assert run.stdout.splitlines() == [f"read-only-folder {folder} 3", "file-read-only"], run.stderr
        assert_said(Message.of("read-only-folder", folder=str(folder)))
    finally:
        folder.chmod(0o777)
        shutil.rmtree(folder)


def test_a_backup_is_made_when_a_file_is_opened_once_a_day(path: Path) -> None:
    PlannerFile.open(path).close()
    PlannerFile.open(path).close()
    assert len(backups.backups_of(path)) == 1


def test_only_a_whole_file_is_backed_up(path: Path) -> None:
    damage(path)
    refusal(path)
    assert backups.backups_of(path) == []

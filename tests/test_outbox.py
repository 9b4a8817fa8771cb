"""A finished file: whole in its place, or a sentence why not and everything as it was."""

import errno
import tempfile
from pathlib import Path

import pytest

from planner.language import say
from planner.model.message import PlannerError
from planner.outbox import put_out, refusal
from tests.rights import as_nobody, permissions_hold


def refused(path: Path) -> str:
    with pytest.raises(PlannerError) as error:
        put_out(path, b"new")
    assert say(error.value, "en") != say(error.value, "ja")
    return error.value.code


def test_it_replaces_an_older_file_and_makes_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "予定表 – 髙橋.ics"
    for content in (b"old", b"newer"):
        put_out(path, content)
        assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_others_may_read_it_as_any_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    put_out(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_what_stands_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder.pdf").mkdir()
    assert refused(tmp_path / "file" / "paper.pdf") == "out-no-folder"
    assert refused(tmp_path / "file" / "deeper" / "paper.pdf") == "out-no-folder"
    assert refused(tmp_path / "folder.pdf") == "out-folder-in-the-way"
    assert refused(tmp_path / f"{'long' * 100}.pdf") == "out-name-too-long"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.pdf"]
    assert (tmp_path / "file").read_text() == "mine"


@permissions_hold
def test_a_read_only_folder_is_said() -> None:
    # Not in pytest's folder, into which nobody but its owner may look.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        with as_nobody():
            assert refused(folder / "paper.pdf") == "folder-read-only"
        folder.chmod(0o755)


def test_a_full_disk_leaves_the_older_file(tmp_path: Path) -> None:
    """A limit on the size of files is the one full disk that a test can make."""
    resource = pytest.importorskip("resource", reason="no such limit on Windows")
    put_out(tmp_path / "paper.pdf", b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    try:
        with pytest.raises(PlannerError) as error:
            put_out(tmp_path / "paper.pdf", b"x" * 4096)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert error.value.code == "out-no-space"
    assert (tmp_path / "paper.pdf").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "full"), "out-no-space"),
        (OSError(errno.EIO, "gone"), "out-not-saved"),
        # What Windows says while Acrobat shows the older file.
        (PermissionError(errno.EACCES, "denied", ".part", 5, "paper.pdf"), "out-in-use"),
        (PermissionError(errno.EACCES, "denied"), "folder-read-only"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(error: OSError, code: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    assert refusal(error, path).code == code

"""Copies for the system's viewer: private, and not for ever."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from planner.ui.pages.papers.lent import folder_to_lend


def test_copies_of_other_days_are_deleted_and_those_of_today_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    other = tmp_path / "somebody-elses"
    other.mkdir()
    old, new = folder_to_lend(), folder_to_lend()
    (old / "packet.pdf").write_bytes(b"%PDF")
    yesterday = time.time() - 24 * 3600
    for folder in (old, other):
        os.utime(folder, (yesterday, yesterday))
    newest = folder_to_lend()
    assert sorted(tmp_path.iterdir()) == sorted((other, new, newest))
    if os.name == "posix":
        assert newest.stat().st_mode & 0o077 == 0

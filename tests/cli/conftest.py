import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.app import main
from tests.prepared import copy_practice

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "portland-2027"


class Said(NamedTuple):
    """What a job left behind: its exit code and what stood on both streams."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a job as `main.py` does, in this process, in English unless it says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def job(*words: str | Path) -> Said:
        code = main([str(word) for word in words])
        return Said(code, *capsys.readouterr())

    return job


@pytest.fixture(scope="session")
def made_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_practice(tmp_path_factory.mktemp("practice") / "practice.shimai")


@pytest.fixture
def practice(made_practice: Path, tmp_path: Path) -> Path:
    """The practice visit, a copy for one test."""
    return Path(shutil.copy(made_practice, tmp_path / "practice.shimai"))

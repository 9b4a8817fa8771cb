import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.storage import PlannerFile
from tests.model.full_visit import begin
from tests.prepared import begun


@pytest.fixture(scope="session")
def made_visit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A visit with rows of every noun, made once."""
    path = tmp_path_factory.mktemp("made") / "visit.shimai"
    begun(path, begin).close()
    return path


@pytest.fixture
def path(made_visit: Path, tmp_path: Path) -> Path:
    """A copy of the full visit for one test."""
    return Path(shutil.copy(made_visit, tmp_path / "visit.shimai"))


@pytest.fixture
def file(path: Path) -> Iterator[PlannerFile]:
    """The full visit, open."""
    with PlannerFile.open(path) as opened:
        yield opened

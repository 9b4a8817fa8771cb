"""The full visit as a file, for one test each; a conftest takes these fixtures in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.storage import PlannerFile
from tests.model.full_visit import begin
from tests.prepared import put


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with rows of every noun."""
    return put(tmp_path / "visit.shimai", begin)


@pytest.fixture
def file(path: Path) -> Iterator[PlannerFile]:
    """The same, open."""
    with PlannerFile.open(path) as opened:
        yield opened

"""One small visit for the tests of a module; each takes back what it has done, which is quicker than a new file."""

from collections.abc import Iterator

import pytest

from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import begin


@pytest.fixture(scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> PlannerFile:
    return begun(tmp_path_factory.mktemp("rules") / "visit.shimai", begin)


@pytest.fixture
def file(_file: PlannerFile) -> Iterator[PlannerFile]:
    yield _file
    _file.undo_back_to(0)

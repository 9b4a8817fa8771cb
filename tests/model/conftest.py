import pytest

from planner.model import Plan
from planner.storage import PlannerFile
from tests.model.files import file, path
from tests.model.full_visit import begin
from tests.prepared import put

__all__ = ["file", "path"]


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The plan of the full visit."""
    path = put(tmp_path_factory.mktemp("plan") / "visit.shimai", begin)
    with PlannerFile.open(path, read_only=True) as opened:
        return opened.plan

"""A planner file with an empty visit, Shinagawa → Portland, to read sheets into."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from planner.model import City, Partnership, Visit
from planner.model.done import Done
from planner.model.message import Message
from planner.storage import PlannerFile
from tests.prepared import begun

SAMPLES = Path(__file__).parents[2] / "resources" / "sample" / "portland-2027"


def start_visit(session: Session) -> Done:
    portland = City(
        name_en="Portland", name_ja="ポートランド", region_en="Maine", country="US", zone="America/New_York"
    )
    shinagawa = City(
        name_en="Shinagawa", name_ja="品川区", region_en="Tokyo", region_ja="東京都", country="JP", zone="Asia/Tokyo"
    )
    partnership = Partnership(us_city=portland, japan_city=shinagawa)
    visit = Visit(
        partnership=partnership,
        host_city=portland,
        home_city=shinagawa,
        title_en="Girls' basketball 2027",
        first_day=dt.date(2027, 7, 22),
        last_day=dt.date(2027, 8, 1),
    )
    session.add_all([portland, shinagawa, partnership, visit])
    session.flush()
    return Done(Message.of("change-start-visit", title=visit.title_en), visit.id)


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file with its empty visit, made once and copied for each test."""
    path = tmp_path_factory.mktemp("blank") / "visit.shimai"
    begun(path, start_visit).close()
    return path


@pytest.fixture
def file(blank: Path, tmp_path: Path) -> Iterator[PlannerFile]:
    copy = tmp_path / "visit.shimai"
    shutil.copy(blank, copy)
    with PlannerFile.open(copy) as opened:
        yield opened

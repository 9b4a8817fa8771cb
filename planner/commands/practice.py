"""The practice visit: Shinagawa's girls' basketball team in Portland, Maine, made from its real forms."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from planner.commands import visits
from planner.commands.reading import read_into
from planner.model.kinds import VisitKind
from planner.model.progress import Progress
from planner.resources import resource
from planner.storage import PlannerFile

FORMS: Final = ("guests_form.csv", "host_families.xlsx", "interpreters.csv", "programme.csv")
"""The forms in `resources/sample/portland-2027`, in the order in which they would come in."""

_PORTLAND = visits.CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", "America/New_York")
_SHINAGAWA = visits.CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", "Asia/Tokyo")


def make_practice(path: Path, progress: Progress | None = None) -> Path:
    """Make the practice visit as a new planner file, reading the forms as a user would; gives its path.

    The file appears only when it is whole. `progress` is told forms read of forms there, and may raise `Cancelled`.
    Raises `PlannerError` ``file-exists`` or ``folder-read-only``.
    """
    tell = progress or (lambda done, total: None)
    with PlannerFile.create(
        path,
        visits.start,
        title_en="Shinagawa girls’ basketball in Portland 2027",
        title_ja="品川区女子バスケットボール ポートランド訪問2027",
        host=_PORTLAND,
        home=_SHINAGAWA,
        first_day=dt.date(2027, 7, 22),
        last_day=dt.date(2027, 8, 1),
        values={"kind": VisitKind.SPORT},
    ) as file:
        made = file.path
        try:
            for number, name in enumerate(FORMS):
                tell(number, len(FORMS))
                for _ in read_into(file, resource("sample", "portland-2027", name)):
                    pass
            tell(len(FORMS), len(FORMS))
        except BaseException:
            file.close()
            made.unlink(missing_ok=True)
            raise
    return made

"""Sixty host packets in people's hands: an edit with them in the file, and which of them are out of date."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from planner.commands import papers, printing, records
from planner.commands.printing import Wanted
from planner.model.kinds import PaperWay
from planner.papers.catalogue import document_of, readers_of
from planner.papers.standing.reckoning import Reckoner
from planner.storage import PlannerFile
from tests.benchmarks.packets import families
from tests.benchmarks.report import Line

PACKETS = 60
TIMES = 5


def measure(folder: Path) -> list[Line]:
    """Measure an edit without and with papers handed out, and what the watch over them takes in the background."""
    folder = folder / "outofdate"
    folder.mkdir(parents=True, exist_ok=True)
    with families(folder / "families.shimai", PACKETS) as file:
        plain = [_edit(file) for _ in range(TIMES)]
        document = document_of("host-packet")
        wanted = [Wanted(document.code, reader, "en", "letter") for reader in readers_of(file.plan, document)]
        made = printing.make_all(file.plan, [one for one in wanted if not document.blocked(file.plan, one.reader)])
        file.run(papers.remember, file.plan.visit.id, [one.issued for one in made], PaperWay.PRINTED)
        held = [_edit(file) for _ in range(TIMES)]
        reckoner = Reckoner()
        unseen = [_timed(lambda: reckoner.standings(file.plan))]
        event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
        file.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
        changed = [_timed(lambda: reckoner.standings(file.plan))]
        again = [_timed(lambda: reckoner.standings(file.plan)) for _ in range(TIMES)]
    return [
        Line(f"an edit with {len(made)} packets handed out", held, beside=("without", sum(plain) / len(plain))),
        Line("which are out of date, after a change that no reader is told (background)", unseen),
        Line("which are out of date, after one that all are told", changed),
        Line("the same asked again", again),
    ]


_NUMBERS = count()


def _edit(file: PlannerFile) -> float:
    person = file.plan.people[0]
    return _timed(lambda: file.run(records.edit, "Person", person.id, {"custody": f"note {next(_NUMBERS)}"}))


def _timed(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun

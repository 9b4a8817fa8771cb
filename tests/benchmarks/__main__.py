"""Measures what has a bar: start-up, edits, imports, rules, boards, matching, calendars, papers. Fails nothing."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import (
    assigning,
    board,
    calendars,
    checking,
    editing,
    importing,
    judging,
    matching,
    nights,
    outofdate,
    packets,
    starting,
)
from tests.benchmarks.report import Line, tell

PARTS: dict[str, Callable[[Path], Iterable[Line]]] = {
    "start": starting.measure,
    "edits": editing.measure,
    "imports": importing.measure,
    "checks": checking.measure,
    "board": board.measure,
    "judging": judging.measure,
    "matching": matching.measure,
    "matching-large": matching.measure_large,
    "matching-split": matching.measure_split,
    "nights": nights.measure,
    "calendars": calendars.measure,
    "assigning": assigning.measure,
    "packets": packets.measure,
    "papers": outofdate.measure,
}

ON_REQUEST = {"matching-large", "matching-split"}
"""Parts that take minutes."""


def main(words: list[str]) -> int:
    """Measure the parts named, or all; gives the exit code."""
    unknown = [word for word in words if word not in PARTS]
    if unknown:
        print(__doc__)
        return 2
    # Settings, logs and data of this run lie where nobody else's do.
    with tempfile.TemporaryDirectory(prefix="shimai-bench-", ignore_cleanup_errors=True) as folder:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        for name in words or (name for name in PARTS if name not in ON_REQUEST):
            for line in PARTS[name](Path(folder)):
                tell(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

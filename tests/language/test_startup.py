"""What the words and the clock add to the program's start: the window has one second in all."""

from __future__ import annotations

import re
import subprocess
import sys

LIMIT = 100_000  # microseconds; some 20,000 are usual, the rest is for a busy machine

PROGRAM = (
    "import planner.model\n"
    "import planner.language, planner.clock, planner.language.times, planner.language.names\n"
    "import planner.language.nouns, planner.language.numbers\n"
)
LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(planner\.language|planner\.clock|pytz|gettext)\b")


def microseconds() -> int:
    """The time that our modules and what only they import take by themselves."""
    command = [sys.executable, "-X", "importtime", "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = [int(match[1]) for match in map(LINE.match, done.stderr.splitlines()) if match]
    assert len(found) > 15
    return sum(found)


def test_words_and_clock_are_imported_in_no_time() -> None:
    assert any(microseconds() <= LIMIT for _ in range(3))

"""Starts the program: the window, or, when the first word is one of its jobs, the command line without one.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

#: The first words that mean a job without a window; known here so that neither loads the other's libraries.
_JOBS: Final = frozenset(
    {"sample", "new", "import", "show", "check", "print", "calendar", "calls", "pair", "assign", "history", "photo"}
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these words after its name; gives the exit code.

    ``main.py`` alone or with a file opens the window; ``main.py print …`` and its kin work without one.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if _is_job(words):
        from planner.cli import main as run_job

        return run_job(words)
    # Collected again once the window stands, by its own thread: planner.ui.collecting.
    gc.disable()
    from planner.ui.start import run_window

    return run_window(words)


def _is_job(words: Sequence[str]) -> bool:
    # The language may be named before the job.
    named = 0 if not words or words[0].partition("=")[0] != "--language" else 1 if "=" in words[0] else 2
    first = next(iter(words[named:]), "")
    return first in _JOBS or first in ("--help", "-h", "--version") or _is_job_misspelt(first)


def _is_job_misspelt(word: str) -> bool:
    """Say whether this can be nothing but a job written wrongly: no file, no option, only letters."""
    return word.isalpha() and not Path(word).exists()

"""`sample --open`: the practice visit in the window."""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.speech import progress
from planner.language import tr


def open_practice(words: Sequence[str] = ()) -> int:
    """Open the window on the practice visit, which is made if it is not there; gives the window's exit code.

    It lies in the user's data folder, so that what was tried out stays from one start to the next. `words` are
    further ones for the window.
    """
    from planner.ui.shell.settings import Settings
    from planner.ui.start import run_window

    path = Settings().practice_path
    if not path.exists():
        from planner.commands.practice import make_practice

        path.parent.mkdir(parents=True, exist_ok=True)
        make_practice(path, progress(tr("Making the practice visit")))
    return run_window([str(path), *words])

"""The jobs without a window: sample, new, import, show, check, print, calendar, history.

They do what the window does, through the same commands, papers and calendars. What they print for programs
(``--json``) and their exit codes are promises: docs/guide/command-line.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.speech import chosen_language, sentence_for_program, speak_utf8, tell_program, warn
from planner.language import say, screen_language, set_screen_language, tr
from planner.model.message import Cancelled, PlannerError

DONE, NOT_DONE, USAGE, BLOCKED, STOPPED = 0, 1, 2, 3, 130
"""Exit codes: done; could not be done (why stands on stderr); called wrongly; `check` found what
blocks; stopped with Ctrl+C."""


def main(words: Sequence[str]) -> int:
    """Do the job that these words name, as they stand after the program's name; gives the exit code."""
    before = screen_language()
    language, rest = chosen_language(words)
    set_screen_language(language)
    speak_utf8()
    try:
        return _run(rest)
    finally:
        set_screen_language(before)


def _run(words: Sequence[str]) -> int:
    try:
        # What `make run` does: nothing but the window's own libraries is to be waited for.
        if list(words[:2]) == ["sample", "--open"]:
            from planner.cli.opening import open_practice

            return open_practice(words[2:])
        from planner.cli.application import run

        return run(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else NOT_DONE
    except PlannerError as error:
        _refuse(error, for_program="--json" in words)
    except Cancelled:
        pass
    except KeyboardInterrupt:
        return STOPPED
    except Exception:
        # Nobody above would say it in words, or write it down.
        from planner.ui.crash import log, start_log

        path = start_log()
        log.critical("An error nobody caught, on the command line", exc_info=True)
        warn(tr("Something went wrong that was not foreseen. What it was stands in {file}", file=path))
    return NOT_DONE


def _refuse(error: PlannerError, *, for_program: bool) -> None:
    warn(say(error))
    if for_program:
        tell_program({"error": sentence_for_program(error.message)})

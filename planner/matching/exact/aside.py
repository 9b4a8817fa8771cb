"""A solver at work in a thread of its own, so that whoever waits for it can stop waiting at any moment.

HiGHS asks whether to stop between two nodes of branching, and in a large model seconds pass before the first. Asking it
oftener would cost more: each question takes Python's lock, which a busy window has. So the solver is left alone, and
who waits for it looks at the clock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from planner.matching.exact.watch import Watch

_LOOK = 0.05
"""Seconds between two looks at whether to stop."""
_GRACE = 0.2
"""So many seconds a solver has to end by itself once it is to stop: what it tells at its end is exact."""


def run_aside(run: Callable[[], object], watch: Watch) -> bool:
    """Let a solver run to its end; False if nobody waits for it any more.

    Then it must not be touched again: it works on until it sees by `watch.stopped` that nobody does, or has not begun
    as the work is stopped already. What it raises is raised here. Where nobody watches, it runs where it is called.
    """
    if watch.idle:
        run()
        return True
    if watch.stopped:
        return False
    over = threading.Event()
    broken: list[BaseException] = []

    def work() -> None:
        try:
            run()
        except BaseException as error:
            broken.append(error)
        finally:
            over.set()

    threading.Thread(target=work, name="solver").start()
    try:
        while not over.wait(_LOOK):
            if watch.look():
                if not over.wait(_GRACE):
                    return False
                break
    except BaseException:
        # Such as Ctrl+C: nobody waits then either.
        watch.stopped = True
        raise
    if broken:
        raise broken[0]
    return True

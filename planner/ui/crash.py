"""An error nobody has caught: written to the log whole, told to the user in one calm sentence, work goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from platformdirs import user_log_path

log = logging.getLogger("planner")

#: Enough for many evenings, and never more than a few megabytes on disk.
_SIZE: Final = 1_000_000
_KEPT: Final = 3


def log_folder() -> Path:
    """Where the log lies for this user of this computer."""
    return user_log_path("Shimai", appauthor=False)


def start_log(folder: Path | None = None) -> Path:
    """Begin to write the log; gives the file. Where the folder cannot be written to, the log goes nowhere."""
    path = (folder or log_folder()) / "shimai.log"
    log.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    return path


def catch_errors(tell: Callable[[], object]) -> None:
    """From now on, log every error nobody has caught and call `tell`, on whichever thread it happened."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("An error nobody caught", exc_info=(kind, error, trace))
        tell()

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread

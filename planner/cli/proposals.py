"""What `pair` and `assign` have alike: their options, a bare problem read from a file, and what is seen meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from planner.cli.speech import progress
from planner.language import N_, Pair, tr
from planner.model.message import PlannerError

VisitFile = Annotated[Path | None, typer.Argument(metavar="FILE", help=N_("The planner file (.shimai)."))]
Seconds = Annotated[
    int,
    typer.Option(
        min=0, metavar="N", help=N_("A problem: stop after so many seconds with the best found; 0: when proved.")
    ),
]
_Kind = TypeVar("_Kind")


def refuse_none_or_both(file: Path | None, problem: Path | None) -> None:
    """Refuse a call that names neither a planner file nor a problem, or both."""
    if (file is None) == (problem is None):
        raise typer.BadParameter(tr("Name either a planner file or a problem (--problem FILE.json)."))


def refuse_of_the_other(problem: Path | None, seconds: int, of_file: Mapping[str, object]) -> None:
    """Refuse options that mean something only for a planner file beside a problem, and the other way round."""
    if problem is None:
        if seconds:
            raise typer.BadParameter(tr("--seconds is for a problem (--problem FILE.json)."))
        return
    given = [name for name, value in of_file.items() if value]
    if given:
        raise typer.BadParameter(tr("{option} is for a planner file, not for a problem.", option=given[0]))


def seen(words: str) -> Callable[[int, int], None]:
    """Give what shows progress where somebody looks; while it is told, Ctrl+C is heard, even if nobody sees it."""
    return progress(words) or _unseen


def _unseen(_done: int, _total: int) -> None:
    pass


def read_json(file: Path) -> Any:
    """Read a problem from a file. Raises `PlannerError` ``problem-…`` if it is missing or no JSON."""
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise PlannerError("problem-file-missing", file=str(file)) from None
    except (OSError, UnicodeDecodeError):
        raise PlannerError("problem-file-unreadable", file=str(file)) from None
    except json.JSONDecodeError as error:
        raise PlannerError("problem-not-json", file=str(file), line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise PlannerError("problem-no-object") from None


def called(known: Iterable[tuple[_Kind, Pair]], words: str) -> list[_Kind]:
    """Give what is called so in either language, or else what has these words in its name."""
    wanted = words.strip().casefold()
    names = [(one, [half.casefold() for half in (pair.en, pair.ja)]) for one, pair in known]
    exact = [one for one, halves in names if wanted in halves]
    return exact or [one for one, halves in names if wanted and any(wanted in half for half in halves)]

"""`assign`: who works which shift, from a bare problem."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.pairing import read_json, unseen
from planner.cli.speech import progress, tell, tell_program, tell_table
from planner.cli.starting import Json
from planner.language import N_, tr, trn

if TYPE_CHECKING:
    from planner.matching.shifts.answer import Cover


def assign(
    problem: Annotated[
        Path, typer.Option(metavar="FILE.json", help=N_("The problem: shifts and people (docs/shift-problem.md)."))
    ],
    seconds: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help=N_("A problem: stop after so many seconds with the best found; 0: when proved.")
        ),
    ] = 0,
    as_json: Json = False,
) -> None:
    """Assign the people of a problem to its shifts."""
    # numpy and HiGHS are loaded only by who assigns.
    from planner.matching.shifts.reading import problem_of
    from planner.matching.shifts.stages import cover

    read, aims = problem_of(read_json(problem))
    answer = cover(read, progress(tr("Assigning")) or unseen, aims=aims, seconds=seconds or None)
    if as_json:
        tell_program(_for_program(answer))
    else:
        _tell(answer)


def _for_program(answer: Cover) -> dict[str, Any]:
    return {
        "status": "optimal" if answer.optimal else "feasible",
        "gap": round(answer.gap, 6),
        "seconds": round(answer.seconds, 3),
        "aims": [{"aim": one.aim.value, "value": one.value, "bound": one.bound} for one in answer.reached],
        "assignment": [
            {"person": one.person, "shift": one.shift, "start": one.start, "end": one.end} for one in answer.duties
        ],
        "lacking": [
            {"shift": one.shift, "start": one.start, "end": one.end, "missing": one.missing} for one in answer.lacking
        ],
        "broken": [
            {"rule": one.rule, "person": one.person, "shifts": list(one.shifts), "penalty": one.penalty}
            for one in answer.broken
        ],
    }


def _tell(answer: Cover) -> None:
    tell_table([(one.shift, one.person, f"{one.start}–{one.end}") for one in answer.duties])
    minutes = sum(one.missing * (one.end - one.start) for one in answer.lacking)
    if minutes:
        tell(trn("{count} minute uncovered:", "{count} minutes uncovered:", minutes))
        tell_table([(one.shift, f"{one.start}–{one.end}", f"× {one.missing}") for one in answer.lacking])
    if answer.optimal:
        tell(tr("Proved to be the best."))
    else:
        tell(tr("Not proved; at most {gap} % from the best in each aim.", gap=f"{100 * answer.gap:.3g}"))

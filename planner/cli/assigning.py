"""`assign`: who interprets what in a visit (`planner.cli.interpreters`), or who works which shift of a bare problem."""

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
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=N_("The planner file (.shimai)."))] = None,
    problem: Annotated[
        Path | None,
        typer.Option(metavar="FILE.json", help=N_("Instead, a bare problem of shifts (docs/shift-problem.md).")),
    ] = None,
    without: Annotated[
        str,
        typer.Option(
            metavar="NAME", help=N_("Without this interpreter, who has fallen ill: with as few changes as can be.")
        ),
    ] = "",
    since: Annotated[
        tuple[str, str],
        typer.Option("--from", metavar="DAY TIME", help=N_("From when on they are missing, by the host city's clock.")),
    ] = ("", ""),
    apply: Annotated[
        bool, typer.Option("--apply", help=N_("Take the assignments over into the file, as one step."))
    ] = False,
    seconds: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help=N_("A problem: stop after so many seconds with the best found; 0: when proved.")
        ),
    ] = 0,
    as_json: Json = False,
) -> None:
    """Assign the interpreters of a visit to its events, or the people of a bare problem to its shifts."""
    if (file is None) == (problem is None):
        raise typer.BadParameter(tr("Name either a planner file or a problem (--problem FILE.json)."))
    if any(since) and not without:
        raise typer.BadParameter(tr("--from says since when somebody is missing: name them with --without."))
    if problem is not None:
        answer_problem(problem, seconds, as_json=as_json)
        return
    assert file is not None
    from planner.cli.interpreters import assign_visit

    assign_visit(file, without, since, apply=apply, as_json=as_json)


def answer_problem(problem: Path, seconds: int, *, as_json: bool) -> None:
    """Assign the people of a bare problem to its shifts."""
    # numpy and HiGHS are loaded only by who assigns.
    from planner.matching.shifts.reading import problem_of
    from planner.matching.shifts.stages import cover

    read, aims = problem_of(read_json(problem))
    answer = cover(read, progress(tr("Assigning")) or unseen, aims=aims, seconds=seconds or None)
    if as_json:
        tell_program(_for_program(answer))
    else:
        _tell(answer)


def how_good(answer: Cover) -> dict[str, Any]:
    """Give as data how good an answer is and how much of that is proved."""
    return {
        "status": "optimal" if answer.optimal else "cancelled" if answer.cancelled else "feasible",
        "gap": round(answer.gap, 6),
        "seconds": round(answer.seconds, 3),
        "aims": [{"aim": one.aim.value, "value": one.value, "bound": one.bound} for one in answer.reached],
    }


def _for_program(answer: Cover) -> dict[str, Any]:
    return {
        **how_good(answer),
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
    tell(verdict(answer))


def verdict(answer: Cover) -> str:
    """Say how good an answer is proved to be."""
    if answer.optimal:
        return tr("Proved to be the best.")
    return tr("Not proved; at most {gap} % from the best in each aim.", gap=f"{100 * answer.gap:.3g}")

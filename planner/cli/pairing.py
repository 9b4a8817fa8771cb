"""`pair`: the homestays of a visit (`planner.cli.homestays`), or a plain assignment problem from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.proposals import Seconds, VisitFile, read_json, refuse_none_or_both, refuse_of_the_other, seen
from planner.cli.speech import tell, tell_program, tell_table
from planner.cli.starting import Json
from planner.language import N_, tr

if TYPE_CHECKING:
    from planner.matching.assignment.problem import Assignment, AssignmentProblem


def pair(
    file: VisitFile = None,
    problem: Annotated[
        Path | None,
        typer.Option(metavar="FILE.json", help=N_("Instead, a plain problem (docs/matching-problem.md).")),
    ] = None,
    since: Annotated[
        str,
        typer.Option("--from-night", metavar="DAY", help=N_("Pair again from this night on, moving as few as can be.")),
    ] = "",
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FAMILY[=DAY]",
            help=N_("Without this family, which drops out, on that night and after; again and again."),
        ),
    ] = None,
    away: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GUEST=DAY..DAY",
            help=N_("A guest who needs no home on these nights: ill, or on a later flight; again and again."),
        ),
    ] = None,
    why: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="GUEST FAMILY",
            help=N_("Instead, say what a guest would be in a family: what forbids it, or what it would cost overall."),
        ),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help=N_("Take the pairing over into the file, as one step."))
    ] = False,
    seconds: Seconds = 0,
    as_json: Json = False,
) -> None:
    """Pair the guests and homes of a visit, or those of a plain problem."""
    refuse_none_or_both(file, problem)
    of_file = {"--from-night": since, "--without": without, "--away": away, "--why": why, "--apply": apply}
    refuse_of_the_other(problem, seconds, of_file)
    if why is not None and apply:
        raise typer.BadParameter(tr("{option} only asks: there is nothing to take over (--apply).", option="--why"))
    if problem is not None:
        answer_problem(problem, seconds, as_json=as_json)
        return
    assert file is not None
    if why is not None:
        from planner.cli.whynot import say_why

        say_why(file, *why, as_json=as_json)
        return
    from planner.cli.homestays import Happened, pair_visit

    pair_visit(file, Happened(since, tuple(without or ()), tuple(away or ())), apply=apply, as_json=as_json)


def answer_problem(problem: Path, seconds: int, *, as_json: bool) -> None:
    """Pair the guests and homes of a plain problem at least cost."""
    # numpy and HiGHS are loaded only by who pairs.
    from planner.matching.assignment.reading import problem_of
    from planner.matching.assignment.solving import solve

    read = problem_of(read_json(problem))
    answer = solve(read, seen(tr("Pairing")), seconds=seconds or None)
    if as_json:
        tell_program(_for_program(read, answer))
    else:
        _tell(read, answer)
    if answer.homes is None:
        raise typer.Exit(1)


def _for_program(problem: AssignmentProblem, answer: Assignment) -> dict[str, Any]:
    return {
        "status": answer.status.value,
        "total": answer.total,
        "bound": answer.bound,
        "gap": answer.gap,
        "seconds": round(answer.seconds, 3),
        "assignment": None
        if answer.homes is None
        else [
            {"guest": guest.name, "home": problem.homes[home].name, "cost": problem.costs[place][home]}
            for place, (guest, home) in enumerate(zip(problem.guests, answer.homes, strict=True))
        ],
    }


def _tell(problem: AssignmentProblem, answer: Assignment) -> None:
    status = answer.status.value
    if answer.homes is None:
        said = {
            "infeasible": tr("No assignment places every guest within the capacities."),
            "unknown": tr("Stopped before an assignment was found."),
        }
        tell(said[status])
        return
    tell_table(
        [
            (guest.name, problem.homes[home].name, _figure(problem.costs[place][home]))
            for place, (guest, home) in enumerate(zip(problem.guests, answer.homes, strict=True))
        ]
    )
    total = _figure(answer.total)
    if status == "optimal":
        tell(tr("Total {total}: proved to be the best.", total=total))
    elif answer.bound is None or answer.gap is None:
        tell(tr("Total {total}; how far it is from the best is not known.", total=total))
    else:
        gap = f"{100 * answer.gap:.3g}"
        tell(
            tr(
                "Total {total}; none is better than {bound} (gap {gap} %).",
                total=total,
                bound=_figure(answer.bound),
                gap=gap,
            )
        )


def _figure(number: float | None) -> str:
    return "" if number is None else f"{number:.10g}"

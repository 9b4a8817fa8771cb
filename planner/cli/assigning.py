"""`assign`: who interprets what in a visit (`planner.cli.interpreters`), or who works which shift of a bare problem."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.proposals import Seconds, VisitFile, read_json, refuse_none_or_both, refuse_of_the_other, seen
from planner.cli.proved import how_good, verdict
from planner.cli.speech import tell, tell_program, tell_table
from planner.cli.starting import Json
from planner.language import N_, tr, trn

if TYPE_CHECKING:
    from planner.matching.shifts.answer import Cover


def assign(
    file: VisitFile = None,
    problem: Annotated[
        Path | None,
        typer.Option(metavar="FILE.json", help=N_("Instead, a bare problem of shifts (docs/shift-problem.md).")),
    ] = None,
    ill: Annotated[
        str,
        typer.Option(metavar="NAME", help=N_("Without this interpreter, who is ill: with as few changes as can be.")),
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="DAY",
            help=N_("From when on they are ill: a day, or “2027-07-31 12:00” by the host city's clock."),
        ),
    ] = "",
    why_not: Annotated[
        str,
        typer.Option(
            "--why-not",
            metavar="NAME",
            help=N_("Instead, say why this interpreter is not at an event (--event): what forbids it, or its price."),
        ),
    ] = "",
    event: Annotated[
        str, typer.Option(metavar="TITLE", help=N_("The event that --why-not asks about, by title in either language."))
    ] = "",
    on: Annotated[
        str, typer.Option(metavar="DAY", help=N_("The day of that event, where several have the same title."))
    ] = "",
    apply: Annotated[
        bool, typer.Option("--apply", help=N_("Take the assignments over into the file, as one step."))
    ] = False,
    seconds: Seconds = 0,
    as_json: Json = False,
) -> None:
    """Assign the interpreters of a visit to its events, or the people of a bare problem to its shifts."""
    refuse_none_or_both(file, problem)
    refuse_of_the_other(problem, seconds, {"--ill": ill, "--why-not": why_not, "--apply": apply})
    _refuse_halves(ill, since, why_not, event, on)
    if why_not and apply:
        raise typer.BadParameter(tr("{option} only asks: there is nothing to take over (--apply).", option="--why-not"))
    if problem is not None:
        answer_problem(problem, seconds, as_json=as_json)
        return
    assert file is not None
    if why_not:
        from planner.cli.absent import say_why_not

        say_why_not(file, why_not, event, on, as_json=as_json)
        return
    from planner.cli.interpreters import assign_visit

    assign_visit(file, ill, since, apply=apply, as_json=as_json)


def _refuse_halves(ill: str, since: str, why_not: str, event: str, on: str) -> None:
    """Refuse an option that says something only beside another, which is missing, or is in its way."""
    if since and not ill:
        raise typer.BadParameter(tr("--from says since when somebody is ill: name them with --ill."))
    if bool(why_not) != bool(event) or (on and not event):
        raise typer.BadParameter(tr("Ask with both: --why-not NAME --event TITLE."))
    if ill and why_not:
        raise typer.BadParameter(tr("Ask either what an illness changes (--ill) or why somebody is not there."))


def answer_problem(problem: Path, seconds: int, *, as_json: bool) -> None:
    """Assign the people of a bare problem to its shifts."""
    # numpy and HiGHS are loaded only by who assigns.
    from planner.matching.shifts.reading import problem_of
    from planner.matching.shifts.stages import cover

    read, aims = problem_of(read_json(problem))
    answer = cover(read, seen(tr("Assigning")), aims=aims, seconds=seconds or None)
    if as_json:
        tell_program(_for_program(answer))
    else:
        _tell(answer)


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
    tell(*verdict(answer))

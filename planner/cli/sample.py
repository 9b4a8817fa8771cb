"""`sample`: the practice visit, to look at in the window or to write out as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.calendars import write_into
from planner.cli.handing import tell_made
from planner.cli.printing import print_into
from planner.cli.speech import progress, tell_program
from planner.cli.starting import Json
from planner.commands.practice import make_practice
from planner.language import N_, tr
from planner.outbox import refusal
from planner.storage import PlannerFile

FILE_NAME = "portland-2027.shimai"


def make_sample(
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=N_("Write the planner file, its itineraries and calendars there.")),
    ] = None,
    open_window: Annotated[
        bool, typer.Option("--open", help=N_("Open it in the window; what was changed there last time is kept."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Make the practice visit: Shinagawa's basketball team in Portland, Maine, read from its real forms."""
    if open_window == (out is not None):
        raise typer.BadParameter(tr("Choose either --open or --out."))
    if out is None:
        from planner.cli.opening import open_practice

        raise typer.Exit(open_practice())
    written = _write_into(out)
    if as_json:
        tell_program({"files": [str(path) for path in written]})
        return
    tell_made(written)


def _write_into(out: Path) -> list[Path]:
    """Make the sample's file anew, print and write everything of it; gives the files."""
    path = out / FILE_NAME
    try:
        out.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(error, path) from error
    make_practice(path, progress(tr("Making the practice visit")))
    from planner.calendars import readers_of as calendar_readers
    from planner.commands.printing import Wanted
    from planner.papers.catalogue import readers_of
    from planner.papers.itinerary.document import ITINERARY

    with PlannerFile.open(path) as planner_file:
        plan = planner_file.plan
        group, *guests = readers_of(plan, ITINERARY)
        wanted = [
            Wanted(ITINERARY.code, reader, language, plan.visit.paper.value)
            for readers, language in (([group], "en"), ([group], "ja"), ([group, *guests], "both"))
            for reader in readers
        ]
        printed = print_into(planner_file, out / "itineraries", wanted)
        sent, _ = write_into(planner_file, out / "calendars", calendar_readers(plan), "both")
    return [path, *printed.files, *(one.path for one in sent if one.path is not None)]

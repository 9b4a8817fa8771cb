"""`photo`: the photo of a guest or a host family, put into a planner file or taken out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.handing import named
from planner.cli.speech import tell
from planner.commands import photos
from planner.language import N_, screen_language, tr
from planner.language.readers import name_of
from planner.model import Household, Member
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.readers import whom
from planner.storage import PlannerFile


def put_photo(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The planner file (.shimai)."))],
    picture: Annotated[
        Path | None, typer.Argument(metavar="PICTURE", help=N_("A picture file: jpg, png, webp, avif, tif …"))
    ] = None,
    of: Annotated[
        str, typer.Option("--of", metavar="NAME", help=N_("A guest or a host family, in either script."))
    ] = "",
    remove: Annotated[bool, typer.Option("--remove", help=N_("Take the photo away instead."))] = False,
) -> None:
    """Keep a small copy of a picture as the photo of a guest or a family, as one step that can be undone."""
    if not of.strip():
        raise typer.BadParameter(tr("Say whose photo it is: --of NAME."))
    if remove == (picture is not None):
        raise typer.BadParameter(tr("Give either a picture, or --remove."))
    with PlannerFile.open(file) as planner_file:
        noun, record_id, name = _whose(planner_file.plan, of)
        if picture is None:
            planner_file.run(photos.take_away, noun, record_id)
            tell(tr("{name} has no photo now.", name=name))
            return
        from planner.intake.pictures import read_picture

        planner_file.run(photos.put, noun, record_id, read_picture(picture))
    tell(tr("The photo of {name} is {file} now.", name=name, file=picture.name))


def _whose(plan: Plan, wanted: str) -> tuple[str, int, str]:
    """Give the noun and the id of the record that holds the photo, and what it is called."""
    for reader in named(plan, [wanted]):
        name = name_of(plan, reader, screen_language())
        match whom(plan, reader):
            case Member() as member:
                return "Person", member.person_id, name
            case Household() as home:
                return "Household", home.id, name
    raise PlannerError("photo-of-nobody", name=wanted)

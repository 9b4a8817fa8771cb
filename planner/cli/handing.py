"""`print` and `calendar`: itineraries and calendar files out of a planner file."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planner.cli.looking import File
from planner.cli.speech import progress, tell, tell_program
from planner.cli.starting import Json
from planner.clock import now_in
from planner.commands.papers import next_version
from planner.language import N_, Pair, screen_language, tr
from planner.language.names import called_name, folded, full_name
from planner.model import Member
from planner.model.kinds import PaperSize
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.storage import PlannerFile


class PaperLanguage(StrEnum):
    """What a paper or calendar can be in."""

    ENGLISH = "en"
    JAPANESE = "ja"
    BOTH = "both"


Language = Annotated[
    PaperLanguage | None, typer.Option("--in", help=N_("Language of what is made; without it, the language here."))
]
Names = Annotated[
    list[str] | None,
    typer.Option("--for", metavar="NAME", help=N_("For this guest, by name in either script; may be repeated.")),
]
Everyone = Annotated[bool, typer.Option("--everyone", help=N_("One for each guest, besides that of the group."))]
Out = Annotated[Path, typer.Option(metavar="FOLDER", help=N_("Where to write; made if it is not there."))]


def print_itineraries(
    file: File,
    names: Names = None,
    everyone: Everyone = False,
    language: Language = None,
    paper: Annotated[PaperSize | None, typer.Option(help=N_("Paper; without it, that of the visit."))] = None,
    out: Out = Path(),
    as_json: Json = False,
) -> None:
    """Print the itinerary as PDF: for the whole group, for single guests, or for everyone."""
    plan = plan_of(file)
    written = print_into(
        plan,
        out,
        readers=readers_of(plan, names or [], everyone=everyone),
        language=(language or PaperLanguage(screen_language())).value,
        paper=(paper or plan.visit.paper).value,
    )
    tell_written(written, as_json=as_json)


def make_calendars(
    file: File,
    names: Names = None,
    everyone: Everyone = False,
    language: Language = None,
    out: Out = Path(),
    as_json: Json = False,
) -> None:
    """Write calendar files (.ics) for phones and offices: of the whole group, of single guests, or of everyone."""
    plan = plan_of(file)
    written = write_calendars_into(
        plan,
        out,
        readers=readers_of(plan, names or [], everyone=everyone),
        language=(language or PaperLanguage(screen_language())).value,
    )
    tell_written(written, as_json=as_json)


def write_calendars_into(plan: Plan, out: Path, *, readers: list[Member | None], language: str) -> list[Path]:
    """Write the calendar of each reader into a folder; gives the files."""
    from planner.calendars import write_calendars

    return write_calendars(
        plan,
        out,
        language=language,
        stamp=dt.datetime.now(dt.UTC),
        readers=readers,
        progress=progress(tr("Writing calendars")),
    )


def print_into(
    plan: Plan, out: Path, *, readers: list[Member | None], language: str, paper: str
) -> list[Path]:
    """Print the itinerary of each reader into a folder; gives the files."""
    from planner.papers.documents import ITINERARY, print_papers
    from planner.papers.options import ItineraryOptions

    printed_at = now_in(plan.visit.host_city.zone)
    recipients = [None if reader is None else reader.uid for reader in readers]
    choices = [
        ItineraryOptions(
            language, paper, recipient, printed_at, next_version(plan, ITINERARY.code, recipient or "", language)
        )
        for recipient in recipients
    ]
    return print_papers(plan, choices, out, progress(tr("Printing")))


def tell_written(written: list[Path], *, as_json: bool) -> None:
    """Say which files were written."""
    if as_json:
        tell_program({"files": [str(path) for path in written]})
    else:
        tell(*(tr("Made {file}", file=path) for path in written))


def plan_of(file: Path) -> Plan:
    """Give the plan of a planner file, without changing it or keeping it open."""
    with PlannerFile.open(file, read_only=True) as planner_file:
        return planner_file.plan


def readers_of(plan: Plan, names: list[str], *, everyone: bool = False) -> list[Member | None]:
    """Give for whom something is made: those named, everyone, or (None) the group.

    Raises `PlannerError` ``guest-unknown``, or ``guest-ambiguous`` with whom it could be.
    """
    if everyone:
        return [None, *(member for member in plan.members if not member.withdrawn)]
    return [_named(plan, name) for name in names] or [None]


def _named(plan: Plan, name: str) -> Member:
    wanted = folded(name).replace(" ", "")
    found = [member for member in plan.members if wanted in _whole(member)]
    found = found or [member for member in plan.members if wanted in _parts(member)]
    if not found:
        raise PlannerError("guest-unknown", name=name)
    if len(found) > 1:
        pairs = [Pair(full_name(one.person, "en"), full_name(one.person, "ja")) for one in found]
        raise PlannerError("guest-ambiguous", name=name, guests=pairs)
    return found[0]


def _whole(member: Member) -> set[str]:
    person = member.person
    written = {full_name(person, language, formal=formal) for language in ("en", "ja") for formal in (True, False)}
    return {folded(name).replace(" ", "") for name in (*written, member.uid, person.passport_name) if name}


def _parts(member: Member) -> set[str]:
    person = member.person
    parts = (person.family_name, person.given_name, person.family_name_ja, person.given_name_ja)
    called = (called_name(person, language) for language in ("en", "ja"))
    return {folded(name).replace(" ", "") for name in (*parts, *called) if name}

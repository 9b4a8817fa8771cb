"""`print`: itineraries out of a planner file; and how both `print` and `calendar` say for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.looking import File
from planner.cli.speech import progress, sentence_for_program, tell, tell_program, warn
from planner.cli.starting import Json
from planner.language import N_, Pair, say, screen_language, tr
from planner.language.names import called_name, folded, full_name
from planner.model import Member
from planner.model.kinds import PaperSize, PaperWay
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.model.readers import of_group, of_guest
from planner.storage import PlannerFile

if TYPE_CHECKING:  # it knows reportlab, which only printing needs
    from planner.commands.printing import Made, Wanted


class PaperLanguage(StrEnum):
    """What a paper can be in."""

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
    """Print the itinerary as PDF, for whom is named, and remember it as the window does.

    A file that cannot be changed, or that somebody has open, is printed all the same; that is said.
    """
    refuse_unclear(names, everyone=everyone)
    planner_file, why_not = opened_to_remember(file)
    with planner_file:
        plan = planner_file.plan
        wanted = wanted_of(
            readers_of(plan, names or [], everyone=everyone),
            language=(language or PaperLanguage(screen_language())).value,
            paper=(paper or plan.visit.paper).value,
        )
        printed = print_into(planner_file, out, wanted, why_not)
    warn(*(say(one) for one in printed.warnings))
    if not as_json and any(one.figures.get("some") != one.figures.get("names") for one in printed.warnings):
        warn(tr("All these names are listed with --json."))
    if as_json:
        tell_program(_for_program(printed))
    else:
        tell_made(printed.files)


@dataclass(frozen=True, slots=True)
class PrintedPapers:
    """Papers that were printed into a folder, whether the planner file remembers them, and what to say of them."""

    papers: tuple[Made, ...]
    remembered: bool
    warnings: tuple[Message, ...]

    @property
    def files(self) -> list[Path]:
        """The files, in the order in which they were asked for."""
        return [one.file for one in self.papers if one.file is not None]


def wanted_of(readers: Iterable[Member | None], *, language: str, paper: str) -> list[Wanted]:
    """Say which papers these readers are to get."""
    from planner.commands.printing import Wanted

    each = [of_group() if one is None else of_guest(one) for one in readers]
    return [Wanted("itinerary", reader, language, paper) for reader in each]


def print_into(
    planner_file: PlannerFile, out: Path, wanted: Sequence[Wanted], why_not: Message | None = None
) -> PrintedPapers:
    """Print papers into a folder as the window does, and remember them; `why_not` says why the file cannot."""
    from planner.commands import papers
    from planner.commands.holes import holes_of
    from planner.commands.printing import save_each

    plan = planner_file.plan
    made = save_each(plan, wanted, out, progress(tr("Printing")))
    if why_not is None:
        try:
            planner_file.run(papers.remember, plan.visit.id, [one.issued for one in made], PaperWay.SAVED)
        except PlannerError as error:
            # The papers are there; that they cannot be counted is no reason to call it failed.
            why_not = error.message
    warnings = [hole.message for hole in holes_of(plan, (glyph for one in made for glyph in one.printed.missing))]
    for note in (note for one in made for note in one.printed.notes):
        if note not in warnings:
            warnings.append(note)
    if why_not is not None:
        warnings.append(Message.of("paper-not-remembered", reason=why_not))
    return PrintedPapers(tuple(made), why_not is None, tuple(warnings))


def opened_to_remember(file: Path) -> tuple[PlannerFile, Message | None]:
    """Open a planner file to be changed, or, where that cannot be, only to look, with the reason."""
    try:
        planner_file = PlannerFile.open(file)
    except PlannerError as error:
        if error.code not in ("file-in-use", "file-in-use-unknown"):
            raise
        return PlannerFile.open(file, read_only=True), error.message
    return planner_file, planner_file.read_only_reason


def _for_program(printed: PrintedPapers) -> dict[str, Any]:
    return {
        "files": [str(path) for path in printed.files],
        "papers": [
            {
                "file": str(one.file),
                "document": one.issued.document,
                "recipient": one.issued.recipient or None,
                "language": one.issued.language,
                "paper": one.issued.paper.value,
                "version": one.issued.version,
                "pages": len(one.printed.pages),
            }
            for one in printed.papers
        ],
        "remembered": printed.remembered,
        "warnings": [sentence_for_program(one) for one in printed.warnings],
    }


def tell_made(files: Iterable[Path]) -> None:
    """Say which files were made."""
    tell(*(tr("Made {file}", file=path) for path in files))


def refuse_unclear(names: list[str] | None, *, everyone: bool) -> None:
    """Refuse a call that names guests and asks for everyone too, or that names nobody: it is a mistake."""
    if names and everyone:
        raise typer.BadParameter(tr("Choose either --for or --everyone."))
    if not all(name.strip() for name in names or ()):
        raise typer.BadParameter(tr("{option} is empty. Name a guest, in either script.", option="--for"))


def readers_of(plan: Plan, names: list[str], *, everyone: bool = False) -> list[Member | None]:
    """Give for whom something is made: those named, everyone, or (None) the group.

    Raises `PlannerError` ``guest-unknown``, or ``guest-ambiguous`` with whom it could be.
    """
    if everyone:
        return [None, *(member for member in plan.members if not member.withdrawn)]
    return [guest_named(plan, name) for name in names] or [None]


def guest_named(plan: Plan, name: str) -> Member:
    """Give the guest who is called so in either script. Raises `PlannerError` as `readers_of`."""
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

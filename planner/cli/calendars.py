"""`calendar`: calendar files out of a planner file, for whom they are named, as the window sends them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.handing import GROUP, Out, named, opened_to_remember, refuse_unclear
from planner.cli.looking import File
from planner.cli.speech import progress, sentence_for_program, tell, tell_program, warn
from planner.cli.starting import Json
from planner.language import N_, say, screen_language, tr
from planner.language.figures import in_brackets
from planner.language.untranslated import together
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.model.sight import AudienceKind
from planner.storage import PlannerFile

if TYPE_CHECKING:  # it knows icalendar, which only writing needs
    from planner.calendars import MadeCalendar, Reader


class CalendarLanguage(StrEnum):
    """What a calendar can be in."""

    ENGLISH = "en"
    JAPANESE = "ja"
    BOTH = "both"
    THEIRS = "theirs"


def send_calendars(
    file: File,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="NAME",
            help=N_(
                "For this guest, host family or interpreter, by name in either script, or for group, staff or public; "
                "may be repeated."
            ),
        ),
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--everyone", help=N_("One for each who gets one, besides that of the group."))
    ] = False,
    language: Annotated[
        CalendarLanguage,
        typer.Option(
            "--language",
            "--in",
            help=N_("Language of the entries; theirs is that of the calendar each holds, or else their own."),
        ),
    ] = CalendarLanguage.THEIRS,
    at_home: Annotated[
        bool,
        typer.Option(
            "--at-home", help=N_("For the families at home of the guests named: the same, but nothing rings.")
        ),
    ] = False,
    out: Out = Path(),
    letters: Annotated[
        bool, typer.Option("--letters", help=N_("Write beside each a text for the e-mail it is sent with."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Write calendar files (.ics) and remember what each said, so that the next ones say what has changed."""
    refuse_unclear(names, everyone=everyone)
    planner_file, why_not = opened_to_remember(file)
    with planner_file:
        from planner.calendars import readers_of

        plan = planner_file.plan
        readers = readers_of(plan) if everyone else named(plan, names or [GROUP])
        if at_home:
            readers = [replace(one, at_home=True) for one in readers if one.audience.kind is AudienceKind.PARTICIPANT]
        made, warning = write_into(planner_file, out, readers, language.value, why_not)
    if letters:
        _write_letters(plan, made)
    warnings = [*together(note for one in made for note in one.file.notes), *([warning] if warning else [])]
    warn(*(say(one) for one in warnings))
    if as_json:
        tell_program(_for_program(plan, made, warnings, remembered=warning is None))
    else:
        tell(*_lines(made))


def write_into(
    planner_file: PlannerFile, out: Path, readers: Sequence[Reader], language: str, why_not: Message | None = None
) -> tuple[list[MadeCalendar], Message | None]:
    """Write the calendar of each reader into a folder and remember it; `why_not` says why the file cannot.

    Gives the calendars, and what is to be said if they could not be remembered.
    """
    from planner.calendars import make_calendars, save_into
    from planner.commands import calendars

    plan, stamp = planner_file.plan, dt.datetime.now(dt.UTC)
    told = progress(tr("Writing calendars"))
    made = save_into(make_calendars(plan, readers, language=language, stamp=stamp, progress=told), out)
    if why_not is None:
        try:
            planner_file.run(calendars.remember, plan.visit.id, made)
        except PlannerError as error:
            # The files are there; that they cannot be counted is no reason to call it failed.
            why_not = error.message
    return made, None if why_not is None else Message.of("calendar-not-remembered", reason=why_not)


def _lines(made: Iterable[MadeCalendar]) -> Iterator[str]:
    from planner.calendars.letters import summary_of

    for one in made:
        words = tr("Made {file}", file=one.path)
        language = screen_language()
        yield f"{words}{in_brackets(summary_of(one.file.news, language), language)}"


def _write_letters(plan: Plan, made: Iterable[MadeCalendar]) -> None:
    from planner.calendars.letters import letter_for
    from planner.outbox import put_out

    for one in made:
        assert one.path is not None
        letter = letter_for(plan, one.reader, one.file, one.language)
        put_out(one.path.with_suffix(".txt"), f"{letter.subject}\n\n{letter.body}\n".encode())


def _for_program(
    plan: Plan, made: Iterable[MadeCalendar], warnings: Iterable[Message], *, remembered: bool
) -> dict[str, Any]:
    from planner.calendars.letters import letter_for

    calendars = []
    for one in made:
        letter, news = letter_for(plan, one.reader, one.file, one.language), one.file.news
        calendars.append(
            {
                "file": str(one.path),
                "for": one.reader.audience.kind.value,
                "recipient": one.reader.recipient or None,
                "language": one.language,
                "version": one.file.version,
                "since": news.since.isoformat() if news.since is not None else None,
                "new": len(news.added),
                "changed": len(news.changed),
                "cancelled": len(news.cancelled),
                "letter": {"subject": letter.subject, "body": letter.body},
            }
        )
    return {
        "files": [str(one.path) for one in made],
        "calendars": calendars,
        "remembered": remembered,
        "warnings": [sentence_for_program(one) for one in warnings],
    }

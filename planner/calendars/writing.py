"""All the calendars of a visit at once, into a folder or into one file."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from planner.calendars.calendar import CalendarFile, calendar_for
from planner.calendars.readers import language_of
from planner.language import speaker
from planner.language.filenames import file_name, unused
from planner.language.readers import LANGUAGES, name_of
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.model.readers import Reader
from planner.model.sight import AudienceKind
from planner.outbox import put_out

THEIRS = "theirs"
"""In place of a language: each reader's own."""


@dataclass(frozen=True, slots=True)
class MadeCalendar:
    """A calendar that was made: for whom, in which language, under which name, and where it was written, if so."""

    reader: Reader
    language: str
    name: str
    file: CalendarFile
    path: Path | None = None


def make_calendars(
    plan: Plan, readers: Iterable[Reader], *, language: str, stamp: dt.datetime, progress: Progress | None = None
) -> list[MadeCalendar]:
    """Make a calendar for each reader, named for them: "Calendar – Sakura Takahashi 髙橋 さくら.ics".

    The name is in both scripts, whatever the language: who sends it must know whose it is, and so must who gets it.
    `language` is one of `LANGUAGES` or `THEIRS`. Raises `Cancelled` out of `progress`, `ValueError` for an unknown
    language, `KeyError` for a reader of another plan.
    """
    chosen = list(readers)
    tell = progress or (lambda done, total: None)
    made: list[MadeCalendar] = []
    for number, reader in enumerate(chosen):
        tell(number, len(chosen))
        tongue = language_of(plan, reader) if language == THEIRS else language
        file = calendar_for(plan, reader, tongue, stamp)
        here = speaker(LANGUAGES[tongue][0])
        role = here.tr("Interpreting") if reader.audience.kind is AudienceKind.INTERPRETER else ""
        whole = file_name(here.tr("Calendar"), name_of(plan, reader, "both"), role, ending=".ics")
        name = unused(whole, [one.name for one in made])
        made.append(MadeCalendar(reader, tongue, name, file))
    tell(len(chosen), len(chosen))
    return made


def save_into(made: Iterable[MadeCalendar], folder: Path) -> list[MadeCalendar]:
    """Write calendars into a folder, each into its own file, which replaces an older one of the same name.

    Raises what `planner.outbox.put_out` raises.
    """
    saved = []
    for one in made:
        put_out(folder / one.name, one.file.content)
        saved.append(MadeCalendar(one.reader, one.language, one.name, one.file, folder / one.name))
    return saved


def save_together(made: Iterable[MadeCalendar], path: Path) -> list[MadeCalendar]:
    """Write calendars into one ZIP file: each stays a file of its own, since each is for other eyes.

    Raises what `planner.outbox.put_out` raises.
    """
    content = BytesIO()
    saved = []
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as folder:
        for one in made:
            folder.writestr(one.name, one.file.content)
            saved.append(MadeCalendar(one.reader, one.language, one.name, one.file, path))
    put_out(path, content.getvalue())
    return saved

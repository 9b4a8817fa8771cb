"""The jobs as one command with its help, made by typer; loaded only when a job is asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

from planner import __version__
from planner.cli import (
    DONE,
    USAGE,
    assigning,
    calendars,
    calling,
    looking,
    pairing,
    photos,
    printing,
    reading,
    sample,
    starting,
)
from planner.cli.helping import help_text, usage
from planner.cli.speech import tell, warn
from planner.cli.wrong import usage_words
from planner.language import N_, tr

_HELP = N_(
    "Shimai (姉妹) plans the visits of sister cities. Without a job it opens its window; with one it works without a "
    "window, on the same planner files."
)
_CODES = N_(
    "Exit codes: 0 done · 1 it could not be done, why stands on stderr · 2 called wrongly · 3 check found what blocks."
)
_EXAMPLES = {
    "": (
        "sample --out build/sample",
        'new portland.shimai --host "Portland, Maine" --home Shinagawa --from 2027-07-22 --to 2027-08-01',
        "import portland.shimai guests_form.csv host_families.xlsx",
        "check portland.shimai",
        "print portland.shimai --language both --out papers",
    ),
    "sample": ("sample --open", "sample --out build/sample"),
    "new": (
        'new portland.shimai --host "Portland, Maine" --home Shinagawa --from 2027-07-22 --to 2027-08-01',
        "new shinagawa.shimai --host 品川区 --home ポートランド市メイン州 --from 2028-03-24 --to 2028-04-02",
    ),
    "import": (
        "import portland.shimai guests_form.csv host_families.xlsx interpreters.csv programme.csv",
        "import portland.shimai list.csv --dry-run --json",
    ),
    "photo": (
        'photo portland.shimai --of "髙橋 さくら" IMG_2231.jpg',
        "photo portland.shimai --of Ouellette family.png",
        "photo portland.shimai --of Ouellette --remove",
    ),
    "show": ("show portland.shimai", "show portland.shimai programme --json"),
    "check": ("check portland.shimai", "check portland.shimai --all --json"),
    "print": (
        "print portland.shimai",
        'print portland.shimai --language ja --paper a4 --for "髙橋 さくら" --out papers',
        "print portland.shimai --document host-packet --everyone --out papers",
        "print portland.shimai --changed --out papers",
        "print portland.shimai --list",
    ),
    "calendar": (
        "calendar portland.shimai --everyone --out calendars",
        'calendar portland.shimai --for "Okafor" --for staff --language both --letters',
    ),
    "calls": (
        "calls portland.shimai",
        "calls portland.shimai --from 2026-10-26 --days 10 --minutes 45 --home office --host evenings",
    ),
    "pair": (
        "pair portland.shimai",
        "pair portland.shimai --apply",
        "pair portland.shimai --from-night 2027-07-28 --without Ouellette --json",
        "pair portland.shimai --from-night 2027-07-28 --away Sakura=2027-07-28..2027-07-30",
        "pair portland.shimai --why Misaki Ouellette",
        "pair --problem problem.json --seconds 60 --json",
    ),
    "assign": (
        "assign portland.shimai",
        "assign portland.shimai --apply",
        'assign portland.shimai --ill Bell --from "2027-07-31 12:00" --json',
        'assign portland.shimai --why-not Bell --event "Japan Night"',
        "assign --problem shifts.json --seconds 60 --json",
    ),
    "history": ("history portland.shimai", "history portland.shimai --undo"),
}


def program_name() -> str:
    """Say what the program is called here, as its user types it."""
    called = Path(sys.argv[0] or "shimai")
    if called.name == "main.py":
        return f"python {called.name}"
    # Installed, the window's program has no console on Windows; the command line is shimai-cli.
    return "shimai-cli" if called.stem == "shimai-cli" else "shimai"


def _tell_version(asked: bool) -> None:
    if asked:
        tell(f"Shimai {__version__}")
        raise typer.Exit


def _begin(
    language: Annotated[
        str, typer.Option(metavar="en|ja", help=N_("Language of what is said here; without it, the system's."))
    ] = "",
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_tell_version, help=N_("Say the version and end."))
    ] = False,
) -> None:
    # A known language has been taken out of the words before; what still arrives here is none.
    if language:
        raise typer.BadParameter(tr("There is no language “{name}”; choose en or ja.", name=language))


_JOBS: tuple[tuple[str, Any, str], ...] = (
    (
        "sample",
        sample.make_sample,
        N_(
            "Make the practice visit, and open it or write it out. It is Shinagawa's basketball team in Portland, "
            "Maine, read from its real forms."
        ),
    ),
    ("new", starting.start_visit, N_("Start a new visit in a planner file of its own.")),
    (
        "import",
        reading.read_sheets_into,
        N_(
            "Read forms into the visit. Each sheet is one step that can be undone, and what is not understood is "
            "listed. A sheet that comes again after corrections changes only what was corrected."
        ),
    ),
    (
        "photo",
        photos.put_photo,
        N_("Keep a small copy of a picture as the photo of a guest or a host family. It is one step, to be undone."),
    ),
    (
        "show",
        looking.show_plan,
        N_("Show what is in a planner file. Nothing is changed, and somebody else may have it open."),
    ),
    (
        "check",
        looking.check_plan,
        N_("Say what is missing, wrong or still to be reviewed. Ends with exit code 3 if something blocks."),
    ),
    (
        "print",
        printing.print_papers,
        N_(
            "Print papers as PDF: itineraries, packets, day sheets, cards and lists, in either language or both. For "
            "many in one, for people and families by name, or for everyone; whole, or only the pages that changed."
        ),
    ),
    (
        "calendar",
        calendars.send_calendars,
        N_(
            "Write calendar files (.ics) for phones and offices. For the whole group, for single guests, families and "
            "interpreters, or for everyone; sent again, they say what has changed."
        ),
    ),
    (
        "calls",
        calling.show_calls,
        N_(
            "Say when the two cities can call each other, best times first. Both clocks, the weekends and days off of "
            "both sides and changes of the clocks are reckoned in; the calls that are planned are listed too."
        ),
    ),
    (
        "pair",
        pairing.pair,
        N_(
            "Pair the guests and homes of a visit by its rules and wishes, night by night, and say why. With "
            "--problem, a plain problem is answered instead."
        ),
    ),
    (
        "assign",
        assigning.assign,
        N_(
            "Assign the interpreters of a visit to its events as well as can be, and say why. With --problem, a bare "
            "problem of shifts is answered instead."
        ),
    ),
    (
        "history",
        looking.show_history,
        N_("List what was done to the visit, or take the last step back. The newest step stands first."),
    ),
)


class _Group(TyperGroup):
    """The program, whose help is our own."""

    @override
    def get_help(self, ctx: Any) -> str:
        return help_text(self, program_name(), _EXAMPLES[""], tr(_CODES))


class _Job(TyperCommand):
    """A job, whose help is our own."""

    @override
    def get_help(self, ctx: Any) -> str:
        return help_text(self, program_name(), _EXAMPLES[str(self.name)])


def make_command() -> Any:
    """Make the command with everything it says in the screen's language."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
    app.callback(help=tr(_HELP), cls=_Group)(_begin)
    for name, job, words in _JOBS:
        said = tr(words)
        app.command(name, help=said, short_help=_first_sentence(said), cls=_Job)(job)
    command: Any = typer.main.get_command(app)
    for one in (command, *command.commands.values()):
        one.context_settings = {**one.context_settings, "help_option_names": ["-h", "--help"]}
        for parameter in one.params:
            if getattr(parameter, "help", None):
                parameter.help = tr(parameter.help)
    return command


def run(words: Sequence[str]) -> int:
    """Do the job that these words name; gives the exit code, 2 with a sentence where they are wrong."""
    command = make_command()
    try:
        code = command.main(args=list(words), prog_name=program_name(), standalone_mode=False)
    except typer.TyperException as error:
        job = command.commands.get(next((word for word in words if not word.startswith("-")), ""))
        called = f"{program_name()} {job.name}" if job else program_name()
        warn(usage_words(error), usage(job or command, called), tr("More: {command}", command=f"{called} --help"))
        return USAGE
    return code if isinstance(code, int) else DONE


def _first_sentence(words: str) -> str:
    return re.split(r"(?<=\.)\s|(?<=。)", words)[0]


__all__ = ["make_command", "program_name", "run"]

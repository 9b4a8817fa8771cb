"""Papers made to be handed out, the same way for the window and the command line: printed, written, remembered.

`make` and its kin run in any thread on a plan; what they made is remembered afterwards by `commands.papers.remember`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from planner.clock import now_in
from planner.commands import papers
from planner.commands.papers import Issued
from planner.language.filenames import unused
from planner.model.kinds import PaperSize
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress, tell_nobody
from planner.model.readers import Reader
from planner.outbox import put_out
from planner.papers.catalogue import document_of
from planner.papers.kit.press import Press
from planner.papers.options import PaperOptions, Printed
from planner.papers.rendering import press_for_several, redacted_for, render
from planner.papers.standing.comparing import Difference
from planner.papers.standing.fingerprint import fingerprint
from planner.papers.standing.held import Foot, PaperKey, held_papers, kept_pages, kept_time, kept_told
from planner.papers.standing.reprinting import reprint


@dataclass(frozen=True, slots=True)
class Wanted:
    """One paper as it is asked for: the document by its code, and whom it is for.

    `only_changes` asks for no more than the pages that changed since the reader got it last, with a change slip;
    `known` are these changes, where they have been reckoned from the very plan that is printed.
    """

    document: str
    reader: Reader
    language: str
    paper: str
    only_changes: bool = False
    known: Difference | None = None

    @property
    def key(self) -> PaperKey:
        """Which paper it is."""
        return PaperKey(self.document, self.reader.recipient, self.language)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was printed, how it is remembered once it is handed out, and its file if it has one of its own.

    `sheets` is how many pages come out of the printer. `changes` are what a change slip says, where only changed pages
    were printed; the first `slips` pages are that.
    """

    printed: Printed
    issued: Issued
    sheets: int
    file: Path | None = None
    changes: Difference | None = None
    slips: int = 0


def next_version(plan: Plan, wanted: Wanted) -> int:
    """Which version the paper will be: one more than was handed out before."""
    return papers.next_version(plan, wanted.document, wanted.reader.recipient, wanted.language)


def make(plan: Plan, wanted: Wanted, *, whole: str | None = None, into: Press | None = None) -> Made:
    """Print one paper with only what its reader may see; a character that no font has becomes 〓.

    `whole` is the fingerprint of the plan, where it is known already; `into` a file with others. Raises `PlannerError`
    ``paper-unknown``, ``paper-recipient-unknown``, ``paper-blocked`` with the reasons, or ``paper-not-changed`` where
    only changes were asked for and there are none.
    """
    document = document_of(wanted.document)
    redacted = redacted_for(plan, wanted.reader)
    if reasons := document.blocked(plan, wanted.reader):
        raise PlannerError("paper-blocked", reasons=list(reasons))
    options = replace(_options(plan, wanted), version=next_version(plan, wanted))
    held = held_papers(plan).get(wanted.key) if wanted.only_changes else None
    changes, slips = None, 0
    if held is not None:
        # Pages that are put beside others are of the same paper as these.
        options = replace(options, paper=held.paper.value)
        again = reprint(document, redacted, wanted.reader, options, held, into, wanted.known)
        if again is None:
            raise PlannerError("paper-not-changed")
        printed, feet, changes = again.printed, again.feet, again.changes
        slips, sheets = again.slips, again.sheets
    else:
        printed = render(document, redacted, wanted.reader, options, into=into)
        feet = {page.number: Foot(page.number, options.version) for page in printed.pages}
        sheets = len(printed.pages)
    issued = Issued(
        document=wanted.document,
        recipient=wanted.reader.recipient,
        language=wanted.language,
        paper=PaperSize(options.paper),
        version=options.version,
        pages=kept_pages(printed.pages, feet),
        made_from={
            "told": kept_told(printed.pages),
            "plan": fingerprint(plan) if whole is None else whole,
            "seen": fingerprint(redacted),
            "printed_at": kept_time(options.printed_at),
        },
    )
    return Made(printed, issued, sheets, changes=changes, slips=slips)


def _options(plan: Plan, wanted: Wanted) -> PaperOptions:
    return PaperOptions(
        language=wanted.language,
        paper=wanted.paper,
        printed_at=now_in(plan.visit.host_city.zone),
        with_holes=True,
    )


def make_all(
    plan: Plan, wanted: Sequence[Wanted], progress: Progress | None = None, into: Press | None = None
) -> list[Made]:
    """Print several papers, one after the other. Raises what `make` does, and `Cancelled` out of `progress`."""
    tell = progress or tell_nobody
    made = []
    whole = fingerprint(plan)
    for number, one in enumerate(wanted):
        tell(number, len(wanted))
        made.append(make(plan, one, whole=whole, into=into))
    tell(len(wanted), len(wanted))
    return made


def make_one_file(
    plan: Plan, wanted: Sequence[Wanted], progress: Progress | None = None
) -> tuple[bytes, list[Made]]:
    """Print papers, at least one, into one PDF; each has its entry in the outline. Raises what `make_all` does."""
    if len(wanted) == 1:
        made = make_all(plan, wanted, progress)
        return made[0].printed.pdf, made
    press = press_for_several(plan, _options(plan, wanted[0]))
    made = make_all(plan, wanted, progress, press)
    return press.finish(), made


def save_one(plan: Plan, wanted: Sequence[Wanted], path: Path, progress: Progress | None = None) -> list[Made]:
    """Print papers into one file. Raises what `planner.outbox.put_out` does, and `Cancelled`."""
    pdf, made = make_one_file(plan, wanted, progress)
    put_out(path, pdf)
    return made


def save_each(plan: Plan, wanted: Sequence[Wanted], folder: Path, progress: Progress | None = None) -> list[Made]:
    """Print papers into a folder, each into a file of its own, which replaces an older one of the same name.

    Nothing is written before all are made: a cancel leaves nothing that nobody remembers. Raises what
    `planner.outbox.put_out` does, and `Cancelled`.
    """
    filed: list[Made] = []
    names: list[str] = []
    for one in make_all(plan, wanted, progress):
        names.append(unused(one.printed.file_name, names))
        put_out(folder / names[-1], one.printed.pdf)
        filed.append(replace(one, file=folder / names[-1]))
    return filed

"""Only the pages of a paper that changed, with the slip that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.language import speaker
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.model.visits import PaperIssue
from planner.papers.document import Document, Sides
from planner.papers.kit.pages import Page
from planner.papers.kit.press import Press
from planner.papers.kit.sheet import Frame
from planner.papers.options import PaperOptions, Printed
from planner.papers.rendering import digests_of, pressed
from planner.papers.slip import Slip, slip_pages
from planner.papers.standing.comparing import Difference, difference
from planner.papers.standing.held import Foot, options_of, pages_held


@dataclass(frozen=True, slots=True)
class Reprinted:
    """A change slip and the pages it is about, as one PDF; `printed.pages` is what the reader then holds, all of it.

    The first `slips` of the `sheets` that come out of the printer are the slip. `feet` says by number what
    stands at the foot of each page: those that were not replaced keep theirs.
    """

    printed: Printed
    changes: Difference
    feet: dict[int, Foot]
    slips: int
    sheets: int


def reprint(
    document: Document,
    plan: Plan,
    reader: Reader,
    options: PaperOptions,
    issue: PaperIssue,
    into: Press | None = None,
    changes: Difference | None = None,
) -> Reprinted | None:
    """Print what changed since an issue, from a plan that has been redacted for its reader; None if nothing did.

    With `into` it is put into a file with others. `changes` are those from the issue to this plan, if they are known.
    """
    if changes is None:
        # Compared as it was printed then: a page that bears its version is not another page by that alone.
        then = document.lay(plan, reader, options_of(issue, plan))
        changes = difference(pages_held(issue), digests_of(then), document.sides)
    if not changes:
        return None
    laid = document.lay(plan, reader, options)
    slip = slip_pages(Slip(document.label, issue.version or 1, changes), plan, reader, options)
    # What is printed on both sides begins on a front, whatever comes before it.
    back = (Page(Frame(options.paper), ()),) if document.sides is not Sides.ONE and len(slip) % 2 else ()
    wanted = set(changes.put_in)
    pages = [page for number, page in enumerate(laid.pages, start=1) if number in wanted]
    name = " ".join(speaker(language).tr("Change slip") for language in options.languages)
    said = replace(laid, title=f"{laid.title} – {name}")
    printed = pressed(said, [*slip, *back, *pages], plan, reader, options, into)
    feet = {number: Foot(number, options.version) for number in changes.put_in} | dict(changes.kept)
    return Reprinted(printed, changes, feet, len(slip), len(slip) + len(back) + len(pages))

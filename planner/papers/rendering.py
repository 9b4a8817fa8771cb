"""How a document becomes a finished PDF."""

from __future__ import annotations

from collections.abc import Sequence

from planner.clock import WallTime, offset_of
from planner.language.filenames import file_name
from planner.language.readers import name_of
from planner.language.terms import term
from planner.model.audience import redact
from planner.model.kinds import PaperSize
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress, tell_nobody
from planner.model.readers import Reader, of_public, whom
from planner.model.sight import AudienceKind
from planner.papers.document import Document, Laid
from planner.papers.furnishing import visit_title
from planner.papers.kit.pages import Page
from planner.papers.kit.press import Particulars, Press, missing_on, press
from planner.papers.options import BOTH, ENGLISH, JAPANESE, PageDigest, PaperOptions, Printed


def render(
    document: Document,
    plan: Plan,
    reader: Reader,
    options: PaperOptions,
    progress: Progress | None = None,
    into: Press | None = None,
) -> Printed:
    """Print one paper from a plan that has been redacted for its reader (see `redacted_for`).

    With `into` it is put into a file with others. Raises `MissingGlyphsError` if a character cannot be printed (see
    `PaperOptions.with_holes`).
    """
    tell = progress or tell_nobody
    tell(0, 2)
    laid = document.lay(plan, reader, options)
    tell(1, 2)
    printed = pressed(laid, laid.pages, plan, reader, options, into)
    tell(2, 2)
    return printed


def pressed(
    laid: Laid, pages: Sequence[Page], plan: Plan, reader: Reader, options: PaperOptions, into: Press | None = None
) -> Printed:
    """Print these pages of a paper that was laid out, or pages that go with it; it remembers all that it shows."""
    missing = missing_on(pages) if options.with_holes else ()
    particulars = _particulars(plan, reader, options, laid.title)
    pdf = b""
    if into is None:
        pdf = press(pages, particulars, with_holes=options.with_holes)
    else:
        into.add(pages, particulars.title)
    return Printed(pdf, _file_name(plan, reader, options, laid.title), digests_of(laid), missing, laid.notes)


def digests_of(laid: Laid) -> tuple[PageDigest, ...]:
    """Say what each page shows, as it is remembered of a paper that is handed out."""
    return tuple(
        PageDigest(number, page.digest, page.words, page.section, page.facts)
        for number, page in enumerate(laid.pages, start=1)
    )


def redacted_for(plan: Plan, reader: Reader) -> Plan:
    """Give of a whole plan what a reader may see. Raises `PlannerError` ``paper-recipient-unknown``."""
    try:
        whom(plan, reader)
    except KeyError:
        raise PlannerError("paper-recipient-unknown") from None
    return redact(plan, reader.audience)


def press_for_several(plan: Plan, options: PaperOptions) -> Press:
    """Begin a file for papers of several readers: its title is that of the visit, theirs stand in its outline."""
    return Press(_particulars(plan, of_public(), options, ""))


def _particulars(plan: Plan, reader: Reader, options: PaperOptions, title: str) -> Particulars:
    said = _main_language(options)
    visit = plan.visit
    partnership = visit.partnership
    authors = (
        (partnership.organisation_us_ja, partnership.organisation_japan_ja)
        if said == JAPANESE
        else (partnership.organisation_us_en, partnership.organisation_japan_en)
    )
    whole = visit_title(visit, options.language)
    return Particulars(
        title=" – ".join(filter(None, (title, _whose(plan, reader, said) or whole))),
        author=next(filter(None, authors), whole),
        subject=whole,
        language={ENGLISH: "en-US", JAPANESE: "ja-JP"}[said],
        printed=_pdf_date(options.printed_at),
    )


def _main_language(options: PaperOptions) -> str:
    return ENGLISH if options.language == BOTH else options.language


def _whose(plan: Plan, reader: Reader, language: str) -> str:
    """Name the one person, family or office a paper is for; nothing for papers of many."""
    is_one = whom(plan, reader) is not None or reader.kind is AudienceKind.CITY_HALL
    return name_of(plan, reader, language) if is_one else ""


def _pdf_date(wall: WallTime) -> str:
    """Write a time as PDF does: D:20270713194000-04'00'."""
    minutes = round(offset_of(wall).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"D:{wall.local:%Y%m%d%H%M%S}{'-' if minutes < 0 else '+'}{hours:02}'{rest:02}'"


def _file_name(plan: Plan, reader: Reader, options: PaperOptions, title: str) -> str:
    said = _main_language(options)
    paper = PaperSize(options.paper)
    # Paper of another size than the visit's says so: it stands beside the usual one, not in its place.
    size = "" if paper is plan.visit.paper else term(paper, said)
    whose = _whose(plan, reader, said) or visit_title(plan.visit, options.language)
    return file_name(title, whose, size)

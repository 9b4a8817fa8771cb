"""Which documents there are, and how one of them is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planner.clock import WallTime, offset_of
from planner.language import N_, Words, speaker
from planner.language.filenames import file_name
from planner.language.names import full_name
from planner.language.terms import term
from planner.model.audience import Audience, redact
from planner.model.delegations import Member
from planner.model.kinds import PaperSize
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.papers.furnishing import exchange_title, furniture, visit_title
from planner.papers.itinerary import bilingual_pages, koteihyo_pages, upright_pages
from planner.papers.itinerary.schedule import Schedule, schedule_of
from planner.papers.kit.pages import Page, dressed
from planner.papers.kit.press import Particulars, missing_on, press
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, ENGLISH, JAPANESE, ItineraryOptions, PageDigest, Printed
from planner.papers.undecided import undecided
from planner.papers.untranslated import untranslated

Progress = Callable[[int, int], None]
"""Told (done, total); may raise `Cancelled`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper: its code, its name (marked for translation), and for whom it can be printed."""

    code: str
    label: Words
    for_group: bool
    for_person: bool


ITINERARY = Document("itinerary", N_("Itinerary"), for_group=True, for_person=True)


def documents() -> tuple[Document, ...]:
    """List the kinds of paper that can be printed."""
    return (ITINERARY,)


def render(plan: Plan, options: ItineraryOptions, progress: Progress | None = None) -> Printed:
    """Print one itinerary from a plan that has been redacted for its recipient.

    Raises `PlannerError` ``paper-recipient-unknown``, or `MissingGlyphsError` if a character cannot be
    printed (see `ItineraryOptions.with_holes`).
    """
    tell = progress or _tell_nobody
    tell(0, 2)
    member = _member(plan, options.recipient)
    schedule = schedule_of(plan, member)
    pages, title = _pages(schedule, options)
    tell(1, 2)
    missing = missing_on(pages) if options.with_holes else ()
    pdf = press(pages, _particulars(plan, member, options, title), with_holes=options.with_holes)
    tell(2, 2)
    digests = tuple(PageDigest(number, page.digest, page.words) for number, page in enumerate(pages, start=1))
    notes = (*undecided(schedule), *untranslated([schedule], options.language))
    return Printed(pdf, _file_name(plan, member, options, title), digests, missing, notes)


def _tell_nobody(done: int, total: int) -> None:
    pass


def _member(plan: Plan, uid: str | None) -> Member | None:
    if uid is None:
        return None
    found = next((member for member in plan.members if member.uid == uid), None)
    if found is None:
        raise PlannerError("paper-recipient-unknown")
    return found


def _pages(schedule: Schedule, options: ItineraryOptions) -> tuple[tuple[Page, ...], str]:
    """Lay the pages in the form for this language and recipient; also give the document's name."""
    plan, member = schedule.plan, schedule.member
    worn = furniture(plan.visit, member, options)
    if options.language == BOTH:
        frame = Frame(options.paper)
        title = " ".join(speaker(each).tr("Itinerary") for each in (ENGLISH, JAPANESE))
        return dressed(frame, bilingual_pages(schedule, frame), worn), title
    if options.language == JAPANESE and member is None:
        frame = Frame(options.paper, landscape=True, foot_lines=1)
        worn = furniture(plan.visit, member, options, title=exchange_title(plan.visit))
        return dressed(frame, koteihyo_pages(schedule, frame), worn), speaker(JAPANESE).tr("Itinerary")
    frame = Frame(options.paper)
    pages = dressed(frame, upright_pages(schedule, options.language, frame), worn)
    return pages, speaker(options.language).tr("Itinerary")


def _particulars(plan: Plan, member: Member | None, options: ItineraryOptions, title: str) -> Particulars:
    said = ENGLISH if options.language == BOTH else options.language
    visit = plan.visit
    partnership = visit.partnership
    authors = (
        (partnership.organisation_us_ja, partnership.organisation_japan_ja)
        if said == JAPANESE
        else (partnership.organisation_us_en, partnership.organisation_japan_en)
    )
    whole = visit_title(visit, options.language)
    name = full_name(member.person, said) if member else ""
    return Particulars(
        title=" – ".join(filter(None, (title, name or whole))),
        author=next(filter(None, authors), whole),
        subject=whole,
        language={ENGLISH: "en-US", JAPANESE: "ja-JP"}[said],
        printed=_pdf_date(options.printed_at),
    )


def _pdf_date(wall: WallTime) -> str:
    """Write a time as PDF does: D:20270713194000-04'00'."""
    minutes = round(offset_of(wall).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"D:{wall.local:%Y%m%d%H%M%S}{'-' if minutes < 0 else '+'}{hours:02}'{rest:02}'"


def _file_name(plan: Plan, member: Member | None, options: ItineraryOptions, title: str) -> str:
    said = ENGLISH if options.language == BOTH else options.language
    paper = PaperSize(options.paper)
    # Paper of another size than the visit's says so: it stands beside the usual one, not in its place.
    size = "" if paper is plan.visit.paper else term(paper, said)
    if member is None:
        return file_name(title, visit_title(plan.visit, options.language), size)
    return file_name(title, full_name(member.person, said), size)


def redacted_for(plan: Plan, recipient: str | None) -> Plan:
    """Give of a whole plan what one member may see (by uid), or (None) the whole group.

    Raises `PlannerError` ``paper-recipient-unknown``.
    """
    member = _member(plan, recipient)
    return redact(plan, Audience.group() if member is None else Audience.participant(member.id))

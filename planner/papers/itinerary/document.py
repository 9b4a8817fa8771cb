"""The itinerary as a document: which of its forms a reader gets."""

from __future__ import annotations

from planner.language import N_, speaker
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.document import Document, Laid
from planner.papers.furnishing import exchange_title, furniture
from planner.papers.itinerary import bilingual_pages, koteihyo_pages, upright_pages
from planner.papers.itinerary.days import Schedule
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.itinerary.squads import undecided_groups
from planner.papers.itinerary.undecided import undecided
from planner.papers.itinerary.untranslated import untranslated
from planner.papers.kit.pages import Page, dressed
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, ENGLISH, JAPANESE, PaperOptions
from planner.papers.sections.foreign import foreign, of_events
from planner.papers.sections.runs import with_meals_at_home, with_meals_of_all


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    one = whom(plan, reader)
    schedule = with_meals_at_home(schedule_of(plan, one if isinstance(one, Member) else None))
    pages, title = _pages(schedule, reader, options)
    lacking = (*undecided(schedule), *undecided_groups(schedule))
    words = (*untranslated([schedule], options.language), *foreign(of_events(schedule), options.language))
    return Laid(pages, title, (*lacking, *words))


def _pages(schedule: Schedule, reader: Reader, options: PaperOptions) -> tuple[tuple[Page, ...], str]:
    """Lay the pages in the form for this language and reader; also give the document's name."""
    plan = schedule.plan
    worn = furniture(plan, reader, options)
    if options.language == BOTH:
        frame = Frame(options.paper)
        title = " ".join(speaker(each).tr("Itinerary") for each in (ENGLISH, JAPANESE))
        return dressed(frame, bilingual_pages(schedule, frame), worn), title
    if options.language == JAPANESE and schedule.member is None:
        frame = Frame(options.paper, landscape=True, foot_lines=1)
        worn = furniture(plan, reader, options, title=exchange_title(plan.visit))
        laid = koteihyo_pages(with_meals_of_all(schedule), frame)
        return dressed(frame, laid, worn), speaker(JAPANESE).tr("Itinerary")
    frame = Frame(options.paper)
    pages = dressed(frame, upright_pages(schedule, options.language, frame), worn)
    return pages, speaker(options.language).tr("Itinerary")


_KINDS = (AudienceKind.GROUP, AudienceKind.CITY_HALL, AudienceKind.PARTICIPANT)
ITINERARY = Document("itinerary", N_("Itinerary"), _KINDS, _lay)

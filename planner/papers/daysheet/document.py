"""The day sheets of a visit as a document: a section for each day, so that one day can be printed alone."""

from __future__ import annotations

from planner.agenda import Agenda
from planner.language import N_
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.model.sight import AudienceKind
from planner.papers.daysheet.pickups import pick_ups_of
from planner.papers.daysheet.sheet import day_bodies
from planner.papers.document import Document, Laid
from planner.papers.furnishing import furniture
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.itinerary.untranslated import untranslated
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.pages import dressed
from planner.papers.kit.sheet import Frame
from planner.papers.options import PaperOptions
from planner.papers.sections.foreign import foreign, of_events


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    schedule = schedule_of(plan)
    wordings = [Wording(schedule, language) for language in options.languages]
    pick_ups = pick_ups_of(Agenda(plan))
    frame = Frame(options.paper)
    bodies = [
        body
        for number, day in enumerate(schedule.days)
        for body in day_bodies(schedule.days, number, wordings, pick_ups.get(day.on, ()), frame)
    ]
    title = " ".join(wording.speaker.tr("Day sheet") for wording in wordings)
    pages = dressed(frame, bodies, furniture(plan, reader, options))
    words = (*untranslated([schedule], options.language), *foreign(of_events(schedule), options.language))
    return Laid(pages, title, words)


DAY_SHEET = Document("day-sheet", N_("Day sheet"), (AudienceKind.EVERYBODY,), _lay)

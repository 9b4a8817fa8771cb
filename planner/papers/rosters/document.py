"""The rosters as a document of the staff, each a section of its own."""

from __future__ import annotations

from planner.agenda import Agenda
from planner.language import N_
from planner.language.names import sort_key
from planner.model.attendance import travels
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.model.sight import AudienceKind
from planner.papers.document import Document, Laid
from planner.papers.furnishing import furniture, in_languages
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.kit.pages import dressed, section_pages
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, ENGLISH, PaperOptions
from planner.papers.rosters.allergies import allergies
from planner.papers.rosters.beds import beds
from planner.papers.rosters.cars import cars
from planner.papers.rosters.contacts import contacts
from planner.papers.rosters.form import Form
from planner.papers.rosters.people import people
from planner.papers.rosters.rooms import rooms
from planner.papers.sections.voice import Voice


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    voice = Voice.of(schedule_of(plan), ENGLISH if options.language == BOTH else options.language)
    form = Form(voice, both=options.language == BOTH)
    members = [member for member in plan.members if travels(member)]
    members.sort(key=lambda member: sort_key(member.person, voice.language))
    found = (
        people(members, form), beds(members, form), rooms(form), cars(Agenda(plan), form), allergies(members, form),
        contacts(members, form),
    )  # fmt: skip
    frame = Frame(options.paper, landscape=True)
    bodies = [
        body for roster in found if roster is not None for body in section_pages(roster.blocks, frame, roster.section)
    ]
    return Laid(dressed(frame, bodies, furniture(plan, reader, options)), in_languages(ROSTERS.label, options))


ROSTERS = Document("rosters", N_("Rosters"), (AudienceKind.STAFF,), _lay)

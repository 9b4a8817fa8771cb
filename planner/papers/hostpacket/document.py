"""The host-family packet as a document: its sections in their order, and what keeps it from being handed out."""

from __future__ import annotations

from collections.abc import Iterator

from planner.language import N_, N_in
from planner.model.attendance import travels
from planner.model.households import Household
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.document import Document, Laid
from planner.papers.furnishing import furniture
from planner.papers.hostpacket.cover import PACKET, cover
from planner.papers.hostpacket.guest import guest_pages
from planner.papers.hostpacket.nights import TITLE as NIGHTS
from planner.papers.hostpacket.nights import nights
from planner.papers.itinerary.at_home import schedule_at
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, PaperOptions
from planner.papers.packet import Part, Volume, bound
from planner.papers.sections.drives import drives
from planner.papers.sections.hosting import Hosting, hosting_of
from planner.papers.sections.programme import programme
from planner.papers.sections.runs import HostDay, host_days, open_runs
from planner.papers.sections.voice import Voice


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    household = whom(plan, reader)
    assert isinstance(household, Household)
    frame = Frame(options.paper)
    hosting = hosting_of(plan, household)
    days = host_days(hosting)
    volumes = [_volume(hosting, days, language, reader, options, frame) for language in options.languages]
    title = " ".join(volume.title for volume in volumes)
    return Laid(bound(frame, volumes), title, tuple(_notes(days)))


def _volume(
    hosting: Hosting, days: tuple[HostDay, ...], language: str, reader: Reader, options: PaperOptions, frame: Frame
) -> Volume:
    voice = Voice.of(schedule_at(hosting.plan, hosting.household), language)
    parts = tuple(_parts(hosting, days, voice, frame))
    return Volume(
        voice.here.tr(PACKET),
        lambda contents: cover(hosting, days, contents, voice, frame),
        parts,
        furniture(hosting.plan, reader, options, language=language),
        language if options.language == BOTH else "",
    )


def _parts(hosting: Hosting, days: tuple[HostDay, ...], voice: Voice, frame: Frame) -> Iterator[Part]:
    """Lay the sections in their order (domain.md §6.1)."""
    guests = tuple(body for guest in hosting.guests for body in guest_pages(guest, hosting, voice, frame))
    one = len(hosting.guests) == 1
    yield Part(voice.both(N_in("packet", "Your guest") if one else N_in("packet", "Your guests"))[0], guests)
    if days:
        yield Part(voice.here.tr(NIGHTS), nights(hosting, days, voice, frame))
        schedule = voice.wording.schedule
        yield Part(voice.here.tr("Programme, day by day"), programme(
            schedule, voice.language, frame, extras=drives(hosting.household, voice.wording)))


def _notes(days: tuple[HostDay, ...]) -> list[Message]:
    count = open_runs(days)
    return [Message.of("packet-runs-open", count=count)] if count else []


def _has_guests(plan: Plan, reader: Reader) -> bool:
    return any(stay.household_id == reader.audience.id and travels(stay.member) for stay in plan.stays)


HOST_PACKET = Document("host-packet", N_("Host-family packet"), (AudienceKind.HOST,), _lay, is_wanted=_has_guests)

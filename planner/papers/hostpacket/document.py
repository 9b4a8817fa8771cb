"""The host-family packet as a document: its sections in their order, and what keeps it from being handed out."""

from __future__ import annotations

from collections.abc import Iterator

from planner.language import N_, N_in, Pair
from planner.language.foodsentences import food_sentences, is_severe
from planner.language.names import called_name, family_word, full_name, in_both
from planner.model.attendance import travels
from planner.model.households import Household
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.document import Document, Laid
from planner.papers.furnishing import furniture
from planner.papers.hostpacket.addresses import TITLE as ADDRESSES
from planner.papers.hostpacket.addresses import addresses, without_address
from planner.papers.hostpacket.clearing import not_cleared
from planner.papers.hostpacket.cover import PACKET, cover
from planner.papers.hostpacket.firstnight import TITLE as FIRST_NIGHT
from planner.papers.hostpacket.firstnight import first_night
from planner.papers.hostpacket.guest import guest_pages, untranslated_words
from planner.papers.hostpacket.nights import TITLE as NIGHTS
from planner.papers.hostpacket.nights import nights
from planner.papers.hostpacket.receipt import TITLE as RECEIPT
from planner.papers.hostpacket.receipt import receipt
from planner.papers.hostpacket.travel import TITLE as TRAVEL
from planner.papers.hostpacket.travel import travel
from planner.papers.hostpacket.trouble import trouble
from planner.papers.itinerary.at_home import schedule_at
from planner.papers.itinerary.squads import undecided_groups
from planner.papers.itinerary.untranslated import untranslated
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, PaperOptions
from planner.papers.packet import Part, Volume, bound
from planner.papers.sections.blocks import text_pages
from planner.papers.sections.drives import drives
from planner.papers.sections.foreign import foreign, of_events, of_guest
from planner.papers.sections.hosting import Hosting, hosting_of
from planner.papers.sections.programme import programme
from planner.papers.sections.runs import HostDay, host_days, open_runs
from planner.papers.sections.speaking import TITLE as SPEAKING
from planner.papers.sections.speaking import is_fluent, speaking
from planner.papers.sections.voice import Voice
from planner.papers.telephones import duty, without_number


def _lay(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    household = whom(plan, reader)
    assert isinstance(household, Household)
    frame = Frame(options.paper)
    hosting = hosting_of(plan, household)
    days = host_days(hosting)
    volumes = [_volume(hosting, days, language, reader, options, frame) for language in options.languages]
    title = " ".join(volume.title for volume in volumes)
    return Laid(bound(frame, volumes), title, tuple(_notes(hosting, days, options)))


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
    here, plan, home = voice.here, hosting.plan, hosting.household
    country = plan.visit.host_city.country
    people = tuple(guest.member.person for guest in hosting.guests)
    pages = tuple(body for guest in hosting.guests for body in guest_pages(guest, hosting, voice, frame))
    words = N_in("packet", "Your guest") if len(people) == 1 else N_in("packet", "Your guests")
    yield Part(here.words(words), pages)
    yield Part(here.tr(NIGHTS), nights(hosting, days, voice, frame) if days else ())
    programmed = programme(voice.wording.schedule, voice.language, frame, extras=drives(days, voice.wording))
    yield Part(here.tr("Programme, day by day"), programmed if days else ())
    yield Part(here.tr(TRAVEL), travel(hosting, days, voice, frame))
    asked = tuple(body for guest in hosting.guests for body in first_night(guest, hosting, voice, frame))
    yield Part(here.tr(FIRST_NIGHT), asked, is_bilingual=True)
    tips = "tips-japan" if country == "JP" else "tips-us"
    yield Part(here.tr("House and culture tips"), text_pages(plan, [tips], voice.language, frame, "tips"))
    yield Part(here.tr(SPEAKING), tuple(_speaking(hosting, voice, frame)), is_bilingual=True)
    rules = ["safety", f"safety-{plan.visit.preset}"]
    yield Part(here.tr("Safety rules"), text_pages(plan, rules, voice.language, frame, "safety"))
    yield Part(here.tr("If something goes wrong"), trouble(plan, home, people, voice, frame))
    yield Part(here.tr(ADDRESSES), addresses(hosting, days, voice, frame))
    yield Part(here.tr(RECEIPT), (receipt(hosting, voice, frame),))


def _speaking(hosting: Hosting, voice: Voice, frame: Frame) -> Iterator[Body]:
    """Lay a page to point at for each guest with a sentence of their own to show, and at least one if it is of use."""
    plan = hosting.plan
    country = plan.visit.host_city.country
    people = [guest.member for guest in hosting.guests]
    own = [member for member in people if food_sentences(member.person, "en")]
    others = [member for member in people if member not in own and not is_fluent(member.person, country)]
    severe = [member for member in own if is_severe(member.person) or not is_fluent(member.person, country)]
    for member in severe or others[:1]:
        whose = called_name(member.person, voice.language) if len(severe) > 1 else ""
        yield speaking(plan, member.person, voice, frame, f"speaking-{member.uid}", whose)


def _notes(hosting: Hosting, days: tuple[HostDay, ...], options: PaperOptions) -> Iterator[Message]:
    """Say what whoever hands the packet out should know before."""
    if duty(hosting.plan.visit) is None:
        yield Message.of("packet-no-duty-phone")
    yield from without_number(hosting.plan)
    schedule = schedule_at(hosting.plan, hosting.household)
    yield from undecided_groups(schedule)
    if count := open_runs(days):
        home = in_both(family_word, hosting.household)
        yield Message.of("packet-runs-open", home=home, count=count)
    if places := without_address(days):
        names = [Pair(place.name_en or place.name_ja, place.name_ja or place.name_en) for place in places]
        yield Message.of("packet-addresses-missing", count=len(names), places=names)
    yield from untranslated([schedule], options.language)
    written = [each for guest in hosting.guests for each in of_guest(guest.member)]
    yield from foreign([*of_events(schedule), *written], options.language)
    for guest in hosting.guests:
        words = [each for language in options.languages for each in untranslated_words(guest, language)]
        if words:
            person = guest.member.person
            name = in_both(full_name, person)
            yield Message.of("packet-words-untranslated", name=name, words=words, count=len(words))


def _has_guests(plan: Plan, reader: Reader) -> bool:
    return any(stay.household_id == reader.audience.id and travels(stay.member) for stay in plan.stays)


HOST_PACKET = Document("host-packet", N_("Host-family packet"), (AudienceKind.HOST,), _lay, _has_guests, not_cleared)

"""The participant packet as a document, and as a booklet of half sheets to fold and staple."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.language import N_, Words, speaker
from planner.model.delegations import Member
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.papers.document import Document, Laid, Sides
from planner.papers.furnishing import furniture
from planner.papers.guestpacket import card, diary, family, glance, mine, people, phrases, texts, travel
from planner.papers.guestpacket.cover import PACKET, cover
from planner.papers.guestpacket.setting import Setting
from planner.papers.itinerary.days import Schedule
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.itinerary.squads import undecided_groups
from planner.papers.itinerary.undecided import undecided
from planner.papers.itinerary.untranslated import untranslated
from planner.papers.kit.imposing import imposed, missing_pages
from planner.papers.kit.pages import Body, Page
from planner.papers.kit.sheet import Frame
from planner.papers.options import BOTH, PaperOptions
from planner.papers.packet import Part, Volume, bound
from planner.papers.sections.foreign import foreign, of_events, of_home
from planner.papers.sections.programme import programme
from planner.papers.sections.runs import with_meals_at_home
from planner.papers.sections.voice import Voice
from planner.papers.telephones import without_number

BOOKLET = N_("Booklet")


def _lay_packet(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    schedule, settings = _settings(plan, reader, options, Frame(options.paper))
    volumes = [_volume(setting, reader, options, tuple(_parts(setting, options))) for setting in settings]
    return Laid(bound(settings[0].frame, volumes), _title(PACKET, options), _notes(schedule, options))


def _lay_booklet(plan: Plan, reader: Reader, options: PaperOptions) -> Laid:
    """Lay the packet on half sheets and put these on sheets to fold; empty pages at the end are lined for notes."""
    schedule, settings = _settings(plan, reader, options, Frame(options.paper, half=True))
    last = settings[-1]
    volumes = [_volume(setting, reader, options, tuple(_parts(setting, options))) for setting in settings]
    missing = missing_pages(len(bound(last.frame, volumes)))
    if missing:
        # Whoever folds the booklet finds lined pages at its end rather than empty ones.
        filled = Part("", tuple(diary.notes(last, number) for number in range(missing)))
        volumes = [replace(one, parts=(*one.parts, filled if one is volumes[-1] else Part("", ()))) for one in volumes]
    pages: tuple[Page, ...] = bound(last.frame, volumes)
    return Laid(imposed(pages, options.paper), _title(BOOKLET, options), _notes(schedule, options))


def _settings(plan: Plan, reader: Reader, options: PaperOptions, frame: Frame) -> tuple[Schedule, list[Setting]]:
    member = whom(plan, reader)
    assert isinstance(member, Member)
    schedule = with_meals_at_home(schedule_of(plan, member))
    return schedule, [Setting(plan, member, Voice.of(schedule, each), frame) for each in options.languages]


def _volume(setting: Setting, reader: Reader, options: PaperOptions, parts: tuple[Part, ...]) -> Volume:
    language = setting.voice.language
    return Volume(
        setting.voice.here.words(PACKET),
        lambda entries: cover(setting, entries),
        parts,
        furniture(setting.plan, reader, options, language=language),
        language if options.language == BOTH else "",
    )


def _parts(setting: Setting, options: PaperOptions) -> Iterator[Part]:
    """Lay the sections in their order (domain.md §6.2); one without anything to say has no pages."""
    voice = setting.voice
    days = programme(setting.schedule, voice.language, setting.frame)
    bilingual = (phrases.TITLE, card.TITLE)
    found: list[tuple[Words, tuple[Body, ...]]] = [
        (glance.TITLE, glance.glance(setting)),
        (family.TITLE, family.family(setting)),
        (travel.TITLE, travel.travel(setting)),
        (N_("Programme, day by day"), days),
        (texts.PACKING, texts.packing(setting)),
        (people.TITLE, people.people(setting)),
        (mine.TITLE, mine.mine(setting)),
        (texts.MANNERS, texts.manners(setting)),
        (phrases.TITLE, phrases.phrases(setting)),
        (texts.CONDUCT, texts.conduct(setting)),
        (texts.MEDICINES, texts.medicines(setting)),
        (card.TITLE, card.card_page(setting, options.version)),
        (diary.TITLE, diary.diary(setting)),
    ]
    for title, bodies in found:
        yield Part(voice.here.words(title), bodies, is_bilingual=title in bilingual)


def _title(words: Words, options: PaperOptions) -> str:
    return " ".join(speaker(each).words(words) for each in options.languages)


def _notes(schedule: Schedule, options: PaperOptions) -> tuple[Message, ...]:
    lacking = (*undecided(schedule), *undecided_groups(schedule), *without_number(schedule.plan, schedule.member))
    stays = [stay for day in schedule.days if day.night is not None for stay in day.night.stays]
    homes = dict.fromkeys(stay.household for stay in stays if stay.household is not None)
    written = [each for home in homes for each in of_home(home)]
    words = foreign([*of_events(schedule), *written], options.language)
    return (*lacking, *untranslated([schedule], options.language), *words)


PARTICIPANT_PACKET = Document("participant-packet", PACKET, (AudienceKind.PARTICIPANT,), _lay_packet)
PARTICIPANT_BOOKLET = Document("booklet", BOOKLET, (AudienceKind.PARTICIPANT,), _lay_booklet, sides=Sides.BOOKLET)

"""My host family: who they are, where they live in both scripts, how to reach them from here and from home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planner.language import N_, N_in, Words, other_language
from planner.language.addresses import english_address, japanese_address
from planner.language.dates import days_text
from planner.language.names import called_name, full_name, furigana, household_name
from planner.language.numbers import counted
from planner.language.readings import ReadName
from planner.language.telephones import dialled
from planner.language.terms import term
from planner.model.homestays import Stay
from planner.model.households import Household, Pet, Resident
from planner.model.kinds import AnimalSize, Answer, HomeKind, Smoking, StayKind, Whereabouts
from planner.papers.facts import Fact
from planner.papers.guestpacket.fellows import fellows
from planner.papers.guestpacket.rooms import rooms
from planner.papers.guestpacket.setting import Setting
from planner.papers.itinerary.pieces import NO_BREAK
from planner.papers.kit.boxes import Box, beside, on, padded, stack, telling
from planner.papers.kit.colours import INK
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Patch
from planner.papers.kit.pages import Body
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import LABEL, SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import write_line
from planner.papers.sections.naming import how_said
from planner.papers.sections.photo import photo_box
from planner.papers.sections.prose import prose

TITLE = N_("My host family")
SECTION = "family"

#: What differs from home to home.
_TO_ASK: tuple[Words, ...] = (
    N_("What I call them"),
    N_("Bath and shower"),
    N_("Breakfast, time to leave"),
    N_("Keys, time to be home"),
    N_("Laundry"),
    N_("Wi-Fi"),
)

_DAY = dt.timedelta(days=1)
_NAME = Style(24, 29, bold=True)
_ADDRESS = Style(14, 18.5, bold=True)
_PHONE = Style(15, 19, bold=True)
#: The room for a photo, which of a family mostly lies on its side.
_PHOTO = (64 * MM, 45 * MM)
_HALF_PHOTO = (46 * MM, 36 * MM)


def family(setting: Setting) -> tuple[Body, ...]:
    """Lay each home of the guest once, in the order of their nights, then hotels; without any, say one is sought."""
    stays = [stay for stay in setting.member.stays if stay.kind is StayKind.HOME and stay.household is not None]
    stays.sort(key=lambda stay: stay.first_night)
    homes: dict[int | None, list[Stay]] = {}
    for stay in stays:
        homes.setdefault(stay.household_id, []).append(stay)
    blocks: list[Block] = []
    for some in homes.values():
        home = list(_home(some, setting, again=bool(blocks)))
        blocks += [_together(home)] if blocks else home
    if len(homes) == 1:
        # Of several homes the pages are full, and the questions are known by then.
        blocks += list(_first_evening(setting))
    hotels = list(rooms(setting))
    blocks += hotels
    if not stays and not hotels:
        words = setting.voice.here.tr("Your host family is still being chosen. We will tell you as soon as we know.")
        blocks.append(solid(lay(Run(words, TEXT.at(13)), setting.width)))
    return setting.pages(TITLE, blocks, SECTION)


def _home(stays: Sequence[Stay], setting: Setting, *, again: bool) -> Iterator[Block]:
    """Lay one home with all the stretches of nights that the guest spends there."""
    stay, home = stays[0], stays[0].household
    assert home is not None
    name = setting.voice.wording.begun(household_name(home, setting.voice.language))
    language, nights = setting.voice.language, sum((one.last_night - one.first_night).days + 1 for one in stays)
    stretches = [
        days_text(one.first_night, one.last_night + _DAY, language, weekdays=True, paper=True, year=False)
        for one in stays
    ]
    when = f"{setting.voice.wording.listed(stretches)} · {counted('night', nights, language)}"
    here = setting.voice.here
    told = Fact(f"{stay.uid}/nights", here.words(TITLE), setting.voice.wording.listed([name, when]))
    address = Fact(f"{stay.uid}/address", here.tr_in("home", "Address"), _one_line(home, setting))
    phone = Fact(f"{stay.uid}/phone", here.tr_in("home", "Telephone"), _dialled_here(home, setting))
    room = _HALF_PHOTO if setting.frame.half else _PHOTO
    photo = photo_box(home, setting.plan, setting.voice, key=stay.uid, width=room[0], height=room[1])
    width = setting.width if photo is None else setting.width - photo.width - 5 * MM
    head = telling(padded(_head(home, name, when, setting, width), below=1.6 * MM), [told])
    to_show = telling(_to_show(home, setting, width), [address])
    above = Box(setting.width, 5 * MM if again else 0.0)
    if photo is None:
        yield solid(head, above=above, with_next=True)
        yield solid(to_show)
    else:
        # The address fills what the photo leaves beside it.
        y = max(head.height, photo.height - to_show.height)
        left = Box(width, y + to_show.height, inner=((0.0, 0.0, head), (0.0, y, to_show)))
        yield solid(beside([(0.0, left), (setting.width - photo.width, photo)], setting.width), above=above)
    yield solid(telling(_phones(home, setting), [phone]))
    for row in (*fellows(stays, setting), *_rows(home, setting)):
        yield solid(row)
    if letter := setting.voice.pick(home.letter_en, home.letter_ja):
        yield setting.heading(*setting.voice.both(N_("Their letter to you")))
        yield from prose(letter, setting.width)


def _together(home: Sequence[Block]) -> Block:
    """Keep a further home on one page, if it fits on one: nobody looks for the dog overleaf."""
    first, *others = home
    rows = (first.whole(), *(stack([block.above, block.whole()]) for block in others))
    return Block(rows, lambda some, continued, continues: stack(some), first.above)


def _head(home: Household, name: str, when: str, setting: Setting, width: float) -> Box:
    """Set the family's name, how it is read where it does not say so itself, and the nights."""
    lines = [fitted(Run(name, _NAME.at(19) if setting.frame.half else _NAME), width, smallest=14, lines=2)]
    if said := ReadName.of_family(home).said(setting.voice.language):
        lines.append(lay(Run(setting.voice.here.tr("say {reading}", reading=said), SECOND_TEXT), width))
    return stack([*lines, lay(Run(when, STRONG), width)])


def _first_evening(setting: Setting) -> Iterator[Block]:
    """Leave room to note what one asks on the first evening."""
    yield setting.heading(*setting.voice.both(N_("To ask on the first evening")))
    yield solid(stack([_to_note(words, setting) for words in _TO_ASK]))


def _to_note(words: Words, setting: Setting) -> Box:
    """Set a question in one line with room for the answer."""
    first, second = setting.voice.both(words)
    parts: list[Part] = [Run(first, STRONG)]
    if second != first:
        parts.append(Run(f"{NO_BREAK * 2}{second}", SECOND_TEXT))
    left = setting.width * 0.5
    height = 8 * MM
    label = fitted(parts, left - 3 * MM, smallest=setting.smallest, lines=1)
    line = write_line(setting.width - left, height=height)
    return Box(setting.width, height, inner=((0.0, height - label.height, label), (left, 0.0, line)))


def _local_lines(home: Household, setting: Setting) -> list[str]:
    if setting.towards_japan:
        return japanese_address(home.address_ja or home.address_en, home.postal_code)
    return english_address(home.address_en or home.address_ja, home.town, home.postal_code)


def _one_line(home: Household, setting: Setting) -> str:
    return (" " if setting.towards_japan else ", ").join(_local_lines(home, setting))


def _to_show(home: Household, setting: Setting, width: float) -> Box:
    """Frame the address as people there write it, to show to a driver; below it as the guest reads it."""
    inside = width - 8 * MM
    ask = setting.voice.other.speaker if _reads_otherwise(setting) else setting.voice.here
    ask_there = ask.tr("Please take me to this address:")
    lines = [lay(Run(ask_there, LABEL), inside)]
    address = _local_lines(home, setting)
    lines += [fitted(Run(line, _ADDRESS), inside, smallest=10, lines=2) for line in address]
    if not address:
        # Nobody has written it down yet: somebody will, by hand.
        lines += [write_line(inside, height=8 * MM)] * 2
    own = home.address_en if setting.towards_japan else home.address_ja
    if own.strip() and own.strip() != "\n".join(address):
        lines.append(padded(lay(Run(own.strip(), SECOND_TEXT), inside), above=0.6 * MM))
    box = padded(stack(lines), above=2.2 * MM, below=2.4 * MM, left=4 * MM, right=4 * MM)
    return on((Patch(0.0, 0.0, width, box.height, line=INK, weight=1.2),), box)


def _reads_otherwise(setting: Setting) -> bool:
    """Whether the people there read another language than the page is in."""
    return (setting.voice.language == "ja") != setting.towards_japan


def _dialled_here(home: Household, setting: Setting) -> str:
    country = setting.plan.visit.host_city.country
    return dialled(home.phone, country, country) if home.phone.strip() else ""


def _phones(home: Household, setting: Setting) -> Box:
    """Set the number as it is dialled there, and for the family at home as it is dialled from home."""
    visit = setting.plan.visit
    here = _dialled_here(home, setting) or "–"
    far = dialled(home.phone, visit.home_city.country, visit.host_city.country) if home.phone.strip() else ""
    city = setting.voice.pick(visit.home_city.name_en, visit.home_city.name_ja)
    lines = [lay(Run(here, _PHONE, whole=True), setting.value_width)]
    if far and far != here:
        words = setting.voice.here.tr("from {city}: {phone}", city=city, phone=far)
        lines.append(lay(Run(words, TEXT), setting.value_width))
    return padded(setting.row(N_in("home", "Telephone"), stack(lines), is_first=True), above=1.0 * MM)


def _rows(home: Household, setting: Setting) -> Iterator[Box]:
    voice, here = setting.voice, setting.voice.here
    if home.messenger.strip():
        yield setting.row(N_("LINE or WhatsApp"), home.messenger.strip())
    people = [_resident(resident, setting) for resident in home.residents]
    if people:
        yield setting.row(N_("Who lives there"), stack(people, 0.6 * MM))
    pets = [_pet(pet, setting) for pet in home.pets]
    yield setting.row(N_("Animals"), voice.wording.listed(pets) or here.tr_in("pets", "None that we know of"))
    if house := _house(home, setting):
        yield setting.row(N_("The house"), voice.wording.begun(voice.wording.listed(house)))
    if home.smoking not in (Smoking.UNKNOWN, Smoking.NO):
        words = voice.wording.joined(term(home.smoking, voice.language), voice.in_words(home.smoking_words))
        yield setting.row(N_("Smoking at home"), words)
    if rules := voice.pick(home.house_rules_en, home.house_rules_ja):
        yield setting.row(N_("House rules"), rules)
    if home.curfew.strip():
        yield setting.row(N_("Home by"), voice.in_words(home.curfew))
    if home.nearest_stop.strip():
        yield setting.row(N_("Nearest station or stop"), home.nearest_stop.strip())


def _house(home: Household, setting: Setting) -> list[str]:
    """Say what somebody wants to know of a house before they come: stairs first."""
    voice, here = setting.voice, setting.voice.here
    said = []
    if home.steep_stairs is Answer.YES:
        said.append(here.tr("steep stairs"))
    if home.home is not HomeKind.UNKNOWN:
        said.append(term(home.home, voice.language).lower())
    for answer, yes, no in (
        (home.air_conditioning, N_("air conditioning"), N_("no air conditioning")),
        (home.wifi, N_("Wi-Fi"), N_("no Wi-Fi")),
    ):
        said += [here.tr(yes)] if answer is Answer.YES else [here.tr(no)] if answer is Answer.NO else []
    return [*said, *filter(None, [voice.in_words(home.pool)])]


def _resident(resident: Resident, setting: Setting) -> Box:
    """Name somebody as the guest reads it, with what they are called and what they are in the family."""
    language, person = setting.voice.language, resident.person
    name, called = full_name(person, language), called_name(person, language)
    parts: list[Part] = []
    if language == "ja" and (written := furigana(person)):
        parts += with_reading(written, STRONG)
    else:
        parts.append(Run(name, STRONG, whole=True))
    second = full_name(person, other_language(language))
    if second and second != name:
        parts.append(Run(f"\u00a0\u00a0{second}", SECOND_TEXT, whole=True))
    said = how_said(person, language) if language == "en" else ""
    notes = [
        setting.voice.in_words(resident.relation),
        called if called and called not in name else "",
        setting.voice.here.tr("say {reading}", reading=said) if said else "",
    ]
    if words := setting.voice.wording.listed([note for note in notes if note]):
        parts.append(Run(f"\u00a0\u00a0{words}", TEXT))
    return lay(parts, setting.value_width)


def _pet(pet: Pet, setting: Setting) -> str:
    language = setting.voice.language
    count = f"{pet.count} × " if pet.count and pet.count > 1 else ""
    size = term(pet.size, language).lower() if pet.size is not AnimalSize.ANY else ""
    lives = term(pet.lives, language).lower() if pet.lives is not Whereabouts.UNKNOWN else ""
    # What the family wrote says it better than what was understood of it.
    notes = setting.voice.in_words(pet.words) or setting.voice.wording.listed([one for one in (size, lives) if one])
    return f"{count}{term(pet.species, language)}{setting.voice.within(notes) if notes else ''}"

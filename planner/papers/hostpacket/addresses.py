"""Addresses in both scripts, and whom to call: for the navigation, a taxi driver, and the guest's pocket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planner.language import N_, N_in, Words
from planner.language.addresses import english_address, japanese_address
from planner.language.names import full_name, household_name
from planner.language.telephones import dialled
from planner.language.terms import term
from planner.language.titles import title_of
from planner.model.attendance import travels
from planner.model.kinds import PhoneKind
from planner.model.programme import Place
from planner.model.visits import VisitPhone
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.itinerary.front import title_box
from planner.papers.kit.boxes import Box, aligned, gap, on, padded, stack, telling
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.flow import Block, flow, solid
from planner.papers.kit.lines import Run, Style, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import LABEL, SECOND_TEXT, STRONG, TEXT
from planner.papers.kit.ticks import with_notes, write_line
from planner.papers.sections.hosting import Hosting
from planner.papers.sections.runs import HostDay
from planner.papers.sections.voice import Voice

SECTION = "addresses"
TITLE = N_("Addresses and contacts")
WIDTH = 178 * MM
_LEFTS = (0.0, 56 * MM, 136 * MM)
_WIDTHS = (53 * MM, 77 * MM, 42 * MM)
_HEADING = Style(13, 17, bold=True)
_HOME = Style(13, 17)
_ORDER = (
    PhoneKind.DUTY, PhoneKind.CITY_HALL, PhoneKind.HOSPITAL, PhoneKind.INSURER, PhoneKind.CONSULATE, PhoneKind.POISON,
    PhoneKind.CHAPERONE, PhoneKind.POLICE, PhoneKind.FIRE_AMBULANCE, PhoneKind.OTHER,
)  # fmt: skip
# What to do if something goes wrong refers to them: where nobody has entered one, there is room to write it in.
_REFERRED_TO = (PhoneKind.DUTY, PhoneKind.INSURER)


def addresses(hosting: Hosting, days: Sequence[HostDay], voice: Voice, frame: Frame) -> tuple[Body, ...]:
    """Lay the tables; rows never break, a heading stays with its first rows."""
    opening = stack([title_box(*voice.both(TITLE)), gap(3 * MM)])
    blocks = [solid(opening, with_next=True)]
    home = [_home(hosting, voice)]
    places = [_place(place, voice) for place in _places(days)]
    blocks.append(_table(N_in("addresses", "Your home"), home, voice))
    if places:
        blocks.append(_table(N_("Where you drive to"), places, voice))
    phones = [*_phones(hosting, voice), *_chaperones(hosting, voice)]
    blocks.append(_table(N_in("addresses", "Whom to call"), phones, voice))
    note = voice.here.tr("Another host family? We connect you gladly, but give no number away without asking.")
    blocks.append(solid(padded(lay(Run(note, TEXT), WIDTH), above=3 * MM)))
    bodies = []
    for sheet in flow(blocks, frame.body_height):
        placed = tuple((frame.left, frame.top + y, box) for y, box in sheet.placed)
        facts = tuple(fact for _, box in sheet.placed for fact in box.told())
        bodies.append(Body(placed, section=SECTION, facts=facts))
    return (*bodies[:-1], with_notes(bodies[-1], frame, voice.here.tr_in("paper", "Notes"), most=10))


def _table(label: Words, rows: Sequence[Box], voice: Voice) -> Block:
    first, second = voice.both(label)
    head = stack([_head(first, second), gap(0.8 * MM)])

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        body = stack(some)
        edges = (Rule(0.0, y, WIDTH, y, 1.0, INK) for y in (0.0, body.height))
        return stack([head, on(edges, body)])

    return Block(tuple(rows), assemble, above=gap(4.5 * MM))


def _head(first: str, second: str) -> Box:
    cells = [(0.0, lay(Run(first, _HEADING), 110 * MM)), (_LEFTS[2], lay(Run(second, LABEL), _WIDTHS[2]))]
    return aligned(cells, WIDTH)


def _row(cells: Sequence[Box], facts: Iterable[Fact]) -> Box:
    row = padded(aligned(list(zip(_LEFTS, cells, strict=False)), WIDTH), above=1.5 * MM, below=1.5 * MM)
    return telling(on((Rule(0.0, 0.0, WIDTH, 0.0, 0.4, GREY),), row), facts)


def _cell(first: str, second: str, width: float, style: Style = TEXT) -> Box:
    lines = [fitted(Run(first, style), width, smallest=8.5, lines=3)] if first else []
    if second and second != first:
        lines.append(fitted(Run(second, SECOND_TEXT), width, smallest=8, lines=3))
    return stack(lines)


# Addresses


def _home(hosting: Hosting, voice: Voice) -> Box:
    """Set the family's own address large, as its guest will show it to somebody on the way."""
    home = hosting.household
    english = "\n".join(english_address(home.address_en, home.town, home.postal_code)) if home.address_en else ""
    japanese = "\n".join(japanese_address(home.address_ja, home.postal_code)) if home.address_ja else ""
    first, second = (japanese, english) if voice.language == "ja" else (english, japanese)
    country = hosting.plan.visit.host_city.country
    phone = dialled(home.phone, country, country) if home.phone.strip() else ""
    cells = [
        _cell(household_name(home, voice.language), household_name(home, voice.other.language), _WIDTHS[0], STRONG),
        _cell(first or second, second if first else "", _WIDTHS[1], _HOME),
        _cell(phone, home.nearest_stop.strip(), _WIDTHS[2]),
    ]
    return _row(cells, [Fact(f"{home.uid}/address", voice.here.tr_in("addresses", "Your home"), first or second)])


def _places(days: Iterable[HostDay]) -> list[Place]:
    """Give the places of the runs whose address is known, in the order in which the family first comes there."""
    return [place for place in _driven_to(days) if _is_known(place)]


def without_address(days: Iterable[HostDay]) -> list[Place]:
    """Give the places of the runs of which nobody has entered an address."""
    return [place for place in _driven_to(days) if not _is_known(place)]


def _driven_to(days: Iterable[HostDay]) -> list[Place]:
    drives = (drive for day in days for line in day.lines for drive in line.drives)
    return list(dict.fromkeys(drive.place for drive in drives if drive.place is not None))


def _is_known(place: Place) -> bool:
    return bool(place.address_en.strip() or place.address_ja.strip() or place.phone.strip())


def _place(place: Place, voice: Voice) -> Box:
    english, japanese = "\n".join(english_address(place.address_en)), "\n".join(japanese_address(place.address_ja))
    first, second = (japanese, english) if voice.language == "ja" else (english, japanese)
    name = voice.wording.place(place)
    country = voice.country
    cells = [
        _cell(name, voice.second(place.name_en, place.name_ja), _WIDTHS[0], STRONG),
        _cell(first or second, second if first else "", _WIDTHS[1]),
        _cell(dialled(place.phone, country, country) if place.phone.strip() else "", "", _WIDTHS[2]),
    ]
    return _row(cells, [Fact(f"{place.uid}/address", name, voice.wording.listed([first or second]))])


# Contacts


def _phones(hosting: Hosting, voice: Voice) -> Iterator[Box]:
    visit = hosting.plan.visit
    fire, police = telephones.emergency_numbers(visit)
    life = N_("Life in danger, fire, crime")
    numbers = fire if fire == police else f"{fire} / {police}"
    first, second = voice.both(life)
    empty = _cell("", "", _WIDTHS[1])
    yield _row([_cell(first, second, _WIDTHS[0], STRONG), empty, _cell(numbers, "", _WIDTHS[2], STRONG)], [])
    known = [phone for phone in visit.phones if phone.phone.strip()]
    for lacking in _REFERRED_TO:
        if not any(phone.kind is lacking for phone in known):
            first, second = (term(lacking, each.language) for each in (voice, voice.other))
            yield _row([_cell(first, second, _WIDTHS[0], STRONG), empty, write_line(_WIDTHS[2], height=6 * MM)], [])
    for phone in sorted(known, key=lambda one: (_place_of(one), one.id)):
        number = telephones.number_of(phone, visit)
        name = voice.pick(phone.name_en, phone.name_ja)
        kind = term(phone.kind, voice.language)
        more = voice.wording.listed([voice.second(phone.name_en, phone.name_ja), phone.hours.strip()])
        cells = [
            _cell(kind, term(phone.kind, voice.other.language), _WIDTHS[0], STRONG),
            _cell(name, more, _WIDTHS[1]),
            _cell(number, "", _WIDTHS[2], STRONG if phone.kind is PhoneKind.DUTY else TEXT),
        ]
        yield _row(cells, [Fact(f"phone/{phone.kind}/{phone.id}", voice.wording.listed([kind, name]), number)])


def _place_of(phone: VisitPhone) -> int:
    return _ORDER.index(phone.kind) if phone.kind in _ORDER else len(_ORDER)


def _chaperones(hosting: Hosting, voice: Voice) -> Iterator[Box]:
    visit = hosting.plan.visit
    for member in hosting.plan.members:
        if not (member.role.is_chaperone and travels(member)):
            continue
        number = telephones.number_here(member, visit)
        name = full_name(member.person, voice.language, formal=True)
        role = voice.small(voice.pick(*title_of(member)))
        cells = [
            _cell(voice.here.tr("With the guests: {role}", role=role), "", _WIDTHS[0], STRONG),
            _cell(name, full_name(member.person, voice.other.language, formal=True), _WIDTHS[1]),
            _cell(number, "", _WIDTHS[2]) if number else write_line(_WIDTHS[2], height=6 * MM),
        ]
        yield _row(cells, [Fact(f"{member.uid}/duty-phone", name, number or "–")])

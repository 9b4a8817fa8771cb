"""What covers of packets have in common: the two cities, whom to call at any hour, the contents."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language import N_, other_language
from planner.language.regions import region_name
from planner.model.cities import City
from planner.model.visits import Visit
from planner.papers import telephones
from planner.papers.kit.boxes import Box, beside, on, padded, stack
from planner.papers.kit.colours import ACCENT, GREY, WHITE
from planner.papers.kit.lines import Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Mark, Patch, Rule
from planner.papers.kit.pages import visit_mark
from planner.papers.kit.qr import qr_code
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import LABEL, SECOND_TEXT, STRONG, TEXT
from planner.papers.packet import Entry
from planner.papers.sections.voice import Voice

_PHONE = Style(35, 40, bold=True, colour=WHITE)
_BLOCK_HEIGHT = 31 * MM
_QR = 27 * MM


def cities(visit: Visit, voice: Voice, width: float) -> Box:
    """Set the way from home to the host city over the width, with both names and the visit's title below."""
    mark = visit_mark(width, weight=2.0, radius=2.5 * MM)
    third = width / 3
    middle = stack(
        [
            fitted(Run(words, style), third, smallest=smallest, lines=2, align="centre", is_even=True)
            for words, style, smallest in (
                (voice.pick(visit.title_en, visit.title_ja), STRONG, 8),
                (voice.second(visit.title_en, visit.title_ja), SECOND_TEXT, 7.5),
            )
        ]
    )
    columns = [
        (0.0, _city(visit.home_city, voice, third - 6 * MM, "left")),
        (third, middle),
        (2 * third + 6 * MM, _city(visit.host_city, voice, third - 6 * MM, "right")),
    ]
    return stack([mark, padded(beside(columns, width), above=2.4 * MM)])


def _city(city: City, voice: Voice, width: float, align: str) -> Box:
    name, region = voice.pick(city.name_en, city.name_ja), region_name(city.region_en, city.region_ja, voice.language)
    other = other_language(voice.language)
    second = [region_name(city.region_en, city.region_ja, other), voice.other.pick(city.name_en, city.name_ja)]
    if voice.language == "ja":
        first: list[Part] = [Run(f"{region} ", TEXT), Run(name, STRONG, whole=True)]
        words = ", ".join(filter(None, reversed(second)))
    else:
        first = [Run(name, STRONG, whole=True), Run(f", {region}" if region else "", TEXT)]
        words = " ".join(filter(None, second))
    return stack([fitted(first, width, smallest=8, align=align), lay(Run(words, SECOND_TEXT), width, align=align)])


def whom_to_call(visit: Visit, voice: Voice, width: float) -> Box:
    """Set the duty telephone on a filled ground, with a QR code that dials it; where there is none yet, room to write
    it in, and in words that it will come.
    """
    duty, inside = telephones.duty(visit), 6 * MM
    label = voice.both(N_("Call any hour, day or night"))
    head: list[Part] = [
        Run(f"{label[0]}  ", Style(12, 16, bold=True, colour=WHITE)),
        Run(label[1], LABEL.but(colour=WHITE)),
    ]
    ground: list[Mark] = [Patch(0.0, 0.0, width, _BLOCK_HEIGHT, fill=ACCENT)]
    if duty is None:
        room = Patch(inside, 12 * MM, width - 2 * inside, 14 * MM, fill=WHITE)
        later = N_("You will be given the number before the visit. Write it here:")
        words = fitted(Run(voice.here.words(later), LABEL), width - 2 * inside - 4 * MM, smallest=7)
        inner = ((inside, 4.5 * MM, lay(head, width - 2 * inside)), (inside + 2 * MM, 13 * MM, words))
        return Box(width, _BLOCK_HEIGHT, (*ground, room), inner)
    link = telephones.link_of(duty, visit)
    right = width - _QR - 2 * MM if link else width
    # On half a sheet the number and who answers share less room.
    beside_number = width > 160 * MM
    left_width = 98 * MM if beside_number else right - inside - 4 * MM
    number = fitted(Run(telephones.number_of(duty, visit), _PHONE, whole=True), left_width, smallest=18)
    lines = [fitted(head, left_width + 2 * MM, smallest=9), number]
    white = TEXT.but(colour=WHITE)
    who = [voice.pick(duty.name_en, duty.name_ja), duty.hours, voice.here.tr("Scan to save it.") if link else ""]
    placed: list[tuple[float, float, Box]] = []
    if beside_number:
        wide = max(natural_width(head), natural_width(Run(telephones.number_of(duty, visit), _PHONE)))
        x = inside + min(wide, left_width) + 6 * MM
        words = stack([lay(Run(each, white), right - x - 3 * MM) for each in who if each])
        placed.append((x, (_BLOCK_HEIGHT - words.height) / 2, words))
    elif who[0]:
        lines.append(fitted(Run(who[0], white), left_width, smallest=9))
    left = stack(lines)
    placed.insert(0, (inside, (_BLOCK_HEIGHT - left.height) / 2, left))
    if link:
        placed.append((right, (_BLOCK_HEIGHT - _QR) / 2, qr_code(link, _QR)))
    return Box(width, _BLOCK_HEIGHT, tuple(ground), tuple(placed))


def if_then(columns: Sequence[tuple[str, Sequence[str]]], width: float) -> Box:
    """Set what to do if something happens, a column each."""
    share = width / len(columns)
    boxes = [
        stack([lay(Run(head, STRONG), share - 6 * MM), *(lay(Run(line, TEXT), share - 6 * MM) for line in lines)])
        for head, lines in columns
    ]
    return beside([(place * share, box) for place, box in enumerate(boxes)], width)


def contents_of(entries: Sequence[Entry], voice: Voice, width: float) -> Box:
    """Set what is on which page, in two columns."""
    first, second = voice.both(N_("In this packet"))
    head = lay([Run(f"{first}  ", STRONG), Run(second, SECOND_TEXT)], width)
    wide = (width - 6 * MM) / 2
    half = -(-len(entries) // 2)
    columns = [_column(entries[:half], wide), _column(entries[half:], wide)]
    return stack([head, beside([(0.0, columns[0]), (wide + 6 * MM, columns[1])], width)], 0.8 * MM)


def _column(entries: Sequence[Entry], width: float) -> Box:
    rows = []
    for entry in entries:
        pages = str(entry.first) if entry.first == entry.last else f"{entry.first}–{entry.last}"
        cells = [
            (0.0, lay(Run(pages, STRONG.but(colour=ACCENT)), 14 * MM)),
            (14.5 * MM, fitted(Run(entry.title, TEXT), width - 14.5 * MM, smallest=9)),
        ]
        row = padded(beside(cells, width), above=0.9 * MM, below=0.5 * MM)
        rows.append(on((Rule(0.0, 0.0, width, 0.0, 0.4, GREY),), row))
    return stack(rows)

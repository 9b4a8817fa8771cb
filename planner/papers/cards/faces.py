"""Front and back of an emergency card: the front for its carrier, the back for whoever they show it to."""

from __future__ import annotations

from dataclasses import replace

from planner.language import Speaker, speaker
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.names import full_name, furigana
from planner.language.regions import region_name
from planner.model.cities import City
from planner.papers import telephones
from planner.papers.cards.particulars import Allergies, Card, Home, allergies_of, languages_of, local_language
from planner.papers.facts import Fact
from planner.papers.furnishing import exchange_in_short
from planner.papers.kit.boxes import Box, aligned, gap, on, padded, picture, stack, telling
from planner.papers.kit.cards import CARD_HEIGHT, CARD_WIDTH, card, factor_for, shrunk
from planner.papers.kit.colours import ACCENT, GREY, INK, WHITE
from planner.papers.kit.lines import Inset, Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.sheet import MM
from planner.papers.kit.ticks import write_line

_MARGIN = 4.4 * MM
_TOP = 4.0 * MM
WIDTH = CARD_WIDTH - 2 * _MARGIN
HEIGHT = CARD_HEIGHT - 2 * _TOP
_LABEL = 21 * MM

# Text of a card is 8 points at least; only what would not fit else goes below that.
_SMALLEST = 8.0

# In smaller type than this a later home has its name and number only.
_ALL_ADDRESSES = 0.8

_TEXT = Style(9.5, 12.6)
_NAME = Style(15, 18.5, bold=True)
_NUMBER = Style(18.5, 21, bold=True)
_SMALL = Style(8.2, 11)
_LABEL_TEXT = Style(8, 10.6)


def front(card_: Card, language: str, version: int) -> Box:
    """Set the side for the carrier, in their language."""
    here = speaker(language)
    bottom = _what_to_do(card_, here)
    top = shrunk(lambda factor: _whom_to_call(card_, language, version, factor), HEIGHT - bottom.height - 1.0 * MM)
    inside = Box(WIDTH, HEIGHT, inner=((0.0, 0.0, top), (0.0, HEIGHT - bottom.height, bottom)))
    facts = [*_facts(card_, "en"), *_facts(card_, "ja")]
    return telling(card(inside, left=_MARGIN, top=_TOP), facts)


def _whom_to_call(card_: Card, language: str, version: int, factor: float) -> Box:
    here, text = speaker(language), _sized(_TEXT, factor)
    lines = [_head(card_, language, version), gap(1.2 * MM), _name(card_, language, factor), gap(0.8 * MM * factor)]
    number = Run(card_.duty, _sized(_NUMBER, factor), whole=True)
    value = lay(number, WIDTH - _LABEL) if card_.duty else write_line(WIDTH - _LABEL, height=6 * MM)
    lines.append(_labelled(here.tr("24 hours"), value, text))
    if card_.chaperone is not None:
        name = card_.chaperone.ja if language == "ja" else card_.chaperone.en
        lines.append(_labelled(here.tr("Chaperone"), _called(name, card_.chaperone_phone, text), text))
    for place, home in enumerate(card_.homes):
        label = (
            here.tr("from {day}", day=day_text(home.since, language, "day-month")) if place else _kind_of(home, here)
        )
        lines.append(_labelled(label, _called(_home_name(home, language), home.phone, text), text))
    return stack(lines)


def _kind_of(home: Home, here: Speaker) -> str:
    return here.tr_in("card", "Host") if home.is_family else here.tr_in("card", "Hotel")


def _home_name(home: Home, language: str) -> str:
    name = home.name.ja if language == "ja" else home.name.en
    if not name:
        return speaker(language).tr("not decided yet")
    return f"{name}家" if home.is_family and language == "ja" else name


def _head(card_: Card, language: str, version: int) -> Box:
    here = speaker(language)
    title = Run(here.tr("Emergency card"), Style(9.5, 12.5, bold=True, colour=ACCENT))
    wide = natural_width(title) + 0.1
    room = WIDTH - wide - 3 * MM
    words = [Run(f"{exchange_in_short(card_.visit, language)}\u3000", _SMALL), _version(version, language)]
    side = fitted(words, room, smallest=_SMALLEST, lines=2, align="right")
    row = aligned([(0.0, lay(title, wide)), (WIDTH - room, side)], WIDTH)
    return on(
        (Rule(0.0, row.height + 0.4 * MM, WIDTH, row.height + 0.4 * MM, 0.8, ACCENT),), padded(row, below=0.8 * MM)
    )


def _city(city: City, language: str) -> str:
    return (city.name_ja or city.name_en) if language == "ja" else (city.name_en or city.name_ja)


def _version(version: int, language: str) -> Run:
    return Run(speaker(language).tr_in("card", "v{version}", version=version), _SMALL.but(stamp=True))


def _name(card_: Card, language: str, factor: float) -> Box:
    style = _sized(_NAME, factor)
    latin, japanese = full_name(card_.person, "en", formal=True), furigana(card_.person)
    if language == "ja" and japanese:
        parts = [*with_reading(japanese, style), Run(f"\u3000{latin}", _sized(Style(10, 13), factor), whole=True)]
    else:
        second = full_name(card_.person, "ja", formal=True) if japanese else ""
        parts = [Run(latin, style, whole=True)]
        parts += [Run(f"\u3000{second}", _sized(Style(10, 13), factor), whole=True)] if second else []
    return fitted(parts, WIDTH, smallest=min(9.0, style.size), lines=1)


def _labelled(label: str, value: Box, text: Style) -> Box:
    # A label stays as large as can be read while the text beside it does.
    style = _LABEL_TEXT if text.size >= _SMALLEST * 0.9 else _LABEL_TEXT.at(text.size * 0.9)
    name = fitted(Run(label, style), _LABEL - 1 * MM, smallest=min(7.5, style.size))
    return aligned([(0.0, name), (_LABEL, value)], WIDTH)


def _called(name: str, phone: str, text: Style) -> Box:
    """Set a name and its number on one line if they fit, the number whole in any case."""
    parts: list[Part] = [Run(f"{name}\u3000" if phone else name, text)]
    if phone:
        parts.append(Run(phone, text.but(bold=True), whole=True))
    return fitted(parts, WIDTH - _LABEL, smallest=min(_SMALLEST, text.size))


def _what_to_do(card_: Card, here: Speaker) -> Box:
    fire, police = telephones.emergency_numbers(card_.visit)
    if fire == police:
        danger = here.tr("{number} (ambulance, police, fire)", number=fire)
    else:
        danger = here.tr("{fire} (ambulance, fire), {police} (police)", fire=fire, police=police)
    # Where two numbers take the line, that the address is on the back is seen without being said.
    overleaf = here.tr("{danger}. Address overleaf", danger=danger)
    overleaf_run = Run(overleaf, Style(8.2, 10.6, bold=True))
    rows = [
        (here.tr("Lost"), here.tr("Stay there and call the 24-hour number"), False),
        (here.tr("Ill or hurt"), here.tr("Tell host or chaperone at once, at night too"), False),
        (here.tr("Life in danger"), overleaf if natural_width(overleaf_run) <= WIDTH - _LABEL else danger, True),
    ]
    if card_.visit.host_city.country == "JP":
        rows.insert(2, (here.tr("Earthquake"), here.tr("Under a table, then out with the others; 171"), False))
    lines = []
    for label, words, bold in rows:
        style = Style(8.2, 10.6, bold=bold)
        value = fitted(Run(words, style), WIDTH - _LABEL, smallest=7.5)
        lines.append(
            aligned([(0.0, fitted(Run(label, _LABEL_TEXT), _LABEL - 1 * MM, smallest=7)), (_LABEL, value)], WIDTH)
        )
    return on((Rule(0.0, 0.0, WIDTH, 0.0, 0.5, GREY),), padded(stack(lines), above=1.0 * MM))


def back(card_: Card, version: int) -> Box:
    """Set the side to show, in the language of the host city."""
    language = local_language(card_.visit)

    def parts(factor: float) -> tuple[Box, Box]:
        return _who_i_am(card_, language, factor), _back_foot(card_, language, version, factor)

    def together(factor: float) -> Box:
        return stack(parts(factor), 0.6 * MM)

    factor = factor_for(together, HEIGHT)
    top, bottom = parts(factor)
    inside = Box(WIDTH, HEIGHT, inner=((0.0, 0.0, top), (0.0, HEIGHT - bottom.height, bottom)))
    return card(inside, left=_MARGIN, top=_TOP)


def _who_i_am(card_: Card, language: str, factor: float) -> Box:
    here, text = speaker(language), _sized(_TEXT, factor)
    strong = text.but(bold=True)
    lines = [_bar(card_, language, factor), gap(1.0 * MM * factor), _call(card_, here, factor), gap(0.6 * MM * factor)]
    lines += _introduction(card_, here, text)
    for place, home in enumerate(card_.homes):
        if place:
            words = here.tr("from {day}: {home}", day=day_text(home.since, language, "day-month"), home="{home}")
        else:
            words = here.tr("I stay with {home}") if home.is_family else here.tr("I stay at {home}")
        reached = comma_list((_home_name(home, language), home.phone), language)
        lines.append(_with_bold(words, "{home}", reached, text, strong))
        if home.address and (not place or factor >= _ALL_ADDRESSES):
            lines.append(fitted(Run(home.address, text), WIDTH, smallest=min(_SMALLEST, text.size), lines=2))
    return stack(lines)


def _with_bold(sentence: str, place: str, words: str, text: Style, strong: Style) -> Box:
    before, _, after = sentence.partition(place)
    parts = [Run(before, text), Run(words, strong), Run(after, text)]
    return fitted([part for part in parts if part.text], WIDTH, smallest=min(_SMALLEST, text.size), lines=1)


def _bar(card_: Card, language: str, factor: float) -> Box:
    """Say on a filled ground from where the carrier comes."""
    here, city = speaker(language), card_.visit.home_city
    region, name = region_name(city.region_en, city.region_ja, language), _city(city, language)
    where = f"{region}{name}" if language == "ja" else ", ".join(filter(None, (name, region)))
    style = _sized(Style(10.5, 13.5, bold=True, colour=WHITE), max(factor, 0.8))
    words = here.tr("I am a visitor from {city}.", city=where)
    inside = fitted(Run(words, style), WIDTH - 4 * MM, smallest=min(8.5, style.size))
    bar = padded(inside, above=0.9 * MM, below=0.9 * MM, left=2 * MM, right=2 * MM)
    return on((Patch(0.0, 0.0, WIDTH, bar.height, fill=ACCENT),), bar)


def _introduction(card_: Card, here: Speaker, text: Style) -> list[Box]:
    """Say the name and what is spoken: on one line if both fit on it."""
    strong, smallest = text.but(bold=True), min(_SMALLEST, text.size)
    name = full_name(card_.person, here.language, formal=True)
    before, _, after = here.tr("My name is {name}.").partition("{name}")
    named: list[Part] = [Run(before, text), Run(name, strong), Run(after, text)]
    named = [part for part in named if isinstance(part, Run) and part.text]
    speaks = Run(here.tr("I speak {languages}.", languages=languages_of(card_, here.language)), text)
    together = [*named, Run("" if here.language == "ja" else " ", text), speaks]
    if natural_width(together) <= WIDTH:
        return [lay(together, WIDTH)]
    return [fitted(named, WIDTH, smallest=smallest), fitted(speaks, WIDTH, smallest=smallest)]


def _call(card_: Card, here: Speaker, factor: float) -> Box:
    ask = lay(Run(here.tr("Please call, day or night"), _SMALL if factor > _ALL_ADDRESSES else _SMALL.at(6.5)), 22 * MM)
    left = 24 * MM
    if card_.duty:
        number = fitted(
            Run(card_.duty, _sized(Style(20, 23, bold=True), factor), whole=True), WIDTH - left, smallest=11
        )
    else:
        number = write_line(WIDTH - left, height=7 * MM)
    height = max(ask.height, number.height)
    return Box(
        WIDTH, height, inner=((0.0, (height - ask.height) / 2, ask), (left, (height - number.height) / 2, number))
    )


def _back_foot(card_: Card, language: str, version: int, factor: float) -> Box:
    here = speaker(language)
    found = allergies_of(card_.person, language)
    lines = [_allergy_box(found, card_, here, factor), gap(0.8 * MM)] if found else []
    insured = here.tr("Insurance 24 h: {phone}", phone=card_.insurer) if card_.insurer else ""
    policy = here.tr("Policy {number}", number=card_.policy) if card_.policy else ""
    side = [Run(f"{policy}\u3000" if policy else "", _SMALL), _version(version, language)]
    wide = min(natural_width(side), WIDTH * 0.7) + 0.1
    left = fitted(Run(insured, _SMALL), WIDTH - wide - 2 * MM, smallest=7)
    right = fitted(side, wide, smallest=7, align="right")
    lines.append(aligned([(0.0, left), (WIDTH - wide, right)], WIDTH))
    return stack(lines)


def _allergy_box(found: Allergies, card_: Card, here: Speaker, factor: float) -> Box:
    """Frame the allergy; filled if it can kill. Told by shape and words, not by colour."""
    ink = WHITE if found.is_severe else INK
    strong = _sized(Style(10, 12.6, bold=True, colour=ink), factor)
    smallest = min(_SMALLEST, strong.size)
    size = 3.6 * MM
    sign = Inset(picture("warning", size, ink), drop=size * 0.14)
    left, room = 6.4 * MM, WIDTH - 8.4 * MM
    lines = [fitted(Run(here.tr("ALLERGY: {foods}", foods=found.words), strong), room, smallest=smallest, lines=2)]
    if found.has_pens:
        number = telephones.emergency_numbers(card_.visit)[0]
        words = here.tr("Adrenaline pen in my bag: use it, then call {number}", number=number)
        lines.append(fitted(Run(words, strong), room, smallest=smallest))
    text = padded(stack(lines), above=0.9 * MM, below=0.9 * MM)
    ground = Patch(0.0, 0.0, WIDTH, text.height, fill=INK if found.is_severe else None, line=INK, weight=1.4)
    placed = ((1.8 * MM, 0.9 * MM, lay([sign], size + 0.1)), (left, 0.0, text))
    return Box(WIDTH, text.height, (ground,), placed)


def _sized(style: Style, factor: float) -> Style:
    """Give a style smaller, and its lines a little closer still."""
    return style if factor == 1.0 else style.at(style.size * factor).but(leading=style.leading * factor * 0.95)


def _facts(card_: Card, language: str) -> list[Fact]:
    """What the carrier acts on, in one language: numbers, and where they live. A slip in either tells of it."""
    here, uid = speaker(language), card_.member.uid
    whose = full_name(card_.person, language)
    facts = [Fact(f"{uid}/duty", f"{whose}, {here.tr('24 hours')}", card_.duty)]
    facts.append(Fact(f"{uid}/chaperone", f"{whose}, {here.tr('Chaperone')}", card_.chaperone_phone))
    for place, home in enumerate(card_.homes):
        value = " ".join(filter(None, (_home_name(home, language), home.phone, home.address)))
        since = day_text(home.since, language, "short")
        facts.append(Fact(f"{uid}/home/{place}", f"{whose}, {since}", value))
    found = allergies_of(card_.person, language)
    facts.append(Fact(f"{uid}/allergies", f"{whose}, {here.tr('Allergies')}", found.words if found else ""))
    return [replace(fact, key=f"{fact.key}.{language}") for fact in facts]

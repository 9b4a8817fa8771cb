"""A name badge: what somebody wants to be called as large as it goes, the whole name in both scripts, what they do."""

from __future__ import annotations

from planner.language import N_, speaker
from planner.language.names import called_name, full_name, furigana, kana_name
from planner.model.cities import City
from planner.model.kinds import PhotoConsent
from planner.model.people import Person
from planner.papers.badges.wearers import Standing, Wearer
from planner.papers.facts import Fact
from planner.papers.kit.boxes import EMPTY, Box, on, picture, stack, telling
from planner.papers.kit.cards import CARD_HEIGHT, CARD_WIDTH, shrunk
from planner.papers.kit.colours import ACCENT, INK, WHITE
from planner.papers.kit.fonts import CAP_HEIGHT
from planner.papers.kit.lines import Inset, Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Disc, Mark, Patch
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.sheet import MM
from planner.papers.options import BOTH

_EDGE = 1.3 * MM
_LEFT = 4.4 * MM
_WIDTH = CARD_WIDTH - 2 * _LEFT
_BAR = 7.4 * MM
_CITY = 3.4 * MM

_SMALL = Style(8.5, 11)
_CALLED = Style(37, 42, bold=True)
_NUMBER = Style(30, 34, bold=True, colour=ACCENT)
_FULL = Style(11, 14)
_WRITTEN = Style(14.5, 18, bold=True)

_PHOTOGRAPHS = {
    PhotoConsent.NONE: ("no-camera", N_("no photos")),
    PhotoConsent.GROUP_ONLY: ("camera", N_("group only")),
    PhotoConsent.UNKNOWN: ("camera", N_("ask first")),
}


def badge(wearer: Wearer, language: str, visit: str) -> Box:
    """Set a badge; `visit` names the visit in short. In Japanese the called name stands large in Japanese."""
    top = 4.0 * MM
    bar_top = CARD_HEIGHT - _EDGE - _BAR
    placed: list[tuple[float, float, Box]] = [
        (_LEFT, top, _city_line(wearer, language, visit)),
        (_EDGE, bar_top, _bar(wearer, language)),
    ]
    room = bar_top - top - _CITY - 1.6 * MM
    names = shrunk(lambda factor: stack(_names(wearer, language, factor)), room)
    upper, lower = (box for _, _, box in names.inner)
    placed += [(_LEFT, top + _CITY, upper), (_LEFT, bar_top - 1.6 * MM - lower.height, lower)]
    frame: list[Mark] = []
    if wearer.standing is Standing.CHAPERONE:
        frame.append(Patch(_EDGE, _EDGE, CARD_WIDTH - 2 * _EDGE, CARD_HEIGHT - 2 * _EDGE, line=ACCENT, weight=1.8))
    box = on(frame, Box(CARD_WIDTH, CARD_HEIGHT, inner=tuple(placed)))
    return telling(box, [Fact(f"{wearer.uid}/badge", full_name(wearer.person, "en"), _called(wearer.person, language))])


def _names(wearer: Wearer, language: str, factor: float) -> tuple[Box, Box]:
    """Set the called name beside the number with the whole name below; and the name in Japanese, for the foot."""
    number = lay(Run(wearer.number, _NUMBER), 20 * MM, align="right") if wearer.number else EMPTY
    width = _WIDTH - (22 * MM if wearer.number else 0.0)
    style = _CALLED.at(_CALLED.size * factor)
    called = fitted(Run(_called(wearer.person, language), style, whole=True), width, smallest=min(20.0, style.size))
    drop = max(0.0, called.baseline - number.baseline)
    first = Box(
        _WIDTH,
        max(called.height, drop + number.height if number.height else 0.0),
        inner=((-0.4 * MM, 0.0, called), (_WIDTH - number.width, drop, number)),
    )
    small = _FULL.at(max(_FULL.size * factor, 7.0))
    latin = fitted(Run(_second(wearer.person, language), small), _WIDTH, smallest=min(8.0, small.size))
    # Below the tails of a Ngozi or a Yuki.
    return stack([first, latin], 1.8 * MM), _written(wearer.person, factor)


def _called(person: Person, language: str) -> str:
    return called_name(person, "ja" if language == "ja" else "en")


def _second(person: Person, language: str) -> str:
    """Give the whole name below, in Latin letters, with which of them is the family's in capitals."""
    name = full_name(person, "en", formal=True)
    return name if language != "ja" or name != full_name(person, "ja") else ""


def _written(person: Person, factor: float) -> Box:
    """Set the name in Japanese with its reading; nothing if nobody has said how it is written."""
    parts, name = furigana(person), full_name(person, "ja")
    if not parts and not kana_name(person):
        return EMPTY
    style = _WRITTEN.at(_WRITTEN.size * factor)
    as_written = bool(parts) and name == " ".join(written for written, _ in parts)
    runs = with_reading(parts, style) if as_written else [Run(name, style)]
    return fitted(runs, _WIDTH, smallest=min(10.0, style.size), lines=1)


def city_sign(city: City, *, is_home: bool, language: str, style: Style = _SMALL) -> list[Part]:
    """Set where somebody is from: the ring of home or the disc of the host city, and the city's name."""
    radius = 1.35 * MM
    disc = Disc(radius, radius, radius, ACCENT, 1.2 if is_home else 0.0)
    sign = Inset(Box(2 * radius, 2 * radius, (disc,)), drop=radius - CAP_HEIGHT * style.size / 2)
    names = {"en": [city.name_en or city.name_ja], "ja": [city.name_ja or city.name_en]}
    both = list(dict.fromkeys(names["en"] + names["ja"]))
    return [sign, Run(" ", style), Run("\u3000".join(names.get(language, both)), style)]


def _city_line(wearer: Wearer, language: str, visit: str) -> Box:
    left = city_sign(wearer.city, is_home=wearer.standing is not Standing.LOCAL, language=language)
    right: list[Part]
    if wearer.photographs in _PHOTOGRAPHS:
        sign, words = _PHOTOGRAPHS[wearer.photographs]
        said = [speaker(each).tr(words) for each in (("en", "ja") if language == BOTH else (language,))]
        size = 3.6 * MM
        right = [Inset(picture(sign, size, INK), drop=size * 0.2), Run(f" {' '.join(said)}", _SMALL)]
    else:
        right = [Run(visit, _SMALL)]
    wide = min(natural_width(right), _WIDTH * 0.62) + 0.1
    place = fitted(left, _WIDTH - wide - 2 * MM, smallest=7)
    side = fitted(right, wide, smallest=7, align="right")
    return Box(_WIDTH, max(place.height, side.height), inner=((0.0, 0.0, place), (_WIDTH - wide, 0.0, side)))


def _bar(wearer: Wearer, language: str) -> Box:
    """Set what somebody does: white on a filled bar for guests, in an outlined bar for people of the city."""
    width = CARD_WIDTH - 2 * _EDGE
    is_filled = wearer.standing is not Standing.LOCAL
    style = Style(10.5, 13.5, bold=True, colour=WHITE if is_filled else ACCENT)
    inset = _LEFT - _EDGE
    room = width - 2 * inset
    words = {"en": [wearer.role.en], "ja": [wearer.role.ja]}.get(language, [wearer.role.en, wearer.role.ja])
    first = fitted(Run(words[0], style), room * 0.6, smallest=8)
    drop = (_BAR - first.height) / 2
    placed = [(inset, drop, first)]
    if len(words) > 1:
        other = fitted(Run(words[1], style.but(bold=False)), room * 0.4, smallest=8, align="right")
        placed.append((inset + room * 0.6, (_BAR - other.height) / 2, other))
    ground = Patch(
        0.0, 0.0, width, _BAR, fill=ACCENT if is_filled else None, line=None if is_filled else ACCENT, weight=0.9
    )
    return Box(width, _BAR, (ground,), tuple(placed))

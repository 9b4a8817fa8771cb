"""A guest's name as a page has it: large in the reader's script, below it in the other, and how it is said."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language.kana import has_japanese
from planner.language.names import called_name, full_name, furigana, is_given_first, kana_name
from planner.language.pronunciation import respelt
from planner.model.people import Person
from planner.papers.kit.boxes import Box, stack
from planner.papers.kit.lines import Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.styles import TEXT
from planner.papers.sections.voice import Voice

_CALL = Style(14.5, 19)
_SAY = Style(16, 20)


def name_parts(person: Person, language: str) -> tuple[str, str]:
    """Give the family name and the given name as the reader writes them; the family name in capitals in English."""
    if language == "ja":
        family = person.family_name_ja or person.family_name_kana or person.family_name
        given = person.given_name_ja or person.given_name_kana or person.given_name
    else:
        family = (person.family_name or person.family_name_kana or person.family_name_ja).upper()
        given = person.given_name or person.given_name_kana or person.given_name_ja
    if not family and not given:
        return "", full_name(person, language, formal=True)
    return (family, given) if given else ("", family)


def in_other_script(person: Person, language: str, style: Style) -> list[Part]:
    """Set the name in the other script: kanji with their reading for readers of English, Latin for Japanese readers."""
    if language == "ja":
        latin = full_name(person, "en", formal=True)
        return [] if has_japanese(latin) else [Run(latin, style, whole=True)]
    if is_given_first(person, "ja"):
        return [Run(full_name(person, "ja"), style, whole=True)]
    parts = furigana(person) or [(part, "") for part in (person.family_name_kana, person.given_name_kana) if part]
    return with_reading(parts, style)


def how_said(person: Person, language: str) -> str:
    """Say how the name is spoken: spelt out for readers of English, in kana for Japanese; nothing if nobody knows."""
    kana = kana_name(person)
    if language == "ja":
        # A name that is written in kana is read as it stands.
        return kana if any(reading for _, reading in furigana(person)) else ""
    return respelt(kana) if person.family_name_first or not has_japanese(kana) else ""


def called_and_said(person: Person, voice: Voice, width: float, *, align: str = "right") -> Box:
    """Set what somebody wants to be called and, below, how the whole name is said."""
    called = called_name(person, voice.language)
    lines: list[Sequence[Part]] = []
    if called:
        lines.append([Run(voice.here.tr("Please call: {name}", name=called), _CALL)])
    if said := how_said(person, voice.language):
        label = Run(f"{voice.here.tr_in('name', 'Say')}\u00a0", TEXT.at(13))
        lines.append([label, Run(said, _SAY.but(bold=True), whole=True)])
    return stack([fitted(line, width, smallest=9, lines=1, align=align) for line in lines])


def width_of(person: Person, voice: Voice) -> float:
    """Give how wide `called_and_said` would like to be."""
    called = natural_width(Run(voice.here.tr("Please call: {name}", name=called_name(person, voice.language)), _CALL))
    said = how_said(person, voice.language)
    label = natural_width(Run(voice.here.tr_in("name", "Say"), TEXT.at(13)))
    return max(called, label + natural_width(Run(f"\u00a0{said}", _SAY.but(bold=True)))) + 1.0


def large_name(person: Person, language: str, size: float, width: float, *, smallest: float) -> Box:
    """Set family and given name in one line, the given name bold: "SUZUKI **Yui**", "John **SMITH**" never."""
    return fitted(large_name_parts(person, language, size), width, smallest=smallest, lines=1)


def large_name_parts(person: Person, language: str, size: float) -> list[Part]:
    """Give the parts of a `large_name`."""
    family, given = name_parts(person, language)
    plain, bold = Style(size, size * 1.15), Style(size, size * 1.15, bold=True)
    own = Run(given, bold, whole=True)
    if not family:
        return [own]
    if is_given_first(person, language):
        return [own, Run("・" if language == "ja" else " ", plain), Run(family, plain, whole=True)]
    return [Run(family, plain, whole=True), Run(" ", plain), own]


def other_script_line(person: Person, language: str, style: Style, width: float) -> Box:
    """Set the name in the other script on a line of its own; nothing if there is none."""
    parts = in_other_script(person, language, style)
    return lay(parts, width) if parts else Box(width, 0.0)

"""Every colour of the window, light and dark, in one place.

A colour is named for what it means (``wrong_text``), never for what it looks like, so a widget that asks for
it by name is right in both. The smallest contrast of a text on the ground it is meant for is 4.5:1 (WCAG 2.2,
1.4.3); ``tests/ui/test_theme.py`` measures it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tone:
    """The four colours one meaning is told with: a mark or strip, a fill, the text on the fill, a thin line."""

    mark: str
    fill: str
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One full set of colours as ``#rrggbb``; `LIGHT` and `DARK` are the two there are."""

    dark: bool
    ground: str
    panel: str
    rail: str
    sunk: str
    line: str
    strong_line: str
    grid: str
    weekend: str
    text: str
    text2: str
    text3: str
    chosen: Tone
    on_chosen: str
    wrong: Tone
    wrong_badge: str
    on_badge: str
    check: Tone
    good: Tone
    grey: Tone
    hatch: str
    shadow: str
    kinds: dict[str, Tone]

    def tone(self, name: str) -> Tone:
        """The tone called `name`: chosen, wrong, check, good, grey, or a kind of activity (travel, sport …).

        A kind the theme does not know is told in grey rather than with an error.
        """
        if name in _TONES:
            tone: Tone = getattr(self, name)
            return tone
        return self.kinds.get(name, self.grey)

    def named(self, name: str) -> str:
        """A colour by its name: a field (``text2``) or a tone and its part (``check.text``)."""
        base, _, part = name.partition(".")
        if part:
            colour: str = getattr(self.tone(base), part)
        else:
            colour = getattr(self, base)
        return colour


_TONES = frozenset({"chosen", "wrong", "check", "good", "grey"})

#: The kinds of activity that have colours of their own, in the order the legend shows them.
KIND_TONES = ("travel", "sport", "official", "sights", "party", "family")


def _kind(fill: str, strip: str, text: str) -> Tone:
    return Tone(mark=strip, fill=fill, text=text, line=strip)


LIGHT = Colours(
    dark=False,
    ground="#F8F7F3",
    panel="#FFFFFF",
    rail="#F1EFE9",
    sunk="#F1EFE9",
    line="#E4E0D7",
    strong_line="#CFCAC0",
    grid="#ECE9E2",
    weekend="#F8F6EF",
    text="#1F2429",
    text2="#555C65",
    text3="#636A73",
    chosen=Tone(mark="#2A4B7C", fill="#E3EAF4", text="#2A4B7C", line="#A9BCD9"),
    on_chosen="#FFFFFF",
    wrong=Tone(mark="#D3442E", fill="#FBE6E1", text="#A62F1C", line="#D3442E"),
    wrong_badge="#C63C27",
    on_badge="#FFFFFF",
    check=Tone(mark="#B7791F", fill="#FBEFD3", text="#7A4E00", line="#E2C27E"),
    good=Tone(mark="#2E7D4F", fill="#DFF0E4", text="#1F6B42", line="#2E7D4F"),
    grey=Tone(mark="#636A73", fill="#ECEAE5", text="#5A616A", line="#CFCAC0"),
    hatch="#C9C4B8",
    shadow="#29000000",  # 16 % black
    kinds={
        "travel": _kind("#E4EAF1", "#5B7187", "#2F4052"),
        "sport": _kind("#DFF0E5", "#3E8A5F", "#1D5136"),
        "official": _kind("#EBE5F5", "#7A5AA8", "#4A3275"),
        "sights": _kind("#DAEFF2", "#2C8A98", "#12505A"),
        "party": _kind("#F8E4EC", "#B5567D", "#762B4E"),
        "family": _kind("#F0ECDC", "#8F814F", "#544A22"),
    },
)

DARK = Colours(
    dark=True,
    ground="#14171B",
    panel="#1C2026",
    rail="#181B20",
    sunk="#252A32",
    line="#2C323A",
    strong_line="#434B56",
    grid="#242930",
    weekend="#232524",
    text="#E8EAED",
    text2="#AEB5BF",
    text3="#98A0AC",
    chosen=Tone(mark="#9DBBEA", fill="#25344D", text="#9DBBEA", line="#4A6590"),
    on_chosen="#14171B",
    wrong=Tone(mark="#FF8A75", fill="#43231E", text="#FF9C8A", line="#FF8A75"),
    wrong_badge="#FF8A75",
    on_badge="#14171B",
    check=Tone(mark="#EDBB5C", fill="#3D3119", text="#F0C678", line="#7A6230"),
    good=Tone(mark="#7CCB9B", fill="#1D3529", text="#8FD6AB", line="#7CCB9B"),
    grey=Tone(mark="#98A0AC", fill="#2A2F37", text="#AEB5BF", line="#434B56"),
    hatch="#48505B",
    shadow="#80000000",  # 50 % black
    kinds={
        "travel": _kind("#27323E", "#7F99B3", "#C2D1E0"),
        "sport": _kind("#1D3529", "#57A97C", "#AEE0C3"),
        "official": _kind("#30284A", "#9A7FD0", "#D3C4F2"),
        "sights": _kind("#16383D", "#45A7B5", "#A8E1E8"),
        "party": _kind("#402533", "#CB6F97", "#F2BDD2"),
        "family": _kind("#38331F", "#AD9C5F", "#E4DAAE"),
    },
)

"""What the night board shows, in words made once: blocks of rows (a home with its beds) and the bars in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sign:
    """A small icon with what it stands for; `text` is the figure beside it, `tone` a tone or the colour of a text."""

    icon: str
    words: str
    tone: str = "text2"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """What somebody is called: the whole name and, where there is little room, the called one; in both scripts."""

    whole: str
    whole_too: str = ""
    called: str = ""
    called_too: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Nights in a row that somebody spends in one bed, from the first to the last.

    `icons` stand before the name (pinned, in two homes, new, moved); `onward` is the next home, `note` anything else at
    its end, `score` the figure after that. A bar of no tone is plain. `problem` is the tone of what is wrong with it.
    """

    key: Hashable
    first: dt.date
    last: dt.date
    names: Names
    tone: str = "chosen"
    icons: tuple[str, ...] = ()
    onward: str = ""
    note: str = ""
    score: str = ""
    problem: str = ""
    #: Drawn with a whole outline in its tone's own colour: what a proposal would change.
    outlined: bool = False
    #: All of it in one text, for tips and screen readers.
    words: str = ""
    #: Where it may be taken hold of.
    movable: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A bed or a room: as many lanes as it has `places`, more where more sleep in it; `note` says why it is empty."""

    key: Hashable
    label: str
    bars: tuple[Bar, ...] = ()
    places: int = 1
    note: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """Nights on which a block cannot be used, and why."""

    first: dt.date
    last: dt.date
    words: str


@dataclass(frozen=True, slots=True)
class Flag:
    """From a night on something is to be minded: "turns 18, no clearance"."""

    night: dt.date
    words: str
    tone: str = "check"


@dataclass(frozen=True, slots=True)
class Block:
    """A home, a hotel or any other place with its rows. `line` tells of it in its head, over the nights."""

    key: Hashable
    name: str
    rows: tuple[Row, ...]
    signs: tuple[Sign, ...] = ()
    line: str = ""
    closed: tuple[Closed, ...] = ()
    flags: tuple[Flag, ...] = ()
    icon: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A night over its column: the host city's date, the home city's, and how many beds are free."""

    night: dt.date
    title: str
    second: str
    free: str
    short: str = ""
    tip: str = ""
    tinted: bool = False
    today: bool = False


@dataclass(frozen=True, slots=True)
class Corner:
    """What the lines of the heads are, in the corner over the rows."""

    title: str = ""
    second: str = ""
    free: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """All of a board at once."""

    heads: tuple[Head, ...] = ()
    blocks: tuple[Block, ...] = ()
    corner: Corner = field(default_factory=Corner)

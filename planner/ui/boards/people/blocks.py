"""What the people board shows, in words made once: needs on top, a row for each person, and the blocks in them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

#: From where until where on the axis, in minutes.
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line down the board, with two lines of words over it; `turns` where a new day begins at home."""

    at: float
    title: str
    second: str = ""
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Minutes across the board, from `first` to `last`; an hour is at least `least` pixels wide.

    `middle` puts the words of a tick over the middle of what follows it, not over its line.
    """

    first: float = 0
    last: float = 60
    ticks: tuple[Tick, ...] = ()
    least: float = 56
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What is wrong with a block, in few words, under it."""

    tone: str
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """Something that lasts from `start` to `end`, with its words in the order of what matters.

    `lead` is from when on one has to be there, `lead_words` what stands in it; `bad` are the parts in which it cannot
    be. A dashed one is not settled, a pale one is only told beside what the board is about.
    """

    key: Hashable
    start: float
    end: float
    title: str
    lines: tuple[str, ...] = ()
    tone: str = "chosen"
    icon: str = ""
    dashed: bool = False
    pale: bool = False
    pinned: bool = False
    movable: bool = True
    lead: float | None = None
    lead_words: tuple[str, ...] = ()
    bad: tuple[Span, ...] = ()
    note: Note | None = None
    #: All of it in one text, for tips and screen readers.
    words: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """A stretch of what is needed, and how much of it is there."""

    start: float
    end: float
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A stretch in which somebody cannot be had, and why."""

    start: float
    end: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """How much somebody has to do: a bar for each day as a share of its limit, and the day shown in words.

    `now` is the number of the day shown, None where no day is; `share` how much of the limit its hours are.
    """

    days: tuple[float, ...]
    now: int | None = None
    text: str = ""
    of: str = ""
    share: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A person (or a day of one): names in both scripts, what they are, how much they have to do, and their blocks."""

    key: Hashable
    name: str
    second: str = ""
    left: str = ""
    right: str = ""
    letter: str = ""
    load: Load | None = None
    blocks: tuple[Block, ...] = ()
    closed: tuple[Closed, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Two lines at the left of what lies beside them."""

    title: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """All of a board at once."""

    axis: Axis = field(default_factory=Axis)
    corner: Heading = field(default_factory=Heading)
    needs: tuple[Block, ...] = ()
    needed: Heading = field(default_factory=Heading)
    cover: tuple[Cover, ...] = ()
    covered: Heading = field(default_factory=Heading)
    rows: tuple[Row, ...] = ()

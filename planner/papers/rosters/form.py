"""What all rosters have in common: the sheet, the type, the title in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from planner.language import Words
from planner.language.dates import days_text
from planner.language.names import family_word
from planner.language.telephones import dialled
from planner.model.delegations import Member
from planner.papers.facts import Fact
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box, bookmarked, gap, stack
from planner.papers.kit.colours import SECOND
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run, Style, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.sections.voice import Voice
from planner.rules.nights import open_nights, stretches

WIDTH = 263 * MM
TEXT = Style(8.8, 11.2)
STRONG = TEXT.but(bold=True)
SMALL = Style(7.8, 10, colour=SECOND)
_TITLE = Style(18, 22, bold=True)
_SECOND = Style(11, 15, colour=SECOND)
_NOTE = Style(9, 12)
_BETWEEN = 6 * MM


@dataclass(frozen=True, slots=True)
class Roster:
    """One roster: the code of its section, and its blocks in order."""

    section: str
    blocks: tuple[Block, ...]


class Cell(NamedTuple):
    """What a cell of a row says: `what` is the same from issue to issue, the heading that of its column."""

    what: str
    heading: Words
    value: str


class Form:
    """Makes titles and tables of rosters; a paper in both languages has its headings in both."""

    def __init__(self, voice: Voice, *, both: bool) -> None:
        self.voice = voice
        self.both = both
        schedule = voice.wording.schedule
        self._each = tuple(Form(Voice.of(schedule, each), both=False) for each in ("en", "ja")) if both else (self,)

    def facts(self, tell: Callable[[Form], Fact]) -> list[Fact]:
        """Tell something in the language of the paper; in both in each of them, known by the end of its key."""
        if not self.both:
            return [tell(self)]
        told = ((tell(one), one.voice.language) for one in self._each)
        return [replace(fact, key=f"{fact.key}.{language}") for fact, language in told]

    def cells(self, key: str, tell: Callable[[Form], tuple[str, Sequence[Cell]]]) -> list[Fact]:
        """Tell each cell of a row that says anything by itself, after the name of the row: a slip names what is new."""
        facts = []
        for form in self._each:
            end = f".{form.voice.language}" if self.both else ""
            name, row = tell(form)
            for cell in row:
                label = form.voice.wording.listed([name, form.voice.say(cell.heading)])
                facts += [Fact(f"{key}.{cell.what}{end}", label, cell.value)] if cell.value.strip() else []
        return facts

    def table(self, columns: Sequence[tuple[Words, float]]) -> Table:
        """Make a table of columns with their headings and widths in millimetres."""
        made = tuple(Column(self.heading(words), width * MM) for words, width in columns)
        return Table(made, TEXT, is_ledger=True, above=0.8 * MM, below=0.8 * MM)

    def heading(self, words: Words) -> str:
        """Give a column's heading."""
        first = self.voice.say(words) if words else ""
        return f"{first}\n{self.voice.beside(words)}" if self.both and words else first

    def titled(self, table: Table, rows: Sequence[Box], title: Words, note: str = "") -> Block:
        """Make the block of a roster, its title again on each page."""
        first = self.title(title, note)
        again = self.title(title, continued=True)
        return table.block(rows, bookmarked(first, self.voice.say(title)), above=gap(_BETWEEN), again=again)

    def title(self, title: Words, note: str = "", *, continued: bool = False) -> Box:
        """Set a roster's title in both languages, and what to know of it."""
        here = self.voice.wording.speaker
        words = here.tr("continued") if continued else note
        parts = [Run(self.voice.say(title), _TITLE, whole=True)]
        parts.append(Run(f"\u3000{self.voice.beside(title)}", _SECOND, whole=True))
        if words:
            parts.append(Run(f"\u3000{words}", _NOTE))
        box = lay(parts, WIDTH)
        return Box(WIDTH, box.height + 1.2 * MM, inner=((0.0, 0.0, box),))


def lines(table: Table, column: int, words: Sequence[str], *, first_bold: bool = False) -> Box:
    """Set lines below each other in a cell; nothing of what is empty."""
    found = [each for each in words if each.strip()]
    width = table.room(column)
    boxes = [lay(Run(each, STRONG if first_bold and not n else TEXT), width) for n, each in enumerate(found)]
    return stack(boxes) if boxes else gap(0.0)


def phone_of(member: Member, wording: Wording) -> str:
    """Write somebody's telephone as it is dialled in the host city; without a country it is one of their home."""
    visit = wording.schedule.plan.visit
    number = member.duty_phone.strip() or member.person.phone.strip()
    return dialled(number, visit.host_city.country, visit.home_city.country) if number else ""


def homes_of(member: Member, wording: Wording) -> list[str]:
    """Say where somebody sleeps, in the order of their stays, with the nights where there is more than one place."""
    stays = sorted(member.stays, key=lambda stay: stay.first_night)
    named = []
    for stay in stays:
        if stay.household is not None:
            name = family_word(stay.household, wording.language)
        elif stay.place is not None:
            number = stay.room.number if stay.room is not None else ""
            name = wording.listed([wording.place(stay.place), number])
        else:
            continue
        nights = days_text(stay.first_night, stay.last_night, wording.language, year=False, paper=True)
        named.append((name, nights))
    left = open_nights(member, wording.schedule.plan)
    if len(named) == 1 and not left:
        return [named[0][0]]
    said = [f"{name} {nights}" for name, nights in named]
    if said and left:
        nights = wording.listed(
            [days_text(first, last, wording.language, year=False, paper=True) for first, last in stretches(left)]
        )
        said.append(wording.speaker.tr("{nights}: not decided yet", nights=nights))
    return said

"""The table of a day: one row for each event, across the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.agenda import Agenda
from planner.language import N_, N_in, Words
from planner.language.terms import term
from planner.model.delegations import Group
from planner.model.programme import Journey
from planner.papers.facts import Fact
from planner.papers.itinerary import travelling
from planner.papers.itinerary.pieces import chip, is_filled, one_time, small_clock, span
from planner.papers.kit.boxes import Box, gap, stack, telling
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.runofshow import cells
from planner.papers.runofshow.cells import Line
from planner.papers.runofshow.cues import Cue
from planner.papers.sections.voice import Voice
from planner.rules.interpreting import Roster, roster_of

TEXT = Style(8.6, 10.8)
STRONG = TEXT.but(bold=True)
_ITEM = Style(9.8, 12.2, bold=True)
_TIME = Style(10.5, 13, bold=True)
_HALF = Style(8.5, 11)

_COLUMNS: tuple[tuple[Words, float], ...] = (
    (N_in("paper", "Time"), 27), (N_("Min"), 9.5), (N_("What"), 52), (N_("Where"), 42), (N_("In charge"), 27),
    (N_("Interpreting"), 28), (N_in("programme", "Transport"), 22), (N_("Heads"), 13.5), (N_("To have ready"), 42),
)  # fmt: skip


class DayTable:
    """Makes the rows of the days; `others` are the languages whose headings stand below those of the voice."""

    def __init__(self, agenda: Agenda, voice: Voice, *, both: bool) -> None:
        self.voice = voice
        self.roster: Roster = roster_of(agenda)
        self.both = both
        self.table = self._table([""] * len(_COLUMNS))

    def head(self) -> Box:
        """Set the headings, which stand once on a page over all its days."""
        return self._table([self.heading(words) for words, _ in _COLUMNS]).head()

    def _table(self, headings: Sequence[str]) -> Table:
        columns = tuple(Column(words, width * MM) for words, (_, width) in zip(headings, _COLUMNS, strict=True))
        return Table(columns, TEXT, is_ledger=True, above=0.9 * MM, below=1.0 * MM)

    def heading(self, words: Words) -> str:
        """Give a column's heading, on a paper in both languages in both."""
        first = self.voice.say(words)
        return f"{first}\n{self.voice.beside(words)}" if self.both else first

    def rows(self, cues: Sequence[Cue]) -> list[Box]:
        """Set the rows of a day; a day without anything says so."""
        if not cues:
            return [self.table.row(["", "", self.voice.wording.speaker.tr("Nothing planned")])]
        return [self._row(cue) for cue in cues]

    def _row(self, cue: Cue) -> Box:
        voice = self.voice
        minutes = str(cue.minutes) if cue.minutes else ""
        columns = {
            "where": cells.where(cue, voice),
            "charge": cells.in_charge(cue, voice),
            "interpreting": cells.interpreting(cue, voice, self.roster),
            "transport": cells.transport(cue, voice),
            "heads": cells.heads(cue, voice),
        }
        ready = [(self.voice.say(label), words.strip()) for label, words in cells.to_have(cue, voice) if words.strip()]
        lines = [self._lines(each, column) for column, each in enumerate(columns.values(), start=3)]
        row = self.table.row([self._time(cue), minutes, self._what(cue), *lines, self._ready(ready)])
        told = {what: [words for words, _ in each] for what, each in columns.items()}
        colon = "：" if voice.language == "ja" else ": "
        told["ready"] = [f"{label}{colon}{words}" for label, words in ready]
        return telling(row, [*self._facts(cue, told)])

    def _facts(self, cue: Cue, told: Mapping[str, Sequence[str]]) -> Iterator[Fact]:
        """Tell when and where it is, and then each column by itself: a slip names what is new."""
        listed, title = self.voice.wording.listed, self.title(cue)
        when = "" if cue.at is None else f"{cue.at.at:%H:%M}"
        until = "" if cue.until is None else f"–{cue.until.at:%H:%M}"
        key = f"{cue.event.uid}.{'ends' if cue.is_end else 'begins'}"
        yield Fact(key, title, listed([f"{when}{until}", *told["where"][:1]]))
        for (what, words), (heading, _) in zip(told.items(), _COLUMNS[3:], strict=True):
            # The name of the place is told already.
            rest = words[1:] if what == "where" else words
            if value := self.voice.row([each for each in rest if each.strip()]):
                # How many are in each squad stands with all that is for everyone, and is told once.
                whole = what == "heads" and cue.event.everyone
                label = self.voice.say(heading)
                yield Fact(f"{key}.{what}", label if whole else listed([title, label]), value)

    def title(self, cue: Cue) -> str:
        """Name a row."""
        event, voice = cue.event, self.voice
        if isinstance(event, Journey):
            if cue.is_end:
                return travelling.landing(event, voice.wording)
            named = voice.pick(event.title_en, event.title_ja)
            return named or voice.wording.route(event) or term(event.mode, voice.language)
        named = voice.pick(event.title_en, event.title_ja) or term(event.kind, voice.language)
        return voice.wording.speaker.tr("{title} (continued)", title=named) if cue.is_end else named

    def _time(self, cue: Cue) -> Box:
        width, wording = self.table.room(0), self.voice.wording
        if cue.at is None:
            return lay(Run(wording.speaker.tr_in("paper", "All day"), STRONG), width)
        first = wording.clock(cue.at.at)
        if cue.until is None:
            parts = one_time(first, _TIME, _HALF)
        else:
            parts = span(first, wording.clock(cue.until.at), self.voice.language, _TIME, _HALF)
        letters = cue.at.zone != wording.schedule.host_zone or isinstance(cue.event, Journey)
        small = fitted(small_clock(cue.at, wording, letters=letters), width, smallest=6.5)
        return stack([fitted(parts, width, smallest=7.5), small])

    def _what(self, cue: Cue) -> Box:
        event, voice, width = cue.event, self.voice, self.table.room(2)
        parts: list[Part] = []
        groups = [] if event.everyone else [link.group for link in event.group_links]
        for group in groups:
            parts += [self._chip(group), Run("\u00a0", _ITEM)]
        parts.append(Run(self.title(cue), _ITEM))
        boxes = [lay(parts, width)]
        if not cue.is_end:
            boxes.append(lay(Run(voice.second(event.title_en, event.title_ja), TEXT), width))
        if found := cells.flags(cue, voice):
            chips: list[Part] = []
            for words in found:
                chips += [chip(words, filled=False, size=7.5), Run(" ", TEXT)]
            boxes.append(lay(chips, width))
        if not cue.is_end:
            boxes += [lay(Run(words, TEXT), width) for words, _ in cells.cues(cue, voice) if words]
        return stack([box for box in boxes if box.height])

    def _chip(self, group: Group) -> Part:
        letter = group.letter.strip() or self.voice.pick(group.name_en, group.name_ja)
        return chip(letter, filled=is_filled(group, self.voice.wording.schedule.plan.groups), size=8)

    def _lines(self, lines: Sequence[Line], column: int) -> Box:
        width = self.table.room(column)
        found = [lay(Run(words, STRONG if bold else TEXT), width) for words, bold in lines if words.strip()]
        return stack(found) if found else gap(0.0)

    def _ready(self, ready: Sequence[tuple[str, str]]) -> Box:
        width = self.table.room(8)
        room = "\u3000" if self.voice.language == "ja" else " "
        found = [lay([Run(f"{label}{room}", STRONG), Run(words, TEXT)], width) for label, words in ready]
        return stack(found) if found else gap(0.0)

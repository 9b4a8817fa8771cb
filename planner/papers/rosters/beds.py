"""The roster of beds: who sleeps in which bed of which home on which night, as bars over the nights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from planner.language import N_, N_in
from planner.language.dates import day_text, days_text
from planner.language.names import called_name, family_word, full_name, household_sort_key
from planner.language.terms import term
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Bed, Household
from planner.papers.desk import part_title
from planner.papers.facts import Fact
from planner.papers.kit.boxes import Box, telling
from planner.papers.kit.colours import ACCENT, SECOND, TINT
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run, fitted, lay
from planner.papers.kit.marks import Mark, Patch
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import Column, Table
from planner.papers.rosters.form import STRONG, TEXT, WIDTH, Cell, Form, Roster
from planner.rules.nights import open_nights, stretches

# So many nights stand beside each other on one sheet; a longer visit has its further nights below.
NIGHTS = 14
_HOME, _BED = 32 * MM, 44 * MM
_BAR = 4.6 * MM
_NO_BED = N_("No bed yet")


def beds(members: Sequence[Member], form: Form) -> Roster:
    """Set the homes that have offered or have a guest, bed by bed, and who has no bed yet."""
    plan = form.voice.wording.schedule.plan
    visit = plan.visit
    count = (visit.last_day - visit.first_day).days
    nights = [visit.first_day + dt.timedelta(days=n) for n in range(count)]
    rows_of = list(_lines(form))
    blocks = []
    for number in range(0, len(nights), NIGHTS):
        some = nights[number : number + NIGHTS]
        table = _table(some, form)
        rows = [_row(table, some, line, form, is_first=_is_first(rows_of, place)) for place, line in enumerate(rows_of)]
        blocks.append(form.titled(table, rows, N_in("roster", "Beds"), _nights_told(some, form)))
    missing = _missing(members, form)
    return Roster("beds", (*blocks, missing) if missing is not None else tuple(blocks))


def _nights_told(nights: Sequence[dt.date], form: Form) -> str:
    days = days_text(nights[0], nights[-1], form.voice.language, paper=True)
    sign = form.voice.say(N_("×: no guest can be taken"))
    return f"{days}\u3000{sign}"


def _table(nights: Sequence[dt.date], form: Form) -> Table:
    each = (WIDTH - _HOME - _BED) / len(nights)
    headings = [day_text(night, form.voice.language, "narrow") for night in nights]
    columns = (Column(form.heading(N_("Family")), _HOME), Column(form.heading(N_("Bed")), _BED))
    return Table(
        (*columns, *(Column(heading, each, "centre") for heading in headings)), TEXT, is_ledger=True,
        above=0.6 * MM, below=0.6 * MM,
    )  # fmt: skip


_Line = tuple[Household, Bed | None, list[Stay]]


def _lines(form: Form) -> Iterator[_Line]:
    """Give the beds of each home by name; guests whose bed nobody has said come after the beds."""
    plan = form.voice.wording.schedule.plan
    stays = [stay for stay in plan.stays if stay.household is not None and travels(stay.member)]
    ids = {offer.household_id for offer in plan.offers} | {stay.household_id for stay in stays}
    homes = [home for home in plan.households if home.id in ids]
    homes.sort(key=lambda home: household_sort_key(home, form.voice.language))
    for home in homes:
        for bed in home.beds:
            yield home, bed, [stay for stay in stays if stay.bed_id == bed.id]
        loose = [stay for stay in stays if stay.household_id == home.id and stay.bed_id is None]
        for level in _levels(loose):
            yield home, None, level
        if not home.beds and not loose:
            yield home, None, []


def _levels(stays: Sequence[Stay]) -> list[list[Stay]]:
    """Put stays that overlap on lines of their own."""
    levels: list[list[Stay]] = []
    for stay in sorted(stays, key=lambda one: (one.first_night, one.member_id)):
        for level in levels:
            if level[-1].last_night < stay.first_night:
                level.append(stay)
                break
        else:
            levels.append([stay])
    return levels


def _is_first(rows: Sequence[_Line], place: int) -> bool:
    """Whether a line is the first of its home, whose name stands out."""
    return place == 0 or rows[place - 1][0] is not rows[place][0]


def _row(table: Table, nights: Sequence[dt.date], line: _Line, form: Form, *, is_first: bool) -> Box:
    voice, language = form.voice, form.voice.language
    home, bed, stays = line
    named = lay(Run(family_word(home, language), STRONG if is_first else TEXT.but(colour=SECOND)), table.room(0))
    kind = voice.say(N_("bed not said")) if bed is None else voice.wording.listed([term(bed.kind, language), bed.room])
    base = table.row([named, fitted(Run(kind, TEXT), table.room(1), smallest=7)])
    edges = [_HOME + _BED, *accumulate((column.width for column in table.columns[2:]), initial=_HOME + _BED)][1:]
    height = max(base.height, _BAR + 1.2 * MM)
    top = (height - _BAR) / 2
    marks: list[Mark] = []
    inner: list[tuple[float, float, Box]] = [(0.0, 0.0, base)]
    for night_off in _nights_off(home):
        if night_off in nights and not any(stay.first_night <= night_off <= stay.last_night for stay in stays):
            at = nights.index(night_off)
            cross = lay(Run("×", TEXT.but(colour=SECOND)), edges[at + 1] - edges[at], align="centre")
            inner.append((edges[at], (height - cross.height) / 2, cross))
    for stay in stays:
        first, last = max(stay.first_night, nights[0]), min(stay.last_night, nights[-1])
        if first <= last:
            left, right = edges[nights.index(first)] + 0.5 * MM, edges[nights.index(last) + 1] - 0.5 * MM
            marks.append(Patch(left, top, right - left, _BAR, fill=TINT, line=ACCENT, weight=0.6))
            inner.append(_bar(stay, left, right, top, form))
    facts = [fact for stay in stays for fact in form.facts(partial(_fact, stay, home))]
    return telling(Box(table.width, height, tuple(marks), tuple(inner), base.baseline), facts)


def _bar(stay: Stay, left: float, right: float, top: float, form: Form) -> tuple[float, float, Box]:
    name = called_name(stay.member.person, form.voice.language)
    words = fitted(Run(name, STRONG, whole=True), right - left - 2 * MM, smallest=6, lines=1)
    return left + 1 * MM, top + (_BAR - words.height) / 2, words


def _fact(stay: Stay, home: Household, form: Form) -> Fact:
    language = form.voice.language
    nights = days_text(stay.first_night, stay.last_night, language, year=False, paper=True)
    bed = form.voice.wording.listed([term(stay.bed.kind, language), stay.bed.room]) if stay.bed is not None else ""
    value = form.voice.wording.listed([family_word(home, language), bed, nights])
    return Fact(f"{stay.uid}.bed", full_name(stay.member.person, language), value)


def _nights_off(home: Household) -> list[dt.date]:
    return [one.night for offer in home.offers for one in offer.nights_off]


def _missing(members: Sequence[Member], form: Form) -> Block | None:
    """Name who has no bed on which nights."""
    plan = form.voice.wording.schedule.plan
    table = Table((Column("", 70 * MM), Column("", WIDTH - 70 * MM)), TEXT)
    rows = []
    for member in members:
        nights = open_nights(member, plan)
        if nights:
            name = full_name(member.person, form.voice.language, formal=True)
            row = table.row([Run(name, STRONG), _told(nights, form)])
            tell = partial(_no_bed, member, nights)
            rows.append(telling(row, form.cells(member.uid, tell)))
    return table.block(rows, part_title(form.voice, _NO_BED, WIDTH)) if rows else None


def _told(nights: Sequence[dt.date], form: Form) -> str:
    spans = stretches(nights)
    told = [days_text(first, last, form.voice.language, year=False, paper=True) for first, last in spans]
    return form.voice.wording.listed(told)


def _no_bed(member: Member, nights: Sequence[dt.date], form: Form) -> tuple[str, list[Cell]]:
    return full_name(member.person, form.voice.language), [Cell("no-bed", _NO_BED, _told(nights, form))]

"""Your nights and runs: each day in one row, with what to drive, who eats at home, and what is good to know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from zlib import crc32

from planner.language import N_, N_in, Words
from planner.language.dates import day_text
from planner.language.names import called_name
from planner.language.times import night_text
from planner.model.kinds import MealTime
from planner.papers.facts import Fact
from planner.papers.hostpacket.nightforms import FORMS, NOT_HERE, OPEN, TABLES, Form
from planner.papers.hostpacket.nightlegend import legend
from planner.papers.hostpacket.nightnotes import birthday_of, notes, perhaps_of, words_of
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.pieces import NO_BREAK, chip, icon, one_time
from planner.papers.itinerary.telling import reminder_facts
from planner.papers.kit.boxes import Box, aligned, beside, on, over, padded, stack, telling, tinted
from planner.papers.kit.colours import GREY, INK, SECOND, TINT
from planner.papers.kit.flow import Block, Sheet, flow
from planner.papers.kit.lines import Run, fitted, lay, natural_width
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import LABEL, STRONG, TEXT
from planner.papers.kit.ticks import write_line
from planner.papers.sections.drives import drive_fact, of_each, point_of
from planner.papers.sections.hosting import Hosting
from planner.papers.sections.meals import Table
from planner.papers.sections.runs import Drive, HostDay, Line
from planner.papers.sections.voice import Voice

SECTION = "nights"
TITLE = N_("Your nights and runs")

WIDTH = 178 * MM
_LEFTS = tuple(mm * MM for mm in (0, 26.5, 64.5, 96, 112.5, 126, 141))
_WIDTHS = tuple(mm * MM for mm in (25.5, 37, 30.5, 16, 13, 13, 37))
_HEADING = STRONG.at(10)
_DATE, _DROP, _PICK, _FIRST_MEAL, _NOTES = 0, 1, 2, 3, 6

_HEADINGS: tuple[Words, ...] = (
    N_in("runs", "Date"), N_("Drop-off"), N_("Pick-up"), N_("Breakfast"), N_("Lunch"), N_("Dinner"),
    N_in("runs", "Good to know"),
)  # fmt: skip


def nights(hosting: Hosting, days: Sequence[HostDay], voice: Voice, frame: Frame) -> tuple[Body, ...]:
    """Lay the table, and below it what its words mean, who may drive, and whom to call when late.

    Where it saves a page, what the programme tells anyway is left out: the titles of what families are not invited to.
    """
    title = title_box(*voice.both(TITLE))
    heading = _heading(voice)
    foot = legend(hosting, days, voice)
    room = frame.body_height - title.height - heading.height - foot.height - 2.4 * MM
    bodies = []
    for sheet in _roomiest(lambda form: flow([_block(hosting, day, voice, form) for day in days], room)):
        rows = stack(box for _, box in sheet.placed)
        table = on((Rule(0.0, rows.height, WIDTH, rows.height, 1.0, INK),), rows)
        y = frame.top + title.height
        placed = (
            (frame.left, frame.top, title),
            (frame.left, y, heading),
            (frame.left, y + heading.height, table),
            (frame.left, frame.bottom - foot.height, foot),
        )
        facts = tuple(fact for _, box in sheet.placed for fact in box.told())
        bodies.append(Body(placed, section=SECTION, facts=facts))
    return tuple(bodies)


def _roomiest(set_in: Callable[[Form], Sequence[Sheet]]) -> Sequence[Sheet]:
    """Give the table in the roomiest form that takes no more pages than the tightest, which is set second for that."""
    roomy = set_in(FORMS[0])
    if len(roomy) <= 1:
        return roomy
    tight = set_in(FORMS[-1])
    if len(roomy) <= len(tight):
        return roomy
    return next((one for one in map(set_in, FORMS[1:-1]) if len(one) <= len(tight)), tight)


def _heading(voice: Voice) -> Box:
    cells = []
    # The three meals are as large as each other, although their columns are narrow.
    meals = range(_FIRST_MEAL, _NOTES)
    narrow = min(_WIDTHS[column] / natural_width(Run(voice.say(_HEADINGS[column]), _HEADING)) for column in meals)
    for column, words in enumerate(_HEADINGS):
        first, second = voice.both(words)
        align, style = "left", _HEADING
        if column in meals:
            align, style = "centre", _HEADING.at(_HEADING.size * min(narrow, 1.0))
        width = _WIDTHS[column] + 0.1
        lines = [
            fitted(Run(first, style), width, smallest=7.5, align=align),
            fitted(Run(second, LABEL), width, smallest=7.5, align=align),
        ]
        cells.append((_LEFTS[column], stack(lines)))
    row = padded(beside(cells, WIDTH), above=1.6 * MM, below=1.0 * MM)
    return on((Rule(0.0, row.height, WIDTH, row.height, 1.0, INK),), row)


def _block(hosting: Hosting, day: HostDay, voice: Voice, form: Form) -> Block:
    row = telling(_row(hosting, day, voice, form), _facts(hosting, day, voice))

    def assemble(rows: Sequence[Box], continued: bool, continues: bool) -> Box:
        # Over the row, whose ground may be tinted.
        return over(rows[0], (Rule(0.0, 0.0, WIDTH, 0.0, 0.4, GREY),))

    return Block((row,), assemble)


def _row(hosting: Hosting, day: HostDay, voice: Voice, form: Form) -> Box:
    said = [notes(hosting, day, number, voice, form, _WIDTHS[_NOTES]) for number in range(max(len(day.lines), 1))]
    first: list[tuple[int, Box]] = [(_DATE, _date(hosting, day, voice, form)), *_meals(day, voice)]
    if day.own_day is not None and not day.lines and not day.perhaps:
        words = voice.here.tr("Your own day together")
        own = lay([icon("house", form.date), Run(f"{NO_BREAK}{words}", form.date)], _LEFTS[_FIRST_MEAL] - _LEFTS[_DROP])
        row = padded(_aligned([*first, (_DROP, own), (_NOTES, said[0])]), above=form.room, below=form.room + 0.2 * MM)
        return tinted(row, TINT)
    rows: list[list[tuple[int, Box]]] = []
    if day.perhaps:
        rows.append([(_DROP, _perhaps(day, voice, form)), *([] if day.lines else [(_NOTES, said[0])])])
    rows += [[*_line(line, voice, form), (_NOTES, note)] for line, note in zip(day.lines, said, strict=False)]
    head, *others = rows or [[(_NOTES, said[0])]]
    set_rows = [_aligned(cells) for cells in ([*first, *head], *others)]
    return padded(stack(set_rows, form.between), above=form.room, below=form.room + 0.2 * MM)


def _perhaps(day: HostDay, voice: Voice, form: Form) -> Box:
    """Set across both columns of drives what there may be to drive to."""
    width = _LEFTS[_FIRST_MEAL] - _LEFTS[_DROP] - 2 * MM
    head, *events = perhaps_of(day, voice)
    return stack([lay(Run(head, form.small), width), *(lay(Run(words, form.text), width) for words in events)])


def _aligned(cells: Sequence[tuple[int, Box]]) -> Box:
    return aligned([(_LEFTS[column], box) for column, box in sorted(cells, key=lambda cell: cell[0])], WIDTH)


def _date(hosting: Hosting, day: HostDay, voice: Voice, form: Form) -> Box:
    """Set weekday and day large, month and number of the night small, and whose day it is if not everybody's."""
    width = _WIDTHS[_DATE]
    if voice.language == "ja":
        large = lay(Run(day_text(day.on, "ja", "narrow"), form.date, whole=True), width)
    else:
        weekday = lay(Run(day_text(day.on, "en", "weekday"), form.date), 12.5 * MM)
        large = aligned([(0.0, weekday), (12.5 * MM, lay(Run(str(day.on.day), form.date), 12 * MM))], width)
    small = [day_text(day.on, voice.language, "month")]
    if day.sleeps_here:
        small.append(voice.here.tr("night {number}", number=hosting.nights.index(day.on) + 1))
    between = "・" if voice.language == "ja" else " · "
    lines = [large, fitted(Run(between.join(small), form.small), width, smallest=8)]
    if len(day.guests) < len(hosting.guests):
        names = voice.wording.listed([called_name(guest.member.person, voice.language) for guest in day.guests])
        lines.append(fitted(Run(names, form.small.but(bold=True, colour=INK)), width, smallest=8))
    return stack(lines)


def _line(line: Line, voice: Voice, form: Form) -> list[tuple[int, Box]]:
    drives = ((_DROP, line.drop), (_PICK, line.pick))
    return [
        (column, _drive(line, drive, voice, form, _WIDTHS[column])) for column, drive in drives if drive is not None
    ]


def _drive(line: Line, drive: Drive, voice: Voice, form: Form, width: float) -> Box:
    lines: list[Box] = []
    if drive.at is not None:
        lines.append(fitted(one_time(voice.wording.clock(drive.at.at), form.time), width, smallest=11))
        if night := night_text(drive.at, voice.language):
            lines.append(lay(Run(night, form.small), width))
    else:
        lines.append(write_line(width * 0.7, height=form.time.leading))
    words = point_of(drive, voice.wording)
    if drive is line.pick and drive.is_together and line.drop is not None:
        words = voice.here.tr("home together")
    if words:
        lines.append(lay(Run(words, form.text), width))
    if drive.lacks is not None:
        lines.append(lay(Run(voice.here.words(drive.lacks), form.small), width))
    return stack(lines)


def _meals(day: HostDay, voice: Voice) -> Iterator[tuple[int, Box]]:
    for number, which in enumerate(MealTime):
        column = _FIRST_MEAL + number
        if tables := day.tables.get(which, ()):
            first, *others = tables
            cells = [_meal(first, voice, _WIDTHS[column])]
            cells += [_meal(table, voice, _WIDTHS[column], instead=bool(day.perhaps)) for table in others]
            yield column, stack(cells)
        else:
            words = Run(voice.here.words(OPEN[0]), TEXT.but(colour=SECOND), whole=True)
            yield column, fitted(words, _WIDTHS[column], smallest=8, align="centre")


def _meal(table: Table, voice: Voice, width: float, *, instead: bool = False) -> Box:
    """Set who sees to a meal; `instead` of another, as long as nobody has decided which group somebody is in."""
    if table is Table.NONE:
        return lay(Run(NOT_HERE[0], TEXT.but(colour=SECOND)), width, align="centre")
    words = voice.here.words(TABLES[table][0])
    words = voice.here.tr_in("meal", "or {words}", words=words) if instead else words
    if table is Table.PACKED:
        return lay([chip(words, size=10)], width, align="centre")
    style = STRONG if table is Table.HOME else TEXT.but(colour=SECOND)
    return fitted(Run(words, style, whole=True), width, smallest=8, align="centre")


# Facts


def _facts(hosting: Hosting, day: HostDay, voice: Voice) -> Iterator[Fact]:
    """Tell what a row says of each of its guests: on another day, or in another version, they may have rows apart."""
    on_day = day_text(day.on, voice.language, "short")
    yield from of_each(_of_all(hosting, day, on_day, voice), day, voice.wording, many=len(hosting.guests) > 1)
    yield from _undecided(day, on_day, voice)
    yield from _birthdays(day, on_day, voice)
    night = voice.wording.listed([on_day, voice.here.tr_in("lodging", "Night")])
    for guest in day.guests if day.sleeps_here else ():
        name = called_name(guest.member.person, voice.language)
        yield Fact(f"{day.on.isoformat()}/night/{guest.member.uid}", night, name)
    for one in voice.wording.schedule.days:
        if one.on == day.on:
            told = reminder_facts(one, voice.wording)
            yield from (fact for fact in told if any(guest.member.uid in fact.key for guest in day.guests))


def _of_all(hosting: Hosting, day: HostDay, on_day: str, voice: Voice) -> Iterator[Fact]:
    for line in day.lines:
        yield from (drive_fact(day, line, drive, voice.wording) for drive in line.drives)
    for number, which in enumerate(MealTime):
        tables = day.tables.get(which, ())
        said = [voice.here.words(TABLES[table][0] if table in TABLES else NOT_HERE[1]) for table in tables]
        said = [voice.here.tr_in("meal", "or {words}", words=words) if place and day.perhaps else words
                for place, words in enumerate(said)]  # fmt: skip
        label = voice.wording.listed([on_day, voice.here.words(_HEADINGS[_FIRST_MEAL + number])])
        value = voice.wording.listed(said or [voice.here.words(OPEN[0])])
        yield Fact(f"{day.on.isoformat()}/{which.value}", label, value)
    label = voice.wording.listed([on_day, voice.here.words(_HEADINGS[_NOTES])])
    for words in words_of(hosting, day, voice):
        # Each by its own words: where guests have rows apart from now on, it stands in the row of each as it did.
        yield Fact(f"{day.on.isoformat()}/notes/{crc32(words.encode()):08x}", label, words)


def _undecided(day: HostDay, on_day: str, voice: Voice) -> Iterator[Fact]:
    """Tell of each guest what may be theirs: it is decided for each."""
    for event in day.perhaps:
        for guest in day.guests:
            name = called_name(guest.member.person, voice.language)
            label = voice.wording.listed([on_day, voice.wording.title(event), name])
            key = f"{event.source.uid}/{day.on.isoformat()}/perhaps/{guest.member.uid}"
            yield Fact(key, label, voice.wording.begun(voice.here.tr("not decided yet")))


def _birthdays(day: HostDay, on_day: str, voice: Voice) -> Iterator[Fact]:
    label = voice.wording.listed([on_day, voice.here.words(_HEADINGS[_NOTES])])
    for guest in day.guests:
        if words := birthday_of(guest, day.on, voice):
            yield Fact(f"{day.on.isoformat()}/birthday/{guest.member.uid}", label, words)

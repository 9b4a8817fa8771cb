"""Your nights and runs: each day in one row, with what to drive, who eats at home, and what is good to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.language import N_, N_in, Words
from planner.language.dates import day_text, time_text
from planner.language.names import called_name, household_name
from planner.language.telephones import dialled
from planner.model.households import Household
from planner.model.kinds import MealTime
from planner.model.programme import Activity
from planner.papers import telephones
from planner.papers.facts import Fact
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.pieces import NO_BREAK, chip, icon, one_time
from planner.papers.kit.boxes import EMPTY, Box, aligned, beside, on, padded, stack, telling, tinted
from planner.papers.kit.colours import GREY, INK, SECOND, TINT
from planner.papers.kit.flow import Block, fewest, flow
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import LABEL, SECOND_TEXT, STRONG, TEXT, TIME, WEEKDAY
from planner.papers.kit.ticks import write_line
from planner.papers.sections.drives import point_of
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.runs import Drive, HostDay, Line, Table
from planner.papers.sections.voice import Voice

SECTION = "nights"
TITLE = N_("Your nights and runs")

WIDTH = 178 * MM
_LEFTS = tuple(mm * MM for mm in (0, 26.5, 65, 97, 112.5, 126, 141))
_WIDTHS = tuple(mm * MM for mm in (25.5, 37, 30.5, 15, 13, 13, 37))
_DATE, _DROP, _PICK, _FIRST_MEAL, _NOTES = 0, 1, 2, 3, 6

@dataclass(frozen=True, slots=True)
class _Form:
    """How closely the table is set, from roomy to close: with titles or without, its type, the room above a row."""

    titles: bool
    room: float
    between: float = 2.0 * MM
    text: Style = TEXT
    time: Style = TIME
    date: Style = WEEKDAY
    small: Style = SECOND_TEXT


_FORMS = (
    _Form(titles=True, room=1.7 * MM),
    _Form(titles=False, room=1.3 * MM),
    _Form(
        titles=False,
        room=0.8 * MM,
        between=0.8 * MM,
        text=TEXT.at(10).but(leading=12.4),
        time=TIME.at(14.5).but(leading=16.5),
        date=WEEKDAY.but(leading=16.5),
        small=SECOND_TEXT.at(9).but(leading=11.5),
    ),
    _Form(
        titles=False,
        room=0.5 * MM,
        between=0.5 * MM,
        text=TEXT.at(10).but(leading=11.8),
        time=TIME.at(14.5).but(leading=15.5),
        date=WEEKDAY.but(leading=15.5),
        small=SECOND_TEXT.at(9).but(leading=11),
    ),
)

_HEADINGS: tuple[Words, ...] = (
    N_in("runs", "Date"), N_("Drop-off"), N_("Pick-up"), N_("Breakfast"), N_("Lunch"), N_("Dinner"),
    N_in("runs", "Good to know"),
)  # fmt: skip
#: A group in which a guest eats, as a word in the table and as the legend has it.
_TABLES: dict[Table, tuple[Words, Words]] = {
    Table.HOME: (N_in("meal", "home"), N_("at your table")),
    Table.GROUP: (N_in("meal", "group"), N_("with the group")),
    Table.PACKED: (N_in("meal", "pack"), N_("in a bag, to take along")),
    Table.OWN: (N_in("meal", "own"), N_("each buys their own")),
}
#: Somebody who leaves before this has no time to sit down to breakfast.
_EARLY = dt.time(7)


def nights(hosting: Hosting, days: Sequence[HostDay], voice: Voice, frame: Frame) -> tuple[Body, ...]:
    """Lay the table, and below it what its words mean, who may drive, and whom to call when late.

    Where it saves a page, what the programme tells anyway is left out: the titles of what families are not invited to.
    """
    title = title_box(*voice.both(TITLE))
    heading = _heading(voice)
    foot = _legend(hosting, days, voice)
    room = frame.body_height - title.height - heading.height - foot.height - 2.4 * MM
    tried = (flow([_block(hosting, day, voice, form) for day in days], room) for form in _FORMS)
    bodies = []
    for sheet in fewest(tried):
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


def _heading(voice: Voice) -> Box:
    cells = []
    for column, words in enumerate(_HEADINGS):
        first, second = voice.both(words)
        align = "centre" if _FIRST_MEAL <= column < _NOTES else "left"
        width = _WIDTHS[column]
        lines = [
            fitted(Run(first, STRONG.at(10)), width, smallest=7.5, align=align),
            fitted(Run(second, LABEL), width, smallest=7.5, align=align),
        ]
        cells.append((_LEFTS[column], stack(lines)))
    row = padded(beside(cells, WIDTH), above=1.6 * MM, below=1.0 * MM)
    return on((Rule(0.0, row.height, WIDTH, row.height, 1.0, INK),), row)


def _block(hosting: Hosting, day: HostDay, voice: Voice, form: _Form) -> Block:
    row = telling(_row(hosting, day, voice, form), _facts(day, voice))

    def assemble(rows: Sequence[Box], continued: bool, continues: bool) -> Box:
        return on((Rule(0.0, 0.0, WIDTH, 0.0, 0.4, GREY),), rows[0])

    return Block((row,), assemble)


def _row(hosting: Hosting, day: HostDay, voice: Voice, form: _Form) -> Box:
    notes = [_notes(hosting, day, number, voice, form) for number in range(max(len(day.lines), 1))]
    first: list[tuple[int, Box]] = [(_DATE, _date(hosting, day, voice, form)), *_meals(day, voice)]
    if day.own_day is not None and not day.lines:
        words = voice.here.tr("Your own day together")
        own = lay([icon("house", form.date), Run(f"{NO_BREAK}{words}", form.date)], _LEFTS[_FIRST_MEAL] - _LEFTS[_DROP])
        row = padded(_aligned([*first, (_DROP, own), (_NOTES, notes[0])]), above=form.room, below=form.room + 0.2 * MM)
        return tinted(row, TINT)
    rows = []
    for number, line in enumerate(day.lines or (None,)):
        cells = first if not number else []
        rows.append(_aligned([*cells, *_line(line, voice, form), (_NOTES, notes[number])]))
    return padded(stack(rows, form.between), above=form.room, below=form.room + 0.2 * MM)


def _aligned(cells: Sequence[tuple[int, Box]]) -> Box:
    return aligned([(_LEFTS[column], box) for column, box in sorted(cells, key=lambda cell: cell[0])], WIDTH)


def _date(hosting: Hosting, day: HostDay, voice: Voice, form: _Form) -> Box:
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


def _line(line: Line | None, voice: Voice, form: _Form) -> list[tuple[int, Box]]:
    if line is None:
        return []
    drives = ((_DROP, line.drop), (_PICK, line.pick))
    return [
        (column, _drive(line, drive, voice, form, _WIDTHS[column])) for column, drive in drives if drive is not None
    ]


def _drive(line: Line, drive: Drive, voice: Voice, form: _Form, width: float) -> Box:
    lines: list[Box] = []
    if drive.at is not None:
        lines.append(fitted(one_time(voice.wording.clock(drive.at.at), form.time), width, smallest=11))
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
        tables = day.tables.get(which, ())
        if tables:
            column = _FIRST_MEAL + number
            yield column, stack([_meal(table, voice, _WIDTHS[column]) for table in tables])


def _meal(table: Table, voice: Voice, width: float) -> Box:
    if table is Table.NONE:
        return lay(Run("–", TEXT.but(colour=SECOND)), width, align="centre")
    words = voice.here.words(_TABLES[table][0])
    if table is Table.PACKED:
        return lay([chip(words, size=10)], width, align="centre")
    style = STRONG if table is Table.HOME else TEXT.but(colour=SECOND)
    return fitted(Run(words, style, whole=True), width, smallest=8, align="centre")


# Good to know


def _notes(hosting: Hosting, day: HostDay, number: int, voice: Voice, form: _Form) -> Box:
    """Set what is good to know of one outing; with the first one also what is so of the whole day."""
    width = _WIDTHS[_NOTES]
    lines = [lay(parts, width) for parts in _of_outing(day, number, voice, form)]
    if not number:
        lines += [lay(Run(words, form.text), width) for words in _of_day(hosting, day, voice)]
    return stack(lines) if lines else EMPTY


def _of_outing(day: HostDay, number: int, voice: Voice, form: _Form) -> Iterator[list[Part]]:
    if number >= len(day.lines):
        return
    activities = [slot.activity for slot in day.lines[number].outing.slots if slot.activity is not None]
    here = [one for one in activities if one.starts_on == day.on and _is_in(one, voice)]
    both_ways = day.lines[number].drop is not None and day.lines[number].pick is not None
    for activity in here:
        title = voice.pick(activity.title_en, activity.title_ja)
        # On the way in and out the family is there anyway.
        if activity.hosts_invited and both_ways:
            yield [chip(voice.here.tr_in("runs", "You are invited"))]
            yield [Run(title, form.text)]
        elif form.titles and both_ways:
            yield [Run(title, form.small)]
        for words in _asked(activity, voice):
            yield [Run(words, form.text)]


def _is_in(activity: Activity, voice: Voice) -> bool:
    """Whether an activity is in the host city's part of the world: not the check-in at home before the flight."""
    visit = activity.visit
    return activity.zone in ("", visit.host_city.zone) or activity.zone != visit.home_city.zone


def _asked(activity: Activity, voice: Voice) -> Iterator[str]:
    notes = voice.pick(activity.notes_hosts_en, activity.notes_hosts_ja)
    yield from (voice.wording.begun(line.strip()) for line in notes.splitlines() if line.strip())
    if bring := voice.pick(activity.bring_en, activity.bring_ja):
        yield voice.here.tr("Bring: {things}", things=bring)
    if dress := voice.pick(activity.dress_en, activity.dress_ja):
        yield voice.here.tr("Wear: {clothes}", clothes=dress)
    if activity.permission_slip:
        yield voice.here.tr("Signed permission slip")


def _of_day(hosting: Hosting, day: HostDay, voice: Voice) -> Iterator[str]:
    arrives = not day.slept_here and day.sleeps_here
    visit = hosting.plan.visit
    if arrives and day.on == visit.first_day:
        yield voice.here.tr("Very tired: food, a shower, bed.")
    elif arrives:
        yield voice.here.tr("Comes to you from another home.")
    elif day.slept_here and not day.sleeps_here and day.on < visit.last_day:
        yield voice.here.tr("Moves on to another home, with all bags.")
    if day.own_day is not None or not day.lines:
        activity = None if day.own_day is None else day.own_day.activity
        notes = "" if activity is None else voice.pick(activity.notes_hosts_en, activity.notes_hosts_ja)
        yield notes or voice.here.tr("Nothing planned.")
    for guest in day.guests:
        if _has_birthday(guest, day.on):
            yield voice.here.tr("{name}’s birthday!", name=called_name(guest.member.person, voice.language))
    leaves = day.lines[0].drop if day.lines else None
    if leaves is not None and leaves.at is not None and leaves.at.at < _EARLY and MealTime.BREAKFAST in day.tables:
        yield voice.here.tr("Breakfast in a bag?")


def _has_birthday(guest: Guest, on: dt.date) -> bool:
    born = guest.member.person.birth_date
    return born is not None and (born.month, born.day) == (on.month, on.day)


# Facts


def _facts(day: HostDay, voice: Voice) -> Iterator[Fact]:
    on_day = day_text(day.on, voice.language, "short")
    whose = "+".join(guest.member.uid for guest in day.guests)
    for line in day.lines:
        for kind, label, drive in (("drop", N_("Drop-off"), line.drop), ("pick", N_("Pick-up"), line.pick)):
            if drive is not None:
                time = time_text(drive.at.at, voice.language, "paper") if drive.at is not None else "–"
                value = voice.wording.listed([time, point_of(drive, voice.wording)])
                key = f"{drive.event.uid}/{day.on.isoformat()}/{kind}/{whose}"
                yield Fact(key, voice.wording.listed([on_day, voice.here.tr(label)]), value)
    for number, which in enumerate(MealTime):
        if tables := day.tables.get(which, ()):
            said = [voice.here.words(_TABLES[table][0]) if table in _TABLES else "–" for table in tables]
            label = voice.wording.listed([on_day, voice.here.words(_HEADINGS[_FIRST_MEAL + number])])
            yield Fact(f"{day.on.isoformat()}/{which.value}/{whose}", label, voice.wording.listed(said))
    if day.sleeps_here:
        names = voice.wording.listed([called_name(guest.member.person, voice.language) for guest in day.guests])
        label = voice.wording.listed([on_day, voice.here.tr_in("lodging", "Night")])
        yield Fact(f"{day.on.isoformat()}/night/{whose}", label, names)


# What stands below the table


def _legend(hosting: Hosting, days: Sequence[HostDay], voice: Voice) -> Box:
    used = {table for day in days for tables in day.tables.values() for table in tables}
    third = WIDTH / 3
    meals = [lay(Run(voice.here.tr("Meals"), STRONG), third - 6 * MM)]
    for table, (word, meaning) in _TABLES.items():
        if table in used:
            meals.append(_explained(table, voice.here.words(word), voice.here.words(meaning), third - 6 * MM))
    columns = [stack(meals), _drivers(hosting, voice, third - 6 * MM), _late(hosting, voice, third - 6 * MM)]
    return beside([(number * third, box) for number, box in enumerate(columns)], WIDTH)


def _explained(table: Table, word: str, meaning: str, width: float) -> Box:
    left = 15 * MM
    style = STRONG if table is Table.HOME else TEXT.but(colour=SECOND)
    said: Part = chip(word, size=10) if table is Table.PACKED else Run(word, style, whole=True)
    cells = [(0.0, fitted([said], left - 1 * MM, smallest=8)), (left, lay(Run(meaning, TEXT), width - left))]
    return aligned(cells, width)


def _drivers(hosting: Hosting, voice: Voice, width: float) -> Box:
    drivers = [one.person for one in hosting.household.residents if one.drives_guests]
    names = voice.wording.listed([called_name(person, voice.language) for person in drivers])
    if names:
        words = voice.here.tr("{names}. Anybody else at the wheel: ask us first.", names=names)
    else:
        words = voice.here.tr("Nobody is down as a driver yet: please tell us who.")
    lines = [lay(Run(voice.here.tr("Driver"), STRONG), width), lay(Run(words, TEXT), width)]
    return stack([*lines, *(lay(Run(each, TEXT), width) for each in _shared(hosting, voice))])


def _shared(hosting: Hosting, voice: Voice) -> Iterator[str]:
    """Say with which family this one rides, and for whom it drives as well."""
    home, country = hosting.household, hosting.plan.visit.host_city.country
    for offer in hosting.plan.offers:
        if offer.household_id == home.id and offer.rides_with is not None:
            yield voice.here.tr("You ride with {family}.", family=_reached(offer.rides_with, country, voice))
        elif offer.rides_with_id == home.id and offer.household is not None:
            yield voice.here.tr("You also drive for {family}.", family=_reached(offer.household, country, voice))


def _reached(home: Household, country: str, voice: Voice) -> str:
    number = dialled(home.phone, country, country) if home.phone.strip() else ""
    return voice.wording.listed([household_name(home, voice.language), number])


def _late(hosting: Hosting, voice: Voice, width: float) -> Box:
    visit = hosting.plan.visit
    duty = telephones.duty(visit)
    lines = [
        lay(Run(voice.here.tr("Late, or cannot come?"), STRONG), width),
        lay(Run(voice.here.tr("Please call before the time:"), TEXT), width),
    ]
    if duty is not None:
        lines.append(lay(Run(telephones.number_of(duty, visit), STRONG, whole=True), width))
    else:
        lines.append(write_line(width * 0.8))
    return stack(lines)


"""The board of one day, of the whole visit or of one person, in words: what is needed, who does it, and what lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from planner.language import other_language, say, screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.names import full_name
from planner.language.terms import directions_text, term
from planner.language.times import duration_text, span_text, time_parts, time_text
from planner.model.interpreting import Interpreter
from planner.model.kinds import ActivityKind, InterpreterLevel
from planner.model.programme import Activity
from planner.rules.finding import Subject
from planner.rules.interpreting import Duty, Verdict, Wanted, can
from planner.ui.boards.people.blocks import Axis, Block, Closed, Cover, Heading, Load, Note, Row, Scene, Tick
from planner.ui.pages.interpreters.assignments import reasons_text
from planner.ui.pages.interpreters.coverage import is_covered, minutes_of, stretches
from planner.ui.pages.interpreters.outlook import Outlook
from planner.ui.pages.interpreters.words import event_clocks, event_title
from planner.ui.widgets.words import listed, said

#: One has to be there so many minutes before.
LEAD = 30
_SHORT_LEAD = 10
#: What a day takes on the axis of a visit, and how wide it is at least.
_DAY_WIDE = 60
_DAY_LEAST = 76


# One day


def day_scene(outlook: Outlook, day: dt.date) -> Scene:
    """Everybody on one day: hours across on both clocks."""
    first, last = outlook.hours(day)
    axis = Axis(first * 60.0, last * 60.0, outlook.ticks(day, first, last))
    needs = outlook.needs(day)
    standing = [one for one in needs if not one.is_idea]
    events = len({one.slot.key for one in standing})
    wanted, there = minutes_of(standing, outlook.shown_roster)
    language = screen_language()
    counted = trn("{count} activity, {hours}", "{count} activities, {hours}", events, hours=_long(wanted))
    return Scene(
        axis,
        _corner(outlook, day),
        tuple(need_block(outlook, one) for one in needs),
        Heading(tr("Needed"), counted if standing else tr("nothing on this day")),
        tuple(covers(outlook, standing, day)),
        Heading(tr("Covered"), tr("{part} of {whole}", part=_long(there), whole=_long(wanted))),
        tuple(_person_row(outlook, one, day, (axis.first, axis.last), language) for one in outlook.plan.interpreters),
    )


def _corner(outlook: Outlook, day: dt.date) -> Heading:
    visit = outlook.plan.visit
    language = screen_language()
    home = said(visit.home_city, "name")
    at_home = day_text(outlook.home_day(day), language, "weekday")
    return Heading(day_text(day, language, "short"), tr("below: {city}, {day}", city=home, day=at_home))


def _long(minutes: int) -> str:
    return duration_text(dt.timedelta(minutes=minutes), screen_language())


def covers(outlook: Outlook, needs: Iterable[Wanted], day: dt.date) -> Iterator[Cover]:
    """Give the strip of what is covered: a stretch for each change."""
    for one in stretches(needs, outlook.shown_roster):
        start, end = outlook.span(one.start, one.end, day)
        words = tr("{there} of {wanted}", there=one.there, wanted=one.wanted)
        yield Cover(start, end, words, "good" if one.there >= one.wanted else "wrong")


def need_block(outlook: Outlook, wanted: Wanted) -> Block:
    """A need over the hours in which somebody is wanted."""
    start, end = outlook.span(wanted.start, wanted.end, wanted.day)
    event, need, language = wanted.slot.event, wanted.need, screen_language()
    mode = listed((term(need.mode, language), directions_text(need.pairs, language)))
    title, clocks = event_title(event), filter(None, event_clocks(event, outlook.plan))
    return Block(
        Subject("Need", need.id), start, end, title, tuple(filter(None, (mode, _whom(wanted)))), _kind(wanted),
        _kind(wanted), dashed=wanted.is_idea, words="\n".join((title, *clocks, mode)),
    )  # fmt: skip


def _whom(wanted: Wanted) -> str:
    group = wanted.need.group
    return said(group, "name") if group is not None else _place(wanted)


def _place(wanted: Wanted) -> str:
    place = wanted.slot.from_place
    return "" if place is None else said(place, "name")


def _kind(wanted: Wanted) -> str:
    event = wanted.slot.event
    return (event.kind if isinstance(event, Activity) else ActivityKind.TRAVEL).value


# People


def _person_row(
    outlook: Outlook, interpreter: Interpreter, day: dt.date, room: tuple[float, float], language: str
) -> Row:
    other = other_language(language)
    person = interpreter.person
    level = InterpreterLevel(interpreter.level)
    left = "" if level is InterpreterLevel.UNKNOWN else term(level, language)
    blocks = (*_duties(outlook, interpreter, day), *_beside(outlook, interpreter, day, room))
    tip = "\n".join(filter(None, (full_name(person, language), interpreter.availability_words)))
    return Row(
        Subject("Interpreter", interpreter.id), full_name(person, language), full_name(person, other), left,
        directions_text(interpreter.pairs, language),
        (person.given_name_ja or person.given_name or person.family_name)[:1],
        load_of(outlook, interpreter, day), blocks, tuple(outlook.closed(interpreter, day, *room)), tip,
    )  # fmt: skip


def load_of(outlook: Outlook, interpreter: Interpreter, day: dt.date) -> Load:
    """How much somebody has to do on each day of the visit, and on one of them in figures."""
    loads = [outlook.load(interpreter, each) for each in outlook.days]
    hours, limit = outlook.load(interpreter, day)
    of = "" if limit is None else tr("/{hours} h", hours=f"{limit:g}")
    words = f"{hours:g} {of}".strip()
    return Load(
        tuple(_share(*one) for one in loads), outlook.days.index(day) if day in outlook.days else None,
        f"{hours:.2g}", of, _share(hours, limit),
        tr("{day}: {hours}", day=day_text(day, screen_language(), "short"), hours=words),
    )  # fmt: skip


def _share(hours: float, limit: float | None) -> float:
    return hours / limit if limit else 0.0


def _duties(outlook: Outlook, interpreter: Interpreter, day: dt.date) -> Iterator[Block]:
    reached = 0.0
    for duty in outlook.duties(interpreter, day):
        block = duty_block(outlook, duty, reached)
        reached = max(reached, block.end)
        yield block


def duty_block(outlook: Outlook, duty: Duty, busy_until: float = 0.0) -> Block:
    """What somebody covers: from when they have to be there, what is wrong with it, and where they cannot come."""
    start, end = outlook.span(duty.start, duty.end, duty.wanted.day)
    language = screen_language()
    title = event_title(duty.slot.event)
    at, until = duty.wanted.hours(duty.start, duty.end)
    hours = span_text(at, until, language)
    mode = listed((term(duty.need.mode, language), _whom(duty.wanted)))
    # Who comes with the group cannot be there before it.
    lead = start if duty.assignment.id in outlook.with_the_group else max(start - LEAD, busy_until)
    lead_at = time_parts(outlook.clock_before(duty, start - lead), language)[0]
    away = tuple(outlook.away(duty))
    verdict = can(duty.interpreter, duty.need, outlook.roster)
    clocks, against = event_clocks(duty.slot.event, outlook.plan), reasons_text(verdict.reasons)
    told = (title, *clocks, hours, mode, against)
    return Block(
        Subject("Assignment", duty.assignment.id), start, end, title,
        tuple(filter(None, (hours, mode, _place(duty.wanted) if duty.need.group is not None else ""))),
        _kind(duty.wanted), _kind(duty.wanted), dashed=not duty.works, pinned=duty.assignment.locked,
        movable=not duty.assignment.locked, lead=lead if start - lead >= _SHORT_LEAD else None,
        lead_words=tuple(tr("be\nthere\n{time}", time=lead_at).split("\n")), bad=away,
        note=_note(outlook, duty, away, verdict),
        words="\n".join(filter(None, told)),
    )  # fmt: skip


def _note(outlook: Outlook, duty: Duty, away: tuple[tuple[float, float], ...], verdict: Verdict) -> Note | None:
    start, end = outlook.span(duty.start, duty.end, duty.wanted.day)
    language = screen_language()
    if away and away[0][0] > start:
        at = outlook.clock_time(duty.wanted, away[0][0])
        return Note("wrong", tr("leaves {time}", time=time_text(at, language)))
    if away and away[0][1] < end:
        at = outlook.clock_time(duty.wanted, away[0][1])
        return Note("wrong", tr("comes {time}", time=time_text(at, language)))
    if not verdict.reasons:
        return None
    return Note("wrong" if verdict.obstacles else "check", say(verdict.reasons[0]))


def _beside(outlook: Outlook, interpreter: Interpreter, day: dt.date, room: tuple[float, float]) -> Iterator[Block]:
    """What somebody who travels with the delegation does besides, where they do not interpret it."""
    mine = {one.id for one in outlook.plan.members if one.person_id == interpreter.person_id}
    if not mine:
        return
    bound = {duty.slot.key for duty in outlook.duties(interpreter, day)}
    for slot in outlook.roster.agenda.slots:
        if slot.day != day or slot.key in bound or slot.end <= slot.start:
            continue
        if not any(member.id in mine for member in slot.members):
            continue
        start, end = outlook.span(slot.start, slot.end, day)
        if end > room[0] and start < room[1]:
            words = tr("{event}, as chaperone", event=event_title(slot.event))
            yield Block(("beside", interpreter.id, slot.key), start, end, words, pale=True, words=words)


# The whole visit


def visit_scene(outlook: Outlook) -> Scene:
    """Everybody on every day: a column for each, with what is needed and how many hours somebody works."""
    language = screen_language()
    ticks = tuple(
        Tick(number * float(_DAY_WIDE), _few(day), day_text(day, language, "day-month"))
        for number, day in enumerate(outlook.days)
    )
    # A day is as wide as its words need, whatever an hour is elsewhere.
    axis = Axis(0, len(outlook.days) * float(_DAY_WIDE), ticks, _DAY_LEAST, middle=True)
    needs, cover, short, whole = [], [], 0, 0
    for number, day in enumerate(outlook.days):
        standing = outlook.standing(day)
        if not standing:
            continue
        there, of = day_cover(outlook, day)
        short, whole = short + of - there, whole + of
        start = number * float(_DAY_WIDE)
        titles = tuple(dict.fromkeys(event_title(one.slot.event) for one in standing))
        needs.append(
            Block(("day", day), start, start + _DAY_WIDE, titles[0], titles[1:], _kind(standing[0]), "",
                  words="\n".join((day_text(day, language, "short"), *titles)))
        )  # fmt: skip
        words = tr("{there} of {wanted}", there=there, wanted=of)
        cover.append(Cover(start, start + _DAY_WIDE, words, "good" if there >= of else "wrong"))
    return Scene(
        axis, Heading(tr("The whole visit"), tr("hours a day")), tuple(needs), Heading(tr("Needed")), tuple(cover),
        Heading(tr("Covered"), tr("{part} of {whole}", part=whole - short, whole=whole)),
        tuple(_visit_row(outlook, one, language) for one in outlook.plan.interpreters),
    )  # fmt: skip


def _few(day: dt.date) -> str:
    weekday = day_text(day, screen_language(), "weekday")
    return f"{day.day} ({weekday})" if screen_language() == "ja" else f"{weekday} {day.day}"


def day_cover(outlook: Outlook, day: dt.date) -> tuple[int, int]:
    """Give how many needs of a day lack nobody, and how many there are."""
    standing = outlook.standing(day)
    return sum(is_covered(one, outlook.shown_roster) for one in standing), len(standing)


def _visit_row(outlook: Outlook, interpreter: Interpreter, language: str) -> Row:
    row = _person_row(outlook, interpreter, outlook.days[0], (0, 0), language)
    blocks = []
    for number, day in enumerate(outlook.days):
        duties = outlook.duties(interpreter, day)
        if not duties:
            continue
        hours, limit = outlook.load(interpreter, day)
        share = _share(hours, limit)
        tone = "wrong" if share > 1 else "check" if share >= 0.9 else "chosen"
        titles = tuple(dict.fromkeys(event_title(duty.slot.event) for duty in duties))
        hours_words = _long(round(hours * 60))
        start = number * float(_DAY_WIDE)
        blocks.append(
            Block(("day", day, interpreter.id), start, start + _DAY_WIDE, hours_words, titles, tone, movable=False,
                  words="\n".join((day_text(day, language, "short"), hours_words, *titles)))
        )  # fmt: skip
    closed = [one for number, day in enumerate(outlook.days) for one in _closed_day(outlook, interpreter, number, day)]
    load = load_of(outlook, interpreter, outlook.days[0])
    total = sum(outlook.load(interpreter, day)[0] for day in outlook.days)
    load = Load(load.days, None, f"{total:.3g}", tr("h in all"), None, tr("{hours} hours in all", hours=f"{total:g}"))
    return replace(row, load=load, blocks=tuple(blocks), closed=tuple(closed))


def _closed_day(outlook: Outlook, interpreter: Interpreter, number: int, day: dt.date) -> Iterator[Closed]:
    closed = outlook.closed(interpreter, day, 8 * 60, 22 * 60)
    if closed and closed[0].start <= 8 * 60 and closed[0].end >= 22 * 60:
        yield Closed(number * float(_DAY_WIDE), (number + 1) * float(_DAY_WIDE), tr("not available"))


# One person


def person_scene(outlook: Outlook, interpreter: Interpreter) -> Scene:
    """One interpreter on every day on which they do something or can come: a row for each."""
    first, last = outlook.all_hours(interpreter)
    axis = Axis(first * 60.0, last * 60.0, outlook.ticks(outlook.days[0], first, last, several_days=True))
    language = screen_language()
    name = full_name(interpreter.person, language)
    rows = []
    for day in outlook.days:
        hours, limit = outlook.load(interpreter, day)
        of = "" if limit is None else tr("/{hours} h", hours=f"{limit:g}")
        load = Load((), None, f"{hours:.2g}", of, _share(hours, limit))
        rows.append(
            Row(("day", day), day_text(day, language, "short"), "", "", "", "", load,
                (*_duties(outlook, interpreter, day), *_beside(outlook, interpreter, day, (axis.first, axis.last))),
                tuple(outlook.closed(interpreter, day, axis.first, axis.last)))
        )  # fmt: skip
    return Scene(axis, Heading(name, tr("every day")), rows=tuple(rows))

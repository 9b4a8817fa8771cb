"""When a host family takes its guests to the group and fetches them, as rows of its programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planner.clock import WallTime
from planner.language import N_
from planner.language.addresses import english_address, japanese_address
from planner.language.dates import day_text
from planner.language.names import called_name
from planner.language.times import night_text, time_text
from planner.model.delegations import Member
from planner.model.programme import Activity, Place
from planner.papers.facts import Fact
from planner.papers.itinerary.upright import Extra
from planner.papers.itinerary.wording import Wording
from planner.papers.sections.runs import Drive, HostDay, Line


@dataclass(frozen=True, slots=True)
class _Row:
    """One way: when to be where, whether it goes there, fetches, or is only the way home of all together."""

    on: dt.date
    at: WallTime
    title: str
    words: str


def drive_fact(hosts: HostDay, line: Line, drive: Drive, wording: Wording) -> Fact:
    """Tell a drive of a line, there or back, with what is not settled: the same wherever it stands."""
    time = time_text(drive.at.at, wording.language, "paper") if drive.at is not None else ""
    night = night_text(drive.at, wording.language) if drive.at is not None else ""
    lacks = wording.speaker.words(drive.lacks) if drive.lacks is not None else ""
    kind, what = ("drop", N_("Drop-off")) if drive is line.drop else ("pick", N_("Pick-up"))
    label = wording.listed([day_text(hosts.on, wording.language, "short"), wording.speaker.words(what)])
    key = f"{drive.event.uid}/{hosts.on.isoformat()}/{kind}"
    value = wording.listed([time, night, point_of(drive, wording), lacks])
    return Fact(key, label, value or wording.speaker.tr("not decided yet"))


def of_each(facts: Iterable[Fact], day: HostDay, wording: Wording, *, many: bool) -> Iterator[Fact]:
    """Tell what is so of a day of each guest whose day it is, by name where the family has several (`many`)."""
    told = list(facts)
    for guest in day.guests:
        who = called_name(guest.member.person, wording.language) if many else ""
        yield from (replace(fact, key=f"{fact.key}/{guest.member.uid}", who=who) for fact in told)


def drives(days: Sequence[HostDay], wording: Wording) -> dict[dt.date, list[Extra]]:
    """Give a family's drives by day, in the language of the wording; guests who go together are one drive.

    A way back of which nobody knows the time is in the table of nights and runs only: it has no place in a day.
    """
    guests = {guest.member.id for day in days for guest in day.guests}
    together: dict[_Row, list[Member]] = {}
    facts: dict[_Row, list[Fact]] = {}
    for day in days:
        for line in day.lines:
            for row, drive in _rows(day, line, wording):
                together.setdefault(row, []).extend(guest.member for guest in day.guests)
                told = drive_fact(day, line, drive, wording)
                facts.setdefault(row, []).extend(of_each([told], day, wording, many=len(guests) > 1))
    found: dict[dt.date, list[Extra]] = {}
    for row, members in together.items():
        some = members if len(members) < len(guests) else []
        names = wording.listed([called_name(member.person, wording.language) for member in some])
        lines = "\n".join(filter(None, (names, row.words)))
        found.setdefault(row.on, []).append(
            Extra(row.at, None, row.title, lines, icon="car", is_tinted=True, facts=tuple(facts[row]))
        )
    return found


def point_of(drive: Drive, wording: Wording) -> str:
    """Say where to bring or fetch somebody, as far as it is known: the point agreed on, else the place."""
    return wording.pick(*drive.point) or wording.end(drive.place)


def address_of(place: Place | None, wording: Wording) -> str:
    """Give a place's address in one line, as one types it into a car; in the reader's language where it is known."""
    if place is None:
        return ""
    japanese = "\u3000".join(japanese_address(place.address_ja))
    english = ", ".join(english_address(place.address_en))
    return (japanese or english) if wording.language == "ja" else (english or japanese)


def _rows(day: HostDay, line: Line, wording: Wording) -> Iterator[tuple[_Row, Drive]]:
    if line.drop is not None and line.drop.at is not None:
        event = line.drop.event
        bring = wording.pick(event.bring_en, event.bring_ja) if isinstance(event, Activity) else ""
        what = wording.speaker.tr("Drop-off")
        yield _row(day, line.drop, line.drop.at, what, wording.begun(bring), wording), line.drop
    if line.pick is not None and line.pick.at is not None:
        if line.pick.is_together and line.drop is not None:
            title = wording.speaker.tr("Home together")
            yield _Row(day.on, line.pick.at, title, wording.night(line.pick.at)), line.pick
            return
        yield _row(day, line.pick, line.pick.at, wording.speaker.tr("Pick-up"), "", wording), line.pick


def _row(day: HostDay, drive: Drive, at: WallTime, what: str, more: str, wording: Wording) -> _Row:
    where = point_of(drive, wording)
    title = wording.listed([what, where]) if wording.language == "en" else "\uff1a".join(filter(None, (what, where)))
    follows = wording.begun(wording.speaker.words(drive.lacks)) if drive.lacks is not None else ""
    night = wording.night(at)
    return _Row(day.on, at, title, "\n".join(filter(None, (night, address_of(drive.place, wording), follows, more))))

"""Good to know of a family's day: invitations, what to bring, who comes and goes, birthdays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from planner.language.names import called_name
from planner.model.kinds import MealTime, StayKind
from planner.model.programme import Activity
from planner.papers.hostpacket.nightforms import Form
from planner.papers.itinerary.pieces import chip
from planner.papers.kit.boxes import EMPTY, Box, stack
from planner.papers.kit.lines import Part, Run, lay
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.runs import HostDay
from planner.papers.sections.voice import Voice

#: Somebody who leaves before this has no time to sit down to breakfast.
_EARLY = dt.time(7)


def notes(hosting: Hosting, day: HostDay, number: int, voice: Voice, form: Form, width: float) -> Box:
    """Set what is good to know of one outing; with the first one also what is so of the whole day."""
    lines = [lay(_set(note, form), width) for note in _of_outing(day, number, voice, titles=form.titles)]
    if not number:
        lines += [lay(Run(words, form.text), width) for words in _of_day(hosting, day, voice)]
    return stack(lines) if lines else EMPTY


def words_of(hosting: Hosting, day: HostDay, voice: Voice) -> str:
    """Say in lines what is good to know of a whole day, however large or small it is set."""
    said = [note.words for number in range(len(day.lines)) for note in _of_outing(day, number, voice, titles=False)]
    return "\n".join([*said, *_of_day(hosting, day, voice)])


class _Kind(Enum):
    """How a note stands among the others: an invitation white on blue, the title of an event small."""

    INVITATION = auto()
    TITLE = auto()
    PLAIN = auto()


class _Note(NamedTuple):
    words: str
    kind: _Kind = _Kind.PLAIN


def _set(note: _Note, form: Form) -> list[Part]:
    match note.kind:
        case _Kind.INVITATION:
            return [chip(note.words)]
        case _Kind.TITLE:
            return [Run(note.words, form.small)]
        case _Kind.PLAIN:
            return [Run(note.words, form.text)]


def _of_outing(day: HostDay, number: int, voice: Voice, *, titles: bool) -> Iterator[_Note]:
    if number >= len(day.lines):
        return
    activities = [slot.activity for slot in day.lines[number].outing.slots if slot.activity is not None]
    here = [one for one in activities if one.starts_on == day.on and _is_in(one, voice)]
    both_ways = day.lines[number].drop is not None and day.lines[number].pick is not None
    for activity in here:
        title = voice.pick(activity.title_en, activity.title_ja)
        # On the way in and out the family is there anyway.
        if activity.hosts_invited and both_ways:
            yield _Note(voice.here.tr_in("runs", "You are invited"), _Kind.INVITATION)
            yield _Note(title)
        elif titles and both_ways:
            yield _Note(title, _Kind.TITLE)
        yield from (_Note(words) for words in _asked(activity, voice))


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
        if all(guest.has_bed(day.on) for guest in day.guests):
            yield voice.here.tr("Moves on to another home, with all bags.")
        else:
            yield voice.here.tr("Leaves with all bags; where they sleep next is still to be decided.")
    if any(stay.kind is StayKind.DAY_VISIT and stay.first_night == day.on for one in day.guests for stay in one.stays):
        yield voice.here.tr("A visit to your home by day, without a night.")
    elif day.own_day is not None or not day.lines:
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

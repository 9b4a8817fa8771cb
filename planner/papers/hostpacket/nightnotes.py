"""Good to know of a family's day: invitations, what to bring, who comes and goes, birthdays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from planner.language import N_, Words
from planner.language.names import called_name
from planner.model.attendance import is_invitation
from planner.model.kinds import StayKind, TravelMode
from planner.model.programme import Activity
from planner.papers.hostpacket.nightforms import Form
from planner.papers.itinerary.days import Event
from planner.papers.itinerary.pieces import chip, time_parts_of
from planner.papers.itinerary.reminders import Caution, cautions, said
from planner.papers.kit.boxes import EMPTY, Box, stack
from planner.papers.kit.lines import Part, Run, lay
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.runs import HostDay
from planner.papers.sections.voice import Voice

_DAY = dt.timedelta(days=1)


def notes(hosting: Hosting, day: HostDay, number: int, voice: Voice, form: Form, width: float) -> Box:
    """Set what is good to know of one outing; with the first one also what is so of the whole day."""
    lines = [lay(_set(note, form), width) for note in _of_outing(day, number, voice, titles=form.titles)]
    if not number:
        lines += [lay(Run(said(caution, voice.wording), form.text), width) for caution in _cautions(day, voice)]
        lines += [lay(Run(words, form.text), width) for words in _of_day(hosting, day, voice)]
        said_of = (birthday_of(guest, day.on, voice) for guest in day.guests)
        lines += [lay(Run(words, form.text), width) for words in said_of if words]
    return stack(lines) if lines else EMPTY


def words_of(hosting: Hosting, day: HostDay, voice: Voice) -> list[str]:
    """Say in lines what is good to know of a whole day, however large or small it is set; not what stands apart."""
    told = [note.words for number in range(len(day.lines)) for note in _of_outing(day, number, voice, titles=False)]
    return list(dict.fromkeys([*told, *_of_day(hosting, day, voice)]))


def birthday_of(guest: Guest, on: dt.date, voice: Voice) -> str:
    """Say that a day is a guest's birthday; nothing on any other."""
    born = guest.member.person.birth_date
    if born is None or (born.month, born.day) != (on.month, on.day):
        return ""
    return voice.here.tr("{name}’s birthday!", name=called_name(guest.member.person, voice.language))


def perhaps_of(day: HostDay, voice: Voice) -> list[str]:
    """Say in lines, below a first one, what may be the guests’ on a day: nobody is in the groups it is for yet."""
    if not day.perhaps:
        return []
    return [voice.here.tr("Group not decided yet, perhaps:"), *(_perhaps(event, voice) for event in day.perhaps)]


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
    here = [one for one in activities if one.starts_on == day.on and _is_in(one)]
    both_ways = day.lines[number].drop is not None and day.lines[number].pick is not None
    for activity in here:
        title = voice.pick(activity.title_en, activity.title_ja)
        # On the way in and out the family is there anyway.
        if is_invitation(activity) and both_ways:
            yield _Note(voice.here.tr_in("runs", "You are invited"), _Kind.INVITATION)
            yield _Note(title)
        elif titles and both_ways:
            yield _Note(title, _Kind.TITLE)
        yield from (_Note(words) for words in _asked(activity, voice))


def _is_in(activity: Activity) -> bool:
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
    if not day.slept_here and day.sleeps_here:
        yield voice.here.words(_comes(hosting, day))
    elif day.slept_here and not day.sleeps_here and (words := _goes(hosting, day)):
        yield voice.here.words(words)
    if any(stay.kind is StayKind.DAY_VISIT and stay.first_night == day.on for one in day.guests for stay in one.stays):
        yield voice.here.tr("A visit to your home by day, without a night.")
    elif day.own_day is not None or not day.lines:
        activity = None if day.own_day is None else day.own_day.activity
        notes = "" if activity is None else voice.pick(activity.notes_hosts_en, activity.notes_hosts_ja)
        # A day of their own may have an evening with the group.
        has_plans = bool(day.perhaps or day.lines)
        if day.own_day is not None and has_plans:
            yield voice.here.tr("Your own day together")
        if notes or not has_plans:
            yield notes or voice.here.tr("Nothing planned.")


def _comes(hosting: Hosting, day: HostDay) -> Words:
    """Say from where guests come to sleep here who slept elsewhere: guests that share a day come from alike."""
    guest = day.guests[0]
    before = day.on - _DAY
    first_day = guest.member.joins_on or hosting.plan.visit.first_day
    if _by_plane(day) or guest.flies(before) or day.on == first_day:
        return N_("Very tired: food, a shower, bed.")
    bed = guest.bed(before)
    if bed is None:
        return N_("Comes with all bags; where they sleep before is still to be decided.")
    return _FROM.get(bed.kind, N_("Comes to you with all bags."))


def _goes(hosting: Hosting, day: HostDay) -> Words | None:
    """Say where guests go who sleep elsewhere next; nothing of the last day, on which everybody leaves."""
    guest = day.guests[0]
    if day.on >= hosting.plan.visit.last_day:
        return None
    if _by_plane(day) or guest.flies(day.on):
        return N_("Leaves by plane, with all bags.")
    if day.on == guest.member.leaves_on:
        return N_("Leaves for home, with all bags.")
    bed = guest.bed(day.on)
    if bed is None:
        return N_("Leaves with all bags; where they sleep next is still to be decided.")
    return _TO.get(bed.kind, N_("Moves on, with all bags."))


_FROM = {
    StayKind.HOME: N_("Comes to you from another home."),
    StayKind.HOTEL: N_("Comes to you from a hotel, with all bags."),
    StayKind.IN_THE_AIR: N_("Very tired: food, a shower, bed."),
}
_TO = {
    StayKind.HOME: N_("Moves on to another home, with all bags."),
    StayKind.HOTEL: N_("Moves on to a hotel, with all bags."),
    StayKind.IN_THE_AIR: N_("Leaves by plane, with all bags."),
}


def _by_plane(day: HostDay) -> bool:
    """Whether what takes them here or away is a flight."""
    legs = (slot.journey for line in day.lines for slot in line.outing.slots)
    return any(leg is not None and leg.mode is TravelMode.AIR for leg in legs)


def _cautions(day: HostDay, voice: Voice) -> Iterator[Caution]:
    """Give what is served on a day that is not for one of its guests."""
    schedule, guests = voice.wording.schedule, {guest.member.id for guest in day.guests}
    for one in schedule.days:
        if one.on == day.on:
            yield from (caution for caution in cautions(schedule, one) if caution.member.id in guests)


def _perhaps(event: Event, voice: Voice) -> str:
    """Name an event with its times, as it stands within a line."""
    times = "".join(part.text for part in time_parts_of(event, voice.wording) if isinstance(part, Run))
    return f"{times} {voice.wording.title(event)}".strip()

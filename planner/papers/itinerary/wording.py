"""What an itinerary says in one language: what happens, where, what to know. A script lends to the other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.agenda.runs import dismissal_of, meeting_of
from planner.clock import WallTime
from planner.language import speaker
from planner.language.addresses import english_address, japanese_address
from planner.language.airports import airport_name
from planner.language.figures import comma_list, in_brackets
from planner.language.names import called_name
from planner.language.telephones import dialled
from planner.language.terms import term
from planner.language.times import night_text, time_parts, time_text, wall_text
from planner.model.kinds import ActivityStatus, PlaceKind
from planner.model.programme import Activity, Journey, Place
from planner.papers.itinerary.at_home import guests_of, guests_there
from planner.papers.itinerary.days import Event, Phase, Schedule
from planner.papers.itinerary.squads import undecided_for

_AIRPORT = re.compile(r"(?: International)? Airport$")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")


class Detail(NamedTuple):
    """A line below an event's title: words, with a label before them or none.

    `key` is what a slip knows it by, the same in both languages; "" where no slip tells of it by itself.
    """

    words: str
    label: str = ""
    key: str = ""


class Clock(NamedTuple):
    """A time as a paper sets it: figures large, half of the day small: ("4:20", "pm")."""

    figures: str
    half: str = ""


def number_of(journey: Journey) -> str:
    """Give carrier and number as on the ticket: "NH110", "B6 1308"."""
    carrier, number = journey.carrier.strip(), journey.number.strip()
    if not carrier or number.startswith(carrier):
        return number
    # Two letters of an airline stand close to the number, unless they end with a figure: NH110, B6 1308.
    close = len(carrier) == 2 and carrier.isalpha() and number.isdecimal()
    return f"{carrier}{'' if close else ' '}{number}".strip()


class Wording:
    """Says a schedule in one language; legs in `travelling`, meals and nights in `lodging`."""

    def __init__(self, schedule: Schedule, language: str) -> None:
        self.schedule = schedule
        self.language = language
        self.speaker = speaker(language)

    def pick(self, english: str, japanese: str) -> str:
        """Choose the text of this language, or the other if it is missing; with printers' apostrophes."""
        ordered = (japanese, english) if self.language == "ja" else (english, japanese)
        found = next((text.strip() for text in ordered if text.strip()), "")
        return _APOSTROPHE.sub("\u2019", found)

    def joined(self, *parts: str) -> str:
        """Put what is not empty beside each other: "Portland Expo, vans", 「エキスポ　バン」."""
        return ("\u3000" if self.language == "ja" else ", ").join(part for part in parts if part)

    def listed(self, words: Iterable[str]) -> str:
        """Put short words into a row: "14 h 15 min, next day", 「14時間15分、翌日着」."""
        return comma_list(words, self.language)

    def within(self, words: str) -> str:
        """Put words into brackets as the language does, to stand behind others."""
        return in_brackets(words, self.language)

    def begun(self, words: str) -> str:
        """Begin a line with a capital, as English does."""
        return words[:1].upper() + words[1:] if self.language == "en" else words

    def title(self, event: Event) -> str:
        """Name what happens; a leg without a title by its carrier, number and ends."""
        return self.name(event.source)

    def name(self, source: Activity | Journey) -> str:
        """Name an event of the plan."""
        if found := self.pick(source.title_en, source.title_ja):
            return found
        if isinstance(source, Journey):
            words = " ".join(filter(None, (self.carrier(source), self.route(source))))
            return words or term(source.mode, self.language)
        return term(source.kind, self.language)

    def place(self, place: Place | None) -> str:
        """Name a place; a known airport by its letters too, if nobody wrote its name in this language."""
        if place is None:
            return ""
        own = place.name_ja if self.language == "ja" else place.name_en
        return self.pick(place.name_en, place.name_ja) if own else self._airport(place)

    def _airport(self, place: Place) -> str:
        return airport_name(place.code, self.language) or self.pick(place.name_en, place.name_ja)

    def end(self, place: Place | None) -> str:
        """Name an end of a leg; an airport in English by its short name and letters: "Tokyo Haneda (HND)"."""
        name = self.place(place)
        if place is None or place.kind is not PlaceKind.AIRPORT or not place.code or self.language == "ja":
            return name
        short = _AIRPORT.sub("", name)
        return short if place.code in short else f"{short} ({place.code})"

    def address(self, place: Place | None) -> str:
        """Give a place's address in one line, as one types it into a car; in the other language if it has no own."""
        if place is None:
            return ""
        if self.language == "ja" and place.address_ja.strip():
            return "\u3000".join(japanese_address(place.address_ja))
        return ", ".join(english_address(place.address_en))

    def point(self, activity: Activity, *, meeting: bool) -> str:
        """Name the point where people meet for an activity, or are let go after it, if one is said."""
        if meeting:
            return self.pick(activity.meeting_point_en, activity.meeting_point_ja)
        return self.pick(activity.dismissal_point_en, activity.dismissal_point_ja)

    def carrier(self, journey: Journey) -> str:
        """Give carrier and number as on the ticket."""
        return number_of(journey)

    def route(self, journey: Journey) -> str:
        """Give both ends of a leg: "Portland Jetport → New York JFK"."""
        return " → ".join(filter(None, (self.end(journey.from_place), self.end(journey.to_place))))

    def details(self, event: Event, before: str = "") -> list[Detail]:
        """Say what else one must know: where, by what transport, where to meet, what to wear and bring.

        `before` are words that begin the line with the place.
        """
        source = event.source
        lines = [] if isinstance(source, Journey) else list(self._of_activity(event, source, before))
        told = (*lines, *self._who(event), *self._group(event), *self.remarks(source))
        return [line for line in told if line.words]

    def remarks(self, source: Activity | Journey) -> list[Detail]:
        """Say that something is not settled yet, and what the readers are told besides."""
        lines = [Detail(self.begun(line.strip())) for line in self._notes(source).splitlines()]
        if source.status is ActivityStatus.REQUESTED:
            lines.insert(0, Detail(self.speaker.tr("Not yet confirmed.")))
        return lines

    def where(self, event: Event, activity: Activity, before: str = "") -> str:
        """Say where an activity is and by what one gets there, after words that begin the line."""
        place = self.place(activity.place)
        place = "" if place in self.title(event) else place
        transport = self.pick(activity.transport_en, activity.transport_ja)
        return self.begun(self.joined(before, self._until(event), place, transport))

    def _notes(self, source: Activity | Journey) -> str:
        """Give what is noted for the reader: for a family what is for families, else what is for guests."""
        if self.schedule.home is not None and isinstance(source, Activity):
            return self.pick(source.notes_hosts_en, source.notes_hosts_ja)
        return self.pick(source.notes_guests_en, source.notes_guests_ja)

    def _who(self, event: Event) -> list[Detail]:
        """Tell a family with several guests which of them an event is for, if it is not for all."""
        plan, home = self.schedule.plan, self.schedule.home
        if home is None or len(guests := guests_of(plan, home)) < 2:
            return []
        there = guests_there(plan, home, event)
        if not there or len(there) == len(guests):
            return []
        names = [called_name(member.person, self.language) for member in there]
        return [Detail(self.listed(names), self.speaker.tr("For"), "for")]

    def _group(self, event: Event) -> list[Detail]:
        """Tell a guest, or a family, that it may be theirs: nobody has been put in the group that it is for."""
        if not undecided_for(self.schedule, event):
            return []
        return [Detail(self.speaker.tr("not decided yet"), self.speaker.tr_in("programme", "Group"), "group")]

    def _of_activity(self, event: Event, activity: Activity, before: str) -> Iterator[Detail]:
        here = self.speaker
        yield Detail(self.where(event, activity, before))
        if event.phase in (Phase.WHOLE, Phase.BEGINS):
            yield Detail(self.night(event.start))
            yield Detail(self.meeting(event, activity), here.tr_in("programme", "Meet"), "meet")
        if event.phase in (Phase.WHOLE, Phase.ENDS):
            # Of what lasts several days people are let go on the last.
            yield Detail(self.dismissal(event, activity), here.tr_in("programme", "Dismissal"), "dismissal")
        if event.phase in (Phase.GOES_ON, Phase.ENDS):
            return
        yield Detail(self.pick(activity.dress_en, activity.dress_ja), here.tr("Wear"), "wear")
        yield Detail(self.pick(activity.bring_en, activity.bring_ja), here.tr("Bring"), "bring")
        yield Detail(self.pick(activity.rain_en, activity.rain_ja), here.tr("If it rains"), "rain")
        if activity.permission_slip:
            yield Detail(here.tr("Bring the signed permission slip."))

    def _until(self, event: Event) -> str:
        """Say when something of several days ends, where that is not beside it as a time."""
        if event.phase is not Phase.BEGINS or event.end is None:
            return ""
        when = wall_text(event.end, self.language, "short", "paper", letters=False)
        return self.speaker.tr("until {when}", when=when)

    def meeting(self, event: Event, activity: Activity) -> str:
        """Say when and where people meet, as far as it is said; on which day, if it is the evening before."""
        at = activity.meeting_at
        wall = meeting_of(at, event.start) if at is not None and event.start is not None else None
        return self._at_point(event, at, wall, self.point(activity, meeting=True))

    def dismissal(self, event: Event, activity: Activity) -> str:
        """Say when and where people are let go, as far as it is said; in which night, if it is past midnight."""
        at, start = activity.dismissal_at, event.start
        wall = dismissal_of(activity, at, start, event.end) if at is not None and start is not None else None
        return self._at_point(event, at, wall, self.point(activity, meeting=False))

    def _at_point(self, event: Event, at: dt.time | None, wall: WallTime | None, point: str) -> str:
        time = time_text(at, self.language, "paper") if at is not None else ""
        if wall is not None and (night := night_text(wall, self.language)):
            time = self.listed([time, night])
        elif wall is not None and wall.on != event.day:
            time = wall_text(wall, self.language, "short", "paper", letters=False)
        return (" " if self.language == "ja" else ", ").join(filter(None, (time, point)))

    def night(self, at: WallTime | None) -> str:
        """Say of a time past midnight in which night it is, as a line; nothing of other times."""
        return self.begun(night_text(at, self.language)) if at is not None else ""

    def clock(self, at: dt.time) -> Clock:
        """Write a time of day in its two parts."""
        return Clock(*time_parts(at, self.language, "paper"))

    def phone(self, number: str) -> str:
        """Write a telephone number as it is dialled in the host city."""
        country = self.schedule.plan.visit.host_city.country
        return dialled(number, country, country) if number.strip() else ""

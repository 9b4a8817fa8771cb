"""Small visits for tests of the rules, built through commands as a coordinator would build them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from planner.commands import people, places, programme, records, visits
from planner.commands.visits import CityChoice
from planner.language import say
from planner.model import kinds as k
from planner.model.done import Done
from planner.model.message import Message
from planner.rules.check import check
from planner.rules.finding import Finding
from planner.storage import PlannerFile
from tests.prepared import begun

PORTLAND = CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", "America/New_York")
SHINAGAWA = CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", "Asia/Tokyo")


class Planning:
    """A visit in a file, with short ways to add what happens in it."""

    def __init__(self, file: PlannerFile, month: int = 7) -> None:
        self.file = file
        self._month = month
        self._places: dict[str, int] = {}
        self._session: Session | None = None

    def run(self, command: Callable[..., Done], *args: Any, **figures: Any) -> Any:
        """Run a command as a step of its own, or within `build` as part of one; gives its result."""
        if self._session is None:
            return self.file.run(command, *args, **figures)
        return command(self._session, *args, **figures).result

    def forget(self) -> None:
        """Forget which places were added, when they have been undone."""
        self._places.clear()

    def build(self, what: Callable[["Planning"], object]) -> None:
        """Do many things as one step: the disk is waited for once."""

        def at_once(session: Session) -> Done:
            self._session = session
            what(self)
            return Done(Message.of("change-start-visit", title="built"))

        try:
            self.file.run(at_once)
        finally:
            self._session = None

    @property
    def visit_id(self) -> int:
        """The visit's row."""
        return self.file.plan.visit.id

    def person(self, name: str, born: dt.date, role: k.Role = k.Role.STUDENT, **member: Any) -> int:
        """Add a member; gives their id."""
        delegation = self.file.plan.delegations[0].id
        person = {"family_name": "Itō", "given_name": name, "birth_date": born}
        return int(self.run(people.add_member, delegation, person, {"role": role, **member}))

    def place(self, name: str, **values: Any) -> int:
        """Give a place by its name, added where it is new."""
        if name not in self._places:
            self._places[name] = int(self.run(places.add, {"name_en": name, "zone": PORTLAND.zone, **values}))
        return self._places[name]

    def way(self, start: str, end: str, minutes: int) -> None:
        """Say how long it takes between two places."""
        ends = {"from_place_id": self.place(start), "to_place_id": self.place(end)}
        self.run(records.add, "Way", {**ends, "minutes": minutes})

    def activity(
        self, title: str, day: int, hours: str = "", kind: k.ActivityKind = k.ActivityKind.SIGHTS,
        who: tuple[int, ...] = (), meal: k.MealTime | None = None, at: str = "", **values: Any,
    ) -> int:  # fmt: skip
        """Add an activity on a day of the month: "10:00-12:30", "10:00" without an end, or all day; gives its id."""
        begins, _, ends = hours.partition("-")
        given = {
            "visit_id": self.visit_id, "title_en": title, "kind": kind, "starts_on": self._day(day),
            "starts_at": _time(begins), "ends_at": _time(ends), "everyone": not who, **values,
        }  # fmt: skip
        if at:
            given["place_id"] = self.place(at)
        added = int(self.run(records.add, "Activity", given))
        self._also("Activity", added, who, meal)
        return added

    def leg(
        self, title: str, start: tuple[str, int, str], end: tuple[str, int, str], mode: k.TravelMode = k.TravelMode.AIR,
        who: tuple[int, ...] = (), meal: k.MealTime | None = None, **values: Any,
    ) -> int:  # fmt: skip
        """Add a leg between places, each end with its day and time; gives its id."""
        given = {
            "visit_id": self.visit_id, "title_en": title, "mode": mode, "everyone": not who,
            "from_place_id": self.place(start[0]), "departs_on": self._day(start[1]), "departs_at": _time(start[2]),
            "to_place_id": self.place(end[0]), "arrives_on": self._day(end[1]), "arrives_at": _time(end[2]), **values,
        }  # fmt: skip
        added = int(self.run(records.add, "Journey", given))
        self._also("Journey", added, who, meal)
        return added

    def found(self, *rules: str) -> list[Finding]:
        """Give what some rules find."""
        return [finding for finding in check(self.file.plan) if finding.rule in rules]

    def said(self, rule: str, language: str = "en") -> list[str]:
        """Give what a rule says."""
        return [say(finding.figures, language) for finding in self.found(rule)]

    def _also(self, noun: str, event_id: int, who: tuple[int, ...], meal: k.MealTime | None) -> None:
        if who:
            self.run(programme.set_attendance, noun, event_id, everyone=False, member_ids=who)
        if meal is not None:
            self.run(records.add, "Meal", {f"{noun.lower()}_id": event_id, "which": meal})

    def _day(self, day: int) -> dt.date:
        return dt.date(self.file.plan.visit.first_day.year, self._month, day)


def start_planning(path: Path, first: dt.date, last: dt.date, host: CityChoice = PORTLAND, **values: Any) -> Planning:
    """Begin a visit in a new file."""
    names = {"title_en": "A visit", "title_ja": "訪問"}
    home = values.pop("home", SHINAGAWA)
    file = begun(
        path, visits.start, **names, host=host, home=home, first_day=first, last_day=last, values=values
    )
    return Planning(file, first.month)


def _time(words: str) -> dt.time | None:
    return dt.time.fromisoformat(words.zfill(5)) if words else None

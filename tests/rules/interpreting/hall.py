"""Small plans of interpreting for tests, made of rows alone: no file, no command, a millisecond each."""

import datetime as dt
from typing import Any

from planner.agenda import Agenda
from planner.language import LANGUAGES, say
from planner.model import (
    Activity,
    Assignment,
    Availability,
    Base,
    City,
    Delegation,
    Group,
    GroupMember,
    Interpreter,
    Journey,
    Member,
    Need,
    Partnership,
    Person,
    Place,
    Plan,
    Speech,
    Visit,
    Way,
)
from planner.model import kinds as k
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.finding import Finding
from planner.rules.interpreting import Roster, Verdict, can, roster_of

BOTH = frozenset(k.LanguagePair)
NEW_YORK = "America/New_York"


def at(words: str) -> dt.time:
    """Read a time of day: ``"9:30"``."""
    return dt.time.fromisoformat(words.zfill(5))


class Hall:
    """A visit of July 2027 in Portland to which a test adds rows; `plan` wires them."""

    def __init__(self, preset: k.Preset = k.Preset.VOLUNTEER) -> None:
        self._rows: dict[type[Base], list[Base]] = {}
        self.host = self.add(City, name_en="Portland", zone=NEW_YORK, country="US")
        home = self.add(City, name_en="Shinagawa", zone="Asia/Tokyo", country="JP")
        pact = self.add(Partnership, us_city_id=self.host.id, japan_city_id=home.id)
        self.visit = self.add(
            Visit, partnership_id=pact.id, host_city_id=self.host.id, home_city_id=home.id, preset=preset,
            first_day=dt.date(2027, 7, 22), last_day=dt.date(2027, 8, 1),
        )  # fmt: skip
        self.delegation = self.add(Delegation, visit_id=self.visit.id)

    def add(self, noun: type[Base], **values: Any) -> Any:
        """Add a row with the next id, with nothing in the fields that are not given."""
        rows = self._rows.setdefault(noun, [])
        nothing = {column.key: None for column in noun.__table__.columns if column.default is None}
        rows.append(noun(**{**nothing, "id": len(rows) + 1, **values}))
        return rows[-1]

    @property
    def plan(self) -> Plan:
        """What has been added so far."""
        return Plan(self._rows, self.visit.id)

    @property
    def roster(self) -> Roster:
        """The roster of the plan."""
        return roster_of(Agenda(self.plan))

    def member(self, name: str, born: int = 2012, role: k.Role = k.Role.PLAYER, **person: Any) -> Member:
        """Add a member of the delegation, born in a year."""
        someone = self.add(Person, given_name=name, birth_date=dt.date(born, 1, 1), **person)
        member: Member = self.add(Member, delegation_id=self.delegation.id, person_id=someone.id, role=role)
        return member

    def group(self, letter: str, *members: Member) -> Group:
        """Add a squad."""
        group: Group = self.add(Group, visit_id=self.visit.id, name_en=f"{letter} squad", letter=letter)
        for member in members:
            self.add(GroupMember, group_id=group.id, member_id=member.id)
        return group

    def place(self, name: str, **values: Any) -> Place:
        """Add a place."""
        place: Place = self.add(Place, name_en=name, zone=NEW_YORK, **values)
        return place

    def way(self, start: Place, end: Place, minutes: int) -> None:
        """Say how long it takes between two places."""
        self.add(Way, from_place_id=start.id, to_place_id=end.id, minutes=minutes)

    def activity(self, title: str, day: int, hours: str, kind: k.ActivityKind = k.ActivityKind.OFFICIAL,
                 place: Place | None = None, **values: Any) -> Activity:  # fmt: skip
        """Add an activity for everyone on a day of July: ``"9:00-10:30"``."""
        begins, _, ends = hours.partition("-")
        activity: Activity = self.add(
            Activity, visit_id=self.visit.id, title_en=title, title_ja=f"{title}（日）", kind=kind, zone=NEW_YORK,
            starts_on=dt.date(2027, 7, day), starts_at=at(begins) if begins else None,
            ends_at=at(ends) if ends else None, place_id=place.id if place else None,
            **{"everyone": True, **values},
        )  # fmt: skip
        return activity

    def need(self, event: Activity | Journey, mode: k.InterpretingMode = k.InterpretingMode.CONSECUTIVE,
             **values: Any) -> Need:  # fmt: skip
        """Say what an event needs, both ways unless the values say otherwise."""
        of = {"activity_id": event.id} if isinstance(event, Activity) else {"journey_id": event.id}
        need: Need = self.add(Need, mode=mode, **of, **{"pairs": BOTH, **values})
        return need

    def interpreter(self, name: str, level: k.InterpreterLevel = k.InterpreterLevel.PROFESSIONAL,
                    person: dict[str, Any] | None = None, **values: Any) -> Interpreter:  # fmt: skip
        """Add an interpreter who has said nothing of when they can come."""
        someone = self.add(Person, given_name=name, **(person or {}))
        one: Interpreter = self.add(
            Interpreter, visit_id=self.visit.id, person_id=someone.id, level=level, **values
        )  # fmt: skip
        return one

    def free(self, interpreter: Interpreter, day: int, hours: str = "") -> None:
        """Say when somebody can come."""
        begins, _, ends = hours.partition("-")
        self.add(
            Availability, interpreter_id=interpreter.id, available_on=dt.date(2027, 7, day),
            available_from=at(begins) if begins else None, available_until=at(ends) if ends else None,
        )  # fmt: skip

    def assign(self, need: Need, *interpreters: Interpreter, **values: Any) -> None:
        """Let interpreters cover a need."""
        for one in interpreters:
            self.add(Assignment, need_id=need.id, interpreter_id=one.id, **values)

    def speech(self, activity: Activity, minutes: int, **values: Any) -> Speech:
        """Add an item of a ceremony."""
        speech: Speech = self.add(Speech, activity_id=activity.id, minutes=minutes, **values)
        return speech

    def verdict(self, interpreter: Interpreter, need: Need) -> Verdict:
        """Judge an interpreter for a need, as they lie in the plan."""
        plan = self.plan
        return can(plan.find(Interpreter, interpreter.id), plan.find(Need, need.id), roster_of(Agenda(plan)))

    def found(self, code: str) -> list[Finding]:
        """Give what one rule finds."""
        return list(Checker([rule for rule in RULES if rule.code == code]).check(self.plan))

    def said(self, code: str, language: str = "en") -> list[str]:
        """Give what one rule says; it can be said in both languages."""
        findings = self.found(code)
        words = {one: [say(finding.figures, one) for finding in findings] for one in LANGUAGES}
        return words[language]

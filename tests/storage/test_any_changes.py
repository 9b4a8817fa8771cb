"""Whatever is done in whatever order, undoing all of it gives back the file, and redoing all of it the end."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import JSON

from planner.commands import hosts, people, photos, programme, records, reviews
from planner.commands.records import NOUNS
from planner.model import Base, City, Household, Partnership, Person, Visit
from planner.model.fields import Choice, Choices, facts_of
from planner.model.message import PlannerError
from planner.storage import PlannerFile
from planner.storage.loading import load_plan
from tests.model.full_visit import begin, planted
from tests.storage.contents import contents

_folder = tempfile.TemporaryDirectory(prefix="shimai-any-")
_made = Path(_folder.name) / "made.shimai"

FIELDS = [
    (name, column)
    for name, kind in sorted(NOUNS.items())
    for column in kind.__table__.columns
    if facts_of(column) is not None and not column.key.endswith("_fold")
]
LEAVES = ("FoodNeed", "AnimalNeed", "Contact", "SpokenLanguage", "Bed", "Pet", "Meal", "OpeningHours", "VisitPhone")
PICK = st.integers(0, 1000)


def values_of(column: Any) -> st.SearchStrategy[Any]:
    """Values that a field could be given, fitting or not."""
    kind = column.type
    if isinstance(kind, Choice):
        return st.sampled_from(list(kind.kind))
    if isinstance(kind, Choices):
        return st.frozensets(st.sampled_from(list(kind.kind)), max_size=3)
    if isinstance(kind, JSON):
        return st.dictionaries(st.text(max_size=3), st.none() | st.text(max_size=3), max_size=2)
    by_type: dict[type, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.none() | st.integers(-2, 90),
        float: st.none() | st.floats(-90, 90),
        dt.date: st.none() | st.dates(dt.date(2027, 7, 18), dt.date(2027, 8, 5)),
        dt.time: st.none() | st.times().map(lambda time: time.replace(microsecond=0)),
        dt.datetime: st.datetimes(dt.datetime(2027, 1, 1), dt.datetime(2027, 12, 31)),
        str: st.sampled_from(["", "Asia/Tokyo", "America/New_York", "a@b.org"]) | st.text(max_size=8),
    }
    return by_type[kind.python_type]


class AnyChanges(RuleBasedStateMachine):
    """One planner file, changed at random."""

    @initialize()
    def open(self) -> None:
        if not _made.exists():
            PlannerFile.create(_made, begin).close()
        self.folder = Path(tempfile.mkdtemp(dir=_folder.name))
        self.path = Path(shutil.copy(_made, self.folder / "visit.shimai"))
        self.before = contents(self.path)
        self.file = PlannerFile.open(self.path)

    def pick(self, noun: type[Base], number: int) -> Any:
        rows = self.file.plan.all(noun)
        return rows[number % len(rows)] if rows else None

    def run(self, command: Any, *args: Any, **figures: Any) -> None:
        was = contents(self.path, history=True)
        try:
            self.file.run(command, *args, **figures)
        except PlannerError:
            assert contents(self.path, history=True) == was

    @rule(field=st.sampled_from(FIELDS), number=PICK, data=st.data())
    def edit(self, field: tuple[str, Any], number: int, data: st.DataObject) -> None:
        name, column = field
        row = self.pick(NOUNS[name], number)
        if row is not None:
            self.run(records.edit, name, row.id, {column.key: data.draw(values_of(column))})

    @rule(name=st.sampled_from(LEAVES), number=PICK)
    def add(self, name: str, number: int) -> None:
        values: dict[str, Any] = {}
        for column in NOUNS[name].__table__.columns:
            for key in column.foreign_keys:
                target = next(kind for kind in NOUNS.values() if kind.__table__ is key.column.table)
                row = self.pick(target, number)
                if row is None:
                    return
                values[column.key] = row.id
        self.run(records.add, name, values)

    @rule(name=st.sampled_from(sorted(n for n, k in NOUNS.items() if k not in (City, Partnership, Visit))), number=PICK)
    def remove(self, name: str, number: int) -> None:
        row = self.pick(NOUNS[name], number)
        if row is not None:
            self.run(records.remove, name, row.id)

    @rule(name=st.text(min_size=1, max_size=5))
    def add_member(self, name: str) -> None:
        for delegation in self.file.plan.delegations:
            self.run(people.add_member, delegation.id, {"given_name": name})

    @rule(name=st.text(min_size=1, max_size=5))
    def add_household(self, name: str) -> None:
        self.run(hosts.add_household, self.file.plan.visit.id, {"name_en": name})

    @rule(noun=st.sampled_from((Person, Household)), number=PICK, whose=st.sampled_from(("", "ann", "oak")))
    def photo(self, noun: type[Person | Household], number: int, whose: str) -> None:
        row = self.pick(noun, number)
        if row is not None and whose:
            self.run(photos.put, noun.__name__, row.id, planted(whose))
        elif row is not None:
            self.run(photos.take_away, noun.__name__, row.id)

    @rule(members=st.sets(PICK, max_size=3), groups=st.sets(PICK, max_size=2))
    def groups(self, members: set[int], groups: set[int]) -> None:
        plan = self.file.plan
        if plan.members and plan.groups:
            chosen = {plan.members[number % len(plan.members)].id for number in members}
            self.run(people.set_groups, chosen, {plan.groups[number % len(plan.groups)].id for number in groups})

    @rule(number=PICK, nights=st.sets(st.dates(dt.date(2027, 7, 20), dt.date(2027, 7, 26)), max_size=4))
    def nights_off(self, number: int, nights: set[dt.date]) -> None:
        for offer in self.file.plan.offers[number % 2 :]:
            self.run(hosts.set_nights_off, offer.id, nights)

    @rule(everyone=st.booleans(), come=st.sets(PICK, max_size=3), away=st.sets(PICK, max_size=2))
    def attendance(self, everyone: bool, come: set[int], away: set[int]) -> None:
        plan = self.file.plan
        members = plan.members
        for noun, events in (("Activity", plan.activities), ("Journey", plan.journeys)):
            for event in events if members else ():
                self.run(
                    programme.set_attendance,
                    noun,
                    event.id,
                    everyone=everyone,
                    group_ids=[group.id for group in plan.groups],
                    member_ids={members[number % len(members)].id for number in come},
                    away_ids={members[number % len(members)].id for number in away},
                )

    @rule()
    def settle(self) -> None:
        self.run(reviews.settle, [item.id for item in self.file.plan.review_items], "seen")

    @rule(count=st.integers(1, 3))
    def undo(self, count: int) -> None:
        for _ in range(count):
            self.file.undo()

    @rule()
    def redo(self) -> None:
        self.file.redo()

    @rule(number=PICK)
    def undo_only(self, number: int) -> None:
        steps = self.file.history()
        if steps:
            was = contents(self.path, history=True)
            try:
                self.file.undo_only(steps[number % len(steps)].id)
            except PlannerError:
                assert contents(self.path, history=True) == was

    @rule()
    def restart(self) -> None:
        self.file.close()
        self.file = PlannerFile.open(self.path)

    @invariant()
    def the_plan_is_what_the_file_holds(self) -> None:
        if not hasattr(self, "file"):
            return
        with self.file._session() as session:
            fresh = load_plan(session, self.file.plan.visit.id)
        for noun, rows in fresh.rows.items():
            held = self.file.plan.rows[noun]
            assert list(held) == list(rows)
            for row_id, row in rows.items():
                for column in noun.__table__.columns:
                    assert getattr(held[row_id], column.key) == getattr(row, column.key)
        # What a step back or forth names is there, whatever was dropped on the way.
        assert self.file.plan.pictures == fresh.pictures
        assert set(fresh.pictures) == {one.photo for one in (*fresh.people, *fresh.households) if one.photo}

    def teardown(self) -> None:
        if not hasattr(self, "file"):
            return
        end = contents(self.path)
        steps = sum(not step.undone for step in self.file.history())
        assert self.file.undo_back_to(0) == steps
        assert contents(self.path) == self.before
        for _ in range(steps):
            assert self.file.redo() is not None
        assert contents(self.path) == end
        self.file.close()
        shutil.rmtree(self.folder)


TestAnyChanges = AnyChanges.TestCase
TestAnyChanges.settings = settings(
    max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), database=None
)

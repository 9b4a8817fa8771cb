"""The plan: one visit loaded whole, as a plain, read-only graph of nouns that any thread may look at."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from sqlalchemy import inspect
from sqlalchemy.orm import MANYTOONE

from planner.model.base import Base, Row, read_only
from planner.model.calendar import CalendarDay
from planner.model.calls import Call
from planner.model.cities import City, Partnership
from planner.model.delegations import Delegation, Group, Member
from planner.model.homestays import Room, Stay
from planner.model.households import HostOffer, Household
from planner.model.interpreting import Interpreter, Need
from planner.model.people import Person
from planner.model.programme import Activity, Journey, Place
from planner.model.ruling import Acceptance, RuleSetting
from planner.model.sheets import ColumnMapping, ReviewItem, SheetImport
from planner.model.visits import Visit
from planner.model.ways import Way
from planner.model.wordings import Wording
from planner.model.zonerecords import ZoneRecord

Rows = Mapping[type[Base], Iterable[Base]]
_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


class Plan:
    """A visit with all that belongs to it, and the people, homes and places of the whole file.

    Relationships are wired both ways (``member.person``, ``household.residents``); a collection is a tuple, in the
    order that the relationship declares. What belongs to another visit is not here: `household.offers` holds this
    visit's offers. The objects are sealed; changes go through a command.

    `revision` grows with every change, undo and redo while a file is open: of two plans it tells the newer.
    `pictures` holds the bytes (JPEG) of the photographs that its rows name, by their digests.
    """

    def __init__(
        self, rows: Rows, visit_id: int, revision: int = 0, pictures: Mapping[str, bytes] = _NO_PICTURES
    ) -> None:
        self._rows: dict[type[Base], dict[int, Base]] = {
            noun: {row.id: row for row in found} for noun, found in rows.items()
        }
        self.revision = revision
        self.pictures = pictures
        _wire(self._rows)
        _make_read_only(self._rows)
        self.visit: Visit = self.find(Visit, visit_id)

    def all(self, noun: type[Row]) -> tuple[Row, ...]:
        """Give every row of a noun, in the order of their ids."""
        return tuple(self._of(noun).values())

    def find(self, noun: type[Row], row_id: int) -> Row:
        """Give one row; raises `KeyError` if the plan does not hold it."""
        return self._of(noun)[row_id]

    def get(self, noun: type[Row], row_id: int | None) -> Row | None:
        """Give one row, or None if the plan does not hold it."""
        return self._of(noun).get(row_id) if row_id is not None else None

    def _of(self, noun: type[Row]) -> Mapping[int, Row]:
        # The type of a row in a plan (`read_only`) asks for its noun. Under a noun lie rows of it: no type can say so.
        return cast("Mapping[int, Row]", self._rows.get(noun) or self._rows.get(noun.__mapper__.class_) or {})

    @property
    def rows(self) -> Mapping[type[Base], Mapping[int, Base]]:
        """Everything, by noun and id."""
        return self._rows

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Every visit of the file, the earliest first; only `visit` is loaded whole."""
        return tuple(sorted(self.all(Visit), key=lambda visit: (visit.first_day, visit.id)))

    @property
    def cities(self) -> tuple[City, ...]:
        """Every city of the file."""
        return self.all(City)

    @property
    def partnerships(self) -> tuple[Partnership, ...]:
        """Every partnership of the file."""
        return self.all(Partnership)

    @property
    def people(self) -> tuple[Person, ...]:
        """Every person of the file, of whatever visit."""
        return self.all(Person)

    @property
    def households(self) -> tuple[Household, ...]:
        """Every household of the file, of whatever visit."""
        return self.all(Household)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place of the file."""
        return self.all(Place)

    @property
    def delegations(self) -> tuple[Delegation, ...]:
        """The delegations of the visit."""
        return self.all(Delegation)

    @property
    def members(self) -> tuple[Member, ...]:
        """The members of every delegation of the visit, the withdrawn ones too."""
        return self.all(Member)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of the visit."""
        return self.all(Group)

    @property
    def offers(self) -> tuple[HostOffer, ...]:
        """The households' offers for the visit."""
        return self.all(HostOffer)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The hotel rooms of the visit."""
        return self.all(Room)

    @property
    def stays(self) -> tuple[Stay, ...]:
        """Where the members sleep."""
        return self.all(Stay)

    @property
    def needs(self) -> tuple[Need, ...]:
        """What interpreting the visit needs."""
        return self.all(Need)

    @property
    def interpreters(self) -> tuple[Interpreter, ...]:
        """The interpreters of the visit."""
        return self.all(Interpreter)

    @property
    def sheet_imports(self) -> tuple[SheetImport, ...]:
        """The sheets that were read into the visit, the earliest first."""
        return self.all(SheetImport)

    @property
    def review_items(self) -> tuple[ReviewItem, ...]:
        """What forms said and nobody has understood yet, or has settled."""
        return self.all(ReviewItem)

    @property
    def column_mappings(self) -> tuple[ColumnMapping, ...]:
        """What the columns of known shapes of sheets mean."""
        return self.all(ColumnMapping)

    @property
    def calendar_days(self) -> tuple[CalendarDay, ...]:
        """The days that the file adds to the calendars of both countries, or takes away."""
        return self.all(CalendarDay)

    @property
    def ways(self) -> tuple[Way, ...]:
        """How long it takes between places of the file."""
        return self.all(Way)

    @property
    def zone_records(self) -> tuple[ZoneRecord, ...]:
        """What the zones of the file did by the zone data with which it was planned."""
        return self.all(ZoneRecord)

    @property
    def rule_settings(self) -> tuple[RuleSetting, ...]:
        """The rules that the visit takes otherwise than its preset."""
        return self.all(RuleSetting)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The blocks of text on papers that the committee has written itself."""
        return self.all(Wording)

    @property
    def acceptances(self) -> tuple[Acceptance, ...]:
        """The findings that somebody accepted with a reason."""
        return self.all(Acceptance)

    @property
    def calls(self) -> tuple[Call, ...]:
        """The calls between the two cities."""
        return self.all(Call)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities of the visit by local day and time; what lasts all day comes first."""
        return tuple(sorted(self.all(Activity), key=_when_activity))

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """The legs of the visit by local day and time of departure."""
        return tuple(sorted(self.all(Journey), key=_when_journey))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the garbage collector away while thousands of objects are made that all stay: it would only look at them."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _when_activity(activity: Activity) -> tuple[Any, ...]:
    return activity.starts_on, activity.starts_at is not None, activity.starts_at, activity.id


def _when_journey(journey: Journey) -> tuple[Any, ...]:
    return journey.departs_on, journey.departs_at is not None, journey.departs_at, journey.id


class _Tie(NamedTuple):
    """One relationship as the wiring needs it."""

    name: str
    target: type[Base]
    key: str
    to_one: bool
    order: str = "id"


@cache
def _ties(noun: type[Base]) -> tuple[_Tie, ...]:
    ties = []
    for relationship in inspect(noun).relationships:
        [(here, there)] = relationship.local_remote_pairs
        to_one = relationship.direction is MANYTOONE
        column = here if to_one else there
        key = column.key
        [order] = [str(one.key) for one in relationship.order_by or ()] or ["id"]
        ties.append(_Tie(relationship.key, relationship.mapper.class_, key or column.name, to_one, order))
    return tuple(ties)


def _make_read_only(rows: dict[type[Base], dict[int, Base]]) -> None:
    for noun, found in rows.items():
        kind = read_only(noun)
        for row in found.values():
            object.__setattr__(row, "__class__", kind)


def _wire(rows: dict[type[Base], dict[int, Base]]) -> None:
    """Point every relationship at the rows at hand.

    Written straight into the instances: they are detached, and SQLAlchemy reads a loaded attribute from there. That
    is what makes a plan of thousands of rows cheap, and its collections tuples.
    """
    nothing: dict[int, Base] = {}
    children: dict[tuple[type[Base], str], dict[int, list[Base]]] = {}
    for noun, found in rows.items():
        for tie in _ties(noun):
            if tie.to_one:
                targets = rows.get(tie.target, nothing)
                for row in found.values():
                    held = row.__dict__
                    held[tie.name] = targets.get(held[tie.key])
                continue
            group = children.get((tie.target, tie.key))
            if group is None:
                group = children[tie.target, tie.key] = {}
                for child in rows.get(tie.target, nothing).values():
                    group.setdefault(child.__dict__[tie.key], []).append(child)
            for row_id, row in found.items():
                parts = group.get(row_id, ())
                # Rows come by their ids already.
                if tie.order != "id" and len(parts) > 1:
                    parts = sorted(parts, key=attrgetter(tie.order))
                row.__dict__[tie.name] = tuple(parts)

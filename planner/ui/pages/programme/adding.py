"""The inspector's panels for a new activity and a new leg: what it is and when; nothing exists before it is added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from planner.clock import WallTime
from planner.language import tr, tr_in
from planner.model.base import Base
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Place
from planner.ui.inspector import AddPanel
from planner.ui.inspector.adding import Values
from planner.ui.pages.programme.viewing import in_order
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.words import said

Refuse = Callable[[PlannerError], None]
#: Adds a record of a noun with values, for the group of an id or for everyone.
Add = Callable[[str, Mapping[str, Any], int | None, Refuse], object]

#: From when to when, on the host city's clock.
Times = tuple[WallTime, WallTime]

_TITLES: Final = ("title_en", "title_ja")
_ACTIVITY: Final = (*_TITLES, "kind", "starts_on", ("starts_at", "ends_at"))
_WHEN: Final = ("starts_on", "starts_at", "ends_at")
_JOURNEY: Final = (
    *_TITLES, "mode", ("carrier", "number"), ("departs_on", "departs_at"), ("arrives_on", "arrives_at"),
)  # fmt: skip


class AddEventPanel(AddPanel):
    """First fields of an activity or a leg. One of its titles is needed: what has none says nothing on paper."""

    def __init__(
        self, plan: Plan, noun: str, day: dt.date, add: Add, times: Times | None = None, group_id: int | None = None
    ) -> None:
        """`day` is offered, or for an activity its `times`, and for whom: a group, or everyone.

        `add` is given what was typed, and the zones with it.
        """
        self._plan, self._noun, self._add_event = plan, noun, add
        self._times = times
        self.kind: type[Base] = Journey if noun == "Journey" else Activity
        title, fields = (
            (tr("New journey"), _JOURNEY) if self.kind is Journey else (tr("New activity"), _ACTIVITY)
        )
        super().__init__(
            title, [(self.kind, fields)], self._hand_on, near=plan.visit.first_day, button=tr("Add"),
            words=tr("A title in one language is enough for now. Everything else can be filled in afterwards."),
        )  # fmt: skip
        self[self.kind]["departs_on" if self.kind is Journey else "starts_on"].show_value(day)
        if times is not None:
            for field, value in zip(_WHEN, (times[0].on, times[0].at, times[1].at), strict=True):
                self[Activity][field].show_value(value)
        self.whom = ChoiceField(tr_in("event", "For whom"), [(None, tr("Everyone")), *_groups(plan)])
        self.whom.show_value(group_id)
        self.whom.setVisible(bool(plan.groups))
        self.body.insertWidget(self.body.count() - 2, self.whom)
        self.ends: dict[str, ChoiceField] = {}
        if self.kind is Journey:
            places = [(None, tr("not yet known")), *((place.id, said(place, "name")) for place in plan.places)]
            for row, (name, label) in enumerate(
                (("from_place_id", tr("Leaves from")), ("to_place_id", tr("Arrives at"))), start=2
            ):
                self.ends[name] = ChoiceField(label, places)
                self.body.insertWidget(row, self.ends[name])

    def _hand_on(self, given: Values, refuse: Refuse) -> None:
        values = dict(given[self.kind])
        if not any(values.get(title) for title in _TITLES):
            field = self[self.kind][_TITLES[0]]
            field.show_error(tr("A title is needed, in one language at least."))
            self.start()
            return
        visit = self._plan.visit
        zone = visit.host_city.zone
        values["visit_id"] = visit.id
        if self.kind is Activity:
            values["zone"] = zone
            values |= self._rest_of_times(values)
        for end, zone_field in (("from_place_id", "departs_zone"), ("to_place_id", "arrives_zone")):
            if end in self.ends:
                place = self._plan.get(Place, chosen) if (chosen := self.ends[end].value()) is not None else None
                values |= {end: chosen, zone_field: place.zone if place is not None and place.zone else zone}
        self._add_event(self._noun, values, self.whom.value(), refuse)

    def _rest_of_times(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """What the fields do not show of the times that were drawn: the last day, and which of two in a doubled hour.

        It holds as long as nobody has typed another time.
        """
        if self._times is None:
            return {}
        begins, ends = self._times
        if [values.get(field) for field in _WHEN] != [begins.on, begins.at, ends.at]:
            return {}
        last = {"ends_on": ends.on} if ends.on != begins.on else {}
        return {"starts_fold": begins.fold, "ends_fold": ends.fold, **last}


def _groups(plan: Plan) -> list[tuple[int, str]]:
    return [(group.id, said(group, "name") or group.letter) for group in in_order(plan.groups)]

"""A small visit to which tests of rules add legs, activities and meals by commands, and what a rule then says of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planner.commands import records
from planner.language import LANGUAGES, say
from planner.model import kinds as k
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.finding import Finding
from planner.storage import PlannerFile
from tests.ui.small_visit import NEW_YORK, TOKYO


def add_leg(
    file: PlannerFile, mode: k.TravelMode, leaves: str, arrives: str | None, zones: str = NEW_YORK, **values: Any
) -> int:
    """Add a leg for everyone: ``"28 09:15"`` is a day of July 2027 and a time; `zones` is one, or two with a space."""
    departs_zone, arrives_zone = (zones.split() * 2)[:2]
    day, at = _moment(leaves)
    given = {
        "visit_id": file.plan.visit.id, "mode": mode, "title_en": f"Leg of {leaves}", "title_ja": f"{leaves}の便",
        "departs_on": day, "departs_at": at, "departs_zone": departs_zone, "everyone": True,
    }  # fmt: skip
    if arrives is not None:
        day, at = _moment(arrives)
        given |= {"arrives_on": day, "arrives_at": at, "arrives_zone": arrives_zone}
    return int(file.run(records.add, "Journey", given | values))


def add_activity(file: PlannerFile, begins: str, ends: str, **values: Any) -> int:
    """Add an activity for everyone, in Portland."""
    (day, starts_at), (_, ends_at) = _moment(begins), _moment(ends)
    given = {
        "visit_id": file.plan.visit.id, "title_en": f"Event of {begins}", "title_ja": f"{begins}の行事",
        "starts_on": day, "starts_at": starts_at, "ends_at": ends_at, "zone": NEW_YORK, "everyone": True,
    }  # fmt: skip
    return int(file.run(records.add, "Activity", given | values))


def add_meal(file: PlannerFile, menu: str = "", **values: Any) -> int:
    """Add a lunch of the group on 28 July, with an English menu unless the values say otherwise."""
    activity = add_activity(file, "28 12:00", "28 13:00")
    return int(file.run(records.add, "Meal", {"activity_id": activity, "menu_en": menu} | values))


def found(file: PlannerFile, rule: str) -> list[Finding]:
    """Give what one rule finds."""
    return list(Checker([one for one in RULES if one.code == rule]).check(file.plan))


def said(file: PlannerFile, rule: str, language: str = "en") -> list[str]:
    """Give what one rule finds, in words; it can be said in both languages."""
    findings = found(file, rule)
    words = {one: [say(finding.figures, one) for finding in findings] for one in LANGUAGES}
    return words[language]


def _moment(text: str) -> tuple[dt.date, dt.time]:
    day, at = text.split()
    return dt.date(2027, 7, int(day)), dt.time.fromisoformat(at)


__all__ = ["NEW_YORK", "TOKYO", "add_activity", "add_leg", "add_meal", "found", "said"]

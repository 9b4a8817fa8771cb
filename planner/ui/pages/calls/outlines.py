"""What the inspector shows of a call."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import Any

from planner.clock.calls import coming
from planner.language import screen_language, tr, tr_in
from planner.language.calls import again_text
from planner.model.calls import Call
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.ui.inspector import Deeds, Outline, Own, Section, Shown
from planner.ui.pages.calls.rows import other_city
from planner.ui.pages.calls.series import CallMoment, ComingTimes, KeptClock
from planner.ui.widgets.words import city_name, said


def call_outline(plan: Plan, deeds: Deeds) -> Outline:
    """Everything about a call."""
    visit = plan.visit
    return Outline(
        Call,
        (
            Shown("title_en", strong=True),
            Shown("title_ja", strong=True),
            Own(lambda workspace: CallMoment(workspace, visit.first_day)),
            ("minutes", "every_weeks"),
            Shown("until", hint=_until_hint),
            Own(KeptClock),
            Section(tr("Coming times"), (Own(lambda workspace: ComingTimes()),), note=_count),
            Section(
                tr("Who calls"),
                (
                    Shown("who_host", label=tr("In {city}", city=city_name(visit.host_city))),
                    Shown("who_home", label=tr("In {city}", city=city_name(visit.home_city))),
                    "link",
                ),
            ),
            Section(tr("Notes"), ("notes",), opened=False),
        ),
        title=lambda call, plan: said(call, "title"),
        chip=lambda call, plan: (_chip(call), "chosen", "calls"),
        deeds=deeds,
    )


def _chip(call: Call) -> str:
    return again_text(call.every_weeks, None, screen_language()) or tr_in("call", "once")


def _until_hint(call: Any, plan: Plan) -> str:
    return "" if call.every_weeks else tr("For a call that comes again.")


def _count(call: Any, plan: Plan) -> str:
    try:
        found = len(list(islice(coming(call, other_city(call, plan).zone, dt.datetime.now(dt.UTC)), 99)))
    except PlannerError:
        return ""
    return str(found) if found else ""

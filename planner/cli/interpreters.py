"""`assign FILE`: who interprets what, why, what nobody covers, and what good practice is not kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli.assigning import how_good, verdict
from planner.cli.pairing import unseen
from planner.cli.speech import progress, sentence_for_program, tell, tell_program, tell_table
from planner.cli.starting import days_of
from planner.clock import WallTime, wall_at
from planner.language import Pair, say, screen_language, tr, trn
from planner.language.dates import day_text, span_text
from planner.language.names import full_name
from planner.model.interpreting import Interpreter, Need
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.storage import PlannerFile

if TYPE_CHECKING:
    from planner.matching.interpreters.building import Illness
    from planner.matching.interpreters.proposing import Line, Proposal


def assign_visit(file: Path, without: str, since: tuple[str, str], *, apply: bool, as_json: bool) -> None:
    """Assign the interpreters of a file's visit and tell the proposal; with `apply` it is taken over too."""
    # numpy and HiGHS are loaded only by who assigns.
    from planner.matching.interpreters.proposing import propose

    with PlannerFile.open(file, read_only=not apply) as planner_file:
        plan = planner_file.plan
        illness = _illness(plan, without, since) if without else None
        proposal = propose(plan, progress(tr("Assigning")) or unseen, illness=illness)
        if apply:
            from planner.commands.assigning import accept_assignments

            planner_file.run(accept_assignments, proposal)
    if as_json:
        tell_program({**_for_program(plan, proposal), "applied": apply})
    else:
        _tell(plan, proposal, applied=apply)


def _illness(plan: Plan, name: str, since: tuple[str, str]) -> Illness:
    from planner.matching.interpreters.building import Illness

    zone = plan.visit.host_city.zone
    day = days_of(since[0])[0] if since[0] else plan.visit.first_day
    try:
        at = dt.time.fromisoformat(since[1].strip().zfill(5)) if since[1] else dt.time()
    except ValueError:
        raise PlannerError("assigning-time", words=since[1]) from None
    return Illness(_interpreter(plan, name).id, WallTime(day, at, zone).instant())


def _interpreter(plan: Plan, name: str) -> Interpreter:
    """Give the interpreter whose name in either language has these words."""
    wanted = name.strip().casefold()
    names = {one.id: [full_name(one.person, language).casefold() for language in ("en", "ja")]
             for one in plan.interpreters}  # fmt: skip
    found = [one for one in plan.interpreters if wanted in names[one.id]]
    found = found or [one for one in plan.interpreters if wanted and any(wanted in each for each in names[one.id])]
    if not found:
        raise PlannerError("assigning-name-unknown", name=name)
    if len(found) > 1:
        raise PlannerError("assigning-name-ambiguous", name=name, names=[_name(one) for one in found])
    return found[0]


def _name(interpreter: Interpreter) -> Pair:
    return Pair(full_name(interpreter.person, "en"), full_name(interpreter.person, "ja"))


def _title(need: Need) -> Pair:
    event = need.activity or need.journey
    assert event is not None
    return Pair(event.title_en, event.title_ja)


def _tell(plan: Plan, proposal: Proposal, *, applied: bool) -> None:
    language, zone = screen_language(), plan.visit.host_city.zone
    needs, people = _rows(plan)
    states = {"kept": tr("as it is"), "new": tr("new"), "moved": tr("other hours"), "gone": tr("no longer")}
    tell_table(
        [
            (
                *_when(line.start, line.end, zone, language),
                _title(needs[line.need_id]).said_in(language),
                _name(people[line.interpreter_id]).said_in(language),
                tr("locked") if line.locked else states[line.state.value],
                " · ".join(say(reason) for reason in line.reasons),
            )
            for line in proposal.lines
        ]
    )
    for one in proposal.not_kept:
        events = ", ".join(_title(needs[need_id]).said_in(language) for need_id in one.need_ids)
        tell(f"! {_name(people[one.interpreter_id]).said_in(language)}: {say(one.said)} ({events})")
    if proposal.uncovered:
        minutes = proposal.minutes_uncovered
        tell("", trn("{count} minute uncovered:", "{count} minutes uncovered:", minutes))
    for lack in proposal.uncovered:
        when = " ".join(_when(lack.start, lack.end, zone, language))
        tell(f"✕ {when} {_title(needs[lack.need_id]).said_in(language)} × {lack.missing}")
        tell(*(f"  {_name(people[who]).said_in(language)}: {say(said)}" for who, said in lack.why))
    tell("", verdict(proposal.cover))
    tell(tr("Taken over into the file.") if applied else tr("Nothing was changed; --apply takes it over."))


def _rows(plan: Plan) -> tuple[dict[int, Need], dict[int, Interpreter]]:
    return {one.id: one for one in plan.needs}, {one.id: one for one in plan.interpreters}


def _when(start: dt.datetime, end: dt.datetime, zone: str, language: str) -> tuple[str, str]:
    begins, ends = wall_at(start, zone), wall_at(end, zone)
    return day_text(begins.on, language, "short"), span_text(begins.at, ends.at, language)


def _for_program(plan: Plan, proposal: Proposal) -> dict[str, Any]:
    zone = plan.visit.host_city.zone
    needs, people = _rows(plan)
    return {
        **how_good(proposal.cover),
        "zone": zone,
        "assignments": [_line(line, zone, needs, people) for line in proposal.lines],
        "uncovered_minutes": proposal.minutes_uncovered,
        "uncovered": [
            {
                **_event(needs[lack.need_id]),
                **_span(lack.start, lack.end, zone),
                "missing": lack.missing,
                "why": [
                    {"interpreter_name": _name(people[who]).en, **sentence_for_program(said)} for who, said in lack.why
                ],
            }
            for lack in proposal.uncovered
        ],
        "not_kept": [
            {
                "interpreter_name": _name(people[one.interpreter_id]).en,
                "events": [_title(needs[need_id]).en for need_id in one.need_ids],
                **sentence_for_program(one.said),
            }
            for one in proposal.not_kept
        ],
    }


def _line(line: Line, zone: str, needs: dict[int, Need], people: dict[int, Interpreter]) -> dict[str, Any]:
    name = _name(people[line.interpreter_id])
    return {
        **_event(needs[line.need_id]),
        "interpreter": people[line.interpreter_id].person.uid,
        "interpreter_name": name.en,
        "interpreter_name_ja": name.ja,
        **_span(line.start, line.end, zone),
        "step": line.state.value,
        "locked": line.locked,
        "reasons": [sentence_for_program(reason) for reason in line.reasons],
    }


def _event(need: Need) -> dict[str, Any]:
    event = need.activity or need.journey
    assert event is not None
    return {"event": event.uid, "title_en": event.title_en, "title_ja": event.title_ja, "mode": need.mode.value}


def _span(start: dt.datetime, end: dt.datetime, zone: str) -> dict[str, Any]:
    begins, ends = wall_at(start, zone), wall_at(end, zone)
    return {"on": begins.on, "from": f"{begins.at:%H:%M}", "until": f"{ends.at:%H:%M}"}

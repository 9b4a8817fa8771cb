"""`assign FILE`: who interprets what, why, what nobody covers, and what good practice is not kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.agenda import agenda_of
from planner.cli.proposals import called, seen
from planner.cli.proved import how_good, verdict
from planner.cli.speech import sentence_for_program, tell, tell_program, tell_table
from planner.cli.starting import days_of
from planner.clock import WallTime, wall_at
from planner.language import Pair, say, screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.names import full_name, in_both
from planner.language.times import span_text
from planner.model.interpreting import Interpreter, Need
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.rules.interpreting import Wanted, roster_of
from planner.rules.interpreting.availability import comes_after
from planner.storage import PlannerFile

if TYPE_CHECKING:
    from planner.matching.interpreters.building import Illness
    from planner.matching.interpreters.proposal import Line, NotKept, Proposal, Uncovered

_WITH_TIME = re.compile(r"(?P<day>.+?)[\sT]+(?P<time>\d{1,2}:\S*)")


def assign_visit(file: Path, ill: str, since: str, *, apply: bool, as_json: bool) -> None:
    """Assign the interpreters of a file's visit and tell the proposal; with `apply` it is taken over too."""
    # numpy and HiGHS are loaded only by who assigns.
    from planner.matching.interpreters.proposing import propose

    with PlannerFile.open(file, read_only=not apply) as planner_file:
        plan = planner_file.plan
        illness = _illness(plan, ill, since) if ill else None
        proposal = propose(plan, seen(tr("Assigning")), illness=illness)
        trouble = _take_over(planner_file, proposal, illness) if apply else None
        applied = planner_file.plan.revision != plan.revision
    if as_json:
        not_noted = {} if trouble is None else {"absence_not_noted": sentence_for_program(trouble.message)}
        tell_program({**_for_program(plan, proposal), "applied": applied, **not_noted})
    else:
        _tell(plan, proposal, ill=illness is not None, applied=applied)
        if trouble is not None:
            tell(say(trouble))


def _take_over(planner_file: PlannerFile, proposal: Proposal, illness: Illness | None) -> PlannerError | None:
    """Take a proposal over; of an illness also, in the same step, from when on they cannot come.

    Gives why that could not be noted; None where it could, or is known already.
    """
    from planner.commands.assigning import accept_assignments, accept_repair

    plan, trouble = planner_file.plan, None
    if illness is not None:
        since = wall_at(illness.since, plan.visit.host_city.zone)
        if comes_after(plan.find(Interpreter, illness.interpreter_id), dt.datetime.combine(since.on, since.at)):
            try:
                planner_file.run(accept_repair, proposal, None, illness.interpreter_id, since.on, since.at)
            except PlannerError as error:
                if error.code != "comes-on-no-day":
                    raise
                trouble = error
            else:
                return None
    if proposal.changes:
        planner_file.run(accept_assignments, proposal)
    return trouble


def _illness(plan: Plan, name: str, since: str) -> Illness:
    from planner.matching.interpreters.building import Illness

    day, at = _moment(since) if since.strip() else (plan.visit.first_day, dt.time())
    return Illness(interpreter_named(plan, name).id, WallTime(day, at, plan.visit.host_city.zone).instant())


def _moment(words: str) -> tuple[dt.date, dt.time]:
    """Read a day, or a day and a time: 2027-07-31, 2027-07-31 12:00, 2027-07-31T12:00."""
    with_time = _WITH_TIME.fullmatch(words.strip())
    if with_time is None:
        return days_of(words)[0], dt.time()
    try:
        at = dt.time.fromisoformat(with_time["time"].zfill(5))
    except ValueError:
        raise PlannerError("assigning-time", words=with_time["time"]) from None
    return days_of(with_time["day"])[0], at


def interpreter_named(plan: Plan, name: str) -> Interpreter:
    """Give the interpreter whose name in either language is this, or has these words.

    Raises `PlannerError` ``assigning-n…`` where it is nobody, or could be several.
    """
    found = called([(one, name_of(one)) for one in plan.interpreters], name)
    if not plan.interpreters:
        raise PlannerError("assigning-nobody")
    if not found:
        raise PlannerError("assigning-name-unknown", name=name, names=[name_of(one) for one in plan.interpreters])
    if len(found) > 1:
        raise PlannerError("assigning-name-ambiguous", name=name, names=[name_of(one) for one in found])
    return found[0]


def name_of(interpreter: Interpreter) -> Pair:
    """Give the name of an interpreter in both languages."""
    return in_both(full_name, interpreter.person)


def title_of(need: Need) -> Pair:
    """Give the title of the event of a need in both languages."""
    event = need.activity or need.journey
    assert event is not None
    return Pair(event.title_en, event.title_ja)


def _tell(plan: Plan, proposal: Proposal, *, ill: bool, applied: bool) -> None:
    """Tell a proposal; of an illness only what it changes, and apart from that what was amiss before."""
    language = screen_language()
    people = _rows(plan)[1]
    if not plan.interpreters:
        tell(say(Message.of("assigning-nobody")))
    if all(one.is_idea for one in roster_of(agenda_of(plan)).wanted.values()):
        tell(say(Message.of("assigning-nothing")))
        return
    if ill:
        tell(tr("What changes:") if proposal.changes else tr("Nobody's duties change."))
    _tell_lines(plan, proposal.changes if ill else proposal.lines)
    if ill and proposal.told:
        names = [name_of(people[one]).said_in(language) for one in proposal.told]
        listed = comma_list(names, language)
        tell(
            trn(
                "{count} interpreter has to be told: {names}",
                "{count} interpreters have to be told: {names}",
                len(names),
                names=listed,
            )
        )
    not_kept = [one for one in proposal.not_kept if one.is_new or not ill]
    if not_kept:
        tell("", tr("Newly against the rules:") if ill else tr("Rules that it does not keep:"))
    _tell_not_kept(plan, not_kept)
    new = [one for one in proposal.uncovered if one.is_new or not ill]
    old = [one for one in proposal.uncovered if one not in new]
    minutes = sum(one.minutes for one in new)
    if ill:
        newly = trn("{count} minute newly uncovered:", "{count} minutes newly uncovered:", minutes)
        tell("", newly if new else tr("Nothing is newly uncovered."))
    elif new:
        tell("", trn("{count} minute uncovered:", "{count} minutes uncovered:", minutes))
    _tell_lacks(plan, new, with_reasons=True)
    if old:
        minutes = sum(one.minutes for one in old)
        tell("", trn("{count} minute uncovered already before:", "{count} minutes uncovered already before:", minutes))
    _tell_lacks(plan, old, with_reasons=False)
    tell("", *verdict(proposal.cover))
    if applied:
        tell(tr("Taken over into the file."))
    elif proposal.changes:
        tell(tr("Nothing was changed; --apply takes it over."))
    else:
        tell(tr("Nothing has to be changed."))


def _tell_lines(plan: Plan, lines: Iterable[Line]) -> None:
    language = screen_language()
    needs, people = _rows(plan)
    wanted = roster_of(agenda_of(plan)).wanted
    states = {"kept": tr("as it is"), "new": tr("new"), "moved": tr("other hours"), "gone": tr("no longer")}
    tell_table(
        [
            (
                *_when(wanted[line.need_id], line.start, line.end, language),
                title_of(needs[line.need_id]).said_in(language),
                name_of(people[line.interpreter_id]).said_in(language),
                tr("locked") if line.locked else states[line.state.value],
                " · ".join(say(reason) for reason in line.reasons),
            )
            for line in lines
        ]
    )


def _tell_not_kept(plan: Plan, not_kept: Iterable[NotKept]) -> None:
    needs, people = _rows(plan)
    for one in not_kept:
        events = [title_of(needs[need_id]) for need_id in one.need_ids]
        name = name_of(people[one.interpreter_id])
        tell(f"! {say(Message.of('assign-not-kept', name=name, events=events, said=one.said))}")


def _tell_lacks(plan: Plan, lacks: Iterable[Uncovered], *, with_reasons: bool) -> None:
    language = screen_language()
    needs, people = _rows(plan)
    wanted = roster_of(agenda_of(plan)).wanted
    for lack in lacks:
        when = " ".join(_when(wanted[lack.need_id], lack.start, lack.end, language))
        tell(f"✕ {when} {title_of(needs[lack.need_id]).said_in(language)} × {lack.missing}")
        if with_reasons:
            told = [(name_of(people[who]).said_in(language), say(said)) for who, said in lack.why]
            tell(*(f"  {tr('{name}: {reason}', name=name, reason=reason)}" for name, reason in told))


def _rows(plan: Plan) -> tuple[dict[int, Need], dict[int, Interpreter]]:
    return {one.id: one for one in plan.needs}, {one.id: one for one in plan.interpreters}


def _when(wanted: Wanted, start: dt.datetime, end: dt.datetime, language: str) -> tuple[str, str]:
    return day_text(wanted.local(start).on, language, "short"), span_text(*wanted.hours(start, end), language)


def _for_program(plan: Plan, proposal: Proposal) -> dict[str, Any]:
    zone = plan.visit.host_city.zone
    needs, people = _rows(plan)
    return {
        **how_good(proposal.cover),
        "zone": zone,
        "assignments": [_line(line, zone, needs, people) for line in proposal.lines],
        "uncovered_minutes": proposal.minutes_uncovered,
        "newly_uncovered_minutes": proposal.minutes_newly_uncovered,
        "uncovered": [
            {
                **event_for_program(needs[lack.need_id]),
                **_span(lack.start, lack.end, zone),
                "missing": lack.missing,
                "new": lack.is_new,
                "why": [
                    {"interpreter_name": name_of(people[who]).en, **sentence_for_program(said)}
                    for who, said in lack.why
                ],
            }
            for lack in proposal.uncovered
        ],
        "to_be_told": [name_of(people[one]).en for one in proposal.told],
        "not_kept": [
            {
                "interpreter_name": name_of(people[one.interpreter_id]).en,
                "events": [title_of(needs[need_id]).en for need_id in one.need_ids],
                "new": one.is_new,
                **sentence_for_program(one.said),
            }
            for one in proposal.not_kept
        ],
    }


def _line(line: Line, zone: str, needs: dict[int, Need], people: dict[int, Interpreter]) -> dict[str, Any]:
    name = name_of(people[line.interpreter_id])
    return {
        **event_for_program(needs[line.need_id]),
        "interpreter": people[line.interpreter_id].person.uid,
        "interpreter_name": name.en,
        "interpreter_name_ja": name.ja,
        **_span(line.start, line.end, zone),
        "step": line.state.value,
        "locked": line.locked,
        "reasons": [sentence_for_program(reason) for reason in line.reasons],
    }


def event_for_program(need: Need) -> dict[str, Any]:
    """Give the event of a need as data."""
    event = need.activity or need.journey
    assert event is not None
    return {"event": event.uid, "title_en": event.title_en, "title_ja": event.title_ja, "mode": need.mode.value}


def _span(start: dt.datetime, end: dt.datetime, zone: str) -> dict[str, Any]:
    begins, ends = wall_at(start, zone), wall_at(end, zone)
    return {"on": begins.on, "from": f"{begins.at:%H:%M}", "until": f"{ends.at:%H:%M}"}

"""`pair FILE`: who stays where, why, how good it is, and who is left without a bed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli.pairing import unseen
from planner.cli.speech import progress, sentence_for_program, tell, tell_program, tell_table
from planner.cli.starting import days_of
from planner.language import Pair, say, screen_language, tr, trn
from planner.language.dates import days_text
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.storage import PlannerFile

if TYPE_CHECKING:
    from planner.matching.homestays.proposal import Proposal, ProposedStay, WithoutBed
    from planner.rules.homestays import Home


def pair_visit(file: Path, since: str, without: Sequence[str], *, apply: bool, as_json: bool) -> None:
    """Pair the visit of a file and tell the proposal; with `apply` it is taken over too."""
    # numpy and HiGHS are loaded only by who pairs.
    from planner.matching.homestays.proposing import propose

    night = days_of(since)[0] if since else None
    with PlannerFile.open(file, read_only=not apply) as planner_file:
        plan = planner_file.plan
        if night is not None and not plan.visit.first_day <= night < plan.visit.last_day:
            raise PlannerError("pairing-night-outside", night=night)
        families = frozenset(_family(plan, name) for name in without)
        proposal = propose(plan, progress(tr("Pairing")) or unseen, since=night, without=families)
        if apply:
            from planner.commands.pairing import accept_pairing

            planner_file.run(accept_pairing, proposal)
    if as_json:
        tell_program({**_for_program(proposal), "applied": apply})
    else:
        _tell(proposal, applied=apply)


def _family(plan: Plan, name: str) -> int:
    """Give the household whose name in either language begins with these words."""
    from planner.rules.homestays import Homestays

    wanted = name.strip().casefold()
    homes = Homestays.of(plan).homes
    found = [home for home in homes if wanted in (home.name.en.casefold(), home.name.ja.casefold())]
    found = found or [home for home in homes if wanted and home.name.en.casefold().startswith(wanted)]
    if not found:
        raise PlannerError("pairing-family-unknown", name=name)
    if len(found) > 1:
        raise PlannerError("pairing-family-ambiguous", name=name, families=[home.name for home in found])
    return found[0].id


def _tell(proposal: Proposal, *, applied: bool) -> None:
    steps = {"kept": tr("as it is"), "new": tr("new"), "moved": tr("moved")}
    tell_table(
        [
            (
                _word(stay.guest.name),
                _nights(stay.first, stay.last),
                _word(stay.home.name),
                tr("locked") if stay.locked else steps[stay.step.value],
                f"{stay.score:.0f}",
                _best_reasons(stay),
            )
            for stay in proposal.stays
        ]
    )
    warnings = [f"! {say(warning.message)}" for stay in proposal.stays for warning in stay.warnings]
    tell(*dict.fromkeys(warnings))
    if proposal.without:
        tell("", tr("Without a bed"))
    for one in proposal.without:
        tell(f"✕ {say(Message.of('gap-bed-some-nights', name=one.guest.name, nights=_told_nights(one)))}")
        for way in one.ways:
            rules = " + ".join(say(Message.of(f"{rule}.name")) for rule in way.rules)
            words = tr("If this gave way: {rules} ({homes})", rules=rules, homes=_names(way.homes))
            tell(f"  {words}")
        if one.one_more_bed:
            tell(f"  {say(one.wanted)}")
    tell("", _verdict(proposal))
    if proposal.told:
        count = len(proposal.told)
        names = ", ".join(_word(guest.name) for guest in proposal.told)
        tell(
            trn("{count} guest has to be told: {names}", "{count} guests have to be told: {names}", count, names=names)
        )
    tell(tr("Taken over into the file.") if applied else tr("Nothing was changed; --apply takes it over."))


def _verdict(proposal: Proposal) -> str:
    if proposal.optimal:
        return tr("Proved to be the best pairing by all aims.")
    return tr("The total is no more than {gap} % from the best.", gap=f"{100 * proposal.gap:.2f}")


def _best_reasons(stay: ProposedStay) -> str:
    """The three wishes that bring most points."""
    best = sorted((one for one in stay.points if one.points > 0), key=lambda one: -one.points)[:3]
    return " · ".join(f"{say(Message.of(f'{one.code}.name'))} {one.points:.0f}" for one in best)


def _word(pair: Pair) -> str:
    return pair.ja if screen_language() == "ja" and pair.ja else pair.en


def _names(homes: Sequence[Home]) -> str:
    return ", ".join(_word(home.name) for home in homes)


def _nights(first: dt.date, last: dt.date) -> str:
    return days_text(first, last, screen_language(), year=False)


def _told_nights(one: WithoutBed) -> Any:
    from planner.rules.nights import stretches_told

    return stretches_told(one.nights)


def _for_program(proposal: Proposal) -> dict[str, Any]:
    return {
        "status": "optimal" if proposal.optimal else "cancelled" if proposal.cancelled else "feasible",
        "gap": round(proposal.gap, 6),
        "seconds": round(proposal.seconds, 3),
        "aims": [{"aim": one.aim.value, "value": one.value, "bound": one.bound} for one in proposal.reached],
        "stays": [_stay(stay) for stay in proposal.stays],
        "without_bed": [_without(one) for one in proposal.without],
        "to_be_told": [guest.name.en for guest in proposal.told],
    }


def _stay(stay: ProposedStay) -> dict[str, Any]:
    return {
        "guest": stay.guest.member.uid,
        "guest_name": stay.guest.name.en,
        "family": stay.home.household.uid,
        "family_name": stay.home.name.en,
        "first_night": stay.first,
        "last_night": stay.last,
        "step": stay.step.value,
        "came_from": [home.name.en for home in stay.came_from],
        "locked": stay.locked,
        "score": round(stay.score, 1),
        "points": [
            {
                "wish": one.code,
                "points": round(one.points, 1),
                "out_of": one.out_of,
                **sentence_for_program(one.message),
            }
            for one in stay.points
        ],
        "warnings": [sentence_for_program(one.message) for one in stay.warnings],
    }


def _without(one: WithoutBed) -> dict[str, Any]:
    return {
        "guest": one.guest.member.uid,
        "guest_name": one.guest.name.en,
        "nights": list(one.nights),
        "ways": [{"rules": list(way.rules), "homes": [home.name.en for home in way.homes]} for way in one.ways],
        "one_more_bed": one.one_more_bed,
        "wanted": sentence_for_program(one.wanted),
    }

"""`pair FILE`: who stays where, why, how good it is, and who is left without a bed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from planner.cli.proposals import seen
from planner.cli.proved import status_of
from planner.cli.speech import sentence_for_program, tell, tell_program, tell_table
from planner.cli.starting import days_of
from planner.language import LANGUAGES, Pair, say, screen_language, tr, trn
from planner.language.dates import days_text
from planner.language.figures import comma_list
from planner.language.names import full_name, in_both
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.storage import PlannerFile

if TYPE_CHECKING:
    from planner.matching.homestays.proposal import Proposal, ProposedStay, WithoutBed
    from planner.rules.homestays import Guest, Home, Points


@dataclass(frozen=True)
class Happened:
    """What has happened, in the words of the command line: nothing, or what makes a repair of the pairing."""

    since: str = ""
    """The night from which on to pair again."""
    without: tuple[str, ...] = ()
    """Families that drop out, from the night on from which is paired or, as ``name=day``, from another."""
    away: tuple[str, ...] = ()
    """Guests who need no home on some nights, each as ``name=day..day``."""


def pair_visit(file: Path, happened: Happened, *, apply: bool, as_json: bool) -> None:
    """Pair the visit of a file and tell the proposal; with `apply` it is taken over too."""
    # numpy and HiGHS are loaded only by who pairs.
    from planner.matching.homestays.proposing import propose

    night = days_of(happened.since)[0] if happened.since else None
    with PlannerFile.open(file, read_only=not apply) as planner_file:
        plan = planner_file.plan
        if night is not None and not plan.visit.first_day <= night < plan.visit.last_day:
            raise PlannerError("pairing-night-outside", night=night)
        families = dict(_dropping(plan, words, night) for words in happened.without)
        away = dict(_away(plan, words) for words in happened.away)
        proposal = propose(plan, seen(tr("Pairing")), since=night, without=families, away=away)
        if apply:
            from planner.commands.pairing import accept_pairing

            planner_file.run(accept_pairing, proposal)
    if as_json:
        tell_program({**_for_program(proposal), "applied": apply})
    else:
        _tell(proposal, applied=apply)


def _dropping(plan: Plan, words: str, since: dt.date | None) -> tuple[int, dt.date]:
    """Read ``Ouellette``, or ``Ouellette=2027-07-28`` of a family that hosts until then."""
    name, sign, day = words.partition("=")
    first = days_of(day)[0] if sign else since or plan.visit.first_day
    return family_named(plan, name).id, first


def _away(plan: Plan, words: str) -> tuple[int, frozenset[dt.date]]:
    """Read ``Sakura=2027-07-28..2027-07-30``, or of one night ``Sakura=2027-07-28``."""
    name, sign, days = words.partition("=")
    if not sign:
        raise PlannerError("pairing-away-not-read", words=words)
    between = days_of(*days.split(".."))
    first, last = between[0], between[-1]
    if len(between) > 2 or last < first:
        raise PlannerError("pairing-away-not-read", words=words)
    nights = frozenset(first + dt.timedelta(days=number) for number in range((last - first).days + 1))
    return guest_named(plan, name).id, nights


def family_named(plan: Plan, name: str) -> Home:
    """Give the home of the family that is named so in either language, or else whose name begins with these words.

    Raises `PlannerError` where it is none, or could be several.
    """
    from planner.rules.homestays import Homestays

    homes = [(home, (home.name,)) for home in Homestays.of(plan).homes]
    return _named(homes, name, "family", lambda home: home.name)


def guest_named(plan: Plan, name: str) -> Guest:
    """Give the guest who is called so, or has this name, given name or full, in either language; else who begins so.

    Raises `PlannerError` where it is nobody, or could be several.
    """
    from planner.rules.homestays import Homestays

    guests = [(guest, (guest.name, _full(guest), _given(guest))) for guest in Homestays.of(plan).guests]
    return _named(guests, name, "guest", _full)


def _full(guest: Guest) -> Pair:
    person = guest.member.person
    return in_both(full_name, person)


def _given(guest: Guest) -> Pair:
    person = guest.member.person
    return Pair(person.given_name, person.given_name_ja)


_Kind = TypeVar("_Kind")


def _named(
    known: Sequence[tuple[_Kind, Sequence[Pair]]], name: str, noun: str, shown: Callable[[_Kind], Pair]
) -> _Kind:
    wanted = name.strip().casefold()
    words = [(one, {half.casefold() for pair in names for half in (pair.en, pair.ja)}) for one, names in known]
    found = [one for one, names in words if wanted in names]
    found = found or [one for one, names in words if wanted and any(each.startswith(wanted) for each in names)]
    if not found:
        raise PlannerError(f"pairing-unknown-{noun}", name=name)
    if len(found) > 1:
        raise PlannerError(f"pairing-ambiguous-{noun}", name=name, names=[shown(one) for one in found])
    return found[0]


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
                " · ".join(filter(None, (_company(stay), _best_reasons(stay)))),
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
            tell(f"  {words}", *(f"    {say(reason)}" for reason in way.reasons))
        if one.one_more_bed:
            # The words of a flyer, for families of both cities.
            tell(*(f"  {say(one.wanted, language)}" for language in LANGUAGES))
    if proposal.unused:
        tell("", tr("Without a guest"))
    for home in proposal.unused:
        tell("· " + tr("{label}: {words}", label=_word(home.home.name), words=say(home.why)))
    tell("", _verdict(proposal))
    if proposal.told:
        count = len(proposal.told)
        names = _listed([guest.name for guest in proposal.told])
        tell(
            trn("{count} guest has to be told: {names}", "{count} guests have to be told: {names}", count, names=names),
            trn(
                "and {count} family: {names}",
                "and {count} families: {names}",
                len(proposal.told_homes),
                names=_names(proposal.told_homes),
            ),
        )
    tell(tr("Taken over into the file.") if applied else tr("Nothing was changed; --apply takes it over."))


def _verdict(proposal: Proposal) -> str:
    if proposal.optimal:
        return tr("Proved to be the best pairing by all aims.")
    return tr("The total is no more than {gap} % from the best.", gap=f"{100 * proposal.gap:.2f}")


def _company(stay: ProposedStay) -> str:
    """Who else is in the room, or else in the home."""
    if stay.room_mates:
        return tr("room with {names}", names=_listed([one.name for one in stay.room_mates]))
    return tr("with {name}", name=_listed([one.name for one in stay.others])) if stay.others else ""


def _best_reasons(stay: ProposedStay) -> str:
    """The three wishes that speak most for it."""
    best = sorted((one for one in stay.points if one.is_reason), key=lambda one: -one.points)[:3]
    return " · ".join(f"{say(Message.of(f'{one.code}.name'))} {one.points:.0f}" for one in best)


def _word(pair: Pair) -> str:
    return pair.said_in(screen_language())


def _names(homes: Sequence[Home]) -> str:
    return _listed([home.name for home in homes])


def _listed(names: Sequence[Pair]) -> str:
    return comma_list((_word(name) for name in names), screen_language())


def _nights(first: dt.date, last: dt.date) -> str:
    return days_text(first, last, screen_language(), year=False)


def _told_nights(one: WithoutBed) -> Any:
    from planner.rules.nights import stretches_told

    return stretches_told(one.nights)


def _for_program(proposal: Proposal) -> dict[str, Any]:
    return {
        "status": status_of(proposal),
        "gap": round(proposal.gap, 6),
        "seconds": round(proposal.seconds, 3),
        "aims": [{"aim": one.aim.value, "value": one.value, "bound": one.bound} for one in proposal.reached],
        "stays": [_stay(stay) for stay in proposal.stays],
        "without_bed": [_without(one) for one in proposal.without],
        "unused_homes": [
            {"family": one.home.household.uid, "family_name": one.home.name.en, **sentence_for_program(one.why)}
            for one in proposal.unused
        ],
        "to_be_told": [guest.name.en for guest in proposal.told],
        "families_to_be_told": [home.name.en for home in proposal.told_homes],
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
        "in_the_home_too": [one.name.en for one in stay.others],
        "in_the_room_too": [one.name.en for one in stay.room_mates],
        "score": round(stay.score, 1),
        "points": points_for_program(stay.points),
        "warnings": [sentence_for_program(one.message) for one in stay.warnings],
    }


def points_for_program(points: Sequence[Points]) -> list[dict[str, Any]]:
    """Give what a pair earns, wish by wish, as data."""
    return [
        {"wish": one.code, "points": round(one.points, 1), "out_of": one.out_of, **sentence_for_program(one.message)}
        for one in points
    ]


def _without(one: WithoutBed) -> dict[str, Any]:
    return {
        "guest": one.guest.member.uid,
        "guest_name": one.guest.name.en,
        "nights": list(one.nights),
        "ways": [
            {
                "rules": list(way.rules),
                "homes": [home.name.en for home in way.homes],
                "reasons": [sentence_for_program(reason) for reason in way.reasons],
            }
            for way in one.ways
        ],
        "one_more_bed": one.one_more_bed,
        "wanted": sentence_for_program(one.wanted),
    }

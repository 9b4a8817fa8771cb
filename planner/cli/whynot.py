"""`pair FILE --why GUEST FAMILY`: what forbids a pair, or what it would cost overall."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli.homestays import family_named, guest_named, points_for_program
from planner.cli.proposals import seen
from planner.cli.speech import sentence_for_program, tell, tell_program, tell_table
from planner.language import say, screen_language, tr
from planner.model.message import Message
from planner.rules.finding import Severity
from planner.rules.nights import stretches_told
from planner.storage import PlannerFile

if TYPE_CHECKING:
    from planner.matching.homestays.pricing import Pricing


def say_why(file: Path, guest: str, family: str, *, as_json: bool) -> None:
    """Tell what the rules say of a guest in a home, and what everybody would lose by it; nothing is changed."""
    # numpy and HiGHS are loaded only by who pairs.
    from planner.matching.homestays.pricing import price_pairing

    with PlannerFile.open(file, read_only=True) as planner_file:
        plan = planner_file.plan
        home, wanted = family_named(plan, family), guest_named(plan, guest)
        pricing = price_pairing(plan, wanted, home, seen(tr("Pairing")))
    if as_json:
        tell_program(_for_program(pricing))
    else:
        _tell(pricing)


def _tell(pricing: Pricing) -> None:
    verdict, language = pricing.verdict, screen_language()
    marks = {Severity.BLOCK: "✕", Severity.WARN: "!"}
    tell(tr("{guest} at {home}", guest=pricing.guest.name.said_in(language), home=pricing.home.name.said_in(language)))
    against = (*verdict.obstacles, *pricing.company)
    tell(*(f"{marks.get(one.severity, '·')} {say(one.message)}" for one in against))
    if not verdict.mask:
        tell(tr("It is possible on no night."))
        return
    nights = stretches_told(verdict.nights)
    tell(say(Message.of("pairing-possible-on", nights=nights, score=round(verdict.score))))
    tell_table(
        [
            (f"  {say(Message.of(f'{one.code}.name'))}", f"{one.points:.0f}/{one.out_of:.0f}", say(one.message))
            for one in verdict.points
        ]
    )
    tell(*(say(one) for one in pricing.sentences))


def _for_program(pricing: Pricing) -> dict[str, Any]:
    verdict, price = pricing.verdict, pricing.price
    return {
        "guest": pricing.guest.member.uid,
        "guest_name": pricing.guest.name.en,
        "family": pricing.home.household.uid,
        "family_name": pricing.home.name.en,
        "possible_nights": list(verdict.nights),
        "in_the_way": [
            {"severity": one.severity.value, "nights": one.nights, **sentence_for_program(one.message)}
            for one in (*verdict.obstacles, *pricing.company)
        ],
        "score": round(verdict.score, 1),
        "points": points_for_program(verdict.points),
        "cost": None
        if price is None
        else {
            "aims": [{"aim": aim.value, "difference": difference} for aim, difference in price.differences],
            "sentences": [sentence_for_program(one) for one in pricing.sentences],
        },
    }

"""How good an answer of a matcher is, and how much of that is proved: told, and as data for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from planner.language import N_, tr

if TYPE_CHECKING:
    from planner.matching.shifts.answer import Cover


class Answered(Protocol):
    """What every answer says of itself."""

    @property
    def optimal(self) -> bool:
        """Whether it is proved that none is better."""

    @property
    def cancelled(self) -> bool:
        """Whether somebody stopped the search."""


def status_of(answer: Answered) -> str:
    """Give how a search ended, as a word for programs: ``optimal``, ``cancelled`` or ``feasible``."""
    return "optimal" if answer.optimal else "cancelled" if answer.cancelled else "feasible"


def how_good(answer: Cover) -> dict[str, Any]:
    """Give as data how good an answer is and how much of that is proved."""
    return {
        "status": status_of(answer),
        "gap": round(answer.gap, 6),
        "seconds": round(answer.seconds, 3),
        "aims": [
            {"aim": one.aim.value, "value": one.value, "bound": one.bound, "gap": round(one.gap, 6)}
            for one in answer.reached
        ],
    }


_AIMS = {
    "uncovered": N_("uncovered time"),
    "changed": N_("changes"),
    "broken": N_("good practice"),
    "faces": N_("the same faces"),
    "spread": N_("fair shares, ways included"),
    "unsuited": N_("suitability"),
}


def verdict(answer: Cover) -> list[str]:
    """Say how good an answer is proved to be; where not everything is proved, aim by aim."""
    if answer.optimal:
        return [tr("Proved to be the best.")]
    lines = [tr("Proved to lie at most {gap} % from the best in each aim:", gap=_percent(answer.gap))]
    for one in answer.reached:
        how = tr("the best") if one.proved else tr("at most {gap} % from the best", gap=_percent(one.gap))
        lines.append(tr("  {aim}: {how}", aim=tr(_AIMS[one.aim.value]), how=how))
    return lines


def _percent(gap: float) -> str:
    return f"{100 * gap:.2g}"

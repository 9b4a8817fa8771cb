"""Why not here? What the rules have against a guest in a home, and what having them there would cost everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.matching.exact.watch import half
from planner.matching.homestays.besides import against_in_plan, besides
from planner.matching.homestays.building import Built, Wanted, name_of
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.stages import lodge
from planner.matching.lodging.what_if import Price, price_of
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.homestays import Guest, Home, Obstacle, Verdict


@dataclass(frozen=True)
class Pricing:
    """A guest in a home: what the rules say of it, and what it would cost overall.

    `price` is None where the home is forbidden on every night, and for who needs no home; `cancelled` says that it is
    not known, as somebody stopped the reckoning. `company` is what is against it beside those whom the plan has in the
    home now; `besides` tells who would be there with the guest at best, and who would be elsewhere.
    """

    guest: Guest
    home: Home
    verdict: Verdict
    price: Price | None
    cancelled: bool = False
    company: tuple[Obstacle, ...] = ()
    besides: tuple[Message, ...] = ()

    @property
    def sentences(self) -> tuple[Message, ...]:
        """What it would cost, aim by aim, the gravest first; that it costs nothing is said too. Then `besides`."""
        if self.price is None or self.cancelled:
            return ()
        return (*(tuple(_dearer(self.price)) or (Message.of("pairing-costs-nothing"),)), *self.besides)


class Pricer:
    """Says what pairs of a plan would cost: the best pairing is worked out once, whatever is asked."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        #: The problem with its best lodging, without and with the homes that only help out.
        self._best: dict[bool, tuple[Built, Lodging]] = {}

    def price(self, guest: Guest, home: Home, progress: Progress | None = None) -> Pricing:
        """Pair once as it is best and once with the guest in this home, and compare. Pure, for a thread.

        Stays that are pinned stay, as in any pairing.
        """
        known = self._best.get(home.is_backup)
        if known is None:
            built = Built(self._plan, Wanted(backups=home.is_backup))
        else:
            built = known[0]
        verdict = built.homestays.judge(built.homestays.guest(guest.id) or guest, home)
        name, company = built.party_of.get(guest.id), against_in_plan(built, verdict.guest, home)
        if name is None or not verdict.mask:
            return Pricing(guest, home, verdict, None, company=company)
        if known is None:
            best = lodge(built.problem, half(progress, 0))
            if best.cancelled:
                return Pricing(guest, home, verdict, None, cancelled=True, company=company)
            self._best[home.is_backup] = built, best
            progress = half(progress, 1)
        else:
            best = known[1]
        price = price_of(built.problem, best, name, name_of(home.id), progress)
        if price is None or price.lodging.cancelled:
            return Pricing(guest, home, verdict, price, cancelled=price is not None, company=company)
        told = tuple(besides(built, verdict.guest, home, best, price.lodging))
        return Pricing(guest, home, verdict, price, company=company, besides=told)


def price_pairing(plan: Plan, guest: Guest, home: Home, progress: Progress | None = None) -> Pricing:
    """Say what one pair would cost, as `Pricer` does of several."""
    return Pricer(plan).price(guest, home, progress)


def _dearer(price: Price) -> Iterator[Message]:
    nights, stays = -price.of(Aim.PLACED), -price.of(Aim.STAYS)
    if nights > 0:
        yield Message.of("pairing-costs-nights", count=nights)
    # With fewer nights there can be fewer stays; only what is worse is a cost.
    if stays > 0:
        yield Message.of("pairing-costs-moves", count=stays)
    for aim, code in ((Aim.WORST, "pairing-costs-lowest"), (Aim.TOTAL, "pairing-costs-total")):
        points = -price.of(aim) / 100
        if points > 0:
            yield Message.of(code, points=round(points, 1))

"""Who looks after guests: clearances of every adult, supervisors, drivers and seats (domain.md §3.2, rules 6, 8, 9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planner.clock import birthday_in
from planner.language.marking import Pair
from planner.model.kinds import ClearanceStatus, Preset
from planner.model.message import Message
from planner.rules.clearances import CLEARANCE_RULE
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.homestays.dwellers import Dweller
from planner.rules.homestays.guests import Guest, names_of
from planner.rules.homestays.homes import Home
from planner.rules.homestays.hosting import told
from planner.rules.homestays.looks import Hit, Hits, of_company, of_pair
from planner.rules.left import ADULT
from planner.rules.rule import Figures


@of_pair(
    "home-not-cleared", Severity.BLOCK, levels={Preset.JAPANESE_MUNICIPALITY: Severity.WARN},
    kind=FindingKind.CLEARANCES, source=CLEARANCE_RULE, concerns=lambda guest: guest.is_minor,
    where=lambda home: any(one.present & one.adult & ~one.cleared for one in home.dwellers),
)  # fmt: skip
def not_cleared(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """An adult is at home who is not cleared on a night: also a student home from college, or who turns 18 by then.

    Japanese registers ask for the family's consent rather than a check (§3.1): there it is to be asked.
    """
    asked = guest.nights & home.nights & guest.minor
    for one in home.dwellers:
        nights = asked & one.present & one.adult & ~one.cleared
        if nights:
            yield Hit(told(guest, home, why=_why(one)), nights, (_resident(one),))


def _why(one: Dweller) -> Message:
    """Give the reason why somebody is not cleared, as a clause."""
    statuses = {clearance.status for clearance in one.resident.clearances}
    born = one.person.birth_date
    if ClearanceStatus.REFUSED in statuses:
        return Message.of("not-cleared-refused", name=one.name)
    ends = [each.expires_on for each in one.resident.clearances if each.status is ClearanceStatus.CLEARED]
    if any(ends):
        return Message.of("not-cleared-runs-out", name=one.name, day=max(end for end in ends if end))
    if statuses:
        return Message.of("not-cleared-pending", name=one.name)
    if born is not None and one.age is not None and one.age < ADULT:
        return Message.of("not-cleared-comes-of-age", name=one.name, day=birthday_in(born, born.year + ADULT))
    return Message.of("not-cleared-none", name=one.name)


@of_pair(
    "home-clearance-old", Severity.WARN, kind=FindingKind.CLEARANCES, concerns=lambda guest: guest.is_minor,
    where=lambda home: any(one.present & one.adult & one.cleared & ~one.cleared_lately for one in home.dwellers),
)  # fmt: skip
def old_clearance(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """An adult was cleared longer ago than a clearance is good for.

    It is taken as the rule ``clearance-too-old`` is, which tells it once for the whole visit; so it is not listed.
    """
    asked = guest.nights & home.nights & guest.minor
    for one in home.dwellers:
        nights = asked & one.present & one.adult & one.cleared & ~one.cleared_lately
        if nights:
            yield Hit(told(guest, home, name=one.name), nights, (_resident(one),))


def _resident(one: Dweller) -> Subject:
    return Subject("Resident", one.resident.id)


@of_pair(
    "home-supervisor", Severity.BLOCK,
    concerns=lambda guest: guest.is_minor and bool(guest.supervisors or guest.emergency_phones),
)  # fmt: skip
def supervisor(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """Who looks after the guest, or is all whom one would call for them, lives in the home: nobody else to turn to."""
    for one in home.dwellers:
        if one.resident.person_id in guest.supervisors:
            yield Hit(told(guest, home, name=one.name), others=(_resident(one),))
    if guest.emergency_phones and guest.emergency_phones <= home.phones:
        contact = guest.person.contacts[0]
        yield Hit(told(guest, home, name=Pair(contact.name_en, contact.name_ja)))


def _drives(home: Home) -> list[Dweller]:
    return [one for one in home.dwellers if one.resident.drives_guests]


def _rides_along(home: Home) -> bool:
    return home.offer.rides_with_id is not None


@of_pair(
    "home-no-driver", Severity.BLOCK, concerns=lambda guest: guest.is_minor, age=21,
    where=lambda home: bool(_drives(home)) and not home.drivers and not _rides_along(home),
)  # fmt: skip
def no_driver(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Who would drive is too young, or not approved, and nobody else takes the guests along."""
    return (Hit(told(guest, home, name=_drives(home)[0].name, age=round(figures["age"]))),)


@of_pair(
    "home-driver-unknown", Severity.NOTE, concerns=lambda guest: guest.is_minor,
    where=lambda home: not _drives(home) and not _rides_along(home),
)  # fmt: skip
def driver_unknown(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Nobody has said who drives the guests."""
    return (Hit(told(guest, home)),)


@of_company("home-seats", Severity.BLOCK)
def seats(home: Home, guests: Sequence[Guest], figures: Figures) -> Hits:
    """There are fewer seats with belts than guests, and nobody else takes them along."""
    if home.seats is None or home.seats >= len(guests) or _rides_along(home):
        return ()
    return (Hit({"home": home.name, "count": home.seats, "guests": len(guests), "names": names_of(guests)}),)


@of_company("home-seats-unknown", Severity.NOTE)
def seats_unknown(home: Home, guests: Sequence[Guest], figures: Figures) -> Hits:
    """Nobody has said how many seats with belts there are for guests."""
    if home.seats is not None or _rides_along(home) or not any(one.is_minor for one in guests):
        return ()
    return (Hit({"home": home.name, "guests": len(guests)}),)


#: In the order in which they are listed.
RULES: Final = (not_cleared, supervisor, no_driver, driver_unknown, seats, seats_unknown)

"""What stands in the cells of a run of show: where, who is in charge, who interprets, transport, what to have ready."""

from __future__ import annotations

from collections.abc import Iterator

from planner.agenda import Event
from planner.language import N_, Words
from planner.language.names import full_name
from planner.language.terms import directions_text, term
from planner.language.times import time_text
from planner.model.attendance import travels
from planner.model.interpreting import Need
from planner.model.kinds import ActivityStatus, MealTime
from planner.model.people import Person
from planner.model.programme import Activity, Journey, Place
from planner.papers.itinerary import lodging, travelling
from planner.papers.runofshow.cues import Cue
from planner.papers.sections.voice import Voice
from planner.rules.interpreting import Roster, uncovered

Line = tuple[str, bool]
"""Words, and whether they are bold."""


def place_of(cue: Cue) -> Place | None:
    """Give where a row happens."""
    event = cue.event
    if isinstance(event, Journey):
        return event.to_place if cue.is_end else event.from_place
    return event.place


def where(cue: Cue, voice: Voice) -> list[Line]:
    """Say where: the place in both languages, the terminal, the address, and whom to call there, on the day too."""
    place = place_of(cue)
    if place is None:
        return _on_the_day(cue, voice)
    event = cue.event
    lines: list[Line] = [(voice.wording.end(place), True), (voice.second(place.name_en, place.name_ja), False)]
    if isinstance(event, Journey):
        terminal = event.arrives_terminal if cue.is_end else event.departs_terminal
        lines.append((voice.say(N_("Terminal {name}"), name=terminal.strip()) if terminal.strip() else "", False))
        if not cue.is_end and cue.until is not None and event.to_place is not None:
            lines.append((f"→ {voice.wording.end(event.to_place)}", True))
    lines += [(voice.wording.address(place), False), (place.contact.strip(), False)]
    return [*lines, (voice.wording.phone(place.phone), False), *_on_the_day(cue, voice)]


def _on_the_day(cue: Cue, voice: Voice) -> list[Line]:
    event = cue.event
    if not isinstance(event, Activity) or cue.is_end:
        return []
    return [(event.contact.strip(), True), (voice.wording.phone(event.contact_phone), True)]


def in_charge(cue: Cue, voice: Voice) -> list[Line]:
    """Say who leads an activity, or who waits at the end of a leg, with the telephone of the days."""
    event = cue.event
    if isinstance(event, Activity):
        leader = event.leader
        return (
            [] if leader is None else [*_named(leader.person, voice), (voice.wording.phone(leader.duty_phone), False)]
        )
    greeter = voice.wording.schedule.plan.get(Person, event.met_by_id)
    if greeter is None:
        return []
    return [(voice.say(N_("met by")), False), *_named(greeter, voice), (voice.wording.phone(greeter.phone), False)]


def _named(person: Person, voice: Voice) -> list[Line]:
    first, second = (full_name(person, each, formal=True) for each in (voice.language, voice.other.language))
    return [(first, True), (second if second != first else "", False)]


def interpreting(cue: Cue, voice: Voice, roster: Roster) -> list[Line]:
    """Say who interprets in which mode, and what is not covered yet."""
    lines: list[Line] = []
    for need in needs_of(cue.event, voice):
        directions = directions_text(need.pairs, voice.language).replace(" ", "\u00a0")
        mode = [term(need.mode, voice.language), directions]
        lines.append((" ".join(filter(None, mode)), False))
        for assignment in need.assignments:
            lines.append((full_name(assignment.interpreter.person, voice.language, formal=True), True))
        wanted = roster.wanted.get(need.id)
        lacks = not need.assignments if wanted is None else bool(uncovered(wanted, roster))
        if lacks:
            words = N_("not covered all the time") if need.assignments else N_("nobody yet")
            lines.append((voice.say(words), True))
    return lines


def needs_of(event: Event, voice: Voice) -> list[Need]:
    """Give what interpreting an event needs."""
    column = "activity_id" if isinstance(event, Activity) else "journey_id"
    return [need for need in voice.wording.schedule.plan.needs if getattr(need, column) == event.id]


def transport(cue: Cue, voice: Voice) -> list[Line]:
    """Say how one gets there: by what, with whom at the wheel, how many seats, which booking."""
    event = cue.event
    if isinstance(event, Activity):
        return [(voice.pick(event.transport_en, event.transport_ja), False)]
    lines = [(term(event.mode, voice.language), False), (voice.wording.carrier(event), True)]
    if event.driver.strip():
        lines.append((voice.say(N_("Driver: {name}"), name=event.driver.strip()), False))
    if event.seats:
        lines.append((voice.say(N_("{count} seats"), count=event.seats), False))
    if event.booking.strip():
        lines.append((voice.say(N_("Booking {reference}"), reference=event.booking.strip()), False))
    if event.baggage.strip():
        lines.append((event.baggage.strip(), False))
    return lines


def heads(cue: Cue, voice: Voice) -> list[Line]:
    """Count who takes part: all, and those of each group."""
    members = [member for member in cue.members if travels(member)]
    if not members:
        return []
    sizes = []
    for group in sorted(voice.wording.schedule.plan.groups, key=lambda one: (one.letter, one.id)):
        size = sum(1 for one in members if any(link.group_id == group.id for link in one.memberships))
        if size:
            name = group.letter.strip() or voice.pick(group.name_en, group.name_ja)
            sizes.append(f"{name}\u00a0{size}")
    rest = sum(1 for member in members if not member.memberships)
    if rest and sizes:
        sizes.append(f"+{rest}")
    return [(str(len(members)), True), (voice.wording.listed(sizes), False)]


def to_have(cue: Cue, voice: Voice) -> Iterator[tuple[Words, str]]:
    """Say what must be there: sound, screens and props, gifts, press, meals, what to wear and bring, and who pays."""
    event = cue.event
    if cue.is_end:
        return
    needs = needs_of(event, voice)
    equipment = [need.equipment for need in needs]
    place = place_of(cue)
    if isinstance(event, Activity):
        equipment = [event.equipment, *equipment, place.equipment if place is not None else ""]
        yield N_("Equipment"), voice.row(filter(None, map(str.strip, equipment)))
        yield N_("Gifts"), event.gifts
        yield N_("Press"), event.press
        yield N_("Wear"), voice.pick(event.dress_en, event.dress_ja)
        yield N_("Bring"), voice.pick(event.bring_en, event.bring_ja)
        yield N_("Meals"), meals(event, voice)
        yield (
            N_("If it rains"),
            voice.pick(event.rain_en, event.rain_ja) or (place.rain_plan if place is not None else ""),
        )
        yield N_("Paid by"), event.payer
        yield N_("Cost code"), event.cost_code
        yield N_("Risks"), event.risk
        slip = voice.say(N_("collect the signed slips")) if event.permission_slip else ""
        yield N_("Permission slip"), slip
    else:
        yield N_("Meals"), meals(event, voice)
        yield N_("If it is missed"), event.if_missed
    yield N_("Staff"), event.notes_staff


def meals(event: Event, voice: Voice) -> str:
    """Say the meals that go with an event, three alike at once."""
    said: dict[str, list[str]] = {}
    for meal in event.meals:
        menu = voice.pick(meal.menu_en, meal.menu_ja)
        provided = voice.wording.listed([voice.say(lodging.PROVIDERS[meal.provider]), menu])
        said.setdefault(provided, []).append(term(meal.which, voice.language))
    lines = []
    for provided, meals_ in said.items():
        alike = [voice.say(lodging.ALL_MEALS)] if len(meals_) == len(MealTime) else meals_
        lines += [f"{one} {provided}" for one in alike]
    return voice.row(lines)


def cues(cue: Cue, voice: Voice) -> list[Line]:
    """Say what starts and ends a row: where and when one meets and is dismissed, checks in, how long a leg takes."""
    event, here = cue.event, voice.wording.speaker
    if isinstance(event, Journey):
        return [(travelling.check_in(event, voice.wording), False)]
    lines: list[Line] = []
    for label, at, meeting in (
        (here.tr_in("programme", "Meet"), event.meeting_at, True),
        (here.tr_in("programme", "Dismissal"), event.dismissal_at, False),
    ):
        time = time_text(at, voice.language, "paper") if at is not None else ""
        words = voice.wording.listed([time, voice.wording.point(event, meeting=meeting)])
        if words:
            lines.append((f"{label} {words}", False))
    return lines


def flags(cue: Cue, voice: Voice) -> list[str]:
    """Give in a word each what sets a row apart: how firm it is, whether press or families come."""
    event = cue.event
    found = [] if event.status is ActivityStatus.CONFIRMED else [term(event.status, voice.language)]
    if isinstance(event, Activity):
        if event.open_to_public:
            found.append(voice.say(N_("Press")))
        if event.hosts_invited:
            found.append(voice.say(N_("Host families")))
    return found

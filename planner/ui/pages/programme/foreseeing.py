"""What would be wrong if events were put elsewhere: the rules, asked of an agenda that is only thought of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from planner.agenda import Agenda, Slot
from planner.agenda.slots import AllDay
from planner.agenda.thought import days_moved, slot_drawn, slot_moved
from planner.clock import Doubled, Missing
from planner.language import N_, say, speaker, tr, trn
from planner.language.speaking import screen_language
from planner.language.times import letters_of, time_text
from planner.model.delegations import Group
from planner.model.message import Message, PlannerError
from planner.rules.check import Check
from planner.rules.differences import worse
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.ui.boards.time.carry import Drop
from planner.ui.boards.time.clashnote import Foreseen, Reason
from planner.ui.boards.time.held import Grip, Target
from planner.ui.widgets.words import said

_ICONS: Final = {
    FindingKind.TIME: "clock", FindingKind.JOURNEYS: "travel", FindingKind.PEOPLE: "people", FindingKind.FOOD: "meal",
    FindingKind.PLACES: "place", FindingKind.INTERPRETING: "interpreters", FindingKind.CLEARANCES: "shield-warn",
    FindingKind.BEDS: "homestays", FindingKind.GROUPS: "squad", FindingKind.REVIEW: "review",
    FindingKind.ESSENTIALS: "edit",
}  # fmt: skip
_INKS: Final = {Severity.BLOCK: "wrong.mark", Severity.WARN: "check.mark", Severity.NOTE: "text2"}
_EVENTS: Final = ("Activity", "Journey")


class Foresight:
    """Looks ahead for one board. It remembers what the rules find now, as long as the agenda is the same."""

    def __init__(self) -> None:
        self._check = Check()
        self._agenda: Agenda | None = None
        self._now: tuple[Finding, ...] = ()

    def findings(self, agenda: Agenda, drop: Drop, group: Group | None = None) -> list[Finding]:
        """Give what the rules would find besides what they find already; `group` is the one it is given to.

        Raises `PlannerError` as `WallTime.instant` for a time that clocks do not show.
        """
        if agenda is not self._agenda:
            self._agenda, self._now = agenda, self._check.of_agenda(agenda)
        if drop.grip is Grip.DRAW:
            [target] = drop.targets
            assert target.begins is not None
            assert target.ends is not None
            drawn = slot_drawn(agenda.plan, _titles(), target.begins, target.ends, group=group)
            return worse(self._now, self._check.of_agenda(agenda.with_slots(drawn, besides=True)))
        moved = [one for target in drop.targets if (one := self._moved(agenda, drop, target, group)) is not None]
        if not moved:
            return []
        return worse(self._now, self._check.of_agenda(agenda.with_slots(*moved, besides=drop.copies)))

    @staticmethod
    def _moved(agenda: Agenda, drop: Drop, target: Target, group: Group | None) -> Slot | AllDay | None:
        key = target.key
        assert isinstance(key, Subject)
        slot = agenda.by_key.get(key)
        if slot is not None and target.begins is not None:
            ends = None if drop.grip is Grip.CARRY else target.ends
            return slot_moved(agenda.plan, slot, target.begins, ends, group=group)
        whole = next((one for one in agenda.all_day if one.key == key), None)
        return None if whole is None else days_moved(agenda.plan, whole, target.days)

    def look(self, agenda: Agenda, drop: Drop, group: Group | None = None) -> Foreseen | None:
        """Say in the screen's language what would be; None if there is nothing to say."""
        first = drop.targets[0]
        if isinstance(first.looked, Missing):
            return _never(first)
        try:
            found = self.findings(agenda, drop, group)
        except PlannerError as error:
            return Foreseen("wrong", tr("Not possible here"), (Reason("clock", say(error), "wrong.mark"),))
        carried = {target.key for target in drop.targets} if not drop.copies else set()
        notes = list(_notes(first, group))
        return foreseen_of(found, notes, carried) if found or notes else None


def foreseen_of(
    findings: Iterable[Finding], notes: Sequence[Reason] = (), carried: Iterable[Hashable] = (), *, done: bool = False
) -> Foreseen:
    """Put findings into the words of a note, the worst first; `done` says that it has been put down already."""
    found = list(findings)
    wrong = sum(finding.severity is Severity.BLOCK for finding in found)
    doubtful = sum(finding.severity is Severity.WARN for finding in found)
    if wrong:
        head = trn("{count} clash here", "{count} clashes here", wrong) if done else trn(
            "{count} clash if dropped here", "{count} clashes if dropped here", wrong
        )  # fmt: skip
    elif doubtful:
        head = trn("{count} thing to check here", "{count} things to check here", doubtful) if done else trn(
            "{count} thing to check if dropped here", "{count} things to check if dropped here", doubtful
        )  # fmt: skip
    else:
        head = tr("Good to know") if found else tr("If dropped here")
    reasons = [*notes, *(_reason(finding) for finding in found)]
    struck = {
        subject
        for finding in found
        if finding.severity is Severity.BLOCK
        for subject in finding.subjects
        if subject.noun in _EVENTS
    }
    tone = "wrong" if wrong else "check" if doubtful else "chosen"
    return Foreseen(tone, head, tuple(reasons), frozenset(struck - set(carried)))


def _titles() -> tuple[str, str]:
    """What is drawn has no title yet; a finding has to call it something in either language."""
    words = N_("New activity")
    return speaker("en").words(words), speaker("ja").words(words)


def _reason(finding: Finding) -> Reason:
    return Reason(_ICONS[finding.kind], say(finding.figures), _INKS[finding.severity])


def _never(target: Target) -> Foreseen:
    looked = target.looked
    assert isinstance(looked, Missing)
    wall = target.ends if target.at_end else target.begins
    assert wall is not None
    refused = Message.of(
        "hour-missing", on=wall.on, at=wall.at, zone=wall.zone, before=looked.before, after=looked.after
    )
    return Foreseen("wrong", tr("No clock shows this time"), (Reason("clock", say(refused), "wrong.mark"),))


def _notes(target: Target, group: Group | None) -> Iterable[Reason]:
    """What is neither right nor wrong, but is not to happen unseen."""
    if group is not None:
        yield Reason("squad", tr("It is for {group} then.", group=said(group, "name") or group.letter))
    if isinstance(target.looked, Doubled):
        wall = target.ends if target.at_end else target.begins
        assert wall is not None
        figures = {"at": time_text(wall.at, screen_language()), "letters": letters_of(wall)}
        if wall.fold:
            words = tr("{at} comes twice that night; this is the second, {letters}.", **figures)
        else:
            words = tr("{at} comes twice that night; this is the first, {letters}.", **figures)
        yield Reason("clock", words)

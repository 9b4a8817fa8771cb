"""For whom something is handed out: what they may see, and the name under which their papers and calendars are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.model.audience import Audience
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.plan import Plan
from planner.model.sight import AudienceKind

_NOUNS: Mapping[AudienceKind, type[Member] | type[Household] | type[Interpreter]] = {
    AudienceKind.PARTICIPANT: Member,
    AudienceKind.HOST: Household,
    AudienceKind.INTERPRETER: Interpreter,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a paper or calendar is made for. `at_home` is the guest's family in the home city, who only follows."""

    audience: Audience
    uid: str = ""
    at_home: bool = False

    @property
    def kind(self) -> AudienceKind:
        """What sort of reader it is."""
        return self.audience.kind

    @property
    def recipient(self) -> str:
        """What the issues for this reader are kept under: "" for the whole group, else stable for ever."""
        if self.audience.kind is AudienceKind.GROUP:
            return ""
        if self.uid:
            return f"{self.uid}/home" if self.at_home else self.uid
        return self.audience.kind.value


def of_group() -> Reader:
    """All participants together: the programme, nobody's own things."""
    return Reader(Audience.group())


def of_everybody() -> Reader:
    """Guests and host families alike: the programme, and which family fetches whom."""
    return Reader(Audience.everybody())


def of_staff() -> Reader:
    """The coordinators: everything."""
    return Reader(Audience.staff())


def of_city_hall() -> Reader:
    """The partner's office."""
    return Reader(Audience.city_hall())


def of_public() -> Reader:
    """Anybody: what is open to the public, and no names."""
    return Reader(Audience.public())


def of_guest(member: Member, *, at_home: bool = False) -> Reader:
    """One participant, or (`at_home`) the family who follows from home."""
    return Reader(Audience.participant(member.id), member.uid, at_home)


def of_home(household: Household) -> Reader:
    """One host family."""
    return Reader(Audience.host(household.id), household.uid)


def of_interpreter(interpreter: Interpreter) -> Reader:
    """One interpreter."""
    return Reader(Audience.interpreter(interpreter.id), interpreter.uid)


def reader_kept(plan: Plan, recipient: str) -> Reader | None:
    """Give whose issues are kept under `recipient`, also of who gets nothing any more; None if they are not there."""
    for many in (of_group(), of_everybody(), of_staff(), of_city_hall(), of_public()):
        if many.recipient == recipient:
            return many
    uid, _, at_home = recipient.partition("/")
    each = (
        *(of_guest(one, at_home=bool(at_home)) for one in plan.members if one.uid == uid),
        *(of_home(one) for one in plan.households if one.uid == uid),
        *(of_interpreter(one) for one in plan.interpreters if one.uid == uid),
    )
    return next(iter(each), None)


def whom(plan: Plan, reader: Reader) -> Member | Household | Interpreter | None:
    """Give the one whom something is for, in this plan. Raises `KeyError` if they are not in it."""
    noun = _NOUNS.get(reader.audience.kind)
    return None if noun is None else plan.find(noun, reader.audience.id or 0)

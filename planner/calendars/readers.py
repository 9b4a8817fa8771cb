"""For whom a calendar is made: what each may see, whose name it bears, in which language, and how it is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.language import N_, speaker
from planner.language.names import full_name, household_name
from planner.model.audience import Audience
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.plan import Plan
from planner.model.sight import AudienceKind
from planner.model.visits import CALENDAR

LANGUAGES: Mapping[str, tuple[str, ...]] = {"en": ("en",), "ja": ("ja",), "both": ("en", "ja")}
"""The languages a calendar can be in, each with those it says everything in."""

_NOBODY: Mapping[AudienceKind, str] = {
    AudienceKind.GROUP: N_("Whole group"),
    AudienceKind.STAFF: N_("Staff"),
    AudienceKind.PUBLIC: N_("Public programme"),
}
"""What a calendar is called that is for nobody by name."""

_NOUNS: Mapping[AudienceKind, type[Member] | type[Household] | type[Interpreter]] = {
    AudienceKind.PARTICIPANT: Member,
    AudienceKind.HOST: Household,
    AudienceKind.INTERPRETER: Interpreter,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a calendar is made. `at_home` is the guest's family in the home city: the same, but nothing rings."""

    audience: Audience
    uid: str = ""
    at_home: bool = False

    @property
    def recipient(self) -> str:
        """What the issues of this reader's calendar are kept under: "" for the whole group, else stable for ever."""
        if self.audience.kind is AudienceKind.GROUP:
            return ""
        if self.uid:
            return f"{self.uid}/home" if self.at_home else self.uid
        return self.audience.kind.value


def of_group() -> Reader:
    """All participants together: the programme, nobody's own things."""
    return Reader(Audience.group())


def of_staff() -> Reader:
    """The coordinators: everything."""
    return Reader(Audience.staff())


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


def readers_of(plan: Plan) -> list[Reader]:
    """Give everybody of a visit who gets a calendar: the group, the guests, the families who have one of them, the
    interpreters who do something, the staff, and the public if anything is open to it.
    """
    homes = {stay.household.id: stay.household for stay in plan.stays if stay.household and not stay.member.withdrawn}
    return [
        of_group(),
        *(of_guest(member) for member in plan.members if not member.withdrawn),
        *(of_home(household) for household in sorted(homes.values(), key=lambda home: home.id)),
        *(of_interpreter(one) for one in plan.interpreters if one.assignments or _was_sent(plan, one.uid)),
        of_staff(),
        *([of_public()] if any(activity.open_to_public for activity in plan.activities) else []),
    ]


def _was_sent(plan: Plan, uid: str) -> bool:
    """Say whether somebody holds a calendar, so that they have to be told when all that is in it is off."""
    return any(issue.document == CALENDAR and issue.recipient == uid for issue in plan.visit.papers)


def whom(plan: Plan, reader: Reader) -> Member | Household | Interpreter | None:
    """Give the one whom a calendar is for, in this plan. Raises `KeyError` if they are not in it."""
    noun = _NOUNS.get(reader.audience.kind)
    return None if noun is None else plan.find(noun, reader.audience.id or 0)


def name_of(plan: Plan, reader: Reader, language: str) -> str:
    """Say whose calendar it is, in its language or in both."""
    return _joined(_name_in(plan, reader, each) for each in LANGUAGES[language])


def _name_in(plan: Plan, reader: Reader, language: str) -> str:
    one, here = whom(plan, reader), speaker(language)
    if one is None:
        return here.tr(_NOBODY.get(reader.audience.kind, N_("Whole group")))
    if isinstance(one, Household):
        return household_name(one, language)
    name = full_name(one.person, language)
    return here.tr("Family of {name}", name=name) if reader.at_home else name


def _joined(names: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, names)))


def language_of(plan: Plan, reader: Reader) -> str:
    """Say in which language somebody reads: guests and their families that of the home city, host families and the
    public that of the host city; the staff and interpreters work in both.
    """
    kind = reader.audience.kind
    if kind in (AudienceKind.PARTICIPANT, AudienceKind.GROUP):
        city = plan.visit.home_city
    elif kind in (AudienceKind.HOST, AudienceKind.PUBLIC):
        city = plan.visit.host_city
    else:
        return "both"
    return "ja" if city.country == "JP" else "en"

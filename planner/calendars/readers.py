"""Who gets a calendar of a visit, which of them they hold, and in which language they go on reading it."""

from __future__ import annotations

from planner.language.readers import LANGUAGES
from planner.language.readers import language_of as own_language_of
from planner.model.plan import Plan
from planner.model.readers import Reader, of_group, of_guest, of_home, of_interpreter, of_public, of_staff
from planner.model.sight import AudienceKind
from planner.model.visits import CALENDAR, PaperIssue


def readers_of(plan: Plan) -> list[Reader]:
    """Give everybody of a visit who gets a calendar: the group, the guests, the families who have one of them, the
    interpreters who do something, the staff, and the public if anything is open to it.

    Who holds one stays among them, also when they have left or host nobody any more: they have to be told that what is
    in it is off. Families at home are among them once they were sent one.
    """
    held = {issue.recipient for issue in plan.visit.papers if issue.document == CALENDAR}
    hosts = {stay.household_id for stay in plan.stays if not stay.member.withdrawn}
    at_home = [of_guest(member, at_home=True) for member in plan.members]
    public = of_public()
    is_open = any(activity.open_to_public for activity in plan.activities) or public.recipient in held
    return [
        of_group(),
        *(of_guest(member) for member in plan.members if not member.withdrawn or member.uid in held),
        *(reader for reader in at_home if reader.recipient in held),
        *(of_home(home) for home in plan.households if home.id in hosts or home.uid in held),
        *(of_interpreter(one) for one in plan.interpreters if one.assignments or one.uid in held),
        of_staff(),
        *([public] if is_open else []),
    ]


def last_issue(plan: Plan, reader: Reader) -> PaperIssue | None:
    """Give the calendar that a reader was sent last, in whatever language; None if they have none."""
    return next(iter(issues_of(plan, reader)), None)


def issues_of(plan: Plan, reader: Reader) -> list[PaperIssue]:
    """Give the calendars that a reader was sent, the last first."""
    issues = (one for one in plan.visit.papers if one.document == CALENDAR and one.recipient == reader.recipient)
    return sorted(issues, key=lambda issue: (issue.issued_at, issue.id), reverse=True)


def language_of(plan: Plan, reader: Reader) -> str:
    """Say in which language somebody reads their calendar: as the one they hold, or else in their own."""
    last = last_issue(plan, reader)
    return last.language if last is not None and last.language in LANGUAGES else own_language_of(plan, reader)


def part_of(reader: Reader) -> str:
    """Give what the UIDs of a reader's entries end in: "" for guests, and for the group, which have the same entries.

    One and the same person may be a chaperone and interpret, or be on the staff and host: what they do in the one part
    is another entry than what they do in the other, and its being off must not take the other away.
    """
    kind = reader.audience.kind
    return "" if kind in (AudienceKind.GROUP, AudienceKind.PARTICIPANT) else f"-{kind.value}"

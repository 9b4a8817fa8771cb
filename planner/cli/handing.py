"""How `print` and `calendar` say for whom, into which folder, and whether the file can remember it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from planner.cli.speech import tell
from planner.language import N_, Pair, tr
from planner.language.names import called_name, family_word, folded, full_name, household_name, in_both
from planner.model import Interpreter, Member
from planner.model.attendance import travels
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.model.readers import (
    Reader,
    of_city_hall,
    of_everybody,
    of_group,
    of_guest,
    of_home,
    of_interpreter,
    of_public,
    of_staff,
)
from planner.storage import PlannerFile

Out = Annotated[Path, typer.Option(metavar="FOLDER", help=N_("Where to write; made if it is not there."))]

GROUP: Final = "group"
_MANY: Final = {GROUP: of_group, "everybody": of_everybody, "staff": of_staff, "city-hall": of_city_hall,
                "public": of_public}  # fmt: skip
"""Who can be named besides people and families."""


def opened_to_remember(file: Path) -> tuple[PlannerFile, Message | None]:
    """Open a planner file to be changed, or, where that cannot be, only to look, with the reason."""
    try:
        planner_file = PlannerFile.open(file)
    except PlannerError as error:
        if error.code not in ("file-in-use", "file-in-use-unknown"):
            raise
        return PlannerFile.open(file, read_only=True), error.message
    return planner_file, planner_file.read_only_reason


def tell_made(files: Iterable[Path]) -> None:
    """Say which files were made."""
    tell(*(tr("Made {file}", file=path) for path in files))


def refuse_unclear(names: list[str] | None, *, everyone: bool) -> None:
    """Refuse a call that names guests and asks for everyone too, or that names nobody: it is a mistake."""
    if names and everyone:
        raise typer.BadParameter(tr("Choose either --for or --everyone."))
    if not all(name.strip() for name in names or ()):
        raise typer.BadParameter(tr("{option} is empty. Name a guest, in either script.", option="--for"))


def named(plan: Plan, names: Iterable[str]) -> list[Reader]:
    """Give whom these names mean: guest, family or interpreter in either script, or many; who is both is given twice.

    Raises `PlannerError` ``guest-unknown`` or ``guest-ambiguous``.
    """
    return [reader for name in names for reader in _named(plan, name)]


def _named(plan: Plan, name: str) -> list[Reader]:
    if (many := _MANY.get(name.strip().casefold())) is not None:
        return [many()]
    wanted = folded(name).replace(" ", "")
    found = [(reader, named) for reader, named, words in _others(plan) if wanted in words]
    guest = _guest_if_any(plan, name)
    if guest is not None:
        found.append((of_guest(guest), Pair(*(full_name(guest.person, each) for each in ("en", "ja")))))
    if not found:
        # Says that there is none of that name, or which guests it could be.
        return [of_guest(guest_named(plan, name))]
    if len(found) > 1:
        raise PlannerError("guest-ambiguous", name=name, guests=[named for _, named in found])
    if guest is None:
        return [found[0][0]]
    theirs = [one for one in plan.interpreters if one.person_id == guest.person_id and one.assignments]
    return [found[0][0], *map(of_interpreter, theirs)]


def _guest_if_any(plan: Plan, name: str) -> Member | None:
    try:
        return guest_named(plan, name)
    except PlannerError:
        return None


def _others(plan: Plan) -> Iterator[tuple[Reader, Pair, set[str]]]:
    """Give the families and interpreters, each with the name that is said and those by which they can be meant."""
    here = {offer.household_id for offer in plan.offers}
    here |= {stay.household_id for stay in plan.stays if stay.household_id and travels(stay.member)}
    for home in plan.households:
        if home.id in here:
            each = [name(home, language) for name in (family_word, household_name) for language in ("en", "ja")]
            yield of_home(home), Pair(*each[2:]), {folded(word).replace(" ", "") for word in (*each, home.uid)}
    guests = {member.person_id for member in plan.members}
    for interpreter in plan.interpreters:
        # A chaperone who interprets is found among the guests.
        if interpreter.person_id not in guests:
            each = [full_name(interpreter.person, language) for language in ("en", "ja")]
            words = {folded(word).replace(" ", "") for word in (*each, interpreter.uid)} | _parts(interpreter)
            yield of_interpreter(interpreter), Pair(*each), words


def guest_named(plan: Plan, name: str) -> Member:
    """Give the guest who is called so in either script. Raises `PlannerError` as `named`."""
    wanted = folded(name).replace(" ", "")
    found = [member for member in plan.members if wanted in _whole(member)]
    found = found or [member for member in plan.members if wanted in _parts(member)]
    if not found:
        raise PlannerError("guest-unknown", name=name)
    if len(found) > 1:
        pairs = [in_both(full_name, one.person) for one in found]
        raise PlannerError("guest-ambiguous", name=name, guests=pairs)
    return found[0]


def _whole(member: Member) -> set[str]:
    person = member.person
    written = {full_name(person, language, formal=formal) for language in ("en", "ja") for formal in (True, False)}
    return {folded(name).replace(" ", "") for name in (*written, member.uid, person.passport_name) if name}


def _parts(one: Member | Interpreter) -> set[str]:
    person = one.person
    parts = (person.family_name, person.given_name, person.family_name_ja, person.given_name_ja)
    called = (called_name(person, language) for language in ("en", "ja"))
    return {folded(name).replace(" ", "") for name in (*parts, *called) if name}

"""What readers of papers and calendars are called, and in which language each of them reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planner.language.marking import N_
from planner.language.names import full_name, household_name
from planner.language.speaking import speaker
from planner.model.households import Household
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind

LANGUAGES: Mapping[str, tuple[str, ...]] = {"en": ("en",), "ja": ("ja",), "both": ("en", "ja")}
"""The languages a paper or calendar can be in, each with those it says everything in."""

_NOBODY: Mapping[AudienceKind, str] = {
    AudienceKind.GROUP: N_("Whole group"),
    AudienceKind.EVERYBODY: N_("Guests and host families"),
    AudienceKind.STAFF: N_("Staff"),
    AudienceKind.CITY_HALL: N_("City hall of the partner"),
    AudienceKind.PUBLIC: N_("Public programme"),
}
"""What something is called that is for nobody by name."""


def name_of(plan: Plan, reader: Reader, language: str) -> str:
    """Say whose it is, in its language or in both."""
    return _joined(_name_in(plan, reader, each) for each in LANGUAGES[language])


def _name_in(plan: Plan, reader: Reader, language: str) -> str:
    one, here = whom(plan, reader), speaker(language)
    if one is None:
        return here.tr(_NOBODY.get(reader.kind, N_("Whole group")))
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
    kind = reader.kind
    if kind in (AudienceKind.PARTICIPANT, AudienceKind.GROUP, AudienceKind.CITY_HALL):
        city = plan.visit.home_city
    elif kind in (AudienceKind.HOST, AudienceKind.PUBLIC):
        city = plan.visit.host_city
    else:
        return "both"
    return "ja" if city.country == "JP" else "en"

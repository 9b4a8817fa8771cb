"""The members of a household, from what the form says about who lives there and who wrote it."""

from __future__ import annotations

import datetime as dt
import re

from planner.clock import age_on
from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.values.dates import read_date
from planner.intake.values.names import Name, name_key, read_name
from planner.intake.values.residents import Lives, read_residents
from planner.intake.values.scan import says_none
from planner.language.kana import has_japanese

_TIME_OF_DAY = re.compile(
    r"[\sT]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[AP]M)?(?:\s*[A-Z]{3,4}|Z)?\s*$", re.IGNORECASE
)
_ADULT = 18
_SEVERAL = re.compile(r"[\s・]+")
_FAMILY_WORDS = re.compile(r"^the\s+|\s+(?:family|household)$|(?:家|ファミリー)$", re.IGNORECASE)


def draft_residents(row: Row, household: Draft, context: Context) -> list[Draft]:
    """Describe who lives in the home. The main contact is one of them, added if the list leaves them out."""
    residents: list[Draft] = []
    surname = _surname(household)
    if row.has("Resident"):
        frame = row.frame("Resident")
        for lives in row.read("Resident", lambda text: read_residents(text, frame)):
            residents.append(_resident(lives, surname, row, context))
    contact = row.text("Household.contact")
    if row.has("Household.contact") and contact and not says_none(contact):
        name = row.read("Household.contact", read_name, "Resident.main_contact")
        person = _mark_contact(residents, name, surname)
        reading = read_whole_reading(row)
        if person is not None and reading.given:
            person.fields |= {"family_name_kana": reading.family, "given_name_kana": reading.given}
    if residents or row.has("Resident"):
        household.parts["residents"] = residents
    return residents


def read_whole_reading(row: Row) -> Name:
    """Read the kana beside the name of the family, or of who speaks for it; one word alone is the family's."""
    words = row.text("Household.name_kana")
    if not row.has("Household.name_kana") or says_none(words):
        return Name()
    if len(_SEVERAL.split(words.strip())) == 1:
        return Name(family=_FAMILY_WORDS.sub("", words).strip())
    return row.read("Household.name_kana", read_name, "Household.name_kana")


def _surname(household: Draft) -> str:
    name = str(household.fields.get("name_en") or household.fields.get("name_ja") or "")
    return _FAMILY_WORDS.sub("", name).strip()


def _resident(lives: Lives, surname: str, row: Row, context: Context) -> Draft:
    person = Draft("Person")
    _put_name(person, lives.name, surname)
    if lives.name.title:
        person.fields["honorific"] = lives.name.title
    person.fields["gender"] = lives.gender
    person.fields["birth_date"] = lives.birth_date
    person.fields["stated_age"] = lives.age
    if lives.age is not None:
        # When the family said it is what the age hangs on: the form's time stamp, or else today.
        person.at_first["age_stated_on"] = written_on(row) or context.today
    return Draft(
        "Resident",
        {
            "relation": lives.relation,
            "presence": lives.presence,
            "home_from": lives.home_from,
            "home_until": lives.home_until,
            "works": lives.works,
            "main_contact": False,
        },
        links={"person": person},
    )


def written_on(row: Row) -> dt.date | None:
    """The day of the form's time stamp, where the sheet has one that belongs to the offer."""
    target = "HostOffer.applied_on"
    if (day := row.day(target)) is not None or not row.text(target):
        return day
    return read_date(_TIME_OF_DAY.sub("", row.text(target)), row.frame(target)).value


def _put_name(person: Draft, name: Name, surname: str) -> None:
    """Members of a family carry its name, unless another is said."""
    japanese = has_japanese(name.given or name.family)
    family, given = ("family_name_ja", "given_name_ja") if japanese else ("family_name", "given_name")
    person.fields[family] = name.family or (surname if has_japanese(surname) == japanese else "")
    person.fields[given] = name.given
    person.at_first["family_name_first"] = japanese


def _mark_contact(residents: list[Draft], name: Name, surname: str) -> Draft | None:
    """Mark who speaks for the family; gives them as a person."""
    resident = find_resident(residents, name.given or name.family)
    if resident is None:
        person = Draft("Person")
        _put_name(person, name, surname)
        resident = Draft("Resident", {"main_contact": True}, links={"person": person})
        residents.append(resident)
        return person
    resident.fields["main_contact"] = True
    known = resident.links["person"]
    if known is not None and name.family:
        # "Linh Nguyen" of the Nguyen-Baker household keeps her own name.
        known.fields["family_name_ja" if has_japanese(name.family) else "family_name"] = name.family
    return known


def find_resident(residents: list[Draft], words: str) -> Draft | None:
    """Who of the family is meant by a name or a relation (「父」); None if nobody, or more than one."""
    key = name_key(words.removesuffix("'s"))
    found = [resident for resident in residents if key and key in _called(resident)]
    if not found:
        # "Marie Ouellette" or "My husband": any word of it that is somebody's name or relation.
        parts = {name_key(part) for part in words.split()}
        found = [resident for resident in residents if parts & _called(resident)]
    return found[0] if len(found) == 1 else None


def _called(resident: Draft) -> set[str]:
    person = resident.links["person"]
    fields = person.fields if person is not None else {}
    given = str(fields.get("given_name", "")), str(fields.get("given_name_ja", ""))
    whole = (
        str(fields.get("given_name", "")) + str(fields.get("family_name", "")),
        str(fields.get("family_name_ja", "")) + str(fields.get("given_name_ja", "")),
    )
    relation = str(resident.fields.get("relation", ""))
    same = _SAME_RELATION.get(relation.casefold(), ())
    return {name_key(word) for word in (*given, *whole, relation, *same) if word} - {""}


_SAME_RELATION = {
    "mother": ("mom", "mum", "wife"),
    "father": ("dad", "husband"),
    "mom": ("mother", "wife"),
    "dad": ("father", "husband"),
    "父": ("父親", "夫", "主人"),
    "母": ("母親", "妻"),
}


def adults_of(residents: list[Draft], day: dt.date) -> list[Draft]:
    """Everybody who is, or may be, of age on that day."""
    adults = []
    for resident in residents:
        person = resident.links["person"]
        fields = person.fields if person is not None else {}
        birth, age = fields.get("birth_date"), fields.get("stated_age")
        if birth is not None:
            age = age_on(birth, day)
        if age is None or age >= _ADULT:
            adults.append(resident)
    return adults

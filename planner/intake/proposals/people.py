"""Who is who: the people of the plan and of the sheet, found by name, birth date, e-mail or telephone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Any

from planner.intake.values.names import name_key
from planner.intake.values.phones import bare_phone
from planner.model.people import WHOLE_NAMES, Person


@dataclass(frozen=True, slots=True)
class Traits:
    """What a person is known by: the whole name in each script (Latin, Japanese, kana; "" where it is not known) as
    a key for comparing, and what else tells people of one name apart.
    """

    scripts: tuple[str, ...]
    birth_date: dt.date | None
    addresses: frozenset[str]
    phones: frozenset[str]

    @classmethod
    def of_person(cls, person: Person) -> Traits:
        """The traits of somebody in the plan; a contact's telephone counts, since adults often give their own."""
        return cls.of_fields(
            {name: getattr(person, name) for name in _FIELDS}, [contact.phone for contact in person.contacts]
        )

    @classmethod
    def of_fields(cls, fields: Mapping[str, Any], contact_phones: Iterable[str] = ()) -> Traits:
        """The traits of somebody as a sheet describes them."""
        scripts = tuple(
            name_key(fields[first] + fields[second]) if fields.get(first) and fields.get(second) else ""
            for first, second in WHOLE_NAMES
        )
        phones = {bare for text in (fields.get("phone", ""), *contact_phones) for bare in _phones(text)}
        addresses = {word.casefold() for word in fields.get("email", "").replace(",", " ").split()}
        return cls(scripts, fields.get("birth_date"), frozenset(addresses), frozenset(phones))

    @property
    def names(self) -> frozenset[str]:
        """The names in whatever script."""
        return frozenset(self.scripts) - {""}

    def contradicts(self, other: Traits) -> bool:
        """Whether they can hardly be one person although they share a name."""
        if self.birth_date is not None and other.birth_date is not None:
            return self.birth_date != other.birth_date
        mail = bool(self.addresses and other.addresses and not self.addresses & other.addresses)
        phone = bool(self.phones and other.phones and not self.phones & other.phones)
        return mail and (phone or not (self.phones and other.phones))

    def nearly_named(self, other: Traits) -> bool:
        """Whether their names differ by no more than a slip of the pen, in every script in which both are known."""
        both = [(mine, theirs) for mine, theirs in zip(self.scripts, other.scripts, strict=True) if mine and theirs]
        return all(SequenceMatcher(None, mine, theirs).ratio() >= _SLIP for mine, theirs in both)

    def weight(self, other: Traits) -> int:
        """What agrees besides one name, less the scripts in which their names differ."""
        agrees = (
            self.birth_date is not None and self.birth_date == other.birth_date,
            bool(self.addresses & other.addresses),
            bool(self.phones & other.phones),
            len(self.names & other.names) > 1,
        )
        differs = [mine and theirs and mine != theirs for mine, theirs in zip(self.scripts, other.scripts, strict=True)]
        return sum(agrees) - sum(map(bool, differs))


_SLIP = 0.8
"""Two names that agree this much may be one, written twice."""

_FIELDS = (*chain(*WHOLE_NAMES), "birth_date", "email", "phone")


def _phones(text: str) -> Iterable[str]:
    return [bare for part in text.split(",") if len(bare := bare_phone(part)) >= 8]


class People:
    """The people among whom to look. `somebody` is whatever stands for a person: a row of the plan, or a draft."""

    def __init__(self) -> None:
        self._by_name: defaultdict[str, list[tuple[Traits, Any]]] = defaultdict(list)
        self._by_birth: defaultdict[dt.date, list[tuple[Traits, Any]]] = defaultdict(list)
        self._by_short_name: defaultdict[str, list[Any]] = defaultdict(list)

    def add(self, traits: Traits, somebody: Any, short_names: Iterable[str] = ()) -> None:
        """Let this person be found; by given and called names too, when others speak of them."""
        for name in {name_key(words) for words in short_names} - {""}:
            self._by_short_name[name].append(somebody)
        for name in traits.names:
            self._by_name[name].append((traits, somebody))
        if traits.birth_date is not None:
            self._by_birth[traits.birth_date].append((traits, somebody))

    def named_alike(self, traits: Traits) -> list[tuple[Traits, Any]]:
        """Everybody who shares a name and is not contradicted, those who agree in most first."""
        found: dict[int, tuple[Traits, Any]] = {}
        for name in traits.names:
            for known, somebody in self._by_name.get(name, ()):
                if not traits.contradicts(known):
                    found[id(somebody)] = (known, somebody)
        return sorted(found.values(), key=lambda pair: traits.weight(pair[0]), reverse=True)

    def same_named(self, traits: Traits) -> Any | None:
        """Who this surely is: somebody of one name, and something else that agrees."""
        alike = self.named_alike(traits)
        return alike[0][1] if alike and traits.weight(alike[0][0]) > 0 else None

    def renamed(self, traits: Traits) -> Any | None:
        """Who was born the same day, has the same e-mail or telephone, and nearly the same name: it was corrected.

        Twins share all of that but the name, and their parents' e-mail address.
        """
        if traits.birth_date is None:
            return None
        for known, somebody in self._by_birth.get(traits.birth_date, ()):
            if (traits.addresses & known.addresses or traits.phones & known.phones) and traits.nearly_named(known):
                return somebody
        return None

    def named(self, words: str) -> list[Any]:
        """Everybody who can be meant by a name as somebody else wrote it: whole, or only given or called."""
        key = name_key(words)
        turned = name_key("".join(reversed(words.split())))
        found = {id(one): one for _, one in (*self._by_name.get(key, ()), *self._by_name.get(turned, ()))}
        return list(found.values()) or list({id(one): one for one in self._by_short_name.get(key, ())}.values())

"""The people of an event as an interpreter has to name them: who speaks in their order, then who else is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.agenda.ceremony import in_order
from planner.language.marking import Pair
from planner.language.names import full_name, kana_name
from planner.language.readings import ReadName
from planner.language.titles import title_of
from planner.model.attendance import those_at
from planner.model.delegations import Member
from planner.model.interpreting import Speech
from planner.model.people import Person
from planner.model.plan import Plan
from planner.model.programme import Activity


@dataclass(frozen=True, slots=True)
class Introduced:
    """Somebody to be named: "SAITŌ Kaori", 「齋藤 香織」, the reading, the post in both languages, the title."""

    name: Pair
    kana: str
    post: Pair
    honorific: str
    #: The items of the ceremony in which they speak, by their ids.
    speeches: tuple[int, ...] = ()


def people_of(activity: Activity, plan: Plan) -> tuple[Introduced, ...]:
    """Give who speaks at an activity in their order, each once, then the others by protocol rank.

    Others are the members who take part and have a rank, a post, or look after people: not every player.
    """
    found: dict[object, Introduced] = {}
    for speech in in_order(activity.speeches):
        person = speaker_of(speech, plan)
        one = _speaker(speech, person)
        if not any(one.name):
            continue
        key = one.name if person is None else person.id
        known = found.get(key)
        speeches = (*(known.speeches if known else ()), speech.id)
        found[key] = Introduced(one.name, one.kana, one.post, one.honorific, speeches)
    for member in _named(activity, plan):
        one = found.setdefault(member.person_id, _introduced(member.person, _post(member)))
        if not any(one.post):
            found[member.person_id] = replace(one, post=_post(member))
    return tuple(found.values())


def speaker_of(speech: Speech, plan: Plan) -> Person | None:
    """Give the person of an item: whom it points to, else the only one whose name is written there, in either order."""
    if speech.person is not None:
        return speech.person
    written = {_plain(name) for name in (speech.speaker_en, speech.speaker_ja)} - {""}
    found = [one for one in plan.all(Person) if written & _ways_to_write(one)] if written else []
    return found[0] if len(found) == 1 else None


def _ways_to_write(person: Person) -> set[str]:
    latin, japanese = (person.given_name, person.family_name), (person.family_name_ja, person.given_name_ja)
    names = [(first, second) for first, second in (latin, latin[::-1], japanese) if first and second]
    return {_plain(f"{first}{second}") for first, second in names}


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()


def _named(activity: Activity, plan: Plan) -> Iterator[Member]:
    there = those_at(plan, activity)
    ranked = sorted(there, key=lambda member: (member.person.protocol_rank is None, member.person.protocol_rank or 0))
    for member in ranked:
        person = member.person
        if person.protocol_rank is not None or member.role.is_chaperone or person.occupation_en or person.occupation_ja:
            yield member


def _post(member: Member) -> Pair:
    person = member.person
    if person.occupation_en or person.occupation_ja:
        return Pair(person.occupation_en, person.occupation_ja)
    return title_of(member)


def _speaker(speech: Speech, person: Person | None) -> Introduced:
    """As written with the item; what is not, from the person who it is, and the whole name where that is all it is."""
    read, post = ReadName.of_speaker(speech), Pair(speech.post_en, speech.post_ja)
    if person is None:
        return Introduced(Pair(read.en, read.in_japanese), read.kana, post, "")
    known = _introduced(person, post)
    points = speech.person is not None
    name = Pair(read.en or known.name.en, read.ja or known.name.ja or read.kana) if points else known.name
    post = Pair(post.en or person.occupation_en, post.ja or person.occupation_ja)
    return Introduced(name, read.kana or known.kana, post, known.honorific)


def _introduced(person: Person, post: Pair) -> Introduced:
    name = Pair(full_name(person, "en", formal=True), full_name(person, "ja"))
    return Introduced(name, kana_name(person), post, person.honorific)

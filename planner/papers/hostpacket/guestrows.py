"""What a family wants to know about its guest, row by row; what nobody has said makes no row."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from planner.clock import WallTime, elsewhere
from planner.language import N_, N_in, Words
from planner.language.dates import day_text, time_text
from planner.language.kana import has_japanese
from planner.language.names import called_name
from planner.language.schools import japanese_year, us_grade
from planner.language.telephones import dialled
from planner.language.terms import language_name, term
from planner.model.households import Pet
from planner.model.kinds import (
    AnimalSize,
    Answer,
    ContactKind,
    LanguageLevel,
    PhotoConsent,
    Reaction,
    Severity,
    Smoking,
    Species,
    Whereabouts,
)
from planner.model.people import AnimalNeed, Person
from planner.papers.kit.lines import Part, Run, Style
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.voice import Voice
from planner.rules.homestays.interests import Interest, interests_in
from planner.rules.left import age_by

_WORDS = Style(16, 21)
_LONG_LETTER = 90
_LISTED = re.compile(r"[、,・;/\n]")


class Row(NamedTuple):
    """A label, under a code that stays the same, and the paragraphs beside it."""

    code: str
    label: Words
    value: list[list[Part]]


# The rows, in their order


def rows_of(guest: Guest, hosting: Hosting, voice: Voice) -> Iterator[Row]:
    """Give the rows that have anything to say."""
    for make in _ROWS:
        row = make(guest, hosting, voice)
        if row.value:
            yield row


def _age(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    person, visit = guest.member.person, hosting.plan.visit
    age = age_by(person, visit.first_day)
    value: list[list[Part]] = []
    if age is not None and person.birth_date is not None:
        born = day_text(person.birth_date, voice.language, "written")
        value.append([Run(voice.here.tr("{age} (born {day})", age=age, day=born), TEXT)])
        if birthday := _birthday(person, hosting):
            on = day_text(birthday, voice.language, "short")
            value.append([Run(voice.here.tr("Turns {age} on {day}!", age=age + 1, day=on), STRONG)])
    elif age is not None:
        value.append([Run(str(age), TEXT)])
    return Row("age", N_in("guest", "Age"), value)


def _birthday(person: Person, hosting: Hosting) -> dt.date | None:
    born, visit = person.birth_date, hosting.plan.visit
    if born is None:
        return None
    days = (visit.first_day + dt.timedelta(days=n) for n in range((visit.last_day - visit.first_day).days + 1))
    return next((day for day in days if (day.month, day.day) == (born.month, born.day)), None)


def _school(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    person = guest.member.person
    school, grade = voice.pick(person.school_en, person.school_ja), person.grade.strip()
    value: list[list[Part]] = []
    if school or grade:
        line: list[Part] = [Run(voice.wording.listed([school, _year(grade, voice)]), TEXT)]
        if other := voice.second(person.school_en, person.school_ja):
            line.append(Run(f" {other}", SECOND_TEXT))
        value.append(line)
    if equal := _equal_year(person, voice):
        value.append([Run(equal, TEXT)])
    return Row("school", N_in("guest", "School"), value)


def _year(grade: str, voice: Voice) -> str:
    """Say a school year as the reader reads it: 「2年」 is "year 2"."""
    figures = re.fullmatch(r"(\d{1,2})年生?", unicodedata.normalize("NFKC", grade))
    return voice.here.tr("year {number}", number=int(figures[1])) if figures and voice.language == "en" else grade


def _equal_year(person: Person, voice: Voice) -> str:
    if voice.language == "en" and (grade := us_grade(person.school_ja or person.school_en, person.grade)):
        return voice.here.tr("about the same as US grade {grade}", grade=grade)
    if voice.language == "ja" and (year := japanese_year(person.grade)):
        return voice.here.tr("about the same as Japan’s {year}", year=year)
    return ""


def _work(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    person = guest.member.person
    work = voice.pick(person.occupation_en, person.occupation_ja)
    return Row("work", N_in("guest", "Work"), [[Run(work, TEXT)]] if work else [])


def _team(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    member = guest.member
    groups = [voice.pick(link.group.name_en, link.group.name_ja) for link in member.memberships]
    number = voice.here.tr_in("shirt", "Number {number}", number=member.shirt_number) if member.shirt_number else ""
    role = term(member.role, voice.language) if member.role.is_chaperone else ""
    position = member.position.strip()
    place = voice.here.tr("position {words}", words=position) if position and member.shirt_number else position
    said = voice.wording.begun(voice.wording.listed([role, *groups, place, number]))
    label = N_in("guest", "Team") if member.shirt_number else N_("In the group")
    return Row("team", label, [[Run(said, TEXT)]] if said else [])


def _languages(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    said = []
    for spoken in guest.member.person.languages:
        name = language_name(spoken.language, voice.language)
        if spoken.level is LanguageLevel.UNKNOWN:
            said.append(name)
        else:
            level = term(spoken.level, voice.language)
            said.append(voice.here.tr("{language}: {level}", language=name, level=small(level, voice)))
    words = ("; " if voice.language == "en" else "、").join(said)
    return Row("languages", N_in("guest", "Languages"), [[Run(words, TEXT)]] if said else [])


def small(words: str, voice: Voice) -> str:
    """Give words as they stand within a line: in English without a capital."""
    return words[:1].lower() + words[1:] if voice.language == "en" else words


def _likes(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    person = guest.member.person
    said, other = _interests(person, voice)
    if not said:
        return Row("likes", N_in("guest", "Likes"), [])
    value: list[list[Part]] = [[Run(said, TEXT), *([Run(f" {other}", SECOND_TEXT)] if other else [])]]
    if shared := _shared(person, hosting, voice):
        value.append([Run(voice.here.tr("You share {interests}: a good first evening.", interests=shared), TEXT)])
    return Row("likes", N_in("guest", "Likes"), value)


def _interests(person: Person, voice: Voice) -> tuple[str, str]:
    """Say what somebody likes, and the same in the other language; translated where every one of them is known."""
    own = person.interests_en if voice.language == "en" else person.interests_ja
    lent = person.interests_ja if voice.language == "en" else person.interests_en
    if own.strip():
        return voice.wording.begun(own.strip()), lent.strip()
    parts = [part.strip() for part in _LISTED.split(lent) if part.strip()]
    known = [min(found, key=_by_name).name.said_in(voice.language) for part in parts if (found := interests_in(part))]
    if parts and len(known) == len(parts):
        return voice.wording.begun(voice.wording.listed(known)), lent.strip()
    return lent.strip(), ""


def _by_name(interest: Interest) -> str:
    return interest.name.en


def _shared(person: Person, hosting: Hosting, voice: Voice) -> list[str]:
    theirs = interests_in(f"{person.interests_en}\n{person.interests_ja}")
    home = hosting.household
    words = [home.interests_en, home.interests_ja]
    words += [text for one in home.residents for text in (one.person.interests_en, one.person.interests_ja)]
    both = theirs & interests_in("\n".join(words))
    return [one.name.said_in(voice.language) for one in sorted(both, key=_by_name)]


def _dislikes(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    person = guest.member.person
    foods = [
        need.words or term(need.allergen, voice.language).lower()
        for need in person.food_needs
        if need.severity is Severity.DISLIKE
    ]
    said = voice.wording.listed([person.dislikes.strip(), *foods])
    return Row("dislikes", N_in("guest", "Dislikes"), [[Run(voice.wording.begun(said), TEXT)]] if said else [])


def _practice(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    words = guest.member.person.practice.strip()
    return Row("faith", N_in("guest", "Faith"), [[Run(words, TEXT)]] if words else [])


def _animals(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    needs, pets = guest.member.person.animal_needs, hosting.household.pets
    value: list[list[Part]] = []
    for need in needs:
        line = _animal(need, voice)
        if kept := [pet for pet in pets if pet.species is need.species or Species.ANY in (pet.species, need.species)]:
            line = f"{line} {_you_have(kept, voice)}" if voice.language == "en" else f"{line}{_you_have(kept, voice)}"
        value.append([Run(line, TEXT)])
    if pets and not needs:
        value.append([Run(voice.here.tr("Nothing to mind that we know of."), TEXT)])
    return Row("animals", N_in("guest", "Animals"), value)


def _animal(need: AnimalNeed, voice: Voice) -> str:
    name = term(need.species, voice.language)
    if need.species is Species.OTHER and need.words:
        name = need.words
    if need.size is not AnimalSize.ANY:
        name = voice.here.tr("{animal}, {size}", animal=name, size=small(term(need.size, voice.language), voice))
    if need.indoors_only:
        name = voice.here.tr("{animal} indoors", animal=name)
    return voice.here.tr(_REACTIONS[need.reaction], animal=name)


_REACTIONS = {
    Reaction.ALLERGY: N_("{animal}: allergic."),
    Reaction.FEAR: N_("{animal}: afraid."),
    Reaction.FAITH: N_("{animal}: not, for religious reasons."),
    Reaction.DISLIKE: N_("{animal}: rather not."),
}


def _you_have(pets: list[Pet], voice: Voice) -> str:
    said = []
    for pet in pets:
        name = small(term(pet.species, voice.language), voice)
        lives = "" if pet.lives is Whereabouts.UNKNOWN else small(term(pet.lives, voice.language), voice)
        said.append(f"{name}{voice.within(lives)}" if lives else name)
    return voice.here.tr("You have: {pets}.", pets=said)


def _water(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    member = guest.member
    said = []
    if member.swims is Answer.NO:
        said.append(voice.here.tr("Does not swim."))
    if member.motion_sick is Answer.YES:
        said.append(voice.here.tr("Gets car-sick: sit in front, stop now and then."))
    if member.person.bears_smoke is Answer.NO:
        said.append(voice.here.tr("Cannot bear tobacco smoke."))
    if member.person.smoking not in (Smoking.UNKNOWN, Smoking.NO):
        said.append(voice.here.tr("{habit}.", habit=term(member.person.smoking, voice.language)))
    return Row("also", N_in("guest", "Also"), [[Run(words, TEXT)] for words in said])


def _photos(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    name = called_name(guest.member.person, voice.language)
    words = voice.here.tr(_PHOTOS[guest.member.photo_consent], name=name)
    return Row("photos", N_in("guest", "Photos"), [[Run(words, TEXT)]])


_PHOTOS = {
    PhotoConsent.NONE: N_("No photographs of {name} at all, please."),
    PhotoConsent.GROUP_ONLY: N_("Group pictures only. Please print or post none of {name} alone."),
    PhotoConsent.FULL: N_("Photographs are fine. Ask {name} before you post one."),
    PhotoConsent.UNKNOWN: N_("Nobody has said yet: please ask us before you post any of {name}."),
}


def _phone(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    member, visit = guest.member, hosting.plan.visit
    said = [
        dialled(phone, visit.host_city.country, visit.home_city.country)
        for phone in dict.fromkeys((member.duty_phone.strip(), member.person.phone.strip()))
        if phone
    ]
    if messenger := member.person.messenger.strip():
        said.append(messenger)
    return Row("telephone", N_in("guest", "Telephone"), [[Run(voice.wording.listed(said), TEXT)]] if said else [])


def _parents(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    visit = hosting.plan.visit
    contacts = sorted(guest.member.person.contacts, key=lambda one: (one.priority is None, one.priority, one.id))
    guardians = [one for one in contacts if one.kind is ContactKind.GUARDIAN]
    value: list[list[Part]] = []
    for contact in guardians or contacts:
        name = voice.pick(contact.name_en, contact.name_ja)
        number = dialled(contact.phone, visit.host_city.country, visit.home_city.country)
        if name:
            value.append([Run(voice.wording.joined(name, contact.relation.strip()), TEXT)])
        if number:
            value.append([Run(voice.here.tr("From your phone: {number}", number=number), TEXT)])
    if value and (hint := _clock_hint(hosting, voice)):
        value.append([Run(hint, SECOND_TEXT)])
    return Row("parents", N_in("guest", "Parent") if guardians else N_in("guest", "At home"), value)


def _clock_hint(hosting: Hosting, voice: Voice) -> str:
    """Say what time it is there when families here have time to call."""
    visit = hosting.plan.visit
    here = WallTime(visit.first_day, dt.time(20), visit.host_city.zone)
    there = elsewhere(here, visit.home_city.zone)
    if there.local == here.local:
        return ""
    city = voice.pick(visit.home_city.name_en, visit.home_city.name_ja)
    return voice.here.tr(
        "When it is {here} here, it is {there} in {city}.",
        here=time_text(here.at, voice.language, "paper"),
        there=time_text(there.at, voice.language, "paper"),
        city=city,
    )


def _words(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    """Set the guest's own words large and as they wrote them, below what they mean."""
    member, country = guest.member, hosting.plan.visit.home_city.country
    written = [member.host_message_ja.strip(), member.host_message_en.strip()]
    ordered = written if country == "JP" else written[::-1]
    own, *others = [voice.pick(words, words) for words in ordered if words] or [""]
    label = N_in("guest", "Message")
    if not own:
        return Row("words", label, [])
    value: list[list[Part]] = [[Run(_quoted(own), _WORDS if len(own) <= _LONG_LETTER else TEXT)]]
    return Row("words", label, value + [[Run(_quoted(words), TEXT)] for words in others])


def _quoted(words: str) -> str:
    if has_japanese(words):
        return words if words.startswith("「") else f"「{words}」"
    return f"“{words}”"


_Make = Callable[[Guest, Hosting, Voice], Row]
_ROWS: tuple[_Make, ...] = (
    _age, _school, _work, _team, _languages, _likes, _dislikes, _practice, _animals, _water, _photos, _phone, _parents,
    _words,
)  # fmt: skip

"""What a family wants to know about its guest, row by row; what nobody has said makes no row."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator

from planner.clock import WallTime, shown_elsewhere
from planner.language import N_, N_in
from planner.language.dates import day_text
from planner.language.kana import has_japanese
from planner.language.names import called_name
from planner.language.readings import ReadName
from planner.language.schools import japanese_year, us_grade
from planner.language.telephones import dialled
from planner.language.terms import language_name, term
from planner.language.times import time_text
from planner.language.titles import title_of
from planner.model.kinds import (
    Answer,
    ContactKind,
    LanguageLevel,
    PhotoConsent,
    Severity,
    Smoking,
)
from planner.model.people import Contact, Person
from planner.papers.hostpacket.guestlikes import animals, likes
from planner.papers.hostpacket.guestrow import Row
from planner.papers.kit.lines import Part, Run, Style
from planner.papers.kit.ruby import with_reading
from planner.papers.kit.styles import SECOND_TEXT, STRONG, TEXT
from planner.papers.sections.hosting import Guest, Hosting
from planner.papers.sections.voice import Voice
from planner.rules.left import age_by

_WORDS = Style(16, 21)
_LONG_LETTER = 90


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
    title = title_of(member)
    role = voice.pick(*title) if member.role.is_chaperone else ""
    # Who has no place on the court often writes the title there once more.
    position = "" if member.position.strip() in title else member.position.strip()
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
            said.append(voice.here.tr("{language}: {level}", language=name, level=voice.small(level)))
    words = voice.row(said)
    return Row("languages", N_in("guest", "Languages"), [[Run(words, TEXT)]] if said else [])


def _dislikes(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    person = guest.member.person
    foods = [
        need.words or term(need.allergen, voice.language).lower()
        for need in person.food_needs
        if need.severity is Severity.DISLIKE
    ]
    said = voice.wording.listed([voice.in_words(person.dislikes), *foods])
    return Row("dislikes", N_in("guest", "Dislikes"), [[Run(voice.wording.begun(said), TEXT)]] if said else [])


def _practice(guest: Guest, hosting: Hosting, voice: Voice) -> Row:
    words = voice.in_words(guest.member.person.practice)
    return Row("faith", N_in("guest", "Faith"), [[Run(words, TEXT)]] if words else [])


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
    country, home = visit.host_city.country, visit.home_city.country
    own = {dialled(phone, country, home) for phone in (guest.member.duty_phone, guest.member.person.phone)} - {""}
    contacts = sorted(guest.member.person.contacts, key=lambda one: (one.priority is None, one.priority, one.id))
    # An adult's form often repeats their own number as whom to call: that is no one at home.
    contacts = [one for one in contacts if dialled(one.phone, country, home) not in own]
    guardians = [one for one in contacts if one.kind is ContactKind.GUARDIAN]
    value: list[list[Part]] = []
    for contact in guardians or contacts:
        number = dialled(contact.phone, country, home)
        if any(ReadName.of(contact)) or number:
            value.append(_whom(contact, voice))
        if number:
            value.append([Run(voice.here.tr("From your phone: {number}", number=number), TEXT)])
    if value and (hint := _clock_hint(hosting, voice)):
        value.append([Run(hint, SECOND_TEXT)])
    return Row("parents", N_in("guest", "Parent") if guardians else N_in("guest", "At home"), value)


def _whom(contact: Contact, voice: Voice) -> list[Part]:
    """Name somebody at home as the family asks for them: with how it is said, and what they are to the guest."""
    name, relation = ReadName.of(contact), voice.in_words(contact.relation)
    if not any(name):
        return [Run(voice.here.tr("Name not given"), TEXT)]
    if voice.language == "ja":
        after = f"\u3000{relation}" if relation else ""
        return [*with_reading(name.parts or [(name.en, "")], TEXT), Run(after, TEXT)]
    said = name.said(voice.language)
    words = [name.en or name.in_japanese, relation, voice.here.tr("say {reading}", reading=said) if said else ""]
    return [Run(voice.wording.joined(*words), TEXT)]


def _clock_hint(hosting: Hosting, voice: Voice) -> str:
    """Say what time it is there when families here have time to call."""
    visit = hosting.plan.visit
    here = WallTime(visit.first_day, dt.time(20), visit.host_city.zone)
    there = shown_elsewhere(here, visit.home_city.zone)
    if there is None or there.local == here.local:
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
    _age, _school, _work, _team, _languages, likes, _dislikes, _practice, animals, _water, _photos, _phone, _parents,
    _words,
)  # fmt: skip

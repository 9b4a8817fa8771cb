"""The roster of people: everybody who travels, as they are written, read and called, with where they sleep."""

from __future__ import annotations

from collections.abc import Sequence

from planner.clock import age_on
from planner.language import N_, N_in
from planner.language.names import called_name, full_name, furigana, kana_name
from planner.language.terms import language_name, term
from planner.language.titles import title_of
from planner.model.delegations import Member
from planner.model.kinds import Gender, LanguageLevel
from planner.model.people import Person
from planner.papers.kit.boxes import Box, telling
from planner.papers.kit.lines import Run
from planner.papers.kit.tables import Table
from planner.papers.rosters.form import STRONG, Cell, Form, Roster, homes_of, lines, phone_of

_UNSAID = (LanguageLevel.UNKNOWN, LanguageLevel.NONE)


def people(members: Sequence[Member], form: Form) -> Roster:
    """Set everybody who travels, by name."""
    table = form.table(
        (
            ("", 8), (N_("Name"), 43), (N_("Japanese name, reading"), 38), (N_("Role"), 28),
            (N_in("people", "Group"), 14), (N_("Age"), 16), (N_in("roster", "Sleeps"), 52), (N_("Speaks"), 31),
            (N_("Telephone"), 33),
        )
    )  # fmt: skip
    rows = [_row(table, number, member, form) for number, member in enumerate(members, start=1)]
    count = form.voice.wording.speaker.trn("{count} person", "{count} people", len(members))
    return Roster("people", (form.titled(table, rows, N_in("roster", "People"), count),))


def _row(table: Table, number: int, member: Member, form: Form) -> Box:
    voice, person = form.voice, member.person
    name = full_name(person, "en", formal=True)
    called = called_name(person, "en")
    homes = homes_of(member, voice.wording)
    phone = phone_of(member, voice.wording)
    row = table.row(
        [
            Run(str(number), STRONG),
            lines(table, 1, [name, called if called != person.given_name else ""], first_bold=True),
            lines(table, 2, [full_name(person, "ja"), _reading(person)], first_bold=True),
            lines(table, 3, _role(member, form)),
            lines(table, 4, [voice.wording.listed(_groups(member, form))]),
            lines(table, 5, _age(member, form)),
            lines(table, 6, homes or [_no_bed(form)]),
            lines(table, 7, _languages(person, form)),
            lines(table, 8, [phone, person.messenger]),
        ]
    )  # fmt: skip
    return telling(row, form.cells(f"{member.uid}.person", lambda each: _told(member, each)))


def _told(member: Member, form: Form) -> tuple[str, list[Cell]]:
    wording, person = form.voice.wording, member.person
    return full_name(person, wording.language), [
        Cell("role", N_("Role"), wording.listed(_role(member, form))),
        Cell("group", N_in("people", "Group"), wording.listed(_groups(member, form))),
        Cell("sleeps", N_in("roster", "Sleeps"), wording.listed(homes_of(member, wording)) or _no_bed(form)),
        Cell("speaks", N_("Speaks"), wording.listed(_languages(person, form))),
        Cell("phone", N_("Telephone"), wording.listed([phone_of(member, wording), person.messenger])),
    ]


def _no_bed(form: Form) -> str:
    return form.voice.say(N_("no bed yet"))


def _role(member: Member, form: Form) -> list[str]:
    here = form.voice.wording.speaker
    number = member.shirt_number.strip()
    title, position = title_of(member), member.position.strip()
    words = [form.voice.pick(*title), "" if position in title else position]
    return [form.voice.wording.listed(words), here.tr_in("shirt", "Number {number}", number=number) if number else ""]


def _groups(member: Member, form: Form) -> list[str]:
    groups = [link.group for link in member.memberships]
    return [group.letter.strip() or form.voice.pick(group.name_en, group.name_ja) for group in groups]


def _age(member: Member, form: Form) -> list[str]:
    """Give the age on the first day and the gender."""
    person, first = member.person, form.voice.wording.schedule.plan.visit.first_day
    age = age_on(person.birth_date, first) if person.birth_date is not None else person.stated_age
    gender = "" if person.gender is Gender.UNKNOWN else term(person.gender, form.voice.language)
    return [str(age) if age is not None else "", gender]


def _reading(person: Person) -> str:
    """Give the reading of a name that is not in kana as it is."""
    return kana_name(person) if any(kana for _, kana in furigana(person)) else ""


def _languages(person: Person, form: Form) -> list[str]:
    """Name the languages somebody speaks, each with how well."""
    here, language = form.voice.here, form.voice.language
    return [
        here.tr("{language}: {level}", language=language_name(one.language, language), level=term(one.level, language))
        for one in person.languages
        if one.level not in _UNSAID
    ]

"""The roster of emergency contacts: the visit's own numbers first, then whom to call for whom, as dialled here."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language import N_, N_in
from planner.language.names import full_name
from planner.language.readings import ReadName
from planner.language.telephones import dialled, international
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.kinds import Answer
from planner.model.people import Contact
from planner.model.visits import VisitPhone
from planner.papers.kit.boxes import Box, telling
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run
from planner.papers.kit.tables import Table
from planner.papers.rosters.form import STRONG, Cell, Form, Roster, lines, phone_of

_SHORTEST = 4
_CONSENT = {Answer.YES: N_("yes"), Answer.NO: N_("no")}


def contacts(members: Sequence[Member], form: Form) -> Roster:
    """Set the numbers of the visit, then the contacts of each person in the order in which to call."""
    return Roster("contacts", (*_numbers(form), _people(members, form)))


def _numbers(form: Form) -> list[Block]:
    visit = form.voice.wording.schedule.plan.visit
    table = form.table(
        (
            (N_("Whom it reaches"), 52), (N_("Name"), 78), (N_("Dialled here"), 46), (N_("Dialled from abroad"), 42),
            (N_("Hours, policy"), 45),
        )
    )  # fmt: skip
    phones = [phone for phone in visit.phones if phone.phone.strip()]
    rows = [_number(table, phone, form) for phone in phones]
    return [form.titled(table, rows, N_in("roster", "Numbers of the visit"))] if rows else []


def _number(table: Table, phone: VisitPhone, form: Form) -> Box:
    voice, host = form.voice, form.voice.wording.schedule.plan.visit.host_city.country
    home = phone.country.strip().upper() or host
    number = dialled(phone.phone, host, home)
    # 911 and 119 are dialled as they are, and from nowhere else.
    abroad = international(phone.phone, home) if len(number) > _SHORTEST else ""
    name = voice.pick(phone.name_en, phone.name_ja)
    row = table.row(
        [
            term(phone.kind, voice.language),
            lines(table, 1, [name, voice.second(phone.name_en, phone.name_ja)], first_bold=True),
            Run(number, STRONG, whole=True), abroad,
            voice.wording.listed([phone.hours.strip(), phone.policy.strip()]),
        ]
    )  # fmt: skip

    def tell(each: Form) -> tuple[str, list[Cell]]:
        name = each.voice.pick(phone.name_en, phone.name_ja)
        return each.voice.wording.listed([term(phone.kind, each.voice.language), name]), [
            Cell("number", N_("Dialled here"), number),
            Cell("hours", N_("Hours, policy"), each.voice.wording.listed([phone.hours.strip(), phone.policy.strip()])),
        ]

    return telling(row, form.cells(f"phone.{phone.id}", tell))


def _people(members: Sequence[Member], form: Form) -> Block:
    table = form.table(
        (
            (N_("Name"), 46), (N_("Whom to call"), 52), (N_in("roster", "Kind"), 30), (N_("Languages"), 28),
            (N_("Dialled here"), 44), (N_("Dialled from abroad"), 37), (N_in("roster", "Treatment consent"), 26),
        )
    )  # fmt: skip
    rows = []
    for member in members:
        found = sorted(member.person.contacts, key=lambda one: (one.priority is None, one.priority or 0, one.id))
        if not found:
            rows.append(table.row([_name(table, member, form), Run(form.voice.say(N_("nobody said")), STRONG)]))
        for number, contact in enumerate(found):
            rows.append(_contact(table, member, contact, form, is_first=number == 0))
    return form.titled(table, rows, N_in("roster", "Emergency contacts"))


def _name(table: Table, member: Member, form: Form) -> Box:
    person, voice = member.person, form.voice
    own = [full_name(person, voice.language, formal=True), full_name(person, voice.other.language, formal=True)]
    return lines(table, 0, [*own, phone_of(member, voice.wording)], first_bold=True)


def _contact(table: Table, member: Member, contact: Contact, form: Form, *, is_first: bool) -> Box:
    voice = form.voice
    visit = voice.wording.schedule.plan.visit
    home = visit.home_city.country
    read = ReadName.of(contact)
    name = voice.pick(read.en, read.in_japanese)
    number = dialled(contact.phone, visit.host_city.country, home)
    stated = voice.in_words(contact.relation)
    relation = stated if name else ""
    consent = _CONSENT.get(contact.may_consent)
    row = table.row(
        [
            _name(table, member, form) if is_first else "",
            lines(table, 1, [name or stated, read.said(voice.language), relation, contact.email],
                  first_bold=True),
            term(contact.kind, voice.language), contact.languages,
            lines(table, 4, [number, contact.hours], first_bold=True), international(contact.phone, home),
            voice.say(consent) if consent is not None else "",
        ]
    )  # fmt: skip

    def tell(each: Form) -> tuple[str, list[Cell]]:
        own, name = full_name(member.person, each.voice.language), each.voice.pick(read.en, read.in_japanese)
        return each.voice.wording.listed([own, name or term(contact.kind, each.voice.language)]), [
            Cell("relation", N_("Whom to call"), each.voice.wording.listed(
                [each.voice.in_words(contact.relation), contact.email])),
            Cell("languages", N_("Languages"), contact.languages),
            Cell("number", N_("Dialled here"), each.voice.wording.listed([number, contact.hours])),
            Cell("consent", N_in("roster", "Treatment consent"), each.voice.say(consent) if consent else ""),
        ]

    return telling(row, form.cells(f"{member.uid}.contact.{contact.id}", tell))

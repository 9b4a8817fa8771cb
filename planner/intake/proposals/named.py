"""Somebody on any sheet about people: by names, e-mail and telephones."""

from __future__ import annotations

from itertools import chain

from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.values.addresses import read_email
from planner.intake.values.names import Name, proper, read_name
from planner.intake.values.phones import Phone, read_phones
from planner.intake.values.scan import says_none
from planner.language.kana import has_japanese
from planner.model.people import WHOLE_NAMES


def draft_person(row: Row, context: Context) -> Draft:
    """Names, e-mail and telephone, as every sheet about people has them."""
    person = Draft("Person")
    fields = person.fields
    kana = row.text("Person.name_kana")
    written: Name | None = None
    if row.has("Person.name_ja"):
        japanese = _name(row, "Person.name_ja", "Person.family_name_ja")
        if has_japanese(row.text("Person.name_ja")) or not row.text("Person.name_ja"):
            fields["family_name_ja"], fields["given_name_ja"] = japanese.family, japanese.given
        else:
            fields["family_name"], fields["given_name"] = japanese.family, japanese.given
        written = japanese
    if row.has("Person.name_kana"):
        reading = _name(row, "Person.name_kana", "Person.family_name_kana")
        fields["family_name_kana"], fields["given_name_kana"] = reading.family, reading.given
    if row.has("Person.passport_name"):
        words = row.text("Person.passport_name")
        fields["passport_name"] = words
        latin = row.read(
            "Person.passport_name",
            lambda text: read_name(text, family_first=bool(written), kana=kana),
        )
        if not row.has("Person.name_en"):
            fields["family_name"], fields["given_name"] = latin.family, latin.given
        written = latin if words else written
    if row.has("Person.name_en"):
        words = row.text("Person.name_en")
        latin = row.read("Person.name_en", lambda text: read_name(text, kana=kana))
        if has_japanese(words):
            fields.setdefault("family_name_ja", latin.family)
            fields.setdefault("given_name_ja", latin.given)
        else:
            fields["family_name"], fields["given_name"] = latin.family, latin.given
            if latin.title:
                fields["honorific"] = latin.title
        written = latin if words else written
    for name in chain(*WHOLE_NAMES):
        if row.has(f"Person.{name}"):
            fields[name] = proper(row.text(f"Person.{name}"))
    if written is not None:
        person.at_first["family_name_first"] = written.family_first
    if row.has("Person.email"):
        fields["email"] = row.read("Person.email", read_email, "Person.email")
    if row.has("Person.phone"):
        phones = phones_of(row, "Person.phone", context, "Person.phone")
        fields["phone"] = ", ".join(phone.shown for phone in phones)
    if row.has("Person.messenger"):
        fields["messenger"] = row.text("Person.messenger")
    return person


def _name(row: Row, target: str, field: str) -> Name:
    return row.read(target, read_name, field)


def phones_of(row: Row, target: str, context: Context, field: str) -> tuple[Phone, ...]:
    """Give the telephones that a cell names; `field` is what a doubt about them is noted at."""
    if not row.text(target) or says_none(row.text(target)):
        return ()
    return row.read(target, lambda text: read_phones(text, context.country), field)

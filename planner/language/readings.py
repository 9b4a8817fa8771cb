"""A name with its reading: a person's, a family's, a parent's, a counterpart's, a speaker's.

Nothing is guessed here: kana say how a name is read only where somebody has written them down.
"""

from __future__ import annotations

from typing import NamedTuple

from planner.language.kana import has_japanese, hiragana, is_kana, is_katakana
from planner.language.names import family_word, kana_name
from planner.language.pronunciation import respelt
from planner.model.cities import PartnershipContact
from planner.model.households import Household
from planner.model.interpreting import Speech
from planner.model.people import Contact, Person


class ReadName(NamedTuple):
    """A name in Latin letters, as it is written in Japanese, and its reading in kana; any of them may be missing."""

    en: str
    ja: str
    kana: str

    @classmethod
    def of(cls, one: Contact | PartnershipContact) -> ReadName:
        """Take the name of somebody to call, or of a counterpart."""
        return cls(one.name_en.strip(), one.name_ja.strip(), one.name_kana.strip())

    @classmethod
    def of_person(cls, person: Person) -> ReadName:
        """Take the whole name of somebody."""
        latin = " ".join(filter(None, (person.given_name, person.family_name)))
        written = " ".join(filter(None, (person.family_name_ja, person.given_name_ja)))
        return cls(latin, written, kana_name(person))

    @classmethod
    def of_family(cls, home: Household) -> ReadName:
        """Take the bare name of a family."""
        kana = home.name_kana.strip()
        japanese = family_word(home, "ja")
        return cls(family_word(home, "en"), japanese if has_japanese(japanese) else "", kana)

    @classmethod
    def of_speaker(cls, speech: Speech) -> ReadName:
        """Take whom an item of a ceremony names."""
        return cls(speech.speaker_en.strip(), speech.speaker_ja.strip(), speech.speaker_kana.strip())

    @property
    def in_japanese(self) -> str:
        """The name as it is written in Japanese; a name from abroad may be known in kana only."""
        return self.ja or self.kana

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Each part of the Japanese name with the hiragana to stand above it; nothing above what is written in kana."""
        written, reading = self.in_japanese, hiragana(self.kana)
        if not written or not reading or is_kana(written):
            return [(written, "")] if written else []
        several, readings = written.split(), reading.split()
        if len(several) != len(readings):
            return [(written, " ".join(readings))]
        pairs = zip(several, readings, strict=True)
        return [(part, "" if is_kana(part) else kana) for part, kana in pairs]

    def said(self, language: str) -> str:
        """Say how it is read: spelt out for readers of English, in hiragana for Japanese.

        Nothing for a name that is read as it stands, a name from abroad, or one of which nobody has said it.
        """
        if language == "ja":
            return hiragana(self.kana) if self.kana and self.ja and not is_kana(self.ja) else ""
        return respelt(self.kana) if not is_katakana(self.in_japanese) else ""

    def can_be_said(self, language: str) -> bool:
        """Whether a reader of the language can say the name: it is in their letters, or its reading is known."""
        if language == "ja":
            return bool(self.kana) or (bool(self.ja) and is_kana(self.ja)) or not (self.en or self.ja)
        return bool(self.en or self.kana) or not self.ja

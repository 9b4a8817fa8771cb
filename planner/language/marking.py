"""Marks on English words that are translated later: the extraction finds them by `N_` and its kin."""

from __future__ import annotations

from typing import NamedTuple


class Plural(NamedTuple):
    """A sentence that differs for one and for many; the figure ``count`` decides."""

    one: str
    many: str


class InContext(NamedTuple):
    """An English word that needs two Japanese ones, with the context that tells which."""

    context: str
    text: str


class Within(NamedTuple):
    """A word that is put into another phrase, as its figure ``{label}``: "Title" into "{label} (English)"."""

    phrase: str
    label: str


class Pair(NamedTuple):
    """A name or title that a record holds in both languages, as a figure: each reader gets theirs.

    What is missing in one language is taken from the other.
    """

    en: str
    ja: str

    def said_in(self, language: str) -> str:
        """Give the half for a reader of that language."""
        return (self.ja or self.en) if language == "ja" else (self.en or self.ja)


Words = str | Plural | InContext | Within
"""What can be translated: marked words as a table of sentences or labels holds them."""


def N_(text: str, /) -> str:
    """Mark an English sentence for translation; ``tr(text)`` says it later."""
    return text


def N_plural(one: str, many: str, /) -> Plural:
    """Mark a sentence with its plural: ``N_plural("{count} guest", "{count} guests")``."""
    return Plural(one, many)


def N_in(context: str, text: str, /) -> InContext:
    """Mark a word that has several translations, with the context of this one: ``N_in("bed", "Double")``."""
    return InContext(context, text)

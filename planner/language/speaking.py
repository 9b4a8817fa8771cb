"""Speakers: one for each language, turning marked English words, figures and messages into text."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter

from planner.language import figures as _figures
from planner.language.catalogue import LANGUAGES, SOURCE_LANGUAGE, catalogue
from planner.language.marking import InContext, Plural, Within, Words
from planner.model.message import Message, PlannerError


class UnsaidSentence(UserWarning):
    """A code without a sentence, or one without a figure: an error in tests, readable at run time."""


class Speaker:
    """Says everything in one language. Get one from `speaker`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = catalogue(language)

    def tr(self, text: str, /, **figures: object) -> str:
        """Translate an English sentence and put its figures in: ``tr("Arrives {when}", when=day)``."""
        return self._with(self._catalogue.gettext(text) if text else "", figures)

    def trn(self, one: str, many: str, count: int, /, **figures: object) -> str:
        """Translate a sentence that differs for one and many; `count` is also the figure ``{count}``."""
        return self._fill(self._catalogue.ngettext(one, many, count), {"count": count, **figures})

    def tr_in(self, context: str, text: str, /, **figures: object) -> str:
        """Translate a word that has several translations; `context` tells which is meant."""
        return self._with(self._catalogue.pgettext(context, text), figures)

    def words(self, words: Words, /, **figures: object) -> str:
        """Translate marked words of any kind, as a table of sentences or labels holds them."""
        if isinstance(words, Plural):
            count = figures.get("count")
            text = self._catalogue.ngettext(*words, count if isinstance(count, int) else 2)
            return self._fill(text, figures)
        if isinstance(words, InContext):
            return self._fill(self._catalogue.pgettext(*words), figures)
        if isinstance(words, Within):
            return self.tr(words.phrase, label=self.tr(words.label))
        return self._fill(self._catalogue.gettext(words), figures)

    def say(self, message: Message | PlannerError, /) -> str:
        """Say a message: the sentence of its code with its figures, each written in this language's way."""
        from planner.language.sentences import sentence

        if isinstance(message, PlannerError):
            message = message.message
        words = sentence(message.code)
        if words is None:
            warnings.warn(f"no sentence for the code {message.code!r}", UnsaidSentence, stacklevel=2)
            return self._unsaid(message)
        said = self.words(words, **message.figures)
        return f"{said[:1].upper()}{said[1:]}" if _begins_with_our_words(words, message) else said

    def figure(self, value: object, form: str = "") -> str:
        """Write one figure: a number, date, time, term, message, list … in this language's way."""
        return _figures.write(value, form, self)

    def _with(self, text: str, figures: Mapping[str, object]) -> str:
        # A text that is given no figures may hold braces of its own.
        return self._fill(text, figures) if figures else text

    def _fill(self, text: str, figures: Mapping[str, object]) -> str:
        return "".join(self._pieces(text, figures)) if "{" in text or "}" in text else text

    def _pieces(self, text: str, figures: Mapping[str, object]) -> Iterator[str]:
        for literal, name, form, _ in Formatter().parse(text):
            yield literal
            if name is None:
                continue
            if name in figures:
                yield self.figure(figures[name], form or "")
            else:
                warnings.warn(f"no figure {name!r} for {text!r}", UnsaidSentence, stacklevel=2)
                yield "…"

    def _unsaid(self, message: Message) -> str:
        figures = ", ".join(f"{name}: {self.figure(value)}" for name, value in message.figures.items())
        code = message.code.replace("-", " ").capitalize()
        return f"{code} ({figures})" if figures else code


def _begins_with_our_words(words: Words, message: Message) -> bool:
    """Say whether a whole sentence begins with a message as a figure ("all 15"), not with a name or what was typed."""
    if not isinstance(words, str) or not words.startswith("{") or not words.endswith("."):
        return False
    name = words[1:].partition("}")[0].partition(":")[0]
    return isinstance(message.figures.get(name), Message)


@cache
def speaker(language: str) -> Speaker:
    """Give the speaker of a language; a paper takes the one of its reader, whatever the screen speaks."""
    return Speaker(language)


_screen = SOURCE_LANGUAGE


def set_screen_language(language: str) -> None:
    """Let `tr` speak `language` from now on; whoever shows words asks for them again."""
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
    global _screen
    _screen = language


def screen_language() -> str:
    """Give the language the screen speaks."""
    return _screen


def tr(text: str, /, **figures: object) -> str:
    """Say an English sentence in the screen's language: ``tr("Arrives {when}", when=day)``."""
    return speaker(_screen).tr(text, **figures)


def trn(one: str, many: str, count: int, /, **figures: object) -> str:
    """Say a sentence that differs for one and many in the screen's language; `count` is also ``{count}``."""
    return speaker(_screen).trn(one, many, count, **figures)


def tr_in(context: str, text: str, /, **figures: object) -> str:
    """Say a word that has several translations in the screen's language."""
    return speaker(_screen).tr_in(context, text, **figures)


def say(message: Message | PlannerError, language: str | None = None) -> str:
    """Say a message in `language`, or in the screen's."""
    return speaker(language or _screen).say(message)

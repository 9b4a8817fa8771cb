"""Which language the command line speaks, and how its words and progress reach a terminal, a file or a program."""

from __future__ import annotations

import io
import json
import locale
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from planner.language import LANGUAGES, say
from planner.model.message import Message

_OPTION = "--language"
_OWN = frozenset({"calendar", "print"})
"""The jobs to which it also says in what language to make things; theirs may be one that nothing is said in: both."""
_CLEAR = "\r\x1b[K"  # to the beginning of the line, and the rest of it away


def chosen_language(words: Sequence[str]) -> tuple[str, list[str]]:
    """Take ``--language en|ja`` out of the words, wherever it stands; without it the locale decides.

    An unknown language is left in the words, so that it is refused like any other wrong value, and so is that of what
    a job makes: it is said in it and made in it.
    """
    rest = list(words)
    for place, word in enumerate(rest):
        if word == "--":
            break
        option, equals, value = word.partition("=")
        if option != _OPTION:
            continue
        value = value if equals else next(iter(rest[place + 1 : place + 2]), "")
        if value in LANGUAGES:
            if not _OWN.isdisjoint(rest[:place]):
                return value, rest
            del rest[place : place + (1 if equals else 2)]
            return value, rest
        break
    return _language_of_locale(), rest


def _language_of_locale() -> str:
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    system = next(filter(None, named), "") or locale.getlocale()[0] or ""
    return "ja" if system.casefold().startswith(("ja", "japanese")) else "en"


def speak_utf8() -> None:
    """Let Japanese pass through a pipe or an old console, which may stand at another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


def tell(*lines: str) -> None:
    """Write lines for a reader."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def warn(*lines: str) -> None:
    """Write lines for a reader that are no result: warnings and refusals, beside what a script reads."""
    if sys.stderr.isatty():
        # Progress that was refused half-way may stand in this line.
        sys.stderr.write(_CLEAR)
    for line in lines:
        sys.stderr.write(f"{line}\n")


def tell_program(data: Any) -> None:
    """Write data for a program: JSON, UTF-8, days and times as ISO 8601."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n")


def sentence_for_program(message: Message) -> dict[str, Any]:
    """Give a sentence as data: its code, which stays, its words in each language, and all the names it is about."""
    said = {"code": message.code, "sentence": {language: say(message, language) for language in LANGUAGES}}
    return said | ({"names": message.figures["names"]} if "names" in message.figures else {})


def tell_table(rows: Sequence[Sequence[str]]) -> None:
    """Write rows in columns; full-width characters count two."""
    if not rows:
        return
    widths = [max(width_of(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = (text + " " * (width - width_of(text)) for text, width in zip(row, widths, strict=True))
        tell("  ".join(cells).rstrip())


def width_of(text: str) -> int:
    """Say how many columns a text takes on a terminal; full-width characters take two."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def is_talk() -> bool:
    """Say whether somebody sits at a terminal who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def progress(words: str) -> Callable[[int, int], None] | None:
    """Give what shows progress in one line on a terminal; None where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        sys.stderr.write(f"{_CLEAR}{words} {done}/{total}" if done < total else _CLEAR)
        sys.stderr.flush()

    return show

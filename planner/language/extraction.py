"""Keeps `ja.po` in step with the sources.

    python -m planner.language.extraction            take new sentences in; list what is untranslated
    … --add A.json   merge {"English": "日本語"} in (safe while others do the same)
    … --prune        drop what the sources no longer say
    … --compile      only write ja.mo
    … --check        change nothing; exit code 1 and a list if something is amiss

A key of the JSON file is the English text, ``"context\\u0004text"`` for a word in context; for a plural the
singular, with the one Japanese form as text or list. Words that the sources do not say (yet) are kept until
``--prune``.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract
from babel.messages.pofile import generate_po, read_po
from filelock import FileLock

import planner
from planner.language.catalogue import compile_catalogue, folder, save, translated_languages

KEYWORDS: dict[str, Any] = {
    "N_": None,
    "tr": None,
    "trn": (1, 2),
    "N_plural": (1, 2),
    "tr_in": ((1, "c"), 2),
    "N_in": ((1, "c"), 2),
}
"""The calls whose literal arguments are translated."""

# The header is written here rather than by Babel, whose dates and version would make every run a change.
HEADER = """\
# The Japanese of Shimai. Kept by `python -m planner.language.extraction`; see planner/language.
msgid ""
msgstr ""
"Project-Id-Version: Shimai\\n"
"Language: {language}\\n"
"Plural-Forms: {plural_forms};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

# Taking a file to pieces is slow, and half of them say nothing.
_CALL = re.compile(rb"\b(?:%s)\s*\(" % "|".join(KEYWORDS).encode())

_F_STRING = re.compile(rb"\bf[\"'].*\b(?:%s)\s*\(" % "|".join(KEYWORDS).encode())

_PACKAGE = Path(planner.__file__).resolve().parent


def say_what_the_sources_say(notes: list[str] | None = None) -> Catalog:
    """Read every translatable text of `planner/` into a catalogue without translations.

    A file that cannot be read (someone may be writing it) is told in `notes`; without them it is raised.
    """
    template = Catalog(locale=None, fuzzy=False)
    for file in sorted(_PACKAGE.rglob("*.py")):
        place = file.relative_to(_PACKAGE.parent).as_posix()
        content = file.read_bytes()
        if not _CALL.search(content):
            continue
        try:
            for _, words, _, context in extract("python", BytesIO(content), keywords=KEYWORDS):
                _enter(template, words, place, context)
            for words, context in within_f_strings(content):
                _enter(template, words, place, context)
        except (SyntaxError, UnicodeDecodeError) as error:
            if notes is None:
                raise
            notes.append(f"not read: {place}: {error}")
    for label, place in field_labels(notes):
        _enter(template, label, place, None)
    return template


def within_f_strings(content: bytes) -> Iterator[tuple[Any, str | None]]:
    """Give what is said inside of f-strings, with its context: Babel sees it only from Python 3.12 on."""
    if not _F_STRING.search(content):
        return
    for string in ast.walk(ast.parse(content)):
        if not isinstance(string, ast.JoinedStr):
            continue
        for call in ast.walk(string):
            if not isinstance(call, ast.Call):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            words = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if name in ("tr_in", "N_in") and len(words) >= 2:
                yield words[1], words[0]
            elif name in ("trn", "N_plural") and len(words) >= 2:
                yield (words[0], words[1]), None
            elif name in ("tr", "N_") and words:
                yield words[0], None


def field_labels(notes: list[str] | None = None) -> Iterator[tuple[str, str]]:
    """Give the label of every column of the model, with the file of its class."""
    try:
        from planner.model import Base
        from planner.model.fields import facts_of

        mappers = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)
    except Exception as error:  # whatever a half-written module raises on import
        if notes is None:
            raise
        notes.append(f"no labels of the model: {error!r}")
        return
    for mapper in mappers:
        place = mapper.class_.__module__.replace(".", "/") + ".py"
        for column in mapper.local_table.columns:
            if facts := facts_of(column):
                yield facts.label, place


def _enter(template: Catalog, words: Any, place: str, context: str | None) -> None:
    entry = template.add(words, locations=[(place, 0)], context=context)
    entry.flags.clear()  # Babel guesses at %-formats, which are none of ours


def read(po: Path) -> Catalog:
    """Read a `.po` file; one that is not there yet is empty."""
    content = po.read_bytes() if po.exists() else b""
    return read_po(BytesIO(content), locale=po.stem)


def write(entries: Catalog, po: Path) -> None:
    """Write a `.po` file sorted by text, without dates or line numbers: a change shows as what it is."""
    lines = generate_po(
        entries, omit_header=True, sort_by="message", include_lineno=False, ignore_obsolete=True, width=0
    )
    head = HEADER.format(language=po.stem, plural_forms=entries.plural_forms.rstrip(";"))
    content = (head + "".join(lines)).rstrip("\n") + "\n"
    if not po.exists() or po.read_text(encoding="utf-8") != content:
        draft = po.with_suffix(".po.tmp")
        draft.write_text(content, encoding="utf-8", newline="\n")
        draft.replace(po)


def bring_up_to_date(entries: Catalog, template: Catalog, *, prune: bool = False) -> Catalog:
    """Give the sources' words with their translations in `entries`; unless `prune`, the others too."""
    fresh = Catalog(locale=entries.locale, fuzzy=False)
    for entry in _entries(template):
        known = entries.get(entry.id, entry.context)
        _copy(entry, fresh, known.string if known else "")
    if not prune:
        for entry in _entries(entries):
            if fresh.get(entry.id, entry.context) is None and any(_forms(entry)):
                _copy(Entry(entry.id, context=entry.context), fresh, entry.string)
    return fresh


def add(entries: Catalog, translations: dict[str, Any]) -> list[str]:
    """Put translations into `entries`; gives the keys whose other, earlier translation they replace."""
    replaced = []
    for key, translation in translations.items():
        context, _, text = key.rpartition("\x04")
        entry = entries.get(text, context or None)
        string: Any = translation if isinstance(translation, str) else tuple(translation)
        if entry is None:
            if not isinstance(string, str):
                raise SystemExit(f"The sources have no plural {text!r}; write it there first.")
            entry = entries.add(text, context=context or None)
        elif entry.pluralizable and isinstance(string, str):
            string = (string,)
        elif not entry.pluralizable and not isinstance(string, str):
            string = string[0]
        if any(_forms(entry)) and entry.string != string:
            replaced.append(text)
        entry.string = string
        entry.flags.clear()
    return replaced


def faults(entries: Catalog, template: Catalog) -> list[str]:
    """List what is amiss: missing, untranslated, fuzzy, unused, a figure that was lost or invented."""
    found = []
    for entry in _entries(template):
        known = entries.get(entry.id, entry.context)
        if known is None:
            found.append(f"not in the catalogue: {_key(entry)!r}")
        elif known.fuzzy:
            found.append(f"fuzzy: {_key(entry)!r}")
        elif not all(_forms(known)):
            found.append(f"untranslated: {_key(entry)!r}")
        else:
            found.extend(_figure_faults(known))
    found += [f"unused: {_key(e)!r}" for e in _entries(entries) if template.get(e.id, e.context) is None]
    found += [f"obsolete: {_key(entry)!r}" for entry in entries.obsolete.values()]
    return found


def _figure_faults(entry: Entry) -> Iterator[str]:
    source = entry.id if isinstance(entry.id, str) else entry.id[1]
    # The number that chooses a plural is always there to be said, and need not be: "the only guest".
    free = {"count"} if entry.pluralizable else set()
    for form in _forms(entry):
        try:
            differing = (figure_names(source) ^ figure_names(form)) - free
        except ValueError as error:
            yield f"{error}: {form!r}"
            continue
        if differing:
            yield f"figures differ ({', '.join(sorted(differing))}): {_key(entry)!r}"


def figure_names(text: str) -> set[str]:
    """Give the names of the figures of a sentence: ``{"on", "at"}``. Raises `ValueError` for a lone brace."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.id)


def _forms(entry: Entry) -> tuple[str, ...]:
    string: Any = entry.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _key(entry: Entry) -> str:
    text = entry.id if isinstance(entry.id, str) else entry.id[0]
    return f"{entry.context}\x04{text}" if entry.context else text


def _copy(entry: Entry, into: Catalog, string: Any) -> None:
    if entry.pluralizable and isinstance(string, str):
        string = (string,)
    elif not entry.pluralizable and not isinstance(string, str):
        string = string[0]
    copied = into.add(entry.id, string, locations=entry.locations, context=entry.context)
    copied.flags.clear()


def _locked(po: Path) -> FileLock:
    # The lock lies outside the checkout, so that it leaves nothing behind there.
    name = hashlib.sha256(str(po.resolve()).encode()).hexdigest()[:16]
    return FileLock(Path(tempfile.gettempdir()) / f"shimai-{name}.lock")


def main(words: list[str] | None = None, *, translations: Path | None = None) -> int:
    """Do what the command line says, in the folder `translations`; gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m planner.language.extraction",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--add", metavar="FILE.json", type=Path, action="append", default=[])
    parser.add_argument("--prune", action="store_true")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(words)
    for language in translated_languages():
        po = (translations or folder()) / f"{language}.po"
        if asked.compile:
            _compile(po)
            continue
        notes: list[str] = []
        if asked.check:
            notes = faults(read(po), say_what_the_sources_say())
            print("\n".join(notes) or f"{po.name}: everything is translated.")  # noqa: T201 (a tool of the command line)
            return 1 if notes else 0
        with _locked(po):
            entries = bring_up_to_date(read(po), say_what_the_sources_say(notes), prune=asked.prune)
            for file in asked.add:
                replaced = add(entries, json.loads(file.read_text(encoding="utf-8")))
                notes += [f"replaced: {text!r}" for text in replaced]
            write(entries, po)
            _compile(po)
        left = [entry for entry in _entries(entries) if not all(_forms(entry))]
        notes += [f"untranslated: {_key(entry)!r}" for entry in left]
        print("\n".join([*notes, f"{po.name}: {len(entries)} texts, {len(left)} untranslated."]))  # noqa: T201 (a tool of the command line)
    return 0


def _compile(po: Path) -> None:
    save(compile_catalogue(po.read_bytes(), po.stem), po.with_suffix(".mo"))


if __name__ == "__main__":
    sys.exit(main())

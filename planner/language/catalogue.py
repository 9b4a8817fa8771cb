"""The translations as gettext reads them: a fresh `.mo` if there is one, else the `.po` compiled at once."""

from __future__ import annotations

import gettext
import hashlib
import logging
import os
import struct
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

from platformdirs import user_cache_path

from planner.resources import resource

SOURCE_LANGUAGE = "en"
LANGUAGES = ("en", "ja")
"""The languages of screen and paper; the first is the one the sources are written in."""

# Where a compiled catalogue keeps the digest of the .po it was made from. Times of files would not do:
# a checkout and an installed wheel set them in any order.
_DIGEST_CONTEXT, _DIGEST_ID = "shimai", "digest of the .po"

_log = logging.getLogger(__name__)


def folder() -> Path:
    """Give the folder of the `.po` files."""
    return resource("translations")


def other_language(language: str) -> str:
    """Give the language beside this one: what stands small below, or instead where something has no name in it."""
    return "en" if language == "ja" else "ja"


def translated_languages() -> tuple[str, ...]:
    """Give the languages that need a catalogue: all but the source's."""
    return tuple(language for language in LANGUAGES if language != SOURCE_LANGUAGE)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Give the translations into `language`, read once; English, being the source, needs none."""
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    return load(folder() / f"{language}.po")


def load(po: Path) -> gettext.NullTranslations:
    """Read the compiled catalogue of `po`; compile it anew if it is missing, damaged or stale.

    It lies beside `po`, or where that folder cannot be written (a program installed for everybody), among the user's
    caches.
    """
    try:
        source = po.read_bytes()
    except OSError:
        _log.exception("no translations at %s", po)
        return gettext.NullTranslations()
    digest = _digest(source)
    beside = po.with_suffix(".mo")
    if fresh := _fresh(beside, digest):
        return fresh
    cached = user_cache_path("Shimai", appauthor=False) / beside.name
    if fresh := _fresh(cached, digest):
        return fresh
    content = compile_catalogue(source, po.stem)
    if not save(content, beside):
        save(content, cached)
    return gettext.GNUTranslations(BytesIO(content))


def _fresh(mo: Path, digest: str) -> gettext.GNUTranslations | None:
    """Read a compiled catalogue; None if it is missing, damaged, or was made from another `.po`."""
    try:
        with mo.open("rb") as file:
            compiled = gettext.GNUTranslations(file)
        return compiled if compiled.pgettext(_DIGEST_CONTEXT, _DIGEST_ID) == digest else None
    except (OSError, ValueError, IndexError, struct.error) as error:
        _log.debug("not read: %s: %s", mo, error)
        return None


def compile_catalogue(source: bytes, language: str) -> bytes:
    """Compile the content of a `.po` file into that of a `.mo` file; fuzzy and empty entries stay English."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    entries = read_po(BytesIO(source), locale=language)
    entries.add(_DIGEST_ID, _digest(source), context=_DIGEST_CONTEXT)
    compiled = BytesIO()
    write_mo(compiled, entries)
    return compiled.getvalue()


def save(content: bytes, mo: Path) -> bool:
    """Put a compiled catalogue in place in one step; says whether it could (some folders are read-only)."""
    try:
        mo.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=mo.parent, suffix=".mo.tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).replace(mo)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        return False
    return True


def _digest(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()

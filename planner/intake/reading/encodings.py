"""Which encoding a text file is in: byte order marks and strict decoders first, a guess only at the end."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
_WESTERN_LETTER_IN_WORD = re.compile("[A-Za-z][\u00c0-\u024f]|[\u00c0-\u024f][a-z]")


def decode(data: bytes) -> tuple[str, str] | None:
    """Text and the encoding's name, or nothing when it is not text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _text_in(data, name)
    if b"\x00" in data:
        return _utf16_without_mark(data)
    if _ISO_2022_JP.search(data):
        return _text_in(data, "iso2022_jp_ext")
    return _text_in(data, "utf-8") or _legacy(data)


def _text_in(data: bytes, name: str) -> tuple[str, str] | None:
    """Decode strictly, and refuse what is full of control marks: that is no text."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    if len(_CONTROL.findall(text)) * 200 > len(text):
        return None
    return text, "utf-8" if name == "utf-8-sig" else name


def _utf16_without_mark(data: bytes) -> tuple[str, str] | None:
    """Line ends and separators tell the byte order: in each, one of the two bytes is zero."""
    even, odd = data[0::2], data[1::2]
    if even.count(0) == odd.count(0):
        return None
    return _text_in(data, "utf-16-be" if even.count(0) > odd.count(0) else "utf-16-le")


def _legacy(data: bytes) -> tuple[str, str] | None:
    """cp932 (Windows in Japan, never plain Shift_JIS: it lacks 髙 and 﨑), EUC-JP, or what a guess finds."""
    candidates = [found for name in ("cp932", "euc_jp", "cp1252") if (found := _text_in(data, name)) is not None]
    scored = [(_likelihood(text), -place) for place, (text, _) in enumerate(candidates)]
    if scored and max(scored)[0] > 0:
        return candidates[-max(scored)[1]]
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return candidates[0] if candidates else None
    return _text_in(data, best.encoding)


def _likelihood(text: str) -> float:
    """How much the text reads like a language: kana and everyday kanji for it, mixed-up marks against it."""
    foreign = [letter for letter in text if letter > "\x7f"]
    if not foreign:
        return 1.0
    score = sum(_weight(letter) for letter in foreign[:5000])
    western = len(_WESTERN_LETTER_IN_WORD.findall(text[:20000]))
    return (score + 1.5 * western) / len(foreign[:5000])


def _weight(letter: str) -> float:
    if "\u3040" <= letter <= "\u30ff":
        return 1.5
    if "\uff61" <= letter <= "\uff9f":
        return -0.5  # half-width kana: rare, and what EUC-JP turns into when read as cp932
    if "\u4e00" <= letter <= "\u9fff":
        return 1.0 if _everyday(letter) else -0.5
    if "\uff01" <= letter <= "\uff5e" or "\u3000" <= letter <= "\u303f":
        return 1.0
    if unicodedata.category(letter) in ("Co", "Cn", "Cc"):
        return -3.0
    return 0.0


def _everyday(letter: str) -> bool:
    """A kanji of JIS level 1 (the 2,965 most used) or one of the name kanji that cp932 adds."""
    code = letter.encode("cp932", errors="ignore")
    return bool(code) and (0x88 <= code[0] <= 0x97 or code[0] >= 0xED)

"""Kana: which script a text is in, hiragana readings, and the order of the Japanese syllabary (五十音順)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_HIRAGANA = range(0x3041, 0x3097)
_KATAKANA = range(0x30A1, 0x30FB)
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_TO_HIRAGANA[0x30FD], _TO_HIRAGANA[0x30FE] = 0x309D, 0x309E  # the iteration marks ヽ ヾ
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWELS = {
    vowel: set(row)
    for vowel, row in {
        "あ": "あかさたなはまやらわ",
        "い": "いきしちにひみりゐ",
        "う": "うくすつぬふむゆる",
        "え": "えけせてねへめれゑ",
        "お": "おこそとのほもよろを",
    }.items()
}
_VOICING = "\u3099\u309a"  # combining voiced and semi-voiced sound marks


# The names of a visit are asked about again after every edit.
@lru_cache(maxsize=4096)
def is_kana(text: str) -> bool:
    """Say whether a text is written in kana only (spaces, marks and 「・」「ー」 aside)."""
    letters = [ch for ch in text if not ch.isspace() and ch not in "・･ー-＝="]
    return bool(letters) and all(ord(ch) in _HIRAGANA or ord(ch) in _KATAKANA for ch in letters)


@lru_cache(maxsize=4096)
def is_katakana(text: str) -> bool:
    """Say whether a text is written in katakana only, as names from abroad are."""
    return is_kana(text) and not any(ord(ch) in _HIRAGANA for ch in text)


def has_japanese(text: str) -> bool:
    """Say whether a text has kana or kanji in it."""
    return any(
        ord(ch) in _HIRAGANA or ord(ch) in _KATAKANA or unicodedata.name(ch, "").startswith("CJK")
        for ch in text
    )


def hiragana(text: str) -> str:
    """Write katakana, half-width too, as hiragana: 「タカハシ」 gives 「たかはし」; ー and all else stay."""
    return unicodedata.normalize("NFKC", text).translate(_TO_HIRAGANA)


def kana_key(reading: str) -> tuple[str, str]:
    """Give the place of a reading in the order of the syllabary, as JIS X 4061 sorts it.

    First by the bare kana: small ones count as full, ー as the vowel before it, voicing marks not at all.
    Only where that is equal, unvoiced comes before voiced (ヴ before nothing else), small before full, ー
    before its vowel.
    """
    bare: list[str] = []
    finer: list[str] = []
    for ch in unicodedata.normalize("NFD", hiragana(reading).lower()):
        if ch in _VOICING and finer:
            finer[-1] += "1" if ch == _VOICING[0] else "2"
        elif ch == "ー" and bare:
            bare.append(_vowel(bare[-1]))
            finer.append("a")
        elif ch in "ゝゞ" and bare:
            bare.append(bare[-1])
            finer.append("b")
        elif ch.isalnum():
            full = ch.translate(_SMALL)
            bare.append(full)
            finer.append("c" if full != ch else "d")
    return "".join(bare), " ".join(finer)


def _vowel(kana: str) -> str:
    return next((vowel for vowel, row in _VOWELS.items() if kana in row), kana)

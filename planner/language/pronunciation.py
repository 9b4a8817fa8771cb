"""How a Japanese name is said, spelt for an American reader: すずき ゆい is "soo-zoo-kee yoo-ee".

Written beat by beat, as Japanese is spoken, all beats equally long and loud: none is in capitals, since a stress would
be a guess. Long vowels are one beat (かとう: "kah-toh"), ん closes the beat before it (けんた: "ken-tah").
"""

from __future__ import annotations

import re
import unicodedata

from planner.language.kana import hiragana, is_kana

_VOWELS = {"a": "ah", "i": "ee", "u": "oo", "e": "eh", "o": "oh"}

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さ-すせそ", "t": "た--てと", "n": "なにぬねの", "h": "はひ-へほ",
    "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざ-ずぜぞ", "d": "だ--でど", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "w": "わ----", "y": "や-ゆ-よ",
}  # fmt: skip
_BEATS = {kana: (start, vowel) for start, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)}
_BEATS |= {
    "し": ("sh", "i"), "ち": ("ch", "i"), "つ": ("ts", "u"), "ふ": ("f", "u"), "じ": ("j", "i"), "ぢ": ("j", "i"),
    "づ": ("z", "u"), "を": ("", "o"), "ゐ": ("", "i"), "ゑ": ("", "e"), "ゔ": ("v", "u"),
}  # fmt: skip
_GLIDES = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_SMALL_VOWELS = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
_BARE = {"sh", "ch", "j"}
#: A vowel that makes the one before it long: kana after the vowel it follows.
_LENGTHENS = {"a": {"ー"}, "i": {"ー"}, "u": {"う", "ー"}, "e": {"ー"}, "o": {"う", "お", "ー"}}
_AFTER_E = {"い", "え", "ー"}


def respelt(kana: str) -> str:
    """Spell a reading in kana for a reader of English; nothing if it is no kana."""
    plain = unicodedata.normalize("NFKC", kana)
    words = [_word(word) for word in re.split(r"[\s・]+", hiragana(plain)) if word]
    return " ".join(words) if is_kana(plain) else ""


def _word(word: str) -> str:
    beats: list[str] = []
    doubles = False
    place = 0
    while place < len(word):
        kana, place = word[place], place + 1
        if kana == "っ":
            doubles = True
        elif kana == "ん":
            beats[-1:] = [_closed(beats[-1], "n") if beats else "n"]
        elif kana in _BEATS:
            start, vowel, place = _beat(kana, word, place)
            if doubles and beats:
                beats[-1] = _closed(beats[-1], start[:1])
            doubles = False
            is_ay = vowel == "e" and word[place : place + 1] in _AFTER_E
            place += is_ay or word[place : place + 1] in _LENGTHENS[vowel]
            beats.append(start + ("ay" if is_ay else _VOWELS[vowel]))
    return "-".join(beats)


def _beat(kana: str, word: str, place: int) -> tuple[str, str, int]:
    """Give a beat's consonant and vowel, and where the next one begins: a small kana belongs to the one before it."""
    start, vowel = _BEATS[kana]
    small = word[place : place + 1]
    if small in _GLIDES:
        return (start if start in _BARE else f"{start}y"), _GLIDES[small], place + 1
    if small in _SMALL_VOWELS:
        return start or "w", _SMALL_VOWELS[small], place + 1
    return start, vowel, place


def _closed(beat: str, ending: str) -> str:
    """Close a beat with a consonant: "keh" with n is "ken"."""
    return f"{beat.removesuffix('h') if beat.endswith('eh') else beat}{ending}"

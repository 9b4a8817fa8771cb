"""Where a Japanese line must not break though the rules of characters allow it: inside what is read at once.

「くだ｜さい」 and 「ありませ｜ん」 stop a reader in the middle of a word. Screen and paper break lines each in its own
way; what stays together is the same.
"""

from __future__ import annotations

import re
from typing import Final

#: An ending of the polite language with the helping verb before it, and the particles and plain nouns that are words of
#: two or three kana.
ENDING: Final = (
    r"(?:ください|くださ[りるっ]|下さい)(?:ませ)?|なさい"
    r"|(?:ござい|いただき|かまい|[てで]い|でき|され|られ|[しいりきれけえ])?ま(?:す|した|しょう|せん(?:でした)?)"
    r"|でしょう|でした|です|から|まで|ところ|とき|こと|もの|ため|ほか|まま|よう"
)
#: A word in katakana, read whole as one in Latin letters; longer than this it is made of several.
KATAKANA: Final = r"(?<![ァ-ヺー])[ァ-ヺー]{2,9}(?![ァ-ヺー])"
_WHOLE: Final = (
    re.compile(rf"(?:{ENDING})[。、]?"),
    re.compile(KATAKANA),
    # What is counted, and small kana with the one before; a doubled sound with the one after it too.
    re.compile(r"\d+(?:[.:]\d+)*[一-龯々]{1,2}"),
    re.compile(r"[ぁ-ヺー][ぁぃぅぇぉゃゅょァィゥェォャュョー]+|[ぁ-ヺー一-龯々][っッ][ぁ-ヺ]"),
    # A word with the kana it ends in, or the particle after it: a line begins with neither.
    re.compile(r"[ァ-ヺー一-龯々][ぁ-ん]"),
    # The name of a file.
    re.compile(r"\b[\w-]+\.[a-z]{3,6}\b", re.ASCII),
)
#: U+2060: no break here, nothing to be seen.
JOINER: Final = "\u2060"


def joined(text: str) -> str:
    """Give a text with joiners that keep whole what is read at once, for whatever breaks lines by Unicode."""
    inside = {
        place for whole in _WHOLE for found in whole.finditer(text) for place in range(found.start() + 1, found.end())
    }
    return "".join(f"{JOINER}{letter}" if place in inside else letter for place, letter in enumerate(text))


def parted(text: str) -> str:
    """Give the text that was `joined`."""
    return text.replace(JOINER, "")

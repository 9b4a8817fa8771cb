"""Where a Japanese line must not break though the rules of characters allow it: inside the ending of a verb.

「くだ｜さい」 and 「ありませ｜ん」 stop a reader in the middle of a word. Screen and paper break lines each in its own
way; what stays together is the same.
"""

from __future__ import annotations

import re
from typing import Final

#: An ending of the polite language with the helping verb before it, and the two particles that are words of two kana.
ENDING: Final = (
    r"(?:ください|くださ[りるっ]|下さい)(?:ませ)?|なさい"
    r"|(?:ござい|いただき|かまい|[てで]い|でき|され|られ|[しいりきれけえ])?ま(?:す|した|しょう|せん(?:でした)?)"
    r"|でしょう|でした|です|から|まで"
)
_INSIDE: Final = re.compile(rf"(?:{ENDING})[。、]?")
#: U+2060: no break here, nothing to be seen.
JOINER: Final = "\u2060"


def joined(text: str) -> str:
    """Give a text with joiners that keep its verb endings whole on a line, for whatever breaks lines by Unicode."""
    return _INSIDE.sub(lambda ending: JOINER.join(ending[0]), text)


def parted(text: str) -> str:
    """Give the text that was `joined`."""
    return text.replace(JOINER, "")

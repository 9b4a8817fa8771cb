"""Who smokes at home, and where: No; Bob - outdoors only; Marcus on the balcony; ベランダで父が吸います."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, plain, says_none
from planner.model.kinds import Smoking


@dataclass(frozen=True, slots=True)
class Smokes:
    """Where somebody smokes, and who, as far as they are named."""

    where: Smoking = Smoking.UNKNOWN
    who: tuple[str, ...] = ()


_NO = re.compile(
    r"\s*(?:no(?:body|ne|t? one|pe)?|never|non-?smok\w*|no smok\w*|smoke[- ]free|いいえ|なし|いません"
    r"|吸いません|吸わない|非喫煙|禁煙|(?:家族に)?(?:タバコを|たばこを)?(?:吸う(?:人|者|家族)|喫煙者|喫煙する(?:人|者))"
    r"(?:は|が)?(?:なし|いない|いません|おりません|誰もいません)(?:です)?)"
    r"(?: (?:smokes?|smokers?|here|in our (?:home|house)|home"
    r"|house(?:hold)?))*[.。!]?\s*",
    re.IGNORECASE,
)
_PLACES: tuple[tuple[Smoking, re.Pattern[str]], ...] = (
    (
        Smoking.BALCONY,
        any_of("(?:on the |on our )?(?:balcony|deck)(?: only)?", "ベランダ|バルコニー"),
    ),
    (
        Smoking.OUTDOORS,
        any_of(
            "(?:only )?(?:outdoors?|outside|in the (?:yard|garden|garage)|on the (?:porch|patio)"
            "|not (?:inside|indoors|in the house))(?: only)?",
            "屋外|室外|外|庭|玄関先",
        ),
    ),
    (
        Smoking.INDOORS,
        any_of(
            "(?:indoors?|inside|in the (?:house|home|kitchen|living room|basement))(?: too| also)?",
            "室内|屋内|家の中|換気扇(?:の下)?|リビング",
        ),
    ),
)
_YES = any_of("yes|y|smok(?:es?|ers?|ing)", "はい|吸います|吸う|喫煙(?:者|します)?|います")
_WHO_JA = re.compile(r"祖父|祖母|父(?:親)?|母(?:親)?|夫|妻|主人|息子|娘|本人", re.IGNORECASE)
_NAME = re.compile(r"(?<![^\W_])[A-Z][^\W\d_]+(?![^\W_])")
_WHO = re.compile(
    r"(?<![a-z])(?:my |the )?(?:husband|wife|father|mother|dad|mom|grandfather|grandmother|grandpa|grandma"
    r"|son|partner)(?![a-z])",
    re.IGNORECASE,
)
_FILLERS = any_of(
    "only|one|person|adult|but|and|we|is|are|does|cigarettes?|cigars?|occasional(?:ly)?|sometimes"
    "|rarely|at|on|in|the|with|an?",
    "が|で|は|のみ|だけ|たまに|です|ます",
)


def read_smoking(text: str, people: Sequence[str] = ()) -> Reading[Smokes]:
    """Read where somebody smokes. Smoking without a place counts as indoors, with a doubt: better asked than
    coughed.
    """
    return _read_smoking(text, tuple(people))


@lru_cache(maxsize=4096)
def _read_smoking(text: str, people: tuple[str, ...]) -> Reading[Smokes]:
    if not text.strip():
        return Reading(Smokes())
    if says_none(text) or _NO.fullmatch(plain(text)):
        return Reading(Smokes(Smoking.NO))
    scan = Scan(text)
    where = Smoking.UNKNOWN
    for place, pattern in _PLACES:
        if scan.take_all(pattern) and where is Smoking.UNKNOWN:
            where = place
    yes = scan.take_all(_YES)
    who = [match[0] for match in scan.take_all(_names(people))] if people else []
    who += [scan.original(*match.span()) for pattern in (_WHO, _WHO_JA) for match in scan.take_all(pattern)]
    if not people and (yes or where is not Smoking.UNKNOWN):
        who += [scan.original(*match.span()) for match in scan.take_all(_NAME)]
    if where is Smoking.UNKNOWN and not yes:
        return Reading(Smokes(), text.strip())
    scan.ignore(_FILLERS)
    doubts = (Doubt.SMOKING_PLACE_UNSTATED,) if where is Smoking.UNKNOWN else ()
    return Reading(Smokes(Smoking.INDOORS if doubts else where, tuple(who)), scan.left(), doubts)


def _names(people: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(person) for person in sorted(people, key=len, reverse=True) if person)
    return re.compile(rf"(?<![^\W_])(?:{words})(?:'s)?(?![^\W_])" if words else r"(?!)", re.IGNORECASE)

"""Whom a family would take: girls 12-15; Either, 11-14; girl or female chaperone; adult man (coach); 女子のみ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, says_none
from planner.model.kinds import GuestKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kinds of guests, and their ages from and to."""

    kinds: frozenset[GuestKind] = frozenset()
    ages_from: int | None = None
    ages_to: int | None = None


_CHILDREN = frozenset({GuestKind.GIRL, GuestKind.BOY})
_ADULTS = frozenset({GuestKind.WOMAN, GuestKind.MAN})
_ADULT_NOUN = r"(?:adults?|chaperones?|teachers?|coach(?:es)?|leaders?|staff|officials?|grown-?ups?)"
_ROWS: tuple[tuple[frozenset[GuestKind], re.Pattern[str]], ...] = (
    (
        frozenset({GuestKind.WOMAN}),
        any_of(
            rf"(?:female|woman|women) {_ADULT_NOUN}|{_ADULT_NOUN} ?(?:\(|- ?)?(?:female|woman"
            r"|women)\)?|wom[ae]n|lad(?:y|ies)|adult females?",
            "(?:大人の?|成人の?)?女性|女性(?:の)?(?:引率(?:者)?|大人|先生)",
        ),
    ),
    (
        frozenset({GuestKind.MAN}),
        any_of(
            rf"(?<!fe)(?:male|man|men) {_ADULT_NOUN}|{_ADULT_NOUN} ?(?:\(|- ?)?(?:male|man|men)\)?"
            "|m[ae]n|gentlem[ae]n|adult males?",
            "(?:大人の?|成人の?)?男性|男性(?:の)?(?:引率(?:者)?|大人|先生)",
        ),
    ),
    (
        frozenset({GuestKind.COUPLE}),
        any_of(
            "(?:married )?couples?",
            "夫婦",
        ),
    ),
    (
        _CHILDREN | _ADULTS,
        any_of(
            "(?:any ?(?:one|body)|no preferences?|any(?! ?ages?)|anything|whoever|all(?! ages?)"
            "|open|flexible)(?: (?:is )?(?:ok(?:ay)?|fine))?",
            "誰でも|だれでも|どなたでも|こだわり(?:は)?(?:なし|ない|ありません)",
        ),
    ),
    (
        _CHILDREN,
        any_of(
            "either(?: (?:gender|sex|one|is fine))?|both|girls? (?:or|and|/|&) boys?|boys? (?:or|and"
            "|/|&) girls?|kids?|children|students?|teen(?:age)?(?:r)?s?|youths?|players?",
            "男女(?:とも|どちらでも|問わず)?|どちらでも(?:よい|可)?|子ども|子供|生徒",
        ),
    ),
    (
        frozenset({GuestKind.GIRL}),
        any_of(
            "(?:girls?|females?|daughters?)(?: only)?",
            "女子(?:のみ)?|女の子|女",
        ),
    ),
    (
        frozenset({GuestKind.BOY}),
        any_of(
            "(?:boys?|(?<!fe)males?|sons?)(?: only)?",
            "男子(?:のみ)?|男の子|男",
        ),
    ),
    (
        _ADULTS,
        any_of(
            f"{_ADULT_NOUN}",
            "大人|成人|引率(?:者|の先生)?|先生",
        ),
    ),
)
_ONLY_CHAPERONE_NOUNS = re.compile(rf"(?<![a-z]){_ADULT_NOUN}(?![a-z])", re.IGNORECASE)
_AGES = re.compile(
    r"(?:ages?|aged)?\s*(?<!\d)(?P<low>\d{1,2})\s*(?:歳)?\s*(?:-|~|to|から|and"
    r"|or)\s*(?P<high>\d{1,2})(?!\d)\s*(?:歳|years?(?: old)?|yrs?)?",
    re.IGNORECASE,
)
_FROM_AGE = re.compile(
    r"(?:ages?\s*)?(?<!\d)(?P<low>\d{1,2})\s*(?:歳)?\s*(?:\+|and (?:up|over|older)|or (?:over|older|up)"
    r"|以上)|(?:over|at least|older than)\s*(?P<low2>\d{1,2})",
    re.IGNORECASE,
)
_TO_AGE = re.compile(
    r"(?:under|up to|younger than|below)\s*(?:age\s*)?(?P<high>\d{1,2})"
    r"|(?<!\d)(?P<high2>\d{1,2})\s*(?:歳)?\s*(?:and under|and younger|or (?:under|younger)|以下|まで)",
    re.IGNORECASE,
)
_ONE_AGE = re.compile(
    r"(?:ages?|aged|around|about)\s*(?P<age>\d{1,2})(?!\d)|(?<!\d)(?P<age2>\d{1,2})\s*(?:歳|years? old"
    r"|y/?o)(?:くらい|ぐらい)?",
    re.IGNORECASE,
)
_SCHOOL: tuple[tuple[re.Pattern[str], tuple[int, int]], ...] = (
    (
        re.compile(r"中学生|(?<![a-z])(?:middle|junior high)[- ]school(?:ers?)?(?: age)?(?![a-z])", re.IGNORECASE),
        (12, 15),
    ),
    (re.compile(r"高校生|(?<![a-z])high[- ]school(?:ers?)?(?: age)?(?![a-z])", re.IGNORECASE), (15, 18)),
    (
        re.compile(r"小学生|(?<![a-z])(?:elementary|grade)[- ]school(?:ers?)?(?: age)?(?![a-z])", re.IGNORECASE),
        (6, 12),
    ),
)
_FILLERS = any_of(
    "happy to (?:have|host)|would (?:take|love|like)|we|prefer(?:red|ence|s|ably)?|also|or|and"
    "|ok(?:ay)?|fine|is|are|only|one|two|a|an|the|ages?|years?|old|to|have|host|please|for|with|too"
    "|welcome|but|our|same|age|as",
    r"(?<!\d)[1-9](?!\d)|(?<![a-z])(?:any|all) ages?(?![a-z])|希望|可(?:能)?|のみ|だけ|大丈夫|です|ます"
    "|を|が|は|も|の|歳|または",
)


@lru_cache(maxsize=4096)
def read_wanted(text: str) -> Reading[Wanted]:
    """Read whom a family takes. An adult of stated sex in brackets after ("adult man (coach)") is one adult, not
    any.
    """
    if not text.strip() or says_none(text):
        return Reading(Wanted())
    scan = Scan(text)
    kinds: set[GuestKind] = set()
    low: int | None = None
    high: int | None = None
    for pattern, ages in _SCHOOL:
        if scan.take(pattern):
            low, high = min(low or ages[0], ages[0]), max(high or ages[1], ages[1])
    if found := scan.take(_AGES):
        low, high = sorted((int(found["low"]), int(found["high"])))
    elif found := scan.take(_FROM_AGE):
        low = int(found["low"] or found["low2"])
    elif found := scan.take(_TO_AGE):
        high = int(found["high"] or found["high2"])
    elif found := scan.take(_ONE_AGE):
        low = high = int(found["age"] or found["age2"])
    for meant, pattern in _ROWS:
        if meant == _ADULTS and kinds & _ADULTS and not _CHILDREN & kinds:
            scan.take_all(_ONLY_CHAPERONE_NOUNS)  # "adult man (coach)": the coach is that man
        if scan.take_all(pattern):
            kinds |= meant
    if not kinds and low is None and high is None:
        return Reading(Wanted(), text.strip())
    scan.ignore(_FILLERS)
    return Reading(Wanted(frozenset(kinds), low, high), scan.left())

"""Who lives in a home, as free text: one person a line, with age, relation, and what else was thought worth saying."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from planner.intake.values.dates import MONTH, Frame, date_or_none, find_days, month_number
from planner.intake.values.names import Name, read_name
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, says_none, split_outside, trim
from planner.language.kana import has_japanese
from planner.model.kinds import Gender, Presence


@dataclass(frozen=True, slots=True)
class Lives:
    """One person of a household as described. `relation` and `works` (job, college) are in the family's own words."""

    name: Name
    age: int | None = None
    birth_date: dt.date | None = None
    gender: Gender = Gender.UNKNOWN
    relation: str = ""
    presence: Presence = Presence.ALWAYS
    home_from: dt.date | None = None
    home_until: dt.date | None = None
    works: str = ""


_FEMALE = (
    r"(?:step|grand|half[- ]?)?(?:mother|daughter|sister)(?:-in-law)?|mom|mum|wife|aunt|niece|girl|grandma"
    r"|granny|nana|great-?grandmother"
)
_MALE = (
    r"(?:step|grand|half[- ]?)?(?:father|son|brother)(?:-in-law)?|dad|husband|uncle|nephew|boy|grandpa"
    r"|grandad|great-?grandfather"
)
_NEITHER = (
    r"parent|child|kid|baby|toddler|spouse|partner|cousin|grandparent|(?:family )?friend|room-?mate|lodger"
    r"|boarder|tenant|au pair|nanny|exchange student|host (?:mother|father|mom|dad|parent)"
    r"|single(?: (?:mother|father|mom|dad|parent))?|sibling|twins?|foster (?:child|son|daughter)"
)
_FEMALE_JA = r"義?(?:祖母|母(?:親)?|妻|長女|次女|二女|三女|四女|娘|姉|妹|叔母|伯母|姪|孫娘)"
_MALE_JA = r"義?(?:祖父|父(?:親)?|夫|長男|次男|二男|三男|四男|息子|兄|弟|叔父|伯父|甥)"
_NEITHER_JA = r"世帯主|配偶者|子(?:供|ども)?|孫|いとこ|同居人|下宿人|本人"
_RELATION = re.compile(
    rf"(?<![a-z])(?:(?P<female>{_FEMALE})|(?P<male>{_MALE})|(?P<neither>{_NEITHER}))(?![a-z])"
    rf"|(?<![一-龠々ぁ-ヶ])(?:(?P<female_ja>{_FEMALE_JA})|(?P<male_ja>{_MALE_JA})"
    rf"|(?P<neither_ja>{_NEITHER_JA}))(?![一-龠々ぁ-ヶ])",
    re.IGNORECASE,
)
_MONTHS_OLD = re.compile(r"(?<!\d)(\d{1,2})\s*(?:months?(?: old)?|mos?\.?|m/?o|ヶ月|か月|カ月)(?![a-z])", re.IGNORECASE)
_AGE = re.compile(
    r"(?:age[d]?:?\s*)?(?<![\d/.\-小中高])(?P<age>1[01]\d|\d{1,2})(?![\d/:])\s*(?:歳|才|years?(?:[- ]old)?"
    r"|yrs?\.?(?:[- ]old)?|y/?o\.?|yo)?(?!\s*(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_TURNS = re.compile(
    rf"(?:turns?|turning|will (?:be|turn)|becomes?)\s*(?P<age>\d{{1,3}})\s*(?:on"
    rf"|:)?\s*(?:(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}}))"
    rf"|(?P<m2>\d{{1,2}})\s*(?:月|/)\s*(?P<d2>\d{{1,2}})\s*日?\s*(?:に"
    rf"|で)\s*(?P<age2>\d{{1,3}})\s*[歳才](?:になる|になります|の誕生日)?",
    re.IGNORECASE,
)
_BORN = any_of(r"born(?: on| in)?|b\.|birthday:?|dob:?|bday", "生まれ|生年月日|誕生日")
_PART_TIME = any_of(
    "(?:away )?at college|college(?: student| kid)?|university(?: student)?|boarding school"
    "|part[- ]time|weekends? only|every other weekend|half (?:the )?(?:time|week)|sometimes"
    "|home for (?:the )?(?:summer|holidays?|vacation|break)|visiting",
    "大学生|帰省(?:中)?|下宿(?:中)?|単身赴任|週末のみ|不定期",
)
_UNTIL = any_of("until|till?|through|thru|leaves?(?: on)?|to", "まで")
_FROM = any_of("from|since|starting|after|back(?: on)?|arrives?(?: on)?", "から")
_HOME = any_of("(?:at )?home|here|with us|lives? here", "在宅|自宅")
_AWAY = any_of(
    r"away (?:all|for the|this|during)[\w ]*|not (?:at )?home|moved out|abroad|deployed",
    "不在|別居|留学中",
)
_WORK = any_of(
    r"works?|working|jobs?|evenings?|nights?|shifts?|college|universit\w+|school|students?|studies"
    r"|retired|teach\w*|nurse\w*|doctor|engineer\w*|stay-at-home|self-employed|office|commutes?",
    "仕事|勤務|会社員|教員|教師|学生|大学|看護師|医師|主婦|自営|公務員|パート",
)
_FILLERS = any_of("and|&|age[ds]?|is|our|my|the|years?|old|yrs?|on|adult|lives?|in", "歳|才|です")
_LINES = re.compile(r"[\n;；]|<br ?/?>", re.IGNORECASE)
_COMMAS = re.compile(r"[,、，]|\s+and\s+|\s*&\s*")
_DOTS = re.compile(r"・")
_ONE_NAME = re.compile(r"[A-Z][^\W\d_]*")
_ONLY_NAMES = re.compile(r"[A-Z][^\W\d_]*(?:\s*,\s*[A-Z][^\W\d_]*)*,?\s+(?:and|&)\s+[A-Z][^\W\d_]*")
_SHORT = 4
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['.・ \u3000](?=[^\W\d_])|-(?=[^\W\d_]))*\.?")
_NO_NAME = re.compile(
    r"(?:people|persons?|adults?|kids?|children|family|members?|we|us|me|age[ds]?|and|dogs?|cats?|人|名"
    r"|家族)",
    re.IGNORECASE,
)


def read_residents(text: str, frame: Frame) -> Reading[tuple[Lives, ...]]:
    """Read the members of a household.

    A line is a person; so is each part between commas that starts with a name and has an age, when all stand in one
    line. "Turns 18 on July 28" gives the birth date, by the visit's year.
    """
    return _read_residents(text, frame)


@lru_cache(maxsize=4096)
def _read_residents(text: str, frame: Frame) -> Reading[tuple[Lives, ...]]:
    if not text.strip() or says_none(text):
        return Reading(())
    found: list[Lives] = []
    left: list[str] = []
    doubts: list[Doubt] = []
    for line in _people(text):
        reading = _person(line, frame)
        if reading.value is None:
            left.append(line.strip())
            continue
        found.append(reading.value)
        doubts += reading.doubts
        if reading.rest:
            left.append(reading.rest)
    return Reading(tuple(found), "; ".join(left), tuple(dict.fromkeys(doubts)))


def _people(text: str) -> list[str]:
    """The parts of the text that are one person each."""
    people: list[str] = []
    for line in split_outside(text, _LINES):
        parts = split_outside(line, _COMMAS)
        if _RELATION.fullmatch(split_outside(line, _DOTS)[0].strip()):
            # 「父・母・長男（小6）」: within a name the same dot parts family and given name.
            parts = [piece for part in parts for piece in split_outside(part, _DOTS)]
        people += _in_one_line(line, [part.strip() for part in parts])
    return people


def _in_one_line(line: str, parts: list[str]) -> list[str]:
    """The persons of a line whose parts stand between commas, "and" or "&"."""
    if len(parts) > 1 and _RELATION.fullmatch(parts[0]) and _begins_person(parts[-1], bare=True):
        return parts  # "Mom, dad and Lucy (12)"
    if _ONLY_NAMES.fullmatch(line):
        return parts  # "Grace and Sam"
    starts = [part for part in parts if _begins_person(part)]
    # "Grace, Emeka 17 son": a name before the first who is told of is nobody's age.
    alone = len(parts) > 1 and parts[0] not in starts and bool(_ONE_NAME.fullmatch(parts[0])) and bool(starts)
    if len(starts) < 2 and not alone:
        return [line]
    joined: list[str] = []
    for part in parts:
        new = not _AGE.search(part) and not _RELATION.search(part) and part[:1].isupper()
        if part in starts or not joined or new:
            joined.append(part)
        else:
            joined[-1] += ", " + part
    return joined


def _begins_person(part: str, *, bare: bool = False) -> bool:
    """Whether a part starts with a name and tells an age or, shortly, a relation; `bare`: a relation alone will do."""
    if not re.match(r"[^\W\d_]", part):
        return False
    relation = _RELATION.search(part)
    if relation is not None and relation.start() == 0 and not bare:
        return _AGE.search(part) is not None
    short = len(part.split()) <= _SHORT and (part[0].isupper() or has_japanese(part[0]))
    return _AGE.search(part) is not None or (relation is not None and (bare or short))


def _person(line: str, frame: Frame) -> Reading[Lives | None]:
    scan = Scan(line)
    birth, reached_age = _birth(scan, frame)
    months = scan.take(_MONTHS_OLD)
    presence, home_from, home_until = _presence(scan, frame)
    age_match = scan.take(_AGE)
    age = 0 if months else int(age_match["age"]) if age_match else None
    relation, gender = _relation(scan)
    name = _name(scan, certain=age is not None or birth is not None or bool(relation))
    if name == Name() and not relation:
        return Reading(None, line.strip())
    scan.ignore(_FILLERS)
    remark = scan.left()
    works = remark if _WORK.search(remark) else ""
    doubts: tuple[Doubt, ...] = ()
    if age is not None and reached_age is not None and not 0 <= reached_age - age <= 1:
        doubts = (Doubt.AGE_CONTRADICTS,)
    person = Lives(name, age, birth, gender, relation, presence, home_from, home_until, works)
    return Reading(person, "" if works else remark, doubts)


def _name(scan: Scan, *, certain: bool) -> Name:
    """The name is the first stretch of words before any bracket; ``certain`` is whether the line is about a person."""
    for match in _NAME.finditer(scan.open):
        words = trim(scan.original(*match.span()))
        if not words or _NO_NAME.fullmatch(words):
            continue
        if "(" in scan.plain[: match.start()]:
            return Name()
        short = len(words.split()) <= 4 and len(words) <= 50
        if not short or not (certain or words[0].isupper() or has_japanese(words)):
            return Name()
        scan.cross_out(*match.span())
        name = read_name(words).value
        # Within a family people are named by their given name: 「父 太郎 45歳」.
        return name if name.given else replace(name, family="", given=name.family)
    return Name()


def _birth(scan: Scan, frame: Frame) -> tuple[dt.date | None, int | None]:
    """A birth date that is stated, or follows from "turns 18 on July 28"; and the age that is then reached."""
    turns = scan.take(_TURNS)
    if turns:
        age = int(turns["age"] or turns["age2"])
        month = month_number(turns["month"]) if turns["month"] else int(turns["m"] or turns["m2"])
        day = int(turns["day"] or turns["d"] or turns["d2"])
        return date_or_none(frame.first_day.year - age, month, day), age
    if _BORN.search(scan.open):
        for found in find_days(scan, frame):
            if found.day is not None and found.year_stated:
                scan.cross_out(found.start, found.stop)
                scan.take(_BORN)
                return found.day, None
    return None, None


def _presence(scan: Scan, frame: Frame) -> tuple[Presence, dt.date | None, dt.date | None]:
    """Whether they are there all the time; the words themselves stay, as the remark that says why."""
    home_from = home_until = None
    for found in find_days(scan, frame):
        before = scan.open[max(0, found.start - 14) : found.start]
        after = scan.open[found.stop : found.stop + 4]
        if _UNTIL.search(before) or after.lstrip().startswith("まで"):
            home_until = found.day
        elif _FROM.search(before) or after.lstrip().startswith("から"):
            home_from = found.day
        else:
            continue
        scan.cross_out(found.start, found.stop)
    if home_until or home_from:
        for pattern in (_UNTIL, _FROM, _HOME):
            scan.take(pattern)
    if _AWAY.search(scan.open):
        return Presence.AWAY, home_from, home_until
    part_time = home_from or home_until or _PART_TIME.search(scan.open)
    return Presence.PART_TIME if part_time else Presence.ALWAYS, home_from, home_until


def _relation(scan: Scan) -> tuple[str, Gender]:
    found = scan.take(_RELATION)
    if found is None:
        return "", Gender.UNKNOWN
    gender = Gender.UNKNOWN
    if found["female"] or found["female_ja"]:
        gender = Gender.FEMALE
    elif found["male"] or found["male_ja"]:
        gender = Gender.MALE
    return scan.original(*found.span()).strip(), gender

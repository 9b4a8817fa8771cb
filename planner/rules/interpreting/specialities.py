"""What an interpreter has to know about, read from the words of forms in both languages."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.model.kinds import Speciality

#: Where a mistake harms somebody: no work for volunteers and students (domain.md §4, rule d).
GRAVE = frozenset({Speciality.MEDICAL, Speciality.POLICE, Speciality.LEGAL})

_WORDS: dict[Speciality, str] = {
    Speciality.MEDICAL: r"\bmedic\w*|\bhealth|\bhospital|\bnurs(?:e|ing)|\bdental|医療|医学|病院|看護|診療|歯科",
    Speciality.POLICE: r"\bpolice|警察",
    Speciality.LEGAL: r"\blegal|\blaws?\b|\bcourts?\b|\bnotar\w+|法律|法務|裁判|司法",
    Speciality.GOVERNMENT: r"\bgovern\w*|\bcity hall|\bcouncil|\bmayor|\bpolitic\w*|\badministrat\w*|\bdiploma\w*"
    r"|行政|市役所|区役所|役場|議会|市長|政治|自治体|外交",
    Speciality.SCHOOL: r"\bschool|\beducat\w*|\buniversit\w*|学校|教育|大学|授業",
    Speciality.SPORT: r"\bsports?\b|\bbasketball|\bbaseball|\bsoccer|\bathletic\w*|スポーツ|体育|バスケ|野球|競技",
    Speciality.MUSEUM: r"\bmuseums?|\bhistor\w+|博物館|美術館|歴史",
    Speciality.ARTS: r"\barts?\b|\bmusic|\btheat\w+|\bdance|\bcalligraphy|芸術|音楽|演劇|書道|美術(?!館)",
    Speciality.TEA: r"\btea\b|茶道|お茶",
    Speciality.BUSINESS: r"\bbusiness|\btrade|\bfinanc\w*|\bcommerc\w*|\beconom\w*|ビジネス|商工|貿易|経済|金融",
    Speciality.TECHNICAL: r"\btechn\w*|\bengineer\w*|\bscien\w*|\bfactor(?:y|ies)|\bIT\b|技術|工学|科学|工場",
}  # fmt: skip
_PATTERNS = {field: re.compile(words, re.IGNORECASE) for field, words in _WORDS.items()}
_BETWEEN = re.compile(r"[,;/、，・；\n]|\s+(?:and|&)\s+")


@lru_cache(maxsize=1024)
def specialities(words: str) -> frozenset[Speciality | str]:
    """Give the fields that words name: ``"medical, government"``, 「医療、行政」; what is none of them stays a word."""
    found: set[Speciality | str] = set()
    for part in filter(None, (part.strip() for part in _BETWEEN.split(words))):
        known = {field for field, pattern in _PATTERNS.items() if pattern.search(part)}
        found |= known or {part.casefold()}
    return frozenset(found)

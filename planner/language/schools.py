"""School years in both countries' counting: the second year of a Japanese junior high school is US grade 8.

Years of age are what the two systems share: the first year of primary school is grade 1, junior high school begins
with grade 7, senior high school with grade 10; the nine years of a 義務教育学校 are counted through.
"""

from __future__ import annotations

import re
import unicodedata

_YEAR = re.compile(r"(\d{1,2})\s*年|[小中高]\s*(\d)")
_GRADE = re.compile(r"(?:grade|gr\.?)\s*(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)?\s*grade", re.IGNORECASE)
_ORDINALS = {"freshman": 9, "sophomore": 10, "junior": 11, "senior": 12}
#: What a school's name or the year itself says of the kind of school, and the grade before its first year.
_KINDS = ((r"高等|高校|高専|^高", 9), (r"中学|中等|^中", 6), (r"小学|^小", 0), (r"学園|義務教育", 0))
_SCHOOLS = ((10, 9, "高校"), (7, 6, "中学"), (1, 0, "小学"))
_LAST = 12


def us_grade(school: str, year: str) -> int | None:
    """Give the US grade of a Japanese school year: (「荏原第一中学校」, 「2年」) is 8; None where that is not sure."""
    plain = unicodedata.normalize("NFKC", year)
    found = _YEAR.search(plain)
    if found is None:
        return None
    for words in (plain.strip(), school):
        for kind, before in _KINDS:
            if re.search(kind, words):
                grade = int(found[1] or found[2]) + before
                return grade if 1 <= grade <= _LAST else None
    return None


def japanese_year(grade: str) -> str:
    """Give the Japanese school year of an American grade: "9th grade" is 「中学3年」; "" where that is not sure."""
    found = _GRADE.search(grade)
    number = int(found[1] or found[2]) if found else _ORDINALS.get(grade.strip().lower(), 0)
    return next((f"{name}{number - before}年" for first, before, name in _SCHOOLS if first <= number <= _LAST), "")

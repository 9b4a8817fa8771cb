"""What the cells of a column look like: the second vote beside its heading."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from planner.intake.reading.sheet import Sheet
from planner.intake.values.answers import read_answer, read_gender
from planner.intake.values.interpreting import read_pairs
from planner.intake.values.scan import plain
from planner.intake.values.times import read_zone
from planner.language.kana import has_japanese, is_kana
from planner.model.kinds import Answer, Gender

_SAMPLE = 40
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_PHONE = re.compile(r"[+(]*\d[\d\s().ー-]{7,}\d")
_DATE = re.compile(
    r"\d{4}[-/.年]\s*\d{1,2}[-/.月]\s*\d{1,2}日?(?:[ T]\d.*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?: \d.*)?"
    r"|(?:明治|大正|昭和|平成|令和|[mtshr])\s*\.?\s*(?:\d{1,2}|元)[年./-].*"
    r"|\d{8}",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*\.?\s+\d{1,2}.{0,8}|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).{0,12}"
    r"|\d{1,2}/\d{1,2}.{0,6}|\d{1,2}月\d{1,2}日.{0,5})",
    re.IGNORECASE,
)
_TIME = re.compile(
    r".{0,16}\d{1,2}[:.]\d{2}.{0,20}|\d{1,2}\s*[ap]\.?m\.?|(?:午前|午後)?\d{1,2}時.{0,5}|noon|midnight|正午"
    r"|\d{4}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\D{0,3}\d{1,4}(?:\.\d+)?\s*\D{0,8}")
_LATIN_NAME = re.compile(r"[A-Z][\w'.-]*(?:[ ,]+[A-Z][\w'.-]*){1,4}")


def features_of(sheet: Sheet, index: int) -> Mapping[str, float]:
    """How many of a column's filled cells look like each thing, as shares from 0 to 1; empty for an empty column."""
    texts: list[str] = []
    typed: list[object] = []
    for line in sheet.rows:
        if line.texts[index]:
            texts.append(line.texts[index])
            typed.append(line.typed.get(index))
        if len(texts) >= _SAMPLE:
            break
    if not texts:
        return {}
    folded = [plain(text).strip() for text in texts]
    count = len(texts)

    def share(found: Iterable[object]) -> float:
        return sum(bool(one) for one in found) / count

    dates = [isinstance(value, dt.date) for value in typed]
    return {
        "email": share(_EMAIL.search(text) for text in folded),
        "phone": share(_PHONE.fullmatch(text) and not _DATE.fullmatch(text) for text in folded),
        "date": share(is_date or _DATE.fullmatch(text) for text, is_date in zip(folded, dates, strict=True)),
        "day": share(
            is_date or _DATE.fullmatch(text) or _DAY.fullmatch(text)
            for text, is_date in zip(folded, dates, strict=True)
        ),
        "time": share(
            isinstance(value, dt.time) or _TIME.fullmatch(text) for text, value in zip(folded, typed, strict=True)
        ),
        "number": share(_NUMBER.fullmatch(text) for text in folded),
        "kana": share(is_kana(text) for text in folded),
        "japanese": share(has_japanese(text) for text in texts),
        "latin": share(_LATIN_NAME.fullmatch(text) for text in folded),
        "name": share(_LATIN_NAME.fullmatch(text) or (has_japanese(text) and len(text) < 20) for text in folded),
        "short": share(len(text) < 40 for text in texts),
        "answer": share(read_answer(text).value is not Answer.UNKNOWN for text in texts),
        "gender": share(read_gender(text).value is not Gender.UNKNOWN and len(text) < 12 for text in texts),
        "pairs": share(read_pairs(text).value for text in texts),
        "zone": share("/" in text and read_zone(text).value for text in folded),
        "level": share(len(text) < 60 for text in texts),
    }

"""Conditions and medicines in one cell: ぜんそく（吸入薬持参）; エピペン2本持参; 車酔い; 高血圧（服薬）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.allergies import PENS, take_pens
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, brackets, plain, says_none, split_outside, trim


@dataclass(frozen=True, slots=True)
class Health:
    """What a cell about health holds, each part in the words of the form."""

    conditions: str = ""
    medicines: str = ""
    pens: int | None = None
    motion_sick: bool = False


_MEDICINE = any_of(
    r"medicin\w*|medication\w*|meds?|pills?|tablets?|inhalers?|insulin|ointment|drops|injections?"
    "|antihistamines?|ibuprofen|tylenol|advil|adderall|ritalin|albuterol|ventolin|claritin|zyrtec"
    "|benadryl|mg",
    "薬|服用|投薬|注射|点鼻|点眼|軟膏|漢方|湿布|錠|インスリン|吸入器|サプリ",
)
_MOTION_SICK = any_of(
    "(?:gets? )?(?:car|motion|sea|travel|bus)[- ]?sick(?:ness)?",
    "(?:車|乗り?物|船|バス|飛行機)酔い(?:し(?:やすい|ます))?|酔いやすい",
)
_CLAUSES = re.compile(r"[、,;；，\n。]|(?<=[a-z)])\s+(?:and|&)\s+(?=[a-z])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_health(text: str) -> Reading[Health]:
    """Read conditions and medicines. A bracket about medicine goes to the medicines, its illness stays a condition."""
    if not text.strip() or says_none(text):
        return Reading(Health())
    conditions: list[str] = []
    medicines: list[str] = []
    pens: int | None = None
    for clause in split_outside(text, _CLAUSES):
        found = take_pens(Scan(clause))
        if found is not None:
            pens = max(pens or 0, found)
        main, remarks = brackets(clause)
        medical = [remark for remark in remarks if _MEDICINE.search(plain(remark)) or PENS.search(plain(remark))]
        if _MEDICINE.search(plain(main)) or PENS.search(plain(main)):
            medicines.append(trim(clause))
            continue
        others = [remark for remark in remarks if remark not in medical]
        if medical and not others:
            conditions.append(trim(main))
            medicines += [trim(remark) for remark in medical]
        else:
            conditions.append(trim(clause))
            medicines += [trim(remark) for remark in medical]
    sick = _MOTION_SICK.search(plain(text)) is not None
    mark = ", " if text.isascii() else "、"
    value = Health(mark.join(filter(None, conditions)), mark.join(medicines), pens, sick)
    return Reading(value)

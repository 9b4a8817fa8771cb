"""Animals a guest must be kept from, and the pets of a home: 猫アレルギー（室内で飼っている家は不可）; 2 rabbits
(indoor), 1 cat outdoors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from planner.intake.values.numbers import COUNT, as_count
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, brackets, plain, says_none, split_outside, trim
from planner.intake.values.species import (
    ANIMAL,
    BOTH_SIDES,
    INDOORS,
    LARGE,
    OUTDOORS,
    SMALL,
    animal_of,
    whereabouts,
)
from planner.model.kinds import AnimalSize, Reaction, Severity, Species, Whereabouts


@dataclass(frozen=True, slots=True)
class Avoided:
    """An animal to be kept away from somebody."""

    species: Species
    size: AnimalSize
    reaction: Reaction
    severity: Severity
    indoors_only: bool
    words: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Animals of a home."""

    species: Species
    size: AnimalSize
    count: int | None
    lives: Whereabouts
    words: str


_CLAUSES = re.compile(
    r"[、,;；，\n。・＆&+]|(?<=[a-z)])\s+and\s+(?=[a-z\d])"
    r"|(?<=[ぁ-んァ-ヶ一-龠）])と(?=[ぁ-んァ-ヶ一-龠])",
    re.IGNORECASE,
)
_FAITH = re.compile(
    r"宗教上?(?:の理由(?:で|により)?)?|(?<![a-z])(?:religio\w+|faith|muslim"
    r"|islam\w*)(?: reasons?)?(?![a-z])",
    re.IGNORECASE,
)
_FEAR = any_of(
    "afraid(?: of)?|scared(?: of)?|fear(?: of)?|frightened(?: of)?|phobia(?: of)?|nervous (?:around"
    "|about)|uncomfortable (?:around|with)",
    "苦手(?:です)?|怖い|こわい|恐い|恐怖症?",
)
_DISLIKE = any_of("dislikes?|doesn'?t like|does not like|prefers? not", "嫌い|好きではない")
_ALLERGY = any_of(
    "allerg(?:y|ic|ies)(?: to)?|asthma|hay ?fever",
    "(?:の毛)?(?:の)?アレルギー(?:が)?(?:あり(?:ます)?|有り?|です)?|ぜんそく(?:が出る)?",
)
_SEVERE = any_of("severe(?:ly)?|very|strong(?:ly)?|serious(?:ly)?", "重度|重症|ひどい|強い|絶対(?:に)?")
_MILD = any_of("mild(?:ly)?|slight(?:ly)?|a little|a bit", "軽度|軽い|少し")
_ONLY_INDOORS = any_of(
    "(?:only )?(?:if|when|not) (?:kept )?(?:indoors?|inside)|indoors?(?: only)?|inside|outdoors? (?:is "
    "|are )?(?:ok(?:ay)?|fine)",
    "(?:室内|屋内|家の中)(?:で)?(?:飼(?:って(?:いる|る)|育の?)|犬|猫)?(?:の)?(?:(?:お)?(?:家|うち|家庭"
    "|場合)(?:は|のみ)?|は)?(?:不可|NG|だめ|避けたい|無理|困る)?",
)
_FINE = re.compile(
    r"[^、,;（）()]*?(?:大丈夫|平気|(?<!不)可(?!能)|OK|問題(?:ない|なし))(?:です)?|(?<![a-z])[a-z ]*\b(?:is"
    r"|are)? ?(?:ok(?:ay)?|fine)(?![a-z])",
    re.IGNORECASE,
)
_LIKED = any_of("loves?|likes|likes? all|fond of", "(?<!あまり)好き(?!では|じゃ)|飼っています")
_NO_PETS = re.compile(
    r"\s*(?:no (?:pets?|animals?)(?: at all)?|(?:ペット|動物)(?:は|を)?(?:なし|いません|いない"
    r"|飼っていま?せん|飼っていない))[.。]?\s*",
    re.IGNORECASE,
)
_NONE_BUT = re.compile(
    r"\s*(?:none|no pets?(?: now)?|なし|無し|いません|いない|飼っていません)\s*(?=[(（,、。;.])(?P<but>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SMALL_FINE = re.compile(
    r"(?:小型犬|小さい犬|小犬)(?:なら|は|であれば)?(?:OK|可|大丈夫|平気)(?:です)?"
    r"|(?:only )?(?:small|little|tiny) dogs? (?:only )?(?:(?:is|are) )?(?:ok(?:ay)?|fine)(?: only)?",
    re.IGNORECASE,
)
_AVOID_FILLERS = any_of(
    "no|not|can(?:'t|not)|be|around|with|hair|fur|dander|of|to|is|are|the|an?|please|avoid|any|all|only"
    "|and|or|home|house",
    "避けたい(?:です)?|不可|NG|無理(?:です)?|だめ|できません|飼って(?:いる|る)|飼育|(?:の)?(?:お)?(?:家"
    "|うち|家庭)(?:は)?|が(?:い(?:る|ない))?|は|の|に|も|で|です|ます|全般|など",
)
_COUNT = re.compile(
    rf"(?<![\w.])(?P<count>{COUNT})(?![\w.])\s*(?:匹|羽|頭)?|(?P<ja>\d{{1,3}})\s*(?:匹|羽|頭)", re.IGNORECASE
)
_KEPT_FILLERS = any_of(
    "we|have|has|our|an?|the|only|pets?|live(?:s)?|stays?|kept|is|are|and|cages?|in|old|very|friendly",
    "がいます|います|飼って(?:いる|います)|です|が|の",
)


@lru_cache(maxsize=8192)
def read_avoided(text: str) -> Reading[tuple[Avoided, ...]]:
    """Read which animals a guest must be kept from, and why. That none is said is a doubt."""
    if not text.strip() or says_none(text):
        return Reading(())
    found: list[tuple[Reaction | None, Avoided]] = []
    left: list[str] = []
    for clause in split_outside(text, _CLAUSES):
        scan = Scan(clause)
        main, remarks = brackets(scan.plain)
        names = list(ANIMAL.finditer(main))
        if _SMALL_FINE.fullmatch(trim(main)):
            # Whoever says that small dogs are fine, says that others are not; why, is for somebody to ask.
            words = clause.strip()
            found.append((None, Avoided(Species.DOG, AnimalSize.LARGE, Reaction.UNKNOWN, Severity.AVOID, False, words)))
            continue
        if not names or _LIKED.search(main) or _FINE.fullmatch(main.strip()):
            left.append(clause.strip())
            continue
        # What a remark says is fine ("small dogs are fine") is no animal to avoid.
        for remark in remarks:
            if _FINE.fullmatch(remark.strip()):
                start = scan.plain.find(remark)
                scan.cross_out(start, start + len(remark))
        stated = _reaction(scan)
        severity = (
            Severity.SEVERE if scan.take(_SEVERE) else Severity.SMALL_AMOUNTS_OK if scan.take(_MILD) else Severity.AVOID
        )
        indoors = bool(scan.take(_ONLY_INDOORS))
        scan.take_all(ANIMAL)
        large, small = scan.take(LARGE), scan.take(SMALL)
        scan.ignore(_AVOID_FILLERS)
        for name in names:
            species, size = animal_of(name)
            if size is AnimalSize.ANY:
                size = AnimalSize.LARGE if large else AnimalSize.SMALL if small else AnimalSize.ANY
            found.append((stated, Avoided(species, size, Reaction.UNKNOWN, severity, indoors, clause.strip())))
        if rest := scan.left():
            left.append(rest)
    # 「犬・猫アレルギー」, "allergic to cats and dogs": a reason said once holds for the neighbours that have none.
    reasons = [stated for stated, _ in found if stated]
    avoided = []
    for place, (stated, one) in enumerate(found):
        near = next((other for other, _ in found[place:] if other), reasons[-1] if reasons else Reaction.UNKNOWN)
        avoided.append(replace(one, reaction=stated or near))
    doubts = (Doubt.REACTION_UNSTATED,) if found and not reasons else ()
    return Reading(tuple(avoided), "; ".join(left), doubts)


def _reaction(scan: Scan) -> Reaction | None:
    allergy, faith, fear, dislike = (scan.take(pattern) for pattern in (_ALLERGY, _FAITH, _FEAR, _DISLIKE))
    if allergy:
        return Reaction.ALLERGY
    if faith:
        return Reaction.FAITH
    return Reaction.FEAR if fear else Reaction.DISLIKE if dislike else None


@lru_cache(maxsize=8192)
def read_pets(text: str) -> Reading[tuple[Kept, ...]]:
    """Read the pets of a home: kind, number, where they live. A number after a comma belongs to the animal before
    it.
    """
    if not text.strip() or says_none(text) or _NO_PETS.fullmatch(text):
        return Reading(())
    said_none = _NONE_BUT.match(plain(text))
    if said_none is not None:
        return Reading((), trim(said_none["but"]))  # なし（以前犬がいました）: what was, is no pet
    found: list[Kept] = []
    left: list[str] = []
    for clause in split_outside(text, _CLAUSES):
        scan = Scan(clause)
        names = scan.take_all(ANIMAL)
        count_match = scan.take(_COUNT)
        count = as_count(count_match["count"] or count_match["ja"]) if count_match else None
        where = whereabouts(scan.open)
        for pattern in (BOTH_SIDES, INDOORS, OUTDOORS):
            scan.take_all(pattern)
        large, small = scan.take(LARGE), scan.take(SMALL)
        scan.ignore(_KEPT_FILLERS)
        if not names:
            if found and (count_match or where is not Whereabouts.UNKNOWN) and scan.done:
                found[-1] = _more(found[-1], count, where, clause)
            else:
                left.append(clause.strip())
            continue
        for place, name in enumerate(names):
            species, size = animal_of(name)
            if size is AnimalSize.ANY:
                size = AnimalSize.LARGE if large else AnimalSize.SMALL if small else AnimalSize.ANY
            singular = not plain(name[0]).rstrip().casefold().endswith("s")
            number = count if place == 0 and count else (1 if singular and name[0].isascii() else None)
            found.append(Kept(species, size, number, where, trim(clause)))
    return Reading(tuple(found), "; ".join(left))


def _more(kept: Kept, count: int | None, where: Whereabouts, words: str) -> Kept:
    lives = where if kept.lives is Whereabouts.UNKNOWN else kept.lives
    return Kept(
        kept.species,
        kept.size,
        count if count is not None else kept.count,
        lives,
        f"{kept.words}, {words.strip()}",
    )

"""Yes and no as they are given on forms, and consents: はい, いいえ, どちらでも, ○, none, no preference,
集合写真のみ.
"""

from __future__ import annotations

import re
from functools import lru_cache

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, plain
from planner.model.kinds import Answer, Gender, PhotoConsent

_EITHER = any_of(
    "either(?: way| is (?:fine|ok(?:ay)?))?|no preference|doesn'?t matter|don'?t mind|any|maybe|both",
    "どちらでも(?:よい|良い|いい|可|構いません|大丈夫)?(?:です)?|どっちでも|問いません|こだわり(?:は)?(?:ない|なし)|△",
)
_NO = any_of(
    "no(?:pe|t(?! sure| yet| certain| decided))?|n|false|never|decline|disagree|refused?|cannot|can'?t|不可",
    "いいえ|イイエ|ノー|いや|だめ|ダメ|NG|不可|不要|希望しない|(?:同意|許可|承諾)しな(?:い|ません)|同意しません"
    "|できません|できない|なし|無し|ない(?:です)?|避けたい|困ります|[×✕✖☓]|否",
)
_YES = any_of(
    "yes(?:,? please)?|yep|yeah|y|true|sure|ok(?:ay)?|fine|agree(?:d)?|consent(?:ed)?|of course|allowed",
    "はい|ハイ|イエス|もちろん(?:です)?|ええ|可(?!能?性)|可能|よい|良い|いいです|大丈夫(?:です)?|平気(?:です)?|構いません"
    "|かまいません|問題(?:ない|なし|ありません)|同意(?:する|します)?|許可(?:する|します)?|承諾(?:する"
    "|します)?|希望(?:する|します)?|あり|有り?|できます|できる|[○◯〇◎⭕✓✔☑]|有",
)
_FILLERS = any_of("is|are|it'?s|that'?s|we|i|am|please|thanks?(?: you)?", "です|ます|。")
_GROUP_ONLY = re.compile(
    r"(?:集合|全体|グループ|団体)写真?(?:のみ|だけ|なら(?:可|よい|OK)?)(?:可|よい|OK)?"
    r"|(?<![a-z])(?:only )?(?:in )?group(?:s| (?:photos?|pictures?|shots?))?(?: only| ok(?:ay)?)?(?![a-z])",
    re.IGNORECASE,
)
_FEMALE = any_of("female|woman|girl|f|w", "女(?:性|子|の子)?")
_MALE = any_of("male|man|boy|m", "男(?:性|子|の子)?")
_OTHER = any_of(
    r"non-?binary|nb|x|other|self-?described?|diverse|trans\w*|queer",
    "その他|ノンバイナリー|Xジェンダー",
)
_UNSAID = any_of("prefer not to (?:say|answer)|undisclosed", "回答しない|答えたくない|無回答")


@lru_cache(maxsize=4096)
def read_answer(text: str) -> Reading[Answer]:
    """Read a yes or no. What follows it ("No, but we have a dog") is left over."""
    scan = Scan(text)
    for pattern, answer in ((_EITHER, Answer.EITHER), (_NO, Answer.NO), (_YES, Answer.YES)):
        found = pattern.search(scan.open)
        # The answer comes first; a "no" further on belongs to what is said about it.
        if found and not re.search(r"\w", scan.open[: found.start()]):
            scan.cross_out(*found.span())
            scan.ignore(_FILLERS)
            return Reading(answer, scan.left())
    return Reading(Answer.UNKNOWN, text.strip())


@lru_cache(maxsize=4096)
def read_photo_consent(text: str) -> Reading[PhotoConsent]:
    """Read what pictures of somebody may be shown."""
    scan = Scan(text)
    if scan.take(_GROUP_ONLY):
        scan.take(_YES)
        scan.ignore(_FILLERS)
        return Reading(PhotoConsent.GROUP_ONLY, scan.left())
    answer = read_answer(text)
    consent = {Answer.YES: PhotoConsent.FULL, Answer.EITHER: PhotoConsent.FULL, Answer.NO: PhotoConsent.NONE}
    return Reading(consent.get(answer.value, PhotoConsent.UNKNOWN), answer.rest)


@lru_cache(maxsize=4096)
def read_gender(text: str) -> Reading[Gender]:
    """Read a gender; words of one's own are ``OTHER`` and stay left over, for the field that keeps them."""
    scan = Scan(text)
    if _UNSAID.search(plain(text)):
        return Reading(Gender.UNKNOWN)
    for pattern, gender in ((_OTHER, Gender.OTHER), (_FEMALE, Gender.FEMALE), (_MALE, Gender.MALE)):
        if scan.take(pattern):
            return Reading(gender, scan.left())
    return Reading(Gender.UNKNOWN, text.strip())

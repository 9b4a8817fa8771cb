"""Languages and how well: 日常会話ができる; French (Marie, fluent), English; English; Susan a little Japanese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from planner.intake.values.names import name_key
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, says_none, split_outside
from planner.model.kinds import LanguageLevel


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language somebody speaks: ISO 639 code, how well, who (as named in the cell, "" if nobody is), certificate."""

    language: str
    level: LanguageLevel = LanguageLevel.UNKNOWN
    who: str = ""
    certificate: str = ""


LEVELS: tuple[tuple[LanguageLevel, re.Pattern[str]], ...] = (
    (
        LanguageLevel.NATIVE,
        any_of(
            "native(?: speaker| level)?|near[- ]native|mother tongue|bilingual|first language",
            "母語(?:に近い|話者|レベル)?|母国語|ネイティブ(?:レベル|並み)?|バイリンガル",
        ),
    ),
    (
        LanguageLevel.INTERPRETS,
        any_of(
            "(?:can )?interprets?(?:er)?(?: level)?",
            "通訳(?:が)?(?:でき(?:る|ます)|可能?|レベル)",
        ),
    ),
    (
        LanguageLevel.NONE,
        any_of(
            "(?:almost |hardly )?(?:none|no|not at all)|hardly any|does(?: not|n'?t) speak",
            "(?:ほとんど|全く|まったく)(?:話せ|でき|しゃべれ)(?:ない|ません)|話せ(?:ない|ません)",
        ),
    ),
    (
        LanguageLevel.CONVERSATION,
        any_of(
            "conversation(?:al(?:ly)?)?|intermediate|can hold a (?:dinner )?conversation|speaks? well"
            "|good|pretty good|ok",
            "日常会話(?:が|は)?(?:でき(?:る|ます)|程度|レベル|可能?)?|(?:普通|ふつう)に話せ(?:る|ます)|中級",
        ),
    ),
    (
        LanguageLevel.SIMPLE,
        any_of(
            "(?:(?:only )?(?:a )?(?:little|bit)(?: of)?|some|simple|basic(?:s)?|limited|broken"
            "|rusty)(?: conversation)?",
            "(?:簡単な|片言の?|少しの?)(?:会話|英会話)?(?:が|は|なら)?(?:でき(?:る|ます)|程度"
            "|レベル|可)?|カタコト|少し(?:だけ)?(?:話せ(?:る|ます)|でき(?:る|ます))?|初中級",
        ),
    ),
    (
        LanguageLevel.GREETINGS,
        any_of(
            "greetings?(?: only)?|a few words|beginners?|learning|studying|elementary",
            "(?:あいさつ|挨拶|単語)(?:程度|のみ|だけ|ぐらい|くらい|レベル)?|初級|入門|勉強中|学習中",
        ),
    ),
    (
        LanguageLevel.FLUENT,
        any_of(
            "fluent(?:ly)?|advanced|business(?: level)?|very well|excellent|proficient",
            "流暢|流ちょう|堪能|上級|ビジネスレベル",
        ),
    ),
)
CERTIFICATE = re.compile(
    r"(?:実用)?英検\s*(?:準?[1-5一二三四五]級|準?\d級プラス)|(?<![a-z])(?:toeic|toefl|ielts|eiken"
    r"|gtec)\s*(?:ibt|score)?\s*\d[\d.]*(?:点)?"
    r"|(?:jlpt\s*)?(?<![a-z])n[1-5](?![\da-z])|jlpt\s*level\s*\d"
    r"|(?:cefr\s*)?(?<![a-z\d])[abc][12](?![a-z\d])",
    re.IGNORECASE,
)
_MORE_NAMES = {
    "mandarin": "zh", "chinese": "zh", "cantonese": "yue", "farsi": "fa", "bengali": "bn", "bangla": "bn",
    "tagalog": "tl", "asl": "ase", "sign language": "ase", "american sign language": "ase",
    "japanese sign language": "jsl", "jsl": "jsl", "手話": "jsl", "アメリカ手話": "ase", "中国語": "zh",
    "北京語": "zh", "韓国語": "ko", "朝鮮語": "ko", "日本語": "ja", "英語": "en", "creole": "ht",
    "haitian": "ht", "filipino": "fil", "burmese": "my", "nihongo": "ja", "eigo": "en", "flemish": "nl",
    "gaelic": "gd", "french canadian": "fr", "québécois": "fr", "brazilian portuguese": "pt",
}  # fmt: skip
_CLAUSES = re.compile(
    r"[、,;；，\n。・]|(?<=[a-z)])\s+(?:and|&|plus)\s+(?=[a-z])|\s/\s|(?<=[a-z])/(?=[a-z])|＆", re.IGNORECASE
)
_FILLERS = any_of(
    "speaks?|spoken|we|i|at home|is|are|the|all|everyone|family|also|only|language|level|very|in|of|can"
    "|a|but|my|our|and|with|from|school",
    "語(?:が|は)?|が|は|を|で|も|に|話せ(?:る|ます)|でき(?:る|ます)|です|ます|程度",
)
_REMARK = re.compile(r"[(（][^()（）]*[)）]")
_NAME = re.compile(r"[A-Z\u00c0-\u024f][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*")


@lru_cache(maxsize=2048)
def language_code(word: str) -> str | None:
    """The ISO 639 code of a language named in English or Japanese, or None."""
    key = word.strip().casefold()
    return _MORE_NAMES.get(key) or _names().get(key) or _names().get(key.removesuffix("語"))


@cache
def _names() -> dict[str, str]:
    """Every language's name in both languages, from CLDR."""
    from babel import Locale

    names: dict[str, str] = {}
    for locale in ("en", "ja"):
        for code, name in Locale.parse(locale).languages.items():
            if "_" not in code and len(code) <= 3:
                names.setdefault(name.casefold(), code)
    return names


@cache
def _language() -> re.Pattern[str]:
    words = sorted(
        {*_MORE_NAMES, *_names()} - {"us", "even", "so", "to", "on", "vai", "no", "as"}, key=len, reverse=True
    )
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    other = "|".join(re.escape(word) for word in words if not word.isascii())
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{other}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_level(text: str) -> Reading[LanguageLevel]:
    """Read how well somebody speaks one language, which the heading names."""
    if says_none(text):
        return Reading(LanguageLevel.NONE)
    scan = Scan(text)
    level = take_level(scan)
    scan.take_all(_language())
    scan.take_all(CERTIFICATE)
    scan.ignore(_FILLERS)
    return Reading(level, scan.left() if level is not LanguageLevel.UNKNOWN else text.strip())


def take_level(scan: Scan) -> LanguageLevel:
    """Find and cross out the words for a level; those of the highest and of "none" are looked for first."""
    for level, pattern in LEVELS:
        if scan.take(pattern):
            return level
    return LanguageLevel.UNKNOWN


@lru_cache(maxsize=4096)
def read_certificate(text: str) -> str:
    """The language certificate a text names, such as 英検3級 or JLPT N2; "" if none."""
    scan = Scan(text)
    found = scan.take(CERTIFICATE)
    return scan.original(*found.span()).strip() if found else ""


def read_languages(text: str, people: Sequence[str] = ()) -> Reading[tuple[Spoken, ...]]:
    """Read several languages, with who speaks them: `people` are the given names of those who live in the home."""
    return _read_languages(text, tuple(people))


@lru_cache(maxsize=4096)
def _read_languages(text: str, people: tuple[str, ...]) -> Reading[tuple[Spoken, ...]]:
    if not text.strip() or says_none(text):
        return Reading(())
    found: list[Spoken] = []
    left: list[str] = []
    for clause in split_outside(text, _CLAUSES):
        scan = Scan(clause)
        certificate = scan.take(CERTIFICATE)
        names = scan.take_all(_language())
        level = take_level(scan)
        who = _who(scan, people)
        scan.ignore(_FILLERS)
        for remark in _REMARK.finditer(scan.plain) if names else ():
            scan.cross_out(*remark.span())  # how they learned it: the field's own words keep that
        if not names:
            if found and (level is not LanguageLevel.UNKNOWN or who) and scan.done:
                last = found[-1]
                found[-1] = Spoken(
                    last.language,
                    level if level is not LanguageLevel.UNKNOWN else last.level,
                    who or last.who,
                    last.certificate,
                )
            else:
                left.append(clause.strip())
            continue
        words = scan.original(*certificate.span()).strip() if certificate else ""
        for name in names:
            found.append(Spoken(language_code(name[0]) or name[0], level, who, words))
        if rest := scan.left():
            left.append(rest)
    return Reading(tuple(found), "; ".join(left))


def _who(scan: Scan, people: tuple[str, ...]) -> str:
    for person in sorted(people, key=len, reverse=True):
        if person:
            boundary = r"(?<![^\W_])" if person.isascii() else ""
            found = scan.take(
                re.compile(boundary + re.escape(person) + ("(?:'s)?(?![^\\W_])" if boundary else ""), re.IGNORECASE)
            )
            if found:
                return person
    if not people:
        named = scan.take(_NAME)
        return scan.original(*named.span()) if named else ""
    keys = {name_key(person): person for person in people}
    for candidate in _NAME.finditer(scan.open):
        if name_key(candidate[0]) in keys:
            scan.cross_out(*candidate.span())
            return keys[name_key(candidate[0])]
    return ""

"""What somebody in the delegation is called by their task, in the form's own words: "Head coach", 「監督」 (§2.3)."""

from __future__ import annotations

import re
from typing import Final, Protocol

from planner.language.kana import has_japanese
from planner.language.marking import Pair
from planner.language.terms import term
from planner.model.kinds import Role


class HasTitle(Protocol):
    """The fields of a member that the title is made of."""

    role: Role
    role_words: str


#: Titles that say more than the role, in both languages; the program's roles have one word for all of them.
_KNOWN: Final[tuple[tuple[Role, Pair], ...]] = (
    (Role.COACH, Pair("Head coach", "監督")),
    (Role.COACH, Pair("Head coach", "ヘッドコーチ")),
    (Role.COACH, Pair("Assistant coach", "助監督")),
    (Role.COACH, Pair("Assistant coach", "アシスタントコーチ")),
    (Role.COACH, Pair("Team manager", "チームマネージャー")),
)
#: 「引率（監督）」: what stands in the brackets is the title.
_IN_BRACKETS: Final = re.compile(r"[^()（）]+[(（](?P<title>[^()（）]+)[)）]")
#: Longer than this it is an explanation, which no list of names has room for.
_LONGEST: Final = 24


def title_of(member: HasTitle) -> Pair:
    """Give the title in both languages: as the form has it in its own language, in the other that of the role.

    A title that belongs to another role than the member's is from before the role was changed, and does not stand.
    """
    role = Pair(term(member.role, "en"), term(member.role, "ja"))
    words = member.role_words.strip()
    bracketed = _IN_BRACKETS.fullmatch(words)
    title = bracketed["title"].strip() if bracketed else words
    if not title or len(title) > _LONGEST or _names_another_role(title, member.role):
        return role
    known = next((pair for of, pair in _KNOWN if of is member.role and title.casefold() in _folded(pair)), role)
    return Pair(known.en, title) if has_japanese(title) else Pair(title, known.ja)


def _names_another_role(title: str, own: Role) -> bool:
    named = {of for of, pair in _KNOWN if title.casefold() in _folded(pair)}
    named |= {role for role in Role if title.casefold() in _folded(Pair(term(role, "en"), term(role, "ja")))}
    return bool(named) and own not in named


def _folded(pair: Pair) -> tuple[str, ...]:
    return tuple(word.casefold() for word in pair)

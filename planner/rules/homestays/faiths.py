"""Which faith the words of a form speak of, so that a Muslim guest and a Muslim household find each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from enum import Enum
from functools import lru_cache
from typing import Final

from planner.model.kinds import Diet


class Faith(Enum):
    """A faith as far as it matters for food, animals and holidays at home."""

    ISLAM = "islam"
    JUDAISM = "judaism"
    CHRISTIANITY = "christianity"
    BUDDHISM = "buddhism"
    SHINTO = "shinto"
    HINDUISM = "hinduism"


_WORDS: Final = {
    Faith.ISLAM: re.compile(r"muslim|islam|mosque|イスラム|イスラーム|ムスリム|モスク"),
    Faith.JUDAISM: re.compile(r"jewish|judais|synagogue|ユダヤ"),
    Faith.CHRISTIANITY: re.compile(
        r"christian|catholic|protestant|lutheran|baptist|methodist|church|mass\b|キリスト|カトリック|プロテスタント|教会"
    ),
    Faith.BUDDHISM: re.compile(r"buddhis|仏教"),
    Faith.SHINTO: re.compile(r"shinto|神道"),
    Faith.HINDUISM: re.compile(r"hindu|ヒンズー|ヒンドゥー"),
}
_DIETS: Final = {Diet.HALAL: Faith.ISLAM, Diet.KOSHER: Faith.JUDAISM}


@lru_cache(maxsize=1024)
def _in_words(words: str) -> frozenset[Faith]:
    plain = unicodedata.normalize("NFKC", words).casefold()
    return frozenset(faith for faith, pattern in _WORDS.items() if pattern.search(plain))


def faiths_in(words: str, diets: Collection[Diet]) -> frozenset[Faith]:
    """Give the faiths that words and diets speak of."""
    return _in_words(words) | {faith for diet, faith in _DIETS.items() if diet in diets}

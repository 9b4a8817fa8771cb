"""Finding by what people type: accents, kana, old kanji, letters left out."""

import pytest

from planner.ui.search import Entry, find, fold


def entry(*words: str) -> Entry:
    return Entry(words[0], "", "person", "", words, words[0])


PEOPLE = [
    entry("Misaki Satō", "佐藤 美咲", "サトウ ミサキ", "Satō Misaki"),
    entry("Sakura Takahashi", "髙橋 さくら", "たかはし さくら"),
    entry("Hina Yamazaki", "山﨑 陽菜", "やまざき ひな"),
    entry("Ken Yoshino", "𠮷野 健", "ヨシノ ケン"),
    entry("Mei Katō", "加藤 芽依", "かとう めい"),
    entry("Nguyen-Baker", "Linh", "Tom"),
    entry("Courtesy call on the Mayor", "市長表敬訪問"),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sato", "Misaki Satō"),
        ("さとう", "Misaki Satō"),
        ("ｻﾄｳ", "Misaki Satō"),
        ("高橋", "Sakura Takahashi"),
        ("山崎", "Hina Yamazaki"),
        ("吉野", "Ken Yoshino"),
        ("よしの けん", "Ken Yoshino"),
        ("kato mei", "Mei Katō"),
        ("MEI K", "Mei Katō"),
        ("baker", "Nguyen-Baker"),
        ("mayor", "Courtesy call on the Mayor"),
        ("表敬", "Courtesy call on the Mayor"),
        ("ykhma", ""),
        ("tkhsh", "Sakura Takahashi"),
        ("takhsi", "Sakura Takahashi"),
    ],
)
def test_found_first(typed: str, first: str) -> None:
    hits = [hit.title for hit in find(typed, PEOPLE)]
    assert hits[:1] == ([first] if first else [])


def test_voicing_marks_are_no_accents() -> None:
    assert fold("が") != fold("か")
    assert fold("Ōé") == "oe"


def test_nothing_typed_finds_nothing_and_the_whole_word_comes_before_a_part() -> None:
    assert find("  ", PEOPLE) == ()
    assert [e.title for e in find("rin", [entry("Rinko"), entry("Marina"), entry("Rin")])] == [
        "Rin", "Rinko", "Marina",
    ]  # fmt: skip

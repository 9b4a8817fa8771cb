"""What is read at once stays whole: endings of verbs, words in katakana, counted things; nothing else does."""

import pytest

from planner.language.endings import JOINER, joined, parted


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("確かめてください。", ["確か", "ください。"]),
        ("お気軽にどうぞくださいませ", ["軽に", "くださいませ"]),
        ("宿泊先がありません。", ["先が", "りません。"]),
        ("版とともに記録されます。", ["版と", "録されます。"]),
        ("東京から京都まで", ["京から", "都まで"]),
        ("このほかのところにはないこと", ["ほか", "ところ", "こと"]),
        ("市長表敬訪問", []),
        ("The dinner is at 6:30 pm.", []),
        ("ポートランド訪問", ["ポートランド"]),
        ("コミュニティカレッジ", ["ミュ", "ティ", "レッジ"]),
        ("その日は1.5時間の予定", ["日は", "1.5時間の"]),
        ("まだ決まっていない", ["決まって"]),
        ("guests_form.csvほか", ["guests_form.csv", "ほか"]),
    ],
)
def test_what_is_read_at_once_is_joined(text: str, whole: list[str]) -> None:
    expected = text
    for ending in whole:
        expected = expected.replace(ending, JOINER.join(ending))
    assert joined(text) == expected
    assert parted(joined(text)) == text

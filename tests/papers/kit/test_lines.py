"""Lines: Japanese rules at both edges, words and names whole, nothing outside the width."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.papers.kit.boxes import Box
from planner.papers.kit.breaks import NOT_AT_END, NOT_AT_START
from planner.papers.kit.fonts import text_width
from planner.papers.kit.lines import Inset, Run, Style, even, fitted, lay, natural_width
from planner.papers.kit.marks import Words

STYLE = Style(11, 15)
LETTER = (
    "博物館は月曜休館のため中止。お迎えが16時になる家庭は、森コーチがエキスポで付き添います。"
    "「お祈りの場所を少しお借りしたいです。」（7月22日(木)の第3試合は午後4時30分から）、"
    "ポートランド・エキスポ第2コートに集合してください。チョコレートケーキ、ジュースっぽい佐々木さんも！？"
)


def lines_of(box: Box) -> list[str]:
    return ["".join(mark.text for mark in line.flattened() if isinstance(mark, Words)) for _, _, line in box.inner]


def right_edge(box: Box) -> float:
    """How far to the right ink can reach: a closing full-width mark fills only half of its square."""
    edge = 0.0
    for mark in box.flattened():
        if isinstance(mark, Words):
            end = mark.x + text_width(mark.text.rstrip(" \u3000"), mark.size, mark.bold)
            edge = max(edge, end - (mark.size / 2 if mark.text[-1] in "）」』】、。" else 0.0))
    return edge


@pytest.mark.parametrize("width", [60, 85, 110, 150, 200, 260, 400])
def test_no_line_starts_or_ends_against_the_japanese_rules(width: int) -> None:
    lines = lines_of(lay(Run(LETTER, STYLE), width))
    assert "".join(lines) == LETTER
    assert not [line for line in lines[1:] if line[0] in NOT_AT_START]
    assert not [line for line in lines[:-1] if line[-1] in NOT_AT_END]


@pytest.mark.parametrize("width", [90, 130, 180, 300])
@pytest.mark.parametrize("whole", ["7月22日(木)", "第3試合", "午後4時30分", "第2コ", "16時"])
def test_dates_and_counted_things_stay_together(width: int, whole: str) -> None:
    assert whole in "\n".join(lines_of(lay(Run(LETTER, STYLE), width)))


@pytest.mark.parametrize("width", range(80, 150, 10))
def test_a_day_without_its_month_keeps_its_weekday(width: int) -> None:
    text = "7月27日(火)から28日(水)にかけての夜"
    assert any("28日(水)" in line for line in lines_of(lay(Run(text, STYLE), width)))


@pytest.mark.parametrize("width", range(80, 200, 7))
def test_a_verb_is_not_broken_in_its_ending(width: int) -> None:
    text = "署名済みの参加承諾書を持参してください。雨天でも実施し、変更はありません。お気軽にお尋ねくださいませ。"
    lines = lines_of(lay(Run(text, STYLE), width))
    assert "".join(lines) == text
    for whole in ("ください。", "りません。", "くださいませ。"):
        assert any(whole in line for line in lines), whole


@pytest.mark.parametrize("width", [85, 100, 140, 200])
def test_latin_words_times_names_and_telephone_numbers_stay_whole(width: int) -> None:
    names = "ジョンソン 恵美、Haruko BELL、ベル 春子、SAITO Kaori、Ken YOSHINO"
    assert all(any(each in line for line in lines_of(lay(Run(names, STYLE), width))) for each in names.split("、"))
    text = "The coach leaves the Expo at 4:20 pm on 22 July; call (207) 555-0100 if you are late."
    lines = lines_of(lay(Run(text, STYLE), width))
    assert "\n".join(lines).replace("\n", " ").split() == text.split()
    for whole in ("4:20 pm", "22 July", "(207) 555-0100"):
        assert any(whole in line for line in lines), whole


def test_a_whole_run_is_not_broken_where_it_fits_on_a_line() -> None:
    parts = [Run("通訳はいつも", STYLE), Run("ジョンソン 恵美", STYLE, whole=True), Run("さんです", STYLE)]
    lines = lines_of(lay(parts, 100))
    assert any("ジョンソン 恵美" in line for line in lines)
    assert len(lines) > 1


def test_a_whole_run_wider_than_the_line_breaks_rather_than_stand_outside() -> None:
    box = lay(Run("Wolfeschlegelsteinhausenbergerdorff", STYLE, whole=True), 60)
    assert len(box.inner) > 1
    assert right_edge(box) <= 60
    assert "".join(lines_of(box)) == "Wolfeschlegelsteinhausenbergerdorff"


@pytest.mark.parametrize("width", range(97, 200, 7))
def test_katakana_words_are_whole_where_they_fit_on_a_line(width: int) -> None:
    text = "集合場所はポートランド国際ジェットポートです。品川区女子バスケットボール。空港でホストファミリーと対面。"
    lines = lines_of(lay(Run(text, STYLE), width))
    assert "".join(lines) == text
    for whole in ("ポートランド", "ジェットポート", "バスケットボール", "ホストファミリー"):
        assert any(whole in line for line in lines), whole


def test_a_line_begins_with_a_particle_only_where_it_must() -> None:
    title = Run("市の空港ロビーでホストファミリーと対面", STYLE)
    assert lines_of(lay(title, 11 * 16.5)) == ["市の空港ロビーで", "ホストファミリーと対面"]
    # What is longer than a line is made of several words that nobody can tell apart.
    assert len(lay(Run("コミュニティカレッジキャンパス", STYLE), 11 * 9).inner) == 2


def test_the_lines_of_a_title_are_about_as_long_as_each_other() -> None:
    title = Run("Welcome at the Jetport, meet host families", STYLE)
    assert lines_of(lay(title, 200)) == ["Welcome at the Jetport, meet host", "families"]
    box = even(title, 200, align="right")
    assert lines_of(box) == ["Welcome at the Jetport,", "meet host families"]
    assert right_edge(box) == pytest.approx(200, abs=1.5)
    assert even(Run("Programme", STYLE), 200) == lay(Run("Programme", STYLE), 200)


def test_the_empty_halves_of_meeting_marks_are_closed_up() -> None:
    assert natural_width(Run("「駅」（東）。", STYLE)) == pytest.approx(11 * (8 - 1.0 - 1.0 + 0.5), abs=6)
    assert natural_width(Run("。」", STYLE)) == pytest.approx(16.5)
    assert natural_width(Run("です。", STYLE)) == pytest.approx(33)


def test_a_closing_mark_may_end_a_full_line_with_its_empty_half_outside() -> None:
    assert len(lay(Run("集合です。", STYLE), 11 * 4.5).inner) == 1


def test_a_line_feed_breaks_and_an_empty_text_has_no_height() -> None:
    assert lines_of(lay(Run("one\ntwo", STYLE), 200)) == ["one", "two"]
    assert lay(Run("", STYLE), 200).height == 0
    assert lay([], 200).height == 0


def test_alignment_puts_the_last_visible_character_at_the_edge() -> None:
    right = next(mark for mark in lay(Run("Page 1 of 2", STYLE), 200, align="right").flattened())
    assert isinstance(right, Words)
    assert right.x + text_width("Page 1 of 2", 11) == pytest.approx(200)
    centre = next(mark for mark in lay(Run("noon", STYLE), 200, align="centre").flattened())
    assert isinstance(centre, Words)
    assert centre.x == pytest.approx((200 - text_width("noon", 11)) / 2)


def test_too_long_text_shrinks_within_its_limit_then_flows() -> None:
    once = fitted(Run("A title that is a little too long", STYLE), 130, smallest=8)
    assert len(once.inner) == 1
    sizes = {mark.size for mark in once.flattened() if isinstance(mark, Words)}
    assert max(sizes) < 11
    flowing = fitted(Run("A title that is much too long for that, whatever its size", STYLE), 100, smallest=9)
    assert len(flowing.inner) > 1
    assert {mark.size for mark in flowing.flattened() if isinstance(mark, Words)} == {9}


def test_an_inset_stands_in_the_line_and_makes_it_higher_if_it_must() -> None:
    plain = lay(Run("Game", STYLE), 200)
    chip = Inset(Box(20, 30), drop=3)
    with_chip = lay([chip, Run("\u00a0Game", STYLE)], 200)
    assert with_chip.height > plain.height
    words = [mark for mark in with_chip.flattened() if isinstance(mark, Words)]
    assert words[0].x == pytest.approx(20)


JAPANESE = st.sampled_from("あのがはっゃー、。「」（）・アッーン漢字日月々7時2A b々!?～…")


@settings(max_examples=150, deadline=None)
@given(st.text(JAPANESE, min_size=1, max_size=60), st.floats(35, 300))
def test_whatever_the_text_nothing_is_lost_nothing_stands_outside(text: str, width: float) -> None:
    box = lay(Run(text, STYLE), width)
    lines = lines_of(box)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert right_edge(box) <= width + 0.01

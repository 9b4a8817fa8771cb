"""Characters that no font has are named before printing, never left out in silence."""

from __future__ import annotations

import pytest

from planner.language import say
from planner.language.characters import cleaned, not_in_fonts
from planner.papers.kit.coverage import coverage
from planner.papers.kit.glyphs import MissingGlyph, MissingGlyphsError, missing_glyphs, with_geta
from planner.resources import resource


@pytest.mark.parametrize(
    "text",
    ["髙橋 﨑山 𠮷野 凛 ʻAulani Ōmori", "“Game 3” – 7:05–8:25, ½", "（〜）〃○×→⇄", "김민수 Nguyễn 张伟 ☐☑✈♡🎉👍🏽"],
)
def test_names_and_marks_of_the_field_are_all_there(text: str) -> None:
    assert missing_glyphs([(cleaned(text), False), (cleaned(text), True)]) == ()


def test_what_is_missing_is_named_with_its_text() -> None:
    found = missing_glyphs([("Party 𑾉 at ตุ", False), ("ok", True)])
    assert [each.character for each in found] == ["𑾉", "ต", "ุ"]
    assert {each.text for each in found} == {"Party 𑾉 at ตุ"}
    assert found[0].codepoint == "U+11F89"


def test_a_name_in_a_variant_form_we_cannot_draw_is_named_too() -> None:
    assert missing_glyphs([(cleaned("渡邉\U000e0102"), False)])[0].codepoint == "U+E0102"
    assert with_geta("渡邉\U000e0102", False) == "渡邉"


def test_text_is_composed_and_freed_of_what_cannot_be_seen() -> None:
    assert cleaned("か\u3099っこう\u00ad\ufe0f\tA\u202fB\r\nC") == "がっこう A\u00a0B\nC"


def test_holes_are_filled_with_the_printers_mark() -> None:
    assert with_geta("aตb", True) == "a〓b"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_refusal_is_a_sentence_that_names_character_and_text(language: str) -> None:
    error = MissingGlyphsError((MissingGlyph("🎉", "Party 🎉"),))
    said = say(error, language)
    assert "🎉" in said
    assert "Party" in said


def test_what_can_be_printed_is_known_without_a_font() -> None:
    assert coverage() == resource("fonts", "characters.txt").read_text("ascii")
    assert not_in_fonts("渡邉\U000e0102 김민수\t👍🏽 ตุ🎉 ต") == ("\U000e0102", "ต", "ุ")

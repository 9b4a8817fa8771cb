"""A form comes in whichever encoding the other city's computer wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.intake.reading import read_sheets
from planner.intake.reading.encodings import decode

JAPANESE = "氏名,フリガナ,学校\n髙橋 さくら,タカハシ サクラ,八潮学園\n山﨑 陽菜,ヤマザキ ヒナ,荏原第一中学校\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("cp932", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
    ],
)
def test_japanese_in_every_encoding(tmp_path: Path, encoding: str, mark: bytes) -> None:
    path = tmp_path / "form.csv"
    path.write_bytes(mark + JAPANESE.encode(encoding))
    sheet = read_sheets(path)[0]
    assert sheet.headings == ("氏名", "フリガナ", "学校")
    assert sheet.rows[0].texts[0] == "髙橋 さくら"
    assert sheet.rows[1].texts[0] == "山﨑 陽菜"


@pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp"])
def test_older_japanese_encodings(encoding: str) -> None:
    text = "氏名,学校\n佐藤 美咲,八潮学園\n鈴木 結衣,荏原第一中学校\n"
    found = decode(text.encode(encoding))
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "Name,Town\nRené Müller,Orléans\nZoë Brontë,São Paulo\n",
        "Name,Note\nLéa Nuñez,café crème à la carte\n",
        "Family\nMacLeod – “Fiona”\n",
    ],
)
def test_western_windows_text_is_not_taken_for_japanese(text: str) -> None:
    found = decode(text.encode("cp1252"))
    assert found is not None
    assert found[0] == text


def test_half_width_kana_in_cp932_stay_japanese() -> None:
    text = "ﾌﾘｶﾞﾅ,学校\nﾀｶﾊｼ ｻｸﾗ,八潮学園です\n"
    found = decode(text.encode("cp932"))
    assert found == (text, "cp932")


def test_what_is_no_text_is_told_apart() -> None:
    assert decode(bytes(range(256)) * 40) is None
    assert decode(b"\x00\x01\x02\x03" * 100) is None

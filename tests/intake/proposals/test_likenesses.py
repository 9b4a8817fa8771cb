"""Rows that are alike without being the same: twins, late-comers, two games on one court."""

from __future__ import annotations

from planner.intake.proposals import RowState
from planner.storage import PlannerFile

from .sheets import read_in, sheet_of

HEADINGS = ("Timestamp", "氏名（漢字）", "フリガナ", "生年月日", "メールアドレス", "学校・学年", "保護者氏名")


def answer(stamp: str, name: str, kana: str) -> tuple[str, ...]:
    return (stamp, name, kana, "2013-04-12", "parents@example.jp", "八潮学園 8年", "鈴木 由美")


YUI = answer("2027/04/02 19:12:44", "鈴木 結衣", "スズキ ユイ")
MAI = answer("2027/04/02 19:20:10", "鈴木 麻衣", "スズキ マイ")
OTHERS = tuple(
    (f"2027/04/0{day} 08:00:00", name, kana, f"2012-0{day}-01", f"{day}@example.jp", "荏原第一中学校2年", "")
    for day, name, kana in ((3, "佐藤 美咲", "サトウ ミサキ"), (4, "伊藤 葵", "イトウ アオイ"))
)


def names(file: PlannerFile) -> list[str]:
    return sorted(one.person.given_name_ja for one in file.plan.members)


def test_twins_in_one_sheet_are_two(file: PlannerFile) -> None:
    proposal = read_in(file, sheet_of(HEADINGS, YUI, MAI, *OTHERS))
    assert [row.state for row in proposal.rows] == [RowState.NEW] * 4
    assert names(file) == sorted(["結衣", "麻衣", "美咲", "葵"])


def test_a_twin_who_signs_up_later_does_not_become_her_sister(file: PlannerFile) -> None:
    read_in(file, sheet_of(HEADINGS, YUI, *OTHERS))
    proposal = read_in(file, sheet_of(HEADINGS, YUI, *OTHERS, MAI))
    assert [row.state for row in proposal.rows] == [*[RowState.UNCHANGED] * 3, RowState.NEW]
    assert names(file) == sorted(["結衣", "麻衣", "美咲", "葵"])


def test_a_sheet_of_late_comers_corrects_nobody(file: PlannerFile) -> None:
    read_in(file, sheet_of(HEADINGS, YUI, *OTHERS))
    read_in(file, sheet_of(HEADINGS, MAI))
    assert names(file) == sorted(["結衣", "麻衣", "美咲", "葵"])


def test_a_twin_is_not_her_sister_either_where_the_form_has_no_time_stamp(file: PlannerFile) -> None:
    yui, mai, others = YUI[1:], MAI[1:], [row[1:] for row in OTHERS]
    read_in(file, sheet_of(HEADINGS[1:], yui, *others))
    read_in(file, sheet_of(HEADINGS[1:], *others, mai, yui))
    assert names(file) == sorted(["結衣", "麻衣", "美咲", "葵"])


def test_a_name_corrected_in_every_script_is_still_found_in_the_whole_sheet(file: PlannerFile) -> None:
    headings = (*HEADINGS[1:], "性別")
    yui, *others = ((*row[1:], "女") for row in (YUI, *OTHERS))
    read_in(file, sheet_of(headings, yui, *others))
    fixed = ("鈴木 優衣", "スズキ ユウイ", *yui[2:])
    proposal = read_in(file, sheet_of(headings, fixed, *others))
    assert [row.state for row in proposal.rows] == [RowState.UPDATED, RowState.UNCHANGED, RowState.UNCHANGED]
    assert names(file) == sorted(["優衣", "美咲", "葵"])


def test_twins_of_nearly_one_name_are_kept_apart_and_shown(file: PlannerFile) -> None:
    headings = ("Full name", "Date of birth", "E-mail", "Height (cm)")
    yui, yuki = ((name, "2013-04-12", "p@example.jp", "150") for name in ("Yui Suzuki", "Yuki Suzuki"))
    proposal = read_in(file, sheet_of(headings, yui, yuki))
    assert proposal.counts.new == 2
    assert [note.reason for note in proposal.notes] == ["import-maybe-same-person"]
    again = read_in(file, sheet_of(headings, yuki, yui))
    assert again.changes_nothing
    # Alone, the same words are a slip of the pen, corrected.
    read_in(file, sheet_of(headings, ("Ann Leee", "2012-01-02", "lee@example.com", "160"), yui, yuki))
    proposal = read_in(file, sheet_of(headings, ("Ann Lee", "2012-01-02", "lee@example.com", "160"), yui, yuki))
    assert proposal.counts.updated == 1
    assert sorted(one.person.given_name for one in file.plan.members) == ["Ann", "Yui", "Yuki"]


def test_another_game_on_the_same_court_is_another_game(file: PlannerFile) -> None:
    headings = ("Date", "Start", "End", "What", "Where", "Who")
    rows = [
        ("July 24", "9:30", "11:00", "Game 2 vs Falmouth", "Portland Expo", "A squad"),
        ("July 25", "9:30", "11:00", "Lobster boat", "Pier", "everyone"),
    ]
    read_in(file, sheet_of(headings, *rows))
    late = ("July 24", "9:30", "11:00", "Shooting clinic", "Portland Expo", "A squad")
    proposal = read_in(file, sheet_of(headings, *rows, late))
    assert (proposal.counts.new, proposal.counts.unchanged) == (1, 2)
    assert len(file.plan.activities) == 3

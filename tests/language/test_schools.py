"""School years in both countries' counting."""

import pytest

from planner.language.schools import japanese_year, us_grade


@pytest.mark.parametrize(
    ("school", "year", "grade"),
    [
        ("荏原第一中学校", "2年", 8),
        ("八潮学園", "8年", 8),  # nine years counted through
        ("都立高等学校", "１年", 10),
        ("品川小学校", "6年生", 6),
        ("どこかの学校", "中学3年", 9),
        ("どこかの学校", "高2", 11),
        ("どこかの学校", "2年", None),
        ("荏原第一中学校", "", None),
        ("荏原第一中学校", "9年", None),
    ],
)
def test_a_japanese_year_as_a_grade(school: str, year: str, grade: int | None) -> None:
    assert us_grade(school, year) == grade


@pytest.mark.parametrize(
    ("grade", "year"),
    [("8th grade", "中学2年"), ("Grade 10", "高校1年"), ("gr. 6", "小学6年"), ("Senior", "高校3年"), ("13", "")],
)
def test_a_grade_as_a_japanese_year(grade: str, year: str) -> None:
    assert japanese_year(grade) == year

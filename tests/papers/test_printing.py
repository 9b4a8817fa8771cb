"""Many papers into a folder: names, progress, cancelling, and never half a file."""

from pathlib import Path

import pytest

from planner.model import Plan
from planner.model.message import Cancelled, PlannerError
from planner.papers.documents import print_papers, redacted_for
from planner.papers.options import ItineraryOptions
from tests.papers.conftest import PRINTED_AT


def choices(plan: Plan, language: str = "en") -> list[ItineraryOptions]:
    uids = [None, *(member.uid for member in plan.members)]
    return [ItineraryOptions(language, "letter", uid, PRINTED_AT) for uid in uids]


def test_each_has_a_file_of_their_own_name_also_two_of_one_name(hard: Plan, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    files = print_papers(hard, choices(hard), tmp_path / "new folder", lambda done, of: told.append((done, of)))
    assert [path.name for path in files] == [
        "Itinerary – Anniversary delegation 2027.pdf",
        "Itinerary – Sakura Takahashi.pdf",
        "Itinerary – Misaki Sato.pdf",
        "Itinerary – Kenta Mori.pdf",
        "Itinerary – Misaki Sato (2).pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in files)
    assert sorted(path.name for path in (tmp_path / "new folder").iterdir()) == sorted(path.name for path in files)
    assert told == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_names_in_japanese(hard: Plan, tmp_path: Path) -> None:
    names = [path.name for path in print_papers(hard, choices(hard, "ja")[:2], tmp_path)]
    assert names == ["行程表 – 記念訪問団2027.pdf", "日程表 – 髙橋 さくら.pdf"]


def test_printing_again_replaces_the_older_file(hard: Plan, tmp_path: Path) -> None:
    [first] = print_papers(hard, choices(hard)[:1], tmp_path)
    first.write_bytes(b"old")
    assert print_papers(hard, choices(hard)[:1], tmp_path) == [first]
    assert first.read_bytes().startswith(b"%PDF-")


def test_cancelled_half_way_only_whole_files_are_left(hard: Plan, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_papers(hard, choices(hard), tmp_path, stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Itinerary – Anniversary delegation 2027.pdf",
        "Itinerary – Sakura Takahashi.pdf",
    ]


def test_a_folder_that_cannot_be_written_is_a_sentence(hard: Plan, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PlannerError) as refused:
        print_papers(hard, choices(hard)[:1], tmp_path / "file")
    assert refused.value.code == "paper-folder-refused"
    (tmp_path / "Itinerary – Anniversary delegation 2027.pdf").mkdir()
    with pytest.raises(PlannerError):
        print_papers(hard, choices(hard)[:1], tmp_path)
    assert not list(tmp_path.glob(".*.part"))


def test_somebody_who_is_gone(hard: Plan) -> None:
    with pytest.raises(PlannerError) as refused:
        redacted_for(hard, "nobody")
    assert refused.value.code == "paper-recipient-unknown"

"""Papers as they are handed out: names, progress, cancelling, versions, holes, and never half a file."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.commands import papers, records
from planner.commands.holes import holes_of
from planner.commands.printing import Made, Wanted, make, save_each, save_one
from planner.language import say
from planner.model import Plan
from planner.model.audience import Audience
from planner.model.kinds import PaperWay
from planner.model.message import Cancelled, PlannerError
from planner.model.readers import Reader
from planner.papers.catalogue import document_of, reader_with
from planner.storage import PlannerFile


def wanted(plan: Plan, *readers: str | None, language: str = "en") -> list[Wanted]:
    itinerary = document_of("itinerary")
    each = [reader_with(plan, itinerary, uid or "") for uid in readers or (None, plan.members[0].uid)]
    return [Wanted("itinerary", reader, language, "letter") for reader in each]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_has_a_file_of_their_own_also_two_of_one_name(file: PlannerFile, tmp_path: Path) -> None:
    uid = file.plan.members[0].uid
    told: list[tuple[int, int]] = []
    made = save_each(
        file.plan, wanted(file.plan, None, uid, uid), tmp_path / "new", lambda done, of: told.append((done, of))
    )
    files = [one.file for one in made if one.file]
    assert [path.name.partition(" – ")[0] for path in files] == ["Itinerary"] * 3
    assert files[2].name == f"{files[1].stem} (2).pdf"
    assert names(tmp_path / "new") == sorted(path.name for path in files)
    assert all(len(PdfReader(path).pages) for path in files)
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_all_in_one_file(file: PlannerFile, tmp_path: Path) -> None:
    made = save_one(file.plan, wanted(file.plan), tmp_path / "all.pdf")
    assert len(PdfReader(tmp_path / "all.pdf").pages) == sum(len(one.printed.pages) for one in made)


def test_cancelled_half_way_nothing_is_written(file: PlannerFile, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        save_each(file.plan, wanted(file.plan), tmp_path / "out", stop)
    assert not (tmp_path / "out").exists()


def test_the_version_counts_what_was_handed_out_to_the_same_reader(file: PlannerFile) -> None:
    def hand_out() -> list[Made]:
        made = [make(file.plan, one) for one in wanted(file.plan, None)]
        file.run(papers.remember, file.plan.visit.id, [one.issued for one in made], PaperWay.SAVED)
        return made

    first = make(file.plan, wanted(file.plan, None)[0]).issued.version
    assert [hand_out()[0].issued.version for _ in range(2)] == [first, first + 1]
    assert make(file.plan, wanted(file.plan, None, language="ja")[0]).issued.version == 1


def test_a_character_without_a_font_is_printed_as_a_hole_and_named(file: PlannerFile) -> None:
    member = next(one for one in file.plan.members if not one.withdrawn)
    file.run(records.edit, "Person", member.person_id, {"family_name": "Satoต"})
    printed = make(file.plan, wanted(file.plan, member.uid)[0]).printed
    [hole] = holes_of(file.plan, printed.missing)
    assert hole.subject is not None
    assert (hole.subject.noun, hole.subject.id) == ("Member", member.id)
    english, japanese = say(hole.message, "en"), say(hole.message, "ja")
    assert "U+0E15" in english
    assert "Satoต" in english
    assert english != japanese
    # A form of a kanji that our fonts do not have is printed in its usual form, and that is said.
    file.run(records.edit, "Person", member.person_id, {"family_name": "Sato", "family_name_ja": "渡邉\U000e0102"})
    [hole] = holes_of(file.plan, make(file.plan, wanted(file.plan, member.uid, language="ja")[0]).printed.missing)
    for said in (say(hole.message, "en"), say(hole.message, "ja")):
        assert "邉" in said
        assert "〓" not in said


def test_somebody_who_is_gone(file: PlannerFile) -> None:
    with pytest.raises(PlannerError) as refused:
        make(file.plan, Wanted("itinerary", Reader(Audience.participant(999), "nobody"), "en", "a4"))
    assert refused.value.code == "paper-recipient-unknown"

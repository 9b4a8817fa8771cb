"""The findings: what imports left to review, and missing essentials; codes and figures, said in both languages."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.commands import records, reviews
from planner.language import Pair, say
from planner.model import ReviewItem
from planner.model.done import Done
from planner.model.kinds import ContactKind, PhoneKind, Species
from planner.model.message import Message
from planner.rules.check import check
from planner.rules.finding import Finding, FindingKind, Severity, Subject
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import begin


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def of_kind(file: PlannerFile, kind: FindingKind) -> list[Finding]:
    return [finding for finding in check(file.plan) if finding.kind == kind]


def test_the_worst_come_first_and_a_check_changes_nothing(file: PlannerFile) -> None:
    found = check(file.plan)
    order = [list(Severity).index(finding.severity) for finding in found]
    assert order == sorted(order)
    assert found == check(file.plan)
    assert len({finding.key for finding in found}) == len(found)


def test_what_a_form_said_is_told_word_for_word_with_its_place(file: PlannerFile) -> None:
    found = of_kind(file, FindingKind.REVIEW)
    assert [finding.subject for finding in found] == [
        Subject("Member", file.plan.members[2].id),
        Subject("Household", file.plan.households[1].id),
    ]
    assert say(found[1].figures, "en") == (
        "Okafor: “maybe not Friday” (host_families.xlsx, row 7, column “Nights”). This was not understood."
    )
    assert say(found[1].figures, "ja").startswith(
        "Okafor：「maybe not Friday」（host_families.xlsxの7行目「Nights」欄）。"
    )


def test_an_animal_on_a_form_is_named_in_the_readers_language(file: PlannerFile) -> None:
    ruka, item = file.plan.members[4], file.plan.review_items[0]
    file.run(records.add, "AnimalNeed", {"person_id": ruka.person_id, "species": Species.RABBIT, "words": "うさぎ"})
    file.run(_reword, item.id, {"record_uid": ruka.uid, "target": "AnimalNeed", "words": "うさぎ"})
    [finding] = [one for one in of_kind(file, FindingKind.REVIEW) if one.subject == Subject("Member", ruka.id)]
    assert say(finding.figures, "en").startswith("Ruka Matsumoto: rabbit, “うさぎ” (")
    assert say(finding.figures, "ja").startswith("松本 琉花：うさぎ（")
    file.run(records.add, "AnimalNeed", {"person_id": ruka.person_id, "species": Species.OTHER, "words": "うさぎ"})
    [finding] = [one for one in of_kind(file, FindingKind.REVIEW) if one.subject == Subject("Member", ruka.id)]
    assert say(finding.figures, "en").startswith("Ruka Matsumoto: “うさぎ” ("), "of two that may be meant, neither"


def test_words_of_a_record_that_is_gone_are_told_all_the_same(file: PlannerFile) -> None:
    item = file.plan.review_items[0]
    file.run(_reword, item.id, {"record_uid": "gone", "words": "hm"})
    [finding] = [one for one in of_kind(file, FindingKind.REVIEW) if one.subject == Subject("ReviewItem", item.id)]
    assert say(finding.figures, "en").startswith("“hm” in ")


def _reword(session: Session, item_id: int, values: dict[str, Any]) -> Done:
    item = session.get_one(ReviewItem, item_id)
    for key, value in values.items():
        setattr(item, key, value)
    return Done(Message.of("change-start-visit", title="reworded"))


def test_a_settled_item_is_found_no_more(file: PlannerFile) -> None:
    file.run(reviews.settle, [item.id for item in file.plan.review_items], "asked by telephone")
    assert of_kind(file, FindingKind.REVIEW) == []
    file.undo()
    assert len(of_kind(file, FindingKind.REVIEW)) == 2


def test_each_missing_essential_goes_away_when_it_is_filled_in(file: PlannerFile) -> None:
    *lacking, readings = of_kind(file, FindingKind.ESSENTIALS)
    assert readings.code == "readings-missing"
    said = [say(finding.figures, "en") for finding in lacking]
    assert said[:4] == [
        "The visit has no duty phone yet that can be reached day and night.",
        "Misaki Satō: not known yet: Emergency contact.",
        "Hina Yamazaki: not known yet: Date of birth.",
        "MacLeod: not known yet: Telephone.",
    ]
    assert all(words.endswith("not known yet: Place.") for words in said[4:])
    plan = file.plan
    misaki, hina = plan.members[1].person, plan.members[3].person
    file.run(
        records.add, "VisitPhone", {"visit_id": plan.visit.id, "kind": PhoneKind.DUTY, "phone": "+12075550100"}
    )
    file.run(
        records.add, "Contact",
        {"person_id": misaki.id, "kind": ContactKind.EMERGENCY, "name_en": "A parent", "phone": "+81312345678"},
    )  # fmt: skip
    file.run(records.edit, "Person", hina.id, {"stated_age": 14})
    file.run(records.edit, "Household", plan.households[3].id, {"email": "macleod@example.org"})
    left = [say(finding.figures, "en") for finding in of_kind(file, FindingKind.ESSENTIALS)]
    assert left == [*said[4:], say(readings.figures, "en")]


def test_names_that_their_readers_cannot_say_are_named_until_somebody_writes_how_they_are_read(
    file: PlannerFile,
) -> None:
    def names() -> list[Pair]:
        return [name for one in of_kind(file, FindingKind.ESSENTIALS) if one.code == "readings-missing"
                for name in one.figures.figures["names"]]  # fmt: skip

    plan = file.plan
    home, sakura = plan.households[0], plan.members[0].person
    pat = home.residents[0].person
    before = names()
    assert before[:2] == [Pair("the Ouellette family", "Ouellette家"), Pair("Pat Ouellette", "Pat Ouellette")]
    assert len(before) == 9
    file.run(records.edit, "Household", home.id, {"name_kana": "ウエレット"})
    file.run(records.edit, "Person", pat.id, {"given_name_kana": "パット"})
    assert names() == before[2:]
    file.run(records.edit, "Person", sakura.id, {"family_name_kana": "", "given_name_kana": ""})
    parent = file.run(records.add, "Contact", {"person_id": sakura.id, "name_ja": "髙橋 恵子"})
    assert names() == [*before[2:], Pair("Sakura Takahashi", "髙橋 さくら"), Pair("髙橋 恵子", "髙橋 恵子")]
    file.run(records.edit, "Contact", parent, {"name_kana": "たかはし けいこ"})
    file.run(records.edit, "Person", sakura.id, {"family_name_kana": "たかはし"})
    assert names() == before[2:]


def test_a_record_is_told_once_with_all_it_lacks_in_the_readers_language(file: PlannerFile) -> None:
    household = file.plan.households[3]
    for bed in household.beds:
        file.run(records.remove, "Bed", bed.id)
    found = [f for f in of_kind(file, FindingKind.ESSENTIALS) if f.subject == Subject("Household", household.id)]
    assert [say(finding.figures, "en") for finding in found] == ["MacLeod: not known yet: Telephone and Bed."]
    assert [say(finding.figures, "ja") for finding in found] == ["MacLeod：電話番号、ベッドがまだ分かりません。"]


def test_every_finding_has_a_sentence_in_both_languages(file: PlannerFile) -> None:
    for finding in check(file.plan):
        for language in ("en", "ja"):
            words = say(finding.figures, language)
            assert words
            assert "{" not in words


def test_characters_that_papers_cannot_show_are_named_with_the_person(file: PlannerFile) -> None:
    ruka = file.plan.members[4]
    assert not [one for one in check(file.plan) if "characters" in one.figures.code]
    names = {"family_name_ja": "渡邉\U000e0102", "called_name_en": "Nguyễn 김"}
    file.run(records.edit, "Person", ruka.person_id, names)
    [finding] = [one for one in check(file.plan) if one.figures.code == "characters-varied"]
    assert (finding.subject, finding.severity) == (Subject("Member", ruka.id), Severity.NOTE)
    file.run(records.edit, "Person", ruka.person_id, {"called_name_en": "ต"})
    [finding] = [one for one in check(file.plan) if one.figures.code == "characters-not-in-fonts"]
    assert finding.severity == Severity.WARN
    assert say(finding.figures, "en").startswith("Ruka Matsumoto: no font has ต (in: ")
    assert say(finding.figures, "ja").startswith("渡邉\U000e0102 琉花：ตの字が")

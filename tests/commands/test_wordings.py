"""Words on papers: the committee's own stand in the file, a language they left alone keeps the usual ones."""

from pathlib import Path

import pytest

from planner.commands import again, records, wordings
from planner.model import Wording
from planner.model.kinds import Preset
from planner.model.message import PlannerError
from planner.papers.wordings import concerns, default_wording, wording, wording_codes, wording_name
from planner.storage import PlannerFile
from tests.storage.contents import contents

CODE = "change-slip"


@pytest.fixture
def file(path: Path) -> PlannerFile:
    file = PlannerFile.open(path)
    # The full visit has a block of which this version knows nothing: it stays where it is.
    assert [one.code for one in file.plan.wordings] == ["<all.Wording.code>"]
    return file


def words(file: PlannerFile) -> tuple[str, str]:
    return wording(file.plan, CODE, "en"), wording(file.plan, CODE, "ja")


def test_one_language_is_written_and_the_other_stays(file: PlannerFile, path: Path) -> None:
    usual, was = words(file), contents(path)
    visit = file.plan.visit.id
    file.run(wordings.write, visit, CODE, "ja", "  ご不明な点は事務局まで。\n")
    assert words(file) == (usual[0], "ご不明な点は事務局まで。")
    file.run(wordings.write, visit, CODE, "ja", "お電話ください。")
    assert len(file.history()) == 1, "typing in a row is one step"
    file.run(wordings.write, visit, CODE, "en", "Call us.")
    assert words(file) == ("Call us.", "お電話ください。")
    file.run(wordings.reset, visit, CODE)
    assert words(file) == usual
    file.undo()
    assert words(file) == ("Call us.", "お電話ください。")
    file.undo()
    file.undo()
    assert words(file) == usual
    assert contents(path) == was


@pytest.mark.parametrize("typed", ["", "   \n", default_wording(CODE, "en")])
def test_the_usual_words_or_none_are_not_kept(file: PlannerFile, typed: str) -> None:
    count, visit = len(file.plan.all(Wording)), file.plan.visit.id
    file.run(wordings.write, visit, CODE, "en", typed)
    assert not file.history()
    file.run(wordings.write, visit, CODE, "en", "Ours")
    assert len(file.plan.all(Wording)) == count + 1
    file.run(wordings.write, visit, CODE, "en", typed)
    assert len(file.plan.all(Wording)) == count


def test_a_block_that_no_paper_has_is_refused(file: PlannerFile) -> None:
    with pytest.raises(PlannerError, match="wording-unknown"):
        file.run(wordings.write, file.plan.visit.id, "../../secret", "en", "x")


def test_next_year_begins_with_this_years_words(file: PlannerFile) -> None:
    from tests.commands.test_again import details

    file.run(wordings.write, file.plan.visit.id, CODE, "en", "Call us.")
    new = file.run(again.start_like, file.plan.visit.id, **details(file))
    file.show_visit(new)
    assert words(file) == ("Call us.", default_wording(CODE, "ja"))


def test_blocks_of_the_other_country_and_of_other_rules_are_not_this_visits(file: PlannerFile) -> None:
    file.run(records.edit, "Visit", file.plan.visit.id, {"preset": Preset.J1})
    file.run(records.edit, "City", file.plan.visit.host_city_id, {"country": "JP"})
    here = {code for code in wording_codes() if concerns(file.plan, code)}
    assert {"tips-japan", "safety", "safety-j1", "change-slip", "packing-to-japan"} <= here
    assert not here & {"tips-us", "safety-four_h", "packing-to-us"}


@pytest.mark.parametrize("code", wording_codes())
def test_every_block_has_a_name_and_words_in_both_languages(code: str) -> None:
    english, japanese = wording_name(code)
    assert english
    assert english != japanese
    assert default_wording(code, "en")
    assert any("ぁ" <= letter <= "ん" for letter in default_wording(code, "ja"))
    # Marks of no other kind: they would be printed as they stand.
    for language in ("en", "ja"):
        assert not [line for line in default_wording(code, language).splitlines() if line.startswith(("* ", "## "))]

"""Who gets which papers, as data: lines by their groups, cells by how they stand; and the heads over them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from planner.commands import papers, printing, records
from planner.commands.printing import Wanted
from planner.language import set_screen_language
from planner.language.readers import language_of
from planner.model.kinds import PaperWay
from planner.model.message import Message
from planner.model.readers import of_group, of_guest
from planner.papers.catalogue import documents
from planner.papers.standing.reckoning import Reckoner
from planner.storage import PlannerFile
from planner.ui.pages.papers.matrix import Matrix, State, filtered, matrix_of, state_words, usual_language
from planner.ui.pages.papers.matrixmodel import MatrixModel
from planner.ui.pages.papers.matrixview import MatrixView
from planner.ui.theme import font
from planner.ui.widgets.lines import words_of
from tests.prepared import copy_practice


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlannerFile]:
    with PlannerFile.open(copy_practice(tmp_path / "practice.shimai")) as opened:
        yield opened


def matrix(file: PlannerFile, blocked: dict[tuple[str, str], tuple[Message, ...]] | None = None) -> Matrix:
    standings = {one.key: one for one in Reckoner().standings(file.plan)}
    return matrix_of(file.plan, standings, blocked or {})


def test_lines_are_grouped_and_every_document_has_its_column(file: PlannerFile) -> None:
    found = matrix(file)
    assert {one.code for one in found.documents} == {one.code for one in documents()}
    assert [line.group for line in found.lines] == sorted(line.group for line in found.lines)
    assert sum(line.first for line in found.lines) == len({line.group for line in found.lines})
    assert len([line for line in found.lines if line.group == 3]) == len(file.plan.members)
    # What nobody gets yet stands at the end.
    wanted = [found.counts[one.code][0] > 0 for one in found.documents]
    assert wanted == sorted(wanted, reverse=True)
    host = next(one for one in found.documents if one.code == "host-packet")
    assert found.counts[host.code] == (0, 0)


def test_no_word_of_a_head_and_no_name_of_a_group_is_cut(file: PlannerFile, qtbot: QtBot) -> None:
    found = matrix(file)
    set_screen_language("ja")
    view = MatrixView()
    qtbot.addWidget(view)
    bold = QFontMetrics(font("small", bold=True))
    for shown in (found.documents[:4], found.documents, found.documents[::-1]):
        view.show_matrix(replace(found, documents=shown))
        for column, document in enumerate(shown):
            for word in words_of(view.cells.title(document)):
                assert bold.horizontalAdvance(word.rstrip()) < view.columnWidth(column), word
    assert view.verticalHeader().width() > QFontMetrics(font(bold=True)).horizontalAdvance("ホストファミリー") + 150


def test_a_cell_tells_all_languages_that_somebody_holds(file: PlannerFile) -> None:
    member = file.plan.members[0]
    reader, uid = of_guest(member), member.uid
    assert language_of(file.plan, reader) == "ja"
    assert usual_language(file.plan, reader, matrix(file).cell(uid, "itinerary")) == "ja"
    made = [printing.make(file.plan, Wanted("itinerary", reader, language, "letter")) for language in ("ja", "en")]
    file.run(papers.remember, file.plan.visit.id, [one.issued for one in made], PaperWay.PRINTED)
    cell = matrix_of(file.plan, {}, {}).cell(uid, "itinerary")
    assert (cell.state, state_words(cell)) == (State.COMPARING, "being compared with the plan")
    cell = matrix(file).cell(uid, "itinerary")
    assert (cell.state, len(cell.held)) == (State.CURRENT, 2)
    assert usual_language(file.plan, reader, cell) in ("ja", "en")
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": None, "ends_at": None})
    found = matrix(file)
    cell = found.cell(uid, "itinerary")
    assert (cell.state, {one.key.language for one in cell.old}) == (State.OLD, {"ja", "en"})
    assert found.counts["itinerary"] == (17, 1)
    assert [line.reader.uid for line in filtered(found, State.OLD)] == [uid]
    assert filtered(found, State.OLD)[0].first
    assert f"{cell.pages} pages to print again" in state_words(cell)


def test_what_has_to_wait_says_why_and_cannot_be_ticked(file: PlannerFile) -> None:
    uid = file.plan.members[0].uid
    reason = Message.of("packet-no-duty-phone")
    made = printing.make(file.plan, Wanted("itinerary", of_guest(file.plan.members[0]), "ja", "letter"))
    file.run(papers.remember, file.plan.visit.id, [made.issued], PaperWay.PRINTED)
    event = next(one for one in file.plan.activities if one.everyone and one.starts_at)
    file.run(records.edit, "Activity", event.id, {"starts_at": None, "ends_at": None})
    model = MatrixModel()
    model.show(matrix(file, {("itinerary", uid): (reason,)}), None)
    cell = model.matrix.cell(uid, "itinerary")
    assert cell.state is State.BLOCKED
    assert ([one.key.recipient for one in model.matrix.waiting], model.matrix.old) == ([uid], [])
    assert "24-hour phone" in state_words(cell)
    assert not model.can_tick(uid, "itinerary")
    model.tick([(uid, "itinerary"), (of_group().recipient, "itinerary"), (uid, "nonsense")])
    assert model.ticked_places == [("", "itinerary")]
    # What has to wait meanwhile is ticked no longer.
    model.show(matrix(file, {("itinerary", ""): (reason,)}), None)
    assert model.ticked == set()

"""Findings in the window: why they matter, accepting one with a reason, and only those about one thing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.commands import records
from planner.rules.concern import day_concerned
from planner.rules.finding import Finding, FindingKind, Severity, standing
from planner.ui.boards.time.scale import Column
from planner.ui.inspector import RecordPanel
from planner.ui.inspector.marks import FoldHead
from planner.ui.pages.overview.counts import left_to_do
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.shell.badges import badges
from planner.ui.shell.findingdetail import FindingDetail
from planner.ui.shell.findings import FindingsDrawer
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.chips import ChipButton
from planner.ui.widgets.findings import FindingList


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests."""
    return window_again


@pytest.fixture
def drawer(window: MainWindow) -> FindingsDrawer:
    """The drawer, open on the page of homestays."""
    window.frame.show_page("homestays")
    window.frame.open_findings()
    QTest.qWait(1)
    return window.frame.drawer


def shown(drawer: FindingsDrawer) -> list[Finding]:
    return [row for row in list_of(drawer)._rows.rows if isinstance(row, Finding)]


def list_of(drawer: FindingsDrawer) -> FindingList:
    return drawer._list


def first_of(window: MainWindow, kind: FindingKind) -> Finding:
    return next(one for one in window.workspace.findings if one.kind is kind)


def accept(drawer: FindingsDrawer, finding: Finding, reason: str) -> None:
    list_of(drawer).unfold(finding.key)
    drawer.detail._accept.click()
    drawer.detail.reason.line.setText(reason)
    drawer.detail._take.click()


def test_why_unfolds_with_keys_and_folds_again(drawer: FindingsDrawer) -> None:
    findings = list_of(drawer)
    finding = shown(drawer)[0]
    findings.setCurrentIndex(findings.model().index(1, 0))
    QTest.keyClick(findings, Qt.Key.Key_Right)
    assert findings.unfolded == finding.key
    assert drawer.detail.isVisible()
    assert drawer.detail._why.text()
    QTest.keyClick(findings, Qt.Key.Key_Left)
    assert not drawer.detail.isVisible()


def test_a_click_on_why_unfolds_and_elsewhere_leads_to_the_spot(drawer: FindingsDrawer, window: MainWindow) -> None:
    findings = list_of(drawer)
    line = findings.visualRect(findings.model().index(1, 0))
    click(findings, QPoint(line.right() - 30, line.center().y()))
    assert findings.unfolded == shown(drawer)[0].key
    assert window.frame._key == "homestays"
    click(findings, line.center())
    assert window.workspace.selection == shown(drawer)[0].subject


def click(findings: FindingList, spot: QPoint) -> None:
    QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def test_the_source_of_a_rule_is_cited_with_its_date(drawer: FindingsDrawer, window: MainWindow) -> None:
    list_of(drawer).unfold(first_of(window, FindingKind.CLEARANCES).key)
    assert drawer.detail._source.text() == "Source: 22 CFR 62.25(j)(7), as of 27 Oct 2010"


def test_a_finding_is_not_accepted_without_a_reason(drawer: FindingsDrawer, window: MainWindow) -> None:
    accept(drawer, first_of(window, FindingKind.BEDS), "  ")
    assert drawer.detail.reason.has_error
    assert len(standing(window.workspace.findings)) == len(window.workspace.findings)


def without_bed(window: MainWindow) -> int:
    """How many guests the overview says have no bed."""
    plan = window.workspace.plan
    assert plan is not None
    return next(each for each in left_to_do(plan, window.workspace.findings) if each.page == "homestays").count


def test_what_was_accepted_no_longer_counts_and_can_be_taken_back(drawer: FindingsDrawer, window: MainWindow) -> None:
    workspace = window.workspace
    finding = first_of(window, FindingKind.BEDS)
    before, without = badges(workspace.findings)["homestays"].count, without_bed(window)
    accept(drawer, finding, "stays with her aunt")
    assert badges(workspace.findings)["homestays"].count == before - 1
    assert without_bed(window) == without - 1
    assert [chip.text() for chip in drawer.findChildren(ChipButton) if chip._key == "accepted"] == ["1 accepted"]
    assert shown(drawer)[-1].key == finding.key
    assert "stays with her aunt" in drawer.detail._accepted.text()
    assert workspace.file is not None
    assert workspace.file.who in drawer.detail._accepted.text()
    drawer.detail._no_more.click()
    assert badges(workspace.findings)["homestays"].count == before
    workspace.undo()
    workspace.undo()
    assert badges(workspace.findings)["homestays"].count == before


def test_keys_alone_accept(drawer: FindingsDrawer, window: MainWindow) -> None:
    findings = list_of(drawer)
    findings.setCurrentIndex(findings.model().index(1, 0))
    QTest.keyClick(findings, Qt.Key.Key_Space)
    drawer.detail._accept.setFocus()
    QTest.keyClick(drawer.detail._accept, Qt.Key.Key_Space)
    QTest.keyClicks(drawer.detail.reason.line, "talked about it")
    QTest.keyClick(drawer.detail.reason.line, Qt.Key.Key_Return)
    plan = window.workspace.plan
    assert plan is not None
    assert [one.reason for one in plan.acceptances] == ["talked about it"]


def test_a_reason_half_typed_outlives_a_change_elsewhere(drawer: FindingsDrawer, window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    list_of(drawer).unfold(first_of(window, FindingKind.BEDS).key)
    drawer.detail.ask()
    QTest.keyClicks(drawer.detail.reason.line, "half ")
    window.workspace.run(records.edit, "Visit", plan.visit.id, {"notes": "something else"})
    assert drawer.detail.reason.line.text() == "half "
    assert drawer.detail.reason.isVisible()


def test_findings_of_one_kind_and_of_what_is_selected(drawer: FindingsDrawer, window: MainWindow) -> None:
    drawer._kind.setCurrentIndex(drawer._kinds.index(FindingKind.BEDS))
    drawer._kind.activated.emit(drawer._kind.currentIndex())
    assert {one.kind for one in shown(drawer)} == {FindingKind.BEDS}
    drawer._kind.setCurrentIndex(0)
    subject = first_of(window, FindingKind.BEDS).subject
    assert drawer._of_chosen.isHidden()
    window.workspace.select(subject)
    assert drawer._of_chosen.text() == "Of this person"
    drawer._of_chosen.click()
    assert shown(drawer)
    assert all(subject in one.subjects or subject.id in one.who for one in shown(drawer))
    window.workspace.select(None)
    assert len(shown(drawer)) == len(window.workspace.findings)


def test_the_head_does_not_repeat_the_first_finding(drawer: FindingsDrawer) -> None:
    assert not drawer._first.isVisible()
    drawer.open(False)
    assert drawer._first.isVisible()


def test_a_level_is_opened_from_its_chip(drawer: FindingsDrawer) -> None:
    drawer.open(False)
    next(chip for chip in drawer.findChildren(ChipButton) if chip._key == Severity.WARN).click()
    assert drawer.is_open


def test_the_inspector_tells_what_was_found_of_the_record(window: MainWindow) -> None:
    finding = first_of(window, FindingKind.GROUPS)
    window.frame.go(finding.subject)
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    assert panel.findings.isVisible()
    fold = panel.findings.findChild(FoldHead)
    assert isinstance(fold, FoldHead)
    fold.setChecked(True)
    detail = panel.findings.findChild(FindingDetail)
    assert isinstance(detail, FindingDetail)
    detail.reason.line.setText("will be told in Portland")
    detail.take()
    assert len(standing(window.workspace.findings)) == len(window.workspace.findings) - 1


def test_the_badge_of_a_day_opens_what_is_found_on_that_day_until_it_is_taken_back(window: MainWindow) -> None:
    findings = window.workspace.findings
    plan = window.workspace.plan
    assert plan is not None
    day = next(one.day for one in findings if one.day is not None)
    window.frame.show_page("programme")
    page = window.frame.page
    assert isinstance(page, ProgrammePage)
    page.board.headPicked.emit(Column(day), True)
    drawer = window.frame.drawer
    assert drawer.is_open
    assert shown(drawer) == [one for one in findings if day_concerned(one, plan) == day]
    assert len(shown(drawer)) < len(findings)
    assert drawer._of_some.isVisible()
    drawer._of_some.click()
    assert len(shown(drawer)) == len(findings)
    assert not drawer._of_some.isVisible()
    page.board.headPicked.emit(Column(day), True)
    drawer.toggle()
    drawer.toggle()
    assert len(shown(drawer)) == len(findings), "whoever opens it by its key sees everything"

"""A change of language makes the frame anew; what is gone with the old one is told nothing more."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

import planner.ui
from planner.rules.finding import Subject
from planner.ui.shell.window import MainWindow

# Qt lets go of a bound method with the widget it belongs to; of a lambda it does not know whose it is.
_LAMBDA = re.compile(r"(?:workspace|appearance)(?:\.jobs)?\.\w+\.connect\(\s*(?:lambda|partial)")


def test_things_are_selected_after_languages_were_changed(qtbot: QtBot, window: MainWindow) -> None:
    """A slot that failed would fail this test: pytest-qt hears of it."""
    for language in ("ja", "en"):
        window.change_language(language)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        plan = window.workspace.plan
        assert plan is not None
        for page, subject in (
            ("people", Subject("Member", plan.members[0].id)),
            ("programme", Subject("Activity", plan.activities[0].id)),
        ):
            window.frame.show_page(page)
            window.workspace.select(subject)
            window.workspace.select(None)
        window.workspace.openFindings.emit(None)
        qtbot.wait(1)


@pytest.mark.parametrize("path", sorted(Path(planner.ui.__path__[0]).rglob("*.py")), ids=lambda path: path.stem)
def test_no_lambda_hears_what_outlives_it(path: Path) -> None:
    found = [match.group() for match in _LAMBDA.finditer(path.read_text(encoding="utf-8"))]
    assert found == []

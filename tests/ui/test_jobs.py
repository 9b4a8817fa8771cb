"""Work in the background: progress, results and errors on the window's thread, stopping, a clean end."""

import threading
import weakref
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from planner.model.message import PlannerError
from planner.model.progress import Progress
from planner.ui.jobs import Job, Jobs, LastJob
from planner.ui.shell.passing import PassingThings


@pytest.fixture
def jobs() -> Any:
    made = Jobs()
    yield made
    assert made.close()


def test_only_the_last_job_of_a_place_is_told_of(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[str] = []
    place = LastJob()
    assert place.is_over
    # The first has its result already when the second begins, and all the same is not told of: it can be closed.
    late: list[str] = []
    first = jobs.start("First", lambda _: "first", done=told.append, unwanted=late.append)
    assert place.put(first)._left.wait(5)
    second = place.put(jobs.start("Second", lambda _: "second", done=told.append))
    assert not place.is_over
    qtbot.waitUntil(lambda: first.is_over and second.is_over)
    assert (told, late) == (["second"], ["first"])
    assert place.is_over
    given_up = place.put(jobs.start("Third", lambda _: "third", done=told.append))
    place.give_up()
    assert place.is_over
    qtbot.waitUntil(lambda: given_up.is_over)
    assert told == ["second"]


def test_the_result_comes_back_on_the_threads_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    where: list[str] = []

    def work(numbers: list[int], progress: Progress) -> int:
        where.append(threading.current_thread().name)
        for done in range(len(numbers)):
            progress(done + 1, len(numbers))
        return sum(numbers)

    results: list[tuple[int, bool]] = []
    seen: list[tuple[int, int]] = []
    job = jobs.start("Add", work, [1, 2, 3], done=lambda total: results.append((total, on_main())))
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    qtbot.waitUntil(lambda: job.is_over)
    assert results == [(6, True)]
    assert seen[-1:] in ([(3, 3)], [])
    assert where != [threading.main_thread().name]
    assert jobs.running == frozenset()


def test_a_job_that_is_over_lets_go_of_its_listeners_and_what_they_hold(qtbot: QtBot, jobs: Jobs) -> None:
    class Plan:
        pass

    def ask() -> tuple[Job, weakref.ref[Plan]]:
        plan = Plan()
        job = jobs.start("Look", lambda progress: None, done=lambda _: (job, plan))
        job.finished.connect(lambda: (job, plan))
        return job, weakref.ref(plan)

    job, held = ask()
    qtbot.waitUntil(lambda: not isValid(job))
    assert job.is_over
    assert held() is None


def on_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def test_a_job_can_be_stopped(qtbot: QtBot, jobs: Jobs) -> None:
    began = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            began.set()
            progress(0, 0)

    results: list[Any] = []
    job = jobs.start("Endless", endless, done=results.append)
    assert began.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert results == []


def test_what_the_user_can_mend_and_what_is_a_bug(qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    def refuse(progress: Progress) -> None:
        raise PlannerError("paper-glyph-missing")

    def break_down(progress: Progress) -> None:
        raise ZeroDivisionError

    refused: list[PlannerError] = []
    job = jobs.start("Refuse", refuse, refused=refused.append)
    qtbot.waitUntil(lambda: job.is_over)
    assert [error.code for error in refused] == ["paper-glyph-missing"]
    failed: list[Exception] = []
    job = jobs.start("Break", break_down)
    job.failed.connect(failed.append)
    qtbot.waitUntil(lambda: job.is_over)
    assert [type(error) for error in failed] == [ZeroDivisionError]
    assert "A job failed: Break" in caplog.text


def test_closing_stops_everything(qtbot: QtBot) -> None:
    jobs = Jobs()
    began = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            began.set()
            progress(0, 0)

    ended: list[Job] = []
    job = jobs.start("Endless", endless)
    job.finished.connect(lambda: ended.append(job))
    assert began.wait(5)
    assert jobs.close()
    qtbot.waitUntil(lambda: job.is_over)
    assert ended == [job]


def test_a_job_that_outlives_its_window_is_shown_nowhere(qtbot: QtBot, jobs: Jobs) -> None:
    window = QWidget()
    passing = PassingThings(window)
    may_end = threading.Event()
    job = jobs.start("Slow", lambda progress: may_end.wait(20))
    passing.follow(job)
    [wait] = passing.findChildren(QTimer)
    assert wait.isActive()
    delete(window)
    assert not isValid(wait)
    may_end.set()
    qtbot.waitUntil(lambda: job.is_over)

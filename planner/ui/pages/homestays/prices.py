"""What pairs would cost overall, reckoned when somebody asks: one at a time, kept as long as the plan is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from planner.language import tr
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.homestays import Guest, Home
from planner.ui.jobs import Job, Progress
from planner.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from planner.matching.homestays.pricing import Pricer

#: The guest and the home, by the ids of member and household.
Pair = tuple[int, int]


class Prices(QObject):
    """Asks the matcher; what it says is told as messages, so that they outlive a change of language."""

    #: A pair has its price, or is reckoned no more: the pair.
    changed = Signal(object)
    #: How far it is with the pair under way: steps done, steps in all.
    progressed = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._plan: Plan | None = None
        #: What reckons, made by the first job of a plan.
        self._pricers: list[Pricer] = []
        self._known: dict[Pair, tuple[Message, ...]] = {}
        self._job: Job | None = None
        #: The pair that is reckoned just now.
        self.asked: Pair | None = None

    def follow(self, plan: Plan) -> None:
        """The plan is another now: what was reckoned is not so any more."""
        if plan is not self._plan:
            self.stop()
            self._plan, self._pricers = plan, []
            self._known.clear()

    def known(self, pair: Pair) -> tuple[Message, ...] | None:
        """Give what a pair would cost; None if nobody has asked yet."""
        return self._known.get(pair)

    def ask(self, guest: Guest, home: Home) -> None:
        """Begin to reckon a pair; what was being reckoned is given up."""
        plan = self._plan
        if plan is None:
            return
        self.stop()
        pair, pricers = (guest.id, home.id), self._pricers
        self.asked = pair

        def work(progress: Progress) -> tuple[Message, ...] | None:
            # numpy and HiGHS are loaded only by who pairs.
            from planner.matching.homestays.pricing import Pricer

            if not pricers:
                pricers.append(Pricer(plan))
            pricing = pricers[0].price(guest, home, progress)
            return None if pricing.cancelled else pricing.sentences

        job = self._job = self._workspace.jobs.start(
            tr("Pairing guests and homes"), work, refused=self._workspace.say
        )
        job.progressed.connect(lambda done, total: self._pass_on(job, done, total))
        job.done.connect(lambda said: self._keep(job, plan, pair, said))
        job.finished.connect(lambda: self._over(job))

    def stop(self) -> None:
        """Give up what is being reckoned."""
        if self._job is not None:
            self._job.cancel()
            self._over(self._job)

    def stop_but_for(self, guest_id: int) -> None:
        """Another guest is looked at: nobody waits any more for what is reckoned of one before."""
        if self.asked is not None and self.asked[0] != guest_id:
            self.stop()

    def _keep(self, job: Job, plan: Plan, pair: Pair, said: tuple[Message, ...] | None) -> None:
        if self._waits_for(job) and plan is self._plan and said is not None:
            self._known[pair] = said

    def _pass_on(self, job: Job, done: int, total: int) -> None:
        if self._waits_for(job):
            self.progressed.emit(done, total)

    def _waits_for(self, job: Job) -> bool:
        """Whether a job is the one asked last; the page may be gone, after a change of language."""
        return isValid(self) and job is self._job

    def _over(self, job: Job) -> None:
        if self._waits_for(job):
            pair, self._job, self.asked = self.asked, None, None
            self.changed.emit(pair)

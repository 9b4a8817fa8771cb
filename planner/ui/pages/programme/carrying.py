"""The programme's cards in the hand: which may be taken, what would be wrong, and the command that puts them down."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from PySide6.QtGui import QKeyEvent

from planner.clock import WallTime
from planner.commands import moving
from planner.commands.moving import Move
from planner.language import tr
from planner.model.delegations import Group
from planner.rules.finding import Subject
from planner.ui.boards.time.carry import Drop
from planner.ui.boards.time.clashnote import Foreseen
from planner.ui.boards.time.held import Grip
from planner.ui.pages.programme.foreseeing import Foresight
from planner.ui.pages.programme.lines import event_of
from planner.ui.pages.programme.timeboard import ProgrammeBoard
from planner.ui.shell.workspace import Workspace


class EventCarrier:
    """What owns the hand of the programme's board."""

    def __init__(
        self,
        workspace: Workspace,
        board: ProgrammeBoard,
        *,
        draw: Callable[[WallTime, WallTime, Group | None], object],
        show: Callable[[Sequence[Subject]], object],
        key: Callable[[QKeyEvent], bool],
    ) -> None:
        """`draw` begins to add an event, maybe for a group; `show` chooses events, `key` is asked of every key."""
        self._workspace, self._board = workspace, board
        self._draw, self._show, self._key = draw, show, key
        self.foresight = Foresight()

    # What the hand asks

    def may_take(self, keys: Iterable[Hashable], grip: Grip, *, copies: bool) -> bool:
        """Not in a file that may only be looked at; nor what is said to stay, which may be copied."""
        plan = self._workspace.plan
        if plan is None or self._workspace.is_read_only:
            return False
        for event in () if copies else (event_of(plan, key) for key in keys):
            refused = None if event is None else moving.refuse_to_move(event)
            if refused is not None:
                self._workspace.say(refused, tone="wrong")
                return False
        return True

    def foresee(self, drop: Drop) -> Foreseen | None:
        """Ask the rules."""
        agenda = self._board.agenda
        return None if agenda is None else self.foresight.look(agenda, drop, self._group(drop))

    def put_down(self, drop: Drop) -> None:
        """Run the command, and say what was done; what was carried stays chosen, a copy is chosen anew.

        Of what is drawn the user first says what it is: nothing is there before.
        """
        if drop.grip is Grip.DRAW:
            [target] = drop.targets
            assert target.begins is not None
            assert target.ends is not None
            self._draw(target.begins, target.ends, self._group(drop))
            return
        if drop.grip is not Grip.CARRY:
            self._pull(drop)
            return
        group = self._group(drop)
        moves = [
            Move(*_subject(target.key), target.begins, days=target.days, group_id=None if group is None else group.id)
            for target in drop.targets
        ]
        subjects = [Subject(one.noun, one.id) for one in moves]
        if not drop.copies:
            done = self._workspace.run(moving.move, moves)
        else:
            made: list[int] = []
            done = self._workspace.run(moving.copy, moves, done=made.extend)
            subjects = [Subject(one.noun, new) for one, new in zip(subjects, made, strict=False)]
        if done:
            self._show(subjects)
            say_done(self._workspace)

    def _pull(self, drop: Drop) -> None:
        [target] = drop.targets
        subject, at_end = _subject(target.key), drop.grip is Grip.BOTTOM
        begins, ends = (None, target.ends) if at_end else (target.begins, None)
        if self._workspace.run(moving.resize, *subject, begins=begins, ends=ends):
            self._show([subject])
            say_done(self._workspace)

    def key(self, event: QKeyEvent) -> bool:
        """Keys move cards too."""
        return self._key(event)

    def _group(self, drop: Drop) -> Group | None:
        """The group in whose lane it would lie."""
        plan = self._workspace.plan
        beside = None if plan is None or drop.onto is None else event_of(plan, drop.onto)
        links = () if beside is None else beside.group_links
        return links[0].group if len(links) == 1 else None


def say_done(workspace: Workspace) -> None:
    """Say in passing which step was just taken, with Undo."""
    workspace.say(tr("Done: {step}", step=workspace.next_undo), undo=True)


def _subject(key: Hashable | None) -> Subject:
    assert isinstance(key, Subject)
    return key

"""People: who travels, and everybody else the file knows; edited in the inspector, several at once from the head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QMenu
from typing_extensions import override

from planner.commands import people, records
from planner.language import LANGUAGES, N_, screen_language, speaker, tr, trn
from planner.language.names import full_name
from planner.model.delegations import Delegation, Group, Member
from planner.model.message import PlannerError
from planner.model.people import WHOLE_NAMES, Person
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import are_squads
from planner.ui.inspector import AddPanel, Outline
from planner.ui.inspector.adding import Values, adding_words
from planner.ui.pages.people.groups import in_order
from planner.ui.pages.people.outlines import group_outline, member_outline, person_outline
from planner.ui.pages.people.rows import HIDDEN, columns, groupings, member_rows, person_rows
from planner.ui.pages.twolists import ALL, TwoListsPage
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Row
from planner.ui.widgets.words import said

#: What a group is called until somebody names it, in both languages.
_NEW_GROUP = N_("New group")

#: The first fields of somebody new.
_PERSON = (*WHOLE_NAMES, ("called_name_en", "called_name_ja"), ("birth_date", "gender"))


class PeoplePage(TwoListsPage):
    """The table of participants, or of everybody."""

    KEY: ClassVar[str] = "people"

    def __init__(self, workspace: Workspace) -> None:
        empty = EmptyState(
            "people",
            tr("Nobody yet"),
            tr("Drop the guests’ form or spreadsheet here, or add people by hand."),
            [(tr("Import a form"), lambda: workspace.show("import")), (tr("Add a participant"), self.start_adding)],
        )
        which = [("members", tr("Participants")), (ALL, tr("Everyone"))]
        super().__init__(workspace, tr("People"), columns(), groupings(), empty, which, hidden=HIDDEN)
        self.add_button.setText(tr("Add"))
        self.add_button.setAccessibleName(tr("Add a participant"))

    # What is shown

    @override
    def rows(self, plan: Plan, grouping: str) -> Iterable[Row]:
        self.table.head(columns(in_squads=are_squads(plan)))
        return person_rows(plan, grouping) if self.shows_all else member_rows(plan, grouping)

    @override
    def is_empty(self, plan: Plan) -> bool:
        return not (plan.people if self.shows_all else plan.members)

    @override
    def outline(self, noun: str) -> Outline | None:
        made: dict[str, Callable[[], Outline]] = {
            "Member": lambda: member_outline(self._member_deeds),
            "Person": lambda: person_outline(self._person_deeds),
            "Group": lambda: group_outline(self._group_deeds),
        }
        return made[noun]() if noun in made else None

    @override
    def _turn(self) -> None:
        self.inspect(None)
        self.workspace.select(None)
        super()._turn()

    @override
    def select(self, subject: Subject) -> bool:
        plan = self.workspace.plan
        if plan is None:
            return False
        if subject.noun == "Person" and not self.shows_all:
            member = next((one for one in plan.members if one.person_id == subject.id), None)
            if member is not None:
                subject = Subject("Member", member.id)
        wanted = {"Member": "members", "Person": ALL}.get(subject.noun, self.which.choice)
        if wanted != self.which.choice:
            self.which.choose(wanted)
            self.show_rows(plan)
        return self.choose_line(subject)

    # Several at once

    @property
    def marked_members(self) -> list[Member]:
        """The participants on the lines marked."""
        plan = self.workspace.plan
        if plan is None:
            return []
        found = (plan.get(Member, one.id) for one in self.table.marked_subjects if one.noun == "Member")
        return [member for member in found if member is not None]

    @override
    def fill_several(self, menu: QMenu) -> None:
        plan, members = self.workspace.plan, self.marked_members
        if plan is None or not members:
            super().fill_several(menu)
            return
        for group in in_order(plan):
            action = menu.addAction(tr("In {group}", group=said(group, "name") or group.letter))
            action.setCheckable(True)
            inside = all(any(link.group_id == group.id for link in member.memberships) for member in members)
            action.setChecked(inside)
            action.triggered.connect(partial(self.put_into_group, group, not inside))
        menu.addAction(tr("In a new group")).triggered.connect(lambda _=False: self.add_group())
        menu.addSeparator()
        travel = all(member.withdrawn for member in members)
        words = tr("They travel after all") if travel else tr("They do not travel")
        menu.addAction(words).triggered.connect(lambda _=False: self._withdraw(members, not travel))
        menu.addAction(tr("Remove from the visit")).triggered.connect(
            lambda _=False: self.remove([Subject("Member", member.id) for member in members])
        )

    def put_into_group(self, group: Group, inside: bool, *_: object) -> None:
        """Put the participants marked into a group, or take them out.

        Groups with a letter are squads: who comes into one leaves the other.
        """
        plan, members = self.workspace.plan, [member.id for member in self.marked_members]
        if plan is None or not members:
            return
        squads = [one.id for one in plan.groups if one.letter and group.letter and one.id != group.id]
        into, out_of = ([group.id], squads) if inside else ([], [group.id])
        if self.workspace.run(people.change_groups, members, into, out_of):
            name, count = said(group, "name") or group.letter, len(members)
            words = (
                trn("{count} participant put into {group}", "{count} participants put into {group}", count, group=name)
                if inside
                else trn("{count} participant taken out of {group}", "{count} participants taken out of {group}", count,
                         group=name)
            )  # fmt: skip
            self.workspace.say(words, undo=True)

    def add_group(self) -> None:
        """Make a group of the participants marked, and show it so that it gets its name."""
        plan, members = self.workspace.plan, [member.id for member in self.marked_members]
        if plan is None:
            return
        names = {f"name_{language}": speaker(language).tr(_NEW_GROUP) for language in LANGUAGES}

        def show(group_id: int) -> None:
            panel = self.show_in_inspector(Subject("Group", group_id))
            if panel is not None:
                panel.sheet.focus_first()

        self.workspace.run(people.add_group, plan.visit.id, names, members, done=show)

    def _withdraw(self, members: Sequence[Member], withdrawn: bool) -> None:
        self.workspace.run(people.withdraw, [member.id for member in members], withdrawn)

    @override
    def remove(self, subjects: Sequence[Subject]) -> None:
        members = [subject.id for subject in subjects if subject.noun == "Member"]
        if members and self.workspace.run(people.remove_members, members):
            words = trn(
                "{count} participant removed; the file still knows the person.",
                "{count} participants removed; the file still knows the people.",
                len(members),
            )
            self.workspace.say(words, undo=True)
        for subject in subjects:
            if subject.noun == "Person" and self.workspace.run(records.remove, "Person", subject.id):
                self.workspace.say(tr("The person was removed from the file."), undo=True)

    # What can be done with one

    def _member_deeds(self, member: Member, plan: Plan) -> list[tuple[str, str, Callable[[], object]]]:
        travels = tr("Travels after all") if member.withdrawn else tr("Does not travel")
        deeds: list[tuple[str, str, Callable[[], object]]] = [
            (travels, "away", lambda: self._withdraw([member], not member.withdrawn)),
            (tr("New group"), "group", self.add_group),
        ]
        for group in in_order(plan):
            words = tr("Edit the group {group}", group=said(group, "name") or group.letter)
            deeds.append((words, "edit", partial(self.show_in_inspector, Subject("Group", group.id))))
        deeds.append((tr("Remove from the visit"), "trash", lambda: self.remove([Subject("Member", member.id)])))
        return deeds

    def _person_deeds(self, person: Person, plan: Plan) -> list[tuple[str, str, Callable[[], object]]]:
        deeds: list[tuple[str, str, Callable[[], object]]] = []
        if all(member.person_id != person.id for member in plan.members):
            for delegation in plan.delegations:
                words = tr("Travels with {delegation}", delegation=said(delegation, "name"))
                deeds.append((words, "travel", partial(self._let_travel, delegation, person)))
        deeds.append((tr("Remove from the file"), "trash", lambda: self.remove([Subject("Person", person.id)])))
        return deeds

    def _group_deeds(self, group: Group, plan: Plan) -> list[tuple[str, str, Callable[[], object]]]:
        def remove() -> None:
            if self.workspace.run(records.remove, "Group", group.id):
                self.workspace.say(tr("The group was removed; its members stay."), undo=True)

        return [(tr("Remove the group"), "trash", remove)]

    def _let_travel(self, delegation: Delegation, person: Person) -> None:
        name = full_name(person, screen_language())

        def show(member_id: int) -> None:
            self.workspace.show(Subject("Member", member_id))
            self.workspace.say(tr("{name} travels with the visit now.", name=name), undo=True)

        self.workspace.run(people.add_known_member, delegation.id, person.id, done=show)

    # Somebody new

    @override
    def start_adding(self) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        if not plan.delegations:
            self.workspace.show("settings")
            self.workspace.say(tr("A participant belongs to a delegation: add one first."), tone="check")
            return
        panel = AddPanel(
            tr("New participant"),
            [(Person, _PERSON), (Member, ("role",))],
            self._add,
            near=plan.visit.first_day,
            button=tr("Add"),
            words=adding_words(),
        )
        self.show_adding(panel)

    def _add(self, given: Values, refused: Callable[[PlannerError], None]) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        self.workspace.run(
            people.add_member,
            plan.delegations[0].id,
            given[Person],
            given[Member],
            refused=refused,
            done=lambda member_id: self.workspace.show(Subject("Member", member_id)),
        )

"""Issued papers: for whom, in which version, saved or printed, and who holds one; an entry made by mistake can go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, Final

from typing_extensions import override

from planner.commands import papers
from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.names import family_word, sort_key
from planner.language.readers import name_of
from planner.language.speaking import speaker
from planner.language.terms import term
from planner.language.times import time_text
from planner.model.households import Household
from planner.model.kinds import PaperSize
from planner.model.plan import Plan
from planner.model.readers import reader_kept, whom
from planner.model.sight import AudienceKind
from planner.model.visits import CALENDAR, PaperIssue
from planner.papers.catalogue import documents
from planner.papers.options import BOTH, ENGLISH, JAPANESE
from planner.papers.standing.held import PaperKey, held_papers, key_of, pages_held
from planner.papers.standing.reckoning import Standing
from planner.rules.finding import Subject
from planner.ui.inspector import Outline
from planner.ui.pages.papers.states import here
from planner.ui.pages.tablepage import TablePage
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Cell, Column, Row

_WHEN: Final = 7
"""The column of the day on which a paper was made: the newest stand first."""


class IssuedPage(TablePage):
    """The table of papers that were made; the other face of the page that makes them."""

    KEY: ClassVar[str] = "issued"

    def __init__(self, workspace: Workspace) -> None:
        empty = EmptyState(
            "papers",
            tr("No paper has been made yet"),
            tr("What you print or save on the page of papers is remembered here, with its version and the day."),
            [(tr("Make papers"), self._go_back)],
        )
        super().__init__(workspace, tr("Issued papers"), _columns(), _groupings(), empty)
        self.header.add_first(Button(tr("Make papers"), self._go_back, icon_name="left"))
        self.remove_button = Button(
            tr("Remove"), lambda: self.remove(self.table.marked_subjects), icon_name="trash",
            tip=tr("Take the entries marked from the list; the papers themselves stay where they are"),
        )  # fmt: skip
        self.handed_out_button = Button(
            tr("Note as handed out"), self.hand_out, look="primary", icon_name="check",
            tip=tr("Note that the papers marked are in the hands of their readers; press again to take that back"),
        )  # fmt: skip
        self.header.add_right(self.remove_button, self.handed_out_button)
        self.add_button.hide()
        self.table.opened.connect(workspace.show)
        self.table.marked.connect(self._count)
        self.table.table.arrangement.column = _WHEN
        self.table.table.arrangement.descending = True
        self._count()

    def _go_back(self) -> None:
        self.workspace.show("papers")

    def _count(self) -> None:
        any_marked = bool(self.table.marked_subjects) and not self.workspace.is_read_only
        self.remove_button.setEnabled(any_marked)
        self.handed_out_button.setEnabled(any_marked)

    def hand_out(self) -> None:
        """Note the papers marked as handed out; if all of them are, as not handed out."""
        plan = self.workspace.plan
        if plan is None:
            return
        marked = {subject.id for subject in self.table.marked_subjects}
        issues = [issue for issue in plan.visit.papers if issue.id in marked]
        open_ones = [issue.id for issue in issues if issue.handed_out_at is None]
        if issues:
            self.workspace.run(papers.hand_out, open_ones or sorted(marked), handed_out=bool(open_ones))

    @override
    def rows(self, plan: Plan, grouping: str) -> Iterable[Row]:
        return _rows(plan, grouping, self.workspace.papers.standings)

    @override
    def show_papers(self) -> None:
        if self.workspace.plan is not None:
            self.show_plan(self.workspace.plan)

    @override
    def is_empty(self, plan: Plan) -> bool:
        return not plan.visit.papers

    @override
    def outline(self, noun: str) -> Outline | None:
        # What was made is a fact: there is nothing in it to edit.
        return None

    @override
    def start_adding(self) -> None:
        """A paper gets into the list by being made."""
        self._go_back()

    @override
    def select(self, subject: Subject) -> bool:
        return self.table.choose(subject)

    @override
    def remove(self, subjects: Sequence[Subject]) -> None:
        issues = [subject.id for subject in subjects if subject.noun == "PaperIssue"]
        if issues and self.workspace.run(papers.forget, issues):
            words = trn("{count} entry removed from the list.", "{count} entries removed from the list.", len(issues))
            self.workspace.say(words, undo=True)


def _columns() -> list[Column]:
    return [
        Column(tr("For whom"), 0, key="whom", least=200),
        Column(tr("Document"), 120, key="document"),
        Column(tr("Version"), 76, right=True, key="version"),
        Column(tr("Now"), 160, tip=tr("Whether what was handed out is still what the plan says"), key="now"),
        Column(tr("Language"), 80, key="language"),
        Column(tr("Paper"), 84, key="paper"),
        Column(tr("How"), 140, key="way"),
        Column(tr("When"), 176, tip=tr("By this computer’s clock"), key="when"),
        Column(tr("Handed out"), 176, tip=tr("By this computer’s clock"), key="handed-out"),
        Column(tr("Pages"), 100, tip=tr("The pages that were printed, where they were not all"), key="pages"),
    ]


def _groupings() -> list[tuple[str, str]]:
    return [("", tr("No grouping")), ("document", tr("By document")), ("day", tr("By day"))]


def _rows(plan: Plan, grouping: str, standings: Mapping[PaperKey, Standing]) -> Iterator[Row]:
    language = screen_language()
    labels = {each.code: speaker(language).words(each.label) for each in documents()}
    labels[CALENDAR] = tr("Calendar file")
    tongues = {ENGLISH: tr("English"), JAPANESE: tr("Japanese"), BOTH: tr("Both")}
    last = held_papers(plan)
    for issue in plan.visit.papers:
        whom, order = _recipient(issue, plan)
        made = here(issue.issued_at)
        day = day_text(made.date(), language)
        label = labels.get(issue.document, issue.document)
        yield Row(
            Subject("PaperIssue", issue.id),
            (
                Cell(whom, sort=order),
                Cell(label),
                Cell("" if issue.version is None else str(issue.version), sort=issue.version),
                _now(issue, last.get(key_of(issue)), standings.get(key_of(issue))),
                Cell(tongues.get(issue.language, issue.language)),
                Cell("" if issue.document == CALENDAR else term(PaperSize(issue.paper), language)),
                Cell("" if issue.way is None else term(issue.way, language)),
                Cell(day, time_text(made.time(), language), sort=(issue.issued_at, issue.id)),
                _handed_out(issue, language),
                _pages(issue),
            ),
            group={"document": label, "day": day}.get(grouping, ""),
            group_sort=-made.date().toordinal() if grouping == "day" else None,
            words=" ".join((whom, label)),
        )


def _pages(issue: PaperIssue) -> Cell:
    """Which pages were printed: all, or those that bear the version of the issue."""
    pages = pages_held(issue)
    new = [str(page.number) for page in pages if page.version == issue.version]
    if len(new) == len(pages):
        return Cell(str(len(pages)) if pages else "", sort=len(pages))
    return Cell(tr("{pages} of {count}", pages=comma_list(new, screen_language()), count=len(pages)), sort=len(pages))


def _now(issue: PaperIssue, last: PaperIssue | None, standing: Standing | None) -> Cell:
    """Whether a reader who holds it holds what the plan says; calendars tell that on their own page."""
    if last is None:
        return Cell("", sort=(3,))
    if last.id != issue.id:
        return Cell(tr("replaced by version {version}", version=last.version or 1), tone="text3", sort=(2,))
    if standing is None or standing.issue.id != issue.id:
        return Cell("", sort=(3,))
    if not standing.is_wanted:
        return Cell(tr("to be given back"), chip="check", sort=(0, 0))
    if standing.is_old:
        count = len(standing.changes.put_in)
        return Cell(trn("{count} page out of date", "{count} pages out of date", count), chip="check", sort=(0, -count))
    return Cell(tr("up to date"), sort=(1,))


def _handed_out(issue: PaperIssue, language: str) -> Cell:
    if issue.handed_out_at is None:
        return Cell(tr("not noted"), tone="text3", sort=(1,))
    at = here(issue.handed_out_at)
    return Cell(day_text(at.date(), language), time_text(at.time(), language), sort=(0, issue.handed_out_at))


def _recipient(issue: PaperIssue, plan: Plan) -> tuple[str, tuple[object, ...]]:
    """For whom a paper was, by name, and what that is sorted by: who are many in one first."""
    language = screen_language()
    reader = reader_kept(plan, issue.recipient)
    if reader is None:
        return tr("no longer in the file"), (4,)
    one = whom(plan, reader)
    match one:
        case None:
            return name_of(plan, reader, language), (0, issue.recipient)
        case Household():
            return family_word(one, language), (2, family_word(one, language))
        case _:
            place = 1 if reader.kind is AudienceKind.PARTICIPANT else 3
            return name_of(plan, reader, language), (place, sort_key(one.person, language), reader.at_home)

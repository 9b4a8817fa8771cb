"""Papers: who gets which, in a matrix; one of them beside it with its real pages; and what to do with them."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu
from typing_extensions import override

from planner.commands.printing import Wanted
from planner.language import screen_language, tr, trn
from planner.language.readers import name_of
from planner.language.terms import term
from planner.model.kinds import PaperSize
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.papers.catalogue import document_of
from planner.rules.finding import Subject
from planner.ui.pages.papers.cellpainting import Legend
from planner.ui.pages.papers.detail import PaperDetail
from planner.ui.pages.papers.handing import HandingOut
from planner.ui.pages.papers.lent import take_back
from planner.ui.pages.papers.making import Making
from planner.ui.pages.papers.matrix import Cell, Matrix, State, matrix_of
from planner.ui.pages.papers.matrixmodel import Place
from planner.ui.pages.papers.matrixview import MatrixView
from planner.ui.pages.papers.states import sum_words
from planner.ui.pages.papers.work import Shown
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row, rule, surface
from planner.ui.widgets.buttons import Button, IconButton, Segmented
from planner.ui.widgets.menus import drop
from planner.ui.widgets.text import Elided, Text

_FILTERS: Final = {"all": None, "old": State.OLD, "new": State.NOT_YET}


class PapersPage(Page):
    """The cell that is looked at stands beside the matrix; ticked cells are printed together."""

    KEY: ClassVar[str] = "papers"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Papers"))
        self._watch = workspace.papers
        self.handing = HandingOut(self, workspace)
        self.matrix = MatrixView()
        self.detail = PaperDetail(workspace)
        self.view = self.detail.view
        self._shown_matrix = Matrix()
        self._languages: dict[str, str] = {}
        self._shown: Shown | None = None
        self._shown_place: Place | None = None
        self.making = Making(workspace, self)
        self.making.rested.connect(self._look)
        self.making.made.connect(self._show)
        self._fill_header()
        self._ticked = Text("", "small", "text2")
        self._print_ticked = Button("", icon_name="print", small=True)
        self._print_ticked.clicked.connect(lambda: self.handing.ask_print(self.ticked_wanted()))
        self._save_ticked = Button(tr("Save PDF…"), icon_name="save", small=True)
        self._save_ticked.clicked.connect(lambda: self.handing.ask_save(self._save_ticked, self.ticked_wanted()))
        self._more_lines = Text("", "small", "text2")
        self.body.addLayout(self._lay_out(), 1)
        self.matrix.picked.connect(lambda _: self.making.soon())
        self.matrix.opened.connect(lambda: self.handing.open_in_viewer(self.chosen_wanted()))
        self.matrix.cells.ticksChanged.connect(self._settle)
        self.matrix.verticalScrollBar().valueChanged.connect(lambda _: self._count_lines())
        self.detail.languageChosen.connect(self._choose_language)
        self.detail.printAsked.connect(lambda only: self.handing.ask_print(self.chosen_wanted(only=only)))
        self.detail.saveAsked.connect(
            lambda only: self.handing.ask_save(
                self.detail.save_button, self.chosen_wanted(only=only), self._shown.file_name if self._shown else ""
            )
        )
        self.detail.openAsked.connect(lambda only: self.handing.open_in_viewer(self.chosen_wanted(only=only)))
        workspace.fileChanged.connect(self._put_away)
        take_back()

    def _fill_header(self) -> None:
        self._filter = Segmented(
            tr("Show"), [("all", tr("All")), ("old", tr("Out of date")), ("new", tr("Not yet printed"))]
        )
        self._filter.chosen.connect(lambda _: self._show_matrix())
        self._paper = Segmented(tr("Paper"), [(size.value, term(size)) for size in PaperSize])
        self._paper_chosen = False
        self._paper.chosen.connect(lambda _: self._choose_paper())
        self.header.add(self._filter, self._paper)
        self._sum = Elided("", tone="text2")
        self.print_changed = Button(
            tr("Print everything that changed"), lambda: self.handing.ask_print(self.changed_wanted()), look="primary",
            icon_name="print", tip=tr("Only the pages that changed, each paper with a change slip"),
        )  # fmt: skip
        self.save_changed = IconButton(
            "save", tr("Save everything that changed"),
            lambda: self.handing.ask_save(self.save_changed, self.changed_wanted()),
        )  # fmt: skip
        self._more = IconButton("more", tr("More about papers"), self._drop_menu)
        self.header.add_right(self._sum, self.print_changed, self.save_changed, self._more)
        self._further = (
            (tr("Issued papers"), "issued"),
            (tr("Words on papers"), "wordings"),
            (tr("Calendar files"), "calendars"),
        )

    def _lay_out(self) -> QHBoxLayout:
        self._legend = Legend()
        foot = surface(
            "panel",
            row(self._legend, self._ticked, self._print_ticked, self._save_ticked, STRETCH, self._more_lines,
                gap=8, margins=(16, 0, 12, 0)),
        )  # fmt: skip
        foot.setFixedHeight(36)
        left = column(self.matrix, rule(), foot, gap=0)
        left.setStretch(0, 1)
        whole = row(gap=0)
        whole.addLayout(left, 3)
        whole.addWidget(rule(vertical=True))
        whole.addWidget(self.detail, 2)
        return whole

    def _drop_menu(self) -> None:
        menu = QMenu(self)
        for words, key in self._further:
            menu.addAction(words).triggered.connect(partial(self.workspace.show, key))
        drop(menu, self._more.mapToGlobal(QPoint(0, self._more.height())))

    # What is shown

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.look_at_all(wanted=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.look_at_all(wanted=False)

    def _put_away(self) -> None:
        """Another file, or none: what is shown belongs to the one before."""
        self.making.stop()
        self._shown = self._shown_place = None
        self._languages.clear()
        self.matrix.cells.tick(())
        self.view.show_paper(None)

    @override
    def show_plan(self, plan: Plan) -> None:
        if not self._paper_chosen:
            self._paper.choose(plan.visit.paper.value)
        self._show_matrix()
        self.making.soon()

    @override
    def show_papers(self) -> None:
        shown = self._cell(self.matrix.place) if self.matrix.place else None
        self._show_matrix()
        # Of three hundred papers that are being compared, most news is not of the one looked at.
        if self.matrix.place is None or self._cell(self.matrix.place) != shown:
            self.making.soon()

    def _show_matrix(self) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        self._shown_matrix = matrix_of(plan, self._watch.standings, self._watch.blocked)
        self.matrix.show_matrix(self._shown_matrix, _FILTERS[self._filter.choice])
        old = bool(self._shown_matrix.old)
        self._sum.setText(sum_words(self._shown_matrix, self._watch.standings.values()))
        self.print_changed.setEnabled(old)
        self.save_changed.setEnabled(old)
        self._settle()

    def _settle(self) -> None:
        count = len(self.matrix.cells.ticked)
        self._ticked.setText(trn("{count} paper ticked", "{count} papers ticked", count) if count else "")
        words = trn("Print {count} paper…", "Print {count} papers…", count)
        self._print_ticked.setText(words)
        self._print_ticked.setAccessibleName(words)
        for part in (self._ticked, self._print_ticked, self._save_ticked):
            part.setVisible(count > 0)
        # There is no room for both.
        self._legend.setVisible(not count)
        self._count_lines()

    def _count_lines(self) -> None:
        hidden = self.matrix.hidden_lines
        self._more_lines.setText(trn("{count} more line", "{count} more lines", hidden) if hidden > 0 else "")

    def _choose_paper(self) -> None:
        self._paper_chosen = True
        self.making.now()

    def _choose_language(self, language: str) -> None:
        place = self.matrix.place
        if place is not None:
            self._languages[place[0]] = language
            self.making.now()

    # Which papers

    def _cell(self, place: Place) -> Cell:
        return self._shown_matrix.cell(*place)

    def _wanted(self, plan: Plan, place: Place, *, only: bool = False) -> Wanted | None:
        """The paper of a cell, in the language chosen for its reader or else in theirs."""
        language = self._languages.get(place[0])
        return self._shown_matrix.wanted(plan, place, language, self._paper.choice, only=only)

    def chosen_wanted(self, *, only: bool = False) -> list[Wanted]:
        """The paper that is looked at, or `only` the pages of it that changed; nothing if it may not be handed out."""
        plan, place = self.workspace.plan, self.matrix.place
        wanted = None if plan is None or place is None else self._wanted(plan, place, only=only)
        if wanted is None or place is None or not self.matrix.cells.can_tick(*place):
            return []
        return [wanted]

    def ticked_wanted(self) -> list[Wanted]:
        """The papers that are ticked, whole."""
        plan = self.workspace.plan
        if plan is None:
            return []
        each = (self._wanted(plan, place) for place in self.matrix.cells.ticked_places)
        return [one for one in each if one is not None]

    def changed_wanted(self) -> list[Wanted]:
        """Of every paper that is out of date the pages that changed, reader by reader, in the language they hold."""
        return self._shown_matrix.changed

    # Looking at it

    def _look(self) -> None:
        plan, place = self.workspace.plan, self.matrix.place
        self.making.stop()
        if plan is None:
            return
        wanted = None if place is None else self._wanted(plan, place)
        cell = Cell() if place is None else self._cell(place)
        if place is None or wanted is None or cell.state is State.NONE:
            self._shown = self._shown_place = None
            self.detail.show_nothing(tr("There is no such paper for this reader.") if place else "")
            return
        self.detail.show_head(self._title(plan, place, wanted.reader), cell, wanted.language)
        if cell.state is State.BLOCKED:
            self._shown = self._shown_place = None
            return
        self.making.make(plan, wanted, next((one for one in cell.old if one.key == wanted.key), None))

    def _show(self, plan: Plan, wanted: Wanted, shown: Shown) -> None:
        place = wanted.reader.recipient, wanted.document
        self._shown = shown
        self.detail.show_paper(plan, shown, document_of(wanted.document).sides, wanted.reader)
        if self._shown_place not in (None, place) and shown.changes:
            # Somebody who comes to a paper that is out of date sees at once what is new.
            self.view.go(shown.slips + min(shown.changes.put_in, default=1) - 1)
        self._shown_place = place

    def _title(self, plan: Plan, place: Place, reader: Reader) -> str:
        document = next(one for one in self._shown_matrix.documents if one.code == place[1])
        whose = name_of(plan, reader, screen_language())
        return tr("{document}, {whose}", document=self.matrix.cells.title(document), whose=whose)

    @property
    def is_ready(self) -> bool:
        """Whether the pages of the paper asked for stand there, and the matrix is of the plan as it is now."""
        return (
            self.making.is_over
            and self._watch.is_ready
            and (self._shown is None or self.view.is_drawn)
        )

    # Finding one's way back

    @override
    def select(self, subject: Subject) -> bool:
        plan = self.workspace.plan
        if plan is None or subject.noun != "PaperIssue":
            return False
        issue = next((each for each in plan.visit.papers if each.id == subject.id), None)
        self._filter.choose("all")
        self._show_matrix()
        found = issue is not None and self.matrix.choose((issue.recipient, issue.document))
        if found and issue is not None:
            self._languages[issue.recipient] = issue.language
            self.making.soon()
        return found

    @override
    def state(self) -> dict[str, Any]:
        return {
            "filter": self._filter.choice,
            "languages": dict(self._languages),
            "paper": self._paper.choice,
            "paper_chosen": self._paper_chosen,
            "chosen": self.matrix.place,
            "ticked": self.matrix.cells.ticked_places,
            "page": self.view.page,
            "zoom": self.view.zoom,
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._filter.choose(state["filter"])
        self._languages = dict(state["languages"])
        self._paper.choose(state["paper"])
        self._paper_chosen = state["paper_chosen"]
        self._show_matrix()
        self.matrix.choose(state["chosen"])
        self._shown_place = state["chosen"]
        self.matrix.cells.tick(state["ticked"])
        self.view.open_at(state["page"], state["zoom"])
        self.making.soon()

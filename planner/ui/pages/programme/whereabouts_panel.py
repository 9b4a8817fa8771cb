"""One person at a moment, in the inspector: where, with whom, who is in charge, tonight's bed, what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from planner.agenda.whereabouts import Moment, Whereabouts
from planner.language import screen_language, tr, trn
from planner.language.figures import listed
from planner.language.names import full_name
from planner.language.speaking import speaker
from planner.rules.finding import Subject
from planner.ui.pages.programme.whereabouts_words import bed_words, slot_words, spot_title, spot_where, trouble_words
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text

# More companions than these are counted.
_NAMED = 8


class PersonPanel(Panel):
    """Follows one member as the moment moves."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("")
        self._workspace = workspace
        self.sentences: list[tuple[str, str]] = []

    def show_person(self, one: Whereabouts, moment: Moment, names: Mapping[int, str]) -> None:
        """Show where somebody is at a moment; `names` are what members are called by their ids."""
        language = screen_language()
        self.title = full_name(one.member.person, language)
        self.title_label.setText(self.title)
        self.setAccessibleName(self.title)
        told = [
            (tr("Now"), " · ".join(filter(None, (spot_title(one.spot), spot_where(one.spot))))),
            (tr("With whom"), _companions(one, moment, names)),
            (tr("Adult in charge"), "" if one.in_charge is None else full_name(one.in_charge, language)),
            (tr("Bed tonight"), bed_words(one.bed)),
            (tr("What comes next"), "" if one.next is None else slot_words(one.next)),
        ]
        told = [(label, words) for label, words in told if words]
        troubles = trouble_words(one)
        shown = [*told, *troubles]
        if shown == self.sentences:
            return
        self.sentences = shown
        clear(self.body)
        for words, tone in troubles:
            sign = Sign("wrong" if tone == "wrong" else "warn", f"{tone}.mark", 14)
            line = row(sign, gap=6)
            line.addWidget(Text(words, tone=tone, wrap=True), 1)
            self.body.addLayout(line)
        for label, words in told:
            self.body.addLayout(column(Text(label, "small", "text2"), Text(words, wrap=True), gap=2))
        self._add_ways(one)

    def _add_ways(self, one: Whereabouts) -> None:
        ways = [(tr("Show the person"), Subject("Member", one.member.id))]
        if one.next is not None:
            ways.append((tr("Show what comes next"), Subject(*one.next.key)))
        for words, subject in ways:
            self.body.addLayout(row(Button(words, partial(self._workspace.show, subject), look="link"), STRETCH))


def _companions(one: Whereabouts, moment: Moment, names: Mapping[int, str]) -> str:
    others = [
        other for other in moment.people if other.spot.key == one.spot.key and other.member is not one.member
    ]
    if len(others) > _NAMED:
        return trn("{count} other person", "{count} other people", len(others))
    return listed([names[other.member.id] for other in others], speaker(screen_language())) if others else ""

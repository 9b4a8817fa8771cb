"""A change slip laid out: half a sheet in each language, one below the other; a long one takes whole sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from planner.language import Words, other_language, speaker
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.papers.furnishing import furniture
from planner.papers.kit.boxes import Box, aligned, beside, gap, on, padded, picture, stack
from planner.papers.kit.colours import ACCENT, GREY, INK, SECOND, WHITE
from planner.papers.kit.flow import Block, flow, solid
from planner.papers.kit.lines import Run, fitted, lay, natural_width
from planner.papers.kit.marks import Mark, Patch, Rule
from planner.papers.kit.pages import Body, Furniture, Page, dressed, foot, head
from planner.papers.kit.rows import EDGE, HAIRLINE
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import ITEM, LABEL, SECOND_TEXT, TEXT, TITLE
from planner.papers.kit.ticks import tick_in_line
from planner.papers.options import JAPANESE, PaperOptions
from planner.papers.slip.rows import WIDTH, head_row, pages_words, row_box, rows_of
from planner.papers.standing.comparing import Difference
from planner.papers.wordings import wording

_CUT_ROOM: Final = 7 * MM
"""Room on either side of the line on which the two halves are cut apart."""

_BOX: Final = 5.2 * MM
"""From the left of a box to tick to the words beside it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What a slip is about: the document by its name, the version held, and how today's differs from it."""

    document: Words
    held: int
    changes: Difference


def slip_pages(slip: Slip, plan: Plan, reader: Reader, options: PaperOptions) -> tuple[Page, ...]:
    """Lay the slip that goes with the pages printed by `options`, from a plan redacted for its reader."""
    frame = Frame(options.paper)
    parts = [_Part(slip, plan, reader, replace(options, language=language), frame) for language in options.languages]
    room = frame.fold - _CUT_ROOM - frame.foot_height - frame.top
    if all(part.height <= room for part in parts):
        return (_halves(parts, frame, room),)
    pages: list[Page] = []
    for part in parts:
        pages += dressed(frame, part.bodies(), part.worn)
    return tuple(pages)


class _Part:
    """The slip in one language: its blocks from the title to what the reader is asked to do."""

    def __init__(self, slip: Slip, plan: Plan, reader: Reader, options: PaperOptions, frame: Frame) -> None:
        self._slip, self._plan, self._options, self._frame = slip, plan, options, frame
        self.language = options.language
        self.worn: Furniture = furniture(plan, reader, options)
        rows = rows_of(slip.changes, self.language, plan, reader)
        self._table = _table(head_row(self.language), [row_box(row, self.language) for row in rows])
        self._title = self._titled(sum(row.count for row in rows))
        self._foot = self._closing()

    def boxes(self) -> list[Box]:
        return [self._title, gap(3 * MM), self._table.whole(), gap(3 * MM), self._foot]

    @property
    def height(self) -> float:
        return sum(box.height for box in self.boxes())

    def bodies(self) -> list[Body]:
        """Give its pages, where half a sheet is not enough: changes begin below the title, what to do ends them."""
        above = gap(3 * MM)

        def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
            box = self._table.assemble(some, continued, continues)
            return box if continues else stack([box, above, self._foot])

        changes = Block(self._table.rows, assemble, above, splits=True)
        sheets = flow([solid(self._title, with_next=True), changes], self._frame.body_height)
        left, top = self._frame.left, self._frame.top
        return [Body(tuple((left, top + y, box) for y, box in sheet.placed), section="slip") for sheet in sheets]

    def _titled(self, count: int) -> Box:
        here = speaker(self.language)
        other = speaker(other_language(self.language))
        boxes = self._versions()
        room = WIDTH - boxes.width - 6 * MM
        kicker = [
            Run(here.tr("Change slip"), LABEL.but(colour=INK)),
            Run(f" {other.tr('Change slip')}", LABEL),
            Run(f" · {here.words(self._slip.document)}", LABEL.but(colour=INK)),
        ]
        words = here.trn("One change for you", "{count} changes for you", count)
        if not count:
            words = here.tr("New page numbers")
        title = fitted(Run(words, TITLE.at(24)), room, smallest=18, lines=2, is_even=True)
        return beside([(0.0, stack([lay(kicker, room), title])), (WIDTH - boxes.width, boxes)], WIDTH)

    def _versions(self) -> Box:
        """Set the two boxes: the version that the reader holds, an arrow, the version it becomes."""
        here, now = speaker(self.language), self._options.version
        held = _version_box(here.tr("you hold"), here.tr_in("slip", "version {version}", version=self._slip.held))
        new = _version_box(here.tr("now"), here.tr_in("slip", "version {version}", version=now), filled=True)
        middle, room = held.height / 2, 12 * MM
        start, end = held.width + 2.5 * MM, held.width + room - 2.5 * MM
        arrow: tuple[Mark, ...] = (
            Rule(start, middle, end, middle, 1.2, INK),
            Rule(end - 1.6 * MM, middle - 1.6 * MM, end, middle, 1.2, INK),
            Rule(end - 1.6 * MM, middle + 1.6 * MM, end, middle, 1.2, INK),
        )
        whole = beside([(0.0, held), (held.width + room, new)], held.width + room + new.width)
        return on(arrow, whole)

    def _closing(self) -> Box:
        """Say what to do, with a box to tick when it is done, and the committee's note."""
        here, changes = speaker(self.language), self._slip.changes
        wanted = []
        if not changes.kept:
            wanted.append(here.tr("Everything is printed anew: please throw away what you hold of it."))
        elif changes.take_out:
            wanted.append(here.tr("Please take out the old {pages}.", pages=self._old_pages()))
        if changes.put_in and changes.kept:
            new = pages_words(changes.put_in, self.language)
            wanted.append(here.tr("Put in the new {pages} that came with this slip.", pages=new))
        if changes.kept and changes.total != changes.total_held:
            # Nobody takes a packet apart for the number of its pages.
            words = here.tr(
                "Number of pages now: {total}. Sheets that you keep may still say {held}: that is all right.",
                total=changes.total,
                held=changes.total_held,
            )
            wanted.append(words)
        between = "" if self.language == JAPANESE else " "
        left = lay(Run(between.join(wanted), TEXT), 92 * MM)
        words = here.tr("Done. Nothing else in these papers has changed.")
        # Its second line begins under the first, not under the box.
        cells = [(0.0, lay([tick_in_line(TEXT.size)], _BOX)), (_BOX, lay(Run(words, TEXT), WIDTH - 100 * MM - _BOX))]
        done = aligned(cells, WIDTH - 100 * MM)
        note = wording(self._plan, "change-slip", self.language)
        rows = [beside([(0.0, left), (100 * MM, done)], WIDTH)]
        if note:
            rows.append(lay(Run(note, SECOND_TEXT.but(colour=SECOND)), WIDTH))
        return stack(rows, 2 * MM)

    def _old_pages(self) -> str:
        """Name the pages to take out; of which version, where another sheet that stays bears the number too."""
        here, changes = speaker(self.language), self._slip.changes
        doubtful = {number for number, _ in changes.of_version}
        sure = [number for number in changes.take_out if number not in doubtful]
        said = [pages_words(sure, self.language)] if sure else []
        for number, version in changes.of_version:
            page = pages_words([number], self.language)
            said.append(here.tr("{page} of version {version}", page=page, version=version))
        return "、".join(said) if self.language == JAPANESE else here.figure(said)


def _version_box(label: str, version: str, *, filled: bool = False) -> Box:
    colour = WHITE if filled else SECOND
    strong = ITEM.but(colour=WHITE if filled else INK)
    width = max(natural_width(Run(label, LABEL)), natural_width(Run(version, strong))) + 6 * MM
    words = stack(
        [
            lay(Run(label, LABEL.but(colour=colour, bold=filled)), width, align="centre"),
            lay(Run(version, strong), width, align="centre"),
        ]
    )
    box = padded(words, above=1.2 * MM, below=1.6 * MM)
    ground = Patch(0.0, 0.0, width, box.height, fill=ACCENT if filled else None, line=ACCENT if filled else SECOND,
                   weight=0.8)  # fmt: skip
    return on((ground,), box)


def _table(heads: Box, rows: Sequence[Box]) -> Block:
    """Put the rows under their heads, which are repeated on the next page."""

    def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
        placed, marks, y = [heads], [Rule(0.0, 0.0, WIDTH, 0.0, EDGE, INK)], heads.height
        for box in some:
            marks.append(Rule(0.0, y, WIDTH, y, HAIRLINE, GREY))
            placed.append(box)
            y += box.height
        marks.append(Rule(0.0, y, WIDTH, y, EDGE, INK))
        return on(marks, stack(placed))

    return Block(tuple(rows), assemble)


def _halves(parts: Sequence[_Part], frame: Frame, room: float) -> Page:
    """Put one language on the upper half of a sheet, the second on the lower, with a line to cut between."""
    body: list[Mark] = []
    worn: list[Mark] = []
    for number, part in enumerate(parts):
        top = number * (frame.fold + _CUT_ROOM - 2 * MM)
        y = top + frame.top
        for box in part.boxes():
            body += box.flattened(frame.left, y)
            y += box.height
        worn += head(frame, part.worn).flattened(0.0, top)
        worn += foot(frame, part.worn, 1, 1, "").flattened(0.0, top + frame.top + room)
    cut = frame.fold
    scissors = picture("scissors", 4.5 * MM, INK)
    body += [Rule(0.0, cut, frame.width, cut, 0.6, SECOND, (3.0, 2.0)),
             *scissors.flattened(2 * MM, cut - 2.25 * MM)]  # fmt: skip
    return Page(frame, tuple(body), tuple(worn), "slip")


__all__ = ["Slip", "slip_pages"]

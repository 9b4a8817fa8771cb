"""What every section of the participant packet is laid from: the guest, the language, the width of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.language import Words
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.papers.itinerary.days import Schedule
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.pieces import NO_BREAK
from planner.papers.kit.boxes import Box, aligned, on, padded, stack
from planner.papers.kit.colours import GREY
from planner.papers.kit.flow import Block, flow, solid
from planner.papers.kit.lines import Part, Run, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import ITEM, SECOND_TEXT, STRONG, TEXT
from planner.papers.sections.voice import Voice

# Blocks move so much closer together if that saves a page.
_GIVES = (0.0, 0.3 * MM, 0.6 * MM, 0.9 * MM)


@dataclass(frozen=True, slots=True)
class Setting:
    """A guest's packet in one language on pages of one size, from a plan redacted for the guest."""

    plan: Plan
    member: Member
    voice: Voice
    frame: Frame

    @property
    def schedule(self) -> Schedule:
        """The guest's own days."""
        return self.voice.wording.schedule

    @property
    def width(self) -> float:
        """Width of the text."""
        return self.frame.text_width

    @property
    def smallest(self) -> float:
        """To how small a size a text may shrink: on half a sheet it is printed smaller still."""
        return 9.5 if self.frame.half else 8.0

    @property
    def towards_japan(self) -> bool:
        """Whether the guest travels to Japan, or from it."""
        return self.plan.visit.host_city.country == "JP"

    def pages(self, title: Words, blocks: Sequence[Block], section: str, note: str = "") -> tuple[Body, ...]:
        """Put a section's blocks on pages below its title."""
        first, second = self.voice.both(title)
        head = padded(title_box(first, second, width=self.width), below=1.8 * MM)
        tried = [flow([solid(head, with_next=True), *blocks], self.frame.body_height, give=give) for give in _GIVES]
        sheets = min(tried, key=len)
        left, top = self.frame.left, self.frame.top
        return tuple(
            Body(
                tuple((left, top + y, box) for y, box in sheet.placed),
                note=note,
                section=section,
                facts=tuple(fact for _, box in sheet.placed for fact in box.told()),
            )
            for sheet in sheets
        )

    def row(self, label: Words, value: Box | str, *, is_first: bool = False) -> Box:
        """Set a label, the same in the other language below it, and what it is beside them.

        A hairline stands above, unless it is the first below something with a line of its own.
        """
        first, second = self.voice.both(label)
        left = 34 * MM if self.frame.half else 42 * MM
        name = stack(
            [
                fitted(Run(first, STRONG), left - 3 * MM, smallest=self.smallest, lines=2),
                fitted(Run(second, SECOND_TEXT), left - 3 * MM, smallest=self.smallest, lines=2),
            ]
        )
        box = lay(Run(value, TEXT), self.width - left) if isinstance(value, str) else value
        row = padded(aligned([(0.0, name), (left, box)], self.width), above=1.5 * MM, below=1.6 * MM)
        return row if is_first else on((Rule(0.0, 0.0, self.width, 0.0, 0.4, GREY),), row)

    @property
    def value_width(self) -> float:
        """Width of what stands beside a label."""
        return self.width - (34 * MM if self.frame.half else 42 * MM)

    def heading(self, words: str, second: str = "") -> Block:
        """Set a heading within a section, the other language small beside it."""
        parts: list[Part] = [Run(words, ITEM)]
        if second:
            parts.append(Run(f"{NO_BREAK * 3}{second}", SECOND_TEXT))
        box = padded(lay(parts, self.width), below=1.0 * MM)
        return solid(box, above=Box(self.width, 4 * MM), with_next=True)

"""What the inspector shows of a noun, told as data: fields, sections that fold, lists of parts.

Words in an outline are in the screen's language already; an outline is made when its panel is made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.language import tr
from planner.model.base import Base
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.ui.inspector.piece import Piece
    from planner.ui.shell.workspace import Workspace

#: Gives words about a record: a title, a hint.
Saying = Callable[[Any, Plan], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A field with more than its name: in bold, with an icon, with words that follow the record.

    A hint stands under it; `if_empty` gives what holds as long as nothing is said, shown in its place.
    """

    field: str
    strong: bool = False
    icon: str = ""
    hint: Saying | None = None
    #: Another label than the model's, where the section says part of it already.
    label: str = ""
    if_empty: Saying | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """A field chosen from a list that follows the plan: a reference to a row, a language by its code.

    `label` may be empty for a field that the model labels; references have no label there. `nothing` is offered first,
    and stands for None, where it is not empty.
    """

    field: str
    offers: Callable[[Any, Plan], Iterable[tuple[Hashable, str]]]
    label: str = ""
    nothing: str = ""
    icon: str = ""


#: Gives what can be done with a record: words, icon, deed.
Deeds = Callable[[Any, Plan], Sequence[tuple[str, str, Callable[[], object]]]]

#: A field by its name, or with more.
Field = str | Shown | Pick


@dataclass(frozen=True, slots=True)
class Of:
    """Fields of another record that this one points to: a member's person.

    `path` is the attribute, or gives the record; where there is none, nothing is shown.
    """

    path: str | Callable[[Any], Base | None]
    noun: type[Base]
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Parts:
    """Records that belong to this one, to add, edit and remove in place: beds, languages, food needs.

    `owner` is the reference of a part to its record; `new` its first values; `items` its fields. With a `title` each
    part is one line that unfolds. `add_by` adds a part by a command of its own, in place of `records.add`; it is given
    the workspace, the record and what to do with the new id. Without words to `add`, none is added here. Parts that
    have an order of their own, in which they are given, are moved in it by `move_by`: the part, and by how many places.
    """

    noun: type[Base]
    path: str
    owner: str
    add: str
    items: Sequence[Item]
    heading: str = ""
    title: Saying | None = None
    new: Callable[[Any, Plan], Mapping[str, Any]] | None = None
    add_by: Callable[[Workspace, Any, Callable[[int], object]], object] | None = None
    move_by: Callable[[Workspace, Any, int], object] | None = None
    #: Said in small under the `title`.
    under: Saying | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """A piece made by the page itself, for what is no plain field: groups, nights off, who takes part."""

    make: Callable[[Workspace], Piece]
    #: The noun whose parts it lists, by name; none in most.
    parts: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading that folds; those folded are made when they are first opened."""

    heading: str
    items: Sequence[Item]
    opened: bool = True
    #: Whether all that is in it is for the own host family and the leaders only (domain.md §6.5, S3).
    special: bool = False
    #: Said beside the heading while folded: a count, a word.
    note: Saying | None = None
    #: A fold within a section rather than a section: no line above, a plain heading.
    minor: bool = False


#: What can stand in an outline: a field, fields side by side, or one of the groups above.
Item = Field | tuple[Field, ...] | Of | Parts | Own | Section


def more(*items: Item) -> Section:
    """Fields that are seldom needed, folded away."""
    return Section(tr("More"), items, opened=False, minor=True)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the inspector shows of a noun.

    `title` says what a record is called. `chip` gives the words, the tone and the icon before it, or None. `reviewed`
    names the records whose open review items are shown on top. `deeds` are what can be done with the record from the
    menu in the head: words, icon and the deed.
    """

    noun: type[Base]
    items: Sequence[Item]
    title: Saying
    chip: Callable[[Any, Plan], tuple[str, str, str] | None] | None = None
    reviewed: Callable[[Any], Iterable[Base | None]] = lambda record: (record,)
    deeds: Deeds | None = None
    subtitle: Saying | None = None

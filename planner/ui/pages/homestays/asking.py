"""What a family is asked for before a guest can come: the text of a letter, where what is missing is theirs."""

from __future__ import annotations

from typing import Final

from planner.language import Pair
from planner.language.names import family_word, in_both
from planner.model.households import Household
from planner.model.message import Message
from planner.model.plan import Plan
from planner.ui.pages.homestays.letterpanel import Letter
from planner.ui.pages.homestays.sight import Against, Sight

#: What a family can bring: nothing in these is about the guest, so that nothing of theirs is told.
_THEIRS: Final = frozenset({"home-not-cleared", "home-clearance-old"})
#: Of this there is nothing to ask any more.
_REFUSED: Final = "not-cleared-refused"


def can_ask(one: Against) -> bool:
    """Whether a family can be asked for what a rule misses."""
    return one.obstacle.code in _THEIRS and _missing(one).code != _REFUSED


def _missing(one: Against) -> Message:
    """What is missing, as a clause where there is one."""
    why = one.obstacle.message.figures.get("why")
    return why if isinstance(why, Message) else one.obstacle.message


def letter_of(sight: Sight, plan: Plan) -> Letter:
    """Give the letter to the family of a sight, by its paragraphs."""
    home = plan.get(Household, sight.aim.lodging.household_id)
    name = Pair("", "") if home is None else in_both(family_word, home)
    visit = plan.visit
    about = Message.of(
        "letter-clearance", home=Pair(visit.home_city.name_en, visit.home_city.name_ja),
        first=visit.first_day, last=visit.last_day,
    )  # fmt: skip
    lines = [Message.of("letter-line", words=one) for one in map(_missing, filter(can_ask, sight.against))]
    return (Message.of("letter-dear", name=name),), (about, *lines), (Message.of("letter-clearance-please"),)

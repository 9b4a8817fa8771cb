"""Why a pairing earns what it earns of a wish, as a code with figures: "Ada is 13, Misaki is 14"."""

from __future__ import annotations

from planner.model.message import Message
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.homes import Home
from planner.rules.homestays.wishes import Wish


def why(wish: Wish, guest: Guest, home: Home) -> Message:
    """Give the words for what a guest and a home earn of a wish."""
    return Message.of(f"{wish.code}.name")

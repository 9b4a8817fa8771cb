"""What two guests are to each other: family, friends, to be kept apart."""

from __future__ import annotations

from planner.model.kinds import RelationKind
from planner.rules.homestays.guests import Guest


def relation(one: Guest, other: Guest) -> RelationKind | None:
    """Give how two guests are related, whichever of them said so; None if they are not."""
    return one.relations.get(other.id) or other.relations.get(one.id)


def are_related(one: Guest, other: Guest) -> bool:
    """Say whether two guests are a couple or of one family."""
    return relation(one, other) is not None


def are_couple(one: Guest, other: Guest) -> bool:
    """Say whether two guests are a couple: they may share a bed."""
    return relation(one, other) is RelationKind.COUPLE


def are_apart(one: Guest, other: Guest) -> bool:
    """Say whether one of two guests asks to be kept apart from the other."""
    return other.id in one.apart or one.id in other.apart


def are_friends(one: Guest, other: Guest) -> bool:
    """Say whether one of two guests asks to be with the other, and neither to be kept apart."""
    return (other.id in one.friends or one.id in other.friends) and not are_apart(one, other)

"""A calendar that is sent again: what its reader had before, and what of it has changed since.

A phone that takes in a second file keeps one entry a UID and believes the higher SEQUENCE (RFC 5545, 3.8.7.4). So of
each reader it is remembered what they were last told of every entry: the sequence rises exactly when that has changed,
an entry that is gone comes once more as cancelled, and stays so in every later issue, since some may miss one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from icalendar import Event, vDatetime

from planner.calendars.entries import Entry, When, put_times


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader was last told of one entry: enough to see a change, and to take the entry back."""

    digest: str
    sequence: int
    #: When it was last changed, UTC.
    modified: dt.datetime
    title: str
    starts: When
    ends: When | None
    cancelled: bool = False

    def as_data(self) -> dict[str, Any]:
        """Give it as plain data, to be kept in the file."""
        data: dict[str, Any] = {
            "digest": self.digest,
            "sequence": self.sequence,
            "modified": self.modified.isoformat(),
            "title": self.title,
            "starts": str(self.starts),
        }
        if self.ends is not None:
            data["ends"] = str(self.ends)
        return data | ({"cancelled": True} if self.cancelled else {})

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Told:
        """Read back what `as_data` gave. Raises `KeyError`, `ValueError`."""
        return cls(
            digest=data["digest"],
            sequence=data["sequence"],
            modified=dt.datetime.fromisoformat(data["modified"]),
            title=data["title"],
            starts=When.read(data["starts"]),
            ends=When.read(data["ends"]) if "ends" in data else None,
            cancelled=data.get("cancelled", False),
        )


Memory = Mapping[str, Told]
"""What a reader was told, by the UID of each entry."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that is new, changed (`was` and `now`) or cancelled (only `was`) since the last issue."""

    was: Told | None
    now: Told | None


@dataclass(frozen=True, slots=True)
class News:
    """What has changed for a reader since what they hold; `since` is None for who holds nothing yet."""

    since: dt.datetime | None
    added: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    cancelled: tuple[Change, ...] = ()

    @property
    def is_first(self) -> bool:
        """Say whether this reader gets a calendar for the first time."""
        return self.since is None

    @property
    def count(self) -> int:
        """Give how many entries differ from what the reader holds."""
        return len(self.added) + len(self.changed) + len(self.cancelled)


@dataclass(frozen=True, slots=True)
class Stamped:
    """The entries of an issue, ready to be written, with what is to be remembered of it and what is new in it."""

    events: tuple[Event, ...]
    whens: tuple[When, ...]
    memory: Memory
    news: News


def stamped(
    entries: Iterable[Entry],
    before: Memory,
    since: dt.datetime | None,
    stamp: dt.datetime,
    taken_back: Callable[[str], str],
    beside: Memory,
) -> Stamped:
    """Give entries their stamps and sequences, and take back what is gone, with its title as `taken_back` says it.

    `beside` is what stands in another calendar that its reader may have taken in: what is changed or new must come
    after that too, or a program that holds both would keep the older words.
    """
    stamp = stamp.astimezone(dt.UTC).replace(microsecond=0)
    memory: dict[str, Told] = {}
    events: list[Event] = []
    for entry in entries:
        was, uid = before.get(entry.uid), entry.uid
        memory[uid] = now = _told_now(entry, was, _next(was, beside.get(uid)), stamp)
        events.append(_put_stamps(entry.event, now, stamp))
    for uid, was in before.items():
        if uid in memory:
            continue
        taken = replace(was, sequence=_next(was, beside.get(uid)), modified=stamp, cancelled=True)
        memory[uid] = now = was if was.cancelled else taken
        events.append(_put_stamps(_cancelled(uid, was, taken_back), now, stamp))
    whens = tuple(when for told in memory.values() for when in (told.starts, told.ends) if when is not None)
    return Stamped(tuple(events), whens, memory, news_between(before, memory, since))


def news_between(before: Memory, after: Memory, since: dt.datetime | None) -> News:
    """Give what differs between two issues of which the first went out at `since`; no news for who had none."""
    if since is None:
        return News(None)
    added, changed, cancelled = [], [], []
    for uid, now in after.items():
        was = before.get(uid)
        if now.cancelled:
            if was is not None and not was.cancelled:
                cancelled.append(Change(was, None))
        elif was is None or was.cancelled:
            added.append(Change(was, now))
        elif was.sequence != now.sequence:
            changed.append(Change(was, now))
    return News(since, tuple(added), tuple(changed), tuple(cancelled))


def _told_now(entry: Entry, was: Told | None, sequence: int, stamp: dt.datetime) -> Told:
    digest = _digest(entry.event)
    if was is not None and was.digest == digest and not was.cancelled:
        return was
    return Told(digest, sequence, stamp, entry.title, entry.starts, entry.ends)


def _next(*told: Told | None) -> int:
    """Give the sequence above everything that was told of an entry; 0 if nothing was."""
    return max((one.sequence + 1 for one in told if one is not None), default=0)


def _digest(event: Event) -> str:
    """Give a mark of everything an entry says, its alarm too; folding it into lines would take twice as long."""
    said = hashlib.sha256()
    for name, value in event.property_items(sorted=True):
        parameters = sorted(getattr(value, "params", {}).items())
        said.update(repr((name, parameters, value if isinstance(value, bytes) else value.to_ical())).encode())
    return said.hexdigest()[:16]


def _put_stamps(event: Event, told: Told, stamp: dt.datetime) -> Event:
    event.add("dtstamp", vDatetime(stamp))
    event.add("last-modified", vDatetime(told.modified))
    event.add("sequence", told.sequence)
    return event


def _cancelled(uid: str, was: Told, taken_back: Callable[[str], str]) -> Event:
    """Take an entry back. Its title says so too, for programs that show a cancelled entry like any other."""
    event = Event()
    event.add("uid", uid)
    event.add("summary", taken_back(was.title))
    put_times(event, was.starts, was.ends)
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    return event

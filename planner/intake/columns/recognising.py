"""Headings → meanings: every column's best target, each target once, and the kind of sheet that fits best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Protocol

from planner.intake.columns.kinds import target_named, targets_of
from planner.intake.columns.mapping import ColumnGuess, SheetMapping, heading_key, heading_keys, shape_of
from planner.intake.columns.sniffing import features_of
from planner.intake.columns.target import ROW_ONLY, Target
from planner.intake.reading.sheet import Sheet
from planner.intake.values.scan import plain
from planner.model.kinds import SheetKind

_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_LEAST = 3.0
"""A column with a smaller score is not guessed at all."""

_CERTAIN = 10.0

_CLEARLY = 1.6
"""A kind of sheet that fits less than this much better than the next is a guess: a name and an age tell no kind."""


class Remembered(Protocol):
    """A mapping that was confirmed before, as the planner file keeps it (`model.ColumnMapping`)."""

    shape: str
    kind: SheetKind
    columns: Mapping[str, str | None]


def guess(sheet: Sheet, remembered: Iterable[Remembered] = (), *, kind: SheetKind | None = None) -> SheetMapping:
    """Guess what the sheet is and what its columns mean.

    A shape that was confirmed before is taken as it was; single headings known from other sheets of the kind count
    as certain. `kind` says what the user says it is.
    """
    known = list(remembered)
    shape = shape_of(sheet.headings)
    for memory in known:
        if memory.shape == shape and kind in (None, memory.kind):
            return _as_remembered(sheet, memory)
    features = [features_of(sheet, index) for index in range(len(sheet.columns))]
    if kind is not None:
        return _mapping(sheet, kind, features, known)
    mappings = [_mapping(sheet, candidate, features, known) for candidate in SheetKind]
    ranked = sorted(mappings, key=lambda mapping: mapping.confidence, reverse=True)
    best, second = ranked[0], ranked[1]
    sure = best.confidence / (best.confidence + second.confidence) if best.confidence else 0.0
    return SheetMapping(best.kind, round(sure, 3), best.columns, kind_told=_tells_kind(best, second))


def _tells_kind(best: SheetMapping, second: SheetMapping) -> bool:
    """Whether the headings tell what a sheet is: one that only such a sheet has, and clearly more than of any other."""
    telling = any(guess.target is not None and target_named(best.kind, guess.target).telling for guess in best.columns)
    return telling and best.confidence >= _CLEARLY * second.confidence


def _as_remembered(sheet: Sheet, memory: Remembered) -> SheetMapping:
    known = {target.key for target in targets_of(memory.kind)}
    columns = []
    for index, key in enumerate(heading_keys(sheet.headings)):
        target = memory.columns.get(key)
        columns.append(ColumnGuess(index, target if target in known else None, 1.0))
    return SheetMapping(memory.kind, 1.0, tuple(columns), remembered=True)


def _mapping(
    sheet: Sheet, kind: SheetKind, features: Sequence[Mapping[str, float]], known: Sequence[Remembered]
) -> SheetMapping:
    targets = targets_of(kind)
    hints = {key: target for memory in known if memory.kind == kind for key, target in memory.columns.items()}
    scores: list[dict[str, float]] = []
    for index, heading in enumerate(sheet.headings):
        row: dict[str, float] = {}
        hinted = hints.get(heading_key(heading)) if heading else None
        for target in targets:
            score = 20.0 if hinted == target.key else score_heading(heading, target)
            score = _with_feature(score, target, features[index], bool(heading))
            if score >= _LEAST:
                row[target.key] = max(score, row.get(target.key, 0.0))
        scores.append(row)
    chosen = _assign(scores, kind)
    columns = []
    telling = 0.0
    for index, row in enumerate(scores):
        key = chosen.get(index)
        ranked = sorted(row, key=lambda one: row[one], reverse=True)
        score = row[key] if key else 0.0
        rival = next((row[one] for one in ranked if one != key), 0.0)
        confidence = min(1.0, score / _CERTAIN) * (1.0 if score > rival * 1.15 else 0.8)
        columns.append(ColumnGuess(index, key, round(confidence, 3), tuple(one for one in ranked if one != key)[:4]))
        if key and target_named(kind, key).telling:
            telling += confidence
        elif key and key != ROW_ONLY:
            telling += confidence * 0.3
    return SheetMapping(kind, telling, tuple(columns))


def score_heading(heading: str, target: Target) -> float:
    """How well a heading's words fit a target; words in its brackets count half."""
    text = plain(heading).casefold().strip()
    if not text:
        return 0.0
    main = _BRACKETS.sub(" ", text).strip() or text
    score = 0.0
    for pattern, weight in _patterns(target):
        whole = pattern.pattern.startswith("^")
        if pattern.search(main) or (whole and pattern.search(text)):
            score += weight
        elif pattern.search(text):
            score += weight / 2
    return score


_HINT, _NEVER = 4, -10


@cache
def _patterns(target: Target) -> tuple[tuple[re.Pattern[str], int], ...]:
    weighted = ((target.says, target.weight), (target.hints, _HINT), (target.never, _NEVER))
    return tuple((re.compile(words, re.IGNORECASE), weight) for words, weight in weighted if words)


def _with_feature(score: float, target: Target, features: Mapping[str, float], headed: bool) -> float:
    """The cells' own vote: they confirm the heading, contradict it, or speak alone where there is no heading."""
    if not target.feature or not features:
        return score
    share = features[target.feature]
    if score > 0:
        if target.feature in ("short", "level"):
            return score if share > 0.5 else score * 0.5
        return score * (1.0 + 0.25 * (share - 0.5)) if share >= 0.3 else score * 0.6
    alone = target.feature in ("email", "phone", "kana", "date", "day", "zone", "pairs")
    return 4.5 if alone and not headed and share >= 0.8 else score


def _assign(scores: Sequence[Mapping[str, float]], kind: SheetKind) -> dict[int, str]:
    """The best pairs first; a target that takes one column goes to the column it fits best."""
    pairs = sorted(
        ((score, -index, key) for index, row in enumerate(scores) for key, score in row.items()), reverse=True
    )
    chosen: dict[int, str] = {}
    used: set[str] = set()
    for _, minus_index, key in pairs:
        if -minus_index in chosen or (key in used and not target_named(kind, key).many):
            continue
        chosen[-minus_index] = key
        used.add(key)
    return chosen

"""What is said and what is sent: whether speeches fit into their time, and whether texts and materials are there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from planner.agenda import Agenda, Slot
from planner.agenda.ceremony import FACTOR, Ceremony, Item, in_order, is_stretched, timed, told_minutes
from planner.language.marking import Pair
from planner.model.interpreting import Speech
from planner.model.kinds import InterpreterLevel, InterpretingMode, SpeechLanguage
from planner.model.message import Message
from planner.rules.finding import FindingKind, Severity, Source, Subject
from planner.rules.interpreting.loads import who
from planner.rules.interpreting.roster import MINUTE, Roster, Wanted, roster_of
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_event, of_plan

JACI = Source(Pair("Japan Association of Conference Interpreters (JACI)", "日本会議通訳者協会（JACI）"))
CLAIR = Source(Pair("usual lead time of a Coordinator for International Relations", "国際交流員への翻訳依頼の目安"))

_DAY = dt.timedelta(days=1)


def ceremony_of(slot: Slot, factor: float = FACTOR) -> Ceremony | None:
    """Time what is said at an activity within the time it has; None where nothing is."""
    activity = slot.activity
    if activity is None or not activity.speeches:
        return None
    return timed(activity.speeches, slot.length if slot.ends is not None else None, factor)


def item_name(speech: Item) -> Pair:
    """Give what an item of a ceremony is called: its title, or who speaks."""
    en, ja = getattr(speech, "title_en", ""), getattr(speech, "title_ja", "")
    if en or ja:
        return Pair(en, ja)
    return speaker_of(speech) if isinstance(speech, Speech) else Pair("", "")


def speaker_of(speech: Speech) -> Pair:
    """Give who speaks: as written with the item, or the person it points to."""
    from planner.language.names import full_name

    person = speech.person
    en = speech.speaker_en or (full_name(person, "en") if person is not None else "")
    ja = speech.speaker_ja or (full_name(person, "ja") if person is not None else "")
    return Pair(en, ja)


@of_event("speeches-too-long", FindingKind.INTERPRETING, Severity.WARN, source=JACI, factor=FACTOR)
def speeches_too_long(slot: Slot, figures: Figures) -> Iterator[Found]:
    """What is to be said, with its interpreting, takes longer than the activity lasts (domain.md §5.3)."""
    ceremony = ceremony_of(slot, figures["factor"])
    if ceremony is None or not ceremony.over:
        return
    told = {
        "event": title(slot), "minutes": told_minutes(ceremony.length), "paper": ceremony.on_paper,
        "room": round((ceremony.room or dt.timedelta()) / MINUTE), "said": cuts_told(ceremony),
    }  # fmt: skip
    yield Found(subject(slot), told, (), (), slot.day)


def cuts_told(ceremony: Ceremony) -> Message:
    """Say what to cut first of a ceremony that is too long, and whether that is enough."""
    cuts = [item_name(item) for item in ceremony.cuts]
    still = told_minutes(ceremony.still_over)
    if not cuts:
        return Message.of("speeches-no-cuts")
    if still:
        return Message.of("speeches-cuts-short", items=cuts, minutes=still)
    return Message.of("speeches-cuts", items=cuts)


@of_plan("stated-speeches-too-long", FindingKind.INTERPRETING, Severity.WARN, source=JACI, factor=FACTOR)
def stated_speeches_too_long(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """The minutes of speech that a need states take, with their interpreting, longer than there is time.

    Where the speeches are entered one by one, these are counted instead.
    """
    for wanted in roster_of(agenda).wanted.values():
        minutes = stretched_minutes(wanted, figures["factor"])
        room = int((wanted.end - wanted.start) / MINUTE)
        if minutes and wanted.slot.ends is not None and minutes > room:
            told = {"event": title(wanted.slot), "paper": wanted.need.minutes, "minutes": minutes, "room": room}
            yield Found(Subject("Need", wanted.need.id), told, (), (subject(wanted.slot),), wanted.day)


def stretched_minutes(wanted: Wanted, factor: float = FACTOR) -> int:
    """Give how long the minutes of speech that a need states really take; 0 if it states none, or they are entered."""
    need, activity = wanted.need, wanted.slot.activity
    if need.mode is not InterpretingMode.CONSECUTIVE or not need.minutes or (activity and activity.speeches):
        return 0
    return round(need.minutes * factor)


def interpreted(speeches: Iterable[Speech]) -> list[Speech]:
    """Give the items of a ceremony in which somebody speaks and is interpreted: their texts are needed before."""
    return [one for one in in_order(speeches) if one.language not in (SpeechLanguage.NONE, SpeechLanguage.BOTH)]


@of_plan("speech-text-missing", FindingKind.INTERPRETING, Severity.NOTE, source=CLAIR, days=7, cir=14)
def speech_text_missing(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """The text of a speech is not there yet, or came late: due a week before, two for a CIR who translates it [51]."""
    roster = roster_of(agenda)
    for slot in agenda.slots:
        speeches = slot.activity.speeches if slot.activity is not None else ()
        spoken = interpreted(speeches)
        if not spoken:
            continue
        due = texts_due(slot, roster, figures)
        lacking = [one for one in spoken if one.text_received_on is None]
        late = {one: one.text_received_on for one in spoken if one.text_received_on and one.text_received_on > due}
        said = []
        if lacking:
            said.append(_texts("speech-text-lacking", slot, lacking, spoken, due=due))
        if late:
            said.append(_texts("speech-text-late", slot, late, spoken, due=due, came=max(late.values())))
        if said:
            others = tuple(Subject("Speech", one.id) for one in spoken if one in lacking or one in late)
            yield Found(subject(slot), {"said": said}, (), others, due)


def texts_due(slot: Slot, roster: Roster, figures: Figures) -> dt.date:
    """Give the day by which the texts of an activity's speeches are due, by who interprets there."""
    team = [
        duty.interpreter for wanted in roster.wanted.values() if wanted.slot.key == slot.key
        for duty in roster.team(wanted.need)
    ]  # fmt: skip
    for_cir = any(one.level is InterpreterLevel.CIR for one in team)
    return slot.day - int(figures["cir" if for_cir else "days"]) * _DAY


def _texts(code: str, slot: Slot, some: Iterable[Speech], spoken: list[Speech], **days: dt.date) -> Message:
    names = [item_name(one) for one in some]
    return Message.of(code, event=title(slot), items=names, count=len(names), of=len(spoken), **days)


@of_plan("materials-not-sent", FindingKind.INTERPRETING, Severity.NOTE, days=7)
def materials_not_sent(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """An interpreter has not been sent what they need to prepare, or got it late: it is due a week before."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        lacking, late = [], []
        for duty in roster.of(interpreter):
            due = duty.wanted.day - int(figures["days"]) * _DAY
            sent = duty.assignment.materials_sent_on
            if sent is None:
                lacking.append((due, duty))
            elif sent > due:
                late.append((due, duty))
        said = [
            Message.of(
                code, name=who(interpreter), count=len(some), event=title(some[0][1].slot), due=some[0][0],
                sent=some[0][1].assignment.materials_sent_on,
            )
            for code, some in (("materials-lacking", lacking), ("materials-late", late))
            if some
        ]  # fmt: skip
        if said:
            others = tuple(dict.fromkeys(Subject("Need", duty.need.id) for _, duty in (*lacking, *late)))
            due, _ = (lacking or late)[0]
            yield Found(Subject("Interpreter", interpreter.id), {"said": said}, (), others, due)


__all__ = [
    "ceremony_of",
    "cuts_told",
    "interpreted",
    "is_stretched",
    "item_name",
    "materials_not_sent",
    "speaker_of",
    "speech_text_missing",
    "speeches_too_long",
    "stated_speeches_too_long",
    "stretched_minutes",
    "texts_due",
]

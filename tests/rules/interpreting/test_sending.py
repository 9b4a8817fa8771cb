"""Speeches in their time, and what has to be there before."""

import datetime as dt

import pytest

from planner.model import kinds as k
from tests.rules.interpreting.hall import Hall

NONE, BOTH = k.SpeechLanguage.NONE, k.SpeechLanguage.BOTH


def test_six_speeches_of_five_minutes_do_not_fit_into_half_an_hour() -> None:
    hall = Hall()
    call = hall.activity("Call", 23, "16:00-16:30")
    for number in range(6):
        hall.speech(call, 5, place=number, title_en=f"Speech {number}", cut_rank=6 - number if number > 3 else None)
    assert hall.said("speeches-too-long") == [
        "“Call”: the speeches take 63 min with their interpreting (30 min on paper), and there are 30 min. "
        "Even without Speech 5 and Speech 4 it is 12 min too long."
    ]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("16:00-17:03", []),
        ("16:00-17:00", ["Cut first: Speech 5."]),
        ("16:00-16:45", ["Cut first: Speech 5 and Speech 4."]),
        ("16:00", []),
    ],
)
def test_what_is_cut_first_is_named(hours: str, said: list[str]) -> None:
    hall = Hall()
    call = hall.activity("Call", 23, hours)
    for number in range(6):
        hall.speech(call, 5, place=number, title_en=f"Speech {number}", cut_rank=6 - number if number > 3 else None)
    found = hall.said("speeches-too-long")
    assert len(found) == len(said)
    assert all(words in sentence for words, sentence in zip(said, found, strict=True))


def test_without_anything_to_cut_that_is_said() -> None:
    hall = Hall()
    hall.speech(hall.activity("Call", 23, "16:00-16:10"), 10, speaker_en="The Mayor")
    assert hall.said("speeches-too-long") == [
        "“Call”: the speeches take 21 min with their interpreting (10 min on paper), and there are 10 min. "
        "Nothing has been marked yet that could be cut."
    ]


def test_minutes_that_a_need_states_are_counted_until_speeches_are_entered() -> None:
    hall = Hall()
    call = hall.activity("Call", 23, "16:00-16:30")
    hall.need(call, minutes=20)
    assert hall.said("stated-speeches-too-long") == [
        "“Call”: 20 min of speeches take 42 min with their interpreting, and there are 30 min."
    ]
    hall.speech(call, 5)
    assert hall.said("stated-speeches-too-long") == []


def test_texts_are_due_a_week_before_and_two_for_a_cir() -> None:
    hall = Hall()
    call = hall.activity("Call", 23, "16:00-18:00")
    in_time, late = dt.date(2027, 7, 16), dt.date(2027, 7, 17)
    hall.speech(call, 5, place=1, title_en="In time", text_received_on=in_time)
    hall.speech(call, 5, place=2, title_en="Late", text_received_on=late)
    hall.speech(call, 5, place=3, title_en="Missing")
    hall.speech(call, 5, place=4, title_en="Photograph", language=NONE)
    hall.speech(call, 5, place=5, title_en="In both", language=BOTH)
    assert hall.said("speech-text-missing") == [
        "“Call”: the text of 1 of 3 speeches is not there yet (Missing); due by Fri 16 Jul. "
        "“Call”: the text of 1 of 3 speeches came only on Sat 17 Jul (Late); it was due by Fri 16 Jul."
    ]
    hall.assign(hall.need(call), hall.interpreter("Aya", k.InterpreterLevel.CIR))
    assert hall.said("speech-text-missing") == [
        "“Call”: the text of 1 of 3 speeches is not there yet (Missing); due by Fri 9 Jul. "
        "“Call”: the texts of 2 of 3 speeches came late, the last on Sat 17 Jul (In time and Late); "
        "they were due by Fri 9 Jul."
    ]


def test_materials_are_due_a_week_before() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    one, other = (hall.need(hall.activity(title, day, "10:00-11:00")) for title, day in (("Call", 23), ("Tour", 24)))
    hall.assign(one, emi, materials_sent_on=dt.date(2027, 7, 16))
    hall.assign(other, emi, materials_sent_on=dt.date(2027, 7, 18))
    assert hall.said("materials-not-sent") == [
        "Emi was sent the materials for “Tour” only on Sun 18 Jul; they were due by Sat 17 Jul."
    ]
    hall.assign(hall.need(hall.activity("Dinner", 30, "18:00-19:00")), emi)
    assert hall.said("materials-not-sent") == [
        "Emi has not been sent the materials for “Dinner” yet; due by Fri 23 Jul. "
        "Emi was sent the materials for “Tour” only on Sun 18 Jul; they were due by Sat 17 Jul."
    ]

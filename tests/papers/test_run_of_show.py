"""The run of show of the staff: day after day with everything of every event, each ceremony item by item."""

import datetime as dt
from collections.abc import Callable

import pytest

from planner.language.dates import day_text
from planner.model import Plan
from planner.model.kinds import ActivityStatus
from planner.model.readers import of_staff
from planner.papers.catalogue import document_of, readers_of
from planner.papers.kit.sheet import Frame
from planner.papers.options import PAPER_LANGUAGES, PaperOptions, Printed
from planner.papers.rendering import redacted_for, render
from tests.papers.conftest import PRINTED_AT
from tests.papers.looking import assert_inside, bare, pages_of


def show(plan: Plan, language: str = "en", paper: str = "a4") -> Printed:
    reader = of_staff()
    options = PaperOptions(language, paper, PRINTED_AT)
    return render(document_of("run-of-show"), redacted_for(plan, reader), reader, options)


def words_on(printed: Printed, day: dt.date, language: str = "en") -> str:
    """What stands under the date of a day, on whichever pages, down to the date of the next day."""
    date, after = (bare(day_text(each, language, "short")) for each in (day, day + dt.timedelta(days=1)))
    words = bare("\n".join(page.words for page in printed.pages))
    assert date in words
    return words[words.index(date) :].partition(after)[0]


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_every_event_of_every_day_stands_on_its_day_in_both_languages(staffed: Plan, language: str) -> None:
    printed = show(staffed, language)
    heading = "en" if language != "ja" else "ja"
    # Days follow each other on a page: twelve of them do not take twelve sheets.
    assert len(printed.pages) < 9
    for event in staffed.activities:
        words = words_on(printed, event.starts_on, heading)
        assert bare(event.title_en) in words
        assert bare(event.title_ja) in words
    for leg in staffed.journeys:
        assert bare(leg.title_en or leg.title_ja) in words_on(printed, leg.departs_on, heading)


def test_a_row_has_what_the_staff_need(staffed: Plan) -> None:
    words = words_on(show(staffed), dt.date(2027, 7, 23))
    for said in (
        "4:00–5:30 pm", "Sat 05:00", "90", "Meet 3:45 pm", "Dismissal 5:45 pm, City Hall front steps",
        "Portland City Hall", "389 Congress St", "SAITO Kaori", "齋藤 香織", "Consecutive JA ↔ EN", "JOHNSON Emi",
        "Ken YOSHINO", "city bus", "15", "A 6, B 6, +3", "Equipment flags of both cities; microphone at the lectern",
        "Gifts a print of Casco Bay", "Press Press Herald, 16:30", "Cost code 4410-27",
        "Ms. Doyle, Mayor's office (207) 555-0101", "Wear team jackets",
        "If it rains indoors, no change", "Paid by city council", "Staff gift exchange; team jackets",
    ):  # fmt: skip
        assert bare(said) in words, said
    coach = words_on(show(staffed), dt.date(2027, 7, 26))
    assert bare("40 seats") in coach
    assert bare("nobody yet") in words_on(show(staffed), dt.date(2027, 7, 27))


def test_a_ceremony_has_its_real_minutes_texts_cuts_and_gifts(staffed: Plan) -> None:
    words = words_on(show(staffed), dt.date(2027, 7, 23))
    for said in (
        "Fri 23 Jul Order of Courtesy call on the Mayor", "Times stretched × 2.1 for consecutive.",
        "If late, cut first: Informal talk.",
        "4:05 pm Welcome 歓迎のあいさつ Helen MARSH ヘレン・マーシュ Mayor of Portland, ポートランド市長 English 10 21",
        "missing", "4:26 pm Reply", "9 Jul", "a print of Casco Bay for Shinagawa",
        "5:21 pm Over, as it really takes 57 81",
    ):  # fmt: skip
        assert bare(said) in words, said


def test_a_ceremony_stands_on_the_page_of_its_day_where_both_fit(staffed: Plan) -> None:
    [page] = [bare(page.words) for page in show(staffed).pages if bare("Sat 31 Jul") in bare(page.words)]
    assert bare("Sat 31 Jul Order of Farewell dinner with speeches") in page


def test_ideas_and_single_peoples_events_are_there_and_what_was_cancelled_is_not(hard: Plan) -> None:
    printed = show(hard)
    assert_inside(printed.pdf, Frame("a4", landscape=True))
    words = words_on(printed, dt.date(2027, 11, 9))
    assert {each.status for each in hard.activities} >= {ActivityStatus.IDEA, ActivityStatus.CANCELLED}
    for said in ("Dentist", "Idea only", "Idea", "Requested talk", "Requested"):
        assert bare(said) in words, said
    assert "Cancelledwalk" not in words
    # What lasts for days has its end on its own day, an evening over midnight has not.
    assert bare("Weekend camp (continued)") in words_on(printed, dt.date(2027, 11, 8))
    assert "stargazing" not in words_on(printed, dt.date(2027, 11, 6))
    long_day = [page for page in printed.pages if bare("Wed 10 Nov") in bare(page.words)]
    assert len(long_day) > 1
    assert all("continued" in page.words for page in long_day[1:])


def test_it_is_for_the_staff_and_says_that_copies_are_counted(staffed: Plan) -> None:
    assert [reader.kind for reader in readers_of(staffed, document_of("run-of-show"))] == ["staff"]
    for page in pages_of(show(staffed, "both").pdf):
        assert bare("For: Staff") in page
        assert bare("count the copies") in page
        assert bare("Copy no.") in page


def test_a_changed_leader_is_told_by_the_facts_of_its_row(staffed: Plan, staffed_but: Callable[..., Plan]) -> None:
    call = next(each for each in staffed.activities if each.title_en.startswith("Courtesy"))
    kenta = next(member for member in staffed.members if member.person.given_name == "Kenta")
    squads = {group.letter: group for group in staffed.groups}
    first = squads["A"].memberships[0]
    changed = staffed_but(
        ("Activity", call.id, {"leader_id": kenta.id}), ("GroupMember", first.id, {"group_id": squads["B"].id})
    )
    before, after = (
        {fact.key: fact for page in show(plan).pages for fact in page.facts} for plan in (staffed, changed)
    )
    differ = [key for key in before if before[key] != after.get(key)]
    [key] = [key for key in differ if not key.endswith(".heads")]
    assert key == f"{call.uid}.begins.charge"
    assert before[key].label == "Courtesy call on the Mayor, In charge"
    assert "SAITO Kaori" in before[key].value
    assert "MORI Kenta" in after[key].value
    # How many are in each squad is told once of all that is for everyone, and of each event of a squad.
    heads = {(before[key].label, bare(before[key].value + after[key].value)) for key in differ if ".heads" in key}
    assert ("Heads", "15;A6,B6,+315;A5,B7,+3") in heads
    assert len([one for one in heads if one[0] == "Heads"]) == 1
    assert {label.partition(" (")[0] for label, _ in heads} > {"Shooting clinic", "Game 2 vs Falmouth"}

"""The programme in the packets: what a family must know of its guests' days, what a guest does, on either width."""

import datetime as dt

import pytest

from planner.model import Household, Plan
from planner.model.readers import of_guest, of_home
from planner.papers.itinerary.at_home import schedule_at
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.marks import Words
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import Frame
from planner.papers.rendering import redacted_for
from planner.papers.sections.calling import times_to_call
from planner.papers.sections.drives import drives
from planner.papers.sections.hosting import hosting_of
from planner.papers.sections.programme import programme
from planner.papers.sections.runs import HostDay, host_days
from tests.papers.conftest import member_named


def family(plan: Plan, name: str, language: str = "en") -> tuple[Household, Wording]:
    """The plan as a family has it, worded."""
    home = next(one for one in plan.households if one.name_en == name)
    seen = redacted_for(plan, of_home(home))
    home = seen.find(Household, home.id)
    return home, Wording(schedule_at(seen, home), language)


def days(home: Household, wording: Wording) -> tuple[HostDay, ...]:
    return host_days(hosting_of(wording.schedule.plan, home))


def told(wording: Wording, day: int, home: Household) -> list[tuple[str, str]]:
    """The drives of a day of July: when and what."""
    found = drives(days(home, wording), wording).get(dt.date(2027, 7, day), ())
    return [(f"{one.start.at:%H:%M}", one.title) for one in found]


def words_on(bodies: tuple[Body, ...]) -> str:
    marks = [mark for body in bodies for _, _, box in body.placed for mark in box.flattened()]
    return "\n".join(mark.text for mark in marks if isinstance(mark, Words))


def test_a_family_has_its_guests_events_and_its_own_invitations(settled: Plan) -> None:
    home, wording = family(settled, "Rahman")
    schedule = wording.schedule
    titles = [wording.title(event) for day in schedule.days for event in day.events]
    # Fatima plays for B; before the group leaves Tokyo nobody here has to know of it.
    assert any(title.startswith("Game 3") for title in titles)
    assert not any(title.startswith(("Game 2", "Meet at Haneda", "Dismissal, Haneda")) for title in titles)
    assert (schedule.days[0].on, schedule.days[-1].on) == (dt.date(2027, 7, 22), dt.date(2027, 8, 1))
    words = words_on(programme(schedule, "en", Frame("a4"), extras=drives(days(home, wording), wording)))
    # All but the drop-off at the airport at half past five in the morning, which is no invitation.
    assert words.count("You are invited") == sum(1 for one in settled.activities if one.hosts_invited) - 1
    assert "you drive" in words
    # A family of which nobody is a guest has its invitations only.
    _, nobody = family(settled, "Pelletier")
    assert {wording.title(event) for day in nobody.schedule.days for event in day.events if event.day.day == 22} == {
        *(wording.title(event) for event in schedule.days[0].events if event.activity)
    }


def test_drives_say_when_to_be_where_and_whom_they_are_for(settled: Plan) -> None:
    home, wording = family(settled, "Rahman")
    # The two flights are one way: nobody is fetched in New York.
    assert told(wording, 22, home) == [("17:00", "Pick-up, Portland Jetport arrivals hall")]
    assert told(wording, 24, home) == [("10:30", "Drop-off, Portland Expo"), ("12:00", "Pick-up, Portland Expo")]
    assert told(wording, 25, home) == []
    two, wording = family(settled, "Okafor")
    # Misaki is in A, Kaede in B: their games are at different times, so each drive says for whom.
    by_day = drives(days(two, wording), wording)
    assert {one.words.split("\n")[0] for one in by_day[dt.date(2027, 7, 24)]} == {"Misaki", "Kaede"}
    assert all(not one.words.startswith(("Misaki", "Kaede")) for one in by_day[dt.date(2027, 7, 26)])
    two, japanese = family(settled, "Okafor", "ja")
    assert told(japanese, 26, two)[0][1].startswith("送り")
    words = words_on(programme(japanese.schedule, "ja", Frame("letter"), extras=drives(days(two, japanese), japanese)))
    assert "ご家族もご参加ください" in words
    # An event for one of two guests names her.
    assert "対象" in words or "For" not in words


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_guests_programme_fits_both_widths_and_tells_what_is_acted_on(
    settled: Plan, language: str, half: bool
) -> None:
    member = member_named(settled, "Hina")
    seen = redacted_for(settled, of_guest(member))
    wording = Wording(schedule_of(seen, member_named(seen, "Hina")), language)
    frame = Frame("letter", half=half, foot_lines=1 if half else 2)
    bodies = programme(wording.schedule, language, frame)
    for body in bodies:
        for x, y, box in body.placed:
            assert x + box.width <= frame.left + frame.text_width + 0.5
            assert y + box.height <= frame.bottom + 0.5
        assert body.section == "programme"
    values = {fact.key: fact.value for body in bodies for fact in body.facts}
    assert len(values) == sum(len(body.facts) for body in bodies)
    family = {"en": ["The Nguyen-Baker family", "The Pelletier family"], "ja": ["Nguyen-Baker家", "Pelletier家"]}
    assert [values[f"2027-07-{day}/night"] for day in (23, 24)] == family[language]
    flight = next(leg for leg in seen.journeys if leg.number.endswith("1308"))
    assert {"en": "2:55\u00a0pm", "ja": "14:55"}[language].replace("\u00a0", " ") in values[
        f"{flight.uid}/leaves"
    ].replace("\u00a0", " ")


def test_a_good_time_to_call_is_a_decent_hour_in_both_cities(settled: Plan) -> None:
    member = member_named(settled, "Hina")
    wording = Wording(schedule_of(redacted_for(settled, of_guest(member)), None), "en")
    rows = times_to_call(wording)
    assert list(rows) == [dt.date(2027, 7, 25), dt.date(2027, 7, 29)]
    (row,) = rows[dt.date(2027, 7, 25)]
    # Eastern summer time: 19:00 to 22:00 is 08:00 to 11:00 the next day in Japan (domain.md, 7.4).
    assert (row.start.at, row.end.at if row.end else None) == (dt.time(19), dt.time(22))
    assert "Monday, 8:00–11:00" in row.words

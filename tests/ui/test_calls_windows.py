"""Every window of domain.md §7.4 and scenario 3 of §9 through the page's own path: a visit, a search, its rows."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.clock.sides import Habits, Who, usual
from planner.commands import calls, visits
from planner.commands.visits import CityChoice
from planner.language import set_screen_language
from planner.model.kinds import Side
from planner.storage import PlannerFile
from planner.ui.pages.calls.finder import TimeFinder
from planner.ui.pages.calls.track import window_words
from planner.ui.shell.settings import Settings
from planner.ui.widgets.text import Elided
from tests.prepared import begun

HANAMAKI = CityChoice("Hanamaki", "花巻市", "Iwate", "岩手県", "JP", "Asia/Tokyo")
HOT_SPRINGS = CityChoice("Hot Springs", "ホットスプリングス", "Arkansas", "アーカンソー州", "US", "America/Chicago")
SUMMER, WINTER = dt.date(2027, 7, 21), dt.date(2027, 1, 20)  # two Wednesdays

Ask = Callable[..., TimeFinder]


@pytest.fixture
def ask(qtbot: QtBot, settings: Settings, tmp_path: Path) -> Iterator[Ask]:
    """Ask in a visit of an American city to Hanamaki; `planned` are values of calls of it."""
    files: dict[tuple[CityChoice, CityChoice], PlannerFile] = {}

    def asked(
        home: CityChoice, first: dt.date, last: dt.date, minutes: int,
        sides: tuple[Habits, Habits] | None = None, planned: tuple[dict[str, object], ...] = (),
        host: CityChoice = HANAMAKI,
    ) -> TimeFinder:  # fmt: skip
        if (host, home) not in files:
            files[host, home] = begun(
                tmp_path / f"{len(files)}.shimai", visits.start, title_en="Artists", title_ja="芸術家", host=host,
                home=home, first_day=dt.date(2027, 3, 1), last_day=dt.date(2027, 3, 31),
            )  # fmt: skip
        file = files[host, home]
        for values in planned:
            file.run(calls.add, file.plan.visit.id, values)
        here, there = sides or (usual(Side.JAPAN), usual(Side.US))
        finder = TimeFinder(settings)
        qtbot.addWidget(finder)
        finder.restore({"asked": {"first": first, "last": last, "minutes": minutes, "host": [here], "home": [there]}})
        finder.show_plan(file.plan)
        return finder

    yield asked
    for file in files.values():
        file.close()


def american(zone: str) -> CityChoice:
    return replace(HOT_SPRINGS, zone=zone)


def bars(finder: TimeFinder) -> list[list[str]]:
    """What stands on the bars of each row, without where its best time is."""
    return [[bar.text().split(", best")[0] for bar in row.track.bars] for row in finder.strip.rows]


def told(day: str, home_day: str, spans: list[str]) -> list[str]:
    return [f"{day} {here} · {home_day} {there}" for here, there in (span.split(" = ") for span in spans)]


@pytest.mark.parametrize(
    ("zone", "summer", "winter", "ahead"),
    [
        ("America/Chicago", "8:00 AM–12:00 PM = 6:00–10:00 PM", "8:00 AM–1:00 PM = 5:00–10:00 PM", False),
        ("America/Denver", "8:00 AM–1:00 PM = 5:00–10:00 PM", "8:00 AM–2:00 PM = 4:00–10:00 PM", False),
        ("America/Phoenix", "8:00 AM–2:00 PM = 4:00–10:00 PM", "8:00 AM–2:00 PM = 4:00–10:00 PM", False),
        ("America/Los_Angeles", "8:00 AM–2:00 PM = 4:00–10:00 PM", "8:00 AM–3:00 PM = 3:00–10:00 PM", False),
        ("America/Anchorage", "8:00 AM–3:00 PM = 3:00–10:00 PM", "8:00 AM–4:00 PM = 2:00–10:00 PM", False),
        ("Pacific/Honolulu", "8:00 AM–5:00 PM = 1:00–10:00 PM", "8:00 AM–5:00 PM = 1:00–10:00 PM", False),
        ("Pacific/Guam", "8:00 AM–9:00 PM = 9:00 AM–10:00 PM", "8:00 AM–9:00 PM = 9:00 AM–10:00 PM", True),
    ],
)  # fmt: skip
def test_7_4_every_window_stands_on_the_row_of_its_day(
    ask: Ask, zone: str, summer: str, winter: str, ahead: bool
) -> None:
    for day, said, span in ((SUMMER, "21 Jul", summer), (WINTER, "20 Jan", winter)):
        before = f"{'Wed' if ahead else 'Tue'} {day.day - (not ahead)} {said.split()[1]}"
        assert bars(ask(american(zone), day, day, 30)) == [told(f"Wed {said}", before, [span])]


def test_7_4_eastern_has_a_second_window_in_the_evening(ask: Ask) -> None:
    new_york = american("America/New_York")
    (summer,) = bars(ask(new_york, SUMMER, SUMMER, 30))
    assert summer == [
        *told("Wed 21 Jul", "Tue 20 Jul", ["8:00–11:00 AM = 7:00–10:00 PM"]),
        *told("Wed 21 Jul", "Wed 21 Jul", ["8:00–9:00 PM = 7:00–8:00 AM"]),
    ]
    (winter,) = bars(ask(new_york, WINTER, WINTER, 30))
    assert winter == told("Wed 20 Jan", "Tue 19 Jan", ["8:00 AM–12:00 PM = 6:00–10:00 PM"])


@pytest.mark.parametrize(("zone", "day"), [("America/New_York", WINTER), ("America/Chicago", SUMMER)])
def test_7_4_hours_that_only_touch_are_a_moment_to_press(ask: Ask, zone: str, day: dt.date) -> None:
    finder = ask(american(zone), day, day, 0)
    (row,) = finder.strip.rows
    touch = row.track.bars[-1]
    assert (touch.placed.window.start.at, touch.placed.window.other_start.at) == (dt.time(21), dt.time(7))
    finder.resize(1000, 700)
    finder.grab()
    assert touch.width() >= 8


def test_7_4_a_city_office_and_a_volunteers_evening(ask: Ask) -> None:
    """Friday evening over there is Saturday in Japan: no office; Sunday evening is Monday morning, the ideal."""
    sides = (usual(Side.JAPAN, Who.OFFICE), usual(Side.US, Who.EVENINGS))
    finder = ask(american("America/New_York"), dt.date(2027, 7, 5), dt.date(2027, 7, 11), 30, sides)
    rows = bars(finder)
    assert [len(row) for row in rows] == [1, 1, 1, 1, 1, 0, 0]
    assert rows[0] == told("Mon 5 Jul", "Sun 4 Jul", ["8:30–11:00 AM = 7:30–10:00 PM"])


def test_scenario_3_the_call_is_an_hour_later_from_19_march_and_the_holidays_are_marked(ask: Ask) -> None:
    weekly = {"starts_on": dt.date(2027, 3, 6), "starts_at": dt.time(9), "every_weeks": 1,
              "until": dt.date(2027, 3, 27), "title_en": "Weekly"}  # fmt: skip
    finder = ask(HOT_SPRINGS, dt.date(2027, 3, 1), dt.date(2027, 3, 31), 30, planned=(weekly,))
    dots = {row.day.on.day: row.track.dots for row in finder.strip.rows}
    said = {day: dot.text() for day, found in dots.items() for dot in found}
    assert said == {
        6: "Weekly: Sat 6 Mar, 9:00 AM JST · Fri 5 Mar, 6:00 PM CST",
        13: "Weekly: Sat 13 Mar, 9:00 AM JST · Fri 12 Mar, 6:00 PM CST",
        20: "Weekly: Sat 20 Mar, 9:00 AM JST · Fri 19 Mar, 7:00 PM CDT",
        27: "Weekly: Sat 27 Mar, 9:00 AM JST · Fri 26 Mar, 7:00 PM CDT",
    }
    notes = {row.day.on.day: [note.words for note in row.day.notes] for row in finder.strip.rows}
    assert [day for day in notes if any("Hanamaki" in words for words in notes[day])] == [21, 22]
    assert notes[21] == ["Hanamaki: Vernal Equinox Day"]
    # The night of the change is Sunday afternoon in Japan, where it is still Saturday's evening before.
    assert [day for day in notes if any("clocks" in words for words in notes[day])] == [14, 15]
    assert "14 Mar" in finder.shifts.text()
    assert "Hot Springs" in finder.shifts.text()


def test_notes_stand_in_the_row_itself(ask: Ask) -> None:
    finder = ask(HOT_SPRINGS, dt.date(2027, 3, 22), dt.date(2027, 3, 22), 30)
    (row,) = finder.strip.rows
    assert any("Hanamaki" in line.text() for line in row.findChildren(Elided))
    assert "Hanamaki" in row.accessibleName()


def test_a_day_of_a_change_over_in_the_host_city_is_as_long_as_it_is(ask: Ask) -> None:
    finder = ask(HANAMAKI, dt.date(2027, 3, 14), dt.date(2027, 3, 14), 30,
                 (usual(Side.US), usual(Side.JAPAN)), host=HOT_SPRINGS)  # fmt: skip
    (row,) = finder.strip.rows
    assert len(row.day.host.ticks) == 23
    assert 2 not in {tick.wall.at.hour for tick in row.day.host.ticks}
    assert [window_words(bar.placed.window) for bar in row.track.bars] == [bar.text() for bar in row.track.bars]
    (evening,) = [bar.placed for bar in row.track.bars if bar.placed.window.start.at.hour > 12]
    assert evening.span.start == pytest.approx(17 / 23)  # 6:00 PM is the 17th hour of that day


def test_in_japanese_everything_is_japanese(ask: Ask) -> None:
    set_screen_language("ja")
    finder = ask(HOT_SPRINGS, dt.date(2027, 3, 20), dt.date(2027, 3, 22), 30)
    words = [row.accessibleName() for row in finder.strip.rows] + [bar.text() for row in finder.strip.rows
                                                                  for bar in row.track.bars]  # fmt: skip
    assert any("春分の日" in one for one in words)
    assert not any("Mar" in one or "AM" in one for one in words)

"""What the notes of a programme say to bring and to wear reaches the activity's own fields, and the note stays."""

from __future__ import annotations

from planner.model import Activity
from planner.storage import PlannerFile

from .sheets import corrected, read_in, sample, sheet_of

HEADINGS = ("Date", "Start", "What", "Bring", "Notes")


def things(one: Activity) -> tuple[str, str, str, str]:
    return one.bring_en, one.bring_ja, one.dress_en, one.dress_ja


def test_the_samples_notes_are_in_both_languages_and_kept_word_for_word(file: PlannerFile) -> None:
    read_in(file, sample("programme.csv"))
    named = {one.title_en.partition(":")[0]: one for one in file.plan.activities}
    camp, mayor, boat = named["Camp day"], named["Courtesy call on the Mayor"], named["Lobster boat and lighthouse"]
    assert (things(camp), camp.notes_staff) == (("swimsuit", "水着", "", ""), "swimsuit; permission slip")
    assert things(mayor) == ("", "", "team jackets", "チームジャケット")
    assert mayor.notes_staff == "gift exchange; team jackets"
    assert (things(boat), boat.notes_staff) == (("", "", "", ""), "shellfish allergy!")


def test_a_column_of_its_own_has_the_say(file: PlannerFile) -> None:
    sheet = sheet_of(
        HEADINGS,
        ("July 23", "10:00", "Lake", "sandals", "towel"),
        ("July 24", "10:00", "River", "", "水着とタオル持参"),
    )
    read_in(file, sheet)
    lake, river = sorted(file.plan.activities, key=lambda one: one.starts_on)
    assert (lake.bring_en, lake.notes_staff) == ("sandals", "towel")
    assert (river.bring_en, river.bring_ja, river.notes_staff) == ("", "水着とタオル", "水着とタオル持参")


def test_what_a_corrected_note_no_longer_says_goes_and_what_was_typed_stays(file: PlannerFile) -> None:
    sheet = sheet_of(
        ("Date", "Start", "What", "Notes"),
        ("July 23", "10:00", "Lake", "swimsuit"),
        ("July 24", "10:00", "Gym", "bring indoor shoes"),
    )
    read_in(file, sheet)
    read_in(file, corrected(sheet, 2, {"Notes": "sunny"}))
    lake, gym = sorted(file.plan.activities, key=lambda one: one.starts_on)
    assert (things(lake), lake.notes_staff) == (("", "", "", ""), "sunny")
    assert things(gym) == ("indoor shoes", "上履き", "", "")

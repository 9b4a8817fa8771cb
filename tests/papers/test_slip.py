"""The change slip: what was struck through, nothing outside its sheet however long, half a sheet where it can be."""

import datetime as dt
from dataclasses import replace

import pytest

from planner.clock import WallTime
from planner.language import N_
from planner.model import Plan
from planner.model.attendance import Part, part_of
from planner.model.readers import of_guest
from planner.papers.kit.lines import Run, lay
from planner.papers.kit.marks import Icon, Patch, Rule, Words
from planner.papers.kit.pages import Page
from planner.papers.kit.styles import TEXT
from planner.papers.options import PaperOptions
from planner.papers.rendering import redacted_for
from planner.papers.slip import Slip, slip_pages
from planner.papers.slip.days import by_days
from planner.papers.standing.comparing import Difference
from planner.papers.standing.held import Foot
from planner.papers.standing.news import News

NAME = "Maximiliana-Anastasia Wolfeschlegelstein-Hausenbergerdorff"
LETTER = "Dear family, we look forward to the summer with you. " * 40
OPTIONS = PaperOptions("en", "a4", WallTime(dt.date(2027, 7, 24), dt.time(14, 20), "America/New_York"), version=5)


def laid(
    plan: Plan, *news: News, language: str = "en", paper: str = "a4", reworded: tuple[int, ...] = (),
    doubtful: bool = False,
) -> list[Page]:
    reader = of_guest(plan.members[0])
    feet = ((1, Foot(1, 1)),)
    changes = Difference((3, 5), (3, 4), tuple(news), reworded, feet, (Foot(4, 2),) * doubtful, total=19, total_held=18)
    options = replace(OPTIONS, language=language, paper=paper)
    return list(slip_pages(Slip(N_("Itinerary"), 4, changes), redacted_for(plan, reader), reader, options))


def words(pages: list[Page]) -> str:
    """What stands there, without blanks: a line is drawn in pieces, and what changed is a piece of its own."""
    return squeezed("".join(mark.text for page in pages for mark in page.marks if isinstance(mark, Words)))


def squeezed(text: str) -> str:
    return "".join(text.split())


def news(was: str, now: str, label: str = "Pick-up", page: int = 3) -> News:
    return News("k", label, was, now, (page,))


def test_it_says_what_was_what_is_now_and_which_pages_to_swap(portland: Plan) -> None:
    said = words(laid(portland, news("4:00 pm, Expo", "2:00 pm, Expo"), news("", "9:15 am", "Drop-off", 5)))
    for part in ("2 changes for you", "version 4", "version 5", "Pick-up", "4:00", "2:00", "page 3", "page 5", "new",
                 "take out the old pages 3 and 4", "Put in the new pages 3 and 5", "2:20 pm",
                 "Number of pages now: 19. Sheets that you keep may still say 18"):  # fmt: skip
        assert squeezed(part) in said, part


def test_what_no_longer_holds_is_struck_through_and_nothing_else() -> None:
    box = lay([Run("Pick-up ", TEXT), Run("4:00 pm", TEXT.but(struck=True)), Run(", Expo", TEXT)], 400)
    [line] = [mark for mark in box.flattened() if isinstance(mark, Rule)]
    [struck] = [mark for mark in box.flattened() if isinstance(mark, Words) and mark.text.startswith("4:00")]
    after = next(mark for mark in box.flattened() if isinstance(mark, Words) and "Expo" in mark.text)
    assert line.x == pytest.approx(struck.x)
    assert line.to_x == pytest.approx(after.x, abs=0.5)
    assert struck.y - TEXT.size < line.y < struck.y


def test_what_is_off_says_so(portland: Plan) -> None:
    """Only where it is off, not where it has become somebody else's, or stands elsewhere."""
    def gone(key: str, language: str = "en") -> str:
        return words(laid(portland, News(key, "Clinic", "4:00 pm, Expo", "", (3,)), language=language))

    assert squeezed("This is off.") in gone("no-such-event/2027-07-24")
    assert "取りやめ" in gone("no-such-event/2027-07-24", "ja")
    assert squeezed("This no longer stands here.") in gone("2027-07-24/lunch/guest")
    guest = portland.members[0]
    own = next(one for one in portland.activities if part_of(guest, one) is Part.YES)
    assert "Yes" in gone(f"{own.uid}/2027-07-24/group")
    assert squeezed("This no longer stands here.") in gone(f"{own.uid}/2027-07-24/Bring")
    # All that was told of one event is one line.
    keys = ("", "/group", f"/perhaps/{guest.uid}", f"/drop/{guest.uid}")
    several = [News(f"{own.uid}/2027-07-24{key}", f"Clinic{key}", "4:00", "", (3,)) for key in keys]
    assert "One change for you".replace(" ", "") in words(laid(portland, *several))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_half_a_sheet_is_enough_for_a_few_changes_and_two_languages_share_one(portland: Plan, paper: str) -> None:
    few = [news("4:00 pm", "2:00 pm"), news("Hall", "Pelletier", "Sat 24 Jul, night")]
    [page] = laid(portland, *few, paper=paper)
    assert max(mark.y for mark in page.marks if isinstance(mark, Words)) < page.frame.fold
    [both] = laid(portland, *few, language="both", paper=paper)
    lower = " ".join(m.text for m in both.marks if isinstance(m, Words) and m.y > both.frame.fold)
    assert "変更は2件です" in lower
    assert any(isinstance(mark, Icon) and mark.name == "scissors" for mark in both.marks)


@pytest.mark.parametrize("language", ["en", "ja", "both"])
def test_nothing_stands_outside_however_much_and_however_long(portland: Plan, language: str) -> None:
    many = [news(f"{hour}:00 pm, {NAME}", f"{hour}:15 pm, {NAME} and {NAME}", f"{NAME} {hour}", 3 + hour % 3)
            for hour in range(30)]  # fmt: skip
    pages = laid(portland, *many, news(LETTER, LETTER.replace("summer", "winter"), "Letter"),
                 news("", LETTER, "New letter"), language=language)  # fmt: skip
    assert len(pages) > 1
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Words):
                assert -0.1 <= mark.x <= page.frame.width
                assert 0 <= mark.y <= page.frame.height
            elif isinstance(mark, Patch):
                assert mark.y + mark.height <= page.frame.height + 0.1
    said = words(pages)
    # Nothing is cut in the middle: each of the thirty is there, and of what is too long it is said where to read it.
    assert all(f"{hour}:15pm" in said for hour in range(30))
    assert squeezed("Reads otherwise now.") in said or "文面が新しくなりました。" in said


def test_no_page_of_a_slip_has_only_its_title_or_only_what_to_do(portland: Plan) -> None:
    for count in range(8, 26, 2):
        many = [
            news(f"{hour}:00 pm, {NAME}", f"{hour}:15 pm, {NAME}", f"Pick-up {hour}", hour) for hour in range(count)
        ]
        pages = laid(portland, *many)
        assert all(":15pm" in words([page]) for page in pages), count


def test_of_a_long_text_only_what_changed_is_shown(portland: Plan) -> None:
    sentences = [f"In year {year} we went there." for year in range(1950, 2027)]
    was, now = " ".join(sentences), " ".join([*sentences[:40], "Bring boots!", *sentences[40:]])
    said = words(laid(portland, news(was, now, "Letter")))
    assert "Bringboots!" in said
    assert "1989" in said
    assert "1950" not in said


def test_of_two_sheets_with_one_number_the_version_is_named(portland: Plan) -> None:
    said = words(laid(portland, news("4:00 pm", "2:00 pm"), language="both", doubtful=True))
    assert squeezed("take out the old page 3 and page 4 of version 2.") in said
    assert squeezed("お手元の3ページ、第2版の4ページを抜いてください") in said


def test_pages_that_only_read_otherwise_are_named(portland: Plan) -> None:
    said = words(laid(portland, reworded=(5,)))
    for part in ("One change for you", "Reads otherwise now.", "page 5"):
        assert squeezed(part) in said


def test_a_line_without_a_name_is_called_wording(portland: Plan) -> None:
    said = words(laid(portland, news("Room 204", "Room 310", label=""), news("Bring a hat", "", label="")))
    assert "Wording" in said
    assert squeezed("This no longer stands here.") in said, "a sentence is not called off as an event is"


def test_what_changed_on_a_day_for_the_same_guest_is_one_row(portland: Plan) -> None:
    def day(what: str, was: str, now: str, who: str = "みさき") -> News:
        return News(f"e/2027-07-24/{what}", f"7月24日(土)、{what} · {who}", was, now, (3,), who=(who,))

    some = [day("送り", "9:00", "10:00"), day("迎え", "", "12:00"), day("送り", "9:00", "10:30", "るか")]
    [both, other] = by_days(some, "ja")
    assert (both.label, both.was, both.now) == ("7月24日(土) · みさき", "送り：9:00", "送り：10:00\n迎え：12:00")
    assert other == some[2]
    said = words(laid(portland, *some, language="ja"))
    assert "変更は2件です" in said


def test_a_page_with_very_many_changes_is_to_be_read_again(portland: Plan) -> None:
    many = [news(f"{hour}:00 pm", f"{hour}:15 pm", f"Drive {hour}") for hour in range(20)]
    pages = laid(portland, *many, news("4:00 pm", "2:00 pm", "Pick-up", 5), language="both")
    assert len(pages) == 1
    said = words(pages)
    for part in ("21 changes for you", "20 changes on this page", "2:00 pm", "変更は21件です", "20か所"):
        assert squeezed(part) in said, part
    assert "Drive" not in said
    # What could harm somebody is told all the same, before anything else, larger, with the sign.
    harm = News("guest/food", "Food", "No egg.", "No egg. Buckwheat: severe allergy.", (3,))
    [page] = laid(portland, *many, harm)
    told = [mark for mark in page.marks if isinstance(mark, Words)]
    first = next(mark for mark in told if "egg" in mark.text and mark.bold)
    assert first.y < next(mark.y for mark in told if "20 changes" in mark.text)
    assert first.size > TEXT.size
    assert any(isinstance(mark, Icon) and mark.name == "warning" for mark in page.marks)


def test_what_is_printed_anew_as_a_whole_is_not_swapped_page_by_page(portland: Plan) -> None:
    changes = Difference((1, 2), (1, 2), (news("4:00 pm", "2:00 pm"),))
    reader = of_guest(portland.members[0])
    said = words(list(slip_pages(Slip(N_("Booklet"), 4, changes), redacted_for(portland, reader), reader, OPTIONS)))
    assert squeezed("Everything is printed anew") in said
    assert squeezed("take out") not in said

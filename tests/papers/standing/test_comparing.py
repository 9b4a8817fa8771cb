"""What changed on a paper: pages paired by section, facts by their keys, words marked where they differ."""

import json
import zlib
from base64 import b64encode
from typing import Any

from planner.model import PaperIssue
from planner.model.base import thought_of
from planner.papers.document import Sides
from planner.papers.facts import Fact
from planner.papers.options import PageDigest
from planner.papers.standing.comparing import Difference, difference
from planner.papers.standing.held import Foot, HeldPage, kept_told, pages_held
from planner.papers.standing.news import News, in_language
from planner.papers.standing.pieces import marked
from planner.papers.standing.saying import said_by


def now(*pages: tuple[str, str, dict[str, str]]) -> list[PageDigest]:
    """Pages by section, digest and facts."""
    return [
        PageDigest(number, digest, digest, section, tuple(Fact(key, key.upper(), value) for key, value in told.items()))
        for number, (section, digest, told) in enumerate(pages, start=1)
    ]


def held(*pages: tuple[str, str, dict[str, str]]) -> list[HeldPage]:
    return [HeldPage(page.number, 1, page.digest, page.words, page.section, page.facts) for page in now(*pages)]


def kept(changes: Difference) -> list[tuple[int, int]]:
    """The pages that stay: the number now, and that at the foot of the sheet."""
    return [(number, foot.number) for number, foot in changes.kept]


def told(changes: Difference) -> list[tuple[Any, ...]]:
    return [(one.key, one.was, one.now, one.pages) for one in changes.news]


BEFORE = (("cover", "a", {}), ("nights", "b", {"fri": "Hall", "sat": "Hall"}), ("tips", "c", {}))


def test_the_same_pages_are_no_difference() -> None:
    changes = difference(held(*BEFORE), now(*BEFORE))
    assert not changes
    assert kept(changes) == [(1, 1), (2, 2), (3, 3)]


def test_facts_are_read_back_also_from_files_that_did_not_keep_of_whom_they_are_told() -> None:
    first = b64encode(zlib.compress(json.dumps([{"facts": [["sat", "SAT", "Hall"]]}]).encode())).decode()
    now = [Fact("sat", "SAT", "Hall", "Mei"), Fact("mei/photo", "Photo", "new", picture="ab12")]
    today = kept_told([PageDigest(1, "b", "", "", tuple(now))])
    for packed, facts in ((first, [Fact("sat", "SAT", "Hall")]), (today, now)):
        (page,) = pages_held(thought_of(PaperIssue, version=1, shown={"pages": [{}], "told": packed}))
        assert list(page.facts) == facts


def test_what_a_page_tells_is_news_and_the_others_stay() -> None:
    after = (BEFORE[0], ("nights", "B", {"fri": "Hall", "sat": "Pelletier", "sun": "Hall"}), BEFORE[2])
    changes = difference(held(*BEFORE), now(*after))
    assert (changes.put_in, changes.take_out, kept(changes)) == ((2,), (2,), [(1, 1), (3, 3)])
    assert told(changes) == [("sat", "Hall", "Pelletier", (2,)), ("sun", "", "Hall", (2,))]
    assert changes.reworded == ()


def test_what_is_told_no_more_is_news_too() -> None:
    after = (BEFORE[0], ("nights", "B", {"fri": "Hall"}), BEFORE[2])
    assert told(difference(held(*BEFORE), now(*after))) == [("sat", "Hall", "", (2,))]


def test_of_a_part_that_is_gone_as_a_whole_only_the_pages_are_asked_back() -> None:
    before = (*BEFORE, ("guest2", "d", {"age": "14", "school": "Yashio"}))
    changes = difference(held(*before), now(*BEFORE))
    assert (changes.take_out, changes.news) == ((4,), ())


def test_a_section_that_grows_gives_the_pages_after_it_other_numbers() -> None:
    """They are still the same pages; but their sheets are replaced, so that the feet count on and the contents hold."""
    after = (BEFORE[0], ("nights", "b", {"fri": "Hall", "sat": "Hall"}), ("nights", "n", {"sun": "Hall"}), BEFORE[2])
    changes = difference(held(*BEFORE), now(*after))
    assert (changes.put_in, changes.take_out, changes.renumbered) == ((3, 4), (3,), (4,))
    assert kept(changes) == [(1, 1), (2, 2)]
    back = difference([HeldPage(p.number, 1, p.digest, "", p.section, p.facts) for p in now(*after)], now(*BEFORE))
    assert (back.put_in, back.take_out, back.renumbered) == ((3,), (3, 4), (3,))
    assert [(one.key, one.was, one.now) for one in back.news] == [("sun", "Hall", "")]
    # Where a contents sends is no news; what else is new beside it is.
    old = HeldPage(1, 1, "a", "14\nTips\nCall Pat", "cover.en")
    changes = difference([old], [PageDigest(1, "b", "14–15\nTips\nCall Pat", "cover.en")])
    assert (changes.news, changes.reworded, changes.renumbered) == ((), (), (1,))
    [news] = difference([old], [PageDigest(1, "b", "14–15\nTips\nCall Kim", "cover.en")]).news
    assert (news.was, news.now) == ("Call Pat", "Call Kim")


def test_of_two_sheets_with_one_number_it_is_said_which() -> None:
    """A page came before one that stayed: both are page 2 at their feet."""
    held_now = [HeldPage(1, 1, "a", "", "cover"), HeldPage(2, 2, "n", "", "new"), HeldPage(2, 1, "b", "", "nights")]
    after = now(("cover", "a", {}), ("new", "n", {}), ("nights", "B", {}))
    changes = difference(held_now, after)
    assert (changes.put_in, changes.take_out, changes.of_version) == ((3,), (2,), (Foot(2, 1),))
    changes = difference(held_now, now(("cover", "a", {}), ("new", "N", {}), ("nights", "B", {})))
    assert (changes.take_out, changes.of_version) == ((2,), ()), "both go"


def test_the_same_thing_on_two_pages_is_told_once() -> None:
    before = (("cover", "a", {"sat": "Hall"}), ("nights", "b", {"sat": "Hall"}))
    after = (("cover", "A", {"sat": "Pelletier"}), ("nights", "B", {"sat": "Pelletier"}))
    assert told(difference(held(*before), now(*after))) == [("sat", "Hall", "Pelletier", (1, 2))]


def test_what_has_only_come_to_another_page_is_no_news() -> None:
    """A booklet that grows moves what it tells from side to side; of what changed meanwhile both are told."""
    before = (("side1", "a", {"oak": "12 Elm St", "fri": "9:00"}), ("side2", "b", {"sat": "Hall", "sun": "Hall"}))
    after = (("side1", "A", {"new": "Walk"}), ("side2", "B", {"oak": "12 Elm St", "fri": "9:30"}),
             ("side3", "C", {"sat": "Hall"}))  # fmt: skip
    news = told(difference(held(*before), now(*after)))
    assert news == [("new", "", "Walk", (1,)), ("fri", "9:00", "9:30", (2,)), ("sun", "Hall", "", (2,))]
    # Of the pages of a booklet, two on a side, those are named that stand at their feet.
    own = [PageDigest(1, "B", "", "side1", (Fact("fri", "Fri", "9:30", page=21),))]
    changes = difference([HeldPage(1, 1, "b", "", "side1", (Fact("fri", "Fri", "9:00"),))], own, Sides.BOOKLET)
    assert (told(changes), changes.reworded) == ([("fri", "9:00", "9:30", (21,))], ())


def test_what_is_told_of_several_people_is_told_of_each_and_together_where_it_is_the_same() -> None:
    def page(digest: str, **times: str) -> list[PageDigest]:
        facts = tuple(Fact(f"drive/{name}", "Pick-up", time, name) for name, time in times.items())
        return [PageDigest(1, digest, "", "nights", facts)]

    def news(before: list[PageDigest], after: list[PageDigest]) -> list[tuple[str, str, str]]:
        pages = [HeldPage(1, 1, one.digest, "", one.section, one.facts) for one in before]
        return [(one.label, one.was, one.now) for one in difference(pages, after).news]

    both = page("a", Kaede="4:00", Sakura="4:00")
    assert news(both, page("b", Kaede="2:00", Sakura="2:00")) == [("Pick-up · Kaede · Sakura", "4:00", "2:00")]
    assert news(both, page("b", Kaede="4:00")) == [("Pick-up · Sakura", "4:00", "")]


def test_pages_of_one_sheet_are_replaced_together() -> None:
    before = (("one", "a", {}), ("one", "b", {}), ("two", "c", {}), ("two", "d", {}))
    after = (before[0], ("one", "B", {}), *before[2:])
    found = [difference(held(*before), now(*after), sides) for sides in Sides]
    assert [one.put_in for one in found] == [(2,), (1, 2), (1, 2, 3, 4)]
    assert [one.take_out for one in found] == [one.put_in for one in found]
    assert [kept(one) for one in found] == [[(1, 1), (3, 3), (4, 4)], [(3, 3), (4, 4)], []]
    assert not difference(held(*before), now(*before), Sides.BOOKLET)


def test_two_languages_are_told_each_in_its_own() -> None:
    before = (("nights.en", "a", {"sat": "Hall"}), ("nights.ja", "b", {"sat": "ホール"}), ("bag", "c", {"x.ja": "い"}))
    after = (("nights.en", "A", {"sat": "Oak"}), ("nights.ja", "B", {"sat": "オーク"}), ("bag", "C", {"x.ja": "ろ"}))
    news = difference(held(*before), now(*after)).news
    assert [one.now for one in in_language(news, "en")] == ["Oak"]
    assert [one.now for one in in_language(news, "ja")] == ["オーク", "ろ"]


def test_news_are_said_in_the_language_of_the_screen_and_what_was_is_quoted() -> None:
    def pages(**told: tuple[str, str]) -> list[PageDigest]:
        return [PageDigest(1, str(told), "", "nights", tuple(Fact(key, *words) for key, words in told.items()))]

    def home(day: int, name: str) -> dict[str, tuple[str, str]]:
        return {f"2027-07-{day}/night": (f"7月{day}日({'木金土'[day - 22]})、泊", name)}

    then = pages(**home(22, "樫"), **home(23, "樫"), **home(24, "樫"), off=("散歩", "9:00"), kana=("よい時間", "20:00"))
    own = pages(**home(22, "樫"), **home(23, "松"), **home(24, "松"), kana=("よい時間", "21:00"))
    days = {f"2027-07-{day}/night": (f"{name} {day} Jul, night", "Pine" if day > 22 else "Oak")
            for day, name in ((22, "Thu"), (23, "Fri"), (24, "Sat"))}  # fmt: skip
    # What has another key in the other language is told as the paper tells it.
    other = pages(**days, good=("A good time", "9:00 pm"))
    before = [HeldPage(1, 1, "then", "", "nights", then[0].facts)]
    said = difference(*said_by(other, before, own)).news
    assert [(one.label, one.was, one.now) for one in said] == [
        ("Fri 23 Jul – Sat 24 Jul, night", "樫", "Pine"), ("よい時間", "20:00", "21:00"), ("散歩", "9:00", ""),
    ]  # fmt: skip


def test_one_move_is_told_once_however_many_days_and_keys_it_touches() -> None:
    def page(section: str, told: dict[str, tuple[str, str]]) -> PageDigest:
        return PageDigest(1, str(told), "", section, tuple(Fact(key, *one) for key, one in told.items()))

    def changes(before: PageDigest, after: PageDigest) -> list[tuple[str, str, str]]:
        old = [HeldPage(1, 1, before.digest, "", before.section, before.facts)]
        return [(one.label, one.was, one.now) for one in difference(old, [after]).news]

    days = {24: "Sat 24 Jul", 25: "Sun 25 Jul", 26: "Mon 26 Jul", 28: "Wed 28 Jul"}
    before, after = (
        page("nights", {f"2027-07-{day}/night": (f"{on}, Night", home) for day, on in days.items()})
        for home in ("Hall", "Oak")
    )
    days_moved = ("Sat 24 Jul – Mon 26 Jul, Night", "Wed 28 Jul, Night")
    assert changes(before, after) == [(label, "Hall", "Oak") for label in days_moved]
    # A call on another day has another key, and is the same call; what it asks to wear stands as it stood.
    before = page("programme", {"c/fri": ("Call", "Fri 4:00 pm"), "c/fri/wear": ("Call, Wear", "jackets")})
    after = page("programme", {"c/wed": ("Call", "Wed 4:00 pm"), "c/wed/wear": ("Call, Wear", "jackets")})
    assert changes(before, after) == [("Call", "Fri 4:00 pm", "Wed 4:00 pm")]


def test_what_goes_by_another_name_says_what_it_was_called() -> None:
    before = [HeldPage(1, 1, "a", "", "", (Fact("k", "Museum", "9:00"),))]
    after = [PageDigest(1, "b", "", "", (Fact("k", "Aquarium", "9:00"),))]
    assert difference(before, after).news == (News("k", "Aquarium", "Museum: 9:00", "9:00", (1,)),)


def test_a_page_without_facts_tells_its_lines_unless_nearly_all_are_new() -> None:
    def page(*lines: str) -> tuple[HeldPage, PageDigest]:
        words = "\n".join(lines)
        return HeldPage(1, 1, words, words), PageDigest(1, words, words)

    before, _ = page("Bring", "towel", "hat")
    _, after = page("Bring", "swimsuit", "hat")
    [news] = difference([before], [after]).news
    assert (news.was, news.now) == ("towel", "swimsuit")
    before, _ = page(*(f"{line}{end}" for line in range(9) for end in ("", " old")))
    _, after = page(*(f"{line}{end}" for line in range(9) for end in ("", " new")))
    changes = difference([before], [after])
    assert (changes.news, changes.reworded) == ((), (1,))


def test_lines_that_say_what_is_told_already_or_have_only_moved_are_no_news() -> None:
    def pages(*words: str, fact: str) -> list[PageDigest]:
        facts = (Fact("leg", "Flight", fact),)
        return [PageDigest(number, each, each, f"part{number}", facts if number == 1 else ())
                for number, each in enumerate(words, start=1)]  # fmt: skip

    def then(pages: list[PageDigest]) -> list[HeldPage]:
        return [HeldPage(page.number, 1, page.digest, page.words, page.section, page.facts) for page in pages]

    day = "Saturday\nBasketball with the pupils of the peninsula\nthe gymnasium"
    before = pages("Leaves 11:00", "11:00\nBring\nTowel and\nhat", day, "Sunday", fact="Fri 11:00")
    after = pages("Leaves 11:11", "11:11\nBring\nTowel\nand hat", "Friday", f"{day}\nSunday", fact="Fri 11:11")
    changes = difference(then(before), after)
    assert told(changes) == [("leg", "Fri 11:00", "Fri 11:11", (1, 2)), ("part3/0", "", "Friday", (3,))]
    assert (changes.reworded, changes.renumbered) == ((), (4,)), "what stood on another page is nothing new"


def test_files_of_before_there_were_sections_compare_by_number() -> None:
    before = [HeldPage(1, 1, "a"), HeldPage(2, 1, "b")]
    assert difference(before, now(("cover", "a", {}), ("nights", "B", {}))).put_in == (2,)


def test_only_the_words_that_differ_are_marked() -> None:
    def other(was: str, after: str) -> tuple[list[str], list[str]]:
        left, right = marked(was, after)
        assert "".join(piece.words for piece in left) == was
        assert "".join(piece.words for piece in right) == after
        return [p.words for p in left if p.other], [p.words for p in right if p.other]

    assert other("Sat 10:00 am, Expo", "Sat 8:15 am, Expo") == (["10:00 "], ["8:15 "])
    assert other("7月24日(土) 9:30、市役所", "7月24日(土) 9:45、市役所") == (["9:30"], ["9:45"])
    assert other("ホール家に泊まる", "オーク家に泊まる") == (["ホール"], ["オーク"])
    assert other("", "new") == ([], ["new"])

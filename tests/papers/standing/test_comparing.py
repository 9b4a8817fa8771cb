"""What changed on a paper: pages paired by section, facts by their keys, words marked where they differ."""

from typing import Any

from planner.papers.facts import Fact
from planner.papers.options import PageDigest
from planner.papers.standing.comparing import Difference, News, difference, in_language, marked
from planner.papers.standing.held import HeldPage


def now(*pages: tuple[str, str, dict[str, str]]) -> list[PageDigest]:
    """Pages by section, digest and facts."""
    return [
        PageDigest(number, digest, digest, section, tuple(Fact(key, key.upper(), value) for key, value in told.items()))
        for number, (section, digest, told) in enumerate(pages, start=1)
    ]


def held(*pages: tuple[str, str, dict[str, str]]) -> list[HeldPage]:
    return [HeldPage(page.number, 1, page.digest, page.words, page.section, page.facts) for page in now(*pages)]


def told(changes: Difference) -> list[tuple[Any, ...]]:
    return [(one.key, one.was, one.now, one.pages) for one in changes.news]


BEFORE = (("cover", "a", {}), ("nights", "b", {"fri": "Hall", "sat": "Hall"}), ("tips", "c", {}))


def test_the_same_pages_are_no_difference() -> None:
    changes = difference(held(*BEFORE), now(*BEFORE))
    assert not changes
    assert changes.kept == ((1, 1), (2, 2), (3, 3))


def test_what_a_page_tells_is_news_and_the_others_stay() -> None:
    after = (BEFORE[0], ("nights", "B", {"fri": "Hall", "sat": "Pelletier", "sun": "Hall"}), BEFORE[2])
    changes = difference(held(*BEFORE), now(*after))
    assert (changes.put_in, changes.take_out, changes.kept) == ((2,), (2,), ((1, 1), (3, 3)))
    assert told(changes) == [("sat", "Hall", "Pelletier", (2,)), ("sun", "", "Hall", (2,))]
    assert changes.reworded == ()


def test_what_is_told_no_more_is_news_too() -> None:
    after = (BEFORE[0], ("nights", "B", {"fri": "Hall"}), BEFORE[2])
    assert told(difference(held(*BEFORE), now(*after))) == [("sat", "Hall", "", (2,))]


def test_a_section_that_grows_leaves_the_others_alone() -> None:
    """The page after it gets another number; it is still the same page."""
    after = (BEFORE[0], ("nights", "b", {"fri": "Hall", "sat": "Hall"}), ("nights", "n", {"sun": "Hall"}), BEFORE[2])
    changes = difference(held(*BEFORE), now(*after))
    assert (changes.put_in, changes.take_out) == ((3,), ())
    assert changes.kept == ((1, 1), (2, 2), (4, 3))
    back = difference([HeldPage(p.number, 1, p.digest, "", p.section, p.facts) for p in now(*after)], now(*BEFORE))
    assert (back.put_in, back.take_out) == ((), (3,))
    assert told(back) == [("sun", "Hall", "", ())]


def test_the_same_thing_on_two_pages_is_told_once() -> None:
    before = (("cover", "a", {"sat": "Hall"}), ("nights", "b", {"sat": "Hall"}))
    after = (("cover", "A", {"sat": "Pelletier"}), ("nights", "B", {"sat": "Pelletier"}))
    assert told(difference(held(*before), now(*after))) == [("sat", "Hall", "Pelletier", (1, 2))]


def test_two_languages_are_told_each_in_its_own() -> None:
    before = (("nights.en", "a", {"sat": "Hall"}), ("nights.ja", "b", {"sat": "ホール"}), ("bag", "c", {"x.ja": "い"}))
    after = (("nights.en", "A", {"sat": "Oak"}), ("nights.ja", "B", {"sat": "オーク"}), ("bag", "C", {"x.ja": "ろ"}))
    news = difference(held(*before), now(*after)).news
    assert [one.now for one in in_language(news, "en")] == ["Oak"]
    assert [one.now for one in in_language(news, "ja")] == ["オーク", "ろ"]


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

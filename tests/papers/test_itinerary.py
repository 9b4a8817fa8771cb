"""The itinerary as a reader holds it: every form read back from its PDF and compared with the plan."""

import datetime as dt
import io
import re
from collections.abc import Callable
from dataclasses import replace

import pypdf
import pytest

from planner.clock import WallTime
from planner.language import say
from planner.language.dates import day_text
from planner.model import Plan
from planner.model.kinds import ActivityStatus
from planner.model.message import PlannerError
from planner.model.readers import of_group
from planner.model.sight import AudienceKind
from planner.papers.catalogue import document_of
from planner.papers.itinerary.days import Phase
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.kit.glyphs import MissingGlyphsError
from planner.papers.kit.sheet import Frame
from planner.papers.options import PaperOptions, Printed
from tests.papers.conftest import LONG, LONG_JA, PRINTED_AT, print_for
from tests.papers.looking import assert_embedded, assert_inside, bare, pages_of

Print = Callable[..., Printed]
FORMS = [
    (language, paper, who) for language in ("en", "ja", "both") for paper in ("a4", "letter") for who in ("", "Sakura")
]


def words_of(printed: Printed) -> str:
    """All words of a paper as a reader would copy them, without the spaces that lines make."""
    return "".join(pages_of(printed.pdf))


@pytest.mark.parametrize(("language", "paper", "who"), FORMS)
def test_everything_of_the_practice_visit_is_on_it(
    portland: Plan, printed: Print, language: str, paper: str, who: str
) -> None:
    words = words_of(printed(portland, language, paper, who))
    table = language == "ja" and not who
    for each in portland.activities:
        if language in ("en", "both"):
            assert bare(each.title_en) in words
        if language in ("ja", "both"):
            assert bare(each.title_ja or each.title_en) in words
    for leg in portland.journeys:
        # The table has the city in a column of its own.
        names = [place.name_ja for place in (leg.from_place, leg.to_place) if place]
        ends = [bare(name.removeprefix("ニューヨーク・")) for name in names]
        assert (all(end in words for end in ends) if table else bare(leg.title_en or leg.title_ja) in words) or (
            bare(leg.title_ja) in words
        )
        assert leg.number in words.replace("B6", "B6") or leg.number.replace(" ", "") in words
    for day in schedule_of(portland).days:
        forms = {"en": ["en"], "ja": ["ja"], "both": ["en", "ja"]}[language]
        for each_language in forms:
            if table:
                assert bare(day_text(day.on, "ja", "table")) in words
            else:
                assert bare(day_text(day.on, each_language, "day-long-month")) in words
                assert bare(day_text(day.on, each_language, "long-weekday")) in words


@pytest.mark.parametrize(("language", "paper", "who"), FORMS)
def test_fonts_are_embedded_and_nothing_stands_outside_the_safe_area(
    portland: Plan, hard: Plan, printed: Print, language: str, paper: str, who: str
) -> None:
    for plan in (portland, hard):
        pdf = printed(plan, language, paper, who).pdf
        assert_embedded(pdf)
        assert_inside(pdf, Frame(paper, landscape=language == "ja" and not who))


def test_same_plan_and_options_same_bytes(hard: Plan, printed: Print) -> None:
    options = PaperOptions("both", "letter", PRINTED_AT)
    again = print_for(hard, of_group(), options)
    assert again.pdf == printed(hard, "both", "letter").pdf
    later = WallTime(dt.date(2027, 10, 31), dt.time(8), PRINTED_AT.zone)
    reprint = print_for(hard, of_group(), replace(options, printed_at=later, version=2))
    assert reprint.pdf != again.pdf
    assert [page.digest for page in reprint.pages] == [page.digest for page in again.pages]


def test_a_change_changes_the_digest_of_its_page_only(hard: Plan, edited: Callable[..., Plan], printed: Print) -> None:
    before = printed(hard, "en")
    museum = next(each for each in hard.activities if each.title_en == "Museum")
    after = printed(edited("Activity", museum.id, title_en="Muzeum"), "en")
    changed = [a.number for a, b in zip(before.pages, after.pages, strict=True) if a.digest != b.digest]
    assert changed == [page.number for page in before.pages if "Museum" in page.words.splitlines()]


def test_head_and_foot_say_for_whom_which_version_and_whom_to_call(hard: Plan, printed: Print) -> None:
    english = words_of(printed(hard, "en", who="Sakura", version=4))
    for words in (
        "Anniversary delegation 2027", "For: TAKAHASHI Sakura", "Version 4 · printed Sat 30 Oct 2027, 7:40 pm EDT",
        "24-hour phone (207) 555-0100", "Page 1 of", "Please shred after Thu 25 Nov 2027",
    ):  # fmt: skip
        assert bare(words) in english, words
    japanese = words_of(printed(hard, "ja", version=4))
    for words in (
        "配布先：参加者全員", "第4版", "2027年10月30日(土) 19:40（アメリカ東部夏時間） 印刷",
        "緊急連絡（24時間）(207) 555-0100",
        "1／2ページ", "品川区・ポートランド（米国メイン州） 姉妹都市交流 令和9年度",
    ):  # fmt: skip
        assert bare(words) in japanese, words
    both = words_of(printed(hard, "both", who="Sakura"))
    assert bare("For: TAKAHASHI Sakura 配布先：髙橋 さくら 様") in both


def test_a_person_reads_their_own_home_room_and_squad_and_nobody_elses(hard: Plan, printed: Print) -> None:
    hers = words_of(printed(hard, "en", who="Sakura"))
    for words in (
        "髙橋さくら",
        "The Okafor family",
        "(207) 555-0142",
        "Harbor Inn, Room 217",
        "A squad",
        "Number 4",
        "Dentist",
    ):
        assert bare(words) in hers, words
    for words in ("Hallorann", "555-0199", "Game 1", "Misaki"):
        assert bare(words) not in hers, words
    theirs = words_of(printed(hard, "ja", who="Misaki"))
    assert "ハロラン家" in theirs
    assert "オカフォー" not in theirs


@pytest.mark.parametrize("language", ["en", "ja", "both"])
def test_the_group_paper_has_nothing_personal(hard: Plan, printed: Print, language: str) -> None:
    words = words_of(printed(hard, language))
    for private in (
        "Takahashi",
        "髙橋",
        "Sakura",
        "Okafor",
        "オカフォー",
        "Hallorann",
        "Room217",
        "217号室",
        "5678",
        "secret",
    ):
        assert private.lower() not in words.lower(), private


@pytest.mark.parametrize("language", ["en", "ja", "both"])
@pytest.mark.parametrize("who", ["", "Sakura"])
def test_what_staff_keep_is_on_no_paper(hard: Plan, printed: Print, language: str, who: str) -> None:
    words = words_of(printed(hard, language, who=who))
    for secret in ("SECRETNOTE", "SECRETPILLS", "SECRETGUNS", "SECRETBOOKING"):
        assert secret not in words


def test_english_says_times_as_americans_do_with_the_other_city_small(portland: Plan, printed: Print) -> None:
    words = words_of(printed(portland, "en"))
    for said in (
        "11:00 am JST Wed 22:00 Flight NH110 HND-JFK", "10:50 am EDT 23:50 Lands at New York",
        "12 h 50 min, across the date line, same day", "10:30–noon", "9:00 am–3:00 pm", "All day",
        "Lands Mon 2 Aug, 3:55 pm JST", "14 h 15 min, across the date line, next day", "On the plane",
        "Left New York John F. Kennedy (JFK) Sun 1 Aug, 12:40 pm EDT",
        "Local time, large", "Portland time, small (EDT)", "Shinagawa time, small, 13 hours ahead",
        "All meals with the family", "Lunch together, pizza", "Host families invited",
    ):  # fmt: skip
        assert bare(said) in words, said


def test_japanese_notes_meals_by_the_marks_and_nights_by_their_names(portland: Plan, printed: Print) -> None:
    words = words_of(printed(portland, "ja", who="Sakura"))
    for said in (
        "朝家昼家夕家",
        "昼○（ピザ）",
        "昼機",
        "機中泊",
        "○＝団体で用意",
        "家＝ホスト宅",
        "16:00〜17:30",
        "終日",
        "1泊目",
    ):
        assert bare(said) in words, said
    table = words_of(printed(portland, "ja"))
    for said in (
        "日次",
        "月日(曜)",
        "都市",
        "現地時刻",
        "交通",
        "行程",
        "食事",
        "宿泊",
        "機中泊",
        "〃",
        "日付変更線",
        "所要12時間50分",
        "1 7/22(木) 東京（羽田） 8:30 羽田空港第3ターミナル集合",
        "ニューヨーク 10:50 ジョン・F・ケネディ国際空港着",
        "ポートランド 16:20 ポートランド国際ジェットポート着",
        "品川区・ポートランド（米国メイン州） 姉妹都市交流",
        "品川区はポートランドより13時間進んでいます。",
    ):
        assert bare(said) in table, said


def test_the_japanese_group_paper_is_one_sheet_across(portland: Plan, printed: Print) -> None:
    paper = printed(portland, "ja")
    [page] = pypdf.PdfReader(io.BytesIO(paper.pdf)).pages
    assert page.mediabox.width > page.mediabox.height
    assert paper.file_name.startswith("行程表 – ")


def test_a_city_of_a_table_is_read_from_the_place_or_left_away(portland: Plan, printed: Print) -> None:
    """A tour of the State House in Augusta is not in the host city, and nobody says where the ballroom is."""
    [page] = printed(portland, "ja").pages
    lines = page.words.splitlines()
    assert lines[lines.index("7/26") - 1 : lines.index("7/27")].count("オーガスタ") == 1
    thirtieth, last = lines.index("7/30"), lines.index("7/31")
    assert "ウィンスロップ" in lines[thirtieth:last]
    assert "ポートランド" not in lines[thirtieth : lines.index("8/1")]


def test_days_side_by_side_leave_no_page_half_empty(portland: Plan, printed: Print) -> None:
    days = [day_text(day.on, "en", "day-long-month") for day in schedule_of(portland).days]
    pages = printed(portland, "both").pages
    assert [sum(day in page.words for day in days) for page in pages] == [1, 2, 3, 4, 2]


def test_side_by_side_each_row_says_the_same_on_both_sides(portland: Plan, printed: Print) -> None:
    """Each title in both languages, the rows in the same order on either side, each time once on the spine."""
    words = words_of(printed(portland, "both"))
    events = [event for day in schedule_of(portland).days for event in day.events if event.phase is not Phase.ENDS]
    for titles in (
        [bare(event.source.title_en) for event in events],
        [bare(event.source.title_ja or event.source.title_en) for event in events],
    ):
        places: list[int] = []
        for title in titles:
            places.append(words.find(title, places[-1] + 1 if places else 0))
        assert -1 not in places
        assert places == sorted(places)


def test_what_is_missing_in_one_language_is_lent_by_the_other(hard: Plan, printed: Print) -> None:
    assert "Weekendcamp" in words_of(printed(hard, "ja"))
    assert "Weekendcamp（続き）" in words_of(printed(hard, "ja", who="Sakura"))


def test_long_titles_are_there_whole_in_every_form(hard: Plan, printed: Print) -> None:
    assert bare(LONG) in words_of(printed(hard, "en"))
    assert bare(LONG_JA) in words_of(printed(hard, "ja"))
    assert bare(LONG_JA) in words_of(printed(hard, "ja", who="Sakura"))


def test_a_day_longer_than_a_page_repeats_its_date(hard: Plan, printed: Print) -> None:
    pages = printed(hard, "en").pages
    on = [page.number for page in pages if re.search(r"Station \d", page.words)]
    assert len(on) == 2
    second = pages[on[1] - 1].words.splitlines()
    assert second[0] == "10"
    assert "continued" in second[:6]
    assert words_of(printed(hard, "en")).count("Station20") == 1


def test_clocks_that_go_back_are_told_in_the_legend(hard: Plan, printed: Print) -> None:
    words = words_of(printed(hard, "en"))
    assert bare("Shinagawa time, small, 13 hours ahead, from Sun 7 Nov 14 hours ahead") in words
    assert "(EDT/EST)" in words


def test_what_is_only_requested_is_marked(hard: Plan, printed: Print) -> None:
    assert "Notyetconfirmed." in words_of(printed(hard, "en"))
    assert "調整中" in words_of(printed(hard, "ja"))
    assert any(each.status is ActivityStatus.REQUESTED for each in hard.activities)


def test_a_character_no_font_has_is_refused_then_printed_as_the_geta_mark(
    edited: Callable[..., Plan], printed: Print
) -> None:
    plan = edited("Activity", 1, title_en="Party ต time")
    with pytest.raises(MissingGlyphsError) as refused:
        printed(plan, "en")
    assert [(each.character, "Party ต" in each.text) for each in refused.value.missing] == [("ต", True)]
    forced = printed(plan, "en", with_holes=True)
    assert "Party〓time" in words_of(forced)
    assert [each.character for each in forced.missing] == ["ต"]


def test_the_file_says_what_it_is(hard: Plan, printed: Print) -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed(hard, "en", who="Sakura").pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Itinerary – Sakura Takahashi"
    assert reader.metadata.subject == "Anniversary delegation 2027"
    assert reader.metadata["/CreationDate"] == "D:20271030194000-04'00'"
    assert reader.trailer["/Root"]["/Lang"] == "en-US"
    assert [entry.title for entry in reader.outline][:2] == ["Fri 5 Nov", "Sat 6 Nov"]  # type: ignore[union-attr]
    table = pypdf.PdfReader(io.BytesIO(printed(hard, "ja").pdf))
    assert table.trailer["/Root"]["/Lang"] == "ja-JP"
    assert next(entry.title for entry in table.outline) == "11月5日(金)"  # type: ignore[union-attr]


def test_an_empty_plan_still_gives_a_page(edited: Callable[..., Plan], printed: Print) -> None:
    """Somebody who joins after the visit has no day at all."""
    plan = edited("Member", 3, joins_on=dt.date(2028, 1, 1), leaves_on=None)
    for language in ("en", "ja", "both"):
        assert len(printed(plan, language, who="Kenta").pages) == 1


def test_the_itinerary_is_for_the_group_the_partners_city_hall_and_for_each() -> None:
    assert document_of("itinerary").kinds == (AudienceKind.GROUP, AudienceKind.CITY_HALL, AudienceKind.PARTICIPANT)
    with pytest.raises(PlannerError, match="paper-unknown"):
        document_of("cookbook")
    with pytest.raises(ValueError, match="language"):
        PaperOptions("fr", "a4", PRINTED_AT)
    with pytest.raises(ValueError, match="paper"):
        PaperOptions("en", "a5", PRINTED_AT)


def test_without_another_zone_the_large_time_is_said_to_be_that_of_the_host_city(
    hard: Plan, printed: Print, edited: Callable[..., Plan]
) -> None:
    assert "Localtime,large" in words_of(printed(hard, "en"))
    stays = edited("Journey", hard.journeys[0].id, status="cancelled")
    words = words_of(printed(stays, "en"))
    assert "Portlandtime,large(EDT/EST)" in words
    assert "Localtime" not in words


def test_who_is_in_no_squad_yet_reads_so_where_squads_matter(portland: Plan, hard: Plan, printed: Print) -> None:
    assert "SquadTobedecidedNumber4" in words_of(printed(portland, "en", who="Sakura"))
    assert "班未定背番号4" in words_of(printed(portland, "ja", who="Sakura"))
    assert "SquadAsquadNumber4" in words_of(printed(hard, "en", who="Sakura"))
    # A coach is in none, and nothing is to be decided.
    assert "SquadTobedecided" not in words_of(printed(hard, "en", who="Kenta"))


def test_names_in_one_language_only_are_told_of_the_papers_that_would_show_them(
    portland: Plan, hard: Plan, printed: Print
) -> None:
    notes = {note.code: note.figures for note in printed(hard, "ja").notes}
    assert notes["paper-titles-not-in-japanese"]["count"] == 1
    assert list(notes["paper-titles-not-in-japanese"]["names"]) == ["Weekend camp"]
    # Nobody wrote the Japanese name of the airport, but it is known by its letters.
    assert "paper-places-not-in-japanese" not in notes
    assert "ニューヨーク・ジョン・F・ケネディ国際空港" in words_of(printed(hard, "ja", who="Sakura"))
    assert printed(hard, "en").notes == ()
    assert {note.code for note in printed(hard, "both").notes} == set(notes)
    [note] = printed(portland, "ja").notes
    assert note.code == "paper-places-not-in-japanese"
    assert note.figures["count"] == len(note.figures["names"])
    assert "、ほか7件" in say(note, "ja"), "six are said, and how many more there are"
    assert say(note, "ja").startswith(f"日本語名のない場所が{note.figures['count']}か所あります：")


def test_a_person_without_a_bed_reads_that_it_is_to_be_decided(portland: Plan, printed: Print) -> None:
    english, japanese = printed(portland, "en", who="Sakura"), printed(portland, "ja", who="Sakura")
    assert "Withhostfamilies" not in words_of(english)
    assert "ホームステイ（" not in words_of(japanese)
    [note, *_] = english.notes
    assert note.code == "paper-nights-undecided"
    assert words_of(english).count("Tobedecided") == note.figures["count"] + 1, "each night, and the squad"
    groups = next(each for each in english.notes if each.code == "paper-groups-undecided")
    assert words_of(english).count("Groupnotdecidedyet") == groups.figures["count"] == 5
    assert words_of(japanese).count("未定") == note.figures["count"] + 1 + 5
    words = f"{note.figures['count']}泊の宿泊先が決まっていません。行程表には「未定」と印刷されます。"
    assert say(note, "ja").endswith(words)
    group = printed(portland, "en")
    assert "WithhostfamiliesinPortland" in words_of(group)
    assert all(each.code != note.code for each in group.notes)

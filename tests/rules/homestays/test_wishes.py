"""What a pairing earns of each wish, with the words why, in both languages."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from planner.language import say
from planner.model import kinds as k
from planner.model.message import Message
from planner.rules.homestays import WISHES, Homestays
from tests.rules.homestays.small import Small

F, M = k.Gender.FEMALE, k.Gender.MALE


class Row(NamedTuple):
    """A wish, a visit, what share of the weight is earned, and why."""

    code: str
    visit: Callable[[Small], Any]
    share: float
    english: str
    japanese: str


ROWS: tuple[Row, ...] = (
    Row(
        "wish-sibling",
        lambda s: (s.guest(), s.home(child=12)),
        1,
        "Ada is 12, Sakura 14",
        "Adaさん12歳、Sakuraさん14歳",
    ),
    Row(
        "wish-sibling",
        lambda s: (s.guest(), s.home(child=11)),
        0.5,
        "Ada is 11, Sakura 14",
        "Adaさん11歳、Sakuraさん14歳",
    ),
    Row(
        "wish-sibling",
        lambda s: (s.guest(gender=M), s.home(child=14)),
        0.5,
        "Ada is 14, Sakura 14",
        "Adaさん14歳、Sakuraさん14歳",
    ),
    Row("wish-sibling", lambda s: (s.guest(), s.home()), 0, "no child of that age", "同年代の子どもなし"),
    Row(
        "wish-sibling",
        lambda s: (s.guest(birth_date=dt.date(1980, 1, 1)), s.home()),
        1,
        "adults need none",
        "大人には不要",
    ),
    Row(
        "wish-interests",
        lambda s: (s.guest(interests_ja="ピアノ"), s.home(interests_en="piano, golf")),
        1,
        "both like piano",
        "共通の趣味：ピアノ",
    ),
    Row(
        "wish-interests",
        lambda s: (s.guest(interests_ja="ピアノ、書道"), s.home(interests_en="piano")),
        0.75,
        "both like piano",
        "共通の趣味：ピアノ",
    ),
    Row(
        "wish-interests",
        lambda s: (s.guest(interests_ja="ピアノ"), s.home(interests_en="violin")),
        0.4,
        "Sakura: piano; Hall: violin",
        "Sakuraさん：ピアノ、Hall家：バイオリン",
    ),
    Row(
        "wish-interests",
        lambda s: (s.guest(interests_ja="書道"), s.home(interests_en="golf")),
        0,
        "nothing in common",
        "共通の趣味なし",
    ),
    Row(
        "wish-interests",
        lambda s: (s.guest(), s.home(interests_en="golf")),
        1,
        "the guest has not said",
        "ゲストの記入なし",
    ),
    Row(
        "wish-reciprocity",
        lambda s: (one := s.guest(), s.knows(s.home(), one)),
        1,
        "they know each other",
        "旧知の間柄",
    ),
    Row(
        "wish-reciprocity",
        lambda s: (s.guest(), s.home(reciprocity="Ada goes in 2028")),
        0.5,
        "the family’s own child travels",
        "家庭の子どもが派遣される",
    ),
    Row(
        "wish-reciprocity",
        lambda s: (s.guest(), s.home(), s.home("Okafor", reciprocity="2026")),
        0,
        "do not know each other",
        "面識なし",
    ),
    Row(
        "wish-language",
        lambda s: (s.guest(), s.home()),
        1,
        "Sakura’s English: Dinner conversation",
        "Sakuraさんの英語：日常会話",
    ),
    Row(
        "wish-language",
        lambda s: (s.guest(speaks=k.LanguageLevel.SIMPLE), s.home()),
        2 / 3,
        "Sakura’s English: Simple sentences",
        "Sakuraさんの英語：簡単な会話",
    ),
    Row(
        "wish-language",
        lambda s: (s.guest(speaks=k.LanguageLevel.NONE), s.home()),
        0,
        "Sakura’s English: Speaks none",
        "Sakuraさんの英語：話せない",
    ),
    Row("wish-diet", lambda s: (s.guest(), s.home()), 1, "eats everything", "制限なし"),
    Row(
        "wish-diet",
        lambda s: (s.guest(diets=frozenset({k.Diet.VEGETARIAN})), s.home(cooks_for=frozenset({k.Diet.VEGAN}))),
        1,
        "the family can cook for it",
        "家庭で対応できる",
    ),
    Row(
        "wish-diet",
        lambda s: (
            s.guest(diets=frozenset({k.Diet.VEGETARIAN}), foods=[{"allergen": k.Allergen.WALNUT}]),
            s.home(cooks_without=frozenset({k.Allergen.TREE_NUTS})),
        ),
        0.5,
        "to ask: vegetarian",
        "要確認：ベジタリアン",
    ),
    Row(
        "wish-pets",
        lambda s: (s.guest(pets_ok=k.Answer.YES), s.home(pets=[{"species": k.Species.CAT}])),
        1,
        "cat at home",
        "猫がいる",
    ),
    Row(
        "wish-pets",
        lambda s: (s.guest(pets_ok=k.Answer.NO), s.home(pets=[{"species": k.Species.CAT}])),
        0,
        "cat at home",
        "猫がいる",
    ),
    Row("wish-pets", lambda s: (s.guest(pets_ok=k.Answer.NO), s.home()), 1, "no pets", "ペットなし"),
    Row("wish-minutes", lambda s: (s.guest(), s.home(minutes_to_meeting_point=15)), 1, "15 min", "15分"),
    Row("wish-minutes", lambda s: (s.guest(), s.home(minutes_to_meeting_point=30)), 0.4, "30 min", "30分"),
    Row("wish-minutes", lambda s: (s.guest(), s.home(minutes_to_meeting_point=None)), 0.5, "not said", "未回答"),
    Row(
        "wish-asked",
        lambda s: (s.guest(), s.home(takes=frozenset({k.GuestKind.BOY}), only_a_wish=True)),
        0,
        "the family asks for boys",
        "家庭の希望：男子",
    ),
    Row("wish-asked", lambda s: (s.guest(), s.home()), 1, "takes anybody", "だれでもよい"),
    Row(
        "wish-involvement",
        lambda s: (s.guest(involvement=10), s.home(involvement=1)),
        0,
        "Sakura 10, Hall 1 of 10",
        "Sakuraさん10、Hall家1（10段階）",
    ),
    Row(
        "wish-smoke",
        lambda s: (s.guest(), s.home(smoking=k.Smoking.OUTDOORS)),
        0.5,
        "family: smokes outdoors",
        "家庭：屋外で吸う",
    ),
    Row(
        "wish-smoke",
        lambda s: (s.guest(smokers_ok=k.Answer.YES), s.home(smoking=k.Smoking.OUTDOORS)),
        1,
        "family: smokes outdoors",
        "家庭：屋外で吸う",
    ),
    Row(
        "wish-faith",
        lambda s: (s.guest(diets=frozenset({k.Diet.HALAL})), s.home(faith="Muslim household")),
        1,
        "of the same faith",
        "同じ信仰",
    ),
    Row(
        "wish-faith",
        lambda s: (s.guest(practice="毎週教会に通う"), s.home(services="yes")),
        1,
        "the family would drive to services",
        "礼拝に車で送ってくれる",
    ),
    Row(
        "wish-faith",
        lambda s: (s.guest(practice="毎週教会に通う"), s.home(other_faiths_ok=k.Answer.YES)),
        0.75,
        "guests of another faith are welcome",
        "信仰の異なるゲストを歓迎",
    ),
    Row("wish-faith", lambda s: (s.guest(practice="毎週教会に通う"), s.home()), 0.5, "to ask", "要確認"),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code}-{row.share:.2f}")
def test_what_is_earned_and_why(row: Row) -> None:
    small = Small()
    row.visit(small)
    [points] = [one for one in small.judge().points if one.code == row.code]
    assert points.points == pytest.approx(points.out_of * row.share)
    assert not (points.is_reason and points.message.code in ("wish-unsaid", "wish-sibling-adult", "wish-pets-none"))
    assert (say(points.message, "en"), say(points.message, "ja")) == (row.english, row.japanese)


def test_a_score_is_what_is_earned_of_all_that_could_be() -> None:
    small = Small()
    small.guest()
    small.home(child=14)
    verdict = small.judge()
    assert verdict.score == 100
    assert sum(one.out_of for one in verdict.points) == 100 - 14, "nobody knows anybody, nobody asks for a friend"
    small.decide("wish-minutes", figures={"weight": 0})
    small.decide("wish-sibling", figures={"full": 0, "half": 0})
    assert {one.code for one in small.judge().points}.isdisjoint({"wish-minutes", "wish-first-time"})
    assert small.judge().score == 100


def test_a_first_time_family_has_its_turn_where_a_visit_says_so() -> None:
    small = Small()
    small.guest()
    small.home(hosted_before="No")
    small.home("Okafor", hosted_before="2019")
    small.decide("wish-first-time", figures={"weight": 10})
    stays = Homestays.of(small.plan)
    earned = [stays.judge(stays.guests[0], home).points[-1] for home in stays.homes]
    assert [one.points for one in earned] == [10, 0]
    assert [say(one.message) for one in earned] == ["hosts for the first time", "has hosted before, or not said"]


def test_friends_earn_their_points_together_and_only_together() -> None:
    small = Small()
    mei, rin, _ = (small.guest(name) for name in ("Mei", "Rin", "Uta"))
    small.wish(mei, rin)
    small.home(child=14, beds=({"room": "Den"}, {"room": "Attic"}))
    stays = Homestays.of(small.plan)
    one, other, third = stays.guests
    home = stays.homes[0]
    alone = stays.judge(one, home)
    assert [(each.points, say(each.message)) for each in alone.points if each.code == "wish-friends"] == [
        (0, "there is a bed for a friend too")
    ]
    assert alone.score + stays.worth_together(one, other) == pytest.approx(100)
    assert stays.worth_together(one, third) == stays.worth_together(other, third) == 0
    assert stays.judge(other, home).score == 100, "who did not ask misses nothing"
    assert stays.may_share_home(one, other, home)
    small.wish(rin, mei, k.WishKind.APART)
    stays = Homestays.of(small.plan)
    one, other, _ = stays.guests
    assert stays.worth_together(one, other) == 0
    assert not stays.may_share_home(one, other, stays.homes[0])


def test_every_wish_has_its_row_and_its_name() -> None:
    tested = {row.code for row in ROWS} | {"wish-friends", "wish-first-time"}
    assert tested == {wish.code for wish in WISHES}
    for wish in WISHES:
        name = Message.of(f"{wish.code}.name")
        assert say(name, "en") != say(name, "ja")

"""What the rules find in the Portland sample that concerns time, people and food, in both languages."""

from collections import Counter

import pytest

from planner.language import LANGUAGES, say
from planner.model.message import Message
from planner.resources import resource
from planner.rules.catalogue import RULES
from planner.rules.check import check
from planner.rules.finding import Finding
from planner.storage import PlannerFile
from tests.prepared import copy_practice

#: What the sample’s README says a careful coordinator would see of time, people and food: its words, the sentences.
EXPECTED = (
    ("a return flight that lands a day later", "lands-on-other-day",
     "“Flight NH109 JFK-HND” leaves Sun 1 Aug, 12:40 PM EDT and arrives Mon 2 Aug, 3:55 PM JST.",
     "「NH109便 ニューヨーク→羽田」は8月1日(日) 12:40 EDTに出発し、"
     "8月2日(月) 15:55 JSTに到着します。"),
    ("the official call 24 hours after reaching Portland", "formal-soon-after-landing",
     "“Courtesy call on the Mayor”, Fri 23 Jul, 4:00 PM EDT, is 29 h after landing (Thu 22 Jul, 10:50 AM EDT).",
     "「市長表敬訪問」（7月23日(金) 16:00 EDT）は、"
     "到着（7月22日(木) 10:50 EDT）の29時間後です。"),
    ("a game at 10:00 the morning after", "match-after-landing",
     "“Game 1 vs Portland Parks & Rec (B squad)”, Fri 23 Jul, 10:00 AM EDT: they play only 23 h after landing (Thu 22 "
     "Jul, 10:50 AM EDT).",
     "「第1試合」（7月23日(金) 10:00 EDT）は、"
     "到着（7月22日(木) 10:50 EDT）から23時間後の試合です。"),
    ("a museum that may be closed on Mondays", "closed-asked",
     "“Maine State Museum”, Mon 26 Jul, 1:00 PM EDT: the notes say “closed Mondays?”. Ask whether it is open.",
     "「メイン州立博物館」（7月26日(月) 13:00 EDT）："
     "備考に「closed Mondays?」とあります。"
     "開いているか確かめてください。"),
    ("lobster for a girl who cannot eat shellfish", "allergen",
     "Rin must avoid shrimp and crab, and it is in the lunch at “Lobster boat and lighthouse”, Tue 27 Jul, 9:00 AM "
     "EDT.",
     "りんさんはえび、かにを避ける必要がありますが、"
     "「ロブスター漁船と灯台」（7月27日(火) 9:00 EDT）の昼食に含まれています。"),
    ("a lunch with nothing halal", "diet-unknown",
     "The lunch at “Lobster boat and lighthouse”, Tue 27 Jul, 9:00 AM EDT: nobody has said what there is for Fatima "
     "(halal).",
     "「ロブスター漁船と灯台」（7月27日(火) 9:00 EDT）の昼食："
     "ファティマ（ハラール）が食べられるものがあるか、まだ確認されていません。"),
    ("a guest whose birthday falls in the visit", "birthday",
     "Ruka turns 15 on Wed 28 Jul.", "るかさんは7月28日(水)に15歳になります。"),
    ("nobody said who is in which squad", "group-empty",
     "Nobody is in “A squad” yet, and 3 events are for it.",
     "「Aチーム」にはまだ誰も入っていませんが、この班の行事が3件あります。"),
    ("nobody said who is in which squad", "group-empty",
     "Nobody is in “B squad” yet, and 2 events are for it.",
     "「Bチーム」にはまだ誰も入っていませんが、この班の行事が2件あります。"),
)  # fmt: skip
#: How many findings each rule makes of the sample, those that the README has no words for among them.
COUNTS = {"match-after-landing": 3, "formal-soon-after-landing": 1, "lands-on-other-day": 1, "allergen": 1,
          "closed-asked": 1, "birthday": 1, "group-empty": 2, "diet-unknown": 6, "midday-heat": 1,
          "no-rain-plan": 2, "place-twice": 1}  # fmt: skip
#: The rules about the programme, as opposed to those about homes.
OF_THE_PROGRAMME = {
    rule.code
    for rule in RULES
    for look in (rule.event, rule.day, rule.plan)
    if look is not None and look.__module__.startswith("planner.rules.programme.")
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    path = copy_practice(tmp_path_factory.mktemp("sample") / "portland.shimai")
    with PlannerFile.open(path) as file:
        return check(file.plan)


@pytest.mark.parametrize(("named", "rule", "english", "japanese"), EXPECTED, ids=[one[0] for one in EXPECTED])
def test_what_a_careful_coordinator_would_see(
    found: tuple[Finding, ...], named: str, rule: str, english: str, japanese: str
) -> None:
    readme = resource("sample", "portland-2027", "README.md").read_text(encoding="utf-8")
    assert named in " ".join(readme.split())
    said = [(say(one.figures, "en"), say(one.figures, "ja")) for one in found if one.rule == rule]
    assert said.count((english, japanese)) == 1, said


def test_each_leads_to_the_spot_and_says_why(found: tuple[Finding, ...]) -> None:
    for one in found:
        if one.rule in COUNTS:
            assert one.subject.noun in {"Activity", "Journey", "Member", "Group", "Place"}
            assert all(say(Message.of(f"{one.rule}.why"), language) for language in LANGUAGES)


def test_what_they_would_wave_away_is_not_found(found: tuple[Finding, ...]) -> None:
    assert Counter(one.rule for one in found if one.rule in OF_THE_PROGRAMME) == COUNTS
    assert len(OF_THE_PROGRAMME) > 40


def test_a_clinic_is_no_match(found: tuple[Finding, ...]) -> None:
    assert not any("clinic" in say(one.figures, "en") for one in found if one.rule == "match-after-landing")


def test_only_meals_of_the_group_are_asked_about(found: tuple[Finding, ...]) -> None:
    said = [say(one.figures, "en") for one in found if one.rule == "diet-unknown"]
    assert not any("families" in sentence or "Flight" in sentence for sentence in said)

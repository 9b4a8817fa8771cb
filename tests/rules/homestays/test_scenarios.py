"""Scenarios 5 and 8 of the handbook (domain.md §9) through the commands: what is found, waived and accepted."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from planner.agenda import Agenda
from planner.clock import WallTime, elsewhere
from planner.commands import hosts, people, records, ruling, visits
from planner.commands.visits import CityChoice
from planner.language import say
from planner.model import kinds as k
from planner.model.message import PlannerError
from planner.model.ruling import Strictness
from planner.rules.check import check
from planner.rules.finding import Finding, Severity
from planner.rules.homestays import Homestays
from planner.storage import PlannerFile

EDMONDS = CityChoice("Edmonds", "エドモンズ市", "Washington", "ワシントン州", "US", "America/Los_Angeles")
HEKINAN = CityChoice("Hekinan", "碧南市", "Aichi", "愛知県", "JP", "Asia/Tokyo")
PHOENIX = CityChoice("Phoenix", "フェニックス", "Arizona", "アリゾナ州", "US", "America/Phoenix")
HIMEJI = CityChoice("Himeji", "姫路市", "Hyogo", "兵庫県", "JP", "Asia/Tokyo")


class Exchange:
    """A visit in a file, with short ways to add guests and families."""

    def __init__(self, path: Path, cities: tuple[CityChoice, CityChoice], days: tuple[dt.date, dt.date]) -> None:
        names = {"title_en": "Exchange", "title_ja": "交流"}
        self.file = PlannerFile.create(
            path, visits.start, **names, host=cities[0], home=cities[1], first_day=days[0], last_day=days[1], values={}
        )
        self.visit = self.file.plan.visit.id

    def guest(self, name: str, gender: k.Gender, **more: Any) -> int:
        """Add a student of 15; gives the member's id."""
        person = {"family_name": "Inoue", "given_name": name, "gender": gender, "birth_date": dt.date(2012, 5, 1)}
        return int(self.file.run(people.add_member, self.file.plan.delegations[0].id, person | more, {}))

    def family(self, name: str, *children: tuple[str, int, k.Gender], adults: int = 2, beds: int = 1) -> int:
        """Add a family with cleared adults and beds in a guest room; gives the household's id."""
        home = int(
            self.file.run(hosts.add_household, self.visit, {"name_en": name, "belted_seats": 4, "smoking": "no"})
        )
        for number in range(adults):
            adult = self.resident(home, f"Parent{number + 1}", 45, k.Gender.FEMALE)
            check = {"resident_id": adult, "status": "cleared", "cleared_on": dt.date(2027, 2, 1)}
            self.file.run(records.add, "Clearance", check)
            self.file.run(records.edit, "Resident", adult, {"drives_guests": True})
        for child in children:
            self.resident(home, *child)
        for number in range(beds):
            self.file.run(records.add, "Bed", {"household_id": home, "room": f"Room {number + 1}"})
        return home

    def resident(self, home: int, name: str, age: int, gender: k.Gender) -> int:
        """Add somebody who lives there; gives the resident's id."""
        person = {"given_name": name, "stated_age": age, "age_stated_on": dt.date(2027, 7, 1), "gender": gender}
        return int(self.file.run(hosts.add_resident, home, person))

    def stay(self, member: int, home: int) -> int:
        """Put a guest in a home for the whole visit."""
        visit = self.file.plan.visit
        nights = {"first_night": visit.first_day, "last_night": visit.last_day - dt.timedelta(days=1)}
        return int(self.file.run(records.add, "Stay", {"member_id": member, "household_id": home, **nights}))

    def event(self, noun: str, title: str, places: tuple[str, ...], zones: tuple[str, ...], **values: Any) -> int:
        """Add an activity at a place, or a leg between two; gives the row's id."""
        ids = [int(self.file.run(records.add, "Place", {"name_en": one, "zone": zone}))
               for one, zone in zip(places, zones, strict=True)]  # fmt: skip
        where = dict(zip(("place_id",) if noun == "Activity" else ("from_place_id", "to_place_id"), ids, strict=True))
        given = {"visit_id": self.visit, "title_en": title, "everyone": True, **where, **values}
        return int(self.file.run(records.add, noun, given))

    def found(self, rule: str) -> list[Finding]:
        """Give what a rule finds."""
        return [finding for finding in check(self.file.plan) if finding.rule == rule]

    def said(self, rule: str, language: str = "en") -> list[str]:
        """Give what a rule says."""
        return [say(finding.figures, language) for finding in self.found(rule)]


@pytest.fixture
def hekinan(tmp_path: Path) -> Exchange:
    days = (dt.date(2027, 8, 14), dt.date(2027, 8, 26))
    return Exchange(tmp_path / "edmonds.shimai", (EDMONDS, HEKINAN), days)


def test_scenario_5_finds_all_that_is_expected(hekinan: Exchange, tmp_path: Path) -> None:
    """Out on Monday 26 July at 00:30, in at Obon: a promise, a boy still abroad, two dates that mislead."""
    days = (dt.date(2027, 7, 26), dt.date(2027, 8, 5))
    out = Exchange(tmp_path / "out.shimai", (HEKINAN, EDMONDS), days)
    out.event(
        "Journey", "Flight out", ("Seattle Airport", "Haneda"), ("America/Los_Angeles", "Asia/Tokyo"),
        mode=k.TravelMode.AIR, departs_on=days[0], departs_at=dt.time(0, 30), arrives_on=dt.date(2027, 7, 27),
        arrives_at=dt.time(4, 0),
    )  # fmt: skip
    assert out.said("eve-of-departure") == [
        "“Flight out” leaves Mon 26 Jul, 12:30 AM PDT, in the night of Sun 25 Jul: be there by Sun 25 Jul, 9:30 PM PDT."
    ]
    hekinan.event(
        "Journey", "Flight in", ("Chūbu Airport", "Seattle"), ("Asia/Tokyo", "America/Los_Angeles"),
        mode=k.TravelMode.AIR, departs_on=dt.date(2027, 8, 14), departs_at=dt.time(18, 0),
        arrives_on=dt.date(2027, 8, 14), arrives_at=dt.time(11, 0),
    )  # fmt: skip
    girl, boy = hekinan.guest("Yuna", k.Gender.FEMALE), hekinan.guest("Sota", k.Gender.MALE)
    miller, olsen = hekinan.family("Miller"), hekinan.family("Olsen", ("Ida", 15, k.Gender.FEMALE))
    jake = hekinan.resident(miller, "Jake", 15, k.Gender.MALE)
    hekinan.file.run(records.edit, "Resident", jake, {"home_from": dt.date(2027, 8, 16)})
    person = hekinan.file.plan.members[0].person_id
    known = {"household_id": miller, "person_id": person, "kind": "hosted_our_child", "promised": True}
    promise = hekinan.file.run(records.add, "Acquaintance", known)
    hekinan.stay(girl, olsen)
    hekinan.stay(boy, miller)
    expected = ("holiday-traffic", "home-promise", "home-sibling-away")
    assert [hekinan.said(rule) for rule in expected] == [
        ["“Flight in”, Sat 14 Aug, 6:00 PM JST: it is Obon, when airports, trains and roads are full."],
        ["Miller has promised to host Yuna."],
        ["Jake, who is near Sota’s age, is not at Miller on 14–15 Aug."],
    ]
    assert hekinan.said("holiday-traffic", "ja") == [
        "「Flight in」（8月14日(土) 18:00 JST）：お盆の時期で、空港・鉄道・道路が混み合います。"
    ]
    hekinan.file.run(records.edit, "Acquaintance", promise, {"waived": "Only a boy at home: agreed on 3 June"})
    assert hekinan.found("home-promise") == []
    assert hekinan.file.plan.households[0].acquaintances[0].waived == "Only a boy at home: agreed on 3 June"


def test_scenario_5_the_families_host_back(hekinan: Exchange) -> None:
    """One family has only a boy and had promised to take the girl: an exception with its reason."""
    girl = hekinan.guest("Yuna", k.Gender.FEMALE)
    boys_home = hekinan.family("Miller", ("Jake", 15, k.Gender.MALE))
    girls_home = hekinan.family("Olsen", ("Ida", 15, k.Gender.FEMALE))
    person = hekinan.file.plan.members[0].person_id
    promise = hekinan.file.run(
        records.add, "Acquaintance",
        {"household_id": boys_home, "person_id": person, "kind": "hosted_our_child", "promised": True},
    )  # fmt: skip
    hekinan.stay(girl, girls_home)
    assert hekinan.said("home-promise") == ["Miller has promised to host Yuna."]
    assert hekinan.said("home-promise", "ja") == ["YunaさんはMiller家が受け入れを約束しています。"]
    reason = "Only a boy at home: both families agreed on 3 June"
    hekinan.file.run(records.edit, "Acquaintance", promise, {"waived": reason})
    assert hekinan.found("home-promise") == []
    [known] = hekinan.file.plan.households[0].acquaintances
    assert known.waived == reason, "it stays visible with the family"
    assert known.person_id == person


def test_scenario_5_an_override_of_a_hard_rule_keeps_reason_and_name(hekinan: Exchange) -> None:
    hekinan.file.run(records.edit, "Visit", hekinan.visit, {"preset": k.Preset.FOUR_H})
    girl = hekinan.guest("Yuna", k.Gender.FEMALE)
    hekinan.stay(girl, hekinan.family("Miller", ("Jake", 15, k.Gender.MALE)))
    [finding] = hekinan.found("home-no-sibling")
    assert finding.severity is Severity.BLOCK
    assert say(finding.figures) == "Miller has no child of Yuna’s gender within 3 years of age."
    for reason, who, code in (
        ("", "Ann Berg", "reason-missing"),
        ("they know each other", " ", "acceptance-name-missing"),
    ):
        with pytest.raises(PlannerError, match=code):
            hekinan.file.run(ruling.accept, hekinan.visit, finding.rule, finding.print, reason, who)
    hekinan.file.run(ruling.accept, hekinan.visit, finding.rule, finding.print, "they know each other", "Ann Berg")
    [again] = hekinan.found("home-no-sibling")
    assert again.accepted is not None
    assert (again.accepted.reason, again.accepted.who) == ("they know each other", "Ann Berg")
    stay = hekinan.file.plan.stays[0]
    hekinan.file.run(records.edit, "Stay", stay.id, {"last_night": dt.date(2027, 8, 20)})
    [shorter] = hekinan.found("home-no-sibling")
    assert shorter.accepted is None, "it was accepted for other nights"


def test_scenario_5_the_host_child_is_still_abroad(hekinan: Exchange) -> None:
    boy = hekinan.guest("Sota", k.Gender.MALE)
    home = hekinan.family("Miller")
    jake = hekinan.resident(home, "Jake", 15, k.Gender.MALE)
    hekinan.file.run(records.edit, "Resident", jake, {"home_from": dt.date(2027, 8, 16)})
    hekinan.stay(boy, home)
    assert hekinan.said("home-sibling-away") == ["Jake, who is near Sota’s age, is not at Miller on 14–15 Aug."]
    assert hekinan.said("home-sibling-away", "ja") == [
        "Sotaさんと年の近いJakeさんは、8月14日–15日の夜はMiller家にいません。"
    ]


@pytest.fixture
def himeji(tmp_path: Path) -> Exchange:
    """A teenager alone for three weeks with a single mother, who hosts an Italian of another programme too."""
    days = (dt.date(2027, 7, 3), dt.date(2027, 7, 24))
    exchange = Exchange(tmp_path / "phoenix.shimai", (PHOENIX, HIMEJI), days)
    home = exchange.family("Reyes", ("Luz", 15, k.Gender.FEMALE), adults=1, beds=2)
    for name, language in (("Hana", "ja"), ("Giulia", "it")):
        member = exchange.guest(name, k.Gender.FEMALE)
        person = exchange.file.plan.members[-1].person_id
        exchange.file.run(records.add, "SpokenLanguage", {"person_id": person, "language": language, "level": "native"})
        exchange.file.run(records.add, "SpokenLanguage", {"person_id": person, "language": "en", "level": "simple"})
        exchange.stay(member, home)
    return exchange


EXPECTED = (
    (k.Preset.VOLUNTEER, set()),
    (k.Preset.J1, set()),
    (k.Preset.FOUR_H, {"home-usual-guests"}),
    (k.Preset.JAPANESE_MUNICIPALITY, {"home-single-adult"}),
)


def test_scenario_8_a_single_mother_and_a_guest_of_another_nationality_by_preset(himeji: Exchange) -> None:
    for preset, blocked in EXPECTED:
        himeji.file.run(records.edit, "Visit", himeji.visit, {"preset": preset})
        assert {one.rule for one in check(himeji.file.plan) if one.severity is Severity.BLOCK} == blocked, preset
    # Two of one language, and a mother without a child: both are for the J-1 rules.
    himeji.file.run(records.edit, "Visit", himeji.visit, {"preset": k.Preset.J1})
    giulia = himeji.file.plan.members[1].person.languages[0]
    himeji.file.run(records.edit, "SpokenLanguage", giulia.id, {"language": "ja"})
    assert himeji.said("home-same-language") == ["Hana and Giulia would live at Reyes and speak one language."]
    luz = himeji.file.plan.households[0].residents[1]
    himeji.file.run(records.edit, "Resident", luz.id, {"presence": k.Presence.AWAY})
    assert {one.severity for one in himeji.found("home-single-adult-no-child")} == {Severity.BLOCK}
    himeji.file.run(ruling.set_rule, himeji.visit, "home-single-adult-no-child", Strictness.NOTE, {})
    stays = Homestays.of(himeji.file.plan)
    assert stays.judge(stays.guests[0], stays.homes[0]).is_whole


def test_scenario_8_finds_all_that_is_expected(himeji: Exchange) -> None:
    """45 degrees at 15:30, a trip into a zone an hour ahead, a single mother and a guest of another nationality."""
    himeji.event(
        "Activity", "Desert garden", ("Papago Park",), ("America/Phoenix",), outdoors=k.Answer.YES,
        starts_on=dt.date(2027, 7, 6), starts_at=dt.time(15, 30), ends_at=dt.time(17, 0),
    )  # fmt: skip
    himeji.event(
        "Activity", "Monument Valley", ("Monument Valley",), ("America/Denver",), outdoors=k.Answer.YES,
        starts_on=dt.date(2027, 7, 12), starts_at=dt.time(8, 0), ends_at=dt.time(10, 0),
    )  # fmt: skip
    [heat] = himeji.found("desert-heat")
    assert (heat.severity, heat.day) == (Severity.WARN, dt.date(2027, 7, 6)), "not at 8 in the morning"
    trip = next(slot for slot in Agenda(himeji.file.plan).slots if slot.event.title_en == "Monument Valley")
    assert elsewhere(trip.begins, "America/Phoenix").at == dt.time(7, 0), "Utah is an hour ahead of Arizona in summer"
    assert elsewhere(trip.begins, "Asia/Tokyo") == WallTime(dt.date(2027, 7, 12), dt.time(23, 0), "Asia/Tokyo")
    assert himeji.found("home-single-adult") == []
    himeji.file.run(records.edit, "Visit", himeji.visit, {"preset": k.Preset.JAPANESE_MUNICIPALITY})
    assert {one.severity for one in himeji.found("home-single-adult")} == {Severity.BLOCK}
    assert himeji.found("home-same-language") == [], "the other guest is Italian"

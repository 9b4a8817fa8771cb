"""What is found in the stays of a plan, whoever made them: told once, for the nights it is, and where it leads."""

import datetime as dt

from planner.language import say
from planner.model import kinds as k
from planner.rules.finding import Finding, Severity, Subject
from planner.rules.homestays import Homestays
from planner.rules.nights import open_nights
from tests.rules.homestays.small import NIGHTS, Small

TWO = ({"room": "Guest room"}, {"room": "Guest room"})


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(say(one.figures, "en"), say(one.figures, "ja")) for one in findings]


def test_a_pairing_made_by_hand_is_found_with_the_spot_and_whom_it_concerns() -> None:
    small = Small()
    guest = small.guest(animals=[{"species": k.Species.CAT}])
    home = small.home(pets=[{"species": k.Species.CAT, "lives": k.Whereabouts.INDOORS}])
    stay = small.stay(guest, home)
    [finding] = small.findings("home-animal")
    assert (finding.subject, finding.severity, finding.who) == (Subject("Stay", stay.id), Severity.BLOCK, (guest.id,))
    assert set(finding.subjects[1:]) == {Subject("Member", guest.id), Subject("Household", home.id), Subject("Pet", 1)}
    assert told([finding]) == [
        ("Hall has a cat indoors; Sakura may have a cat allergy (to be confirmed).",
         "Hall家は猫を屋内で飼っています。Sakuraさんは猫アレルギーの可能性があります（要確認）。")
    ]  # fmt: skip


def test_only_nights_of_the_stay_count_and_two_stays_are_one_finding() -> None:
    small = Small()
    guest, home = small.guest(), small.home(nights_off=[22, 24])
    small.stay(guest, home, NIGHTS[1], NIGHTS[1])
    assert small.findings("home-night-off") == []
    small.stay(guest, home, NIGHTS[0], NIGHTS[0])
    small.stay(guest, home, NIGHTS[2], NIGHTS[2])
    [finding] = small.findings("home-night-off")
    assert say(finding.figures) == "Hall cannot take guests on 22 Jul and 24 Jul."


def test_what_an_acceptance_holds_for_are_the_nights_too() -> None:
    small = Small()
    guest, home = small.guest(), small.home(beds=[{"room": "Den", "kind": k.BedKind.SOFA_BED}])
    stay = small.stay(guest, home)
    [before] = small.findings("bed-sofa")
    stay.last_night = NIGHTS[1]
    [after] = small.findings("bed-sofa")
    assert before.key == after.key
    assert before.print != after.print


def test_what_is_said_of_the_home_is_said_once_for_all_its_guests() -> None:
    small = Small()
    home = small.home(backup=True, beds=TWO)
    for name in ("Mei", "Rin"):
        small.stay(small.guest(name), home)
    [finding] = small.findings("home-backup")
    assert (finding.subject, finding.who) == (Subject("Household", home.id), (1, 2))


def test_two_in_one_home_on_some_nights_only() -> None:
    small = Small()
    mei, rin = small.guest("Mei"), small.guest("Rin")
    small.wish(mei, rin, k.WishKind.APART)
    home = small.home(beds=TWO)
    small.stay(mei, home, NIGHTS[0], NIGHTS[1])
    small.stay(rin, home, NIGHTS[2], NIGHTS[2])
    assert small.findings("home-apart") == []
    small.stay(rin, home, NIGHTS[1], NIGHTS[1])
    [finding] = small.findings("home-apart")
    assert finding.figures.figures["which"] == [NIGHTS[1]]
    assert (finding.severity, finding.who) == (Severity.BLOCK, (mei.id, rin.id))


def test_two_who_have_one_bed_by_hand() -> None:
    small = Small()
    home = small.home(beds=({"room": "Den", "kind": k.BedKind.QUEEN}, {"room": "Attic"}))
    mei, rin = small.guest("Mei"), small.guest("Rin")
    for guest in (mei, rin):
        small.stay(guest, home, bed_id=1)
    assert told(small.findings("room-bed-shared")) == [
        ("Mei and Rin have one bed and are no couple (Den).",
         "夫婦・カップルでないMeiさんとRinさんのベッドが同じです（Den）。")
    ]  # fmt: skip
    small.related(mei, rin, k.RelationKind.COUPLE)
    assert small.findings("room-bed-shared", "home-full") == []


def test_a_couple_shares_a_double_and_a_room_whoever_they_are() -> None:
    small = Small()
    grown = {"birth_date": dt.date(1980, 1, 1), "role": k.Role.DELEGATE}
    ann, bob = small.guest("Ann", **grown), small.guest("Bob", gender=k.Gender.MALE, **grown)
    small.home(beds=[{"room": "Den", "kind": k.BedKind.DOUBLE}])
    assert "home-full" in small.together(ann, bob)
    small.related(bob, ann, k.RelationKind.COUPLE)
    assert small.together(ann, bob) == []


def test_siblings_may_share_what_others_may_not() -> None:
    small = Small()
    girl, boy = small.guest("Mei"), small.guest("Ken", gender=k.Gender.MALE, birth_date=dt.date(2018, 5, 1))
    small.home(beds=TWO)
    assert {"home-mixed-minors", "room-gender", "room-age-gap"} <= set(small.together(girl, boy))
    small.related(girl, boy, k.RelationKind.SIBLINGS)
    assert small.together(girl, boy) == []


def test_by_day_only_the_night_is_no_matter() -> None:
    small = Small()
    guest = small.guest(animals=[{"species": k.Species.DOG}])
    home = small.home(day_only=True, pets=[{"species": k.Species.DOG, "lives": k.Whereabouts.INDOORS}])
    small.stay(guest, home, kind=k.StayKind.DAY_VISIT)
    assert {one.rule for one in small.findings()} == {"home-animal"}
    small.stay(guest, home)
    assert {one.rule for one in small.findings()} == {"home-animal", "home-day-only"}


def test_clearances_are_told_once_for_the_home_not_for_each_guest() -> None:
    small = Small()
    home = small.home(child=14)
    small.resident(home, "Ben", 21)
    small.stay(small.guest(), home)
    assert [one.rule for one in small.findings() if one.severity is not Severity.NOTE] == []
    assert not small.judge().nights


def test_hotel_nights_need_no_home_and_rooms_have_their_rules() -> None:
    small = Small()
    mei, kaori = small.guest("Mei"), small.guest("Kaori", role=k.Role.COACH, birth_date=dt.date(1985, 1, 1))
    room = small.room(number="305", sleeps=1)
    for guest in (mei, kaori):
        small.hotel(guest, room, NIGHTS[0], NIGHTS[1])
    stays = Homestays.of(small.plan)
    assert [stays.calendar.dates(guest.nights) for guest in stays.guests] == [NIGHTS[2:], NIGHTS[2:]]
    assert {one.rule: say(one.figures) for one in small.findings()} == {
        "room-adult-and-minor": "Mei and Kaori would share a room, a minor and an adult (305).",
        "hotel-room-full": "2 people have room 305 on 22–23 Jul, and it sleeps 1.",
    }
    assert {one.subject for one in small.findings()} == {Subject("Room", room.id)}


def test_a_family_that_does_not_host_and_a_night_said_twice() -> None:
    small = Small()
    guest = small.guest()
    home, other = small.home(status=k.OfferStatus.DECLINED), small.home("Okafor")
    small.stay(guest, home, NIGHTS[0], NIGHTS[1])
    small.stay(guest, other, NIGHTS[1], NIGHTS[2])
    assert told(small.findings("home-no-offer")) == [
        ("Sakura is at Hall, who are not offering to host in this visit.",
         "SakuraさんがHall家になっていますが、同家はこの訪問の受け入れを申し出ていません。")
    ]  # fmt: skip
    assert told(small.findings("night-twice")) == [
        ("Sakura has two places on 23 Jul.", "Sakuraさんの宿泊先が7月23日の夜に2か所あります。")
    ]
    assert open_nights(small.plan.members[0], small.plan) == ()


def test_couples_and_friends_apart() -> None:
    small = Small()
    mei, rin = small.guest("Mei"), small.guest("Rin")
    small.stay(mei, small.home())
    small.stay(rin, small.home("Okafor"), NIGHTS[1], NIGHTS[2])
    small.wish(mei, rin)
    small.wish(rin, mei)
    assert told(small.findings("friends-apart")) == [
        ("Mei and Rin wished to be together and are in different homes on 23–24 Jul.",
         "同じ家庭を希望したMeiさんとRinさんが、7月23日–24日の夜は別々の家庭です。")
    ]  # fmt: skip
    small.related(mei, rin, k.RelationKind.COUPLE)
    assert [one.severity for one in small.findings("couple-apart")] == [Severity.WARN]


def test_a_first_time_family_waits_while_another_has_guests() -> None:
    small = Small()
    small.home("New", hosted_before="初めて")
    assert small.findings("first-time-waits") == []
    small.stay(small.guest(), small.home("Old", hosted_before="2019"))
    assert told(small.findings("first-time-waits")) == [
        ("New would host for the first time and has no guest; Old has hosted before and has.",
         "初めて申し出たNew家にゲストがいません。受け入れ経験のあるOld家にはゲストがいます。")
    ]  # fmt: skip


def test_one_backup_home_for_every_eight_guests() -> None:
    small = Small()
    home = small.home()
    for number in range(8):
        small.stay(small.guest(f"G{number}"), home)
    assert [say(one.figures) for one in small.findings("few-backup-homes")] == [
        "0 backup homes are left for 8 guests; 1 would be good."
    ]
    small.home("Spare", backup=True)
    assert small.findings("few-backup-homes") == []


def test_who_rides_with_another_family_needs_no_seat_at_home() -> None:
    small = Small()
    other = small.home("Okafor")
    small.home(belted_seats=0, rides_with_id=other.id)
    guest = small.guest()
    where = small.plan.households[1]
    stays = Homestays.of(small.plan)
    assert stays.together(stays.homes[1], stays.guests).obstacles == ()
    assert small.judge(guest, where).obstacles == ()

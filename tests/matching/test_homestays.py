"""The practice visit paired: lawful, the traps of its README respected, what is missing told, and mended."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.commands import records
from planner.commands.pairing import accept_pairing
from planner.commands.practice import make_practice
from planner.language import say
from planner.matching.homestays.flyer import flyer_of
from planner.matching.homestays.pricing import price_pairing
from planner.matching.homestays.proposal import Proposal, ProposedStay, Step
from planner.matching.homestays.proposing import propose
from planner.matching.lodging.answer import Aim
from planner.model.kinds import GuestKind
from planner.model.message import PlannerError
from planner.rules.finding import Severity
from planner.rules.homestays import Homestays
from planner.storage import PlannerFile

DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlannerFile]:
    path: Path = make_practice(tmp_path_factory.mktemp("sample") / "portland.shimai")
    with PlannerFile.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def proposal(file: PlannerFile) -> Proposal:
    return propose(file.plan)


def nights(stay: ProposedStay) -> list[dt.date]:
    return [stay.first + number * DAY for number in range((stay.last - stay.first).days + 1)]


def july(*days: int) -> tuple[dt.date, ...]:
    return tuple(dt.date(2027, 7, day) for day in days)


def homes_of(proposal: Proposal, name: str) -> list[str]:
    return [stay.home.name.en for stay in proposal.stays if stay.guest.name.en == name]


def test_every_night_is_lawful_or_told_to_be_without_a_bed(file: PlannerFile, proposal: Proposal) -> None:
    homestays = Homestays.of(file.plan)
    there = defaultdict(list)
    for stay in proposal.stays:
        verdict = homestays.judge(stay.guest, stay.home)
        assert set(nights(stay)) <= set(verdict.nights)
        assert stay.bed_id is not None
        for night in nights(stay):
            there[stay.home.id, night].append((stay.guest, stay.bed_id))
    for (home_id, _), sleeping in there.items():
        home = homestays.home(home_id)
        assert home is not None
        beds = {guest.id: bed for guest, bed in sleeping if bed is not None}
        lodging = homestays.together(home, [guest for guest, _ in sleeping], beds)
        assert not lodging.without
        assert not [one for one in lodging.obstacles if one.severity is Severity.BLOCK]
    told = {(one.guest.id, night) for one in proposal.without for night in one.nights}
    given = {(stay.guest.id, night) for stay in proposal.stays for night in nights(stay)}
    needed = {(one.id, night) for one in homestays.guests for night in homestays.calendar.dates(one.nights)}
    assert (told | given, told & given) == (needed, set())


def test_it_is_the_best_by_all_aims_and_says_what_is_missing(proposal: Proposal) -> None:
    assert proposal.optimal
    assert sum(len(one.nights) for one in proposal.without) == 8
    assert all(one.one_more_bed and one.ways for one in proposal.without)
    assert {rule for one in proposal.without for way in one.ways for rule in way.rules} == {"home-not-cleared"}
    [misaki] = [one for one in proposal.without if one.guest.name.en == "Misaki"]
    assert [say(reason) for way in misaki.ways for reason in way.reasons] == [
        "Ben is not cleared yet (Hall, 24–25 Jul).",
    ], "the Washingtons take men: they are not to be asked for a girl"
    assert misaki.nights == july(24, 25), "the Nguyen-Bakers are away, and everybody else has a cat or is full"
    assert say(misaki.wanted, "en") == "One more bed for a girl, without cat, 24–25 Jul."
    assert "猫" in say(misaki.wanted, "ja")


def test_a_flyer_asks_for_the_beds_and_names_nobody(file: PlannerFile, proposal: Proposal) -> None:
    [title], [about, *beds], [answer] = flyer_of(file.plan, proposal.without)
    assert say(title, "ja") == "ホストファミリー募集"
    assert "from Shinagawa stay with families in Portland, Thursday 22 July 2027 to " in say(about, "en")
    assert [say(bed, "en") for bed in beds] == [
        "– One more bed for a girl, without cat, 24–25 Jul.",
        "– One more bed for a girl, 28–31 Jul.",
        "– One more bed for a girl, 30–31 Jul.",
    ]
    told = "".join(say(one, language) for one in (about, *beds, answer) for language in ("en", "ja"))
    assert not any(guest.guest.name.en in told or guest.guest.name.ja in told for guest in proposal.without)
    twice = [proposal.without[0], proposal.without[0]]
    assert [say(bed, "en") for bed in flyer_of(file.plan, twice)[1][1:]] == [
        "– One more bed for a girl, without cat, 24–25 Jul. (× 2)"
    ]
    assert flyer_of(file.plan, ()) == ()


def of_home(proposal: Proposal, name: str) -> list[ProposedStay]:
    return [stay for stay in proposal.stays if stay.home.name.en == name]


def test_the_traps_of_the_readme_are_respected(file: PlannerFile, proposal: Proposal) -> None:
    assert "Ouellette" not in homes_of(proposal, "Misaki"), "cat"
    assert "Nguyen-Baker" not in homes_of(proposal, "Riko"), "she is afraid of large dogs, and it is a golden retriever"
    assert "Lindqvist" not in homes_of(proposal, "Ruka"), "rabbit"
    assert homes_of(proposal, "Fatima") == ["Rahman"], "the halal home with one bed, and no dog"
    assert homes_of(proposal, "Kenta") == ["Hall"], "the coach: the others ask for girls and women"
    assert not set(homes_of(proposal, "Hina")) & set(homes_of(proposal, "Riko")), "the pair to keep apart"
    assert homes_of(proposal, "Aoi") == homes_of(proposal, "Rin") == ["MacLeod"], "friends; nobody minds its stairs"
    assert all(stay.guest.kind in (GuestKind.MAN, GuestKind.WOMAN) for stay in of_home(proposal, "Hall")), "not cleared"
    away = [stay for stay in of_home(proposal, "Nguyen-Baker") if set(nights(stay)) & set(july(24, 25))]
    assert away == [], "a wedding"
    beds = {bed.id: bed.kind for bed in next(one for one in file.plan.households if one.name_en == "Okafor").beds}
    assert {beds[stay.bed_id] for stay in of_home(proposal, "Okafor") if stay.bed_id} == {"twin", "sofa_bed"}
    warned = {one.code for stay in proposal.stays for one in stay.warnings}
    assert {"home-clearance-old", "home-food-label"} <= warned, "clearances from 2024; buckwheat is on no label"
    okafor = [stay for stay in proposal.stays if stay.home.name.en == "Okafor"]
    assert okafor
    assert all(stay.last < dt.date(2027, 7, 28) for stay in okafor), "the son turns 18 and is not cleared"
    lindqvist = [stay for stay in proposal.stays if stay.home.name.en == "Lindqvist"]
    assert all(stay.last <= dt.date(2027, 7, 29) for stay in lindqvist), "their nights off"
    of = {stay.guest.name.en: stay for stay in proposal.stays}
    assert {name: [one.name.en for one in of[name].room_mates] for name in ("Aoi", "Rin", "Kenta", "Fatima")} == {
        "Aoi": ["Rin"], "Rin": ["Aoi"], "Kenta": [], "Fatima": []
    }  # fmt: skip
    assert [one.name.en for one in of["Kenta"].others] == ["Kaori", "Emi"], "in other rooms"
    [friends] = [one for one in of["Aoi"].points if one.code == "wish-friends"]
    assert (friends.points, say(friends.message)) == (14, "with Rin")
    crowded = "Hall would have 3 guests (Kaori, Kenta and Emi), more than usual (minors: 2, adults: 1)."
    assert crowded in [say(one.message) for one in of["Kenta"].warnings]
    assert [(one.home.name.en, say(one.why)) for one in proposal.unused] == [
        ("Washington", "not needed; 1 guest could live there, and is better off elsewhere")
    ]
    assert "Pelletier" in {stay.home.name.en for stay in proposal.stays}, "the backup home, since a bed is missing"


def test_what_another_home_would_cost_and_what_forbids_it(file: PlannerFile) -> None:
    homestays = Homestays.of(file.plan)
    guests = {guest.name.en: guest for guest in homestays.guests}
    homes = {home.name.en: home for home in homestays.homes}
    dear = price_pairing(file.plan, guests["Kaede"], homes["MacLeod"])
    cost, shares, *elsewhere = [say(one) for one in dear.sentences]
    assert cost == "The points of all guests and nights together would be 33.8 fewer."
    assert shares == "Kaede would share a room with Mei."
    assert [words for words in elsewhere if words.startswith("Mei ")] == [
        "Mei would then be at MacLeod, not at Lindqvist."
    ]
    forbidden = price_pairing(file.plan, guests["Misaki"], homes["Ouellette"])
    assert (forbidden.price, forbidden.sentences) == (None, ())
    assert [one.code for one in forbidden.verdict.obstacles if one.severity is Severity.BLOCK] == ["home-animal"]


def test_a_pairing_is_one_step_and_the_ouellettes_dropping_out_moves_only_their_guests(
    file: PlannerFile, proposal: Proposal
) -> None:
    file.run(accept_pairing, proposal)
    ids = {home.name.en: home.id for home in Homestays.of(file.plan).homes}
    again = propose(file.plan, since=dt.date(2027, 7, 28), without={ids["Ouellette"]: july(28)[0]})
    assert again.optimal
    assert {guest.name.en for guest in again.told} == {
        stay.guest.name.en for stay in proposal.stays if stay.home.name.en == "Ouellette"
    }
    kept = next(one for one in again.reached if one.aim is Aim.KEPT)
    assert kept.value == kept.bound == len({stay.guest.id for stay in proposal.stays if stay.last >= july(28)[0]}) - 2
    assert all(stay.step is Step.KEPT for stay in again.stays if stay.guest not in again.told)
    assert not any(stay.home.name.en == "Ouellette" and stay.last >= july(28)[0] for stay in again.stays)
    assert [home.name.en for home in again.told_homes] == ["Ouellette"], "their guests find no other bed"
    # Sakura is ill for three nights: her bed is free, and who has waited for one comes into it.
    [sakura] = [guest for guest in Homestays.of(file.plan).guests if guest.name.en == "Sakura"]
    ill = propose(file.plan, since=july(28)[0], away={sakura.id: frozenset(july(28, 29, 30))})
    assert [(stay.home.name.en, stay.first.day, stay.last.day) for stay in ill.stays if stay.guest.id == sakura.id] == [
        ("Ouellette", 22, 27), ("Ouellette", 31, 31),
    ]  # fmt: skip
    assert {guest.name.en for guest in ill.told} == {"Sakura", "Uta"}
    assert [home.name.en for home in ill.told_homes] == ["Ouellette"]
    # Both at once, and another family from its own night on: nobody stays where they cannot.
    both = propose(
        file.plan, since=july(25)[0], without={ids["Ouellette"]: july(28)[0], ids["MacLeod"]: july(30)[0]},
        away={sakura.id: frozenset(july(25, 26))},
    )  # fmt: skip
    assert not any(stay.home.name.en == "Ouellette" and stay.last >= july(28)[0] for stay in both.stays)
    macleod = [stay for stay in both.stays if stay.home.name.en == "MacLeod"]
    assert macleod
    assert max(stay.last for stay in macleod) == july(29)[0]
    assert not set(july(25, 26)) & {day for stay in both.stays if stay.guest.id == sakura.id for day in nights(stay)}
    file.run(accept_pairing, again)
    stays = {(stay.member_id, stay.household_id, stay.first_night, stay.last_night) for stay in file.plan.stays}
    assert all((one.guest.id, one.home.id, one.first, one.last) in stays for one in again.stays)
    with pytest.raises(PlannerError, match="pairing-outdated"):
        file.run(accept_pairing, again)
    file.undo()
    file.undo()
    assert file.plan.stays == ()


def test_guests_can_be_taken_over_one_by_one_and_locked_stays_stay(file: PlannerFile, proposal: Proposal) -> None:
    one = next(stay for stay in proposal.stays if stay.guest.name.en == "Riko")
    file.run(accept_pairing, proposal, [one.guest.id])
    [stay] = file.plan.stays
    assert (stay.member_id, stay.household_id, stay.bed_id) == (one.guest.id, one.home.id, one.bed_id)
    file.run(records.edit, "Stay", stay.id, {"locked": True})
    locked = next(found for found in propose(file.plan).stays if found.guest.name.en == "Riko")
    assert (locked.home.name, locked.locked, locked.step) == (one.home.name, True, Step.KEPT)

"""A pairing as a difference to the plan: new, moved and unchanged, what it comes to, and what may be accepted alone."""

import datetime as dt

import pytest

from planner.commands import stays
from planner.commands.practice import make_practice
from planner.commands.stays import Lodging, Placing
from planner.language import set_screen_language
from planner.storage import PlannerFile
from planner.ui.pages.homestays.proposal import Proposal


def night(day: int) -> dt.date:
    return dt.date(2027, 7, day)


class Visit:
    def __init__(self, file: PlannerFile) -> None:
        self.file = file

    def member(self, name: str) -> int:
        return next(one.id for one in self.file.plan.members if one.person.given_name == name)

    def placing(self, name: str, family: str, bed: int, first: int = 22, last: int = 31) -> Placing:
        home = next(one for one in self.file.plan.households if one.name_en == family)
        lodging = Lodging(household_id=home.id, bed_id=home.beds[bed].id)
        return Placing(self.member(name), lodging, night(first), night(last))

    def proposal(self, *placings: Placing) -> Proposal:
        return Proposal(self.file.plan, placings)


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Sakura is at the Ouellettes', Hina has two homes with a gap between, Mei is pinned."""
    set_screen_language("en")
    made = Visit(PlannerFile.open(make_practice(tmp_path_factory.mktemp("practice") / "portland.shimai")))
    for placing in (
        made.placing("Sakura", "Ouellette", 0), made.placing("Hina", "Nguyen-Baker", 0, 22, 23),
        made.placing("Hina", "Nguyen-Baker", 0, 26, 31), made.placing("Mei", "MacLeod", 0),
    ):  # fmt: skip
        made.file.run(stays.place, placing)
    made.file.run(stays.lock, [made.file.plan.stays[-1].id], True)
    return made


def test_who_is_new_who_moves_and_who_stays(visit: Visit) -> None:
    proposal = visit.proposal(
        visit.placing("Sakura", "Okafor", 0), visit.placing("Uta", "Ouellette", 0), visit.placing("Mei", "MacLeod", 0)
    )
    looks = {change.member.person.given_name: change.look for change in proposal.changes}
    assert looks == {"Sakura": "moved", "Uta": "new"}
    notes = {(one.member.person.given_name, one.look): one.note for one in proposal.after if one.look != "same"}
    assert notes == {("Sakura", "moved"): "from Ouellette", ("Uta", "new"): "was Sakura Takahashi"}
    assert {one.member.person.given_name for one in proposal.kept} == {"Hina", "Mei"}
    bars = [bar for block in proposal.scene(proposed=True).blocks for row in block.rows for bar in row.bars]
    assert {(bar.tone, bar.outlined) for bar in bars} == {("chosen", True), ("good", True), ("", False)}
    assert not any(bar.outlined for bar in bars_of(proposal, proposed=False))
    assert len(bars_of(proposal, proposed=True, looks=("moved",))) == 1


def bars_of(proposal: Proposal, **shown: object) -> list[object]:
    scene = proposal.scene(**shown)  # type: ignore[arg-type]
    return [bar for block in scene.blocks for row in block.rows for bar in row.bars]


def test_what_a_guest_has_already_is_no_change(visit: Visit) -> None:
    stay = [
        visit.placing("Hina", "Nguyen-Baker", 0, 22, 23), visit.placing("Hina", "Pelletier", 0, 24, 25),
        visit.placing("Hina", "Nguyen-Baker", 0, 26, 31),
    ]  # fmt: skip
    proposal = visit.proposal(*stay)
    [change] = proposal.changes
    assert change.look == "new"
    assert [(one.first.day, one.look) for one in change.after] == [(22, "same"), (24, "new"), (26, "same")]
    # Her other nights are no warning of these: the family is away on just these two.
    assert not any("Nguyen-Baker" in words for words in change.warnings)


def test_counts_before_and_after(visit: Visit) -> None:
    proposal = visit.proposal(visit.placing("Misaki", "Ouellette", 1), visit.placing("Hina", "Pelletier", 0))
    before, after = proposal.counts
    assert (before.without, after.without) == (13, 11)
    assert before.open_nights - after.open_nights == 12
    assert (before.friends, after.friends) == (0, 1)
    # A cat that she is allergic to.
    assert (before.warnings, after.warnings) == (0, 1)
    assert before.lowest is not None
    assert before.average is not None
    assert before.lowest <= before.average <= 100


def test_what_needs_anothers_bed_goes_with_the_other(visit: Visit) -> None:
    proposal = visit.proposal(
        visit.placing("Sakura", "Okafor", 0), visit.placing("Uta", "Ouellette", 0), visit.placing("Riko", "Okafor", 1)
    )
    sakura, uta, riko = (visit.member(name) for name in ("Sakura", "Uta", "Riko"))
    needs = {change.member.id: change.needs for change in proposal.changes}
    assert needs == {sakura: frozenset(), uta: {sakura}, riko: frozenset()}
    assert proposal.closure({uta, riko}) == {riko}
    assert proposal.closure({sakura, uta}) == {sakura, uta}

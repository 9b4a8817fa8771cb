"""The practice visit's interpreters assigned: the traps of its README handled or told, taken over, and mended."""

import datetime as dt
from collections.abc import Iterator

import pytest

from planner.agenda import Agenda
from planner.clock import WallTime
from planner.commands import interpreting, records
from planner.commands.assigning import accept_assignments
from planner.language import say
from planner.matching.interpreters.asking import why_not_there
from planner.matching.interpreters.building import Illness
from planner.matching.interpreters.proposal import Proposal, State
from planner.matching.interpreters.proposing import propose
from planner.matching.shifts.answer import Aim
from planner.model.interpreting import Need
from planner.model.kinds import LanguagePair
from planner.model.message import PlannerError
from planner.rules.check import check
from planner.rules.finding import Severity, Subject
from planner.rules.interpreting import roster_of
from planner.rules.interpreting.arriving import with_the_group
from planner.rules.interpreting.cover import uncovered_minutes
from planner.storage import PlannerFile
from planner.ui.pages.interpreters.outlook import Outlook
from planner.ui.pages.interpreters.scene import day_scene
from planner.ui.pages.interpreters.surviving import still
from tests.prepared import copy_practice


@pytest.fixture(scope="module")
def _visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlannerFile]:
    with PlannerFile.open(copy_practice(tmp_path_factory.mktemp("practice") / "portland.shimai")) as file:
        yield file


@pytest.fixture
def visit(_visit: PlannerFile) -> Iterator[PlannerFile]:
    """The visit as it was imported; what a test does to it is taken back."""
    imported = _visit.next_undo
    yield _visit
    assert imported is not None
    _visit.undo_back_to(imported.id)


def person(visit: PlannerFile, name: str) -> int:
    return next(one.id for one in visit.plan.interpreters if one.person.given_name == name)


def needed(visit: PlannerFile, title: str, mode: str = "") -> int:
    return next(
        one.id for one in visit.plan.needs
        if one.activity and one.activity.title_en.startswith(title) and mode in one.mode
    )  # fmt: skip


def at(visit: PlannerFile, proposal: Proposal, title: str, mode: str = "") -> dict[str, tuple[str, str]]:
    """Who is at an event, from when until when; nothing where it is the whole."""
    names = {one.id: one.person.given_name for one in visit.plan.interpreters}
    need_id = needed(visit, title, mode)
    return {
        names[line.interpreter_id]: (str(line.covers_from or ""), str(line.covers_until or ""))
        for line in proposal.lines
        if line.need_id == need_id and line.state is not State.GONE
    }


def not_kept(visit: PlannerFile, proposal: Proposal, title: str) -> list[str]:
    """The rules that are not kept at an event."""
    of_event = {one.id for one in visit.plan.needs if one.activity and one.activity.title_en.startswith(title)}
    return [say(one.said, "en") for one in proposal.not_kept if of_event & set(one.need_ids)]


def test_cover_is_the_best_possible_and_so_is_all_else(visit: PlannerFile) -> None:
    proposal = propose(visit.plan)
    assert proposal.cover.optimal
    assert proposal.minutes_uncovered == proposal.cover.of(Aim.UNCOVERED).bound == 0
    assert uncovered_minutes(roster_of(Agenda(visit.plan))) > 1000
    visit.run(accept_assignments, proposal)
    assert uncovered_minutes(roster_of(Agenda(visit.plan))) == 0
    found = [one for one in check(visit.plan) if one.code.startswith("interpreter-")]
    assert not [one for one in found if one.severity is Severity.BLOCK]
    assert not propose(visit.plan).minutes_uncovered


def test_the_squads_at_the_same_time_have_one_interpreter_between_them(visit: PlannerFile) -> None:
    game = next(one for one in visit.plan.activities if one.title_en.startswith("Game 1"))
    visit.run(interpreting.add_need, "Activity", game.id)
    proposal = propose(visit.plan)
    [one], [other] = at(visit, proposal, "Game 1"), at(visit, proposal, "Shooting clinic")
    assert {one, other} == {"Emi", "Haruko"}
    assert proposal.minutes_uncovered == 0
    # Ms Bell is there that Friday until five; without her one of the two is uncovered, and it is said why.
    ill = propose(visit.plan, illness=Illness(person(visit, "Haruko"), dt.datetime(2027, 7, 1, tzinfo=dt.UTC)))
    [lack, *_] = [one for one in ill.uncovered if one.start.day == 23]
    why = {one: say(said, "en") for one, said in lack.why}
    assert lack.minutes == 90
    assert "is at “" in why[person(visit, "Emi")]
    assert why[person(visit, "Haruko")] == "cannot come any more"
    assert ill.cover.optimal


def test_the_speech_of_45_minutes_is_too_long_for_one(visit: PlannerFile) -> None:
    proposal = propose(visit.plan)
    assert list(at(visit, proposal, "Farewell dinner", "simultaneous")) == ["Haruko"]
    assert "45 min without relief, at most 40 min" in not_kept(visit, proposal, "Farewell dinner")
    emi = person(visit, "Emi")
    [said] = why_not_there(visit.plan, emi, needed(visit, "Farewell dinner", "simultaneous"))
    assert say(said, "en") == "does not do: Simultaneous"


def test_nobody_does_both_modes_of_the_farewell_dinner_and_all_of_it_is_covered(visit: PlannerFile) -> None:
    proposal = propose(visit.plan)
    assert list(at(visit, proposal, "Farewell dinner", "consecutive")) == ["Emi"]
    assert (proposal.minutes_uncovered, proposal.cover.optimal) == (0, True)
    # The price is proved, too: three hours are long for one, and the only other one is in the booth.
    rules = not_kept(visit, proposal, "Farewell dinner")
    assert {"180 min on end without relief or a pause, at most 120 min", "no time for supper"} <= set(rules)
    [said] = why_not_there(visit.plan, person(visit, "Haruko"), needed(visit, "Farewell dinner", "consecutive"))
    assert say(said, "en") == "then 90 minutes would be uncovered that can be covered: Farewell dinner with speeches"
    # Five hours and a half are within the six of her day, not within the four without relief: each with its figures.
    [boat] = [line for line in proposal.lines if line.need_id == needed(visit, "Lobster boat")]
    hours = [say(one, "en") for one in boat.reasons if one.code.endswith(("hours", "alone"))]
    assert hours == ["5.5 h that day, at most 6 h", "5.5 h of interpreting without relief, at most 4 h"]


def test_the_student_is_never_alone(visit: PlannerFile) -> None:
    grace = person(visit, "Grace")
    assert all(line.interpreter_id != grace for line in propose(visit.plan).lines)
    boat = needed(visit, "Lobster boat")
    visit.run(records.edit, "Need", boat, {"how_many": 2, "pairs": frozenset({LanguagePair.EN_JA})})
    proposal = propose(visit.plan)
    assert set(at(visit, proposal, "Lobster boat")) == {"Emi", "Grace"}
    # Without Ms Johnson she goes too, and why is said; what began before is left as it is.
    visit.run(accept_assignments, proposal, [line for line in proposal.changes if line.need_id == boat])
    since = WallTime(dt.date(2027, 7, 27), dt.time(), "America/New_York").instant()
    without = propose(visit.plan, illness=Illness(person(visit, "Emi"), since))
    gone = {line.interpreter_id: [one.code for one in line.reasons] for line in without.changes if line.need_id == boat}
    assert gone == {person(visit, "Emi"): ["assign-ill"], grace: ["works-beside"]}
    [welcome] = [one for one in without.uncovered if one.need_id == needed(visit, "Welcome")]
    assert say(dict(welcome.why)[person(visit, "Emi")], "en") == "begins before that and stays as it is"
    standing = still(without, visit.plan)
    assert uncovered_minutes(standing.roster) == without.minutes_uncovered < uncovered_minutes(standing.roster_before)
    [said, *_] = why_not_there(visit.plan, grace, needed(visit, "Japan Night"))
    assert "does not do" in say(said, "en")


def test_the_chaperone_interprets_only_where_nobody_else_can(visit: PlannerFile) -> None:
    proposal = propose(visit.plan)
    assert list(at(visit, proposal, "Courtesy call")) == ["Ken"]
    assert list(at(visit, proposal, "Welcome")) == ["Emi"]
    assert any("looks after the group" in said for said in not_kept(visit, proposal, "Welcome"))
    assert "Interpreter who also looks after the group" in {say(one.in_short, "en") for one in proposal.not_kept}
    [said] = why_not_there(visit.plan, person(visit, "Emi"), needed(visit, "Courtesy call"))
    assert say(said, "en").startswith("then this would be against the rules: Emi Johnson (Courtesy call on the Mayor):")


def test_availability_in_prose_is_kept_to_the_minute(visit: PlannerFile) -> None:
    proposal = propose(visit.plan)
    # "Jul 23, 24, 26, 28 after 12:00; Jul 30 all day", and four hours a day at most; Ms Bell on the 23rd and 31st.
    assert "Ken" not in at(visit, proposal, "State House tour")
    assert list(at(visit, proposal, "Maine State Museum")) == ["Ken"]
    camp = at(visit, proposal, "Camp day")
    assert set(camp) == {"Ken", "Emi"}
    days = {line.start.day for line in proposal.lines if line.interpreter_id == person(visit, "Haruko")}
    assert days == {31}
    [said] = why_not_there(visit.plan, person(visit, "Haruko"), needed(visit, "Japan Night"))
    assert say(said, "en") == "cannot come on Tue 27 Jul"
    assert say(said, "ja")
    [said] = why_not_there(visit.plan, person(visit, "Ken"), needed(visit, "State House tour"))
    assert say(said, "en") == "can come that day only from 12:00 PM"


def test_it_is_one_step_all_or_what_was_chosen(visit: PlannerFile) -> None:
    before = visit.plan.all(type(visit.plan.needs[0]))
    assert not any(one.assignments for one in before)
    proposal = propose(visit.plan)
    chosen = [line for line in proposal.changes if line.need_id == needed(visit, "Camp day")]
    assert visit.run(accept_assignments, proposal, chosen) == 2
    camp = visit.plan.find(type(before[0]), needed(visit, "Camp day"))
    assert {one.covers_until for one in camp.assignments} != {None}
    visit.undo()
    assert not any(one.assignments for one in visit.plan.needs)
    assert visit.run(accept_assignments, proposal) == len(proposal.changes)
    again = propose(visit.plan)
    assert again.cover.of(Aim.UNCOVERED).value == 0


def test_what_moved_on_meanwhile_is_not_overwritten(visit: PlannerFile) -> None:
    proposal = propose(visit.plan)
    need = visit.plan.needs[0]
    assert need.activity is not None
    visit.run(records.edit, "Activity", need.activity.id, {"starts_at": dt.time(16, 30)})
    with pytest.raises(PlannerError, match="assigning-outdated"):
        visit.run(accept_assignments, proposal)
    # What rests on something else can be taken over all the same, and what is there already is left alone.
    others = [line for line in proposal.changes if line.need_id != need.id]
    assert visit.run(accept_assignments, proposal, others[:2]) == 2
    assert visit.run(accept_assignments, proposal, others) == len(others) - 2


def test_of_a_proposal_stands_what_still_fits_and_of_the_rest_it_is_said_why(visit: PlannerFile) -> None:
    proposal = propose(visit.plan)
    assert len(still(proposal, visit.plan).lines) == len(proposal.changes)
    # Somebody else at the call, Ms Johnson at the other squad's game, and the art museum an hour earlier.
    emi, ken = person(visit, "Emi"), person(visit, "Ken")
    call, museum = needed(visit, "Courtesy call"), needed(visit, "Art museum")
    visit.run(interpreting.assign, call, emi)
    game = next(one for one in visit.plan.activities if one.title_en.startswith("Game 1"))
    visit.run(interpreting.add_need, "Activity", game.id)
    visit.run(interpreting.assign, needed(visit, "Game 1"), emi)
    visit.run(records.edit, "Activity", visit.plan.find(Need, museum).activity_id, {"starts_at": dt.time(12, 30)})
    standing = still(proposal, visit.plan)
    assert {one.line.place: one.why for one in standing.fallen} == {
        (call, ken): "somebody else is there by now",
        (needed(visit, "Shooting clinic"), emi): f"is at “{game.title_en}” at that time",
        (museum, ken): "the event or what it needs has changed",
    }
    assert len(standing.lines) == len(proposal.changes) - 3
    # What is accepted is done, and the others stand.
    [first, *_] = standing.lines
    visit.run(accept_assignments, proposal, [first])
    after = still(proposal, visit.plan)
    assert (after.done, len(after.lines)) == (1, len(standing.lines) - 1)


def test_what_is_locked_stays(visit: PlannerFile) -> None:
    night = needed(visit, "Japan Night")
    visit.run(interpreting.assign, night, person(visit, "Grace"), {"locked": True})
    proposal = propose(visit.plan)
    [line] = [one for one in proposal.lines if one.need_id == night]
    assert (line.interpreter_id, line.locked, line.state) == (person(visit, "Grace"), True, State.KEPT)


def test_who_falls_ill_is_replaced_with_fewest_changes(visit: PlannerFile) -> None:
    visit.run(accept_assignments, propose(visit.plan))
    since = WallTime(dt.date(2027, 7, 28), dt.time(12), "America/New_York").instant()
    proposal = propose(visit.plan, illness=Illness(person(visit, "Ken"), since))
    assert proposal.cover.optimal
    assert {line.start < since for line in proposal.changes} == {False}
    museum = at(visit, proposal, "Art museum")
    assert list(museum) == ["Emi"]
    gone = [line for line in proposal.lines if line.state is State.GONE]
    assert {line.interpreter_id for line in gone} == {person(visit, "Ken")}
    # Who comes instead comes only when he is taken off; what has nothing to do with it stands by itself.
    together = still(proposal, visit.plan).together
    place = needed(visit, "Art museum"), person(visit, "Emi")
    assert together[place] == {place, (place[0], person(visit, "Ken"))}
    assert [say(reason, "en") for reason in gone[0].reasons] == ["cannot come any more"]
    visit.run(accept_assignments, proposal)
    assert uncovered_minutes(roster_of(Agenda(visit.plan))) == proposal.minutes_uncovered


def test_no_lock_keeps_anybody_there_who_is_ill(visit: PlannerFile) -> None:
    visit.run(accept_assignments, propose(visit.plan))
    # Who takes over in the middle of the day at the camp is there with the group since the morning.
    emi_herself = next(one for one in visit.plan.interpreters if one.person.given_name == "Emi")
    [camp] = [one for one in emi_herself.assignments if one.need_id == needed(visit, "Camp day")]
    assert camp.covers_from is not None
    assert camp.id in with_the_group(emi_herself, Agenda(visit.plan))
    # Nor does the board want her there half an hour before; Mr Yoshino, who begins, it does.
    rows = day_scene(Outlook(visit.plan), dt.date(2027, 7, 30)).rows
    leads = {block.key: block.lead for row in rows for block in row.blocks if not block.pale}
    assert leads.pop(Subject("Assignment", camp.id)) is None
    assert list(leads.values()) == [8.5 * 60]
    dinner = needed(visit, "Farewell dinner", "consecutive")
    [emi] = [one for need in visit.plan.needs if need.id == dinner for one in need.assignments]
    visit.run(interpreting.pin, emi.id, locked=True)
    since = WallTime(dt.date(2027, 7, 31), dt.time(0), "America/New_York").instant()
    proposal = propose(visit.plan, illness=Illness(person(visit, "Emi"), since))
    [gone] = [line for line in proposal.lines if line.need_id == dinner and line.state is State.GONE]
    assert [say(reason, "en") for reason in gone.reasons] == ["cannot come any more"]
    assert proposal.minutes_uncovered >= 180
    visit.run(accept_assignments, proposal)
    assert not any(need.assignments for need in visit.plan.needs if need.id == dinner)

"""What a play-test reports is what its runs came to."""

from functools import partial

from simulator.playtest.report import playtest, reported
from simulator.playtest.runs import play
from tests.playtest.shelf import staged

BUILD = partial(staged, "pay-and-presence", "en")


def test_a_script_that_runs_out_counts_for_the_ending_that_had_begun() -> None:
    stage = BUILD()
    lines = stage.scenario.playtest["skilled"]
    whole = play(stage, lines, mentee="skilled", seed=0)
    cut = play(stage, lines[: whole.turns - 1], mentee="skilled", seed=0)

    assert cut.session.ended is None
    assert (cut.ending, cut.score) == (whole.ending, whole.score) == ("deal", 1.0)
    assert whole.closes_from is not None
    assert whole.closes_from <= whole.turns


def test_pressure_that_earned_something_is_counted() -> None:
    stage = BUILD()
    run = play(stage, stage.scenario.playtest["skilled"], mentee="flattering", seed=0)
    report = reported(stage.scenario, [run], runs=1, seed=0)

    assert report.unearned_yields == len(run.facts) + len(run.concessions) + 1
    assert not report.green


def test_the_report_tells_scripted_from_generated_mentees() -> None:
    report = playtest(BUILD)
    sources = {(kind.mentee, kind.source) for kind in report.kinds}

    assert {("skilled", "scripted"), ("skilled", "generated"), ("average", "generated")} <= sources
    assert report.auc is not None
    assert report.auc_generated is not None


def test_a_scenario_without_skilled_lines_cannot_be_judged() -> None:
    stage = BUILD()
    run = play(stage, stage.scenario.playtest["silent"], mentee="silent", seed=0)

    assert "unjudged" in reported(stage.scenario, [run], runs=1, seed=0).broken
    assert "skill" not in reported(stage.scenario, [run], runs=1, seed=0).broken


def test_only_the_kinds_named_talk() -> None:
    report = playtest(BUILD, kinds=("silent",))

    assert {(kind.mentee, kind.source) for kind in report.kinds} == {
        ("silent", "scripted"),
        ("silent", "generated"),
    }

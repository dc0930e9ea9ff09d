"""Many runs at once come back in order, the same wherever they were played."""

from dataclasses import fields
from functools import partial

import pytest
from joblib import parallel_config

from simulator.errors import UsageError
from simulator.playtest import crowd
from simulator.playtest.cluster import clustered
from simulator.playtest.crowd import Job, played, rehearsed
from simulator.playtest.mentees import DIALS, PRESSERS
from simulator.playtest.report import jobs_of, playtest
from simulator.playtest.runs import Run, Source
from tests.playtest.shelf import staged

BUILD = partial(staged, "credit-on-the-slide", "en")
JOBS = tuple(Job(kind, "scripted", seed) for kind in ("skilled", "bullying") for seed in range(3))


def test_runs_shared_among_workers_are_those_of_one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = played(BUILD, JOBS)
    monkeypatch.setattr(crowd, "_WORTH_SHARING", 1)

    with parallel_config(backend="threading", n_jobs=2):
        assert played(BUILD, JOBS) == alone


def test_a_run_travels_without_its_words() -> None:
    run = played(BUILD, JOBS[:1])[0]

    assert type(run) is Run
    assert not {"session", "state"} & {one.name for one in fields(run)}


def test_progress_is_told_after_each_run() -> None:
    told: list[tuple[int, int]] = []
    playtest(BUILD, tell=lambda done, whole: told.append((done, whole)))

    whole = len(jobs_of(BUILD().scenario, runs=1, seed=0))
    assert told == [(done, whole) for done in range(1, whole + 1)]


def test_every_kind_of_generated_mentee_talks_too() -> None:
    jobs = jobs_of(BUILD().scenario, runs=2, seed=5)
    generated = {job.kind for job in jobs if job.source == "generated"}

    assert generated == {*DIALS, *PRESSERS}
    assert {job.seed for job in jobs} == {5, 6}


def test_this_machine_needs_no_cluster() -> None:
    with clustered("here"):
        assert len(played(BUILD, JOBS[:1])) == 1


def test_one_talk_can_be_read_word_for_word() -> None:
    job = Job("skilled", "scripted", 3)
    talk = rehearsed(BUILD, job)

    assert talk.figures() == played(BUILD, [job])[0]
    assert [one.speaker for one in talk.session.utterances][:2] == ["persona", "mentee"]


@pytest.mark.parametrize(("kind", "source"), [("nobody", "scripted"), ("bullying", "generated")])
def test_a_mentee_who_does_not_play_is_refused_with_those_who_do(kind: str, source: Source) -> None:
    with pytest.raises(UsageError) as refused:
        rehearsed(BUILD, Job(kind, source, 0))

    assert refused.value.code == "no-such-mentee"
    assert "generated-average" in str(refused.value.values["known"])

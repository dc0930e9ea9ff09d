"""The published schema is what the models give, and every debrief keeps to it."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from simulator.debrief.draft import Debrief, draft
from simulator.debrief.measures import Measures
from simulator.debrief.openings import Audience
from simulator.debrief.review.records import AgendaSet, Moment, PointAdded, ReviewSigned, Ruled
from simulator.practice.events import (
    CommitmentMade,
    HintGiven,
    ItemJudged,
    PredictionMade,
    RealTalkTold,
    Spot,
)
from simulator.practice.followup import FollowUp
from simulator.reading.moves import Move
from simulator.reports.data import data
from simulator.reports.schema import main, published, schema
from tests.debrief.review.reviews import after, begun
from tests.debrief.talks import Said, drafted, talk

LINES = (
    Said("The weather is nice today."),
    Said("You never listen.", moves={Move.BLAME: ""}, trust=-1, tension=1),
    Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1),
)
FOLLOWUP = FollowUp(
    hints=(HintGiven(turn=3, code="", text="Ask.", by="some-llm"),),
    prediction=PredictionMade(expected={"acknowledging": "no"}),
    judged=(
        ItemJudged(
            item="no-blame", verdict="no-chance", spots=(Spot(turn=4, start=0, end=3),), by="x"
        ),
        ItemJudged(item="elsewhere", verdict="observed", by="x"),
    ),
    commitment=CommitmentMade(when="she sighs", then="I ask"),
    told=(RealTalkTold(text="Well.", kept="yes"),),
)


def reviewed(audience: Audience = "mentee") -> Debrief:
    session, on = talk(*LINES, answers=["To learn.", "", ""])
    review = after(
        begun(session, draft(session, on, "mentor")),
        Ruled(point="no-blame", ruling="rejected", reason="A joke."),
        PointAdded(
            point="a@6", verdict="observed", text="Calm.", spots=(Spot(turn=6, start=0, end=4),)
        ),
        AgendaSet(moments=(Moment(turn=4, question="Why?"),)),
        ReviewSigned(version=1, data="{}", page=""),
        Ruled(point="tone", ruling="accepted"),
    )
    return replace(draft(session, on, audience, [review]), followup=FOLLOWUP)


def test_the_published_schema_is_the_one_the_models_give(root: Path) -> None:
    assert (root / "docs" / "debrief.schema.json").read_text(encoding="utf-8") == schema()


def test_a_command_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["schema", str(tmp_path / "out.json")])
    main()
    monkeypatch.setattr("sys.argv", ["schema"])
    main()

    assert (tmp_path / "out.json").read_text(encoding="utf-8") == schema()
    assert capsys.readouterr().out == schema()


def test_the_schema_leaves_room_for_keys_to_come() -> None:
    made = json.loads(schema())

    assert made["$schema"].startswith("https://json-schema.org/")
    assert '"additionalProperties": false' not in schema()
    assert {"session", "findings", "measures", "try", "keep"} <= set(made["required"])


@pytest.mark.parametrize("audience", ["mentee", "mentor"])
@pytest.mark.parametrize("kind", ["skilled", "unskilled", "silent"])
def test_every_debrief_keeps_to_it(kind: str, audience: Audience) -> None:
    made = data(drafted("pay-and-presence", kind, "en", audience))

    assert published().model_validate(made).model_dump(
        mode="json", by_alias=True, exclude_unset=True
    ) == json.loads(json.dumps(made))


@pytest.mark.parametrize("audience", ["mentee", "mentor"])
def test_one_that_was_reviewed_and_followed_keeps_to_it(audience: Audience) -> None:
    assert published().model_validate(data(reviewed(audience)))


@pytest.mark.parametrize("lines", [(), LINES[:1]])
def test_a_talk_of_next_to_nothing_keeps_to_it(lines: tuple[Said, ...]) -> None:
    assert published().model_validate(data(draft(*talk(*lines, cause=None))))


def test_every_measure_is_written_under_its_own_name() -> None:
    made = data(drafted("pay-and-presence", "skilled"))["measures"]

    assert {one.name for one in fields(Measures)} <= made.keys()
    assert {"talk_share", "proposed_first"} <= made.keys()
    assert made["words"].keys() == {"part", "of"}


def test_the_mentee_is_given_what_was_signed_and_the_mentor_what_stands() -> None:
    signed, standing = (data(reviewed(one))["reviews"][0] for one in ("mentee", "mentor"))

    assert [one["point"] for one in signed["rulings"]] == ["no-blame"]
    assert [one["point"] for one in standing["rulings"]] == ["no-blame", "tone"]
    assert signed["rulings"][0]["drafted"] == "observed"
    assert signed["rulings"][0]["reason"] == "A joke."
    assert signed["signed"][0]["version"] == 1


def test_what_followed_is_there_with_its_codes() -> None:
    made = data(reviewed())

    assert made["draft"] is False
    assert [(one["item"], one["differs"]) for one in made["judged"]] == [
        ("no-blame", True),
        ("elsewhere", None),
    ]
    foreseen = {one["skill"]: one for one in made["prediction"]}
    assert foreseen["acknowledging"]["expected"] == "no"
    assert foreseen["open-questions"]["expected"] is None
    assert made["commitment"] == {"when": "she sighs", "then": "I ask", "due": None}
    assert made["told"] == [{"text": "Well.", "kept": "yes"}]
    assert made["hints"][0]["by"] == "some-llm"


def test_a_thing_to_try_names_its_finding_and_gap() -> None:
    made = data(drafted("pay-and-presence", "unskilled"))

    gaps = {one["gap"] for one in made["findings"] if one["verdict"] == "not-observed"}
    assert gaps - {None}
    assert {one["source"] for one in made["findings"]} <= {"rubric", "across"}
    assert all(one["id"] == f"try.{one['gap']}@{one['turn']}" for one in made["try"])

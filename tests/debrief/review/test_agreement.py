"""Cohen's κ by published examples, and what counts towards it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.review.agreement import Agreement, Pair, agreement, kappa
from simulator.debrief.review.disputes import disputes
from simulator.debrief.review.records import Drafted, Ruled, Ruling, Verdict
from simulator.debrief.review.review import Review
from tests.debrief.review.reviews import drafted, made_up

VERDICTS: tuple[Verdict, ...] = ("observed", "not-observed", "no-chance", "could-not-judge")


def pairs(*rows: tuple[int, ...]) -> list[Pair]:
    """A table of counts, our verdict by row and theirs by column, as pairs."""
    return [
        (VERDICTS[row], VERDICTS[column])
        for row, counts in enumerate(rows)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (pairs((88, 10, 2), (14, 40, 6), (18, 10, 12)), 0.492),
        (pairs((20, 5), (10, 15)), 0.40),
        (pairs((45, 15), (25, 15)), 0.1304),
        (pairs((25, 35), (5, 35)), 0.2593),
        (pairs((5, 0), (0, 5)), 1),
        (pairs((0, 5), (5, 0)), -1),
    ],
    ids=["Cohen 1960, table 1", "2×2", "2×2, prevalence", "2×2, bias", "always", "never"],
)
def test_kappa_is_what_was_published(table: list[Pair], expected: float) -> None:
    found = kappa(table)

    assert found is not None
    assert found == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("table", [[], pairs((7,))])
def test_kappa_is_undefined_of_nothing_and_of_one_verdict_throughout(table: list[Pair]) -> None:
    assert kappa(table) is None


verdict = st.sampled_from(VERDICTS)


@given(st.lists(st.tuples(verdict, verdict), max_size=40))
def test_kappa_is_bounded_and_the_same_from_either_side(table: list[Pair]) -> None:
    found = kappa(table)

    assert found == kappa([(other, one) for one, other in table])
    assert found is None or -1 <= found <= 1
    if found is not None:
        assert (found == 1) == all(one == other for one, other in table)


def one(
    given: Verdict,
    ruled: Verdict | Ruling,
    session: str = "s1",
    *,
    by: str = "Anna",
    blind: bool = True,
) -> Review:
    """A review of one finding, ruled on."""
    if ruled == "rejected":
        made = Ruled(point="ask-why", ruling="rejected", reason="Ill put.")
    else:
        own = next(each for each in VERDICTS if each == ruled)
        ruling: Ruling = "accepted" if own == given else "adjusted"
        made = Ruled(point="ask-why", ruling=ruling, verdict=own, reason="So.", is_blind=blind)
    return made_up(made, drafted=[drafted("ask-why", given)], session=session, reviewer=by)


def row(
    found: tuple[Agreement, ...], scenario: str = "presence", item: str = "ask-why"
) -> Agreement:
    return next(one for one in found if (one.scenario, one.item) == (scenario, item))


def test_only_verdicts_that_were_given_blind_count_towards_kappa() -> None:
    reviews = [
        one("observed", "observed"),
        one("not-observed", "observed"),
        one("not-observed", "not-observed"),
        *(one("observed", "observed", blind=False) for _ in range(10)),
    ]
    found = row(agreement(reviews))

    assert (found.n, found.accepted, found.blind, found.matched) == (13, 12, 3, 2)
    assert found.kappa == kappa([
        ("observed", "observed"), ("not-observed", "observed"), ("not-observed", "not-observed"),
    ])  # fmt: skip


def test_a_ruling_after_the_draft_was_seen_does_not_change_the_blind_verdict() -> None:
    review = made_up(
        Ruled(point="ask-why", ruling="adjusted", verdict="no-chance", is_blind=True),
        Ruled(point="ask-why", ruling="accepted"),
        drafted=[drafted("ask-why")],
    )
    found = row(agreement([review]))

    assert (found.accepted, found.blind, found.matched) == (1, 1, 0)


@pytest.mark.parametrize(
    "rulings",
    [
        (("accepted", "observed", True), ("adjusted", "no-chance", True)),
        (("accepted", "observed", True), ("adjusted", "no-chance", False)),
    ],
)
def test_a_second_blind_verdict_is_none(rulings: tuple[tuple[Ruling, Verdict, bool], ...]) -> None:
    made = [
        Ruled(point="ask-why", ruling=ruling, verdict=own, is_blind=blind)
        for ruling, own, blind in rulings
    ]
    found = row(agreement([made_up(*made, drafted=[drafted("ask-why")])]))

    assert (found.blind, found.matched) == (1, 1)


def test_a_blind_verdict_on_what_was_shown_does_not_count() -> None:
    after_seeing = made_up(
        Ruled(point="ask-why", ruling="accepted"),
        Ruled(point="ask-why", ruling="accepted", verdict="observed", is_blind=True),
        drafted=[drafted("ask-why")],
    )
    tried = Drafted(id="try.blame@4", source="try", verdict="observed")
    never_hidden = made_up(
        Ruled(point=tried.id, ruling="accepted", verdict="observed", is_blind=True),
        drafted=[tried],
    )

    assert [one.blind for one in agreement([after_seeing, never_hidden])] == [0] * 4


def test_an_item_is_low_from_five_rulings_on() -> None:
    def held(stands: int, falls: int) -> bool:
        reviews = [one("observed", "observed", blind=False) for _ in range(stands)]
        reviews += [one("observed", "rejected") for _ in range(falls)]
        return row(agreement(reviews)).is_low

    assert not held(2, 2)
    assert held(2, 3)
    assert not held(3, 2)


def test_an_item_is_low_where_kappa_is_however_often_it_was_let_stand() -> None:
    reviews = [one("observed", "observed") for _ in range(8)]
    reviews += [one("observed", "not-observed"), one("not-observed", "observed")]
    found = row(agreement(reviews))

    assert found.share == 0.8
    assert found.kappa is not None
    assert found.kappa < 0
    assert found.is_low


def test_agreement_is_told_over_all_by_scenario_and_by_item() -> None:
    points = [drafted("ask-why"), Drafted(id="across.closing", source="across", verdict="observed")]
    rulings = [Ruled(point=one.id, ruling="accepted") for one in points]
    reviews = [made_up(*rulings, drafted=points, scenario=name) for name in ("one", "two")]
    reviews.append(made_up(*rulings[:1], drafted=points[:1], scenario="one"))
    found = agreement(reviews)

    assert row(found, "", "").n == 5
    assert row(found, "one", "").n == 3
    assert row(found, "", "across.closing").n == 2
    assert row(found, "one", "ask-why").n == 2


def test_what_happens_once_in_a_talk_goes_by_its_name_over_all_talks() -> None:
    reviews = [
        made_up(
            Ruled(point=f"try.blame@{turn}", ruling="accepted"),
            drafted=[Drafted(id=f"try.blame@{turn}", source="try", verdict="observed")],
        )
        for turn in (4, 8)
    ]

    assert row(agreement(reviews), item="try.blame").n == 2


def test_points_without_a_ruling_count_nowhere() -> None:
    assert agreement([made_up(drafted=[drafted("ask-why")])]) == ()


def test_the_report_tells_who_ruled_what_and_why() -> None:
    found = disputes([one("observed", "observed"), one("observed", "rejected", "s2", by="Ben")])

    assert len(found) == 1
    assert [found[0].count(each) for each in ("accepted", "adjusted", "rejected")] == [1, 0, 1]
    told = found[0].opinions[1]
    assert (told.session, told.reviewer, told.drafted, told.verdict, told.reason) == (
        "s2", "Ben", "observed", None, "Ill put.",
    )  # fmt: skip
    assert not found[0].is_to_rewrite


def test_an_item_that_everybody_lets_stand_is_not_in_the_report() -> None:
    assert disputes([one("observed", "observed"), one("observed", "observed", "s2")]) == ()


def test_two_mentors_who_part_on_one_session_make_an_item_to_rewrite() -> None:
    found = disputes([one("observed", "observed"), one("observed", "no-chance", by="Ben")])

    assert found[0].split == ("s1",)
    assert found[0].is_to_rewrite


def test_two_mentors_who_hold_the_same_do_not_part() -> None:
    found = disputes([one("observed", "no-chance"), one("observed", "no-chance", by="Ben")])

    assert found[0].split == ()


def test_one_mentor_who_comes_back_to_it_does_not_part_from_anybody() -> None:
    found = disputes([one("observed", "observed"), one("observed", "no-chance")])

    assert found[0].split == ()


def test_an_item_that_too_few_let_stand_is_one_to_rewrite() -> None:
    reviews = [one("observed", "no-chance", f"s{number}") for number in range(5)]

    assert not disputes(reviews[:4])[0].is_to_rewrite
    assert disputes(reviews)[0].is_to_rewrite


def test_items_to_rewrite_come_first_in_their_scenario() -> None:
    points = [drafted("aaa"), drafted("zzz")]
    anna = made_up(Ruled(point="aaa", ruling="rejected"), Ruled(point="zzz", ruling="accepted"),
                   drafted=points)  # fmt: skip
    ben = made_up(Ruled(point="zzz", ruling="rejected"), drafted=points, reviewer="Ben")

    assert [one.item for one in disputes([anna, ben])] == ["zzz", "aaa"]

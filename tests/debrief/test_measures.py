"""What is counted, in which unit."""

from simulator.debrief.course import Course
from simulator.debrief.measures import Granted, Measures, Share, measures
from simulator.director.state import Package, Table
from simulator.reading.moves import Move, Quantity
from tests.debrief.talks import Said, scenario, stage, talk

ASKS = Said("What is behind it?", moves={Move.OPEN_QUESTION: ""}, reply="A long story, that.")
OFFER = "I propose 46,000 a year."
PROPOSES = Said(
    OFFER,
    moves={Move.PROPOSAL: "", Move.OFFER: ""},
    quantities=(Quantity("money", 46_000, "EUR", "year", 10, 16, "46,000"),),
    reply="No.",
)
HEARS = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""})


def of(*lines: Said) -> Measures:
    session, played = talk(*lines, opening="Yes?")
    return measures(Course.of(session, played))


def test_turns_and_words_are_shared_out() -> None:
    figures = of(ASKS, HEARS)

    assert figures.turns == Share(2, 5)
    assert figures.words == Share(7, 13)
    assert figures.mean_words == 3.5


def test_nobody_spoke_no_share() -> None:
    session, played = talk(opening="")

    figures = measures(Course.of(session, played))

    assert (figures.talk_share, figures.mean_words, figures.longest) == (None, 0.0, None)


def test_every_sure_find_counts_and_no_other() -> None:
    doubtful = Said("Perhaps it is your fault.", doubtful={Move.BLAME: ""})

    figures = of(ASKS, ASKS, doubtful)

    assert figures.moves == {Move.OPEN_QUESTION: 2}


def test_a_proposal_before_any_question_came_first() -> None:
    assert of(PROPOSES, ASKS).proposed_first is True
    assert of(ASKS, PROPOSES).proposed_first is False
    assert of(ASKS).proposed_first is None


def test_a_case_is_pressed_after_the_other_was_heard_in_the_same_turn_or_the_one_before() -> None:
    both = Said(
        "That sounds hard. I propose a trial.",
        moves={Move.ACKNOWLEDGEMENT: "That sounds hard.", Move.PROPOSAL: "I propose a trial."},
    )

    assert of(PROPOSES, HEARS, PROPOSES, PROPOSES, both).heard_before_arguing == Share(2, 4)


def test_the_figures_put_forward_are_quoted() -> None:
    (offer,) = of(ASKS, PROPOSES).offers

    assert (offer.quote.quote, offer.quote.turn, offer.value, offer.unit) == (
        "46,000",
        4,
        46_000,
        "EUR",
    )


def test_a_figure_that_is_no_offer_is_not_put_forward() -> None:
    fact = Said(
        "It cost 300 euros.",
        quantities=(Quantity("money", 300, "EUR", None, 8, 17, "300 euros"),),
    )

    assert of(fact).offers == ()


def test_in_a_negotiation_only_what_is_negotiated_is_a_figure_put_forward() -> None:
    line = "I offer 46,000 euros and nine people."
    offer = Said(
        line,
        moves={Move.OFFER: ""},
        quantities=(
            Quantity("money", 46_000, "EUR", None, 8, 20, "46,000 euros"),
            Quantity("count", 9, "people", None, 25, 36, "nine people"),
        ),
    )
    issue = {"id": "pay", "topic": "pay", "unit": "EUR", "opens": 42_000, "limit": 45_000}
    played = stage(scenario(negotiation={"issues": [issue]}))

    figures = measures(Course.of(*talk(offer, on=played)))

    assert [one.quote.quote for one in figures.offers] == ["46,000 euros"]


def test_a_bare_figure_that_was_demanded_is_put_forward_in_the_unit_of_its_issue() -> None:
    demand = Said(
        "I'm thinking of 45,000.",
        quantities=(Quantity("count", 45_000, "count", None, 16, 22, "45,000"),),
        table=Table(asked=Package(values={"pay": 45_000})),
    )
    issue = {"id": "pay", "topic": "pay", "unit": "EUR", "opens": 42_000, "limit": 45_000}
    played = stage(scenario(negotiation={"issues": [issue]}))

    (offer,) = measures(Course.of(*talk(demand, demand, on=played))).offers

    assert (offer.quote.turn, offer.value, offer.unit) == (2, 45_000, "EUR")


def test_the_time_of_day_is_no_figure_put_forward() -> None:
    clock = Said(
        "How about a quarter past six?",
        moves={Move.OFFER: ""},
        quantities=(Quantity("duration", 3, "month", None, 10, 19, "a quarter"),),
    )

    assert of(clock).offers == ()


def test_the_longest_turn_is_quoted() -> None:
    figures = of(HEARS, OFFER_TWICE)

    assert figures.longest is not None
    assert (figures.longest.turn, figures.longest_words) == (4, 10)


def test_cues_count_once_their_time_is_over() -> None:
    offers = Said("Well, well, well.", reply="It isn't a rule I dreamt up.", offers=("upstairs",))

    assert of(offers, Said("So.", misses=("upstairs",))).cues == Share(0, 1)
    assert of(offers, Said("So.", takes=("upstairs",))).cues == Share(1, 1)
    assert of(offers, Said("So.")).cues == Share(0, 0)


OFFER_TWICE = Said(
    f"{OFFER} {OFFER}", table=Table(asked=Package(values={"pay": 46_000})), reply="No."
)


def test_questions_are_counted_by_kind() -> None:
    closed = Said("Is it May?", moves={Move.CLOSED_QUESTION: ""})

    figures = of(ASKS, closed, ASKS, HEARS)

    assert (figures.questions.open, figures.questions.closed) == (2, 1)
    assert figures.questions.open_share == 0.6667
    assert of(HEARS).questions.open_share is None


def test_reflections_are_set_against_questions() -> None:
    reflects = Said("You feel left out.", moves={Move.REFLECTION: ""})

    assert of(ASKS, ASKS, reflects).reflections_per_question == 0.5
    assert of(reflects).reflections_per_question is None


def test_reproach_and_absolutes_are_counted() -> None:
    harsh = Said("You always ruin it.", moves={Move.BLAME: "", Move.ABSOLUTES: ""})

    figures = of(harsh, HEARS, harsh)

    assert (figures.harm, figures.absolutes) == (2, 2)


def test_asking_for_a_wish_is_told_from_naming_one() -> None:
    names = Said("I need two days.", moves={Move.INTERESTS: ""})

    figures = of(ASKS, names, names)

    assert (figures.interests.asked, figures.interests.offered) == (1, 2)


def test_what_was_proposed_conceded_and_granted_stands_at_its_turn() -> None:
    gives_way = Said("All right, one day.", moves={Move.CONCEDING: ""}, granted=("trial",))

    figures = of(PROPOSES, gives_way)

    assert (figures.proposals, figures.conceded) == ((2,), (4,))
    assert figures.granted == (Granted("trial", 5),)


def test_an_answer_is_timed_from_the_end_of_what_it_answers() -> None:
    figures = of(ASKS, HEARS)

    assert figures.latency is not None
    assert figures.latency.turns == 2
    assert figures.latency.median > 0

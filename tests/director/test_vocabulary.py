from simulator.director import vocabulary
from simulator.director.vocabulary import named_in, option_key
from simulator.reading.recogniser import Recogniser
from tests.director.scene import SCENARIO, reading, scenario

OPTIONS = scenario(
    negotiation={
        "issues": [
            {
                "id": "start",
                "topic": "pay",
                "options": [
                    {"id": "in-may", "value": 0.2, "about": ["may"]},
                    {"id": "now", "value": 0},
                ],
            }
        ]
    }
)


def test_one_vocabulary_holds_topics_levers_facts_and_options() -> None:
    words = vocabulary(OPTIONS).topics

    assert words["remote"] == ("remote", "home")
    assert words["lever:results"] == ("results",)
    assert words["fact:badges"] == ("turnstile",)
    assert words[option_key("start", "in-may")] == ("may",)
    assert words[option_key("start", "now")] == ("now",)


def test_the_scenarios_terms_go_with_it() -> None:
    assert vocabulary(SCENARIO).terms == ("OKR",)


def test_what_was_found_is_sorted_by_what_it_names() -> None:
    topics = ("remote", "lever:results", "fact:badges", option_key("start", "in-may"))
    named = named_in(reading(topics=topics))

    assert named.topics == ("remote",)
    assert named.levers == ("results",)
    assert named.facts == ("badges",)
    assert named.options == (("start", "in-may"),)


def test_one_reading_finds_them_all() -> None:
    line = "With these results, is it the turnstile that keeps us from working at home?"
    read = Recogniser.of("en").read(line, "", vocabulary(SCENARIO))

    assert set(read.topics()) == {"lever:results", "fact:badges", "remote"}

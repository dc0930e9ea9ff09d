"""A command line that cannot be read is refused in the reader's language."""

import argparse

import pytest

from simulator.cli.main import main
from simulator.cli.usage import refusal
from simulator.i18n import Translator

FRENCH = Translator.of("fr")

REFUSED = {
    "missing": (["debrief"], "Il manque\N{NARROW NO-BREAK SPACE}: SESSION."),
    "unknown": (["debrief", "x", "--nope"], "Inconnu ici\N{NARROW NO-BREAK SPACE}: --nope."),
    "choice": (["debrief", "x", "--format", "rtf"], "À choisir parmi"),
    "value": (["practice", "x", "--seed", "two"], "--seed ne peut pas être"),
    "bare": (["debrief", "x", "--signed"], "--signed attend une valeur"),
    "together": (["practice", "--resume", "a", "--from", "b:2"], "ne vont pas ensemble"),
    "extra": (["practice", "x", "--plain=3"], "--plain ne prend pas de valeur"),
    "ours": (["debrief", "x", "--signed", "0"], "0 n’est pas un nombre entier"),
    "ambiguous": (["practice", "x", "--m", "--l"], "--l peut désigner"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refusal_is_in_the_readers_language(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, words = REFUSED[case]

    with pytest.raises(SystemExit) as left:
        main([*arguments, "--language", "fr"])

    said = capsys.readouterr().err
    assert left.value.code == 2
    assert words in said
    assert "Aide\N{NARROW NO-BREAK SPACE}: simulator" in said
    assert not any(word in said for word in ("argument", "required", "invalid", "expected"))


def test_a_shape_that_is_not_known_is_passed_on_as_it_was_worded() -> None:
    assert refusal("something new went wrong", FRENCH) == "something new went wrong"


def test_every_shape_of_this_version_of_argparse_is_known() -> None:
    parser = argparse.ArgumentParser(exit_on_error=False)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--one", nargs="+")
    group.add_argument("--two")

    with pytest.raises(argparse.ArgumentError) as raised:
        parser.parse_args(["--one"])
    assert refusal(str(raised.value), FRENCH).startswith("--one attend une valeur")
    assert refusal("one of the arguments --one --two is required", FRENCH).endswith("--one --two.")

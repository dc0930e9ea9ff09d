"""What to read is quoted with its author and its title, and one sign between them."""

from simulator.i18n import Translator
from simulator.views.words import source_name

EN, FR = Translator.of("en", strict=True), Translator.of("fr", strict=True)


def test_author_and_title_are_told_apart_once() -> None:
    assert source_name(EN, "William Ury: Getting Past No") == "William Ury, “Getting Past No”"
    assert source_name(FR, "William Ury : Comment dire non") == (
        "William Ury, «\u202fComment dire non\u202f»"
    )


def test_a_title_without_an_author_stays_as_it_is() -> None:
    assert source_name(EN, "The 7:30 rule") == "The 7:30 rule"
    assert source_name(EN, "Listening") == "Listening"

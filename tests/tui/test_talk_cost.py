"""What a talk costs does not grow with it: counted in lines drawn and messages wrapped."""

import pytest
from textual.strip import Strip

from simulator.tui.widgets.talk import Message, Talk
from tests.tui.test_widgets import alone

SHORT, LONG = 10, 600


async def drawn_by_a_word(turns: int, before: str, after: str) -> int:
    """Lines drawn when the last of so many messages goes from one text to another."""
    talk = Talk()
    drawn: list[int] = []
    async with alone(talk) as pilot:
        talk.show(tuple(Message("You", "mentee", f"Line {n}.") for n in range(turns)))
        place = talk.add(Message("Claire", "persona", before))
        await pilot.pause()
        plain = talk.render_line

        def noted(y: int) -> Strip:
            drawn.append(y)
            return plain(y)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(talk, "render_line", noted)
            talk.reword(place, after)
            await pilot.pause()
        assert talk.render_line(talk.size.height - 2).text.rstrip().endswith(after[-4:])
    return len(drawn)


async def test_a_word_more_on_the_last_line_draws_that_line_alone() -> None:
    assert await drawn_by_a_word(SHORT, "Yes, ", "Yes, but") == 1
    assert await drawn_by_a_word(LONG, "Yes, ", "Yes, but") == 1


async def test_a_new_line_draws_no_more_in_a_long_talk_than_in_a_short_one() -> None:
    longer = "Yes, but that is not what I meant when I asked you about it."

    assert await drawn_by_a_word(SHORT, "Yes.", longer) == await drawn_by_a_word(
        LONG, "Yes.", longer
    )
